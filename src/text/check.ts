// The type of every word of a check's answer; like sentences.ts, one missing in a language does not compile.

type CheckReason =
  | "type-not-allowed"
  | "not-reachable"
  | "empty"
  | "not-a-number"
  | "too-short"
  | "too-long"
  | "not-in-plan"
  | "legacy-7-digit"
  | "spreadsheet-damage"
  | "looks-like-id"
  | "placeholder";

export interface CheckSentences {
  may: string;
  mayNot: string;
  /** Where a cell holds no number. */
  noNumber: string;
  /** Why it may not be contacted, by disposition. */
  because: Record<"suppressed" | "excluded" | "foreign" | "invalid", string>;
  /** What more the reason says than the disposition. */
  reasons: Record<CheckReason, string>;
  types: Record<"mobile" | "fixed" | "toll_free" | "premium" | "foreign", string>;
  typed: string;
  readsAs: string;
  couldMean: string;
  /** Nothing was read. */
  nothing: string;
  optedOut: string;
  /** `dnc, record 1042, since 2026-03-14`; `since` is empty where no list tells it. */
  holding(list: string, record: number, since: string): string;
  andMore(count: number): string;
  asOf(when: string): string;
}
