// Has the kernel list records in the columns of a batch (assembly/scan.ts). csv/scanner.ts reads those that it stops at.

import { CellTable } from "../csv/cell-table.js";
import type { Dialect, RecordScanner } from "../csv/scanner.js";
import { bytesOf, instantiateKernel, type Kernel, type Room, TABLE_BYTES, type WasmMemory, wordsOf } from "./kernel.js";
import { BLOCKS, CONSTANTS } from "./module.js";

/** The most columns with a table of harmless texts. */
const MOST_TABLES = 256;
const WORD = 4;

/** How the records of a list are read. */
export interface Scanned {
  dialect: Dialect;
  width: number;
  /** The columns that are wanted, ascending. */
  wanted: readonly number[];
  /** Which of the wanted cells are phones. */
  phones: readonly number[];
  /** What counts in other columns; undefined if nothing does. */
  watched: WatchedCells | undefined;
  /** Whether it is counted which phone cells lose another number, because they are cut to their first. */
  cuts: boolean;
  /** How lists/readings.ts encodes readings: the counts of reasons and types, and the code of `empty`. */
  readings: Record<"reasons" | "types" | "empty", number>;
}

/** The floats for the readings of a batch, of which `used` are filled. */
export interface ReadingsRoom {
  readonly address: number;
  readonly length: number;
  used: number;
}

/** Neighbouring columns in which the same counts. `kinds`: bits of `Counts` of assembly/other-cells.ts. */
export interface Span {
  first: number;
  last: number;
  kinds: number;
}

export interface WatchedCells {
  spans: readonly Span[];
  /** Only of a phone list. A record of it may mention a number. */
  words: WordTables | undefined;
  /** Whether neighbouring cells may make one number together. */
  joins: boolean;
}

/** The tables of assembly/words.ts. */
export interface WordTables {
  beginnings: Uint8Array;
  plain: Uint8Array;
  cues: Uint8Array;
}

const { CUE_BYTES, MOST_LETTERS, PAIRS, SCRATCH_WORDS, SUSPECT_BYTES } = CONSTANTS;

/** Returns the table of cues for assembly/words.ts. A space at the end of a cue means that no longer word counts. */
export function wordTable(beginnings: readonly string[]): Uint8Array {
  const sorted = [...beginnings].sort();
  const first = (PAIRS + 2) * WORD;
  const table = Buffer.alloc(first + sorted.length * CUE_BYTES);
  const codeOf = (letter: number) => (letter >= 0x61 ? letter & 31 : 0);
  const pairOf = (word: string) => (word.charCodeAt(0) - 0x61) * 32 + codeOf(word.charCodeAt(1));
  for (let pair = 0, before = 0; pair <= PAIRS; pair++) {
    while (before < sorted.length && pairOf(sorted[before]!) < pair) before++;
    table.writeUInt32LE(before, pair * WORD);
  }
  for (const [i, word] of sorted.entries()) {
    const letters = word.trimEnd().slice(0, MOST_LETTERS);
    const entry = first + i * CUE_BYTES;
    table.fill(0xff, entry, entry + letters.length);
    table.write(letters, entry + 8, "latin1");
    table[entry + 16] = word.endsWith(" ") ? letters.length : 0;
  }
  return table;
}

/** Returns the bytes that a `ScanKernel` of a list needs. */
export function scanKernelBytes({ wanted, width, phones, watched }: Scanned): number {
  const words = wanted.length + phones.length + 3 * (watched?.spans.length ?? 0);
  const lists = WORD * (SCRATCH_WORDS + words) + SUSPECT_BYTES;
  const tables: Uint8Array[] = Object.values(watched?.words ?? {});
  const ofWords = tables.reduce((sum, table) => sum + table.length + 64, 0);
  return TABLE_BYTES + lists + CellTable.BYTES * tablesFor(width, watched) + ofWords + 2048;
}

function tablesFor(width: number, watched: WatchedCells | undefined): number {
  return watched?.words === undefined ? 0 : Math.min(width, MOST_TABLES);
}

/** Whether the kernel can read a list: its records end with LF or CRLF, and it has quotes. */
export function isForKernel({ recordEnd, isText }: Dialect): boolean {
  return recordEnd !== "cr" && !isText;
}

/** The bytes that are listed at first. The harmless texts in them are known in all that follow. */
const FIRST_BYTES = 16_384;

export class ScanKernel {
  readonly #kernel: Kernel;
  /** The address of `Scanned` of assembly/scan.ts. */
  readonly #scanned: number;
  /** `ListedBatch` of assembly/scan.ts. */
  readonly #batch: Uint32Array;
  #isNew = true;
  /** For each column, harmless texts. lists/watch.ts adds those that it finds. */
  readonly harmless: readonly CellTable[];

  constructor(memory: WasmMemory, room: Room, { dialect, width, wanted, phones, watched, cuts, readings }: Scanned) {
    this.#kernel = instantiateKernel(memory, { address: room.address, bytes: TABLE_BYTES });
    let used = TABLE_BYTES;
    const allocate = (bytes: number): Room => {
      const part = { address: room.address + used, bytes };
      used += Math.ceil(bytes / 64) * 64;
      return part;
    };
    const putBytes = (bytes: Uint8Array = new Uint8Array(0)): number => {
      const part = allocate(bytes.length);
      bytesOf(memory, part).set(bytes);
      return part.address;
    };
    const put = (words: readonly number[]): number => putBytes(new Uint8Array(Uint32Array.from(words).buffer));
    const tables = tablesFor(width, watched);
    const known = allocate(CellTable.BYTES * tables);
    const texts = bytesOf(memory, known).fill(0);
    this.harmless = Array.from({ length: tables }, (_, i) => new CellTable(texts.subarray(i * CellTable.BYTES)));
    const { spans = [], words, joins = false } = watched ?? {};
    const watchedCells = {
      ...{ spans: put(spans.flatMap(({ first, last, kinds }) => [first, last, kinds])), spanCount: spans.length },
      ...{ width, mayMention: words !== undefined, suspects: allocate(SUSPECT_BYTES).address },
      ...{ known: known.address, tableCount: tables, knownCells: CellTable.CELLS, knownStride: CellTable.STRIDE },
      ...{ beginnings: putBytes(words?.beginnings), plain: putBytes(words?.plain), cues: putBytes(words?.cues) },
    };
    const scanned = {
      ...{ ...readings, delimiter: dialect.delimiter, width, joins, cuts },
      watched: watched === undefined ? 0 : put(wordsOf("Watched", watchedCells)),
      ...{ wanted: put(wanted), wantedCount: wanted.length, phones: put(phones), phoneCount: phones.length },
      scratch: allocate(WORD * SCRATCH_WORDS).address,
    };
    this.#scanned = put(wordsOf("Scanned", scanned));
    const { length } = BLOCKS.ListedBatch;
    this.#batch = new Uint32Array(memory.buffer, allocate(WORD * length).address, length);
  }

  /**
   * Whether a window is in the kernel's memory. The window of a very long record is at the start of a buffer of its own; in the
   * kernel's memory nothing is there. The buffers can't be compared, because another thread may grow the memory.
   */
  reaches({ buffer, byteOffset }: Uint8Array): boolean {
    return buffer instanceof SharedArrayBuffer && byteOffset > 0;
  }

  /**
   * Lists the scanner's next records, and moves it behind them. `columns`: the address of the batch's first column, which has
   * room for `cap` records and holds `count`, from `base` in the window on. Returns the records in the batch, the end of the
   * block that it can't read (0 if there is none), and whether it can list more at once.
   */
  list(scanner: RecordScanner, base: number, columns: number, cap: number, count: number, readings: ReadingsRoom) {
    const kernel = this.#kernel;
    const { bytes, nextStart, fedTo } = scanner;
    const to = this.#isNew && this.harmless.length > 0 ? Math.min(fedTo, nextStart + FIRST_BYTES) : fedTo;
    this.#isNew = false;
    const room = { readings: readings.address, readingsUsed: readings.used, readingsRoom: readings.length };
    this.#batch.set(wordsOf("ListedBatch", { columns, cap, count, base, ...room }));
    const batch = this.#batch.byteOffset;
    const listed = kernel.scan(this.#scanned, batch, bytes.byteOffset, nextStart, fedTo, to, scanner.nextLine);
    readings.used = kernel.readingsUsed.value;
    scanner.goOn(kernel.consumed.value, kernel.nextLine.value, kernel.blankLines.value);
    const isCut = to < fedTo && listed < cap && kernel.consumed.value >= to;
    return { count: listed, oddUntil: kernel.oddUntil.value, isCut };
  }
}
