// Whether neighbouring cells of a record, none of them a number, may be one together: `7012` beside `3456`, as phone/neighbours.ts reads
// them in ASCII.

/** Of a cell that is a part of a number, and of a number. */
const MOST_OF_PART: u32 = 7;
const FEWEST_OF_NUMBER: u32 = 8;

/** Digits of the cells so far that are parts, one behind the other. */
let digits: u32 = 0;

/** Before the cells of a record are asked about. */
export function beginParts(): void {
  digits = 0;
}

/** Whether the cell [from, to), with its quotes, ends what may be a number with those before it. Empty cells between them don't count. */
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
