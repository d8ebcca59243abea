// Ordinary words, in the notation of asking-words.ts. A message of these alone needs no person if it greets or thanks
// (`polite`), or asks about (`inquire`, `offer`), orders (`deal`) or praises (`praise`) what is sold (`topic`). `glue`
// may join them; `weary`, `less` and `elsewhere` may not. Words of all other roles do no harm.

export const EVERYDAY_WORDS = `
[sign-up] suscribirme suscribanme suscribime suscribame suscribir resubscribe subscribe
[copy] copia copy informe
[particulars] address apellido correo direccion dui email name nit nombre surname
[you] bos you usted ustedes vos
[as-well] tambien tbn tmb tb igualmente asimismo also too ambos both
[=manner] asi
[hold] agarraron
[mine] mias mios
[message] crap
[quiet] all completamente completo cosas id total
[write] +text +message
[outcome] ~entregar
[way-whatsapp] ws
[one] cero uno dos tres cuatro cinco seis siete ocho nueve cien ciento doscientos trescientos cuatrocientos quinientos
  seiscientos setecientos ochocientos novecientos mil doble triple zero one two three four five six seven eight nine
  hundred thousand double
[numeral] diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos
  veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen
[ten] treinta cuarenta cincuenta sesenta setenta ochenta noventa twenty thirty forty fifty sixty seventy eighty ninety
[relative] abuela abuelo amiga amigo boss boyfriend brother companera companero cunada cunado dad daughter esposa
  esposo familia family father friend girlfriend hermana hermano hija hijo husband jefa jefe kids madre mama mami
  mamita marido mom mother novia novio padre papa papi papito parents pareja partner prima primo roommate senora sister
  sobrina sobrino suegra suegro tia tio vecina vecino wife
[gone] dead deceased died difunto equivocada equivocado equivocaron equivoco fallecida fallecido fallecio muerto murio
  wrong
[english] all again alone and any bother contact list more optout stopall unsubcribe unsuscribe are been begin
  call calling calls cancel continue did didnt do does dont end enough for from get help how i id ill im information is
  it its ive longer message messages messaging my never not number of off offers on opt out please promos quit receive
  receiving remove resume revoke send sending sign subscribe subscription take text texting texts thank thanks that the
  these this those to unsubscribe up want was what where who why with wish yes you your
[less] menos poco pocos pocas less fewer un una queria querria wanted o n on jaja jajaja jeje haha lol
[elsewhere] otro otros otra otras
[weary] adios chao chau siempre cada rato veces tanto tanta tantos tantas demasiado demasiados demasiada hasta jamas
[glue] el la los las un una unos unas de del a al en es esta estan son para con su sus le les mi me usted ustedes senor
  senora senorita joven nina don dona todo toda bien mucho que y o yo color grande grandes pequeno pequena mediano
  mediana azul azules rojo roja negro negra blanco blanca verde verdes amarillo rosado rosada gris cafe celeste morado
  i you your for the so much very it is red blue black white too and in si yes hoy manana media medio docena libras
  libra uno dos tres cuatro cinco seis siete ocho nueve diez lunes martes miercoles jueves viernes sabado domingo
[polite] abrazo afternoon amable amables amen anotado awesome bendicion bendiciones bendiga bendigo bendita beso
  bienvenida bienvenido birthday buen buena buenas buenos cabal cheers christmas claro confirmada confirmado confirmed
  confirmo congrats congratulations cuidate cuidense cuidese cumpleanos descanse descansen dias encantada encantado
  entendida entendido enterada enterado entiendo evening exacto excelente felices felicidades felicitaciones felicito
  feliz genial goodnight grac gracias great gustosa gustoso haha happy hello hey hi hola holi holis igualmente jaja
  jajaja jeje jiji jojo listo lol merry morning muchas muchisimas muy navidad noches ok okay okey oki okis okok ola
  perfect perfecto placer recibido saludo saludos servirle servirles servirte sii tardes thank thanks welcome
[praise] amazing barata barato beautiful bella bello bonita bonito buenisima buenisimo cara caro cheap chiva chivo cool
  cute deliciosa delicioso delicious divina divino elegante encanta encantan encantaron encanto espectacular expensive
  fabuloso fantastico fenomenal gorgeous hermosa hermoso linda lindo love loved lovely magnifico maravillosa
  maravilloso nice preciosa precioso rica rico sabrosa sabroso
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
  collar color comercial comida comidas compra comprobante computadora concentrado conducto conserva constancia
  consulta consultas copa copia copias corbata cortina costilla cotizaciones cream crema croqueta cuaderno cuadro
  cubeta cubiertos cuchillo cuota cuotas cupcakes cupo curacion curriculum curtido cuscatlan davivienda debito delivery
  dentist depilacion deposito desayuno descuento detergente devolucion diagnostico dinner direccion discount diseno
  disfraz distribuidor docena dolar domicilio dress dulces efectivo eggs electro elote empanada empaste encargo
  enchilada encomienda encurtido endodoncia endoscopia ensalada entrega entregas envios escoba escritorio espacio
  espagueti espejo espinaca estante estilo estimate estuche examen exchange existencia extraccion facial factura
  facturas falda finiquito fish flete flor flowers foami foco food formulario foto fotografia fotos franela fresa fries
  frijol fruit fruta funda gafas galleta gallon galon gancho garantia garantias garrobo gaseosa gavetero gorra gps
  granola guante guayaba habitaciones hamaca hamburguesa harina helado hemoglobina hemograma hielo hierro higiene
  horario horchata horno hotdog hsbc huevo humidificador ice impresion impresora impuesto inch inches ingredientes
  inscripcion inventario invoice invoices inyeccion items iva ivm jabon jamon jarabe jarra jeans jocote jugo juguete
  juice kilo kilometro kit kits km l labial lamina lampara lapicero lapiz laptop lasana lavado lavadora lb lbs leche
  lechuga lentes levadura libra libreta libro licor licuadora limon linterna liquidacion litro llanta logo lomo loroco
  loza lunch maceta madera maiz maletin mamografia mango manguera manicure mantel mantequilla manzana mapa maps
  maquillaje maranon marca marcas mariscos martillo masaje mascarilla material matricula matrimonial mayonesa mayoreo
  medicamento medicina medida medidas meeting melon membrana menu mercaderia mercancia mermelada mesa metrico metro
  microfono microondas miel milk mochila modelo mojarra molde mondongo mostaza mouse mueble muebles muestra muneca
  nachos naranja nebulizacion nuegados oil olla ollas onza orange ordenes orders oregano ortodoncia ortopedia pack
  package pago pagos pair pan panal panera panes pantalla pantalon pantaloneta pants papanicolau papaya papel paquete
  paracetamol paraguas parking parlante parqueo parrilla party pasta pastel pastilla pastillas payment paypal pedicure
  pedido pedidos pelota peluche peperecha pepino percha perfume pescado pesos pestanas pichardin piece pieces pieza
  pijama pila pimienta pina pincel pintura pizza planilla plantillas platano plato poliza pollo porcion pork porton
  postre prestamo presupuesto prima product producto productos proforma promerica propina protesis puerta pulgada
  pulsera pupusa pupusada puzzle quesadilla queso quintal quote rabano radiografia ramo rasuradora recarga receipt
  recibo recibos reclinable refresco refri refrigeradora refund regadera relleno reloj rent renta repartidor repisa
  repollo repuesto requisito reserva reservacion resina revuelta revuelto rice riguas ropa ropero rosas rotulo sabana
  sabores salad salchicha saldo salpor salsa salt sample sandalia sandia sandwich sardina sarten secador secadora sello
  semilla semita serrucho shampoo shirt shoes short silicon silla sillon size soda sofa solvencia sombrero sombrilla
  sonda sopa sopita soup suela sueter sugar sushi sutura table tablet taco taladro talla tamal tamano tamarindo tambo
  tarifas tarjeta tarjetas tasa taza teclado tejido tela tele television televisor tenis terapia termo ticket tickets
  tijera tilapia timbre tinta tinte toalla tocino tomate tornillo torreja torta tortilla tostada toy toys trajes
  transferencia trapeador tratamiento triglicerido tuerca ubicacion ultrasonido unas uniforme urologo vacuna vacunas
  vainilla vajilla valija valor vaso vehiculo venta ventana ventilador verdura vestido vestidos vidrio vinagre vino
  vitamina voucher warranty water waze wedding wine wrap xl xs yarda yeso yogurt yuca zanahoria zapatera zapatilla
  zapato zapote
[name] acajutla adela adriana aguilar aguirre ahuachapan alas alba alejandra alejandro alex alexander alexis alfaro
  alicia alvarado amanda amaya ana andrea andres andy angela angeles antonio apaneca apopa aracely arevalo argueta
  ataco ayala ayutuxtepec barrera beatriz benitez benito berta beto blanca bolanos bonilla brayan bryan cabanas
  calderon california canales canas carla carlitos carlos carmen carranza castro cecilia cesar chabe chalatenango
  chalchuapa chela chepe chicas christian cisneros claudia cojutepeque colonia constitucion cornejo cortez cristian
  cristina cubias cuscatancingo daniel daniela dany david delmy deras deysi diaz diego dinora dominguez dora doris
  duran edith eduardo edwin elena elias elizabeth elsa emely emilia erika ernesto escalante escalon escamilla escobar
  esmeralda espana espinoza estela esther estrada eva evelyn fatima fernando figueroa francisca francisco gabriel
  gabriela gaby galdamez galerias gamez garcia gerardo gil gilberto gladys gloria gomez gonzalez gotera granados
  guadalupe guardado guatemala guevara guillermo gustavo gutierrez guzman haydee hector henriquez henry herbert
  hernandez herrera honduras houston hugo ilobasco ilopango ingrid iraheta irene iris isaac isabel ismael israel ivan
  izalco jacinto jacqueline jaime james javier jeannette jessica jesus jimenez joel johana john johnson jonathan jones
  jorge jose josefina josue jovel juan juana juarez juayua julia karen karla katherine kenia kevin landaverde lara
  laura lemus leonardo leonel leticia lety lidia lilian liliana linares lopez lorena lourdes lucia luis lupe machado
  majano majo manuel marcela marcos margarita mari maria marina mario maritza marlene marroquin marta martinez marvin
  mary maryland masferrer mauricio mayra medrano mejia mejicanos melara melendez melgar melvin mendez mendoza menjivar
  merino merliot metapan metrocentro metrosur mexico michael miguel milagro milton miriam mirna moises molina monge
  moni monica monterrosa montes morales moran morazan moreira morena moreno multiplaza nahuizalco nancy nando napoleon
  natalia navarrete navarro nejapa nelly nelson nena nicaragua nidia noe noemi nora norma nunez ochoa olga omar opico
  oralia orantes orellana ortiz oscar osorio pablo pacheco paco palacios panama paola pati patricia paula pedro pena
  penate pepe peralta perez perla pineda ponce portillo quezaltepeque quijano quintanilla rafael ramirez ramiro ramon
  ramos raul rebeca recinos redondel rene reyes ricardo rivas rivera robert roberto rocio rodrigo rodriguez rolando
  romeo romero ronald roosevelt rosales rosibel roxana ruben ruiz ruth saenz salazar salinas salmeron salvadorena
  salvadoreno samuel sanchez sandoval sandra santamaria sara sarai saravia saul sebastian segovia sensuntepeque sergio
  serrano sibrian silvia sofia sonia sonsonate sorto sosa soyapango stephanie suchitoto susana tatiana tecla telma
  teodora teresa texas tita tobar tobias tomas tonacatepeque tono trejo trujillo turcios ulises umana unicentro urbina
  usa usulutan valencia valladares vanessa vargas vasquez velasco velasquez venezuela vero veronica vicente victor
  vides viera villalta villatoro vilma virginia vladimir walter washington wendy wilber wilfredo william xiomara yanira
  yesenia yolanda york zacatecoluca zavala zelaya zepeda zoila zuniga
[everyday] abajo abierta abierto abril acaso ademas adios adulto agosto agradable agricola aguinaldo aire albanil
  aleluya alergia algo algodon alguien almacen alrededor alta altos altura amabilidad amarilla amarillo ancho angel
  angosto aniversario ano anos anteayer antier anual apenas appreciate april arena arquitecto arriba artesanal
  artificial asesor asesora asueto atras august ausencia ausente autentico auto away ayer azul bank barberia basica
  basico bastante bateria beige best better bicho big bigger bit bitcoin blanco bless blue bodas bodega bolsa bomba
  bombero bought brand brete brevedad brillante bring brought brown bucks bueno bukele bus buy caballo cabeza cachorro
  cafeteria caja cajera calidad caliente came camino camion campos cancer cancha cantor capaz cardiologo carpintero
  casada casera casero cash casi castillo catorce celeste central centro chao charge charged chau cheaper check chef
  chele chelito chica chico chile chiquita chiquito chistoso chose chucho cien cierta cinco cincuenta cipota cipote
  circulacion clavo clean cleaning clinica closed cocinera cold colon comedor comico coming comoda comodo completa
  comun consigo consiste consuelo consultorio contenta contento contigo contra contreras control cook cooking corazon
  cordial correspondiente corrientes costurera creemos cristo cruda crudo cruz cry cuadrada cuadrado cuarenta cuaresma
  cuarto cuatro cuero cupon curiosa curioso cuya cuyo dando dare debajo december decimos delante delgada delgado
  deliver delivered dentista dentro derecha dermatologo despacio detras diabetes diaria diario diciembre dieciseis
  diente diera diez diferente different dificil diga digame digan digital divertida divertido doce documento dollars
  dolor dorada dorado dos doscientos dozen drink drive driving dulce early easter easy eat economica economico eight
  ejecutiva ejecutivo ejemplo electrica electricista electrico ellas ellos embarazada embarazo emergencia empty
  encantador encantadora encima enero enferma enfermera enfermo enfrente enlace enorme enseguida entera entero eramos
  eres espalda especial estaban estacionamiento estadio estara estaran estare estaremos estaria estomago estupenda
  estupendo estuve estuvieron estuvimos eterna exacta excepto extra fabrica facil famosa famoso far farmacia fast
  favorite febrero february feel feels felt ferreteria fiebre fina find finish finished fino first fisica fit fits five
  flaca flaco fly flying fontanero found four franco free frenos frente fresca fresco fresh fria friday frita frito
  fucsia fueron fuerte fuesen fui fuimos gallina gas gasolinera gata gatito gato gente gerente gigante ginecologo go
  going gone goodbye gorda gordo gracioso grama gran grande grandecito gratis gratuita gratuito green gripe gris grueso
  guapa guapo guarde guardia guess half happen happened hara haran hard helada help hemos here hicieron hicimos hijas
  hizo hombre hope hot hoyy hr hubiera hubiese huele hum humedo hundred hurt hurts iban ideal ido igual imagen
  impermeable impresionante inalambrico inclusive incluso increible infantil ingles inside integral inteligente ira
  iran ire iremos iria its ive izquierda jajajaja january juega juegan julio july june junio junto kept kitchen know
  laboratorio ladrillo larga large larger largo last late laugh laughing learn learning left lejitos lejos lenta lento
  leon let lets libertad libre ligera ligero liked lima limpieza link listen listening little live lived liviano living
  llave lleg located location long look looked looking looks lotes lotificacion loving made maduro mami mano manual
  many march marido marzo mascota maybe mayo mayor mecanico mediana mediano medianoche medico medium meet mega menor
  menos mensajero mensual menudeo mera mercado mercedes mero mesero meses metalico microbus might millon min mini
  miniatura mins minutes minuto missed mitad mixta mixto moderna moderno moment momento month morada morado moto motor
  moved much mujer nance natural near nearest necesaria necesario needed negociable negro nevando new next nine ninos
  nochebuena normal noticia november noventa noviembre nueve nutricionista ochenta ocho oclock october octubre
  odontologo oftalmologo oigo ojala ojos once one operacion ordered orgullosa orgulloso oriente original orina ortopeda
  other outside pagina pajaro palma panaderia papi par pared parto pascua paseo pasteleria pastor pastora patio
  pediatra pendiente pequena pequeno perfecta perhaps perrita perrito persiana picked piel pies pink pinto pintor piso
  pisto plastico plata plateado play plaza plazo plus poca poco podre portatil pray premio premium pretty primera
  primero principal privada problema profesional pronto proveedor proxima psicologo publica publico pucha puchica
  pupuseria puse quarter quepo quick quince quincenal quinientos racion rapida rapido rara raro ratito
  read reading ready receta recien recta recto red redonda redondo referencia reina remate res resistente respectivo
  restaurante ride riding rifa rodilla rojo rosa rosada rosado rosario rubio run running runs ruta sacerdote sacos safe
  sal salado salon salud salvador salvo same san sangre santos saved second see seem seems segunda segundo segura seis
  selecta selling sells sencilla sencillo september septiembre sera seran sesenta setenta setiembre seven shipped
  showed shown shows siempre siete siguiente simple sintetico sintio sitio six sleep sleeping slow small smaller smell
  smith soft sola sold soltera soltero somos sorteo sos soto sounds soy spend spent spicy starting store study studying
  suave sucio sugiere supe super superior supermercado surtido sweet taking tall talvez tanque taste taxi teach
  teaching techo tendre tendria tenes tenian tenido teniendo tercera tercero terminal terreno thats there think thnx
  three thx ti tibio time tonight took torres tos traiga traigan traigo trajo transparente trece treinta tres tried
  tries triple triste tropical try trying turn turquesa tuve tuvimos two ty uber uff ultima ultimo ultra unica unico
  unidad unidos union uno util uva uy vaca vacation various vas vea veamos vean vega vegano vegetariano veinte
  veinticinco vemos ven vendedor vendedora vendra vendran vendre venga vengan venganse vengase vengo ventura verde
  veria very veterinaria vez videos viendo vieron vio virgen virtual visit visiting volcan voy wait waiting walk
  walking wallet warm watch watching wear wearing web website week weeks went white whole wide won wonder wondering
  working wow xd year yellow yendo yesterday youre yup ~abrir ~acercar ~acompanar ~acostar:acuest ~adelantar ~adorar
  ~agradecer ~ahorrar ~alabar ~alegrar ~almorzar:almuerz ~amar ~andar ~anotar ~aparecer ~aplicar ~apoyar ~aprender
  ~aprobar:aprueb ~apurar ~arreglar ~asistir ~atender:atiend ~atrasar ~avanzar ~avisar ~ayudar ~bajar ~banar ~barrer
  ~beber ~bendecir ~bordar ~bucear ~buscar ~caber ~calificar ~cambiar ~cantar ~catar ~celebrar ~cenar ~cerrar:cierr
  ~checar ~chequear ~citar ~cobrar ~cocinar ~comenzar:comienz ~comer ~comprar ~comprender ~conducir ~conectar ~conocer
  ~construir ~consultar ~contar:cuent ~continuar ~contratar ~correr ~corresponder ~coser ~crecer ~creer ~cruzar ~cuidar
  ~cumplir ~curar ~deber ~depender ~desayunar ~descansar ~descargar ~despertar:despiert ~devolver:devuelv ~disculpar
  ~doblar ~doler:duel ~dormir:duerm:durm ~durar ~elegir:elij ~empezar:empiez ~encantar ~encender:enciend
  ~encontrar:encuentr ~ensenar ~entender:entiend ~escuchar ~esperar ~estrechar ~estrenar ~estudiar ~existir ~exportar
  ~extranar ~faltar ~felicitar ~fiar ~firmar ~funcionar ~girar ~gustar ~hablar ~hallar ~hornear ~imaginar ~importar
  ~imprimir ~informar ~iniciar ~inscribir ~instalar ~intentar ~interesar ~invertir:inviert ~invitar ~jugar ~lavar ~leer
  ~levantar ~limpiar ~llenar ~llevar ~llover:lluev ~manchar ~manejar ~matricular ~medir:mid ~meter ~mirar ~mover:muev
  ~necesitar ~ocupar ~operar ~orar ~parecer ~parquear ~participar ~pasar ~peinar ~pensar:piens ~perder:pierd ~perdonar
  ~pesar ~planchar ~preferir:prefier ~preguntar ~prender:prend ~preocupar ~preparar ~presentar ~prestar ~probar:prueb
  ~programar ~pulir ~quedar ~querer:quier ~rebajar ~recibir ~reclinar ~recomendar:recomiend ~recordar:recuerd ~regalar
  ~registrar ~regresar ~renovar:renuev ~rentar ~reparar ~responder ~revisar ~rezar ~salir:salg ~sanar ~secar
  ~seguir:sig ~sembrar:siembr ~sentir:sient ~servir:sirv ~sobrar ~sonar:suen ~subir ~tardar ~temblar:tiembl ~terminar
  ~tomar ~trabajar ~traer ~tratar ~ubicar ~usar ~vacunar ~valer ~vender ~venir:vien ~vestir:vist ~viajar ~visitar
  ~vivir ~volar:vuel`;
