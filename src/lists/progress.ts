// How far a long work over lists has come, for whoever shows it.

import type { OpenedList } from "./open.js";

export interface Progress {
  /** The share of the list that is being read; undefined where nobody knows, for a stream. */
  share: number | undefined;
  /** The records of all lists. */
  records: number;
}

export type OnProgress = (progress: Progress) => void;

/** The share of a list's file that was read so far. */
export function shareRead({ file, readSoFar }: Pick<OpenedList, "file" | "readSoFar">): number | undefined {
  return file.size && readSoFar / file.size;
}
