// What is asked of an import, and what reading it gives.

import type { RequestKind, SaidColumns } from "../headers/import-columns.js";
import type { ListOverrides } from "../lists/overrides.js";
import type { Channel } from "../suppression/event.js";
import type { TimeZone } from "../time/time-zone.js";
import type { SaidWords } from "./asked.js";
import type { Understanding, Understood } from "./understanding.js";

export interface ImportPlan {
  file: string;
  kind: RequestKind;
  overrides: ListOverrides;
  columns: SaidColumns;
  words: SaidWords;
  /** Instead of the kind's own. */
  channel: Channel | undefined;
  /** Instead of the kind's name. */
  source: string | undefined;
  zone: TimeZone;
  /** Our own numbers, E.164: nobody's who writes to us. */
  own: ReadonlySet<string>;
}

/** Records as they come, in groups: what one read of the input brought. */
export interface OpenedImport {
  groups: AsyncIterable<readonly Understood[]>;
  /** Known once the last group has come. */
  counted(): Pick<Understanding, "undated" | "datesContradict" | "results">;
  hasEmail: boolean;
  /** No column says what was asked for, so that every record is an opt-out: `column` looks like one that does. */
  assumed: { column: string | undefined } | undefined;
  /** How much of the input was read; undefined where nobody knows, for a stream. */
  share(): number | undefined;
  close(): void;
}
