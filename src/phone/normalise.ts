// Gives every digit, letter, dash and space of a raw cell one spelling: 0-9, a-z, '-', ' '.
// A line end inside a cell becomes ';'.

import { FEWEST_DIGITS } from "./plan.js";

const ASCII = /^[\x20-\x7e]*$/;
/** Matches a text of which only letters are more than ASCII, as Spanish is. */
const ACCENTED = /^[\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]*$/;
/** Includes the dashes of Windows-1252 that were decoded as Latin-1. */
const DASH = /[\p{Pd}\u2212\u2043\u02d7\u00af\u2500\u2501\u2796\u0096\u0097\ufffd]/gu;
const QUOTE = /[\u2018\u2019\u201b\u2032\u00b4\u02bc\u0091\u0092`]/g;
const INVISIBLE = /[\p{Cf}\p{M}\p{DI}\0]/gu;
const OTHER_MARK = /[^\p{L}\p{Nd}\x20-\x7e]/gu;

/** Matches a space, a dash or a plus as web pages and links escape it. */
const ESCAPE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|%(?:20|2b|2d|c2%a0)/gi;
const ESCAPED: Readonly<Record<string, string>> = {
  "%2b": "+",
  "&plus;": "+",
  "&#43;": "+",
  "&#x2b;": "+",
  "%2d": "-",
};
const ESCAPED_DASH = /^&(?:[nm]dash|minus|hyphen|#45|#x2d|#821[0-3]|#x201[0-5]);$/;

/** Matches a whole number as a float of a spreadsheet, at the end of a cell: `70123456.0`, `5.0370123456E+10`. */
const FLOAT = /(?<![\d.,])(\d+)(?:\.0+|[.,](\d{6,})e\+?(\d+))(?=\D{0,2}$)/;

/** Matches the first half of `7012/3456` where no other digits are joined to it. */
const HALVES = /(?<![\d/][-. ]?)((?:\(?\+?503\)?[ -]?)?\d{4})\/(?=\d{4}(?![-. /]?\d))/g;
/** Matches the zero of `+503 (0) 7012 3456`, which nobody dials from abroad. */
const TRUNK_ZERO = /(?<=503\)?) ?\(0\) ?/g;

/** Returns a cell's text in one spelling. Linear in its length; never throws. */
export function normalise(raw: string): string {
  let text = decoded(raw);
  if (!ASCII.test(text)) text = ACCENTED.test(text) ? text.normalize("NFKD").replace(INVISIBLE, "") : plainText(text);
  text = text.toLowerCase().replaceAll("`", "'");
  // To look for a character costs a tenth of what a pattern does.
  if (text.includes(".") || text.includes(",")) text = text.replace(FLOAT, wholeOf);
  if (text.includes("/")) text = text.replace(HALVES, "$1-");
  return text.includes("(0)") ? text.replace(TRUNK_ZERO, " ") : text;
}

/** Unescapes what web pages and links have: `&nbsp;`, `%20`, `%2B`. A letter loses its accent: `&aacute;`. */
export function decoded(raw: string): string {
  if (!/[&%]/.test(raw)) return raw;
  return raw.replace(/&([a-z])(?:acute|tilde);/gi, "$1").replace(ESCAPE, (written) => {
    const code = written.toLowerCase();
    return ESCAPED[code] ?? (ESCAPED_DASH.test(code) ? "-" : " ");
  });
}

function plainText(text: string): string {
  return (
    text
      .trim()
      .replace(/[\n\r\u2028\u2029]+/g, ";")
      .replace(/[ºª]/g, " ")
      .replace(QUOTE, "'")
      .replace(/[→⇒➔➜]/g, "->")
      // Normalising sorts the marks of a letter, in the square of how many there are.
      .replace(/\p{M}+/gu, "")
      .normalize("NFKD")
      .replace(DASH, "-")
      .replace(INVISIBLE, "")
      .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
      .replace(OTHER_MARK, " ")
  );
}

/** Returns the ASCII digit for a digit of any script. Unicode keeps the ten digits of a script together, zero first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Returns the whole number of a float that lost no digit; any other float as it is. */
function wholeOf(float: string, whole: string, decimals: string | undefined, exponent: string | undefined): string {
  if (decimals === undefined) return whole.length < FEWEST_DIGITS ? float : whole;
  return decimals.length === Number(exponent) ? whole + decimals : float;
}
