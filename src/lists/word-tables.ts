// Builds the tables by which the kernel finds words of an opt-out in a phone list (kernel/assembly/words.ts).

import { foldWords } from "../headers/event-words.js";
import { type WordTables, wordTable } from "../kernel/scan-kernel.js";
import { CUES } from "../lexicon/cues.js";

const KINDS = 64;
const ANY = Array.from({ length: KINDS }, (_, kind) => kind);
const ENDS = Array.from({ length: 0x80 }, (_, byte) => byte).filter(endsWord);
const ENDING = [...new Set(ENDS.map(kindOf))];
/**
 * First letters of cues with similar second ones. The upper halves of the bytes of a group's letters are equal, so that
 * no other letter is taken for one of them. The last group is of words of one letter.
 */
const GROUPS = ["n", "cd", "bjl", "aefhkmo", "pr", "qst", "uvwz"];
const ENDED = GROUPS.length;
const DOT = 0x2e;
/** Bytes between letters that stand apart, for which a cue has a dot. */
const PARTING = Array.from("\t\n\r -./", (char) => char.charCodeAt(0));
const THREES = KINDS ** 3 / 8;

let ofOptOuts: WordTables | undefined;

/** Built once per run. */
export function wordTables(): WordTables {
  ofOptOuts ??= make(CUES);
  return ofOptOuts;
}

function make({ sure, leads, followers, apart }: typeof CUES): WordTables {
  const cues = [...sure, ...leads, ...apart];
  const beginnings = new Uint32Array((2 * THREES) / 4);
  const firsts = new Uint8Array(32);
  for (const cue of cues) {
    const kinds = [0, 1, 2, 3].map((place) => kindsAt(cue, place));
    firsts[kinds[0]![0]! & 31] = 1;
    for (const [table, [first, second, third]] of [kinds, kinds.slice(1)].entries()) {
      // Anything may follow a word of one letter, so all bits of the first byte lie side by side.
      const [low, high] = [bitsOf(first!.filter((kind) => kind < 32)), bitsOf(first!.filter((kind) => kind >= 32))];
      for (const b of second!)
        for (const c of third!) {
          const place = (table * THREES) / 4 + 2 * (b | (c << 6));
          beginnings[place]! |= low;
          beginnings[place + 1]! |= high;
        }
    }
  }
  return {
    halves: halvesOf(cues),
    beginnings: new Uint8Array(beginnings.buffer),
    firsts,
    plain: Uint8Array.from({ length: 64 }, (_, i) => (foldWords(String.fromCharCode(0xc0 + i)) || " ").charCodeAt(0)),
    sure: wordTable(sure),
    leads: wordTable(leads),
    followers: wordTable(followers),
    isParted: true,
  };
}

/** Returns tables of 16 entries, by each half of the first and second bytes of cues. Bytes of a group share a bit. */
function halvesOf(cues: readonly string[]): Uint8Array {
  const halves = new Uint8Array(64);
  const mark = (table: number, byte: number, group: number) => {
    halves[32 * table + (byte & 15)]! |= 1 << group;
    halves[32 * table + 16 + (byte >>> 4)]! |= 1 << group;
  };
  const markLetter = (table: number, letter: number, group: number) => {
    mark(table, letter, group);
    mark(table, letter & ~0x20, group);
  };
  for (const cue of cues) {
    const [first, second] = Buffer.from(cue);
    const group = Math.max(
      0,
      GROUPS.findIndex((letters) => letters.includes(cue[0]!)),
    );
    markLetter(0, first!, group);
    if (second === DOT) {
      markLetter(0, first!, ENDED);
      for (const byte of PARTING) mark(1, byte, ENDED);
    } else markLetter(1, second!, group);
  }
  return halves;
}

/** Returns a bit for the lower five bits of each kind. */
function bitsOf(kinds: readonly number[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << (kind & 31)), 0);
}

/** Returns the kinds that may be at a place of a cue: anything after its end. */
function kindsAt(cue: string, place: number): readonly number[] {
  if (place >= cue.length) return ANY;
  if (cue[place] === ".") return PARTING.map(kindOf);
  return cue[place] === " " ? ENDING : [kindOf(cue.charCodeAt(place))];
}

function kindOf(byte: number): number {
  return (byte & 0x1f) | ((byte & 0x40) >> 1);
}

function endsWord(byte: number): boolean {
  return !/[a-z]/i.test(String.fromCharCode(byte));
}
