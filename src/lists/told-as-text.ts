// Whether a file of opt-outs is a text and no table: a chat, a mail, cards of contacts, text out of a PDF. Each of its lines is
// read by itself then; what the lines say is suppression/text-lines.ts's work.

import { sampleRecords } from "../csv/cells.js";
import { NO_DELIMITER } from "../csv/dialect.js";
import type { Dialect } from "../csv/scanner.js";
import { holdsOtherWords } from "./cut-words.js";
import { namesPhones } from "./phone-columns.js";

/** Lines that are looked at; headers of a mail are among so many. */
const LINES = 1000;
const FIRST_LINES = 20;
/** The share of lines with words from which on a file of one column is a text; a list of numbers has a few names at most. */
const WORDY = 0.3;
/** A line of so many words is no cell, and a longer first line the name of no column. */
const PROSE = 5;

const DAY = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}`;
const TIME = String.raw`\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?\s?m\.?)?`;
/** `[12/3/24, 9:15:22 a. m.] Ana: `, `3/4/26, 21:15 - Ana: `: how chats stamp a message. */
export const CHAT_STAMP = new RegExp(String.raw`^\W*(?:\[${DAY},? ${TIME}\] ?|${DAY},? ${TIME} - )`, "iu");
const CARD = /^BEGIN:VCARD\s*$/i;
const MAIL = /^[>\s]*(?:de|from|para|to|cc|cco|bcc|asunto|subject|fecha|date|enviado(?: el)?|sent)\s*:\s/i;
/** Eight digits or more, whatever stands between them. */
const NUMBER = /(?:\d\D{0,3}){8}/;
const HEX_DIGEST = /^\W*[0-9a-f]{32,128}\W*$/i;

/** `dialect`: as it was detected. `sample`: the first bytes. */
export function isToldAsText(
  { sample, whole }: { sample: Uint8Array; whole: boolean },
  { dialect, bodyStart }: { dialect: Dialect; bodyStart: number },
): boolean {
  const lines = sampleRecords(sample, whole, { ...dialect, delimiter: NO_DELIMITER }, bodyStart, LINES)
    .map(({ cells }) =>
      cells
        .join("")
        .replace(/\p{Cf}/gu, "")
        .trim(),
    )
    .filter((line) => line !== "");
  const [first = ""] = lines;
  const isMail = MAIL.test(first) && lines.slice(1, FIRST_LINES).some((line) => MAIL.test(line));
  // A form feed ends every page of a PDF that was made text.
  const share = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).includes("\n\f") ? 0 : WORDY;
  return (
    CHAT_STAMP.test(first) ||
    CARD.test(first) ||
    isMail ||
    (dialect.delimiter === NO_DELIMITER && isOfWords(lines, share))
  );
}

function isOfWords(lines: readonly string[], share: number): boolean {
  if (namesPhones(lines[0] ?? "", PROSE - 1) || lines.some((line) => HEX_DIGEST.test(line))) return false;
  const wordy = lines.filter((line) => /\p{L}/u.test(line) && holdsOtherWords(line));
  if (wordy.length === 0 || wordy.length < lines.length * share) return false;
  if (share === 0) return true;
  // `pendiente` in place of every other number is no text, but a list that lacks numbers.
  const among = wordy.filter((line) => NUMBER.test(line)).length;
  const isProse = (line: string) => (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= PROSE;
  return wordy.some(isProse) || among * 2 >= lines.filter((line) => NUMBER.test(line)).length;
}
