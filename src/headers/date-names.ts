// Tells by a column's name whether it dates a request, a message or a record. Dates of other things (births, payments,
// due dates) don't count.

import { words } from "./phone-names.js";

const DAY = words("fecha fec fch date datetime timestamp time created creado");
const OUT = words(`baja bajas optout optedout unsubscribe unsubscribed desuscripcion revocacion revocatoria revoked
  exclusion`);
const ASKED = words("solicitud solicitado solicitada request requested peticion");
const WRITTEN_DOWN = words(`sent send envio enviado enviada received receive recibido recibida recepcion inbound
  incoming created create creado creada creacion recorded added agregado agregada occurred event evento message
  mensaje sms submitted submit finalized done`);
const EDITED = words("updated update modified actualizado actualizada actualizacion modificacion");
/** Words that leave open what is dated. */
const FILLERS = words(`de del la el las los y a at on en of the hora utc gmt last ultima ultimo gestion registro
  respuesta reply response status estado`);
const KNOWN = [DAY, OUT, ASKED, WRITTEN_DOWN, EDITED, FILLERS];
const isKnown = (word: string) => KNOWN.some((known) => known.has(word));
const HAPPENED = /[^ ] (?:at|on|el|en)(?: utc| gmt)?$/;
/** Matches between the two words of `sentdate`, `fechabaja`, `createdat`. */
const JOINT = /(?<=\b(?:fecha|date))(?=[a-z])|(?<=[a-z](?<!\bup))(?=(?:date|timestamp)\b)|(?<=ed)(?=at\b)/g;

/**
 * Returns 0 if a column dates the request, 1 if the record, 2 if something was sent or recorded then; undefined for
 * other names. `name`: folded words, as `nameWords` returns them.
 */
export function dateRank(name: string): 0 | 1 | 2 | undefined {
  // Other dates of consent are of when it was given, perhaps long before it was taken back.
  if (name === "date of consent") return 0;
  const all = wordsOf(name);
  const isDate = all.some((word) => DAY.has(word)) || HAPPENED.test(all.join(" "));
  if (!isDate || isTimeOfDay(name) || !all.every(isKnown)) return undefined;
  if (all.some((word) => OUT.has(word) || ASKED.has(word))) return 0;
  return all.some((word) => WRITTEN_DOWN.has(word) || EDITED.has(word)) ? 2 : 1;
}

export function isOfEdit(name: string): boolean {
  return wordsOf(name).some((word) => EDITED.has(word));
}

/** Returns the offset of times without one, in seconds: `zone`, or 0 under a name like `DateCreated (UTC)`. */
export function zoneUnder(name = "", zone: number): number {
  return /(?<![a-z])(?:utc|gmt)(?![a-z])/i.test(name) ? 0 : zone;
}

/** Whether a name mentions an opt-out: `fecha_baja`, `vence_baja`, `vigencia DNC`. */
export function namesOptOut(name: string): boolean {
  return /\b(?:dnc|no (?:llamar|contactar|molestar))\b/.test(name) || wordsOf(name).some((word) => OUT.has(word));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/\bopt(ed)? out\b/, "opt$1out")
    .replace(JOINT, " ")
    .split(" ");
}

/** Whether a name is a time of day without a date: `Hora de envío`. English times mostly include a day. */
export function isTimeOfDay(name: string): boolean {
  const [first, ...others] = name.split(" ");
  return name === "time" || (first === "hora" && others.every((word) => !DAY.has(word) && isKnown(word)));
}
