// The type of what a verification says; like sentences.ts, a sentence missing in a language does not compile.

import type { Sentence } from "./sentences.js";

/** Of a report that can't be verified at all. */
export interface VerificationErrors {
  badReport(): Sentence;
  newerReport(schemaVersion: number): Sentence;
}

/** Each says of the file or part that it is about how it stands. Records are numbers, from 1; the first of them. */
export interface FindingSentences {
  // the report
  "counts-add-up"(records: number): string;
  "count-differs"(said: number, found: number): string;
  "times-contradict"(): string;
  "does-not-fit"(): string;
  "no-log"(): string;
  "in-log"(line: number): string;
  "log-broken"(line: number): string;
  "not-as-logged"(): string;
  "not-in-log"(): string;
  "as-logged"(line: number): string;
  "other-than-logged"(line: number): string;
  "logged-not-there"(line: number): string;
  "still-valid"(until: string): string;
  "no-longer-valid"(until: string): string;
  // the files
  "same-bytes"(bytes: number): string;
  "grown-since"(bytes: number, now: number): string;
  "other-bytes"(said: number, found: number): string;
  gone(where: string): string;
  stream(): string;
  /** `error`: a ScrubError, which the language says. */
  unreadable(error: unknown): string;
  // the lists that were written
  "key-needed"(): string;
  "lists-missing"(missing: number, lists: number): string;
  "still-clean"(records: number, lists: number): string;
  "suppressed-in-it"(count: number, first: readonly number[]): string;
  "unfit-in-it"(count: number, first: readonly number[]): string;
  "suppressed-in-header"(): string;
  "judged-otherwise"(count: number, first: readonly number[]): string;
  "other-columns"(): string;
  recounted(records: number): string;
  "recount-differs"(name: string, said: number, found: number): string;
  "recount-unknown"(records: number): string;
  "nobody-since"(lists: number): string;
  "nobody-to-ask"(): string;
  "opted-out-since"(count: number, first: readonly number[]): string;
  // the run once more
  "other-plan"(): string;
  "other-tool"(said: string, found: string): string;
  "not-run-again"(): string;
  "same-again"(records: number): string;
  "differs-again"(): string;
}

export type FindingCode = keyof FindingSentences;

export interface VerificationSentences {
  findings: FindingSentences;
  standings: Record<"verified" | "mismatch" | "gone" | "unchecked" | "overtaken" | "note", string>;
  /** Stdin or stdout. */
  stdStream: string;
  run(id: string, startedAt: string, version: string): string;
  verified: string;
  notVerified(mismatches: number, gone: number): string;
  overtaken: string;
  /** Of a run log. */
  logHolds(runs: number, failed: number): string;
  logTorn(lines: readonly number[]): string;
  logBroken(line: number, fault: "changed" | "unlinked" | "no-line"): Sentence;
  /** The digest that tells whether lines were cut off the end. */
  logLast(sha256: string): string;
}
