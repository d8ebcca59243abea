// Ordinary words, in the notation of asking-words.ts. A message of these alone needs no person if it greets or thanks
// (`polite`), or asks about (`inquire`, `offer`), orders (`deal`) or praises (`praise`) what is sold (`topic`). `glue`
// may join them; `weary`, `less` and `elsewhere` may not. Words of all other roles do no harm.

export const EVERYDAY_WORDS = `
[sign-up] suscribirme suscribanme suscribime suscribame suscribir resubscribe subscribe [copy] copia copy informe
[you] bos you usted/es vos
[as-well] tambien tbn tmb tb igualmente asimismo also too ambos both [=manner] asi [hold] agarraron [mine] mias mios
[message] crap [quiet] all completamente completo cosas id total [write] +text +message [outcome] ~entregar
[way-whatsapp] ws
[one] cero uno dos tres cuatro cinco seis siete ocho nueve cien ciento doscientos trescientos cuatrocientos quinientos
  seiscientos setecientos ochocientos novecientos mil doble triple zero one two three four five six seven eight nine
  hundred thousand double
[numeral] diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos
  veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen
[ten] treinta cuarenta cincuenta sesenta setenta ochenta noventa twenty thirty forty fifty sixty seventy eighty ninety
[relative] boyfriend family friend girlfriend jefa kids mami mamita marido papi papito parents pareja partner roommate
[english] all again alone and any bother contact list more optout stopall unsubcribe unsuscribe are been begin call/s
  cancel continue did didnt do/es dont end enough for from get help how i id ill im information is it/s ive longer
  message/s my never not number of off offers on opt out please promos quit receive remove resume revoke send sign
  subscribe subscription take text/s thank/s that the these this those to unsubscribe up want was what where who why
  with wish yes you your
[less] menos poco/s pocas less fewer un una querria wanted o n on jaja jajaja jeje haha lol
[elsewhere] otro/a/s
[weary] adios chao chau siempre cada rato veces tanto/a/s demasiado/a demasiados hasta jamas
[glue] su/s le/s me usted/es senor/a senorita joven nina don dona mucho color grande/s pequeno/a mediano/a azul/es
  rojo/a negro/a blanco/a verde/s amarillo rosado/a gris cafe celeste morado you the much very it red blue black white
  too si yes media docena libra/s uno dos tres cuatro cinco seis siete ocho nueve diez
[polite] abrazo afternoon anotado awesome bendicion bendita beso bienvenido/a cheers christmas confirmado/a confirmed
  confirmo congrats congratulations cuidate cuidense dias encantado/a entendida entiendo evening exacto felicidades
  felicitaciones felicito genial goodnight grac gustoso/a holi/s jiji jojo merry muy noches okay okok perfect saludo
  servirles servirte sii tardes
[praise] amazing barato/a beautiful bello/a bonito/a buenisimo/a caro/a cheap chivo/a cool cute delicioso/a delicious
  divino/a elegante encantan encantaron encanto/a espectacular expensive fabuloso fantastico fenomenal gorgeous
  hermoso/a lindo/a love loved lovely magnifico maravilloso/a nice precioso/a rico/a sabroso/a
[offer] abre abren atiende atienden available cierran cost costaria costo cotizacion cuesta cuestan disponible open
  precio/s price tarifa vende venden
[inquire] aceptan adonde alquilan are cobran cual cuanto/a/s do/es donde entregan habra hacen hay how is llevan manejan
  ofrecen sirven tendra tendran tiene tienen traen what when where which
[deal] arrive arrived arriving book close confirm order paid pay pick pickup ~abonar ~agendar ~alquilar ~apartar
  ~confirmar ~costar:cuest ~cotizar ~depositar ~despachar ~encargar ~entregar ~llegar ~ordenar ~pagar ~reagendar
  ~recoger ~repartir ~reprogramar ~reservar ~transferir:transfier
[topic] accesorio aceite acondicionado adorno aguacate ajo alfombra alitas almendra almohada almohadilla almuerzo
  alquiler ambulancia ampolla anestesia anillo anona antena antibiotico anticipo apartado apartamento apple aretes
  armario arroba arroz asado asiento atol atun audifonos avaluo avena ayote bag/s banano/a bandeja banquete baterias
  baul beans bed beef beer biberon bicicleta billetera bloque blusa bocadillo bocina boletas bolso bombillo boquitas
  bordado/s bota/s botella brasier bread breakfast brillo brocha brocoli buffet burger burrito cachorros cadena cafe
  cafecito cake calcetin calculadora calzado camara camaron camisa camiseta canasta candado candela candy canela
  cargador carne cartera casco catalogo/s cejas cemento cena/s centavo centimetros cepillado cerdo cereal cerveza cesta
  ceviche chair chaleco chancletas chaqueta cheese chicharron chicken chocolate chorizo chumpa churrasco cilantro
  cilindro cincho cinta cinturon cirugia citi citologia cm coffee colador colchon colchoneta colegiatura colesterol
  coliflor collar comercial comida/s comprobante computadora concentrado conducto conserva consultas copa corbata
  cortina costilla cotizaciones cream crema croqueta cuaderno cuadro cubeta cubiertos cuchillo cupcakes cupo curacion
  curriculum curtido cuscatlan davivienda dentist depilacion desayuno detergente diagnostico dinner discount diseno
  disfraz distribuidor docena dolar dress dulces eggs electro elote empanada empaste encargo enchilada encurtido
  endodoncia endoscopia ensalada entregas envios escoba escritorio espacio espagueti espejo espinaca estante estilo
  estimate estuche exchange existencia extraccion facial falda finiquito fish flete flor flowers foami foco food
  formulario fotografia franela fresa fries frijol fruit fruta funda gafas galleta gallon galon gancho garrobo gaseosa
  gavetero gorra gps granola guante guayaba habitaciones hamaca hamburguesa harina helado hemoglobina hemograma hielo
  hierro higiene horario horchata horno hotdog hsbc huevo humidificador ice impresion impresora inch/es ingredientes
  inventario inyeccion ivm jabon jamon jarabe jarra jeans jocote jugo juguete juice kilo kilometro kit/s km l labial
  lamina lampara lapicero lapiz laptop lasana lavado lavadora lb/s leche lechuga lentes levadura libreta libro/a licor
  licuadora limon linterna liquidacion litro llanta logo lomo loroco loza lunch maceta madera maiz maletin mamografia
  mango manguera manicure mantel mantequilla manzana mapa maps maquillaje maranon marcas mariscos martillo masaje
  mascarilla material matrimonial mayonesa mayoreo medida/s melon membrana mercancia mermelada metrico metro microfono
  microondas miel milk mochila mojarra molde mondongo mostaza mouse mueble muestra muneca nachos naranja nebulizacion
  nuegados oil olla/s onza orange oregano ortodoncia ortopedia pack pair pan/es panal panera pantalla pantalon
  pantaloneta pants papanicolau papaya papel paracetamol paraguas parking parlante parqueo parrilla party pasta pastel
  pastilla paypal pedicure pelota peluche peperecha pepino percha perfume pescado pesos pestanas pichardin piece/s pieza
  pijama pila pimienta pina pincel pintura pizza planilla plantillas platano plato pollo porcion pork porton postre
  prima proforma promerica propina protesis pulgada pulsera pupusa pupusada puzzle quesadilla queso quintal quote rabano
  radiografia ramo rasuradora recarga receipt reclinable refresco refri refrigeradora regadera relleno reloj rent renta
  repartidor repisa repollo repuesto requisito resina revuelto/a rice riguas ropero rosas rotulo sabana sabores salad
  salchicha salpor salsa salt sample sandalia sandia sandwich sardina sarten secador/a sello semilla semita serrucho
  shampoo shirt shoes short silicon silla sillon size soda sofa solvencia sombrero sombrilla sonda sopa sopita soup
  suela sueter sugar sushi sutura table tablet taco taladro tamal tamano tamarindo tambo tarifas tasa taza teclado
  tejido tela tele television televisor tenis termo tijera tilapia timbre tinta tinte toalla tocino tomate tornillo
  torreja torta tortilla tostada toy/s trajes transferencia trapeador triglicerido tuerca ubicacion ultrasonido unas
  uniforme urologo vacuna/s vainilla vajilla valija valor vaso venta ventana ventilador verdura vestido/s vidrio vinagre
  vino vitamina voucher warranty water waze wedding wine wrap xl xs yarda yogurt yuca zanahoria zapatera zapatilla
  zapato zapote
[name] campos cruz dolores flores franco leon luz mercedes paz rios rosa torres acajutla adela adriana aguilar aguirre
  ahuachapan alas alba alejandro/a alex alexander alexis alfaro alicia alvarado amanda amaya ana andrea andres andy
  angela angeles antonio apaneca apopa aracely arevalo argueta ataco ayala ayutuxtepec barrera beatriz benitez benito
  berta beto blanca bolanos bonilla brayan bryan cabanas calderon california canales canas carlitos carlos carmen
  carranza castro cecilia cesar chabe chalatenango chalchuapa chela chepe chicas christian cisneros claudia cojutepeque
  colonia constitucion cornejo cortez cristian cristina cubias cuscatancingo daniel daniela dany david delmy deras deysi
  diaz diego dinora dominguez dora doris duran edith eduardo edwin elena elias elizabeth elsa emely emilia erika ernesto
  escalante escalon escamilla escobar esmeralda espana espinoza estela esther estrada eva evelyn fatima fernando
  figueroa francisco/a gabriel gabriela gaby galdamez galerias gamez garcia gerardo gil gilberto gladys gloria gomez
  gonzalez gotera granados guadalupe guardado guatemala guevara guillermo gustavo gutierrez guzman haydee hector
  henriquez henry herbert hernandez herrera honduras houston hugo ilobasco ilopango ingrid iraheta irene iris isaac
  isabel ismael israel ivan izalco jacinto jacqueline jaime james javier jeannette jessica jesus jimenez joel johana
  john johnson jonathan jones jorge jose josefina josue jovel juan juana juarez juayua julia karen karla katherine kenia
  kevin landaverde lara laura lemus leonardo leonel leticia lety lidia lilian liliana linares lopez lorena lourdes lucia
  luis lupe machado majano majo manuel marcela marcos margarita mari marina mario/a maritza marlene marroquin marta
  martinez marvin mary maryland masferrer mauricio mayra medrano mejia mejicanos melara melendez melgar melvin mendez
  mendoza menjivar merino merliot metapan metrocentro metrosur mexico michael miguel milagro milton miriam mirna moises
  molina monge moni monica monterrosa montes morales moran morazan moreira moreno/a multiplaza nahuizalco nancy nando
  napoleon natalia navarrete navarro nejapa nelly nelson nena nicaragua nidia noe noemi nora norma nunez ochoa olga omar
  opico oralia orantes orellana ortiz oscar osorio pablo pacheco paco palacios panama paola pati patricia paula pedro
  pena penate pepe peralta perez perla pineda ponce portillo quezaltepeque quijano quintanilla rafael ramirez ramiro
  ramon ramos raul rebeca recinos redondel rene reyes ricardo rivas rivera robert roberto rocio rodrigo rodriguez
  rolando romeo romero ronald roosevelt rosales rosibel roxana ruben ruiz ruth saenz salazar salinas salmeron
  salvadoreno/a samuel sanchez sandoval sandra santamaria sara sarai saravia saul sebastian segovia sensuntepeque sergio
  serrano sibrian silvia sofia sonia sonsonate sorto sosa soyapango stephanie suchitoto susana tatiana tecla telma
  teodora teresa texas tita tobar tobias tomas tonacatepeque tono trejo trujillo turcios ulises umana unicentro urbina
  usa usulutan valencia valladares vanessa vargas vasquez velasco velasquez venezuela vero veronica vicente victor vides
  viera villalta villatoro vilma virginia vladimir walter washington wendy wilber wilfredo william xiomara yanira
  yesenia yolanda york zacatecoluca zavala zelaya zepeda zoila zuniga
[everyday] abajo abierto/a acaso ademas adulto agradable agricola aguinaldo aire albanil aleluya alergia algo algodon
  alguien almacen alrededor alta altos altura amabilidad amarilla ancho angel angosto aniversario ano/s anual apenas
  appreciate arena arquitecto arriba artesanal artificial asesor/a asueto atras ausencia ausente autentico auto away
  bank barberia basico/a bastante bateria beige best better bicho big bigger bit bitcoin bless bodas bodega bolsa bomba
  bombero bought brand brete brevedad brillante bring brought brown bucks bueno bukele bus buy caballo cabeza cachorro
  cafeteria caja cajera calidad caliente came camino camion campos cancer cancha cantor capaz cardiologo carpintero
  casada casero/a cash casi castillo central centro charge charged cheaper check chef chele chelito chico/a chile
  chiquito/a chistoso chose chucho cierta cipota cipote circulacion clavo clean cleaning clinica closed cocinera cold
  colon comedor comico coming comodo/a comun consigo consiste consuelo consultorio contento/a contigo contreras control
  cook cooking corazon cordial correspondiente corrientes costurera creemos cristo crudo/a cruz cry cuadrado/a cuaresma
  cuarto cuero cupon curioso/a cuyo/a dare debajo decimos delante delgado/a deliver delivered dentista dentro derecha
  dermatologo despacio detras diabetes diario/a diente diera diferente different dificil diga digame digan digital
  divertido/a documento dollars dolor dorado/a dozen drink drive driving dulce easter easy eat economico/a ejecutivo/a
  ejemplo electricista electrico/a ellas ellos embarazada embarazo emergencia empty encantador/a encima enfermera
  enfermo/a enfrente enlace enorme enseguida entero/a eramos eres espalda especial estaban estacionamiento estadio
  estara estaran estare estaremos estaria estomago estupendo/a estuve estuvimos eterna exacta excepto extra fabrica
  facil famoso/a far farmacia fast favorite feel/s felt ferreteria fiebre find finish finished fino/a first fisica fit/s
  flaco/a fly flying fontanero found franco free frenos frente fresco/a fresh fria friday frito/a fucsia fueron fuerte
  fuesen fui fuimos gallina gas gasolinera gatito gato/a gente gerente gigante ginecologo go gone goodbye gordo/a
  gracioso grama gran grandecito gratis gratuito/a green gripe grueso guapo/a guarde guardia guess half happen happened
  hara haran hard helada hemos here hicieron hicimos hijas hizo hombre hope hot hoyy hr hubiera hubiese huele hum humedo
  hurt/s iban ideal ido igual imagen impermeable impresionante inalambrico inclusive incluso increible infantil ingles
  inside integral inteligente ira iran ire iremos iria izquierda jajajaja juega juegan junto kept kitchen know
  laboratorio ladrillo large larger largo/a last laugh laughing learn learning left lejitos lejos lento/a leon let/s
  libertad libre ligero/a liked lima limpieza link listen listening little live lived liviano living llave lleg located
  location long look/s looked looking lotes lotificacion loving made maduro mano manual many mascota maybe mayor
  mecanico medico medium meet mega menor mensajero mensual menudeo mercado mercedes mero/a mesero meses metalico
  microbus might millon min/s mini miniatura minutes minuto missed mitad mixto/a moderno/a moment momento month morada
  moto motor moved mujer nance natural near nearest necesario/a needed negociable nevando new next ninos nochebuena
  normal noticia nutricionista oclock odontologo oftalmologo oigo ojala ojos operacion ordered orgulloso/a oriente
  original orina ortopeda other outside pagina pajaro palma panaderia par pared parto pascua paseo pasteleria pastor/a
  patio pediatra perfecta perhaps perrito/a persiana picked piel pies pink pinto pintor piso pisto plastico plata
  plateado play plazo/a plus poca podre portatil pray premio premium pretty primero/a principal privada problema
  profesional pronto proveedor proxima psicologo publico/a pucha puchica pupuseria puse quarter quepo quick quincenal
  racion rapido/a raro/a ratito read reading ready receta recien recto/a redondo/a referencia reina remate res
  resistente respectivo restaurante ride riding rifa rodilla rosa rosario rubio run/s running ruta sacerdote sacos safe
  sal salado salon salud salvador salvo same san sangre santos saved second see seem/s segundo/a segura selecta selling
  sells sencillo/a sera seran shipped showed shown shows siguiente simple sintetico sintio sitio sleep sleeping slow
  small smaller smell smith soft sola sold soltero/a sorteo sos soto sounds spend spent spicy starting store study
  studying suave sucio supe super superior supermercado surtido sweet taking tall talvez tanque taste taxi teach
  teaching techo tendre tendria tenes tenian tenido teniendo tercero/a terminal terreno thats there think thnx thx ti
  tibio time tonight took torres tos traigan traigo/a trajo transparente tried tries triste tropical trying turn
  turquesa tuve tuvimos ty uber uff ultimo/a ultra unico/a unidad unidos union util uva uy vaca vacation various vas vea
  veamos vean vega vegano vegetariano vemos ven vendedor/a vendra vendran vendre vengan venganse vengase vengo/a ventura
  veria veterinaria videos viendo vieron vio virgen virtual visit visiting volcan voy wait waiting walk walking wallet
  warm watch watching wear wearing website week/s went whole wide won wonder wondering working wow xd year yellow yendo
  youre yup ~acompanar ~acostar:acuest ~adelantar ~adorar ~ahorrar ~alabar ~alegrar ~almorzar:almuerz ~amar ~anotar
  ~apoyar ~aprender ~apurar ~arreglar ~atrasar ~avanzar ~ayudar ~banar ~barrer ~beber ~bendecir ~bordar ~bucear ~caber
  ~calificar ~cantar ~catar ~celebrar ~cenar ~checar ~chequear ~citar ~cobrar ~cocinar ~comenzar:comienz ~comer
  ~comprender ~conducir ~conectar ~construir ~consultar ~contar:cuent ~contratar ~correr ~corresponder ~coser ~crecer
  ~creer ~cruzar ~cuidar ~cumplir ~curar ~deber ~depender ~desayunar ~descansar ~descargar ~despertar:despiert
  ~devolver:devuelv ~disculpar ~doblar ~doler:duel ~dormir:duerm:durm ~durar ~elegir:elij ~empezar:empiez ~encantar
  ~encender:enciend ~ensenar ~entender:entiend ~esperar ~estrechar ~estrenar ~exportar ~extranar ~faltar ~felicitar
  ~fiar ~firmar ~funcionar ~girar ~gustar ~hallar ~hornear ~imaginar ~importar ~imprimir ~informar ~iniciar ~instalar
  ~intentar ~interesar ~invertir:inviert ~jugar ~lavar ~leer ~levantar ~llevar ~llover:lluev ~manchar ~manejar
  ~matricular ~medir:mid ~mirar ~mover:muev ~ocupar ~operar ~orar ~parecer ~parquear ~peinar ~pensar:piens ~perder:pierd
  ~perdonar ~pesar ~planchar ~preferir:prefier ~preguntar ~prender:prend ~preocupar ~preparar ~presentar ~prestar
  ~probar:prueb ~programar ~pulir ~quedar ~rebajar ~reclinar ~recomendar:recomiend ~regalar ~registrar ~regresar
  ~renovar:renuev ~rentar ~reparar ~revisar ~rezar ~sanar ~secar ~sembrar:siembr ~sentir:sient ~servir:sirv ~sobrar
  ~subir ~tardar ~temblar:tiembl ~traer ~vacunar ~valer ~vestir:vist ~viajar ~volar:vuel
`;
