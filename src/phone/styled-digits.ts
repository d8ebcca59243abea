// Digits that stand for more than themselves: in a circle (`①`), raised (`⁷`), with a point (`⒎`). Beside a number they may be a
// note's mark, so that a text with them is read twice: as it stands, and with them as digits.

/** No character below is one. */
const MAY_BE = /[\u00b2-\uffff]/;
const STYLED = /\p{No}/gu;
/** What Unicode calls a digit and takes apart into none: the first of nine, one to nine. */
const ONES = [0x24f5, 0x2776, 0x2780, 0x278a];
const ZEROS = new Set([0x24ff, 0x1f10b, 0x1f10c]);

/** The text with such characters as digits; undefined where none stands in it. Linear in its length. */
export function withStyledDigits(text: string): string | undefined {
  if (!MAY_BE.test(text)) return undefined;
  const plain = text.replace(STYLED, digitOf);
  return plain === text ? undefined : plain;
}

function digitOf(character: string): string {
  const digits = character.normalize("NFKC").match(/^\(?(\d)[.,)]?$/)?.[1];
  if (digits !== undefined) return digits;
  const code = character.codePointAt(0)!;
  if (ZEROS.has(code)) return "0";
  const one = ONES.find((first) => code >= first && code < first + 9);
  return one === undefined ? character : String(code - one + 1);
}
