// What a record of an import asks for: by the words of its cells, or by what somebody wrote. Unclear is an answer.

import { actionOf, channelOf, foldWords } from "../headers/event-words.js";
import type { ImportColumns, RequestKind } from "../headers/import-columns.js";
import type { Channel } from "../suppression/event.js";
import { subscribedOf } from "../suppression/event-reader.js";
import { classifyReply } from "./classify.js";
import type { Intent } from "./keywords.js";
import { foldMessage, Phrases } from "./phrases.js";

export interface Asked {
  intent: Intent;
  /** Undefined: the one that it came by. */
  channel: Channel | undefined;
  language: "es" | "en";
}

/** What the user says that a word of an action column means, by the folded word. */
export type SaidWords = ReadonlyMap<string, Intent>;

const PLAIN: Asked = { intent: "unclear", channel: undefined, language: "es" };

/** Vonage's code for a number that has opted out. */
const OPTED_OUT_CODE = "9";

export function askedIn(kind: RequestKind, cells: readonly string[], columns: ImportColumns, said: SaidWords): Asked {
  const cell = (column: number | undefined) => (column === undefined ? "" : (cells[column] ?? ""));
  if (kind === "sms") return askedInReply(columns.actions.map(cell), cell(columns.text));
  if (columns.errorCode !== undefined) {
    const code = cell(columns.errorCode).trim();
    return { ...PLAIN, intent: code === OPTED_OUT_CODE ? "opt-out" : /^\d+$/.test(code) ? "other" : "unclear" };
  }
  const words = columns.actions.map((column) => ofWord(kind, cell(column), said));
  const flags = columns.subscribed.map((column): Asked => ({ ...PLAIN, intent: subscribedOf(cell(column)) }));
  const all = [...words, ...flags];
  // A form for leaving, or an export of those who left, need not say so in every line.
  if (all.length === 0) return { ...PLAIN, intent: "opt-out" };
  const asked = (intent: Intent) => all.find((one) => one.intent === intent);
  return asked("opt-out") ?? asked("unclear") ?? asked("opt-in") ?? { ...PLAIN, intent: "other" };
}

/** The channel that the cells name; `any` where it is no known one or several. Undefined where they name none. */
export function channelIn(cells: readonly string[], columns: ImportColumns): Channel | "unknown" | undefined {
  const named = columns.channels.map((column) => cells[column] ?? "").filter((cell) => cell.trim() !== "");
  if (named.length === 0) return undefined;
  const channels = new Set(named.map((cell) => channelOf(cell) ?? "unknown"));
  return channels.size === 1 ? [...channels][0] : "unknown";
}

/** Twilio's OptOutType has the last word: it is what Twilio did. */
function askedInReply(types: readonly string[], body: string): Asked {
  const type = types.map(foldWords).find((word) => word !== "");
  const reply = classifyReply(body);
  const channel = reply.any ? ("any" as const) : undefined;
  const intent = type === undefined ? reply.intent : (OPT_OUT_TYPES[type] ?? reply.intent);
  return { intent, channel, language: reply.language };
}

const OPT_OUT_TYPES: Readonly<Record<string, Intent>> = { stop: "opt-out", start: "opt-in", help: "help" };

function ofWord(kind: RequestKind, cell: string, said: SaidWords): Asked {
  const folded = foldWords(cell);
  const mapped = said.get(folded);
  if (mapped !== undefined) return { ...PLAIN, intent: mapped };
  if (folded === "re opt in") return { ...PLAIN, intent: "opt-in" };
  // In a register of opt-outs `alta` means entered, in a form taken in, in a call centre sold.
  const known = folded === "alta" || folded === "review" ? undefined : actionOf(cell, false);
  if (known !== undefined) return { ...PLAIN, intent: known };
  if (kind !== "call") return PLAIN;
  const message = foldMessage(cell);
  if (message === "") return { ...PLAIN, intent: "other" };
  const { intent, any, language } = classifyReply(cell);
  if (intent === "opt-out") return { intent, channel: any ? "any" : undefined, language };
  return OUTCOMES.in(message) && !LUKEWARM.in(message) && intent !== "unclear" ? { ...PLAIN, intent: "other" } : PLAIN;
}

/** How a call ended, with nothing asked for. What is not here goes to a person, or is told with --map. */
const OUTCOMES = new Phrases(
  "no contest*|respond*|atiende",
  "no esta|disponible|localizad*|ubicad*|encontrad*",
  "ocupad*|buzon*|apagad*|contestador*|busy|voicemail|answered|machine|failed|congestion|chanunavail|noanswer|timeout",
  "no answer",
  "fuera de servicio|cobertura",
  "venta*|vendid*|vendio|compr*|sale|sold|pago|paga|pagara|pagado|promesa*|acuerdo|interesad*|contactad*|agendad*|cita|informad*|contacto",
  "volver|llamar|devolver a|mas|despues|luego|manana|llamada llamar?",
  "rellamar|reagendar|callback|reprogramad*|seguimiento|pendiente|transferid*|contestada|contesto|exitosa|efectiva|completed",
  "call back",
);

/** Perhaps of the offer, perhaps of ever being called again: each company means its own thing by it. */
const LUKEWARM = new Phrases("no|poco|sin interes*");
