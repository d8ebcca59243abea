// Lists the records of a list that are as they should be, in the columns of a batch; csv/scanner.ts reads the others.

import { CellTable } from "../csv/cell-table.js";
import type { Dialect, RecordScanner } from "../csv/scanner.js";
import { bytesOf, instantiateKernel, type Kernel, type Room, TABLE_BYTES, type WasmMemory } from "./kernel.js";

/** Words of the lists of one chunk, as assembly/scan.ts fills them. */
const SCRATCH_WORDS = 196_608;
/** Two bits for each byte of a window, and what one more load of each has, as assembly/suspects.ts needs them. */
const SUSPECT_WORDS = 2 * (65_536 + 16);
/** Columns with a table of texts that count for nothing. */
const MOST_TABLES = 256;
const WORD = 4;

/** How the records of a list are read. */
export interface Scanned {
  dialect: Dialect;
  width: number;
  /** Columns, ascending. Cells are counted among them. */
  wanted: readonly number[];
  /** The cells that are read. */
  phones: readonly number[];
  /** What is looked for beside the phones, if anything. */
  watched: WatchedCells | undefined;
  /** Whether what a phone cell loses is counted. */
  cuts: boolean;
  /** How many reasons and types a reading may have, and the reason of an empty cell. */
  readings: Record<"reasons" | "types" | "empty", number>;
}

/** Floats for the readings of a batch, of which `used` are filled. */
export interface ReadingsRoom {
  readonly address: number;
  readonly length: number;
  used: number;
}

/** What is looked for in a column, as assembly/look.ts has it. */
export const LOOKED_FOR = { words: 1, numbers: 2, texts: 4, phones: 8 } as const;

/** Columns next to each other in which the same is looked for: a bit for each kind of `LOOKED_FOR`. */
export interface Span {
  first: number;
  last: number;
  kinds: number;
}

export interface WatchedCells {
  spans: readonly Span[];
  /** Only of a phone list, in which a single number beside the phones may be judged by its state. */
  words: WordTables | undefined;
  /** Numbers that neighbouring cells make are looked for. */
  joins: boolean;
}

/** The words that assembly/words.ts looks for, in its tables. */
export interface WordTables {
  beginnings: Uint8Array;
  plain: Uint8Array;
  cues: Uint8Array;
}

const WORD_TABLES = ["beginnings", "plain", "cues"] as const;
/** Of a letter and the next, or a space. */
const PAIRS = 26 * 32;
const MOST_LETTERS = 7;
const WORD_BYTES = 24;

/** Returns a table of beginnings of words for assembly/words.ts: by two letters, each with a mask of its letters. */
export function wordTable(beginnings: readonly string[]): Uint8Array {
  const sorted = [...beginnings].sort();
  const first = (PAIRS + 2) * WORD;
  const table = Buffer.alloc(first + sorted.length * WORD_BYTES);
  const codeOf = (letter: number) => (letter >= 0x61 ? letter & 31 : 0);
  const pairOf = (word: string) => (word.charCodeAt(0) - 0x61) * 32 + codeOf(word.charCodeAt(1));
  for (let pair = 0, before = 0; pair <= PAIRS; pair++) {
    while (before < sorted.length && pairOf(sorted[before]!) < pair) before++;
    table.writeUInt32LE(before, pair * WORD);
  }
  for (const [i, word] of sorted.entries()) {
    const letters = word.trimEnd().slice(0, MOST_LETTERS);
    const entry = first + i * WORD_BYTES;
    table.fill(0xff, entry, entry + letters.length);
    table.write(letters, entry + 8, "latin1");
    table[entry + 16] = word.endsWith(" ") ? letters.length : 0;
  }
  return table;
}

/** Bytes that a `ScanKernel` needs for such a list. */
export function scanKernelBytes({ wanted, width, phones, watched }: Scanned): number {
  const words = wanted.length + phones.length + 3 * (watched?.spans.length ?? 0);
  const lists = WORD * (SCRATCH_WORDS + SUSPECT_WORDS + words);
  const bytesOfWords = (tables: WordTables) => WORD_TABLES.reduce((sum, name) => sum + tables[name].length + 64, 0);
  const ofWords = watched?.words === undefined ? 0 : bytesOfWords(watched.words);
  return TABLE_BYTES + lists + CellTable.BYTES * tablesFor(width, watched) + ofWords + 2048;
}

function tablesFor(width: number, watched: WatchedCells | undefined): number {
  return watched?.words === undefined ? 0 : Math.min(width, MOST_TABLES);
}

/** Whether the kernel can read such a list: LF or CRLF ends its records, and quotes are quotes. */
export function isForKernel({ recordEnd, isText }: Dialect): boolean {
  return recordEnd !== "cr" && !isText;
}

/** Bytes that are listed at first: what counts for nothing in them is known in all that follow. */
const FIRST_BYTES = 16_384;

export class ScanKernel {
  readonly #kernel: Kernel;
  #isNew = true;
  /** By column, texts that count for nothing: the batch adds those that it finds. */
  readonly harmless: readonly CellTable[];

  constructor(memory: WasmMemory, room: Room, { dialect, width, wanted, phones, watched, cuts, readings }: Scanned) {
    const kernel = instantiateKernel(memory, { address: room.address, bytes: TABLE_BYTES });
    this.#kernel = kernel;
    let used = TABLE_BYTES;
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
    const tables = tablesFor(width, watched);
    const known = take(CellTable.BYTES * tables);
    bytesOf(memory, known).fill(0);
    const tableAt = (i: number): Room => ({ address: known.address + i * CellTable.BYTES, bytes: CellTable.BYTES });
    this.harmless = Array.from({ length: tables }, (_, i) => new CellTable(bytesOf(memory, tableAt(i))));
    const { spans = [], words, joins = false } = watched ?? {};
    if (words !== undefined) kernel.setWordTables(put(WORD_TABLES.map((name) => putBytes(words[name]))));
    // In the order of setWatched in assembly/look.ts, and of open in assembly/scan.ts.
    kernel.setWatched(
      put([
        ...[put(spans.flatMap(({ first, last, kinds }) => [first, last, kinds])), spans.length, width],
        ...[words === undefined ? 0 : 1, known.address, tables, CellTable.CELLS, CellTable.STRIDE],
        take(WORD * SUSPECT_WORDS).address,
      ]),
    );
    kernel.open(
      put([
        ...[dialect.delimiter, width, put(wanted), wanted.length, put(phones), phones.length],
        ...[watched === undefined ? 0 : 1, take(WORD * SCRATCH_WORDS).address, SCRATCH_WORDS, joins ? 1 : 0],
        ...[cuts ? 1 : 0, readings.reasons, readings.types, readings.empty],
      ]),
    );
  }

  /**
   * Whether a window lies in the kernel's memory: that of a record longer than the others begins a buffer of its own, and
   * nothing of the kernel's is at address 0. The buffer itself changes where another thread makes the memory grow.
   */
  reaches({ buffer, byteOffset }: Uint8Array): boolean {
    return buffer instanceof SharedArrayBuffer && byteOffset > 0;
  }

  /**
   * Lists the records that the scanner has before it, as assembly/scan.ts says, and moves it behind them. `columns`: the
   * address of the batch's first column, which has room for `cap` records and holds `count`. `readings`: where those of cells
   * without a single number go, if they are put. `isCut`: it would list on.
   */
  list(
    scanner: RecordScanner,
    base: number,
    columns: number,
    cap: number,
    count: number,
    readings?: ReadingsRoom,
  ): { count: number; oddUntil: number; isCut: boolean } {
    const kernel = this.#kernel;
    const { bytes, consumed, fedTo } = scanner;
    const to = this.#isNew && this.harmless.length > 0 ? Math.min(fedTo, consumed + FIRST_BYTES) : fedTo;
    this.#isNew = false;
    kernel.setReadings(readings?.address ?? 0, readings?.used ?? 0, readings?.length ?? 0);
    const listed = kernel.scan(bytes.byteOffset, consumed, fedTo, base, to, columns, cap, count, scanner.nextLine);
    if (readings !== undefined) readings.used = kernel.readingsUsed.value;
    scanner.goOn(kernel.consumed.value, kernel.nextLine.value, kernel.blankLines.value);
    const isCut = to < fedTo && listed < cap && kernel.consumed.value >= to;
    return { count: listed, oddUntil: kernel.oddUntil.value, isCut };
  }
}
