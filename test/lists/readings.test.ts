// Readings go from one thread to another as numbers: what comes out is what went in, or nothing did.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RecordScanner } from "../../src/csv/scanner.js";
import { batchBytes, RecordBatch } from "../../src/lists/batch.js";
import { NOT_STORED, ReadingsColumn } from "../../src/lists/readings.js";
import type { CellReading } from "../../src/phone/number.js";
import { readCell } from "../../src/phone/read.js";

const PHONES_ALONE = { isOn: false, words: false, phones: [0], numbers: [], asked: [], ignored: [] };

const CELLS = [
  "",
  "7012-3456",
  "800-1234",
  "80012345678",
  "900 1234",
  "2250-1234 / 7012-3456; +1 415 555 2671",
  "+44 20 7946 0958",
  "2345678-9",
  "7222222.0",
  "5.037E+10",
  "2522-5000 al 99",
  "77777777",
  "7OOO1234",
  "n/a",
  "123",
  "123456789012345678901234567890",
  "913 / 2527-7300",
  "50000000000",
  "(503) 228-4651",
];

/** What a phone list takes of a reading. */
function read(cell: string): CellReading {
  const { numbers, candidates, reason } = readCell(cell);
  return { numbers, candidates, reason };
}

function columnOf(floats: number): ReadingsColumn {
  return new ReadingsColumn(new Float64Array(new SharedArrayBuffer(floats * 8)));
}

describe("readings in numbers", () => {
  for (const cell of CELLS)
    test(`hold what ${JSON.stringify(cell)} says`, () => {
      const column = columnOf(1000);
      expect(column.get(column.put([read(cell)]), 1)).toEqual([read(cell)]);
    });

  test("hold those of many records, of several cells each", () => {
    const cell = fc.oneof(fc.constantFrom(...CELLS), fc.string({ unit: fc.constantFrom(..."0123456789+-/ .Eox") }));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), (records) => {
        const column = columnOf(100_000);
        const readings = records.map((cells) => cells.map(read));
        const places = readings.map((cells) => column.put(cells));
        expect(places.map((at) => column.get(at, 2))).toEqual(readings);
      }),
    );
  });

  test("hold nothing of a record that does not fit, and those of the next ones that do", () => {
    const long: CellReading = { numbers: [], candidates: Array(60).fill("+50322225000"), reason: "too-long" };
    const short: CellReading = {
      numbers: [{ e164: "+50370123456", type: "mobile" }],
      candidates: [],
      reason: undefined,
    };
    for (let room = 0; room < 70; room++) {
      const column = columnOf(room);
      const places = [short, long, short].map((reading) => column.put([reading]));
      expect(places).toEqual([
        room >= 2 ? 0 : NOT_STORED,
        room >= 63 ? 2 : NOT_STORED,
        room >= 65 || (room >= 4 && room < 63) ? (room >= 65 ? 63 : 2) : NOT_STORED,
      ]);
    }
  });

  test("hold no number that would not come back digit by digit", () => {
    const column = columnOf(100);
    const candidates = (e164: string): CellReading => ({ numbers: [], candidates: [e164], reason: "not-in-plan" });
    for (const e164 of ["+0503", "+9234567890123456", "+", "50370123456", "+5037012345x", "+1e5"])
      expect(column.put([candidates(e164)])).toBe(NOT_STORED);
    expect(column.get(column.put([candidates("+999999999999999")]), 1)).toEqual([candidates("+999999999999999")]);
  });

  test("are asked of every record of a batch, plain ones too, whichever thread fills it", () => {
    const cells = ["70123456", "7012-3457 / 2222-0001", "70123458", "7OOO1234", "", "+504 9123-4567", "2222 0002"];
    const bytes = Buffer.from(cells.map((cell, i) => `${i},${cell}\n`).join(""));
    const bytesOfBatch = batchBytes(1);
    const room = { buffer: new SharedArrayBuffer(bytesOfBatch), address: 0, bytes: bytesOfBatch };
    for (const shared of [undefined, room]) {
      const scanner = new RecordScanner({ delimiter: 0x2c, recordEnd: "lf" }, [1]);
      scanner.feed(bytes, 0, bytes.length, true);
      const batch = new RecordBatch(1, 2, PHONES_ALONE, shared);
      batch.fill(scanner);
      const found = cells.map((_, i) => {
        batch.select(i);
        return batch.readCells().map(({ numbers, candidates, reason }) => ({ numbers, candidates, reason }));
      });
      expect(found).toEqual(cells.map((cell) => [read(cell)]));
    }
  });
});
