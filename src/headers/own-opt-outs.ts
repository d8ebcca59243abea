// What a phone list says itself of who may not be contacted: columns named as opt-outs or as consent, and the words in them.
// Which records that bars is scrub/'s work.

import { foldWords } from "./event-words.js";
import { foldName } from "./phone-names.js";

/** `opt-out`: a yes bars. `consent`: a no bars. `remarks`: words of an opt-out in it are only told of. */
export type OptOutColumn = "opt-out" | "consent" | "remarks";

const OPT_OUT_NAME =
  /\b(?:do not (?:call|contact|text|disturb|sms)|dnc|dnt|no (?:contactar|llamar|molestar|enviar|escribir)|opt(?:ed)? ?out|unsubscribed?|desuscrit[oa]|lista negra|blacklist(?:ed)?|blocklist(?:ed)?)\b/;
/** `planta baja` is no opt-out. */
const EXACT_OPT_OUT_NAME =
  /^(?:(?:cliente |contacto |dad[oa] )?(?:de )?baja|bajas?(?: (?:sms|llamadas|whatsapp))?|stop)$/;
const CONSENT_NAME = /\b(?:consent(?:imiento)?|consiente|opt(?:ed)? ?in|is subscribed|subscribed|suscrit[oa])\b/;
/** `acepta_terminos`, `acepta tarjeta` are of other things. */
const ACCEPTS =
  /\b(?:acepta|autoriza|permite|accepts?|allows?)(?: (?:recibir|ser|el|la|las|los|envio|uso|de|que|le|to|be))*(?: (?:llamad\w*|llame\w*|sms|mensajes?|textos?|publicidad|promo\w*|contact\w*|whatsapp|wsp|marketing|comunicaci\w*|informacion|notificaci\w*|ofertas?|datos|tratamiento|calls?|texts?|messages?))?$/;
/** Of such a column, the name says when or why, or speaks of e-mail alone. */
const ABOUT =
  /\b(?:fecha|date|hora|time|at|motivo|reason|razon|usuario|user|por|by|id|source|fuente|origen|ip|version)\b/;
const MAIL = /mail|correo|boletin|newsletter/;
const PHONE = /tel|cel|movil|phone|call|llama|sms|text|mensaje|whats|wsp|contact/;
const REMARKS_NAME =
  /^(?:estados?|estatus|status|observacion(?:es)?|obs|notas?|notes?|comentarios?|comments?|remarks?|motivo|resultado|gestion|tipificacion|accion|respuesta|disposition|disposicion|situacion|preferencias?|seguimiento)\b/;

/** Undefined: the name says nothing of opt-outs. */
export function optOutColumnOf(name: string): OptOutColumn | undefined {
  const folded = foldWords(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")).replace(/^(?:has|is|es|esta|ya) /, "");
  const isOptOut = OPT_OUT_NAME.test(folded) || EXACT_OPT_OUT_NAME.test(folded);
  const isConsent = !isOptOut && (CONSENT_NAME.test(folded) || ACCEPTS.test(folded));
  if (!isOptOut && !isConsent) return REMARKS_NAME.test(folded) ? "remarks" : undefined;
  if (MAIL.test(folded) && !PHONE.test(folded.replace(/e?mail\w*|correo\w*/g, ""))) return undefined;
  if (ABOUT.test(folded)) return "remarks";
  return isOptOut ? "opt-out" : "consent";
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(","));
const NO = words(
  "0,no,n,false,falso,f,off,na,n a,null,none,ninguno,ninguna,nunca,nan,nulo,no aplica,vacio,sin dato,subscribed,suscrito,suscrita,opt in,optin,opted in",
);
const REFUSES =
  /^(?:0|n|no|f|false|falso|off|never|nunca|denied|rechaza\w*|rechazad[oa]|revoca\w*|retirad[oa]|withdrawn|opt(?:ed)? ?out|unsubscribed?|desuscrit[oa]|baja|stop)$|^no\b(?! (?:aplica|disponible|definido|especifica\w*|registra\w*|indica\w*|hay|tiene)\b)/;

/** Words of an opt-out in a remark: `cliente pidió no llamar`, `DAR DE BAJA`. */
const REMARK =
  /\b(?:no (?:le |lo |la |les |me |volver a |mas )?(?:llam[ae]\w*|contact[ae]\w*|molest[ae]\w*|escrib[ai]\w*|envi[ae]\w*|mand[ae]\w*|(?:desea|quiere) (?:mas |recibir |ser |que |ningun\w* )*(?:llam\w+|mensaj\w+|publicidad|promo\w+|contact\w+|sms|info\w*))|dnc|do not (?:call|contact|text|disturb)|opt(?:ed)? ?out|unsubscribed?|desuscri\w+|lista negra|(?:dar|dado|dada|darse|darlo|darla|solicita|solicito|pide|pidio) (?:de )?(?:la )?baja)\b|^(?:de )?baja$|^stop$/;

/** Whether a cell of such a column bars, or, of remarks, tells of an opt-out. In doubt, an opt-out column bars. */
export function saysOptOut(column: OptOutColumn, cell: string): boolean {
  const folded = foldWords(cell);
  if (column === "remarks") return REMARK.test(folded);
  if (foldName(cell) === "" || folded === "") return false;
  return column === "opt-out" ? !NO.has(folded) : REFUSES.test(folded);
}
