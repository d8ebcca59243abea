// The last digits of other numbers behind a number, as an entry lists them: `2234-5678, 5680, 5690`, `2250-5711-15`, `2234: 5678, 5680`.
// A phone cell's are ranges.ts's work. Here no other reading of the same digits speaks against them: `5680, 5690` may be a number, too.

/** National numbers of eight digits, both included. */
interface Span {
  first: number;
  last: number;
}

const CODE = String.raw`(?:(?:\+|00|011)?[ (]{0,4}503[-). ]{0,4})?`;
/** A number, and what stands between its halves; or the first half of those that follow it. */
const BASE = new RegExp(
  String.raw`(?<!\d[-.]?)${CODE}([2-7]\d{3})(?:( ?[-.] ?| )?[(\[{]?(\d{4})(?!\d)|(?: ?:|,? (?:con )?(?:(?:los|las) )?(?:num(?:ero)?s?|nros?|nos?|lineas?|terminaciones|finales)[.:]?)[ \n]{0,2}(?=\d{4}(?!\d)))`,
  "g",
);
const DAY = String.raw`(?:\d{1,2}|\d{4}(?=[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)))(?<mark>[-/.])\d{1,2}\k<mark>\d{1,4}(?!\d)`;
/** What parts two ends, and one of up to six digits: no day, and no calling code before a number of its own. */
const END = new RegExp(
  String.raw`(?<between>[ \n]{0,2}(?:[-+,;/|&][ \n]{0,2}){0,2}(?:(?:[yeou]|or|and|al?|hasta|to) (?:(?:el|la) )?)?)(?!${DAY}|(?:00|011)?503[-). ]{1,4}\d)(?<digits>\d{1,6})(?!\d)`,
  "y",
);
const IS_RANGE = /\b(?:al?|hasta|to)\b/;
const IS_LIST = /[,;/|&a-z]/;
/** What may also stand inside a number. */
const HALF_BEHIND = / ?[-.] ?\d{4}(?!\d)| \d{4}(?!\d)/y;
const DECIMALS_OR_OTHERS = /[. ]\d/y;
const HALF = 4;
const BLOCK = 10_000;
/** Ends that may as well be the halves of a number are ends near the number before them. */
const MOST_APART = 100;

/** All that the ends in a normalised text name. Linear in its length. */
export function lastDigitsIn(text: string): Span[] {
  const found: Span[] = [];
  let done = 0;
  for (const { 0: whole, 1: office, 2: inside, 3: half, index } of text.matchAll(BASE))
    if (index >= done) done = addEnds(found, text, index + whole.length, { office: office!, inside, half });
  return found;
}

interface Base {
  office: string;
  inside: string | undefined;
  /** Undefined where the first half stands alone. */
  half: string | undefined;
}

/** Adds what the ends from a place on name, and returns where they end. */
function addEnds(found: Span[], text: string, from: number, { office, inside, half }: Base): number {
  let latest = half === undefined ? undefined : Number(office + half);
  let at = from;
  for (;;) {
    END.lastIndex = at;
    const { between, digits } = END.exec(text)?.groups ?? {};
    if (between === undefined || digits === undefined) return at;
    const behind = END.lastIndex;
    const base = latest ?? Number(`${office}0000`);
    const named = Number(String(base).slice(0, -digits.length) + digits);
    const isDash = between.includes("-");
    const isListed = IS_LIST.test(between) || (between === " - " && inside !== " - ");
    const isNear = latest === undefined || half === undefined || Math.abs(named - latest) <= MOST_APART;
    const isHalf = isAt(HALF_BEHIND, text, behind);
    if (digits.length === HALF) {
      if ((!isNear && (!isListed || isHalf)) || (isHalf && half !== undefined && digits === office)) return at;
    } else if (
      latest === undefined ||
      !(isListed ? !isAt(DECIMALS_OR_OTHERS, text, behind) : isTail(digits, between, inside))
    )
      return at;
    // `2222-9900 al 0099` runs on into the next block, which ends.ts tells.
    if (IS_RANGE.test(between) && named < base) return at;
    // One end that a list's mark parts from its number is never more than that: ranges.ts names it.
    if (at > from || !isListed || latest === undefined || isAt(END, text, behind))
      found.push({ first: named, last: named });
    const end = named > base ? named : named + 10 ** digits.length;
    const isRange = latest !== undefined && (IS_RANGE.test(between) || (isDash && (digits.length < HALF || isNear)));
    if (isRange && end - base < BLOCK && (named > base || digits.length < HALF)) found.push({ first: base, last: end });
    latest = named;
    at = behind;
  }
}

/** `2250-5711-15`; one digit behind eight that nothing parts may be an id's. */
function isTail(digits: string, between: string, inside: string | undefined): boolean {
  return between.includes("-") && digits.length <= 2 && (digits.length === 2 || inside !== undefined);
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
