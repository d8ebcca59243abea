// Writes a number: in full for a clean list, masked for reports, logs and messages.

import { everyNumber, HOME } from "./number.js";
import { readCell } from "./read.js";

/** `original` leaves the cell as it was typed; the caller handles it. */
export type PhoneFormat = "e164" | "national" | "digits" | "original";

/** Returns `+50370123456`, `7012-3456` or `50370123456`. Foreign numbers stay E.164. */
export function formatNumber(e164: string, format: PhoneFormat): string {
  if (!e164.startsWith(HOME)) return e164;
  if (format === "digits") return e164.slice(1);
  if (format !== "national") return e164;
  const national = e164.slice(HOME.length);
  const half = national.length === 8 ? 4 : 3;
  return `${national.slice(0, half)}-${national.slice(half)}`;
}

/** Returns `+503 70••••56`: the calling code and at most four digits of the number. */
export function maskNumber(e164: string): string {
  const digits = e164.replace(/\D/g, "");
  if (digits.startsWith("503") && digits.length > 7) return `+503 ${masked(digits.slice(3))}`;
  return `+${masked(digits)}`;
}

function masked(digits: string): string {
  const shown = digits.length < 7 ? 1 : 2;
  if (digits.length <= 2 * shown) return "•".repeat(digits.length);
  return digits.slice(0, shown) + "•".repeat(digits.length - 2 * shown) + digits.slice(-shown);
}

const LONGEST_WORD = 64;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Returns an id, a name or a moment as it may be shown. In a file that was edited by hand it may be a sentence or hold a number: of
 * these only the beginning is shown, with dots for digits.
 */
export function sayable(cell: string): string {
  if (UUID.test(cell)) return cell;
  const isWord = cell.length <= LONGEST_WORD && !/\s/.test(cell);
  if (isWord && everyNumber(readCell(cell)).length === 0) return cell;
  const [word = ""] = cell.slice(0, LONGEST_WORD / 2).split(/\s/, 1);
  return `${word.replace(/\p{Nd}/gu, "•")}…`;
}
