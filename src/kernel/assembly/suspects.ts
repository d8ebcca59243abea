// Which bytes of a window may be of something that counts beside the phones, 64 at a time: a bit for each. Whether one of them is,
// look.ts tells of a record.

import { setDelimiter } from "./bare";
import { setClasses } from "./unmistakable";
import { mayBegin, mayBeginAccented } from "./words";

/** u8[16] each: a byte is of a kind where its lower half and its upper half share a bit of that kind; others may be, too. */
let lowHalves: v128 = i8x16.splat(0);
let highHalves: v128 = i8x16.splat(0);
// The bits of kinds in the halves, as kernel.ts gives them.
const SOFT_BITS: i8 = 0x07;
const LINK_BITS: i8 = 0x18;
const MARK_BITS: i8 = 0x60;
// The highest bit: what begins digits of other scripts.

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

/** Bare numbers are looked for, too: eight digits of their own, and cells that hold nothing but numbers. All ones where they are. */
export let bareMask: u64 = 0;

export function lookForBare(isWanted: bool, delimiter: i32): void {
  bareMask = isWanted ? ~u64(0) : 0;
  setDelimiter(delimiter);
}

export function setLook(classesAt: usize, leadsAt: usize, halvesAt: usize): void {
  setClasses(classesAt, leadsAt);
  lowHalves = v128.load(halvesAt);
  highHalves = v128.load(halvesAt, 16);
}

/** Bytes of a window that are looked over in one call, at most. */
export const MOST_LOOKED_OVER: u32 = 1 << 21;
/** A bit for each byte from `origin` on, 8 bytes more: there something may stand that counts, or end. */
export let suspects: usize = 0;
export let origin: u32 = 0;
// Of the block before.
let lastDigits: u64 = 0;
let lastTwos: u64 = 0;
let lastFours: u64 = 0;
let lastStarts: u64 = 0;
let lastHigh: u64 = 0;
let lastLink: u64 = 0;
let lastLeads: u64 = 0;
let lastMarked: u64 = 0;
let lastResumed: u64 = 0;
let lastLetters: u64 = 0;
let lastEights: u64 = 0;
let lastZeros: u64 = 0;
let lastBehindZero: u64 = 0;
let lastInNumber: u64 = 0;
let lastInNumber2: u64 = 0;
let lastInNumber4: u64 = 0;
let lastBeginnings: u64 = 0;
/** 1 where what began before goes on at the block's first byte. */
let softGoesOn: u64 = 0;
let gapGoesOn: u64 = 0;

export function setSuspects(at: usize): void {
  suspects = at;
}

/** A window is looked over from `from` on. */
export function begin(from: u32): void {
  origin = from;
  lastDigits = lastTwos = lastFours = lastStarts = lastHigh = lastLink = lastLeads = lastMarked = lastResumed = 0;
  softGoesOn = gapGoesOn = 0;
  lastLetters = 0;
  lastEights = lastZeros = lastBehindZero = 0;
  lastInNumber = lastInNumber2 = lastInNumber4 = lastBeginnings = 0;
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
  const low = i8x16.swizzle(lowHalves, v128.and(a, i8x16.splat(0x0f)));
  const high = i8x16.swizzle(highHalves, i8x16.shr_u(a, 4));
  return v128.and(low, high);
}

// @ts-ignore: decorator
@inline
function withoutBits(a: v128, b: v128, c: v128, d: v128, kind: i8): u64 {
  const kinds = i8x16.splat(kind);
  const none = i8x16.splat(0);
  return bits(
    i8x16.eq(v128.and(a, kinds), none),
    i8x16.eq(v128.and(b, kinds), none),
    i8x16.eq(v128.and(c, kinds), none),
    i8x16.eq(v128.and(d, kinds), none),
  );
}

/** Zero bytes, which are nothing in a text. */
// @ts-ignore: decorator
@inline
function zerosOf(a: v128, b: v128, c: v128, d: v128): u64 {
  if (i8x16.all_true(i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d)))) return 0;
  const zero = i8x16.splat(0);
  return bits(i8x16.eq(a, zero), i8x16.eq(b, zero), i8x16.eq(c, zero), i8x16.eq(d, zero));
}

// @ts-ignore: decorator
@inline
function begins503(at: usize, a: v128): v128 {
  return v128.and(
    i8x16.eq(a, i8x16.splat(0x35)),
    v128.and(i8x16.eq(v128.load(at, 1), i8x16.splat(0x30)), i8x16.eq(v128.load(at, 2), i8x16.splat(0x33))),
  );
}

/** Bits moved on by `count` places, with those that come from the block before. */
// @ts-ignore: decorator
@inline
function on(bits: u64, before: u64, count: u64): u64 {
  return (bits << count) | (before >>> (64 - count));
}

/**
 * Marks the suspects of the block of 64 bytes at `at`, whose `valid` ones are looked at: wherever `counts` could say yes of
 * a range, at least one lies in it. Each is marked at or before the end of what makes it one, which lies in the range whole.
 */
// @ts-ignore: decorator
@inline
export function lookOver(block: usize, a: v128, b: v128, c: v128, d: v128, valid: u64, at: u32): void {
  const ka = kindsOf(a);
  const kb = kindsOf(b);
  const kc = kindsOf(c);
  const kd = kindsOf(d);
  const digits = bits(digitsOf(a), digitsOf(b), digitsOf(c), digitsOf(d)) & valid;
  const high = (bits(a, b, c, d) | zerosOf(a, b, c, d)) & valid;
  const soft = ~withoutBits(ka, kb, kc, kd, SOFT_BITS) & valid;
  const link = ~withoutBits(ka, kb, kc, kd, LINK_BITS) & valid;
  const marks = ~withoutBits(ka, kb, kc, kd, MARK_BITS);
  const leads = bits(ka, kb, kc, kd);
  const has503 = bits(
    begins503(block, a),
    begins503(block + 16, b),
    begins503(block + 32, c),
    begins503(block + 48, d),
  );
  const behindDigit = on(digits, lastDigits, 1);
  const behindHigh = on(high, lastHigh, 1);
  const starts = digits & ~behindDigit;
  // Where two, four, seven digits in a row end.
  const twos = digits & behindDigit;
  const fours = twos & on(twos, lastTwos, 2);
  const sevens = fours & on(fours, lastFours, 3);
  const eights = fours & on(fours, lastFours, 4);
  // What follows a byte beyond ASCII, perhaps with soft ones between: a sum's carry runs through them.
  const behind = behindHigh | softGoesOn;
  const softSum = soft + (behind & soft);
  softGoesOn = u64(softSum < soft);
  const marked = starts & (((softSum | behind) & ~soft) | on(link, lastLink, 1));
  // In the same way, what follows four digits or more and a gap.
  const gap = soft | high;
  const behindFour = on(fours, lastFours, 1) & ~digits;
  const gapSum = gap + ((behindFour | gapGoesOn) & gap);
  const resumed = (gapSum | gapGoesOn) & ~gap;
  gapGoesOn = u64(gapSum < gap);
  const suspected =
    (has503 & (starts | on(starts, lastStarts, 2) | on(starts, lastStarts, 3))) |
    (sevens & on(marked, lastMarked, 6)) |
    (fours & on(resumed, lastResumed, 3)) |
    marks |
    (digits & behindHigh) |
    (high & behindDigit) |
    (high & on(leads, lastLeads, 1)) |
    (bits(isAt(a), isAt(b), isAt(c), isAt(d)) & on(eights, lastEights, 1)) |
    (bareMask != 0
      ? bareOf(block, a, b, c, d, starts, eights, (digits | soft | link | othersOf(a, b, c, d)) & valid)
      : 0);
  store<u64>(suspects + usize((at - origin) >>> 3), (suspected | wordsOf(block, a, b, c, d, high)) & valid);
  lastDigits = digits;
  lastTwos = twos;
  lastFours = fours;
  lastEights = eights;
  lastStarts = starts;
  lastHigh = high;
  lastLink = link;
  lastLeads = leads;
  lastMarked = marked;
  lastResumed = resumed;
}

/**
 * Returns a bit for each byte that is the eighth of digits of which the first begins a number, or one behind zeros; and for
 * each that is the ninth of digits and marks of which the first does: no year, and few days. `eights`: where eight digits in a row
 * end; `inNumber`: the digits and marks of the block.
 */
// @ts-ignore: decorator
@inline
function bareOf(block: usize, a: v128, b: v128, c: v128, d: v128, starts: u64, eights: u64, inNumber: u64): u64 {
  const begins = bits(
    beginsNumber(block, a),
    beginsNumber(block + 16, b),
    beginsNumber(block + 32, c),
    beginsNumber(block + 48, d),
  );
  const beginnings = starts & begins;
  const zeros = leadingZeros(starts, bits(isZero(a), isZero(b), isZero(c), isZero(d)));
  const behindZero = begins & on(zeros, lastZeros, 1);
  const eighths = eights & (on(beginnings, lastBeginnings, 7) | on(behindZero, lastBehindZero, 6));
  const inNumber2 = inNumber & on(inNumber, lastInNumber, 1);
  const inNumber4 = inNumber2 & on(inNumber2, lastInNumber2, 2);
  const inNumber8 = inNumber4 & on(inNumber4, lastInNumber4, 4);
  const ninths = inNumber8 & on(beginnings, lastBeginnings, 8);
  lastZeros = zeros;
  lastBehindZero = behindZero;
  lastInNumber = inNumber;
  lastInNumber2 = inNumber2;
  lastInNumber4 = inNumber4;
  lastBeginnings = beginnings;
  return eighths | ninths;
}

/** The zeros with which digits begin: of those in a row, a sum's carry runs through. */
// @ts-ignore: decorator
@inline
function leadingZeros(starts: u64, zeros: u64): u64 {
  const first = zeros & (starts | (lastZeros >>> 63));
  return zeros & ~(zeros + first);
}

// @ts-ignore: decorator
@inline
function isAt(a: v128): v128 {
  return i8x16.eq(a, i8x16.splat(0x40));
}

// @ts-ignore: decorator
@inline
function isZero(a: v128): v128 {
  return i8x16.eq(a, i8x16.splat(0x30));
}

// @ts-ignore: decorator
@inline
function othersOf(a: v128, b: v128, c: v128, d: v128): u64 {
  return bits(isOther(a), isOther(b), isOther(c), isOther(d));
}

/** A comma or an apostrophe. */
// @ts-ignore: decorator
@inline
function isOther(a: v128): v128 {
  return v128.or(i8x16.eq(a, i8x16.splat(0x2c)), i8x16.eq(a, i8x16.splat(0x27)));
}

/** 5, 6 or 7; or 2 and no 0 behind it. */
// @ts-ignore: decorator
@inline
function beginsNumber(at: usize, a: v128): v128 {
  const isTwo = v128.andnot(i8x16.eq(a, i8x16.splat(0x32)), i8x16.eq(v128.load(at, 1), i8x16.splat(0x30)));
  return v128.or(isTwo, i8x16.lt_u(i8x16.sub(a, i8x16.splat(0x35)), i8x16.splat(3)));
}

/** A bit for each byte of the block at which words of an opt-out may begin. */
// @ts-ignore: decorator
@inline
function wordsOf(block: usize, a: v128, b: v128, c: v128, d: v128, high: u64): u64 {
  if (!looksForWords) return 0;
  const letters = bits(lettersOf(a), lettersOf(b), lettersOf(c), lettersOf(d));
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

// @ts-ignore: decorator
@inline
function lettersOf(a: v128): v128 {
  return i8x16.lt_u(i8x16.sub(v128.or(a, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(26));
}
