// The number of a cell in a usual spelling, where phone/read.ts gives exactly this one without a doubt. What is not read is -1.

/** u8[256]: what a byte can be, as phone/byte-tables.ts has it. */
let kinds: usize = 0;
/** u8[100000]: the type of a number, by its first five digits; 0 not in the plan. */
let types: usize = 0;
/** i32[labelCount]: the words before a number, hashed as phone/byte-tables.ts does. */
let labels: usize = 0;
let labelCount: u32 = 0;

const DIGIT: u8 = 1;
const SPACE: u8 = 2;
const DASH: u8 = 3;
const OPEN: u8 = 4;
const CLOSE: u8 = 5;
const PLUS: u8 = 6;
const APOSTROPHE: u8 = 7;
const FOURS = 16;
const PAIRS = 84;
export const LONGEST_PLAIN: u32 = 40;
const LONGEST_EXTENSION: usize = 6;
const LONGEST_LABEL = 8;
const LOWER_X: u8 = 0x78;
const SLASH: u8 = 0x2f;

export function setTables(kindsAt: usize, typesAt: usize, labelsAt: usize, labelsCount: u32): void {
  kinds = kindsAt;
  types = typesAt;
  labels = labelsAt;
  labelCount = labelsCount;
}

/** Eight ASCII digits as a number, -1 where one is not a digit. */
// @ts-ignore: decorator
@inline
export function eightDigits(bytes: u64): i32 {
  let v = bytes ^ 0x3030303030303030;
  if (((v | (v + 0x0606060606060606)) & 0xf0f0f0f0f0f0f0f0) != 0) return -1;
  v = v * 10 + (v >>> 8);
  const high = (v & 0x000000ff000000ff) * 0x000f424000000064;
  const low = ((v >>> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  return i32((high + low) >>> 32);
}

/** In the plan, and not one repeated digit. */
// @ts-ignore: decorator
@inline
export function valid(n: i32): i32 {
  return n >= 20000000 && typeOf(n) != 0 && n % 11111111 != 0 ? n : -1;
}

// @ts-ignore: decorator
@inline
export function typeOf(national: i32): u8 {
  return load<u8>(types + usize(national / 1000));
}

/** The 8-digit number of the bytes [start, end), or -1. */
export function readPlain(start: usize, end: usize): i32 {
  const length = u32(end - start);
  if (length < 8 || length > LONGEST_PLAIN) return -1;
  const number = readOne(start, end);
  if (number >= 0) return number;
  const before = beforeExtension(start, end);
  if (before <= start) return -1;
  const extended = readOne(start, before);
  // `50312345x1`: 503 may be the calling code, and the x a wildcard.
  return (load<u8>(before) | 0x20) == LOWER_X && extended / 100000 == 503 ? -1 : extended;
}

/** Where ` ext. 123`, ` Ext: 123`, `x123` and the like begin at the end of a cell; 0 where none stands there. */
function beforeExtension(start: usize, end: usize): usize {
  let at = end;
  while (at > start && load<u8>(kinds + load<u8>(at - 1)) == DIGIT) at--;
  // Behind fewer bytes than an extension's name has there is no number.
  if (at == end || end - at > LONGEST_EXTENSION || at < start + 8) return 0;
  if (load<u8>(at - 1) == 0x20) at--;
  const mark = load<u8>(at - 1);
  if (mark == 0x2e || mark == 0x3a) at--;
  // `/x10` may be a character as programs write it.
  if ((load<u8>(at - 1) | 0x20) == LOWER_X) return load<u8>(at - 2) == SLASH ? 0 : at - 1;
  const named = (load<u32>(at - 4) | 0x20202020) >>> 8;
  return named == 0x747865 ? at - 3 : 0;
}

/** Whether the number that was read last stands in four pairs of digits, or is a float. */
export let isOdd = false;
/** Whether nothing binds its halves: beside another number, one of them may belong to that one. */
export let isLoose = false;

/** A number, and no extension behind it. */
export function readOne(start: usize, end: usize): i32 {
  isOdd = false;
  isLoose = false;
  const length = u32(end - start);
  if (length < 8) return -1;
  let at = start;
  // A prefix as it is mostly written; what is left must then be eight digits, or four and four.
  const first = load<u32>(at);
  if (first == 0x3330352b) at += 4; // +503
  else if (first == 0x33303528 && load<u8>(at, 4) == 0x29) at += 5; // (503)
  if (at != start && (load<u8>(at) == 0x20 || load<u8>(at) == 0x2d)) at++;
  const rest = u32(end - at);
  if (rest == 8) {
    const n = eightDigits(load<u64>(at));
    if (n >= 0) return valid(n);
  } else if (rest == 9) {
    const separator = load<u8>(at, 4);
    if (separator == 0x2d || separator == 0x20) {
      // A prefix that touches the first half makes one group with it, which nothing binds to the second.
      isLoose = separator == 0x20 || (first == 0x3330352b && at == start + 4);
      const n = eightDigits(u64(load<u32>(at)) | (u64(load<u32>(at, 5)) << 32));
      if (n >= 0) return valid(n);
    }
  }
  // `70123456.0`: a spreadsheet took it for a float.
  if (length == 10 && load<u8>(end - 1) == 0x30 && load<u8>(end - 2) == 0x2e) {
    const n = eightDigits(load<u64>(start));
    isOdd = true;
    isLoose = false;
    if (n >= 0) return valid(n);
  }
  return readPunctuated(start, end);
}

function readPunctuated(start: usize, end: usize): i32 {
  let number: i64 = 0;
  let digits = 0;
  let groups = 0; // Bit n: digits of the national number before it are n.
  let gap = 0;
  let isPrefixed = false;
  let isGlued = false;
  /** `00 503`: then 503 may begin the number as well. */
  let isParted = false;
  let plus = false;
  let opened = false;
  let isMixed = false;
  let separator: u8 = 0;
  for (let at = afterLabel(start, end); at < end; at++) {
    const byte = load<u8>(at);
    const kind = load<u8>(kinds + byte);
    if (kind == DIGIT) {
      if (gap > 0) {
        groups |= 1 << digits;
        if (digits > 0 && (isGlued || gap > 1 || (load<u8>(at - 1) != 0x2d && load<u8>(at - 1) != 0x2e))) isLoose = true;
        gap = 0;
      }
      number = number * 10 + byte - 48;
      digits++;
      if (!isPrefixed && (digits == 3 || digits == 5) && number == 503 && isPrefix(digits, groups, plus)) {
        // Undivided, 503 is the beginning of a number such as 5031 2345 unless eight more digits follow.
        if (digits == 5 || plus || !isNationalFrom503(at, end)) {
          isPrefixed = true;
          isParted = groups != 0;
          isGlued = at + 1 < end && load<u8>(kinds + load<u8>(at, 1)) == DIGIT;
          digits = 0;
          number = 0;
          groups = 0;
        }
      }
      if (digits > 8) return -1;
    } else if (kind == PLUS) {
      if (plus || isPrefixed || digits > 0) return -1;
      plus = true;
    } else if (kind == SPACE || kind == DASH) {
      if (digits > 0 || isPrefixed) {
        if (++gap > 3) return -1;
        if (separator == 0 && digits > 0) separator = byte;
        else if (digits > 0 && (byte != separator || gap > 1)) isMixed = true;
      } else if (kind == DASH) return -1;
    } else if (kind == OPEN) {
      if (opened || digits > 0 || isPrefixed) return -1;
      opened = true;
    } else if (kind == CLOSE) {
      if (!opened || !isPrefixed || digits > 0) return -1;
      opened = false;
    } else if (kind == APOSTROPHE) {
      if (at != start) return -1;
    } else return -1;
  }
  if (digits != 8 || opened || (plus && !isPrefixed) || (isParted && number / 100000 == 503)) return -1;
  const inner = groups & ~1;
  if (inner != 0 && inner != FOURS && (inner != PAIRS || isMixed || isGlued)) return -1;
  isOdd = inner == PAIRS;
  return valid(i32(number));
}

// @ts-ignore: decorator
@inline
function isPrefix(digits: i32, groups: i32, plus: bool): bool {
  return digits == 3 ? groups == 0 : !plus && (groups == 0 || groups == 4);
}

/** Whether only five more digits follow 503, which then belongs to the number. */
function isNationalFrom503(at: usize, end: usize): bool {
  let following = 0;
  for (let i = at + 1; i < end; i++) if (load<u8>(kinds + load<u8>(i)) == DIGIT) following++;
  return following < 8;
}

/** `https://` and `wa.me/`, the lowest byte first. */
const SCHEME: u64 = 0x2f2f3a7370747468;
const CHAT: u64 = 0x2f656d2e6177;
const CHAT_BYTES: u64 = 0xffffffffffff;

/** Behind a label or the link to a chat; the end where another word stands. */
function afterLabel(start: usize, end: usize): usize {
  let at = load<u64>(start) == SCHEME ? start + 8 : start;
  if ((load<u64>(at) & CHAT_BYTES) == CHAT) return at + 6;
  at = start;
  let word: i32 = 0;
  let length = 0;
  for (; at < end; at++) {
    const letter: u8 = load<u8>(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) break;
    word = word * 31 + i32(letter);
    length++;
  }
  if (length == 0) return start;
  if (length > LONGEST_LABEL || !isLabel(word)) return end;
  if (at < end && load<u8>(at) == 0x2e) at++;
  if (at < end && load<u8>(at) == 0x3a) at++;
  return at;
}

function isLabel(word: i32): bool {
  for (let i: u32 = 0; i < labelCount; i++) if (load<i32>(labels + 4 * usize(i)) == word) return true;
  return false;
}
