// The types of phone/: a number, what a cell means, and why a cell holds no number.

export type NumberType = "mobile" | "fixed" | "toll_free" | "premium";

/** The calling code of El Salvador. */
export const HOME = "+503";

/** Why a phone cell holds no certain number (the reasons of `invalid`). */
export const UNREAD_REASONS = [
  "empty",
  "not-a-number",
  "too-short",
  "too-long",
  "not-in-plan",
  "legacy-7-digit",
  "spreadsheet-damage",
  "looks-like-id",
  "placeholder",
  "leftover",
] as const;
export type UnreadReason = (typeof UNREAD_REASONS)[number];

/** A certain number. `e164` is `+` and digits. */
export interface PhoneNumber {
  e164: string;
  type: NumberType | "foreign";
}

/** A range of 8-digit national numbers, both ends included. */
export interface NumberRange {
  first: number;
  last: number;
  /** Its last digits were written as wildcards: `7012-XXXX`. */
  isOpen?: true;
}

/** Where the digits of a cell went. `numbers` includes ranges and placeholders; `times` includes days. */
export interface DigitCounts {
  numbers: number;
  extensions: number;
  times: number;
  leftover: number;
}

/** What a phone cell means. `numbers` and `candidates` suppress; only one of `numbers` can be clean. */
export interface CellReading {
  /** The distinct certain numbers, in the order of the cell. */
  numbers: readonly PhoneNumber[];
  /** The E.164 of other numbers that the cell could mean. */
  candidates: readonly string[];
  /** Defined exactly when `numbers` is empty. */
  reason: UnreadReason | undefined;
}

/** What a text means, with its ranges and an account of every digit. */
export interface TextReading extends CellReading {
  ranges: readonly NumberRange[];
  /** Whether digits are in no number, extension, day or time, or the numbers may be the ends of a range. */
  leftover: boolean;
  digits: DigitCounts;
}

/** Whether a cell holds more than one number, or other digits, which are lost if it is cut to a number. */
export function holdsMore({ numbers, candidates, reason = "empty" }: CellReading): boolean {
  return numbers.length + candidates.length > 1 || !["empty", "not-a-number"].includes(reason);
}

/** Returns the E.164 of every number that a reading means or could mean. */
export function everyNumber({ numbers, candidates }: Pick<CellReading, "numbers" | "candidates">): string[] {
  return [...numbers.map(({ e164 }) => e164), ...candidates];
}
