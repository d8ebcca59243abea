// What a record of an import asks for: by the words of its cells, or by what somebody wrote. Unclear is an answer.

import { actionOf, channelOf, foldWords, subscribedOf } from "../headers/event-words.js";
import type { ImportColumns, RequestKind } from "../headers/import-columns.js";
import { clausesOf, hasRole } from "../lexicon/clauses.js";
import { codeOf, outcomeOf } from "../lexicon/outcomes.js";
import { namesWhatIsSent } from "../replies/channels.js";
import { classifyReply, type Intent, type Reply } from "../replies/classify.js";
import type { Other } from "../replies/for-others.js";
import { asksInNote, barsAllInNote } from "../replies/notes.js";
import type { RequestKind as DataRequest } from "../replies/request-kinds.js";
import type { Channel } from "../suppression/event.js";
import { isResultWord } from "./result-words.js";

export interface Asked {
  intent: Intent;
  /** What a request, or an opt-out that also is one, is about. */
  request?: DataRequest;
  /** The channel that is meant; undefined: the one that it came by. */
  channel: Channel | undefined;
  /** Channels that the words name, perhaps another than it came by. */
  names: readonly Channel[];
  language: "es" | "en";
  /** No column says so. */
  isAssumed?: true;
  /** Whom it may be asked for as well, beside whoever asks. */
  others?: Other;
  /** A result that nobody knows, as it is written. */
  unknown?: string;
  /** The user says what a word of it means. */
  isMapped?: true;
}

/** What the user says that a word of an action column means, by the folded word. */
export type SaidWords = ReadonlyMap<string, Intent>;

/** The codes of receipts by which our message was not delivered since the person had opted out; Twilio's second is WhatsApp's. */
const VONAGE_OPTED_OUT = "9";
const TWILIO_OPTED_OUT: ReadonlySet<string> = new Set(["21610", "63014"]);

const PLAIN: Asked = { intent: "unclear", channel: undefined, names: [], language: "es" };

export function askedIn(kind: RequestKind, cells: readonly string[], columns: ImportColumns, said: SaidWords): Asked {
  const cell = (column: number | undefined) => (column === undefined ? "" : (cells[column] ?? ""));
  if (kind === "sms" && isOptOutReceipt(cell(columns.errorCode))) return { ...PLAIN, intent: "opt-out" };
  if (kind === "sms" && !columns.areResults) return askedInReply(columns.actions.map(cell), cell(columns.text));
  if (kind === "consent" && columns.errorCode !== undefined) {
    const code = cell(columns.errorCode).trim();
    return { ...PLAIN, intent: code === VONAGE_OPTED_OUT ? "opt-out" : /^\d+$/.test(code) ? "other" : "unclear" };
  }
  const results = columns.actions.map((column) => ofWord(kind, cell(column), said, columns.areCodes));
  const name = cell(columns.codeName);
  const words = name === "" ? results : explained(results, ofWord(kind, name, said, false));
  const flags = columns.subscribed.map((column): Asked => ({ ...PLAIN, intent: subscribedOf(cell(column)) }));
  const all = [...words, ...flags];
  // A form for leaving, or an export of those who left, need not say so in every line.
  if (all.length === 0) return { ...PLAIN, intent: "opt-out", isAssumed: true };
  return joined(all);
}

/** What the name of a code says of it: more than a code that nobody knows, and whoever it says has opted out, has. */
function explained(results: readonly Asked[], byName: Asked): readonly Asked[] {
  const known =
    byName.unknown === undefined ? results.map((one) => (one.unknown === undefined ? one : byName)) : results;
  return byName.intent === "opt-out" || byName.intent === "request" ? [...known, byName] : known;
}

/** The gravest first. */
const INTENTS: readonly Intent[] = ["opt-out", "request", "unclear", "opt-in", "help", "other"];
/** Whoever asks for this is out, or a person looks, whatever else is said beside it. */
const BARRING: ReadonlySet<Intent> = new Set(["opt-out", "request", "unclear"]);

/**
 * Joins what one record says in several places: the gravest counts, and with it every channel that the others bar, a
 * request about one's data, and whoever else is meant.
 */
export function joined(all: readonly Asked[]): Asked {
  const gravest = INTENTS.flatMap((intent) => all.filter((one) => one.intent === intent));
  const [first = PLAIN] = gravest;
  const joining = [first, ...gravest.slice(1).filter(({ intent }) => BARRING.has(intent))];
  const request = joining.find((one) => one.request !== undefined)?.request;
  const others = joining.find((one) => one.others !== undefined)?.others;
  return {
    ...first,
    channel: joining.find(({ channel }) => channel !== undefined)?.channel,
    names: [...new Set(joining.flatMap(({ names }) => names))],
    ...(request === undefined ? {} : { request }),
    ...(others === undefined ? {} : { others }),
    ...(all.some(({ isMapped }) => isMapped) ? { isMapped: true } : {}),
  };
}

/** What is told beside what a record asks for: a request is one there, too, and all else a person must judge. */
export function toldBeside(kind: RequestKind, text: string): Asked {
  // A word for leaving means in a note what it means as a result.
  if (kind === "call" && actionOf(text, false) === "opt-out") return { ...ofOptOutWord(kind, text), intent: "unclear" };
  const reply = classifyReply(text);
  const asked = askedOf(reply);
  if (reply.intent === "request") return asked;
  const isUnderstood = reply.intent === "opt-out";
  const channel = isUnderstood ? asked.channel : barsAllInNote(text) ? ("any" as const) : undefined;
  return { ...asked, intent: "unclear", channel, ...(reply.others === undefined ? {} : { others: reply.others }) };
}

function askedOf({ intent, any, names, language, request, others }: Reply): Asked {
  return {
    intent,
    channel: any ? "any" : undefined,
    names,
    language,
    ...(request === undefined ? {} : { request }),
    ...(others === undefined || intent !== "opt-out" ? {} : { others }),
  };
}

/** Whether a code in a log of messages says that ours was not delivered because the person had opted out. */
export function isOptOutReceipt(code: string): boolean {
  return TWILIO_OPTED_OUT.has(code.trim());
}

/** The channel that the cells name; `any` where it is no known one or several. Undefined where they name none. */
export function channelIn(cells: readonly string[], columns: ImportColumns): Channel | "unknown" | undefined {
  const named = columns.channels.map((column) => cells[column] ?? "").filter((cell) => cell.trim() !== "");
  if (named.length === 0) return undefined;
  const channels = new Set(named.map((cell) => channelOf(cell) ?? "unknown"));
  return channels.size === 1 ? [...channels][0] : "unknown";
}

function askedInReply(types: readonly string[], body: string): Asked {
  const type = types.map(foldWords).find((word) => word !== "");
  const reply = classifyReply(body);
  return askedOf({
    ...reply,
    intent: intentBeside(type === undefined ? undefined : OPT_OUT_TYPES.get(type), reply.intent),
  });
}

/**
 * What words mean beside Twilio's OptOutType. Twilio bars by STOP, whatever the words; its START is also a yes to anything, and
 * takes nobody in whose words don't. What bars by its words, bars.
 */
function intentBeside(done: Intent | undefined, said: Intent): Intent {
  if (done === "opt-out") return done;
  if (done === undefined || said === "opt-out" || said === "request") return said;
  if (done === "opt-in") return said === "opt-in" ? said : "unclear";
  return done;
}

const OPT_OUT_TYPES: ReadonlyMap<string, Intent> = new Map([
  ["stop", "opt-out"],
  ["start", "opt-in"],
  ["resume", "opt-in"],
  ["help", "help"],
]);

function ofWord(kind: RequestKind, cell: string, said: SaidWords, areCodes: boolean): Asked {
  const folded = foldWords(cell);
  const mapped = said.get(folded);
  if (mapped !== undefined) {
    const asked = mapped === "opt-out" ? ofOptOutWord(kind, cell) : { ...PLAIN, intent: mapped };
    return { ...asked, isMapped: true };
  }
  const code = areCodes ? codeOf(cell) : undefined;
  if (code === "code-opt-out") return ofOptOutWord(kind, "DNC");
  if (code !== undefined) return code === "code" ? { ...PLAIN, intent: "other" } : PLAIN;
  if (folded === "re opt in") return { ...PLAIN, intent: "opt-in" };
  // In a register of opt-outs `alta` means entered, in a form taken in, in a call centre sold.
  const known = folded === "alta" || folded === "review" ? undefined : actionOf(cell, false);
  if (known === "opt-out") return ofOptOutWord(kind, cell);
  if (known !== undefined) return { ...PLAIN, intent: known };
  if (kind === "form") return folded === "" ? PLAIN : chosenInForm(cell);
  if (kind === "consent") return PLAIN;
  if (folded === "") return { ...PLAIN, intent: "other" };
  const reply = classifyReply(cell);
  if (reply.intent === "opt-out" || reply.intent === "request") return askedOf(reply);
  const outcome = outcomeOf(folded);
  if (outcome === "declined") return { ...PLAIN, names: reply.names };
  if (outcome !== undefined && outcome !== "arrived") return { ...PLAIN, intent: "other" };
  const isCode = areCodes && /^\s*[A-Z\d]{1,6}\s*$/.test(cell);
  if (!isCode && asksInNote(cell)) return toldBeside(kind, cell);
  // An agent's note asks for nothing without a word of asking.
  if (!isResultWord(cell)) return { ...PLAIN, intent: "other" };
  return { ...PLAIN, names: reply.names, unknown: cell.trim() };
}

/** Words for leaving that speak of no channel. */
const LEAVING = ["out", "low", "stop", "remove", "leave", "cancel", "give", "telling", "small"];

/**
 * A word for leaving. Under another channel's name one of calls speaks of more than that channel. In a log of calls it
 * suppresses calls, and what forbids in other words (`no contactar`, `lista negra`) every channel.
 */
function ofOptOutWord(kind: RequestKind, cell: string): Asked {
  const tokens = clausesOf(cell).flat();
  const { names } = classifyReply(cell);
  const isOfCalls = hasRole(tokens, "call");
  const isPlain = isOfCalls || (!barsAllInNote(cell) && tokens.every((token) => hasRole([token], ...LEAVING)));
  const channel = kind === "call" && actionOf(cell, false) === "opt-out" && !isPlain ? "any" : undefined;
  return { ...PLAIN, intent: "opt-out", channel, names: isOfCalls ? [...names, "call"] : names };
}

/** What a form offers and a person chose often completes `quiero …`: `Ya no recibir promociones`, `Otra consulta`. */
function chosenInForm(cell: string): Asked {
  const readings = [cell, `quiero ${cell}`].map(classifyReply);
  for (const intent of ["opt-out", "request", "other", "opt-in"] as const) {
    const reply = readings.find((reading) => reading.intent === intent);
    if (reply === undefined) continue;
    // Who signs up in a form signs up for what the form is about.
    if (intent === "opt-in" && !namesWhatIsSent(cell)) return PLAIN;
    return askedOf(reply);
  }
  return PLAIN;
}
