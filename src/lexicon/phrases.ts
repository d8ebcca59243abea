// The phrases in which people say no, or plainly something else, written in the roles of asking-words.ts:
//   a|b      one of them           a&b   both at once        !a   not that role       =x/y    a word that sounds like one
//   .. ...   up to seven words of the roles in `SMALL` of phrase-search.ts; up to twelve of any role          a?   may be missing
//   ..! ...! the same, without a word of `BORDERS` there
//   ^ $      the clause begins or ends here, courtesy aside; `$$`: with nothing behind it
// A line begins with the kind of its phrases, or goes on with the one above. requests.ts looks for them in this order:
//   firm                asks to be left alone, whatever else is said: `no llamar hasta nuevo aviso`
//   else                no request: its words are removed before a kind below is looked for: `no llamar de noche`
//   aside               is removed, too, but `likely` still sees it: `no quiere la oferta`
//   state               ends something, and the column tells what: `bloqueado`
//   no                  asks to be left alone: `ya no me llamen`
//   bare                asks to end what is not named: `dar de baja`
//   only                allows one channel: `solo correo`
//   may, likely, plea   may ask: `que ya no`, `pidió STOP`, `por favor que no llamen`
//   back, yes, over     take an earlier request back: `se retractó`, `ya acepta mensajes`, `ya no`
// column-* names columns; all others are of replies/.

export const PHRASES = `
<typed> = way-sms|way-whatsapp
<medium> = way-call|<typed>
<way> = way-email|<medium>
<reach> = contact&would|deliver&would|contact&wish|deliver&wish|bother&wish|contact&gerund|deliver&gerund|bother&gerund
<come> = message|reach-noun
<it> = =lo/la/le/los/las/les/me/nos
<the> = =la/el/los/las/un/una/the/su
<det> = =la/el/los/las/un/una/su/sus/mi/de/del/al/en/este/esta/ese/esa/the/my/his/her|more
<gave> = =dado/dada/dados/dadas/dio/dieron
<clock> = =between/before/antes/despues/el/las/la/de/entre/after/at/from/until/hasta
<black> = =exclusiones/bloqueados/negra/roja/robinson/exclusion/excluidos/supresion/bloqueo
<of> = person|relative|settled|digits|data|right|privacy|=obtenido/obtained/previo/formulario/form/tienda/store/ley/escrito/informado/terceros
<please> = =favor/please/pls/porfa/porfavor/porfi/xfavor/xfa/plis
<able> = =contactable/llamable/marcable/callable/textable/smsable
<brief> = =cons/aut/autor/perm/acep
<reply> = =responda/responde/responder/conteste/contesta/envie/envia/mande/manda/escriba/escribe/reply/text/send
<end> = remove&!low|omit|withdraw|cancel&!low|stop&wish|stop&gerund|stop&done|refuse|leave&!=out&!=off
<out> = remove&!told|remove&!to-me|leave&!told|withdraw&!told|withdraw&!to-me
how: <reply> .. halt-word|low|out|leave|stop|cancel|=no/fin/end/quit
firm: deny ..! <reach>|<come> deny? .. =dia/noche/day/night .. =ni/nor/or/y/and/o .. =dia/noche/day/night
  deny ... <reach>|<come>|contact&done .. =hasta =nuevo|until-told ; never|=nunca/jamas ..! contact&wish|deliver&wish
  deny ..! <reach>|<come> .. =hasta =que/q ; deny ..! <reach> deny? =antes/ahora/hoy =ni/y/o =despues/manana/nunca $$
  ask&!=reply&!=text =stop =to ; deny .. consent ... privacy ; deny .. consent =contacto $
  deny .. <reach>|<come> .. =hasta/until/till/antes/before/despues/after/desde/since ... year|month ; ^ =ni out-sure $
  deny <it>? contact&wish|deliver&wish|bother&wish .. =este/this =mes/month/ano/year ; refuse .. =tratamiento/uso =de
  low|remove|withdraw .. =servicio/sistema =de message ; deny .. consent .. =tratamiento/uso =de <det>? data
  refuse .. consent-noun ; deny .. deliver&wish ... =por <medium> ; deny =disponible/apto/apta/usar =para list|message
  deny|withdraw ... consent-noun .. message|contact|data ; stop&wish|stop&gerund|cancel&wish|refuse .. reach-noun
  remove|refuse|withdraw ... =tratamiento ... data|publicity|message ; deny .. interest halt-word <reach>|<come>? $
  =sin reach-noun =x/por/a petition ; ^ low =en =tramite/curso/proceso $ ; ^ remove&wish|omit&wish =de =la =base
  =contacto deny consent&done
no: contact|message|reach-noun remove&done|=restringido/restringida/prohibido/prohibida/prohibidas
  =restriccion .. reach-noun|message|contact ; leave .. list ; deny .. =de =acuerdo .. receive|message|contact|use|data
  bother&!done .. =que .. <reach> ; bother&!done .. =cuando/when/si them|me contact|deliver ; lack .. consent-noun ; =contra =de .. message|contact|receive
  deny|none =por/via/by <medium>|number ; include&wish|send&wish .. <black> ; deny .. =opted/opt .. =in
  deny .. make .. message ; deny =a them message|contact ; deny can =para reach-noun|message
  deny =contactable .. ask|plead ; deny .. like .. message|contact ; deny&!=sin .. <reach>
  deny =un/una/este/estos/sus/su/a? message ; deny&!=sin reach-noun .. !small
  plead|=respeta/respetar/de/of .. deny reach-noun|message .. $
  omit|barred =de/en/para/from .. message|list|reach-noun|publicity|contact ; omit&wish reach-noun|message
  refuse =a <det> list ; deny =cargar/asignar .. list ; tired|worn|enough|=odia/detesta .. message|contact
  ^ message&!trade-message|contact&wish&!weak|write&wish|consent deny $
  ^ =que/q? =ya? =paren/pare/parenle/parele/paremosle $ ; ^ =por/x? <way> and? <way>? and? <way>? deny $
  =leave/left .. =alone ; deny .. send&to-me&wish|send&to-me&gerund ; deny .. want .. message|contact|none|deliver|list
  deny .. want .. receive&wish more? $ ; deny .. receive&wish .. message|none|more|call
  deny more|none .. message|contact
  deny .. consent|consent-noun|subscription .. message|reach-noun|<reach>|contact&done|data|number|use|receive
  deny .. interest .. message|contact|receive|deliver ; deny .. =ser/sea/siendo/be/being contact|bother
  none =tipo/clase/forma/kind? =de/of/por/via? message|contact|<medium> ; =por/de none way
  deny .. use&wish .. number|data|message|list|publicity ; deny .. share&wish|sell&wish .. data|number
  deny .. give .. nuisance ; deny =se =le/les? contact&order
  stop&order =de .. contact|deliver|bother|message|again|receive
  stop&wish .. contact|deliver|bother|send&wish|send&gerund|message|again|receive&wish|receive&gerund
  stop&!told .. message|contact|reach-noun ; stop&wish|=leave/leaves .. me|them? .. peace
  <out> .. list|number|data|message|me&!=yo ; remove&to-me&wish|remove&to-me&order ; them|me .. remove&wish|contact&deny
  out-sure ; =opt/opts/opted/opting .. =out ; =take/taken .. =off ; =lista/list .. <black>
  refuse .. bother&wish|bother&done|message|contact|deliver|call|receive&wish|receive&gerund
  consent-noun .. refuse|withdraw ; withdraw|refuse|remove .. consent-noun|subscription|message
  refuse|right .. =oposicion|right ; right =de withdraw|remove|refuse ; lose .. number|me|list|data
  lose =de contact&wish ; lose =de ... them|me|person|number ; =a/por/en/bajo none .. <reach>
  deny .. include&wish .. list|message ; deny .. include =en =cuenta ... publicity|list|message
  plead ... number|data|person .. remove ; =black/block =list/listed
  complain ... =si/if .. again? .. contact|deliver|bother ; message|contact deny consent&done|=allowed
  deny me receive&wish $ ; deny =tiene/tengo/hay/cuenta|give|=otorga/otorgo .. interest|consent-noun ; omit&wish .. list
  remove&wish .. person ; stop&wish|withdraw&wish .. subscription ; person .. stop&done receive&gerund .. message
else: deny .. want =dar .. data ; =dejar/deje/dejo/left message|=recado/voicemail/razon
  deny ...! <reach>|<come>|contact&done|bother&done ...! time
  deny ... <reach>|<come>|contact&done|bother&done ...! <clock> clock ; deny ... <reach>|<come> .. =desde =las/la clock
  =responda/responder/reply .. halt-word|low|leave =para/to ... $$ ; only ... contact? ... time|clock
  deny ..! remove|out|stop|leave|withdraw&!enclitic
  deny outcome&!wish&!receive none|=ni/nor message|reach-noun =ni/nor? message|reach-noun? ; =si/if deny outcome
  =aun/todavia/yet deny =se contact ; ^ deny =aprobado/aprobada/admitido/admitida/aceptado/aceptada/approved $
  deny them|=ha/han/esta/fue? outcome&!wish&!receive .. message? =ni/nor/or? message?
  deny .. =ha/han/he/hemos/habia/habian/has/have contact&done&!way-call|deliver&done|contact&told|deliver&told
  deny reach-noun .. =efectivo/exitoso/made/yet/aun ; ^ =sin =gestion/seguimiento/comunicacion $
  deny .. deliver .. trade ; remove|withdraw|cancel|stop .. trade&!note-column ; refuse .. trade&!=tratamiento
  refuse <the>? =tratamiento
  trade small? small? give? small? remove&told|withdraw&told|stop&told|low|cancel|remove&done ; halt-word =and/by/loss
  =sin number ; trade|ask refuse&done ; =telefono/tel/numero/celular/cel/linea/chip <gave> .. low
  =lista/listado/list/grupo =de/of thing ; =todavia/aun deny <reach> ; product .. =sin message|call
  low =por low-things ; deny .. consent-noun =para/for thing ; =lo deliver&!told ; =di =de? low
  deny .. want =ser? bother&wish|nuisance ; deny call =it ; =leave me .. message
  deny =esta/estaba/estar =en? =casa/oficina|place ; deny =tiene/tienen/tengo/hay trade&!interest ; ^ deny =llamado $
aside: =llamada/call barred ; =didnt/didn .. contact|deliver|receive|message ; =why/porque ... stop|remove
  deny .. =hablar =de/del/sobre ; deny .. want|interest|consent <det>|=ningun/ninguna/any? thing
  deny .. consent&told <det>? trade ; deny .. deliver&!gerund|use|make|give <det>|=a/con|none? <det>? thing
  deny .. =quiso .. contact ; =sin way-whatsapp|=telefono/celular/internet
  deny .. again&told&!wish&!would|=vuelto .. <reach> ; refuse .. give .. message|data
  refuse <the>? =oferta/propuesta/promocion/promo/llamada/sale/offer ; =sin =novedad/novedades/info/informacion/correo
  deny .. =opt/opted/opting .. =out ; deny .. ask&told|ask&done ... remove|low|out|stop|leave
  deny .. want|interest ... =oferta/promocion/promo ; deny .. consent <the>? =oferta/promocion/promo
  deny .. contact .. =al thing ; deny .. contact .. =a =la/las/los thing
  deny .. contact|deliver|bother =a/al/con/to|<det>? <det>? other-person ; deny .. contact ..! =al/a/at them? spot
  deny .. contact =al/on =llegar/entrar/arrival ; stop&wish|omit&wish|refuse .. <reach>|<come> ...! time
  <end> <det>|number? <det>? thing&!note-column&!=confirmado ; low <the> thing ; low low-things
  thing&!name small? <gave>? small? low ; deny ..! remove|out|stop|leave|withdraw|refuse|out-sure
  deny =es? them|me? bother&told&!wish|bother&order|=molestia =que? .. contact|receive|message
  deny .. =inconveniente/importa/problema/pena/miedo/dude/dudar/duden/hesitate ... contact ; deny .. =lista <black>
  deny ..! lose ; deny .. weak&!to-me&!enclitic =a? =la/el/al/los/las/un/una? thing
bare: ^ =salir/parar/paremos $ ; deny more&!=otra $ ; give .. low ; =de low ; ^ person .. low .. $
  ^ low .. courtesy|ask|=solicitada/voluntaria|person .. $ ; ^ <the>? low $ ; ^ low =segun/per way-email|way-letter $
  ^ halt-word $ ; ask|=presento/ejerce/ejercio .. refuse&!told ; =cease/cese .. =desist/desista/desistimiento
  ask|want .. leave&wish $ ; =opto/opta/optaron =por leave&wish $$ ; ^ =abstenerse $ ; ask .. halt-word $
  ^ message|<medium> halt-word $ ; halt-word .. ask ; ^ remove&wish&!enclitic&!cancel .. $ ; remove&wish&enclitic $
  =removal ; ask|want .. <way>|way-letter? .. remove|low|out|leave&enclitic|leave&!wish&!told&!done
  remove|omit|barred|withdraw|halt|stop&done ... =por/a/x/segun/bajo/per person? petition|=request .. $
  contact&told .. halt-word $ ; ^ person .. halt-word .. $ ; ^ halt-word person .. $
may: data? remove ask&wish $ ; bother&done =por .. message|contact ; ^ person? =revoco/revoca $ ; deny =me/nos contact&told|deliver&told|bother&told .. message|publicity? .. <please>
  ^ =oposicion/exclusion/supresion/bloqueo .. ask? $ ; deny ... again .. contact&gerund|deliver&gerund|bother&gerund
  <please> deny $ ; deny =recibir $ ; plead ... deny $ ; ask|say =basta $ ; deny =es? <able> $ ; remove&enclitic
  =colgo .. =bloqueo ; cancel&wish .. list ; deny include&wish $ ; ^ .. ask? =ya deny $ ; refuse&told&!done $
  ^ =robinson $ ; plead|want ... deny ... <reach>|<come>|list ; ask|=respetar/respeto/respeten/respetemos ... privacy
  deny .. sell&wish .. none|more|=productos/servicios|message? .. $ ; deny .. =dar/de/den/demos/darle .. reach-noun
  plead ... halt&wish $ ; <please> .. =me/nos remove&told ; deny .. use&wish $ ; deny .. again .. deed ... $
  deny .. <it> deed .. $ ; deny .. touch&wish .. $ ; deny .. again&wish .. $ ; ^ turn? =que/ya .. deny $ ; ^ =dont $
  deny .. want =saber =de ; only ... =abogado/apoderado/lawyer/attorney ; =tantas/tanto/muchas/demasiadas|all message
  ^ stop&wish =a .. person $ ; ^ =ya? =basta/suficiente $ ; <it> bother&told .. message ; stop&told =de bother&wish $
  message|reach-noun deny want&done ; =si/if .. contact|deliver|bother|again ... complain|authority|=bloquea/bloqueara
  plead ... deny <it>? include&wish $ ; ^ =como/how =to? cancel =esto/this $ ; =ya <it>? =dije/dijimos =que? deny $$
  deny =firmo/firma/signed .. consent-noun ; tired|worn .. =nosotros/us|me ; =me/nos stop&told =de <reach> .. <please>
  deny ... want ... <reach>|<come> ; deny <it>? thing =que .. <reach> ; lose =que ; =me/nos =tiene/tienen tired|worn
  deny .. <it> .. receive&wish .. $ ; want|plead =que .. stop&wish .. $ ; deny .. want&!done&!interest .. $ ; low $
  list =de out|=exclusion/exclusiones ; stop&wish =de give? bother|nuisance ; deny include&wish ... message|list
  =bloqueo/blocked =a/the? <the>? =empresa/cuenta/company/business ; <please> .. deny =me/nos contact&told|bother&told
  =me/nos remove&told .. list|number|data|message|<please> ; <please> .. deny =me/nos deliver&told message|publicity
likely: deny .. contact&wish|deliver&wish|bother&wish =a/al/at/con/to|<det>? <det>? other-person|spot ; =spam complain
  deny .. =mandemos/enviemos/ofrezcamos/pidamos ; =aplicar/procesar/tramitar/registra/registrar/firmo/firma .. low
  deny .. contact&told|deliver&told more ; deny ask&told ... remove&enclitic ; complain ... message|call|reach-noun $
  =ya deny them contact&told|deliver&told ; reply-column|digits halt-word $ ; person|number|=queda/esta/fue <it>? veto
  plead .. deny receive&wish ; =palabra halt-word|low|leave ; ^ receive .. halt-word $ ; ^ =darlo/darla/darlos .. low
  deny .. contact&wish =al thing ; send ... halt-word ; ^ low =por/via/en !low-things ; =in =revocado/revocada/revoked
  =mover .. low ; barred =por person&!=el ; =revocatoria/oposicion ; consent-noun deny give ; complain =con complain
  ask|want .. give? .. low ; only .. =emergencia/emergencias/emergency ; ^ .. person? .. veto .. number|list|person $
  =nos/me =tiene/tienen? =bloqueo/bloquea/bloquearon/bloqueara/bloqueados ; ^ halt-word when|time|halt-word|=en/por/x
  complain =por .. message|call|bother ; number|<medium> barred $ ; contact&told|marked .. =como/as =spam
  ^ =ni =nunca/jamas $ ; ^ halt-word receive $ ; ^ status-column low $ ; ^ deny reach-noun $ ; stop&wish =de .. deed
  =contesto/respondio/resp/replied ... halt-word ; send&told|=escribio/puso/contesto/respondio cancel&wish|leave&wish
  =resp low $ ; =llamadas deny $$ ; ^ low .. when ; right .. =olvido ; ^ veto&wish $
  ^ low .. settled|=aprobada/aprobado ; deny =recibe/reciben .. call|message ; refuse .. =tratamiento/processing
  deny thing|trade|=sales contact|message|reach-noun ; =mando/escribio/contesto/respondio deny =al? message? $
  barred <the>? message|reach-noun ; =right/gdpr .. =forgotten/erasure ; =solicitud/ejercio/derechos =arco
state: ^ person? barred|=revocado/revoked/revocada .. ask|person? $
  ^ .. person? .. deny .. consent|consent-noun|subscription .. $
only: only .. contact|deliver? .. way-email|way-letter .. way-email? $ ; way-email =y/and none .. $
  none more .. way-email ; only .. message|contact&!told $ ; only .. contact|deliver .. <typed> $
  message|<typed> only $ ; way-email|way-letter way-email|message|reach-noun? only $
  only .. <way>|message .. way-email|way-call&!=voz|<typed>|message $
back: again .. consent|subscription|include|=suscribir ; turn|now .. now? .. =si/yes .. $
  number|out|out-sure|remove&done|withdraw&done|marked .. =por/en/by/in =error/equivocacion/mistake
  remove&!barred&!no|=levanto/levantar/levantada/lifted/salio .. out-sure|<black>|=restriccion/bloqueo ; restored
  =retracto/arrepintio $$ ; =cambio =de =opinion/parecer/idea ; =sin =efecto
  =equivocaron/equivocamos/mistakenly !=de ... deny .. contact ; out-sure .. remove&!=bloqueado|withdraw
  withdraw <the> low ; ^ =si/yes contact&wish $ ; deny =aplica/vigente
  ask|plead .. again .. receive&gerund|contact&gerund|deliver&gerund ; ^ =start/unstop
  now .. =regreso/volvio/retorno/returned/back ; remove|=restriccion ... =levantado/levantada/levanto/lifted
  ^ =alta =de? =nuevo/nuevamente
yes: =que =si .. <reach> ; now .. consent .. $ ; now .. can .. <reach> ; =si/yes .. can|want .. <reach>
  consent&told|consent&order|want ... message|contact&!weak|receive
over: =ya deny $
declined: ^ deny =gracias/thanks/thank $
keyword: ^ cancel&wish|leave&wish|stop&wish|halt-word|=alto/fin/salir/end/revoke/arret/td $
column-open: ^ =a/con/en/de/por/sobre? why&!if|=que/como/how
column-else: list =de =espera ; again .. receive&gerund .. thing ; =retirado/retirada =por $
  person|people-column .. remove&wish ; =equipo/imei/chip/sim/pin barred
  ^ =canal/origen/fuente/medio/source/channel .. consent-noun|=opt .. $
  out|low|withdraw|remove|stop|refuse .. trade&!=tratamiento ; trade .. out|low|withdraw|remove|stop|refuse
  remove|withdraw|stop =en/de/del thing|=tienda/sucursal ; remove&wish&!out-sure thing ; numbered small? .. consent|contact|list
  low-things|place ; refuse <the>? =oferta/propuesta/promocion ; consent&done =por/by $
  ^ =persona/personas consent&done $ ; consent&told <the>? =oferta/propuesta/visita $
column-other: ^ <it>? =llego/llega/llegan ; ^ =ha =recibido
  ^ =aprobado/aprobada/aprobacion/approved/approval status-column? $ ; ^ =recibio/recibieron/received/escucho/sabe
  subscription .. thing&!status-column&!note-column
column-out: =motivo/razon =de =exclusion/supresion/bloqueo/oposicion $ ; leave .. list
  consent|consent-noun|subscription|=opt .. withdraw&done|cancel&done|refuse&done|=withdrawn/denied .. date? $
  consent|consent-noun deny .. give|=given/granted/otorgado .. $
  consent|want|receive ... message|contact|<reach> =no $$
  deny ... contact|message|send|touch|consent|bother|receive|call|want ; out|out-sure|low ; contact|message barred
  =silenciar/mute ; =black =list ; remove&done|remove&wish|halt&wish|halt-word
  ^ =exclusion/exclusiones/supresion/bloqueo/eliminacion .. message? $
  date .. =exclusion/supresion/oposicion/revocacion/revocatoria
  =restriccion/restricciones .. reach-noun|contact|message ; ^ =omitir/descartar/omit/skip/robinson $ ; veto&wish|veto&done
  deny <able> ; stop&wish .. receive|message|contact|list ; ask .. remove|low|leave|out
  refuse|withdraw .. message|contact|consent|consent-noun|publicity|data|=tratamiento/uso
  =oposicion/opposition/arco/objecion ; ^ =revocado/revocacion/revocatoria/revoked $ ; =opt/opted .. =out
  right .. lose|=forgotten/olvido ; =lista/list .. <black>
column-consent: list|=grupo .. =difusion/broadcast ; ^ =difusion/broadcast <typed>? $ ; ^ consent receive&wish $
  ^ =suscribirme/subscribe $ ; ^ publicity =directo/direct $
  ^ =inscrito/afiliado/registrado/activo/elegible/apto =a/en/para? publicity $ ; =acuerdo ... contact|message|deliver
  want =que ... contact&wish ; can use ... contact|message|deliver ; consent|consent-noun =gdpr/rgpd/lpdp/lopd/tcpa $
  ^ contact&wish me $ ; ^ =comunicacion/comunicaciones/informacion/fines =comerciales/comercial $
  consent|consent-noun|subscription ... contact|message|send|call|data|list|privacy
  consent|consent-noun .. =uso/tratamiento/use ; =uso/tratamiento/use/manejo/cesion/habeas .. data
  message|contact|<medium> consent|consent-noun|subscription
  ^ person|give|small? consent|consent-noun|subscription status-column|give|yes? $
  ^ status-column small? consent-noun $ ; ^ data|privacy|=firmo/firma/renovar? consent-noun .. <of>? .. <of>? $
  again .. contact&gerund|deliver&gerund|receive&gerund
  ^ want? .. again&wish|include&wish|=mantener/mantenerse/quedarse/conservar/keep .. list|subscription
  ^ =mantener .. reach-noun ; want|like|can|receive .. <reach>|contact&done|reach-noun|message|receive|send
  ^ =llamar/llamarle/llamarlo/contactar/contactarle/contactarlo/escribir/enviar/mandar/notificar $$
  ^ =llamar/contactar =a/al? =cliente $$ ; ^ =es/is/esta? <able> ; ^ <brief> .. message|reach-noun|contact|data
  reach-noun =habilitado/habilitada ; =disponible/elegible .. reach-noun|contact&wish|call ; consent =pub $
  =ok/okay .. contact|message ; contact|message|<typed> =ok
  ^ publicity&!=campana&!=ad|=promociones/ofertas .. message? and? way-email? $ ; ^ message publicity $
  ^ =alertas/notificaciones/comunicaciones/recordatorios/avisos/reminders/notifications/alerts .. message? $
  ^ =envio/recepcion/enviar/mandar/notificar/send .. message $ ; =opt/opted .. =in
column-may-out: ^ =restriccion/restricciones/restringido/restringida/silenciado/silenciada/muted $
  =nos/me =bloqueo/reporto ; marked =como/as =spam
  complain|bother|tired .. message|reach-noun|call ; ^ =rechaza/revoca/retiro/retira/block/veto/queja/quejas/spam/nl $
column-may-consent: ^ privacy $ ; =horario/horarios/hora/frecuencia/disponibilidad .. reach-noun|call|contact&wish
  ^ =ind/indicador/flag/flg/fl .. contact|publicity|message $ ; ^ =opt message $ ; ^ =ley =de =datos =personales? $
  privacy ... consent&done ; ^ again small? contact&wish $ ; ^ include&wish .. list $ ; ^ =aviso/politica .. privacy $
  ^ <typed> =enabled/activo/habilitado $ ; ^ status-column small? publicity|subscription|<typed>|=llamadas/calls $
  ^ =esta =de =acuerdo $ ; ^ =datos =personales $ ; ^ =recibe $ ; ^ =opt $$
  interest .. =promociones/ofertas/publicidad $ ; ^ <typed>? publicity|subscription|<typed>|=opt status-column $
column-channel: ^ =por? way-email and? <medium> and? <medium>? $ ; ^ <typed> and? <typed> $ ; ^ =mensajes =de =texto $
  ^ =contacto/mensajes/info/comunicacion/notificacion? =por/via? way-sms&!note-column&!out|way-whatsapp|way-call&!identity|=mensajes/messages $
column-name: ^ =first/last/full/middle? people-column ; ^ =agente/asesor/ejecutivo/vendedor/gestor/agent $
column-way: contact&!done .. =por/via/donde/how/como
plea: plead ... deny ... contact&wish|contact&gerund|bother&wish|bother&gerund|<come>|list
  plead ... remove|stop|leave|lose ... <reach>|<come>|list|number|data
fine: =on =my =way ; =i/ill =will? =be =there/here ; =my =name =is
  deliver&!told ..! topic|trade|=ubicacion/direccion/precio/precios ; why|inquire .. =envio/envios
  =cuanto/como =lo? =vale/tiene/sale/tarda/debo/deja ; =por =supuesto ; =de =acuerdo/nada
  =que =tenga/tengan/tengas/pase/pasen .. time ; =que =descanse/descansen
  =un/una/one =momento/momentito/segundo/pregunta/consulta/moment ; =a =que =hora =cierran/cierra ; deal .. time
  withdraw&told&!order =el/la/mi trade
  =gracias =por =avisar/todo/responder/escribir/contactarnos/comunicarse/comunicarte
  =gracias =por .. =informacion/info/atencion/respuesta|topic ; give|deal one $ ; can .. deal|=pasar
  want deal|=comprar ; time =paso/llego/voy ; =how =much ; =busco/buscando .. topic
  =buenos/buenas/buen/feliz/linda/bonita/happy/good time|polite|=navidad/ano/cumpleanos/aniversario/year
  =dios/senor =le/les/te/lo/los =bendiga/guarde/cuide ; =hasta time&!if|=luego/pronto ; =hasta/a =que time
  =nos =vemos time? ; =see =you time|=then/soon/later/there ; =con =mucho? =gusto ; =a =la =orden
  deny =hay/se =problema/pena/cuidado/preocupe/preocupen/preocupes ; =esta/todo/muy/me =bien/perfecto/excelente/interesa
  ^ =donde/where .. =queda/quedan/estan/esta/located =ubicados? ; =mi =nombre =es ; =a =nombre =de ; =soy name
  =vivo/estamos =en name ; =estoy/estamos/ya =afuera/llegando/llegue/llegamos ; =voy/vengo/vamos =en =camino
  =voy/vengo/vamos =saliendo/llegando/para ; =ahi/alla =estare/estaremos/llego
every: call|bother&wish|bother&gerund|peace|consent-noun&!subscription|list&!=servicio|way-call|=datos/data
  contact&!write&!deliver&!message&!=contacto ; =todo/todos/toda/todas/all $
  =todo/todos/toda/todas/all .. way|=tipo/clase/lados
  =completo/completamente/total/totalmente/general/everything/everywhere/anywhere
  =communication/communications/comunicacion/comunicaciones/contacto ; none|=otro/otra/cualquier way|=lado/parte
  =por/en/by none ; remove&wish .. number ; =blacklist/blacklisted/blocklist/listanegra/robinson/bloqueado/bloqueada/blocked
others: as-well ; mine relative ; =mis/otro/otra/otros/otras/dos/two/other number
complaint: complain|authority
deletion: remove|withdraw|low|=supresion/cancelacion .. data ; right .. remove|=olvido
opposition: refuse|stop|withdraw|remove .. =tratamiento/uso/usar .. data|number ; refuse|withdraw .. =usen/use? .. data
  deny .. consent|=usen/use/traten .. =uso/tratamiento/use? .. data ; right =de? =oposicion
rectification: correct&wish .. identity|data ; want .. correct .. identity|data
  particulars|data .. wrong|=desactualizados ; wrong .. particulars ; mine .. particulars|number =changed/cambio
  particulars deny =es .. mine ; deny =es .. mine .. particulars
access: why|=que/q/como/how .. hold|=sold/vendio .. identity|data ; want|ask .. data .. hold
  identity|data .. =que .. hold ; copy .. hold|data ; =comparten/comparte/venden/usan .. data
  =responsable/encargado .. list|data ; why .. data ; right ; mine =datos/dato ; =datos =personales|mine
unsure: if|say|why|=did/didn/didnt ; ^ want .. receive ; =quien/puedo ; =como/how remove&told|=se
in: ^ =si/yo/i? want .. receive .. message =de? =nuevo? ; again .. deliver&wish|write&wish .. message?
  deliver&to-me&wish .. message =otra =vez ; can .. =text =me =again ; want? again? =a/to? sign-up me? ; give =de =alta
  ^ =sign me =up more? $ ; ^ =start deliver more $ ; =opt .. =in ; include&to-me&wish .. list
`;

/** Messages that are one keyword and no more, courtesy aside. Phrases understand the others. */
export const KEYWORDS = `
opt-out: stop, stop all, stop it, cancel, end, quit, revoke, remove, td, arret, do not call, baja, parar, detener,
    opt out, cancelar, salir, alto, eliminar, borrar, nomas, ya no, basta, me salgo, estop, istop, stopp, stpo, sotp,
    sto, stp, stpp, bja, abja, baja1, bajs, bajaa, cancle
opt-in: start, unstop, begin, alta, comenzar, iniciar, optin, opt in
help: help, info, ayuda, help me, informacion, information, soporte, mas informacion, more info, more information,
    necesito ayuda, need help, quien es, quienes son, who is this, who are you, de que empresa, de que empresa es,
    de parte de quien, de parte de quien es, me puede ayudar, quiero mas informacion, quiero mas info
unclear: ya esta bien, ya ta bueno, numero equivocado, wrong number, si, yes, no thank you, y, s, n, over, step, aja,
    sop
`;
