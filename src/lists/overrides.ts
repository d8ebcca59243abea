// What the user said of a list instead of having it detected.

import type { Channel } from "../headers/event-words.js";
import type { PhoneCellsAre } from "./shape.js";
import type { SourceOverrides } from "./source.js";

/** What the user said of a list instead of having it detected. */
export interface ListOverrides extends SourceOverrides {
  noHeader: boolean;
  /** Said of phone lists, which have to be tables: see `watchShape`. */
  phoneCellsAre?: PhoneCellsAre;
  /** A file that is no table is read as a text, where nothing was said of it as a table. */
  mayBeText?: boolean;
  /** Header names or 1-based positions. */
  columns: readonly string[];
  /** Tells by the header which columns the phones are, by their positions from 0; else they are detected. */
  phonesOf?: (header: readonly string[]) => readonly number[] | undefined;
  /** A list in which no column convinces is opened all the same, without phone columns. */
  mayLackPhones?: boolean;
  /** What an earlier run found in it, or in the list that it was made of: nothing is detected again. */
  known?: { header: boolean; columns: readonly number[] };
  /** Everything is told by so many of its first bytes, which are whole records: the others are still to come. */
  sampleBytes?: number;
  /** How many of its first bytes are read: it has grown since. */
  bytes?: number;
  /** What stands beside the phones is looked at, but for the ignored columns; `COL` or `COL=VALUE` of opt-outs beside those known by name. */
  watch?: { ignored: readonly string[]; optOuts: readonly string[]; channel: Channel };
}
