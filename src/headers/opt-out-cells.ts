// What the cells of a phone list's own columns of opt-outs and consents mean. In doubt nobody may be contacted: whatever is no
// known no bars under an opt-out, and whatever is no known yes bars under a consent. Which columns those are, own-opt-outs.ts says.

import { actionOf, channelOf, foldWords, limitsConsent } from "./event-words.js";
import { tellsOfOptOut } from "./opt-out-words.js";
import { foldName } from "./phone-names.js";
import { hasOddSign } from "./pictures.js";

/**
 * `opt-out`: all but a no bars. `said`: called so by the user, whose column may hold other words, too. `consent`: all but a yes
 * bars. `answer-no`: a mark in it says no (`Autoriza NO`). `unclear`: beside a consent and under no name, all but a plain yes bars.
 * `dated`: since when; all but a no bars. `detail`: why or by whom; all but a no bars where no other column says so.
 * `codes:1,2`: a legend in its name lets these codes through alone. `is:baja`: the user says that this value bars, folded; the column
 * may be known for what its name says as well.
 */
export type BarringColumn =
  | "opt-out"
  | "dated"
  | "said"
  | "consent"
  | "answer-no"
  | "unclear"
  | "detail"
  | `codes:${string}`
  | OptOutValue;
type OptOutValue = `is:${string}`;
/**
 * `told`: a detail beside the column of its opt-out, which decides. `unnamed`: under no name. `asks`: its name is of contacts, and
 * nobody knows what a yes in it means. `prefers`: by what people want to be contacted; `none`: the choice of nothing. All bar
 * nobody: a person is told.
 */
type TellingColumn = "told" | "unnamed" | "asks" | "prefers" | "none";
export type OwnColumn = BarringColumn | TellingColumn;

export function onlyTells(column: OwnColumn): column is TellingColumn {
  return column === "told" || column === "unnamed" || column === "asks" || column === "prefers" || column === "none";
}

export function optOutValue(value: string): OptOutValue {
  return `is:${foldName(value)}`;
}

export function isOptOutValue(column: OwnColumn): column is OptOutValue {
  return column.startsWith("is:");
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(","));
/** What stands for an empty cell. */
const NOTHING = words("na,n a,nd,n d,sd,s d,null,nan,nulo,vacio,sin dato,sin datos");
/** What says no to an opt-out: there is none. Under a consent these say no, too: `No hay`. */
const NO = words(
  "no,n,b 0,false,falso,f,off,none,ninguno,ninguna,subscribed,suscrito,suscrita,opt in,optin,opted in,allow,allowed,permitir,permite,permitido,permitida,no aplica,no disponible,no definido,no definida,no especifica,no especificado,no registra,no registrado,no indica,no hay,no sabe",
);
/** The day of an opt-out that is not to come: `9999-12-31`. */
const NEVER = /^(?:9999 \d{1,2} \d{1,2}|\d{1,2} \d{1,2} 9999)(?: [0 ]+)?$/;
/** Stress and doubt: `NO!!` is no answer to `no_llamar`, but a call. */
const STRESSED = /[!¡?¿]/;
const YES = words("1,x,xx,si,s,yes,y,true,t,verdadero,v,on,ok");
/** Of a column for the answer no: `NO` in it is that answer. */
const FALSE = /^(?:[0 ]+|f|false|falso|off)$/;
const ZERO = /^[0 ]+$/;
/** A cell with nothing but what stands for an empty one. */
const BLANK = /^[\s\-–—_.'"`]*$/;
/** Consents alone or before other words: `sí, por WhatsApp`. */
const CONSENTS =
  /^(?:0?1(?: 0+)?$|(?:x+|si|s|yes|y|true|t|verdadero|v|on|ok|okay|accept(?:s|ed)?|agree[sd]?|allow(?:s|ed)?|authori[sz]e[sd]?|granted|consented|acept\w+|autoriz\w+|permit\w+|consiente|consinti\w+|otorgad[oa]|concedid[oa]|(?:single |double |confirmed )?opt(?:ed)? ?in|subscribed|suscrit[oa]|activ[oa]|active|enabled|habilitad[oa]|vigente|checked|marcad[oa]|confirmad[oa]|confirmed|firmad[oa]|(?:(?:estoy )?(?:totalmente )?)de acuerdo|he leido y acepto|conforme|claro|por supuesto|(?:deseo|quiero) recibir)(?: |$))/;
/** Between the channels that a consent names, and what names all of them. */
const AMONG = /[,;/|+&]|\s(?:y|e|o|and|or)\s/i;
const ALL = words("ambos,ambas,both,todos los anteriores,todas las anteriores,todos los medios,all of the above");
/** `-1` */
const NEGATIVE = /^\s*[-–−]\s*\d/;
/** The day of a consent; the years 1, 1900 and 1970 are none. */
const DAY =
  /^(?!(?:0+|0001|1900|1970) |.* (?:0000|0001|1900|1970)(?:\D|$))(?:\d{1,4} \d{1,2} \d{1,4}|\d{1,2} (?:de )?[a-z]{3,10} (?:de )?\d{2,4}|(?:19|20)\d{6})(?:\D|$)/;
/** A no anywhere is one: `sí, pero no llamar`. */
const REFUSES =
  /\bno\b(?! (?:e ?mail|correos?)\b)|\b(?:not|nunca|never|jamas|dnc|dnt|stop|baja|sin|den(?:ied|eg\w+)|neg(?:ad|o|ativ)\w*|rechaz\w+|refus\w+|declin\w+|nieg\w+|disabled|unchecked|deshabilit\w+|desactiv\w+|inactiv\w+|suspend\w+|revo[ck]\w*|retir\w+|withdr\w+|bloque\w+|blocked|cancel\w*|anul\w+|prohib\w+|exclu\w+|opon\w+|opus\w+|venci\w+|caduc\w+|expir\w+|opt(?:ed)? ?out|unsubscri\w+|desuscri\w+)\b/;
const TICK = /[✓✔☑✅👍]/u;
/** Crosses where a tick stands for a yes, and a box without a tick. */
const CROSS = /[✗✘❌✖☒✕☐]/u;
/** What is put into a column without a name to mark somebody. */
const MARK = /^(?:x+|si?|yes|y|no?|true|false|verdadero|falso)$/;

/** A cell that is nothing but a yes or a no. */
const ANSWER =
  /^(?:x+|si?|yes|y|no?|[01](?: 0+)?|true|false|verdadero|falso|[tfv]|on|off|(?:(?:no|do not|don t) )?(?:permit\w+|allow\w*|acept\w+|autoriz\w+))$/;
/** Under the name of a preference: by nothing at all. */
const BY_NOTHING =
  /^(?:no|0)$|^(?:por |en )?(?:ningun[oa]?s?|none|nothing|nunca|never|no (?:dese|quier|contact|llam)\w*|nada)\b/;

/** Whether a cell that bars says why: it is a yes or a no, a day, or words of an opt-out. */
export function isClear(cell: string): boolean {
  return isAnswer(cell) || DAY.test(foldWords(cell)) || REFUSES.test(foldWords(cell)) || tellsOfOptOut(cell);
}

/** Whether a cell is a yes or a no, whatever was asked. */
export function isAnswer(cell: string): boolean {
  const folded = foldWords(cell);
  return ANSWER.test(folded) || (folded === "" && (TICK.test(cell) || CROSS.test(cell)));
}

/** Words that block in a column that the user calls one of opt-outs, in which other words may stand too (`activo`). */
const SUSPECT =
  /\b(?:no|not|baja|stop|nunca|never)\b|llam|contact|molest|remov|elimin|borr|quit|salir|bloque|block|cancel|revo|rechaz|unsub|desus|queja|opt/;

/** Whether a cell of such a column bars, or is what a person is told of. */
export function saysOptOut(column: OwnColumn, cell: string): boolean {
  if (isOptOutValue(column)) return optOutValue(cell) === column;
  const folded = foldWords(cell);
  if (BLANK.test(cell)) return false;
  if (column === "answer-no") return !FALSE.test(folded);
  if (column === "unclear") return !/^(?:si|s|yes|y)$/.test(folded);
  if (column === "unnamed") return MARK.test(folded) || (folded === "" && (TICK.test(cell) || CROSS.test(cell)));
  if (NOTHING.has(folded)) return false;
  if (column === "asks") return true;
  if (column === "prefers") return BY_NOTHING.test(folded);
  if (column === "none") return !FALSE.test(folded) && !/^no?$/.test(folded);
  if (column === "consent") return !consents(cell, folded);
  if (column.startsWith("codes:")) return !column.slice("codes:".length).split(",").includes(folded);
  if (ZERO.test(folded) || NEVER.test(folded) || (NO.has(folded) && !STRESSED.test(cell))) return false;
  if (column !== "said" || folded === "" || YES.has(folded) || /^\d/.test(folded)) return true;
  return SUSPECT.test(folded) || actionOf(cell, false) === "opt-out";
}

function consents(cell: string, folded: string): boolean {
  if (hasOddSign(cell) || NEGATIVE.test(cell) || cell.includes("?")) return false;
  if (folded === "") return TICK.test(cell);
  if (REFUSES.test(folded) || tellsOfOptOut(cell)) return false;
  if (cell.split(AMONG).every((part) => channelOf(part) !== undefined || ALL.has(foldWords(part)))) return true;
  return (DAY.test(folded) || CONSENTS.test(folded)) && !limitsConsent(cell);
}
