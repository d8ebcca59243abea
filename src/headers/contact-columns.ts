// Which columns of a contact log say when a contact was made and how: by their names, in Spanish and English.
// What their cells say is contact-reader.ts's work.

import { foldWords, nameWords } from "./event-words.js";

const names = (...lists: string[]): ReadonlySet<string> => new Set(lists.join(",").split(","));

const CHANNEL = names("channel,canal,medio,canal de contacto,medio de contacto,contact channel,canal de envio");
/** Their cells may say a channel, or tell kinds of other things. */
const PERHAPS_CHANNEL = names("tipo,type,tipo de contacto,tipo contacto,contact type,tipo de gestion,tipo gestion");
const DIRECTION = names(
  "direction,sentido,call type,calltype,tipo de llamada,tipo llamada,tipo de mensaje,message type,call direction",
);
/** Their cells are directions, or all of them are something else: an address is a `direccion` too. */
const PERHAPS_DIRECTION = names("direccion,tipo,type,tipo de contacto,tipo contacto,contact type");
/** Whole cells, and never how one begins: `Entrada a Col. San Benito` is an address. */
const DIRECTIONS = {
  inbound: names(
    "in,inbound,incoming,entrante,entrantes,entrada,recibido,recibida,recibidos,recibidas,received,mo,inbound call",
    "incoming call,llamada entrante,llamada recibida,mensaje entrante,mensaje recibido",
  ),
  outbound: names(
    "out,outbound,outgoing,saliente,salientes,salida,enviado,enviada,enviados,enviadas,sent,mt,outbound api",
    "outbound call,outbound dial,outbound reply,outgoing call,llamada saliente,llamada realizada,mensaje saliente",
    "mensaje enviado",
  ),
  /** Stand in a column of directions, and tell none. */
  neither: names(
    "missed,missed call,perdida,perdidas,llamada perdida,rejected,rechazada,llamada rechazada,voicemail,buzon",
    "buzon de voz",
  ),
} as const;
/** Date columns; the first in this order counts: when it was done, when something was, when it was written down. */
const DATES = [
  "sent at,datesent,date sent,fecha de envio,fecha envio,enviado,started at,start time,fecha llamada,fecha de llamada",
  "call date,calldate,called at,contacted at,fecha de contacto,fecha contacto,fecha de inicio,fecha inicio",
  "date,fecha,timestamp,datetime,fecha hora,fecha y hora,fecha de gestion,fecha gestion,fecha de registro",
  "created at,created,date created,fecha de creacion,creado,recorded at,updated at",
].map((list) => names(list));
const TIMES = names(
  "hora,time,hora de envio,hora envio,hora de llamada,hora llamada,hora de inicio,hora inicio,call time",
);

/** 0-based. */
export interface ContactColumns {
  date: number | undefined;
  time: number | undefined;
  channels: readonly number[];
  /** Channels where their cells say one. */
  perhapsChannels: readonly number[];
  /** Who called or wrote to whom. */
  directions: readonly number[];
  /** Directions where all cells of the first records are. */
  perhapsDirections: readonly number[];
}

/**
 * What a whole cell says of who called or wrote, as Twilio, telephone exchanges and people write it; undefined:
 * nothing of that.
 */
export function directionOf(cell: string): keyof typeof DIRECTIONS | undefined {
  const folded = foldWords(cell);
  return (Object.keys(DIRECTIONS) as (keyof typeof DIRECTIONS)[]).find((direction) =>
    DIRECTIONS[direction].has(folded),
  );
}

/** Columns taken as phones are not asked again. */
export function findContactColumns(header: readonly string[] | undefined, phones: readonly number[]): ContactColumns {
  const folded = (header ?? []).map((name, column) => (phones.includes(column) ? "" : nameWords(name)));
  const all = (wanted: ReadonlySet<string>) => folded.flatMap((name, column) => (wanted.has(name) ? [column] : []));
  const [date] = DATES.flatMap(all);
  return {
    date,
    time: date === undefined ? undefined : all(TIMES)[0],
    channels: all(CHANNEL),
    perhapsChannels: all(PERHAPS_CHANNEL),
    directions: all(DIRECTION),
    perhapsDirections: all(PERHAPS_DIRECTION),
  };
}
