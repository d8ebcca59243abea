// What cells that are not plain were read as, where that is as easily judged as a plain number: floats, as
// lists/readings.ts holds them. What becomes of such records is what scrub/decide.ts says.

import { BARRED, setState, stateOf } from "./held";
import { typeOf } from "./plain";

/** To be handed back. */
export const OTHER: u32 = 0;
/** `readingNumber`, and nothing beside it. */
export const ALONE: u32 = 1;
/** `readingNumber`, and others beside it, of which none is opted out. */
export const SEVERAL: u32 = 2;
/** No number that may be contacted or is opted out, for `readingReason`. */
export const UNREAD: u32 = 3;
/** Numbers and doubtful ones, of all of which `readingNumber` alone is opted out. */
export const HELD: u32 = 4;

const FIRST_NATIONAL: i64 = 50300000000;
const LAST_NATIONAL: i64 = 50399999999;

/** How many reasons and types there are, and up to how many numbers a reading has. */
let reasonCount: i64 = 1;
let typeCount: i64 = 1;
let mostNumbers: i64 = 1;
/** Where no number was read, there is no such reason. */
let noReason: i64 = 0;
/** The type of numbers of other countries; -1 where these, and numbers of the country without eight digits, are handed back. */
let foreignType: i64 = -1;
/** u32[8]: by a number's type in the plan, its type in a reading. */
let typeCodes: usize = 0;

export let readingNumber: i32 = 0;
/** A reason's code, or `reasonCount` for numbers of other countries. */
export let readingReason: u32 = 0;
/** Whether `readingNumber` is only a doubtful one, and no number was read. */
export let isDoubted: bool = false;

/** Why a number of a type is not for the campaign, numbered behind the reasons why none was read. */
// @ts-ignore: decorator
@inline
export function reasonOfType(type: u8): u32 {
  return u32(reasonCount) + 1 + type;
}

export function setReadings(reasons: u32, none: u32, types: u32, numbers: u32, foreign: i32, codes: usize): void {
  reasonCount = reasons;
  noReason = none;
  typeCount = types;
  mostNumbers = numbers;
  foreignType = foreign;
  typeCodes = codes;
}

/** What a reading comes to: `ALONE`, `SEVERAL`, `UNREAD`, `HELD` or `OTHER`. `allowed`: u8[8] by type, 1 where it may be contacted. */
export function readReading(at: usize, allowed: usize): u32 {
  const head = i64(load<f64>(at));
  const counts = head / reasonCount;
  const numbers = counts % mostNumbers;
  const doubtful = counts / mostNumbers;
  let next = at + 8;
  let foreign: i64 = 0;
  let first: i64 = -1;
  let barred: i64 = -1;
  for (let left = numbers; left > 0; left--, next += 8) {
    const number = i64(load<f64>(next));
    if (number % typeCount == foreignType) {
      foreign++;
      continue;
    }
    const digits = number / typeCount;
    if (!isNational(digits)) {
      const isAlone = foreignType >= 0 && numbers == 1 && doubtful == 0;
      return isAlone && isExcluded(number % typeCount, allowed) ? UNREAD : OTHER;
    }
    if (first < 0) first = digits;
    if (!isBarred(digits)) continue;
    if (barred >= 0) return OTHER;
    barred = digits;
  }
  if (foreign > 0 && foreign == numbers) {
    readingReason = u32(reasonCount);
    return doubtful == 0 ? UNREAD : OTHER;
  }
  for (let left = doubtful; left > 0; left--, next += 8) {
    const digits = i64(load<f64>(next));
    if (!isNational(digits)) return OTHER;
    if (!isBarred(digits)) continue;
    if (barred >= 0) return OTHER;
    barred = digits;
  }
  if (barred >= 0) {
    isDoubted = numbers == 0;
    readingNumber = i32(barred - FIRST_NATIONAL);
    return HELD;
  }
  if (numbers == 0) {
    readingReason = u32(head % reasonCount);
    return head % reasonCount == noReason ? OTHER : UNREAD;
  }
  readingNumber = i32(first - FIRST_NATIONAL);
  return numbers == 1 && doubtful == 0 ? ALONE : SEVERAL;
}

/** Whether a type of a reading is not for the campaign; `readingReason` says so then. */
function isExcluded(code: i64, allowed: usize): bool {
  for (let type: u8 = 1; type < 8; type++) {
    if (i64(load<u32>(typeCodes + 4 * usize(type))) != code) continue;
    readingReason = reasonOfType(type);
    return load<u8>(allowed + type) == 0;
  }
  return false;
}

/** Has the numbers of a reading that may be contacted seen, or withheld. */
export function markNumbers(at: usize, allowed: usize, state: u32): void {
  const numbers = (i64(load<f64>(at)) / reasonCount) % mostNumbers;
  for (let i: i64 = 0; i < numbers; i++) {
    const digits = i64(load<f64>(at + 8 + 8 * usize(i))) / typeCount;
    if (!isNational(digits)) continue;
    const national = u32(digits - FIRST_NATIONAL);
    if (stateOf(national) != BARRED && load<u8>(allowed + usize(typeOf(national))) != 0) setState(national, state);
  }
}

// @ts-ignore: decorator
@inline
function isNational(digits: i64): bool {
  return digits >= FIRST_NATIONAL && digits <= LAST_NATIONAL;
}

// @ts-ignore: decorator
@inline
function isBarred(digits: i64): bool {
  return stateOf(u32(digits - FIRST_NATIONAL)) == BARRED;
}
