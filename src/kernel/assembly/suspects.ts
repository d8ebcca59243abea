// Marks the bytes of a window that may be of something that counts in other columns, 64 at a time: where numbers may end
// and where words begin. look.ts decides it for a record.

/** Bytes of a window that are looked over in one call, at most. */
export const MOST_LOOKED_OVER: u32 = 1 << 21;
/** From a bit of where numbers may be to the one of where words may be, and 8 bytes more for a load. */
export const WORDS_BEHIND: usize = MOST_LOOKED_OVER / 8 + 64;
/** A bit for each byte from `origin` on. */
export let suspects: usize = 0;
export let origin: u32 = 0;
// Of the block before: bytes that may continue a number, by how many are in a row; others.
let lastOne: u64 = 0;
let lastTwo: u64 = 0;
let lastFour: u64 = 0;
let lastLeads: u64 = 0;
let lastAccents: u64 = 0;
let lastOfWord: u64 = 0;

export function setSuspects(at: usize): void {
  suspects = at;
}

/** A window is looked over from `from` on. */
export function begin(from: u32): void {
  origin = from;
  lastOne = lastTwo = lastFour = lastLeads = lastAccents = lastOfWord = 0;
}

/** A bit for each of 64 bytes, from their highest bits. */
export function bits(a: v128, b: v128, c: v128, d: v128): u64 {
  return (
    u64(i8x16.bitmask(a)) |
    (u64(i8x16.bitmask(b)) << 16) |
    (u64(i8x16.bitmask(c)) << 32) |
    (u64(i8x16.bitmask(d)) << 48)
  );
}

export function mask(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return bits(i8x16.eq(a, byte), i8x16.eq(b, byte), i8x16.eq(c, byte), i8x16.eq(d, byte));
}

/** The bytes of `count` kinds from `first` on. */
function among(a: v128, first: i8, count: i8): v128 {
  return i8x16.lt_u(i8x16.sub(a, i8x16.splat(first)), i8x16.splat(count));
}

function letters(a: v128): v128 {
  return among(v128.or(a, i8x16.splat(0x20)), 0x61, 26);
}

/** `%`, `&` and `+`. */
function signs(a: v128): v128 {
  return v128.or(among(a, 0x25, 2), i8x16.eq(a, i8x16.splat(0x2b)));
}

/** What begins a character beyond ASCII. */
function leads(a: v128): v128 {
  return i8x16.gt_u(a, i8x16.splat(i8(0xc1)));
}

/** Bits moved on by `count` places, with those that come from the block before. */
function on(bits: u64, before: u64, count: u64): u64 {
  return (bits << count) | (before >>> (64 - count));
}

/** Marks the suspects of the block of 64 bytes at `at`. `ends`: its quotes, delimiters and line ends. */
export function lookOver(a: v128, b: v128, c: v128, d: v128, ends: u64, at: u32): void {
  const digits = bits(among(a, 0x30, 10), among(b, 0x30, 10), among(c, 0x30, 10), among(d, 0x30, 10));
  const ofWords = bits(letters(a), letters(b), letters(c), letters(d));
  const high = bits(a, b, c, d);
  // Where a group of digits ends, the last of seven bytes that may be of a number. What follows the block is unknown.
  const one = ~(ofWords | ends);
  const two = one & on(one, lastOne, 1);
  const four = two & on(two, lastTwo, 2);
  const numbers = digits & ~(digits >>> 1) & four & on(four, lastFour, 3);
  lastOne = one;
  lastTwo = two;
  lastFour = four;
  // What begins an accented letter of Spanish, and any other character beyond ASCII; the byte behind these.
  let accents: u64 = 0;
  let others: u64 = 0;
  let special: u64 = 0;
  let ofWord = ofWords;
  if (high != 0) {
    accents = mask(a, b, c, d, i8x16.splat(i8(0xc3)));
    others = bits(leads(a), leads(b), leads(c), leads(d)) & ~accents;
    special = high & on(others, lastLeads, 1);
    ofWord |= accents | (high & on(accents, lastAccents, 1));
  }
  lastAccents = accents;
  lastLeads = others;
  const words = (ofWords | high) & ~on(ofWord, lastOfWord, 1);
  lastOfWord = ofWord;
  const place = suspects + usize((at - origin) >>> 3);
  store<u64>(place, numbers | special | bits(signs(a), signs(b), signs(c), signs(d)));
  store<u64>(place + WORDS_BEHIND, words | special);
}
