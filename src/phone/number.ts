// The words of phone/: what a number is, what a cell was read as, and why it was not.

export type NumberType = "mobile" | "fixed" | "toll_free" | "premium";

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
  | "placeholder";

/** A number that the cell certainly means. `e164` is `+` and digits. */
export interface PhoneNumber {
  e164: string;
  type: NumberType | "foreign";
}

/** What a raw phone cell means. Every number in `numbers` and every E.164 in `doubtful` must be looked up. */
export interface CellReading {
  /** The numbers in the order of the cell, none twice. */
  numbers: readonly PhoneNumber[];
  /** E.164 forms that the cell could also mean: they suppress, and are never clean. */
  doubtful: readonly string[];
  /** Set exactly where `numbers` is empty. */
  reason: UnreadReason | undefined;
}

/** Every E.164 that a reading means or could mean: all of them are looked up. */
export function everyNumber({ numbers, doubtful }: Pick<CellReading, "numbers" | "doubtful">): string[] {
  return [...numbers.map(({ e164 }) => e164), ...doubtful];
}
