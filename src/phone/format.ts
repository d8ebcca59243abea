// How a number is written: into a clean list, and where people see it but must not learn it.

/** `original` leaves the cell as it was typed, and is none of this file's work but to name it. */
export type PhoneFormat = "e164" | "national" | "digits" | "original";

/**
 * `+50370123456`, `7012-3456`, `50370123456`. Foreign numbers stay E.164: they have no national form here, and without
 * their plus they would only be doubtful when they are read again.
 */
export function formatNumber(e164: string, format: PhoneFormat): string {
  if (!e164.startsWith("+503")) return e164;
  if (format === "digits") return e164.slice(1);
  return format === "national" ? nationalForm(e164.slice(4)) : e164;
}

/** `+503 70••••56`: the calling code and four digits at most, never half of the number. For reports, logs and messages. */
export function maskNumber(e164: string): string {
  const digits = e164.replace(/\D/g, "");
  if (digits.startsWith("503") && digits.length > 7) return `+503 ${masked(digits.slice(3))}`;
  return `+${masked(digits)}`;
}

function nationalForm(national: string): string {
  if (national.length === 8) return `${national.slice(0, 4)}-${national.slice(4)}`;
  return national.length < 7 ? national : `${national.slice(0, 3)}-${national.slice(3)}`;
}

function masked(digits: string): string {
  const shown = digits.length < 7 ? 1 : 2;
  if (digits.length <= 2 * shown) return "•".repeat(digits.length);
  return digits.slice(0, shown) + "•".repeat(digits.length - 2 * shown) + digits.slice(-shown);
}
