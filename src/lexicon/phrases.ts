// The phrases in which people say no, or plainly something else, written in the roles of asking-words.ts:
//   a|b      one of them           a&b   both at once        !a   not that role       =word   the word itself
//   ..       up to seven small words; `..!` none of `more` and `none`                 a?      may be missing
//   ^ $      the clause begins or ends here, courtesy aside; `$$`: with nothing behind it
// A line begins with the kind of its phrases, which requests.ts looks for:
//   firm, no      ask to be left alone; `firm` even where an `else` phrase overlaps    only   allow one channel
//   bare, state   end something that is not named: the column tells what               may, likely, plea   may ask
//   else, aside   plainly something else; next to an `aside` phrase the cell may still ask
//   back, yes, over   take an earlier request back       column-*   name columns       all others are of replies/

export const PHRASES = `
<reach> = contact&would|deliver&would|contact&wish|deliver&wish|bother&wish|contact&gerund|deliver&gerund|bother&gerund
<come> = message|reach-noun
<it> = =lo|=la|=le|=los|=las|=les|=me|=nos
<ended> = withdraw&done&!barred|refuse&done&!barred|halt&done|stop&done|remove&done&!barred|cancel&done&!barred
<the> = =la|=el|=los|=las|=un|=una|=the|=su
<det> = =la|=el|=los|=las|=un|=una|=su|=sus|=mi|=de|=del|=al|=en|=este|=esta|=ese|=esa|=the|=my|=his|=her|more
<gave> = =dado|=dada|=dados|=dadas|=dio|=dieron
<clock> = =between|=before|=antes|=despues|=el|=las|=la|=de|=entre|=after|=at|=from|=until|=hasta
<black> = =exclusiones|=bloqueados|=negra|=roja|=robinson|=exclusion|=excluidos|=supresion|=bloqueo
<able> = =contactable|=llamable|=marcable|=callable|=textable|=smsable
<brief> = =cons|=aut|=perm|=acep
<reply> = =responda|=responde|=responder|=conteste|=contesta|=envie|=envia|=mande|=manda|=escriba|=escribe|=reply|=text|=send
how: <reply> .. halt-word|low|out|leave|stop|cancel|=no|=fin|=end|=quit
firm: deny ... <reach>|<come> .. =hasta =nuevo|until-told ; deny ... <reach>|<come>|contact&done .. =until =further
firm: deny ..! <reach>|<come> .. =hasta =que|=q ; ask =stop =to
firm: deny ... <reach>|<come> .. =bajo|=por|=en|=de none ; never|=nunca|=jamas ..! contact&wish|deliver&wish
firm: deny ..! <reach>|<come> .. =hasta|=until|=till|=antes|=before|=despues|=after|=desde|=since ... year|month
firm: deny ..! <reach>|<come> deny? .. =dia|=noche|=day|=night .. =ni|=nor|=or|=y|=and|=o .. =dia|=noche|=day|=night
firm: deny <it>? contact&wish|deliver&wish|bother&wish .. =este|=this =mes|=month|=ano|=year
firm: deny ..! <reach> deny? =antes =ni|=y|=o =despues $$
firm: deny ..! <reach> ... more .. none? $ ; low|remove|withdraw .. =servicio|=sistema =de message
firm: refuse .. consent-noun ; deny|withdraw ... consent-noun ... message|contact|data ; refuse .. =tratamiento|=uso =de
firm: remove|refuse|withdraw ... =tratamiento ... data|publicity|message
firm: stop&wish|stop&gerund|cancel&wish|refuse .. reach-noun
firm: other-person ... plead ... deny .. <reach> ... other-person ; deny .. interest halt-word $
firm: deny ..! contact ... =por|=segun|=per petition ; deny .. deliver&wish ... =por way-sms|way-whatsapp|way-call
firm: deny =disponible|=apto|=apta|=usar =para list|message ; deny me deliver&to-me&wish none
no: deny ... again&wish|again&gerund|again&would .. contact&wish|deliver&wish
firm: deny .. consent .. =tratamiento|=uso =de data
else: =dejar|=deje|=dejo|=left message|=recado|=voicemail|=razon
else: deny ... <reach>|<come>|contact&done|bother&done ...! time
else: deny ... <reach>|<come>|contact&done|bother&done ...! <clock> clock
else: deny ... <reach>|<come> .. =desde =las|=la clock ; deny ... <reach>|<come> more =de|=than
else: deny .. contact|deliver|bother ..! other-person ; only ... contact? ... time|clock
else: deny ..! remove|out|stop|leave|withdraw&!enclitic
else: deny them|=ha|=han|=esta|=fue? outcome&!wish&!receive .. message? =ni|=nor|=or? message?
else: deny .. =ha|=han|=he|=hemos|=habia|=habian|=has|=have contact&done|deliver&done|contact&told|deliver&told
else: deny reach-noun .. =efectivo|=exitoso|=made|=yet|=aun ; ^ deny =llamado $
else: ^ =sin =gestion|=seguimiento|=comunicacion $ ; deny message outcome&done
else: deny .. deliver .. trade ; remove|withdraw|cancel|stop .. trade
else: refuse .. trade&!=tratamiento ; refuse <the>? =tratamiento
else: trade small? small? give? small? remove&told|withdraw&told|stop&told|low|cancel|remove&done
else: halt-word =and|=by|=loss ; deny .. want bother&wish ; deny =se bother ; =sin number ; =lista =negra =de
else: trade|ask refuse&done ; =telefono|=tel|=numero|=celular|=cel|=linea|=chip <gave> .. low
else: number =desactivado|=robado|=perdido ; out-sure .. trade
aside: deny .. want|interest|consent <det>|none? thing ; deny .. consent&told <det>? trade
aside: deny .. deliver&!gerund|use|make|give <det>|=a|=con|none? <det>? thing
else: =lista|=listado|=list =de|=of thing
aside: deny .. =quiso .. contact ; deny .. =have|=has .. number|message
aside: =didnt|=didn .. contact|deliver|receive|message ; =no =message|=voicemail $
aside: =sin =whatsapp|=wsp|=wasap|=telefono|=celular|=internet ; deny .. again&told&!wish&!would|=vuelto .. <reach>
aside: refuse .. give .. message|data ; refuse <the>? =oferta|=propuesta|=promocion|=promo|=llamada|=sale|=offer
aside: deny .. =hablar =de|=del|=sobre ; =por =que ... low|remove|leave|stop ; =why|=porque ... stop|remove
aside: =why ... contact|deliver|message ; =sin =novedad|=novedades|=info|=informacion|=correo
aside: deny .. =opt|=opted|=opting .. =out ; deny .. =take ... =off
aside: deny .. =esta|=is|=aparece|=figura .. =lista|=list .. deny contact|message ; withdraw .. =su|=la plead
aside: deny .. ask&told|ask&done ... remove|low|out|stop|leave ; =llamada|=call barred
aside: deny .. plead&told|plead&done =que? deny ... <reach>|<come> ; low .. spot ; =esta =de low =por
aside: deny .. use .. number =en|=de|=para .. thing ; remove|low|withdraw|stop|use .. list|number|data|person .. old
aside: want .. thing =para deny ... <reach>|<come>|receive
aside: deny .. weak&!to-me&!enclitic =a? =la|=el|=al|=los|=las|=un|=una? thing ; deny .. contact|deliver .. number old
aside: deny =hay|=tiene .. =restriccion|=restricciones ; deny .. want|interest ... =oferta|=promocion|=promo
aside: deny .. consent <the>? =oferta|=promocion|=promo ; subscription =de|=del|=a|=al <det>? thing
aside: =sin|none message thing|=nuevo|=nueva ; deny .. contact .. =al thing ; deny .. contact .. =a =la|=las|=los thing
aside: deny .. contact ..! =al|=a|=at them? spot ; deny .. contact =the? =bell|=doorbell
aside: trade|thing =de remove .. message ; stop&wish|omit&wish|refuse .. <reach>|<come> ...! time ; =por =sistema
<end> = remove|omit|withdraw|cancel|stop&wish|stop&gerund|stop&done|refuse|leave&!=out&!=off
aside: <end> <det>|number? <det>? thing ; thing&!name small? <gave>? small? low ; name small? low
aside: deny ..! remove|out|stop|leave|withdraw|refuse|out-sure
aside: deny .. them? bother&told&!wish|bother&order|=molestia =que? .. contact|receive|message
aside: deny .. =inconveniente|=importa|=problema|=pena|=miedo|=dude|=dudar|=duden|=hesitate ... contact
aside: deny .. =lista <black> ; deny ..! lose
no: contact|message|reach-noun remove&done|=restringido|=restringida ; =restriccion .. reach-noun|message|contact
no: leave .. list ; deny .. =de =acuerdo .. receive|message|contact
no: bother&!done .. =que .. <reach> ; lack .. consent-noun ; =contra =de .. message|contact|receive
no: deny =por|=via|=by way-call|way-sms|way-whatsapp ; include&wish|send&wish .. <black> ; deny .. =opted|=opt .. =in
no: deny .. make .. message ; deny =a them message|contact
no: deny =tiene|=tengo|=hay|give|=otorga|=otorgo .. interest|consent-noun ; deny can =para reach-noun|message
no: deny =contactable .. ask|plead ; deny .. like .. message|contact ; deny&!=sin .. <reach>
no: deny =un|=una|=este|=estos|=sus|=su|=a? message ; deny =un|=a|=mas|=any|=further reach-noun
no: deny&!=sin reach-noun .. !small ; plead|=respeta|=respetar|=de|=of .. deny reach-noun|message .. $
no: omit|barred =de|=para|=from .. message|list|reach-noun|publicity|contact ; tired|worn|enough .. message|contact
no: ^ message&!trade-message|contact&wish&!weak|write&wish|consent deny $ ; ^ =paren|=pare|=parenle|=parele|=paremosle $
no: =leave|=left .. =alone ; deny .. send&to-me&wish|send&to-me&gerund
no: deny .. want .. message|contact|none|deliver|list ; deny .. want =que ... message|contact
no: deny .. want .. receive&wish more? $ ; deny .. receive&wish .. message|none|more|call
no: deny more|none .. message|contact
no: deny .. consent|consent-noun|subscription .. message|reach-noun|<reach>|contact&done|data|number|use|receive
no: deny .. interest .. message|contact|receive|deliver ; deny .. =ser|=sea|=siendo|=be|=being contact|bother
no: none =tipo|=clase|=forma|=kind? =de|=of|=por|=via? message|contact|way-call|way-sms|way-whatsapp ; =por|=de none way
no: deny .. use&wish .. number|data|message|list|publicity ; deny .. share&wish|sell&wish .. data|number
no: deny .. give .. nuisance ; deny =se =le|=les? contact&order
no: deny .. contact|use|include|make|deliver ... =para|=en publicity|list
no: stop&order =de .. contact|deliver|bother|message|again|receive
no: stop&wish .. contact|deliver|bother|send&wish|send&gerund|message|again|receive&wish|receive&gerund
no: stop&!told .. message|contact|reach-noun ; stop&wish|=leave|=leaves .. me|them? .. peace
<out> = remove&!told|remove&!to-me|leave&!told|withdraw&!told|withdraw&!to-me
no: <out> .. contact|message? list ; <out> .. list|number|data|message|me&!=yo ; omit&wish .. list
no: remove&to-me&wish|remove&to-me&order ; remove&wish .. person ; them|me .. remove&wish|contact&deny ; out-sure
no: =opt|=opted|=opting .. =out ; =take|=taken .. =off ; =lista|=list .. <black>
no: refuse .. bother&wish|bother&done|message|contact|deliver|call|receive&wish|receive&gerund
no: consent-noun .. refuse|withdraw ; ^ consent-noun .. deny $
no: withdraw|refuse|remove .. consent-noun|subscription|message ; refuse|right .. =oposicion|right
no: right =de withdraw|remove|refuse ; lose .. number|me|list|data ; lose =de contact&wish
no: lose =de ... them|me|person|number ; =a|=por|=en|=bajo none .. <reach>
no: deny .. include&wish .. list|message ; deny .. include =en =cuenta ... publicity|list|message
no: plead ... number|data|person .. remove ; number|data .. remove&done&!barred ; =black|=block =list|=listed
no: =si|=if .. again|contact .. contact|bother ... complain|authority
no: complain ... =si|=if .. again? .. contact|deliver|bother
bare: ^ =salir|=parar|=paremos $
may: ^ publicity deny $ ; ^ =oposicion|=exclusion|=supresion|=bloqueo $ ; =favor|=please|=pls|=porfa deny $
bare: deny more&!=otra $ ; give .. low ; =de low ; ^ person .. low .. $
bare: ^ low .. courtesy|ask|=solicitada|=voluntaria|person .. $ ; contact&told .. halt-word $ ; ^ person halt-word .. $
bare: ^ <the>? low $ ; ^ halt-word $ ; ask|=presento|=ejerce|=ejercio .. refuse&!told
bare: =cease|=cese .. =desist|=desista|=desistimiento
bare: ask|want .. leave&wish $ ; =opto|=opta|=optaron =por leave&wish $$ ; ^ =abstenerse $ ; ask .. halt-word $
bare: ^ message|way-sms|way-whatsapp|way-call halt-word $ ; halt-word .. ask $ ; ^ remove&wish&!enclitic&!cancel .. $
bare: remove&wish&enclitic $ ; =removal ; ask|want .. remove|low|out|leave&enclitic|leave&!wish&!told&!done
likely: ask|want .. give? .. low ; ask .. =be|=ser remove&done ; =se|person give .. low ; send ... halt-word
likely: =contesto|=respondio|=replied ... halt-word ; ^ halt-word when|time|halt-word|=en|=por|=x ; ^ low .. settled
firm: ^ low =en =tramite|=curso|=proceso $
likely: ^ low =por|=via|=en !low-things ; =mover .. low ; settled =de|=la low ; ^ low month ; ^ status-column low $
no: ^ consent .. message|contact|reach-noun deny $ ; message|contact deny =allowed|=permitido ; ^ =autoexcluido
no: reach-noun cancel&done|halt&done|refuse&done $
likely: =aplicar|=procesar|=tramitar|=firmo|=firma .. low ; ^ =darlo|=darla|=darlos .. low
likely: ^ low =por|=x complain ; ^ low .. when ; number|way-whatsapp|way-call barred $ ; barred =por person&!=el
likely: deny thing|trade|=sales contact|message|reach-noun ; deny =recibe|=reciben .. call|message
likely: barred <the>? message|reach-noun ; =revocatoria|=oposicion ; refuse .. =tratamiento|=processing
likely: consent-noun deny give
likely: =in =revocado|=revocada|=revoked ; right .. =olvido ; =right =to .. =forgotten|=erasure ; =gdpr .. =erasure
likely: complain ... nuisance|=spam ; =solicitud =arco ; contact&told|marked .. =como|=as =spam ; =spam complain
likely: complain .. =llamadas|=calls $
no: =cero|=zero reach-noun
likely: ^ deny reach-noun $ ; ^ .. person? .. veto .. number|list|person $ ; ^ veto&wish $
likely: person|number|=queda|=esta|=fue <it>? veto
firm: ^ =ni out-sure $
state: ^ person? barred|=revocado|=revoked|=revocada .. ask|person? $
bare: remove|omit|barred|withdraw|halt ... =por|=a|=x|=segun|=bajo petition .. $
state: ^ .. person? .. deny .. consent|consent-noun|subscription .. $
only: only .. contact|deliver? .. way-email|way-letter .. way-email? $
only: way-email|way-letter way-email|message|reach-noun? only $
only: way-email =y|=and none .. $ ; none more .. way-email ; only .. way-sms|way-whatsapp $
may: deny =llamable|=marcable|=callable $ ; ^ person? =revoco|=revoca $
may: deny .. sell&wish .. none|more|=productos|=servicios|message .. $ ; deny .. sell&wish $ ; deny =recibir $
may: deny include&wish $ ; deny .. want =saber =de ; deny .. touch&wish .. $ ; message|reach-noun deny want&done
may: plead ... deny <it>? include&wish $ ; deny =firmo|=firma|=signed .. consent-noun ; plead ... deny $
may: plead|want ... deny ... <reach>|<come>|list ; deny ... want ... <reach>|<come>
may: deny .. <it> .. receive&wish .. $ ; deny <it>? thing =que .. <reach> ; lose =que
may: only ... =abogado|=apoderado|=lawyer|=attorney ; ^ deny .. use&wish $
may: deny ... again .. contact&gerund|deliver&gerund|bother&gerund ; =nos|=me =bloqueo|=bloquea|=bloquearon|=bloqueara
may: =colgo .. =bloqueo ; ^ stop&wish =a .. person $ ; want|plead =que .. stop&wish .. $
may: plead ... halt&wish $ ; =si|=if .. contact|deliver|bother|again ... complain|authority|=bloquea|=bloqueara
may: deny .. =dar|=de|=den|=demos|=darle .. reach-noun ; ^ .. =ya deny $ ; ^ turn? =que|=ya .. deny $ ; ^ =dont $
may: deny .. want&!done&!interest .. $ ; deny .. <it> deed .. $ ; deny .. again&wish .. $ ; deny .. again .. deed ... $
may: refuse&told&!done $ ; deny .. =recibe|=recibo|=reciben .. publicity
may: stop&wish =de .. deed ; stop&wish =de give? bother|nuisance ; =tantas|=tanto|=muchas|=demasiadas|all message
may: ask|=respetar|=respeto|=respeten|=respetemos ... privacy ; tired|worn .. =nosotros|=us|me ; remove&enclitic
may: ^ =ya? =basta|=suficiente $ ; deny include&wish ... message|list ; low $
back: again .. consent|subscription|include|=suscribir
yes: =que =si .. <reach> ; now .. consent .. $ ; now .. can .. <reach> ; =si|=yes .. can|want .. <reach>
yes: consent&told|consent&order|want ... message|contact&!weak|receive
back: turn|now .. now? .. =si|=yes .. $ ; =opted .. =in|=back
back: number|out|out-sure|remove&done|withdraw&done|marked .. =por|=en|=by|=in =error|=equivocacion|=mistake
back: remove|=levanto|=levantar|=levantada|=lifted|=salio .. out-sure|<black>|=restriccion|=bloqueo ; restored
back: =retracto|=arrepintio $$ ; =cambio =de =opinion|=parecer|=idea ; =sin =efecto ; past ... =until|=hasta ... consent
back: =equivocaron|=equivocamos|=mistakenly !=de ... deny .. contact ; out-sure .. remove|withdraw ; withdraw <the> low
over: =ya deny $
back: ^ =si|=yes contact&wish $ ; deny =aplica|=vigente ; =never =mind|=nevermind ; =put =back ; =equivoco =al deliver
back: ask|plead .. again .. receive&gerund|contact&gerund|deliver&gerund ; ^ =start|=unstop
back: now .. =regreso|=volvio|=retorno|=returned|=back ; remove|=restriccion ... =levantado|=levantada|=levanto|=lifted
back: =flag|=marca|=bandera|=restriction .. remove|withdraw ; remove .. =de|=from deny contact ; ^ =alta
keyword: ^ cancel&wish|leave&wish|stop&wish|halt-word|=alto|=fin|=salir|=end|=revoke|=arret|=td $
column-else: trade&!=tratamiento|date .. !date&!out&!out-sure&!halt-word&!data&!=exclusion&!=supresion&!=oposicion&!=revocacion&!=revocatoria $
column-else: out|low|withdraw|remove|stop|refuse .. trade&!=tratamiento ; trade .. out|low|withdraw|remove|stop|refuse
column-else: remove|withdraw|stop =en|=de|=del thing|=tienda|=sucursal ; remove&wish thing
column-else: numbered small .. consent|contact|list ; low-things|place ; refuse <the>? =oferta|=propuesta|=promocion
column-other: subscription .. thing&!status-column&!note-column
column-out: deny ... contact|message|send|touch|consent|bother|receive|call|want ; out|out-sure|low
column-out: contact|message barred ; =silenciar|=mute ; =black =list ; remove&done|remove&wish|halt&wish|halt-word
column-out: ^ =exclusion|=supresion|=bloqueo|=eliminacion .. message? $
column-out: date .. =exclusion|=supresion|=oposicion|=revocacion|=revocatoria
column-out: =restriccion|=restricciones .. reach-noun|contact|message
column-out: ^ =omitir|=descartar|=omit|=skip $ ; veto&wish|veto&done ; deny <able>
column-out: stop&wish .. receive|message|contact|list ; ask .. remove|low|leave|out
column-out: refuse|withdraw .. message|contact|consent|consent-noun|publicity|data|=tratamiento|=uso
column-out: =oposicion|=opposition|=arco|=objecion ; ^ =revocado|=revocacion|=revocatoria|=revoked $
column-out: =opt|=opted .. =out ; right .. lose|=forgotten|=olvido ; =lista|=list .. <black>
column-consent: consent|consent-noun|subscription ... contact|message|send|call|data|list
column-consent: consent|consent-noun .. =uso|=tratamiento|=use ; =uso|=tratamiento|=use .. data
column-consent: message|contact|way-sms|way-whatsapp|way-call consent|consent-noun|subscription
column-consent: ^ person|give|small? consent|consent-noun|subscription status-column|give|yes? $
column-consent: want|like|can|receive .. <reach>|contact&done|reach-noun|message|receive|send
column-consent: ^ =llamar|=contactar|=escribir|=enviar $$ ; ^ =gdpr|=rgpd|=lpdp|=tcpa consent|consent-noun $ ; ^ <able>
column-consent: ^ <brief> .. message|reach-noun|contact|data ; reach-noun =habilitado|=habilitada
column-consent: =disponible|=elegible .. reach-noun|contact&wish|call ; consent =pub $
column-consent: =ok|=okay .. contact|message ; contact|message =ok
column-consent: ^ publicity&!=campana|=promociones|=ofertas .. message? $ ; ^ message publicity $
column-consent: ^ =alertas|=notificaciones|=recordatorios|=avisos|=reminders|=notifications|=alerts .. message? $
column-consent: ^ =envio|=recepcion|=enviar|=mandar|=notificar .. message $ ; =opt|=opted .. =in
column-may-out: complain .. =spam ; ^ =rechaza|=revoca|=retiro|=retira|=block|=veto|=queja|=quejas|=spam|=nl $
column-may-consent: =horario|=horarios|=hora|=frecuencia|=disponibilidad .. reach-noun|call|contact&wish
column-may-consent: ^ =recibe $ ; ^ publicity|subscription|way-sms|way-whatsapp status-column $
column-may-consent: ^ status-column small? publicity|subscription|way-sms|way-whatsapp $
column-name: ^ =first|=last|=full|=middle? people-column ; ^ =agente|=asesor|=ejecutivo|=vendedor|=gestor|=agent $
column-way: contact&!done .. =por|=via|=donde|=how|=como
plea: plead ... deny ... contact&wish|contact&gerund|bother&wish|bother&gerund|<come>|list
plea: plead ... remove|stop|leave|lose ... <reach>|<come>|list|number|data
else: =lo deliver&!told ; =di =de? low ; =leave me .. message ; deny call =it ; deny .. want .. =ser nuisance
else: deny =esta|=estaba|=estar =en? =casa|=oficina|place ; deny =tiene|=tienen|=tengo|=hay trade&!interest
no: deny me receive&wish $ ; stop&wish|withdraw&wish .. subscription ; =turn|=switch .. =off
only: only .. message|contact&!told $ ; only .. contact|deliver .. way-sms|way-whatsapp $
only: message|way-sms|way-whatsapp only $
may: cancel&wish .. list
fine: deliver&!told ..! topic|trade|=ubicacion|=direccion|=precio|=precios
fine: why|inquire .. =envio|=envios
fine: =que|=cuales|=tienen|=hay .. trade-message
fine: ^ =ya them? deal&told
fine: =a =que =hora =cierran|=cierra
fine: deal .. time
fine: withdraw&told&!order =el|=la|=mi trade
fine: =gracias =por =avisar|=todo|=responder|=escribir|=contactarnos|=comunicarse|=comunicarte
fine: =gracias =por .. =informacion|=info|=atencion|=respuesta|topic
fine: give|deal one $
fine: =cuanto|=como =lo? =vale|=tiene|=sale|=tarda|=debo|=deja
fine: can .. deal|=pasar
fine: want deal|=comprar
fine: time =paso|=llego|=voy
fine: =how =much
fine: =busco|=buscando .. topic
fine: =buenos|=buenas|=buen|=feliz|=linda|=bonita|=happy|=good time|=navidad|=ano|=cumpleanos|=aniversario|=year
fine: =que =tenga|=tengan|=tengas|=pase|=pasen .. time
fine: =que =descanse|=descansen
fine: =dios|=senor =le|=les|=te|=lo|=los =bendiga|=guarde|=cuide
fine: =que =dios =le|=les|=te|=lo|=los =bendiga
fine: =hasta time&!if|=luego|=pronto
fine: =hasta|=a =que time
fine: =nos =vemos time?
fine: =see =you time|=then|=soon|=later|=there
fine: =por =supuesto
fine: =de =acuerdo|=nada
fine: =con =mucho? =gusto
fine: =a =la =orden
fine: deny =hay|=se =problema|=pena|=cuidado|=preocupe|=preocupen|=preocupes
fine: =esta|=todo|=muy|=me =bien|=perfecto|=excelente|=interesa
fine: =un|=una|=one =momento|=momentito|=segundo|=pregunta|=consulta|=moment
fine: ^ =donde|=where .. =queda|=quedan|=estan|=esta|=located =ubicados?
fine: =mi =nombre =es
fine: =my =name =is
fine: =a =nombre =de
fine: =soy name
fine: =vivo|=estamos =en name
fine: =estoy|=estamos|=ya =afuera|=llegando|=llegue|=llegamos
fine: =voy|=vengo|=vamos =en =camino
fine: =voy|=vengo|=vamos =saliendo|=llegando|=para
fine: =on =my =way
fine: =i|=ill =will? =be =there|=here
fine: =ahi|=alla =estare|=estaremos|=llego
every: call|bother&wish|bother&gerund|peace|consent-noun&!subscription|list&!=servicio|way-call|=datos|=data
every: contact&!write&!deliver&!message&!=contacto
every: =todo|=todos|=toda|=todas|=all $
every: =todo|=todos|=toda|=todas|=all .. way|=tipo|=clase|=lados
every: =completo|=completamente|=total|=totalmente|=general|=everything|=everywhere|=anywhere
every: =donde =sea|=quiera
every: =communication|=communications|=comunicacion|=comunicaciones|=contacto
every: none|=otro|=otra|=cualquier way|=lado|=parte
every: =por|=en|=by none
every: =blacklist|=blacklisted|=blocklist|=listanegra|=robinson|=bloqueado|=bloqueada|=blocked
others: as-well ; mine relative ; =mis|=otro|=otra|=otros|=otras|=dos|=two|=other number
complaint: complain|authority
deletion: remove|withdraw|low|=supresion|=cancelacion .. data ; right .. remove|=olvido
opposition: refuse|stop|withdraw|remove .. =tratamiento|=uso|=usar .. data|number
opposition: refuse|withdraw .. =usen|=use? .. data
opposition: deny .. consent|=usen|=use|=traten .. =uso|=tratamiento|=use? .. data ; right =de? =oposicion
rectification: correct&wish .. identity|data
rectification: want .. correct .. identity|data
rectification: particulars|data .. wrong|=desactualizados
rectification: wrong .. particulars
rectification: mine .. particulars|number =changed|=cambio
rectification: particulars deny =es .. mine
rectification: deny =es .. mine .. particulars
access: why|=que|=q|=como|=how .. hold|=sold|=vendio .. identity|data
access: want|ask .. data .. hold
access: =quien .. =dan|=venden .. number
access: identity|data .. =que .. hold
access: copy .. hold|data
access: =comparten|=comparte|=venden|=usan .. data
access: =responsable|=encargado .. list|data
access: data .. why
access: why .. data
access: =de =donde .. number|hold
access: right
access: mine =datos|=dato
access: =datos =personales|mine
unsure: if|say|why|=did|=didn|=didnt ; ^ want .. receive ; =quien|=puedo ; =como|=how remove&told|=se
in: ^ =si|=yo|=i? want .. receive .. message =de? =nuevo?
in: ^ =i|=id =would? like .. receive .. message again?
in: ^ =si? want .. again .. receive|deliver|write
in: again .. deliver&wish|write&wish .. message?
in: deliver&to-me&wish|write&to-me&wish .. message? =nuevamente|=again
in: deliver&to-me&wish .. message =otra =vez
in: deliver&to-me&wish .. message =de =nuevo
in: can .. =text =me =again
in: want? again? =a|=to? sign-up me?
in: give =de =alta
in: ^ =sign me =up more? $
in: ^ =start deliver more $
in: =opt .. =in
in: include&to-me&wish .. list
help: =quien =es|=son|=sos|=eres
help: =who =is|=are
help: want .. =ayuda|=soporte|=help
help: ^ want =mas =informacion|=info $
help: can .. =ayudar|=ayudarme|=help
help: =ayudeme|=ayudenme|=ayudame
help: =de =parte =de =quien
help: =de =que =empresa
`;

/** Messages that are one keyword and no more, courtesy aside. */
export const KEYWORDS = `
opt-out: stop, stopall, stop all, unsubscribe, cancel, end, quit, revoke, optout, opt out, remove, td,
    arret, dnc, do not call, unsub, baja, darme de baja, dar de baja, dame de baja, deme de baja, denme de baja,
    parar, detener, cancelar, desuscribir, salir, detener promociones, alto, eliminar, borrar, no mas, nomas,
    ya no, basta, desuscribirme, desuscribanme, cancelar suscripcion, remove me, stop it, stop now, no more,
    no mas mensajes, de baja, baja ya, la baja, stpo, sotp, sto, stp, stpp, estop, istop, stopp, bja, abja, baja1,
    bajs, bajaa, me salgo, cancle
opt-in: start, unstop, subscribe, begin, alta, comenzar, iniciar, suscribirme, suscribir, opt in, optin,
    opt me in, sign me up, dame de alta, denme de alta, quiero suscribirme, subscribe me, agreguenme a la lista,
    suscribanme, suscribime
help: help, info, ayuda, help me, informacion, information, soporte, mas informacion, more info,
    more information, necesito ayuda, need help, quien es, quien es usted, quienes son, quienes son ustedes,
    who is this, me puede ayudar
unclear: ya esta bien, ya esta bueno, ya ta bueno, ya estuvo bueno, numero equivocado, wrong number, no, si,
    yes, continue, continuar, resume, no gracias, no thanks, no thank you, nop, nel, y, n, s, yep, dejar,
    seguir, sip, nope, yeah, fin, final, finalizar, terminar, finish, over, caja, bajo, step, aja, sop, baje,
    salgo, sale
`;
