// Whether the record of an opt-in is understood whole: one certain number with nothing beside it, exact words, and no other cell that
// says no. Else it lifts nothing. What its date, its channel and its action say is told by whoever reads the list (event-reader.ts)
// or the import (registry/).

import { isCommentedOut, isDoubted, nameWords } from "../headers/event-words.js";
import { hasOddSign } from "../headers/pictures.js";
import { clausesOf, hasRole } from "../lexicon/clauses.js";
import { namesChannel } from "../lexicon/columns.js";
import { asksOf, markIn, namesNotes, OF_PHONES } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";
import { holdsOtherWords } from "../phone/labels.js";
import { certainNumber } from "../phone/read.js";

/** What a registry says of an event beside what it asks for: free words, which take nothing back. */
const OF_LEDGER: ReadonlySet<string> = new Set(["event", "recorded at", "source", "sender", "reason", "evidence"]);
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
/** Under the name of a channel. */
const BARE_NO = /^\s*(?:0+|no?|f|false|falso|off|x+|-\d+)\s*$/i;

export class OptInDoubts {
  /** No cell speaks against an opt-in but those of its phone and of what is said: those of all other columns are free words. */
  readonly areInWhatIsSaid: boolean;
  readonly #saysNo: readonly ((cell: string) => boolean)[];
  readonly #denies: readonly ((cell: string) => boolean)[];
  readonly #phones: readonly number[];

  constructor(
    { header, width, columns }: Pick<OpenedList, "header" | "width" | "columns">,
    /** The columns that say what is asked for, when and how. */
    said: readonly number[],
    /** Of messages, whoever reads them knows which number they are from, and what pictures mean. */
    kind: "plain" | "registry" | "messages",
  ) {
    const isFree = (column: number) => kind === "registry" && OF_LEDGER.has(nameWords(header?.[column] ?? ""));
    const isSaid = (column: number) => said.includes(column) || columns.includes(column);
    const all = Array.from({ length: width }, (_, column) => column);
    this.areInWhatIsSaid = all.every((column) => isSaid(column) || isFree(column));
    this.#phones = kind === "messages" ? [] : columns;
    const questions = all.map((column) => (columns.includes(column) ? OF_PHONES : asksOf(header?.[column] ?? "")));
    this.#denies = all.map(
      (column) => (cell) => !isSaid(column) && !isFree(column) && markIn(questions[column]!, cell)?.says === "says-no",
    );
    this.#saysNo = all.map((column) => {
      if (isFree(column) || (kind === "messages" && isSaid(column))) return () => false;
      const question = questions[column]!;
      const isOfChannel = namesChannel(header?.[column] ?? "");
      const isNote = !isSaid(column) && namesNotes(header?.[column] ?? "");
      const says = (cell: string) =>
        markIn(question, cell) !== undefined ||
        (isOfChannel && BARE_NO.test(cell)) ||
        (!question.isDeaf && isEnded(cell));
      return (cell) =>
        hasOddSign(cell) ||
        isCommentedOut(cell) ||
        (isNote && (isDoubted(cell) || !agrees(cell))) ||
        (!said.includes(column) && says(cell));
    });
  }

  /** The columns whose cells speak against an opt-in. */
  columnsIn(cells: readonly string[]): readonly number[] {
    const phones = this.#phones.filter((column) => (cells[column] ?? "") !== "");
    const numbers = new Set(phones.map((column) => onlyNumber(cells[column]!)));
    const isOne = phones.length === 0 || (numbers.size === 1 && !numbers.has(undefined));
    return [...new Set([...this.columnsOfNo(cells), ...(isOne ? [] : phones)])];
  }

  /** Whether another column plainly says no: `status = subscribed, sms_status = unsubscribed`. */
  deny(cells: readonly string[]): boolean {
    return cells.some((cell, column) => cell !== "" && this.#denies[column]?.(cell));
  }

  /** Those of them that say no, whoever is meant. */
  columnsOfNo(cells: readonly string[]): readonly number[] {
    return cells.flatMap((cell, column) => (cell !== "" && this.#saysNo[column]?.(cell) ? [column] : []));
  }
}

function onlyNumber(cell: string): string | undefined {
  return holdsOtherWords(cell) || isDoubted(cell) ? undefined : certainNumber(cell);
}
