// The acknowledgements that a person is owed: one for each event and each call for help, in the language of the request. In a file
// they are durable before the ledger is, so a killed import may leave one twice, and never none.

import { hash } from "node:crypto";
import { composeRecords } from "../csv/compose.js";
import { ExitCode, ScrubError } from "../errors.js";
import { appendLines, readEnds } from "../files/append.js";
import { openPositioned, readWhole } from "../files/input.js";
import type { LedgerEvent } from "./ledger-event.js";
import type { WantedEvent, WantedHelp } from "./understanding.js";

type Language = "es" | "en";

const ASK_ES = "Si cambia de idea, nos lo puede decir cuando quiera.";
const ASK_EN = "If you change your mind, just tell us.";

/**
 * The texts, without á, í, ó and ú, which GSM-7 lacks: with one of them a message costs twice as much. `opt-out` and `opt-in` answer
 * a reply about the channel that it came by, for only there an answer is heard; the others name the channel that they are about.
 */
export const TEMPLATES = {
  es: {
    "opt-out": "Listo: ya no le enviaremos promociones por este medio. Si cambia de idea, responda ALTA.",
    "opt-out-any": `Listo: ya no le contactaremos con promociones de ninguna forma. ${ASK_ES}`,
    "opt-out-call": `Listo: ya no le llamaremos con promociones. ${ASK_ES}`,
    "opt-out-sms": `Listo: ya no le enviaremos promociones por SMS. ${ASK_ES}`,
    "opt-out-whatsapp": `Listo: ya no le enviaremos promociones por WhatsApp. ${ASK_ES}`,
    "opt-in": "Listo: le enviaremos nuestras promociones por este medio. Para dejar de recibirlas, responda BAJA.",
    "opt-in-any": `Listo: le contactaremos con nuestras promociones. ${ASK_ES}`,
    "opt-in-call": `Listo: le llamaremos con nuestras promociones. ${ASK_ES}`,
    "opt-in-sms": `Listo: le enviaremos nuestras promociones por SMS. ${ASK_ES}`,
    "opt-in-whatsapp": `Listo: le enviaremos nuestras promociones por WhatsApp. ${ASK_ES}`,
    help: "Promociones: responda BAJA para salir, ALTA para volver. Consultas: {sender}.",
  },
  en: {
    "opt-out": "Done: we will send you no more offers this way. If you change your mind, reply START.",
    "opt-out-any": `Done: we will not contact you with offers any more. ${ASK_EN}`,
    "opt-out-call": `Done: we will not call you with offers any more. ${ASK_EN}`,
    "opt-out-sms": `Done: we will send you no more offers by SMS. ${ASK_EN}`,
    "opt-out-whatsapp": `Done: we will send you no more offers by WhatsApp. ${ASK_EN}`,
    "opt-in": "Done: we will send you our offers this way. To stop them, reply STOP.",
    "opt-in-any": `Done: we will contact you with our offers. ${ASK_EN}`,
    "opt-in-call": `Done: we will call you with our offers. ${ASK_EN}`,
    "opt-in-sms": `Done: we will send you our offers by SMS. ${ASK_EN}`,
    "opt-in-whatsapp": `Done: we will send you our offers by WhatsApp. ${ASK_EN}`,
    help: "Offers: reply STOP to leave, START to return. Questions: {sender}.",
  },
};

type TemplateName = keyof typeof TEMPLATES.es;
/** What is sent, by language. */
export type Templates = Readonly<Record<Language, Readonly<Record<TemplateName, string>>>>;

export interface Acknowledgement {
  to: string;
  channel: string;
  language: string;
  message: string;
  /** The event's id; of a call for help one that the same call has whenever it is read. */
  event: string;
  /** Undefined where the import has no such column. */
  email?: string | undefined;
}

const COLUMNS = ["to", "channel", "language", "message", "event"];

/**
 * Templates of a JSON file, `{"es": {"opt-out": "…"}}`, in the place of ours; what it leaves out stays. A wrong name, or an
 * empty text, is exit 2.
 */
export function readTemplates(file: string): Templates {
  const bad = (where: string) => new ScrubError(ExitCode.usage, "badTemplate", [where], { file });
  const bytes = readWhole(file, ExitCode.usage, "templates");
  let read: Record<string, Record<string, unknown> | null> | null;
  try {
    read = JSON.parse(bytes.toString()) as typeof read;
  } catch {
    throw bad("JSON");
  }
  const templates = { es: { ...TEMPLATES.es }, en: { ...TEMPLATES.en } };
  for (const [language, texts] of Object.entries(read ?? {})) {
    if (language !== "es" && language !== "en") throw bad("es, en");
    for (const [name, text] of Object.entries(texts ?? {})) {
      if (!Object.hasOwn(TEMPLATES.es, name)) throw bad(Object.keys(TEMPLATES.es).join(", "));
      if (typeof text !== "string" || text.trim() === "") throw bad(`${language}.${name}`);
      templates[language][name as TemplateName] = text;
    }
  }
  return templates;
}

/** Returns undefined where nothing is owed: nobody is told that a person has to look first. */
export function acknowledge(
  { event, phone, channel, action }: LedgerEvent,
  { isReply, language, sender, email }: WantedEvent,
  templates: Templates,
): Acknowledgement | undefined {
  if (action !== "opt-out" && action !== "opt-in") return undefined;
  const canReply = isReply && (channel === "sms" || channel === "whatsapp");
  const message = textOf(canReply ? action : `${action}-${channel}`, templates, language, { event, sender, phone });
  return { to: phone, channel, language, message, event, email };
}

/** How to leave, how to come back, whom to ask. */
export function explain(help: WantedHelp, templates: Templates): Acknowledgement {
  const { phone, channel, language, sender, email, identity } = help;
  const event = `help-${hash("sha256", identity.join("\n")).slice(0, 16)}`;
  const message = textOf("help", templates, language, { event, sender, phone });
  return { to: phone, channel, language, message, event, email };
}

/** `email`: whether they have that column. */
export function acknowledgementLines(owed: readonly Acknowledgement[], email: boolean): string {
  return composeRecords(
    owed.map((one) => [one.to, one.channel, one.language, one.message, one.event, ...(email ? [one.email ?? ""] : [])]),
  );
}

export function acknowledgementHeader(email: boolean): string {
  return `${[...COLUMNS, ...(email ? ["email"] : [])].join(",")}\n`;
}

/** To be used under the file's lock. */
export class AcknowledgementFile {
  readonly #takesEmail: boolean;
  readonly #length: number;

  /** `hasEmail`: the import has addresses. `once`: help that the file holds already, which then is read whole, is not given again. */
  constructor(
    private readonly file: string,
    private readonly hasEmail: boolean,
    private readonly once?: { helps?: Set<string> },
  ) {
    const headers = [acknowledgementHeader(false), acknowledgementHeader(true)];
    const { head, length } = readEnds(file, headers[1]!.length);
    const own = headers.find((header) => head.toString("latin1").startsWith(header));
    if (length === 0 ? !headers[1]!.startsWith(head.toString("latin1")) : own === undefined)
      throw new ScrubError(ExitCode.io, "notAcknowledgements", [], { file });
    this.#takesEmail = own === undefined ? hasEmail : own === headers[1];
    this.#length = length;
  }

  /** Adds a line each, and makes them durable. Returns how many, and whether it has no column for the e-mail addresses. */
  add(owed: readonly Acknowledgement[]): { count: number; lacksEmail: boolean } {
    const unanswered = owed.filter(({ event }) => !this.#isAnswered(event));
    const header = this.#length === 0 ? acknowledgementHeader(this.#takesEmail) : "";
    appendLines(this.file, this.#length, Buffer.from(header + acknowledgementLines(unanswered, this.#takesEmail)));
    return { count: unanswered.length, lacksEmail: this.hasEmail && !this.#takesEmail && unanswered.length > 0 };
  }

  /** Whether it holds a call for help already; the next time that is asked it does. */
  #isAnswered(event: string): boolean {
    if (this.once === undefined || !event.startsWith("help-")) return false;
    this.once.helps ??= answeredHelps(this.file);
    if (this.once.helps.has(event)) return true;
    this.once.helps.add(event);
    return false;
  }
}

const HELP = /help-[0-9a-f]{16}/g;
const HELP_LENGTH = 21;
const WINDOW_BYTES = 1024 * 1024;

/** The calls for help that a file answers. */
function answeredHelps(file: string): Set<string> {
  const answered = new Set<string>();
  const opened = openPositioned(file, ExitCode.io);
  try {
    const window = Buffer.allocUnsafe(WINDOW_BYTES);
    // What a window cuts off stands whole in the next one.
    for (let at = 0; at < (opened?.length ?? 0); at += WINDOW_BYTES - HELP_LENGTH) {
      const count = opened!.readAt(window, 0, WINDOW_BYTES, at);
      for (const [id] of window.toString("latin1", 0, count).matchAll(HELP)) answered.add(id);
    }
  } finally {
    opened?.close();
  }
  return answered;
}

type Values = Readonly<Record<"event" | "sender" | "phone", string>>;

/** A template that only speaks of what nobody knows says nothing: then ours counts. */
function textOf(name: TemplateName, templates: Templates, language: Language, values: Values): string {
  return written(templates[language][name], values) || written(TEMPLATES[language][name], values);
}

/** Fills in what stands in braces. A sentence about what nobody knows is left out. */
function written(template: string, values: Values): string {
  if (!template.includes("{")) return template;
  const filled = (_whole: string, name: keyof typeof values) => values[name] || UNKNOWN;
  const sentences = template.split(/(?<=[.!?]) /).map((sentence) => sentence.replace(PLACEHOLDER, filled));
  return sentences.filter((sentence) => !sentence.includes(UNKNOWN)).join(" ");
}

const UNKNOWN = "\0";

const PLACEHOLDER = /\{(event|sender|phone)\}/g;
