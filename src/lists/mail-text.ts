// A text whose mails say plainly what they encode: the parts in base64 or quoted-printable stand decoded where they stood, and all
// else as it was. Which lines are which is mail-lines.ts's work.

import type { ExitCode } from "../errors.js";
import type { ByteSource } from "../files/input.js";
import { MailLines } from "./mail-lines.js";

const LF = 0x0a;
const CR = 0x0d;
const CHUNK_BYTES = 64 * 1024;
/** Reads a text's bytes, and knows which of its own lines each line that it gives comes from. */
export class MailText implements ByteSource {
  readonly #chunk = new Uint8Array(CHUNK_BYTES);
  readonly #lineEnd: number;
  readonly #lines: MailLines;
  /** The text's last line so far, in pieces. */
  #rest: Uint8Array[] = [];
  #line = 0;
  #isEnded = false;
  /** What is to be read, in pieces, and which of them is next. */
  #given: Uint8Array[] = [];
  #next = 0;
  #isLineOpen = false;
  #count = 0;
  /** Where lines do not count on: from which on, and which line of the text that one is. */
  readonly #breaks: { from: number; line: number }[] = [{ from: 1, line: 1 }];

  constructor(
    private readonly source: ByteSource,
    sample: Uint8Array,
    { file, exitCode }: { file: string; exitCode: ExitCode },
  ) {
    this.#lineEnd = sample.includes(LF) || !sample.includes(CR) ? LF : CR;
    this.#lines = new MailLines((line, at) => this.#give(line, at), { file, exitCode });
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    while (this.#next === this.#given.length && !this.#isEnded) await this.#readOn();
    let count = 0;
    while (this.#next < this.#given.length && count < length) {
      const next = this.#given[this.#next]!;
      const taken = next.subarray(0, length - count);
      into.set(taken, offset + count);
      count += taken.length;
      if (taken.length === next.length) this.#next++;
      else this.#given[this.#next] = next.subarray(taken.length);
    }
    return count;
  }

  /** The line of the text that a line comes from which was given; both count from 1. */
  lineOf(given: number): number {
    let [low, high] = [0, this.#breaks.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#breaks[middle]!.from <= given) low = middle;
      else high = middle - 1;
    }
    const { from, line } = this.#breaks[low]!;
    return line + given - from;
  }

  async #readOn(): Promise<void> {
    this.#given = [];
    this.#next = 0;
    const count = await this.source.read(this.#chunk, 0, CHUNK_BYTES);
    const bytes = Buffer.from(this.#chunk.subarray(0, count));
    let from = 0;
    for (let at = bytes.indexOf(this.#lineEnd); at >= 0; at = bytes.indexOf(this.#lineEnd, from)) {
      this.#take(bytes.subarray(from, at + 1));
      from = at + 1;
    }
    if (from < count) this.#rest.push(bytes.subarray(from));
    if (count > 0) return;
    if (this.#rest.length > 0) this.#take(new Uint8Array(0));
    this.#lines.end();
    this.#isEnded = true;
  }

  #take(end: Uint8Array): void {
    const line = this.#rest.length === 0 ? end : Buffer.concat([...this.#rest, end]);
    this.#rest = [];
    this.#lines.take(line, ++this.#line);
  }

  #give(bytes: Uint8Array, line: number): void {
    const end = Buffer.from([this.#lineEnd]);
    if (this.#isLineOpen) this.#given.push(end);
    this.#isLineOpen = bytes.at(-1) !== LF && bytes.at(-1) !== this.#lineEnd;
    this.#count++;
    if (this.lineOf(this.#count) !== line) this.#breaks.push({ from: this.#count, line });
    // A decoded line ends as those of the text do.
    const isOther = !this.#isLineOpen && bytes.at(-1) !== this.#lineEnd;
    this.#given.push(...(isOther ? [bytes.subarray(0, -1), end] : [bytes]));
  }
}
