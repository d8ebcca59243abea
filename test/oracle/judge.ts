// What becomes of every record of a phone list by the contract: the dispositions that the contract allows for each,
// and the numbers that may stand in its phone cells if it is kept.

import { type CellReading, distinct, plainText, readCell, sv } from "./cell.js";
import { isNoNumber, isPhone, isSurelyNoPhone } from "./columns.js";
import { ownOptOut, withOwnOptOuts } from "./own-opt-outs.js";
import { isInPlan, typeOf } from "./plan.js";
import { barsOf } from "./suppression.js";
import { groupsAmongWords, unmistakable } from "./unmistakable.js";
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
    const numbers = numbersOfRecord(
      row,
      list.header ?? [],
      columns,
      [...columns, ...named].sort((a, b) => a - b),
      read,
      unsure,
    );
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

/**
 * Every reading of every number in every phone cell, "unmistakable spellings in every other cell", and a cell of another column
 * that holds nothing but numbers, "unless the column is named as an id, a date or an amount"; in such columns "bare 8 digits" among
 * words, too.
 */
function numbersOfRecord(
  row: Row,
  names: readonly string[],
  columns: readonly number[],
  phones: readonly number[],
  cells: readonly CellReading[],
  unsure: readonly CellReading[],
) {
  const beside = row.cells
    .filter((_, at) => !columns.includes(at))
    .flatMap((cell) => unmistakable(plainText(cell)).map(sv));
  const named = row.cells.filter((_, at) => !columns.includes(at) && !isNoNumber(names[at] ?? ""));
  const alone = named.filter(isWordless).map((cell) => readCell(cell));
  const amongWords = named.flatMap((cell) => groupsAmongWords(plainText(cell)));
  const inPlan = (number: string) => number.startsWith("+503") && isInPlan(number.slice(4));
  const bare = [...alone.flatMap(({ certain }) => certain), ...amongWords.map(sv)].filter(inPlan);
  // "Torn numbers", over the phone cells.
  const torn = tornOver(phones.map((at) => row.cells[at] ?? ""));
  const others = row.cells.filter((_, at) => !columns.includes(at)).flatMap(looseNumbers);
  return {
    must: distinct([...cells.flatMap(({ must }) => must), ...beside, ...bare, ...torn]),
    may: distinct([
      ...cells.flatMap(({ may }) => may),
      ...unsure.flatMap(({ may }) => may),
      ...beside,
      ...alone.flatMap(({ may }) => may),
      ...others,
      ...torn,
    ]),
  };
}

/** Whether a cell holds no word but one between two numbers, and the `E` of a float. */
function isWordless(cell: string): boolean {
  return !/\p{L}|[$€]/u.test(plainText(cell).replace(/(?<!\p{L})(?:y|e|o|u|and)(?!\p{L})/giu, ""));
}

/** Numbers whose digits stand in several neighbouring cells, which are no numbers themselves; empty cells don't count. */
function tornOver(cells: readonly string[]): string[] {
  const numberOf = (digits: string) => /^(?:(?:00|011)?503)?(\d{8})$/.exec(digits)?.[1] ?? "";
  const filled = cells.filter((cell) => cell !== "").map((cell) => (/^\d{1,13}$/.test(cell) ? cell : ""));
  const parts = filled.map((cell) => (isInPlan(numberOf(cell)) ? "" : cell));
  return parts.flatMap((_, first) =>
    parts.flatMap((_, last) => {
      const run = parts.slice(first, last + 1);
      const national = numberOf(run.join(""));
      return last > first && !run.includes("") && isInPlan(national) ? [sv(national)] : [];
    }),
  );
}

/** Spellings that are hardly mistakable: four and four digits, or eight behind 503, with anything between and around them; the last eight in a row; and eight alone, in which something may stand that nobody sees. */
function looseNumbers(cell: string): string[] {
  const text = plainText(cell);
  const fours = [...text.matchAll(/(?=(\d{4})\D{1,3}(\d{4}))/g)].map(([, first, second]) => `${first}${second}`);
  const behind503 = [...text.matchAll(/(?=503\D{0,3}((?:\d\D{0,3}){8}))/g)].map(([, digits]) =>
    digits!.replace(/\D/g, ""),
  );
  const alone = /^[\d ()/._*~[\]{}+-]*$/.test(text) ? text.replace(/\D/g, "").slice(-8) : "";
  const rows = (text.match(/\d{8,}/g) ?? []).map((digits) => digits.slice(-8));
  return [...fours, ...behind503, ...rows, ...(alone.length < 8 ? [] : [alone])]
    .map(sv)
    .concat(/\+/.test(text) ? readCell(cell).may : []);
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
  return cells.slice(0, at + 1).every(({ understood }) => understood) ? first : undefined;
}

/** The dispositions of a record that no opt-out bars. */
function unbarred(
  cells: readonly CellReading[],
  contactable: readonly string[],
  primary: string | undefined,
  seen: Seen,
  options: Options,
): string[] {
  const isUnderstood = cells.every(({ understood }) => understood);
  if (contactable.length > 0) {
    // "A number may be contacted; it was not / was seen before in this run."
    // What is not understood may hold the record's first number.
    const mayBeFirst = cells.flatMap(({ certain, may, understood }) => (understood ? certain : may));
    const isWithheld = mayBeFirst.some((number) => seen.isPerhapsWithheld(number));
    if (options.keepDuplicates) return isWithheld ? ["clean", "duplicate"] : ["clean"];
    if (primary === undefined) return ["clean", "duplicate"];
    if (seen.isSure(primary)) return ["duplicate"];
    // Where cells stay as they are, what a suppressed record withholds can't be taken out of a record that is kept.
    const isOpen = seen.isPossible(primary) || (isWithheld && options.phoneFormat === "original");
    return isOpen ? ["clean", "duplicate"] : ["clean"];
  }
  if (!isUnderstood) return ["clean", "duplicate", "excluded", "foreign", "invalid/*"];
  const certain = cells.flatMap((cell) => cell.certain);
  if (certain.some((number) => typeOf(number) !== "foreign")) return ["excluded"];
  if (certain.length > 0) return ["foreign"];
  // Ten to fifteen digits without `+` may be another country's number, and nothing else.
  const isPerhapsForeign = cells.some(({ must }) =>
    must.some((number) => !number.startsWith("+503") && typeOf(number) === "foreign"),
  );
  const reasons = distinct(cells.map(({ reason }) => reason));
  const stated = reasons.length > 1 ? reasons.filter((reason) => reason !== "empty") : reasons;
  return [
    ...stated.map((reason) => `invalid/${reason}`),
    ...(isPerhapsForeign ? ["foreign", ...(options.keepForeign ? ["clean"] : [])] : []),
  ];
}

/**
 * "Each phone cell of a kept record ends up with one number that may be contacted, or empty (a cell without a digit stays as
 * it is)."
 */
function leftIn(raw: string, cell: CellReading, seen: Seen, options: Options): readonly string[] | undefined {
  if (!/\p{N}/u.test(raw)) return [raw];
  if (!cell.understood) return undefined;
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
