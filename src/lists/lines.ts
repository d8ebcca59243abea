// The lines of a text that holds one number each and is no CSV: unpacked and decoded as every list is.

import { cellText } from "../csv/cells.js";
import type { ExitCode } from "../errors.js";
import { openInput } from "../files/input.js";
import { openText } from "../files/text-source.js";
import { refuseWhatIsNoText } from "./open.js";

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

async function readText(path: string, exitCode: ExitCode): Promise<Buffer> {
  const file = openInput(path, exitCode);
  try {
    const { source } = await openText(file, undefined, path, exitCode);
    const chunks: Buffer[] = [];
    for (;;) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const count = await source.read(chunk, 0, chunk.length);
      if (count === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, count));
    }
  } finally {
    file.close();
  }
}

/** Decoded one by one, so that a letter in another encoding spoils its own line only. */
function linesOf(text: Buffer): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text[at] !== 0x0a && text[at] !== 0x0d) continue;
    lines.push(cellText(text, start, at, false));
    start = at + 1;
  }
  return lines;
}
