// What a phone list says itself of who may not be contacted: columns named as opt-outs or as consent. What their cells mean is
// opt-out-cells.ts's work, which records that bars is scrub/'s; words in other columns are opt-out-words.ts's.

import { answerInName, legendIn } from "./answer-in-name.js";
import { CHANNEL_WORDS, type Channel, channelsAmong, foldWords, nameWords } from "./event-words.js";
import { type BarringColumn, type OwnColumn, onlyTells, saysOptOut } from "./opt-out-cells.js";
import { isPhoneWord, mendedName } from "./phone-names.js";

/** `remarks`: a column of words, which bar nobody, and which is no column of phones. */
export type OptOutColumn = BarringColumn | "remarks";

/**
 * The words that a name is made of, by the letter of their part. `*` stands for any end of a word, `~` for a verb's in any
 * person. A later part takes a word from those above it. Whatever is not here is `-`.
 */
const PARTS: Record<string, string> = {
  // A contact by a channel, and what says the same of all of them.
  M: `${CHANNEL_WORDS.replaceAll("|", " ")} message messages texting messaging contacting llamar* contact contacts contactar* market promo promos promoci* promotion*
    msj msjs msg msgs mensajeria recordatorio* reminder* anuncios encuestas surveys`,
  // The same as a verb, which alone may ask: `Llamar`.
  I: "llamar contactar",
  S: "llam~ llame* contacte* escrib* molest* insist~ disturb gestionar* gestione gestionen",
  B: "publici* spam",
  G: "marketing mercadeo telemercadeo telemarketing mkt mktg",
  // What is sent may be a parcel, who was contacted has not refused, and a phone or data are only had: a verb must say more.
  s: "envi~ envios enviar* mand~ mandar* toc~ marc~ usar usarse utilizar",
  c: "contacto contactad* contactabilidad contacted llamado llamados canales medios",
  h: "movil linea",
  p: "informaci* info comunicaci* notific* alert* ofert* offer* datos data tratamiento cesion* novedades",
  E: "mail mails email emails correo correos boletin* newsletter* mailing",
  N: "no non not never nunca jamas ni sin ningun ninguna without cannot nt don dont doesn doesnt didn didnt isn isnt hasn hasnt donot",
  // Accepts: says so alone. Wishes: denied alone. May, receives: only of a contact. A permission: alone or of a contact.
  V: "accept accepts acept~ agree agrees allow allows authorize authorizes authorise authorises autoric~ autoriz~ permit~ permits",
  D: "dese~ quer~ quier~ want wants wish wishes",
  W: `can may ok okay apto apta deacuerdo conforme dispuest* willing happy interesadoen aprueb~ aprob~ approve approves recib~ receive
    receives receiving pued~ pod~ aut acep perm cons`,
  P: "autorizaci* permiso permisos permission permissions aceptaci*",
  C: "habeas consent consents consented consenting consentid* consentimient* consient~ consinti* optin optedin subscribed suscrito suscrita",
  Z: "suscripci* subscription subscriptions suscriptor* subscriber subscribers",
  K: "contactable llamable callable",
  A: "allowed agreed permitted permitid* authorized authorised autorizad* aceptad*",
  // Out wherever it stands, `Q` even behind a no; `X` and `Y` where nothing strange stands beside them: `planta baja`.
  O: "optout optedout unsubscribe* desuscrit* desuscrib* robinson blacklist* blocklist* listanegra",
  Q: "dnc dnt dnd rne repep",
  X: `baja bajas stop bloquead* blocked suppress* excluid* exclude* excluir exclusion exclusin oposicion oposicin opposition quitar vetad*
    suprimid* supresion restringid* restricted`,
  // Takes consent back; refuses what follows.
  Y: "revoc* revok*",
  R: "withdr* withdrew retir* cancel* anul* deneg* denied negad* declin* rechazad*",
  J: "rechaz~ nieg~ prohib* disallow* opone opongo reject* decline declines refuse* objects objected objection",
  // Ends what follows.
  F: "dejarde parar paren pare paremos cesar cese cesen cease evitar evite* suspend~ bloquear bloque~ bloq",
  // When; why or by whom.
  T: "fecha date hora time timestamp at",
  U: "motivo reason razon usuario id source fuente origen ip version",
  u: "user",
  L: "cliente contactos numero dado dada solicit* pidi* pide lista list campan* campaign* derecho",
  q: "phone telephone",
  // Part of no name that acts: of them a person is told. What may have taken somebody out; who gets or says it, and on what.
  d: "arco eliminad* borrad* removed deleted remov~",
  o: "tercer* third parties party firm~ signed carta formulario form letter",
  f: `a al app be been by comercial comerciales con de del do does did e el electronico electronicos en envio es esta for from fue ha has have i in ind indicador is la las le les
    lo los me mas mi mis nos o of on or our personal personales por para que s se ser si sido su sus t telefonica telefonicas the to u un us use uso via
    volver was we with y ya yes you your and`,
};
const ENDINGS: ReadonlySet<string> = new Set("a,o,as,an,amos,ar,e,es,en,emos,er,ir,io,ria,rian".split(","));
/** No beginning above is longer. */
const LONGEST = 14;

const parts = new Map<string, string>();
for (const [part, words] of Object.entries(PARTS)) for (const word of words.split(/\s+/)) parts.set(word, part);

function knownPart(word: string): string | undefined {
  const whole = parts.get(word);
  if (whole !== undefined) return whole;
  if (isPhoneWord(word)) return "h";
  for (let length = Math.min(word.length, LONGEST); length > 1; length--) {
    const beginning = word.slice(0, length);
    const part =
      parts.get(`${beginning}*`) ?? (ENDINGS.has(word.slice(length)) ? parts.get(`${beginning}~`) : undefined);
    if (part !== undefined) return part;
  }
  return undefined;
}

/** Of words written as one, two are told: `nollamar`, `aceptasms`. */
function partOf(word: string): string {
  const known = knownPart(word);
  if (known !== undefined) return known;
  for (let length = 2; length <= Math.min(word.length - 2, LONGEST); length++) {
    const verb = knownPart(word.slice(0, length)) ?? "-";
    if (!"NVDW".includes(verb)) continue;
    const rest = knownPart(word.slice(length)) ?? "-";
    if ("VMISBGs".includes(rest)) return verb + rest;
  }
  return "-";
}

// Patterns over the letters of a name. None can read a letter in two ways, so that each takes one look.
const DENIES =
  /N[fLq]*(?:[MISBGs]|[VDWPs][fLqVDWPs]*[MISBGchp])|^[fL]*N[fL]*D$|J[fLq]*[MISBGchp]|F[fLqVDWs]*[MISBGchps]|R[fLq]*[MISBGZ]|[YRJ][fL]*P|[PZ][fL]*[YR]|[OQ]|^[fLqMISBGchpTEUd]*[XY][fLqMISBGchpTEUXYd]*$/;
/** Phones that may not be called: `celular no autorizado`, `tel. anulado`. */
const PHONES_OUT = /^[fLq]*h[fLqh]*(?:N[fL]*A|[RJ])$/;
/** `no dado de baja` says the opposite of an opt-out, `consent not revoked` that of a consent taken back. */
const NOT_OUT = /N[fL]*[OX]/;
const NOT_TAKEN_BACK = /Nf*[YRJ]/;
/** `no acepta llamadas` says the opposite of consent, wherever the no stands; `acepta llamadas, no correo` does not. */
const DENIED = /N(?!f*E)|[YRJ]/;
/** Whole names that ask for consent: `permiso`, `Llamar`, `SMS Marketing`; `sms allowed`. */
const ASKS =
  /C|^[fN]*[PK]$|^f*I(?:f*[Mchq])*$|^[fqMISBchE]*G[fqMISBGchE]*$|[MISGc]f*N?[AW]$|[MISBG]f*P$|Af*[MIS]|Zf*[MISBG]|[MISBG]f*Z/;
const OFFER = /[MISBGchpqE]/;
/** Of these a verb of consent speaks whatever stands between: `autorizo a la tienda a contactarme`, `a enviarme información`. */
const CONTACT = /[MISBG]|[sW][fL]*p/;
const AT_END = /[^fLqNVDWPMISBGschpE]/;

/** `acepta_terminos`, `acepta tarjeta`, `puede pagar` are of other things. */
function accepts(letters: string): boolean {
  const accepted = letters.indexOf("V");
  if (accepted >= 0 && CONTACT.test(letters.slice(accepted))) return true;
  let start = letters.length;
  while (start > 0 && !AT_END.test(letters[start - 1]!)) start--;
  const end = letters.slice(start);
  const wish = end.search(/[DWP]/);
  return end.includes("V") || (wish >= 0 && OFFER.test(end.slice(wish)));
}

const CONTACT_ALONE = /^[fqBGcpE]*[MISh][fqMISBGchpE]*$/;

/** The answers in a name that asks: `acepta llamadas (si/no)`. */
const ANSWERS = / (?:(?:si|s|yes|y) (?:(?:o|or|u) )?|(?:o|or) )(?:no|n|not)$/;
/**
 * Words that say one thing together: how the first begins, what follows, and what both say. A repeated one stands in no phrase's
 * beginning, so that each takes one look.
 */
const TOGETHER: readonly [begin: string, rest: string, word: string][] = [
  ["opt|opted|black|block|lista", " (in|out|list|listed|negra)\\b", "$1$2"],
  ["dej", "\\w+ (?:ya )?de\\b", "dejarde "],
  ["stop ", "(?=receiv|getting|call|text|contact|messag|send|sms|whats)", "dejarde "],
  ["(?:ser|be|being|sea) ", "(?:contactad[oa]s?|contacted|llamad[oa]s?|called|texted|messaged)\\b", "contact"],
  ["(?:dar|darse|darme|darle|dad[oa]s?|dio|dieron) de baja\\b", "", "optout"],
  ["baja ", "(?:voluntaria|solicitada|definitiva)\\b", "optout"],
  [
    "elimin|borr|sac|saqu|quit|retir|remov|delet|exclu|sal(?:ir|ga|e) ",
    "\\w* ?(?:(?:me|mi|mis|su|sus|de|del|la|las|el|los|from|the|our|your|out|of) )*(?:listas?|lists?|bases?|datos|data|database|registros?|campan\\w*|campaigns?|mailing)\\b",
    "optout",
  ],
  ["(?:le|lo|la|me|nos) ", "(?:borr|elimin|saqu|quit|excluy|retir)(?:en|an|emos|amos)\\b", "optout"],
  ["remove me\\b|wants? out\\b|removal request(?:ed)?\\b", "", "optout"],
  ["opt ", "(?:me|us|him|her|them) out\\b", "optout"],
  ["request", "(?:s|ed)? removal\\b", "optout"],
  ["(?:would|d) like\\b|(?:me|te|le|les|nos) gustaria\\b", "", "want"],
  ["^(?:enviar|mandar|send)", "(?:le|me)? (?=promo|publici|sms|whats|mensaj|ofert|market|mercadeo)", "recibir "],
  ["(?:no|sin) campan", "(?:a|as)$", "optout"],
  ["^(?:se |me )?(?:opone|opongo|opuso|objects|objected|objection)$", "", "oposicion"],
  ["de acuerdo\\b", "", "deacuerdo"],
  ["interesad[oa]s? en\\b|interested in\\b", "", "interesadoen"],
];
const PHRASES = TOGETHER.map(([begin, rest, word]) => [new RegExp(`\\b(${begin})${rest}`, "g"), word] as const);
/** Of a name in which none begins no phrase is compiled. */
const BEGINS_PHRASE = new RegExp(`\\b(?:${TOGETHER.map(([begin]) => begin).join("|")})`);
/** `No. de consentimiento` is a number's name. */
const NUMBERED = /^\s*(?:no\s*[.°º]|n\s*[°º])|^(?:no|nro|num|numero|number) (?:de|del|of) /i;
/** Names that say why or by whom; `no contactar por telefono` says through what. */
const ABOUT = /U|u(?!f?[OC])/;
const BY_WHOM = /\b(?:por|by)(?: (?:que|quien|whom|agente?|asesora?|gestora?|operadora?|staff|admin\w*))?$/;
const REMARKS_NAME =
  /^(?:estados?|estatus|status|motivo|resultado|(?:ultima )?gestion|tipificacion|accion|respuesta|disposition|disposicion|situacion|preferencias?|seguimiento|detalles?|descripcion|tags?|etiquetas?|canal|segmento|categoria|clasificacion|grupo|marca|flags?|contactabilidad|notes?)\b|\b(?:observacion(?:es)?|obs|notas?|comentarios?|comments?|remarks?)\b/;

/** Returns undefined if the name says nothing of opt-outs. */
export function optOutColumnOf(name: string): OptOutColumn | undefined {
  const { codes, rest: mended } = legendIn(mendedName(name));
  const said = sayingOf(mended);
  return codes.length > 0 && (said === "opt-out" || said === "consent") ? codedBy(codes, said) : said;
}

/**
 * Which of a list's columns speak only of other channels than the campaign's, 0-based. A call is often said for any contact
 * (`no llamar`): it is another channel only where another column speaks of the campaign's own.
 */
export function columnsOfOtherChannels(names: readonly string[], campaign: Channel): number[] {
  if (campaign === "any") return [];
  const channels = names.map((name) => (isBarring(optOutColumnOf(name)) ? channelsNamedBy(name) : []));
  const isTold = channels.some((named) => named.includes(campaign));
  const isOther = (named: readonly Channel[]) =>
    named.length > 0 && !named.includes(campaign) && (isTold || !named.includes("call"));
  return channels.flatMap((named, column) => (isOther(named) ? [column] : []));
}

/** The channels that a name speaks of; none where it speaks of all of them, or of nothing of the kind. */
export function channelsNamedBy(name: string): Channel[] {
  return channelsAmong(nameWords(mendedName(name)).split(" "));
}

function sayingOf(mended: string): OptOutColumn | undefined {
  const { asked, answer } = answerInName(mended);
  const says = asked === mended ? undefined : columnOf(asked);
  if (says === undefined || says === "remarks") return columnOf(mended);
  return says === "consent" && answer === "no" ? "answer-no" : says;
}

/** `(0=no llamar, 1=llamar)`: what a code means is a column's name, or an answer to this one's. */
function codedBy(
  codes: readonly (readonly [code: string, meaning: string])[],
  column: "opt-out" | "consent",
): BarringColumn {
  const through = codes.filter(([, meaning]) => {
    const own = columnOf(meaning);
    return own === "consent" || (own !== "opt-out" && !saysOptOut(column, meaning));
  });
  return `codes:${through.map(([code]) => foldWords(code)).join(",")}`;
}

/** Whether a column says who may not be contacted. */
export function isBarring(says: OptOutColumn | OwnColumn | undefined): says is BarringColumn {
  return says !== undefined && says !== "remarks" && !onlyTells(says);
}

const OF_CONTACTS = /[MISBGCKZc]/;
/** Nothing but a permission, what is sent or a way out: `Autorizado`, `Comunicaciones comerciales`, `Retirado`, `Campañas`. */
const OF_THE_MATTER = /^(?=.*[pPAWDVsdRJ])[fqhLpPAWDVsdRJoN]+$/;
const CAMPAIGNS = /^(?:campan|campaign)\w*$/;
/** What was done, counted, planned or answered is no question of whether it may be. */
const OF_SOMETHING_ELSE =
  /\b(?:(?:contactad|enviad|recibid|realizad|entregad|abiert|leid)[oa]s?|llamados?|contacted|called|sent|delivered|opened|read|made|left|contest\w*|answer\w*|respond\w*|respuestas?|dej\w+|efectiv\w+|cantidad|total|count|numero|num|nro|notificad[oa]s?|informad[oa]s?|cancelad[oa]s?|anulad[oa]s?|cancelled|canceled|intentos?|attempts|veces|ultim\w+|last|id)\b/;
/** A choice of a form of its own: whoever marks it wants nothing, of what it does not say. */
const NOTHING = /^(?:ningun[oa]?s?|none|none of the above)$/;
const PREFERS = /\b(?:prefer\w*|canal(?:es)?|medios?|vias?|channels?)\b/;

/** Of a name that bars nobody and yet is of contacts: what a person may have to be told of its cells. */
export function mayAsk(name: string): "asks" | "prefers" | "none" | undefined {
  const own = optOutColumnOf(name);
  if (own !== undefined && own !== "remarks") return undefined;
  const mended = mendedName(name);
  const folded = foldedName(answerInName(mended).asked);
  if (PREFERS.test(folded) || (own === "remarks" && asksNoYes(mended, folded))) return "prefers";
  const letters = lettersOf(folded);
  if (letters.includes("T") || NUMBERED.test(mended) || OF_SOMETHING_ELSE.test(folded)) return undefined;
  if (NOTHING.test(folded)) return "none";
  const isOfMatter = (OF_THE_MATTER.test(letters) && !BY_WHOM.test(folded)) || CAMPAIGNS.test(folded);
  return isOfMatter || OF_CONTACTS.test(letters) ? "asks" : undefined;
}

/** Whether a name says by what people are contacted and nothing else: `Llamadas`. What its cells answer stands elsewhere. */
export function isContactAlone(name: string): boolean {
  return CONTACT_ALONE.test(lettersOf(foldedName(name)));
}

/** `no me escriban más`, `bórrenme de la lista`, `please stop texting me`; `Deseo que me llamen` is a form's question. */
const REQUEST =
  /(?<!\bque )\b(?:me|nos) [a-z]+[ae]n\b|\b[a-z]+[ae]n(?:me|nos)\b|\b(?:dejen|paren|eviten) de\b|\b(?:favor|please|pls)\b|^(?:do not|dont|don t|stop|never) [a-z]+ (?:me|us)\b/;

/** `Clientes que no quieren llamadas` is a list's title. */
const TITLE =
  /\b(?:clientes|personas|contactos|numeros|usuarios|gente|customers|clients|people|contacts|numbers|users) (?:que|who|that)\b/;

/** Whether a text names a column of remarks, or of the details of opt-outs. */
export function namesRemarks(text: string): boolean {
  const own = optOutColumnOf(text);
  return own === "remarks" || own === "detail";
}

/** Whether a text names a column that bars, wherever it stands: a request to somebody is a remark, what tells of many a title. */
export function namesBarring(text: string): boolean {
  const own = optOutColumnOf(text);
  if (!isBarring(own) || own === "detail") return false;
  const folded = foldWords(text);
  return text.includes("?") || !(REQUEST.test(folded) || TITLE.test(folded));
}

function columnOf(name: string): OptOutColumn | undefined {
  const folded = foldedName(name);
  const letters = lettersOf(folded);
  const isAccepted = accepts(letters);
  const isNotOut = NOT_OUT.test(letters);
  const consents = isAccepted || ASKS.test(letters);
  const isDenied = consents && DENIED.test(letters) && !NOT_TAKEN_BACK.test(letters);
  const isOptOut = !isNotOut && (DENIES.test(letters) || PHONES_OUT.test(letters) || isDenied);
  const remarks = REMARKS_NAME.test(folded) ? "remarks" : undefined;
  if (!isOptOut && !consents && !isNotOut) return remarks;
  if (NUMBERED.test(name) && !/^N[IS]/.test(letters)) return consents ? "remarks" : remarks;
  if (letters.includes("E") && !/[MIScQhq]/.test(letters)) return undefined;
  if (ABOUT.test(letters) || (!isOptOut && letters.includes("T"))) return isOptOut ? "detail" : "remarks";
  if (BY_WHOM.test(folded) && (isOptOut || !isAccepted)) return isOptOut ? "detail" : "remarks";
  if (!isOptOut) return asksNoYes(name, folded) ? "remarks" : "consent";
  if (letters.includes("T") && CHECKED.test(folded)) return "remarks";
  return letters.includes("T") ? "dated" : "opt-out";
}

/** `¿Cuándo podemos llamarle?`, `Temas sobre los que desea recibir información`, `tipo de consentimiento`, `plan suscrito`. */
const ASKS_WHEN_OR_WHAT =
  /^(?:(?:cuando|when) (?:podemos|puedo|pueden|puede|desea|quiere|prefiere|le|te|can|may|should|would|do)|(?:a|en|sobre|de|por) (?:que|cual(?:es)?) [a-z]+|cual(?:es)?|which|what|(?:temas?|productos?|servicios?|horarios?|horas?|dias?)\b.* (?:que|cual(?:es)?|cuando))\b/;
const TELLS_OF_CONSENT =
  /^(?:(?:tipo|medio|forma|metodo|archivo|documento|formulario|type|method|file|form)s? (?:(?:de|del|of|for) )*(?:consent|consentimiento|opt ?in)|(?:consent|consentimiento|opt ?in) (?:form|file|archivo|formulario|type|method|tipo|medio|url))$/;
const SUBSCRIBED_TO = /^(?:planes|(?:plan|producto|servicio|paquete)s?) suscrit[oa]s?$/;
/** `Qué` and `cómo` with their accents ask; without, they stand in any sentence. */
const ACCENTED = /^[^\p{L}]*(?:qué|cómo|cuándo|cuál)(?!\p{L})/iu;
/** When a list of opt-outs was looked at is no opt-out. */
const CHECKED = /\b(?:checked|verified|scrubbed|verificad[oa]|verificacion|revisad[oa]|consultad[oa])\b/;

/** Whether a name of a consent asks when, what or how, to which no yes is an answer. */
function asksNoYes(name: string, folded: string): boolean {
  return (
    [ASKS_WHEN_OR_WHAT, TELLS_OF_CONSENT, SUBSCRIBED_TO].some((asked) => asked.test(folded)) ||
    ACCENTED.test(name.normalize("NFC"))
  );
}

function foldedName(name: string): string {
  return nameWords(name).replace(ANSWERS, "");
}

/** The parts of a name, a letter a word. */
function lettersOf(folded: string): string {
  const phrases = BEGINS_PHRASE.test(folded) ? PHRASES : [];
  const joined = phrases.reduce((text, [phrase, word]) => text.replace(phrase, word), folded);
  return joined.split(" ").filter(Boolean).map(partOf).join("");
}
