// Which column of an import says what: by the names that providers and call centres use, or as the user says.

import type { Channel } from "../suppression/event.js";
import { type EventColumns, findEventColumns } from "./event-columns.js";
import { nameWords } from "./event-words.js";
import { meaningOf } from "./phone-names.js";

export const IMPORT_KINDS = ["sms", "call", "form", "consent", "reviewed"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
/** Kinds whose rows are still to be understood. */
export type RequestKind = Exclude<ImportKind, "reviewed">;

/** What the user may name a column for. */
export type ImportRole = "text" | "action" | "channel" | "date" | "sender";
/** Header names or 1-based positions that the user gave. */
export type SaidColumns = Readonly<Partial<Record<ImportRole, string>>>;

/** 0-based. */
export interface ImportColumns {
  text: number | undefined;
  /** Words for what was asked for: OptOutType, a disposition, a status. */
  actions: readonly number[];
  /** They are results of calls or, where no text is, states of messages. */
  areResults: boolean;
  /** Results may be a dialer's codes, which `codeName` says in words. */
  areCodes: boolean;
  codeName: number | undefined;
  subscribed: readonly number[];
  errorCode: number | undefined;
  channels: readonly number[];
  /** Our own number or code, where the user says its column. */
  sender: number | undefined;
  /** Surely of the people who wrote, by their names; and of ourselves, to whom they wrote. */
  from: readonly number[];
  to: readonly number[];
  date: number | undefined;
  /** Others, of which nobody can say that they count less. */
  otherDates: readonly number[];
  time: number | undefined;
  /** Who called whom, where no column is the person's for certain. */
  parties: { callers: readonly number[]; called: readonly number[] };
  /** Ends of messages and calls by their names, in whichever columns the people's phones are. */
  ends: readonly number[];
  /** The columns that say which way a message or a call went. */
  directions: readonly number[];
  /** The provider's name for the message, the same whenever it is sent again. */
  id: number | undefined;
  /** The column of addresses to which an acknowledgement can be sent, too. */
  email: number | undefined;
}

const names = (...lists: string[]): readonly string[] => lists.join(",").split(",");

/** Names of the column with the people who wrote. */
const FROM = names("from,from number,remitente,msisdn,numero origen,numero de origen,source number,origination number");
/** Names of the people who wrote, or of our own name and number. */
const PERHAPS_FROM = names("sender,origen,telefono,phone");
const MESSAGES = names(
  "body,message,mensaje,texto,text,contenido,cuerpo,message body,message text,texto del mensaje,respuesta,reply",
  "content",
);
const TEXT = [...MESSAGES, "comentario"];
/** Our own, whatever way a message or a call went. */
const OURS = names("sender id,codigo corto,short code,shortcode,numero corto,our number,nuestro numero");
/** Names of the column with whom a message went to. */
const TO = names(
  "to,to number,destino,destinatario,recipient,destination,destination number,numero destino,numero de destino",
);
const ERROR_CODE = names("error code,errorcode");
const OPT_OUT_TYPE = names("opt out type,optouttype");
const DIRECTION = names("direction,sentido");
const CALL_DIRECTION = names(
  "direction,sentido,direccion,call direction,call type,calltype,tipo de llamada,tipo llamada,tipo,type",
);
/** One of them is the person, the other one we: a call says which by its direction. */
const CALLERS = names(
  "from,from number,remitente,emisor,caller,caller id,callerid,caller number,calling number,ani,clid,src,source",
  "source number,origen,numero origen,numero de origen,telefono origen,origination number,llamante",
);
const CALLED = names(
  "to,to number,destinatario,receptor,callee,called,called number,dialed,dialed number,dnis,dst,destino",
  "numero destino,numero de destino,telefono destino,destination,destination number,recipient,marcado",
  "numero marcado,telefono marcado",
);
/** Vonage's delivery receipts: `to` is our own number or name, to which their person could answer. */
const RECEIPT_PERSON = "msisdn";
const EMAIL = names(
  "email,e mail,mail,correo,correo electronico,email address,direccion de correo,your email,su correo,tu correo",
);
const MESSAGE_IDS = names(
  "message sid,messagesid,sid,sms message sid,message id,messageid,inbound message id,wamid,id mensaje",
);
const FORM_ACTIONS = names("solicitud,tipo de solicitud,peticion,request,request type,preferencia,preference,derecho");
/** Names of a form's column that ask the person: `¿Qué desea?`, `¿En qué podemos ayudarle?`, `What do you need?` */
const QUESTION =
  /^(?:(?:que|en que|como) .*(?:desea|quiere|necesita|solicita|podemos|ayuda)|(?:what|how) .*(?:want|like|need|help))/;
const CALL_ACTIONS = names(
  "codigo de cierre,cierre,motivo de cierre,call result,call disposition,wrap up,subtipificacion,disposition name",
);

/** Vicidial's, and what tells its files. */
const CODE_NAME = names("status name");
const DIALER = [...CODE_NAME, ...names("lead id,vendor lead code")];

/** Dates beside those of suppression lists: when somebody called, filled in a form, or gave or took back a consent. */
const DATES = names(
  "consent timestamp,consent date,phone consent date,sms consent date,phone consent timestamp,sms consent timestamp,consent updated at,received",
  "recibido,marca temporal,call time,call date,calldate,start time,start date,started at,call start",
  "fecha de llamada,fecha llamada,fecha de contacto,fecha contacto,fecha de inicio,fecha inicio,completion time",
  "hora de inicio,hora de finalizacion",
);

/** What came in is theirs. */
const ANSWERED =
  /\b(?:respuestas?|contestacion(?:es)?|reply|replies|response|answer|inbound|entrantes?|recibid[oa]s?|dijo)\b/;
/** Columns in which somebody wrote, they or we, beside what is said of a message: its state, its kind. */
const WRITTEN = /\b(?:body|messages?|mensajes?|sms|textos?|text|contenido|content|cuerpo|transcri\w*)\b/;
const OF_MESSAGES =
  /\b(?:estados?|estatus|status|state|tipo|type|codigo|code|id|sid|delivery|entrega|price|costo?|count|segments?)\b/;

/** Whose words a column may hold beside the message's: which of several is the message, nobody can say. */
export function writtenIn(name: string): "theirs" | "anybody's" | undefined {
  const folded = nameWords(name);
  if (OF_MESSAGES.test(folded)) return undefined;
  return ANSWERED.test(folded) ? "theirs" : WRITTEN.test(folded) ? "anybody's" : undefined;
}

/**
 * Returns the columns where the phones of an import may be, if its header says so; which of them counts, each record
 * tells.
 */
export function importPhones(kind: RequestKind, header: readonly string[]): readonly number[] | undefined {
  const receipts = isReceipt(header) ? allOf(header, [RECEIPT_PERSON]) : [];
  if (kind === "consent" && receipts.length > 0) return receipts;
  const isOther = kind === "sms" ? [...TO, ...OURS] : OURS;
  const isPhone = (name: string) => meaningOf(name) === "phone" && !isOther.includes(nameWords(name));
  const ends = kind === "sms" ? allOf(header, [...FROM, ...PERHAPS_FROM]) : endsOf(header);
  // Who wrote is known by one name, who was called only by two.
  if (kind !== "sms" && ends.length === 0) return undefined;
  const named = new Set([...ends, ...allBy(header, isPhone)]);
  return named.size === 0 ? undefined : [...named].sort((a, b) => a - b);
}

/** Columns of who called and who was called, where the list has both. */
function endsOf(header: readonly string[]): number[] {
  const [callers, called] = [allOf(header, CALLERS), allOf(header, CALLED)];
  return callers.length > 0 && called.length > 0 ? [...callers, ...called] : [];
}

function isReceipt(header: readonly string[]): boolean {
  return [RECEIPT_PERSON, "err code"].every((name) => allOf(header, [name]).length > 0);
}

/** `phones`: the columns of the people; `told`: the columns that the user named. */
export function findImportColumns(
  kind: RequestKind,
  header: readonly string[],
  phones: readonly number[],
  told: (role: ImportRole) => number | undefined,
): ImportColumns {
  const events = findEventColumns(header);
  const first = (known: readonly string[]) => firstOf(header, known, phones);
  const action = told("action");
  const text = kind === "sms" ? (told("text") ?? first(TEXT)) : told("text");
  const actions = action === undefined ? actionsOf(kind, header, events, phones) : [action];
  const areStates = kind === "sms" && text === undefined && (actions.length === 0 || action !== undefined);
  const channel = told("channel");
  const date = told("date");
  return {
    text,
    actions: actions.length === 0 && areStates ? events.actions : actions,
    areResults: areStates || kind === "call",
    areCodes: isOfDialer(header),
    codeName: areStates || kind === "call" ? first(CODE_NAME) : undefined,
    subscribed: kind === "consent" ? events.subscribed : [],
    errorCode: kind === "consent" ? events.errorCode : kind === "sms" ? first(ERROR_CODE) : undefined,
    channels: channel === undefined ? events.channels : [channel],
    sender: told("sender"),
    from: kind === "sms" ? allOf(header, FROM) : [],
    to: allOf(header, kind === "sms" ? [...TO, ...OURS] : OURS),
    date: date ?? events.dates[0] ?? first(DATES),
    otherDates: date === undefined ? events.dates.slice(1) : [],
    time: date === undefined ? events.time : undefined,
    parties: kind === "sms" ? { callers: [], called: [] } : partiesOf(header, phones, told("sender")),
    ends: kind === "sms" || kind === "call" || isReceipt(header) ? [...allOf(header, TO), ...endsOf(header)] : [],
    directions: allOf(header, kind === "sms" ? DIRECTION : CALL_DIRECTION).filter((column) => !phones.includes(column)),
    id: firstOf(header, MESSAGE_IDS, phones),
    email: firstOf(header, EMAIL, phones),
  };
}

/**
 * Returns the columns of `phones` of who called or wrote, and of who was called or written to. `ours`: a column of our
 * own numbers.
 */
export function partiesOf(header: readonly string[], phones: readonly number[], ours?: number) {
  const taken = (known: readonly string[]) => allOf(header, known).filter((it) => phones.includes(it) && it !== ours);
  const [callers, called] = [taken(CALLERS), taken(CALLED)];
  // Where one column alone holds phones, whatever it is called, they are the people's.
  return phones.length === 1 && ours === undefined ? { callers: [], called: [] } : { callers, called };
}

/** Exports of systems that only send text messages name no channel. */
export function defaultChannel(kind: RequestKind, header: readonly string[]): Channel {
  if (kind === "sms" || kind === "call") return kind;
  const folded = header.map(nameWords);
  const has = (...all: string[]) => all.every((name) => folded.includes(name));
  const isOfMessages =
    has("opted out number") || has("contact id", "sender id") || has("mobile number", "status") || isReceipt(header);
  return kind === "consent" && isOfMessages ? "sms" : "any";
}

/** Whether a dialer has written a list, by its own columns. */
export function isOfDialer(header: readonly string[]): boolean {
  return allOf(header, DIALER).length > 0;
}

/** The first column of messages: a comment on somebody is none. */
export function messageColumn(header: readonly string[], phones: readonly number[]): number | undefined {
  return firstOf(header, MESSAGES, phones);
}

/** The columns that may say how a call ended or what became of a message. */
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
  const more = kind === "call" ? CALL_ACTIONS : kind === "form" ? FORM_ACTIONS : [];
  const own = [firstOf(header, more, phones)].filter((column) => column !== undefined);
  const asking = kind === "form" ? allBy(header, (name) => QUESTION.test(nameWords(name))) : [];
  return [...new Set([...events.actions, ...own, ...asking.filter((column) => !phones.includes(column))])];
}

function allBy(header: readonly string[], isWanted: (name: string) => boolean): number[] {
  return header.flatMap((name, column) => (isWanted(name) ? [column] : []));
}

function allOf(header: readonly string[], known: readonly string[]): number[] {
  return allBy(header, (name) => known.includes(nameWords(name)));
}

function firstOf(
  header: readonly string[],
  known: readonly string[],
  taken: readonly number[] = [],
): number | undefined {
  const folded = header.map((name, column) => (taken.includes(column) ? "" : nameWords(name)));
  const name = known.find((candidate) => folded.includes(candidate));
  return name === undefined ? undefined : folded.indexOf(name);
}
