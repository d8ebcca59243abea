// Words with which people ask to be left alone, complain, or ask about their data. Verbs stand in the infinitive (verbs.ts makes
// their forms), other words as they are. A group that is not `harmless` keeps a message from being dropped unread.

import type { Field } from "./fields.js";

export interface WordGroup {
  fields: readonly Field[];
  /** Infinitives, as verbs.ts takes them. */
  verbs?: string;
  words?: string;
  /** The forms of an English verb: `base third past gerund`, separated by `/`. */
  english?: string;
  /**
   * `small`: says nothing of itself. `harmless`: a word of everyday talk. `danger`: a message with it is never dropped
   * unless a harmless phrase is known that holds it.
   */
  is: "small" | "harmless" | "danger";
}

export const ASKING: readonly WordGroup[] = [
  { fields: ["no"], is: "danger", words: "no nunca jamas tampoco ni nop nel nope nah not dont never nadie nobody" },
  {
    fields: [],
    is: "danger",
    words: "off pass passed skip opt opts opted opting doesnt didnt wont wouldnt cannot cant isnt arent",
  },
  { fields: ["no", "more"], is: "danger", words: "nomas" },
  { fields: ["ya"], is: "small", words: "ya yaa now" },
  {
    fields: ["more"],
    is: "small",
    words:
      "mas more any anymore again further longer otra nuevamente tanto tanta tantos tantas demasiado demasiados demasiada demasiadas",
  },
  { fields: ["none"], is: "danger", words: "nada ningun ninguna ninguno ningunos ningunas cero none nothing zero" },
  { fields: ["me"], is: "small", words: "me nos mi conmigo us mis nosotros" },
  { fields: ["cl"], is: "small", words: "le les lo la los las se te os him her them it" },
  {
    fields: ["det"],
    is: "small",
    words:
      "el la los las un una unos unas este esta estos estas ese esa esos esas aquel aquella aquellos aquellas esto eso aquello tal tales dichos dicho todo toda todos todas otro otros otras tipo clase the a an this that these those all every some such",
  },
  { fields: ["mine"], is: "small", words: "mi mis mio mia mios mias nuestro nuestra nuestros nuestras my our mine" },
  {
    fields: ["yours"],
    is: "small",
    words: "su sus suyo suya suyos tu tus tuyo ustedes usted vos ud uds vosotros your ur their yours",
  },
  { fields: ["que"], is: "small", words: "que to" },
  { fields: ["de"], is: "small", words: "de del of from" },
  {
    fields: ["prep"],
    is: "small",
    words:
      "a al en con por para sobre desde hacia entre via mediante hasta segun on in for with about by at as into through off out up",
  },
  {
    fields: ["small"],
    is: "small",
    words:
      "y e o u i you pero pues entonces asi tambien bien muy tan solo solamente siquiera porque como si ok oye oiga mire mira fijese fijate vaya señor señora señorita senor senora senorita seño niña nina niño joven amigo amiga amigos amigas caballero licenciado licda lic don doña dona jefe vea verdad realmente sinceramente sino aunque mejor favorcito aqui ahi alli aca alla mismo misma hay and or but so just really also too here there then well hey sir madam miss guys people gente esque fin fines proposito propositos motivo motivos asuntos comerciales comercial ever w",
  },
  {
    fields: ["stop", "halt"],
    is: "danger",
    verbs:
      "parar detener:deteng abstener:absteng cesar suspender terminar finalizar acabar interrumpir frenar evitar desistir omitir pausar descontinuar discontinuar concluir cortar",
    words: "paremosle",
    english:
      "stop/stops/stopped/stopping quit/quits/quitted/quitting cease/ceases/ceased/ceasing end/ends/ended/ending discontinue/discontinues/discontinued/discontinuing halt/halts/halted/halting refrain/refrains/refrained/refraining avoid/avoids/avoided/avoiding suspend/suspends/suspended/suspending pause/pauses/paused/pausing",
  },
  { fields: ["stop"], is: "danger", verbs: "dejar" },
  { fields: ["enough"], is: "danger", words: "basta suficiente enough alto" },
  {
    fields: ["remove"],
    is: "danger",
    verbs:
      "borrar eliminar remover:remuev retirar suprimir excluir tachar depurar desvincular desactivar deshabilitar inhabilitar extraer expulsar bloquear desasociar descartar olvidar desapuntar",
    words: "eliminacion remocion exclusion supresion borrado retiro bloqueo desactivacion",
    english:
      "remove/removes/removed/removing delete/deletes/deleted/deleting erase/erases/erased/erasing exclude/excludes/excluded/excluding block/blocks/blocked/blocking forget/forgets/forgot/forgetting scrub/scrubs/scrubbed/scrubbing",
  },
  {
    fields: ["remove"],
    is: "danger",
    verbs: "quitar sacar",
    english: "drop/drops/dropped/dropping lose/loses/lost/losing",
  },
  {
    fields: ["unlist", "remove"],
    is: "danger",
    verbs:
      "desafiliar desinscribir desuscribir desubscribir dessuscribir desagregar desregistrar desenlistar deslistar desapuntar desmatricular unsuscribir desincribir",
    words: "desuscripcion desafiliacion desinscripcion desuscrito desuscrita unsub optout desuscripsion",
    english:
      "unsubscribe/unsubscribes/unsubscribed/unsubscribing unsuscribe/unsuscribes/unsuscribed/unsuscribing unsubcribe/unsubcribes/unsubcribed/unsubcribing unenroll/unenrolls/unenrolled/unenrolling unfollow/unfollows/unfollowed/unfollowing",
  },
  {
    fields: ["revoke"],
    is: "danger",
    verbs: "cancelar anular",
    english: "cancel/cancels/canceled/canceling cancel/cancels/cancelled/cancelling",
    words: "cancelacion anulacion",
  },
  { fields: ["lower"], is: "danger", verbs: "bajar" },
  {
    fields: ["leave"],
    is: "danger",
    verbs: "salir:salg zafar abandonar",
    english: "leave/leaves/left/leaving exit/exits/exited/exiting",
  },
  { fields: ["low"], is: "danger", words: "baja bajas" },
  {
    fields: ["forbid"],
    is: "danger",
    verbs: "prohibir rechazar renunciar impedir declinar rehusar repudiar desautorizar vetar negar:nieg denegar:denieg",
    words: "oponer oponerme opongo opone oponemos oponernos oponga oposicion opuse rechazo",
    english:
      "refuse/refuses/refused/refusing reject/rejects/rejected/rejecting decline/declines/declined/declining forbid/forbids/forbade/forbidding object/objects/objected/objecting oppose/opposes/opposed/opposing",
  },
  {
    fields: ["revoke"],
    is: "danger",
    verbs: "revocar invalidar rescindir",
    words: "revocacion revocatoria",
    english: "revoke/revokes/revoked/revoking withdraw/withdraws/withdrew/withdrawing",
  },
  { fields: ["revoke"], is: "danger", verbs: "retirar" },
  {
    fields: ["permit"],
    is: "danger",
    verbs: "autorizar consentir:consient:consint acceder",
    english:
      "consent/consents/consented/consenting authorize/authorizes/authorized/authorizing agree/agrees/agreed/agreeing allow/allows/allowed/allowing",
  },
  { fields: ["permit"], is: "harmless", verbs: "permitir aceptar aprobar:aprueb" },
  {
    fields: ["permission"],
    is: "danger",
    words:
      "consentimiento autorizacion autorizaciones permiso permisos anuencia aprobacion consent permission authorization consentimientos",
  },
  { fields: ["peace"], is: "danger", words: "paz tranquilo tranquila tranquilos quieto quieta alone" },
  {
    fields: ["tired"],
    is: "danger",
    words:
      "harto harta hartos hartas cansado cansada cansados aburrido aburrida aburridos ostinado ostinada enfadado enfadada podrido podrida chinado chinada sick tired saturado saturada cabreado estresado estresada obstinado obstinada fastidiado fastidiada aburrieron cansaron hartaron emputado encachimbado encachimbada enojado enojada molesto molesta",
  },
  {
    fields: ["reach"],
    is: "danger",
    verbs:
      "llamar escribir contactar contactear textear mensajear mensajiar spamear spammear telefonear guasapear watsapear whatsapear whatsappear wasapear notificar remitir reenviar publicitar promocionar comunicar transmitir difundir repicar timbrar escrivir",
    words: "escrito escritos",
    english:
      "text/texts/texted/texting message/messages/messaged/messaging call/calls/called/calling contact/contacts/contacted/contacting spam/spams/spammed/spamming email/emails/emailed/emailing phone/phones/phoned/phoning msg/msgs/msged/msging txt/txts/txted/txting write/writes/wrote/writing sms/smss/smsed/smsing reach/reaches/reached/reaching dial/dials/dialed/dialing ring/rings/rang/ringing solicit/solicits/solicited/soliciting",
  },
  {
    fields: ["reach"],
    is: "danger",
    verbs: "mandar enviar",
    words: "envio envios",
    english: "send/sends/sent/sending",
  },
  {
    fields: ["weak"],
    is: "harmless",
    verbs:
      "hablar buscar avisar marcar ofrecer compartir pasar tirar poner:pong meter agregar incluir informar ofertar responder contestar dirigir:dirig localizar invitar etiquetar vender proporcionar suministrar recordar:recuerd visitar añadir inscribir suscribir registrar apuntar",
    words: "puso pusieron",
    english:
      "add/adds/added/adding share/shares/shared/sharing offer/offers/offered/offering include/includes/included/including put/puts/putting/put talk/talks/talked/talking subscribe/subscribes/subscribed/subscribing resubscribe/resubscribes/resubscribed/resubscribing",
  },
  {
    fields: ["bother"],
    is: "danger",
    verbs:
      "molestar fastidiar joder jorobar chingar fregar:frieg hostigar acosar importunar incomodar jeringar cansar aburrir hartar enfadar perseguir:persig:persig saturar bombardear insistir amolar agobiar atosigar abrumar hinchar jochar pelar huevear chotear torear atormentar interrumpir invadir llenar asediar",
    words: "jodan joda jodas freguen fregue mamen chinguen molestias molestia fastidio jodedera jodedero",
    english:
      "bother/bothers/bothered/bothering harass/harasses/harassed/harassing annoy/annoys/annoyed/annoying disturb/disturbs/disturbed/disturbing pester/pesters/pestered/pestering bug/bugs/bugged/bugging stalk/stalks/stalked/stalking hound/hounds/hounded/hounding",
  },
  {
    fields: ["receive"],
    is: "harmless",
    verbs: "recibir llegar entrar leer escuchar obtener aparecer enterar saber formar",
    words: "resivir ver verlos verlas veo caer caigan caiga caen cae cayendo llege llegen sepa sepan lea leo estar",
    english:
      "receive/receives/received/receiving recieve/recieves/recieved/recieving hear/hears/heard/hearing see/sees/saw/seeing",
  },
  {
    fields: ["msg"],
    is: "danger",
    words:
      "cosa cosas stuff things crap mensaje mensajes mensajito mensajitos mensajeria mensajerias sms smses texto textos publicidad publicidades publicitario publicitaria publicitarios publicitarias spam anuncio anuncios notificacion notificaciones correo correos propaganda propagandas comunicacion comunicaciones comunicado comunicados llamada llamadas llamadera llamadita llamaditas marketing mercadeo telemarketing boletin boletines newsletter newsletters whatsapp whatsapps whatsap wasap wasaps guasap guasaps wsp wpp wapp watsap watsapp whats difusion difusiones babosada babosadas papada papadas basura basuras tontera tonteras tonterias estupideces pendejadas mensaj msj spams informaciones emails mensajeo mensajero",
  },
  {
    fields: ["msg"],
    is: "danger",
    words:
      "messages message texts text msgs msg txts calls call phonecalls robocall robocalls notifications notification communications communication solicitations advertisements advertising advertisement marketing ad ads",
  },
  {
    fields: ["msg"],
    is: "harmless",
    words:
      "promo promos promocion promociones promocional promocionales oferta ofertas aviso avisos alerta alertas encuesta encuestas campaña campana campañas campanas contenido contenidos comercial comerciales recordatorio recordatorios cadenas novedades descuentos informacion info informacio invitacion invitaciones publicaciones publicacion mercadotecnia offers offer promotion promotions promotional deals alerts updates reminders information",
  },
  {
    fields: ["subscription", "msg"],
    is: "danger",
    words:
      "suscripcion suscripciones subscripcion suscripsion subscripciones afiliacion suscribcion subscription subscriptions membership",
  },
  {
    fields: ["list"],
    is: "danger",
    words:
      "lista listas listado listados base bases registro registros directorio directorios difusion database list lists padron listita mailing records archivos archivo",
  },
  {
    fields: ["list"],
    is: "harmless",
    words: "servicio servicios grupo grupos agenda sistema sistemas campaña programa contactos plataforma system",
  },
  {
    fields: ["number"],
    is: "danger",
    words: "numero numeros num nro numerito number contacto contactos contact nombre name",
  },
  {
    fields: ["number"],
    is: "harmless",
    words: "telefono telefonos celular celulares cel celu tel movil linea chip phone cell cellphone mobile",
  },
  { fields: ["data"], is: "danger", words: "dato datos data expediente" },
  {
    fields: ["use"],
    is: "harmless",
    verbs:
      "usar utilizar tratar divulgar compartir vender ceder procesar almacenar transferir guardar difundir manejar conservar publicar",
    words:
      "uso tratamiento cesion procesamiento almacenamiento divulgacion comercializacion manejo use using usage processing share sharing sell sold selling",
  },
  {
    fields: ["right"],
    is: "danger",
    words:
      "derecho derechos arco privacidad privacy habeas legal ilegal illegal ley leyes gdpr proteccion portabilidad rights olvido",
  },
  {
    fields: ["want"],
    is: "small",
    words:
      "quiero quiere quieren queremos quieres queres quisiera quisiese quisieramos queria queriamos querria quise querer quiera quieran deseo desea deseamos desearia deseaba deseando desean necesito necesita necesitamos necesitaba necesitaria ocupo ocupa ocupamos prefiero preferiria prefiere preferimos gustaria gusta gustan espero aguanto soporto tolero pretendo pienso want wants wanna wish need needs like would rather prefer wanted love queriendo permanecer planeo quiciera",
  },
  {
    fields: ["interest"],
    is: "harmless",
    words:
      "interesa interesan interes interesado interesada interesados interesadas interesar interesante interested interest interesaria",
  },
  {
    fields: ["ask"],
    is: "small",
    verbs: "solicitar pedir:pid:pid agradecer requerir:requier sugerir:sugier",
    words:
      "peticion solicitud asked told ask asking request requesting demanding demand sign signed signing rogamos digo dije decirles pedirles decir repito repetirles repetir dicho insisto",
  },
  { fields: ["ask"], is: "danger", verbs: "exigir rogar:rueg suplicar implorar", words: "exijo exijan rogamos" },
  {
    fields: ["can"],
    is: "small",
    words:
      "puede pueden podria podrian podrias puedes podes puedo podemos podamos pudiera pudieran poder pueda puedan can could will would posible possible sea seria serian fuera amable amables tan harian haria hicieran hiciera hacen hace haga hagan hagame haganme haceme hacer do does did must deben debe deberian deberia tienen tiene tener toca",
  },
  {
    fields: ["favor"],
    is: "small",
    words:
      "favor porfavor porfa porfas porfis porfi porfiii please pls plz plis plisss pliss plix kindly gracias thanks thank disculpe disculpa disculpen perdon perdone sorry excuse hola ola hello hi buenas buenos buen dia dias tardes noches saludos encarecidamente amablemente respetuosamente cordialmente atentamente inmediatamente urgente urgentemente inmediato inmediata definitivamente definitiva definitivo permanentemente permanente totalmente formalmente formal estimados estimado estimada apreciaria agradecido agradecida bendiciones immediately definitely permanently asap finalmente simplemente",
  },
  {
    fields: ["give"],
    is: "small",
    words:
      "date dale dar darme darnos darle darse denme deme dame dadme denos dele denle dense dese den dan da doy dame dando dandome dandole diera dieran dad demen denmen darles darte daria darian give gives",
  },
  { fields: ["again"], is: "small", verbs: "volver:vuelv", words: "buelvan buelva volver vuelto" },
  { fields: ["keep"], is: "small", verbs: "seguir:sig:sig continuar", words: "keep keeps kept sigue siguen" },
  {
    fields: ["be"],
    is: "small",
    words:
      "esten este estes estar estarme estan esta estemos anden ande andes andar andan anda be been being am are is was were ser sido siendo sean sea es son fue fuera",
  },
  { fields: ["go"], is: "small", words: "voy va van vamos ir vas going gonna" },
  {
    fields: ["say"],
    is: "danger",
    words:
      "ordeno ordenaron comento dice dicen dijo dijeron diciendo decia decian says said saying pregunta pregunto preguntaron conteste contesten responda responde escriba digite envie reply respond replied dizque",
  },
  { fields: ["if"], is: "small", words: "si if" },
  { fields: ["what"], is: "small", words: "que cual cuales what which" },
  { fields: ["how"], is: "small", words: "como how donde where porque why cuando when razon" },
  { fields: ["who"], is: "small", words: "quien quienes who whom" },
  {
    fields: ["complaint"],
    is: "danger",
    verbs: "denunciar demandar reportar quejar",
    words:
      "reclamar queja quejas reclamo reclamos denuncia denuncias demanda demandas acoso hostigamiento abogado abogada abogados defensoria siget fiscalia superintendencia procuraduria tribunal tribunales juzgado juez corte pnc autoridades ilegal illegal estafa estafadores fraude delito sancion inconforme inconformidad reclamacion indemnizacion complaint complaints complain complaining lawyer lawyers attorney sue suing sued report reporting reported harassment fcc authorities scam fraud lawsuit abuso abusivo abusivos ace protejan extorsion extorsionistas",
  },
  {
    fields: ["insult"],
    is: "danger",
    words:
      "idiota idiotas estupido estupida estupidos imbecil imbeciles pendejo pendejos pendeja mierda mierdas puta putas puto putos hijueputa hijueputas hdp hp verga vergas culero culeros culo cerote cerotes maricon maricones cabron cabrones carajo chingada chinga jodidos malditos maldito maldita ladrones ladron rateros basuras inutiles inutil payasos payaso babosos baboso tontos tonto brutos bruto animales sinverguenzas sinverguenza abusivos pesados pesado necios necio intensos intenso intensa cansones canson malcriados groseros grosero vulgares asco asquerosos diablo infierno fuck fucking fuckers shit bitch bitches asshole assholes damn idiot idiots stupid hell wtf bastards crappy morons moron molestos molesto fastidiosos fastidioso insoportables insoportable hartan cansan aburren chocan caen odio detesto hate pudranse",
  },
  {
    fields: ["wrong"],
    is: "danger",
    words:
      "mal mala malo malas equivocado equivocada equivocados equivocaron equivoco incorrecto incorrecta incorrectos incorrectas desactualizado desactualizada desactualizados desactualizadas erroneo erronea erroneos errados errado error errores wrong incorrect outdated",
  },
  {
    fields: ["correct"],
    is: "danger",
    verbs: "corregir:corrij:corrig rectificar actualizar modificar",
    words: "correccion rectificacion actualizacion corrija corrijan corrijanme update updated correct",
    english: "correct/corrects/corrected/correcting fix/fixes/fixed/fixing",
  },
  { fields: ["correct"], is: "harmless", verbs: "cambiar", english: "change/changes/changed/changing" },
  {
    fields: ["identity"],
    is: "harmless",
    words:
      "apellido apellidos nombre name correo direccion domicilio dui nit email cumpleaños address surname nacimiento edad",
  },
  {
    fields: ["know"],
    is: "small",
    words:
      "saber conocer sepan sabe saben sabian know informen informe informenme digan diga diganme digame explique expliquen expliqueme explicar mandeme consultar consulta acceder acceso access copia copy ver tener obtener solicitar",
  },
  {
    fields: ["have"],
    is: "small",
    words:
      "sacaste conseguiste obtuviste diste agarraste hallaste encontraste tenes tienes he ha han hemos has had tienen tiene tenian tener tenga tengan dado di sacaron saco sacan obtuvieron obtuvo consiguieron consiguio consigue consiguen agarraron agarro dieron dio paso pasaron vendio vendieron compraron compro hallaron encontraron guardan guarda guardada guardado guardados registrado registrada registrados manejan poseen usan have has had got get gave give hold hold keep sold comparten compartieron comparte autorizo autorizaron venden vendido saben robaron",
  },
];
