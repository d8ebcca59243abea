// Builds the tables by which the kernel finds words of an opt-out in a phone list (kernel/assembly/words.ts).

import { foldWords } from "../headers/folding.js";
import { type WordTables, wordTable } from "../kernel/scan-kernel.js";
import { CUES } from "../lexicon/cues.js";

/** Letters are told by their lower five bits; this many count. */
const BITS = 5;
const MOST_LETTERS = 4;

let tables: WordTables | undefined;

/** Returns the tables, built once per run. */
export function wordTables(): WordTables {
  if (tables !== undefined) return tables;
  const spelled = [...CUES.sure, ...CUES.leads, ...CUES.denials];
  // Also as typed with zeros: `ST0P`.
  const cues = [...new Set(spelled.flatMap((cue) => [cue, cue.replace(/(?<=.)o/g, "0")]))];
  const beginnings = new Uint8Array(2 ** (BITS * MOST_LETTERS) / 8);
  const mark = (code: number) => {
    beginnings[code >>> 3]! |= 1 << (code & 7);
  };
  // A zero behind the first letter is a digit near another letter, of which the kernel asks anyway.
  for (const cue of cues.filter((cue) => cue[1] !== "0")) {
    const letters = cue.replace(/[^a-z0].*/, "").slice(0, MOST_LETTERS);
    let code = 0;
    let open = BITS * MOST_LETTERS;
    for (let i = 0; i < letters.length; i++, open -= BITS) {
      // From here on all letters are unclear: ones.
      mark(((code + 1) << open) - 1);
      code = (code << BITS) | (letters.charCodeAt(i) & 31);
    }
    // Letters that a cue leaves open are bits next to each other; behind a word of one letter are none.
    if (letters.length > 1 && open > 0) beginnings.fill(0xff, (code << open) >>> 3, ((code + 1) << open) >>> 3);
    else mark(code << open);
  }
  const plain = Uint8Array.from({ length: 64 }, (_, i) =>
    (foldWords(String.fromCharCode(0xc0 + i)) || " ").charCodeAt(0),
  );
  tables = { beginnings, plain, cues: wordTable(cues) };
  return tables;
}
