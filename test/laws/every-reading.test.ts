// Every way of reading a cell counts: of a number among labels, dates, amounts and marks nobody else is made, and it is never
// overlooked; of a number torn over cells, or between two ends, neither.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCell } from "../../src/phone/read.js";
import { everyReading } from "../oracle/readings.js";
import { draws } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";
import { nationalNumbers } from "../support/spellings.js";
import { LAW_RUNS } from "./runs.js";

const halves = (by: string) => (n: string) => `${n.slice(0, 4)}${by}${n.slice(4)}`;
const SPELLINGS: readonly ((n: string) => string)[] = [
  (n) => n,
  halves("-"),
  halves(" "),
  halves("."),
  halves(" - "),
  (n) => `503${n}`,
  (n) => `00503${n}`,
  (n) => `+503 ${halves(" ")(n)}`,
  (n) => `(503) ${halves("-")(n)}`,
  (n) => `503 ${halves("/")(n)}`,
  (n) => n.match(/../g)!.join("-"),
];
const spelled = nationalNumbers.chain((n) =>
  fc.tuple(fc.constant(n), fc.constantFrom(...SPELLINGS.map((spell) => spell(n)))),
);
/** Labels, dates, times, amounts, years and small numbers, as people write them beside a number. */
const noise = fc.constantFrom(
  ...[
    "1)",
    "2.",
    "(3)",
    "Grado 7",
    "Apto 2",
    "Casa 12",
    "ext 5",
    "Tel.",
    "Cel:",
    "2pm",
    "25 años",
    "10:30",
    "08:00",
    "7",
  ],
  ...[
    "24/7",
    "12/05/2024",
    "2024-05-06",
    "31-12-2025",
    "2025",
    "1999",
    "$25",
    "$1,234.50",
    "62",
    "08",
    "Fax",
    "Ana",
    "°",
    "5",
  ],
);
const marks = fc.constantFrom(
  " ",
  "  ",
  ", ",
  "; ",
  " / ",
  "/",
  " - ",
  " | ",
  ":",
  " & ",
  " ° ",
  " y ",
  " o ",
  "\n",
  ",",
  ";",
  "|",
);
const aside = fc.array(fc.tuple(noise, marks), { maxLength: 3 });

function around(before: [string, string][], cell: string, after: [string, string][]): string {
  return before.map(([text, mark]) => text + mark).join("") + cell + after.map(([text, mark]) => mark + text).join("");
}

function reads(cell: string): { certain: string[]; all: string[] } {
  const { numbers, doubtful } = readCell(cell);
  const certain = numbers.map(({ e164 }) => e164);
  return { certain, all: [...certain, ...doubtful] };
}

describe("a number among anything that people write beside one", () => {
  test("is always one that the cell could mean, and no other is certain", () => {
    fc.assert(
      fc.property(aside, spelled, aside, (before, [national, spelling], after) => {
        const cell = around(before, spelling, after);
        const { certain, all } = reads(cell);
        expect(all, JSON.stringify(cell)).toContain(`+503${national}`);
        expect(
          certain.filter((e164) => e164 !== `+503${national}`),
          JSON.stringify(cell),
        ).toEqual([]);
      }),
      { numRuns: draws(6000) },
    );
  });

  test("is found beside a second and a third one, too", () => {
    const more = fc.array(fc.tuple(marks, spelled), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(aside, spelled, more, aside, (before, [first, spelling], others, after) => {
        const cell = around(before, spelling + others.map(([mark, [, text]]) => mark + text).join(""), after);
        const known = [first, ...others.map(([, [national]]) => national)].map((national) => `+503${national}`);
        const { certain, all } = reads(cell);
        expect(all, JSON.stringify(cell)).toEqual(expect.arrayContaining(known));
        expect(
          certain.filter((e164) => !known.includes(e164)),
          JSON.stringify(cell),
        ).toEqual([]);
      }),
      { numRuns: draws(6000) },
    );
  });
});

describe("a suppression entry", () => {
  const listOf = (nationals: readonly string[]) => `telefono\n${nationals.join("\n")}\n`;
  const numbersIn = (clean: Buffer) => clean.toString().match(/(?<=\+503)\d{8}/g) ?? [];

  test("bars a number that is torn at any digit over any cells, beside any others", async () => {
    const folder = new ScrubFolder();
    const torn = fc.tuple(
      nationalNumbers,
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }),
    );
    const beside = fc.constantFrom("", "", "Ana", "75839214", "+1 305 555 1234", "baja");
    const rows = fc.array(fc.tuple(torn, beside, beside, fc.boolean()), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (entries, withHeader) => {
        const header = withHeader ? ["a;telefono;prefijo;b;c;d;sufijo;e\n"] : [];
        const lines = entries.map(([[national, cuts], before, after, isEmpty]) => {
          const ends = [0, ...cuts.sort(), 8];
          const pieces = ends.slice(1).map((end, i) => national.slice(ends[i], end));
          const cells = [before, ...pieces.flatMap((piece, i) => (i > 0 && isEmpty ? ["", piece] : [piece])), after];
          return `${[...cells, ...Array.from({ length: 8 }, () => "")].slice(0, 8).join(";")}\n`;
        });
        // Cut off where eight cells don't hold all of it.
        const whole = entries.filter(([[, cuts], , , isEmpty]) => (cuts.length + 1) * (isEmpty ? 2 : 1) <= 6);
        const bajas = [...header, ...lines, "x;75839214;;;;;;\n"].join("");
        const listed = whole.map(([[national]]) => national);
        const { code, clean, stderr } = await folder.scrub({
          lists: [listOf([...listed, "22334455"])],
          suppress: [bajas],
          args: ["--max-unreadable", "100%"],
        });
        expect([0, 4], stderr).toContain(code);
        if (code === 0)
          expect(
            numbersIn(clean).filter((it) => listed.includes(it)),
            bajas,
          ).toEqual([]);
      }),
      { numRuns: LAW_RUNS },
    );
  });

  test("bars all between two ends, in any of forty ways", async () => {
    const folder = new ScrubFolder();
    const words = ["al", "a", "hasta", "al número", "al N° ", "hasta el", "to", "until", "Hasta:", "→", "->", "..."];
    const shapes = words.flatMap((word) => [
      (a: string, b: string) => `${a} ${word} ${b}`,
      (a: string, b: string) => `"${a}" ${word} "${b}"`,
      (a: string, b: string) => `${a}\n${word}\n${b}`,
    ]);
    const others = [
      (a: string, b: string) => `entre ${a} y ${b}`,
      (a: string, b: string) => `entre el ${a} y el ${b}`,
      (a: string, b: string) => `between ${a} and ${b}`,
      (a: string, b: string) => `${a}/${b}`,
      (a: string, b: string) => `del N° ${a} al N° ${b}`,
    ];
    const spell = fc.constantFrom(...SPELLINGS.slice(0, 4));
    const range = fc.tuple(
      fc.integer({ min: 220_000, max: 269_990 }),
      fc.nat(80),
      fc.integer({ min: 2, max: 19 }),
      spell,
    );
    await fc.assert(
      fc.asyncProperty(range, fc.constantFrom(...shapes, ...others), async ([block, start, count, write], shape) => {
        const first = block * 100 + start;
        const cell = shape(write(String(first)), write(String(first + count)));
        const between = Array.from({ length: count + 1 }, (_, i) => String(first + i));
        const suppress = [`telefono;nota\n70000001;x\n"${cell.replaceAll('"', '""')}";x\n`];
        const { code, clean, stderr } = await folder.scrub({ lists: [listOf([...between, "71234567"])], suppress });
        expect(code, `${cell} ${stderr}`).toBe(0);
        expect(numbersIn(clean), cell).toEqual(["71234567"]);
      }),
      { numRuns: LAW_RUNS },
    );
  });
});

test("the oracle's own reading of the groups of a cell finds nobody whom the program would not look up", () => {
  const digits = fc.oneof(
    fc.stringMatching(/^[2567]\d{3}$/),
    fc.stringMatching(/^[2567]\d{7}$/),
    fc.stringMatching(/^\d{1,5}$/),
    fc.constant("503"),
  );
  const between = fc.constantFrom(..." -./,;:|&", " / ", ", ", " - ", ") ", " (");
  const cells = fc
    .array(fc.tuple(between, digits), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map(([mark, group], i) => (i === 0 ? group : mark + group)).join(""));
  fc.assert(
    fc.property(cells, (cell) => {
      const known = everyReading(cell).map((national) => `+503${national}`);
      expect(reads(cell).all, JSON.stringify(cell)).toEqual(expect.arrayContaining(known));
    }),
    { numRuns: draws(6000) },
  );
});
