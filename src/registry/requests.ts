// Sentences that ask to be left alone, or to be taken in again, in free words: readable rules, no model. The United States'
// FCC calls it a revocation by "any reasonable means" (47 CFR 64.1200(a)(10)); the words are those of Salvadoran messages, with
// voseo, and of English ones. How phrases are written, phrases.ts says.
//
// Where the line is drawn: a sentence is an opt-out only where it asks for it. One that asks for the contrary, or names
// another thing that is cancelled, is none. Every other message that refuses something, or ends something, and may speak of
// messages or of who wrote goes to a person; so does a request that names another thing, or only a time of day.

import { Phrases } from "./phrases.js";

/** Whatever reaches a person, in the forms that stand behind `no me`: subjunctives, for `no me llamaron` is a complaint. */
const REACH = [
  "mande|manden|mandes|mandar|mandando|mandarme|envie|envien|envies|enviar|enviando|enviarme|escriba|escriban|escribas|escribir",
  "escribiendo|escribirme|contacte|contacten|contactes|contactar|contactarme|llame|llamen|llames|llamar|llamando|llamarme|llamadas",
  "hable|hablen|hables|hablar|hablando|hablarme|moleste|molesten|molestes|molestar|molestando|molestarme|fastidien|fastidie|fastidiar|busquen|busque|busques|buscar|jodan|joda",
  "jodas|joder|jodiendo|chinguen|chingar|freguen|fregar|insistan|insista|insistir|lleguen|llegar|mensajeen|textear|texteen|spamear|notifiquen",
].join("|");
const MESSAGES =
  "mensaje*|sms|promo*|public*|oferta*|spam|textos|texto|anuncios|notific*|llamadas|correos|informacion|propaganda|avisos|whatsapp*";
const WANT = "quiero|quisiera|deseo|kiero|queremos|deseamos|necesito|ocupo|gustaria";
const LISTS =
  "lista*|base*|numero|num|datos|celular|registro*|contactos|telefono|cel|grupo|sistema|difusion|directorio";

const SPANISH = new Phrases(
  // ya no me manden mensajes · no me escriban · nunca me llamen
  `no|nunca|nomas|tampoco me|nos|le|les|lo ${REACH}`,
  `no|nunca me|nos vuelva*|buelva* a? ${REACH}`,
  `no|nunca vuelva*|buelva*|volver a? ${REACH}`,
  `no me|nos escribieran|mandaran|enviaran|llamaran|contactaran|molestaran`,
  `dejaran|dejara|dejasen de estar? ${REACH}`,
  `prefiero|prefiere|preferiria|favor no ${REACH}|recibir*`,
  "no me|nos esten|este|estes|sigan|siga|sigas",
  `no esten|este|estes|sigan|siga|sigas ${REACH}`,
  "no manden|mande|mandes|envien|envie|envies|escriban|llamen|molesten|moleste|contacten|insistan|jodan",
  `ya no ${WANT}|aguanto .. ${MESSAGES}|recibir*|saber|nada|promociones`,
  `no ${WANT} .. ${MESSAGES}|recibir*|${REACH}`,
  `no ${WANT} nada de|con ustedes`,
  `no ${WANT} mas`,
  "no favor? contactar|llamar|molestar|escribir|enviar|mandar|contacto",
  `no|nomas mas? ${MESSAGES}`,
  `nada de mas? ${MESSAGES}`,
  "no acepto|autorizo|consiento",
  "retiro|revoco|renuncio mi|el|a",
  // dejen de llamar · dejá de mandarme · paren ya · déjenme en paz
  `deje|dejen|deja|dejes|dejar|dejame|dejeme|dejenme de estar? ${REACH}`,
  `paren|pare|pares de estar? ${REACH}`,
  "paren|parenle|parele|parale ya|con|los|las|el|la|de|esto|eso",
  "ya paren|parenle|parele|parale|basta|estuvo",
  "dejenme|dejeme|dejame|dejenos|dejen en|tranquil* paz?",
  "me salgo",
  "ya dejenme|dejeme|dejame|dejen",
  "basta de",
  // denme de baja · quiero la baja · baja por favor · cómo me doy de baja
  "denme|deme|dame|darme|denos|dar|den|dan|dense|dese|doy|darle|denle|dele|dad|demen|dieran|diera|darnos|dando de baja|vaja",
  `${WANT}|solicito|pido|exijo|solicitar la|una|mi|de? baja|vaja`,
  "solicito|pido|solicita|pide|exige|quiere baja",
  "baja|vaja por|porfavor|porfa|xfa|definitiva|inmediata|del|al|a",
  // borren mi número · sáquenme de su lista · quiten los mensajes · desuscríbanme
  `borr*|elimin*|saqu*|sacar*|quiten|quitar|quite|quita|remuev*|remover*|retiren|retirar|retire|supriman|suprimir .. ${LISTS}`,
  "borrenme|borreme|borrame|borrarme|eliminenme|elimineme|eliminame|eliminarme|saquenme|saqueme|sacame|sacarme|sakenme",
  "quitenme|quiteme|quitame|quitarme|remuevanme|retirenme|desafilienme",
  `quiten|quitar|quite|detengan|detener|detenga|suspendan|suspender|suspenda|eviten|evite|parar|paren|alto .. ${MESSAGES}|${REACH}|envio*`,
  "desuscr*",
  "desafili*",
  "excluy*|exclui* .. lista*|base*|envios|datos|numero",
  "excluyanme|excluyame|bajenme|bajeme|bajame",
  "desubscr*",
  "desinscr*",
  `desactiv*|anul*|cancelar|cancelen|cancele|cancelo .. suscrip*|subscrip*|${MESSAGES}`,
  `${WANT}|como|puedo .. salir|salirme|salgo de .. ${LISTS}|esto|aqui|servicio`,
  "como .. no recibir",
  "me opongo a?",
  // estoy harto de sus mensajes
  `hart*|cansad*|aburrid*|chinad* .. ${MESSAGES}`,
);

const TEXTS =
  "text|texts|texting|message|messages|messaging|msg|msgs|sms|call|calls|calling|promos|promotions|offers|spam|emails|alerts|ads";
const CONTACTING = "sending|texting|messaging|calling|contacting|bothering|spamming|emailing|harassing|txting|annoying";

const ENGLISH = new Phrases(
  `stop|quit|cease ${CONTACTING}`,
  `stop|quit|end|cancel|cease with? w? all? these|this|those|the|all|your|my|it|me ${TEXTS}|subscription`,
  "stop these|this|messages|texts|sms|all",
  "please|plz|pls|just stop",
  "i said stop",
  "make it|them|this stop",
  "dont|not|never ever? text|message|call|contact|bother|txt|email|spam|msg me|us|again|anymore|my|this",
  "dont|not|never ever? send",
  "do not|dont contact|text|call|message",
  `no more of? ${TEXTS}|this|these`,
  `dont|not|never want|wish|need|like|get|consent .. ${TEXTS}|contacted|called|texted|hear`,
  "no longer want|wish",
  "take|remove|delete|get|drop me|us off|from|out",
  "remove|delete|lose|erase|forget my|this|our number|info|information|data|name|phone|contact",
  "want|like off .. list",
  "unsubscribe|unsuscribe me|us|from|now",
  "want|like|wish|need|how|can .. unsubscribe|unsuscribe",
  "opt me|us out",
  "want|like|wish|wanna|how .. opt out",
  "cancel my|the|this subscription|alerts",
  "enough with|of the|these|your",
  "asked you to stop",
  "wish|want|like to? be? removed",
  "discontinue messages|texts|this|these|the|all",
  "do|dont not? disturb",
  "leave me|us alone",
  "revoke|withdraw my consent|permission|authorization",
  "never|didnt|not signed|subscribed|agreed|sign up|to|for",
  `never|didnt|not asked|ask for .. ${TEXTS}`,
);

/** They limit the wish to no channel, or name another one than the message came by: meant on every channel. */
const ANY = new Phrases(
  "contact*",
  "contac*",
  "busquen|busque|busques|buscar",
  "llame|llamen|llames|llamar|llamando|llamarme|llamadas|call|calls|calling|called",
  "moleste|molesten|molestes|molestar|molestando|joda|jodan|joder|jodiendo|jodas|fregar|freguen|bothering|harassing",
  "datos|data|info|information|consentimiento|autorizacion",
  "mi|este|my|this numero|number",
  "opongo",
  "en paz",
  "me|us alone",
  "lista|base|list|database|contactos",
  "ningun|ninguna|any|ninguno medio|forma|manera|via|way|means",
  "retiren|quitenme|borrenme|eliminenme|elimineme|borreme|quiteme|saquenme|saqueme",
);

/** They ask for the contrary of what a word in them says. */
const DENIALS = new Phrases(
  `no ${WANT}|pienso|voy|pedi|solicite|queria|estoy .. cancelar*|salir*|desuscribir*|parar|cancelando`,
  `no ${WANT}|pienso|voy|pedi|solicite|queria .. baja`,
  "estoy|estaba|esta de baja",
  "no he|hemos pedido|solicitado la? baja?",
  "no me|nos den|de|dieron|des de baja",
  "no me|nos saquen|eliminen|borren|quiten|saque|elimine|borre|quite|saques|desuscriban",
  "no dejen|deje|dejes|paren|pare|pares|suspendan|cancelen|cancele",
  "dont|not|never unsubscribe|remove|cancel|stop|delete|quit|end|take me?",
  "dont|not want .. unsubscribe|cancel|stop|leave|quit",
  "cant|wont|didnt stop|cancel",
);

const OPT_IN = new Phrases(
  `${WANT} volver|seguir a? recib*`,
  `${WANT} recibir`,
  `si ${WANT}|acepto|autorizo .. recib*|${MESSAGES}`,
  `${WANT} que me|nos? manden|envien|escriban|avisen`,
  "denme|deme|dame|darme|dar|den de alta",
  "suscribanme|suscribame|suscribeme|suscribime|inscribanme|inscribame|agreguenme|agregueme|agregame|apuntenme|anotenme",
  "me quiero|quisiera suscribir|inscribir",
  `${WANT} suscribirme|inscribirme`,
  `vuelvan|vuelva|vuelve|volve a ${REACH}`,
  "sign|add me|us up|in|back|to",
  "subscribe me|us",
  "want|like to receive|get|subscribe|resubscribe",
  "start sending|texting",
  "opt me|us back? in",
);

const HELP = new Phrases(
  `${WANT} ayuda|soporte`,
  "puede|pueden|podria|podrian ayudar*",
  "ayudeme|ayudenme",
  "need|want some? help",
  "help|assist me",
  "mas informacion|info",
  "more info|information",
  "quien|quienes es|son|eres|sos",
  "who is|are this|you",
  "de que empresa|parte",
);

/** What we wrote ourselves comes back: `Responda BAJA para…`, `Reply STOP to…`. */
const INSTRUCTIONS = new Phrases(
  "responda|responde|conteste|envie|escriba|texto|digite stop|baja|salir|alto",
  "reply|text|txt|send|respond stop|end|quit|cancel|unsubscribe to|for",
);

/** Of leaving or of anger, whatever else is said. */
const SUSPECT = new Phrases(
  "stop*|baja|vaja|unsub*|unsus*|desus*|optout|spam|lista|list|molest*|fastidi*|hart*|basta|paren*|dejen*|remove*|leave|quit",
  "opt out",
  "denunci*|demand*|report*|defensoria|abogado|lawyer|sue|acoso|acosan|harass*",
  "no me|nos interesa*",
  "not interested",
  "equivocad*|equivoc*",
  "wrong number|person|guy",
  "no es mio|mi|de",
  "no soy",
  "fallecio|murio|died|deceased|passed",
  "borr*|elimin*|saqu*|sacar*|quitar*|quiten*|quiteme|bloque*|block*|desactiv*|anul*|desafili*|exclu*|renunci*|omit*|suspend*|discontinue|unfollow|oposicion|opongo",
  `no|ni ${WANT}|permito|acepto|autorizo`,
  "aburrid*|cansad*|ostinad*|enfadad* con|de",
  "no more|mas",
  "enough|cease",
  "dont|not want|need|like|wish",
);

/** Words that refuse or end something … */
const REFUSALS = new Phrases(
  "no|ni|nunca|jamas|tampoco|ya|didnt|wont|menos|prefiero|dejar*|dejen*|deje|deja|dejan|pare|parar|cancel*|evit*|sin|not|dont|never|none|less|without|rather|end|off|out|permiso|autoriz*|privacidad|privacy",
);
/** … and words for what we send, or how we reach people: together a person has to look. */
const REACHING = new Phrases(
  "mand*|envi*|escrib*|contact*|mensaj*|sms|promo*|public*|notific*|anunci*|text|texts|texting|texted|messag*|propaganda|suscri*|subscri*|datos|numero|number|contacts|marketing",
  "llam*|call|calls|calling|called|caling|recibir|receive|busc*|insist*|jod*|whatsapp*|correos|emails|avis*",
);
/** What is said of what did not come, or has come: complaints and news of our service. */
const NEWS = new Phrases(
  "no|ya|nunca|aun|todavia me|le|les|nos|se? han|ha|he|llego|llegaron|mandaron|mando|llamaron|llamo|contactaron|contacto|enviaron|envio|escribieron|escribio|llega|llegan|avisaron|aviso|mandan|envian",
  "todavia|aun no",
  "no tengo|puedo|pude|hay|se|entiendo|funciona|alcanzo|problema",
  "ya le|les|voy|deposite|tengo|cancele|pague|estoy|vine",
);

/** What else is cancelled, ended or taken away. In El Salvador to cancel a bill is to pay it. */
const OTHER_THINGS = new Phrases(
  "cita*|pedido*|orden|ordenes|reserva*|reservacion*|compra*|factura*|cuenta|cuota*|deuda|recibo|vuelo|viaje|plan|pago|pagos|prestamo|tarjeta|saldo|consulta|reunion|paquete|entrega",
  "appointment*|order*|booking|reservation*|flight|bill|invoice|purchase|payment|meeting|delivery|package|account|card|loan",
  "precio*|color|producto*|catalogo|cargo|cobro*|linea|link|codigo|comprobante|temperatura|presion|peso|ventas|tasa|interes|internet|velocidad|maternidad|incapacidad|bus|parada|traffic|sign",
);

/** Not for good, or not at every hour. */
const TIMES = new Phrases(
  "hoy|antes|despues|manana|tarde|noche|temprano|lunes|martes|miercoles|jueves|viernes|sabado|domingo|mientras|before|after|today|tonight|until|during|tomorrow|ahorita",
);
/** What only we send: then another word beside it names no other thing. */
const OF_OURS = new Phrases(`${MESSAGES}|texts|messages|suscrip*|subscription|datos`);

export interface Request {
  intent: "opt-out" | "opt-in" | "help" | "other" | "unclear";
  english: boolean;
  /** Nothing in it limits the wish to the channel that it came by. */
  any: boolean;
}

/** What a folded sentence asks for. */
export function requestOf(folded: string): Request {
  const english = looksEnglish(folded) || (ENGLISH.in(folded) && !SPANISH.in(folded));
  const say = (intent: Request["intent"], any = false): Request => ({ intent, english, any });
  if (INSTRUCTIONS.in(folded)) return say("unclear");
  const rest = DENIALS.takenFrom(folded);
  const isDenied = rest !== folded;
  const asksOut = SPANISH.in(rest) || ENGLISH.in(rest);
  const asksIn = OPT_IN.in(rest) && !asksOut;
  const isAboutOther = OTHER_THINGS.in(folded);
  if (asksOut) {
    const alsoIn = isDenied || OPT_IN.in(ENGLISH.takenFrom(SPANISH.takenFrom(rest)));
    const isPartly = TIMES.in(folded) || (isAboutOther && !OF_OURS.in(folded));
    return alsoIn || isPartly ? say("unclear") : say("opt-out", ANY.in(folded));
  }
  if (isDenied) return say("other");
  if (asksIn) return say("opt-in");
  if (!isAboutOther) {
    const refused = NEWS.takenFrom(folded);
    if (SUSPECT.in(folded) || (REFUSALS.in(refused) && REACHING.in(refused))) return say("unclear");
  }
  return say(HELP.in(folded) ? "help" : "other");
}

const ENGLISH_WORDS = new Set(
  "the you your my off please plz pls this these is are i im id dont do not want send text texts mesage mesages number with for to stop unsubscribe cancel list call alone again more interested wrong person guy spam out opt it lawyer how when where who what thanks up subscribe away take remove contact never delete need help sign opt see tomorow hapy year god sounds today".split(
    " ",
  ),
);
const SPANISH_WORDS = new Set(
  "el la los las de que mi por favor ya no quiero su sus un una para en es numero mas a lo mensajes baja con se si esta esto al quien cual como pueden".split(
    " ",
  ),
);

function looksEnglish(folded: string): boolean {
  const words = folded.split(" ");
  const count = (known: ReadonlySet<string>) => words.filter((word) => known.has(word)).length;
  return count(ENGLISH_WORDS) > count(SPANISH_WORDS);
}
