// What the csv tests share: a source over bytes in chosen portions, and everything a reader says about an input.

import { cellText } from "../../src/csv/cells.js";
import { type ByteSource, RecordReader } from "../../src/csv/reader.js";
import type { Dialect } from "../../src/csv/scanner.js";
import { ExitCode } from "../../src/errors.js";

export const LF_COMMA: Dialect = { delimiter: 0x2c, recordEnd: "lf" };

/** Gives the bytes in portions of these sizes, over and over. */
export function sourceOf(input: Uint8Array, portions: readonly number[] = [1 << 20]) {
  let at = 0;
  let turn = 0;
  const source = {
    reads: 0,
    handed: 0,
    async read(into: Uint8Array, offset: number, length: number) {
      source.reads++;
      const size = Math.min(portions[turn++ % portions.length]!, length, input.length - at);
      into.set(input.subarray(at, at + size), offset);
      at += size;
      source.handed += size;
      return size;
    },
  };
  return source satisfies ByteSource;
}

export interface ReadRecord {
  raw: string;
  lineEnd: string;
  cells: string[];
  /** The number of cells that the scanner counted. */
  count: number;
  quoted: boolean[];
  malformed: boolean;
  line: number;
}

/** Every record, with all of its cells, plus the bytes between records (blank lines). */
export async function readAll(input: Uint8Array, dialect: Dialect, portions?: readonly number[]) {
  const chunkBytes = portions === undefined ? 1 << 20 : Math.max(...portions);
  const reader = new RecordReader(sourceOf(input, portions), {
    file: "list.csv",
    exitCode: ExitCode.phoneList,
    chunkBytes,
  });
  const columns = Array.from({ length: 40 }, (_, index) => index);
  reader.open(dialect, 0, columns);
  const { scanner } = reader;
  const records: ReadRecord[] = [];
  let reproduced = "";
  while (await reader.fill()) {
    const text = (from: number, to: number) => Buffer.from(scanner.bytes.subarray(from, to)).toString("latin1");
    let done = scanner.nextStart;
    while (scanner.next()) {
      const { start, end, nextStart, cells: count, malformed, line, bytes } = scanner;
      reproduced += text(done, nextStart);
      done = nextStart;
      const shown = columns.slice(0, Math.min(count, columns.length));
      records.push({
        raw: text(start, end),
        lineEnd: text(end, nextStart),
        cells: shown.map((i) =>
          cellText(bytes, scanner.cellStart[i]!, scanner.cellEnd[i]!, scanner.cellQuoted[i] === 1),
        ),
        count,
        quoted: shown.map((i) => scanner.cellQuoted[i] === 1),
        malformed,
        line,
      });
      if (columns.some((i) => i >= count && (scanner.cellStart[i] !== -1 || scanner.cellEnd[i] !== -1))) {
        throw new Error("a cell that the record lacks has a range");
      }
    }
    reproduced += text(done, scanner.nextStart);
  }
  return { records, reproduced, blankLines: scanner.blankLines };
}
