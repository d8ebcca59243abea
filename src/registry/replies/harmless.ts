// When a message asks for nothing. That has to be earned: every word of it is one of everyday talk, or stands in a phrase that is
// known to be harmless, and something in it says what it is about. What is not known goes to a person.

import { LEVEL } from "./lexicon.js";
import { Phrases } from "./patterns.js";
import type { Message } from "./tokens.js";

/** They hold a grave word, and ask for nothing. */
const HARMLESS = new Phrases(
  // Refusals of nothing that we do.
  "no ~ =hay|=tengo|=tiene|=tienen|=tenemos|=puedo|=pude|=podre|=podemos|=podria|=alcanzo|=alcance|=entiendo|=entendi|=se|=sabia|=sabemos|=recuerdo|=encuentro|=encontre|=veo|=vi|=estoy|=estaba|=estuve|=estare|=esta|=estan|=ando|=voy|=vamos|=fui|=creo|=he|=ha|=han|=funciona|=sirve|=sirvio|=abre|=abren|=llego|=llega|=viene|=vino|=vinieron|=vine|=alcanza|=tuve|=lei|=recibi|=hubo|=era|=queda|=aparece|=carga|=cabe|=cuesta|=trae|=conozco|=problema|=pasa",
  "no ~ =preocupe|=preocupes|=preocupen",
  "no ~ =worries|=problem|=problema",
  "=de =nada",
  "=todavia|=aun no",
  "no ~ =todavia|=aun",
  "=con =permiso",
  "=porque|=o|=verdad no",
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
  // Automatic answers.
  "=este? =es? =un? =mensaje =automatico|=automatica",
  "=gracias =por =contactar|=contactarnos|=comunicarse|=comunicarte|=escribir|=escribirnos|=llamar|=avisar|=su|=tu ~ =mensaje?",
  "=hemos? =recibido|=recibimos =su|=tu =mensaje",
  "=le|=te|=les ~ =responderemos|=respondere|=atenderemos|=contestaremos|=contestare|=respondo|=contesto|=contactaremos|=contactare|=llamo|=llamare|=escribo|=marco|=escribire|=hablo",
  "=no ~ =atenderle|=atenderte|=responder|=contestar",
  "=ill|=will =get|=call|=text|=be =you|=back|=there",
  "=call =you",
);

/** Made of everyday words, and yet they may refuse, or be fed up: to a person. */
const SUSPICIOUS = new Phrases(
  "=hasta =aqui|=nunca|=siempre",
  "me ~ =estan|=esta|=siguen? ~ receive ~~ msg",
  "=me =vale|=voy|=salgo|=salgo|=retiro|=aburro|=largo",
  "=ya =fue|=estuvo|=fueron|=paso|=basto|=chole|=vale",
  "ya END",
  "=otra|=again|=nuevamente|=siempre ~ =vez|=ustedes|=vos|=usted",
  "=otra =vez",
  "=gracias =por =nada",
  "=ahi =muere|=queda|=quedamos",
  "=adios =para|=a|=con",
  "=mucho|=muchos|=tanto|=tantos|=demasiado|=demasiados ~ msg",
  "=tanto|=tantos|=tanta|=tantas|=demasiado|=demasiados",
  "=paso END",
  "=yo =paso",
  "=para =que =me",
  "=siempre =lo|=es",
  "=mejor|=prefiero ~ =competencia|=otra|=otro|=otros|=lugar",
  "=ya =vienen|=viene|=van|=va =a|=con|=de",
  "mine =telefono|=celular|=numero|=contacto|=linea|=phone|=cell|=informacion|=info",
  "mine =nombre ~ END",
  "=solo|=solamente ~ =queria|=quiero|=pido",
  "=tengo =otro|=otra",
  "=perdida|=perdiendo|=pierden|=pierdan ~ =tiempo",
  "=no|=yo =les|=los =conozco|=conosco",
  "=cambiar|=cambie|=cambio =de =numero",
);

/** Questions whose object may be any word at all: what it costs, whether there is some, where it is. */
const OPEN_QUESTIONS = new Phrases(
  "=precio|=precios|=costo|=valor|=price",
  "=cuanto|=cuantos|=cuanta|=cuantas",
  "=a =como|=cuanto",
  "=tiene|=tienen|=tendra|=tendran|=venden|=vende|=hay|=habra|=manejan|=trabajan|=hacen|=traen|=ofrecen|=busco|=necesito|=ocupo|=quiero|=quisiera|=deseo|=llevan|=aceptan|=aparteme|=deme",
  "=donde|=adonde ~ =esta|=estan|=queda|=es|=puedo|=consigo|=compro|=quedan",
  "=how =much|=many",
  "=do =you =have|=sell|=deliver|=accept",
  "=soy|=vivo|=estoy|=llamo|=atiende",
  "=mi =nombre =es",
);

export function asksNothing(message: Message): boolean {
  const { tokens } = message;
  let unknown = 0;
  let anchors = 0;
  const isEarned = earnedIn(message);
  for (let at = 0; at < tokens.length; at++) {
    const { word, isNumber } = tokens[at]!;
    if (isNumber || isEarned[at] === true) anchors++;
    else if (word.level === LEVEL.danger) return false;
    else if (word.level === LEVEL.unknown || (word.guessed && word.text.length < SURE_LENGTH)) unknown++;
    else if (word.level === LEVEL.harmless) anchors++;
  }
  if (anchors === 0 || unknown > MOST_UNKNOWN || SUSPICIOUS.areIn(message)) return false;
  return unknown === 0 || OPEN_QUESTIONS.areIn(message);
}

/** A slip in a word of so many letters is one word only; and were it near a grave one, it would count as that. */
const SURE_LENGTH = 6;

/** A question about a thing names it in a word or two. */
const MOST_UNKNOWN = 2;

/** Which words stand in a harmless phrase. */
function earnedIn(message: Message): boolean[] {
  const earned: boolean[] = [];
  if (!message.tokens.some(({ word }) => word.level === LEVEL.danger)) return earned;
  HARMLESS.each(message, (start, end) => {
    for (let at = start; at < end; at++) earned[at] = true;
  });
  return earned;
}
