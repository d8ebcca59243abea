// Whether the name of a column says when something was asked for, sent or written down, in Spanish and English.
// Dates of other things (births, payments, due dates) are none here.

const words = (...lines: string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "));

/** Says by itself that a cell holds a day. */
const DAY = words("fecha fec fch date datetime timestamp time created creado");
/** Somebody asked to stop. */
const OUT = words("baja bajas optout optedout unsubscribe unsubscribed desuscripcion revocacion revoked exclusion");
/** Somebody asked for something. */
const ASKED = words("solicitud solicitado solicitada request requested peticion");
/** A message or a record was sent, came in, was written down. */
const WRITTEN_DOWN = words(
  "sent send envio enviado enviada received receive recibido recibida recepcion inbound incoming created create",
  "creado creada creacion recorded added agregado agregada occurred event evento message mensaje sms submitted submit",
  "finalized done",
);
const EDITED = words("updated update modified actualizado actualizada actualizacion modificacion");
/** They leave open what is dated: what the record is of. */
const BESIDE = words(
  "de del la el las los y a at on en of the hora utc gmt last ultima ultimo gestion registro respuesta reply",
  "response status estado",
);
const KNOWN = [DAY, OUT, ASKED, WRITTEN_DOWN, EDITED, BESIDE];
const isKnown = (word: string) => KNOWN.some((known) => known.has(word));
/** `sent at`, `recibido el` */
const HAPPENED = /[^ ] (?:at|on|el|en)(?: utc| gmt)?$/;
/** Where `sentdate`, `fechabaja` and `createdat` are two words. */
const JOINT = /(?<=\b(?:fecha|date))(?=[a-z])|(?<=[a-z](?<!\bup))(?=(?:date|timestamp)\b)|(?<=ed)(?=at\b)/g;

/**
 * How near a date is to when somebody asked: 0, it is that; 1, it is the record's; 2, something was sent or written
 * down. Undefined where a name is no such date. `name`: in folded words, as `nameWords` gives them.
 */
export function dateRank(name: string): 0 | 1 | 2 | undefined {
  // Other dates of consents say when they were given, which may be long before they were taken back.
  if (name === "date of consent") return 0;
  const all = wordsOf(name);
  const isDate = all.some((word) => DAY.has(word)) || HAPPENED.test(all.join(" "));
  if (!isDate || isTimeOfDay(name) || !all.every(isKnown)) return undefined;
  if (all.some((word) => OUT.has(word) || ASKED.has(word))) return 0;
  return all.some((word) => WRITTEN_DOWN.has(word) || EDITED.has(word)) ? 2 : 1;
}

/** Whether such a date says when a record was last edited, whatever was edited in it: `updated_at`. */
export function isOfEdit(name: string): boolean {
  return wordsOf(name).some((word) => EDITED.has(word));
}

/** Whether a name says opt-out, whatever else: `fecha_baja`, `vence_baja`, `vigencia DNC`. */
export function namesOptOut(name: string): boolean {
  return /\b(?:dnc|no (?:llamar|contactar|molestar))\b/.test(name) || wordsOf(name).some((word) => OUT.has(word));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/\bopt(ed)? out\b/, "opt$1out")
    .replace(JOINT, " ")
    .split(" ");
}

/** Whether it is the time of day beside a date: `Hora`, `Hora de envío`. In English most times are a day, too. */
export function isTimeOfDay(name: string): boolean {
  const [first, ...others] = name.split(" ");
  return name === "time" || (first === "hora" && others.every((word) => !DAY.has(word) && isKnown(word)));
}
