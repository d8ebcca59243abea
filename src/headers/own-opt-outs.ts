// What a phone list says itself of who may not be contacted: columns named as opt-outs or as consent, and their cells.
// Which records that bars is scrub/'s work; words in other columns are opt-out-words.ts's.

import { answerInName } from "./answer-in-name.js";
import { actionOf, CHANNEL_WORDS, foldWords } from "./event-words.js";

/**
 * `opt-out`: all but a no bars. `said`: called so by the user, whose column may hold other words, too. `consent`: a no bars.
 * `answer-no`: a mark in it says no (`Autoriza NO`). `unclear`: beside a consent and under no name, all but a yes bars.
 */
export type BarringColumn = "opt-out" | "said" | "consent" | "answer-no" | "unclear";
/** `remarks`: a column of words, which bar nobody, and which is no column of phones. */
export type OptOutColumn = BarringColumn | "remarks";

const OPT_OUT_NAME = new RegExp(
  `\\b(?:(?:do ?not|don ?t) ?(?:contact|disturb|market|mail|${CHANNEL_WORDS})|dnc|dnt|(?:no|sin) (?:mas )?(?:publicidad|promociones|marketing)|sin (?:mas )?(?:${CHANNEL_WORDS})|no volver a (?:contactar|${CHANNEL_WORDS})|no ?(?:contactar|contacten?|molestar|molesten?|enviar|envien?|escribir|escriban?|llamen?|${CHANNEL_WORDS})|(?:lista )?robinson|opt(?:ed)? ?out|unsubscribed?|desuscrit[oa]|lista ?negra|black ?list(?:ed)?|block ?list(?:ed)?)\\b`,
);
/** `planta baja` is no opt-out. */
const EXACT_OPT_OUT_NAME = new RegExp(
  `^(?:(?:fecha |cliente |contacto |dad[oa] |solicit[oa] )?(?:de )?(?:la )?baja|bajas?(?: (?:de )?(?:${CHANNEL_WORDS}))?|stop|(?:cliente |contacto |numero |telefono )?(?:bloquead[oa]|blocked)|no (?:desea|quiere)|suppress(?:ed)?|excluid[oa]|excluir|oposicion)$`,
);
const CONSENT_NAME =
  /\b(?:consent(?:imiento|ed|ido)?s?|consiente|consintio|opt(?:ed)? ?in|is subscribed|subscribed|suscrit[oa])\b|^(?:(?:no|sin) )?(?:(?:es|esta) )?(?:contactable|autorizacion|permiso)$/;
/** `consentimiento_revocado` says the opposite of consent. */
const TAKEN_BACK = /revoc|revok|withdr|retir|cancel|deneg|denied|rechaz|negad|declin/;
const DENIAL =
  "(?:no|non|not|never|nunca|jamas|sin|without|cannot|(?:do|does|did|is|has) ?nt|(?:don|doesn|didn|isn|hasn) t)";
/** `no acepta llamadas` says the opposite of consent, wherever the no stands; `acepta llamadas, no correo` does not. */
const DENIED = new RegExp(`\\b${DENIAL}\\b(?! (?:por |by )?(?:e ?mail|correo))`);
/** `consent not revoked`: a no of a no. */
const NOT_TAKEN_BACK = new RegExp(
  `\\b${DENIAL} (?:(?:ha|have|has|sido|been|was|fue|esta|se) )*(?:${TAKEN_BACK.source})`,
);
/** `not opted out`, `no dado de baja` say the opposite of an opt-out. */
const NOT_OUT = new RegExp(
  `\\b${DENIAL} (?:(?:ha|has|have|been|is|esta|se|fue|sido|en|on|in|la|the) )*(?:opt(?:ed)? ?out|unsubscribed?|desuscrit[oa]|dad[oa] de baja|lista negra|black ?list(?:ed)?|block ?list(?:ed)?)\\b`,
);
/** The answers in a name that asks: `acepta llamadas (si/no)`. */
const ANSWERS = / (?:si|s|yes|y) (?:(?:o|or|u) )?(?:no|n)$/;
/** `No. de consentimiento` is a number's name. */
const NUMBERED = /^\s*(?:no\s*[.°º]|n\s*[°º])|^(?:no|nro|num|numero|number) (?:de|del|of) /i;
/** Channels of one word. Those of several are made of such words, of `phone`, `de` and `messages`. */
const CHANNEL_WORD = CHANNEL_WORDS.split("|")
  .filter((name) => !/^llamada| (?!app)/.test(name))
  .join("|");
/**
 * What may be accepted or refused: calls, messages, to be contacted. No words are two of these: a pattern that can read each
 * `phone call` in two ways tries all ways of thirty of them, which never ends.
 */
const OFFERS = `(?: (?:recibir|ser|el|la|las|los|envio|uso|de|que|le|to|be|y|e|o|u|and|or|ni|por|by|via|${CHANNEL_WORD}|telefono|celular|phone|llamad\\w*(?: telefonicas?)?|llame\\w*|publicidad|promo\\w*|contact\\w*|marketing|comunicaci\\w*|informacion|notificaci\\w*|ofertas?|datos|tratamiento|messages?|e ?mails?|correos?(?: electronicos?)?))`;
/** `acepta_terminos`, `acepta tarjeta` are of other things. */
const ACCEPTS = new RegExp(
  `\\b(?:(?:acepta|autoriza|permite|accepts?|allows?)${OFFERS}*|(?:(?:desea|quiere|wants?)|(?:autorizacion|permiso)(?: para)?|puede|can(?:not)?|ok to)${OFFERS}+)$|\\b(?:${CHANNEL_WORDS}|contact\\w*|marketing) (?:(?:not|no) )?(?:allowed|permitted|ok|permitid[oa]s?|autorizad[oa]s?|aceptad[oa]s?)$`,
);
/** `rechaza llamadas`. */
const REJECTS = new RegExp(
  `\\b(?:rechaza|niega|prohibe|prohibid[oa]|disallows?|(?:se )?opone a|rejects?|declines?|refuses?)${OFFERS}+$`,
);
/** Names that say why or by whom; `no contactar por telefono` says through what. */
const ABOUT =
  /\b(?:motivo|reason|razon|usuario|user(?! (?:has )?(?:opted|unsub))|id|source|fuente|origen|ip|version)\b|\b(?:por|by)(?: (?:que|quien|whom|agente?|asesora?|gestora?|operadora?|staff|admin\w*))?$/;
/** When somebody consented is no consent that a no could deny. */
const WHEN = /\b(?:fecha|date|hora|time|at)\b/;
const MAIL = /mail|correo|boletin|newsletter/;
const PHONE = new RegExp(`tel|cel|movil|phone|llama|whats|contact|\\b(?:${CHANNEL_WORDS})\\b`);
const REMARKS =
  "estados?|estatus|status|observacion(?:es)?|obs|notas?|notes?|comentarios?|comments?|remarks?|motivo|resultado|(?:ultima )?gestion|tipificacion|accion|respuesta|disposition|disposicion|situacion|preferencias?|seguimiento|detalles?|descripcion|tags?|etiquetas?|canal|segmento|categoria|clasificacion|grupo|marca|flags?|contactabilidad";
const REMARKS_NAME = new RegExp(
  `^(?:${REMARKS})\\b|\\b(?:observacion(?:es)?|obs|notas?|comentarios?|comments?|remarks?)\\b`,
);
/** No other pattern matches the usual names: to make all of them ready takes longer than to read a short list. */
export const PLAIN_REMARKS_NAME = new RegExp(`^(?:${REMARKS})$`);

/** The patterns of which one must match a name that says anything of opt-outs. */
export const NAME_PATTERNS = [
  OPT_OUT_NAME,
  EXACT_OPT_OUT_NAME,
  CONSENT_NAME,
  NOT_OUT,
  ACCEPTS,
  REJECTS,
  REMARKS_NAME,
] as const;
/**
 * A part of a word that every name has which one of these patterns matches. Most names have none, and to make the
 * patterns ready takes an eighth of the time of a short scrub.
 */
export const NAME_STEM =
  /\b(?:no(?!mbre|ta)|can|ok|sin\b)|do ?no|don ?t|dn[ct]|cons|opt|scri|publicid|promo|robin|negra|blac|bloc|bloq|baja|stop|suppr|exclu|oposic|acept|accep|autor|permi|allow|desea|quier|want|puede|rechaz|nieg|prohib|opone|reject|declin|refus|contact|estad|estat|status|obs|nota|note|coment|commen|remark|motiv|result|gestion|tipif|accion|respu|dispos|situac|prefer|seguim|detall|descri|tag|etiq|canal|segme|categ|clasif|grupo|marca|flag/;

/** Returns undefined if the name says nothing of opt-outs. */
export function optOutColumnOf(name: string): OptOutColumn | undefined {
  if (!NAME_STEM.test(foldedName(name))) return undefined;
  const { asked, answer } = answerInName(name);
  const says = asked === name ? undefined : columnOf(asked);
  if (says === undefined || says === "remarks") return columnOf(name);
  return says === "consent" && answer === "no" ? "answer-no" : says;
}

/** Whether a column says who may not be contacted. */
export function isBarring(says: OptOutColumn | undefined): says is BarringColumn {
  return says !== undefined && says !== "remarks";
}

function foldedName(name: string): string {
  return foldWords(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))
    .replace(/^(?:has|is|es|esta|ya) /, "")
    .replace(ANSWERS, "");
}

function columnOf(name: string): OptOutColumn | undefined {
  const folded = foldedName(name);
  if (PLAIN_REMARKS_NAME.test(folded)) return "remarks";
  const consents = CONSENT_NAME.test(folded) || ACCEPTS.test(folded);
  if (consents && NUMBERED.test(name)) return "remarks";
  const isNotOut = NOT_OUT.test(folded);
  const isDenied = consents && (DENIED.test(folded) || TAKEN_BACK.test(folded)) && !NOT_TAKEN_BACK.test(folded);
  const isOptOut =
    !isNotOut && (OPT_OUT_NAME.test(folded) || EXACT_OPT_OUT_NAME.test(folded) || REJECTS.test(folded) || isDenied);
  const isConsent = consents || isNotOut;
  if (!isOptOut && !isConsent) return REMARKS_NAME.test(folded) ? "remarks" : undefined;
  if (MAIL.test(folded) && !PHONE.test(folded.replace(/e? ?mail\w*|correo\w*/g, ""))) return undefined;
  if (ABOUT.test(folded) || (!isOptOut && WHEN.test(folded))) return "remarks";
  return isOptOut ? "opt-out" : "consent";
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(","));
const NO = words(
  "no,n,false,falso,f,off,na,n a,nd,n d,sd,s d,null,none,ninguno,ninguna,nunca,nan,nulo,no aplica,vacio,sin dato,subscribed,suscrito,suscrita,opt in,optin,opted in",
);
const YES = words("1,x,xx,si,s,yes,y,true,t,verdadero,v,on,ok");
/** Of a column for the answer no: `NO` in it is that answer. */
const FALSE = /^(?:[0 ]+|f|false|falso|off)$/;
const ZERO = /^[0 ]+$/;
/** A cell with nothing but what stands for an empty one. */
const BLANK = /^[\s\-–—_.'"`]*$/;
/** A no anywhere is one: `sí, pero no llamar`. */
const REFUSES =
  /^(?:0(?: 0+)?|n|f|false|falso|off|never|nunca|jamas|ninguno?|dnc|dnt|stop|baja|de baja)$|\bno\b(?! (?:e ?mail|correos?|aplica|disponible|definido|especifica\w*|registra\w*|indica\w*|hay|sabe)\b)|^(?:not|do not|negativ[oa]|negative)\b|\b(?:den(?:ied|eg\w+)|neg(?:ad|o)\w*|rechaz\w+|refus\w+|declin\w+|revo[ck]\w*|retir\w+|withdr\w+|bloque\w+|blocked|cancel\w*|venci\w+|caduc\w+|expir\w+|opt(?:ed)? ?out|unsubscri\w+|desuscri\w+|sin consentimiento)\b/;
/** Crosses where a tick stands for a yes. */
const CROSS = /[✗✘❌✖☒✕]/u;

/** Words that block in a column that the user calls one of opt-outs, in which other words may stand too (`activo`). */
const SUSPECT =
  /\b(?:no|not|baja|stop|nunca|never)\b|llam|contact|molest|remov|elimin|borr|quit|salir|bloque|block|cancel|revo|rechaz|unsub|desus|queja|opt/;

/** Whether a cell of such a column bars. In doubt, an opt-out column bars. */
export function saysOptOut(column: BarringColumn, cell: string): boolean {
  const folded = foldWords(cell);
  if (BLANK.test(cell)) return false;
  if (column === "answer-no") return !FALSE.test(folded);
  if (column === "unclear") return !/^(?:si|s|yes|y)$/.test(folded);
  if (column === "consent") return REFUSES.test(folded) || CROSS.test(cell);
  if (NO.has(folded) || ZERO.test(folded)) return false;
  if (column === "opt-out" || folded === "" || YES.has(folded) || /^\d/.test(folded)) return true;
  return SUSPECT.test(folded) || actionOf(cell, false) === "opt-out";
}
