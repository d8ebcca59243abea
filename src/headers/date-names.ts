import { wordSet } from "./folding.js";

// Tells by a column's name whether it dates a request, a message or a record, and not a birth, a payment or a plan.

/** The words of such names, by what they say. `moment`: leaves open what is dated; `elsewhen`: people, debts and plans. */
const KINDS = {
  // `created` is of two kinds: it says that the cells are dates, and of what.
  day: wordSet("fecha fec fch date datetime timestamp time created creado"),
  optOut: wordSet(`baja bajas optout optedout unsubscribe unsubscribed desuscripcion revocacion revocatoria revoked
    exclusion`),
  asked: wordSet("solicitud solicitado solicitada request requested peticion"),
  sent: wordSet("sent send envio enviado enviada message mensaje sms"),
  recorded: wordSet(`received receive recibido recibida recepcion inbound incoming created create creado creada creacion
    recorded added agregado agregada occurred event evento submitted submit finalized done`),
  edited: wordSet("updated update modified actualizado actualizada actualizacion modificacion"),
  moment: wordSet(`de del la el los las y a at on en of the hora utc gmt last ultima ultimo gestion registro respuesta
    reply response status estado`),
  contact: wordSet(`contact contacted contacto contactado contactada call called llamada llamado visit visited visita
    dia day inicio start started`),
  elsewhen: wordSet(`nacimiento cumpleanos birth birthday dob vence vencimiento due expira expires vigencia pago corte
    alta inscripcion afiliacion ingreso proximo proxima next`),
};
type Kind = keyof typeof KINDS;
const OF_REQUESTS: readonly Kind[] = ["day", "optOut", "asked", "sent", "recorded", "edited", "moment"];
const OF_CONTACTS: readonly Kind[] = ["day", "contact", "sent", "recorded", "edited", "moment"];
const isOf = (word: string, kinds: readonly Kind[]) => kinds.some((kind) => KINDS[kind].has(word));

/** Matches a name that dates without a word for a day: `enviado el`, `received at utc`. */
const HAPPENED = /[^ ] (?:at|on|el|en)(?: utc| gmt)?$/;
/** Matches between the two words of `sentdate`, `fechabaja`, `createdat`. */
const JOINT = /(?<=\b(?:fecha|date))(?=[a-z])|(?<=[a-z](?<!\bup))(?=(?:date|timestamp)\b)|(?<=ed)(?=at\b)/g;

/** Matches what a title says of when its list is from, and not of its cells: `Bajas del mes`, `Clientes a la fecha`. */
export const LISTED_AT = /[\s_](?:(?:del|al|este)[\s_]mes|(?:a|hasta)[\s_]la[\s_]fecha|to[\s_]date)\b/i;

/** Returns the words of a folded name (`nameWords`), and tells of which kinds they are. */
function read(name: string) {
  const all = name
    .replace(/\bopt(ed)? out\b/, "opt$1out")
    .replace(LISTED_AT, "")
    .replace(JOINT, " ")
    .split(" ");
  const has = (...kinds: readonly Kind[]) => all.some((word) => isOf(word, kinds));
  return { all, has, isDay: has("day") || HAPPENED.test(all.join(" ")) };
}

/** Returns 0 if a column dates the request, 1 if the record, 2 if something was sent or recorded then; else undefined. */
export function dateRank(name: string): 0 | 1 | 2 | undefined {
  // Other dates of consent are of when it was given, perhaps long before it was taken back.
  if (name === "date of consent") return 0;
  const { all, has, isDay } = read(name);
  if (!isDay || isTimeOfDay(name) || !all.every((word) => isOf(word, OF_REQUESTS))) return undefined;
  if (has("optOut", "asked")) return 0;
  return has("sent", "recorded", "edited") ? 2 : 1;
}

/** Returns how a column may date contacts: `any` leaves open what is dated; `perhaps`, if its cells are dates. */
export function contactDate(name: string): "contact" | "any" | "perhaps" | "time" | "recorded" | "never" | undefined {
  const { all, has, isDay } = read(name);
  if (has("elsewhen")) return "never";
  if (!all.every((word) => isOf(word, OF_CONTACTS))) return undefined;
  if (all[0] === "hora" || /^(?:call )?time$/.test(name)) return "time";
  if (has("recorded", "edited") || all.includes("registro")) return "recorded";
  if (has("contact", "sent")) return isDay ? "contact" : "perhaps";
  return isDay ? "any" : undefined;
}

/** Whether a name is a time of day without a date: `Hora de envío`. English times mostly include a day. */
export function isTimeOfDay(name: string): boolean {
  const [first, ...others] = name.split(" ");
  const isOfTime = (word: string) => isOf(word, OF_REQUESTS) && !isOf(word, ["day"]);
  return name === "time" || (first === "hora" && others.every(isOfTime));
}

export const namesMoment = (name: string) => dateRank(name) !== undefined || isTimeOfDay(name);

export const isOfEdit = (name: string) => read(name).has("edited");

/** Whether a name mentions an opt-out: `fecha_baja`, `vence_baja`, `vigencia DNC`. */
export const namesOptOut = (name: string) =>
  /\b(?:dnc|no (?:llamar|contactar|molestar))\b/.test(name) || read(name).has("optOut");

/** Returns the offset of times without one, in seconds: `zone`, or 0 under a name like `DateCreated (UTC)`. */
export const zoneUnder = (name = "", zone: number): number => (/(?<![a-z])(?:utc|gmt)(?![a-z])/i.test(name) ? 0 : zone);
