// Tells by a column's name whether it dates a request, a message or a record. Dates of other things (births, payments,
// due dates) don't count.

import { words } from "./phone-names.js";

const DAY = words("fecha fec fch date datetime timestamp time created creado");
const OUT = words(`baja bajas optout optedout unsubscribe unsubscribed desuscripcion revocacion revocatoria revoked
  exclusion`);
const ASKED = words("solicitud solicitado solicitada request requested peticion");
const SENT = words("sent send envio enviado enviada message mensaje sms");
const WRITTEN_DOWN = words(`received receive recibido recibida recepcion inbound incoming created create creado creada
  creacion recorded added agregado agregada occurred event evento submitted submit finalized done`);
const EDITED = words("updated update modified actualizado actualizada actualizacion modificacion");
/** Words that leave open what is dated. */
const FILLERS = words(`de del la el las los y a at on en of the hora utc gmt last ultima ultimo gestion registro
  respuesta reply response status estado`);
const KNOWN = [DAY, OUT, ASKED, SENT, WRITTEN_DOWN, EDITED, FILLERS];
const isKnown = (word: string) => isOneOf(word, KNOWN);
const isOneOf = (word: string, kinds: readonly ReadonlySet<string>[]) => kinds.some((kind) => kind.has(word));
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
  if (!isDay(all) || isTimeOfDay(name) || !all.every(isKnown)) return undefined;
  if (all.some((word) => isOneOf(word, [OUT, ASKED]))) return 0;
  return all.some((word) => isOneOf(word, [SENT, WRITTEN_DOWN, EDITED])) ? 2 : 1;
}

const CONTACT = words(`contact contacted contacto contactado contactada call called llamada llamado visit visited visita
  dia day inicio start started`);
/** Words for dates of people, debts and plans. */
const NO_CONTACT = words(`nacimiento cumpleanos birth birthday dob vence vencimiento due expira expires vigencia pago
  corte alta inscripcion afiliacion ingreso proximo proxima next`);

const OF_CONTACTS = [DAY, CONTACT, SENT, WRITTEN_DOWN, EDITED, FILLERS];

/** Returns how a column may date contacts: `any` leaves open what is dated; `perhaps`, if its cells are dates. */
export function contactDate(name: string): "contact" | "any" | "perhaps" | "time" | "recorded" | "never" | undefined {
  const all = wordsOf(name);
  const has = (...kinds: ReadonlySet<string>[]) => all.some((word) => isOneOf(word, kinds));
  if (has(NO_CONTACT)) return "never";
  if (!all.every((word) => isOneOf(word, OF_CONTACTS))) return undefined;
  if (all[0] === "hora" || /^(?:call )?time$/.test(name)) return "time";
  if (has(WRITTEN_DOWN, EDITED) || all.includes("registro")) return "recorded";
  if (has(CONTACT, SENT)) return isDay(all) ? "contact" : "perhaps";
  return isDay(all) ? "any" : undefined;
}

const isDay = (all: readonly string[]) => all.some((word) => DAY.has(word)) || HAPPENED.test(all.join(" "));

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
