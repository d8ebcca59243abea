// The words of requests to be left alone, and the words around them, by role. A word may have several roles.
//   word     as it is spelled, without accents; spellings by ear (`kiten`, `yamar`) need no entry
//   word/a/s also with -a for -o, and all with -s
//   ~verb    a Spanish verb with all its forms; `~seguir:sig` also with the stem `sig`
//   +verb    an English verb with its forms
//   [=role]  the word has no other role, though a verb's form looks like it
//   [a b]    the words have both roles

export const ASKING_WORDS = `
[deny] ain aint arent cannot cant cero couldnt didn didnt doesn doesnt don dont hadnt hasn hasnt haven havent isnt jamas
  keno mustnt n nadie nadien nah nanai nanay neither nel never ni ningun ningunas no nobody nole nolo nomas nones noo
  nop nope nor not nunca nunquita queno shouldn shouldnt sin tampoco wasnt without wont wouldnt yano zero
[none] naa nada ningun ninguno/a none nothing
[more] adicional/es again any anymore further longer mas more ms nuevamente otra
[like] gusta gustan gustaria gustarle like
[want] ~agradar ~aguantar apetece apetecen atrae care desea desean ~desear deseo dispuesta dispuesto dsea dsean encanta
  encantaria interesa kre like ~necesitar need/s ocupa ocupo prefiero ~pretender qere qiero qre ~querer:quier:quis
  quiere quieren quiero rather ~soportar wanna want/s wanted wanting wish/es wishing would
[interest] interes interesa interesado/a/s interesan interesaria interest interested
[contact weak] ~avisar ~buscar ~comunicar ~difundir ~escribir ~gestionar ~hablar ~insistir +mail ~marcar ~notificar
  +engage +pursue +reach +ring +target ~ubicar ~visitar
[contact] ~abordar ~acercar +approach +call +contact ~contactar contacto +dial ~discar +email ~escrivir followup
  ~guasapear ~interpelar ~llamar ~mensajear ~mensajiar +message +phone +ping ~prospectar ~recontactar ~rellamar ~repicar
  +solicit +spam ~spamear ~telefonear +text ~textear ~timbrar ~wasapear ~whatsappear
[contact wish] cont ctc lalmar lalmen lamar lame lamen llam llamn llamr llmar llmr llmae llmaen llme llmen yame yamr
[contact gerund] msging txting [reach-noun] comunicacion contact/s contacto/s outreach seguimiento televentas
[call message] calls llamada/s llamadita/s robocall/s telefonazo timbrazo
[call] +call followup ~llamar ~marcar phone phonecalls ring ringing ~telefonear telefono ~timbrar
[message publicity] ad/s advertising boletin campana/s deals marketing mercadeo mkt news newsletter noticias novedades
  oferta/s offers promo/s promocion/es promocional promotions propaganda publi publicidad publicitario/a spam
  telemarketing telemercadeo
[message trade-message] aviso/s contenido correo envio/s info informacion information recordatorio texto
[message] actualizaciones alertas alerts anuncio artes audios babosada/s blast broadcasts cadena/s catalogo/s circular comms
  cobranza communication comunicacion/es comunicado/s correos cupones difusion email/s encuesta enviadera escribidera
  flyers gestion/es guasap informaciones insistencia invitacion llamadera llamado/s mail/s mandadera mensages mensaje/s
  mensajeria mensajito/s message/s mjes mjs mns mnsj msg/s msj/s msjes masivo/s notificacion notifications ofrecimiento
  outreach pitches publicaciones push/es recordatorios remarketing reminders saludos seguimientos msm sms/s smses
  solicitation solicitors survey/s text/s textos tonteras txt/s updates wapp wasap/s watsap whats whatsap whatsapp wpp
  wa ws wha wsp/s wtsp
[trade-message] contacto novedades oferta/s promo/s promocion/es
[write] ~escribir ~escrivir mensaje/s ~mensajear mensajitos message/s mns msg/s msj/s msjes ~textear
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
  +disable +disenroll eliminacion ~eliminar +erase erasure +exclude ~excluir:excluy:exclu exclusion/es ~inactivar
  ~inhabilitar ~quitar remocion removal +remove ~remover:remuev ~retirar retiro ~sacar +suppress supresion ~suprimir
  ~tachar +unenroll +unlist
[remove wish] elim rmv rmve
[omit] ~apartar ~botar +cross ~desaparecer ~descartar ~desechar ~desmarcar +discard +drop ~evitar ~exceptuar +exempt
  exento/a ~eximir ~exonerar ~ignorar +ignore inhibido/a ~limpiar ~obviar +omit ~omitir ~purgar +purge ~saltar +scratch
  +scrub +skip +strike +wipe
[leave] ~abandonar afuera exit fuera leave leaving off out ~retirar ~salir:salg ~zafar
[lose] forget lose olvidar olvidara olvidaramos olvidarse olvide olvidemos olviden olvidense olvidese perdamos perder
  perdiera perdieramos perdieran pierda/s pierdan
[out out-sure] autoexcluido/a/s blacklist blacklisted blocklist desafiliacion ~desafiliar ~desinscribir desinscripcion unsuscrito/a unsubscibed
  desinscrito/a dessuscripcion ~desubscribir ~desuscribir desuscripcion desuscrito/a dnc dncc dncd dncl dnd dnt nll nllm
  dncr optedout optout/s qdnc rmvlist stopall suppress suppressed suppression unsub unsubbed unsubcribe unsubscribe/s
  unsubscribed unsubscribing unsubscription unsuscribe
[out] baja/s debaja ~desapuntar ~desenlistar ~desmatricular ~dessubscribir ~dessuscribir desvinculacion opositor/a
[low] baja/s debaja [make] ~efectuar ~generar ~hacer:hag +make ~realizar [use] ~emplear ~ocupar ~usar +use utilizacion
  ~utilizar
[include] +add ~agregar ~aparecer:aparesk +appear +belong ~considerar ~constar ~figurar +include ~incluir:incluy
  ~inscribir ~meter ~participar ~permanecer:permanesk ~pertenecer:pertenesk ~poner:pong +stay ~tomar
[list] agenda archivo audiencia/s autodialer base bd books broadcast cadena/s campaign campana/s cartera catalogo chat
  comunidad contactos crm database dialer difusion directorio directory discador distribucion envios fichero file flujo
  group/s grupo list/s lista/s listado mailing marcador padron predictivo programa records registro/s secuencia
  segmentacion sistema system tabla
[consent consent-noun] aceptacion anuencia approval authorization autorizacion aval beneplacito conformidad
  consentimiento optedin optin permiso/s permission
[consent] anuente/s ~acceder +accept ~aceptar acepto ~admitir +agree +allow +approve ~aprobar:aprueb +authorize
  ~autorizar ~avalar ~conceder +consent ~consentir:consient:consint +grant ~otorgar +permit ~permitir ~tolerar
[consent-noun] afiliacion consent/s gdpr lopd lpdp permissions rgpd subscripcion subscription suscripcion tcpa
[lack] ~carecer:caresk falta faltan lacking lacks missing
[active] active activo/a activos allow allowed enabled reactivado/a start started subscribed suscrito/a
[subscription] afiliacion subs subscribed subscriber/s subscripcion subscription/s subscrito/a suscribir suscripcion
  suscripsion suscripto suscriptor/a suscrito/a
[refuse] +ban banned contrario ~declinar +decline ~denegar:denieg denied +deny desacuerdo ~desaprobar ~desautorizar
  desistimiento ~desistir +disagree +forbid ~impedir:impid ~negar:nieg negativa +object objection ~objetar
  ~oponer:opong:opus oposicion +oppose prohibicion ~prohibir +prohibit reacio/a ~rechazar +refuse ~rehusar +reject
  renuente renuncia ~renunciar ~repudiar ~vetar +veto
[withdraw] ~anular +cancel cancelacion ~cancelar desistimiento ~invalidar +rescind ~rescindir ~retirar ~retractar
  revocacion ~revocar revocatoria +revoke +void +withdraw withdrawn withdrew
[cancel] ~anular ~bajar +cancel cancelacion ~cancelar ~cerrar:cierr ~cortar
[bother] ~detestar ~odiar ~abrumar ~abusar ~acechar ~acosar acoso ~agobiar ~amolar +annoy ~asediar ~atormentar ~atosigar +badger +bombard
  ~bombardear +bother +bug ~cansar ~chingar +disturb ~encachimbar ~enfadar ~enojar ~estresar ~fastidiar +flood
  ~fregar:frieg +harass ~hartar +hassle ~hostigar +hound ~importunar ~incomodar ~inquietar ~intimidar ~invadir ~irritar
  ~joder ~jorobar ~llenar ~macanear ~molestar molestia/s muelan +nag ~perseguir:persig ~perturbar +pester ~presionar
  +pressure ~saturar +solicit +stalk +trouble
[nuisance] babadas babosadas basura bola carrilla chingadera chunches cosas cositas enviadera fregadera guerra
  insistencia jodedera lata lavadera llamadera mandadera matraca mierdas moledera molestia/s paja papadas pena
  pendejadas tonteras tonterias vainas vueltas
[tired] chinado emputado/a encabronado encachimbado/a enojado/a fastidiado/a furioso/a harto/a/s indignado/a molesto/a/s
  saturado/a
[worn] aburrido/a cansado/a cansados sick tired
[authority] abogado/a defensoria fcc fiscalia juzgado lawyer legal ley/es pnc procuraduria siget superintendencia
  tribunal
[complain] acoso ~amenazar amenazo +complain complaint delito ~demandar ~denunciar estafa estafadores fraud fraude grito
  grosero harassment hostigamiento ilegal illegal insulto/a lawsuit queja/s ~quejar ~reclamar reclamo +report ~reportar
  scam +sue +threaten
[insult] abusivos asco asshole baboso bitch cabron cansones carajo cerote culero damn detesto diablo estupido/a fuck
  fucking hate hdp hell hijueputa idiota idiots imbecil insoportables intenso ladron maldito/a mierda necio odio pendejo
  pesado/s pudranse puto/a rateros shit sinverguenza stupid vayanse verga wtf
[peace] alone paz quieto tranquilo/a tranquilos [privacy] descanso intimidad privacidad privacy tranquilidad
[enough] basta enough estuvo suficiente [data] dato/a datos expediente info informacion information perfil
[identity] apellidos cell celular info informacion number numero phone telefono
[identity particulars] address apellido correo direccion dui email name nit nombre surname
[hold] comparten consiguieron dieron dio gave get give got guarda guardado/a guardan have obtuvieron registrado sabe
  saben sacan sacaron tengan tiene tienen usan
[right] acceso arco derecho gdpr habeas oposicion portabilidad privacidad privacy proteccion rectificacion rights
  supresion
[correct] actualizacion ~actualizar ~cambiar +change correccion +correct ~corregir:corrij +fix ~modificar rectificacion
  ~rectificar +update
[wrong] equivocados errado erroneo error incorrect incorrecto mal mala mistake
[wrong gone] dead deceased died difunto equivocado/a equivocaron equivoco fallecido/a fallecio muerto murio wrong
[me] conmigo m me nos nosotros us yo [mine] i im mi/s mine mio/a my nuestro/a our usted/es vos you your
[them] her him it la/s le/s lo/s os se su/s te that the them these this those
[small] about aca actual adelante ahi algun algunos all alla alli already ambos andan andarle andarlo/a andarme andemos
  anden anduvieran ante any aquel aquella aqui are as at aunque back be been being broma but by cerca chiste
  circumstance/s contactable contactos cualquiera d demas demasiado/a/s dicho/a due e each electronico/a electronicos
  elsewhere entre era escrito ese eso/a/s estamos estar estarle estarlo/a estarme estarnos estarse estas este estemos
  esten esto estoy estuvieramos estuvieran ever every favorcito follow forward from fue fueran fuese futura future
  futuros going ha/s haber hacia had han have hay he his just k ke kel l m mantener masiva mediante medios mismo/a
  muchisimo mundo muy nuestras nuestro/a of okay on onwards or otras otros our p patadas per pero persona personales por
  porque posterior propio/a pues q qel quiza/s re respecto right sean segun ser sido siendo sobre solo somos soy suyo/a tal
  tambien telefonico/a temporal tenemos tengan their through tiene tipo to todas todos tras tu/s tuyos u under up ur
  vamos van vayamos vayan vayas vez via was we were with x ya yaa yet
[small number] cel cell celu celular linea movil name nombre nro num number numero/s phone tel telefono/s
[small glue] a al and bien con de del el en es esta estan for i in is la/s los medio mi o para que so son todo/a un
  una/s unos y yo your
[courtesy polite] amable/s amen bendiciones bendigo/a birthday buen buena/s buenos cabal claro cuidese cumpleanos
  descanse descansen entendido enterado/a excelente felices feliz gracias great haha happy hello hey hi hola igualmente
  jaja jajaja jeje listo lol morning muchas muchisimas navidad ok okey oki/s ola perfecto placer recibido saludos
  servirle thank/s welcome
[courtesy] absolutamente absolutely agradeceria agradecido alerta amablemente amigo/a anoche asap atencion atentamente
  atte automatico/a bendice bonito/a bye categoricamente dale definitivamente definitivo/a disculpa disculpe disculpen
  encarecidamente estimados estrictamente explicitly expresa expresamente expreso fa favor fijate fijese finalmente fine
  formal good grasias grax gusto immediately importante inmediatamente inmediatas irrevocable jamas joven kindly lindo/a
  mira mire miren mucha nice night now oiga ojito ojo oye perdon permanente permanentemente please pliss pls plz por
  porfa porfavor porfi que realmente rotundamente sale salu seno senor/a senores senorita simon sinceramente sip sorry
  strictly sure tajantemente tal tanto terminantemente total totalmente urgentemente usted/es va vale vaya verbal
  verbalmente verdad voluntaria xfa xfavor ya yep
[waiting] pendiente pending proceso
[settled] aceptada aplicada autorizada completa completada confirmada curso efectiva efectuada ejecutada general
  gestionada hecha lopd parcial pendiente procesada proceso realizada recibida registrada registrar tramitada tramite
  tramito web
[give] ~brindar causa causaba causado causando causar causara causo da/s daba dada dadme dado/s dame damos dan dando dandole
  dandome dandonos dandose dar dara daran daremos daria darle darme darnos darse dele deme demelo demos demosle den
  denle denlo denme dense dese di dieron dimos dio diste doy gave give given
[quiet] aburrieron adentro ahorita alo amor antes apunte ask asked campanas casa como cosa cuantas cuenta debe decir
  decirles dejen di dia/s didn didnt digo dije dinos doing empresa entienda entiendan fin/es fisico gusta hace hacer
  haga hagan hago haria harian hecho hey hiciera hicieran how hoy hubo loco maje mande mejor mil moleste molestia
  muchisimas nada ni noche/s nomas nueva numerito particular pedi pedido pena posible privado proximo rather rato
  registre repito se senal seria si sign signed suscribi tarde/s tenga tengo tienda veo ver verlos
[quiet courtesy] dios formalmente inmediata inmediato plis respetuosamente urgente vos
[quiet small] alguna alguno cada comercial/es cualquier desde did do/es fuera futuro masivo mucha/s mucho/s nuevo otra
  otro parte personal sea tan tanta/s tanto/s tener tienen ustedes veces
[number] celulares chip contacto
[way] canal/es celular channel circunstancia forma lado manera means medio/s motivo numero razon telefono via way
[again] ~andar ~continuar keep/s ~seguir:sig ~volver:vuelv vuelto
[can] apta apto habilitada habilitado attempt can could debe debemos deben debera deberan deberia deberian debiera
  debieran debo intentar intente intentemos intenten may must podemos poder podes podra/s podran podremos podria/s
  podriamos podrian pudiera pueda puedan puede/s pueden puedo should tratar trate tratemos traten try will would
[ask plead] +ask +beg +demand demandan ~exigir:exij +insist insiste insisten insistio instruccion ~instruir:instruy
  ~ordenar ~pedir:pid peticion pid ~reiterar ~requerir:requier +request ~rogar:rueg slct slcta sol solic ~solicitar
  solicitud ~suplicar voluntad
[ask] aclara aclaro ~advertir:adviert ~agradecer:agradesk amenazo comenta comento contesto decia dice diciendo dijeron
  dijo dizque escribio ~expresar indica indico informa instrucciones +instruct manda mandaron mandato mando manifesto
  manifiesta orden peticiones +plead puso ~recalcar reclama recuerda refiere replied reply responded respondieron
  respondio said says sent sugiere sugirio +tell texted told +warn wrote
[plead] decision deseo petition preferencia [petition] instruccion/es orden pedido pet peticion sol solicitud
[say] decia dice dicen diciendo dijeron dijo letrero pregunta preguntaron reply significa significan
[=small] bajo para sales termino/s
[person] vip mayorista minorista moroso/a abonado/a afiliado/a alumno/a apoderado/a arrendatario asociado/a
  beneficiario/a caballero caller client/es clienta cliente clt clte comprador/a consumidor/a contacto contribuyente cta
  cte/s cust customer dama deudor/a doctor/a don dona donante dr dra dueno/a el ella encargado/a esposo/a estudiante
  familiar guy hijo/a hna hno huesped ing inge ingeniero inquilino lady lead lic licda licenciado/a maestro/a mama
  mandante member muchacho/a nina owner paciente papa parent patient persona profe profesor/a propietario/a prospecto
  referido representado/a residente secretaria seno senor senorita socio/a sr sra srita srta subscriber sujeto
  suscriptor/a tipa titular tutor user usuario/a vecina viejito/a
[person relative] dad familia madre mom padre senora
[other-person] abuelito/a asistente assistant conductor conserje empleado/a hermanos hijos motorista neighbor nuera
  perro police policia portero spouse tecnico vecinos vigilante yerno
[other-person relative] abuelo/a amigo/a boss brother companero/a cunado/a daughter esposo/a father hermano/a hijo/a
  husband jefe mama mother novio/a papa primo/a sister sobrino/a suegro/a tio/a vecino/a wife
[only] exclusivamente just nomas only solamente solo unicamente
[way-email] correo/s e-mail electronico/a email/s mail/s newsletter
[way-letter] carta/s escritas escrito letter [way-sms] dnt msm sms/es text/s texting texto/s txt/s
[way-whatsapp] guasap wa wapp wasap watsap wha whats whatsap whatsapp wpp wsp wtsp
[way-call] call/s calling llamada/s phone phonecalls robocalls telefonico/a telefono telemarketing voz
[time] after afternoons ahorita almuerzo am amanecer anochecer atardecer aun bedtime before between btwn cena clase/s
  class/es cuando culto depsues desayuno despues dia/s dinner diurno domingos during early ensayo entre evening/s
  feriado/s finde fridays habiles hasta holiday/s hora/s horario hour/s hrs laboral labores late lunch madrugada mananas
  matutino medianoche mediatarde mediodia mes midnight mientras misa monday/s morning/s navidad night/s noche/s nocturno
  noon pico pm quincena/s recess reunion sabados saturday/s school semana/s semanal shift siesta soon sunday/s tarde/s
  temprano thursday/s todavia today tomorrow tuesday/s turno/s until vacacion/es vespertino wednesday/s weekend/s when
  while
[time glue] domingo hoy jueves lunes manana martes miercoles sabado viernes
[when] anteanoche anteayer antier ayer yesterday
[month when] enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre january
  february march april june july august september october november december
[spot] chamba isss job office oficina trabajo work
[old] anterior antiguo/a doble duplicado/a duplicate old repetido/a viejo/a
[past] anteriormente antes before entonces era eran estaba estuvieron estuvo ex formerly habia habian inicialmente
  initially originally previamente previo previously principio tenia used was
[now] actualmente again ahora currently despues finalmente hoy later luego now posteriormente since then ya
[all] all cada cualquier cualquiera every todo/a/s
[turn] aunque because but however mejor pero porque pues sino though [and] and e y [until-told] aviso nueva orden
[start] desde partir per [if] cuando if si [why] cual cuanto/s donde porque quien/es what when who why
[date] date desde dia fec fecha hora since timestamp when
[about] causa fuente id motivo origen razon reason source usuario
[numbered] cantidad contador count nro num numero total
[yes] escrito papel verbal 1 aceptado/a acepto/a activo/a acuerdo affirmative afirmativo autorizado/a autorizo/a
  checked cierto claro completo concedido conforme consented correcto course definitely enabled firmado/a given
  granted obvio ok on opt opted otorgado/a permite permitido pleno s si simon subscribed supuesto sure suscrito/a t
  total true v verdadero vigente x xx y/es yeah yep
[no] 0 nada apagado desactivado/a deshabilitado desmarcado disabled f false falso inactivo/a n negativo never ninguno/a
  no none nop not nunca off unchecked
[=no] inactive [blank] aplica dato definido disponible especifica na nan nd null nulo vacio
[outcome] ~abrir ~acordar ~alcanzar +answer aparece ~aplicar ~asistir ~atender:atiend available ~coincidir ~comprar
  ~conocer:conosk contactado/a ~contestar definido disponible ~encontrar:encuentr ~entender ~entrar ~escuchar ~estudiar
  ~existir ~fumar home labora lea lean leen leer leido leyendo leyo ~llegar ~localizar number oye oyen oyo ~pagar
  ~poder:pued:pud ~recibir ~recordar ~residir ~responder sabe ~saber ~salir:sal show ~sonar:suen titular ~tomar
  ~trabajar ~ubicar ~venir:vien:vin ~vivir
[outcome-noun] apagado bounced busy buzon ocupado rebotado reboto voicemail
[trade product] combo interes item order plan
[trade product topic] articulo paquete pedido/s producto/s
[trade] account agua alarma alumno application ayunas bill boleto booking cabello cable cajero card cargo carro cheque
  claim/s comision contract contrato cordales credito cuenta/s curso deuda dinero ejercito empleado evento gimnasio gym
  habitacion hotel intereses internet letra licencia linea/s loan/s luz medicamentos membership membresia mensualidad
  monto mora muela multa oferta-de onions orden partida pelo peso picante placa policy precio/s produccion punto/s
  recargo reservation reunion salida sarro seguro stock tramite tubo turno viaje volumen vuelo
[trade topic] abono appointment azucar brackets cama cebolla cita/s clase compra constancia consulta copia/s
  cuota/s debito deposito descuento devolucion efectivo encomienda examen factura/s foto/s garantia/s impuesto
  inscripcion invoice/s iva matricula medicamento medicina meeting mercaderia mesa muebles ordenes orders pago/s
  pastillas payment poliza prestamo presupuesto puerta recibo/s refund reserva reservacion ropa saldo talla tarjeta/s
  terapia ticket/s tratamiento vehiculo yeso
[product] article interest marca modelo planes products servicio
[product topic] articulos items menu package product [=trade] timbre
[place] av avenida barrio block bloque calle canton carretera caserio col colonia final km local pasaje pje planta
  poligono reparto residencial senda
[low-things] accidente dosis embarazo enfermedad escolar escolaridad laboral autoestima calificacion california calle
  estatura glucosa hemoglobina incapacidad la-baja marea maternidad medica motors planta presion prioridad rotacion
  senal talla tarifas temperatura temporada tension visibilidad vision
[grade] calidad complejidad demanda dificultad distrito dosis fiebre rendimiento gravedad importancia intensidad level
  localidad nivel potencial probabilidad pueblo satisfaccion score severidad tarifa urgencia velocidad
[people-column] alumno apellido/s cliente comercio compania company contacto empresa encargado firma name negocio
  nombre/s paciente propietario razon responsable sociedad tienda titular
[other-column] activo address articulo asistencia banco calle cargo casado categoria city ciudad civil colonia corte
  debito departamento descripcion edad excursion forma genero giro hijos lugar municipio nacimiento ocupacion paga
  presion prioridad producto/s profesion puesto refrigerio riesgo seguro sexo sucursal talla tarjeta temperatura zona
[other-column topic] color delivery direccion domicilio entrega marca modelo
[delivery] delivery entrega/s envio indicaciones instruccion/es instructions
[way-column] canal/es channel medio preference preferencia preferido/a preferred prefiere via
[status-column outcome-column] estado estatus status
[status-column outcome-column result-column] disposicion disposition outcome resultado subtipificacion tipificacion
[status-column] accion ind indicador flg audience audiencia bandera base campana categoria clasificacion condicion etapa etiqueta/s fase flag
  gestion groups grupo hashtag label lista marca perfil pipeline registro segment segmento situacion stage subestado
  substatus tag/s
[outcome-column] delivery [outcome-column result-column] result subresultado
[note-column reply-column] body cuerpo inbound keyword mensaje message msg palabra reply respuesta text texto
[note-column] aclaracion actividad activity adicional causa extra/s otros varios anotacion apunte/s bitacora carta/s
  caso/s chat claim comentario comment complaint/s correspondencia descripcion description detail detalle/s feedback
  ficha historia historial incidencia informe legal/es log memo mensajes messages minuta motivo nota/s note obs observ
  observacion oficio opinion queja/s razon reason recado reclamo/s remark replies reporte resolucion respuestas
  seguimiento sugerencia ticket/s
[reply-column] response rpta rta sms
[veto] ~vetar +veto [barred] banned blacklisted blocked bloqueado/a/s excluded excluido/a excluidos prohibido/a removed
  removido/a restringido/a revocado/a revoked silenciado/a suppressed suprimido/a vetado/a vetados
[restored] desbloqueado reactivado/a reactivo reafilio resubscribed resuscrito unblocked
[marked] flag flagged ingresado marca marcado/a mark marked puesto/a registrado/a set
[telling] arco black contra demasiadas end except excepcion excepto exclusion forgotten menos negra off olvido opt opted opting
  removal restriccion robinson roja salvo spam take taken tantas tanto td
`;
