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
  calling calls cancel continue did didnt do does dont end enough for from get help how i id ill im information is it
  its ive longer message messages messaging my never not number of off offers on opt out please promos quit receive
  receiving remove resume revoke send sending sign subscribe subscription take text texting texts thank thanks that the
  these this those to unsubscribe up want was what where who why with wish yes you your
[less] un una queria wanted jajaja [elsewhere] otro otra [weary] adios
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
[topic] aceite almuerzo apartamento aretes arroz atol audifonos banquete bicicleta blusa bolso bota botas cachorros cafe
  cama camara camisa canela cargador carne cartera catalogo cena chicharron cilindro cita citas clase colchon color
  comida comidas comprobante computadora concentrado constancia consulta consultas cuotas cupo descuento detergente
  direccion diseno docena dolar domicilio dress efectivo entregas envios escritorio espacio factura facturas flor foto
  fotos franela fresa frijol garantia gaseosa granola hamburguesa helado horario huevo ice jabon jugo kilo kit laptop
  leche lentes libra libro licuadora llanta logo maiz mango marca mariscos masaje matrimonial medicamento medicina menu
  mesa mochila modelo mueble muebles muestra naranja pago pan panes pantalon papaya paquete parqueo pastel pastilla
  pastillas pedido perfume pintura pizza plato pollo presupuesto prima producto productos pulgada pupusa puzzle
  quesadilla queso quintal recibo refresco refrigeradora reloj repartidor repuesto resina revuelta ropa saldo sandalia
  semita shampoo shoes silla size sofa sopa talla tamal tamano tambo tarjeta tarjetas tasa televisor tenis tickets
  tomate torta tortilla transferencia ubicacion uniforme vacunas vajilla venta ventilador vestido vestidos vitamina yuca
  zapato
[name] adela aguirre ahuachapan alexis alvarado ana andrea andres antonio apopa argueta ayala beatriz berta carlos
  carmen chabe claudia daniel deysi diaz elena escalante fernando garcia gomez gonzalez guadalupe guzman hernandez
  johana jorge jose juan karla lopez lourdes luis marcela maria marta martinez mauricio mejia mejicanos melendez mendez
  menjivar miguel oscar patricia paula pedro perez portillo ramirez ramos recinos redondel reyes rivas rivera roberto
  rodriguez romero roxana ruth saenz sanchez sandra sonsonate soyapango texas usulutan vasquez
[everyday] abajo acaso ademas algo alguien almacen alta altura aniversario ano anual asueto ausencia azul bastante
  better bigger bitcoin blanco bodega bolsa bomba brand brete bueno bukele buy caja caliente camino cancer casada centro
  chica chico cinco clavo clinica cold colon comedor completa contenta contento contigo creemos cuarto cuatro debajo
  derecha diario diente diez diferente dificil digame dos economico embarazo emergencia encima enferma enfermo enfrente
  enorme entera especial excepto extra facil far farmacia fast ferreteria fina frente fresco fria fueron fuerte fui gas
  gente gerente grande gratis guapo hicieron hubiera hubiese ideal ire kitchen lejos lenta libre limpieza located looked
  looking looks lotificacion mayor mediano medico menor mensajero mensual mercado meses minuto mitad momento moto mujer
  natural necesario negro nevando new normal noticia nueve ocho ojala once oriente original pagina par paseo pediatra
  pequeno perrita perrito persiana piso plaza poco portatil primera primero principal problema profesional pronto
  proxima publico quarter quince racion rapido reading ready recien red referencia remate restaurante rojo rosado salud
  san see segundo seis siempre siete siguiente simple sola soy spend store super tercera terminal there time tonight
  tres ultimo unica unidad uno veinte vemos venga vengo verde veterinaria vez visit volcan voy web year yendo ~abrir
  ~acompanar ~acostar:acuest ~andar ~aplicar ~aprender ~arreglar ~asistir ~atender:atiend ~atrasar ~avanzar ~avisar
  ~ayudar ~bajar ~bordar ~bucear ~buscar ~caber ~cambiar ~cantar ~cerrar:cierr ~citar ~cobrar ~comer ~comprar ~conocer
  ~consultar ~contar:cuent ~contratar ~correr ~crecer ~creer ~deber ~descansar ~devolver:devuelv ~doler:duel
  ~dormir:duerm:durm ~empezar:empiez ~encontrar:encuentr ~entender:entiend ~esperar ~estrechar ~estrenar ~estudiar
  ~faltar ~funcionar ~gustar ~hablar ~informar ~instalar ~interesar ~invitar ~jugar ~lavar ~llevar ~manchar ~manejar
  ~medir:mid ~mirar ~necesitar ~ocupar ~pasar ~pensar:piens ~preferir:prefier ~preguntar ~preocupar ~preparar ~presentar
  ~prestar ~probar:prueb ~programar ~pulir ~quedar ~querer:quier ~recibir ~recomendar:recomiend ~recordar:recuerd
  ~registrar ~regresar ~renovar:renuev ~reparar ~responder ~revisar ~rezar ~salir:salg ~secar ~seguir:sig ~sentir:sient
  ~servir:sirv ~subir ~terminar ~tomar ~trabajar ~traer ~ubicar ~usar ~vender ~venir:vien ~vestir:vist ~viajar ~visitar
  ~vivir`;
