// Words of everyday talk in El Salvador: what people answer a shop, a clinic, a bank, a church or a school with when they ask for nothing.
// A message is dropped unread only where each of its words stands here (or in a harmless phrase), so a word too few costs a person's
// look, and a word too many could cost a request: no word that can refuse, end, forbid or insult belongs here.

import type { WordGroup } from "./asking-words.js";

export const EVERYDAY: readonly WordGroup[] = [
  // Courtesy and assent.
  {
    fields: ["favor", "topic"],
    is: "harmless",
    words: `gracias grax grac thx thnx thanks thank ty hola holi holis ola hello hi hey buenas buenos buen bueno buena dia dias tarde tardes noche noches saludos saludo
      bendiciones bendicion bendigo bendiga bendito amen aleluya dios señor jesus cristo virgen ok okey okay oki okis okok vale dale sale va vaya listo lista sip sii simon cabal exacto correcto claro
      perfecto excelente genial entendido entiendo enterado enterada recibido anotado igualmente encantado encantada gusto gustosa gustoso placer bienvenido bienvenida adios bye chao chau
      felicidades felicitaciones feliz felices feliciten felicito amable amables amabilidad orden ordenes servirle servirles servirte disculpe disculpas disculpa disculpen perdon perdone tranquilo
      welcome cheers morning afternoon evening night goodnight goodbye congrats congratulations happy merry bless god yes yeah yep yup sure fine great good perfect awesome
      jaja jajaja jeje jiji jojo haha hahaha lol xd jajajaja salu salud abrazo abrazos besos beso cuidese cuidate cuidense descanse descansa descansen`,
  },
  // Qualities and manners: they name no thing.
  {
    fields: ["small"],
    is: "harmless",
    words: `bien mejor bonito bonita bonitos bonitas lindo linda lindos lindas bello bella hermoso hermosa hermosos chivo chiva chivos cool nice beautiful pretty rico rica ricos ricas delicioso deliciosa
      sabroso sabrosa bueno buenisimo buenisima buenos grande grandes pequeño pequeña pequeños pequeñas chico chica chiquito chiquita mediano mediana largo larga corto corta ancho angosto alta altos altas
      nuevo nueva nuevos nuevas usado usada viejo vieja caro cara caros caras barato barata baratos baratas baratisimo carisimo gratis economico economica economicos blanco blanca negro negra negros negras rojo roja azul azules
      verde verdes amarillo amarilla rosado rosada rosa morado morada gris cafe beige celeste naranja dorado dorada plateado fucsia turquesa vino caliente frio fria fresco fresca frescas frescos dulce salado
      picante maduro verde seco humedo limpio limpia sucio fuerte suave duro dura facil dificil rapido rapida lento lenta seguro segura abierto abierta abiertos cerrado cerrada cerrados disponible disponibles
      libre libres ocupado ocupada ocupados lleno llena vacio completo completa completos medio media mitad doble triple entero entera varios varias algun alguna algunos algunas algo alguien mucho mucha muchos muchas poco poca
      pocos pocas bastante bastantes mas menos muchisimas muchisimo cerca lejos arriba abajo adentro afuera dentro fuera enfrente frente atras delante derecha izquierda recto aparte juntos junto solo sola original originales
      autentico barata calidad especial especiales normal normales igual iguales diferente diferentes parecido proximo proxima pasado pasada siguiente ultimo ultima ultimos ultimas primero primera primeros segundo segunda tercero tercera
      todavia aun quizas quiza talvez capaz acaso ojala casi apenas pronto luego despues antes siempre mientras recien ya ahora ahorita ahoritita ratito rato momento momentito enseguida mismo misma mismos propio propia
      pendiente pendientes aproximadamente exactamente normalmente generalmente actualmente realmente ademas incluso inclusive incluido incluida incluye cierto cierta verdadero contento contenta alegre feliz triste enfermo enferma
      embarazada soltero soltera casado casada joven jovenes mayor mayores adulto adultos menor menores infantil familiar personal semanal mensual quincenal anual diario diaria digital fisico fisica automatico automatica manual electrico electrica
      chele chelito cheque puchica chucho bolo maje mero meros mera nomas pisto tal tipo super ultra mega mini extra plus premium basico basica interesante increible maravilloso maravillosa precioso preciosa preciosas elegante comodo comoda
      divertido divertida chistoso comico gracioso agradable amable rapidito cerquita lejitos igualito grandecito calientito fresquito bonitas divinas divino divina espectacular fenomenal fantastico fabuloso magnifico
      big small large medium new old cheap expensive free open closed available ready late early soon later today tonight tomorrow maybe perhaps here there much many very too so little bit lovely delicious
      favorite same different next last first second other left right near far away inside outside red blue green black white yellow pink`,
  },
  // Praise, and what people do who buy, sell, come and go: by themselves they say enough.
  {
    fields: ["small", "topic"],
    is: "harmless",
    words: `bonito bonita bonitos bonitas lindo linda lindos lindas bello bella hermoso hermosa chivo chiva chivos rico rica ricos ricas delicioso deliciosa sabroso sabrosa buenisimo buenisima excelente excelentes espectacular
      fenomenal fantastico fabuloso magnifico maravilloso maravillosa precioso preciosa preciosas divino divina genial elegante caro cara caros barato barata baratos disponible disponibles gratis afuera llegando cerquita
      nice beautiful lovely delicious amazing awesome gorgeous cute cool great expensive cheap available outside mayoreo`,
  },
  {
    fields: ["verb", "topic"],
    is: "harmless",
    verbs: `abrir cerrar:cierr comprar costar:cuest cobrar pagar depositar transferir:transfier abonar apartar reservar cotizar encargar ordenar entregar repartir despachar hornear cocinar comer almorzar:almuerz desayunar cenar
      recoger regresar confirmar agendar vender alquilar encantar felicitar celebrar llover:lluev atender:atiend estudiar viajar vacunar vivir`,
    words: `voy vengo llego llegue lleg llegamos estare vale valen cuesta cuestan trae traen gusto gustaron encanto encantaron viene vienen sale salen camino confirmo
      coming arrived arriving delivered deliver shipped ship cost costs buy bought pay paid pick open opens close closes love loved`,
  },
  // Times.
  {
    fields: ["time", "topic"],
    is: "harmless",
    words: `hoy ayer anteayer antier mañana pasado manana lunes martes miercoles jueves viernes sabado sabados domingo domingos enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
      hora horas hrs hr minuto minutos min mins segundos semana semanas mes meses año años quincena fin finde feriado feriados asueto vacacion vacaciones temprano mediodia medianoche madrugada noche tarde am pm fecha fechas
      horario horarios time selecta anoche navidad nochebuena pascua cuaresma aguinaldo hoyy ahorita antes despues hasta today yesterday before after tomorrow tonight monday tuesday wednesday thursday friday saturday sunday week weeks month months year years hour hours
      minutes noon midnight weekend january february march april june july august september october november december lunch christmas birthday easter o'clock oclock`,
  },
  // Commerce.
  {
    fields: ["thing", "topic"],
    is: "harmless",
    words: `precio precios costo costos valor tarifa tarifas cuota cuotas prima primas plazo plazos credito creditos prestamo prestamos interes intereses tasa tasas descuento descuentos rebaja rebajas liquidacion remate
      combo combos paquete paquetes pack kit kits docena docenas unidad unidades mayoreo menudeo detalle libra libras lb lbs kilo kilos quintal quintales arroba onza onzas litro litros galon galones botella botellas caja cajas bolsa bolsas
      saco sacos yarda yardas metro metros pulgada pulgadas centimetros cm metrico talla tallas tamaño tamaños medida medidas color colores marca marcas modelo modelos estilo estilos diseño diseños material materiales tela telas
      producto productos articulo articulos mercaderia mercancia existencia existencias inventario catalogo catalogos menu carta muestra muestras foto fotos fotografia imagen imagenes video videos link enlace pagina web sitio
      pedido pedidos orden ordenes compra compras venta ventas encargo encomienda encomiendas apartado reserva reservacion reservaciones factura facturas comprobante comprobantes recibo recibos ticket tickets voucher boleta
      transferencia transferencias deposito depositos abono abonos pago pagos efectivo tarjeta tarjetas debito cuenta cuentas banco bancos agricola davivienda cuscatlan promerica bac hsbc citi azul bitcoin chivo wallet paypal
      dolar dolares centavo centavos colon colones peso pesos dinero plata pisto cambio vuelto saldo recarga recargas garantia garantias devolucion iva impuesto impuestos propina
      domicilio delivery repartidor repartidores mensajero motorista moto envios entrega entregas direccion direcciones ubicacion punto referencia mapa maps gps waze km kilometro
      tienda tiendas sucursal sucursales local locales oficina oficinas bodega almacen mercado mercados supermercado super plaza centro comercial mall negocio negocios empresa empresas compañia fabrica taller ferreteria farmacia farmacias
      panaderia pasteleria restaurante restaurantes comedor cafeteria pupuseria hotel hotelito salon barberia gimnasio gym clinica clinicas hospital laboratorio consultorio veterinaria gasolinera parqueo estacionamiento vendedor vendedora
      cliente clientes clienta asesor asesora ejecutivo ejecutiva cajero cajera gerente encargado dueño dueña proveedor distribuidor servicio servicios atencion cotizacion cotizaciones presupuesto proforma oferta promocion promo promos
      ofertas promociones rifa sorteo premio premios regalo regalos cupon cupones puntos inscripcion requisito requisitos espera utiles documento documentos constancia solvencia contrato contratos seguro seguros poliza tramite tramites formulario
      repuesto repuestos pieza piezas bateria baterias llanta llantas aceite motor carro carros auto vehiculo pickup camion bus buses microbus ruta rutas taxi uber bicicleta placa tarjeta circulacion licencia
      celular celulares telefono telefonos cargador cargadores audifonos pantalla pantallas tablet computadora laptop impresora tinta televisor tele television refrigeradora refri vajilla escritorio matrimonial colchoneta cocina lavadora secadora licuadora microondas plancha ventilador
      aire acondicionado cama camas colchon colchones mueble muebles sofa sillon silla sillas mesa mesas ropero gavetero cortina cortinas sabana sabanas almohada toalla toallas olla ollas sarten plato platos vaso vasos cuchillo
      ropa camisa camisas camiseta camisetas blusa blusas pantalon pantalones jeans falda faldas vestido vestidos short shorts zapato zapatos sandalia sandalias tenis botas calcetines chaqueta sueter gorra gorras cartera carteras
      bolso mochila mochilas cincho reloj relojes anillo anillos cadena pulsera aretes collar lentes perfume perfumes maquillaje labial crema cremas shampoo jabon detergente papel pañal pañales juguete juguetes pelota muñeca
      uniforme uniformes traje trajes corbata logo logos bordado bordados sello sellos tarjetas rotulo rotulos impresion impresiones copia copias libro libros cuaderno cuadernos lapiz lapicero utiles mochila
      pintura brocha cemento arena ladrillo lamina madera hierro clavo clavos tubo cable cables foco focos lampara llave llaves candado puerta puertas ventana ventanas porton piso techo pared baño cuarto cuartos sala patio casa casas
      apartamento terreno lote lotes alquiler renta colegiatura matricula planta plantas flor flores ramo rosas semilla abono maceta grama cilindro gas tanque tambo bomba price prices cost size color order orders delivery store shop
      address location photo picture invoice receipt payment card cash discount menu table appointment meeting package product item items pickup website available bank balance dollars bucks`,
  },
  // Food.
  {
    fields: ["thing", "topic"],
    is: "harmless",
    words: `comida comidas almuerzo almuerzos desayuno desayunos cena cenas pupusa pupusas queso quesos frijol frijoles revuelta revueltas revuelto loroco ayote tortilla tortillas tamal tamales yuca chicharron chicharrones pan panes
      pastel pasteles torta tortas galleta galletas quesadilla semita dulces postre postres helado helados pizza pizzas hamburguesa hamburguesas pollo pollos carne carnes res cerdo lomo costilla chorizo chorizos jamon pescado
      mariscos camaron camarones ceviche sopa sopas ensalada arroz pasta espagueti papa papas maiz harina azucar sal leche crema huevo huevos mantequilla aceite verdura verduras tomate tomates cebolla cebollas chile repollo zanahoria
      fruta frutas banano naranja limon limones mango mangos sandia melon piña papaya aguacate fresa fresas uva manzana platano platanos jugo jugos agua aguas fresco refresco refrescos horchata gaseosa gaseosas soda sodas cafe cafecito te
      cerveza cervezas vino licor hielo salsa encurtido curtido porcion porciones orden racion bandeja bandejas bocadillo boquitas buffet banquete receta ingredientes nuegados atol elote riguas enchilada enchiladas taco tacos burrito
      alitas tostada pupusada churrasco parrilla asado concentrado food lunch dinner breakfast coffee water cake`,
  },
  // People, family, professions, animals, body and health.
  {
    fields: ["thing", "topic"],
    is: "harmless",
    words: `mama mami madre papa papi padre hijo hijos hija hijas hermano hermana hermanos esposo esposa marido mujer novio novia abuelo abuela abuelita tio tia primo prima sobrino sobrina suegra cuñado familia familias vecino vecina
      bebe bebes niños niñas muchacho muchacha muchachos cipote cipota cipotes bicho señores hombre hombres mujeres persona personas gente doctor doctora doctores dr dra medico enfermera dentista odontologo pediatra ginecologo
      oftalmologo dermatologo psicologo nutricionista cardiologo ortopeda maestro maestra profesor profesora profe alumno alumna estudiante estudiantes ingeniero arquitecto contador secretaria pastor pastora sacerdote padre hermanita mecanico
      electricista fontanero albañil carpintero costurera pintor motorista guardia vigilante policia bombero chef cocinera mesero perro perros perrito perrita gato gatos gata gatito mascota mascotas cachorro cachorros pajaro vaca caballo gallina
      cita citas consulta consultas examen examenes resultado resultados ultrasonido radiografia cirugia operacion tratamiento tratamientos vacuna vacunas medicina medicinas medicamento pastilla pastillas receta jarabe inyeccion vitamina
      vitaminas dolor dolores fiebre gripe tos alergia presion diabetes cancer corazon cabeza muela muelas diente dientes limpieza ortodoncia frenos brackets estomago espalda rodilla ojo ojos pie pies mano manos pelo cabello corte tinte
      uñas manicure pedicure masaje masajes facial depilacion pestañas cejas piel sangre orina embarazo parto control cupo cupos espacio turno turnos emergencia ambulancia cupcakes salud`,
  },
  // Places.
  {
    fields: ["thing", "topic"],
    is: "harmless",
    words: `salvador san santa ana miguel tecla soyapango mejicanos apopa ilopango ciudad delgado cuscatancingo ayutuxtepec antiguo cuscatlan merliot escalon metrocentro metrosur multiplaza galerias gran via zona rosa unicentro
      sonsonate usulutan ahuachapan libertad chalatenango cojutepeque zacatecoluca morazan gotera union cabañas sensuntepeque ilobasco suchitoto metapan chalchuapa izalco acajutla nahuizalco juayua ataco apaneca lourdes colon opico quezaltepeque
      aguilares nejapa tonacatepeque marcos tomas jacinto vicente benito roosevelt masferrer constitucion venezuela redondel masferrer salvadoreño salvadoreña guatemala honduras nicaragua costa rica mexico panama estados unidos usa houston angeles york
      washington maryland virginia texas california españa colonia residencial urbanizacion barrio canton caserio pasaje poligono senda calle calles avenida avenidas bulevar boulevard carretera autopista kilometro puente esquina cuadra
      cuadras parada paradas terminal parque parques cancha iglesia iglesias templo parroquia catedral escuela escuelas colegio universidad uca ues utec itca instituto kinder alcaldia juzgado embajada consulado aeropuerto comalapa playa
      playas puerto surf tunco zonte lago coatepeque volcan montaña rio cerro norte sur oriente occidente oriental occidental departamento municipio pais pueblo village city street road beach edificio nivel torre condominio
      segundo planta bloque numero lote entrada casa hogar trabajo chamba brete`,
  },
  // Church, school, sport, weather, news, holidays.
  {
    fields: ["thing", "topic"],
    is: "harmless",
    words: `salmo salmos biblia evangelio palabra versiculo juan mateo lucas marcos romanos proverbios genesis jehova padre espiritu santo santa gloria bendita fe esperanza amor amar luz salvacion vida alma cielo tierra oracion
      oraciones misa culto vigilia ayuno reunion reuniones celula ministerio hermanos gracia misericordia pecado mundo rey reino eterno eterna fortaleza refugio victoria nombre camino verdad justicia mal sombra valle muerte temere pastos
      faltara descansar bondad milagro milagros clase clases examen tarea tareas nota notas grado bachillerato bachiller titulo carrera curso cursos diplomado taller capacitacion seminario ingles matematicas ciencia graduacion
      partido partidos futbol gol goles equipo equipos seleccion alianza fas aguila firpo metapan jugador cancha torneo final copa mundial liga juego juegos barcelona madrid messi cristiano empate
      lluvia lluvias llueve lloviendo tormenta tormentas sol calor frio viento clima temblor sismo huracan inundacion trafico accidente choque derrumbe noticia noticias presidente gobierno bukele alcalde diputado diputados elecciones
      voto asamblea pais nacional internacional guerra historia economia musica cancion canciones baile concierto fiesta fiestas cumpleaños boda bodas bautizo quinceaños aniversario graduacion navidad independencia madre padre padres dia
      piñata pastelito evento eventos invitados decoracion globos sorpresa viaje viajes vuelo vuelos boleto boletos pasaje maleta hotel paseo excursion pasaporte visa remesa remesas empleo empleos trabajo trabajos chamba curriculum cv vacante
      vacantes plaza entrevista sueldo salario experiencia bachiller licenciatura ingenieria jefe compañero compañeros proyecto proyectos informe reporte reunion zoom internet wifi luz agua cable energia corriente apagon recibo colecta
      codigo codigos clave verificacion contraseña token usuario app aplicacion paquete megas gigas minutos llamadas netflix facebook instagram tiktok youtube google tigo claro movistar digicel`,
  },
  // Automatic answers.
  {
    fields: ["thing", "topic"],
    is: "harmless",
    words: `mensaje automatico automatica respuesta respuestas posible brevedad horario atencion ausente ausencia oficina disponible conduciendo manejando reunion regreso buzon correo asistente virtual bienvenidos driving auto reply
      office vacation holiday moment asap`,
  },
  // What people do all day.
  {
    fields: ["verb"],
    is: "harmless",
    verbs: `abrir cerrar:cierr comprar costar:cuest valer cobrar pagar depositar transferir:transfier abonar prestar deber apartar reservar cotizar encargar ordenar entregar repartir despachar preparar hornear cocinar comer beber tomar
      almorzar:almuerz desayunar cenar probar:prueb llevar traer recoger regresar venir:vien pasar esperar quedar ubicar vivir trabajar estudiar aprender enseñar leer jugar ganar perder:pierd mirar escuchar
      hablar platicar preguntar contar:cuent pensar:piens creer conocer recordar:recuerd llegar andar caminar correr manejar conducir viajar volar:vuel subir dormir:duerm:durm despertar:despiert levantar acostar:acuest bañar vestir:vist peinar lavar
      limpiar barrer planchar coser arreglar reparar revisar checar chequear confirmar agendar programar atender:atiend ayudar apoyar servir:sirv necesitar ocupar querer:quier gustar encantar amar adorar extrañar felicitar
      celebrar cumplir bailar cantar orar rezar bendecir creer alabar adorar nacer crecer cuidar curar doler:duel sanar vacunar operar consultar medir:mid pesar probar:prueb cambiar devolver:devuelv usar funcionar prender:prend
      encender:enciend cargar conectar instalar descargar imprimir firmar llenar buscar encontrar:encuentr hallar mostrar:muestr enseñar elegir:elij escoger preferir:prefier sobrar faltar alcanzar caber doblar cruzar girar seguir:sig
      parquear estacionar bajar salir:salg empezar:empiez comenzar:comienz iniciar continuar lograr intentar tratar llover:lluev temblar:tiembl ganar meter
      alegrar agradecer esperar desear interesar participar inscribir registrar matricular aplicar contratar renovar:renuev vencer calificar aprobar:aprueb ahorrar invertir:inviert rentar alquilar construir pintar sembrar:siembr vender
      quedar acercar mover:muev parecer aparecer faltar terminar acompañar visitar invitar regalar fiar rebajar anotar avisar informar responder entender:entiend comprender disculpar perdonar preocupar apurar tardar atrasar adelantar`,
    words: `soy eres es somos son sos fui fue fuimos fueron era eran eramos sera seran seria sea sido siendo estoy estas esta estamos estan estuve estuvimos estuvieron estaba estaban estare estara estaremos estaran estado
      tengo tiene tienes tenes tienen tenemos tuve tuvo tuvimos tenia tenian tendra tendran tendre tendria tenga tengan teniendo tenido hay habra habia hubo haya han ha he hemos has habian hago hace hacen haces hacemos hice hizo hicimos hicieron
      hacia haran hara hare haria haga hagan haciendo hecho digo dice dicen decimos dije dijo digame diga digan decir voy va vas van vamos iba iban ire ira iremos iran yendo ido vengo viene vienen venimos vine vino vinieron venga vengan vendra
      vendran vendre viniendo venido puedo puede pueden podemos puedes podes pude pudo podria podrian podre podra podran pueda puedan quiero quiere quieren queremos quieres queres quisiera quise se sabe saben sabemos sabia sepa supe pongo
      pone ponen puse puso ponga poniendo puesto traigo trae traen traje trajo traiga traigan trayendo traido doy da dan damos dio dieron diera dara daran dare dando dado veo ve ven vemos vi vio vieron vea vean viendo visto oi oye oigo
      oyo creo cree creemos caigo debo debe deben debia pido pide piden pidio pedi sirve sirven quepo cupo duele duelen elijo sigo sigue siguen siguio jugamos juega juego juegan pago paga pagan pague tembló llovio llueve nevando interesa
      interesan fijese fijate mire mira oiga espere espereme esperenme permitame permita vengase venite deje gusta gustan gusto encanta encantan encanto falta faltan sobra parece parecen parecio aparto apartame aparteme aparta
      is are am was were be been being have has had do does did go going went gone come coming came will would can could should may might want need like love know think see look looking find found buy bought pay paid order ordered
      pick picked bring brought wait waiting work working works open opens close closes help meet arrive arrived arriving eat drink sleep play won deliver delivered ship shipped cost costs make made let lets drive drives feel hope wish pray
      appreciate confirm confirmed check`,
  },
  // What is talked of anywhere.
  {
    fields: ["small"],
    is: "harmless",
    words: `vez veces supuesto acuerdo encima detras alrededor debajo despacio probablemente absolutamente obviamente precisamente directamente claramente aparentemente principalmente afortunadamente seguramente
      importante importantes unico unica unicos principal principales comun comunes enorme enormes brillante raro rara simple simples sencillo sencilla necesario necesaria posible posibles inteligente estupendo estupenda
      profesional profesionales famoso famosa curioso curiosa util utiles guapo guapa central superior impresionante encantador encantadora orgulloso orgullosa gordo gorda flaco flaca delgado delgada moderno moderna antiguo antigua
      redondo redonda cuadrado cuadrada grueso fino fina natural naturales artificial exacta perfecta perfectos ideal excelentes maravillosos recto recta gigante miniatura portatil inalambrico transparente elegante ligero ligera
      pesada liviano sintetico cuero algodon lana plastico metalico impermeable resistente caliente tibio helado helada crudo cruda asado frito frita integral vegetariano vegano artesanal casero casera surtido surtidos mixta mixto
      sencillas economica economicos economicas contado corriente corrientes cordial cordiales respectivo correspondiente gratuito gratuita publico publica privada privado local nacional mundial central tropical
      contigo consigo aparte entonces tal algun alguno algunas cualquiera cuyo cuya demas mismas propias propios various bigger smaller better best nearest cheaper larger whole half quarter dozen
      awesome amazing lovely gorgeous cute sweet fresh spicy hot cold warm clean soft hard easy quick fast slow safe busy free full empty tall short long wide`,
  },
  {
    fields: ["thing", "topic"],
    is: "harmless",
    words: `tiempo lugar lugares parte partes caso manera verdad idea ideas cariño lado suerte oportunidad oportunidades fuego sentido coche campo futuro pelicula peliculas mente habitacion habitaciones boca modo hambre sed luna mar cara
      isla radio sueño estrella maquina maquinas director ejemplo opcion opciones pareja verano invierno primavera otoño pedazo trozo ruido belleza lengua dedo piedra serie programa temporada capitulo distancia proyecto
      periodico revista edad humor olor sabor sabores siglo jardin chocolate escalera arbol arboles piscina biblioteca museo guia sonrisa cuerda instrucciones tecnologia amistad educacion artista boton botones cine teatro temperatura
      comunidad felicidad cantidad cantidades naturaleza accesorio accesorios adorno adornos alfombra almohada antena armario aro asiento bandera banco baul biberon billetera bloque bocina bombillo bota brasier brillo calcetin calculadora
      calzado camara canasta candela candelas carton casco cepillo cesta chaleco chancletas chumpa cinta cinturon colador copa cuadro cubeta cubiertos dije disco disfraz escoba escritorio espejo estante estuche etiqueta foami franela
      funda gancho gafas guante guantes hamaca hilo horno humidificador jarra juego lana lazo libreta linterna lona loza maceta maletin manguera mantel manta martillo mascarilla memoria microfono moño molde mouse olla panal panera
      pantaloneta paraguas parlante peluche percha pijama pila pilas pincel plantillas pulsera puzzle rasuradora reclinable regadera repisa resina rollo sarten secador serrucho servilletas silicon sombrero sombrilla suela taladro
      taza tazas teclado tejido termo tijera tijeras tornillo traje trapeador trofeo tuerca valija vaso vela ventana vidrio volante yeso zapatera zapatilla zapatillas galleta harina levadura miel mermelada mayonesa mostaza salchicha
      salchichas tocino yogurt cereal avena granola nuez almendra mani coco guayaba jocote marañon nance tamarindo zapote anona pepino rabano lechuga brocoli coliflor espinaca ajo cilantro oregano canela vainilla pimienta vinagre
      salpor semita pichardin peperecha torreja empanada empanadas pastelito croqueta hotdog sandwich sandwiches wrap nachos sushi lasaña asado mojarra tilapia boca atun sardina conserva sopita gallo garrobo mondongo
      flete fletes estado anticipo anticipos finiquito cheque cheques letra pagare hipoteca avaluo escritura notario partida pasaporte carnet permisos boleta boletas timbre sello planilla isss afp ivm renta
      almohadilla ampolla analisis anestesia antibiotico aparato cepillado colesterol corona curacion diagnostico empaste endodoncia extraccion hemograma higiene implante infeccion insulina lavado mamografia membrana nebulizacion
      ortopedia paracetamol placa plan protesis puente quimica relleno resina sonda sutura terapia terapias tratamiento conducto urologo yeso citologia papanicolau electro endoscopia prueba pruebas hemoglobina triglicerido
      bodegon bodegas cafetal cantina caseta chalet choza clinicas embarcadero entronque finca granja hacienda hospedaje kiosko lavanderia libreria lotificacion malecon mirador muelle notaria obelisco panteon peluqueria pista rotonda
      salida sede sector semaforo subida taller tope turicentro ventanilla zapateria altura apartamentos ascensor balcon cochera condominios corredor cuadras gradas habitacion hall jardin lavadero pasillo persiana planta terraza
      shop size sizes shirt shirts dress dresses shoes pants bag bags phone phones laptop bed chair chairs sofa car cars truck bike house apartment room rooms door floor kitchen bathroom school class church doctor dentist
      hospital pharmacy restaurant bakery market park beach airport station office manager owner wife husband mother father mom dad sister brother son daughter kids baby family friend friends dog cat birthday party wedding
      weather rain sun traffic movie game games team music song book books news job work money paycheck rent loan insurance tax form forms document documents bread rice beans chicken beef pork fish cheese milk eggs fruit
      apple banana orange juice beer wine soda sugar salt oil soup salad pie sandwich burger fries ice cream chocolate candy flowers gift gifts toy toys brand model picture pictures video map direction directions mile miles
      dollar cent quote estimate receipt refund exchange warranty sample piece pieces pair pairs set sets pound pounds kilo gallon inch inches feet foot`,
  },
  {
    fields: ["verb"],
    is: "harmless",
    verbs: `suponer ocurrir suceder sentir:sient existir imaginar depender tocar sonar:suen oler respirar descansar nadar coger mantener lograr brillar empacar empezar:empiez envolver:envuelv escoger estrenar exhibir facilitar fabricar
      fluir freir:fri ganar gastar granizar heredar hervir:hierv importar incluir inflar intercambiar inyectar juntar ladrar licuar lucir madrugar manchar maquillar mojar montar moler:muel mostrar:muestr nacer obsequiar obtener
      opinar oscurecer pegar permitir pescar picar pintar plantar platicar preguntar presentar producir promediar pronunciar proyectar pulir rallar recibir reclinar recomendar:recomiend reconocer recorrer refrescar
      regar:rieg remodelar reunir:reun revelar rifar roncar saborear salar sazonar secar sentar:sient soldar:suel sonreir soplar sortear subir sudar sumar surtir tapizar tejer tostar:tuest traducir transportar tropezar:tropiez untar
      variar vencer ventilar zurcir corresponder durar abarcar abrochar acampar acomodar aconsejar admirar afinar agachar alcanzar alumbrar amarrar amasar ampliar animar aportar apretar:apriet aprovechar archivar armar
      asistir aumentar auxiliar avanzar bailar bordar bucear calentar:calient calcular caminar cargar catar cepillar citar clasificar colocar combinar compartir competir:compit completar conversar copiar coronar cosechar
      cubrir deletrear demorar depilar desear diseñar disfrutar dividir ejercitar elaborar enfriar engordar engrapar ensayar escalar estacionar estrechar exportar filmar formar fotografiar garantizar hospedar hidratar`,
    words: `suena huele sienta siento sientes sintio siguio dura duran dure duro corresponde corresponden incluye incluyen consiste trata vean mirese sean fuesen hubiera hubiese podria tendria seria estaria haria daria veria iria
      recomiendas recomienda recomiendan sugiere prefiere saben sepan supe digo hagamoslo hagamos vayamos veamos probemos permitame pasele pasen siganme acompañeme venganse
      got get gets getting want wants wanted wanting needs needed loved loves loving liked likes ask asks asked tell tells told try tries tried trying keep keeps kept give gives gave given show shows showed shown take takes took taken
      taking put turn run runs running walk walks walking watch watching read reading learn learning study studying teach teaching drive driving ride riding fly flying cook cooking clean cleaning fix fits fit wear wearing
      choose chose use uses used using sell sells sold selling save saved spend spent charge charges charged accept accepts accepted park parking visit visits visiting stay staying live lives lived living move moved miss missed
      wonder wondering guess hear heard listen listening smell taste looks looked seems seem happen happened start starts starting finish finished hurt hurts feel feels felt sleep sleeping laugh laughing cry sounds`,
  },
  // Numbers in letters, measures and small words that only tell.
  {
    fields: ["small"],
    is: "harmless",
    words: `uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis veinte veinticinco treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscientos quinientos mil millon par pares
      cuanto cuantos cuanta cuantas cual cuales quien donde adonde como cuando one two three four five six seven eight nine ten hundred`,
  },
  // Words of the grammar that nothing else names.
  {
    fields: ["small"],
    is: "small",
    words: `yo tu el ella ellos ellas nosotros usted ustedes nos ello ti si se al del lo le les ha he han hasta desde entre sin ante bajo contra durante excepto salvo cuyo sus cada cualquier cualquiera ambos demas ni u e o y pues
      oh ah eh uy ay huy wow aja ajam ea ey hum mmm uff ah uh pucha vos va ve i im ive ill were youre its thats he she it we they him her them this that these those what when where who which how why is not`,
  },
];
