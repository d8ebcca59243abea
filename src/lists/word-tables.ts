// The tables by which the kernel looks for words of an opt-out (kernel/assembly/words.ts): made of the words themselves.

import { foldWords } from "../headers/event-words.js";
import { CUES } from "../headers/opt-out-words.js";
import { type WordTables, wordTable } from "../kernel/scan-kernel.js";

const KINDS = 32;
const ANY = Array.from({ length: KINDS }, (_, kind) => kind);

let tables: WordTables | undefined;

/** Made once, for whichever list of a run needs them first. */
export function wordTables(): WordTables {
  tables ??= make();
  return tables;
}

function make(): WordTables {
  const cues = [...CUES.sure, ...CUES.leads];
  const beginnings = new Uint8Array(KINDS ** 3 / 8);
  const firsts = new Uint8Array(KINDS);
  for (const cue of cues) {
    const [first, second, third] = [0, 1, 2].map((place) => kindsAt(cue, place));
    firsts[first![0]!] = 1;
    for (const a of first!)
      for (const b of second!)
        for (const c of third!) {
          const three = a | (b << 5) | (c << 10);
          beginnings[three >>> 3]! |= 1 << (three & 7);
        }
  }
  return {
    beginnings,
    firsts,
    plain: Uint8Array.from({ length: 64 }, (_, i) => (foldWords(String.fromCharCode(0xc0 + i)) || " ").charCodeAt(0)),
    sure: wordTable(CUES.sure),
    leads: wordTable(CUES.leads),
    followers: wordTable(CUES.followers),
  };
}

/** What the lower five bits of a byte at a place of a cue may be: behind a whole word, anything. */
function kindsAt(cue: string, place: number): readonly number[] {
  return place >= cue.length || cue[place] === " " ? ANY : [cue.charCodeAt(place) & (KINDS - 1)];
}
