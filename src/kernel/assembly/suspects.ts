// Marks the bytes of a window that may be of something that counts in other columns, 64 at a time. look.ts decides it for a
// record.

import { mayBegin, mayBeginAccented } from "./words";

/**
 * By the lower and by the upper half of a byte: the two share a bit where it is of that kind, and of no other. From the lowest:
 * `",`, `:;`, `|` and the ends of lines, which part numbers; `%&+`; letters, in two.
 */
const LOW = i8x16(0x40, 0x60, 0x61, 0x60, 0x60, 0x70, 0x70, 0x60, 0x60, 0x60, 0x6a, 0x32, 0x25, 0x28, 0x20, 0x20);
const HIGH = i8x16(0x08, 0, 0x11, 0x02, 0x20, 0x40, 0x20, 0x44, 0, 0, 0, 0, 0, 0, 0, 0);
const LETTER_BITS: i8 = 0x60;
const MARK_BITS: i8 = 0x10;
/** Stops and letters: what no number goes on behind. */
const END_BITS: i8 = 0x6f;

/** Words of an opt-out are looked for, too. */
export let looksForWords = false;
// u8[16] each: the halves of the first and of the second bytes of such words. Of eight groups of them each has a bit.
let firstLow: v128 = i8x16.splat(0);
let firstHigh: v128 = i8x16.splat(0);
let secondLow: v128 = i8x16.splat(0);
let secondHigh: v128 = i8x16.splat(0);

/** `halves`: u8[64]; 0 where no words are looked for. */
export function lookForWords(halves: usize): void {
  looksForWords = halves != 0;
  if (!looksForWords) return;
  firstLow = v128.load(halves);
  firstHigh = v128.load(halves, 16);
  secondLow = v128.load(halves, 32);
  secondHigh = v128.load(halves, 48);
}

/** Bytes of a window that are looked over in one call, at most. */
export const MOST_LOOKED_OVER: u32 = 1 << 21;
/** A bit for each byte from `origin` on, and for 8 bytes more: something that counts may be there, or end there. */
export let suspects: usize = 0;
export let origin: u32 = 0;
// Of the block before: bytes that may continue a number, by how many are in a row; others.
let lastOne: u64 = 0;
let lastTwo: u64 = 0;
let lastFour: u64 = 0;
let lastLeads: u64 = 0;
let lastLetters: u64 = 0;

export function setSuspects(at: usize): void {
  suspects = at;
}

/** A window is looked over from `from` on. */
export function begin(from: u32): void {
  origin = from;
  lastOne = lastTwo = lastFour = lastLeads = lastLetters = 0;
}

/** A bit for each of 64 bytes, from their highest bits. */
// @ts-ignore: decorator
@inline
export function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    u64(i8x16.bitmask(a)) |
    (u64(i8x16.bitmask(b)) << 16) |
    (u64(i8x16.bitmask(c)) << 32) |
    (u64(i8x16.bitmask(d)) << 48)
  );
}

// @ts-ignore: decorator
@inline
function digitsOf(a: v128): v128 {
  return i8x16.lt_u(i8x16.sub(a, i8x16.splat(0x30)), i8x16.splat(10));
}

// @ts-ignore: decorator
@inline
function kindsOf(a: v128): v128 {
  return v128.and(
    i8x16.swizzle(LOW, v128.and(a, i8x16.splat(0x0f))),
    i8x16.swizzle(HIGH, i8x16.shr_u(a, 4)),
  );
}

/** The bytes of some kinds. */
// @ts-ignore: decorator
@inline
function bitsOf(a: v128, b: v128, c: v128, d: v128, kinds: i8): u64 {
  const wanted = i8x16.splat(kinds);
  const none = i8x16.splat(0);
  return bits(
    i8x16.ne(v128.and(a, wanted), none),
    i8x16.ne(v128.and(b, wanted), none),
    i8x16.ne(v128.and(c, wanted), none),
    i8x16.ne(v128.and(d, wanted), none),
  );
}

/** What begins a character beyond ASCII, but for the accented letters of Spanish. */
// @ts-ignore: decorator
@inline
function leadsOf(a: v128): v128 {
  return v128.and(i8x16.gt_u(a, i8x16.splat(i8(0xc1))), i8x16.ne(a, i8x16.splat(i8(0xc3))));
}

/** Bits moved on by `count` places, with those that come from the block before. */
// @ts-ignore: decorator
@inline
function on(bits: u64, before: u64, count: u64): u64 {
  return (bits << count) | (before >>> (64 - count));
}

/**
 * Marks the suspects of the block of 64 bytes at `at`, whose `valid` ones are looked at: each byte of which `mayCountAt` of near.ts may
 * say so, and where words may begin.
 */
// @ts-ignore: decorator
@inline
export function lookOver(block: usize, a: v128, b: v128, c: v128, d: v128, valid: u64, at: u32): void {
  const ka = kindsOf(a);
  const kb = kindsOf(b);
  const kc = kindsOf(c);
  const kd = kindsOf(d);
  const digits = bits(digitsOf(a), digitsOf(b), digitsOf(c), digitsOf(d));
  const high = bits(a, b, c, d);
  const leads = bits(leadsOf(a), leadsOf(b), leadsOf(c), leadsOf(d));
  const letters = bitsOf(ka, kb, kc, kd, LETTER_BITS);
  // Where a group of digits ends, the last of seven bytes that may be of a number. What follows the block is unknown.
  const one = ~bitsOf(ka, kb, kc, kd, END_BITS);
  const two = one & on(one, lastOne, 1);
  const four = two & on(two, lastTwo, 2);
  const ends = digits & ~(digits >>> 1) & four & on(four, lastFour, 3);
  const suspected = ends | bitsOf(ka, kb, kc, kd, MARK_BITS) | (high & on(leads, lastLeads, 1));
  store<u64>(suspects + usize((at - origin) >>> 3), (suspected | wordsOf(block, a, b, c, d, letters, high)) & valid);
  lastOne = one;
  lastTwo = two;
  lastFour = four;
  lastLeads = leads;
}

/** A bit for each byte of the block at which words of an opt-out may begin. */
// @ts-ignore: decorator
@inline
function wordsOf(block: usize, a: v128, b: v128, c: v128, d: v128, letters: u64, high: u64): u64 {
  if (!looksForWords) return 0;
  const starts = ~on(letters, lastLetters, 1);
  const begun = bits(beginWord(block, a), beginWord(block + 16, b), beginWord(block + 32, c), beginWord(block + 48, d));
  let found: u64 = 0;
  for (let m = letters & begun & starts; m != 0; m &= m - 1) {
    const place = ctz(m);
    found |= mayBegin(block + usize(place)) << place;
  }
  if ((high & starts) != 0) {
    const ofTwo = bits(firstOfTwo(a), firstOfTwo(b), firstOfTwo(c), firstOfTwo(d));
    for (let m = ofTwo & starts; m != 0; m &= m - 1) {
      const place = ctz(m);
      found |= u64(mayBeginAccented(block + usize(place))) << place;
    }
  }
  lastLetters = letters;
  return found;
}

/** Bytes that such a word may begin with, by their second ones, which may be beyond ASCII. */
// @ts-ignore: decorator
@inline
function beginWord(at: usize, a: v128): v128 {
  const seconds = v128.load(at, 1);
  const half = i8x16.splat(0x0f);
  const first = v128.and(
    i8x16.swizzle(firstLow, v128.and(a, half)),
    i8x16.swizzle(firstHigh, i8x16.shr_u(a, 4)),
  );
  const second = v128.and(
    i8x16.swizzle(secondLow, v128.and(seconds, half)),
    i8x16.swizzle(secondHigh, i8x16.shr_u(seconds, 4)),
  );
  return v128.or(i8x16.ne(v128.and(first, second), i8x16.splat(0)), seconds);
}

/** Bytes of two ones and more, which a letter beyond ASCII begins with. */
// @ts-ignore: decorator
@inline
function firstOfTwo(a: v128): v128 {
  return v128.and(a, i8x16.shl(a, 1));
}
