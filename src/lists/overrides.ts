// What the user or an earlier run says about a list, so that it is not detected.

import type { Channel } from "../headers/event-words.js";
import type { PhoneCellsAre } from "./shape.js";
import type { SourceOverrides } from "./source.js";

export interface ListOverrides extends SourceOverrides {
  noHeader: boolean;
  /** The line or row of the header, from 1. */
  headerRow?: number | undefined;
  /** Whether phone cells are cut; only of phone lists, which must be tables (`refuseNoTable`). */
  phoneCellsAre?: PhoneCellsAre;
  /** Whether a file that is no table is read as a text, unless it was described as a table. */
  mayBeText?: boolean;
  /** The phone columns, as header names or 1-based positions. */
  columns: readonly string[];
  /** Returns the 0-based phone columns by the header; if undefined they are detected. */
  phonesOf?: (header: readonly string[]) => readonly number[] | undefined;
  /** Whether a list without phone columns is opened, too. */
  mayLackPhones?: boolean;
  /** What an earlier run found, so that nothing is detected. */
  known?: { header: boolean; columns: readonly number[] };
  /** The first bytes that detection uses, which are whole records: the rest is still to come. */
  sampleBytes?: number;
  /** The first bytes that are read: the file has grown since. */
  bytes?: number;
  /** What counts besides phones. `optOuts`: `COL` or `COL=VALUE`, in addition to columns known by name. */
  watch?: { ignored: readonly string[]; optOuts: readonly string[]; channel: Channel };
}
