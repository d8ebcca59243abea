// The fast lane for cells: a number or a shared text, written as nearly every program writes it. It answers only where the
// XML reader would say the same; every other cell goes there.

/** A cell that was read; one object is reused. */
export class QuickCell {
  /** The column, from 1. */
  column = 0;
  /** -1 where none is said. */
  style = -1;
  isShared = false;
  /** The bytes of its value, digits, signs and points; an empty range where it has none. */
  valueStart = 0;
  valueEnd = 0;
}

/** The length of the longest cell that is read here. */
export const QUICK_BYTES = 96;
const LONGEST_VALUE = 20;

const SPACE = 0x20;
const QUOTE = 0x22;
const MINUS = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const C = 0x63;
const N = 0x6e;
const R = 0x72;
const S = 0x73;
const T = 0x74;
const V = 0x76;

/**
 * Reads `<c r="B12" s="3" t="s"><v>7</v></c>` or `<c r="B12" s="3"/>` at `at`, of which `QUICK_BYTES` must be there, in a
 * row of this number. Returns where it ends; -1 where it is written in any other way.
 */
export function readQuickCell(bytes: Uint8Array, start: number, row: number, cell: QuickCell): number {
  if (bytes[start] !== LESS || bytes[start + 1] !== C || bytes[start + 2] !== SPACE || bytes[start + 3] !== R)
    return -1;
  if (bytes[start + 4] !== EQUALS || bytes[start + 5] !== QUOTE) return -1;
  let at = start + 6;
  let column = 0;
  let byte = bytes[at]!;
  while (byte >= 0x41 && byte <= 0x5a && column < 1000) {
    column = column * 26 + byte - 0x40;
    byte = bytes[++at]!;
  }
  let said = 0;
  while (byte >= ZERO && byte <= 0x39 && said < 1e7) {
    said = said * 10 + byte - ZERO;
    byte = bytes[++at]!;
  }
  if (column === 0 || said !== row || byte !== QUOTE) return -1;
  byte = bytes[++at]!;
  let style = -1;
  if (byte === SPACE && bytes[at + 1] === S) {
    if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1;
    at += 4;
    byte = bytes[at]!;
    if (byte === QUOTE) return -1;
    style = 0;
    while (byte >= ZERO && byte <= 0x39 && style < 1e6) {
      style = style * 10 + byte - ZERO;
      byte = bytes[++at]!;
    }
    if (byte !== QUOTE) return -1;
    byte = bytes[++at]!;
  }
  let isShared = false;
  if (byte === SPACE && bytes[at + 1] === T) {
    const type = bytes[at + 4];
    if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE || bytes[at + 5] !== QUOTE) return -1;
    if (type !== S && type !== N) return -1;
    isShared = type === S;
    at += 6;
    byte = bytes[at]!;
  }
  cell.column = column;
  cell.style = style;
  cell.isShared = isShared;
  if (byte === SLASH && bytes[at + 1] === GREATER) {
    cell.valueStart = cell.valueEnd = at;
    return at + 2;
  }
  if (byte !== GREATER || bytes[at + 1] !== LESS || bytes[at + 2] !== V || bytes[at + 3] !== GREATER) return -1;
  at += 4;
  const valueStart = at;
  byte = bytes[at]!;
  while ((byte >= ZERO && byte <= 0x39) || byte === POINT || byte === MINUS) byte = bytes[++at]!;
  if (at === valueStart || at - valueStart > LONGEST_VALUE) return -1;
  cell.valueStart = valueStart;
  cell.valueEnd = at;
  const isEnd =
    byte === LESS &&
    bytes[at + 1] === SLASH &&
    bytes[at + 2] === V &&
    bytes[at + 3] === GREATER &&
    bytes[at + 4] === LESS &&
    bytes[at + 5] === SLASH &&
    bytes[at + 6] === C &&
    bytes[at + 7] === GREATER;
  return isEnd ? at + 8 : -1;
}
