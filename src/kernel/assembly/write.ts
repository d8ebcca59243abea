// Writes bytes, counts, numbers and dates as text. Every function returns the address after what it wrote.

import { COLON, DASH, LETTER_T } from "./ascii";

const DAY: u32 = 86400;

/** Copies 16 bytes at a time: up to 15 bytes after the copy are overwritten. */
export function copy(to: usize, from: usize, count: usize): usize {
  for (let i: usize = 0; i < count; i += 16) v128.store(to + i, v128.load(from + i));
  return to + count;
}

/** Writes an 8-digit number, with a dash in its middle or without. */
export function writeNational(at: usize, national: i32, hasDash: bool): usize {
  // Two halves of four digits, both at once. 10486 and 103: 1/100 and 1/10 in fixed point.
  const high = u32(national) / 10000;
  const low = u32(national) % 10000;
  let v = u64(high) | (u64(low) << 32);
  const hundreds = ((v * 10486) >>> 20) & 0x0000007f0000007f;
  v = hundreds | ((v - hundreds * 100) << 16);
  const tens = ((v * 103) >>> 10) & 0x000f000f000f000f;
  v = (tens | ((v - tens * 10) << 8)) | 0x3030303030303030;
  store<u64>(at, v);
  if (!hasDash) return at + 8;
  store<u8>(at, DASH, 4);
  store<u32>(at, u32(v >>> 32), 5);
  return at + 9;
}

/** Writes an instant as time/time-zone.ts does. `ahead`: seconds that the clock is ahead of UTC; `offset`: the text of that. */
export function writeInstant(at: usize, instant: u32, ahead: i32, offset: usize, offsetLength: u32): usize {
  const wall = i64(instant) + i64(ahead);
  const second = u32(wall % i64(DAY));
  // Days since the first of March of the year 0, so that a leap day is a year's last.
  const days = u32(wall / i64(DAY)) + 719468;
  const century = (4 * days + 3) / 146097;
  const inCentury = days - (146097 * century) / 4;
  const year = (4 * inCentury + 3) / 1461;
  const inYear = inCentury - (1461 * year) / 4;
  const month = (5 * inYear + 2) / 153;
  const isNextYear: u32 = month >= 10 ? 1 : 0;
  let to = writeTwo(at, century + (year + isNextYear) / 100);
  to = writeTwo(to, (year + isNextYear) % 100);
  to = writeTwo(writeByte(to, DASH), isNextYear ? month - 9 : month + 3);
  to = writeTwo(writeByte(to, DASH), inYear - (153 * month + 2) / 5 + 1);
  // The last second of a day or a minute stands for all of it.
  if (second == DAY - 1) return to;
  to = writeTwo(writeByte(to, LETTER_T), second / 3600);
  to = writeTwo(writeByte(to, COLON), (second / 60) % 60);
  if (second % 60 != 59) to = writeTwo(writeByte(to, COLON), second % 60);
  return copy(to, offset, offsetLength);
}

function writeTwo(at: usize, value: u32): usize {
  store<u8>(at, u8(48 + value / 10));
  store<u8>(at, u8(48 + (value % 10)), 1);
  return at + 2;
}

function writeByte(at: usize, byte: u8): usize {
  store<u8>(at, byte);
  return at + 1;
}

/** Writes a count in decimal digits. */
export function writeCount(at: usize, value: u32): usize {
  let digits: u32 = 1;
  for (let limit: u32 = 10; limit <= value && digits < 10; limit *= 10) digits++;
  let rest = value;
  for (let i = at + digits; i > at; ) {
    const next = rest / 10;
    store<u8>(--i, u8(48 + rest - next * 10));
    rest = next;
  }
  return at + digits;
}
