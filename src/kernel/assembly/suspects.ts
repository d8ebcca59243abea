// Marks, 64 bytes at a time, where in a window a number may end and where a word may begin. other-cells.ts looks there.

/** The most bytes of a window that one call marks. */
export const MOST_MARKED: u32 = 1 << 21;
/** The offset from the marks of numbers to those of words: a bit for each byte, and room for one more load. */
export const WORD_SUSPECTS: usize = MOST_MARKED / 8 + 64;
export const SUSPECT_BYTES: u32 = 2 * u32(WORD_SUSPECTS);
/** The address of the marks of numbers: a bit for each byte of the window from `origin` on. */
export let suspects: usize = 0;
export let origin: u32 = 0;
// Bits of the block before: bytes that are no letter, delimiter, quote or line end: one of them, two and four in a row.
let lastOne: u64 = 0;
let lastTwo: u64 = 0;
let lastFour: u64 = 0;
// Bits of the block before: first bytes of characters beyond ASCII, but for accented letters; those of accented letters; letters.
let lastLeads: u64 = 0;
let lastAccents: u64 = 0;
let lastLetters: u64 = 0;

/** Begins a window, which is marked from `from` on. `at`: the address of the marks. */
export function beginSuspects(at: usize, from: u32): void {
  suspects = at;
  origin = from;
  lastOne = lastTwo = lastFour = lastLeads = lastAccents = lastLetters = 0;
}

/** Returns the highest bit of each of 64 bytes. */
export function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    u64(i8x16.bitmask(a)) |
    (u64(i8x16.bitmask(b)) << 16) |
    (u64(i8x16.bitmask(c)) << 32) |
    (u64(i8x16.bitmask(d)) << 48)
  );
}

/** Returns a bit for each of 64 bytes: whether it is `byte`. */
export function mask(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return bits(i8x16.eq(a, byte), i8x16.eq(b, byte), i8x16.eq(c, byte), i8x16.eq(d, byte));
}

/** Returns ones for the bytes from `first` on, `count` values. */
function among(a: v128, first: i8, count: i8): v128 {
  return i8x16.lt_u(i8x16.sub(a, i8x16.splat(first)), i8x16.splat(count));
}

function letters(a: v128): v128 {
  return among(v128.or(a, i8x16.splat(0x20)), 0x61, 26);
}

/** Returns ones for `%`, `&` and `+`. */
function signs(a: v128): v128 {
  return v128.or(among(a, 0x25, 2), i8x16.eq(a, i8x16.splat(0x2b)));
}

/** Returns ones for the first bytes of characters beyond ASCII. */
function leads(a: v128): v128 {
  return i8x16.gt_u(a, i8x16.splat(i8(0xc1)));
}

/** Shifts bits to the bytes `count` later. The first ones come from the block before. */
function shifted(bits: u64, before: u64, count: u64): u64 {
  return (bits << count) | (before >>> (64 - count));
}

/** Marks the block of 64 bytes at `at`. `ends`: its quotes, delimiters and line ends. */
export function markSuspects(a: v128, b: v128, c: v128, d: v128, ends: u64, at: u32): void {
  const digits = bits(among(a, 0x30, 10), among(b, 0x30, 10), among(c, 0x30, 10), among(d, 0x30, 10));
  const letterBits = bits(letters(a), letters(b), letters(c), letters(d));
  const high = bits(a, b, c, d);
  // A number may end where a group of digits ends, behind six bytes that are no letter and no end. The next block is unknown.
  const one = ~(letterBits | ends);
  const two = one & shifted(one, lastOne, 1);
  const four = two & shifted(two, lastTwo, 2);
  const numbers = digits & ~(digits >>> 1) & four & shifted(four, lastFour, 3);
  lastOne = one;
  lastTwo = two;
  lastFour = four;
  let accents: u64 = 0;
  let others: u64 = 0;
  let special: u64 = 0;
  let inWord = letterBits;
  if (high != 0) {
    accents = mask(a, b, c, d, i8x16.splat(i8(0xc3)));
    others = bits(leads(a), leads(b), leads(c), leads(d)) & ~accents;
    // The second byte of a character beyond ASCII that is no accented letter may be of a number or a word.
    special = high & shifted(others, lastLeads, 1);
    inWord |= accents | (high & shifted(accents, lastAccents, 1));
  }
  lastAccents = accents;
  lastLeads = others;
  const words = (letterBits | high) & ~shifted(inWord, lastLetters, 1);
  lastLetters = inWord;
  const place = suspects + usize((at - origin) >>> 3);
  store<u64>(place, numbers | special | bits(signs(a), signs(b), signs(c), signs(d)));
  store<u64>(place + WORD_SUSPECTS, words | special);
}
