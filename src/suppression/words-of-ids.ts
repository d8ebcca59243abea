// Cells under the name of an id, a date or an amount that hold words: `pide baja también del 7012 3456` is no id, whatever its column
// is called. What counts in it is told by the cell alone.

import { foldName, namesAnotherNumber } from "../headers/phone-names.js";
import type { CellReading } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { ID_WORDS } from "../phone/words.js";
import { withoutStamps } from "./free-text.js";

/** Shorter ones are codes: `TX 71112233`. */
const FEWEST_OF_WORD = 3;
const WORD = new RegExp(`^\\p{L}{${FEWEST_OF_WORD},}$`, "u");
const AT_EDGES = /^\p{P}+|(?<!\p{P})\p{P}+$/gu;
/** `FAC 71112233`: the only word, and its letters are capitals. */
const CODE = /^[A-Z]{3}$/;

/** Whether a cell holds words, and not only those that label an id: `Factura No. 71112233`. */
export function isOfWords(text: string): boolean {
  const words = text
    .split(/\s+/)
    .map((piece) => piece.replace(AT_EDGES, ""))
    .filter((piece) => WORD.test(piece));
  const isLabel = (word: string) => ID_WORDS.has(word) || namesAnotherNumber(word);
  return words.some((word) => !isLabel(foldName(word))) && !(words.length === 1 && CODE.test(words[0]!));
}

/** Reads a cell under a name that says another number, too: what is labelled or shaped as an id, or is of a date, counts only as certain. */
export function readTold(text: string): CellReading {
  const reading = readCell(text);
  if (reading.numbers.length > 0) return reading;
  const { doubtful, reason } = readCell(withoutStamps(text));
  return { ...reading, doubtful: reason === "looks-like-id" ? [] : doubtful };
}
