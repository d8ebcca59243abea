// A line of a text without a table (a chat, a mail): what of it says when, or how much, and whether the rest of it was understood.
// Which numbers it could mean is phone/'s work: all of them are suppressed, whatever is told here.

import { NO_DELIMITER } from "../csv/dialect.js";
import { findGroups } from "../phone/groups.js";
import { normalise } from "../phone/normalise.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { readCell, readEntities, readParts } from "../phone/read.js";

/** By the delimiter, what a record could mean beyond its cells. */
export const READ_WHOLE: Partial<Record<number, (line: string) => string[]>> = {
  [NO_DELIMITER]: readParts,
  59: readEntities,
};

/** A zone behind a time, an hour, and days that name their month or have no marks. */
const ZONE = /(?<=:\d\d) ?[-+](?:0\d|1[0-4]):?(?:00|30|45)(?!\d)/g;
const HOUR = /(?<![\d.:-])(?:1[0-2]|0?[1-9]) ?[ap]\.? ?m\b\.?/g;
const DAY =
  /(?<!\d)(?:20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{1,2}(?: de |[-. /])[a-z]{3,10}(?: de |[-. /])20\d\d)(?!\d)/g;
/** Words that touch no digit part what was typed as one. */
const WORDS = /(?<![\da-z])[a-z]+(?![\da-z])/;

/**
 * A line of text in which no number is certain: what is left beside its stamps, normalised, and which of its readings (`read`)
 * are of that alone. Undefined for a line without digits.
 */
export function restOfLine(line: string, read: readonly string[]): { rest: string; reading: CellReading } | undefined {
  if (!/\d/.test(line)) return undefined;
  const rest = withoutStamps(line);
  if (!/\d/.test(rest)) return { rest, reading: { numbers: [], doubtful: [], reason: "empty" } };
  // Digits that words part are none together.
  const pieces = rest.split(WORDS).map(readCell);
  const reason = pieces.find(({ doubtful }) => doubtful.length > 0)?.reason ?? "not-a-number";
  const known = new Set(read);
  const doubtful = pieces.flatMap(everyNumber).filter((e164) => known.has(e164));
  return { rest, reading: { numbers: [], doubtful, reason } };
}

/** A text without its dates, times and amounts, normalised. */
export function withoutStamps(line: string): string {
  const text = normalise(line).replace(ZONE, ";");
  let rest = "";
  let from = 0;
  for (const { kind, start, end } of findGroups(text)) {
    if (kind !== "date" && kind !== "amount") continue;
    rest += `${text.slice(from, start)};`;
    from = end;
  }
  return (rest + text.slice(from)).replace(DAY, ";").replace(HOUR, ";");
}
