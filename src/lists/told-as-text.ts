// Whether a file of opt-outs is a text and no table: a chat, a mail, cards of contacts, text out of a PDF. Each of its lines is
// read by itself then; what the lines say is suppression/free-text.ts's work.

import { type SampleRecord, sampleRecords } from "../csv/cells.js";
import { NO_DELIMITER } from "../csv/dialect.js";
import type { Dialect } from "../csv/scanner.js";
import { holdsOtherWords } from "./cut-words.js";
import { namesPhones } from "./phone-columns.js";

/** Lines that are looked at. */
const LINES = 1000;
/** What a text of a known form begins with is among so many filled lines. */
const FIRST_LINES = 20;
/** The share of lines with words from which on a file of one column is a text; a list of numbers has a few names at most. */
const WORDY = 0.3;
/** A form's `Nombre completo:`, and how many of them make one. */
const FIELD = /^\p{L}[\p{L} .]{2,30}:(?:\s|$)/u;
const FIELDS = 3;
/** A line of so many words is no cell. */
const PROSE = 5;
/** A longer first line is the name of no column. */
const MOST_WORDS = 4;

const DAY = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}`;
const TIME = String.raw`\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?\s?m\.?)?`;
/** `[12/3/24, 9:15:22 a. m.] Ana: `, `3/4/26, 21:15 - Ana: `: how chats stamp a message. */
const CHAT = new RegExp(String.raw`^\W*(?:\[${DAY},? ${TIME}\] ?|${DAY},? ${TIME} - )`, "iu");
const CARD = /^BEGIN:VCARD\s*$/i;
const MAIL =
  /^(?:[>\s]*)(?:de|desde|from|para|to|cc|cco|bcc|asunto|subject|fecha|date|enviado(?: el)?|sent|return-path|received|delivered-to|message-id|mime-version|reply-to)\s*:\s/i;
/** Eight digits or more, whatever stands between them. */
const NUMBER = /(?:\d\D{0,3}){8}/;
const HEX_DIGEST = /^\W*[0-9a-f]{32,128}\W*$/i;

/** `dialect`: as it was detected. `sample`: the first bytes. */
export function isToldAsText(
  { sample, whole }: { sample: Uint8Array; whole: boolean },
  { dialect, bodyStart }: { dialect: Dialect; bodyStart: number },
): boolean {
  const lines = sampleRecords(sample, whole, { ...dialect, delimiter: NO_DELIMITER }, bodyStart, LINES)
    .map(textOf)
    .filter((line) => line !== "");
  if (hasForm(lines.slice(0, FIRST_LINES))) return true;
  return dialect.delimiter === NO_DELIMITER && isOfWords(lines, hasPageEnd(sample));
}

/** A form feed ends every page of a PDF that was made text. */
function hasPageEnd(sample: Uint8Array): boolean {
  return Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength).includes("\n\f");
}

function textOf({ cells }: SampleRecord): string {
  return cells
    .join("")
    .replace(/\p{Cf}/gu, "")
    .trim();
}

/** Told by the first line, for further down a cell of a table may hold anything. */
function hasForm(lines: readonly string[]): boolean {
  const [first = ""] = lines;
  if (CARD.test(first) || (/\d/.test(first) && CHAT.test(first))) return true;
  return MAIL.test(first) && lines.filter((line) => MAIL.test(line)).length > 1;
}

function isOfWords(lines: readonly string[], isPaged: boolean): boolean {
  const [first = ""] = lines;
  if (namesPhones(first, MOST_WORDS) || lines.some((line) => HEX_DIGEST.test(line))) return false;
  const wordy = lines.filter((line) => /\p{L}/u.test(line) && holdsOtherWords(line));
  if (wordy.length === 0) return false;
  // The cells of its tables stand one below the other.
  if (isPaged) return true;
  if (wordy.length < lines.length * WORDY) return false;
  // `pendiente` in place of every other number is no text, but a list that lacks numbers.
  const among = wordy.filter((line) => NUMBER.test(line)).length;
  if (wordy.filter((line) => FIELD.test(line)).length >= FIELDS) return true;
  return wordy.some((line) => wordsIn(line) >= PROSE) || among * 2 >= lines.filter((line) => NUMBER.test(line)).length;
}

function wordsIn(line: string): number {
  return line.match(/\p{L}{2,}/gu)?.length ?? 0;
}
