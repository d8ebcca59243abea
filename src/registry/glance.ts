// Whose event a line of a ledger is, told by its bytes without reading it.

import type { RecordScanner } from "../csv/scanner.js";
import { LEDGER_COLUMNS } from "../headers/registry-columns.js";
import { CHANNELS } from "../suppression/event.js";
import { LEDGER_ACTIONS, REVIEW_COLUMNS } from "./ledger-event.js";

/** `reviews`: a ledger that people fill in, with the messages: its actions may be any words, and a phone may be missing. */
export type LedgerUse = "registry" | "reviews";

/** Stands for a line that has to be read. */
export const NO_PHONE = 0;

const ACTIONS = LEDGER_ACTIONS.map((action) => Buffer.from(action));
const CHANNEL_WORDS = CHANNELS.map((channel) => Buffer.from(channel));

/** Whose event a line is, where it certainly is one as a registry holds it; else it has to be read. */
export function phoneOf(line: RecordScanner, use: LedgerUse): number {
  const { bytes, cells, malformed, spansLines, cellStart, cellEnd } = line;
  const width = (use === "reviews" ? REVIEW_COLUMNS : LEDGER_COLUMNS).length;
  if (malformed || spansLines || cells !== width || !isLetterOrDigit(bytes[cellStart[0]!]!)) return NO_PHONE;
  const [, phone, action, channel] = cellStart as unknown as [number, number, number, number];
  const isEvent = isOneOf(ACTIONS, bytes, action, cellEnd[2]!) && isOneOf(CHANNEL_WORDS, bytes, channel, cellEnd[3]!);
  return isEvent ? digitsOf(bytes, phone, cellEnd[1]!) : NO_PHONE;
}

function isOneOf(words: readonly Uint8Array[], bytes: Uint8Array, start: number, end: number): boolean {
  for (const word of words) {
    if (word.length !== end - start) continue;
    let same = 0;
    while (same < word.length && bytes[start + same] === word[same]) same++;
    if (same === word.length) return true;
  }
  return false;
}

/** The marks that take a line out begin with neither. */
function isLetterOrDigit(byte: number): boolean {
  return ((byte | 0x20) - 0x61) >>> 0 < 26 || (byte - ZERO) >>> 0 < 10;
}

/** The digits of `+50370123456` as a number, as `phoneKey` has it; `NO_PHONE` where it is not written so. */
function digitsOf(bytes: Uint8Array, start: number, end: number): number {
  const count = end - start - 1;
  if (bytes[start] !== PLUS || bytes[start + 1] === ZERO || count < 5 || count > 15) return NO_PHONE;
  let number = 0;
  for (let at = start + 1; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit >>> 0 > 9) return NO_PHONE;
    number = number * 10 + digit;
  }
  return number;
}

const PLUS = 0x2b;
const ZERO = 0x30;
