// Numbers in any text that nobody could take for anything else: `+503 …`, `00503…`, `(503) …`, `7012-3456`, `7012 3456`.
// They count in every cell of a record, whatever its column is called. Phone cells are read.ts's work.

import { normalise } from "./normalise.js";
import { typeOfNational } from "./plan.js";
import { withStyledDigits } from "./styled-digits.js";

/** Dashes, dots, spaces, brackets and any sign beyond ASCII, normalised; behind a calling code also `/`, `:` and `,`. */
const SEPARATOR = "[-. *_~()[\\]{}\\n°]";
const LOOSE_SEPARATOR = "[-. *_~()[\\]{}\\n°/:,]";
const HALVES = new RegExp(`(?<!\\d)(\\d{4})(?=${SEPARATOR}{1,8}(\\d{4})(?!\\d))`, "g");
/** What may be glued before the first half: `5037012-3456`, `07012-3456`. Few texts end digits so. */
const GLUED = "(?:0{1,3}|(?:00|011|0|1|001)?(?:503){1,2}0?)";
const GLUED_HALVES = new RegExp(`(?<!\\d)${GLUED}(\\d{4})(?=${SEPARATOR}{1,8}(\\d{4})(?!\\d))`, "g");
const MAY_BE_GLUED = /[03]\d{4}(?!\d)/;
/** More than a number has, digit by digit: what follows may be another's, and is looked at from its own mark. */
const MOST_GROUPS = 20;
/** A calling code behind a plus, an opening bracket or `00`, and all that may go on as its number. */
const MARKED = new RegExp(
  `(?:\\+${SEPARATOR}{0,8}|[([{]\\+? ?|(?<!\\d)(?:00|011)${SEPARATOR}{0,8}(?=503))(?=([1-9]\\d*(?:${LOOSE_SEPARATOR}{1,8}\\d+){0,${MOST_GROUPS}}))`,
  "g",
);
/** 503 alone is a calling code only where eight undivided digits stand behind a separator. */
const BEHIND_503 = new RegExp(`(?<!\\d)503${SEPARATOR}{1,8}(\\d{8})(?!\\d)`, "g");
const LINKED = /(?:wa\.me\/|phone=|tel:)(?:\+|00)?(?:503)?(\d{8})(?!\d)/g;
/** Whom WhatsApp calls so: `50370123456@s.whatsapp.net`. */
const OF_WHATSAPP = /(?<!\d)(?:503)?(\d{8})(?=@(?:s\.whatsapp\.net|c\.us)(?![a-z]))/g;
/** Has groups of four, too, and is nobody's number. */
export const UUID = /(?<![0-9a-f-])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f-])/g;
const MOST_DIGITS = 15;
const FEWEST_DIGITS = 7;

/** The E.164 of every unmistakable number in a text, none twice; also what stands behind `+` as another country's. */
export function readUnmistakable(raw: string): string[] {
  if (!MAY_HOLD_DIGITS.test(raw)) return [];
  const found = new Set<string>();
  const styled = withStyledDigits(raw);
  if (styled !== undefined) for (const e164 of readUnmistakable(styled)) found.add(e164);
  const text = normalise(withoutEscapes(raw), INVISIBLE);
  // What can't be seen stands within a group of digits, or between two.
  addNumbers(text.replaceAll(INVISIBLE, ""), found);
  if (text.includes(INVISIBLE)) addNumbers(text.replace(INVISIBLES, "~"), found);
  return [...found];
}

/** A digit, what begins an escape, or what may be a digit of another script or style: nearly all but Latin letters. */
const MAY_HOLD_DIGITS = /[\d&%\u00b2\u00b3\u00b9\u00bc-\u00be]|[^ -\u024f]/;
const INVISIBLE = "\0";
const INVISIBLES = /\0+/g;

function addNumbers(normalised: string, found: Set<string>): void {
  const text = normalised.replace(UUID, " x ");
  const addNational = (national: string) => {
    if (typeOfNational(national) !== undefined) found.add(`+503${national}`);
  };
  for (const [, left, right] of text.matchAll(HALVES)) addNational(`${left}${right}`);
  if (MAY_BE_GLUED.test(text))
    for (const [, left, right] of text.matchAll(GLUED_HALVES)) addNational(`${left}${right}`);
  for (const [, national] of text.matchAll(BEHIND_503)) addNational(national!);
  for (const [, national] of text.matchAll(LINKED)) addNational(national!);
  if (text.includes("@")) for (const [, national] of text.matchAll(OF_WHATSAPP)) addNational(national!);
  for (const [mark, rest] of text.matchAll(MARKED)) addMarked(rest!, mark.includes("+"), found, addNational);
}

/** Takes out the escapes of a link: where a plus is escaped, so are the spaces behind it: `%2B503%206123%204567`. */
function withoutEscapes(raw: string): string {
  if (!raw.includes("%2")) return raw;
  return raw.replace(/%2b/gi, "+").replace(/%20/g, " ").replace(/%2d/gi, "-");
}

/** What stands behind a mark: of 503 the number behind it, of another calling code all digits, up to the end of each group. */
function addMarked(rest: string, plus: boolean, found: Set<string>, addNational: (national: string) => void): void {
  let digits = "";
  for (const [group] of rest.matchAll(/\d+/g)) {
    // `+503 (0) 7012 3456`: a trunk zero is not dialled.
    if (group === "0" && digits === "503") continue;
    digits += group;
    if (digits.length > MOST_DIGITS + 3) return;
    if (digits.startsWith("503")) {
      // It may stand twice, and a mobile may begin so, too.
      addNational(digits.slice(3));
      if (digits.startsWith("503503")) addNational(digits.slice(6));
    } else if (plus && digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS) found.add(`+${digits}`);
  }
}
