// Whether words of an opt-out may begin at a place: those of lexicon/cues.ts, or more. Words are compared by their
// first seven letters, folded as foldWords folds them; where a character can't be told here, it says yes.

import { isLetter, SPACE } from "./ascii";

/** A bit for each four beginning letters, by five bits each: zeros behind a word of one letter, `UNCLEAR` beyond ASCII. */
let beginnings: usize = 0;
/** u8[64]: the letter without its accent of U+00C0 and those after it, or a space. */
let plain: usize = 0;
/** The words. */
let cues: usize = 0;

/** What `fold` says where it can't tell. */
const UNKNOWN: u8 = 0;
const NOTHING: u8 = 1;
const MOST_LETTERS: u64 = 7;
/** Ones: lists/word-tables.ts counts on that. */
const UNCLEAR: u32 = 31;
/** `N0`. */
const N_ZERO: u32 = 0x304e;
/** Bits that letters have, of the bytes in which one follows a letter of a word that is spelled apart. */
const LETTERS_NEAR: u64 = 0xc0c0c0c0c000;
/** Behind u32[833], the places of the words of each two letters: u64 mask, letters, and length of each, 0 where it may go on. */
const WORDS: usize = 3336;

/** The tables, in this order: the words at `block`. */
export function setWordTables(block: usize): void {
  beginnings = load<u32>(block);
  plain = load<u32>(block, 4);
  cues = load<u32>(block, 8);
}

/** 1 where words may begin with the character at `at`, by its letter and the next three, or by a letter near one that stands alone. */
export function mayBegin(at: usize): u64 {
  const bytes = load<u32>(at);
  const second = u8(bytes >>> 8);
  const isAlone = !isLetter(second) && second < 0x80;
  const isApart = isAlone && ((load<u64>(at) & LETTERS_NEAR) != 0 || (bytes & 0xffdf) == N_ZERO);
  let high = bytes & 0x80808080;
  high |= high << 8;
  const letters = bytes | (((high | (high << 16)) >>> 7) * UNCLEAR);
  const behind = ((letters << 2) & 0x7c00) | ((letters >>> 11) & 0x3e0) | ((letters >>> 24) & 0x1f);
  const four = ((letters & 0x1f) << 15) | (isAlone ? 0 : behind);
  return u64((load<u8>(beginnings + usize(four >>> 3)) >>> u8(four & 7)) & 1) | u64(isApart);
}

/** Whether words of a record that ends at `to`, or a sign, may say no: words that begin at `at`, a sign that goes on there. */
export function mayTell(at: usize, to: usize): bool {
  if (load<u8>(at) < 0x80) return beginsRemark(at, to);
  return isSign(at - 1) || (isAccented(at) && beginsRemark(at, to));
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
  return byte == 0xc2 && second != 0xaa && second != 0xba && second != 0xad ? SPACE : UNKNOWN; // ª, º and a soft hyphen
}

/** Whether the letter at `at`, before which none stands, begins a word that may be one of an opt-out. */
function beginsRemark(at: usize, to: usize): bool {
  const raw = load<u64>(at);
  const word = (raw & 0x8080808080808080) == 0 && at + 8 <= to ? raw : wordAt(at, to);
  return word == 0 || isIn(word) || (isAlone(at, to) && isSpelledApart(at, to));
}

/** Bytes between two letters of a word that is spelled apart. */
const WIDEST: usize = 6;

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
    if (byte == 0x2c || byte == 0x3b) return false;
    if (!isLetter(byte)) continue;
    if (!isAlone(place, to)) return false;
    if (++letters == 3 || (isN && (byte | 0x20) == 0x6f)) return true;
    at = place;
  }
  return false;
}

/** Letters in other styles or scripts, and signs: `ｎｏ`, `𝐧𝐨`, `⛔`, `✗`. Typography is none. */
function isSign(at: usize): bool {
  const lead = load<u8>(at);
  return lead >= 0xe1 && (lead != 0xe2 || load<u8>(at, 1) > 0x80);
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

/** Whether a word ends behind the first of these letters: `noLlamar` and `NOLlamar` are two. */
function endsAt(letters: u64): bool {
  const next = u8(letters >>> 8);
  return !isLetter(next) || (next < 0x60 && (u8(letters) > 0x60 || u8(letters >>> 16) > 0x60));
}

/** Whether a word is one of the table, or goes on where that may. `word`: eight bytes, the first of them letters. */
function isIn(word: u64): bool {
  const lower = word | 0x2020202020202020;
  if (!isLetter(u8(lower))) return false;
  const second: u32 = isLetter(u8(lower >>> 8)) ? u32(lower >>> 8) & 31 : 0;
  const pair = cues + 4 * usize(32 * (u32(u8(lower)) - 0x61) + second);
  const end = load<u32>(pair, 4);
  for (let i = load<u32>(pair); i < end; i++) {
    const entry = cues + WORDS + 24 * usize(i);
    if ((lower & load<u64>(entry)) != load<u64>(entry, 8)) continue;
    const length = load<u64>(entry, 16);
    if (length == 0 || endsAt(word >>> (8 * (length - 1)))) return true;
  }
  return false;
}
