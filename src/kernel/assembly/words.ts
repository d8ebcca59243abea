// Whether words of an opt-out may begin at a place: those of lexicon/cues.ts, or more. Words are compared by their
// first seven letters, folded as foldWords folds them; where a character can't be told here, it says yes.

import { isLetter } from "./near";

/** A bit for the lower five bits of each four letters with which words begin, the first highest; zeros behind one that stands alone. */
let beginnings: usize = 0;
/** u8[64]: the letter without its accent of U+00C0 and those after it, or a space. */
let plain: usize = 0;
/** The words. */
let cues: usize = 0;

const SPACE: u8 = 0x20;
/** What `fold` says where it can't tell. */
const UNKNOWN: u8 = 0;
const NOTHING: u8 = 1;
const MOST_LETTERS: u64 = 7;
/** u32[27] of the table, the places of each letter's words in it; then u64 mask, letters, and length of each word, 0 where it may go on. */
const WORDS: usize = 112;

/** The tables, in this order: the words at `block`. */
export function setWordTables(block: usize): void {
  beginnings = load<u32>(block);
  plain = load<u32>(block, 4);
  cues = load<u32>(block, 8);
}

/** 1 where words may begin with the character at `at`, by its letter and the next three; behind one that stands alone are none. */
// @ts-ignore: decorator
@inline
export function mayBegin(at: usize): u64 {
  const bytes = load<u32>(at);
  const behind = ((bytes << 2) & 0x7c00) | ((bytes >>> 11) & 0x3e0) | ((bytes >>> 24) & 0x1f);
  const four = ((bytes & 0x1f) << 15) | (isLetter(u8(bytes >>> 8)) ? behind : 0);
  return u64((u32(load<u8>(beginnings + usize(four >>> 3))) >>> (four & 7)) & 1) | u64((bytes & 0x80808080) != 0);
}

/** Whether words of a cell's bytes [from, to) that begin at `at`, or a sign that goes on there, may say no. */
export function mayTell(from: usize, at: usize, to: usize): bool {
  if (load<u8>(at) < 0x80) return beginsRemark(at, to);
  return (at > from && isSign(at - 1)) || (isAccented(at) && beginsRemark(at, to));
}

/** Whether an accented letter begins at a byte beyond ASCII, in UTF-8 or as a byte alone. */
function isAccented(at: usize): bool {
  const byte = load<u8>(at);
  const second = load<u8>(at, 1);
  return second < 0x80 ? byte >= 0xc0 : (second & 0xc0) == 0x80 && byte >= 0xc3 && byte <= 0xc5;
}

/** Where the character that `fold` was asked about ends. */
let next: usize = 0;

/** A letter at `at`, folded; a space for what parts words, as digits do, NOTHING for what is nothing in a word. */
function fold(at: usize, to: usize): u8 {
  next = at + 1;
  if (at >= to) return SPACE;
  const byte = load<u8>(at);
  if (byte < 0x80) return isLetter(byte) ? byte | 0x20 : SPACE;
  const second = next < to ? load<u8>(next) : 0;
  if ((second & 0xc0) != 0x80) return byte >= 0xc0 ? load<u8>(plain + (byte & 63)) : UNKNOWN;
  next++;
  if (byte == 0xc3) return load<u8>(plain + (second & 63));
  if (byte == 0xcc) return NOTHING;
  if (byte == 0xc2) {
    if (second == 0xaa) return 0x61;
    if (second == 0xba) return 0x6f;
    return second == 0xad ? UNKNOWN : SPACE;
  }
  return UNKNOWN;
}

/** Whether the letter at `at`, before which none stands, begins a word that may be one of an opt-out. */
function beginsRemark(at: usize, to: usize): bool {
  const raw = load<u64>(at);
  const word = (raw & 0x8080808080808080) == 0 && at + 8 <= to ? raw : wordAt(at, to);
  return word == 0 || isIn(word) || (isAlone(at, to) && isSpelledApart(at, to));
}

/** Bytes between two letters of a word that is spelled apart. */
const WIDEST: usize = 6;

// @ts-ignore: decorator
@inline
function isAlone(at: usize, to: usize): bool {
  const folded = fold(at + 1, to);
  return folded == SPACE || folded == UNKNOWN;
}

/** Whether two more letters that stand alone follow the one at `at`: `D.N.C.`; of `no` one is enough: `N.O.`, `N0`. */
function isSpelledApart(at: usize, to: usize): bool {
  let letters = 1;
  const isN = (load<u8>(at) | 0x20) == 0x6e;
  if (isN && at + 1 < to && load<u8>(at, 1) == 0x30) return true;
  for (let place = at + 1; place < to && place < at + WIDEST; place++) {
    const byte = load<u8>(place);
    if (byte >= 0x80) return true;
    if (parts(byte)) return false;
    if (!isLetter(byte)) continue;
    if (!isAlone(place, to)) return false;
    if (++letters == 3 || (isN && (byte | 0x20) == 0x6f)) return true;
    at = place;
  }
  return false;
}

// @ts-ignore: decorator
@inline
function parts(byte: u8): bool {
  return byte == 0x2c || byte == 0x3b || byte == 0x7c || byte == 0x09;
}

/** Letters in other styles, and signs that may say no: `ｎｏ`, `𝐧𝐨`, `⛔`, `✗`. */
function isSign(at: usize): bool {
  const lead = load<u8>(at);
  const second = load<u8>(at, 1);
  if (lead == 0xef) return second == 0xbc || second == 0xbd;
  if (lead == 0xe2) return second > 0x80;
  return lead == 0xe1 ? second >= 0x80 : lead == 0xf0 && (second == 0x9d || second == 0x9f);
}

/** The first letters of the word that begins at `at`, a byte each, with a space behind it; 0 where that can't be told. */
function wordAt(at: usize, to: usize): u64 {
  let word: u64 = 0;
  let place = at;
  for (let count: u64 = 0; count < MOST_LETTERS; place = next) {
    const folded = fold(place, to);
    if (folded == UNKNOWN) return 0;
    if (folded == NOTHING) continue;
    word |= u64(folded) << (8 * count++);
    if (folded == SPACE) break;
  }
  return word;
}

/** Whether a word is one of the table, or goes on where that may. `word`: eight bytes, of which the first are letters in either case. */
function isIn(word: u64): bool {
  const lower = word | 0x2020202020202020;
  const letter = u32(u8(lower)) - 0x61;
  if (letter >= 26) return false;
  const end = load<u32>(cues + 4 * usize(letter), 4);
  for (let i = load<u32>(cues + 4 * usize(letter)); i < end; i++) {
    const entry = cues + WORDS + 24 * usize(i);
    if ((lower & load<u64>(entry)) != load<u64>(entry, 8)) continue;
    const length = load<u64>(entry, 16);
    if (length == 0 || !isLetter(u8(word >>> (8 * length)))) return true;
  }
  return false;
}
