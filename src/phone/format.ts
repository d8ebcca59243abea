// Writes a number: in full for a clean list, masked for reports, logs and messages.

import { HOME } from "./number.js";

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
