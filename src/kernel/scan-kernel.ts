// Lists the records of a list that are as they should be, in the columns of a batch; csv/scanner.ts reads the others.

import { CellTable } from "../csv/cell-table.js";
import type { Dialect } from "../csv/dialect.js";
import { QUOTE, type RecordScanner } from "../csv/scanner.js";
import { bytesOf, instantiateKernel, type Kernel, type Room, tableBytes, type WasmMemory } from "./kernel.js";

/** Words of the lists of one chunk, as assembly/scan.ts fills them. */
const SCRATCH_WORDS = 196_608;
const CANDIDATE_WORDS = 65_536;
const WORD = 4;

/** How the records of a list are read. */
export interface Scanned {
  dialect: Dialect;
  width: number;
  /** Columns, ascending. Cells are counted among them. */
  wanted: readonly number[];
  /** The cell that is read, if it is one. */
  phone: number | undefined;
  /** What is looked at beside it, if anything: cells, ascending. */
  watched: WatchedCells | undefined;
  readings: ReadingCodes;
}

/** How readings are coded, as lists/readings.ts says. */
export interface ReadingCodes {
  reasons: readonly string[];
  types: number;
  mostNumbers: number;
  /** The code of a reading's type by the plan's code for it. */
  planTypes: readonly number[];
}

/** Readings of a batch's cells, so many of `most` floats. */
export interface ReadingRoom {
  readonly address: number;
  readonly most: number;
  used: number;
}

export interface WatchedCells {
  /** No unmistakable number is looked for in them. */
  leftOut: readonly number[];
  /** They are asked about where they are as long as a number. */
  numbers: readonly number[];
  /** They are asked about unless their text is known. */
  optOuts: readonly number[];
}

const NOTHING_WATCHED: WatchedCells = { leftOut: [], numbers: [], optOuts: [] };

/** Bytes that a `ScanKernel` needs for such a list. */
export function scanKernelBytes({ wanted, watched = NOTHING_WATCHED }: Scanned): number {
  const cells = wanted.length + watched.leftOut.length + watched.numbers.length + watched.optOuts.length;
  const lists = WORD * (SCRATCH_WORDS + CANDIDATE_WORDS + cells);
  return tableBytes() + lists + watched.optOuts.length * CellTable.BYTES + 2048;
}

/** Whether the kernel can read such a list: LF or CRLF ends its records. */
export function isForKernel({ recordEnd, delimiter }: Dialect): boolean {
  return recordEnd !== "cr" && delimiter !== QUOTE;
}

/** Bytes that are listed at first: what their opt-out columns say is known in all that follow. */
const FIRST_BYTES = 16_384;

/** The reasons that the kernel gives, in the order in which assembly/others.ts is told of them. */
const READ_REASONS = ["none", "empty", "too-short", "legacy-7-digit", "looks-like-id", "placeholder"];

export class ScanKernel {
  readonly #kernel: Kernel;
  #isNew = true;
  /** Texts of opt-out columns that say nothing, which whoever finds one adds. */
  readonly harmless: readonly CellTable[];

  constructor(memory: WasmMemory, room: Room, { dialect, width, wanted, phone, watched, readings }: Scanned) {
    const kernel = instantiateKernel(memory, { address: room.address, bytes: tableBytes() });
    this.#kernel = kernel;
    let used = tableBytes();
    const take = (bytes: number): Room => {
      const taken = { address: room.address + used, bytes };
      used += Math.ceil(bytes / 64) * 64;
      return taken;
    };
    const put = (words: readonly number[]): number => {
      const { address } = take(WORD * words.length);
      new Uint32Array(memory.buffer, address, words.length).set(words);
      return address;
    };
    const { reasons, types, mostNumbers, planTypes } = readings;
    const reasonCodes = READ_REASONS.map((reason) => reasons.indexOf(reason));
    kernel.setOthers(put([reasons.length, mostNumbers, types, ...reasonCodes, ...planTypes]));
    const { leftOut, numbers, optOuts } = watched ?? NOTHING_WATCHED;
    const known = take(CellTable.BYTES * optOuts.length);
    bytesOf(memory, known).fill(0);
    const tableAt = (i: number): Room => ({ address: known.address + i * CellTable.BYTES, bytes: CellTable.BYTES });
    this.harmless = optOuts.map((_, i) => new CellTable(bytesOf(memory, tableAt(i))));
    kernel.setWatched(
      put(leftOut),
      leftOut.length,
      put(numbers),
      numbers.length,
      put(optOuts),
      optOuts.length,
      known.address,
      CellTable.CELLS,
      CellTable.STRIDE,
      take(WORD * CANDIDATE_WORDS).address,
    );
    kernel.open(
      dialect.delimiter,
      width,
      put(wanted),
      wanted.length,
      phone ?? -1,
      watched === undefined ? 0 : 1,
      take(WORD * SCRATCH_WORDS).address,
      SCRATCH_WORDS,
    );
  }

  /**
   * Whether a window lies where the kernel can read it: of the reader's windows that is the shared one. Which buffer the
   * memory shows changes where another thread makes it grow.
   */
  reaches({ buffer }: Uint8Array): boolean {
    return buffer instanceof SharedArrayBuffer;
  }

  /**
   * Lists the records that the scanner has before it, as assembly/scan.ts says, and moves it behind them. `columns`: the
   * address of the batch's first column, which has room for `cap` records and holds `count`. `readings`: where those of cells
   * that are not plain go. `isCut`: it would list on.
   */
  list(
    scanner: RecordScanner,
    base: number,
    limit: number,
    columns: number,
    cap: number,
    count: number,
    readings: ReadingRoom | undefined,
  ): { count: number; oddUntil: number; isCut: boolean } {
    const kernel = this.#kernel;
    const { bytes, consumed, fedTo } = scanner;
    const most = Math.min(limit, fedTo);
    const to = this.#isNew && this.harmless.length > 0 ? Math.min(most, consumed + FIRST_BYTES) : most;
    this.#isNew = false;
    kernel.setReadingRoom(readings?.address ?? 0, readings?.used ?? 0, readings?.most ?? 0);
    const listed = kernel.scan(bytes.byteOffset, consumed, fedTo, base, to, columns, cap, count, scanner.nextLine);
    if (readings !== undefined) readings.used = kernel.floatsUsed.value;
    scanner.goOn(kernel.consumed.value, kernel.nextLine.value, kernel.blankLines.value);
    const isCut = to < most && listed < cap && kernel.consumed.value >= to;
    return { count: listed, oddUntil: kernel.oddUntil.value, isCut };
  }
}
