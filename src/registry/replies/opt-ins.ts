// Sentences that ask to be written to again, or for help.

import { isAboutAnother } from "./doubts.js";
import { type Fields, fieldsOf } from "./fields.js";
import { LEVEL } from "./lexicon.js";
import { Phrases } from "./patterns.js";
import type { Message, Token } from "./tokens.js";

const OPT_IN = new Phrases(
  "want ~ again|keep ~ =recibir|=recibiendo|=receive|=receiving|=getting",
  "want ~ =recibir|=receive|=get ~ msg|=mas",
  "want ~ =recibir|=receive END",
  "want ~ que me reach|weak.subjunctive",
  "give ~ de =alta",
  "give ~ =alta",
  "weak.order&me more? =vez? END",
  "weak.order&me ~ =a|=en|=de|=to ~ list",
  "me ~ can ~ weak.infinitive ~~ list",
  "=suscribanme|=suscribame|=suscribeme|=suscribime|=inscribanme|=inscribame",
  "me? want ~ =suscribir|=suscribirme|=inscribirme|=inscribir|=subscribe|=resubscribe",
  "again.subjunctive+order =a reach.infinitive",
  "=sign|=add me =up|=back|=to|=in",
  "=subscribe|=resubscribe me",
  "=start reach.gerund",
  "=opt me? ~ =in",
  "permit.first ~ receive.infinitive",
  "=si ~ permit.first ~~ msg|receive",
);

const HELP = new Phrases(
  "want ~ =ayuda|=soporte|=help",
  "can ~ =ayudar|=ayudarme|=ayudarnos",
  "=ayudeme|=ayudenme|=ayudame",
  "=help|=assist me",
  "=mas|=more =informacion|=info|=information",
  "=quien|=quienes|=who =es|=son|=eres|=sos|=is|=are ~ =this|=you|=usted|=ustedes? END",
  "=de =que =empresa|=parte",
  "=de =parte =de =quien ~ be?",
);

/** `doubts`: it may ask for another thing: a place on a waiting list, a call, an e-mail, word of an order. */
export function findOptIn(message: Message): { asks: boolean; doubts: boolean } {
  const found = { asks: false, doubts: false };
  OPT_IN.each(message, (start, end) => {
    if (isRefused(message.tokens, start)) return;
    const isSure =
      isPlain(message.tokens, start) &&
      !isAboutAnother(message.tokens, start, end) &&
      message.tokens.every(isOfOurMessages);
    if (isSure) found.asks = true;
    else found.doubts = true;
  });
  return found;
}

/** Tells whether a message asks for help, and for nothing else. */
export function asksForHelp({ tokens, ...message }: Message): boolean {
  return HELP.each({ tokens, ...message }, (start, end) => {
    const others = [...tokens.slice(0, start), ...tokens.slice(end)];
    return !isRefused(tokens, start) && others.every((token) => !token.isOdd && is(token, ACCOMPANIES));
  });
}

const ACCOMPANIES = fieldsOf([
  "favor",
  "small",
  "want",
  "can",
  "me",
  "que",
  "de",
  "det",
  "prep",
  "know",
  "yours",
  "be",
]);
const PERSON = new Set(["yo", "i", "id"]);
const INTRODUCES = fieldsOf(["favor", "me", "if", "can", "want", "que"]);
const is = ({ word }: Token, { low, high }: Fields): boolean => ((word.low & low) | (word.high & high)) !== 0;

/** A slip could have taken a refusal away (`ya o quiero recibir`): nothing odd in it, and before it only courtesy and a yes. */
function isPlain(tokens: readonly Token[], start: number): boolean {
  if (tokens.some(({ isOdd, word }) => isOdd && word.level !== LEVEL.small)) return false;
  for (let at = start; at > 0 && !tokens[at]!.begins; at--)
    if (!is(tokens[at - 1]!, INTRODUCES) && !PERSON.has(tokens[at - 1]!.folded)) return false;
  return true;
}

/** Whoever asks for them asks for what comes the way that the message came. */
const WRITTEN =
  /^(?:mensa|mesag|messag|msg|ms[jg]s?$|sms|txt|text|whats|wh?as+ap|gua[ts]+ap|wsa?p|wpp|wapp|promo|ofert|ofrec|offer|deal|descuento|novedad|publicid|publicit|propaganda|anuncio|ads?$|advert|aviso|alert|notific|campan|marketing|mercad|escri|writ|mand|envi|send|sent|list|base$|difusion|grupo|number|numero|nombre|telefono|celular|cel)/;
/** How somebody is put on a list. */
const ENTER = /^(?:agreg|incluy|inclui|pon|pus|met|anot|add|put|suscri|subscri|resubscri|inscri|registr|apunt)/;
const OF_MESSAGES = fieldsOf(["msg", "reach", "weak", "list", "number", "subscription"]);
const SAYS_NO_MORE = fieldsOf([
  "favor",
  "small",
  "want",
  "can",
  "if",
  "me",
  "cl",
  "que",
  "de",
  "det",
  "mine",
  "yours",
  "prep",
  "more",
  "ya",
  "be",
  "ask",
  "give",
  "again",
  "keep",
  "receive",
  "permit",
]);

/** False of another medium and of another matter: who wants to be called, or to hear of an order, wants no messages back. */
function isOfOurMessages(token: Token): boolean {
  const { text } = token.word;
  // Whose number it is, is another question.
  if (token.isNumber) return true;
  if (is(token, OF_MESSAGES)) return WRITTEN.test(text) || ENTER.test(text);
  return (is(token, SAYS_NO_MORE) && !ON_CONDITION.test(text)) || OPENS.has(text);
}
/** `cuando esté mi pedido`. */
const ON_CONDITION = /^(?:cuando|donde|when|where|pedidos?$)/;
const OPENS = new Set(["alta", "vez", "start", "starting", "sign", "opt", "back", "yes", "nuevo"]);

const REFUSING = fieldsOf(["no", "forbid", "stop", "enough", "tired"]);

/** Tells whether a clause refuses: nobody asks for more in it. */
function isRefused(tokens: readonly Token[], start: number): boolean {
  for (let at = start; at >= 0; at--) {
    if (is(tokens[at]!, REFUSING)) return true;
    if (tokens[at]!.begins) break;
  }
  for (let at = start + 1; at < tokens.length && !tokens[at]!.begins; at++) if (is(tokens[at]!, REFUSING)) return true;
  return false;
}
