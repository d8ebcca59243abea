// How far a long work over lists has come, for whoever shows it.

export interface Progress {
  /** The share of the list that is being read; undefined where nobody knows, for a stream. */
  share: number | undefined;
  /** The records of all lists. */
  records: number;
}

export type OnProgress = (progress: Progress) => void;
