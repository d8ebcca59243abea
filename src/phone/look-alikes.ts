// Letters and marks that look like digits, beside O, I and l of read.ts, and the numerals of Chinese and Japanese: what a cell may
// have been before they were typed or recognised so. Never certain.

/** B and b, and Q and q, are one letter in a normalised text, and two digits. */
const DIGITS: Readonly<Record<string, readonly [string, string]>> = {
  s: ["5", "5"],
  z: ["2", "2"],
  g: ["9", "9"],
  d: ["0", "0"],
  b: ["8", "6"],
  q: ["9", "0"],
  "|": ["1", "1"],
  "!": ["1", "1"],
  "°": ["0", "0"],
};
const CLUSTER = /[0-9sbzgqd|!°]+/g;
const BESIDE_DIGIT = /\d[sbzgqd|!°]|[sbzgqd|!°]\d/;
const FEWEST_DIGITS = /(?:\d\D*){5}/;
const NUMERALS = "〇一二三四五六七八九";

/** The normalised text with such letters and marks as digits where they stand among more of these: `7012-345S`. */
export function digitsForLookAlikes(text: string): string[] {
  if (!BESIDE_DIGIT.test(text) || !FEWEST_DIGITS.test(text)) return [];
  const choices = /[bq]/.test(text) ? ([0, 1] as const) : ([0] as const);
  const texts = choices.flatMap((b) =>
    choices.map((q) =>
      text.replace(CLUSTER, (cluster, at: number) => {
        // An escape's `=2d` holds no digits of a number.
        const touchesWord = /[a-z%=]/.test(text.charAt(at - 1)) || /[a-z]/.test(text.charAt(at + cluster.length));
        if (touchesWord || !isMixed(cluster)) return cluster;
        return cluster.replace(/\D/g, (one) => DIGITS[one]![one === "b" ? b : q]);
      }),
    ),
  );
  return [...new Set(texts)].filter((changed) => changed !== text);
}

/** More digits than letters. Marks part numbers, too: they count in a half or a whole number, behind a digit and not in its middle. */
function isMixed(cluster: string): boolean {
  const others = cluster.replace(/\d/g, "");
  if (others === "" || cluster.length < 3 || others.length * 2 > cluster.length) return false;
  if (!/[|!°]/.test(cluster)) return true;
  if (!/^\w/.test(cluster)) return false;
  return cluster.length === 4 || (cluster.length === 8 && /\w/.test(cluster.charAt(3)) && /\w/.test(cluster.charAt(4)));
}

/** The text with `七〇一二` as 7012; undefined where none stands in it. */
export function withNumerals(text: string): string | undefined {
  if (!/[〇零一二三四五六七八九]/.test(text)) return undefined;
  return text.replaceAll("零", "〇").replace(/[〇一二三四五六七八九]/g, (one) => String(NUMERALS.indexOf(one)));
}
