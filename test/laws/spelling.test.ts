// Whoever opted out is never in a clean list: in any spelling, in any dialect, at any place, on either side.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dialects, encodeCell, encodeFile, encodeRecord, names } from "../support/csv-files.js";
import { forAllAsync } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";
import { nationalNumbers, plainSpellingsOf, spellingsOf } from "../support/spellings.js";
import { LAW_RUNS } from "./runs.js";

interface Row {
  cell: string;
  name: string;
}

const withSpelling = nationalNumbers.chain((national) => fc.tuple(fc.constant(national), spellingsOf(national)));
const plain = nationalNumbers.chain((national) => fc.tuple(fc.constant(national), plainSpellingsOf(national)));

const rowOf = (cell: string): fc.Arbitrary<Row> => names.map((name) => ({ cell, name }));
const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

/** Phone lists of one phone column: the listed people's rows among those of others. */
const lists = fc
  .record({
    targets: fc.array(withSpelling, { minLength: 1, maxLength: 25 }),
    others: fc.array(plain, { minLength: 4, maxLength: 12 }),
    dialect: dialects,
    position: fc.nat(2),
  })
  .chain(({ targets, others, dialect, position }) =>
    fc.record({
      listed: fc.constant(targets.map(([national]) => national)),
      dialect: fc.constant(dialect),
      position: fc.constant(position),
      rows: fc
        .tuple(...targets.map(([, cell]) => rowOf(cell)), ...others.map(([, cell]) => rowOf(cell)))
        .chain((rows) => shuffled(rows.map((row, i) => ({ ...row, id: i < targets.length ? `T${i}T` : `F${i}F` })))),
      blankLines: fc.array(fc.nat(20), { maxLength: 3 }),
    }),
  );

function cellsInPlace(id: string, cell: string, name: string, position: number): string[] {
  return [id, name].toSpliced(position, 0, cell);
}

/** The national numbers that a clean list holds in E.164. */
function numbersIn(clean: Buffer): string[] {
  return clean.toString().match(/(?<=\+503)\d{8}(?!\d)/g) ?? [];
}

function expectNobody(clean: Buffer, listed: readonly string[], shown: string): void {
  const reached = numbersIn(clean).filter((national) => listed.includes(national));
  expect(reached, shown).toEqual([]);
  // Where a line feed stands in a file of lone CRs, the header reaches to it, ids and all.
  const records = clean.toString().replace(/^[^\n]*\r[^\n]+\n?/, (header) => (header.endsWith("\n") ? "" : header));
  expect(records.match(/T\d+T/g) ?? [], shown).toEqual([]);
}

/** A law about refused runs says nothing, so most must not be. */
class Share {
  #done = 0;
  #all = 0;

  count(code: number, allowed: readonly number[]): void {
    expect([0, ...allowed]).toContain(code);
    this.#all++;
    if (code === 0) this.#done++;
  }

  /** A few draws may have bad luck: three standard deviations of it are allowed for. */
  mustBeAtLeast(share: number): void {
    const luck = 3 * Math.sqrt((share * (1 - share)) / this.#all);
    expect(this.#done / this.#all).toBeGreaterThan(share - luck);
  }
}

describe("a listed number is never clean", () => {
  test("in a list whose phone cells stand as they were typed, delimiters and stray quotes too", async () => {
    const folder = new ScrubFolder();
    const share = new Share();
    await forAllAsync(LAW_RUNS, lists, async ({ listed, dialect, position, rows }) => {
      const records = rows.map(({ id, cell, name }) =>
        cellsInPlace(encodeCell(id, dialect), cell, encodeCell(name, dialect), position).join(dialect.delimiter),
      );
      const header = encodeRecord(cellsInPlace("id", "telefono", "nombre", position), dialect);
      const list = encodeFile([header, ...records], dialect);
      const { code, clean } = await folder.scrub({ lists: [list], suppress: [`${listed.join("\n")}\n`] });
      share.count(code, [3]);
      expectNobody(clean, listed, JSON.stringify(list));
    });
    share.mustBeAtLeast(0.3);
  });

  test("in a list of one column, with its name or without", async () => {
    const folder = new ScrubFolder();
    const targets = fc.array(withSpelling, { minLength: 1, maxLength: 20 });
    const others = fc.array(plain, { minLength: 1, maxLength: 12 });
    await forAllAsync(
      LAW_RUNS,
      fc.tuple(targets, others).chain(([targets, others]) =>
        fc.record({
          listed: fc.constant(targets.map(([national]) => national)),
          free: fc.constant(others.length),
          lines: shuffled([...targets, ...others].map(([, cell]) => cell)),
        }),
      ),
      dialects,
      fc.boolean(),
      fc.boolean(),
      async ({ listed, free, lines }, dialect, withHeader, encoded) => {
        const records = lines.map((line) => (encoded ? encodeCell(line, dialect) : line.replaceAll("\n", " ")));
        const list = encodeFile(withHeader ? ["telefono", ...records] : records, dialect);
        const { code, clean, report } = await folder.scrub({ lists: [list], suppress: [`${listed.join("\n")}\n`] });
        expect([0, 3]).toContain(code);
        expectNobody(clean, listed, JSON.stringify(list));
        expect(report?.counts.clean ?? 0, JSON.stringify(list)).toBeLessThanOrEqual(free);
      },
    );
  });
});
