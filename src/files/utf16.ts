// Converts UTF-16 to UTF-8 and back. A file that is not UTF-16 throughout is refused: a number in it would be lost.

import { StringDecoder } from "node:string_decoder";
import { type ExitCode, ScrubError } from "../errors.js";
import { type ByteSource, readAhead } from "./source.js";

export type ByteOrder = "le" | "be";

const CHUNK_BYTES = 128 * 1024;

const DIGITS = [..."0123456789"];
/** Characters of numbers. */
const NUMBER_CHARACTERS = [...DIGITS, ..." -.()+/,;\t\r\n"];

/** UTF-16 units that show text in another encoding: two characters of a number, or a digit in the wrong byte. */
const OTHER_UNITS = DIGITS.flatMap((digit) => [
  unitOf(digit, "\0"),
  ...NUMBER_CHARACTERS.flatMap((other) => [unitOf(digit, other), unitOf(other, digit)]),
]).join("");

/** Matches parts of a number in another encoding, as `>>` appends it, and line ends in the wrong byte. */
const OTHER_ENCODING = new RegExp(
  `[${OTHER_UNITS}]{3}|[\\u0a00\\u0a0d\\u0a20-\\u0a7e\\u0d00\\u0d0a\\u0d20-\\u0d7e\\ufffe]`,
);

function unitOf(upper: string, lower: string): string {
  return `\\u${((upper.charCodeAt(0) << 8) | lower.charCodeAt(0)).toString(16).padStart(4, "0")}`;
}

/** Yields a UTF-16 source as UTF-8, including its byte order mark. `chunkBytes`: even. */
export async function* decoded(
  raw: ByteSource,
  order: ByteOrder,
  file: string,
  exitCode: ExitCode,
  chunkBytes = CHUNK_BYTES,
): AsyncGenerator<Buffer, void> {
  const decoder = new StringDecoder("utf16le");
  /** The last characters of the text so far: a number may continue in the next. */
  let before = "";
  let line = 1;
  for (let count = -1; count !== 0; ) {
    const units = await readAhead(raw, chunkBytes);
    count = units.length;
    const whole = units.subarray(0, count - (count % 2));
    const text = count === 0 ? decoder.end() : decoder.write(order === "le" ? whole : whole.swap16());
    const refuseAt = (at: number, sentence: "utf16Cut" | "mixedEncodings") => {
      if (at >= 0) throw new ScrubError(exitCode, sentence, [], { file, line: line + lineEndsIn(text.slice(0, at)) });
    };
    refuseAt(text.search(/\p{Cs}/u), "utf16Cut");
    refuseAt((before + text).search(OTHER_ENCODING), "mixedEncodings");
    refuseAt(count % 2 === 0 ? -1 : text.length, "utf16Cut");
    before = (before + text).slice(-2);
    line += lineEndsIn(text);
    yield Buffer.from(text);
  }
}

function lineEndsIn(text: string): number {
  return text.split("\n").length - 1;
}

/** Returns an encoder of UTF-8, in which a character may continue in the next call. */
export function utf16Encoder(order: ByteOrder): (text: Uint8Array) => Buffer {
  const decoder = new StringDecoder("utf8");
  return (text) => {
    const units = Buffer.from(decoder.write(text), "utf16le");
    return order === "le" ? units : units.swap16();
  };
}
