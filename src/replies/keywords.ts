// Messages that are one keyword and no more, as providers take them: Twilio, AWS, Braze, Telnyx, Adobe, Sinch and Infobip in
// English; Notifycame, Aivo, Salesforce's Spanish pages and Arcotel's practice in Spanish.

import { foldWord } from "./spelling.js";
import type { Token } from "./tokens.js";

export type Keyword = "opt-out" | "opt-in" | "help" | "unclear";

const OPT_OUT = keywords(
  "stop,stopall,stop all,unsubscribe,cancel,end,quit,revoke,optout,opt out,remove,td,arret,dnc,do not call,unsub," +
    "baja,darme de baja,dar de baja,dame de baja,deme de baja,denme de baja,parar,detener,cancelar,desuscribir,salir,detener promociones," +
    // Plausible, though no provider was found that lists them.
    "alto,eliminar,borrar,no mas,nomas,ya no,basta,desuscribirme,desuscribanme,cancelar suscripcion,unsuscribe,remove me,stop it,stop now,no more,no mas mensajes,de baja,baja ya,la baja",
);
/** Hands that miss a key, or spell by ear. Other words one letter away (`caja`, `bajo`, `step`) are words: they are unclear. */
const TYPOS = keywords(
  "stpo,sotp,tsop,sopt,sto,stp,stob,estop,istop,stpp,dtop,atop,stop0,stopp,ztop,shtop,stoop," +
    "vaja,bja,abja,baja1,bajs,bhaja,vaha,bjaa,bajaa,unsubcribe,unsubscrib,unsubscrive,unsubscibe,desuscribri,desuscrivir,desinscribir," +
    "cancelr,canselar,cansel,cancle,canclar,cacelar,unsubscrbe,desuscribrme",
);
const OPT_IN = keywords("start,unstop,subscribe,begin,alta,comenzar,iniciar,suscribirme,suscribir,opt in,optin");
const HELP = keywords("help,info,ayuda,helpme,help me,hlep,aiuda,auda,informacion,information,soporte");
/** They answer a reminder of an appointment or a survey just as well: they take nobody out for good, and nobody in. */
const AMBIGUOUS = keywords(
  "no,si,yes,continue,continuar,resume,no gracias,no thanks,no thank you,nop,nel,y,n,s,yep,dejar,seguir,sip,nope,yeah,fin,final,finalizar,terminar,finish,over",
);

/** Words that may stand around a keyword and change nothing. */
const POLITE = new Set(
  "por,favor,porfavor,porfa,porfis,pls,plis,plz,please,gracias,thanks,thank,you,hola,hello,hi,buenas,buenos,buen,dia,dias,tardes,noches,señor,señores,señorita,ya,ahora,now,ok,inmediatamente,urgente"
    .split(",")
    .map(foldWord),
);
/** Certain also as one clause among others: `no me interesa, baja`. */
const STRONG = keywords(
  "stop,stopall,stop all,baja,unsubscribe,opt out,optout,desuscribir,stop it,remove,remove me,stop now,baja ya,de baja,dnc",
);
const STRONG_WORDS = new Set([...STRONG].flatMap((text) => text.split(" ")));
const ENGLISH = keywords(
  "unsubscribe,cancel,end,quit,revoke,remove,remove me,opt out,optout,stop it,stop now,stop all,no more,subscribe,begin,help,helpme,help me,hlep,information,stopall,td,unsuscribe,unsubcribe,unsubscrib,unsubscrive,unsubscibe,cancle,no thanks,no thank you,yes,continue,resume",
);

/** Words of the longest keyword. */
const MOST_WORDS = 3;

/** What a message means as a keyword; undefined where it is more than one. */
export function keywordOf(tokens: readonly Token[]): Keyword | undefined {
  const bare = tokens.filter(({ folded }) => !POLITE.has(folded));
  for (const words of bare.length < tokens.length ? [tokens, bare] : [tokens]) {
    const once = words.every(({ folded }) => folded === words[0]!.folded) ? words.slice(0, 1) : words;
    if (once.length > MOST_WORDS) continue;
    const keyword =
      meaningOf(once.map(({ folded }) => folded).join(" ")) ?? meaningOf(once.map(({ word }) => word.text).join(" "));
    if (keyword !== undefined) return keyword;
  }
  return undefined;
}

/** Whether a clause is a keyword that is certain also among other sentences. */
export function hasKeywordClause(tokens: readonly Token[]): boolean {
  if (!tokens.some(({ word }) => STRONG_WORDS.has(word.text))) return false;
  let clause: string[] = [];
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    if ((token === undefined || token.begins) && clause.length > 0) {
      if (STRONG.has(clause.filter((text) => !POLITE.has(text)).join(" "))) return true;
      clause = [];
    }
    if (token !== undefined && clause.length < 8) clause.push(token.word.text);
  }
  return false;
}

/** Whether a word is a keyword, or nearly the one that people are told to send, wherever it stands. */
export function isKeywordLike({ folded, word, isOdd }: Token): boolean {
  return TYPOS.has(folded) || OPT_OUT.has(folded) || OPT_OUT.has(word.text) || (isOdd && isNearly(folded));
}

export function isEnglishKeyword(tokens: readonly Token[]): boolean {
  const texts = tokens.map(({ folded }) => folded).filter((text) => !POLITE.has(text));
  return (
    ENGLISH.has(texts.join(" ")) || tokens.some(({ word }) => ["please", "pls", "plz", "thanks"].includes(word.text))
  );
}

function meaningOf(text: string): Keyword | undefined {
  if (OPT_OUT.has(text) || TYPOS.has(text)) return "opt-out";
  if (OPT_IN.has(text)) return "opt-in";
  if (HELP.has(text)) return "help";
  if (AMBIGUOUS.has(text) || isNearly(text)) return "unclear";
  return undefined;
}

/** One letter away from a keyword that people are told to send. */
function isNearly(text: string): boolean {
  return text.length >= 3 && text.length <= 5 && (isOneEditAway(text, "stop") || isOneEditAway(text, "baja"));
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}

function keywords(list: string): ReadonlySet<string> {
  return new Set(list.split(",").map((text) => text.split(" ").map(foldWord).join(" ")));
}
