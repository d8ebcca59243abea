// Patterns of days, times of day and chat stamps, whose digits are in no phone number.

const [D, M, YEAR] = ["(?:3[01]|[12]\\d|0?[1-9])", "(?:1[0-2]|0?[1-9])", "(?:19|20)\\d\\d"] as const;
const TIME = "(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?![:\\d]|/\\d\\d?/)";
const YEAR_FIRST = [YEAR, M, D];

/** Matches, in a normalised text, a time of day, or a day with a 4-digit year that does not follow a calling code. */
export const TIMES = new RegExp(
  `(?<![\\d+.-]|\\d/)(?:(?<!503\\)?[ -])${inFigures(...yearLast(YEAR), YEAR_FIRST)}(?!\\d|[-/.]\\d)|(?<!:)${TIME})`,
  "g",
);

/** Matches, in any text, a day with a 2-digit year, or with its month in words. */
export const OTHER_DAYS = new RegExp(
  `(?<![\\d/.-])${inFigures(...yearLast("\\d\\d"))}(?![\\d/.-])|` +
    `(?<!\\d)\\d{1,2}(?: de |[-. /])\\p{L}{3,10}(?: del? |[-. /])${YEAR}(?!\\d)`,
  "giu",
);

/** Matches the time before a chat message: `[12/3/24, 9:15:22 a. m.] Ana: `, `3/4/26, 21:15 - Ana: `. */
export const CHAT_STAMP = new RegExp(
  `^\\W*\\[?${inFigures(...yearLast(`(?:${YEAR}|\\d\\d)`), YEAR_FIRST)},? ${TIME}(?:\\s?[ap]\\.?\\s?m\\.?)?(?:\\] ?| - )`,
  "iu",
);

/** Returns a pattern of days with one mark between their parts. No group stands before it. */
function inFigures(...orders: readonly (readonly string[])[]): string {
  return `(?=\\d+([-/.])\\d+\\1)(?:${orders.map((parts) => parts.join("[-/.]")).join("|")})`;
}

function yearLast(year: string): string[][] {
  return [
    [D, M, year],
    [M, D, year],
  ];
}
