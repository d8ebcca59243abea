// Which columns of a file hold phone numbers: by the words of the header, confirmed by what the cells hold.

import { namesOtherNumber } from "../headers/event-columns.js";
import { type ColumnMeaning, isPlainPhoneName, meaningOf } from "../headers/phone-names.js";
import { type Content, contentOf, saysNothing } from "./column-content.js";
import { holdsNumber } from "./phone-cells.js";

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

/** Why a column is read as phones: by its name or its cells, empty ones of opt-outs, too; or why it is not. */
export type ColumnReason = "name" | "content" | "empty" | "named-otherwise" | "few-numbers" | "beside-phones";

type Use = "phone-list" | "suppression";

/** A column, whose cells are looked at when somebody asks. */
class Examined {
  #content: Content | undefined;
  readonly meaning: ColumnMeaning;

  constructor(
    readonly column: number,
    readonly name: string | undefined,
    use: Use,
    private readonly rows: readonly (readonly string[])[],
  ) {
    const meaning = name === undefined ? "unknown" : meaningOf(name);
    // Beside opt-outs a date's name says as much as an id's: what stands there is read by the same rule.
    const isOther = use === "suppression" && meaning !== "hash" && name !== undefined && namesOtherNumber(name);
    this.meaning = isOther ? "other" : meaning;
  }

  get content(): Content {
    this.#content ??= contentOf(this.rows, this.column);
    return this.#content;
  }

  get isNamed(): boolean {
    return ["phone", "perhaps", "numbering"].includes(this.meaning);
  }

  /** Its name leaves it open what its cells are. */
  get isOpen(): boolean {
    return ["unknown", "mixed", "phone", "numbering"].includes(this.meaning);
  }

  /** Named as another number (an id, a date, an amount): its digits are no phone's. */
  get isDenied(): boolean {
    return this.meaning === "other" || this.meaning === "hash";
  }

  get isClosed(): boolean {
    return this.isDenied || this.meaning === "text";
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
  #found: readonly Examined[] | undefined;

  constructor(
    header: readonly string[] | undefined,
    rows: readonly (readonly string[])[],
    private readonly use: Use,
  ) {
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), header?.length ?? 0);
    this.#all = Array.from({ length: width }, (_, column) => new Examined(column, header?.[column], use, rows));
  }

  /** 0-based, ascending. */
  get columns(): number[] {
    return this.#positions((one) => this.#taken.includes(one));
  }

  /** Every column. */
  get examined(): ColumnCandidate[] {
    return this.#all.map((one) => ({
      column: one.column,
      ...(one.name === undefined ? {} : { name: one.name }),
      readable: this.readable(one.column),
      nonEmpty: one.content.nonEmpty,
      byName: one.isNamed,
      why: this.#taken.includes(one) ? whyTaken(one) : whyNot(one),
    }));
  }

  /** Columns that hold what reads as phones, and were not taken: in doubt, or for their names. */
  get others(): number[] {
    return this.#positions((one) => !this.#taken.includes(one) && looksLikePhones(one));
  }

  /** Columns named as other numbers. */
  get denied(): number[] {
    return this.#positions((one) => !this.#taken.includes(one) && one.isDenied);
  }

  /** Share of a column's non-empty cells with at least one number, 0 to 1. */
  readable(column: number): number {
    const { readable = 0, nonEmpty = 0 } = this.#all[column]?.content ?? {};
    return nonEmpty === 0 ? 0 : readable / nonEmpty;
  }

  #positions(isWanted: (one: Examined) => boolean): number[] {
    return this.#all.filter(isWanted).map(({ column }) => column);
  }

  get #taken(): readonly Examined[] {
    this.#found ??= this.use === "suppression" ? takeOfOptOuts(this.#all) : takeOfPhones(this.#all);
    return this.#found;
  }
}

function whyTaken({ isNamed, content }: Examined): ColumnReason {
  if (isNamed) return "name";
  return content.nonEmpty > 0 ? "content" : "empty";
}

function whyNot({ isClosed, content }: Examined): ColumnReason {
  if (isClosed) return "named-otherwise";
  if (content.nonEmpty === 0) return "empty";
  return content.isReadable ? "beside-phones" : "few-numbers";
}

/** Named columns, and of the others those that are no ids and no text, unless there is nothing else. */
function takeOfPhones(examined: readonly Examined[]): readonly Examined[] {
  const hasPhone = examined.some(({ meaning, content }) => meaning === "phone" && content.readable > 0);
  const byName = takenByName(examined).filter(({ meaning }) => meaning !== "numbering" || !hasPhone);
  const byContent = examined.filter((one) => !byName.includes(one) && one.isOpen && one.content.isReadable);
  const texts = byContent.filter(({ content }) => content.isWordy);
  const better = byContent.filter((one) => !texts.includes(one));
  if (byName.some(({ content }) => content.readable > 0))
    return [...byName, ...better.filter(({ content }) => content.isSpelled)];
  const taken = [...byName, ...(better.length > 0 ? better : texts)];
  return taken.length > 0 || examined.length > 1 ? taken : doubtful(examined, ["unknown"]);
}

/** Whatever could be phones. */
function takeOfOptOuts(examined: readonly Examined[]): readonly Examined[] {
  const byName = takenByName(examined, true);
  const byContent = examined.filter(
    ({ isOpen, meaning, content }) =>
      ((isOpen || meaning === "text") && content.isReadable) || (meaning === "mixed" && content.readable > 0),
  );
  const taken = [...byName, ...byContent];
  if (taken.length === 0) taken.push(...doubtful(examined, ["unknown", "mixed"]));
  if (taken.length === 0) return [];
  return [...taken, ...examined.filter(({ isClosed, content }) => !isClosed && content.nonEmpty === 0)];
}

/** `inDoubt`: any phone's name will do. Columns of words are left out, where nothing in those could be a number. */
function takenByName(examined: readonly Examined[], inDoubt = false): readonly Examined[] {
  const named = examined.filter(({ name, meaning, content }) => {
    if (meaning === "perhaps" || meaning === "numbering") return content.isConfirmed;
    if (meaning !== "phone" || content.isFlag) return false;
    return inDoubt || isPlainPhoneName(name!) || content.isConfirmed;
  });
  return named.some(({ content }) => content.possible > 0) ? named : named.filter(({ content }) => content.isConfirmed);
}

/** A list of nothing but doubtful numbers. */
function doubtful(examined: readonly Examined[], meanings: readonly ColumnMeaning[]): readonly Examined[] {
  return examined.filter(({ meaning, content }) => meanings.includes(meaning) && content.isPossible);
}

/** Worth telling of where it is not taken: digits alone under another number's name are what that says. */
function looksLikePhones({ meaning, content }: Examined): boolean {
  if (meaning === "phone" && !content.isFlag) return true;
  return meaning !== "hash" && content.isReadable && (meaning !== "other" || content.isSpelled);
}

/** Whether a file's first record is a header: no cell of it reads as a certain number (`telefono 2` does not). */
export function isHeader(firstRecord: readonly string[]): boolean {
  return !firstRecord.some(holdsNumber);
}

/** Whether a cell reads as the name of a phone column; a longer text than `mostWords` is a title or a remark. */
export function namesPhones(cell: string, mostWords: number): boolean {
  if (cell.trim().split(/\s+/).length > mostWords || saysNothing(cell)) return false;
  return ["phone", "perhaps", "numbering", "mixed"].includes(meaningOf(cell));
}
