// Says whether neighbouring cells of a record, none of them a number, may make one together: `7012` and `3456`.
// phone/neighbours.ts decides; this reads only ASCII digits.

/** The most digits of a cell that is part of a number, and the fewest digits of a number. */
const MOST_OF_PART: u32 = 7;
const FEWEST_OF_NUMBER: u32 = 8;

/** How many digits the consecutive parts have so far. */
let digits: u32 = 0;

/** Starts a record. */
export function beginParts(): void {
  digits = 0;
}

/** Whether the cell [from, to), quotes included, may end a number with the cells before it. Empty cells are skipped. */
export function endsJoined(from: usize, to: usize): bool {
  if (to == from) return false;
  let own: u32 = 0;
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (u8(byte - 0x30) < 10) own++;
    else if (byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a)) {
      digits = 0;
      return false;
    }
  }
  const isFirst = digits == 0;
  digits = own > MOST_OF_PART ? 0 : digits + own;
  return !isFirst && own > 0 && digits >= FEWEST_OF_NUMBER;
}
