// Ranges whose ends stand in several cells of a suppression record: `7011-0000`, `al`, `7011-9999`; `2222-0000` beside `0000-0099`.

import { normalise } from "../phone/normalise.js";
import { typeOfNational } from "../phone/plan.js";
import { type NumberRange, rangesBetween, readRanges } from "../phone/wildcards.js";
import { UNIT } from "../phone/words.js";
import { isWholeNumber, nationalOf } from "./ends-in-columns.js";

/** What the name of a column says of the cells in it. */
export interface CellColumn {
  /** In folded words. */
  name: string;
  /** Its numbers count: the name says no other thing. */
  mayCount: boolean;
  /** The name says nothing of what it holds. */
  saysNothing: boolean;
}

/** A cell of a record, in its order; an empty text where there is none. */
interface Cell extends CellColumn {
  text: string;
}

/** What an entry with a wildcard may cover without being asked about. */
export const MOST_RANGE_NUMBERS = 10_000;
/** The end of a range whose first number stands in the cell before: `hasta 0099`. */
const FROM_HERE = /^[^\d]{0,24}\b(?:al?|hasta|to)\b[^\d]{0,16}(?:\d{2,8}(?!\d)|\d[^\w]*$)/iu;
/** Nothing but the last digits of an end: `al 25`. */
const END_ALONE = /^\W*(?:al?|hasta|to)\W+(?:(?:el|la)\W+)?(\d{1,3})\W*$/i;
const FIRST_OF_BLOCK = /^\s*(?:\+?503[-. ]?)?[2-7]\d{3}[-. ]?\d{2,3}0{1,2}\s*$/;
const LAST_OF_BLOCK = /^\s*\d{0,3}9\s*$/;
const EXTENSION = /\b(?:ext\w*|anexo|interno|int)\b/;
/** Four digits, and the other four with wildcards, of two cells; or nothing but wildcards. */
const TORN_WILDCARD = /^\s*\d{4}[-. ]* \s*(?:(?=.*[x*?#])[\dx*?#]{4}|[x*?#%]+)\s*$/i;
/** Four digits, and both ends of the other four, of two cells. */
const TORN_ENDS = /^\s*([2-7]\d{3})[-. ]* \s*(\d{4}[^\d]{1,9}\d{1,4})\s*$/;
/** Of whatever script or style. */
const DIGIT = /\p{N}/u;
/** All that stands in a cell between the two ends of a range. */
const BETWEEN_ENDS = /^\s*(?:al?|hasta|to|-{1,2}|–|→|->)\s*$/iu;

/** The last digits of both ends: `0000-0099`, `01 al 99`. */
const SHORT_ENDS =
  /(?<![\d:$.,/-]|\$ )(\d{2,4})(?: ?(?:-{1,2}>?|\.{2,3}|\/|~) ?| (?:al?|hasta|to|y) (?:(?:el|la) )?)(\d{2,4})(?![\d:%/$]|[.,-]\d)/g;
const OTHER_UNIT =
  /^ ?(?:[ap]m\b|hs\b|dolares|usd|us\$|cuotas?|colones|personas|empleados|[a-z]+ de 20\d\d|de [a-z]+ de 20\d\d)/;
/** Of hours, days, ages or money, whatever else it says. */
const OF_OTHERS =
  /\b(?:horarios?|hora|lunes|martes|miercoles|jueves|viernes|edad(?:es)?|precios?|montos?|fechas?|dias?)\b/;
/** Say that numbers are meant. */
const OF_BLOCK =
  /\b(?:rangos?|bloques?|series?|numeracion(?:es)?|lineas?|numeros|terminaci(?:on|ones)|finales|extensiones|ranges?|blocks?|lines?|numbers?)\b/;
/** Two digits up to here may be days of a month, or hours. */
const LAST_DAY = 31;

/** `known`: the E.164 of the record's certain numbers. */
export function rangesOverCells(cells: readonly Cell[], known: readonly string[]): NumberRange[] {
  const textOf = (column: number) => cells[column]?.text ?? "";
  const neighbours = cells.flatMap((cell, column) => {
    const [left, { text }] = [textOf(column - 1), cell];
    if (text === "" || !DIGIT.test(left)) return [];
    // `2222-0000` beside `hasta 0099`, `2222` beside `00XX`.
    if (isFromHere(text)) return rangesBetween(`${left} ${text}`);
    // Digits alone under the name of an id, a date or an amount are no end.
    const isMeant = (of: number) => cells[of]?.mayCount === true;
    if (BETWEEN_ENDS.test(text))
      return isMeant(column - 1) && isMeant(column + 1) ? rangesBetween(`${left} hasta ${textOf(column + 1)}`) : [];
    if (!isMeant(column - 1) || !isMeant(column)) return [];
    const [, office, ends] = TORN_ENDS.exec(`${left} ${text}`) ?? [];
    if (ends !== undefined) return rangesBetween(`${office}-${ends}`);
    if (isWholeNumber(left) && isWholeNumber(text))
      return rangesBetween(`${left} hasta ${text}`).filter((range) => areEnds(cells[column - 1]!, cell, range));
    // `2222-0000` beside `0099`: the first of a block and the last digits of its last number.
    if (FIRST_OF_BLOCK.test(left) && LAST_OF_BLOCK.test(text) && cell.mayCount && !EXTENSION.test(cell.name))
      return rangesBetween(`${left} ; ${text}`);
    return TORN_WILDCARD.test(`${left} ${text}`) ? readRanges(left + text).filter(isShortRange) : [];
  });
  const shorts = cells.flatMap((cell) => (cell.mayCount ? shortEnds(cell) : []));
  const lasts = cells.flatMap(({ text, mayCount }) => (mayCount && isFromHere(text) ? [text] : []));
  if (shorts.length + lasts.length === 0) return neighbours;
  const whole = cells.filter(({ text, mayCount }) => mayCount && isWholeNumber(text)).map(({ text }) => text);
  const bases = new Set([...known, ...whole].map(nationalOf));
  const behind = (base: string) => [
    ...shorts.flatMap((ends) => rangeBehind(base, ends)),
    ...lasts.flatMap((last) => (/[01]$/.test(base) || isAbove(base, last) ? rangesBetween(`${base} ${last}`) : [])),
  ];
  return [...neighbours, ...[...bases].flatMap(behind)];
}

/** Whether a cell holds the end of a range, and no day and no count. */
function isFromHere(text: string): boolean {
  const [whole] = FROM_HERE.exec(text) ?? [];
  if (whole === undefined) return false;
  const behind = normalise(text.slice(whole.length));
  return !UNIT.test(behind) && !OTHER_UNIT.test(behind);
}

/** Whether a cell is the last digits of an end alone, above those of a number. */
function isAbove(base: string, text: string): boolean {
  const digits = END_ALONE.exec(text)?.[1];
  return digits !== undefined && digits > base.slice(-digits.length);
}

/** A blocklist's range stands in its phone column: elsewhere `50%` is a share, `7*` a remark and `2x1500` an offer. */
export function isShortRange({ numbers, isAtEnd, patterns }: NumberRange): boolean {
  return numbers <= MOST_RANGE_NUMBERS && (isAtEnd || patterns.some((pattern) => /^[25-7]\d\d/.test(pattern)));
}

/**
 * Whether two whole numbers are the ends of a range: of round ones, or where no name says whose phones they are. A person's two
 * phones may be near each other, too.
 */
function areEnds(first: Cell, last: Cell, range: NumberRange): boolean {
  if (/00\s*$/.test(first.text) && /99\s*$/.test(last.text)) return true;
  return isShortRange(range) && first.saysNothing && last.saysNothing;
}

interface ShortEnds {
  first: string;
  last: string;
  /** The cell or its name says that numbers are meant. */
  isBlock: boolean;
}

/** The last digits of two ends in a cell, which are no hours, days or amounts. */
function shortEnds({ text, name }: Cell): ShortEnds[] {
  if (!/\d{2}\D{1,12}\d{2}/.test(text)) return [];
  const plain = normalise(text);
  if (OF_OTHERS.test(plain) || OF_OTHERS.test(name)) return [];
  const isBlock = OF_BLOCK.test(plain) || OF_BLOCK.test(name);
  return [...plain.matchAll(SHORT_ENDS)].flatMap(({ 0: whole, 1: first, 2: last, index }) => {
    const behind = plain.slice(index + whole.length);
    // `2511-5587`
    const isNumber = !/^\d+00\D+\d+99$/.test(whole) && typeOfNational(first! + last!) !== undefined;
    const isOther =
      isNumber || first!.length !== last!.length || first! >= last! || UNIT.test(behind) || OTHER_UNIT.test(behind);
    return isOther ? [] : [{ first: first!, last: last!, isBlock }];
  });
}

/**
 * All between two ends behind a number: those that go on from its own last digits, or words say that they are numbers. Two digits
 * from 01 on may also be days.
 */
function rangeBehind(base: string, { first, last, isBlock }: ShortEnds): NumberRange[] {
  const head = base.slice(0, -first.length);
  const own = base.slice(head.length);
  const isOwn = own === first;
  const isNext = own.endsWith("0") && Number(first) === Number(own) + 1;
  const isFar = first.length > 2 || Number(last) > LAST_DAY;
  if (!isOwn && !(isNext && (isBlock || isFar)) && !(isBlock && first.length > 2)) return [];
  return rangesBetween(`${head}${first} hasta ${head}${last}`);
}
