// Finds where words of an opt-out (lexicon/cues.ts) may begin. They are compared by their first seven letters, folded as by
// `foldWords`. A character that can't be folded here may be of such a word.

import { BACKSLASH, isLetter, SPACE } from "./ascii";

/** The address of a bit for each four first letters, five bits a letter: zeros behind a word of one, `UNCLEAR` beyond ASCII. */
let beginnings: usize = 0;
/** The address of u8[64]: the characters from U+00C0 on, without their accents; a space for what is no letter. */
let plain: usize = 0;
/** The address of u32[PAIRS + 2], the first cue of each pair, and of the cues: a mask, letters and a length (0 if longer words count). */
let cues: usize = 0;

/** What `fold` returns for a character that it can't fold, and for one that does not count in a word. */
const UNKNOWN: u8 = 0;
const NOTHING: u8 = 1;
// The pairs of a letter and a letter or none; the bytes of a cue, and the most letters of it that are compared.
export const PAIRS: u32 = 26 * 32;
export const CUE_BYTES: u32 = 24;
export const MOST_LETTERS: u32 = 7;
/** All five bits: lists/word-tables.ts needs it. */
const UNCLEAR: u32 = 31;
/** `N0`. */
const N_ZERO: u32 = 0x304e;
/** The highest two bits of the bytes at which the next letter of a word spelled apart may be: letters have one of them. */
const LETTERS_NEAR: u64 = 0xc0c0c0c0c000;

export function setWordTables(beginningsAt: usize, plainAt: usize, cuesAt: usize): void {
  beginnings = beginningsAt;
  plain = plainAt;
  cues = cuesAt;
}

/** Returns 1 if a word of an opt-out may begin at `at`, by its first four letters, or by a letter near a single one. */
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
  return u64((load<u8>(beginnings + usize(four >>> 3)) >>> u8(four & 7)) & 1) | u64(isApart) | u64(isEscaped(at));
}

/** Whether the letter at `at` may escape a line end: `ok\nno llamar`. */
function isEscaped(at: usize): bool {
  return load<u8>(at - 1) == BACKSLASH;
}

/** Whether words that begin at `at` may say no, or a sign whose second byte is there. `to`: the end of the record. */
export function mayTell(at: usize, to: usize): bool {
  if (load<u8>(at) < 0x80) return beginsRemark(at, to);
  return isSign(at - 1) || (isAccented(at) && beginsRemark(at, to));
}

/** Whether an accented letter begins at a byte beyond ASCII, in UTF-8 or Windows-1252. */
function isAccented(at: usize): bool {
  const byte = load<u8>(at);
  const second = load<u8>(at, 1);
  return second < 0x80 ? byte >= 0xc0 : (second & 0xc0) == 0x80 && byte >= 0xc3 && byte <= 0xc5;
}

/** The end of the character that `fold` folded last. */
let next: usize = 0;

/** Folds the letter at `at`. Returns a space for a character between words, such as a digit. */
function fold(at: usize, to: usize): u8 {
  next = at + 1;
  if (at >= to) return SPACE;
  const byte = load<u8>(at);
  if (byte < 0x80) return isLetter(byte) ? byte | 0x20 : SPACE;
  const second = next < to ? load<u8>(next) : 0;
  if ((second & 0xc0) != 0x80) return byte >= 0xc0 ? load<u8>(plain + (byte & 63)) : UNKNOWN;
  next++;
  // `Ã` is the first byte of an accented letter that was not decoded as UTF-8: `dÃ©jenme`.
  if (byte == 0xc3) return second == 0x83 ? UNKNOWN : load<u8>(plain + (second & 63));
  if (byte == 0xcc) return NOTHING;
  return byte == 0xc2 && second != 0xaa && second != 0xba && second != 0xad ? SPACE : UNKNOWN; // ª, º and a soft hyphen
}

/** Whether the word that begins at `at` may be of an opt-out. */
function beginsRemark(at: usize, to: usize): bool {
  const raw = load<u64>(at);
  const word = (raw & 0x8080808080808080) == 0 && at + 8 <= to ? raw : wordAt(at, to);
  return word == 0 || isIn(word) || isEscaped(at) || (isAlone(at, to) && isSpelledApart(at, to));
}

/** The most bytes from a letter of a word that is spelled apart to the next. */
const WIDEST: usize = 6;

/** Whether no letter follows the one at `at`. */
function isAlone(at: usize, to: usize): bool {
  const folded = fold(at + 1, to);
  return folded == SPACE || folded == UNKNOWN;
}

/** Whether two more single letters follow the one at `at` (`D.N.C.`), or one of `no` (`N.O.`, `N0`). */
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

/** Whether a character is a sign, or a letter in another style or script: `⛔`, `✗`, `ｎｏ`, `𝐧𝐨`. */
function isSign(at: usize): bool {
  const lead = load<u8>(at);
  return lead >= 0xe1 && (lead != 0xe2 || load<u8>(at, 1) > 0x80);
}

/** Returns the first seven letters of the word at `at`, a byte each, and the space behind it; 0 if one can't be folded. */
function wordAt(at: usize, to: usize): u64 {
  let word: u64 = 0;
  let place = at;
  for (let count: u64 = 0; count < u64(MOST_LETTERS); place = next) {
    const folded = fold(place, to);
    if (folded == UNKNOWN) return 0;
    if (folded == NOTHING) continue;
    word |= u64(folded) << (8 * count++);
    if (folded == SPACE) break;
  }
  return word;
}

/** Whether a word ends behind the first of these letters. `noLlamar` and `NOLlamar` are two words. */
function endsAt(letters: u64): bool {
  const next = u8(letters >>> 8);
  return !isLetter(next) || (next < 0x60 && (u8(letters) > 0x60 || u8(letters >>> 16) > 0x60));
}

/** Whether a word (its first eight bytes) is a cue, or begins with one that longer words may begin with. */
function isIn(word: u64): bool {
  const lower = word | 0x2020202020202020;
  if (!isLetter(u8(lower))) return false;
  const second: u32 = isLetter(u8(lower >>> 8)) ? u32(lower >>> 8) & 31 : 0;
  const pair = cues + 4 * usize(32 * (u32(u8(lower)) - 0x61) + second);
  const end = load<u32>(pair, 4);
  for (let i = load<u32>(pair); i < end; i++) {
    const entry = cues + 4 * (PAIRS + 2) + CUE_BYTES * usize(i);
    if ((lower & load<u64>(entry)) != load<u64>(entry, 8)) continue;
    const length = load<u64>(entry, 16);
    if (length == 0 || endsAt(word >>> (8 * (length - 1)))) return true;
  }
  return false;
}
