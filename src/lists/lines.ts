// Reads lines: numbers on stdin, unpacked and decoded as every list is, and messages.

import { cellText } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import { openInput } from "../files/input.js";
import { type ByteSource, chunksOf } from "../files/source.js";
import { openText } from "../files/text-source.js";
import { refuseWhatIsNoText } from "./no-text.js";

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const CHUNK_BYTES = 64 * 1024;
/** The most bytes of a line: a stream without line ends may never end. */
const LONGEST_LINE = 64 * 1024;
const BYTE_ORDER_MARK = /^\uFEFF/;
const EMPTY = new Uint8Array(0);

/** Yields the lines of stdin. `asTheyCome`: as soon as they are there, in UTF-8. */
export async function* linesOfStdin(asTheyCome = false): AsyncGenerator<readonly string[]> {
  const exitCode = ExitCode.phoneList;
  const file = openInput("-", exitCode);
  try {
    const source = asTheyCome ? file : (await openText(file, undefined, file.path, exitCode)).source;
    const sample = asTheyCome ? EMPTY : await source.peek(CHUNK_BYTES);
    if (sample.length > 0) refuseWhatIsNoText(sample, file.path, exitCode);
    yield* linesOf(source, file.path, LONGEST_LINE);
  } finally {
    file.close();
  }
}

/**
 * Yields every line, also blank ones, those of a read at a time. A lone CR ends a line too, so that two numbers are not read as
 * one. A line of more than `longest` bytes is exit 3.
 */
export async function* linesOf(source: ByteSource, path: string, longest: number): AsyncGenerator<readonly string[]> {
  let rest: Buffer[] = [];
  let bytes = 0;
  let line = 1;
  for await (const read of chunksOf(source, CHUNK_BYTES)) {
    // A CR at the end may have its LF in the next read.
    const end = Math.max(read.lastIndexOf(LINE_FEED), read.subarray(0, -1).lastIndexOf(RETURN)) + 1;
    if (end > 0) {
      const lines = splitLines(Buffer.concat([...rest, read.subarray(0, end)]));
      if (line === 1) lines[0] = lines[0]!.replace(BYTE_ORDER_MARK, "");
      yield lines;
      line += lines.length;
      rest = [];
      bytes = 0;
    }
    rest.push(read.subarray(end));
    bytes += read.length - end;
    if (bytes > longest) throw new ScrubError(ExitCode.phoneList, "recordTooLong", [longest], { file: path, line });
  }
  if (bytes > 0) yield splitLines(Buffer.concat(rest));
}

/** Decodes line by line, so that a letter in another encoding spoils only its own line. */
function splitLines(text: Buffer): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== LINE_FEED && text[at] !== RETURN) continue;
    lines.push(cellText(text, start, at, false));
    if (text[at] === RETURN && text[at + 1] === LINE_FEED) at++;
    start = at + 1;
  }
  if (start < text.length) lines.push(cellText(text, start, text.length, false));
  return lines;
}
