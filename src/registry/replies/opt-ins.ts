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

/** `doubts`: it may ask for another thing, a place on a waiting list. */
export function findOptIn(message: Message): { asks: boolean; doubts: boolean } {
  const found = { asks: false, doubts: false };
  OPT_IN.each(message, (start, end) => {
    if (isRefused(message.tokens, start)) return;
    if (isAboutAnother(message.tokens, start, end) || !isPlain(message.tokens, start)) found.doubts = true;
    else found.asks = true;
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
