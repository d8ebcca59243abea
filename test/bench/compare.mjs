// Reads what a program kept, holds it against what ought to be kept, and gives every difference a name.
// No time is reported of a program whose differences are not all explained.

import { readFileSync } from "node:fs";
import { SHAPES } from "./shapes.mjs";

/** @typedef {import("./variants.mjs").Variant} Variant */
/** @typedef {{ name: string, count: number, why: string | undefined }} Difference */
/**
 * What an explanation may depend on: the shape of the cell, what the program did, the numbers in it, and the record's name.
 * @typedef {{ shape: string, what: string, first: number, quotedName: boolean }} Case
 */

/** What a program made of a record's phone cell, where it did not keep one number of eight digits. */
const REMOVED = 0;
const OTHER_CELL = -1;

/**
 * Per record the national number that the output keeps for it, and how many records came out altered beside the phone
 * cell, out of order or twice.
 * @param {string} list @param {string} output @param {Variant} variant @param {number} records
 */
export function readOutcome(list, output, variant, records) {
  const kept = new Int32Array(records);
  const input = readBytes(list, variant);
  const result = readBytes(output, variant);
  let altered = 0;
  let strays = 0;
  let at = nextLine(input, 0);
  let record = 0;
  for (let line = nextLine(result, 0), end; line < result.length; line = end) {
    end = nextLine(result, line);
    const cells = split(result.toString("latin1", line, end), variant);
    const place = Number(/** @type {string} */ (cells[0]).slice(1)) - 1;
    if (!(place >= record && place < records)) {
      strays++;
      continue;
    }
    for (; record < place; record++) at = nextLine(input, at);
    const original = split(input.toString("latin1", at, nextLine(input, at)), variant);
    kept[place] = nationalOf(/** @type {string} */ (cells[variant.phone]));
    cells[variant.phone] = /** @type {string} */ (original[variant.phone]);
    if (cells.join("\0") !== original.join("\0")) altered++;
    at = nextLine(input, at);
    record++;
  }
  return { kept, altered, strays };
}

/**
 * Every way in which `kept` differs from `expected`, by name. `explain` says why a program differs on a shape.
 * @param {{ kept: Int32Array, altered: number, strays: number }} outcome
 * @param {import("./truth.mjs").Expected} expected
 * @param {import("./generate.mjs").Truth} truth
 * @param {(difference: Case) => string | undefined} explain
 * @param {(record: number) => boolean} hasQuotedName
 * @returns {Difference[]}
 */
export function differences(outcome, expected, truth, explain, hasQuotedName) {
  /** @type {Map<string, Difference>} */
  const found = new Map();
  /** Numbers of which an earlier record was judged otherwise, so that their duplicates shift. @type {Set<number>} */
  const shifted = new Set();
  for (let record = 0; record < truth.records; record++) {
    const mine = /** @type {number} */ (outcome.kept[record]);
    const right = /** @type {number} */ (expected.kept[record]);
    const first = /** @type {number} */ (truth.first[record]);
    const second = /** @type {number} */ (truth.second[record]);
    const { name: shape, meaning } = /** @type {import("./shapes.mjs").Shape} */ (SHAPES[truth.shape[record] ?? 0]);
    // A number that stood beside a removed one counts as seen: only svscrub knows that.
    if (meaning === "two" && right === REMOVED) for (const number of [first, second]) shifted.add(number);
    if (mine === right) continue;
    const what =
      mine === REMOVED
        ? "drops a clean record"
        : right === REMOVED
          ? `keeps ${expected.disposition[record]}`
          : "another number";
    const isShifted = [mine, right, first].some((number) => shifted.has(number));
    if (isShifted && (mine === REMOVED || expected.disposition[record] === "duplicate duplicate"))
      count(`any shape: ${what}`, "follows from an earlier record with the same number");
    else {
      const why = explain({ shape, what, first, quotedName: hasQuotedName(record) });
      count(`${why?.startsWith("a quoted comma") ? "quoted cell" : shape}: ${what}`, why);
    }
    for (const number of [mine, right, first, second]) if (number > 0) shifted.add(number);
  }
  const whole = { shape: "", first: 0, quotedName: false };
  if (outcome.altered > 0)
    count("cells beside the phone altered", explain({ ...whole, what: "altered" }), outcome.altered);
  if (outcome.strays > 0)
    count("records out of order, twice or unknown", explain({ ...whole, what: "strays" }), outcome.strays);
  return [...found.values()].sort((a, b) => b.count - a.count);

  /** @param {string} name @param {string | undefined} why @param {number} [times] */
  function count(name, why, times = 1) {
    const key = `${name} ${why}`;
    const known = found.get(key);
    if (known) known.count += times;
    else found.set(key, { name, count: times, why });
  }
}

/**
 * Where a removed list differs from what is expected: disposition and reason, record number, and the place of the opt-out.
 * @param {string} removed @param {Variant} variant @param {import("./truth.mjs").Expected} expected
 * @param {(record: number) => string} shapeOf @param {(difference: Case) => string | undefined} explain @returns {Difference[]}
 */
export function removedDifferences(removed, variant, { disposition, held }, shapeOf, explain) {
  const bytes = readBytes(removed, variant);
  /** By its name, in how many records each is, and the shape of the first one's cell. @type {Map<string, { count: number, shape: string }>} */
  const found = new Map();
  const listed = new Uint8Array(disposition.length);
  for (let line = nextLine(bytes, 0), end; line < bytes.length; line = end) {
    end = nextLine(bytes, line);
    const cells = split(bytes.toString("latin1", line, end), variant);
    const record = Number(/** @type {string} */ (cells[0]).slice(1)) - 1;
    listed[record] = 1;
    const said = `${cells.at(-5)} ${cells.at(-4)}`;
    const places = (cells.at(-3) ?? "").split("; ").map((place) => Number(place.split(":").at(-1)));
    const name =
      said !== disposition[record]
        ? `${shapeOf(record)}: ${said}, expected ${disposition[record]}`
        : Number(cells.at(-1)) !== record + 1
          ? "another record number in the removed list"
          : held.has(record) && places.join() !== placesOf(held.get(record) ?? []).join()
            ? "another place of the opt-out in the removed list"
            : undefined;
    if (name === undefined) continue;
    const known = found.get(name);
    if (known) known.count++;
    else found.set(name, { count: 1, shape: shapeOf(record) });
  }
  let missing = 0;
  for (let record = 0; record < listed.length; record++)
    if (listed[record] === 0 && disposition[record] !== "clean") missing++;
  if (missing > 0) found.set("not in the removed list", { count: missing, shape: "" });
  return [...found].map(([name, { count, shape }]) => ({
    name,
    count,
    why: explain({ shape, what: name, first: 0, quotedName: false }),
  }));
}

/** Person n is record n + 1 of every suppression list. @param {readonly number[]} persons */
function placesOf(persons) {
  return [...new Set(persons)].sort((a, b) => a - b).map((person) => person + 1);
}

/** A file's bytes, in UTF-8. @param {string} file @param {Variant} variant */
function readBytes(file, { encoding }) {
  const bytes = readFileSync(file);
  return encoding === "utf8" ? bytes : Buffer.from(bytes.toString(encoding));
}

/** @param {Buffer} bytes @param {number} from */
function nextLine(bytes, from) {
  const at = bytes.indexOf(10, from);
  return at < 0 ? bytes.length : at + 1;
}

/** The cells of one line; no generated cell holds a line end. @param {string} line @param {Variant} variant */
function split(line, { delimiter }) {
  const text = line.replace(/\r?\n$/, "");
  if (!text.includes('"')) return text.split(delimiter);
  /** @type {string[]} */
  const cells = [];
  const pattern = delimiter === ";" ? /(?:"((?:[^"]|"")*)"|([^;]*))(;|$)/g : /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/g;
  for (const [, quoted, plain, stop] of text.matchAll(pattern)) {
    cells.push(quoted?.replaceAll('""', '"') ?? /** @type {string} */ (plain));
    if (stop === "") break;
  }
  return cells;
}

/** @param {string} cell */
function nationalOf(cell) {
  return /^\+503\d{8}$/.test(cell) ? Number(cell.slice(4)) : OTHER_CELL;
}
