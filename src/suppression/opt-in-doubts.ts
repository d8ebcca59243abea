// Whether anything in the record of an opt-in speaks against it: then nobody is taken in again by it. What its date, its channel and
// its action say is told by whoever reads the list (event-reader.ts) or the import (registry/understanding.ts).

import { isCommentedOut, limitsConsent, nameWords, saysNo } from "../headers/event-words.js";
import { isHarmlessBeside, isMarkOfNo, speaksAgainst } from "../headers/harmless-words.js";
import { optOutColumnOf } from "../headers/own-opt-outs.js";
import { meaningOf } from "../headers/phone-names.js";
import { hasOddSign } from "../headers/pictures.js";
import type { OpenedList } from "../lists/open.js";

/** What a registry says of an event beside what it asks for: free words, which take nothing back. */
const OF_LEDGER: ReadonlySet<string> = new Set(["event", "recorded at", "source", "sender", "reason", "evidence"]);
type Doubt = (cell: string) => boolean;

/** What speaks against an opt-in in the cell of a phone. */
const speaksBesideNumber: Doubt = (cell) =>
  limitsConsent(cell) || isCommentedOut(cell) || saysNo(cell) || isMarkOfNo(cell) || hasOddSign(cell);

/** `2999-12-31` may be a phone, and may be the day on which an opt-in ends. */
const MAY_BE_DAY = /^\s*2[1-9]\d\d([-/.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)/;

const speaksInColumnOfNumbers: Doubt = (cell) => speaksBesideNumber(cell) || MAY_BE_DAY.test(cell);

export class OptInDoubts {
  /** No cell speaks against an opt-in but those of its phone and of what is said: those of all other columns are free words. */
  readonly areInWhatIsSaid: boolean;
  readonly #doubts: readonly Doubt[];

  constructor(
    { header, width, columns }: Pick<OpenedList, "header" | "width" | "columns">,
    /** The columns that say what is asked for, when and how. */
    said: readonly number[],
    /** Beside messages a column says how a message went, unless it is one of remarks. */
    kind: "plain" | "registry" | "messages",
  ) {
    const isFree = (column: number) => kind === "registry" && OF_LEDGER.has(nameWords(header?.[column] ?? ""));
    const isSaid = (column: number) => said.includes(column) || columns.includes(column);
    this.areInWhatIsSaid = Array.from({ length: width }, (_, column) => column).every(
      (column) => isSaid(column) || isFree(column),
    );
    this.#doubts = Array.from({ length: width }, (_, column): Doubt => {
      const name = header?.[column] ?? "";
      // What pictures in a message mean, whoever reads messages knows.
      if (said.includes(column) && !columns.includes(column))
        return (cell) => isCommentedOut(cell) || (kind !== "messages" && hasOddSign(cell));
      if (isFree(column)) return () => false;
      if (columns.includes(column))
        return column === columns[0] || meaningOf(name) === "phone" ? speaksBesideNumber : speaksInColumnOfNumbers;
      const mayBeOurs = kind === "messages" && optOutColumnOf(name) !== "remarks";
      return (cell) => (mayBeOurs ? speaksAgainst(name, cell) : !isHarmlessBeside(name, cell));
    });
  }

  /** The columns whose cells speak against an opt-in. */
  columnsIn(cells: readonly string[]): readonly number[] {
    return cells.flatMap((cell, column) => {
      const speaks = (column === 0 && isCommentedOut(cell)) || (cell !== "" && this.#doubts[column]?.(cell) === true);
      return speaks ? [column] : [];
    });
  }
}
