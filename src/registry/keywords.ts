// Messages that are one keyword and no more, as providers take them: Twilio, AWS, Braze, Telnyx, Adobe, Sinch and Infobip in
// English; Notifycame, Aivo, Salesforce's Spanish pages and Arcotel's practice in Spanish. Sentences are requests.ts's work.

import { wordSet } from "./phrases.js";

export type Intent = "opt-out" | "opt-in" | "help" | "other" | "unclear";

const OPT_OUT = wordSet(
  "stop,stopall,stop all,unsubscribe,cancel,end,quit,revoke,optout,opt out,remove,td,arret," +
    "baja,darme de baja,dar de baja,dame de baja,deme de baja,denme de baja,parar,detener,cancelar,desuscribir,salir,detener promociones," +
    // Plausible, though no provider was found that lists them.
    "alto,eliminar,borrar,no mas,ya no,basta,desuscribirme,desuscribanme,cancelar suscripcion,unsuscribe,remove me,stop it,stop now,no more,no mas mensajes,de baja,baja ya",
);
/** Hands that miss a key, or spell by ear. Other words one letter away (`caja`, `bajo`, `step`) are words: they are unclear. */
const TYPOS = wordSet(
  "stpo,sotp,tsop,sopt,sto,stp,stob,estop,istop,stpp,dtop,atop,stop0,stopp,ztop,shtop," +
    "vaja,bja,abja,baja1,bajs,bhaja,bajá,vaha,bjaa,unsuscribe,unsubcribe,unsubscrib,unsubscrive,unsubscibe,desuscribri,desuscrivir,desinscribir," +
    "cancelr,canselar,cansel,cancle,canclar,cacelar",
);
const OPT_IN = wordSet("start,unstop,subscribe,begin,alta,comenzar,iniciar,suscribirme,suscribir,opt in,optin");
const HELP = wordSet("help,info,ayuda,helpme,help me,hlep,aiuda,auda,informacion,information,soporte");
/** They answer a reminder of an appointment or a survey just as well: they take nobody out for good, and nobody in. */
const AMBIGUOUS = wordSet(
  "no,si,yes,continue,continuar,resume,no gracias,no thanks,no thank you,nop,nel,y,n,s,yep,dejar,seguir",
);

/** May stand around a keyword and change nothing. */
const POLITE = wordSet(
  "por,favor,porfavor,porfa,porfis,pls,plis,plz,please,gracias,thanks,thank,you,hola,hello,hi,buenas,buenos,buen,dia,dias,tardes,noches,señor,señores,señorita,ya,ahora,now,xfa,xfavor,ok",
);

const ENGLISH = wordSet(
  "unsubscribe,cancel,end,quit,revoke,remove,remove me,opt out,optout,stop it,stop now,stop all,no more,subscribe,begin,help me,information,stopall,td,unsuscribe,unsubcribe,unsubscrib,unsubscrive,unsubscibe,cancle,no thanks,no thank you,yes,continue,resume",
);

/** What a folded message means as a keyword; undefined where it is more than one. */
export function keywordOf(folded: string): { intent: Intent; english: boolean } | undefined {
  for (const text of [folded, withoutRepeats(folded), withoutRepeats(withoutPolite(folded))]) {
    const intent = intentOf(text);
    if (intent !== undefined)
      return {
        intent,
        english: ENGLISH.has(text) || / (?:please|pls|plz|thanks)\b|^(?:please|pls|plz) /.test(` ${folded}`),
      };
  }
  return undefined;
}

function intentOf(text: string): Intent | undefined {
  if (OPT_OUT.has(text) || TYPOS.has(text)) return "opt-out";
  if (OPT_IN.has(text)) return "opt-in";
  if (HELP.has(text)) return "help";
  if (AMBIGUOUS.has(text) || isNearly(text)) return "unclear";
  return undefined;
}

function withoutPolite(folded: string): string {
  return folded
    .split(" ")
    .filter((word) => !POLITE.has(word))
    .join(" ");
}

/** `stop stop stop`. */
function withoutRepeats(folded: string): string {
  const words = folded.split(" ");
  return words.every((word) => word === words[0]) ? words[0]! : folded;
}

/** One letter away from a keyword that people are told to send. */
function isNearly(text: string): boolean {
  return ["stop", "baja"].some((keyword) => text.length >= 3 && text.length <= 5 && isOneEditAway(text, keyword));
}

function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
