// UTF-16 ⇄ UTF-8. What is not UTF-16 from its first to its last byte is refused: a number in it would be lost.

import { StringDecoder } from "node:string_decoder";
import { type ExitCode, ScrubError } from "../errors.js";
import type { ByteSource } from "./input.js";

export type ByteOrder = "le" | "be";

const CHUNK_BYTES = 128 * 1024;

const DIGITS = [..."0123456789"];
/** Characters that numbers are written with. */
const NUMBER_CHARACTERS = [...DIGITS, ..." -.()+/,;\t\r\n"];

/** Units of two bytes that text in another encoding would be: of two characters of a number, or a digit in the wrong byte. */
const OTHER_UNITS = DIGITS.flatMap((digit) => [
  unitOf(digit, "\0"),
  ...NUMBER_CHARACTERS.flatMap((other) => [unitOf(digit, other), unitOf(other, digit)]),
]).join("");

/** Matches parts of a number in another encoding, as `>>` appends them, and line ends in the wrong byte. */
const OTHER_ENCODING = new RegExp(
  `[${OTHER_UNITS}]{3}|[\\u0a00\\u0a0d\\u0a20-\\u0a7e\\u0d00\\u0d0a\\u0d20-\\u0d7e\\ufffe]`,
);

function unitOf(upper: string, lower: string): string {
  return `\\u${((upper.charCodeAt(0) << 8) | lower.charCodeAt(0)).toString(16).padStart(4, "0")}`;
}

/** The UTF-8 of a UTF-16 source, its byte order mark too. */
export class Utf16Source implements ByteSource {
  readonly #units: Buffer;
  readonly #decoder = new StringDecoder("utf16le");
  /** What is decoded and was not read yet. */
  #text: Uint8Array = new Uint8Array(0);
  /** The last characters before that: a number may go on in the next chunk. */
  #before = "";
  /** The line, from 1, at which the next text begins. */
  #line = 1;
  #isEnded = false;

  /** `chunkBytes`: even. */
  constructor(
    private readonly raw: ByteSource,
    private readonly order: ByteOrder,
    private readonly file: string,
    private readonly exitCode: ExitCode,
    chunkBytes = CHUNK_BYTES,
  ) {
    this.#units = Buffer.alloc(chunkBytes);
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    while (this.#text.length === 0 && !this.#isEnded) await this.#decodeMore();
    const taken = this.#text.subarray(0, length);
    into.set(taken, offset);
    this.#text = this.#text.subarray(taken.length);
    return taken.length;
  }

  async #decodeMore(): Promise<void> {
    let count = await this.raw.read(this.#units, 0, this.#units.length);
    this.#isEnded = count === 0;
    while (count % 2 === 1) {
      const more = await this.raw.read(this.#units, count, 1);
      if (more === 0) throw this.#error("utf16Cut", this.#line + lineEndsIn(this.#units.toString("utf16le", 0, count)));
      count += more;
    }
    const units = this.#units.subarray(0, count);
    const text = this.#isEnded
      ? this.#decoder.end()
      : this.#decoder.write(this.order === "le" ? units : units.swap16());
    const half = text.search(/\p{Cs}/u);
    const joined = this.#before + text;
    const other = joined.search(OTHER_ENCODING);
    if (half >= 0) throw this.#error("utf16Cut", this.#line + lineEndsIn(text.slice(0, half)));
    if (other >= 0) throw this.#error("mixedEncodings", this.#line + lineEndsIn(text.slice(0, other)));
    this.#before = joined.slice(-2);
    this.#line += lineEndsIn(text);
    this.#text = Buffer.from(text);
  }

  #error(sentence: "utf16Cut" | "mixedEncodings", line: number): ScrubError {
    return new ScrubError(this.exitCode, sentence, [], { file: this.file, line });
  }
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** The way back. */
export class Utf16Encoder {
  readonly #decoder = new StringDecoder("utf8");

  constructor(private readonly order: ByteOrder) {}

  /** `bytes`: UTF-8; a character may end in the next call. */
  encode(bytes: Uint8Array): Uint8Array {
    const units = Buffer.from(
      this.#decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)),
      "utf16le",
    );
    return this.order === "le" ? units : units.swap16();
  }
}
