// The csv-spectrum corpus: csv-parse and the scanner cut its files alike, and a scrub that keeps every record gives its bytes back.

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { recordCells, sampleRecords } from "../../src/csv/cells.js";
import { detectDialect } from "../../src/csv/dialect.js";
import { type Dialect, RecordScanner } from "../../src/csv/scanner.js";
import { ScrubFolder } from "../support/in-process.js";

const require = createRequire(import.meta.url);
const corpus = dirname(require.resolve("csv-spectrum"));
const names = readdirSync(join(corpus, "csvs")).map((file) => file.replace(/\.csv$/, ""));
const bytesOf = (name: string): Buffer => readFileSync(join(corpus, "csvs", `${name}.csv`));
/** What csv-spectrum says is in the file: its header's names and its records, as text; one record stands there alone. */
const valuesOf = (name: string): string[][] => {
  type Row = Record<string, string>;
  const rows = [JSON.parse(readFileSync(join(corpus, "json", `${name}.json`), "utf8")) as Row | Row[]].flat();
  return [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))];
};

/** Line ends inside quotes: the corpus's JSON has LF for each. */
const withLineFeeds = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => cell.replaceAll("\r\n", "\n")));

test("the corpus is there", () => {
  expect(names).toHaveLength(12);
});

describe.each(names)("csv-spectrum's %s.csv", (name) => {
  const bytes = bytesOf(name);
  const detected = detectDialect(bytes, { whole: true });

  test("is detected as a comma list with the line ends that it has", () => {
    expect(detected).toMatchObject({ bodyStart: 0, bom: false, sepLine: false });
    expect(detected.dialect).toEqual({ delimiter: 0x2c, recordEnd: name.endsWith("_crlf") ? "crlf" : "lf" });
  });

  test("has the cells that csv-parse and csv-spectrum itself see in it", () => {
    const records = sampleRecords(bytes, true, detected.dialect, 0, Number.POSITIVE_INFINITY);
    const cells = records.map((record) => record.cells);
    expect(records.filter((record) => record.malformed)).toEqual([]);
    expect(cells).toEqual(parse(bytes, { relax_quotes: true }));
    const values = valuesOf(name);
    // The corpus is at odds with itself here: its JSON has another number than its CSV.
    if (name === "location_coordinates") values[1]![0] = "2095257564";
    expect(withLineFeeds(cells)).toEqual(withLineFeeds(values));
  });

  test.each(["last", "first"] as const)("comes out of a scrub byte for byte, phones in its %s column", async (side) => {
    const folder = new ScrubFolder();
    const list = withPhones(bytes, detected.dialect, side);
    const { code, clean, report, stderr } = await folder.scrub({
      lists: [list],
      suppress: [],
      args: ["--no-suppression", "--phone-format", "original", "--column", "telefono"],
    });
    expect(code, stderr).toBe(0);
    expect(clean.toString("latin1")).toBe(list.toString("latin1"));
    expect(report?.counts.clean).toBe(valuesOf(name).length - 1);
    expect(withoutPhones(clean, detected.dialect, side).equals(bytes)).toBe(true);
  });
});

const PHONE_CELL = /^(?:telefono|7012-\d{4})$/;

/** The corpus's bytes with a phone column beside them: a number of its own in every record. */
function withPhones(bytes: Buffer, dialect: Dialect, side: "first" | "last"): Buffer {
  const parts: Buffer[] = [];
  let number = 0;
  for (const { start, end, nextStart } of recordsOf(bytes, dialect)) {
    const phone = number++ === 0 ? "telefono" : `7012-${String(3000 + number)}`;
    const record = bytes.subarray(start, end);
    parts.push(
      ...(side === "first" ? [Buffer.from(`${phone},`), record] : [record, Buffer.from(`,${phone}`)]),
      bytes.subarray(end, nextStart),
    );
  }
  return Buffer.concat(parts);
}

function withoutPhones(bytes: Buffer, dialect: Dialect, side: "first" | "last"): Buffer {
  const parts: Buffer[] = [];
  for (const { start, end, nextStart } of recordsOf(bytes, dialect)) {
    const phone = recordCells(bytes, start, end, dialect).at(side === "first" ? 0 : -1)!;
    expect(phone).toMatch(PHONE_CELL);
    parts.push(
      side === "first" ? bytes.subarray(start + phone.length + 1, end) : bytes.subarray(start, end - phone.length - 1),
      bytes.subarray(end, nextStart),
    );
  }
  return Buffer.concat(parts);
}

function recordsOf(bytes: Buffer, dialect: Dialect): { start: number; end: number; nextStart: number }[] {
  const scanner = new RecordScanner(dialect, []);
  scanner.feed(bytes, 0, bytes.length, true);
  const records = [];
  while (scanner.next()) records.push({ start: scanner.start, end: scanner.end, nextStart: scanner.nextStart });
  return records;
}
