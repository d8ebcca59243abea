// What cells that are not plain were read as, where that is as easily judged as a plain number: floats, as
// lists/readings.ts holds them. What becomes of such records is what scrub/rules.ts says.

import { BARRED, keepAlso, stateOf } from "./held";

/** To be handed back. */
export const OTHER: u32 = 0;
/** `readingNumber` alone. */
export const ALONE: u32 = 1;
/** `readingNumber` and others, of which none is opted out. */
export const SEVERAL: u32 = 2;
/** No number that may be contacted or is opted out, for `readingReason`. */
export const UNREAD: u32 = 3;

const FIRST_NATIONAL: i64 = 50300000000;
const LAST_NATIONAL: i64 = 50399999999;

/** How many reasons and types there are, and up to how many numbers a reading has. */
let reasonCount: i64 = 1;
let typeCount: i64 = 1;
let mostNumbers: i64 = 1;
/** The type of numbers of other countries; -1 where these are handed back. */
let foreignType: i64 = -1;

export let readingNumber: i32 = 0;
/** A reason's code, or `reasonCount` for numbers of other countries. */
export let readingReason: u32 = 0;

/** Why a number of a type is not for the campaign, numbered behind the reasons why none was read. */
// @ts-ignore: decorator
@inline
export function reasonOfType(type: u8): u32 {
  return u32(reasonCount) + 1 + type;
}

export function setReadings(reasons: u32, typesOfNumbers: u32, numbers: u32, foreign: i32): void {
  reasonCount = reasons;
  typeCount = typesOfNumbers;
  mostNumbers = numbers;
  foreignType = foreign;
}

/** What a reading comes to: `ALONE`, `SEVERAL`, `UNREAD` or `OTHER`. */
export function readReading(at: usize): u32 {
  const head = i64(load<f64>(at));
  const counts = head / reasonCount;
  const numbers = counts % mostNumbers;
  const all = numbers + counts / mostNumbers;
  let foreign: i64 = 0;
  for (let i: i64 = 0; i < all; i++) {
    const float = i64(load<f64>(at + 8 + 8 * usize(i)));
    if (i < numbers && float % typeCount == foreignType) {
      foreign++;
      continue;
    }
    const digits = i < numbers ? float / typeCount : float;
    if (digits < FIRST_NATIONAL || digits > LAST_NATIONAL) return OTHER;
    const national = i32(digits - FIRST_NATIONAL);
    if ((all > 1 || numbers == 0) && stateOf(national) == BARRED) return OTHER;
    if (i == 0) readingNumber = national;
    else if (numbers > 0) keepAlso(national);
  }
  readingReason = u32(numbers == 0 ? head % reasonCount : reasonCount);
  if (numbers == 0) return UNREAD;
  if (foreign > 0) return foreign == all ? UNREAD : OTHER;
  return all == 1 ? ALONE : SEVERAL;
}
