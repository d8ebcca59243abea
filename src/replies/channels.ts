// Which channels a message speaks of. What asks to be left alone acts on the channel that it came by only where it is bare, or
// speaks of what is written; whatever else it speaks of, it means every channel.

import { fieldsOf } from "./fields.js";
import { LEVEL } from "./lexicon.js";
import { is, type Token } from "./tokens.js";

export type MessageChannel = "sms" | "whatsapp";

/** What comes the way that a message came, and how it comes. */
const WRITTEN =
  /^(?:mensa|mesag|messag|msg|ms[jg]s?$|sms|txt|text|whats|wh?as+ap|gua[ts]+ap|wsa?p|wpp|wapp|promo|ofert|ofrec|offer|deal|descuento|novedad|publicid|publicit|propaganda|anuncio|ads?$|advert|aviso|alert|notific|campan|marketing|mercad|escri|writ|mand|envi|send|sent|list|base$|difusion|grupo|number|numero|nombre|telefono|celular|cel)/;

/** Words of messages alone, and of sending them. */
export const WRITING = /^(?:mensa|mesag|messag|msg|ms[jg]s?$|txt|text|escri|writ|mand|envi|send|sent)/;

export function isWritten({ word }: Token): boolean {
  return WRITTEN.test(word.text);
}

/** Also what is sent, called by a worse name, and how one gets it or somebody on a list. */
const SENT =
  /^(?:spam|cosa|stuff|things|crap|basura|babosada|papada|tonter|estupidec|pendejada|boletin|newsletter|updates|contenido|informa|comunicado|remit|reenvi|watsap|mailing|servicio|ad|agreg|incluy|inclui|pon|met|tir|pas|put|share|compart|suscri|subscri|suscrip|subscrip|resubscri|inscri|registr|apunt|escrivi)/;
const WIDE = fieldsOf(["bother", "list", "peace", "permission"]);
/** Whoever is tired of messages speaks of messages. */
const TIRED = fieldsOf(["tired"]);
const NUMBER = fieldsOf(["number"]);
const MESSAGES = fieldsOf(["msg"]);
/** Ways to reach somebody: `marcar` as `llamar`. */
const WAYS = fieldsOf(["reach", "weak", "msg"]);
/** Words of asking that limit the wish to no channel. */
const WIDE_WORDS = /^(?:opon|opong|med|form|mane)/;
/** A note of voice is sent, and yet no text; it sounds as `vos`. */
const VOICE = /^(?:voz|voice)/;
/** What stands for `I'd` or an initial. */
const SLIP = 2;
const NONE = fieldsOf(["none"]);

export function isOnEveryChannel(tokens: readonly Token[]): boolean {
  const isUnknown = ({ isNumber, word: { text, level } }: Token) =>
    level === LEVEL.unknown && !isNumber && text.length > SLIP;
  return tokens.some(isUnknown) || isSurelyOnEveryChannel(tokens);
}

/** The same by words that are known. */
export function isSurelyOnEveryChannel(tokens: readonly Token[]): boolean {
  const ofMessages = tokens.some((token) => is(token, MESSAGES) && token.word.form === 0);
  return (
    isNothingOfYours(tokens) ||
    asksOutOfAll(tokens) ||
    tokens.some((token) => isWide(token) || (is(token, NUMBER) && !ofMessages))
  );
}

function isWide(token: Token): boolean {
  const { text } = token.word;
  if (is(token, WIDE)) return !is(token, TIRED) && !text.startsWith("servicio");
  if (is(token, WAYS)) return !isWritten(token) && !SENT.test(text);
  return WIDE_WORDS.test(text) || VOICE.test(token.folded);
}

/** `ya no quiero nada de ustedes`, `ni por nada`; `no me manden nada` speaks of what is sent. */
function isNothingOfYours(tokens: readonly Token[]): boolean {
  const isBare = !tokens.some((token) => is(token, WAYS));
  return tokens.some((token, at) => {
    const before = tokens[at - 1]?.word.text ?? "";
    return (is(token, NONE) && BY.has(before)) || (isBare && YOU.has(token.word.text) && FROM.has(before));
  });
}
const BY = new Set(["por", "by", "en"]);
const YOU = new Set(["ustedes", "usted", "vos", "you"]);
const FROM = new Set(["de", "con", "from", "with"]);

const ENDING = fieldsOf([
  "no",
  "stop",
  "halt",
  "enough",
  "remove",
  "leave",
  "low",
  "lower",
  "forbid",
  "revoke",
  "none",
]);
const ALL = /^(?:tod[oa]s?|all|every)$/;
const WHOLLY = /^(?:everything|everywhere|anywhere|complet\w*|total|totalmente|cualquier\w*)$/;
const PLACE = /^(?:lado|parte|canal|via|forma|manera|medio)$/;
/** A word for every way, or for a way, to reach somebody: `completo`, `canales`. */
export function isWay({ word: { text } }: Token): boolean {
  return WHOLLY.test(text) || PLACE.test(text.replace(/(?:e?s)$/, "")) || WIDE_WORDS.test(text);
}
const ANY_PLACE = new Set(["ningun", "ninguna", "otro", "otra"]);
const BETWEEN = fieldsOf(["det", "yours", "mine", "de"]);
const KIND = /^(?:tipo|clase|kind|sort)s?$/;
const TIME = fieldsOf(["time"]);
/** `sobre todo`, `todo bien`, `todos los días` */
const BEFORE_SAYING = new Set(["sobre", "ante", "after", "above", "at"]);
const SAYING = /^(?:bien|bueno|ok|mundo|dias?|tardes?|noches?|horas?|rato|momento|right|good|times?)$/;

/** `quítenme de todo`, `a ningún lado`, `de donde sea`; all of the messages are still messages. */
function asksOutOfAll(tokens: readonly Token[]): boolean {
  return tokens.some((token) => is(token, ENDING)) && tokens.some((_token, at) => isOfAll(tokens, at));
}

function isOfAll(tokens: readonly Token[], at: number): boolean {
  const { text } = tokens[at]!.word;
  const next = tokens[at + 1]?.word.text ?? "";
  if (WHOLLY.test(text) || (ANY_PLACE.has(text) && PLACE.test(next))) return true;
  if (text === "donde") return next === "sea" || next === "quiera";
  if (!ALL.test(text) || BEFORE_SAYING.has(tokens[at - 1]?.word.text ?? "")) return false;
  let of = at + 1;
  while (of < tokens.length && is(tokens[of]!, BETWEEN) && !KIND.test(tokens[of]!.word.text)) of++;
  const thing = tokens[of];
  if (thing === undefined || KIND.test(thing.word.text)) return true;
  return !(is(thing, MESSAGES) || is(thing, TIME) || isWritten(thing) || SAYING.test(thing.word.text));
}

const WORDS_OF: Readonly<Record<MessageChannel, RegExp>> = {
  sms: /^(?:sms|textos?$)/,
  whatsapp: /^(?:wh?ats|wh?as+ap|gua[ts]+ap|wsa?p|wpp|wapp)/,
};

export function namedIn(tokens: readonly Token[]): MessageChannel[] {
  const isNamed = (channel: MessageChannel) => tokens.some(({ word }) => WORDS_OF[channel].test(word.text));
  return (["sms", "whatsapp"] as const).filter(isNamed);
}
