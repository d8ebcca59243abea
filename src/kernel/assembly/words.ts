// Whether words of an opt-out may begin at a place: those of lexicon/cues.ts, or more. Words are compared by their
// first seven letters, folded as foldWords folds them; where a character can't be told here, it says yes.

import { isLetter } from "./near";

/**
 * Two tables of a bit for the kinds of each three bytes: those with which words begin, and those that follow the first letter of
 * one. A kind is a byte's lower five bits and its 0x40, which letters have. u8[32]: 1 for the lower five bits of the first letters.
 */
let beginnings: usize = 0;
let firsts: usize = 0;
/** u8[64]: the letter without its accent of U+00C0 and those after it, or a space. */
let plain: usize = 0;
/** Three tables of words: those that suffice, those that lead, and those that follow one that leads. */
let sure: usize = 0;
let leads: usize = 0;
let followers: usize = 0;
/** Whether a comma, semicolon, bar or tab parts a word that leads from the next. */
let isParted = false;

const SPACE: u8 = 0x20;
/** What `fold` says where it can't tell. */
const UNKNOWN: u8 = 0;
const NOTHING: u8 = 1;
const MOST_LETTERS: u64 = 7;
/** Bytes from where one word begins to the next: in `dejédejédejé…` each e with its accent ends a word, which has no end itself. */
const FARTHEST: usize = 128;
/** u32[27] of a table, the places of each letter's words in it; then u64 mask, letters, and length of each word, 0 where it may go on. */
const WORDS: usize = 112;
/** Bytes of a table of the kinds of three bytes. */
const THREES: usize = 32768;

/** The tables, in this order: the words at `block`. */
export function setWordTables(block: usize): void {
  beginnings = load<u32>(block);
  firsts = load<u32>(block, 4);
  plain = load<u32>(block, 8);
  sure = load<u32>(block, 12);
  leads = load<u32>(block, 16);
  followers = load<u32>(block, 20);
  isParted = load<u32>(block, 24) != 0;
}

/** 1 where words may begin with the letter at `at`; what is beyond ASCII behind it may be any letter. */
// @ts-ignore: decorator
@inline
export function mayBegin(at: usize): u64 {
  const bytes = load<u32>(at);
  const isBegun = isAmong(beginnings, bytes) & isAmong(beginnings + THREES, bytes >>> 8);
  const isOpen = u32((bytes & 0x80808000) != 0) & load<u8>(firsts + usize(bytes & 0x1f));
  return u64(isBegun | isOpen);
}

// @ts-ignore: decorator
@inline
function isAmong(table: usize, bytes: u32): u32 {
  const kinds = (bytes & 0x1f1f1f) | ((bytes & 0x404040) >>> 1);
  const three = (kinds & 0x3f) | ((kinds >>> 2) & 0xfc0) | ((kinds >>> 4) & 0x3f000);
  return (u32(load<u8>(table + usize(three >>> 3))) >>> (three & 7)) & 1;
}

/** Whether the byte at `at`, of none of ASCII's letters, may begin a letter with an accent with which words may begin. */
export function mayBeginAccented(at: usize): bool {
  const byte = load<u8>(at);
  if (byte < 0xc0) return false;
  const second = load<u8>(at, 1);
  // Of letters that `fold` does not know anything may begin.
  if (byte == 0xc4 || byte == 0xc5) return true;
  const isOfTwo = byte == 0xc3 && (second & 0xc0) == 0x80;
  if (!isOfTwo && second >= 0x80) return false;
  return load<u8>(firsts + usize(load<u8>(plain + (isOfTwo ? second & 63 : byte & 63)) & 0x1f)) != 0;
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

/** Whether the letter at `at` of the bytes [from, to), before which none stands, begins a word that may be one of an opt-out. */
export function beginsRemark(from: usize, at: usize, to: usize): bool {
  if (isAlone(at, to)) return isSpelledApart(at, to);
  const raw = load<u64>(at);
  const isPlain = (raw & 0x8080808080808080) == 0 && at + 8 <= to;
  const word = isPlain ? raw : wordAt(at, to);
  if (word == 0 || isIn(sure, word)) return true;
  if (!isIn(leads, word)) return false;
  if (isParted && isWhole && followsWord(from, at)) return true;
  // What follows, behind the rest of the word and whatever parts the two.
  let isBehind = false;
  for (let place = at; place < to; place = next) {
    const folded = fold(place, to);
    if (folded == UNKNOWN || place > at + FARTHEST) return true;
    if (folded == SPACE) {
      if (isParted && parts(load<u8>(place))) return false;
      isBehind = true;
    }
    if (folded != SPACE && isBehind && folded != NOTHING) {
      const following = wordAt(place, to);
      return following == 0 || isIn(followers, following);
    }
  }
  return false;
}

/** Whether a word stands before `at`, of which nothing parts it. */
function followsWord(from: usize, at: usize): bool {
  for (let place = at; place > from; place--) {
    const byte = load<u8>(place - 1);
    if (isLetter(byte) || byte >= 0x80 || at - place > FARTHEST) return true;
    if (parts(byte)) return false;
  }
  return false;
}

/** Bytes between two letters of a word that is spelled apart. */
const WIDEST: usize = 6;

// @ts-ignore: decorator
@inline
function isAlone(at: usize, to: usize): bool {
  return at + 1 >= to || (!isLetter(load<u8>(at, 1)) && load<u8>(at, 1) < 0x80);
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

/** Letters in other styles, and signs that say no: `ｎｏ`, `𝐧𝐨`, `⛔`. */
export function isStyled(at: usize, to: usize): bool {
  const lead = load<u8>(at);
  const second = at + 1 < to ? load<u8>(at, 1) : 0;
  if (lead == 0xef) return second == 0xbc || second == 0xbd;
  if (lead == 0xe2) return (second > 0x80 && second < 0x94) || second == 0x9b;
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

/** Whether the word that `isIn` found last is known from end to end. */
let isWhole = false;

/** `word`: eight bytes, of which the first are letters in either case. */
function isIn(table: usize, word: u64): bool {
  const lower = word | 0x2020202020202020;
  const letter = u32(u8(lower)) - 0x61;
  if (letter >= 26) return false;
  const words = table + WORDS;
  const end = load<u32>(table + 4 * usize(letter), 4);
  for (let i = load<u32>(table + 4 * usize(letter)); i < end; i++) {
    const entry = words + 24 * usize(i);
    if ((lower & load<u64>(entry)) != load<u64>(entry, 8)) continue;
    const length = load<u64>(entry, 16);
    isWhole = length != 0;
    if (!isWhole || !isLetter(u8(word >>> (8 * length)))) return true;
  }
  return false;
}
