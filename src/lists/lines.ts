// The lines of a text that holds one number each and is no CSV: unpacked and decoded as every list is.

import { cellText } from "../csv/cells.js";
import { type ExitCode, ScrubError } from "../errors.js";
import { openInput } from "../files/input.js";
import { openText } from "../files/text-source.js";
import { refuseWhatIsNoText } from "./no-text.js";

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const CHUNK_BYTES = 64 * 1024;
const BYTE_ORDER_MARK = "\uFEFF";

/** Lines that are not blank. A lone CR ends one too: two numbers must not be taken for one. */
export async function readLines(path: string, exitCode: ExitCode): Promise<string[]> {
  const text = await readText(path, exitCode);
  if (text.length === 0) return [];
  refuseWhatIsNoText(text, path, exitCode);
  return linesOf(text)
    .map((line, i) => (i === 0 && line.startsWith(BYTE_ORDER_MARK) ? line.slice(1) : line))
    .filter((line) => line.trim() !== "");
}

/** The most bytes of a line that may still be a number. */
const LONGEST_LINE = 64 * 1024;

/** Every line of a stream as soon as it is there, also a blank one, and all that came together; UTF-8, decoded line by line. */
export async function* linesAsTheyCome(path: string, exitCode: ExitCode): AsyncGenerator<readonly string[]> {
  const file = openInput(path, exitCode);
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest = Buffer.alloc(0);
    let isFirst = true;
    for (;;) {
      const count = await file.read(chunk, 0, chunk.length);
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
      const end = count === 0 ? bytes.length : bytes.lastIndexOf(LINE_FEED) + 1;
      rest = bytes.subarray(end);
      if (rest.length > LONGEST_LINE) throw new ScrubError(exitCode, "recordTooLong", [LONGEST_LINE], { file: path });
      if (end > 0) {
        const lines = linesOf(bytes.subarray(0, end));
        if (isFirst && lines[0]!.startsWith(BYTE_ORDER_MARK)) lines[0] = lines[0]!.slice(1);
        isFirst = false;
        yield lines;
      }
      if (count === 0) return;
    }
  } finally {
    file.close();
  }
}

/** Reads all of it, unless one of its lines is far too long for a number: what has no lines may have no end, either. */
async function readText(path: string, exitCode: ExitCode): Promise<Buffer> {
  const file = openInput(path, exitCode);
  try {
    const { source } = await openText(file, undefined, path, exitCode);
    const chunks: Buffer[] = [];
    let line = 1;
    let inLine = 0;
    for (;;) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const count = await source.read(chunk, 0, chunk.length);
      if (count === 0) return Buffer.concat(chunks);
      const bytes = chunk.subarray(0, count);
      chunks.push(bytes);
      const end = Math.max(bytes.lastIndexOf(LINE_FEED), bytes.lastIndexOf(RETURN));
      inLine = end < 0 ? inLine + count : count - end - 1;
      if (inLine > LONGEST_LINE) throw new ScrubError(exitCode, "recordTooLong", [LONGEST_LINE], { file: path, line });
      for (const byte of bytes) if (byte === LINE_FEED) line++;
    }
  } finally {
    file.close();
  }
}

/** Decoded one by one, so that a letter in another encoding spoils its own line only. */
function linesOf(text: Buffer): string[] {
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
