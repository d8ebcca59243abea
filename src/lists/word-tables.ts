// Builds the tables by which the kernel finds words of an opt-out in a phone list (kernel/assembly/words.ts).

import { foldWords } from "../headers/event-words.js";
import { type WordTables, wordTable } from "../kernel/scan-kernel.js";
import { CUES } from "../lexicon/cues.js";

/** Letters by their lower five bits. */
const KINDS = 32;
const ANY = Array.from({ length: KINDS }, (_, kind) => kind);

let ofOptOuts: WordTables | undefined;

/** Built once per run. */
export function wordTables(): WordTables {
  ofOptOuts ??= make(CUES);
  return ofOptOuts;
}

function make({ sure, leads, denials, apart }: typeof CUES): WordTables {
  const beginnings = new Uint8Array(KINDS ** 4 / 8);
  const add = (...[first, second = 0, third = 0, fourth = 0]: number[]) => {
    const four = first! | (second << 5) | (third << 10) | (fourth << 15);
    beginnings[four >>> 3]! |= 1 << (four & 7);
  };
  const cues = [...sure, ...leads, ...denials];
  for (const cue of [...cues, ...apart]) {
    const [first, second, third, fourth] = Array.from(cue.replace(/[^a-z].*/, ""), kindOf);
    if (second === undefined) add(first!);
    else
      for (const any of third === undefined ? ANY : [third])
        for (const last of fourth === undefined ? ANY : [fourth]) add(first!, second, any, last);
  }
  return {
    beginnings,
    plain: Uint8Array.from({ length: 64 }, (_, i) => (foldWords(String.fromCharCode(0xc0 + i)) || " ").charCodeAt(0)),
    cues: wordTable(cues),
  };
}

function kindOf(letter: string): number {
  return letter.charCodeAt(0) & (KINDS - 1);
}
