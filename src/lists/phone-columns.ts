// Detects phone columns: by their names, confirmed by their cells.

import { LISTED_AT } from "../headers/date-names.js";
import { namesOtherNumber } from "../headers/event-columns.js";
import { type ColumnMeaning, isPhone, isPlainPhoneName, meaningOf } from "../headers/phone-names.js";
import { readCell } from "../phone/read.js";
import { type Content, contentOf, saysNothing } from "./column-content.js";
import { holdsNumber } from "./phone-cells.js";

export type ColumnCandidate = PhoneColumns["examined"][number];

/** The digits of a phone number before 2005. */
const FEWEST_DIGITS = 7;

/** Why a column is a phone column (its name, its cells, an empty one of opt-outs), or why not. */
export type ColumnReason = "name" | "content" | "empty" | "named-otherwise" | "few-numbers" | "beside-phones";

type Use = "phone-list" | "suppression";

/** A column. Its cells are counted at the first use of `content`. */
class Examined {
  #content: Content | undefined;
  readonly meaning: ColumnMeaning;

  constructor(
    readonly column: number,
    readonly name: string | undefined,
    use: Use,
    private readonly rows: readonly (readonly string[])[],
  ) {
    const whatItHolds = name?.replace(LISTED_AT, "") ?? "";
    const meaning = meaningOf(whatItHolds);
    // In a suppression list a date's name counts as an id's, as in other columns.
    const isOther = use === "suppression" && meaning !== "hash" && namesOtherNumber(whatItHolds);
    this.meaning = isOther ? "other" : meaning;
  }

  get content(): Content {
    this.#content ??= contentOf(this.rows, this.column);
    return this.#content;
  }

  get isNamed(): boolean {
    return isPhone(this.meaning);
  }

  /** Whether its name leaves open what the cells are. */
  get isOpen(): boolean {
    return ["unknown", "mixed", "phone", "numbering"].includes(this.meaning);
  }

  /** Whether it is named as another number (an id, a date, an amount): its digits are no phone. */
  get isDenied(): boolean {
    return this.meaning === "other" || this.meaning === "hash";
  }

  get isClosed(): boolean {
    return this.isDenied || this.meaning === "text";
  }
}

/**
 * Detects the phone columns. A column named as phones is one, because later cells may hold numbers, unless its cells are flags or
 * facts about phones. A column with an open name is one if half of its cells are numbers; of opt-outs also in doubt, or if empty:
 * elsewhere bare digits may be ids. A column named as another number is none: a sample would decide whether its digits count.
 */
export class PhoneColumns {
  readonly #all: readonly Examined[];
  #detected: readonly Examined[] | undefined;

  /** `rows`: a sample without the header. */
  constructor(
    header: readonly string[] | undefined,
    rows: readonly (readonly string[])[],
    private readonly use: Use,
  ) {
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), header?.length ?? 0);
    this.#all = Array.from({ length: width }, (_, column) => new Examined(column, header?.[column], use, rows));
  }

  /** The phone columns, 0-based, ascending. */
  get columns(): number[] {
    return this.#positions((one) => this.#phones.includes(one));
  }

  get examined() {
    return this.#all.map((one) => ({
      column: one.column,
      name: one.name,
      // The share of non-empty cells with a certain number, 0 to 1.
      readable: this.readable(one.column),
      nonEmpty: one.content.nonEmpty,
      byName: one.isNamed,
      why: this.#phones.includes(one) ? whyPhones(one) : whyNot(one),
    }));
  }

  /** The columns that look like phones, but are none. */
  get others(): number[] {
    return this.#positions((one) => !this.#phones.includes(one) && looksLikePhones(one));
  }

  /** The columns that are named as other numbers. */
  get denied(): number[] {
    return this.#positions((one) => !this.#phones.includes(one) && one.isDenied);
  }

  /** Returns the share of a column's non-empty cells with a certain number, 0 to 1. */
  readable(column: number): number {
    const { readable = 0, nonEmpty = 0 } = this.#all[column]?.content ?? {};
    return nonEmpty === 0 ? 0 : readable / nonEmpty;
  }

  #positions(isWanted: (one: Examined) => boolean): number[] {
    return this.#all.filter(isWanted).map(({ column }) => column);
  }

  get #phones(): readonly Examined[] {
    this.#detected ??= this.use === "suppression" ? columnsOfSuppressionList(this.#all) : columnsOfPhoneList(this.#all);
    return this.#detected;
  }
}

function whyPhones({ isNamed, content }: Examined): ColumnReason {
  if (isNamed) return "name";
  return content.nonEmpty > 0 ? "content" : "empty";
}

function whyNot({ isClosed, content }: Examined): ColumnReason {
  if (isClosed) return "named-otherwise";
  if (content.nonEmpty === 0) return "empty";
  return content.isReadable ? "beside-phones" : "few-numbers";
}

/** Returns columns named as phones, and others with numbers; of these ids and texts only if nothing else is left. */
function columnsOfPhoneList(examined: readonly Examined[]): readonly Examined[] {
  const byName = namedColumns(examined).filter(({ meaning }) => meaning !== "numbering" || !hasPhone(examined));
  const byContent = examined.filter((one) => !byName.includes(one) && one.isOpen && one.content.isReadable);
  const better = byContent.filter(({ content }) => !content.isWordy);
  if (byName.some(({ content }) => content.readable > 0))
    return [...byName, ...better.filter(({ content }) => content.isSpelled)];
  const phones = [...byName, ...(better.length > 0 ? better : byContent)];
  return phones.length > 0 || examined.length > 1 ? phones : doubtful(examined, ["unknown"]);
}

function columnsOfSuppressionList(examined: readonly Examined[]): readonly Examined[] {
  // `Contact ID` next to `Phone Number` holds ids, unless one of its cells is a number.
  const isOfPhones = ({ meaning, content }: Examined) => meaning !== "numbering" || content.readable > 0;
  const byName = namedColumns(examined, true).filter((one) => isOfPhones(one) || !hasPhone(examined));
  const byContent = examined.filter(
    ({ isOpen, meaning, content }) =>
      ((isOpen || meaning === "text") && content.isReadable) || (meaning === "mixed" && content.readable > 0),
  );
  const phones = [...byName, ...byContent];
  if (phones.length === 0) phones.push(...doubtful(examined, ["unknown", "mixed"]));
  if (phones.length === 0) return [];
  return [...phones, ...examined.filter(({ isClosed, content }) => !isClosed && content.nonEmpty === 0)];
}

const hasPhone = (examined: readonly Examined[]) =>
  examined.some(({ meaning, content }) => meaning === "phone" && content.readable > 0);

/** Returns columns named as phones, also empty ones if another holds numbers. `inDoubt`: any phone's name is enough. */
function namedColumns(examined: readonly Examined[], inDoubt = false): readonly Examined[] {
  const named = examined.filter(({ name, meaning, content }) => {
    if (meaning === "perhaps" || meaning === "numbering") return content.isConfirmed;
    if (meaning !== "phone" || content.isFlag) return false;
    return inDoubt || isPlainPhoneName(name!) || content.isConfirmed;
  });
  return named.some(({ content }) => content.possible > 0) ? named : named.filter(({ content }) => content.isConfirmed);
}

/** Returns the columns of a list in which all numbers are doubtful. */
function doubtful(examined: readonly Examined[], meanings: readonly ColumnMeaning[]): readonly Examined[] {
  return examined.filter(({ meaning, content }) => meanings.includes(meaning) && content.isPossible);
}

/** Whether a column that is none looks like phones. Under the name of another number, bare digits do not. */
function looksLikePhones({ meaning, content }: Examined): boolean {
  if (meaning === "phone" && !content.isFlag) return true;
  return meaning !== "hash" && content.isReadable && (meaning !== "other" || content.isSpelled);
}

/** Whether a first record is a header: no cell holds a certain number (`telefono 2` does not). */
export function isHeader(firstRecord: readonly string[]): boolean {
  return !firstRecord.some(holdsNumber);
}

/**
 * Whether a cell is the name of a phone column. With more words than `mostWords` it is a title or a remark, and with the
 * digits of a number a record's: `Cel: 7O12-345678`.
 */
export function namesPhones(cell: string, mostWords: number): boolean {
  if (cell.trim().split(/\s+/).length > mostWords || saysNothing(cell)) return false;
  if (/\p{Nd}/u.test(cell) && readCell(cell).digits.leftover >= FEWEST_DIGITS) return false;
  return isPhone(meaningOf(cell), "mixed");
}
