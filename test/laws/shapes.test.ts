// Whatever a list looks like, each clean record keeps all its cells but the phone, or the run is refused; and nobody whom a column
// of the list says not to call is clean.

import fc from "fast-check";
import { expect, test } from "vitest";
import { forAllAsync } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";
import { LAW_RUNS } from "./runs.js";

/** A person of the list; name and address are nobody else's. */
interface Person {
  national: string;
  phone: string;
  name: string;
  address: string;
  optedOut: boolean;
}

const HEADER = ["nombre", "telefono", "direccion", "no_llamar"];

const SPELLINGS = [
  (n: string) => n,
  (n: string) => `${n.slice(0, 4)}-${n.slice(4)}`,
  (n: string) => `${n.slice(0, 4)} ${n.slice(4)}`,
  (n: string) => `+503 ${n.slice(0, 4)}-${n.slice(4)}`,
  (n: string) => `503${n}`,
];

const people = fc
  .record({
    spelling: fc.constantFrom(...SPELLINGS),
    many: fc.integer({ min: 1, max: 24 }),
    /** What stands in all addresses, in some or in none. */
    mark: fc.constantFrom(", ", "; ", " | ", ",", " / ", ": ", " ", " - "),
    marked: fc.constantFrom(1, 1, 2, 5, 100),
  })
  .map(({ spelling, many, mark, marked }) =>
    Array.from({ length: many }, (_, i): Person => {
      const national = `7012${String(3000 + i * 37)}`;
      return {
        national,
        phone: spelling(national),
        name: `Ana Paz ${letters(i)}`,
        address: `Calle ${letters(i)}${i % marked === 0 ? mark : " "}Apopa`,
        optedOut: i % 3 === 1,
      };
    }),
  );

/** `Qba`, `Qbb` …: words that are no labels. */
function letters(i: number): string {
  return `Q${"bcdfg"[i % 5]}${"bcdfg"[Math.floor(i / 5) % 5]}`;
}

const cellsOf = ({ name, phone, address, optedOut }: Person) => [name, phone, address, optedOut ? "SI" : "NO"];
const lines = (all: readonly string[]) => `${all.join("\n")}\n`;

/** Each has a character that is tried as a delimiter. */
const WIDE_DELIMITERS = "^| |^ #,# *|* ~|~ -|- [|] {;} (,) ;| |; ,| \\| |\\ ',' ';' '|'".split(" ");

type Written = (people: readonly Person[]) => string;

/** How a list is delimited: `write` joins cells. */
interface Dialect {
  delimiter: string;
  write(cells: readonly string[]): string;
}

/** Draws the usual value `weight` times as often as each of the others. */
const mostly = <T>(weight: number, usual: T, ...others: T[]) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: others.length, arbitrary: fc.constantFrom(...others) });

type Shape = (dialect: Dialect, cells: readonly string[]) => string;
const usual: Shape = ({ write }, cells) => write(cells);
const inBars: Shape = ({ delimiter, write }, cells) => delimiter + write(cells) + delimiter;

const HEADERS: Record<string, Shape> = {
  "more names": ({ write }, names) => write([...names, ""]),
  "fewer names": ({ write }, names) => write(names.slice(0, 3)),
  "another delimiter": ({ delimiter }, names) => names.join(delimiter === ";" ? "," : ";"),
  "no quotes or spaces": ({ delimiter }, names) => names.join(delimiter),
  none: () => "",
};
const RECORDS: Record<string, Shape> = {
  "one empty cell more": ({ delimiter, write }, cells) => write(cells) + delimiter,
  "one filled cell more": ({ write }, cells) => write([...cells, "x"]),
  "a delimiter at their start": ({ delimiter, write }, cells) => delimiter + write(cells),
  "delimiters at both ends": inBars,
};

const delimited = fc
  .record({
    delimiter: fc.constantFrom(...",;\t|^~:#/$\x1f", "||", ";;", "::", " - ", ...WIDE_DELIMITERS),
    pad: mostly(2, "", " ", "  "),
    quote: mostly(2, "", '"', "'"),
    header: mostly(3, usual, ...Object.values(HEADERS)),
    record: mostly(3, usual, ...Object.values(RECORDS)),
    hasSepLine: mostly(3, false, true),
    end: mostly(2, "\n", "\r\n", "\r"),
  })
  .map(({ delimiter, pad, quote, header, record, hasSepLine, end }): Written => {
    const write = (cells: readonly string[]) => cells.map((cell) => quote + cell + quote).join(delimiter + pad);
    const dialect = { delimiter, write };
    const names = header(dialect, HEADER);
    const framed = record === inBars && names !== "" ? delimiter + names + delimiter : names;
    const above = [hasSepLine && delimiter.length === 1 ? `sep=${delimiter}` : "", framed].filter(Boolean);
    return (people) => [...above, ...people.map((person) => record(dialect, cellsOf(person))), ""].join(end);
  });

const padded = (cells: readonly string[]) => cells.map((cell) => cell.padEnd(22));
const boxed = (cells: readonly string[]) => `|${padded(cells).join("|")}|`;
const tagged = (tag: string) => (cells: readonly string[]) => cells.map((cell) => `<${tag}>${cell}</${tag}>`);

const dumps: Record<string, Written> = {
  "a box of dashes": (people) => {
    const rule = "-".repeat(93);
    return lines([rule, boxed(HEADER), rule, ...people.map((it) => boxed(cellsOf(it))), rule]);
  },
  "a box of dashes and plus signs": (people) => {
    const rule = `+${HEADER.map(() => "-".repeat(22)).join("+")}+`;
    return lines([rule, boxed(HEADER), rule, ...people.map((it) => boxed(cellsOf(it))), rule]);
  },
  "columns over a rule": (people) =>
    lines([
      padded(HEADER).join("|"),
      HEADER.map(() => "-".repeat(22)).join("+"),
      ...people.map((it) => padded(cellsOf(it)).join("|")),
      `(${people.length} rows)`,
    ]),
  "a table of markdown": (people) =>
    lines([boxed(HEADER), "|---|---|---|---|", ...people.map((it) => boxed(cellsOf(it)))]),
  "a fixed width": (people) => lines([HEADER, ...people.map(cellsOf)].map((cells) => padded(cells).join("").trimEnd())),
  "a fixed width without a header": (people) => lines(people.map(cellsOf).map((cells) => padded(cells).join(""))),
  "rows of a web page": (people) =>
    lines([
      "<table>",
      `<tr>${tagged("th")(HEADER).join("")}</tr>`,
      ...people.map((it) => `<tr>${tagged("td")(cellsOf(it)).join("")}</tr>`),
      "</table>",
    ]),
  "cells of a web page": (people) =>
    lines([HEADER, ...people.map(cellsOf)].flatMap((cells) => ["<tr>", ...tagged("td")(cells), "</tr>"])),
  "whole lines in quotes": (people) => lines([HEADER, ...people.map(cellsOf)].map((cells) => `"${cells.join(",")}"`)),
  "whole lines in quotes with semicolons": (people) =>
    lines([HEADER, ...people.map(cellsOf)].map((cells) => `"${cells.join(";")}"`)),
  "names before numbers": (people) => lines(people.map((it) => `${it.name} ${it.phone} ${it.address}`)),
  "remarks behind numbers": (people) => lines(people.map((it) => `${it.phone} # ${it.name} ${it.address}`)),
  "a name a line": (people) =>
    lines(
      people.flatMap((it) =>
        cellsOf(it)
          .map((cell, i) => `${HEADER[i]}: ${cell}`)
          .concat(""),
      ),
    ),
  "contacts of a telephone": (people) =>
    lines(
      people.flatMap((it) => ["BEGIN:VCARD", `FN:${it.name}`, `TEL:${it.phone}`, `ADR:${it.address}`, "END:VCARD"]),
    ),
  objects: (people) =>
    lines(people.map((it) => JSON.stringify(Object.fromEntries(cellsOf(it).map((cell, i) => [HEADER[i], cell]))))),
  arrays: (people) => lines([HEADER, ...people.map(cellsOf)].map((cells) => JSON.stringify(cells))),
  statements: (people) =>
    lines(people.map((it) => `INSERT INTO c (${HEADER.join(", ")}) VALUES ('${cellsOf(it).join("', '")}');`)),
  "two exports in one": (people) =>
    lines([
      HEADER.join(","),
      ...people.filter((_, i) => i % 2 === 0).map((it) => cellsOf(it).join(",")),
      HEADER.join(";"),
      ...people.filter((_, i) => i % 2 === 1).map((it) => cellsOf(it).join(";")),
    ]),
  "a name with a comma before bars": (people) =>
    lines([
      "Apellido, Nombre|Telefono|no_llamar",
      ...people.map((it) => `${it.name}, ${it.address}|${it.phone}|${it.optedOut ? "SI" : "NO"}`),
    ]),
};

const written = fc.oneof(
  { weight: 3, arbitrary: delimited },
  { weight: 2, arbitrary: fc.constantFrom(...Object.values(dumps)) },
);
const delimiterOption = fc.oneof(
  { weight: 4, arbitrary: fc.constant<string[]>([]) },
  { weight: 1, arbitrary: fc.constantFrom(",", ";", "|", "^", "tab").map((delimiter) => ["--delimiter", delimiter]) },
);
const formats = fc.constantFrom("e164", "e164", "national", "digits", "original");

test("clean records keep all their cells unless a warning says so, and are of nobody who opted out in the list", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(3 * LAW_RUNS, people, written, delimiterOption, formats, async (people, write, option, format) => {
    const list = write(people);
    const args = [...option, "--phone-format", format];
    const { code, clean, stderr } = await folder.scrub({ lists: [list], suppress: ["telefono\n7999-9998\n"], args });
    const scene = `${list}\n${stderr}\n${clean}`;
    expect([0, 3], scene).toContain(code);
    const text = clean.toString();
    const digits = text.replace(/[ ().-]/g, "");
    for (const { national, name, address, optedOut } of people) {
      if (!digits.includes(national)) continue;
      const isWhole = text.includes(name) && text.includes(address);
      expect(isWhole || stderr.includes("loses words"), `${name}: ${scene}`).toBe(true);
      if (list.includes("no_llamar")) expect(optedOut, `${name}: ${scene}`).toBe(false);
    }
  });
});
