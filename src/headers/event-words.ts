// The words of channel and action cells, Spanish and English. What is not here is unknown, and the caller suppresses.

import type { Channel } from "../suppression/event.js";
import { foldName } from "./phone-names.js";
import { hasOddSign } from "./pictures.js";

export type { Channel };

/** A cell's words without case, accents and punctuation. */
export function foldWords(cell: string): string {
  return foldName(cell)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** `OptOutType`, `_Status`, `date_of_consent` as words. */
export function nameWords(name: string): string {
  return foldWords(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
}

const words = (...groups: string[]): ReadonlySet<string> => new Set(groups.join(",").split(","));

/** Words that take somebody in again. `alta` only where `altaIsOptIn`: in a do-not-call register it means entered. */
const OPT_IN = words(
  "opt in,optin,opted in,start,unstop,subscribed,subscribe,suscrito,suscrita,resubscribe,resubscribed",
);

/** Words that are known to mean an opt-out; every other word counts as one too, but is counted as unknown. */
const OPT_OUT = words(
  "opt out,optout,opted out,out,stop,stopall,stop all,unsubscribe,unsubscribed,unsubscribe all,end,quit,cancel,revoke",
  "revoked,remove,removed,blocked,block,blacklist,dnc,dnt,do not call,do not contact,do not text,do not disturb,review,request",
  "baja,de baja,dado de baja,dada de baja,dar de baja,darme de baja,alta,no llamar,no molestar,no contactar,no enviar,no mensajes",
  "no escribir,no desea,no desea llamadas,no acepta,no autoriza,revocado,revocada,revoca,bloqueado,bloqueada,cancelado",
  "cancelada,cancelar,desuscrito,desuscrita,desuscribir,eliminado,eliminada,eliminar,excluir,excluido,excluida,oposicion,lista negra,parar,detener,salir",
);

/** `opt-in?` asks, `!opt-in` denies. */
const DOUBT = /[?¿!¡~¬≠]/;

export function isDoubted(cell: string): boolean {
  return DOUBT.test(cell);
}

/** Letters that no word here is written with. */
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;

export function hasOtherLetters(cell: string): boolean {
  return OTHER_LETTER.test(cell);
}

/** What people and programs put before a line to take it out, behind spaces and quotes. */
const COMMENT = /^[\s"'\p{Cf}]*(?:[#;%*]|\/[/*]|--|[–—]|::|<!--|rem\b)/iu;

export function isCommentedOut(cell: string): boolean {
  return COMMENT.test(cell);
}

/** Of a word alone: `opt-in *` has a footnote. */
const BESIDE_WORD = /[*#%^=<>|\\@&+$`]/;

/** Whether something stands beside the words of a cell that may take them back. A line taken out is known where it counts. */
function isMarked(cell: string): boolean {
  return (
    isDoubted(cell) || hasOddSign(cell) || hasOtherLetters(cell) || (BESIDE_WORD.test(cell) && !isCommentedOut(cell))
  );
}

const NO =
  /\b(?:no(?! (?:e ?mail|correos?|aplica|disponible|definid[oa]|especifica\w*|registra\w*|indica\w*|hay|sabe)\b)|not|nunca|never|jamas|false|falso|stop|baja|dnc|dnt|opt(?:ed)? ?out|unsubscri\w*|desuscri\w*|anulad\w*|revo[ck]\w*|cancel\w*|rechaz\w*|reject\w*|refus\w*|declin\w*|retir\w*|withdr\w*|elimin\w*|borr\w*|delet\w*|remov\w*|bloque\w*|block\w*|den(?:ied|eg\w*)|invalid\w*|erron\w*|error|equivocad\w*|wrong|inactiv\w*|suspend\w*|venci\w*|caduc\w*|expir\w*)\b/;

/** Whether a cell denies anything, in whatever words. */
export function saysNo(cell: string): boolean {
  const folded = foldWords(cell);
  return folded === "n" || isDoubted(cell) || NO.test(folded);
}

/** A consent to one thing alone, for a time or with an exception. */
const LIMITED =
  "solo|solamente|unicamente|exclusiv\\w*|only|hasta|until|temporal\\w*|temporar\\w*|provisional\\w*|por ahora|for now|salvo|excepto|except";
/** One that nobody has confirmed, or that was a try. */
const UNPROVEN =
  "nul[oa]s?|void|(?:sin|por|a|falta|faltan) (?:confirm|verific|valid|comprob|revis|autoriz|firm|efecto|vigen|to)\\w*|pendientes?|pending|awaiting|to be (?:confirmed|verified)|unconfirmed|unverified|en (?:revision|espera|tramite|proceso|duda)|under review|dud[ao]s?|dudos\\w*|quizas?|tal vez|maybe|perhaps|supuest\\w*|pruebas?|tests?|testing|demo|ejemplo|example|sample|dummy|borrador|draft|fake";
/** Looked for at the beginning of a word alone: from each letter of a long one it would take the square of its length. */
const MAIL = /(?<!\S)[^\s@]+@\S+/g;
const HALF = new RegExp(`\\b(?:${LIMITED}|${UNPROVEN})\\b`);
/** Through which nobody is called or written to here. */
const OTHER_MEDIUM = /^(?:(?:por|via|by|al?) )?(?:correos?(?: electronicos?)?|e ?mails?|cartas?|postal(?: mail)?)$/;

/** Whether a cell beside a consent limits or doubts it: `solo correo`, `sin confirmar`, `prueba`; `Correo` alone names another medium. */
export function limitsConsent(cell: string): boolean {
  const folded = foldWords(cell.replace(MAIL, " "));
  return HALF.test(folded) || OTHER_MEDIUM.test(folded);
}

export function actionOf(cell: string, altaIsOptIn: boolean): "opt-in" | "opt-out" | undefined {
  if (isDoubted(cell)) return undefined;
  const folded = foldWords(cell);
  if (OPT_IN.has(folded) || (altaIsOptIn && folded === "alta")) return isMarked(cell) ? undefined : "opt-in";
  return OPT_OUT.has(folded) ? "opt-out" : undefined;
}

/** `true` and its kin take in, all else is out. */
export function subscribedOf(cell: string): "opt-in" | "opt-out" {
  return !isMarked(cell) && SUBSCRIBED.has(foldWords(cell)) ? "opt-in" : "opt-out";
}
const SUBSCRIBED = words("true,1,yes,y,si,s,verdadero");

const BY_CHANNEL: Record<Channel, ReadonlySet<string>> = {
  any: words("any,all,every,todo,todos,todas,todos los canales,cualquiera"),
  call: words(
    "call,calls,calling,phone call,phone calls,voice,llamada,llamadas,llamar,llamada telefonica,llamadas telefonicas,voz",
  ),
  sms: words(
    "sms,text,texts,txt,text message,text messages,mms,texto,textos,mensaje,mensajes,mensaje de texto,mensajes de texto,sms mms",
  ),
  whatsapp: words("whatsapp,whats app,whatsap,watsapp,wasap,guasap,wsp,wa,wapp,whats"),
};

/** The words of all channels but `any`, to stand in a pattern. */
export const CHANNEL_WORDS = Object.entries(BY_CHANNEL)
  .flatMap(([channel, known]) => (channel === "any" ? [] : [...known]))
  .join("|");

/** The channels that words in a row speak of; none where they speak of all of them, or of nothing of the kind. */
export function channelsAmong(words: readonly string[]): Channel[] {
  const speaksOf = (channel: Channel) => words.some((word) => BY_CHANNEL[channel].has(word));
  return speaksOf("any") ? [] : (Object.keys(BY_CHANNEL) as Channel[]).filter(speaksOf);
}

export function channelOf(cell: string): Channel | undefined {
  if (isMarked(cell)) return undefined;
  const folded = foldWords(cell);
  return (Object.keys(BY_CHANNEL) as Channel[]).find((channel) => BY_CHANNEL[channel].has(folded));
}
