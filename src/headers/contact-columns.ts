// Which columns of a contact log say when a contact was made and how: by their names, in Spanish and English.
// What their cells say is contact-reader.ts's work.

import { nameWords } from "./event-columns.js";
import { channelOf, foldWords } from "./event-words.js";

const names = (list: string): ReadonlySet<string> => new Set(list.split(","));

const CHANNEL = names("channel,canal,medio,canal de contacto,medio de contacto,contact channel,canal de envio");
/** Channels only where a cell of theirs says one: they may tell kinds of other things. */
const PERHAPS_CHANNEL = names("tipo,type,tipo de contacto,tipo contacto,contact type,tipo de gestion,tipo gestion");
/** Directions only where a cell of theirs says one: an address is a `direccion` too. */
const PERHAPS_DIRECTION = names(
  "direction,direccion,sentido,tipo,type,call type,calltype,tipo de llamada,tipo llamada,tipo de contacto,tipo contacto,contact type,tipo de mensaje,message type",
);
const INBOUND =
  /^(?:inbound|incoming|entrantes?|entrada|recibid[oa]s?|received|mo)\b|^(?:llamada|mensaje|sms|call) entrante/;
const OUTBOUND =
  /^(?:outbound|outgoing|salientes?|salida|enviad[oa]s?|sent|mt)\b|^(?:llamada|mensaje|sms|call) saliente/;
/** Of several, the first in this order: when it was done, when something was, when it was written down. */
const DATES = [
  names(
    "sent at,datesent,date sent,sent date,fecha de envio,fecha envio,fecha hora envio,enviado,enviado el,started at,start time,start date,fecha llamada,fecha de llamada,fecha de la llamada,call date,calldate,call start,called at,contacted at,contact date,fecha de contacto,fecha contacto,fecha de inicio,fecha inicio,dialed at,inicio",
  ),
  names(
    "date,fecha,timestamp,datetime,date time,fecha hora,fecha y hora,fechahora,fecha de gestion,fecha gestion,fecha de registro,fecha registro,time stamp",
  ),
  names("created at,created,date created,datecreated,fecha de creacion,fecha creacion,creado,recorded at,updated at"),
];
const TIMES = names(
  "hora,time,hora de envio,hora envio,hora de llamada,hora llamada,hora de contacto,hora contacto,hora de inicio,hora inicio,hora de gestion,hora gestion,call time",
);

/** 0-based. */
export interface ContactColumns {
  date: number | undefined;
  time: number | undefined;
  channel: number | undefined;
  /** Who called or wrote to whom. */
  direction: number | undefined;
}

/** As Twilio, telephone exchanges and people write it; `outbound-api` and its kin too. */
export function directionOf(cell: string): "inbound" | "outbound" | undefined {
  const folded = foldWords(cell);
  if (INBOUND.test(folded)) return "inbound";
  return OUTBOUND.test(folded) ? "outbound" : undefined;
}

/** `rows`: the first records. Columns taken as phones are not asked again. */
export function findContactColumns(
  header: readonly string[] | undefined,
  phones: readonly number[],
  rows: readonly (readonly string[])[],
): ContactColumns {
  const folded = (header ?? []).map((name, column) => (phones.includes(column) ? "" : nameWords(name)));
  const all = (wanted: ReadonlySet<string>) => folded.flatMap((name, column) => (wanted.has(name) ? [column] : []));
  const [date] = DATES.flatMap(all);
  const saysChannel = (column: number) => rows.some((row) => channelOf(row[column] ?? "") !== undefined);
  const saysDirection = (column: number) => rows.some((row) => directionOf(row[column] ?? "") !== undefined);
  return {
    date,
    time: date === undefined ? undefined : all(TIMES)[0],
    channel: [...all(CHANNEL), ...all(PERHAPS_CHANNEL).filter(saysChannel)][0],
    direction: all(PERHAPS_DIRECTION).find(saysDirection),
  };
}
