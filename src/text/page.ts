// The type of every word of the HTML report; like sentences.ts, one missing in a language does not compile.

type Disposition = "clean" | "suppressed" | "duplicate" | "excluded" | "foreign" | "invalid";

type Listed = "clean" | "flagged";

export interface PageSentences {
  title: string;
  /** The one sentence that must be read. */
  verdict(clean: number, read: number): string;
  until(when: string): string;
  /** Of a list that holds everybody, also who may not be contacted. */
  holdsAll(file: string): string;
  ranAt(when: string): string;
  whereTheyWent: string;
  byWhichList: string;
  /** What a disposition means, in few words. */
  meaning: Record<Disposition, string>;
  onlyHere(records: number): string;
  otherLists(count: number): string;
  lists: string;
  noLists: string;
  list: string;
  dated: string;
  entries: string;
  /** Here and below: of a run that wrote a clean list, or one that flagged. */
  matched: Record<Listed, string>;
  kinds: Record<"plain" | "registry" | "hashed", string>;
  noDate: string;
  age(days: number): string;
  unreadable(count: number): string;
  howItWasDone: string;
  phoneColumns(columns: number): string;
  campaign: string;
  channels: Record<"any" | "call" | "sms" | "whatsapp", string>;
  kept: Record<Listed, string>;
  duplicatesToo: string;
  foreignToo: string;
  optIns: string;
  lifted(count: number, lists: readonly string[]): string;
  checked: string;
  /** `parts`: each disposition with its count. */
  addsUp(read: number, parts: readonly string[]): string;
  /** `sampled`: spellings of the lists' own numbers that were looked up like a phone list's. */
  selfCheck(sampled: number): string;
  /** `masked`: the planted numbers. */
  canaries(masked: readonly string[]): string;
  toFix: string;
  nothingToFix: string;
  /** By reason: what to do about it. */
  fixes: Readonly<Record<string, string>>;
  unreadableEntries(list: string, count: number): string;
  records(first: readonly number[], count: number): string;
  eachInRemoved(file: string): string;
  warnings: string;
  files: string;
  file: string;
  recordsTitle: string;
  bytes(count: number): string;
  stream: string;
  roles: Record<"input" | "suppression" | "clean" | "flagged" | "removed", string>;
  howToVerify: string;
  verifying: Record<Listed, string>;
  withoutJson: string;
  madeBy(version: string, node: string, plan: string): string;
}
