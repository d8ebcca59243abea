// Holds an output against what it ought to be, record by record, and gives every difference a name.

import { existsSync, readFileSync } from "node:fs";
import { personOf } from "./numbers.mjs";
import { expectedRecords } from "./truth.mjs";

const WHOLE = { shape: "", follows: false };

/**
 * What is different in an output, and in the removed list beside it. `explain` says why a program differs, undefined
 * where it is a fault: by the shape of the cell, what the program did, and whether it `follows` from an earlier record with one of these numbers that was judged otherwise.
 */
export function compareOutput(output, { variant, records, optOuts }, explain) {
  const found = new Map();
  const removed = `${output}.removed.csv`;
  const clean = new Lines(output, variant);
  const out = existsSync(removed) ? new Lines(removed, variant) : undefined;
  const shifted = new Set();
  let record = 0;
  for (const expected of expectedRecords(variant, records, optOuts)) {
    const kept = clean.cellsOf(record);
    const { drawn, disposition } = expected;
    const { shape, numbers } = drawn.phones[0];
    const follows = numbers.some((number) => shifted.has(number));
    const name = (what) => {
      const why = explain({ shape: shape.name, what, follows });
      count(`${why?.startsWith("follows") ? "any shape" : shape.name}: ${what}`, why);
    };
    const what = differenceOf(kept, expected, variant);
    if (what !== undefined) name(what);
    // A number that stood beside a removed one is withheld: only svscrub knows that.
    if (what !== undefined || (numbers.length > 1 && disposition !== "clean"))
      for (const number of [...numbers, ...numbersKept(kept, variant)]) shifted.add(number);
    if (kept?.some((cell, i) => !variant.phones.includes(i) && cell !== drawn.cells[i]))
      count("cells beside the phone altered", explain({ ...WHOLE, what: "altered" }));
    const told = out && removedDifference(out.cellsOf(record), expected, record);
    if (told !== undefined) name(told);
    record++;
  }
  for (let strays = clean.strays() + (out?.strays() ?? 0); strays > 0; strays--)
    count("records out of order, twice or unknown", explain({ ...WHOLE, what: "strays" }));
  return [...found.values()].sort((a, b) => b.count - a.count);

  function count(name, why) {
    const known = found.get(`${name} ${why}`);
    if (known) known.count++;
    else found.set(`${name} ${why}`, { name, count: 1, why });
  }
}

function numbersKept(cells, { phones }) {
  return cells === undefined ? [] : phones.map((at) => Number(cells[at]?.slice(-8)));
}

function differenceOf(cells, { disposition, kept }, { phones }) {
  if (disposition !== "clean") return cells && `keeps ${disposition}`;
  if (cells === undefined) return "drops a clean record";
  return phones.some((at, i) => cells[at] !== kept[i]) ? "another number" : undefined;
}

/** How a record of the removed list differs: disposition and reason, record number, place in the suppression list. */
function removedDifference(cells, { disposition, listed }, record) {
  if (cells === undefined) return disposition === "clean" ? undefined : "not in the removed list";
  const said = `${cells.at(-5)} ${cells.at(-4)}`;
  if (said !== disposition) return `${said}, expected ${disposition}`;
  if (Number(cells.at(-1)) !== record + 1) return "another record number in the removed list";
  const places = (cells.at(-3) ?? "").split("; ").filter((place) => place.startsWith("optouts"));
  const mine = new Set(places.map((place) => Number(/:(\d+)/.exec(place)?.[1])));
  // Person n is record n + 1 of every suppression list.
  const right = new Set(listed.map((number) => personOf(number) + 1));
  const isSame = mine.size === right.size && [...right].every((place) => mine.has(place));
  return isSame ? undefined : "another place of the opt-out";
}

/** Prints the differences; how many records are wrong, and how many kinds have no explanation. */
export function report(name, found) {
  console.log(found.length === 0 ? `${name}: no difference` : `${name}:`);
  for (const { count, name: what, why } of found)
    console.log(`  ${count.toLocaleString("en").padStart(9)}  ${what}  [${why ?? "UNEXPLAINED"}]`);
  return {
    wrong: found.reduce((sum, { count }) => sum + count, 0),
    unexplained: found.filter(({ why }) => why === undefined).length,
  };
}

/** The lines of an output, asked for in the order of the records. */
class Lines {
  #bytes;
  #variant;
  #at = 0;
  #strays = 0;
  /** The next line's record, and its cells. */
  #next;

  constructor(file, variant) {
    const bytes = readFileSync(file);
    this.#bytes = variant.encoding === "utf8" ? bytes : Buffer.from(bytes.toString(variant.encoding));
    this.#variant = variant;
    this.#line();
    this.#advance();
  }

  /** The cells of a record; undefined where it is not there. */
  cellsOf(record) {
    while (this.#next !== undefined && !(this.#next[0] >= record)) {
      this.#strays++;
      this.#advance();
    }
    if (this.#next?.[0] !== record) return undefined;
    const [, cells] = this.#next;
    this.#advance();
    return cells;
  }

  /** How many lines were no record, or not in order. */
  strays() {
    for (; this.#next !== undefined; this.#advance()) this.#strays++;
    return this.#strays;
  }

  #advance() {
    const line = this.#line();
    const cells = line === undefined ? undefined : split(line, this.#variant);
    this.#next = cells && [Number(cells[0]?.slice(1)) - 1, cells];
  }

  #line() {
    if (this.#at >= this.#bytes.length) return undefined;
    const end = this.#bytes.indexOf(10, this.#at);
    const line = this.#bytes.toString("utf8", this.#at, end < 0 ? this.#bytes.length : end);
    this.#at = end < 0 ? this.#bytes.length : end + 1;
    return line.replace(/\r$/, "");
  }
}

/** The cells of one line; no generated cell holds a line end. */
function split(text, { delimiter }) {
  if (!text.includes('"')) return text.split(delimiter);
  const cells = [];
  const pattern = delimiter === ";" ? /(?:"((?:[^"]|"")*)"|([^;]*))(;|$)/g : /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/g;
  for (const [, quoted, plain, stop] of text.matchAll(pattern)) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (stop === "") break;
  }
  return cells;
}
