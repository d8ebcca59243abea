// UTF-16 ⇄ UTF-8 without loss: a surrogate without its other half becomes the three bytes that UTF-8 has for its number
// and forbids (WTF-8), and comes back as it was.

import { type ExitCode, ScrubError } from "../errors.js";
import type { ByteSource } from "./input.js";

export type ByteOrder = "le" | "be";

const CHUNK_BYTES = 128 * 1024;
/** The most bytes of one character in UTF-8. */
const MOST_BYTES = 4;
/** A byte order mark of the other order, which is no character: where a file of that order was appended. */
const SWAPPED_MARK = 0xfffe;

/** How a unit can be strange, as bits: two bytes of text in another encoding, or a byte in the other one's place. */
const PACKED = 1;
const MISPLACED = 2;
const HAS_DIGIT = 4;
const SPACE = 0x20;
/** Of four bytes: what two units of ASCII have not; what four bytes of it have not. */
const BEYOND_UNITS = 0xff80_ff80;
const BEYOND_BYTES = 0x8080_8080;

/** The UTF-8 of a UTF-16 source, its byte order mark too. */
export class Utf16Source implements ByteSource {
  readonly #low: 0 | 1;
  readonly #units: Uint8Array;
  /** The same, four bytes at a time. */
  readonly #words: DataView;
  /** Bytes of `#units` that are not decoded are [from, to). */
  #from = 0;
  #to = 0;
  #isEnded = false;
  /** The place of the file's byte `#units[0]`. */
  #base = 0;
  /** The end of the last strange unit in the file, and what it was. */
  #strangeEnd = -1;
  #strange = 0;
  #weight = 0;
  /** A character for which the caller had no room. */
  readonly #spill = new Uint8Array(MOST_BYTES);
  #spillFrom = 0;
  #spillTo = 0;

  constructor(
    private readonly raw: ByteSource,
    order: ByteOrder,
    private readonly file: string,
    private readonly exitCode: ExitCode,
    chunkBytes = CHUNK_BYTES,
  ) {
    this.#low = order === "le" ? 0 : 1;
    this.#units = new Uint8Array(Math.max(MOST_BYTES, chunkBytes));
    this.#words = new DataView(this.#units.buffer);
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    for (;;) {
      if (this.#spillFrom < this.#spillTo) return this.#takeSpill(into, offset, length);
      const count = length >= MOST_BYTES ? this.#decode(into, offset, offset + length) : this.#decodeIntoSpill();
      if (count > 0 && length >= MOST_BYTES) return count;
      if (count > 0) continue;
      if (this.#isEnded) return 0;
      await this.#readMore();
    }
  }

  #takeSpill(into: Uint8Array, offset: number, length: number): number {
    const taken = this.#spill.subarray(this.#spillFrom, Math.min(this.#spillTo, this.#spillFrom + length));
    into.set(taken, offset);
    this.#spillFrom += taken.length;
    return taken.length;
  }

  #decodeIntoSpill(): number {
    this.#spillFrom = 0;
    this.#spillTo = this.#decode(this.#spill, 0, MOST_BYTES);
    return this.#spillTo;
  }

  async #readMore(): Promise<void> {
    this.#units.copyWithin(0, this.#from, this.#to);
    this.#base += this.#from;
    this.#to -= this.#from;
    this.#from = 0;
    const count = await this.raw.read(this.#units, this.#to, this.#units.length - this.#to);
    this.#to += count;
    this.#isEnded = count === 0;
    if (this.#isEnded && this.#to % 2 === 1) throw new ScrubError(this.exitCode, "utf16Cut", [], { file: this.file });
  }

  /**
   * A unit at `at` that looks like parts of a number in another encoding: two bytes of one (as `>>` appends text), or one
   * in the place of the other (text of the other byte order, or behind a stray byte). Each is a rare character; two in a
   * row are a number, which would be lost as UTF-16.
   */
  #takeStrange(at: number, upper: number, lower: number): void {
    const strange = strangenessOf(upper, lower);
    if (strange === 0) return;
    const follows = this.#strangeEnd === at && (strange & this.#strange & ~HAS_DIGIT) !== 0;
    // `5′ 10″` has some of the punctuation that two bytes of plain text would be, but not three in a row.
    const weight = upper === SPACE && lower !== 0 ? 1 : 2;
    this.#weight = follows ? this.#weight + weight : weight;
    this.#strange = follows ? this.#strange | strange : strange;
    if (this.#weight > 2 && (this.#strange & HAS_DIGIT) !== 0) throw this.#mixed();
    this.#strangeEnd = at + 2;
  }

  #mixed(): ScrubError {
    return new ScrubError(this.exitCode, "mixedEncodings", [], { file: this.file });
  }

  /** Decodes whole characters into [start, end) of `into`, as many as there are and fit; returns their bytes. */
  #decode(into: Uint8Array, start: number, end: number): number {
    const units = this.#units;
    const to = this.#to;
    const low = this.#low;
    const high = 1 - low;
    const room = end - MOST_BYTES;
    let from = this.#from;
    let at = start;
    const words = this.#words;
    const target = new DataView(into.buffer, into.byteOffset, into.byteLength);
    while (from + 1 < to && at <= room) {
      // Most text is ASCII: four units at a time.
      for (const last = low === 0 ? to - 8 : -1; from <= last && at <= room; from += 8, at += 4) {
        const one = words.getInt32(from, true);
        const two = words.getInt32(from + 4, true);
        if (((one | two) & BEYOND_UNITS) !== 0) break;
        target.setInt32(at, (one & 0xff) | (one >> 8) | ((two & 0xff) << 16) | ((two >> 8) << 16), true);
      }
      if (from + 1 >= to || at > room) break;
      const upper = units[from + high]!;
      const lower = units[from + low]!;
      if (upper === 0 && lower < 0x80) {
        into[at++] = lower;
        from += 2;
        continue;
      }
      const unit = (upper << 8) | lower;
      this.#takeStrange(this.#base + from, upper, lower);
      if (unit === SWAPPED_MARK || isMisplacedLineEnd(upper, lower)) throw this.#mixed();
      from += 2;
      if (unit < 0x800) {
        into[at++] = 0xc0 | (unit >> 6);
        into[at++] = 0x80 | (unit & 0x3f);
        continue;
      }
      if (unit >= 0xd800 && unit < 0xdc00) {
        if (from + 1 >= to && !this.#isEnded) {
          from -= 2;
          break;
        }
        const next = from + 1 < to ? (units[from + high]! << 8) | units[from + low]! : 0;
        if (next >= 0xdc00 && next < 0xe000) {
          const code = 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
          into[at++] = 0xf0 | (code >> 18);
          into[at++] = 0x80 | ((code >> 12) & 0x3f);
          into[at++] = 0x80 | ((code >> 6) & 0x3f);
          into[at++] = 0x80 | (code & 0x3f);
          from += 2;
          continue;
        }
      }
      into[at++] = 0xe0 | (unit >> 12);
      into[at++] = 0x80 | ((unit >> 6) & 0x3f);
      into[at++] = 0x80 | (unit & 0x3f);
    }
    this.#from = from;
    return at - start;
  }
}

function strangenessOf(upper: number, lower: number): number {
  if (lower === 0) return isOfNumber(upper) ? MISPLACED | (isDigit(upper) ? HAS_DIGIT : 0) : 0;
  const isPacked = isOfNumber(upper) && isOfNumber(lower) && (isDigit(upper) || isDigit(lower));
  return isPacked ? PACKED | HAS_DIGIT : 0;
}

/** What numbers are written with. */
function isOfNumber(byte: number): boolean {
  return isDigit(byte) || NUMBER_SIGNS.includes(byte);
}

const NUMBER_SIGNS: readonly number[] = [..." -.()+/,;\t\r\n"].map((sign) => sign.charCodeAt(0));

/** A line end in the upper byte, beside nothing or a character of plain text: no letter of any list here. */
function isMisplacedLineEnd(upper: number, lower: number): boolean {
  return (upper === 0x0a || upper === 0x0d) && (lower === 0 || (lower >= 0x20 && lower < 0x7f));
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** The way back: what `Utf16Source` made, and well-formed UTF-8 beside it, in UTF-16 again. */
export class Utf16Encoder {
  readonly #isLittle: boolean;
  /** A character that the last bytes cut off. */
  #cut: Uint8Array = new Uint8Array(0);
  #encoded = new DataView(new ArrayBuffer(0));

  constructor(order: ByteOrder) {
    this.#isLittle = order === "le";
  }

  /** Whether no character is cut off. */
  get isWhole(): boolean {
    return this.#cut.length === 0;
  }

  /** Valid until the next call. */
  encode(bytes: Uint8Array): Uint8Array {
    const text = this.#cut.length === 0 ? bytes : Buffer.concat([this.#cut, bytes]);
    const { length } = text;
    if (this.#encoded.byteLength < 2 * length) this.#encoded = new DataView(new ArrayBuffer(2 * length));
    const encoded = this.#encoded;
    const source = new DataView(text.buffer, text.byteOffset, length);
    let to = 0;
    let from = 0;
    while (from < length) {
      for (const last = length - 4; from <= last; from += 4, to += 8) {
        const four = source.getInt32(from, true);
        if ((four & BEYOND_BYTES) !== 0) break;
        encoded.setInt32(to, (four & 0xff) | ((four & 0xff00) << 8), true);
        encoded.setInt32(to + 4, ((four >> 16) & 0xff) | ((four >> 8) & 0xff0000), true);
      }
      if (from === length) break;
      const first = text[from]!;
      const size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
      if (from + size > length) break;
      let code = size === 1 ? first : first & (0x7f >> size);
      for (let i = 1; i < size; i++) code = (code << 6) | (text[from + i]! & 0x3f);
      from += size;
      if (size === 4) {
        encoded.setUint16(to, 0xd800 + ((code - 0x10000) >> 10), true);
        to += 2;
        code = 0xdc00 + (code & 0x3ff);
      }
      encoded.setUint16(to, code, true);
      to += 2;
    }
    this.#cut = Uint8Array.prototype.slice.call(text, from);
    if (!this.#isLittle) Buffer.from(encoded.buffer, 0, to).swap16();
    return new Uint8Array(encoded.buffer, 0, to);
  }
}
