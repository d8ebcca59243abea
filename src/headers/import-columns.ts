// Finds the columns of an import by the names that providers and call centres use, or that the user gives.

import type { Channel } from "../suppression/event.js";
import { findEventColumns } from "./event-columns.js";
import { nameWords, wordSet } from "./folding.js";
import { columnNamed, columnsNamed, columnsWhere, isFile, type Role } from "./names.js";
import { meaningOf } from "./phone-names.js";

export type ImportKind = "sms" | "call" | "form" | "consent" | "reviewed";
export type RequestKind = Exclude<ImportKind, "reviewed">;

export type ImportRole = "text" | "action" | "channel" | "date" | "sender";
/** The columns that the user names for roles. */
export type GivenColumns = Readonly<Partial<Record<ImportRole, string | undefined>>>;

/** The columns of an import, 0-based. */
export type ImportColumns = Readonly<ReturnType<typeof findImportColumns>>;

export function cellIn(cells: readonly string[], column: number | undefined): string {
  return column === undefined ? "" : (cells[column] ?? "");
}

/** The column that says what was asked for, by the kind of import. */
const OWN_ACTION = { sms: "optOutType", call: "callResult", form: "formRequest", consent: "action" } as const;
/** Matches questions of a form: `¿Qué desea?`, `How can we help?`. */
const QUESTION =
  /^(?:(?:que|en que|como) .*(?:desea|quiere|necesita|solicita|podemos|ayuda)|(?:what|how) .*(?:want|like|need|help))/;

const REPLY_WORDS =
  /\b(?:respuestas?|contestacion(?:es)?|reply|replies|response|answer|inbound|entrantes?|recibid[oa]s?|dijo|mo)\b/;
const TEXT_WORDS = /\b(?:body|messages?|mensajes?|msjs?|sms|textos?|text|contenido|content|cuerpo|transcri\w*)\b/;
/** Matches what is said of a message, and is not its text: `estado del mensaje`. */
const FACT_WORDS =
  /\b(?:estados?|estatus|status|state|tipo|type|codigo|code|id|sid|delivery|entrega|price|costo?|count|segments?)\b/;

/** Returns who wrote the text in a column of this name: the person, or perhaps we; undefined if the name is of no text. */
export function authorIn(name: string): "person" | "anybody" | undefined {
  const folded = nameWords(name);
  if (FACT_WORDS.test(folded)) return undefined;
  return REPLY_WORDS.test(folded) ? "person" : TEXT_WORDS.test(folded) ? "anybody" : undefined;
}

/** Other words in the name of a column of messages. */
const NEUTRAL_WORDS = wordSet("de del el la los las su tu of the your cliente client customer usuario");

/** Finds the column of messages, by a name of words for them alone (`SMS recibido`); in a form also of what it is about. */
function messagesIn(kind: RequestKind, header: readonly string[], phones: readonly number[]): number | undefined {
  const isMessage = (word: string) => TEXT_WORDS.test(word) || /^(?:respuest|contest|repl|respons|answer)/.test(word);
  const isNeutral = (word: string) => NEUTRAL_WORDS.has(word) || authorIn(word) !== undefined;
  const [found] = columnsWhere(header, (name, column) => {
    const isPhone = phones.length === 1 && phones.includes(column);
    return !isPhone && name.split(" ").some(isMessage) && name.split(" ").every(isNeutral);
  });
  const first = (role: Role) => columnNamed(header, role, phones);
  return first("message") ?? first("comment") ?? found ?? (kind === "form" ? first("topic") : undefined);
}

/** Returns the columns that certainly name the person who wrote and us, every one that may name either, and those of directions. */
function endsOf(kind: RequestKind, header: readonly string[]) {
  const named = (...roles: Role[]) => columnsNamed(header, ...roles);
  const isSms = kind === "sms";
  const certainFrom = isSms ? named("from", "msisdn") : [];
  const certainTo = isSms ? named("ours", "to") : named("ours");
  const mayBeEnds = isSms || kind === "call" || isFile("receipt", header) ? [...named("to"), ...callEnds(header)] : [];
  const directions = isSms ? named("direction") : named("direction", "contactType", "perhapsDirection");
  return { certainFrom, certainTo, mayBeEnds, directions };
}

/** Returns the columns that may hold people's phones, if the header tells. Each record decides which of them counts. */
export function importPhones(kind: RequestKind, header: readonly string[]): readonly number[] | undefined {
  if (kind === "consent" && isFile("receipt", header)) return columnsNamed(header, "msisdn");
  const ends = kind === "sms" ? columnsNamed(header, "from", "msisdn", "perhapsFrom") : callEnds(header);
  // One column is enough to tell who wrote. Who was called takes both ends.
  if (kind !== "sms" && ends.length === 0) return undefined;
  const { certainTo } = endsOf(kind, header);
  const isPhone = (name: string, column: number) => meaningOf(name) === "phone" && !certainTo.includes(column);
  const found = [...header.keys()].filter((column) => ends.includes(column) || isPhone(header[column]!, column));
  return found.length === 0 ? undefined : found;
}

/** Returns the columns of callers and called, if there are both. */
function callEnds(header: readonly string[]): number[] {
  const [callers, called] = [columnsNamed(header, "from", "caller"), columnsNamed(header, "to", "called")];
  return callers.length > 0 && called.length > 0 ? [...callers, ...called] : [];
}

/** Finds the columns by their names. `phones`: those of the people; `given`: returns the column that the user names for a role. */
export function findImportColumns(
  kind: RequestKind,
  header: readonly string[],
  phones: readonly number[],
  given: (role: ImportRole) => number | undefined,
) {
  const events = findEventColumns(header);
  const first = (role: Role) => columnNamed(header, role, phones);
  const { directions, ...ends } = endsOf(kind, header);
  const isSms = kind === "sms";
  const givenOr = (role: ImportRole, found: readonly number[]) => [given(role) ?? found].flat();
  const actions = givenOr("action", actionsOf(kind, header, phones));
  const mayHoldMessages = isSms || (kind === "form" && actions.length === 0);
  const text = given("text") ?? (mayHoldMessages ? messagesIn(kind, header, phones) : undefined);
  // Without a text, only the states of messages (delivered, blocked) can say what was asked for.
  const areStates = text === undefined && (actions.length === 0 || given("action") !== undefined);
  const decides: "text" | "states" | "actions" = !mayHoldMessages ? "actions" : areStates ? "states" : "text";
  return {
    text,
    /** The columns that say in words what was asked for: OptOutType, a disposition, a status. */
    actions: actions.length === 0 && decides === "states" ? events.actions : actions,
    /** Which columns decide what was asked for. `states`: `actions` say what became of messages. */
    decides,
    /** Whether the results may be a dialer's codes, which `codeName` has in words. */
    areCodes: isFile("dialer", header),
    codeName: decides === "states" || kind === "call" ? first("codeName") : undefined,
    subscribed: kind === "consent" ? events.subscribed : [],
    errorCode: first("errorCode"),
    /** Whether they are Vonage's receipts, in which a code says that the person has opted out. */
    areReceipts: (isSms || kind === "consent") && isFile("receipt", header),
    channels: givenOr("channel", events.channels),
    sender: given("sender"),
    ...ends,
    /** The first is the request's. */
    dates: givenOr("date", events.dates.length > 0 ? events.dates : [first("requestDate") ?? []].flat()),
    time: given("date") === undefined ? events.time : undefined,
    parties: partiesOf(header, isSms ? [] : phones, given("sender")),
    directions: directions.filter((column) => !phones.includes(column)),
    id: first("messageId"),
    email: first("email"),
  };
}

/** Splits the phone columns into those of callers and of called. `ours`: a column of our own numbers, which is in neither. */
export function partiesOf(header: readonly string[], phones: readonly number[], ours?: number) {
  // A single phone column is the people's, whatever its name.
  const open = phones.length === 1 && ours === undefined ? [] : phones.filter((column) => column !== ours);
  const among = (...roles: Role[]) => columnsNamed(header, ...roles).filter((column) => open.includes(column));
  return { callers: among("from", "caller"), called: among("to", "called") };
}

/** Returns the channel of records that name none, as in exports of systems that only send text messages. */
export function defaultChannel(kind: RequestKind, header: readonly string[]): Channel {
  if (kind === "sms" || kind === "call") return kind;
  return kind === "consent" && isFile("messages", header) ? "sms" : "any";
}

/** Returns the columns that say in words what was asked for, or how a call ended. */
export function actionsOf(kind: RequestKind, header: readonly string[], phones: readonly number[]): readonly number[] {
  const named = kind === "sms" ? [] : columnsNamed(header, "action", "optOutType");
  const found = columnNamed(header, OWN_ACTION[kind], phones) ?? [];
  const isQuestion = (name: string, column: number) => QUESTION.test(name) && !phones.includes(column);
  return [...new Set([named, found, kind === "form" ? columnsWhere(header, isQuestion) : []].flat())];
}
