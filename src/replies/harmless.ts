// When a message asks for nothing. That has to be earned: every word of it is one of everyday talk, or stands in a phrase that is
// known to be harmless, and something in it says what it is about. What is not known goes to a person.

import { type Fields, fieldsOf } from "./fields.js";
import { isKeywordLike } from "./keywords.js";
import { LEVEL, type Word } from "./lexicon.js";
import { Phrases } from "./patterns.js";
import type { Message, Token } from "./tokens.js";
import { FORMS } from "./verbs.js";

/** They hold a grave word, and ask for nothing. */
const HARMLESS = new Phrases(
  // Refusals of nothing that we do.
  "no me|cl? me|cl? =hay|=tengo|=tiene|=tienen|=tenemos|=puedo|=pude|=podre|=podemos|=podria|=alcanzo|=alcance|=entiendo|=entendi|=se|=sabia|=sabemos|=recuerdo|=encuentro|=encontre|=veo|=vi|=estoy|=estaba|=estuve|=estare|=esta|=estan|=ando|=voy|=vamos|=fui|=he|=ha|=han|=funciona|=sirvio|=abre|=abren|=llego|=llega|=viene|=vino|=vinieron|=vine|=alcanza|=tuve|=lei|=recibi|=hubo|=era|=queda|=aparece|=carga|=cabe|=cuesta|=trae|=problema|=pasa",
  "no ~ =preocupe|=preocupes|=preocupen",
  "no ~ =worries|=problem|=problema",
  "=de =nada",
  "=todavia|=aun no",
  "no ~ =todavia|=aun",
  "=con =permiso",
  "=o no END",
  // What is sent to us or to the person, and is not a message.
  "=mando|=mandare|=enviare|=envio|=mandamos|=enviamos|=escribo|=llamo|=llamare|=escribire",
  "ya =le|=les|=se =mande|=envie|=escribi|=llame",
  "=le|=les =mande|=envie =el|=la|=mi|=un|=una|=los|=las",
  "me|cl can ~ =mandar|=enviar",
  "=mandar|=enviar|=mandarme|=enviarme|=mandeme|=envieme|=mandame|=enviame|=manda|=envia|=mandarle|=enviarle|=mande|=envie|=send ~ me? ~ =foto|=fotos|=ubicacion|=direccion|=precio|=precios|=catalogo|=menu|=comprobante|=cotizacion|=factura|=recibo|=cuenta|=video|=link|=imagen|=imagenes|=modelos|=codigo|=lista|=photo|=picture|=location|=address|=menu|=invoice",
  "=hacen|=tienen|=realizan|=hay|=incluye|=hace|=costo|=gastos =envios|=envio",
  "=el|=del|=de|=por =envio ~ =a|=es|=gratis|=hasta|=para",
  "=cuanto|=cobran|=cuesta|=vale ~~ =envio|=envios",
  "=envio|=envios =gratis|=a|=incluido|=nacionales",
  "=hablar|=hablo|=hablamos",
  // Numbers, lists and names of other things.
  "=numero ~ =cuenta|=orden|=pedido|=factura|=guia|=casa|=telefono|=whatsapp",
  "=que|=cual =numero =calza|=es",
  "=lista|=listado ~ =precios|=espera|=utiles|=invitados|=compras",
  "=esta|=estaria|=estara|=estan =lista|=listas",
  "=mi|=mis =orden|=comida|=ropa =lista",
  "=mi =nombre =es",
  // Coming and going.
  "=voy|=vengo|=estoy|=iba =saliendo",
  "=ya? =sali|=salgo|=salio|=sale|=salen|=salieron ~ =de|=del|=a|=mi|=el|=la|=temprano|=tarde|=hoy|=manana|=para",
  "=a =como =sale",
  "=me =baje|=bajo =del|=en",
  "=ya? =termine|=termino|=acabo =de|=el|=mi|=la",
  "=en =cuanto ~ =deja",
  "=se ~ =lo|=la =cancelo",
  "=le|=se =cancelo|=cancele|=cancelare",
  "=ya =cancele|=pague|=abone",
  "=que =baje|=bajaron|=bajo =de|=los|=el =precio|=precios?",
);

/** Made of everyday words, and yet they may refuse, or be fed up: to a person. */
const SUSPICIOUS = new Phrases(
  // They have had enough.
  "=hasta =aqui|=nunca|=siempre|=la|=el|=cuando ~ =coronilla|=corona|=madre|=copete|=aqui|=nunca|=siempre|=van|=con|=seguir",
  "=hasta =aqui|=nunca|=siempre",
  "=hasta =cuando END",
  "=me =vale|=tienen|=tiene|=voy|=salgo|=retiro|=aburro|=largo|=importa|=cambio|=pela|=da|=dan ~ =de|=a|=loco|=loca|=madre|=colera|=asco|=igual? END",
  "=me =vale|=tienen|=retiro|=salgo|=voy|=largo|=aburro|=pela",
  "=ya =fue|=estuvo|=fueron|=paso|=basto|=vale|=pues",
  "ya END",
  "=ya ~ =esta|=estuvo|=es =bueno|=bien|=suave|=suficiente",
  "=otra|=again|=nuevamente|=siempre ~ =vez|=ustedes|=vos|=usted",
  "=otra|=otro =vez|=dia|=momento|=ocasion|=vida|=mas",
  "=gracias =por =nada",
  "=ahi =muere|=queda|=quedamos",
  "=adios|=chao|=chau|=bye =para|=a|=con",
  "=tanto|=tantos|=tanta|=tantas|=demasiado|=demasiados",
  "=paso|=pass|=salgo|=fuera|=largo|=away END",
  "=yo|=i =paso|=pass",
  "=para =que =me",
  "=siempre =lo|=es",
  "=mejor|=prefiero|=busco|=buscare|=buscar ~ =competencia|=otra|=otro|=otros",
  "=cambiar|=cambiare|=cambie|=cambio|=cambiarme ~ =de =numero|=compania|=empresa|=operador|=telefono|=tienda|=proveedor",
  "=ya =vienen|=viene|=van|=va =a|=con|=de",
  "=y =dale|=siguen|=sigue|=vuelven",
  "=siguen|=sigue =igual|=con",
  "=van|=vas|=va =a =entender|=seguir|=parar",
  "=solo|=solamente ~ =queria|=quiero|=pido",
  "=perdida|=perdiendo|=pierden|=pierdan|=perdieron ~~ =tiempo|=cliente|=clienta",
  "=no|=yo ~ =conozco|=conosco|=compro|=creo",
  "=que =les|=me =importa",
  "=a =mi =que",
  // It is no time for it, or not the right person.
  "=horas =son =estas",
  "=son =las =0 ~ =noche|=madrugada|=manana",
  "=es =domingo|=feriado|=asueto|=sabado|=noche END",
  "=estoy|=estaba ~ =trabajo|=trabajando|=ocupado|=ocupada|=durmiendo|=dormido|=dormida|=enfermo|=enferma|=busy",
  "=este|=ese|=the|=this =es|=telefono|=celular|=numero|=phone|=is ~~ =telefono|=celular|=privado|=personal|=de|=phone|=line",
  "=menor =de =edad",
  "=minor END",
  "=que =buscan|=busca",
  "=how|=cuantas|=cuanta =many|=veces =times?",
  "mine =telefono|=celular|=numero|=contacto|=linea|=phone|=cell|=informacion|=info",
  "mine =nombre|=name ~ END",
  "=tengo =otro|=otra",
  // Who gave whom leave, and what is not right.
  "who ~ =es|=les|=los|=le|=se|=dijo|=dice|=dio|=cree|=creen|=is|=said|=told|=cares",
  "=de =quien END",
  "=esto|=eso no",
  "no ~~ interest",
  "no ~ =sirve|=bien",
  "=por ~ =amor|=favorcito|=dios ~ =de? =dios END",
  "=por =lo =que",
  "me =robaron|=estafaron|=enganaron|=cobraron|=mintieron|=quitaron",
  "=adios ~ yours",
  "yours ~ =adios",
  "=en =paz",
  "=soy =otra|=otro",
  "=se =donde|=quien",
  "me =off|=out",
  "=informacion|=info|=copia ~~ have",
  "have ~~ =guardado|=guardada|=registrado|=registrada",
  // Keep it for yourselves. And who said so before says it again.
  "use.order+subjunctive ~ yours ~ msg|thing",
  "yours msg|thing ~ use.order",
  "=ya|=como|=que|=siempre ~ =dije|=dijimos|=dicho|=pedi|=adverti|=avise|=explique|=escribi",
  "=se =lo|=los|=la|=las =dije|=dijimos|=pedi",
  "=already|=as|=like|=i ~ =told|=said|=asked|=wrote",
  "=para =la =mano",
  "want =paz|=irme|=descansar|=estar|=que|=dormir|=vivir|=salir",
);

/** What an automatic answer says. */
const AUTOMATIC = new Phrases(
  // Automatic answers.
  "=este? =es? =un? =mensaje =automatico|=automatica",
  "=gracias =por =contactar|=contactarnos|=comunicarse|=comunicarte|=escribir|=escribirnos|=llamar|=avisar|=su|=tu ~ =mensaje?",
  "=hemos? =recibido|=recibimos =su|=tu =mensaje",
  "=le|=te|=les ~ =responderemos|=respondere|=atenderemos|=contestaremos|=contestare|=respondo|=contesto|=contactaremos|=contactare|=llamo|=llamare|=escribo|=marco|=escribire|=hablo",
  "=no ~ =atenderle|=atenderte|=responder|=contestar",
  "=ill|=will =get|=call|=text|=be =you|=back|=there",
  "=call =you",
);

/** Assent, farewells and how one is. */
const COURTESIES = new Phrases(
  "=esta|=estuvo|=muy|=suena|=todo|=estamos|=va =bien|=bueno|=perfecto",
  "=bien =y|=gracias",
  "=de =acuerdo",
  "=por =supuesto",
  "=que =tenga|=tengan|=tengas|=pase|=pasen ~ =buen|=buena|=buenas|=feliz|=excelente|=bonito|=lindo|=bendecido =dia|=tarde|=noche|=fin|=semana|=tardes|=noches",
  "=hasta =luego|=pronto|=manana|=lunes|=entonces",
  "=hasta =la =proxima|=vista",
  "=hasta =el =lunes|=martes|=miercoles|=jueves|=viernes|=sabado|=domingo",
  "=nos =vemos",
  "=que =tal|=bueno|=bonito|=rico|=lindo|=chivo|=le|=les =vaya?",
  "=como =esta|=estan|=estas|=le|=les =va?",
  "=se|=le|=te|=lo =agradezco|=agradecemos",
  "=con =mucho? =gusto",
  "=no =hay =problema|=de|=pena",
  "=no =se =preocupe|=preocupes|=preocupen",
  "=see =you",
  "=sounds =good",
  // Short questions and wishes that name no thing.
  "=me =interesa|=interesan",
  "=donde|=adonde ~ =estan|=esta|=queda|=quedan|=es",
  "=cuanto ~ =dura|=duran|=demora|=demoran|=tarda|=tardan|=cuesta|=vale|=es|=seria",
  "=como ~ =llegar|=llego|=pago|=pagar|=compro|=comprar|=funciona|=hago",
  "=que =ofrecen|=venden|=tienen|=hacen|=incluye|=necesito",
  "=quiero|=quisiera|=necesito|=deseo ~ =reservar|=agendar|=comprar|=cotizar|=ordenar|=apartar|=pagar|=encargar|=inscribirme",
  "=como ~ =puedo ~ =contactarlos|=contactarles|=llamarles|=llamarlos|=escribirles|=comunicarme",
  "=tienen|=tiene|=cual|=su ~ =correo|=whatsapp|=telefono|=numero ~ =electronico|=de? =telefono? END",
  "=estan|=esta ~ =abierto|=abiertos|=abierta|=abiertas|=cerrado|=cerrados",
);

/** What harmless messages are: a question about trade, an order, somebody on the way, a payment, praise, a name. */
const FRAMES = new Phrases(
  "=cuanto|=cuantos|=cuanta|=cuantas|=cual|=cuales|=donde|=adonde|=precio|=precios|=price|=where",
  "=a =que =hora|=horas",
  "=a =como",
  "=how =much|=many|=big|=far",
  "=what =time|=size|=color|=day|=is|=are",
  "=que =precio|=precios|=horario|=horarios|=talla|=tallas|=color|=colores|=marca|=marcas|=modelo|=tamano|=dia|=dias|=requisitos|=incluye|=trae|=tipo|=hora|=vale|=tal|=numero",
  "=tienen|=tendran|=tendra|=hay|=habra|=venden|=vende|=hacen|=aceptan|=atienden|=abren|=cierran|=manejan|=trabajan|=llevan|=traen|=ofrecen|=sirven|=entregan|=alquilan|=cobran|=reparan|=cuesta|=cuestan|=vale|=valen ~~ topic",
  "=do|=does =you|=they|=it ~ =have|=sell|=deliver|=accept|=open|=close|=take|=ship|=come",
  "=is|=are ~ =available|=open|=closed|=there|=in|=it",
  "=can|=could =i|=you|=we ~ =pick|=pay|=get|=have|=order|=come|=see|=buy|=book|=reserve",
  "=cuando ~ =viene|=vienen|=vence|=llega|=llegan|=abren|=abre|=hay|=es|=seria|=estaria|=esta|=estara|=puedo",
  // Orders.
  "want ~~ thing|=0",
  "=busco|=ocupo|=necesito|=quiero|=quisiera|=cotizar|=reservar|=apartar|=agendar|=comprar|=encargar ~~ thing|=0|=cita|=uno|=una|=dos|=tres",
  "=deme|=dame|=demen|=denme|=vendame|=apartame|=aparteme|=reserveme|=agendeme|=cotizame|=coticeme|=regaleme|=regalame|=pongame|=anoteme|=anotame|=paseme|=mandeme|=envieme|=esperame|=espereme|=guardeme ~~ thing|=0|=uno|=una|=dos|=tres|=time",
  "=me =aparta|=reserva|=agenda|=vende|=da|=regala|=cotiza|=envia|=manda|=anota|=confirma|=pasa|=presta|=guarda|=trae|=puede|=pueden|=podria|=podrian",
  "=me =interesa|=interesan|=gusta|=gustan|=gusto|=gustaria|=gustaron|=encanta|=encantan|=encanto|=encantaron|=llego|=llegaron|=quedo|=quedaron",
  "=para =llevar|=comer",
  "=i =need|=want|=would|=am|=will|=have",
  // Confirmed, paid, on the way.
  "=confirmo|=confirmado|=confirmada|=confirmamos|=anotado|=recibido|=enterado|=enterada|=entendido|=entendida|=confirmed",
  "=ya ~ =deposite|=pague|=transferi|=abone|=hice|=llegue|=recibi|=envie|=mande|=cancele|=voy|=estoy|=vengo|=llego|=llegaron|=viene|=salio",
  "=ya ~ =esta|=estan ~ =listo|=lista|=listos|=listas|=pagado|=depositado|=aqui|=afuera",
  "=acabo =de =depositar|=pagar|=llegar|=transferir",
  "=mi|=el|=los|=la|=su =pedido|=paquete|=orden|=zapatos|=producto|=deposito|=pago|=cita ~ =llego|=llegaron|=salio|=esta|=es|=estaba|=quedo",
  "=voy|=vamos|=vengo|=venimos|=voi =en|=para|=llegando|=saliendo|=por|=tarde|=manana|=hoy|=ahora|=ahorita|=de",
  "=ya =voy|=vamos|=vengo",
  "=nos =vemos",
  "=ahi|=alli|=aqui ~ =estare|=estaremos|=nos|=voy|=llego|=llegamos|=estoy|=va|=estamos",
  "=llego|=llegamos|=paso|=pasamos|=estare|=estaremos|=puedo|=podemos|=vengo ~~ time|=0|=traer|=recoger|=retirar",
  "=manana|=hoy|=lunes|=martes|=miercoles|=jueves|=viernes|=sabado|=domingo|=luego =paso|=llego|=voy|=vengo|=estoy|=puedo|=pasamos",
  "=estoy|=estamos ~ =afuera|=aqui|=cerca|=llegando|=camino|=lista|=esperando|=frente",
  "=le|=te|=se =pago|=deposito|=transfiero|=debo|=marco|=aviso|=confirmo|=escribo|=mando|=envio|=mande|=envie",
  "=see =you",
  "=on =my =way",
  "=sounds =good",
  // Praise.
  "=bonito|=bonita|=bonitos|=bonitas|=lindo|=linda|=lindos|=lindas|=hermoso|=hermosa|=bello|=bella|=chivo|=chiva|=rico|=rica|=ricos|=ricas|=delicioso|=deliciosa|=sabroso|=buenisimo|=buenisima|=excelente|=excelentes|=espectacular|=genial|=precioso|=preciosa|=perfecto|=perfecta|=maravilloso|=fantastico|=caro|=cara|=barato|=barata|=nice|=beautiful|=lovely|=delicious|=amazing|=awesome|=great|=cool|=cute",
  // Who, and where.
  "=mi =nombre =es",
  "=vivo|=vivimos|=estamos =en|=cerca|=por",
  "=frente|=cerca|=par|=lado|=detras|=enfrente|=contiguo =a|=al|=de|=del ~ thing",
  "=la|=mi =direccion|=ubicacion =es",
);
/** Harmless phrases where they begin a clause. */
const OPENINGS = new Phrases(
  "=soy ~ thing",
  "=es =el|=la|=en|=para|=por ~ thing",
  "=un|=una|=uno|=dos|=tres|=cuatro|=cinco|=seis|=diez|=media|=medio|=0 ~ thing",
  "=busco|=compro|=vendo|=alquilo",
);

/** Questions whose object may be any word at all: what it costs, whether there is some, where it is. */
const OPEN_QUESTIONS = new Phrases(
  "=precio|=precios|=costo|=valor|=price",
  "=cuanto|=cuantos|=cuanta|=cuantas ~ topic",
  "=a =como|=cuanto",
  "=tiene|=tienen|=tendra|=tendran|=venden|=vende|=hay|=habra|=manejan|=trabajan|=hacen|=traen|=ofrecen|=busco|=necesito|=ocupo|=quiero|=quisiera|=deseo|=llevan|=aceptan|=aparteme|=deme",
  "=donde|=adonde ~ =esta|=estan|=queda|=es|=puedo|=consigo|=compro|=quedan",
  "=how =much|=many ~ topic",
  "=do =you =have|=sell|=deliver|=accept",
  "=mi =nombre =es",
);

/**
 * True where nothing is asked for: each word is one of everyday talk or in a harmless phrase, but for the object of an open
 * question; the whole is courtesy, a question about trade, an order or the like; and nothing in it sounds fed up.
 */
export function asksNothing(message: Message): boolean {
  const { tokens } = message;
  let unknown = 0;
  let hasTopic = false;
  const isEarned = message.isGrave || !isIn(message, TOPIC) ? earnedIn(message) : NOTHING_EARNED;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const { word } = token;
    if (token.isNumber || isEarned[at] === true || has(word, TOPIC)) hasTopic = true;
    if (token.isNumber || isEarned[at] === true) continue;
    if (word.level === LEVEL.danger || isKeywordLike(token)) return false;
    if (word.level === LEVEL.unknown || word.guessed) unknown++;
  }
  if (!hasTopic || SUSPICIOUS.areIn(message) || tokens.some((_token, at) => isAtUs(tokens, at))) return false;
  if (unknown > 0 && MESSAGES_OR_LISTS.some((fields) => isIn(message, fields))) return false;
  if (unknown > 0) return unknown <= MOST_UNKNOWN && !hasNo(message) && OPEN_QUESTIONS.areIn(message);
  return (
    message.isQuestion ||
    FRAMES.areIn(message) ||
    AUTOMATIC.areIn(message) ||
    COURTESIES.areIn(message) ||
    OPENINGS.each(message, (start) => start === 0 || tokens[start]!.begins) ||
    isCourtesy(tokens) ||
    isNamed(tokens)
  );
}

/** Thanks, greetings and wishes, with nothing done by anybody. */
function isCourtesy(tokens: readonly Token[]): boolean {
  const isPolite = ({ word }: Token) => has(word, FAVOR) && !has(word, TIME);
  return tokens.some(isPolite) && !tokens.some(({ word }) => isOnlyVerb(word) || EVERY.test(word.text));
}

/** Tells whether there are only things, names, times and numbers: an answer to what we asked. */
function isNamed(tokens: readonly Token[]): boolean {
  return !tokens.some(({ word }) => isOnlyVerb(word) || EVERY.test(word.text));
}

function isOnlyVerb(word: Word): boolean {
  return has(word, VERB) && !has(word, NO_VERB);
}

const TIME = fieldsOf(["time"]);
/** Every day, another, later: they may be tired of it, or put it off. */
const EVERY =
  /^(?:mas|despues|luego|quizas?|talvez|later|maybe|tod[oa]s?|cada|hasta|nuev[oa]s?|pur[oa]s?|otr[oa]s?|mism[oa]s?|dueno)$/;
const TOPIC = fieldsOf(["topic"]);
const FAVOR = fieldsOf(["favor"]);
const NO_VERB = fieldsOf(["favor", "thing", "time", "small", "det", "prep"]);
const has = (word: Word, { low, high }: Fields): boolean => ((word.low & low) | (word.high & high)) !== 0;

const ME = fieldsOf(["me"]);
const VERB = fieldsOf(["verb"]);
const USE = fieldsOf(["use"]);
const NO = fieldsOf(["no"]);

/** Fields beside which an odd word may be a refusal that slipped. */
const MESSAGES_OR_LISTS = [fieldsOf(["msg"]), fieldsOf(["list"]), fieldsOf(["receive"])];
const isIn = (message: Message, { low, high }: Fields): boolean => ((message.low & low) | (message.high & high)) !== 0;

function hasNo({ low, high }: Message): boolean {
  return ((low & NO.low) | (high & NO.high)) !== 0;
}

/** What several do to somebody and nobody minds: `me gustan`, `me llegaron los zapatos`, `me atienden`. */
const WELCOME =
  /^(?:gust|encant|lleg|qued|atiend|atend|apart|vend|inform|entreg|dan$|dieron$|hac|hic|dej|sal|cobr|confirm|deb|pued|podr|gustar|interes|recib|parec|falt|sobr|sirv|tra|pag|deposit|ofrec|esper|dig|da|aparec|ayud|toc)/;

/** `me despertaron`, `me estresan`, `lárguense`: what they do to somebody, or are told to do. */
function isAtUs(tokens: readonly Token[], at: number): boolean {
  const { word, folded } = tokens[at]!;
  if (!has(word, VERB) && !has(word, USE)) return false;
  if (/nse(?:l[aeo]s?)?$/.test(folded) && (word.form & FORMS.them) !== 0) return true;
  const before = tokens[at - 1]?.word;
  const isToMe =
    before !== undefined &&
    ((before.low & ME.low) | (before.high & ME.high)) !== 0 &&
    before.text !== "mi" &&
    before.text !== "mis";
  return isToMe && /[aeo]n$/.test(folded) && !WELCOME.test(folded);
}

/** A question about a thing names it in a word or two. */
const MOST_UNKNOWN = 2;

const NOTHING_EARNED: readonly boolean[] = [];

/** Tells which words stand in a harmless phrase. */
function earnedIn(message: Message): boolean[] {
  const earned: boolean[] = [];
  for (const phrases of [HARMLESS, AUTOMATIC, COURTESIES])
    phrases.each(message, (start, end) => {
      for (let at = start; at < end; at++) earned[at] = true;
    });
  return earned;
}
