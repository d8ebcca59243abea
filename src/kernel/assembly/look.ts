// Whether a record holds anything that counts beside its phone cells: an unmistakable number, as phone/unmistakable.ts
// looks for them, or a cell that may say that its people opted out. Where it can't tell, it says yes.

import { placeOf } from "./known";

/** u8[256], as phone/unmistakable.ts has them: the classes of bytes, and 1 for the first bytes of digits of other scripts. */
let classes: usize = 0;
let digitLeads: usize = 0;
/** u8[16] each: a mark's lower half of a byte gives a bit that its upper half has, too. */
let lowHalves: v128 = i8x16.splat(0);
let highHalves: v128 = i8x16.splat(0);

const DIGIT: u8 = 1;
const SOFT: u8 = 2;
const HIGH: u8 = 4;
const ESCAPE: u8 = 8;
const LINK: u8 = 16;
const LOOSE: u8 = 32;
const FEWEST_DIGITS: u32 = 7;
const LONGEST_GAP: u32 = 32;
const LONGEST_ENTITY: u32 = 12;

/** Cells of the batch that are left out: read as phones, or not looked at. u32 each, ascending. */
let leftOut: usize = 0;
let leftOutCount: u32 = 0;
/** Cells that are asked about where they hold as many bytes as a number has. */
let numbers: usize = 0;
let numberCount: u32 = 0;
/** Cells whose text is asked about, unless it is known as harmless; and for each a table of such texts, as lists/watch.ts has it. */
let optOuts: usize = 0;
let optOutCount: u32 = 0;
let known: usize = 0;
let knownCells: u32 = 0;
let knownStride: u32 = 0;

export function setLook(classesAt: usize, leadsAt: usize, halvesAt: usize): void {
  classes = classesAt;
  digitLeads = leadsAt;
  lowHalves = v128.load(halvesAt);
  highHalves = v128.load(halvesAt, 16);
}

export function setWatched(
  leftOutAt: usize,
  leftOuts: u32,
  numbersAt: usize,
  numbersCount: u32,
  optOutsAt: usize,
  optOutsCount: u32,
  knownAt: usize,
  cells: u32,
  stride: u32,
  candidatesAt: usize,
): void {
  leftOut = leftOutAt;
  leftOutCount = leftOuts;
  numbers = numbersAt;
  numberCount = numbersCount;
  optOuts = optOutsAt;
  optOutCount = optOutsCount;
  known = knownAt;
  knownCells = cells;
  knownStride = stride;
  candidates = candidatesAt;
}

/** u32 each: where something may begin. */
let candidates: usize = 0;
let listed: u32 = 0;
let taken: u32 = 0;
/** Of a candidate: digits touch what is beyond ASCII, or much of that stands together. */
const TORN: u32 = 0x80000000;
/** Of the block before. */
let lastDigits: u64 = 0;
let lastHigh: u64 = 0;

/** A list of candidates begins. */
export function begin(): void {
  listed = taken = 0;
  lastDigits = lastHigh = 0;
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
function marksOf(a: v128): v128 {
  const low = i8x16.swizzle(lowHalves, v128.and(a, i8x16.splat(0x0f)));
  const high = i8x16.swizzle(highHalves, i8x16.shr_u(a, 4));
  return i8x16.ne(v128.and(low, high), i8x16.splat(0));
}

/** Lists the candidates of a block of 64 bytes, whose `valid` ones are looked at. */
// @ts-ignore: decorator
@inline
export function lookOver(a: v128, b: v128, c: v128, d: v128, valid: u64, at: u32): void {
  const digits = bits(digitsOf(a), digitsOf(b), digitsOf(c), digitsOf(d)) & valid;
  const high = bits(a, b, c, d) & valid;
  const marks = bits(marksOf(a), marksOf(b), marksOf(c), marksOf(d)) & valid;
  // Groups of three digits and more; whether those that begin with the last two bytes are, nobody knows yet.
  const behindDigit = (digits << 1) | (lastDigits >>> 63);
  const starts = digits & ~behindDigit;
  const groups = starts & ((digits >>> 1) | 0x8000000000000000) & ((digits >>> 2) | 0xc000000000000000);
  let torn: u64 = 0;
  if ((high | lastHigh) != 0) {
    const behindHigh = (high << 1) | (lastHigh >>> 63);
    torn = (digits & behindHigh) | (high & behindDigit);
    // Five bytes beyond ASCII in a row are no accents: perhaps digits of another script.
    torn |=
      high &
      behindHigh &
      ((high << 2) | (lastHigh >>> 62)) &
      ((high << 3) | (lastHigh >>> 61)) &
      ((high << 4) | (lastHigh >>> 60));
  }
  lastDigits = digits;
  lastHigh = high;
  let m = groups | marks | torn;
  while (m != 0) {
    const bit = u32(ctz(m));
    store<u32>(candidates + 4 * usize(listed++), (at + bit) | (((torn >>> u64(bit)) & 1) != 0 ? TORN : 0));
    m &= m - 1;
  }
}

/** Forgets the candidates of records that end before `next`. */
export function takeCandidates(next: u32): void {
  while (taken < listed && positionOf(taken) < next) taken++;
}

/** Moves those that are left to the front. Returns how many. */
export function keepCandidates(): u32 {
  memory.copy(candidates, candidates + 4 * usize(taken), 4 * usize(listed - taken));
  listed -= taken;
  taken = 0;
  return listed;
}

// @ts-ignore: decorator
@inline
function positionOf(i: u32): u32 {
  return load<u32>(candidates + 4 * usize(i)) & ~TORN;
}

/** Whether the record [start, end) may hold something beside its phones. `cells`: its wanted cells, counted from `base`. */
export function isRaised(window: usize, start: u32, end: u32, next: u32, base: u32, cells: usize): bool {
  let raised = false;
  let from = start;
  let to = end;
  let cell: u32 = 0;
  let isRange = false; // [from, to) is what the candidate stands in.
  let at = candidates + 4 * usize(taken);
  const behind = candidates + 4 * usize(listed);
  for (; at < behind; at += 4) {
    const candidate = load<u32>(at);
    const position = candidate & ~TORN;
    if (position >= next) break;
    if (raised || position >= end) continue;
    if (!isRange || position >= to) {
      // On to the range between two cells that are left out.
      for (; cell < leftOutCount; cell++) {
        const place = cells + 12 * usize(load<u32>(leftOut + 4 * usize(cell)));
        const cellStart = load<i32>(place);
        if (cellStart < 0) continue;
        if (u32(cellStart) + base > position) break;
        from = load<u32>(place, 4) + base;
      }
      to = cell < leftOutCount ? load<u32>(cells + 12 * usize(load<u32>(leftOut + 4 * usize(cell)))) + base : end;
      isRange = true;
    }
    // It stands in a cell that is left out.
    if (position < from) continue;
    raised = counts(window, from, window + position, window + to, (candidate & TORN) != 0);
  }
  taken = u32(at - candidates) >>> 2;
  if (raised) return true;
  for (let i: u32 = 0; i < numberCount; i++) {
    const at = cells + 12 * usize(load<u32>(numbers + 4 * usize(i)));
    if (load<i32>(at, 4) - load<i32>(at) >= i32(FEWEST_DIGITS)) return true;
  }
  for (let i: u32 = 0; i < optOutCount; i++) {
    const at = cells + 12 * usize(load<u32>(optOuts + 4 * usize(i)));
    const cellStart = load<i32>(at);
    const length = u32(load<i32>(at, 4) - cellStart);
    if (cellStart < 0 || length == 0) continue;
    const table = known + usize(i * knownCells * knownStride);
    if (placeOf(table, knownCells, knownStride, window + base + cellStart, length) < 0) return true;
  }
  return false;
}

/** Whether the candidate at `at` may be of an unmistakable number in [from, to). Addresses, but for `from`. */
function counts(window: usize, fromAt: u32, at: usize, to: usize, torn: bool): bool {
  const from = window + fromAt;
  const kind = classOf(at);
  if (kind == DIGIT) {
    if (isPart(from, at, to)) return true;
  } else if (kind != HIGH && isFollowedByNumber(from, at, to)) return true;
  return torn && holdsTornDigits(from, to);
}

// What follows are the functions of phone/unmistakable.ts, by their names there.

// @ts-ignore: decorator
@inline
function classOf(at: usize): u8 {
  return load<u8>(classes + load<u8>(at));
}

function isFollowedByNumber(from: usize, mark: usize, to: usize): bool {
  const byte = load<u8>(mark);
  if (byte != 0x25 && byte != 0x26) return digitsBehind(mark + 1, to, mark + 1) >= FEWEST_DIGITS;
  let end = mark + 3;
  if (byte == 0x26) {
    end = mark;
    while (end < to && end < mark + LONGEST_ENTITY && load<u8>(end) != 0x3b) end++;
    if (end >= to || load<u8>(end) != 0x3b) return false;
    end++;
  }
  if (end > to || end > mark + LONGEST_ENTITY) return false;
  return digitsBehind(end, to, end) + digitsBefore(from, mark) >= FEWEST_DIGITS;
}

/** `border`: where a character may begin. */
function digitsBehind(from: usize, to: usize, border: usize): u32 {
  let digits: u32 = 0;
  let gap: u32 = 0;
  for (let at = from; at < to && gap <= LONGEST_GAP && digits < FEWEST_DIGITS; at++) {
    const kind = classOf(at);
    if (kind == DIGIT) {
      gap = 0;
      digits++;
    } else if ((kind & (SOFT | HIGH | LINK | LOOSE)) != 0) {
      gap++;
      if (kind == HIGH && isForeignDigit(at, border, to)) return FEWEST_DIGITS;
    } else return (kind & ESCAPE) != 0 ? FEWEST_DIGITS : digits;
  }
  return digits;
}

function digitsBefore(from: usize, end: usize): u32 {
  let digits: u32 = 0;
  let gap: u32 = 0;
  for (let at = end; at > from && gap <= LONGEST_GAP && digits < FEWEST_DIGITS; at--) {
    const kind = classOf(at - 1);
    if (kind == DIGIT) {
      gap = 0;
      digits++;
    } else if ((kind & (SOFT | HIGH)) != 0) gap++;
    else return load<u8>(at - 1) == 0x3b && digits > 0 ? FEWEST_DIGITS : digits;
  }
  return digits;
}

function holdsTornDigits(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) {
    if (classOf(at) != HIGH) continue;
    if (isForeignDigit(at, from, to)) return true;
    const isTouching = (at > from && classOf(at - 1) == DIGIT) || (at + 1 < to && classOf(at + 1) == DIGIT);
    if (isTouching && digitsBefore(from, at) + digitsBehind(at + 1, to, at + 1) >= FEWEST_DIGITS) return true;
  }
  return false;
}

function isPart(from: usize, start: usize, to: usize): bool {
  let end = start + 1;
  while (end < to && classOf(end) == DIGIT) end++;
  const length = u32(end - start);
  if (length == 3) return holds503(start) && digitsBehind(end, to, end) >= FEWEST_DIGITS;
  if (length == 4 && isFollowedByFour(end, to)) return true;
  if (length < 4) return false;
  if (isDialled503(start)) return true;
  return (length >= FEWEST_DIGITS || holds503(start)) && isBehindMark(from, start);
}

function isFollowedByFour(end: usize, to: usize): bool {
  let at = end;
  while (at < to && at - end < LONGEST_GAP && (classOf(at) & (SOFT | HIGH)) != 0) at++;
  const start = at;
  while (at < to && classOf(at) == DIGIT) at++;
  return start > end && at - start == 4;
}

function isBehindMark(from: usize, start: usize): bool {
  let at = start - 1;
  if (at >= from && classOf(at) == LINK) return true;
  while (at >= from && (classOf(at) & SOFT) != 0 && start - at < LONGEST_GAP) at--;
  if (at < from) return false;
  return classOf(at) == HIGH || (at < start - 1 && classOf(at) == DIGIT && holds503(start));
}

function isDialled503(start: usize): bool {
  if (load<u8>(start) != 0x30) return false;
  if (load<u8>(start, 1) == 0x30) return holds503(start + 2);
  return load<u8>(start, 1) == 0x31 && load<u8>(start, 2) == 0x31 && holds503(start + 3);
}

function holds503(at: usize): bool {
  return load<u8>(at) == 0x35 && load<u8>(at, 1) == 0x30 && load<u8>(at, 2) == 0x33;
}

function isForeignDigit(at: usize, from: usize, to: usize): bool {
  let lead = at;
  while (lead > from && at - lead < 3 && (load<u8>(lead) & 0xc0) == 0x80) lead--;
  if (load<u8>(digitLeads + load<u8>(lead)) == 0 || lead + 1 >= to) return false;
  const next = load<u8>(lead, 1);
  if ((next & 0xc0) != 0x80) return false;
  if (load<u8>(lead) == 0xef) return next == 0xbc;
  return load<u8>(lead) != 0xf0 || next != 0x9f;
}
