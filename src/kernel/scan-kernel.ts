// Lists the records of a list that are as they should be, in the columns of a batch; csv/scanner.ts reads the others.

import { CellTable } from "../csv/cell-table.js";
import type { Dialect, RecordScanner } from "../csv/scanner.js";
import { bytesOf, instantiateKernel, type Kernel, type Room, tableBytes, type WasmMemory } from "./kernel.js";

/** Words of the lists of one chunk, as assembly/scan.ts fills them. */
const SCRATCH_WORDS = 196_608;
/** A bit for each byte of a window, and what one more load has, as assembly/suspects.ts needs them. */
const SUSPECT_WORDS = 65_536 + 16;
const WORD = 4;

/** How the records of a list are read. */
export interface Scanned {
  dialect: Dialect;
  width: number;
  /** Columns, ascending. Cells are counted among them. */
  wanted: readonly number[];
  /** The cells that are read. */
  phones: readonly number[];
  /** The other cells to look at, if any, ascending. */
  watched: WatchedCells | undefined;
}

export interface WatchedCells {
  /** No number is looked for in them. */
  leftOut: readonly number[];
  /** They are asked about where they are as long as a number. */
  numbers: readonly number[];
  /** They are asked about unless their text is known. */
  optOuts: readonly number[];
  /** Words of an opt-out are looked for wherever numbers are, and in `numbers`. */
  words?: WordTables | undefined;
  /** Numbers that neighbouring cells make are looked for. */
  joined?: boolean;
}

/** The words that assembly/words.ts looks for, in its tables. */
export interface WordTables {
  halves: Uint8Array;
  beginnings: Uint8Array;
  firsts: Uint8Array;
  plain: Uint8Array;
  sure: Uint8Array;
  leads: Uint8Array;
  followers: Uint8Array;
  /** A comma and the like parts a word that leads from the next. */
  isParted: boolean;
}

const WORD_TABLES = ["halves", "beginnings", "firsts", "plain", "sure", "leads", "followers"] as const;
const LETTERS = 26;
const MOST_LETTERS = 7;
const WORD_BYTES = 24;

/** A table of what words begin with, as assembly/words.ts reads it: by their first letters, each with a mask of its letters. */
export function wordTable(beginnings: readonly string[]): Uint8Array {
  const sorted = [...beginnings].sort();
  const first = (LETTERS + 2) * WORD;
  const table = new DataView(new ArrayBuffer(first + sorted.length * WORD_BYTES));
  for (let letter = 0, before = 0; letter <= LETTERS; letter++) {
    while (before < sorted.length && sorted[before]!.charCodeAt(0) - 0x61 < letter) before++;
    table.setUint32(letter * WORD, before, true);
  }
  for (const [i, word] of sorted.entries()) {
    const letters = word.trimEnd().slice(0, MOST_LETTERS);
    const entry = first + i * WORD_BYTES;
    for (let at = 0; at < letters.length; at++) {
      table.setUint8(entry + at, 0xff);
      table.setUint8(entry + 8 + at, letters.charCodeAt(at));
    }
    table.setUint8(entry + 16, word.endsWith(" ") ? letters.length : 0);
  }
  return new Uint8Array(table.buffer);
}

const NOTHING_WATCHED: WatchedCells = { leftOut: [], numbers: [], optOuts: [] };

/** Bytes that a `ScanKernel` needs for such a list. */
export function scanKernelBytes({ wanted, phones, watched = NOTHING_WATCHED }: Scanned): number {
  const cells =
    wanted.length + phones.length + watched.leftOut.length + watched.numbers.length + watched.optOuts.length;
  const lists = WORD * (SCRATCH_WORDS + SUSPECT_WORDS + cells);
  const tables = watched.optOuts.length * CellTable.BYTES;
  const words =
    watched.words === undefined ? 0 : WORD_TABLES.reduce((sum, name) => sum + watched.words![name].length + 64, 0);
  return tableBytes() + lists + tables + words + 2048;
}

/** Whether the kernel can read such a list: LF or CRLF ends its records, and quotes are quotes. */
export function isForKernel({ recordEnd, isText }: Dialect): boolean {
  return recordEnd !== "cr" && !isText;
}

/** Bytes that are listed at first: what their opt-out columns say is known in all that follow. */
const FIRST_BYTES = 16_384;

export class ScanKernel {
  readonly #kernel: Kernel;
  #isNew = true;
  /** Texts of opt-out columns that say nothing: the batch adds those that it finds. */
  readonly harmless: readonly CellTable[];

  constructor(memory: WasmMemory, room: Room, { dialect, width, wanted, phones, watched }: Scanned) {
    const kernel = instantiateKernel(memory, { address: room.address, bytes: tableBytes() });
    this.#kernel = kernel;
    let used = tableBytes();
    const take = (bytes: number): Room => {
      const taken = { address: room.address + used, bytes };
      used += Math.ceil(bytes / 64) * 64;
      return taken;
    };
    const putBytes = (bytes: Uint8Array): number => {
      const taken = take(bytes.length);
      bytesOf(memory, taken).set(bytes);
      return taken.address;
    };
    const put = (words: readonly number[]): number => putBytes(new Uint8Array(Uint32Array.from(words).buffer));
    const { leftOut, numbers, optOuts, words: opening } = watched ?? NOTHING_WATCHED;
    if (opening === undefined) kernel.lookForWords(0);
    else {
      const [halves, ...tables] = WORD_TABLES.map((name) => putBytes(opening[name]));
      kernel.lookForWords(halves!);
      kernel.setWordTables(put([...tables, opening.isParted ? 1 : 0]));
    }
    const known = take(CellTable.BYTES * optOuts.length);
    bytesOf(memory, known).fill(0);
    const tableAt = (i: number): Room => ({ address: known.address + i * CellTable.BYTES, bytes: CellTable.BYTES });
    this.harmless = optOuts.map((_, i) => new CellTable(bytesOf(memory, tableAt(i))));
    // In the order of setWatched in assembly/look.ts, and of open in assembly/scan.ts.
    kernel.setWatched(
      put([
        ...[put(leftOut), leftOut.length, put(numbers), numbers.length, put(optOuts), optOuts.length],
        ...[known.address, CellTable.CELLS, CellTable.STRIDE, take(WORD * SUSPECT_WORDS).address],
      ]),
    );
    kernel.open(
      put([
        ...[dialect.delimiter, width, put(wanted), wanted.length, put(phones), phones.length],
        ...[watched === undefined ? 0 : 1, take(WORD * SCRATCH_WORDS).address, SCRATCH_WORDS, watched?.joined ? 1 : 0],
      ]),
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
   * address of the batch's first column, which has room for `cap` records and holds `count`. `isCut`: it would list on.
   */
  list(
    scanner: RecordScanner,
    base: number,
    columns: number,
    cap: number,
    count: number,
  ): { count: number; oddUntil: number; isCut: boolean } {
    const kernel = this.#kernel;
    const { bytes, consumed, fedTo } = scanner;
    const to = this.#isNew && this.harmless.length > 0 ? Math.min(fedTo, consumed + FIRST_BYTES) : fedTo;
    this.#isNew = false;
    const listed = kernel.scan(bytes.byteOffset, consumed, fedTo, base, to, columns, cap, count, scanner.nextLine);
    scanner.goOn(kernel.consumed.value, kernel.nextLine.value, kernel.blankLines.value);
    const isCut = to < fedTo && listed < cap && kernel.consumed.value >= to;
    return { count: listed, oddUntil: kernel.oddUntil.value, isCut };
  }
}
