// Sentences that ask to be written to again, or for help.

import { isWritten } from "./channels.js";
import { isAboutAnother } from "./doubts.js";
import { fieldsOf } from "./fields.js";
import { LEVEL } from "./lexicon.js";
import { Phrases } from "./patterns.js";
import { foldWord } from "./spelling.js";
import { is, type Message, readMessage, type Token } from "./tokens.js";
import { FORMS } from "./verbs.js";

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
  "me? want ~ again.infinitive =a =suscribirme|=subscribirme",
  "again.subjunctive+order =a reach.infinitive",
  "can again.infinitive =a reach.infinitive&me ~ msg END",
  "reach.order&me ~ msg =nuevamente|=again END",
  "reach.order&me ~ msg =otra|=de =vez|=nuevo END",
  "=you =can reach.infinitive me =again END",
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

/** `doubts`: it may ask for another thing: a place on a waiting list, a discharge, a call, an e-mail, word of an order. */
export function findOptIn(message: Message): { asks: boolean; doubts: boolean } {
  const found = { asks: false, doubts: false };
  OPT_IN.each(message, (start, end) => {
    if (isRefused(message.tokens, start)) return;
    const isSure =
      message.tokens.some(isOfSubscription) &&
      isPlain(message.tokens, start) &&
      !isAboutAnother(message.tokens, start, end) &&
      !isCondition(message.tokens, start, end) &&
      !message.tokens.some(isDischarge) &&
      message.tokens.every(isOfOurMessages);
    if (isSure) found.asks = true;
    else found.doubts = true;
  });
  return found;
}

/** Whether words name what we send: an opt-in among the services of a form is one to messages only then. */
export function namesWhatIsSent(text: string): boolean {
  return readMessage(text).tokens.some((token) => is(token, SENT) && isWritten(token));
}
const SENT = fieldsOf(["msg", "reach"]);

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
/** Whoever lies in a hospital asks for `el alta`. */
const isDischarge = ({ word }: Token, at: number, tokens: readonly Token[]) =>
  word.text === "alta" && at > 0 && is(tokens[at - 1]!, WHICH);
const WHICH = fieldsOf(["det", "mine", "yours"]);
const PERSON = new Set(["yo", "i", "id"]);
const INTRODUCES = fieldsOf(["favor", "me", "if", "can", "want", "que"]);
/** A slip could have taken a refusal away (`ya o quiero recibir`): nothing odd in it, and before it only courtesy and a yes. */
function isPlain(tokens: readonly Token[], start: number): boolean {
  if (tokens.some(({ isOdd, word }) => isOdd && word.level !== LEVEL.small)) return false;
  for (let at = start; at > 0 && !tokens[at]!.begins; at--)
    if (!is(tokens[at - 1]!, INTRODUCES) && !PERSON.has(tokens[at - 1]!.folded)) return false;
  return true;
}

/** How somebody is put on a list. */
const ENTER = /^(?:agreg|incluy|inclui|pon|pus|met|anot|add|put|suscri|subscri|resubscri|inscri|registr|apunt)/;
const OF_MESSAGES = fieldsOf(["msg", "reach", "weak", "list", "number", "subscription"]);
const MESSAGES = fieldsOf(["msg"]);
const SUBSCRIPTION = fieldsOf(["msg", "reach", "list", "subscription", "again"]);
/** `apúntame`, `quiero recibir` alone accept any invitation. */
const SUBSCRIBE = /^(?:suscri|subscri|resubscri|alta$|sign$|opt$)/;
const isOfSubscription = (token: Token) => is(token, SUBSCRIPTION) || SUBSCRIBE.test(token.word.text);
const GOES_ON = fieldsOf(["again", "keep", "give"]);
/** `yo les escribo`, `me escribían`: nobody asks for that. */
const ASKED_FOR = FORMS.subjunctive | FORMS.order | FORMS.infinitive | FORMS.gerund;
/**
 * All that may stand beside them. Whatever else does may want less of it, on a condition, once or elsewhere, or mock: a word
 * too few here costs a person's look.
 */
const BESIDE: ReadonlySet<string> = new Set(
  [
    "por favor porfavor porfa porfis porfi please pls plz kindly gracias thanks thank you hola hello hi buenas buenos buen dia dias tarde tardes noche noches",
    "si yes yo i id me mi mis my nos us le les su sus tu tus your ustedes que to",
    "quiero queremos quisiera quisieramos quiciera deseo deseamos desearia gustaria necesito necesitamos want wanna would like love need",
    "puede pueden podria podrian can could solicito solicitamos pido pedimos",
    "de del of from a al en on in para por el la los las unos unas este esta estos estas esos esas the this these all todo todos toda todas",
    "mas more again nuevamente nuevo vez ya now y and alta start starting sign up opt back",
    "recibir recibiendo receive receiving get getting",
    "permito permitimos acepto aceptamos autorizo autorizamos",
  ].flatMap((words) => words.split(" ").map(foldWord)),
);

/** False where another medium or another subject is meant: who wants to be called, or to hear of an order, wants no messages back. */
function isOfOurMessages(token: Token, at: number, tokens: readonly Token[]): boolean {
  const { text, form } = token.word;
  // Whose number it is, is another question.
  if (token.isNumber || BESIDE.has(text)) return true;
  if (text === "otra") return tokens[at + 1]?.word.text === "vez";
  if (is(token, OF_MESSAGES))
    return (isWritten(token) || ENTER.test(text)) && (form === 0 || is(token, MESSAGES) || (form & ASKED_FOR) !== 0);
  return is(token, GOES_ON);
}

/** `si quiero recibir promociones`: yes; but with another verb behind it, perhaps if. */
function isCondition(tokens: readonly Token[], start: number, end: number): boolean {
  const yes = tokens.slice(0, start + 1).findLastIndex(({ word }) => word.text === "si");
  if (yes < 0 || tokens[yes + 1]?.begins !== false) return false;
  return tokens.slice(end).some((token) => token.begins || (is(token, REACHES) && token.word.form !== 0));
}
const REACHES = fieldsOf(["reach", "weak", "receive", "give", "ask", "can", "want"]);

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
