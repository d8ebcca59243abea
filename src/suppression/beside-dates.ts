// The columns whose dates count beside those that date a list's events: of an opt-out the latest, of an opt-in the earliest. Which of
// a record's days is the one on which somebody asked, nobody can say; by themselves they date nothing.

import { isDay } from "../headers/end-columns.js";
import { columnsOf, type EventColumns } from "../headers/event-columns.js";
import { nameWords } from "../headers/event-words.js";

/** A day may stand under such a name, whatever it is of. */
const MAY_DATE =
  /fech|\bfec\d*\b|\bfch|date|time|\bdia\b|\bday\b|\bhora|consent|autoriza|acepta|firma|\bsign|\balta\b|opt ?in|suscri|subscri|registr|captura|\bcarga\b|chang|modif|cread|creat|actualiz|ultim|\blast (?!name)|\b(?:at|on|el)$/;
/** Days of other things: on which somebody was born, or up to which something holds. */
const OF_OTHER_THINGS =
  /nacim|birth|cumple|\bdob\b|\bf?nac\b|\bborn\b|venc|expir|caduc|hasta|until|vigen|validez|\bvalido\b|\bvalid (?:to|thru|through)\b|\bdue\b/;
/** Under such a name stands no time, but a number or whoever did it. */
const OF_IDS = /^(?:ids?|codigo|code?|folio)\b|\b(?:ids?|codigo|code?|folio|num(?:ero|ber)?|nro|no|ref|zone|by|por)$/;

/** Ascending. None where nothing dates the events. `rows`: the first records; `taken`: columns of phones and digests. */
export function besideDates(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  columns: EventColumns,
  taken: readonly number[],
): number[] {
  if (columns.kind === "registry" || columns.dates.length === 0) return [];
  const known = [...taken, ...columnsOf(columns), ...columns.dueDates];
  return header.flatMap((name, column) => {
    const words = nameWords(name);
    if (known.includes(column) || OF_OTHER_THINGS.test(words)) return [];
    const mayDate = MAY_DATE.test(words) && !OF_IDS.test(words);
    return mayDate || rows.some((row) => isDay(row[column] ?? "")) ? [column] : [];
  });
}
