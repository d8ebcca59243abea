// Which row is the header: the first one, unless a row further down names columns that it does not. Then nobody is asked
// what the rows above mean: they are named to the user, who says where the header is.

import type { SampleRecord } from "../csv/cells.js";
import { findEventColumns } from "../headers/event-columns.js";
import { isSeries } from "../headers/made-up-names.js";
import { isContactAlone, namesBarring, namesRemarks, optOutColumnOf } from "../headers/own-opt-outs.js";
import { type ColumnMeaning, foldName, isPlainPhoneName, meaningOf } from "../headers/phone-names.js";
import { decoded } from "../phone/normalise.js";
import { spellsNumber } from "../phone/number-words.js";
import { readCell, readEveryNumber } from "../phone/read.js";
import { readRanges } from "../phone/wildcards.js";
import { type Content, contentOf, isConvincing, saysNothing } from "./column-content.js";
import { isHeader, namesPhones, PhoneColumns } from "./phone-columns.js";
import { ENDS_WITH_COLON, filled, numbersIn, recordedNumbers } from "./row-numbers.js";
import type { ListUse } from "./table.js";

/** The lines from `first` up to `next` stand above the header, or above the first record, which `next` seems to be. */
export interface RowsAbove {
  first: number;
  next: number;
  nextIs: "header" | "records";
  /** The first of them holds a number, so that it was taken for a record. */
  isFirstData: boolean;
  /** The first row names phones, and records stand below it: `next` begins another list. */
  isJoined: boolean;
}

/** Further down no header is looked for. */
const MOST_ROWS = 20;
/** The share of records that must have one width. */
const CONSISTENT = 0.7;
/** A longer text than so many words is a title or a remark, unless it asks for a number. */
const MOST_WORDS = 4;
/** Names no column, whatever it is the digest of. */
const HEX_DIGEST = /^\s*[0-9a-f]{32,128}\s*$/i;
/** Names of columns are dates, too (`31/10/2026`). */
const DATE = /^\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\s*$/;
/** More than a name is numbered with: `tel. 503 7` is a torn number. */
const DIGITS = /\d(?:\D*\d){2}/;
/** `phone_e164`, `sha256` and `celular 2026` are names, `cel. 70l2-3456` is none. */
const MORE_THAN_A_YEAR = /\d(?:\D*\d){4}/;
/** One or two letters among digits: beside such a cell even `sms` is a value. */
const TORN_BY_LETTERS = /^[^\p{L}]*\d[^\p{L}]*(?:\p{L}[^\p{L}]*){1,2}$/u;
/** `Telefono (ej. 7000-0000)`: no record says so. */
const EXAMPLE = /(?:^|[\s([])(?:ej|ejemplo|eg|e\.g|example|formato|format)\b/iu;
const NAMES_ENTRIES: ReadonlySet<ColumnMeaning> = new Set(["phone", "perhaps", "numbering", "mixed", "hash"]);

/**
 * Finds the rows above a list, in its first records as they are cut. A later row is the header where it holds no number
 * and names a phone, an opt-out or a consent, of a suppression list also a date, an action and so on, in a cell where the
 * first does not, unless what stands around it shows that it is a record that holds such a word.
 */
export function findRowsAbove(records: readonly SampleRecord[], use: ListUse): RowsAbove | undefined {
  const [first] = records;
  // The header of a registry or of its reviews is one, whatever stands below: senders that can't be read hold no number.
  if (first === undefined || findEventColumns(first.cells).kind === "registry") return undefined;
  const found = (next: SampleRecord, nextIs: RowsAbove["nextIs"]): RowsAbove => {
    const isFirstData = !isHeader(first.cells);
    const isJoined = !isFirstData && begun.size > 0 && [...namesIn(first.cells, use).values()].includes("phone");
    return { first: first.line, next: next.line, nextIs, isFirstData, isJoined };
  };
  /** Columns in which a row above held a number as a record does. */
  const begun = new Set<number>(recordedNumbers(first));
  for (const [at, row] of records.slice(1, MOST_ROWS + 1).entries()) {
    const numbers = numbersIn(row.cells);
    const below = records.slice(at + 2);
    const isHeaderHere = () =>
      isHeaderBelow(row, first, below, begun, use) ||
      (use === "phone-list" && begun.size === 0 && isHeaderInOneCell(row, first, below));
    if (!row.malformed && numbers.length === 0 && isHeaderHere())
      return found(begun.size === 0 ? belowGroups(row, below, use) : row, "header");
    for (const column of recordedNumbers(row, numbers)) begun.add(column);
  }
  const [, second] = records;
  if (use === "phone-list" && second !== undefined && isHeaderContinued(first, second)) return found(second, "header");
  const wider = findWiderRecords(first, records.slice(1));
  return wider && found(wider, "records");
}

/** `Teléfonos` over `Celular` and `Casa`: the name of a group stands above the header, which names more phones than it. */
function belowGroups(row: SampleRecord, below: readonly SampleRecord[], use: ListUse): SampleRecord {
  const [next, ...further] = below;
  if (next === undefined || next.malformed || numbersIn(next.cells).length > 0) return row;
  const isHeaderHere = isHeaderBelow(next, row, further, new Set(), use);
  return isHeaderHere ? belowGroups(next, further, use) : row;
}

/** `Do Not` above `Call`: a name parted between two rows, neither of which names an opt-out or a consent by itself. */
function isHeaderContinued(first: SampleRecord, second: SampleRecord): boolean {
  if (second.malformed || !isHeader(first.cells) || numbersIn(second.cells).length > 0) return false;
  return second.cells.some(
    (cell, column) => !namesOwn(cell) && partedName(first.cells[column] ?? "", cell) !== undefined,
  );
}

/** In whatever words: what asks to stop is a remark, and goes on from no name above it. */
function namesOwn(text: string): boolean {
  return optOutColumnOf(text) !== undefined;
}

/** What two cells, one below the other, name together and the first does not. `Consen-` goes on without a space. */
function partedName(above: string, below: string): "opt-out" | "consent" | undefined {
  if (above.trim() === "" || below.trim() === "" || ANSWER.test(below) || DIGITS.test(below)) return undefined;
  if (namesOwn(above)) return undefined;
  const together = /[-\u00ad]\s*$/.test(above)
    ? above.replace(/[-\u00ad]\s*$/, "") + below.trim()
    : `${above} ${below}`;
  if (!namesBarring(together)) return undefined;
  return optOutColumnOf(together) === "consent" ? "consent" : "opt-out";
}

/** `below`: the records that would be its own. */
function isHeaderBelow(
  row: SampleRecord,
  first: SampleRecord,
  below: readonly SampleRecord[],
  begun: ReadonlySet<number>,
  use: ListUse,
): boolean {
  if (isBelowSeries(row, first, below, begun)) return true;
  const names = namesIn(row.cells, use);
  if (names.size === 0 || isSameRow(row, first) || row.cells.some(isEntry)) return false;
  // In a list of one column nothing hangs on its header.
  if (begun.size > 0 && row.cells.length === 1) return false;
  const rows = below.map(({ cells }) => cells);
  const named = namesIn(first.cells, use);
  if (use === "suppression" && lacksPhone(row, first, named)) return false;
  const contents = new Map<number, Content>();
  const contentIn = (column: number) => {
    const known = contents.get(column) ?? contentOf(rows, column);
    contents.set(column, known);
    return known;
  };
  const isPhone = (column: number) => names.get(column) === "phone";
  if ([...begun].some((column) => !isPhone(column) && (rows.length === 0 || isConvincing(contentIn(column)))))
    return false;
  // A record whose phone cell says nothing but `Celular` is rarer than a header below another.
  if ([...names.keys()].some((column) => isPhone(column) && contentIn(column).possible > 0)) return true;
  const isFresh = (column: number) =>
    named.get(column) !== names.get(column) &&
    !(names.get(column) === "perhaps phone" && named.get(column) === "phone");
  const fits = [...names]
    .filter(([column]) => isFresh(column))
    .map(([column, name]) => fitOf(name, row.cells[column]!, column, rows, contentIn(column)));
  if (fits.includes("fits")) return true;
  if (!fits.includes("open")) return false;
  // The first row names phones where phones are, and this one, which names none there, says no more than it.
  const isConfirmed = [...named].some(
    ([column, name]) => name === "phone" && !isPhone(column) && contentIn(column).possible > 0,
  );
  return !(isConfirmed && filled(first.cells).length >= filled(row.cells).length);
}

/** `,fax` below `movil,medio`: a record without its phone. */
function lacksPhone({ cells }: SampleRecord, first: SampleRecord, named: ReadonlyMap<number, Name>): boolean {
  if (filled(cells).length >= filled(first.cells).length) return false;
  return [...named].some(([column, name]) => name === "phone" && !cells[column]?.trim());
}

/** Words below made-up names, and numbers below one of the words: whatever they name, `Columna1` names less. */
function isBelowSeries(
  { cells }: SampleRecord,
  first: SampleRecord,
  below: readonly SampleRecord[],
  begun: ReadonlySet<number>,
): boolean {
  if (begun.size > 0 || cells.length !== first.cells.length || !isSeries(first.cells)) return false;
  const isWord = (cell: string) => /\p{L}/u.test(cell) && !DIGITS.test(cell) && !saysNothing(cell);
  if (!cells.every((cell) => cell === "" || isWord(cell))) return false;
  const rows = below.map((record) => record.cells);
  return cells.some((cell, column) => isWord(cell) && isConvincing(contentOf(rows, column)));
}

/**
 * Whether a line that was read as one cell is several names, with a mark between them that most lines below hold: ragged or
 * spaced records make no table below a title. Where whole lines are kept, the title would be their header.
 */
function isHeaderInOneCell({ cells }: SampleRecord, first: SampleRecord, below: readonly SampleRecord[]): boolean {
  if (cells.length > 1 || first.cells.length > 1) return false;
  const cut = (text: string, mark: string) => text.split(mark).map((part) => part.trim());
  return [",", ";", "\t", "|"].some((mark) => {
    const names = cut(cells[0]!, mark);
    // A box is drawn with spaces: its lines are kept as they stand.
    if (names.length < 2 || (mark === "|" && names.join(mark) !== cells[0])) return false;
    const rows = below.map((record) => cut(record.cells.join("\n"), mark));
    // A name stands once: what comes again below is a value.
    const isName = (column: number) => !rows.some((row) => row[column] === names[column]);
    const isTable = rows.length === 0 || rows.filter((row) => row.length > 1).length * 2 > rows.length;
    return isTable && [...namesIn(names, "phone-list").keys()].some(isName);
  });
}

/** What a row above the header calls a column that the header does not call so. */
export interface LostName {
  /** From 0. */
  column: number;
  name: LosableName;
}
/** What decides who is barred, when and where; `question`: what the answers under a channel's name are to. */
export type LosableName = Exclude<Name, "phone" | "perhaps phone"> | "question";

/**
 * Finds a name in the rows above the header that the header does not repeat, in a column whose meaning the user does not
 * say. The name of a group stands above the empty cells behind it, too. `rows`: the first records.
 */
export function findLostName(
  above: readonly (readonly string[])[],
  { header, rows }: { header: readonly string[]; rows: readonly (readonly string[])[] },
  use: ListUse,
  isTold: (column: number) => boolean,
): LostName | undefined {
  const below = namesIn(header, use);
  const last = use === "phone-list" ? (above.at(-1) ?? []) : [];
  for (const [column, cell] of last.entries()) {
    const name = partedName(cell, header[column] ?? "");
    if (name !== undefined && name !== below.get(column) && !isTold(column)) return { column, name };
  }
  for (const cells of above) {
    for (const [column, name] of namesIn(cells, use)) {
      if (name === "phone" || name === "perhaps phone") continue;
      // `Fecha: 31/10/2026` tells of the list, not of a column.
      if (isOfEvents(name) && (ENDS_WITH_COLON.test(cells[column]!) || DIGITS.test(cells[column]!))) continue;
      const end = isOfEvents(name) ? column + 1 : endOfGroup(cells, column, header);
      for (let at = column; at < end; at++) if (below.get(at) !== name && !isTold(at)) return { column: at, name };
    }
    if (use === "suppression") continue;
    const isAsked = (name: string, at: number) => isContactAlone(name) && isAnswered(at, name, rows);
    const asked = header.findIndex((name, at) => !isTold(at) && hasHeading(cells, at, header) && isAsked(name, at));
    if (asked >= 0) return { column: asked, name: "question" };
  }
  return undefined;
}

/** Whether words of another name stand above a column, or above it and others: `Preferencias` over `Llamadas` and `SMS`. */
function hasHeading(cells: readonly string[], column: number, header: readonly string[]): boolean {
  let at = Math.min(column, cells.length - 1);
  while (at > 0 && cells[at]!.trim() === "") at--;
  const heading = cells[at] ?? "";
  // `Empresa:,ACME` tells of the list.
  if (
    cells.some((cell) => ENDS_WITH_COLON.test(cell)) ||
    !/\p{L}/u.test(heading) ||
    isSeries(cells) ||
    (at === 0 && filled(cells).length === 1)
  )
    return false;
  return column < endOfGroup(cells, at, header) && foldName(heading) !== foldName(header[column]!);
}

/** Whether the cells of a column are answers; where there are none yet, a phone's name promises phones. */
function isAnswered(column: number, name: string, rows: readonly (readonly string[])[]): boolean {
  const said = rows.map((row) => row[column] ?? "").filter((cell) => cell.trim() !== "" && !saysNothing(cell));
  const isPhone = meaningOf(name) !== "unknown";
  // Of several choices the one that was taken stands below its own name.
  if (said.length > 0 && said.every((cell) => foldName(cell) === foldName(name))) return true;
  // Among phones a 0 stands for none.
  if (said.length === 0 || (isPhone && said.every((cell) => /^[\s\d]+$/.test(cell)))) return !isPhone;
  return said.filter((cell) => ANSWER.test(cell) && !COUNT.test(cell)).length >= said.length * CONSISTENT;
}

/** A row's only cell is a title, and what the header repeats is a column's name: no group. */
function endOfGroup(cells: readonly string[], column: number, header: readonly string[]): number {
  const isRepeated = foldName(header[column] ?? "") === foldName(cells[column]!);
  if (isRepeated || filled(cells).length === 1) return column + 1;
  const next = cells.findIndex((cell, at) => at > column && cell.trim() !== "");
  return next < 0 ? Math.max(header.length, column + 1) : next;
}

function isOfEvents(name: LosableName): boolean {
  return name !== "opt-out" && name !== "consent";
}

/** What a cell names, if it is the name of a column; `perhaps phone`: among other words, which may also be a remark. */
type Name = "phone" | "perhaps phone" | "opt-out" | "consent" | EventName;
type EventName = "channel" | "action" | "date" | "expires";

/** By column, what the row names; that a phone may be meant counts only beside another name. */
function namesIn(cells: readonly string[], use: ListUse): Map<number, Name> {
  const names = new Map<number, Name>();
  for (const [column, cell] of cells.entries()) {
    const name = cell === "" ? undefined : nameOf(cell, use);
    if (name !== undefined) names.set(column, name);
  }
  if (use === "suppression")
    for (const [column, name] of eventNames(cells)) if (!names.has(column)) names.set(column, name);
  const isBesideOthers = cells.some((cell, column) => names.get(column) !== "perhaps phone" && isKnownName(cell));
  if (!isBesideOthers) for (const [column, name] of names) if (name === "perhaps phone") names.delete(column);
  return names;
}

function nameOf(cell: string, use: ListUse): Name | undefined {
  // Every entry of a suppression list is an opt-out, whatever such a column says of it.
  if (use === "phone-list" && namesBarring(cell)) return optOutColumnOf(cell) === "consent" ? "consent" : "opt-out";
  if (saysNothing(cell) || DIGITS.test(cell)) return undefined;
  const meaning = meaningOf(cell);
  if (meaning === "perhaps" || meaning === "numbering" || (meaning === "phone" && isPlainPhoneName(cell)))
    return "phone";
  return namesPhones(cell, cell.includes("?") ? Number.POSITIVE_INFINITY : MOST_WORDS) ? "perhaps phone" : undefined;
}

function eventNames(cells: readonly string[]): [column: number, name: EventName][] {
  const { channels, actions, subscribed, dates, time, expires, errorCode } = findEventColumns(cells);
  const all = (name: EventName, columns: readonly (number | undefined)[]) =>
    columns.flatMap((column): [number, EventName][] => (column === undefined ? [] : [[column, name]]));
  return [
    ...all("channel", channels),
    ...all("action", [...actions, ...subscribed, errorCode]),
    ...all("date", [...dates, time]),
    ...all("expires", expires),
  ];
}

/** Whether a cell is a name that says something of its column. */
export function isKnownName(cell: string): boolean {
  return cell !== "" && (meaningOf(cell) !== "unknown" || namesRemarks(cell) || namesBarring(cell));
}

/** How the cells below a name fit it; `open`: there is nothing to tell by. */
function fitOf(
  name: Name,
  cell: string,
  column: number,
  rows: readonly (readonly string[])[],
  content: Content,
): "fits" | "open" | "unfit" {
  // A name stands once: what comes again below is a value (`WhatsApp` in a column of channels).
  if (rows.some((row) => row[column] === cell && numbersIn(row).length > 0)) return "unfit";
  const { nonEmpty, possible, nothing, flags } = content;
  if (name !== "opt-out" && name !== "consent" && !name.endsWith("phone")) return "open";
  if (nonEmpty === nothing) return "open";
  // Below `No contactar por` the names of channels stand above answers.
  if (name.endsWith("phone")) return possible > 0 || flags === nonEmpty ? "fits" : "unfit";
  const answers = rows.filter((row) => ANSWER.test(row[column] ?? "")).length;
  return answers >= nonEmpty * CONSISTENT ? "fits" : "unfit";
}

/** What a column of opt-outs or consents holds: a yes or a no, with words behind it perhaps, a mark, a date. */
const ANSWER =
  /^\s*(?:s[ií]|no|yes|y|n|s|x+|t|f|true|false|verdadero|falso|on|off|\d[\d/.: -]*|[✓✔✗✘❌✖☒✕]️?)(?:$|[\s,;.])/iu;

/** More than a 0 or a 1: calls that were made, a day, a number. */
const COUNT = /^\s*(?:[2-9]|\d\d)/;

/** A digest, or a number in doubt or out of the plan: `whatsapp,6387968` is a record. */
function isEntry(cell: string): boolean {
  return HEX_DIGEST.test(cell) || (!/\p{L}/u.test(cell) && !DATE.test(cell) && MORE_THAN_A_YEAR.test(cell));
}

/** Records of several cells below a title of one: with the title as their header all of them would be ragged. */
function findWiderRecords(title: SampleRecord, rest: readonly SampleRecord[]): SampleRecord | undefined {
  const { cells, malformed } = title;
  if (malformed || cells.length > 1 || !isHeader(cells) || namesPhones(cells[0]!, Number.POSITIVE_INFINITY))
    return undefined;
  const wide = rest.filter((record) => record.cells.length > 1);
  const [next] = wide;
  const alike = wide.filter((record) => record.cells.length === next!.cells.length).length;
  return next === undefined || rest.length < 2 || alike < rest.length * CONSISTENT ? undefined : next;
}

function isSameRow(one: SampleRecord, other: SampleRecord): boolean {
  return one.cells.length === other.cells.length && one.cells.every((cell, at) => cell === other.cells[at]);
}

/**
 * Data, not a header, where a cell reads as a number; also where one only might be (a DUI, seven digits, a number torn by
 * the delimiter), unless another cell names a phone column: of opt-outs, the numbers of a header are suppressed too, and
 * in a phone list years may stand beside one another (`telefono,2024,2025`).
 */
export function looksLikeHeader(cells: readonly string[], text: string, use: ListUse): boolean {
  if (!isHeader(cells) || cells.some((cell) => HEX_DIGEST.test(cell))) return false;
  // Words for a number name no column: beside a phone's name alone they stand in a header.
  const spelled = use === "suppression" ? cells.filter(spellsNumber) : [];
  if (spelled.length > 0) return cells.some((cell) => !spelled.includes(cell) && whoseName(cell) === "phone");
  const isDoubtful = cells.some(
    (cell) => readCell(cell).doubtful.length > 0 || (use === "suppression" && isRange(cell)),
  );
  if (!isDoubtful && tornNumbers(text).length === 0) return use === "phone-list" || !isUnreadableEntry(cells);
  const named = new PhoneColumns(cells, [], use).candidates.filter((candidate) => candidate.byName);
  if (use === "suppression") return named.length > 0;
  return !isDoubtful && named.some(({ name }) => !/\d/.test(name ?? ""));
}

/** Whether a row names a phone, an opt-out or a consent in some cell, whatever number stands in it. */
export function namesColumns(cells: readonly string[]): boolean {
  return cells.some((cell) => whoseName(cell) !== undefined);
}

function whoseName(cell: string): "phone" | "own" | undefined {
  if (namesBarring(cell)) return "own";
  return /\p{L}/u.test(cell) && !saysNothing(cell) && meaningOf(cell) === "phone" ? "phone" : undefined;
}

/**
 * Whether a first row that was taken for a record for a number in it may be the header all the same: some cell without
 * digits names a column, and numbers stand among words, in dates or years. Beside a bare number, `no llamar` is what a record
 * says; a phone's name beside it is not. What comes again below is a record's label (`Cel. 7012-3456`).
 */
export function mayBeHeader(first: SampleRecord, below: readonly SampleRecord[]): boolean {
  const { cells } = first;
  if (first.malformed || cells.some((cell) => HEX_DIGEST.test(cell))) return false;
  const own = cells.map(whoseName);
  const isNamed = (what: "phone" | "own") => cells.some((cell, at) => own[at] === what && !DIGITS.test(cell));
  const isBare = (cell: string) => DIGITS.test(cell) && !/\p{L}/u.test(cell) && !isDay(cell);
  if (cells.some(isBare)) return isNamed("phone") && isNamed("own");
  const numbered = cells.flatMap((cell, at) => (DIGITS.test(cell) && !isDay(cell) ? [at] : []));
  const labelOf = (cell: string | undefined) =>
    foldName(cell ?? "")
      .replace(/[^a-z]+/g, " ")
      .trim();
  const comesAgain = (at: number) =>
    below.some((row) => DIGITS.test(row.cells[at] ?? "") && labelOf(row.cells[at]) === labelOf(cells[at]));
  if (numbered.some((at) => own[at] === "own" || EXAMPLE.test(cells[at]!))) return true;
  if (numbered.length > 0 && numbered.every(comesAgain)) return false;
  const isBesideNames = cells.some(
    (cell) => !DIGITS.test(cell) && !["unknown", "perhaps"].includes(meaningOf(cell)) && /\p{L}/u.test(cell),
  );
  return isNamed("phone") || isNamed("own") || (numbered.some((at) => own[at] !== undefined) && isBesideNames);
}

/** Years, months and days name columns, too. */
function isDay(cell: string): boolean {
  return (
    DATE.test(cell) || /^\s*(?:19|20)\d\d(?:[-/]?(?:0[1-9]|1[0-2])(?:[-/]?(?:0[1-9]|[12]\d|3[01]))?)?\s*$/.test(cell)
  );
}

/** A row with digits that names nothing of what a suppression list holds, or has a number that can't be read (`5.037E+10`). */
function isUnreadableEntry(cells: readonly string[]): boolean {
  if (!cells.some((cell) => DIGITS.test(cell))) return false;
  if (cells.some((cell) => MORE_THAN_A_YEAR.test(cell) && TORN_BY_LETTERS.test(cell))) return true;
  const names = cells.map((cell) => (MORE_THAN_A_YEAR.test(cell) ? "" : cell));
  return !names.some((cell) => NAMES_ENTRIES.has(meaningOf(cell))) && eventNames(names).length === 0;
}

/** `2222-XXXX` is an entry, `50%` and `1#` may be names. */
function isRange(cell: string): boolean {
  return readRanges(cell).some(({ numbers }) => numbers <= 100_000);
}

/**
 * Numbers in a record whose delimiters may stand inside them, or inside what web pages write for a space: what no letter
 * parts (`Tel 7012,3456`, not `campo_1,campo_2`).
 */
export function tornNumbers(record: string): string[] {
  const pieces = decoded(record)
    .split(/\p{L}+/u)
    .filter((piece) => piece.replace(/\P{Nd}/gu, "").length >= 7);
  return pieces.flatMap(readEveryNumber);
}
