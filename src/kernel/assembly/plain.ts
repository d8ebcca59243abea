// Reads the number of a plain cell: eight digits, or four and four, after optional labels and a calling code; or two of them.
// phone/read.ts reads the same certain numbers. Any other cell gives -1.

import { APOSTROPHE, CLOSE, CODE, COLON, COMMA, DASH, DOT, SEMICOLON, SLASH, SPACE, THREE_BYTES, ZERO } from "./ascii";

/** The address of u8[100000]: the type of a number by its first five digits; 0 is not in the plan. */
let types: usize = 0;
/** The address of i32[labelCount]: the labels, hashed by kernel.ts. */
let labels: usize = 0;
let labelCount: u32 = 0;

const SHORTEST_PLAIN: usize = 8;
const LONGEST_PLAIN: usize = 40;
const LONGEST_LABEL = 8;
/** The length of `503` and a number. */
const WITH_CODE: usize = 11;
/** As UTF-8. */
const HARD_SPACE: u16 = 0xa0c2;
// The first bytes of a calling code, the lowest first.
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
export function eightDigits(bytes: u64): i32 {
  let v = bytes ^ 0x3030303030303030;
  if (((v | (v + 0x0606060606060606)) & 0xf0f0f0f0f0f0f0f0) != 0) return -1;
  v = v * 10 + (v >>> 8);
  const high = (v & 0x000000ff000000ff) * 0x000f424000000064;
  const low = ((v >>> 16) & 0x000000ff000000ff) * 0x0000271000000001;
  return i32((high + low) >>> 32);
}

export function typeOf(national: i32): u8 {
  return load<u8>(types + usize(national / 1000));
}

/** Returns the 8-digit number of the bytes [start, end), or -1. */
export function readPlain(start: usize, end: usize): i32 {
  if (end - start < SHORTEST_PLAIN || end - start > LONGEST_PLAIN) return -1;
  const national = numberFrom(start, end);
  return numberEnd == end || endsWithNumber(start, end) ? national : -1;
}

/** Whether only spaces follow the number of a cell, or `.0`, as a spreadsheet writes it. */
function endsWithNumber(start: usize, end: usize): bool {
  let at = numberEnd;
  if (load<u8>(at) == DOT && at + 1 < end && isWhole(start)) for (at++; at < end && load<u8>(at) == ZERO; ) at++;
  while (at < end && load<u8>(at) == SPACE) at++;
  return at == end;
}

/** Whether the number that was read last is digits in a row without a dot or comma before them, so `.0` may follow. */
function isWhole(start: usize): bool {
  let at = numberEnd;
  while (at > start && u8(load<u8>(at - 1) - ZERO) < 10) at--;
  const before = at > start ? load<u8>(at - 1) : 0;
  return numberEnd - at >= SHORTEST_PLAIN && before != DOT && before != COMMA;
}

/** The second number of the cell that `readTwo` read last, or -1. */
export let otherNumber: i32 = -1;

/** Returns the first of two numbers in a cell, with a mark or `y`, `o` between them, or -1. */
export function readTwo(start: usize, end: usize): i32 {
  otherNumber = -1;
  if (end - start < 2 * SHORTEST_PLAIN || end - start > 2 * LONGEST_PLAIN) return -1;
  const national = numberFrom(start, end);
  if (national < 0) return -1;
  let at = numberEnd;
  while (at < end && load<u8>(at) == SPACE) at++;
  const mark = load<u8>(at);
  const isWord = at > numberEnd && ((mark | SPACE) == 0x79 || (mark | SPACE) == 0x6f) && load<u8>(at, 1) == SPACE; // y, o
  if (at == end || !(isWord || mark == SLASH || mark == COMMA || mark == SEMICOLON)) return -1;
  otherNumber = numberFrom(at + 1, end);
  return otherNumber >= 0 && (numberEnd == end || endsWithNumber(start, end)) ? national : -1;
}

/** The end of the number that `numberFrom` read last. */
let numberEnd: usize = 0;

/** Returns the 8-digit number that begins at `start`, behind labels and a calling code, or -1. */
function numberFrom(start: usize, end: usize): i32 {
  const from = behindCode(behindLabels(start, end), end);
  let rest = from + 4;
  const isDotted = load<u8>(rest) == DOT;
  if (isDotted) rest++;
  else rest = behindSpace(load<u8>(rest) == DASH ? rest + 1 : rest);
  numberEnd = rest + 4;
  if (numberEnd > end) return -1;
  const national = eightDigits(u64(load<u32>(from)) | (u64(load<u32>(rest)) << 32));
  // In the plan, and not one repeated digit; `2897.0000` is a number with decimals.
  if (national < 20000000 || typeOf(national) == 0 || national % 11111111 == 0) return -1;
  return isDotted && national % 10000 == 0 ? -1 : national;
}

/** Returns the address after a space, if there is one. */
function behindSpace(at: usize): usize {
  if (load<u8>(at) == SPACE) return at + 1;
  return load<u16>(at) == HARD_SPACE ? at + 2 : at;
}

/** Returns the address after an apostrophe, spaces and labels; `end` for another word, or a label that touches what follows. */
function behindLabels(start: usize, end: usize): usize {
  let at = start;
  if (load<u8>(at) == APOSTROPHE) at++;
  while (at < end && load<u8>(at) == SPACE) at++;
  while (at < end && (load<u8>(at) | SPACE) >= 0x61) at = behindWord(at, end);
  return at;
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
