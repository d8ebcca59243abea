// The text of a part, packed by zlib while it is written: in pieces of one length, so that the same text makes the same bytes
// wherever the calls part it.

import zlib from "node:zlib";

const PIECE_BYTES = 1024 * 1024;
/** Room behind a piece for what one call writes: the beginning of a sheet with all its columns is the most. */
const ROOM_BYTES = 3 * PIECE_BYTES;
const OPTIONS: zlib.ZlibOptions = { level: 1 };
const MORE_FOLLOWS: zlib.ZlibOptions = { ...OPTIONS, finishFlush: zlib.constants.Z_SYNC_FLUSH };

export class DeflatedText {
  /** Bytes of the text that is packed, and their CRC-32. */
  length = 0;
  crc = 0;
  readonly #text = Buffer.allocUnsafeSlow(ROOM_BYTES);
  #filled = 0;
  #packed: Uint8Array[] = [];

  /** `isPacked`: false for the text itself, in the same pieces. */
  constructor(private readonly isPacked: boolean) {}

  ascii(text: string): void {
    this.#filled += this.#text.write(text, this.#filled, "latin1");
    this.#packPieces();
  }

  utf8(text: string): void {
    this.#filled += this.#text.write(text, this.#filled, "utf8");
    this.#packPieces();
  }

  bytes(bytes: Uint8Array, start: number, end: number): void {
    const text = this.#text;
    let at = this.#filled;
    for (let from = start; from < end; from++) text[at++] = bytes[from]!;
    this.#filled = at;
    this.#packPieces();
  }

  end(): void {
    this.#pack(this.#filled, OPTIONS);
  }

  /** What is packed and was not taken yet. */
  take(): readonly Uint8Array[] {
    const packed = this.#packed;
    this.#packed = [];
    return packed;
  }

  #packPieces(): void {
    while (this.#filled >= PIECE_BYTES) this.#pack(PIECE_BYTES, MORE_FOLLOWS);
  }

  #pack(count: number, options: zlib.ZlibOptions): void {
    const piece = this.#text.subarray(0, count);
    this.crc = zlib.crc32(piece, this.crc);
    this.length += count;
    this.#packed.push(this.isPacked ? zlib.deflateRawSync(piece, options) : Buffer.from(piece));
    this.#text.copyWithin(0, count, this.#filled);
    this.#filled -= count;
  }
}
