// How far a run over lists has come.

import type { OpenedList } from "./open.js";

export interface Progress {
  /** The share of the current list that is read; undefined for a stream. */
  share: number | undefined;
  /** The records of all lists so far. */
  records: number;
}

export type OnProgress = (progress: Progress) => void;

export function shareRead({ file, readSoFar }: Pick<OpenedList, "file" | "readSoFar">): number | undefined {
  return file.size && readSoFar / file.size;
}
