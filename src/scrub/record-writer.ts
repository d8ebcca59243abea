// What writes an output of a run, and what it is given.

import type { RecordView } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import type { OpenedList } from "../lists/open.js";
import type { Decision } from "./rules.js";
import type { Source } from "./sources.js";

/** A record and what became of it. */
export interface JudgedRecord {
  record: RecordView;
  /** Its number in the list, from 1. */
  number: number;
  decision: Decision;
  /** Who suppresses it. */
  sources: readonly Source[];
}

/** Writes one output of a run, from the records that belong in it. Created with the first list. */
export interface RecordWriter {
  readonly file: OutputFile;
  readonly records: number;
  /** Continues with another list of the same columns. */
  continueWith?(list: OpenedList): void;
  write(judged: JudgedRecord): void;
  /** Writes what it holds of the window, which moves then. */
  flushRun?(): void;
}
