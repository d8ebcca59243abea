// The numbers in the first lines of an inspected text, masked: what a person sees of it, for it has no columns.

import { cellText } from "../csv/cells.js";
import type { RecordBatch } from "../lists/batch.js";
import { maskNumber } from "../phone/format.js";
import { readLine } from "../suppression/text-lines.js";

/** Lines that are shown. */
const SHOWN = 20;

export interface LineOfText {
  line: number;
  /** The numbers, masked; where none is certain, one that the line could mean. */
  numbers: readonly string[];
  certain: boolean;
}

export class TextNumbers {
  readonly lines: LineOfText[] = [];
  /** Lines with a number beyond those that are shown. */
  more = 0;

  /** Looks at the first `most` lines of a batch. */
  addBatch(batch: RecordBatch, most: number): void {
    for (let i = 0; i < Math.min(batch.count, most); i++) {
      batch.select(i);
      const found = numbersOf(batch);
      if (found === undefined) continue;
      if (this.lines.length < SHOWN) this.lines.push(found);
      else this.more++;
    }
  }
}

function numbersOf({ line, bytes, start, end }: RecordBatch): LineOfText | undefined {
  const { numbers, candidates } = readLine(cellText(bytes, start, end, false));
  const certain = numbers.map(({ e164 }) => maskNumber(e164));
  if (certain.length > 0) return { line, numbers: certain, certain: true };
  const [candidate] = candidates;
  return candidate === undefined ? undefined : { line, numbers: [maskNumber(candidate)], certain: false };
}
