// Raw cell → a text in which every digit, letter, dash and space has one spelling; no number is looked for here.
// Digits are 0-9, letters a-z, dashes '-', spaces ' '; a line end inside a cell is ';'.

const ASCII = /^[\x20-\x7e]*$/;
/** Also what Latin-1 makes of the dashes of Windows-1252. */
const DASH = /[\p{Pd}\u2212\u2043\u02d7\u00af\u2500\u2501\u2796\u0096\u0097\ufffd]/gu;
const QUOTE = /[\u2018\u2019\u201b\u2032\u00b4\u02bc\u0091\u0092`]/g;
const INVISIBLE = /[\p{Cf}\p{M}\p{DI}\0]/gu;
const OTHER_MARK = /[^\p{L}\p{Nd}\x20-\x7e]/gu;

/** What web pages and links write for a space, a dash or a plus. */
const ESCAPE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});|%(?:20|2b|2d|c2%a0)/gi;
const ESCAPED: Readonly<Record<string, string>> = {
  "%2b": "+",
  "&plus;": "+",
  "&#43;": "+",
  "&#x2b;": "+",
  "%2d": "-",
};
const ESCAPED_DASH = /^&(?:[nm]dash|minus|hyphen|#45|#x2d|#821[0-3]|#x201[0-5]);$/;

/** A whole number of which a spreadsheet made a float, at the end of a cell: `70123456.0`, `5.0370123456E+10`. */
const FLOAT = /(?<![\d.,])(\d+)(?:\.0+|[.,](\d{6,})e\+?(\d+))(?=\D{0,2}$)/;
const FEWEST_DIGITS_OF_FLOAT = 7;

/** `7012/3456`, with nothing joined to it, is one number. */
const HALVES = /(?<![\d/][-. ]?)((?:\(?\+?503\)?[ -]?)?\d{4})\/(?=\d{4}(?![-. /]?\d))/g;
/** Nobody dials the zero of `+503 (0) 7012 3456` from abroad. */
const TRUNK_ZERO = /(?<=503\)?) ?\(0\) ?/g;

/** Returns a cell's text in one spelling. Linear in its length; never throws. */
export function normalise(raw: string): string {
  let text = decoded(raw);
  if (!ASCII.test(text)) text = plainText(text);
  text = text.toLowerCase().replace(/`/g, "'").replace(FLOAT, wholeOf);
  return /[/(]/.test(text) ? text.replace(HALVES, "$1-").replace(TRUNK_ZERO, " ") : text;
}

/** Undoes what web pages and links do to a separator: `&nbsp;`, `%20`, `%2B`. */
export function decoded(raw: string): string {
  if (!/[&%]/.test(raw)) return raw;
  return raw.replace(ESCAPE, (written) => {
    const code = written.toLowerCase();
    return ESCAPED[code] ?? (ESCAPED_DASH.test(code) ? "-" : " ");
  });
}

function plainText(text: string): string {
  return text
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
    .replace(OTHER_MARK, " ");
}

/** Unicode keeps the ten digits of a script together, from its zero on. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** A float without its point where no digit was lost; otherwise as it stands. */
function wholeOf(float: string, whole: string, decimals: string | undefined, exponent: string | undefined): string {
  if (decimals === undefined) return whole.length < FEWEST_DIGITS_OF_FLOAT ? float : whole;
  return decimals.length === Number(exponent) ? whole + decimals : float;
}
