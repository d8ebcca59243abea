// Whether the record of an opt-in is understood whole: one certain number, and no other cell that says no. Else it lifts nothing.
// What its date, its channel and its action say is told by whoever reads the list (event-reader.ts) or the import (registry/).

import { isCommentedOut, isDoubted, nameWords } from "../headers/event-words.js";
import { hasOddSign } from "../headers/pictures.js";
import { clausesOf, hasRole } from "../lexicon/clauses.js";
import { mayDenyNumber, mayTell } from "../lexicon/cues.js";
import { namesChannel } from "../lexicon/denied-ways.js";
import { holdsOtherWords } from "../lists/cut-words.js";
import { asksOf, markIn, namesNotes } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";

/** What a registry says of an event beside what it asks for: free words, which take nothing back. */
const OF_LEDGER: ReadonlySet<string> = new Set(["event", "recorded at", "source", "sender", "reason", "evidence"]);
/** Under the name of a channel. */
const BARE_NO = /^(?:0+|no?|f|false|falso|off|x+|-\d+)$/i;
const AGREEING =
  "consent consent-noun yes subscription active receive message courtesy polite glue me them mine people-column digits".split(
    " ",
  );
/** Whether a note holds nothing but that somebody agreed: whatever else it says may limit that. */
const agrees = (cell: string) =>
  clausesOf(cell)
    .flat()
    .every((token) => hasRole([token], ...AGREEING) && !hasRole([token], "deny", "past"));
/** `anulado`, `rechazado`: whatever else it may be of, of a consent it may be. */
const isEnded = (cell: string) => hasRole(clausesOf(cell).flat(), "withdraw", "refuse");
const OPT_IN = /\bopt(?:ed)?[ _-]?in\b/gi;
type Doubt = (cell: string) => boolean;

const besideNumber: Doubt = (cell) =>
  [isCommentedOut, isDoubted, holdsOtherWords, hasOddSign, mayDenyNumber].some((speaks) => speaks(cell)) ||
  BARE_NO.test(cell.trim());

export class OptInDoubts {
  /** No cell speaks against an opt-in but those of its phone and of what is said: those of all other columns are free words. */
  readonly areInWhatIsSaid: boolean;
  readonly #doubts: readonly Doubt[];

  constructor(
    { header, width, columns }: Pick<OpenedList, "header" | "width" | "columns">,
    /** The columns that say what is asked for, when and how. */
    said: readonly number[],
    /** What pictures in a message mean, whoever reads messages knows. */
    kind: "plain" | "registry" | "messages",
  ) {
    const isFree = (column: number) => kind === "registry" && OF_LEDGER.has(nameWords(header?.[column] ?? ""));
    const isSaid = (column: number) => said.includes(column) || columns.includes(column);
    const all = Array.from({ length: width }, (_, column) => column);
    this.areInWhatIsSaid = all.every((column) => isSaid(column) || isFree(column));
    this.#doubts = all.map((column): Doubt => {
      if (columns.includes(column)) return besideNumber;
      if (said.includes(column)) return (cell) => isCommentedOut(cell) || (kind !== "messages" && hasOddSign(cell));
      if (isFree(column)) return () => false;
      const name = header?.[column] ?? "";
      const question = asksOf(name);
      const isOfChannel = namesChannel(name);
      if (namesNotes(name)) return (cell) => hasOddSign(cell) || isDoubted(cell) || !agrees(cell);
      // Words of asking suffice, whatever they come to.
      const speaks = (cell: string) =>
        mayTell(cell.replace(OPT_IN, " ")) || isEnded(cell) || markIn(question, cell) !== undefined;
      return (cell) =>
        hasOddSign(cell) || (isOfChannel && BARE_NO.test(cell.trim())) || (!question.isDeaf && speaks(cell));
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
