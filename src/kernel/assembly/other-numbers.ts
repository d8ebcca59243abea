// Finds numbers in other columns, and texts that may hold one. `numbersInOtherColumn` of phone/read.ts decides about the latter.

import { AMPERSAND, CODE, DASH, isDigit, isLetter, PERCENT, PLUS, SEMICOLON, SLASH, THREE_BYTES, ZERO } from "./ascii";
import { eightDigits, typeOf } from "./plain";

const FEWEST_DIGITS: u32 = 7;
const NATIONAL_DIGITS: usize = 8;
/** The fewest digits of a foreign number, with the `00` before it. */
const DIALLED: usize = 11;
/** The most bytes around an entity or an escape that its number may have: `7012&nbsp;3456`, `7012%203456`. */
const WIDEST: usize = 128;

/** Whether a byte always separates numbers: a quote, a comma, a semicolon, a colon, a bar, a line end. */
function isStop(byte: u8): bool {
  return byte == 0x22 || byte == 0x2c || byte == SEMICOLON || byte == 0x3a || byte == 0x7c || byte == 0x0a || byte == 0x0d;
}

/** What `numberAt` returns in place of a number: none ends there; phone/read.ts has to look. */
export const NOTHING: i32 = -1;
export const ASK: i32 = -2;

/**
 * Whether the digits that end at `place` are a day (`2024-08-10`: no number of the plan begins with 19 or 20) or eight in a row
 * that are not in the plan. It only saves time: `numberAt` finds no number there.
 */
export function isDayOrId(place: usize): bool {
  const next = load<u8>(place, 1);
  if (isLetter(next) || isDigit(next)) return false;
  const eight = eightDigits(load<u64>(place - 7));
  if (eight >= 0) return typeOf(eight) == 0 && !isDigit(load<u8>(place - 8)) && !isService((eight / 10000) % 1000);
  const century = load<u16>(place - 9);
  return (century == 0x3032 || century == 0x3931) && load<u8>(place - 2) == DASH && load<u8>(place - 5) == DASH;
}

/** Whether the bytes [from, to) may hold a number that counts. */
export function mayCount(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) if (numberAt(from, at, to) != NOTHING) return true;
  return false;
}

/** Returns the national number of the bytes [from, to) that may end at `place`; `ASK` or `NOTHING` if there is none. */
export function numberAt(from: usize, place: usize, to: usize): i32 {
  const byte = load<u8>(place);
  if (isDigit(byte)) return place + 1 == to || !isDigit(load<u8>(place, 1)) ? endingAt(from, place, to) : NOTHING;
  let isAsked = byte >= 0x80 && isForeignDigit(place, from, to);
  if (byte == PLUS) isAsked = isAbroad(place + 1, to);
  if (byte == PERCENT || byte == AMPERSAND)
    isAsked = hasDigits(from + max(place - from, WIDEST) - WIDEST, min(to, place + WIDEST));
  return isAsked ? ASK : NOTHING;
}

/** Returns what `numberAt` does if a group of digits ends at `place`. */
function endingAt(from: usize, place: usize, to: usize): i32 {
  // Words of an extension may begin behind a number: x, e, i, a.
  const letter: u8 = place + 1 < to ? load<u8>(place, 1) | 0x20 : 0;
  if (isLetter(letter) && letter != 0x78 && letter != 0x65 && letter != 0x69 && letter != 0x61) return NOTHING;
  // `5.0370123456E+10`
  if (letter == 0x65) return hasDigits(from, to) ? ASK : NOTHING;
  let group = place;
  while (group > from && isDigit(load<u8>(group - 1))) group--;
  // `001 202 265 7221`
  if (place >= group + 2 && place < group + NATIONAL_DIGITS - 1 && threeAt(group) < 10 && load<u8>(group, 2) != ZERO)
    return hasDigits(from, to) ? ASK : NOTHING;
  let value: u32 = 0;
  let scale: u32 = 1;
  let digits: u32 = 0;
  for (let at = place; at >= from; at--) {
    const byte = load<u8>(at);
    if (isDigit(byte)) {
      value += u32(byte - ZERO) * scale;
      scale *= 10;
      digits++;
      if (digits == FEWEST_DIGITS && isService(value / 10000) && isBegun(from, at)) return ASK;
      if (digits == u32(NATIONAL_DIGITS)) {
        if (typeOf(i32(value)) != 0 && isBegun(from, at)) return i32(value);
        return place + 1 - group >= DIALLED && isLong(group, at) ? ASK : NOTHING;
      }
    } else if (isLetter(byte) || isStop(byte) || (byte == SLASH && digits != 4)) return NOTHING;
  }
  return NOTHING;
}

/** Whether a group of digits may be a long number: `80012345678`, `0013055551234`. `last`: where its last eight digits begin. */
function isLong(group: usize, last: usize): bool {
  if (isService(threeAt(last - 3))) return true;
  return threeAt(group) < 10 && load<u8>(group, 2) != ZERO;
}

function threeAt(at: usize): u32 {
  return 100 * u32(load<u8>(at) - ZERO) + 10 * u32(load<u8>(at, 1) - ZERO) + u32(load<u8>(at, 2) - ZERO);
}

/** Whether a toll-free or premium number may begin with these three digits. */
function isService(first: u32): bool {
  return first == 800 || first == 801 || first == 900;
}

/** Whether a number may begin at a digit: at the start of its group, unless a hex digit touches it, or after 503. */
function isBegun(from: usize, at: usize): bool {
  if (at == from) return true;
  const before = load<u8>(at - 1);
  const letter: u8 = before | 0x20;
  if (!isDigit(before)) return letter != 0x62 && (letter < 0x64 || letter > 0x66); // b, d, e, f
  return isBehindCode(from, at);
}

/** Whether the three digits before a digit are 503, perhaps with other characters between them: `(50)370123456`. */
function isBehindCode(from: usize, at: usize): bool {
  let code: u32 = 0;
  let scale: u32 = 1;
  for (let before = at - 1; before >= from && scale < 1000; before--) {
    const byte = load<u8>(before);
    if (isLetter(byte) || isStop(byte)) return false;
    if (!isDigit(byte)) continue;
    code += u32(byte - ZERO) * scale;
    scale *= 10;
  }
  return code == 503;
}

/** Whether enough digits for a foreign number follow a plus, with no other plus before them. */
function isAbroad(from: usize, to: usize): bool {
  let digits: u32 = 0;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (!isDigit(byte)) {
      if (isLetter(byte) || isStop(byte) || byte == PLUS) return false;
    } else if (digits == 0 && (load<u32>(at) & THREE_BYTES) == CODE) return false;
    else if (++digits == FEWEST_DIGITS) return true;
  }
  return false;
}

/** Whether the bytes have as many digits as a number. */
function hasDigits(from: usize, to: usize): bool {
  let digits: u32 = 0;
  for (let at = from; at < to && digits < FEWEST_DIGITS; at++) if (isDigit(load<u8>(at))) digits++;
  return digits == FEWEST_DIGITS;
}

/** Whether a character at or around this byte may be a digit of another script, or a plus beyond ASCII: `²`, `＋`, `٧`. */
function isForeignDigit(at: usize, from: usize, to: usize): bool {
  let lead = at;
  while (lead > from && at - lead < 3 && (load<u8>(lead) & 0xc0) == 0x80) lead--;
  if (lead + 1 >= to) return false;
  const first = load<u8>(lead);
  const next = load<u8>(lead, 1);
  if ((next & 0xc0) != 0x80) return false;
  // No digits are among the letters of Latin, typography and most emoji.
  if (first < 0xd0) return first == 0xc2 && (next == 0xb2 || next == 0xb3 || next == 0xb9);
  if (first == 0xe2) return next != 0x80;
  return first != 0xf0 || next != 0x9f || load<u8>(lead, 2) == 0xaf || load<u8>(lead, 2) == 0x84;
}
