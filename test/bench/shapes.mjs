// The spellings of a phone cell that lists hold and what each of them means.
// A shape knows nothing of svscrub: the meaning is what a careful person reads, and is what outputs are judged by.

/**
 * @typedef {"number" | "two" | "doubtful" | "foreign" | "type-not-allowed" | "unread"} Meaning
 * number, two: it holds these; doubtful: looked up, never clean; unread: nothing can be looked up.
 * @typedef {{ name: string, meaning: Meaning, reason?: string, often: number, messy: number,
 *   write: (a: string, random: () => number, b: string) => string }} Shape
 * `often` and `messy` are the shape's weight in an ordinary list and in the messy one.
 * @typedef {"often" | "messy" | "kept" | "worded"} Mix kept: the plain shapes as often as in an ordinary list, the others a quarter as often as in the messy one;
 * worded: words behind each number.
 */

/** @param {string} d */
const hyphen = (d) => `${d.slice(0, 4)}-${d.slice(4)}`;
/** @param {string} d */
const spaced = (d) => `${d.slice(0, 4)} ${d.slice(4)}`;

const LABELS = ["Tel. ", "Tel: ", "Cel: ", "Cel. ", "WhatsApp ", "PBX: "];
const WORDS = ["no tiene", "pendiente", "sin dato", "n/d"];
const PEOPLE = ["Juana", "don Luis", "la secretaria", "Niña Mari"];
const WORDED = "words-behind";

/** @type {readonly Shape[]} */
export const SHAPES = [
  { name: "bare", meaning: "number", often: 440, messy: 120, write: (a) => a },
  { name: "hyphen", meaning: "number", often: 260, messy: 80, write: hyphen },
  { name: "e164", meaning: "number", often: 70, messy: 0, write: (a) => `+503${a}` },
  { name: "e164-spaced", meaning: "number", often: 50, messy: 40, write: (a) => `+503 ${hyphen(a)}` },
  { name: "00503", meaning: "number", often: 25, messy: 30, write: (a) => `00503${a}` },
  { name: "503", meaning: "number", often: 45, messy: 30, write: (a) => `503${a}` },
  { name: "parentheses", meaning: "number", often: 25, messy: 90, write: (a) => `(503) ${hyphen(a)}` },
  { name: "spaced", meaning: "number", often: 25, messy: 80, write: spaced },
  { name: "dots", meaning: "number", often: 3, messy: 60, write: (a) => `${a.slice(0, 4)}.${a.slice(4)}` },
  {
    name: "plus-parentheses",
    meaning: "number",
    often: 2,
    messy: 50,
    write: (a) => `+(503) ${a.slice(0, 4)}- ${a.slice(4)}`,
  },
  { name: "label", meaning: "number", often: 12, messy: 120, write: (a, random) => oneOf(LABELS, random) + hyphen(a) },
  { name: "extension", meaning: "number", often: 3, messy: 40, write: (a) => `${hyphen(a)} ext. 123` },
  { name: "excel-float", meaning: "number", often: 4, messy: 40, write: (a) => `${a}.0` },
  { name: "apostrophe", meaning: "number", often: 1, messy: 20, write: (a) => `'${a}` },
  {
    name: "no-break-space",
    meaning: "number",
    often: 1,
    messy: 30,
    write: (a) => `${a.slice(0, 4)}\u00a0${a.slice(4)}`,
  },
  { name: "link", meaning: "number", often: 0, messy: 20, write: (a) => `https://wa.me/503${a}` },
  {
    name: "scientific-whole",
    meaning: "number",
    often: 1,
    messy: 10,
    // Ends in zeros where the digits do, as a spreadsheet writes it.
    write: (a) => `5.03${a}E+10`,
  },
  { name: "two-slash", meaning: "two", often: 8, messy: 60, write: (a, _, b) => `${hyphen(a)} / ${hyphen(b)}` },
  { name: "two-comma", meaning: "two", often: 2, messy: 20, write: (a, _, b) => `${hyphen(a)}, ${hyphen(b)}` },
  { name: "two-words", meaning: "two", often: 3, messy: 20, write: (a, _, b) => `${hyphen(a)} y ${hyphen(b)}` },
  {
    name: "seven-digits",
    meaning: "doubtful",
    reason: "legacy-7-digit",
    often: 2,
    messy: 10,
    write: (a) => a.slice(1),
  },
  {
    name: "seven-digits-float",
    meaning: "doubtful",
    reason: "legacy-7-digit",
    often: 1,
    messy: 5,
    write: (a) => `${a.slice(1)}.0`,
  },
  {
    name: "dui",
    meaning: "doubtful",
    reason: "looks-like-id",
    often: 2,
    messy: 5,
    write: (a) => `${a.slice(0, 7)}-${a.slice(7)}`,
  },
  {
    name: "letter-o",
    meaning: "doubtful",
    reason: "leftover",
    often: 1,
    messy: 5,
    write: (a) => `${a.slice(0, 1)}O${a.slice(2)}`,
  },
  { name: "placeholder", meaning: "doubtful", reason: "placeholder", often: 1, messy: 1, write: (a) => a },
  {
    name: "scientific-lost",
    meaning: "unread",
    reason: "spreadsheet-damage",
    often: 1,
    messy: 5,
    write: (a) => `5.03${a.slice(0, 1)}E+10`,
  },
  { name: "too-short", meaning: "unread", reason: "too-short", often: 2, messy: 4, write: (a) => a.slice(0, 5) },
  {
    name: "words",
    meaning: "unread",
    reason: "not-a-number",
    often: 3,
    messy: 5,
    write: (_, random) => oneOf(WORDS, random),
  },
  { name: "toll-free", meaning: "type-not-allowed", often: 1, messy: 2, write: (a) => `800${a.slice(4)}` },
  { name: "foreign-us", meaning: "foreign", often: 3, messy: 8, write: (a) => `+1 305 ${a.slice(0, 3)} ${a.slice(4)}` },
  { name: "foreign-gt", meaning: "foreign", often: 2, messy: 7, write: (a) => `+502 5${a.slice(1, 4)}-${a.slice(4)}` },
  { name: "empty", meaning: "unread", reason: "empty", often: 8, messy: 8, write: () => "" },
  {
    name: WORDED,
    meaning: "number",
    often: 0,
    messy: 0,
    write: (a, random) => `${hyphen(a)} (preguntar por ${oneOf(PEOPLE, random)})`,
  },
];

/** The number that a shape is written from, out of any number: some shapes need certain digits. @param {string} shape @param {number} number */
export function fitNumber(shape, number) {
  if (shape === "placeholder") return number % 2 === 0 ? 77777777 : 22222222;
  // Only 22…26 and 77…79 had seven digits before 2005.
  if (shape.startsWith("seven")) return 22000000 + (number % 1000000);
  // 77777 would be a placeholder as well.
  if (shape === "too-short") return 71000000 + (number % 1000000);
  // Behind +1, 503 would be a second calling code.
  if (shape === "foreign-us" && Math.floor(number / 100_000) === 503) return number + 1_000_000;
  if (shape === "letter-o") return 70000000 + (number % 1000000);
  return number;
}

const PLAIN = ["bare", "hyphen", "e164", "e164-spaced", "00503", "503", "parentheses", "spaced"];

/** Draws shapes by their weights. @param {Mix} mix @returns {(random: () => number) => number} */
export function shapeDrawer(mix) {
  const table = SHAPES.flatMap((shape, i) => Array.from({ length: weightOf(shape, mix) }, () => i));
  return (random) => /** @type {number} */ (table[Math.floor(random() * table.length)]);
}

/** @param {Shape} shape @param {Mix} mix */
function weightOf(shape, mix) {
  if (mix === "worded") return shape.name === WORDED ? 1 : 0;
  if (shape.name === WORDED) return 0;
  if (mix !== "kept") return shape[mix];
  return PLAIN.includes(shape.name) ? shape.often : Math.ceil(shape.messy / 4);
}

/** @template T @param {readonly T[]} values @param {() => number} random @returns {T} */
export function oneOf(values, random) {
  return /** @type {T} */ (values[Math.floor(random() * values.length)]);
}
