// Where a file of a run is said to be: as typed, or relative to the folder of what names it.

import path from "node:path";
import { isStreamName } from "../files/given-streams.js";
import { placeIn, realPath } from "../files/paths.js";

/** Relative to the folder of `from` where it was typed relative; `-` and absolute paths stay. */
export function placeOf(typed: string, from: string | undefined): string {
  if (typed === "-" || isStreamName(typed) || path.isAbsolute(typed) || from === undefined) return typed;
  return path.relative(realPath(path.dirname(from)), placeIn(typed));
}
