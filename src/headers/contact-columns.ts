// Finds, by name, the columns of a contact log that say when and how a contact was made. audit/contact-reader.ts reads
// their cells, and chooses by the cells where names are not enough.

import { contactDate } from "./date-names.js";
import { foldWords, names } from "./event-words.js";
import { columnsNamed, columnsWhere, type Role } from "./names.js";

/** Words for directions. A cell with any other, `OF_CALLS` aside, may be an address: `Entrada a Col. San Benito`. */
const DIRECTIONS = {
  inbound: names("in,inbound,incoming,entrante,entrantes,entrada,recibido,recibida,recibidos,recibidas,received,mo"),
  outbound: names(`out,outbound,outgoing,saliente,salientes,salida,enviado,enviada,enviados,enviadas,sent,mt,
    realizada`),
  /** Other words of such columns. */
  neither: names("missed,perdida,perdidas,rejected,rechazada,voicemail,buzon,buzon de voz"),
} as const;
const OF_CALLS = /^(?:llamada|mensaje) | (?:call|api|dial|reply)$/;

/** Returns the direction that a whole cell names, as Twilio, telephone exchanges and people write it. */
export function directionOf(cell: string): keyof typeof DIRECTIONS | undefined {
  const folded = foldWords(cell).replace(OF_CALLS, "");
  return (Object.keys(DIRECTIONS) as (keyof typeof DIRECTIONS)[]).find((direction) =>
    DIRECTIONS[direction].has(folded),
  );
}

/**
 * Returns 0-based columns by their names. The cells of possible ones must decide; without a header all are possible.
 * `columns`: those that hold no phones. `recorded`: dates of when a contact or a person was written down.
 */
export function findContactColumns(header: readonly string[] | undefined, columns: readonly number[]) {
  const among = (found: readonly number[]) => found.filter((column) => columns.includes(column));
  const all = (role: Role): readonly number[] => among(columnsNamed(header, role));
  const dated = (...how: ReturnType<typeof contactDate>[]) =>
    how.flatMap((one) => among(columnsWhere(header, (name) => contactDate(name) === one)));
  return {
    dates: dated("contact", "any"),
    possibleDates: dated("perhaps", "time"),
    recorded: dated("recorded"),
    never: dated("never"),
    times: dated("time"),
    channels: [...all("channel"), ...all("channelOfSending")],
    possibleChannels: header === undefined ? columns : all("perhapsChannel"),
    directions: all("direction"),
    possibleDirections: header === undefined ? columns : all("perhapsDirection"),
  };
}
