// The acknowledgements that a person is owed: one for each event that was recorded, in the language in which it was asked for.
// They are durable before the ledger is, so a killed import may leave one twice, and never none.

import { stringify } from "csv-stringify/sync";
import { ExitCode, ScrubError } from "../errors.js";
import { appendLines, readGrowing } from "../files/append.js";
import { readWhole } from "../files/input.js";
import { SEGMENT_SEPTETS, septetsOf } from "./gsm7.js";
import type { LedgerEvent } from "./ledger-event.js";

export type Language = "es" | "en";

/** What is sent for an event, by language: on one channel, or on all. */
export type Templates = Readonly<Record<Language, Readonly<Record<TemplateName, string>>>>;
const TEMPLATE_NAMES = ["opt-out", "opt-out-any", "opt-in"] as const;
type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** Without á, í, ó and ú, which GSM-7 lacks: with one of them a message costs twice as much. */
export const TEMPLATES: Templates = {
  es: {
    "opt-out": "Listo: ya no le enviaremos promociones por este medio. Si cambia de idea, responda ALTA.",
    "opt-out-any": "Listo: ya no le contactaremos con promociones, por medio alguno. Si cambia de idea, responda ALTA.",
    "opt-in": "Listo: le enviaremos nuestras promociones por este medio. Para dejar de recibirlas, responda BAJA.",
  },
  en: {
    "opt-out": "Done: we will send you no more offers this way. If you change your mind, reply START.",
    "opt-out-any": "Done: we will not contact you with offers any more. If you change your mind, reply START.",
    "opt-in": "Done: we will send you our offers this way. To get no more of them, reply STOP.",
  },
};

const HEADER = "to,channel,language,message,event\n";

/**
 * Templates of a JSON file, `{"es": {"opt-out": "…"}}`, in the place of ours; what it leaves out stays. A wrong name, or a
 * text that does not fit into one segment, is exit 2.
 */
export function readTemplates(file: string): Templates {
  const bad = (where: string) => new ScrubError(ExitCode.usage, "badTemplate", [where], { file });
  const bytes = readWhole(file, ExitCode.usage, "templates");
  let read: unknown;
  try {
    read = JSON.parse(bytes.toString());
  } catch {
    throw bad("JSON");
  }
  const templates = { es: { ...TEMPLATES.es }, en: { ...TEMPLATES.en } };
  for (const [language, texts] of entriesOf(read)) {
    if (language !== "es" && language !== "en") throw bad("es, en");
    for (const [name, text] of entriesOf(texts)) {
      if (!isTemplateName(name)) throw bad(TEMPLATE_NAMES.join(", "));
      if (typeof text !== "string") throw bad(`${language}.${name}`);
      const septets = septetsOf(text);
      if (text.trim() === "" || septets === undefined || septets > SEGMENT_SEPTETS)
        throw new ScrubError(ExitCode.usage, "longTemplate", [`${language}.${name}`, septets, SEGMENT_SEPTETS], {
          file,
        });
      templates[language][name] = text;
    }
  }
  return templates;
}

/** Adds a line an event to the file of acknowledgements and makes them durable. Only under its lock. */
export function appendAcknowledgements(
  file: string,
  events: readonly (LedgerEvent & { language: Language })[],
  templates: Templates,
): void {
  const { bytes, tail } = readGrowing(file);
  if (bytes.length === 0 ? !HEADER.startsWith(tail.toString("latin1")) : !bytes.toString("latin1").startsWith(HEADER))
    throw new ScrubError(ExitCode.io, "notAcknowledgements", [], { file });
  const rows = events.map(({ phone, channel, language, action, event }) => {
    const name = action === "opt-in" ? "opt-in" : channel === "any" ? "opt-out-any" : "opt-out";
    return [phone, channel, language, templates[language][name], event];
  });
  appendLines(file, bytes.length, Buffer.from((bytes.length === 0 ? HEADER : "") + stringify(rows)));
}

function isTemplateName(name: string): name is TemplateName {
  return (TEMPLATE_NAMES as readonly string[]).includes(name);
}

function entriesOf(read: unknown): [string, unknown][] {
  return typeof read === "object" && read !== null ? Object.entries(read) : [];
}
