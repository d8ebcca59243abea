// Text of which long pieces come again and again, packed as one block of DEFLATE (RFC 1951) while it is written. Whoever
// writes it says which pieces those are, so that nothing is searched for: a piece that stood there before is a reference
// to it. The checksum of a piece is known, too, and what stands in the file is never put together.

import { type Codes, codesFor } from "./huffman.js";

/** How far a reference reaches. */
const WINDOW = 32_768;
const END_OF_BLOCK = 256;
const LENGTH_SYMBOLS = 29;
const DISTANCE_SYMBOLS = 30;
const SHORTEST = 3;
/** Where in what is known of a byte stands what it asks for. */
const ASKS = 20;
/** Bits that are written at a time, and what the last of them may take. */
const SLACK = 16;

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
  out: Buffer = Buffer.allocUnsafeSlow(2 * 1024 * 1024);
  packed = 0;
  #crc = -1;
  #bits = 0;
  #count = 0;
  // As they were before the last text.
  #crcBefore = 0;
  #bitsBefore = 0;
  #countBefore = 0;
  #packedBefore = 0;
  #lengthBefore = 0;
  readonly #literals: Codes;
  readonly #distances: Codes;

  /** By byte: its code, the code's bits, and what it asks for. */
  readonly #bytes: Int32Array;

  /**
   * `sample`: text as it will come; `lengths`: of pieces that come again, with how often they do in it; `asksFor`: what each
   * byte asks for, as bits.
   */
  constructor(sample: Uint8Array, lengths: ReadonlyMap<number, number>, asksFor: Uint8Array) {
    const weights = Array<number>(END_OF_BLOCK + 1).fill(1);
    for (const byte of sample) weights[byte]!++;
    weights.push(...Array<number>(LENGTH_SYMBOLS).fill(1));
    for (const [length, times] of lengths) weights[LENGTH_SYMBOL[length]!]! += times;
    this.#literals = codesFor(weights);
    this.#distances = codesFor(DISTANCE_WEIGHTS);
    const { codes, lengths: bits } = this.#literals;
    this.#bytes = Int32Array.from(
      { length: 256 },
      (_, byte) => codes[byte]! | (bits[byte]! << 16) | (asksFor[byte]! << ASKS),
    );
    this.#writeCodes();
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

  /** Writes a text; returns all that its bytes ask for. Until more is written, `forget` takes it back. */
  literal(bytes: Uint8Array, start: number, end: number): number {
    this.#makeRoom(end - start);
    this.#crcBefore = this.#crc;
    this.#bitsBefore = this.#bits;
    this.#countBefore = this.#count;
    this.#packedBefore = this.packed;
    this.#lengthBefore = this.length;
    let asks = 0;
    const entries = this.#bytes;
    let crc = this.#crc;
    let bits = this.#bits;
    let count = this.#count;
    let at = this.packed;
    const { out } = this;
    for (let from = start; from < end; from++) {
      const byte = bytes[from]!;
      const entry = entries[byte]!;
      asks |= entry;
      crc = CRC_TABLE[(crc ^ byte) & 255]! ^ (crc >>> 8);
      bits |= (entry & 0xffff) << count;
      count += (entry >>> 16) & 15;
      if (count >= 16) {
        out[at] = bits;
        out[at + 1] = bits >>> 8;
        at += 2;
        bits >>>= 16;
        count -= 16;
      }
    }
    this.#crc = crc;
    this.#bits = bits;
    this.#count = count;
    this.packed = at;
    this.length += end - start;
    return asks >>> ASKS;
  }

  /** Takes back the text that was written last. */
  forget(): void {
    this.#crc = this.#crcBefore;
    this.#bits = this.#bitsBefore;
    this.#count = this.#countBefore;
    this.packed = this.#packedBefore;
    this.length = this.#lengthBefore;
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
    this.#reference(count, distance);
    this.#crc = shifted(this.#crc, piece.shift) ^ piece.crc;
    this.length += count;
  }

  /** Ends the block; what is packed is whole then. */
  end(): void {
    this.#makeRoom(SLACK);
    this.#symbol(this.#literals, END_OF_BLOCK);
    for (; this.#count > 0; this.#count -= 8) {
      this.out[this.packed++] = this.#bits;
      this.#bits >>>= 8;
    }
  }

  #reference(length: number, distance: number): void {
    const ofLength = LENGTH_SYMBOL[length]!;
    this.#symbol(this.#literals, ofLength);
    const extra = LENGTH_EXTRA[ofLength - END_OF_BLOCK - 1]!;
    if (extra > 0) this.#put(length - LENGTH_BASE[ofLength - END_OF_BLOCK - 1]!, extra);
    const ofDistance =
      distance < NEAR ? NEAR_SYMBOL[distance]! : DISTANCE_BASE.findLastIndex((base) => base <= distance);
    const { codes, lengths } = this.#distances;
    const code = codes[ofDistance]!;
    const codeBits = lengths[ofDistance]!;
    const rest = distance - DISTANCE_BASE[ofDistance]!;
    const restBits = DISTANCE_EXTRA[ofDistance]!;
    if (codeBits + restBits <= 16) this.#put(code | (rest << codeBits), codeBits + restBits);
    else {
      this.#put(code, codeBits);
      this.#put(rest, restBits);
    }
  }

  #symbol({ codes, lengths }: Codes, symbol: number): void {
    this.#put(codes[symbol]!, lengths[symbol]!);
  }

  /** Room was made. */
  #put(value: number, count: number): void {
    this.#bits |= value << this.#count;
    this.#count += count;
    if (this.#count < 16) return;
    this.out[this.packed] = this.#bits;
    this.out[this.packed + 1] = this.#bits >>> 8;
    this.packed += 2;
    this.#bits >>>= 16;
    this.#count -= 16;
  }

  /** The head of the only block: the lengths of all codes, four bits each. */
  #writeCodes(): void {
    this.#put(1, 1);
    this.#put(2, 2);
    this.#put(LENGTH_SYMBOLS, 5);
    this.#put(DISTANCE_SYMBOLS - 1, 5);
    this.#put(ORDER.length - 4, 4);
    for (const symbol of ORDER) this.#put(symbol < 16 ? 4 : 0, 3);
    for (const { lengths } of [this.#literals, this.#distances])
      for (const length of lengths) this.#put(REVERSED[length]!, 4);
  }

  /** `symbols`: none takes more than two bytes. */
  #makeRoom(symbols: number): void {
    const wanted = this.packed + symbols * 2 + SLACK;
    if (wanted <= this.out.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(wanted, this.out.length * 2));
    this.out.copy(grown, 0, 0, this.packed);
    this.out = grown;
  }
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

const LENGTH_SYMBOL = Uint16Array.from({ length: 259 }, (_, length) =>
  length < SHORTEST ? 0 : END_OF_BLOCK + 1 + LENGTH_BASE.findLastIndex((base) => base <= length),
);
const NEAR = 4096;
const NEAR_SYMBOL = Uint8Array.from({ length: NEAR }, (_, distance) =>
  Math.max(
    0,
    DISTANCE_BASE.findLastIndex((base) => base <= distance),
  ),
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
    shift = Int32Array.from({ length: 1024 }, (_, i) => crcOf(zeros, (i & 255) << (8 * (i >> 8))));
    shifts.set(count, shift);
  }
  return shift;
}
