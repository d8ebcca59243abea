// The words of phone/: what a number is, what a cell was read as, and why it was not.

export type NumberType = "mobile" | "fixed" | "toll_free" | "premium";

/** The calling code of El Salvador. */
export const HOME = "+503";

/** Why a phone cell holds no number that could be contacted (the reasons of `invalid`). */
export type UnreadReason =
  | "empty"
  | "not-a-number"
  | "too-short"
  | "too-long"
  | "not-in-plan"
  | "legacy-7-digit"
  | "spreadsheet-damage"
  | "looks-like-id"
  | "placeholder"
  | "leftover";

/** A number that the cell certainly means. `e164` is `+` and digits. */
export interface PhoneNumber {
  e164: string;
  type: NumberType | "foreign";
}

/** National numbers of eight digits, both ends included. */
export interface NumberRange {
  first: number;
  last: number;
}

/** Where the digits of a cell went. `numbers` counts those of ranges and placeholders too; `times` those of days and times of day. */
export interface DigitCounts {
  numbers: number;
  extensions: number;
  times: number;
  leftover: number;
}

/** What a raw phone cell means. `numbers` and `candidates` are looked up, and suppress; only one of `numbers` is ever clean. */
export interface CellReading {
  /** The certain numbers in the order of the cell, none twice. */
  numbers: readonly PhoneNumber[];
  /** E.164 of what the cell could also mean. */
  candidates: readonly string[];
  /** Set exactly where `numbers` is empty. */
  reason: UnreadReason | undefined;
}

/** What a text means to a suppression list, which also reads ranges and accounts for every digit. */
export interface TextReading extends CellReading {
  ranges: readonly NumberRange[];
  /** Digits are in no number, extension, day or time. */
  leftover: boolean;
  digits: DigitCounts;
}

/** Every E.164 that a reading means or could mean: all of them are looked up. */
export function everyNumber({ numbers, candidates }: Pick<CellReading, "numbers" | "candidates">): string[] {
  return [...numbers.map(({ e164 }) => e164), ...candidates];
}
