// Ordinary words, in the notation of asking-words.ts. A message of these alone needs no person if it greets or thanks
// (`polite`), or asks about (`inquire`, `offer`), orders (`deal`) or praises (`praise`) what is sold (`topic`). `glue`
// may join them; `weary`, `less` and `elsewhere` may not. Words of all other roles do no harm.

export const EVERYDAY_WORDS = `
[sign-up] suscribirme suscribanme suscribime suscribame suscribir resubscribe subscribe [copy] copia copy informe
[particulars] address apellido correo direccion dui email name nit nombre surname [you] bos you usted ustedes vos
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
[relative] abuela abuelo amiga amigo boss boyfriend brother companera companero cunada cunado dad daughter esposa esposo
  familia family father friend girlfriend hermana hermano hija hijo husband jefa jefe kids madre mama mami mamita marido
  mom mother novia novio padre papa papi papito parents pareja partner prima primo roommate senora sister sobrina
  sobrino suegra suegro tia tio vecina vecino wife
[gone] dead deceased died difunto equivocada equivocado equivocaron equivoco fallecida fallecido fallecio muerto murio
  wrong
[english] all again alone and any bother contact list more optout stopall unsubcribe unsuscribe are been begin call
  calls cancel continue did didnt do does dont end enough for from get help how i id ill im information is it its ive
  longer message messages my never not number of off offers on opt out please promos quit receive remove resume revoke
  send sign subscribe subscription take text texts thank thanks that the these this those to unsubscribe up want was
  what where who why with wish yes you your
[less] menos poco pocos pocas less fewer un una querria wanted o n on jaja jajaja jeje haha lol
[elsewhere] otro otros otra otras
[weary] adios chao chau siempre cada rato veces tanto tanta tantos tantas demasiado demasiados demasiada hasta jamas
[glue] el la los las un una unos unas de del a al en es esta estan son para con su sus le les mi me usted ustedes senor
  senora senorita joven nina don dona todo toda bien mucho que y o yo color grande grandes pequeno pequena mediano
  mediana azul azules rojo roja negro negra blanco blanca verde verdes amarillo rosado rosada gris cafe celeste morado i
  you your for the so much very it is red blue black white too and in si yes hoy manana media medio docena libras libra
  uno dos tres cuatro cinco seis siete ocho nueve diez lunes martes miercoles jueves viernes sabado domingo
[polite] abrazo afternoon amable amables amen anotado awesome bendicion bendiciones bendiga bendigo bendita beso
  bienvenida bienvenido birthday buen buena buenas buenos cabal cheers christmas claro confirmada confirmado confirmed
  confirmo congrats congratulations cuidate cuidense cuidese cumpleanos descanse descansen dias encantada encantado
  entendida entendido enterada enterado entiendo evening exacto excelente felices felicidades felicitaciones felicito
  feliz genial goodnight grac gracias great gustosa gustoso haha happy hello hey hi hola holi holis igualmente jaja
  jajaja jeje jiji jojo listo lol merry morning muchas muchisimas muy navidad noches ok okay okey oki okis okok ola
  perfect perfecto placer recibido saludo saludos servirle servirles servirte sii tardes thank thanks welcome
[praise] amazing barata barato beautiful bella bello bonita bonito buenisima buenisimo cara caro cheap chiva chivo cool
  cute deliciosa delicioso delicious divina divino elegante encanta encantan encantaron encanto espectacular expensive
  fabuloso fantastico fenomenal gorgeous hermosa hermoso linda lindo love loved lovely magnifico maravillosa maravilloso
  nice preciosa precioso rica rico sabrosa sabroso
[offer] abre abren atiende atienden available cierran cost costaria costo cotizacion cuesta cuestan disponible open
  precio precios price tarifa vende venden
[inquire] aceptan adonde alquilan are cobran cual cuanta cuantas cuanto cuantos do does donde entregan habra hacen hay
  how is llevan manejan ofrecen sirven tendra tendran tiene tienen traen what when where which
[deal] arrive arrived arriving book close confirm order paid pay pick pickup ~abonar ~agendar ~alquilar ~apartar
  ~confirmar ~costar:cuest ~cotizar ~depositar ~despachar ~encargar ~entregar ~llegar ~ordenar ~pagar ~reagendar
  ~recoger ~repartir ~reprogramar ~reservar ~transferir:transfier
[topic] abono accesorio aceite acondicionado adorno aguacate ajo alfombra alitas almendra almohada almohadilla almuerzo
  alquiler ambulancia ampolla anestesia anillo anona antena antibiotico anticipo apartado apartamento apple appointment
  aretes armario arroba arroz articulo articulos asado asiento atol atun audifonos avaluo avena ayote azucar bag bags
  banana banano bandeja bandera banquete baterias baul beans bed beef beer biberon bicicleta billetera bloque blusa
  bocadillo bocina boletas bolso bombillo boquitas bordado bordados bota botas botella brackets brasier bread breakfast
  brillo brocha brocoli buffet burger burrito cachorros cadena cafe cafecito cake calcetin calculadora calzado cama
  camara camaron camisa camiseta canasta candado candela candy canela cargador carne cartera casco catalogo catalogos
  cebolla cejas cemento cena cenas centavo centimetros cepillado cerdo cereal cerveza cesta ceviche chair chaleco
  chancletas chaqueta cheese chicharron chicken chocolate chorizo chumpa churrasco cilantro cilindro cincho cinta
  cinturon cirugia cita citas citi citologia clase cm coffee colador colchon colchoneta colegiatura colesterol coliflor
  collar color comercial comida comidas compra comprobante computadora concentrado conducto conserva constancia consulta
  consultas copa copia copias corbata cortina costilla cotizaciones cream crema croqueta cuaderno cuadro cubeta
  cubiertos cuchillo cuota cuotas cupcakes cupo curacion curriculum curtido cuscatlan davivienda debito delivery dentist
  depilacion deposito desayuno descuento detergente devolucion diagnostico dinner direccion discount diseno disfraz
  distribuidor docena dolar domicilio dress dulces efectivo eggs electro elote empanada empaste encargo enchilada
  encomienda encurtido endodoncia endoscopia ensalada entrega entregas envios escoba escritorio espacio espagueti espejo
  espinaca estante estilo estimate estuche examen exchange existencia extraccion facial factura facturas falda finiquito
  fish flete flor flowers foami foco food formulario foto fotografia fotos franela fresa fries frijol fruit fruta funda
  gafas galleta gallon galon gancho garantia garantias garrobo gaseosa gavetero gorra gps granola guante guayaba
  habitaciones hamaca hamburguesa harina helado hemoglobina hemograma hielo hierro higiene horario horchata horno hotdog
  hsbc huevo humidificador ice impresion impresora impuesto inch inches ingredientes inscripcion inventario invoice
  invoices inyeccion items iva ivm jabon jamon jarabe jarra jeans jocote jugo juguete juice kilo kilometro kit kits km l
  labial lamina lampara lapicero lapiz laptop lasana lavado lavadora lb lbs leche lechuga lentes levadura libra libreta
  libro licor licuadora limon linterna liquidacion litro llanta logo lomo loroco loza lunch maceta madera maiz maletin
  mamografia mango manguera manicure mantel mantequilla manzana mapa maps maquillaje maranon marca marcas mariscos
  martillo masaje mascarilla material matricula matrimonial mayonesa mayoreo medicamento medicina medida medidas meeting
  melon membrana menu mercaderia mercancia mermelada mesa metrico metro microfono microondas miel milk mochila modelo
  mojarra molde mondongo mostaza mouse mueble muebles muestra muneca nachos naranja nebulizacion nuegados oil olla ollas
  onza orange ordenes orders oregano ortodoncia ortopedia pack package pago pagos pair pan panal panera panes pantalla
  pantalon pantaloneta pants papanicolau papaya papel paquete paracetamol paraguas parking parlante parqueo parrilla
  party pasta pastel pastilla pastillas payment paypal pedicure pedido pedidos pelota peluche peperecha pepino percha
  perfume pescado pesos pestanas pichardin piece pieces pieza pijama pila pimienta pina pincel pintura pizza planilla
  plantillas platano plato poliza pollo porcion pork porton postre prestamo presupuesto prima product producto productos
  proforma promerica propina protesis puerta pulgada pulsera pupusa pupusada puzzle quesadilla queso quintal quote
  rabano radiografia ramo rasuradora recarga receipt recibo recibos reclinable refresco refri refrigeradora refund
  regadera relleno reloj rent renta repartidor repisa repollo repuesto requisito reserva reservacion resina revuelta
  revuelto rice riguas ropa ropero rosas rotulo sabana sabores salad salchicha saldo salpor salsa salt sample sandalia
  sandia sandwich sardina sarten secador secadora sello semilla semita serrucho shampoo shirt shoes short silicon silla
  sillon size soda sofa solvencia sombrero sombrilla sonda sopa sopita soup suela sueter sugar sushi sutura table tablet
  taco taladro talla tamal tamano tamarindo tambo tarifas tarjeta tarjetas tasa taza teclado tejido tela tele television
  televisor tenis terapia termo ticket tickets tijera tilapia timbre tinta tinte toalla tocino tomate tornillo torreja
  torta tortilla tostada toy toys trajes transferencia trapeador tratamiento triglicerido tuerca ubicacion ultrasonido
  unas uniforme urologo vacuna vacunas vainilla vajilla valija valor vaso vehiculo venta ventana ventilador verdura
  vestido vestidos vidrio vinagre vino vitamina voucher warranty water waze wedding wine wrap xl xs yarda yeso yogurt
  yuca zanahoria zapatera zapatilla zapato zapote
[name] acajutla adela adriana aguilar aguirre ahuachapan alas alba alejandra alejandro alex alexander alexis alfaro
  alicia alvarado amanda amaya ana andrea andres andy angela angeles antonio apaneca apopa aracely arevalo argueta ataco
  ayala ayutuxtepec barrera beatriz benitez benito berta beto blanca bolanos bonilla brayan bryan cabanas calderon
  california canales canas carlitos carlos carmen carranza castro cecilia cesar chabe chalatenango chalchuapa chela
  chepe chicas christian cisneros claudia cojutepeque colonia constitucion cornejo cortez cristian cristina cubias
  cuscatancingo daniel daniela dany david delmy deras deysi diaz diego dinora dominguez dora doris duran edith eduardo
  edwin elena elias elizabeth elsa emely emilia erika ernesto escalante escalon escamilla escobar esmeralda espana
  espinoza estela esther estrada eva evelyn fatima fernando figueroa francisca francisco gabriel gabriela gaby galdamez
  galerias gamez garcia gerardo gil gilberto gladys gloria gomez gonzalez gotera granados guadalupe guardado guatemala
  guevara guillermo gustavo gutierrez guzman haydee hector henriquez henry herbert hernandez herrera honduras houston
  hugo ilobasco ilopango ingrid iraheta irene iris isaac isabel ismael israel ivan izalco jacinto jacqueline jaime james
  javier jeannette jessica jesus jimenez joel johana john johnson jonathan jones jorge jose josefina josue jovel juan
  juana juarez juayua julia karen karla katherine kenia kevin landaverde lara laura lemus leonardo leonel leticia lety
  lidia lilian liliana linares lopez lorena lourdes lucia luis lupe machado majano majo manuel marcela marcos margarita
  mari maria marina mario maritza marlene marroquin marta martinez marvin mary maryland masferrer mauricio mayra medrano
  mejia mejicanos melara melendez melgar melvin mendez mendoza menjivar merino merliot metapan metrocentro metrosur
  mexico michael miguel milagro milton miriam mirna moises molina monge moni monica monterrosa montes morales moran
  morazan moreira morena moreno multiplaza nahuizalco nancy nando napoleon natalia navarrete navarro nejapa nelly nelson
  nena nicaragua nidia noe noemi nora norma nunez ochoa olga omar opico oralia orantes orellana ortiz oscar osorio pablo
  pacheco paco palacios panama paola pati patricia paula pedro pena penate pepe peralta perez perla pineda ponce
  portillo quezaltepeque quijano quintanilla rafael ramirez ramiro ramon ramos raul rebeca recinos redondel rene reyes
  ricardo rivas rivera robert roberto rocio rodrigo rodriguez rolando romeo romero ronald roosevelt rosales rosibel
  roxana ruben ruiz ruth saenz salazar salinas salmeron salvadorena salvadoreno samuel sanchez sandoval sandra
  santamaria sara sarai saravia saul sebastian segovia sensuntepeque sergio serrano sibrian silvia sofia sonia sonsonate
  sorto sosa soyapango stephanie suchitoto susana tatiana tecla telma teodora teresa texas tita tobar tobias tomas
  tonacatepeque tono trejo trujillo turcios ulises umana unicentro urbina usa usulutan valencia valladares vanessa
  vargas vasquez velasco velasquez venezuela vero veronica vicente victor vides viera villalta villatoro vilma virginia
  vladimir walter washington wendy wilber wilfredo william xiomara yanira yesenia yolanda york zacatecoluca zavala
  zelaya zepeda zoila zuniga
[everyday] abajo abierta abierto acaso ademas adulto agradable agricola aguinaldo aire albanil aleluya alergia algo
  algodon alguien almacen alrededor alta altos altura amabilidad amarilla ancho angel angosto aniversario ano anos anual
  apenas appreciate arena arquitecto arriba artesanal artificial asesor asesora asueto atras ausencia ausente autentico
  auto away bank barberia basica basico bastante bateria beige best better bicho big bigger bit bitcoin bless bodas
  bodega bolsa bomba bombero bought brand brete brevedad brillante bring brought brown bucks bueno bukele bus buy
  caballo cabeza cachorro cafeteria caja cajera calidad caliente came camino camion campos cancer cancha cantor capaz
  cardiologo carpintero casada casera casero cash casi castillo central centro charge charged cheaper check chef chele
  chelito chica chico chile chiquita chiquito chistoso chose chucho cierta cipota cipote circulacion clavo clean
  cleaning clinica closed cocinera cold colon comedor comico coming comoda comodo comun consigo consiste consuelo
  consultorio contenta contento contigo contreras control cook cooking corazon cordial correspondiente corrientes
  costurera creemos cristo cruda crudo cruz cry cuadrada cuadrado cuaresma cuarto cuero cupon curiosa curioso cuya cuyo
  dare debajo decimos delante delgada delgado deliver delivered dentista dentro derecha dermatologo despacio detras
  diabetes diaria diario diente diera diferente different dificil diga digame digan digital divertida divertido
  documento dollars dolor dorada dorado dozen drink drive driving dulce easter easy eat economica economico ejecutiva
  ejecutivo ejemplo electrica electricista electrico ellas ellos embarazada embarazo emergencia empty encantador
  encantadora encima enferma enfermera enfermo enfrente enlace enorme enseguida entera entero eramos eres espalda
  especial estaban estacionamiento estadio estara estaran estare estaremos estaria estomago estupenda estupendo estuve
  estuvimos eterna exacta excepto extra fabrica facil famosa famoso far farmacia fast favorite feel feels felt
  ferreteria fiebre fina find finish finished fino first fisica fit fits flaca flaco fly flying fontanero found franco
  free frenos frente fresca fresco fresh fria friday frita frito fucsia fueron fuerte fuesen fui fuimos gallina gas
  gasolinera gata gatito gato gente gerente gigante ginecologo go gone goodbye gorda gordo gracioso grama gran
  grandecito gratis gratuita gratuito green gripe grueso guapa guapo guarde guardia guess half happen happened hara
  haran hard helada hemos here hicieron hicimos hijas hizo hombre hope hot hoyy hr hubiera hubiese huele hum humedo hurt
  hurts iban ideal ido igual imagen impermeable impresionante inalambrico inclusive incluso increible infantil ingles
  inside integral inteligente ira iran ire iremos iria izquierda jajajaja juega juegan junto kept kitchen know
  laboratorio ladrillo larga large larger largo last laugh laughing learn learning left lejitos lejos lenta lento leon
  let lets libertad libre ligera ligero liked lima limpieza link listen listening little live lived liviano living llave
  lleg located location long look looked looking looks lotes lotificacion loving made maduro mano manual many mascota
  maybe mayor mecanico medico medium meet mega menor mensajero mensual menudeo mera mercado mercedes mero mesero meses
  metalico microbus might millon min mini miniatura mins minutes minuto missed mitad mixta mixto moderna moderno moment
  momento month morada moto motor moved mujer nance natural near nearest necesaria necesario needed negociable nevando
  new next ninos nochebuena normal noticia nutricionista oclock odontologo oftalmologo oigo ojala ojos operacion ordered
  orgullosa orgulloso oriente original orina ortopeda other outside pagina pajaro palma panaderia par pared parto pascua
  paseo pasteleria pastor pastora patio pediatra perfecta perhaps perrita perrito persiana picked piel pies pink pinto
  pintor piso pisto plastico plata plateado play plaza plazo plus poca podre portatil pray premio premium pretty primera
  primero principal privada problema profesional pronto proveedor proxima psicologo publica publico pucha puchica
  pupuseria puse quarter quepo quick quincenal racion rapida rapido rara raro ratito read reading ready receta recien
  recta recto redonda redondo referencia reina remate res resistente respectivo restaurante ride riding rifa rodilla
  rosa rosario rubio run running runs ruta sacerdote sacos safe sal salado salon salud salvador salvo same san sangre
  santos saved second see seem seems segunda segundo segura selecta selling sells sencilla sencillo sera seran shipped
  showed shown shows siguiente simple sintetico sintio sitio sleep sleeping slow small smaller smell smith soft sola
  sold soltera soltero sorteo sos soto sounds spend spent spicy starting store study studying suave sucio supe super
  superior supermercado surtido sweet taking tall talvez tanque taste taxi teach teaching techo tendre tendria tenes
  tenian tenido teniendo tercera tercero terminal terreno thats there think thnx thx ti tibio time tonight took torres
  tos traiga traigan traigo trajo transparente tried tries triste tropical trying turn turquesa tuve tuvimos ty uber uff
  ultima ultimo ultra unica unico unidad unidos union util uva uy vaca vacation various vas vea veamos vean vega vegano
  vegetariano vemos ven vendedor vendedora vendra vendran vendre venga vengan venganse vengase vengo ventura veria
  veterinaria videos viendo vieron vio virgen virtual visit visiting volcan voy wait waiting walk walking wallet warm
  watch watching wear wearing website week weeks went whole wide won wonder wondering working wow xd year yellow yendo
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
  ~subir ~tardar ~temblar:tiembl ~traer ~vacunar ~valer ~vestir:vist ~viajar ~volar:vuel`;
