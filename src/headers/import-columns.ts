// Finds the columns of an import by the names that providers and call centres use, or that the user gives.

import type { Channel } from "../suppression/event.js";
import { DIRECTION, POSSIBLE_DIRECTION } from "./contact-columns.js";
import { type EventColumns, findEventColumns } from "./event-columns.js";
import { columnsNamed, names, nameWords } from "./event-words.js";
import { meaningOf } from "./phone-names.js";

export const IMPORT_KINDS = ["sms", "call", "form", "consent", "reviewed"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export type RequestKind = Exclude<ImportKind, "reviewed">;

export type ImportRole = "text" | "action" | "channel" | "date" | "sender";
export type SaidColumns = Readonly<Partial<Record<ImportRole, string | undefined>>>;

/** 0-based. */
export type ImportColumns = Readonly<ReturnType<typeof findImportColumns>>;

export function cellIn(cells: readonly string[], column: number | undefined): string {
  return column === undefined ? "" : (cells[column] ?? "");
}

const FROM = names("from,from number,remitente,numero origen,numero de origen,source number,origination number");
const PERHAPS_FROM = names("sender,origen,telefono,phone");
const MESSAGES = names(
  "body,message,mensaje,texto,text,contenido,cuerpo,message body,message text,texto del mensaje,respuesta,reply",
  "content",
);
const TEXT = new Set([...MESSAGES, "comentario"]);
/** Our own number, whichever way a message or call went. */
const OURS = names("sender id,codigo corto,short code,shortcode,numero corto,our number,nuestro numero");
const TO = names(
  "to,to number,destino,destinatario,recipient,destination,destination number,numero destino,numero de destino",
);
const OPT_OUT_TYPE = names("opt out type,optouttype");
/** One of the two is the person: the direction of the call says which. */
const CALLERS = names(
  ...FROM,
  "emisor,caller,caller id,callerid,caller number,calling number,ani,clid,src,source,origen,telefono origen,llamante",
);
const CALLED = names(
  ...TO,
  "receptor,callee,called,called number,dialed,dialed number,dnis,dst,telefono destino,marcado,numero marcado",
  "telefono marcado",
);
/** The person, also in Vonage's delivery receipts, where `to` is our own number or name. */
const MSISDN = names("msisdn");
const EMAIL = names(
  "email,e mail,mail,correo,correo electronico,email address,direccion de correo,your email,su correo,tu correo",
);
const MESSAGE_IDS = names(
  "message sid,messagesid,sid,sms message sid,message id,messageid,inbound message id,wamid,id mensaje",
);
const FORM_ACTIONS = names("solicitud,tipo de solicitud,peticion,request,request type,preferencia,preference,derecho");
const QUESTION =
  /^(?:(?:que|en que|como) .*(?:desea|quiere|necesita|solicita|podemos|ayuda)|(?:what|how) .*(?:want|like|need|help))/;
const CALL_ACTIONS = names(
  "codigo de cierre,cierre,motivo de cierre,call result,call disposition,wrap up,subtipificacion,disposition name",
);

/** Vicidial's column, and those that its files are known by. */
const CODE_NAME = names("status name");
const DIALER = names("status name,lead id,vendor lead code");

/** Dates besides those of suppression lists: of a call, a form, a consent. */
const DATES = names(
  "consent timestamp,consent date,phone consent date,sms consent date,phone consent timestamp,sms consent timestamp,consent updated at,received",
  "recibido,marca temporal,call time,call date,calldate,start time,start date,started at,call start",
  "fecha de llamada,fecha llamada,fecha de contacto,fecha contacto,fecha de inicio,fecha inicio,completion time",
  "hora de inicio,hora de finalizacion",
);

const ANSWERED =
  /\b(?:respuestas?|contestacion(?:es)?|reply|replies|response|answer|inbound|entrantes?|recibid[oa]s?|dijo)\b/;
const WRITTEN = /\b(?:body|messages?|mensajes?|sms|textos?|text|contenido|content|cuerpo|transcri\w*)\b/;
const OF_MESSAGES =
  /\b(?:estados?|estatus|status|state|tipo|type|codigo|code|id|sid|delivery|entrega|price|costo?|count|segments?)\b/;

/** Returns whose words a column may hold besides the message. */
export function writtenIn(name: string): "theirs" | "anybody's" | undefined {
  const folded = nameWords(name);
  if (OF_MESSAGES.test(folded)) return undefined;
  return ANSWERED.test(folded) ? "theirs" : WRITTEN.test(folded) ? "anybody's" : undefined;
}

/** Returns the columns that may hold phones, if the header says so. Each record decides which of them counts. */
export function importPhones(kind: RequestKind, header: readonly string[]): readonly number[] | undefined {
  const receipts = isReceipt(header) ? columnsNamed(header, MSISDN) : [];
  if (kind === "consent" && receipts.length > 0) return receipts;
  const others = kind === "sms" ? columnsNamed(header, TO, OURS) : columnsNamed(header, OURS);
  const phones = header.flatMap((name, column) => (meaningOf(name) === "phone" ? [column] : []));
  const ends = kind === "sms" ? columnsNamed(header, FROM, MSISDN, PERHAPS_FROM) : endsOf(header);
  // One column tells who wrote, only two tell who was called.
  if (kind !== "sms" && ends.length === 0) return undefined;
  const named = new Set([...ends, ...phones.filter((column) => !others.includes(column))]);
  return named.size === 0 ? undefined : [...named].sort((a, b) => a - b);
}

function endsOf(header: readonly string[]): number[] {
  const [callers, called] = [columnsNamed(header, CALLERS), columnsNamed(header, CALLED)];
  return callers.length > 0 && called.length > 0 ? [...callers, ...called] : [];
}

function isReceipt(header: readonly string[]): boolean {
  return [MSISDN, names("err code")].every((name) => columnsNamed(header, name).length > 0);
}

/** The names of the people who wrote, of ourselves, and of directions. */
const ENDS = {
  ofMessages: { from: [FROM, MSISDN], to: [OURS, TO], directions: [DIRECTION] },
  ofOthers: { from: [], to: [OURS], directions: [DIRECTION, POSSIBLE_DIRECTION] },
};

/** Finds the columns. `phones`: those of the people; `said`: the column that the user named for a role. */
export function findImportColumns(
  kind: RequestKind,
  header: readonly string[],
  phones: readonly number[],
  said: (role: ImportRole) => number | undefined,
) {
  const events = findEventColumns(header);
  const first = (known: ReadonlySet<string>) => firstOf(header, known, phones);
  const [isSms, isConsent] = [kind === "sms", kind === "consent"];
  const known = isSms ? ENDS.ofMessages : ENDS.ofOthers;
  const text = said("text") ?? (isSms ? first(TEXT) : undefined);
  const action = said("action");
  const actions = action === undefined ? actionsOf(kind, header, events, phones) : [action];
  const areStates = isSms && text === undefined && (actions.length === 0 || action !== undefined);
  const areReceipts = (isSms || isConsent) && isReceipt(header);
  const areResults = areStates || kind === "call";
  const channel = said("channel");
  return {
    text,
    /** What was asked for, in words: OptOutType, a disposition, a status. */
    actions: actions.length === 0 && areStates ? events.actions : actions,
    /** The actions are results of calls or, without a text, states of messages. */
    areResults,
    /** The results may be a dialer's codes; `codeName` holds them in words. */
    areCodes: isOfDialer(header),
    codeName: areResults ? first(CODE_NAME) : undefined,
    subscribed: isConsent ? events.subscribed : [],
    errorCode: isConsent || areReceipts ? events.errorCode : undefined,
    /** Vonage's receipts, of which a code says that the person has opted out. */
    areReceipts,
    channels: channel === undefined ? events.channels : [channel],
    sender: said("sender"),
    /** By their names certainly the people who wrote, and in `to` ourselves. */
    from: columnsNamed(header, ...known.from),
    to: columnsNamed(header, ...known.to),
    ...datesOf(header, phones, events, said("date")),
    parties: isSms ? { callers: [], called: [] } : partiesOf(header, phones, said("sender")),
    /** All columns of senders and recipients, callers and called. */
    ends: isSms || kind === "call" || isReceipt(header) ? [...columnsNamed(header, TO), ...endsOf(header)] : [],
    directions: columnsNamed(header, ...known.directions).filter((column) => !phones.includes(column)),
    /** The provider's id of the message, which stays when it is sent again. */
    id: first(MESSAGE_IDS),
    email: first(EMAIL),
  };
}

/** Returns the column of the request's date, the other dates, and the time of day. */
function datesOf(header: readonly string[], phones: readonly number[], events: EventColumns, said: number | undefined) {
  if (said !== undefined) return { date: said, otherDates: [], time: undefined };
  const [date = firstOf(header, DATES, phones), ...otherDates] = events.dates;
  return { date, otherDates, time: events.time };
}

/** Returns the columns of `phones` with callers, and those with called. `ours`: a column of our own numbers. */
export function partiesOf(header: readonly string[], phones: readonly number[], ours?: number) {
  const taken = (known: ReadonlySet<string>) =>
    columnsNamed(header, known).filter((it) => phones.includes(it) && it !== ours);
  const [callers, called] = [taken(CALLERS), taken(CALLED)];
  // A single phone column is the people's, whatever its name.
  return phones.length === 1 && ours === undefined ? { callers: [], called: [] } : { callers, called };
}

/** Returns the channel of records that name none, as in exports of systems that only send text messages. */
export function defaultChannel(kind: RequestKind, header: readonly string[]): Channel {
  if (kind === "sms" || kind === "call") return kind;
  const folded = header.map(nameWords);
  const has = (...all: string[]) => all.every((name) => folded.includes(name));
  const isOfMessages =
    has("opted out number") || has("contact id", "sender id") || has("mobile number", "status") || isReceipt(header);
  return kind === "consent" && isOfMessages ? "sms" : "any";
}

export function isOfDialer(header: readonly string[]): boolean {
  return columnsNamed(header, DIALER).length > 0;
}

export function messageColumn(header: readonly string[], phones: readonly number[]): number | undefined {
  return firstOf(header, MESSAGES, phones);
}

export function resultColumns(header: readonly string[], phones: readonly number[]): readonly number[] {
  return actionsOf("call", header, findEventColumns(header), phones);
}

function actionsOf(
  kind: RequestKind,
  header: readonly string[],
  events: EventColumns,
  phones: readonly number[],
): readonly number[] {
  if (kind === "sms") return [firstOf(header, OPT_OUT_TYPE)].filter((column) => column !== undefined);
  const more = kind === "call" ? CALL_ACTIONS : kind === "form" ? FORM_ACTIONS : undefined;
  const own = [more && firstOf(header, more, phones)].filter((column) => column !== undefined);
  const isQuestion = (name: string) => kind === "form" && QUESTION.test(nameWords(name));
  const asking = header.flatMap((name, column) => (isQuestion(name) ? [column] : []));
  return [...new Set([...events.actions, ...own, ...asking.filter((column) => !phones.includes(column))])];
}

function firstOf(
  header: readonly string[],
  known: ReadonlySet<string>,
  taken: readonly number[] = [],
): number | undefined {
  const folded = header.map((name, column) => (taken.includes(column) ? "" : nameWords(name)));
  const name = [...known].find((candidate) => folded.includes(candidate));
  return name === undefined ? undefined : folded.indexOf(name);
}
