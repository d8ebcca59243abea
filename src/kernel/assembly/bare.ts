// Whether a cell is nothing but a number: phone/bare.ts.

import { eightDigits, typeOf } from "./plain";
import { classOf, DIGIT, holds503 } from "./unmistakable";

/** A byte, or -1. */
let delimiter: i32 = -1;

export function setDelimiter(byte: i32): void {
  delimiter = byte;
}

/** The digits from `start` on are a number of the plan, behind `503` or `00503` or nothing, and all of their cell but spaces. */
export function isBare(from: usize, start: usize, to: usize): bool {
  let begin = start;
  while (begin > from && load<u8>(begin - 1) == 0x20) begin--;
  if (begin > from && !endsCell(load<u8>(begin - 1))) return false;
  let end = start + 8;
  while (end < to && classOf(end) == DIGIT) end++;
  const length = u32(end - start);
  while (end < to && load<u8>(end) == 0x20) end++;
  if (end < to && !endsCell(load<u8>(end))) return false;
  if (length == 8) return isInPlan(start);
  if (length == 11) return holds503(start) && isInPlan(start + 3);
  return length == 13 && load<u16>(start) == 0x3030 && holds503(start + 2) && isInPlan(start + 5);
}

// @ts-ignore: decorator
@inline
function isInPlan(at: usize): bool {
  const national = eightDigits(load<u64>(at));
  return national >= 20000000 && typeOf(national) != 0;
}

// @ts-ignore: decorator
@inline
function endsCell(byte: u8): bool {
  return i32(byte) == delimiter || byte == 0x22 || byte == 0x0a || byte == 0x0d;
}
