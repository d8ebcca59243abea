// Reads the lines of stdin, one number a line, unpacked and decoded as every list is.

import { cellText } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import { openInput } from "../files/input.js";
import { openText } from "../files/text-source.js";
import { refuseWhatIsNoText } from "./no-text.js";

const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const CHUNK_BYTES = 64 * 1024;
/** Bytes of the longest line: a stream without line ends may never end. */
const LONGEST_LINE = 64 * 1024;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Yields every line of stdin, also blank ones, a chunk's at a time. A lone CR ends a line too, so that two numbers are not read
 * as one. `asTheyCome`: lines as soon as they are there, in UTF-8 with LF.
 */
export async function* linesOfStdin(asTheyCome = false): AsyncGenerator<readonly string[]> {
  const exitCode = ExitCode.phoneList;
  const file = openInput("-", exitCode);
  try {
    const source = asTheyCome ? file : (await openText(file, undefined, file.path, exitCode)).source;
    // A CR at the end of a chunk may have its LF in the next.
    const lastEnd = (bytes: Buffer) =>
      Math.max(bytes.lastIndexOf(LINE_FEED), asTheyCome ? -1 : bytes.lastIndexOf(RETURN, bytes.length - 2));
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest = Buffer.alloc(0);
    let line = 1;
    for (let count = -1; count !== 0; ) {
      const isFirst = count < 0;
      count = await source.read(chunk, 0, chunk.length);
      const read = chunk.subarray(0, count);
      if (isFirst && count > 0 && !asTheyCome) refuseWhatIsNoText(read, file.path, exitCode);
      const bytes = Buffer.concat([rest, read]);
      const end = count === 0 ? bytes.length : lastEnd(bytes) + 1;
      rest = bytes.subarray(end);
      const lines = splitLines(bytes.subarray(0, end));
      if (line === 1 && lines[0]?.startsWith(BYTE_ORDER_MARK)) lines[0] = lines[0].slice(1);
      line += lines.length;
      if (rest.length > LONGEST_LINE)
        throw new ScrubError(exitCode, "recordTooLong", [LONGEST_LINE], { file: file.path, line });
      if (lines.length > 0) yield lines;
    }
  } finally {
    file.close();
  }
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
