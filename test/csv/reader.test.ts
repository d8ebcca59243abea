import { describe, expect, test } from "vitest";
import { NO_DELIMITER } from "../../src/csv/dialect.js";
import { MAX_RECORD_BYTES, RecordReader } from "../../src/csv/reader.js";
import { ExitCode } from "../../src/errors.js";
import { LF_COMMA, sourceOf } from "./support.js";

const MIB = 1 << 20;
const options = { file: "bajas.csv", exitCode: ExitCode.suppressionList } as const;

async function drain(reader: RecordReader) {
  let [records, fills] = [0, 0];
  while (await reader.fill()) {
    fills++;
    while (reader.scanner.next()) records++;
  }
  return { records, fills };
}

/** An endless source of one byte, counted. */
function endless(byte: number) {
  const source = {
    handed: 0,
    async read(into: Uint8Array, offset: number, length: number) {
      into.fill(byte, offset, offset + length);
      source.handed += length;
      return length;
    },
  };
  return source;
}

describe("peek", () => {
  test("of an empty input is an empty, whole sample", async () => {
    const reader = new RecordReader(sourceOf(Buffer.alloc(0)), options);
    expect(await reader.peek()).toMatchObject({ sample: { length: 0 }, whole: true });
    reader.open({ delimiter: NO_DELIMITER, recordEnd: "lf" }, 0, []);
    expect((await drain(reader)).records).toBe(0);
  });

  test.each([
    [MIB - 1, MIB - 1, true],
    [MIB, MIB, true],
    [MIB + 1, MIB, false],
    [3 * MIB, MIB, false],
  ])("of %i bytes gives %i, whole: %s, and nothing is lost", async (size, length, whole) => {
    const input = Buffer.alloc(size, "7012-3456\n");
    const reader = new RecordReader(sourceOf(input, [65536]), options);
    const peeked = await reader.peek();
    expect([peeked.sample.length, peeked.whole]).toEqual([length, whole]);
    reader.open(LF_COMMA, 0, [0]);
    expect((await drain(reader)).records).toBe(Math.ceil(size / 10));
  });

  test("leaves what stands before the body out of the records, and counts its line", async () => {
    const reader = new RecordReader(sourceOf(Buffer.from("sep=;\na;b\n")), options);
    await reader.peek();
    reader.open({ delimiter: 0x3b, recordEnd: "lf" }, 6, []);
    await reader.fill();
    expect(reader.scanner.next()).toBe(true);
    expect([reader.scanner.cells, reader.scanner.line]).toEqual([2, 2]);
  });
});

test.each([[[1]], [[5]], [[MIB]]])(
  "a quote that never closes is an error at the line where its record began, in portions of %j",
  async (portions) => {
    const input = Buffer.from('a,b\n\n1,"x\ny",2\n3,"never\n4,5\n6,7');
    const reader = new RecordReader(sourceOf(input, portions), { ...options, chunkBytes: Math.max(...portions) });
    reader.open(LF_COMMA, 0, [0]);
    await expect(drain(reader)).rejects.toMatchObject({
      sentence: "unclosedQuote",
      exitCode: ExitCode.suppressionList,
      place: { file: "bajas.csv", line: 5 },
    });
  },
);

describe("a long record", () => {
  const record = (bytes: number) =>
    Buffer.concat([Buffer.from("a\n"), Buffer.alloc(bytes, "x"), Buffer.from("\r\nb\n")]);

  test("of exactly the bound is read, and one byte more is an error naming its line, in any chunks", async () => {
    for (const chunkBytes of [65536, MIB, 3_000_001, MAX_RECORD_BYTES + 3]) {
      const fits = new RecordReader(sourceOf(record(MAX_RECORD_BYTES), [chunkBytes]), { ...options, chunkBytes });
      fits.open(LF_COMMA, 0, [0]);
      expect((await drain(fits)).records).toBe(3);
      const over = new RecordReader(sourceOf(record(MAX_RECORD_BYTES + 1), [chunkBytes]), { ...options, chunkBytes });
      over.open(LF_COMMA, 0, [0]);
      await expect(drain(over)).rejects.toMatchObject({
        sentence: "recordTooLong",
        values: [MAX_RECORD_BYTES],
        place: { line: 2 },
      });
    }
  });

  test("of one byte more than the bound at the input's end, without a line end, is not lost in silence", async () => {
    const reader = new RecordReader(sourceOf(Buffer.alloc(MAX_RECORD_BYTES + 1, "x")), options);
    await reader.peek();
    reader.open(LF_COMMA, 0, [0]);
    await expect(drain(reader)).rejects.toMatchObject({ sentence: "recordTooLong", place: { line: 1 } });
  });

  test("in small portions is scanned a bounded number of times", async () => {
    const input = record(2 * MIB);
    const reader = new RecordReader(sourceOf(input, [512]), { ...options, chunkBytes: 4096 });
    reader.open(LF_COMMA, 0, [0]);
    // Each fill scans the record from its start again: few fills, and no bytes lost.
    const { records, fills } = await drain(reader);
    expect(records).toBe(3);
    expect(fills).toBeLessThan(40);
  });

  test.each([
    ["without a line end", 0x78],
    ["of one quoted cell", 0x22],
  ])("%s that never ends is an error after little more than the bound was read", async (_name, byte) => {
    const source = endless(byte);
    const reader = new RecordReader(source, options);
    await reader.peek();
    reader.open(LF_COMMA, 0, [0]);
    await expect(drain(reader)).rejects.toMatchObject({ sentence: "recordTooLong", place: { line: 1 } });
    expect(source.handed).toBeLessThanOrEqual(MAX_RECORD_BYTES + 2 * MIB);
    expect(reader.scanner.bytes.length).toBeLessThanOrEqual(MAX_RECORD_BYTES + 2 * MIB);
  });
});

test("the window is one buffer for a whole file of short records", async () => {
  const reader = new RecordReader(sourceOf(Buffer.alloc(5 * MIB, "7012-3456,a\n")), options);
  await reader.peek();
  reader.open(LF_COMMA, 0, [0]);
  const windows = new Set<unknown>();
  while (await reader.fill()) {
    windows.add(reader.scanner.bytes.buffer);
    while (reader.scanner.next());
  }
  expect(windows.size).toBe(1);
});
