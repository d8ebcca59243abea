// Words of an opt-out in any text: `cliente pidió no llamar`, `DAR DE BAJA`, `stop calling me`. They bar nobody: a person is told.
// Columns that are named as opt-outs are own-opt-outs.ts's work, and what a message asks for is replies/'s.

import { foldWords } from "./event-words.js";

/** What may stand between a no and what is refused. */
const BETWEEN =
  "(?:(?:me|se|le|lo|la|les|los|las|nos|ya|mas|al|a|el|este|ese|mi|su|por|favor|volver|vuelv\\w+|seguir|sig\\w+|deb\\w+) )*";
/** To call, to write, to send. */
const CONTACTS =
  "(?:llam[ae]\\w*|contact[ae]\\w*|molest[ae]\\w*|escrib[ai]\\w*|envi[ae]\\w*|mand[ae]\\w*|marca\\w*|marque\\w*|insist[ai]\\w*|hable(?:n|mos))";
/** What people refuse or take back: calls, messages, offers. */
const MATTER = "(?:llam\\w+|contact\\w+|molest\\w+|mensaj\\w+|publicidad|promo\\w+|sms|whats\\w*|marketing)";
const BEFORE_MATTER =
  "(?:(?:a|mas|recibir|ser|el|la|las|los|todo|toda|ningun\\w*|nada|que|se|le|lo|les|de|por|uso|sus|datos|para|envio) )*";
const CONSENT = "(?:consent\\w*|autoriza\\w*|permiso|permission|suscripci\\w*|subscription)";
const OF = "(?:(?:de|del|el|la|las|los|su|sus|mi|mis|nuestra|nuestras|esta|the|our|your|his|her|their|my) )*";
const LISTS =
  "(?:listas?|base|bases|registros?|contactos|campan\\w*|envios?|llamadas?|publicidad|list|lists|database|mailing)";
const CALLED = "(?:call\\w*|contact\\w*|text\\w*|messag\\w*|disturb\\w*|market\\w*|sms|spam)";

/** A list of those who are not to be contacted. */
const NO_CONTACT_LIST = "lista (?:negra|roja|robinson|de exclusion)|black ?list\\w*|block ?list\\w*";
const NAMES_LIST = new RegExp(`\\b(?:${NO_CONTACT_LIST})\\b`);

/** Whether a text names such a list. */
export function namesNoContactList(text: string): boolean {
  return NAMES_LIST.test(foldWords(text));
}

/**
 * No phrase begins with a word that may be repeated in it: of thousands of that word the pattern would try all behind each. Nor
 * may a word be repeated in two ways.
 */
export const PHRASES: readonly string[] = [
  // A no, in Spanish and English.
  `(?:no|nunca|jamas|ni) ${BETWEEN}${CONTACTS}`,
  "no(?:llam|contactar|molest)\\w+",
  "no llam",
  `(?:no|nunca) ${BETWEEN}(?:acepta|autoriza|permite|consiente)\\w* ${BEFORE_MATTER}${MATTER}`,
  `(?:no|nunca) ${BETWEEN}(?:dese[ao]|quier[eo])\\w* ${BEFORE_MATTER}(?:${MATTER}|info\\w*)`,
  `(?:no|nunca) ${BETWEEN}(?:dese[ao]|quier[eo])\\w* (?:(?:recibir|saber|mas) )*nada`,
  `no ${BETWEEN}interes\\w* (?:(?:que|ser|recibir|mas|le|lo|la|les|los|las) )*(?:${CONTACTS}|${MATTER})`,
  `no ${BETWEEN}(?:autoriz|consient|consint|acept)\\w*$`,
  "sin (?:(?:su|el|la|dar) )*(?:consentimiento|autorizacion)",
  `no ${BETWEEN}(?:da|dio|otorga|tiene|hay) ${OF}(?:consentimiento|autorizacion|permiso)`,
  `no ${BETWEEN}(?:ser|recibir) (?:(?:mas|ningun\\w*|ya) )*(?:llamad\\w*|contactad\\w*|molestad\\w*|${MATTER}|ofertas?|info\\w*)`,
  "(?:no|sin) (?:mas )?(?:llamadas?|publicidad|promociones|marketing|calls?|texts?|sms|messages|whats\\w*|wasap|wsp)",
  `(?:(?:do|does|did|should|must) not|don t|dont|doesn t|doesnt|didn t|never|not to be|not be|no longer wants?) (?:(?:want|wish|like|to|be|any|more|ever|again) )*${CALLED}`,
  "opt\\w+ por no (?:recibir|ser)",
  "(?:no|not) (?:suscrit\\w+|subscribed)",
  // An end to it.
  `(?:dej|par|ces)\\w+ (?:(?:ya|por|favor) )*de (?:(?:me|nos) )*(?:llam|contact|molest|escrib|envi|mand|marc|insist)\\w+`,
  "dej\\w+ (?:(?:me|nos|lo|la|los) )?(?:en paz|tranquil\\w+)",
  `(?:stop|quit|cease) (?:(?:with|the|all|your|these) )*(?:${CALLED}|sending)`,
  `(?:evit|absten|abstuv)\\w* (?:(?:de|que|le|lo|la|les|los|las|hacer|mas) )*(?:${CONTACTS}|${MATTER})`,
  // Taken back, or refused.
  "derechos? (?:(?:de|a|la) )*(?:oposicion|supresion|cancelacion|arco)",
  "(?:supresion|eliminacion|borrado) (?:de )?(?:(?:los|sus|mis) )*datos",
  `(?:rechaz|neg|nieg|opo[nu]|opus|prohib|suspend)\\w+ (?:a )?${BEFORE_MATTER}${MATTER}`,
  `(?:retir|quit|cancel|anul|revo[ck]|withdr)\\w* ${OF}${CONSENT}`,
  `${CONSENT} (?:(?:fue|ha|sido|was|has|been|esta) )*(?:revo[ck]\\w*|retirad\\w*|cancelad\\w*|withdrawn|denegad\\w*|negad\\w*|rechazad\\w*)`,
  // Out of a list.
  `sal(?:ir|ga|gan|irse) ${OF}${LISTS}`,
  `(?:quiere|desea|pid\\w+|solicit\\w+) que (?:lo|la|le|los|las|les) (?:borren|eliminen|saquen|quiten|retiren|excluyan|den de baja)`,
  `(?:retir|quit|borr|elimin|sac|saqu|remov|exclu|remove)\\w* (?:(?:me|nos|lo|la|him|her|them) )?(?:de|del|from) ${OF}${LISTS}`,
  `(?:elimin|borr|suprim)\\w* (?:de )?(?:mis?|sus?|los|el) (?:datos|numero|informacion|contacto|telefono|registro)`,
  "(?:remove me|take (?:me|him|her|them) off|opt(?:ed|s|ing)? ?out|unsubscri\\w*|desuscri\\w+)",
  "(?:(?:fuera de|off) (?:(?:la|las|the) )?(?:listas?|list)|(?:en|lista|inscrit[oa]) robinson)",
  `(?:dncl?|dnt|dnd|${NO_CONTACT_LIST})`,
  "(?:dar\\w*|dad[oa]s?|dese|den|denme|deme|dio|dieron|solicit\\w*|pid\\w+) (?:(?:me|se|lo|la|le|los|las|su|de) )*baja",
  `bajas? (?:solicitada|voluntaria|definitiva|por solicitud|(?:(?:de|en|a) )*${MATTER})`,
];
/** A whole cell, or its beginning, behind those whom it is about. */
const STATES =
  "(?:(?:de |en )?bajas?(?:$| (?:desde|el|a partir|\\d|(?:del )?(?:cliente|contacto|usuario)$))|(?:bloquead|revocad|excluid|retirad)[oa]s?$|revoco$|blocked$|revoked$|remove$|(?:excluir|bloquear|quitar|retirar|eliminar|borrar|sacar)(?:l[oa]s?)?$|(?:(?:ejerce|ejercio|solicita|pide) )?oposicion$)";
const WHOM = "(?:(?:cliente|contacto|esta|numero|telefono|usuario) )*";
const WHOLE = "(?:stop(?:ped)?|no molestar|no tocar|no contact|n l|(?:ya )?no mas|basta|parar|detener)$";

/** Matches the folded text of a cell that tells of an opt-out. */
export const REMARK = new RegExp(`\\b(?:${PHRASES.join("|")})\\b|^(?:${WHOM}${STATES}|${WHOLE})`);
/** Matches the folded text of whatever has such a cell in it. */
const AMONG_OTHERS = new RegExp(`\\b(?:${[...PHRASES, STATES, WHOLE].join("|").replaceAll("$", "")})`);

const words = (beginnings: string): readonly string[] => beginnings.split(",");

/**
 * How the words begin of which every such text has one: by itself, or as one of `leads` before one of `followers`. With a space
 * behind it, it is a whole word, behind which a phrase goes on. At most seven letters each.
 */
export const CUES = {
  sure: words(
    "rechaz,basta,detener,parar,nieg,opon,opou,opus,borr,elimin,sac,saq,quit,retir,exclu,remov,suprim,revo,stop,take ,opt,unsub,desus,dnc,dnt,dnd,salir ,salga,salirse,evit,absten,abstuv,derecho,supres,oposici,negra,roja,robin,black,block,bloqu,baja,consent,autoriz,permiso,permiss,suscri,subscri,prohib,suspend,fuera ,off ,nollam,nocont,nomoles",
  ),
  leads: words(
    "no ,not ,n ,don ,doesn ,didn ,nunca ,jamas ,never ,ni ,sin ,dont ,doesnt ,longer ,cease ,dej,par,ces,neg",
  ),
  followers: words(
    "t ,l ,hable,me ,se ,le ,lo ,la ,les ,los ,las ,nos ,ya ,mas ,al ,a ,el ,este ,ese ,mi ,su ,por ,favor ,volver ,vuelv,seguir ,sig,deb,llam,contact,molest,escrib,envi,mand,marc,marq,insist,acept,permi,dese,quier,da ,dio ,otorga ,tiene ,hay ,ser ,recibir ,publici,promo,market,consien,consint,call,text,sms,messag,disturb,spam,want,wish ,like ,to ,be ,any ,more ,ever ,again ,tocar,de ,en ,tranqui,with ,the ,all ,your ,these ,sending,mensaj,whats,wasap,wsp,interes,oferta,info,todo ,toda ,ningun,nada ,que ,uso ,sus ,datos ,para ,envio ",
  ),
};

/** What sets words off from others: `*BAJA* Carla`, `Carla (baja)`, `BAJA - Carla`, `12/03/2025 BAJA`. */
const MARKS = /[*()[\]{}<>|/#=~:;,_\n\d]|\s[-–—]\s/;
/** In capitals among small letters, and as the last word, but for what stops itself: `Norma STOP, por favor`. */
const SHOUTED = /(?<![\p{L}\d])(?:STOP|BAJA)(?![\p{L}\d])/u;
const LAST_STOP = /(?<!\b(?:non|one|full|bus|pit|auto) )\bstop$/;

/** Whether a cell tells of an opt-out, as a whole or in words that are set off. */
export function tellsOfOptOut(cell: string): boolean {
  if (!mayTellOfOptOut(cell)) return false;
  const folded = foldWords(cell);
  if (REMARK.test(folded) || LAST_STOP.test(folded) || (SHOUTED.test(cell) && /\p{Ll}/u.test(cell))) return true;
  return MARKS.test(cell) && cell.split(MARKS).some((piece) => piece !== "" && REMARK.test(foldWords(piece)));
}

/** What denies by itself behind a number, where other words in the same place would be another thing's: `7012-3456 NO`. */
const DENIAL = /^(?:no|x+|(?:ya )?no (?:mas|quiere|desea)|ya no|nunca|cancel\w*)$/;
const SIGNS = /[✗✘❌✖☒✕🚫⛔📵🛑🔕🔇👎]/u;

/** Whether a cell of phones has a no or a sign that forbids behind its last number. */
export function deniesNumbers(cell: string): boolean {
  const behind = /\d(\D+)$/.exec(cell)?.[1] ?? "";
  return DENIAL.test(foldWords(behind)) || SIGNS.test(behind);
}

/** `Bajas de octubre` */
const HEADING = /\bbajas\b|^baja\b/;

/** Whether the only words of a record may head those who opted out. */
export function headsOptOuts(cell: string): boolean {
  return tellsOfOptOut(cell) || HEADING.test(foldWords(cell));
}

/** Matches whatever has a word that begins as a cue: compiled soon, where the phrases take longer than a short list's scrub. */
const BEGINNING = new RegExp(`\\b(?:${[...CUES.sure, ...CUES.leads].join("|")})`);

/** False only where no cell of a text tells of an opt-out. */
export function mayTellOfOptOut(text: string): boolean {
  const folded = foldWords(text.replace(/\d+/g, " "));
  return BEGINNING.test(folded) && AMONG_OTHERS.test(folded);
}
