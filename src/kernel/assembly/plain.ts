// Reads the number of a plain cell: eight digits, or four and four, after an optional label and calling code.
// phone/read.ts reads the same certain number. Any other cell gives -1.

/** The address of u8[100000]: the type of a number by its first five digits; 0 is not in the plan. */
let types: usize = 0;
/** The address of i32[labelCount]: the labels, hashed by kernel.ts. */
let labels: usize = 0;
let labelCount: u32 = 0;

const SHORTEST_PLAIN: u32 = 8;
const LONGEST_PLAIN: u32 = 40;
const LONGEST_LABEL = 8;
/** The length of `503` and a number. */
const WITH_CODE: usize = 11;
const SPACE: u8 = 0x20;
const APOSTROPHE: u8 = 0x27;
const CLOSE: u8 = 0x29;
const DASH: u8 = 0x2d;
const DOT: u8 = 0x2e;
const COLON: u8 = 0x3a;
// The first bytes of a calling code, the lowest first.
const CODE: u32 = 0x333035; // 503
const THREE_BYTES: u32 = 0xffffff;
const PLUS_CODE: u32 = 0x3330352b; // +503
const DIALLED_CODE: u32 = 0x30353030; // 0050
const OPEN_CODE: u32 = 0x33303528; // (503
const OPEN_PLUS: u32 = 0x30352b28; // (+50
const PLUS_OPEN: u32 = 0x3035282b; // +(50

export function setTables(typesAt: usize, labelsAt: usize, labelsCount: u32): void {
  types = typesAt;
  labels = labelsAt;
  labelCount = labelsCount;
}

/** Returns eight ASCII digits as a number; -1 if a byte is no digit. */
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

// @ts-ignore: decorator
@inline
export function typeOf(national: i32): u8 {
  return load<u8>(types + usize(national / 1000));
}

/** Returns the 8-digit number of the bytes [start, end), or -1. */
export function readPlain(start: usize, end: usize): i32 {
  const length = u32(end - start);
  if (length < SHORTEST_PLAIN || length > LONGEST_PLAIN) return -1;
  let to = end;
  while (to > start && load<u8>(to - 1) == SPACE) to--;
  const from = behindCode(behindLabel(start, to), to);
  let national: i32 = -1;
  if (to == from + 8) national = eightDigits(load<u64>(from));
  else if (to == from + 9 && isMark(load<u8>(from, 4)))
    national = eightDigits(u64(load<u32>(from)) | (u64(load<u32>(from, 5)) << 32));
  // In the plan, and not one repeated digit.
  return national >= 20000000 && typeOf(national) != 0 && national % 11111111 != 0 ? national : -1;
}

/** Whether a byte may separate the halves of a number. */
// @ts-ignore: decorator
@inline
function isMark(byte: u8): bool {
  return byte == DASH || byte == SPACE || byte == DOT;
}

/** Returns the address after an apostrophe, spaces and a label; `end` for any other word, or a label that touches. */
// @ts-ignore: decorator
@inline
function behindLabel(start: usize, end: usize): usize {
  let at = start;
  if (load<u8>(at) == APOSTROPHE) at++;
  while (at < end && load<u8>(at) == SPACE) at++;
  return (load<u8>(at) | SPACE) < 0x61 ? at : behindWord(at, end);
}

function behindWord(start: usize, end: usize): usize {
  let at = start;
  let word: i32 = 0;
  for (; at < end; at++) {
    const letter: u8 = load<u8>(at) | SPACE;
    if (letter < 0x61 || letter > 0x7a) break;
    word = word * 31 + i32(letter);
  }
  if (i32(at - start) > LONGEST_LABEL || !isLabel(word)) return end;
  const behind = at;
  if (at < end && load<u8>(at) == DOT) at++;
  if (at < end && load<u8>(at) == COLON) at++;
  while (at < end && load<u8>(at) == SPACE) at++;
  return at > behind ? at : end;
}

function isLabel(word: i32): bool {
  for (let i: u32 = 0; i < labelCount; i++) if (load<i32>(labels + 4 * usize(i)) == word) return true;
  return false;
}

/** Returns the address after a calling code and a space or dash. Without room for a number after 503, `start`. */
// @ts-ignore: decorator
@inline
function behindCode(start: usize, end: usize): usize {
  if (end < start + WITH_CODE) return start;
  const first = load<u32>(start);
  let at = start;
  if ((first & THREE_BYTES) == CODE) at += 3;
  else if (first == PLUS_CODE) at += 4;
  else if (first == DIALLED_CODE && load<u8>(start, 4) == 0x33) at += 5;
  else if (first == OPEN_CODE && load<u8>(start, 4) == CLOSE) at += 5;
  else if ((first == OPEN_PLUS || first == PLUS_OPEN) && load<u8>(start, 4) == 0x33 && load<u8>(start, 5) == CLOSE) at += 6;
  else return start;
  const mark = load<u8>(at);
  return mark == SPACE || mark == DASH ? at + 1 : at;
}
