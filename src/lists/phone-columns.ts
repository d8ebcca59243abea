// Which columns of a file hold phone numbers: by the words of the header, confirmed by what the cells hold.

import { namesOtherNumber } from "../headers/event-columns.js";
import { type ColumnMeaning, isPlainPhoneName, meaningOf } from "../headers/phone-names.js";
import { readCell } from "../phone/read.js";
import {
  type Content,
  contentOf,
  isAscending,
  isConfirmed,
  isConvincing,
  isPossible,
  isSpelled,
  isWordy,
  saysNothing,
} from "./column-content.js";

export interface ColumnCandidate {
  /** 0-based. */
  column: number;
  name?: string;
  /** Share of its non-empty cells with at least one number, 0 to 1. */
  readable: number;
  nonEmpty: number;
  /** Whether its name says that it holds phones. */
  byName: boolean;
  /** Why it is taken, or not. */
  why: ColumnReason;
}

/** Why a column is read as phones: the first four; or why it is not. */
export type ColumnReason =
  | "name-and-content"
  | "name"
  | "content"
  | "doubtful-content"
  | "named-as-other-number"
  | "named-as-text"
  | "yes-or-no"
  | "name-not-confirmed"
  | "empty"
  | "no-numbers"
  | "only-doubtful"
  | "few-numbers"
  | "beside-phones";

type Use = "phone-list" | "suppression";

/** A column, whose cells are looked at when somebody asks. */
class Examined {
  #content: Content | undefined;

  constructor(
    readonly column: number,
    readonly name: string | undefined,
    readonly meaning: ColumnMeaning,
    private readonly rows: readonly (readonly string[])[],
  ) {}

  get content(): Content {
    this.#content ??= contentOf(this.rows, this.column);
    return this.#content;
  }
}

/**
 * Columns to read as phones. `rows` is a sample without the header.
 *
 * A column that its name calls a phone is taken unless its cells say yes or no or something about the phone, for later
 * cells may hold numbers. One whose name says nothing, or several things, is taken if half of its cells read as numbers.
 * In doubt the two uses differ: of opt-outs it is looked up, so is a column that is empty so far; in a phone list it is
 * left as it is, and named among the `others`: bare digits beside a phone column may be ids, names with a number are text.
 * One that is named as another number is never taken: it would depend on the sample whether bare digits in it count.
 * What nobody asks for is not looked at: of a registry it is known.
 */
export class PhoneColumns {
  readonly #all: readonly Examined[];
  #found: ReadonlySet<Examined> | undefined;

  constructor(
    header: readonly string[] | undefined,
    rows: readonly (readonly string[])[],
    private readonly use: Use,
  ) {
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), header?.length ?? 0);
    this.#all = Array.from({ length: width }, (_, column) => {
      const name = header?.[column];
      return new Examined(column, name, name === undefined ? "unknown" : meaningFor(use, name), rows);
    });
  }

  /** 0-based, ascending. */
  get columns(): number[] {
    return positions(this.#all.filter((one) => this.#taken.has(one)));
  }

  /** Every column that looks like phones, by name or by content, chosen or not. */
  get candidates(): ColumnCandidate[] {
    const isCandidate = (one: Examined) => isNamed(one.meaning) || isConvincing(one.content) || this.#taken.has(one);
    return this.#all.filter(isCandidate).map((one) => this.#candidateOf(one));
  }

  /** Every column. */
  get examined(): ColumnCandidate[] {
    return this.#all.map((one) => this.#candidateOf(one));
  }

  /** Columns that hold what reads as phones, and were not taken: in doubt, or for their names. */
  get others(): number[] {
    return positions(this.#all.filter((one) => !this.#taken.has(one) && looksLikePhones(one)));
  }

  /** Columns named as other numbers (an id, a date, an amount): their digits are no phone's. */
  get denied(): number[] {
    return positions(this.#all.filter((one) => !this.#taken.has(one) && isDenied(one.meaning)));
  }

  /** Share of a column's non-empty cells with at least one number, 0 to 1. */
  readable(column: number): number {
    const one = this.#all[column];
    return one === undefined || one.content.nonEmpty === 0 ? 0 : one.content.readable / one.content.nonEmpty;
  }

  get #taken(): ReadonlySet<Examined> {
    this.#found ??= new Set(this.use === "suppression" ? takeOfOptOuts(this.#all) : takeOfPhones(this.#all));
    return this.#found;
  }

  #candidateOf(one: Examined): ColumnCandidate {
    return {
      column: one.column,
      ...(one.name === undefined ? {} : { name: one.name }),
      readable: this.readable(one.column),
      nonEmpty: one.content.nonEmpty,
      byName: isNamed(one.meaning),
      why: this.#taken.has(one) ? whyTaken(one) : whyNot(one),
    };
  }
}

function positions(some: readonly Examined[]): number[] {
  return some.map(({ column }) => column);
}

function whyTaken({ meaning, content }: Examined): ColumnReason {
  if (isNamed(meaning)) return content.possible > 0 ? "name-and-content" : "name";
  if (isConvincing(content)) return "content";
  return content.nonEmpty > 0 ? "doubtful-content" : "empty";
}

function whyNot(one: Examined): ColumnReason {
  const { meaning, content } = one;
  if (isDenied(meaning)) return "named-as-other-number";
  if (meaning === "text") return "named-as-text";
  if (content.nonEmpty === 0) return "empty";
  if (isNamed(meaning)) return isFlag(one) ? "yes-or-no" : "name-not-confirmed";
  if (content.possible === 0) return "no-numbers";
  if (content.readable === 0) return "only-doubtful";
  return isConvincing(content) ? "beside-phones" : "few-numbers";
}

/** Named columns, and of the others those that are no ids and no text, unless there is nothing else. */
function takeOfPhones(examined: readonly Examined[]): Examined[] {
  const isSure = examined.some(({ meaning, content }) => isNamed(meaning) && content.readable > 0);
  const isPhone = ({ meaning, content }: Examined) => meaning === "phone" && content.readable > 0;
  const isNumbering = ({ meaning }: Examined) => meaning === "numbering" && examined.some(isPhone);
  const byName = confirmed(examined.filter((one) => isTakenByName(one) && !isNumbering(one)));
  const byContent = examined.filter((one) => !byName.includes(one) && isOpen(one.meaning) && isConvincing(one.content));
  if (isSure) return [...byName, ...byContent.filter(({ content }) => isSpelled(content) && !isWordy(content))];
  const better = byContent.filter(({ content }) => !isWordy(content) && !isAscending(content));
  const taken = [...byName, ...(better.length > 0 ? better : byContent)];
  return taken.length > 0 || examined.length > 1 ? taken : withDoubtful(examined, "phone-list");
}

/** Whatever could be phones. */
function takeOfOptOuts(examined: readonly Examined[]): Examined[] {
  const byName = confirmed(examined.filter((one) => isTakenByName(one) || (one.meaning === "phone" && !isFlag(one))));
  const byContent = examined.filter(
    ({ meaning, content }) =>
      ((isOpen(meaning) || meaning === "text") && isConvincing(content)) ||
      (meaning === "mixed" && content.readable > 0),
  );
  const taken = [...byName, ...byContent];
  if (taken.length === 0) taken.push(...withDoubtful(examined, "suppression"));
  // Where no name tells what they are, or there is but one, whether they are trusted is asked of what can't be read in them.
  if (taken.length === 0 && (examined.length === 1 || examined.every(({ name }) => name === undefined)))
    taken.push(...examined.filter(({ meaning, content }) => !isClosed(meaning) && content.readable > 0));
  if (taken.length === 0) return [];
  return [...taken, ...examined.filter(({ meaning, content }) => !isClosed(meaning) && content.nonEmpty === 0)];
}

/**
 * Tells what a name means. In a list of opt-outs a date's name says as much as an id's: what stands beside the phones
 * is read by the same rule.
 */
function meaningFor(use: Use, name: string): ColumnMeaning {
  const meaning = meaningOf(name);
  if (use !== "suppression") return meaning;
  return !isDenied(meaning) && namesOtherNumber(name) ? "other" : meaning;
}

function isTakenByName({ name, meaning, content }: Examined): boolean {
  if (meaning === "perhaps" || meaning === "numbering") return isConfirmed(content);
  if (meaning !== "phone" || isFlag({ content })) return false;
  return isPlainPhoneName(name!) || content.possible > 0 || isConfirmed(content);
}

/** A column that only says yes or no. */
function isFlag({ content }: Pick<Examined, "content">): boolean {
  return content.nonEmpty > 0 && content.flags === content.nonEmpty;
}

/** Leaves out columns of words, where nothing in the columns taken by name could be a number. */
function confirmed(named: Examined[]): Examined[] {
  return named.some(({ content }) => content.possible > 0)
    ? named
    : named.filter(({ content }) => isConfirmed(content));
}

/** A list of nothing but doubtful numbers: its only column, or any in a list of opt-outs. */
function withDoubtful(examined: readonly Examined[], use: Use): Examined[] {
  const isMute = (meaning: ColumnMeaning) => meaning === "unknown" || (meaning === "mixed" && use === "suppression");
  return examined.filter(({ meaning, content }) => isMute(meaning) && isPossible(content));
}

/** A column whose name leaves it open what its cells are. */
function isOpen(meaning: ColumnMeaning): boolean {
  return meaning === "unknown" || meaning === "mixed" || meaning === "phone" || meaning === "numbering";
}

function isDenied(meaning: ColumnMeaning): boolean {
  return meaning === "other" || meaning === "hash";
}

/** A column whose name promises something else than phones. */
function isClosed(meaning: ColumnMeaning): boolean {
  return isDenied(meaning) || meaning === "text";
}

/** Worth telling of where it is not taken: digits alone under another number's name are what that says. */
function looksLikePhones({ meaning, content }: Examined): boolean {
  if (meaning === "phone" && !isFlag({ content })) return true;
  return meaning !== "hash" && isConvincing(content) && (meaning !== "other" || isSpelled(content));
}

/** Whether a file's first record is a header: no cell of it reads as a certain number (`telefono 2` does not). */
export function isHeader(firstRecord: readonly string[]): boolean {
  return !firstRecord.some((cell) => readCell(cell).numbers.length > 0);
}

/** Whether a cell reads as the name of a phone column; a longer text than `mostWords` is a title or a remark. */
export function namesPhones(cell: string, mostWords: number): boolean {
  if (cell.trim().split(/\s+/).length > mostWords || saysNothing(cell)) return false;
  const meaning = meaningOf(cell);
  return isNamed(meaning) || meaning === "mixed";
}

function isNamed(meaning: ColumnMeaning): boolean {
  return meaning === "phone" || meaning === "perhaps" || meaning === "numbering";
}
