// Builds the tables by which the kernel finds words of an opt-out in a phone list (kernel/assembly/words.ts).

import { foldWords } from "../headers/event-words.js";
import { type WordTables, wordTable } from "../kernel/scan-kernel.js";
import { CUES } from "../lexicon/cues.js";

/** Letters are told by their lower five bits; this many count. */
const BITS = 5;
const MOST_LETTERS = 4;
/** Of a letter beyond ASCII, and of those behind it. */
const UNCLEAR = 31;

let tables: WordTables | undefined;

/** Returns the tables, built once per run. */
export function wordTables(): WordTables {
  if (tables !== undefined) return tables;
  const spelled = [...CUES.sure, ...CUES.leads, ...CUES.denials];
  // Also as typed with zeros: `ST0P`.
  const cues = [...new Set(spelled.flatMap((cue) => [cue, cue.replace(/(?<=.)o/g, "0")]))];
  const beginnings = new Uint8Array(2 ** (BITS * MOST_LETTERS) / 8);
  // A zero behind the first letter is a digit near another letter, of which the kernel asks anyway.
  for (const cue of cues.filter((cue) => cue[1] !== "0")) {
    const letters = cue.replace(/[^a-z0].*/, "").slice(0, MOST_LETTERS);
    // Letters that a cue leaves open are bits next to each other; behind a word of one letter are none.
    const open = letters.length === 1 ? 0 : BITS * (MOST_LETTERS - letters.length);
    const codes = [0, 1, 2, 3].map((clear) => codeOf(letters.slice(0, clear), UNCLEAR));
    for (const code of [...codes, codeOf(letters, 0)]) beginnings[code >>> 3]! |= 1 << (code & 7);
    if (open > 0) beginnings.fill(0xff, codeOf(letters, 0) >>> 3, (codeOf(letters, 0) + 2 ** open) >>> 3);
  }
  const plain = Uint8Array.from({ length: 64 }, (_, i) =>
    (foldWords(String.fromCharCode(0xc0 + i)) || " ").charCodeAt(0),
  );
  tables = { beginnings, plain, cues: wordTable(cues) };
  return tables;
}

/** Returns the code of letters, with `rest` in place of those that are missing. */
function codeOf(letters: string, rest: number): number {
  let code = 0;
  for (let i = 0; i < MOST_LETTERS; i++) code = (code << BITS) | ((letters.charCodeAt(i) || rest) & 31);
  return code;
}
