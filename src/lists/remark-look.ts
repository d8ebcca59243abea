// Whether a record may tell of an opt-out in words, by its bytes: asked of every record, so that it must cost hardly anything.
// Which words those are, headers/opt-out-words.ts says. The kernel looks for the same beginnings (kernel/assembly/words.ts).

import { isUtf8 } from "node:buffer";
import { cellText } from "../csv/cells.js";
import { CUES, mayTellOfOptOut } from "../headers/opt-out-words.js";

/** What a byte is to a word: 1 to 26 a letter in either case, 0 what ends it, `HIGH` a byte beyond ASCII, which may be any. */
const LETTERS = new Uint8Array(256);
const HIGH = 27;
const KINDS = 28;
for (let byte = 0x61; byte <= 0x7a; byte++) LETTERS[byte] = LETTERS[byte - 0x20] = byte - 0x60;
LETTERS.fill(HIGH, 0x80);

/** 1 for the three kinds of bytes that a cue begins with; its first is never beyond ASCII. */
const BEGINNINGS = new Uint8Array(KINDS ** 3);
for (const cue of [...CUES.sure, ...CUES.leads]) {
  const [first, second, third] = [0, 1, 2].map((at) => LETTERS[cue.charCodeAt(at)] ?? 0);
  for (const b of [second!, HIGH])
    for (const c of cue.length < 3 ? Array.from({ length: KINDS }, (_, kind) => kind) : [third!, HIGH])
      BEGINNINGS[(first! * KINDS + b) * KINDS + c] = 1;
}

/** False only where no cell of the record [start, end) tells of an opt-out. */
export function mayTellOfOptOutIn(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start, before = 0; at < end; at++) {
    const kind = LETTERS[bytes[at]!]!;
    const begins = kind !== 0 && (before === 0 || before === HIGH);
    before = kind;
    if (!begins) continue;
    if (kind === HIGH) {
      if (!isStyled(bytes[at]!, bytes[at + 1] ?? 0)) continue;
    } else {
      const second = at + 1 < end ? LETTERS[bytes[at + 1]!]! : 0;
      const third = at + 2 < end ? LETTERS[bytes[at + 2]!]! : 0;
      if (BEGINNINGS[(kind * KINDS + second) * KINDS + third] === 0) continue;
    }
    return mayTell(bytes, start, end);
  }
  return false;
}

/** Whether what begins with these bytes may be a letter in another style: `ｎｏ`, `ⓝⓞ`, `𝐧𝐨`. */
function isStyled(lead: number, next: number): boolean {
  if (lead === 0xef) return next === 0xbc || next === 0xbd;
  if (lead === 0xe2) return next > 0x80 && next < 0x94;
  return lead === 0xe1 ? next >= 0x80 : lead === 0xf0 && (next === 0x9d || next === 0x9f);
}

/** Cells may be of either encoding. */
function mayTell(bytes: Uint8Array, start: number, end: number): boolean {
  if (mayTellOfOptOut(cellText(bytes, start, end, false))) return true;
  const record = bytes.subarray(start, end);
  return !isUtf8(record) && mayTellOfOptOut(Buffer.from(record).toString("utf8"));
}
