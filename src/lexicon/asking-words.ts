// The words of requests to be left alone, and the words around them, by role. A word may have several roles.
//   word     as it is spelled, without accents; spellings by ear (`kiten`, `yamar`) need no entry
//   ~verb    a Spanish verb with all its forms; `~seguir:sig` also with the stem `sig`
//   +verb    an English verb with its forms
//   [=role]  the word has no other role, though a verb's form looks like it
//   [a b]    the words have both roles

export const ASKING_WORDS = `
[deny] ain aint arent cannot cant cero couldnt didn didnt doesn doesnt don dont hadnt hasn hasnt haven havent isnt
  jamas keno mustnt n nadie nadien nah nanai nanay neither nel never ni ningun ningunas no nobody nole nolo nomas
  nones noo nop nope nor not nunca nunquita queno shouldn shouldnt sin tampoco wasnt without wont wouldnt yano zero
[none] naa nada ningun ninguna ninguno none nothing
[more] adicional adicionales again any anymore further longer mas more nuevamente otra
[like] gusta gustan gustaria gustarle like
[want] ~agradar ~aguantar apetece apetecen atrae care desea desean ~desear deseo dispuesta dispuesto dsea dsean
  encanta encantaria interesa kre like ~necesitar need needs ocupa ocupo prefiero ~pretender qere qiero qre
  ~querer:quier:quis quiere quieren quiero rather ~soportar wanna want wanted wanting wants wish wishes wishing would
[interest] interes interesa interesada interesadas interesado interesados interesan interesaria interest interested
[contact weak] ~avisar ~buscar ~comunicar ~difundir ~escribir ~gestionar ~hablar ~insistir +mail ~marcar ~notificar
  +pursue +reach +ring +target ~ubicar ~visitar
[contact] ~abordar ~acercar +approach +call +contact ~contactar contacto +dial ~discar +email ~escrivir followup
  ~guasapear ~interpelar ~llamar ~mensajear ~mensajiar +message +phone +ping ~prospectar ~recontactar ~rellamar ~repicar
  +solicit +spam ~spamear ~telefonear +text ~textear ~timbrar ~wasapear ~whatsappear
[contact wish] cont ctc lalmar lalmen lamar lame lamen llam llamn llamr llmar llmr llmae llmaen llme llmen yame yamr
[contact gerund] msging txting [reach-noun] comunicacion contact contacto contactos contacts outreach seguimiento
[call message] calls llamada llamadas llamadita llamaditas robocall robocalls telefonazo timbrazo
[call] +call followup ~llamar ~marcar phone phonecalls ring ringing ~telefonear telefono ~timbrar
[message publicity] ad ads advertising boletin campana campanas deals marketing mercadeo mkt news newsletter noticias
  novedades oferta ofertas offers promo promocion promocional promociones promos promotions propaganda publi
  publicidad publicitaria publicitario spam telemarketing telemercadeo
[message trade-message] aviso avisos contenido correo envio envios info informacion information recordatorio texto
[message] actualizaciones alertas alerts anuncio artes audios babosada babosadas blast broadcasts cadena cadenas
  catalogo catalogos circular cobranza communication comunicacion comunicaciones comunicado comunicados correos
  cupones difusion email emails encuesta enviadera escribidera flyers gestion gestiones guasap informaciones
  insistencia invitacion llamadera llamado llamados mail mails mandadera mensages mensaje mensajeria mensajes
  mensajito mensajitos message messages mjes mjs mnsj msg msgs msj msjs notificacion notifications ofrecimiento
  outreach pitches publicaciones push pushes recordatorios remarketing reminders saludos seguimientos msm sms smses
  smss solicitation solicitors survey surveys text textos texts tonteras txt txts updates wapp wasap wasaps watsap
  whats whatsap whatsapp wpp ws wsp wsps
[trade-message] contacto novedades oferta ofertas promo promocion promociones promos
[write] ~escribir ~escrivir mensaje ~mensajear mensajes mensajitos message messages msg msgs msj msjs ~textear
[sell send] +offer ~ofertar ~ofrecer:ofresk ~vender [touch] ~tocar [share] ~ceder ~compartir ~divulgar +process
  ~procesar +share ~tratar
[send] +add ~agregar ~andar ~enviar ~etiquetar ~hacer:hag ~incluir:incluy ~invitar ~mandar ~meter ~pasar ~poner:pong
  +put ~recordar:recuerd ~reenviar ~remitir +send ~tirar
[deliver] ~enviar ~mandar ~reenviar ~remitir +send [deliver wish] env
[receive] ~caer:caig ~entrar ~escuchar estar formar +get +hear lea lean leen leer ~llegar +receive recepcion recibe
  ~recibir recibir +recieve ~resivir ~saber:sep ver
[stop halt] ~abstener:absteng +cease ~cesar +desist ~desistir ~detener:deteng +discontinue ~frenar +halt ~interrumpir
  ~parar +refrain +stop ~suspender suspension
[stop] ~aflojar ~restringir:restrinj alto ~apagar +avoid ~calmar ~dejar detencion ~discontinuar +end estop estope
  ~evitar ~finalizar interrupcion istop +mute ~obviar ~omitir ~pausar +pause ~prescindir +quit ~silenciar stop +suspend
  ~terminar
[halt-word] estop istop stop
[remove] ~bajar +blacklist +block ~bloquear ~borrar +deactivate +delete depuracion ~depurar desactivacion ~desactivar
  ~desagregar ~desanotar ~desapuntar ~desasociar ~deshabilitar ~desincorporar ~desligar ~desregistrar ~desvincular
  +disable +disenroll eliminacion ~eliminar +erase erasure +exclude ~excluir:excluy:exclu exclusion exclusiones
  ~inactivar ~inhabilitar ~quitar remocion removal +remove ~remover:remuev ~retirar retiro ~sacar +suppress supresion
  ~suprimir ~tachar +unenroll +unlist
[remove wish] elim rmv rmve
[omit] ~apartar ~botar +cross ~desaparecer ~descartar ~desechar ~desmarcar +discard +drop ~evitar ~exceptuar +exempt
  exenta exento ~eximir ~exonerar ~ignorar +ignore inhibida inhibido ~limpiar ~obviar +omit ~omitir ~purgar +purge
  ~saltar +scratch +scrub +skip +strike +wipe
[leave] afuera exit fuera leave leaving off out ~retirar ~salir:salg ~zafar
[lose] forget lose olvidar olvidara olvidaramos olvidarse olvide olvidemos olviden olvidense olvidese perdamos perder
  perdiera perdieramos perdieran pierda pierdan pierdas
[out out-sure] blacklist blacklisted blocklist desafiliacion ~desafiliar ~desinscribir desinscripcion desinscrita
  desinscrito dessuscripcion ~desubscribir ~desuscribir desuscripcion desuscrita desuscrito dnc dncc dncl dnd dnt
  donotcall donotcontact donotphone donottext listanegra nocall nocontactar nollamar nollame nollamen nomarketing
  nomolestar nosms nowhatsapp nowsp optedout optout optouts qdnc rmvlist robinson stopall stopsms suppress suppressed
  suppression unsub unsubcribe unsubscribe unsubscribed unsubscribes unsubscribing unsubscription unsuscribe
[out] baja bajas debaja ~desapuntar ~desenlistar ~desmatricular ~dessubscribir ~dessuscribir desvinculacion noll
  opositor opositora optoutsms smsoptout suppressionlist
[low] baja bajas debaja [make] ~efectuar ~generar ~hacer:hag +make ~realizar [use] ~emplear ~usar +use utilizacion
  ~utilizar
[include] +add ~agregar ~aparecer:aparesk +appear +belong ~considerar ~constar ~figurar +include ~incluir:incluy
  ~inscribir ~meter ~participar ~permanecer:permanesk ~pertenecer:pertenesk ~poner:pong +stay ~tomar
[list] agenda archivo audiencia audiencias autodialer base bd books broadcast cadena cadenas campaign campana campanas
  cartera catalogo chat comunidad contactos crm database dialer difusion directorio directory discador distribucion
  envios fichero file flujo group groups grupo list lista listado listas lists mailing marcador padron predictivo
  programa records registro registros secuencia segmentacion sistema system tabla
[consent consent-noun] aceptacion anuencia approval authorization autorizacion aval beneplacito conformidad
  consentimiento optedin optin permiso permisos permission
[consent] ~acceder +accept ~aceptar acepto ~admitir +agree +allow +approve ~aprobar:aprueb +authorize ~autorizar
  ~avalar ~conceder +consent ~consentir:consient:consint +grant ~otorgar +permit ~permitir ~tolerar
[consent-noun] afiliacion consent consents permissions subscripcion subscription suscripcion
[lack] ~carecer:caresk falta faltan lacking lacks missing
[active] activa active activo activos allow allowed enabled reactivada reactivado start started subscribed suscrita
  suscrito
[subscription] afiliacion subs subscribed subscriber subscribers subscripcion subscription subscriptions suscribir
  suscripcion suscripsion suscripto suscriptor suscriptora suscrita suscrito
[refuse] +ban banned contrario ~declinar +decline ~denegar:denieg denied +deny ~desaprobar ~desautorizar desistimiento
  ~desistir +disagree +forbid ~impedir:impid ~negar:nieg negativa +object objection ~objetar ~oponer:opong:opus
  oposicion +oppose prohibicion ~prohibir +prohibit reacia reacio ~rechazar +refuse ~rehusar +reject renuente renuncia
  ~renunciar ~repudiar ~vetar +veto
[withdraw] ~anular +cancel cancelacion ~cancelar desistimiento ~invalidar +rescind ~rescindir ~retirar ~retractar
  revocacion ~revocar revocatoria +revoke +void +withdraw withdrawn withdrew
[cancel] ~anular ~bajar +cancel cancelacion ~cancelar ~cerrar:cierr ~cortar
[bother] ~abrumar ~abusar ~acechar ~acosar acoso ~agobiar ~amolar +annoy ~asediar ~atormentar ~atosigar +badger
  +bombard ~bombardear +bother +bug ~cansar ~chingar +disturb ~encachimbar ~enfadar ~enojar ~estresar ~fastidiar
  +flood ~fregar:frieg +harass ~hartar +hassle ~hostigar +hound ~importunar ~incomodar ~inquietar ~intimidar ~invadir
  ~irritar ~joder ~jorobar ~llenar ~macanear ~molestar molestia molestias muelan +nag ~perseguir:persig ~perturbar
  +pester ~presionar +pressure ~saturar +solicit +stalk +trouble
[nuisance] babadas babosadas basura bola carrilla chingadera chunches cosas cositas enviadera fregadera guerra
  insistencia jodedera lata lavadera llamadera mandadera matraca mierdas moledera molestia molestias paja papadas pena
  pendejadas tonteras tonterias vainas vueltas
[tired] chinado emputada emputado encabronado encachimbada encachimbado enojada enojado fastidiada fastidiado furiosa
  furioso harta hartas harto hartos indignada indignado molesta molestas molesto molestos saturada saturado
[worn] aburrida aburrido cansada cansado cansados sick tired
[authority] abogada abogado defensoria fcc fiscalia juzgado lawyer legal ley leyes pnc procuraduria siget
  superintendencia tribunal
[complain] acoso ~amenazar amenazo +complain complaint delito ~demandar ~denunciar estafa estafadores fraud fraude
  grito grosero harassment hostigamiento ilegal illegal insulta insulto lawsuit queja ~quejar quejas ~reclamar reclamo
  +report ~reportar scam +sue +threaten
[insult] abusivos asco asshole baboso bitch cabron cansones carajo cerote culero damn detesto diablo estupida estupido
  fuck fucking hate hdp hell hijueputa idiota idiots imbecil insoportables intenso ladron maldita maldito mierda necio
  odio pendejo pesado pesados pudranse puta puto rateros shit sinverguenza stupid vayanse verga wtf
[peace] alone paz quieto tranquila tranquilo tranquilos [privacy] descanso intimidad privacidad privacy tranquilidad
[enough] basta enough estuvo suficiente [data] data dato datos expediente info informacion information perfil
[identity] address apellido apellidos cell celular correo direccion dui email info informacion name nit nombre number
  numero phone surname telefono
[hold] comparten consiguieron dieron dio gave get give got guarda guardada guardado guardan have obtuvieron registrado
  sabe saben sacan sacaron tengan tiene tienen usan
[right] acceso arco derecho gdpr habeas oposicion portabilidad privacidad privacy proteccion rectificacion rights
  supresion
[correct] actualizacion ~actualizar ~cambiar +change correccion +correct ~corregir:corrij +fix ~modificar
  rectificacion ~rectificar +update
[wrong] dead deceased died difunto equivocada equivocado equivocados equivocaron equivoco errado erroneo error
  fallecida fallecido fallecio incorrect incorrecto mal mala mistake muerto murio wrong
[me] conmigo m me nos nosotros us yo [mine] i im mi mia mine mio mis my nuestra nuestro our usted ustedes vos you your
[them] her him it la las le les lo los os se su sus te that the them these this those
[small] a about aca actual adelante ahi al algun alguna alguno algunos all alla alli already ambos and andan andarla
  andarle andarlo andarme andemos anden anduvieran ante any aquel aquella aqui are as at aunque back be been being
  bien broma but by cada cel cell celu celular cerca chiste circumstance circumstances comercial comerciales con
  contactable contactos cualquier cualquiera d de del demas demasiada demasiadas demasiado demasiados desde dicha
  dicho did do does due e each el electronica electronico electronicos elsewhere en entre era es esa esas escrito ese
  eso esos esta estamos estan estar estarla estarle estarlo estarme estarnos estarse estas este estemos esten esto
  estoy estuvieramos estuvieran ever every favorcito follow for forward from fue fuera fueran fuese futura future
  futuro futuros going ha haber hacia had han has have hay he his i in is just k ke kel l la las linea los m mantener
  masiva masivo mediante medio medios mi misma mismo movil mucha muchas muchisimo mucho muchos mundo muy name nombre
  nro nuestra nuestras nuestro nuevo num number numero numeros o of okay on onwards or otra otras otro otros our p
  para parte patadas per pero persona personal personales phone por porque posterior propia propio pues q qel que
  quiza quizas respecto right sea sean segun ser sido siendo so sobre solo somos son soy suya suyo tal tambien tan
  tanta tantas tanto tantos tel telefonica telefonico telefono telefonos temporal tenemos tener tengan their through
  tiene tienen tipo to toda todas todo todos tras tu tus tuyos u un una unas under unos up ur ustedes vamos van
  vayamos vayan vayas veces vez via was we were with x y ya yaa yo your
[courtesy] absolutamente absolutely agradeceria agradecido alerta amable amablemente amables amen amiga amigo anoche
  asap atencion atentamente atte automatica automatico bendice bendiciones bendiga bendigo birthday bonita bonito buen
  buena buenas buenos bye cabal categoricamente claro cuidese cumpleanos dale definitiva definitivamente definitivo
  descanse descansen dios disculpa disculpe disculpen encarecidamente entendido enterada enterado estimados
  estrictamente excelente explicitly expresa expresamente expreso fa favor felices feliz fijate fijese finalmente fine
  formal formalmente good gracias grasias grax great gusto haha happy hello hey hi hola igualmente immediately
  importante inmediata inmediatamente inmediatas inmediato irrevocable jaja jajaja jamas jeje joven kindly linda lindo
  listo lol mira mire miren morning mucha muchas muchisimas navidad nice night now oiga ojito ojo ok okey oki okis ola
  oye perdon perfecto permanente permanentemente placer please plis pliss pls plz por porfa porfavor porfi que
  realmente recibido respetuosamente rotundamente sale salu saludos seno senor senora senores senorita servirle simon
  sinceramente sip sorry strictly sure tajantemente tal tanto terminantemente thank thanks total totalmente urgente
  urgentemente usted ustedes va vale vaya verbal verbalmente verdad voluntaria vos welcome xfa xfavor ya yep
[waiting] pendiente pending proceso
[settled] aceptada aplicada autorizada completa completada confirmada curso efectiva efectuada ejecutada general
  gestionada hecha lopd parcial pendiente procesada proceso realizada recibida registrada registrar tramitada tramite
  tramito web
[give] causa causaba causado causando causar causara causo da daba dada dadme dado dados dame damos dan dando dandole
  dandome dandonos dandose dar dara daran daremos daria darle darme darnos darse das dele deme demelo demos demosle den
  denle denlo denme dense dese di dieron dimos dio diste doy gave give given
[quiet] aburrieron adentro ahorita alguna alguno alo amor antes apunte ask asked cada campanas casa comercial
  comerciales como cosa cualquier cuantas cuenta debe decir decirles dejen desde di dia dias did didn didnt digo dije
  dinos dios do does doing empresa entienda entiendan fin fines fisico formalmente fuera futuro gusta hace hacer haga
  hagan hago haria harian hecho hey hiciera hicieran how hoy hubo inmediata inmediato loco maje mande masivo mejor mil
  moleste molestia mucha muchas muchisimas mucho muchos nada ni noche noches nomas nueva nuevo numerito otra otro
  parte particular pedi pedido pena personal plis posible privado proximo rather rato registre repito respetuosamente
  se sea senal seria si sign signed suscribi tan tanta tantas tanto tantos tarde tardes tener tenga tengo tienda
  tienen urgente ustedes veces veo ver verlos vos
[number] cel cell celu celular celulares chip contacto linea movil name nombre nro num number numero numeros phone tel
  telefono telefonos
[way] canal canales celular channel circunstancia forma lado manera means medio medios motivo numero razon telefono
  via way
[again] ~andar ~continuar keep keeps ~seguir:sig ~volver:vuelv vuelto
[can] apta apto habilitada habilitado attempt can could debe debemos deben debera deberan deberia deberian debiera
  debieran debo intentar intente intentemos intenten may must podemos poder podes podra podran podras podremos podria
  podriamos podrian podrias pudiera pueda puedan puede pueden puedes puedo should tratar trate tratemos traten try will
  would
[ask plead] +ask +beg +demand demandan ~exigir:exij +insist insiste insisten insistio instruccion ~instruir:instruy
  ~ordenar ~pedir:pid peticion pid ~reiterar ~requerir:requier +request ~rogar:rueg slct slcta sol solic ~solicitar
  solicitud ~suplicar voluntad
[ask] aclara aclaro ~advertir:adviert ~agradecer:agradesk amenazo comenta comento contesto decia dice diciendo dijeron
  dijo dizque escribio ~expresar indica indico informa instrucciones +instruct manda mandaron mandato mando manifesto
  manifiesta orden peticiones +plead puso ~recalcar reclama recuerda refiere replied reply responded respondieron
  respondio said says sent sugiere sugirio +tell texted told +warn wrote
[plead] decision deseo petition preferencia [petition] instruccion instrucciones orden pedido peticion sol solicitud
[say] decia dice dicen diciendo dijeron dijo letrero pregunta preguntaron reply significa significan
[=small] bajo para sales
[person] vip mayorista minorista morosa moroso abonada abonado afiliada afiliado alumna alumno apoderada apoderado
  arrendatario asociada asociado beneficiaria beneficiario caballero caller client clienta cliente clientes clte
  comprador compradora consumidor consumidora contacto contribuyente cta cte ctes customer dad dama deudor deudora
  doctor doctora don dona donante dr dra duena dueno el ella encargada encargado esposa esposo estudiante familia
  familiar guy hija hijo huesped ing inge ingeniero inquilino lady lead lic licda licenciada licenciado madre maestra
  maestro mama mandante member mom muchacha muchacho nina owner paciente padre papa parent patient persona profe
  profesor profesora propietaria propietario prospecto referido representada representado residente secretaria seno
  senor senora senorita socia socio sr sra srita srta subscriber sujeto suscriptor suscriptora tipa titular tutor user
  usuaria usuario vecina viejita viejito
[other-person] abuela abuelita abuelito abuelo amiga amigo asistente assistant boss brother companera companero
  conductor conserje cunada cunado daughter empleada empleado esposa esposo father hermana hermano hermanos hija hijo
  hijos husband jefe mama mother motorista neighbor novia novio nuera papa perro police policia portero prima primo
  sister sobrina sobrino spouse suegra suegro tecnico tia tio vecina vecino vecinos vigilante wife yerno
[only] exclusivamente just nomas only solamente solo unicamente
[way-email] correo correos e-mail electronica electronico email emails escrito mail mails newsletter
[way-letter] carta cartas escritas escrito letter [way-sms] dnt msm sms smses text texting texto textos texts txt txts
[way-whatsapp] guasap wa wapp wasap watsap whats whatsap whatsapp wpp wsp
[way-call] call calling calls llamada llamadas phone phonecalls robocalls telefonica
  telefonico telefono telemarketing voz
[time] after afternoons ahorita almuerzo am amanecer anochecer atardecer aun bedtime before between btwn cena clase
  clases class classes cuando culto depsues desayuno despues dia dias dinner diurno domingo domingos during early
  ensayo entre evening evenings feriado feriados finde fridays habiles hasta holiday holidays hora horario horas hour
  hours hoy hrs jueves laboral labores late lunch lunes madrugada manana mananas martes matutino medianoche mediatarde
  mediodia mes midnight mientras miercoles misa monday mondays morning mornings navidad night nights noche noches
  nocturno noon pico pm quincena quincenas recess reunion sabado sabados saturday saturdays school semana semanal
  semanas shift siesta soon sunday sundays tarde tardes temprano thursday thursdays todavia today tomorrow tuesday
  tuesdays turno turnos until vacacion vacaciones vespertino viernes wednesday wednesdays weekend weekends when while
[when] anteanoche anteayer antier ayer yesterday
[month when] enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre january
  february march april june july august september october november december
[spot] chamba job office oficina trabajo work
[old] anterior antigua antiguo doble duplicada duplicado duplicate old repetida repetido vieja viejo
[past] anteriormente antes before entonces era eran estaba estuvieron estuvo ex formerly habia habian inicialmente
  initially originally previamente previo previously principio tenia used was
[now] actualmente again ahora currently despues finalmente hoy later luego now posteriormente since then ya
[all] all cada cualquier cualquiera every toda todas todo todos
[turn] aunque because but however mejor pero porque pues sino though [and] and e y [until-told] aviso nueva orden
[start] desde partir per [if] cuando if si [why] cual cuanto cuantos donde porque quien quienes what when who why
[date] date desde dia fecha hora since timestamp when
[about] causa fuente id motivo origen razon reason source usuario
[numbered] cantidad contador count nro num numero total
[yes] 1 acepta aceptada aceptado acepto activa activo acuerdo affirmative afirmativo autoriza autorizada autorizado
  autorizo checked cierto claro completo concedido conforme correcto course definitely enabled firmada firmado given
  granted obvio ok on opt opted otorgada otorgado permite permitido pleno s si simon subscribed supuesto sure suscrita
  suscrito t total true v verdadero vigente x xx y yeah yep yes
[no] 0 apagado desactivada desactivado deshabilitado desmarcado disabled f false falso inactiva inactivo n negativo
  never ninguna ninguno no none nop not nunca off unchecked
[=no] inactive [blank] aplica dato definido disponible especifica na nan nd null nulo vacio
[outcome] ~abrir ~acordar ~alcanzar +answer aparece ~aplicar ~asistir ~atender:atiend available ~coincidir ~comprar
  ~conocer:conosk contactada contactado ~contestar definido disponible ~encontrar:encuentr ~entender ~entrar ~escuchar
  ~estudiar ~existir ~fumar home labora lea lean leen leer leido leyendo leyo ~llegar ~localizar number oye oyen oyo
  ~pagar ~poder:pued:pud ~recibir ~recordar ~residir ~responder sabe ~saber ~salir:sal show ~sonar:suen titular ~tomar
  ~trabajar ~ubicar ~venir:vien:vin ~vivir
[outcome-noun] apagado bounced busy buzon ocupado rebotado reboto voicemail
[trade product] articulo combo interes item order paquete pedido pedidos plan producto productos
[trade] abono account agua alarma alumno application appointment ayunas azucar bandera bill boleto booking brackets
  cabello cable cajero cama card cargo carro cebolla cheque cita citas claim claims clase comision compra constancia
  consulta contract contrato copia copias cordales credito cuenta cuentas cuota cuotas curso debito deposito descuento
  deuda devolucion dinero efectivo ejercito empleado encomienda evento examen factura facturas foto fotos garantia
  garantias gimnasio gym habitacion hotel impuesto inscripcion intereses internet invoice invoices iva letra licencia
  linea lineas loan loans luz matricula medicamento medicamentos medicina meeting membership membresia mensualidad
  mercaderia mesa monto mora muebles muela multa oferta-de onions orden ordenes orders pago pagos partida pastillas
  payment pelo peso picante placa policy poliza precio precios prestamo presupuesto produccion puerta punto puntos
  recargo recibo recibos refund reserva reservacion reservation reunion ropa saldo salida sarro seguro stock talla
  tarjeta tarjetas terapia ticket tickets tramite tratamiento tubo turno vehiculo viaje volumen vuelo yeso
[product] article articulos interest items marca menu modelo package planes product products servicio [=trade] timbre
[place] av avenida barrio block bloque calle canton carretera caserio col colonia final km local pasaje pje planta
  poligono reparto residencial senda
[low-things] autoestima calificacion california calle estatura glucosa hemoglobina incapacidad la-baja marea
  maternidad medica motors planta presion prioridad rotacion senal talla tarifas temperatura temporada tension
  visibilidad vision
[grade] calidad complejidad demanda dificultad distrito gravedad importancia intensidad level localidad nivel potencial
  probabilidad pueblo satisfaccion score severidad tarifa urgencia velocidad
[people-column] alumno apellido apellidos cliente comercio compania company contacto empresa encargado firma name
  negocio nombre nombres paciente propietario razon responsable sociedad tienda titular
[other-column] activo address articulo asistencia banco calle cargo casado categoria city ciudad civil colonia color
  corte debito delivery departamento descripcion direccion domicilio edad entrega excursion forma genero giro hijos
  lugar marca modelo municipio nacimiento ocupacion paga presion prioridad producto productos profesion puesto
  refrigerio riesgo seguro sexo sucursal talla tarjeta temperatura zona
[delivery] delivery entrega entregas envio indicaciones instruccion instrucciones instructions
[way-column] canal canales channel medio preference preferencia preferida preferido preferred prefiere via
[status-column outcome-column] disposicion disposition estado estatus outcome resultado status subtipificacion
  tipificacion
[status-column] accion audience audiencia base campana categoria etiqueta etiquetas flag gestion groups grupo hashtag
  label lista marca registro segment segmento situacion subestado substatus tag tags
[outcome-column] delivery result subresultado
[note-column reply-column] body cuerpo inbound keyword mensaje message msg palabra reply respuesta text texto
[note-column] aclaracion actividad activity adicional anotacion apunte apuntes bitacora carta cartas caso casos chat
  claim comentario comment complaint complaints correspondencia descripcion description detail detalle detalles
  feedback ficha historia historial incidencia informe legal legales log memo mensajes messages minuta motivo nota
  notas note obs observ observacion oficio opinion queja quejas razon reason recado reclamo reclamos remark replies
  reporte resolucion respuestas seguimiento sugerencia ticket tickets
[reply-column] response sms
[veto] ~vetar +veto [barred] banned blacklisted blocked bloqueada bloqueadas bloqueado bloqueados excluded excluida
  excluido excluidos prohibida prohibido removed removida removido restringida restringido revocada revocado revoked
  silenciada silenciado suppressed suprimida suprimido vetada vetado vetados
[restored] desbloqueado reactivacion reactivada reactivado reactivar reactivo reafilio resubscribed
  resuscrito unblocked
[marked] flag flagged ingresado marca marcada marcado mark marked puesta puesto registrada registrado set
[telling] arco black contra demasiadas end exclusion forgotten negra off olvido opt opted opting removal restriccion
  roja spam take taken tantas tanto td`;
