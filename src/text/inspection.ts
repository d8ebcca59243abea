// The type of every word of an inspection's tables; like sentences.ts, one missing in a language does not compile.

/** Why a column is read as phones: the first four; or why it is not. */
export type ColumnReason =
  | "name-and-content"
  | "name"
  | "content"
  | "doubtful-content"
  | "named-as-other-number"
  | "named-as-text"
  | "yes-or-no"
  | "name-not-confirmed"
  | "empty"
  | "no-numbers"
  | "only-doubtful"
  | "few-numbers"
  | "beside-phones";

/** The user decided instead of the detection. */
export type ChosenReason = "chosen" | "not-chosen";

export interface InspectionSentences {
  // the file
  bytes: string;
  encoding: string;
  delimiter: string;
  noDelimiter: string;
  quotes: string;
  lineEnds: string;
  header: string;
  yes: string;
  no: string;
  records: string;
  /** Records of a file of which only the first were read. */
  firstRecords(records: number): string;
  blankLines: string;
  ragged: string;
  malformed: string;
  /** `4, 19, 33, …` */
  lines(lines: readonly number[], more: boolean): string;
  // its columns
  columns(sampled: number): string;
  name: string;
  filled: string;
  readable: string;
  verdict: string;
  phone: string;
  notPhone: string;
  why: Record<ColumnReason | ChosenReason, string>;
  // one of its phone columns
  phones(column: string): string;
  cells: string;
  types: Record<"mobile" | "fixed" | "toll_free" | "premium" | "foreign", string>;
  e164: string;
  several: string;
  doubtful: string;
  unreadable(column: string): string;
  count: string;
  share: string;
  linesTitle: string;
  examples: string;
  // the records by their numbers
  summary: string;
  usable: string;
  duplicates: string;
  withoutNumber: string;
  distinct: string;
  // the next command
  /** The name of a suppression list, as an example. */
  optOuts: string;
  toScrub: string;
  toInspect: string;
}
