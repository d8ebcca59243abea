// Builds the tables by which the kernel finds words of an opt-out in a phone list (kernel/assembly/words.ts).

import { foldWords } from "../headers/event-words.js";
import { type WordTables, wordTable } from "../kernel/scan-kernel.js";
import { CUES } from "../lexicon/cues.js";

/** Letters are told by their lower five bits; this many count. */
const BITS = 5;
const MOST_LETTERS = 4;

let ofOptOuts: WordTables | undefined;

/** Built once per run. */
export function wordTables(): WordTables {
  ofOptOuts ??= make(CUES);
  return ofOptOuts;
}

function make({ sure, leads, denials }: typeof CUES): WordTables {
  const cues = [...sure, ...leads, ...denials];
  const beginnings = new Uint8Array(2 ** (BITS * MOST_LETTERS) / 8);
  // A letter alone may begin a word that is spelled apart.
  for (const cue of [...cues, ..."abcdefghijklmnopqrstuvwxyz"]) {
    const letters = cue.replace(/[^a-z].*/, "").slice(0, MOST_LETTERS);
    let first = 0;
    for (let i = 0; i < MOST_LETTERS; i++) first = (first << BITS) | (letters.charCodeAt(i) & 31);
    // Letters that a cue leaves open are bits next to each other; behind one that stands alone are none.
    const open = letters.length === 1 ? 0 : BITS * (MOST_LETTERS - letters.length);
    if (open > 0) beginnings.fill(0xff, first >>> 3, (first + 2 ** open) >>> 3);
    else beginnings[first >>> 3]! |= 1 << (first & 7);
  }
  return {
    beginnings,
    plain: Uint8Array.from({ length: 64 }, (_, i) => (foldWords(String.fromCharCode(0xc0 + i)) || " ").charCodeAt(0)),
    cues: wordTable(cues),
  };
}
