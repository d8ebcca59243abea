import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_DELIMITER } from "../../src/csv/dialect.js";
import { type Dialect, RecordScanner } from "../../src/csv/scanner.js";
import { ScrubError } from "../../src/errors.js";
import { draws, forAll, forAllAsync } from "../support/draws.js";
import { readAll } from "./support.js";

const dialects: Dialect[] = [0x2c, 0x3b, 0x09, 0x7c, NO_DELIMITER].flatMap((delimiter) =>
  (["lf", "crlf", "cr"] as const).map((recordEnd) => ({ delimiter, recordEnd })),
);

/** What csv-parse makes of it: the cells of all records, or undefined where a quote never closes. */
function reference(input: Buffer, { delimiter, recordEnd }: Dialect): string[][] | undefined {
  try {
    return parse(input, {
      // csv-parse wants a delimiter: this one is never in the input.
      delimiter: delimiter === NO_DELIMITER ? "\u0001\u0002" : String.fromCharCode(delimiter),
      record_delimiter: recordEnd === "cr" ? "\r" : ["\r\n", "\n"],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if ((error as { code?: string }).code === "CSV_QUOTE_NOT_CLOSED") return undefined;
    throw error;
  }
}

/** csv-parse undoubles the quotes of a malformed cell only in part: runs of quotes are not compared there. */
function oneQuote(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.replace(/"+/g, '"'));
}

async function expectLikeReference(input: Buffer, dialect: Dialect, portions?: readonly number[]): Promise<void> {
  const expected = reference(input, dialect);
  if (expected === undefined) {
    await expect(readAll(input, dialect, portions)).rejects.toBeInstanceOf(ScrubError);
    return;
  }
  const { records, reproduced } = await readAll(input, dialect, portions);
  expect(reproduced).toBe(input.toString("latin1"));
  expect(records.map((it) => it.count)).toEqual(expected.map((it) => it.length));
  records.forEach((record, index) => {
    if (record.malformed) expect(oneQuote(record.cells)).toEqual(oneQuote(expected[index]!));
    else expect(record.cells).toEqual(expected[index]);
  });
}

const hostile = (delimiter: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant('"') },
        { weight: 3, arbitrary: fc.constant(delimiter === NO_DELIMITER ? "," : String.fromCharCode(delimiter)) },
        { weight: 2, arbitrary: fc.constant("\n") },
        { weight: 2, arbitrary: fc.constant("\r") },
        { weight: 1, arbitrary: fc.constantFrom("\r\n", '""', '",', '\n"', ";", ",", " ") },
        { weight: 3, arbitrary: fc.constantFrom("a", "1") },
      ),
      { maxLength: 40 },
    )
    .map((parts) => Buffer.from(parts.join(""), "latin1"));

const cell = fc
  .array(fc.constantFrom("a", "7012-3456", " ", '"', ",", ";", "|", "\t", "\n", "\r\n", "é"), { maxLength: 6 })
  .map((parts) => parts.join(""));

function compose(rows: string[][], { delimiter, recordEnd }: Dialect): string {
  const separator = delimiter === NO_DELIMITER ? "" : String.fromCharCode(delimiter);
  const end = { lf: "\n", crlf: "\r\n", cr: "\r" }[recordEnd];
  return rows.map((row) => row.map((it) => `"${it.replaceAll('"', '""')}"`).join(separator) + end).join("");
}

/** One to three bytes replaced, removed or put in: what damage makes of a good file. */
const edits = fc.array(
  fc.record({ at: fc.nat(400), remove: fc.nat(2), put: fc.constantFrom("", '"', ",", ";", "\n", "\r", "a", " ") }),
  { minLength: 1, maxLength: 3 },
);

describe.each(dialects)("with delimiter $delimiter and record end $recordEnd", (dialect) => {
  test("records of hostile bytes are csv-parse's, and their bytes make up the input", async () => {
    await forAllAsync(draws(100), hostile(dialect.delimiter), (input) => expectLikeReference(input, dialect));
  });

  test("where the input is cut into portions changes nothing", async () => {
    await forAllAsync(
      draws(100),
      hostile(dialect.delimiter),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
      async (input, portions) => {
        await expectLikeReference(input, dialect, [1]);
        await expectLikeReference(input, dialect, portions);
      },
    );
  });

  test("quoted cells come back as they were, and so do damaged files as csv-parse reads them", async () => {
    const width = dialect.delimiter === NO_DELIMITER ? 1 : 4;
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: width }), { maxLength: 6 });
    await forAllAsync(draws(50), rows, edits, async (table, changes) => {
      const text = compose(table, dialect);
      const { records } = await readAll(Buffer.from(text), dialect);
      expect(records.map((it) => it.cells)).toEqual(table);
      expect(records.every((it) => !it.malformed && it.quoted.every(Boolean))).toBe(true);
      let damaged = text;
      for (const { at, remove, put } of changes) {
        const from = at % (damaged.length + 1);
        damaged = damaged.slice(0, from) + put + damaged.slice(from + remove);
      }
      await expectLikeReference(Buffer.from(damaged), dialect);
      await expectLikeReference(Buffer.from(damaged), dialect, [3, 1]);
    });
  });

  test("keeping the ranges of fewer columns changes no boundary", () => {
    forAll(draws(75), hostile(dialect.delimiter), fc.subarray([0, 1, 2, 3, 5]), (input, wanted) => {
      const some = new RecordScanner(dialect, wanted);
      const all = new RecordScanner(dialect, [0, 1, 2, 3, 4, 5]);
      some.feed(input, 0, input.length, true);
      all.feed(input, 0, input.length, true);
      for (;;) {
        const more = all.next();
        expect(some.next()).toBe(more);
        if (!more) break;
        const shape = (it: RecordScanner) => [it.start, it.end, it.nextStart, it.cells, it.malformed, it.line];
        expect(shape(some)).toEqual(shape(all));
        wanted.forEach((column, index) => {
          const range = (it: RecordScanner, i: number) => [it.cellStart[i], it.cellEnd[i], it.cellQuoted[i]];
          expect(range(some, index)).toEqual(range(all, column));
        });
      }
      expect(some.openQuote).toBe(all.openQuote);
      expect(some.blankLines).toBe(all.blankLines);
    });
  });
});
