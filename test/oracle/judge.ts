// What becomes of every record of a phone list by the contract: the dispositions that the contract allows for each,
// and the numbers that may stand in its phone cells if it is kept.

import { type CellReading, distinct, numbersBeside, readCell } from "./cell.js";
import { isNoNumber, isPhone, isSurelyNoPhone } from "./columns.js";
import { ownOptOut, withOwnOptOuts } from "./own-opt-outs.js";
import { typeOf } from "./plan.js";
import { barsOf } from "./suppression.js";
import { isBroken, isRagged, type Options, type Row, type Table, type World, widthOf } from "./world.js";

export interface Verdict {
  /** `clean`, `duplicate`, `suppressed`, `excluded`, `foreign`, or `invalid/REASON`; `invalid/*` is every reason. */
  allowed: ReadonlySet<string>;
  /** If it is kept: for each phone column the numbers that may stand there, `""` for none; undefined where it may be anything. */
  left: ReadonlyMap<number, readonly string[] | undefined>;
}

/** The phone columns of a list, 0-based: those that the contract names, and those that a program may take for one by their content. */
export function phoneColumns(whole: Table, options: Options): { sure: number[]; open: number[] } {
  const list = withoutIgnored(whole, options);
  if (options.columns.length > 0) return { sure: options.columns.map((position) => position - 1), open: [] };
  const all = Array.from({ length: widthOf(list) }, (_, at) => at);
  const filled = (at: number) => list.rows.map((row) => row.cells[at] ?? "").filter((cell) => cell !== "");
  const isNumber = (cell: string) => readCell(cell).certain.length > 0;
  const holdsNumber = (cell: string) => readCell(cell).must.length > 0;
  const { header } = list;
  // Whether a named column that holds no number among the first thousand records is rewritten, the contract leaves open.
  const begins = (at: number) => list.rows.slice(0, 1000).some(({ cells }) => isNumber(cells[at] ?? ""));
  const isOfNumbers = (at: number) => filled(at).length > 0 && filled(at).every(isNumber);
  const sure = all.filter((at) => (header === undefined ? isOfNumbers(at) : isPhone(header[at]!) && begins(at)));
  const mayBe = (at: number) => {
    const name = header?.[at];
    if (name !== undefined && isSurelyNoPhone(name)) return false;
    return filled(at).some(holdsNumber) || (name !== undefined && isPhone(name));
  };
  return { sure, open: all.filter((at) => !sure.includes(at) && mayBe(at)) };
}

/** The list without what `--ignore-column` names: "not looked at at all, neither for numbers nor for opt-outs". */
function withoutIgnored({ header, rows }: Table, { ignored }: Options): Table {
  const emptied = (cells: readonly string[]) => cells.map((cell, at) => (ignored.includes(at + 1) ? "" : cell));
  return {
    header: header === undefined ? undefined : emptied(header),
    rows: rows.map((row) => ({ ...row, cells: emptied(row.cells) })),
  };
}

/** Verdicts in the order of the records, if these are the list's phone columns. */
export function judge(world: World, columns: readonly number[], now: number): Verdict[] {
  const { options } = world;
  const list = withoutIgnored(world.list, options);
  const width = widthOf(list);
  const bars = withOwnOptOuts(barsOf(world.suppress, options, now), { list, whole: world.list }, options, columns);
  const seen = new Seen();
  // Columns that may be phones are perhaps looked at and not rewritten.
  const unsureColumns = phoneColumns(list, options).open.filter((column) => !columns.includes(column));
  return list.rows.map((row): Verdict => {
    if (isBroken(row, width)) {
      for (const cell of row.cells) seen.mayBe(readCell(cell).may);
      const reasons = [
        ...(isRagged(row, width) ? ["invalid/ragged"] : []),
        ...(row.isMalformed ? ["invalid/malformed"] : []),
      ];
      return { allowed: new Set(reasons), left: new Map() };
    }
    const cells = columns.map((column) => readCell(row.cells[column] ?? ""));
    const unsure = unsureColumns.map((column) => readCell(row.cells[column] ?? ""));
    // "A column named as a phone is read in every record", whether it holds a number to rewrite or none.
    const named = unsureColumns.filter(
      (column) => options.columns.length === 0 && isPhone(list.header?.[column] ?? ""),
    );
    const namedCells = named.map((column) => readCell(row.cells[column] ?? ""));
    const read = [...cells, ...namedCells];
    const numbers = numbersOfRecord(row, list.header ?? [], read, (at) => columns.includes(at) || named.includes(at));
    const own = ownOptOut(row, list, options);
    const isBarred = own === true || numbers.must.some((number) => bars.must.has(number));
    const mayBeBarred = own !== false || numbers.may.some((number) => bars.may.has(number));
    const contactable = distinct(
      cells.flatMap(({ certain }) => certain).filter((number) => mayContact(number, options)),
    );
    if (isBarred) {
      // "Every contactable number of a record that was not kept counts as seen too."
      seen.surely(contactable);
      seen.withhold(contactable);
      seen.mayBe(numbers.may);
      seen.mayBeWithheld(numbers.may);
      return { allowed: new Set(["suppressed"]), left: new Map() };
    }
    const left = new Map(
      columns.map((column, i) => [column, leftIn(row.cells[column] ?? "", cells[i]!, seen, options)]),
    );
    const allowed = new Set(mayBeBarred ? ["suppressed"] : []);
    const isCertain = unsure.every(({ must }) => must.length === 0);
    const primary = isCertain ? primaryOf(cells, contactable) : undefined;
    // "One from a suppressed record is left in no phone cell after it", nor where it can't be taken out of one.
    const standing = options.phoneFormat === "original" ? read : namedCells;
    const isBesideWithheld = standing.some(({ must }) => must.some((number) => seen.isPerhapsWithheld(number)));
    if (isBesideWithheld && contactable.length > 0) allowed.add("duplicate");
    for (const disposition of unbarred(cells, contactable, primary, seen, options)) allowed.add(disposition);
    if (!isCertain) for (const disposition of ["clean", "duplicate"]) allowed.add(disposition);
    takeNote(allowed, primary, contactable, numbers.may, seen);
    return { allowed, left };
  });
}

/** "Every number in every phone cell, certain or candidate", and what counts in other columns. */
function numbersOfRecord(
  row: Row,
  names: readonly string[],
  read: readonly CellReading[],
  isPhone: (column: number) => boolean,
) {
  const others = row.cells.filter((_, at) => !isPhone(at) && !isNoNumber(names[at] ?? ""));
  const must = distinct([...read.flatMap((cell) => cell.must), ...others.flatMap(numbersBeside)]);
  return { must, may: distinct([...must, ...[...read, ...others.map(readCell)].flatMap(({ may }) => may)]) };
}

/** "`sms` also excludes fixed lines"; types that are not asked for; `--keep-foreign`. */
function mayContact(number: string, { channel, types, keepForeign }: Options): boolean {
  const type = typeOf(number);
  if (type === undefined || (type === "fixed" && channel === "sms")) return false;
  return type === "foreign" ? keepForeign : types.includes(type);
}

/** "The primary number of a record is its first that may be contacted"; undefined where an earlier cell may hold another. */
function primaryOf(cells: readonly CellReading[], contactable: readonly string[]): string | undefined {
  const [first] = contactable;
  const at = cells.findIndex(({ certain }) => first !== undefined && certain.includes(first));
  return cells.slice(0, at + 1).every(({ isUnderstood }) => isUnderstood) ? first : undefined;
}

/** The dispositions of a record that no opt-out bars. */
function unbarred(
  cells: readonly CellReading[],
  contactable: readonly string[],
  primary: string | undefined,
  seen: Seen,
  options: Options,
): string[] {
  const isUnderstood = cells.every(({ isUnderstood }) => isUnderstood);
  if (contactable.length > 0) {
    // "A number may be contacted; it was not / was seen before in this run."
    // What is not understood may hold the record's first number.
    const mayBeFirst = cells.flatMap(({ certain, may, isUnderstood }) => (isUnderstood ? certain : may));
    const isWithheld = mayBeFirst.some((number) => seen.isPerhapsWithheld(number));
    if (options.keepDuplicates) return isWithheld ? ["clean", "duplicate"] : ["clean"];
    if (primary === undefined) return ["clean", "duplicate"];
    // A number that is withheld decides nothing.
    if (seen.isSure(primary)) return isWithheld ? ["clean", "duplicate"] : ["duplicate"];
    // Where cells stay as they are, what a suppressed record withholds can't be taken out of a record that is kept.
    const isOpen = seen.isPossible(primary) || (isWithheld && options.phoneFormat === "original");
    return isOpen ? ["clean", "duplicate"] : ["clean"];
  }
  if (!isUnderstood) return ["clean", "duplicate", "excluded", "foreign", "invalid/*"];
  const certain = cells.flatMap((cell) => cell.certain);
  if (certain.some((number) => typeOf(number) !== "foreign")) return ["excluded"];
  if (certain.length > 0) return ["foreign"];
  const reasons = distinct(cells.map(({ reason }) => reason));
  const stated = reasons.length > 1 ? reasons.filter((reason) => reason !== "empty") : reasons;
  return stated.map((reason) => `invalid/${reason}`);
}

/**
 * "Each phone cell of a kept record ends up with one number that may be contacted, or empty (a cell without a digit stays as
 * it is)."
 */
function leftIn(raw: string, cell: CellReading, seen: Seen, options: Options): readonly string[] | undefined {
  if (!/\p{N}/u.test(raw)) return [raw];
  if (!cell.isUnderstood) return undefined;
  // "One from a suppressed record is left in no phone cell after it."
  const left = cell.certain.filter((number) => mayContact(number, options) && !seen.isWithheld(number));
  return left.every((number) => seen.isPerhapsWithheld(number)) ? [...left, ""] : left;
}

function takeNote(
  allowed: ReadonlySet<string>,
  primary: string | undefined,
  contactable: readonly string[],
  may: readonly string[],
  seen: Seen,
): void {
  if (allowed.has("clean")) {
    // Whether it is kept or not, its primary number is seen; whether its other numbers are, the contract leaves open.
    if (primary !== undefined) seen.surely([primary]);
    seen.mayBe(allowed.size > 1 ? may : contactable);
  } else {
    seen.surely(contactable);
    seen.mayBe(may);
  }
  if (allowed.has("suppressed")) seen.mayBeWithheld(may);
}

/** Numbers seen so far: for certain, and perhaps. */
class Seen {
  readonly #sure = new Set<string>();
  readonly #possible = new Set<string>();
  readonly #withheld = new Set<string>();
  readonly #perhapsWithheld = new Set<string>();

  surely(numbers: readonly string[]): void {
    for (const number of numbers) this.#sure.add(number);
  }

  mayBe(numbers: readonly string[]): void {
    for (const number of numbers) this.#possible.add(number);
  }

  /** Numbers of a record that was suppressed: they are left in no phone cell after it. */
  withhold(numbers: readonly string[]): void {
    for (const number of numbers) this.#withheld.add(number);
  }

  mayBeWithheld(numbers: readonly string[]): void {
    for (const number of numbers) this.#perhapsWithheld.add(number);
  }

  isSure(number: string): boolean {
    return this.#sure.has(number);
  }

  isPossible(number: string): boolean {
    return this.#sure.has(number) || this.#possible.has(number);
  }

  isWithheld(number: string): boolean {
    return this.#withheld.has(number);
  }

  isPerhapsWithheld(number: string): boolean {
    return this.#withheld.has(number) || this.#perhapsWithheld.has(number);
  }
}
