import { describe, expect, test } from "vitest";
import { RecordScanner } from "../../src/csv/scanner.js";
import { OutputFile } from "../../src/files/output.js";
import type { OpenedList } from "../../src/lists/open.js";
import { dispositionOf, type Reason } from "../../src/scrub/rules.js";
import type { Source } from "../../src/scrub/sources.js";
import { CleanWriter, type JudgedRecord, RemovedWriter } from "../../src/scrub/writers.js";
import { EL_SALVADOR } from "../../src/time/time-zone.js";

const COMMA = { delimiter: 0x2c, recordEnd: "lf" } as const;
const RECORD = "una persona,7012-3456,x\n";

const DOT = 0x2e;
const OF_PHONES = { columns: [1], phoneCells: [0] };
const OF_BYTES = { preamble: Buffer.alloc(0), headerEnd: 0, encoding: { name: "utf-8" } };
const LIST = { dialect: COMMA, width: 3, header: undefined, ...OF_PHONES, ...OF_BYTES } as unknown as OpenedList;

function judged(reason: Reason | undefined, number: number, sources: readonly Source[] = []): JudgedRecord {
  const primary = { e164: "+50370123456", type: "mobile" } as const;
  const seen = { seen: [], optedOut: [], suppressedInOtherColumns: [], kept: [primary], primary };
  const disposition = reason === undefined ? "clean" : dispositionOf(reason);
  return { record: scanned(), number, decision: { ...seen, disposition, reason }, sources };
}

function scanned(): RecordScanner {
  const scanner = new RecordScanner(COMMA, [1]);
  const bytes = Buffer.from(RECORD);
  scanner.feed(bytes, 0, bytes.length, true);
  scanner.next();
  return scanner;
}

/** What `write` adds to an output whose buffer has room for `room` more bytes. */
function addedWithRoom(room: number, write: (output: OutputFile) => void): string {
  const output = new OutputFile({ path: "-", confidential: false }, 1, undefined);
  // The first byte gets it its buffer.
  output.write(Buffer.of(DOT));
  const filled = output.buffer.length - room;
  output.write(Buffer.alloc(filled - 1, DOT));
  write(output);
  const written = output.reserve(0);
  return output.buffer.toString("latin1", filled, written);
}

describe("wherever the output's buffer ends and grows", () => {
  const rooms = Array.from({ length: 120 }, (_, room) => room);

  for (const [format, cell] of [
    ["e164", "+50370123456"],
    ["national", "7012-3456"],
    ["digits", "50370123456"],
    ["original", "7012-3456"],
  ] as const) {
    test(`a kept record has its number (${format})`, () => {
      const results = rooms.map((room) =>
        addedWithRoom(room, (output) => {
          const writer = new CleanWriter(output, LIST, format);
          writer.write(judged(undefined, 1));
          writer.flushRun();
        }),
      );
      expect(new Set(results)).toEqual(new Set([`una persona,${cell},x\n`]));
    });
  }

  test("bytes of any length are copied whole, from any place to any other, and none beside them", () => {
    const source = Buffer.from(Array.from({ length: 1000 }, (_, i) => (i * 37) % 251));
    for (const [start, room] of [
      [0, 2000],
      [1, 1999],
      [6, 7],
      [131, 300],
    ] as const)
      for (let length = 0; length <= 450; length += length < 150 ? 1 : 7) {
        const added = addedWithRoom(room, (output) => {
          output.write(source, start, start + length);
          output.write(source.subarray(start, start + length));
        });
        const expected = source.toString("latin1", start, start + length);
        if (added !== expected + expected) expect(`${length} bytes from ${start}`).toBe("copied whole");
      }
  });

  test("a removed record has its reason, its source and its number", () => {
    const results = rooms.map((room) =>
      addedWithRoom(room, (output) => {
        const writer = new RemovedWriter(output, LIST, { names: ["dnc", "a,b"], notes: undefined, zone: EL_SALVADOR });
        writer.write(judged("opted-out", 17, [{ list: 0, record: 1042, since: 0 }]));
        writer.write(judged("opted-out", 16, [{ list: 0, record: 1043, since: 1_773_504_000 }]));
        writer.write(judged("opted-out", 19, [{ list: 1, record: 5, since: 0 }]));
        const several = [
          { list: 1, record: 3, since: 1_773_532_799 },
          { list: 0, record: 7, since: 1_773_504_000 },
        ];
        writer.write(judged("opted-out", 18, several));
        writer.write(judged("duplicate", 1_234_567));
      }),
    );
    const record = RECORD.trimEnd();
    expect(new Set(results)).toEqual(
      new Set([
        `${record},suppressed,opted-out,dnc:1042,,17\n` +
          `${record},suppressed,opted-out,dnc:1043,2026-03-14T10:00:00-06:00,16\n` +
          `${record},suppressed,opted-out,"a,b:5",,19\n` +
          `${record},suppressed,opted-out,"dnc:7; a,b:3",2026-03-14T10:00:00-06:00,18\n` +
          `${record},duplicate,duplicate,,,1234567\n`,
      ]),
    );
  });
});
