// Sentences that ask to be written to again, or for help.

import { isAboutAnother } from "./doubts.js";
import { fieldsOf } from "./fields.js";
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
    if (isAboutAnother(message.tokens, start, end)) found.doubts = true;
    else found.asks = true;
  });
  return found;
}

export function asksForHelp(message: Message): boolean {
  return HELP.each(message, (start) => !isRefused(message.tokens, start));
}

const REFUSING = fieldsOf(["no", "forbid", "stop", "enough", "tired"]);

/** In the clause of a refusal nobody asks for more. */
function isRefused(tokens: readonly Token[], start: number): boolean {
  const refuses = ({ word }: Token) => ((word.low & REFUSING.low) | (word.high & REFUSING.high)) !== 0;
  for (let at = start; at >= 0; at--) {
    if (refuses(tokens[at]!)) return true;
    if (tokens[at]!.begins) break;
  }
  for (let at = start + 1; at < tokens.length && !tokens[at]!.begins; at++) if (refuses(tokens[at]!)) return true;
  return false;
}
