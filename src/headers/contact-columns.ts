// Finds, by name, the columns of a contact log that say when and how a contact was made. audit/contact-reader.ts reads
// their cells, and chooses by them where names do not tell.

import { CHANNEL } from "./event-columns.js";
import { columnsNamed, foldWords, names } from "./event-words.js";

const SENDING = names("canal de envio");
/** Channels, directions, or something else: `direccion` is also an address. */
const POSSIBLE_CHANNEL = names("tipo,type,tipo de contacto,tipo contacto,contact type,tipo de gestion,tipo gestion");
export const DIRECTION = names(
  "direction,sentido,call type,calltype,tipo de llamada,tipo llamada,tipo de mensaje,message type,call direction",
);
export const POSSIBLE_DIRECTION = names("direccion,tipo,type,tipo de contacto,tipo contacto,contact type");
/** Words for directions. A cell with any other, `OF_CALLS` aside, may be an address: `Entrada a Col. San Benito`. */
const DIRECTIONS = {
  inbound: names("in,inbound,incoming,entrante,entrantes,entrada,recibido,recibida,recibidos,recibidas,received,mo"),
  outbound: names(
    "out,outbound,outgoing,saliente,salientes,salida,enviado,enviada,enviados,enviadas,sent,mt,realizada",
  ),
  /** Occur in a column of directions, but are none. */
  neither: names("missed,perdida,perdidas,rejected,rechazada,voicemail,buzon,buzon de voz"),
} as const;
const OF_CALLS = /^(?:llamada|mensaje) | (?:call|api|dial|reply)$/;
/** Date columns in order of preference: when it was done, any date, when it was recorded. */
const DATES = [
  "sent at,datesent,date sent,fecha de envio,fecha envio,enviado,started at,start time,fecha llamada,fecha de llamada",
  "call date,calldate,called at,contacted at,fecha de contacto,fecha contacto,fecha de inicio,fecha inicio",
  "date,fecha,timestamp,datetime,fecha hora,fecha y hora,fecha de gestion,fecha gestion,fecha de registro,start,inicio",
  "created at,created,date created,fecha de creacion,creado,recorded at,updated at",
].map((list) => names(list));
const TIMES = names(
  "hora,time,hora de envio,hora envio,hora de llamada,hora llamada,hora de inicio,hora inicio,call time",
);

/** Returns the direction that a whole cell names, as Twilio, telephone exchanges and people write it. */
export function directionOf(cell: string): keyof typeof DIRECTIONS | undefined {
  const folded = foldWords(cell).replace(OF_CALLS, "");
  return (Object.keys(DIRECTIONS) as (keyof typeof DIRECTIONS)[]).find((direction) =>
    DIRECTIONS[direction].has(folded),
  );
}

/**
 * Returns 0-based columns by their names. Possible are those whose cells must tell; without a header all. `columns`:
 * those that hold no phones.
 */
export function findContactColumns(header: readonly string[] | undefined, columns: readonly number[]) {
  const all = (known: ReadonlySet<string>): readonly number[] =>
    columnsNamed(header, known).filter((column) => columns.includes(column));
  return {
    dates: DATES.flatMap(all),
    times: all(TIMES),
    channels: [...all(CHANNEL), ...all(SENDING)],
    possibleChannels: header === undefined ? columns : all(POSSIBLE_CHANNEL),
    directions: all(DIRECTION),
    possibleDirections: header === undefined ? columns : all(POSSIBLE_DIRECTION),
  };
}
