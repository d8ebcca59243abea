// The acknowledgements that people get, by language and by what was recorded: each in the language of its request.

const ASK_ES = "Si cambia de idea, nos lo puede decir cuando quiera.";
const ASK_EN = "If you change your mind, just tell us.";

/**
 * The texts, without á, í, ó and ú, which GSM-7 lacks: a message with one of them costs twice as much. `opt-out` and `opt-in` answer
 * a reply on its own channel, where an answer to them is understood; the others name the channel that they are about.
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

export type TemplateName = keyof typeof TEMPLATES.es;
export type Templates = Readonly<Record<keyof typeof TEMPLATES, Readonly<Record<TemplateName, string>>>>;

const PLACEHOLDER = /\{(event|sender|phone)\}/g;

/** Fills in the words in braces. A sentence with an unknown one is left out. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  if (!template.includes("{")) return template;
  const isKnown = (sentence: string) => [...sentence.matchAll(PLACEHOLDER)].every(([, name]) => values[name!] !== "");
  return template
    .split(/(?<=[.!?]) /)
    .filter(isKnown)
    .map((sentence) => sentence.replace(PLACEHOLDER, (_, name: string) => values[name]!))
    .join(" ");
}
