// Whether a cell is nothing but a number: phone/bare.ts.

import { typeOf } from "./plain";
import { classOf, DIGIT, SOFT } from "./unmistakable";

/** A byte, or -1. */
let delimiter: i32 = -1;

export function setDelimiter(byte: i32): void {
  delimiter = byte;
}

/** The most bytes of a cell that are looked at before a place in it. */
const MOST_BEFORE: usize = 40;
/** Digits of a number behind `011503`; more are none. */
const MOST_DIGITS: u32 = 14;

/** Whether the cell around `place` is nothing but a number of the plan, perhaps behind a calling code, in digits and marks. */
export function isBare(from: usize, place: usize, to: usize): bool {
  let at = place;
  while (at > from && !endsCell(load<u8>(at - 1))) {
    if (place - at == MOST_BEFORE || !isOfNumber(at - 1)) return false;
    at--;
  }
  let digits: u32 = 0;
  let number: i64 = 0;
  for (; at < to && !endsCell(load<u8>(at)); at++) {
    if (classOf(at) == DIGIT) {
      if (++digits > MOST_DIGITS) return false;
      number = number * 10 + load<u8>(at) - 0x30;
    } else if (!isOfNumber(at)) return false;
  }
  if (digits == 8) return isInPlan(number);
  // Behind 503, 00503 or 011503.
  if (digits < 11 || digits == 12) return false;
  const code = number / 100000000;
  return code == (digits == 14 ? 11503 : 503) && isInPlan(number % 100000000);
}

// @ts-ignore: decorator
@inline
function isOfNumber(at: usize): bool {
  return (classOf(at) & (DIGIT | SOFT)) != 0 || load<u8>(at) == 0x2f;
}

// @ts-ignore: decorator
@inline
function isInPlan(national: i64): bool {
  return national >= 20000000 && typeOf(i32(national)) != 0;
}

// @ts-ignore: decorator
@inline
function endsCell(byte: u8): bool {
  return i32(byte) == delimiter || byte == 0x22 || byte == 0x0a || byte == 0x0d;
}
