// Detects a suppression list that is a text and no table: a chat, a mail, contact cards, the text of a PDF.
// suppression/text-lines.ts then reads each line by itself.

import { sampleRecords } from "../csv/cells.js";
import { NO_DELIMITER } from "../csv/dialect.js";
import type { Dialect } from "../csv/scanner.js";
import { holdsOtherWords } from "../phone/labels.js";
import { CHAT_STAMP } from "../phone/times.js";
import { HEX_DIGEST } from "./header-row.js";
import { holdsNumber } from "./phone-cells.js";
import { namesPhones } from "./phone-columns.js";

/** Lines that are read, and first lines that may hold a mail's headers. */
const LINES = 1000;
const FIRST_LINES = 20;
/** A file of one column is a text from this share of lines with words on. */
const WORDY = 0.3;
/** A line with this many words is no cell, and no header. */
const PROSE = 5;

const CARD = /^BEGIN:VCARD\s*$/i;
const MAIL = /^[>\s]*(?:de|from|para|to|cc|cco|bcc|asunto|subject|fecha|date|enviado(?: el)?|sent)\s*:\s/i;

/** Whether a file is a text. `sample`: its first bytes; `dialect`: as detected. */
export function looksLikeText(
  sample: Uint8Array,
  whole: boolean,
  { dialect, bodyStart }: { dialect: Dialect; bodyStart: number },
): boolean {
  const lines = sampleRecords(sample, whole, { ...dialect, delimiter: NO_DELIMITER }, bodyStart, LINES)
    .map(({ cells: [line = ""] }) => line.replace(/\p{Cf}/gu, "").trim())
    .filter((line) => line !== "");
  const [first = ""] = lines;
  const isMail = MAIL.test(first) && lines.slice(1, FIRST_LINES).some((line) => MAIL.test(line));
  // In the text of a PDF a form feed ends every page.
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
  // `pendiente` in place of every other number makes no text.
  const isProse = (line: string) => (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= PROSE;
  return wordy.some(isProse) || wordy.filter(holdsNumber).length * 2 >= lines.filter(holdsNumber).length;
}
