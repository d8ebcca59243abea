// Text of which long pieces come again and again, packed as one block of DEFLATE (RFC 1951) while it is written. Whoever
// writes it says which pieces those are, so that nothing is searched for: a piece that stood there before is a reference
// to it. The checksum of a piece is known, too, and what stands in the file is never put together.

import type { Packing, PackState } from "../../kernel/pack-kernel.js";
import { type Codes, codesFor } from "./huffman.js";

/** How far a reference reaches. */
export const WINDOW = 32_768;
const END_OF_BLOCK = 256;
const LENGTH_SYMBOLS = 29;
const DISTANCE_SYMBOLS = 30;
const SHORTEST = 3;
const LONGEST_PIECE = 258;
/** Bytes that a reference takes at most, and a write beyond its end. */
const SLACK = 16;
const FIRST_ROOM = 1024 * 1024;
/** Of what is put, the bits, and where their number stands. */
const VALUE = 0xffffff;
const COUNT = 24;

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc | 0;
});

/** A piece of text that comes again. */
export interface Piece {
  bytes: Buffer;
  /** Where in the text it stood last; -1 where nowhere. */
  at: number;
  /** What it makes of a checksum of zero, and how its length changes any other one. */
  crc: number;
  shift: Int32Array;
}

export function pieceOf(text: string): Piece {
  const bytes = Buffer.from(text, "latin1");
  return { bytes, at: -1, crc: crcOf(bytes, 0), shift: shiftBy(bytes.length) };
}

/** Makes a piece of two: others than `rest` in front of it, where it stood nowhere yet. `piece`: has room for both. */
export function renew(piece: Piece, first: Uint8Array, rest: Piece): void {
  const length = first.length + rest.bytes.length;
  if (length !== piece.bytes.length) {
    piece.bytes = Buffer.concat([first, rest.bytes]);
    piece.shift = shiftBy(length);
  } else for (let at = 0; at < first.length; at++) piece.bytes[at] = first[at]!;
  piece.crc = shifted(crcOf(first, 0), rest.shift) ^ rest.crc;
  piece.at = -1;
}

export class PackedText {
  /** Bytes of the text so far. */
  length = 0;
  /** What was packed is [0, packed). */
  out: Buffer = Buffer.alloc(0);
  packed = 0;
  #words: DataView = wordsOf(this.out);
  #crc = -1;
  /** Bits that are no whole byte yet, and how many. */
  #bits = 0;
  #count = 0;
  readonly #literals: Codes;

  /** What is put, by a byte of text, by the length of a reference, and by how far one reaches. */
  readonly #entries: Int32Array;
  readonly #lengths: Int32Array;
  readonly #distances = new Int32Array(WINDOW + 1);

  /** `sample`: text as it will come; `lengths`: of pieces that come again, with how often they do in it. */
  constructor(sample: Uint8Array, lengths: ReadonlyMap<number, number>) {
    const weights = Array<number>(END_OF_BLOCK + 1).fill(1);
    for (const byte of sample) weights[byte]!++;
    weights.push(...Array<number>(LENGTH_SYMBOLS).fill(1));
    for (const [length, times] of lengths) weights[LENGTH_SYMBOL[length]!]! += times;
    this.#literals = codesFor(weights);
    const distances = codesFor(DISTANCE_WEIGHTS);
    this.#entries = Int32Array.from({ length: 256 }, (_, byte) => entryOf(this.#literals, byte));
    this.#lengths = Int32Array.from({ length: LONGEST_PIECE + 1 }, (_, length) => this.#lengthOf(length));
    for (const [symbol, base] of DISTANCE_BASE.entries())
      for (let rest = 0; rest < 1 << DISTANCE_EXTRA[symbol]!; rest++)
        this.#distances[base + rest] = joined(entryOf(distances, symbol), bitsOf(rest, DISTANCE_EXTRA[symbol]!));
    this.#makeRoom(FIRST_ROOM);
    this.#writeCodes([this.#literals, distances]);
  }

  /** Takes what is packed so far, but for the last bits. It stays as it is until more is written. */
  take(): Uint8Array {
    const taken = this.out.subarray(0, this.packed);
    this.packed = 0;
    return taken;
  }

  /** The checksum (CRC-32) of the text so far. */
  get crc(): number {
    return ~this.#crc >>> 0;
  }

  literal(bytes: Uint8Array, start: number, end: number): void {
    this.#makeRoom(end - start);
    const words = this.#words;
    const entries = this.#entries;
    let crc = this.#crc;
    let bits = this.#bits;
    let count = this.#count;
    let at = this.packed;
    let from = start;
    // A checksum waits for a table at every step, and the next bits for the count of those before: so four bytes are one
    // step, and two are written at once.
    for (const last = end - 4; from <= last; from += 4) {
      const one = bytes[from]!;
      const two = bytes[from + 1]!;
      const three = bytes[from + 2]!;
      const four = bytes[from + 3]!;
      crc = shifted(crc ^ (one | (two << 8) | (three << 16) | (four << 24)), SHIFT_OF_FOUR);
      let entry = entries[one]!;
      bits |= (entry & VALUE) << count;
      count += entry >>> COUNT;
      entry = entries[two]!;
      bits |= (entry & VALUE) << count;
      count += entry >>> COUNT;
      words.setInt32(at, bits, true);
      at += count >>> 3;
      bits >>>= count & 24;
      count &= 7;
      entry = entries[three]!;
      bits |= (entry & VALUE) << count;
      count += entry >>> COUNT;
      entry = entries[four]!;
      bits |= (entry & VALUE) << count;
      count += entry >>> COUNT;
      words.setInt32(at, bits, true);
      at += count >>> 3;
      bits >>>= count & 24;
      count &= 7;
    }
    for (; from < end; from++) {
      const byte = bytes[from]!;
      crc = CRC_TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8);
      const entry = entries[byte]!;
      bits |= (entry & VALUE) << count;
      count += entry >>> COUNT;
      words.setInt32(at, bits, true);
      at += count >>> 3;
      bits >>>= count & 24;
      count &= 7;
    }
    this.#crc = crc;
    this.#bits = bits;
    this.#count = count;
    this.packed = at;
    this.length += end - start;
  }

  piece(piece: Piece): void {
    const { bytes } = piece;
    const count = bytes.length;
    const distance = this.length - piece.at;
    const isNear = piece.at >= 0 && distance <= WINDOW && count >= SHORTEST;
    piece.at = this.length;
    if (!isNear) {
      this.literal(bytes, 0, count);
      return;
    }
    this.#makeRoom(SLACK);
    this.#put(this.#lengths[count]!);
    this.#put(this.#distances[distance]!);
    this.#crc = shifted(this.#crc, piece.shift) ^ piece.crc;
    this.length += count;
  }

  /** Ends the block; what is packed is whole then. */
  end(): void {
    this.#makeRoom(SLACK);
    this.#put(entryOf(this.#literals, END_OF_BLOCK));
    if (this.#count > 0) this.#put(bitsOf(0, 8 - this.#count));
  }

  /** What the packing of more needs to know. */
  get tables(): Pick<Packing, "entries" | "lengths" | "distances" | "crcs" | "shiftBy"> {
    return { entries: this.#entries, lengths: this.#lengths, distances: this.#distances, crcs: CRC_TABLE, shiftBy };
  }

  /** Where it stands. */
  get state(): Pick<PackState, "bits" | "count" | "crc" | "length"> {
    return { bits: this.#bits, count: this.#count, crc: this.#crc, length: this.length };
  }

  /** Takes what somebody else has packed, who went on where it stood, to the state that it has now. */
  goOn(packed: Uint8Array, { bits, count, crc, length }: PackState): void {
    this.#makeRoom(packed.length);
    this.out.set(packed, this.packed);
    this.packed += packed.length;
    this.#bits = bits;
    this.#count = count;
    this.#crc = crc;
    this.length = length;
  }

  #lengthOf(length: number): number {
    const symbol = LENGTH_SYMBOL[length]!;
    const at = symbol - END_OF_BLOCK - 1;
    if (at < 0) return 0;
    return joined(entryOf(this.#literals, symbol), bitsOf(length - LENGTH_BASE[at]!, LENGTH_EXTRA[at]!));
  }

  /** Room was made. */
  #put(entry: number): void {
    const bits = this.#bits | ((entry & VALUE) << this.#count);
    const count = this.#count + (entry >>> COUNT);
    this.#words.setInt32(this.packed, bits, true);
    this.packed += count >>> 3;
    this.#bits = bits >>> (count & 24);
    this.#count = count & 7;
  }

  /** The head of the only block: the lengths of all codes, four bits each. */
  #writeCodes(codes: readonly Codes[]): void {
    const put = (value: number, count: number) => this.#put(bitsOf(value, count));
    put(1, 1);
    put(2, 2);
    put(LENGTH_SYMBOLS, 5);
    put(DISTANCE_SYMBOLS - 1, 5);
    put(ORDER.length - 4, 4);
    for (const symbol of ORDER) put(symbol < 16 ? 4 : 0, 3);
    for (const { lengths } of codes) for (const length of lengths) put(REVERSED[length]!, 4);
  }

  /** `symbols`: none takes more than two bytes. */
  #makeRoom(symbols: number): void {
    const wanted = this.packed + symbols * 2 + SLACK;
    if (wanted <= this.out.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(wanted, this.out.length * 2));
    this.out.copy(grown, 0, 0, this.packed);
    this.out = grown;
    this.#words = wordsOf(grown);
  }
}

function wordsOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function entryOf({ codes, lengths }: Codes, symbol: number): number {
  return bitsOf(codes[symbol]!, lengths[symbol]!);
}

/** What is put, as one number: its bits, the first one lowest, and how many they are. */
function bitsOf(value: number, count: number): number {
  return value | (count << COUNT);
}

function joined(first: number, second: number): number {
  const count = first >>> COUNT;
  return bitsOf((first & VALUE) | ((second & VALUE) << count), count + (second >>> COUNT));
}

/** In which order the lengths of the codes for lengths are said. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const REVERSED = Array.from(
  { length: 16 },
  (_, n) => ((n & 1) << 3) | ((n & 2) << 1) | ((n & 4) >> 1) | ((n & 8) >> 3),
);

const LENGTH_EXTRA: readonly number[] = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const LENGTH_BASE = basesOf(LENGTH_EXTRA, SHORTEST);
LENGTH_BASE[28] = 258;
const DISTANCE_EXTRA = Uint8Array.from({ length: DISTANCE_SYMBOLS }, (_, i) => Math.max(0, (i >> 1) - 1));
const DISTANCE_BASE = basesOf([...DISTANCE_EXTRA], 1);
/** Cells are some dozens of bytes long, rows some hundreds. */
const DISTANCE_WEIGHTS = DISTANCE_BASE.map((base) => (base < 32 || base > 8192 ? 1 : base < 200 ? 60 : 12));

const LENGTH_SYMBOL = Uint16Array.from({ length: LONGEST_PIECE + 1 }, (_, length) =>
  length < SHORTEST ? 0 : END_OF_BLOCK + 1 + LENGTH_BASE.findLastIndex((base) => base <= length),
);

function basesOf(extra: readonly number[], first: number): number[] {
  const bases = [first];
  for (const bits of extra.slice(0, -1)) bases.push(bases.at(-1)! + (1 << bits));
  return bases;
}

function crcOf(bytes: Uint8Array, start: number): number {
  let crc = start;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8);
  return crc | 0;
}

/** A checksum behind so many bytes of zero. */
function shifted(crc: number, shift: Int32Array): number {
  return (
    shift[crc & 255]! ^
    shift[256 + ((crc >>> 8) & 255)]! ^
    shift[512 + ((crc >>> 16) & 255)]! ^
    shift[768 + (crc >>> 24)]!
  );
}

const shifts = new Map<number, Int32Array>();

/** What so many bytes of zero make of each byte of a checksum, lowest first. */
function shiftBy(count: number): Int32Array {
  let shift = shifts.get(count);
  if (shift === undefined) {
    const zeros = new Uint8Array(count);
    shift = new Int32Array(1024);
    for (let bit = 0; bit < 32; bit++) {
      const at = (bit >> 3) << 8;
      const one = 1 << (bit & 7);
      const crc = crcOf(zeros, 1 << bit);
      for (let byte = 0; byte < one; byte++) shift[at + one + byte] = shift[at + byte]! ^ crc;
    }
    shifts.set(count, shift);
  }
  return shift;
}

/** Of four bytes. */
const SHIFT_OF_FOUR = shiftBy(4);
