// A cell that is nothing but a number's digits: beside the phones it counts where its column is not named as an id, a date or an
// amount. Of long lists the kernel tells whether there may be one.

import { HOME } from "./doubt.js";
import { typeOfNational } from "./plan.js";

/** 8 digits of the plan, 11 with `503` or 13 with `00503` before them; spaces around them. */
const BARE = /^ *(?:(?:00)?503)?(\d{8}) *$/;

/** The E.164 of a cell that is nothing but a Salvadoran number; undefined of others. */
export function readBare(cell: string): string | undefined {
  const national = BARE.exec(cell)?.[1];
  return national !== undefined && typeOfNational(national) !== undefined ? `${HOME}${national}` : undefined;
}

const BARE_DIGITS: ReadonlySet<number> = new Set([8, 11, 13]);
const SPACE = 0x20;
/** What a cell ends at besides its delimiter: a quote, a line end. */
const ENDS: ReadonlySet<number> = new Set([0x22, 0x0a, 0x0d]);

/** False only where no cell of the bytes [from, to) is such digits: one pass, for cutting a record into cells takes far longer. */
export function mayHoldBare(bytes: Uint8Array, from: number, to: number, delimiter: number): boolean {
  const isEnd = (at: number) => bytes[at] === delimiter || ENDS.has(bytes[at]!);
  for (let at = from; at < to; at++) {
    if (!isDigit(bytes[at]!)) continue;
    let before = at - 1;
    const start = at;
    while (at < to && isDigit(bytes[at]!)) at++;
    if (!BARE_DIGITS.has(at - start)) continue;
    while (before >= from && bytes[before] === SPACE) before--;
    let after = at;
    while (after < to && bytes[after] === SPACE) after++;
    if ((before < from || isEnd(before)) && (after >= to || isEnd(after))) return true;
  }
  return false;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
