// The spellings of a phone cell that lists hold and what each of them means.
// A shape knows nothing of svscrub: the meaning is what a careful person reads, and is what outputs are judged by.

const hyphen = (d) => `${d.slice(0, 4)}-${d.slice(4)}`;
const split = (d, mark) => d.slice(0, 4) + mark + d.slice(4);

const LABELS = ["Tel. ", "Tel: ", "Cel: ", "Cel. ", "WhatsApp ", "PBX: "];
const WORDS = ["no tiene", "pendiente", "sin dato", "n/d"];
const PEOPLE = ["Juana", "don Luis", "la secretaria", "Niña Mari"];
const PLACES = ["casa", "oficina", "trabajo", "(mamá)", "no contesta", "llamar solo por la mañana"];
const REFUSALS = ["NO LLAMAR", "no molestar", "(no llamar)", "ya no quiere publicidad", "DNC"];
const EMPTY = "empty";

/**
 * Name; meaning; how often it is drawn in each mix; the cell of a number, or of two.
 * number, two: it holds these; says-no: one whose person is not to be contacted; foreign, type-not-allowed: of no use.
 * Any other meaning is the reason why no number is certain; it is looked up where it is in `DOUBTFUL`.
 */
const ROWS = [
  ["bare", "number", { often: 440, messy: 120, two: 30 }, (a) => a],
  ["hyphen", "number", { often: 260, messy: 80, behind: 30 }, hyphen],
  ["e164", "number", { often: 70 }, (a) => `+503${a}`],
  ["e164-spaced", "number", { often: 50, messy: 40 }, (a) => `+503 ${hyphen(a)}`],
  ["00503", "number", { often: 25, messy: 30 }, (a) => `00503${a}`],
  ["503", "number", { often: 45, messy: 30 }, (a) => `503${a}`],
  ["parentheses", "number", { often: 25, messy: 90 }, (a) => `(503) ${hyphen(a)}`],
  ["spaced", "number", { often: 25, messy: 80 }, (a) => split(a, " ")],
  ["dots", "number", { often: 3, messy: 60 }, (a) => split(a, ".")],
  ["plus-parentheses", "number", { often: 2, messy: 50 }, (a) => `+(503) ${split(a, "- ")}`],
  ["label", "number", { often: 12, messy: 120 }, (a, _, random) => oneOf(LABELS, random) + hyphen(a)],
  ["extension", "number", { often: 3, messy: 40 }, (a) => `${hyphen(a)} ext. 123`],
  ["excel-float", "number", { often: 4, messy: 40 }, (a) => `${a}.0`],
  ["apostrophe", "number", { often: 1, messy: 20 }, (a) => `'${a}`],
  ["no-break-space", "number", { often: 1, messy: 30 }, (a) => split(a, "\u00a0")],
  ["link", "number", { messy: 20 }, (a) => `https://wa.me/503${a}`],
  // Ends in zeros where the digits do, as a spreadsheet writes it.
  ["scientific-whole", "number", { often: 1, messy: 10 }, (a) => `5.03${a}E+10`],
  ["two-slash", "two", { often: 8, messy: 60, two: 20 }, (a, b) => `${hyphen(a)} / ${hyphen(b)}`],
  ["two-comma", "two", { often: 2, messy: 20, two: 15 }, (a, b) => `${hyphen(a)}, ${hyphen(b)}`],
  ["two-words", "two", { often: 3, messy: 20, two: 15 }, (a, b) => `${hyphen(a)} y ${hyphen(b)}`],
  ["seven-digits", "legacy-7-digit", { often: 2, messy: 10 }, (a) => a.slice(1)],
  ["seven-digits-float", "legacy-7-digit", { often: 1, messy: 5 }, (a) => `${a.slice(1)}.0`],
  // An identity number that lost its first zero.
  ["dui", "leftover", { often: 2, messy: 5 }, (a) => `${a.slice(0, 7)}-${a.slice(7)}`],
  ["letter-o", "leftover", { often: 1, messy: 5 }, (a) => `${a.slice(0, 1)}O${a.slice(2)}`],
  ["placeholder", "placeholder", { often: 1, messy: 1 }, (a) => a],
  ["scientific-lost", "spreadsheet-damage", { often: 1, messy: 5 }, (a) => `5.03${a.slice(0, 1)}E+10`],
  ["too-short", "too-short", { often: 2, messy: 4 }, (a) => a.slice(0, 5)],
  ["words", "not-a-number", { often: 3, messy: 5 }, (_a, _b, random) => oneOf(WORDS, random)],
  ["toll-free", "type-not-allowed", { often: 1, messy: 2 }, (a) => `800${a.slice(4)}`],
  ["foreign-us", "foreign", { often: 3, messy: 8 }, (a) => `+1 305 ${a.slice(0, 3)} ${a.slice(4)}`],
  ["foreign-gt", "foreign", { often: 2, messy: 7 }, (a) => `+502 5${a.slice(1, 4)}-${a.slice(4)}`],
  [EMPTY, "empty", { often: 8, messy: 8 }, () => ""],
  ["words-behind", "number", { worded: 1 }, (a, _, random) => `${hyphen(a)} (preguntar por ${oneOf(PEOPLE, random)})`],
  ["place-behind", "number", { behind: 66 }, (a, _, random) => `${hyphen(a)} ${oneOf(PLACES, random)}`],
  ["no-behind", "says-no", { behind: 4 }, (a, _, random) => `${hyphen(a)} ${oneOf(REFUSALS, random)}`],
  ["two-space", "two", { two: 10 }, (a, b) => `${hyphen(a)} ${hyphen(b)}`],
  ["two-named", "two", { two: 10 }, (a, b) => `casa ${hyphen(a)}, trabajo ${hyphen(b)}`],
];

export const SHAPES = ROWS.map(([name, meaning, weights, write]) => ({ name, meaning, weights, write }));
export const EMPTY_SHAPE = SHAPES.findIndex(({ name }) => name === EMPTY);
/** Shapes that could mean the number that they were written from. */
const DOUBTFUL = ["seven-digits", "seven-digits-float", "dui", "letter-o", "placeholder"];
const CERTAIN = ["number", "two", "says-no"];

/** The numbers that a cell means with certainty. One digit eight times is a placeholder, however it is written. */
export function certainIn({ shape, numbers }) {
  return CERTAIN.includes(shape.meaning) ? numbers.filter((number) => number % 11_111_111 !== 0) : [];
}

/** The numbers that a cell could mean, of which each is looked up. */
export function numbersIn({ shape, numbers, cell }) {
  if (shape.meaning === "type-not-allowed") return [Number(cell)];
  if (!CERTAIN.includes(shape.meaning) && !DOUBTFUL.includes(shape.name)) return [];
  if (shape.name !== "dui") return numbers;
  // The seven digits before its hyphen could be a number from before 2005, too.
  return [...numbers, Number((cell < "7" ? "2" : "7") + cell.slice(0, 7))];
}

/** The number that a shape is written from, out of any number: some shapes need certain digits. */
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

/** Draws shapes by their weights in a mix. */
export function shapeDrawer(mix) {
  const table = SHAPES.flatMap((shape, i) => Array.from({ length: weightOf(shape, mix) }, () => i));
  return (random) => table[Math.floor(random() * table.length)];
}

/** kept: the plain shapes as often as in an ordinary list, the others a quarter as often as in the messy one. */
function weightOf({ name, weights }, mix) {
  if (mix !== "kept") return weights[mix] ?? 0;
  return PLAIN.includes(name) ? weights.often : Math.ceil((weights.messy ?? 0) / 4);
}

export function oneOf(values, random) {
  return values[Math.floor(random() * values.length)];
}
