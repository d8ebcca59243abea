// What a record of an import asks for: by the words of its cells, or by what somebody wrote. Unclear is an answer.

import { actionOf, channelOf, foldWords } from "../headers/event-words.js";
import type { ImportColumns, RequestKind } from "../headers/import-columns.js";
import type { Channel } from "../suppression/event.js";
import { subscribedOf } from "../suppression/event-reader.js";
import { TWILIO_OPTED_OUT, VONAGE_OPTED_OUT } from "./receipt-codes.js";
import type { MessageChannel } from "./replies/channels.js";
import { classifyReply, type Intent } from "./replies/classify.js";
import type { RequestKind as DataRequest } from "./replies/data-requests.js";
import type { Other } from "./replies/for-others.js";
import { namesWhatIsSent } from "./replies/opt-ins.js";

export interface Asked {
  intent: Intent;
  /** What a request, or an opt-out that also is one, is about. */
  request?: DataRequest;
  /** The channel that is meant; undefined: the one that it came by. */
  channel: Channel | undefined;
  /** Channels that the words name, perhaps another than it came by. */
  names: readonly MessageChannel[];
  language: "es" | "en";
  /** No column says so. */
  isAssumed?: true;
  /** Whom it may be asked for as well, beside whoever asks. */
  others?: Other;
}

/** What the user says that a word of an action column means, by the folded word. */
export type SaidWords = ReadonlyMap<string, Intent>;

const PLAIN: Asked = { intent: "unclear", channel: undefined, names: [], language: "es" };

export function askedIn(kind: RequestKind, cells: readonly string[], columns: ImportColumns, said: SaidWords): Asked {
  const cell = (column: number | undefined) => (column === undefined ? "" : (cells[column] ?? ""));
  if (kind === "sms")
    return isOptOutReceipt(cell(columns.errorCode))
      ? { ...PLAIN, intent: "opt-out" }
      : askedInReply(columns.actions.map(cell), cell(columns.text));
  if (columns.errorCode !== undefined) {
    const code = cell(columns.errorCode).trim();
    return { ...PLAIN, intent: code === VONAGE_OPTED_OUT ? "opt-out" : /^\d+$/.test(code) ? "other" : "unclear" };
  }
  const words = columns.actions.map((column) => ofWord(kind, cell(column), said));
  const flags = columns.subscribed.map((column): Asked => ({ ...PLAIN, intent: subscribedOf(cell(column)) }));
  const all = [...words, ...flags];
  // A form for leaving, or an export of those who left, need not say so in every line.
  if (all.length === 0) return { ...PLAIN, intent: "opt-out", isAssumed: true };
  const asked = (intent: Intent) => all.find((one) => one.intent === intent);
  return asked("opt-out") ?? asked("request") ?? asked("unclear") ?? asked("opt-in") ?? { ...PLAIN, intent: "other" };
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
  const channel = reply.any ? ("any" as const) : undefined;
  const intent = intentBeside(type === undefined ? undefined : OPT_OUT_TYPES.get(type), reply.intent);
  const others = intent === "opt-out" && reply.others !== undefined ? { others: reply.others } : {};
  const asked = { intent, channel, names: reply.names, language: reply.language, ...others };
  return reply.request === undefined ? asked : { ...asked, request: reply.request };
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
  ["help", "help"],
]);

function ofWord(kind: RequestKind, cell: string, said: SaidWords): Asked {
  const folded = foldWords(cell);
  const mapped = said.get(folded);
  if (mapped !== undefined)
    return { ...PLAIN, intent: mapped, channel: mapped === "opt-out" ? barredIn(kind, cell) : undefined };
  if (folded === "re opt in") return { ...PLAIN, intent: "opt-in" };
  // In a register of opt-outs `alta` means entered, in a form taken in, in a call centre sold.
  const known = folded === "alta" || folded === "review" ? undefined : actionOf(cell, false);
  if (known !== undefined) return { ...PLAIN, intent: known, channel: barredIn(kind, cell) };
  if (kind === "form") return folded === "" ? PLAIN : chosenInForm(cell);
  if (kind !== "call") return PLAIN;
  if (folded === "") return { ...PLAIN, intent: "other" };
  const { intent, any, names, language, request } = classifyReply(cell);
  const channel = any ? ("any" as const) : undefined;
  if (intent === "opt-out") {
    const asked = { intent, channel, names, language };
    return request === undefined ? asked : { ...asked, request };
  }
  if (request !== undefined) return { ...PLAIN, intent: "request", channel, request, names };
  return OUTCOME.test(folded) && !LUKEWARM.test(folded) ? { ...PLAIN, intent: "other" } : { ...PLAIN, names };
}

/** In a log of calls: a word for leaving, or one of calls, bars calls; what else forbids (`no contactar`, `lista negra`) bars everything. */
function barredIn(kind: RequestKind, cell: string): Channel | undefined {
  if (kind !== "call" || actionOf(cell, false) !== "opt-out") return undefined;
  return OF_CALLS.test(foldWords(cell)) ? undefined : "any";
}
const OF_CALLS =
  /^(?:opt(?:ed)? ?out|out|stop\w*|stop all|unsubscribe.*|end|quit|cancel\w*|removed?|(?:dad[oa] |dar(?:me)? )?(?:de )?baja|desuscri\w+|elimin\w+|exclu\w+|parar|detener|salir|dnc|.*\b(?:call|llama\w+|llamar)\b.*)$/;

/** What a form offers and a person chose often completes `quiero …`: `Ya no recibir promociones`, `Otra consulta`. */
function chosenInForm(cell: string): Asked {
  const readings = [cell, `quiero ${cell}`].map(classifyReply);
  for (const intent of ["opt-out", "request", "other", "opt-in"] as const) {
    const reply = readings.find((reading) => reading.intent === intent);
    if (reply === undefined) continue;
    // Who signs up in a form signs up for what the form is about.
    if (intent === "opt-in" && !namesWhatIsSent(cell)) return PLAIN;
    const { names, language, request } = reply;
    const asked = { intent, channel: reply.any ? ("any" as const) : undefined, names, language };
    return request === undefined ? asked : { ...asked, request };
  }
  return PLAIN;
}

/** How a call ended, with nothing asked for: the whole cell. What is not here goes to a person, or is told with --map. */
const OUTCOME = new RegExp(
  `^(?:${[
    "(?:(?:cliente|usuario|numero|linea|telefono) )?(?:no (?:contest|respond|atiend)\\w*|no (?:esta|disponible|localizad|ubicad|encontrad)\\w*|no answer|noanswer)",
    "(?:esta |linea |telefono )?(?:ocupad\\w*|apagad\\w*|busy|fuera de (?:servicio|cobertura))",
    "(?:buzon|contestador\\w*|voicemail|answering machine|answered(?: machine)?|failed|congestion|chanunavail|timeout)(?: de (?:voz|mensajes))?",
    "(?:venta|vendid|compr|sale|sold|pago|paga|pagad|promesa|acuerdo|interesad|contactad|agendad|cita|informad)\\w*(?: (?:de|con|en|efectiva|directo|tercero|titular|pago|realizad\\w*|cerrad\\w*|cliente|linea|agendada|parcial|total|confirmad\\w*))*",
    "contacto(?: (?:con|directo|efectivo|exitoso|titular|tercero))*",
    "(?:volver a |devolver |favor )?(?:llamar|llamada)(?: (?:mas tarde|luego|despues|manana|otro dia|de vuelta|transferida|contestada|exitosa|efectiva|completada))?",
    "rellamar|rellamada|reagendar|callback|call back(?: later)?|reprogramad\\w*|seguimiento|pendiente|transferid\\w*|contestada|contesto|exitosa|efectiva|completed",
  ].join("|")})$`,
);

/** Perhaps of the offer, perhaps of ever being called again: each company means its own thing by it. */
const LUKEWARM = /^(?:no|poco|sin) interes/;
