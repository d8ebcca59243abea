// What is asked of an import, and what reading it gives.

import type { SaidColumns } from "../headers/import-columns.js";
import type { ListOverrides } from "../lists/overrides.js";
import type { Channel } from "../suppression/event.js";
import type { Understanding, UnderstandingTerms, Understood } from "./understanding.js";

export interface ImportPlan extends Pick<UnderstandingTerms, "kind" | "words" | "source" | "zone" | "own"> {
  file: string;
  overrides: ListOverrides;
  columns: SaidColumns;
  /** Instead of the kind's own. */
  channel: Channel | undefined;
}

/** Records as they come, in groups: what one read of the input brought. */
export interface OpenedImport {
  groups: AsyncIterable<readonly Understood[]>;
  /** What it counts is known once the last group has come. */
  understanding: Pick<Understanding, "undated" | "datesContradict" | "results">;
  hasEmail: boolean;
  /** No column says what was asked for, so that every record is an opt-out: `column` looks like one that does. */
  assumed: { column: string | undefined } | undefined;
  /** How much of the input was read; undefined where nobody knows, for a stream. */
  share(): number | undefined;
  close(): void;
}
