// What `svscrub help TOPIC` says, in Spanish.

import type { Guides } from "../guides.js";

export const guides: Guides = {
  columns: {
    line: "cómo se leen las bases: columnas, y bajas en la misma base",
    parts: [
      {
        title: "Columnas de teléfonos",
        text: "Las columnas de teléfonos se encuentran por su nombre (teléfono, celular, Phone Number, TEL. CASA …) y por sus celdas. Se usan todas. Si una celda tiene varios números, se buscan todos, y la celda conserva el primero que se puede contactar. Con --column se eligen otras columnas.",
      },
      {
        title: "Las demás columnas",
        text: "En las demás columnas se buscan números seguros, y ocho dígitos, o cuatro y cuatro, sin otro dígito ni letra pegados (70123456 casa, su número es 7012-3456). No se busca en una columna cuyo nombre es de un id, una fecha o un monto, ni en las de --ignore-column. Si un número está de baja, la fila queda de baja, y --removed dice la columna: dnc.csv:12#nota.",
      },
      {
        title: "Bajas en la misma base",
        text: "Lo que la base misma dice deja de baja la fila (says-no), y sus números en toda la corrida, también en filas anteriores:",
        entries: [
          ["un sí, o una fecha", "en DoNotCall, DNC, no_contactar, no llamar, opt_out, unsubscribed, baja …"],
          ["un no", "en acepta_llamadas, acepta publicidad, consentimiento, consent, subscribed, opt_in …"],
          [
            "palabras",
            "en cualquier otra celda: NO LLAMAR, Unsubscribed, cliente pidió no llamar, 7012-3456 no molestar",
          ],
        ],
      },
      {
        text: "Lo que quizás lo dice, y no se sabe, también queda de baja (may-say-no), con una advertencia que indica la columna y las líneas. Lo que claramente habla de otra cosa (no llamar antes de las 10, canceló su deuda) no dice nada. Una columna o frase sobre un canal vale para ese canal; el correo solo no cuenta. --opt-out-column indica otra columna, o un valor de ella (estado=BAJA; COLUMNA= es la celda vacía), y --ignore-column una que no cuenta para nada.",
      },
      {
        title: "Formatos",
        text: "CSV con , ; tabulador o |, en UTF-8, UTF-16 o Windows-1252, con o sin gzip. Todo esto se reconoce por el contenido, y se puede cambiar con --delimiter, --encoding, --header-row y --no-header. La base depurada tiene el mismo formato que la base. Varias bases con las mismas columnas hacen una sola base depurada. Lo que es diferente en una se dice con su nombre, el del archivo o la ruta tal como se escribió: --header-row libro.xlsx=4, --sheet libro.xlsx=2, --no-header=libro.csv. Con --column crm.csv=Celular --column libro.xlsx=Tel la columna de teléfonos se puede llamar diferente en cada una; la base depurada lleva el encabezado de la primera. Sin nombre, estas opciones valen para todas las bases.",
      },
      {
        title: "Lo que se rechaza",
        text: "El encabezado es la fila, entre las primeras veinte, que nombra una columna de teléfonos y calza con las filas de abajo. Las filas de arriba son títulos: no van a ninguna lista, el resumen y el reporte lo dicen, y un número en los títulos de una lista de bajas también queda de baja. Si dos filas pueden ser el encabezado, o arriba parece haber una fila de datos, la lista se rechaza, y el mensaje dice qué agregar: --header-row N, o --header-row NOMBRE=N para una de varias listas. Una comilla que nunca se cierra, o una fila de más de 16 MiB, se rechaza con la línea donde empieza. Una base en la que casi todas las filas tienen otra cantidad de celdas que el encabezado se rechaza con las dos cantidades, y también una que se lee como una sola columna aunque sus líneas contienen más que números: el mensaje dice qué separaría las columnas. Con --phone-format original las líneas quedan completas.",
      },
    ],
  },
  dispositions: {
    line: "qué puede pasar con una fila: resultados, motivos y qué hacer",
    parts: [
      {
        text: "Se busca cada lectura de cada número en las celdas de teléfono de una fila. La fila recibe el primer resultado que corresponde:",
        entries: [
          ["invalid", "la fila está dañada: ragged, malformed"],
          ["suppressed", "un número está de baja, o la fila misma lo dice: opted-out, says-no, may-say-no"],
          ["clean", "un número se puede contactar"],
          ["duplicate", "un número se puede contactar, pero ya apareció: duplicate"],
          ["excluded", "un número, pero no para esta campaña: type-not-allowed, not-reachable"],
          ["foreign", "solo números de otros países: foreign"],
          [
            "invalid",
            "ningún número que sirva: empty, not-a-number, too-short, too-long, not-in-plan, legacy-7-digit, spreadsheet-damage, looks-like-id, placeholder, leftover",
          ],
        ],
      },
      {
        title: "Motivos",
        entries: [
          ["ragged", "faltan o sobran celdas: corrija los delimitadores o las comillas"],
          ["malformed", "hay texto después de cerrar comillas: corrija las comillas"],
          ["opted-out", "svscrub_source dice en qué lista y en qué fila"],
          ["says-no", "una celda de la fila dice que no se contacte: una columna como no_llamar, un estado, una nota"],
          ["may-say-no", "una celda quizás lo dice y no se sabe: revísela; después --ignore-column, o déjela"],
          ["duplicate", "el número ya apareció en esta corrida; --keep-duplicates lo conserva"],
          ["type-not-allowed", "no es uno de los tipos de --types"],
          ["not-reachable", "un teléfono fijo en una campaña por SMS"],
          ["foreign", "--keep-foreign lo conserva"],
          ["empty", "no hay número"],
          ["not-a-number", "la celda tiene otra cosa"],
          ["too-short, too-long", "faltan dígitos, o sobran"],
          ["not-in-plan", "ese número no existe en El Salvador"],
          ["legacy-7-digit", "7 dígitos, como antes de 2005: pida el número de 8 dígitos"],
          ["spreadsheet-damage", "5.037E+10 y similares: exporte la columna como texto"],
          ["looks-like-id", "un DUI o NIT: revise que la columna de teléfonos sea la correcta"],
          ["placeholder", "un número inventado, como 22222222"],
          ["leftover", "la celda tiene dígitos que no son de ningún número: 7012-3456-78"],
        ],
      },
      {
        title: "Las celdas de las filas que se conservan",
        text: "Cada celda de teléfono de una fila que se conserva queda con un número que se puede contactar, o vacía; una celda sin ninguna cifra queda como está. Con --phone-format original las celdas quedan como están, y una advertencia cuenta los números que no se pueden contactar. Los números de una fila de baja no quedan en ninguna fila posterior: así no se contacta por otro número a quien pidió la baja.",
      },
    ],
  },
  suppression: {
    line: "cómo se leen las listas de bajas: columnas, rangos, fechas, hash",
    parts: [
      {
        title: "Columnas",
        text: "Una lista de bajas es una simple lista de números, o un CSV. Sus columnas se encuentran por su nombre, en español o inglés, también las de Twilio, AWS, Vonage, Klaviyo, Brevo, Salesforce y OneSignal:",
        entries: [
          [
            "channel, canal, medio",
            "para qué canal: any, call, sms, whatsapp. En la duda, o si otra celda del registro puede abarcar otro canal (una acción como no llamar, un sí en no_llamar o dnc, una nota como STOP SMS): any",
          ],
          ["action, status, estado, resultado", "baja o alta. En la duda: baja"],
          [
            "date, fecha, hora, requested_at",
            "cuándo. Una baja sin fecha sigue vigente; un alta sin fecha no anula nada",
          ],
          [
            "expires, expira, vigente hasta, vence_baja",
            "el último día de la baja. Sin uno legible, no vence; escriba el año con cuatro cifras",
          ],
          [
            "reason, motivo, source, fuente",
            "por qué, y de dónde vino. Solo deciden si piden otro canal o todos, o si dicen que no junto a un alta",
          ],
        ],
      },
      {
        title: "Eventos",
        text: "Para cada número y canal cuenta el último evento de una lista; un empate es una baja. Un alta anula solo bajas de su misma lista y de su mismo canal, a menos que --opt-ins NOMBRE permita que esa lista anule las de otras. Lo que un registro de bajas retira con un evento void cuenta hasta entonces, y después ya no. Un día sin hora cuenta al final para una baja, y al inicio para un alta; de varias fechas cuenta la última para una baja, y la primera para un alta. Un alta anula algo solo si su fila se entiende completa: un número cierto, nada a su lado, y ninguna otra celda que diga o pueda decir que no. Un alta cuya fila tiene también el día de una baja es una baja.",
      },
      {
        title: "Fechas",
        text: "ISO, dd/mm/aaaa (mm/dd/aaaa solo si el archivo lo prueba), meses por su nombre en español o inglés, 2:05 p. m., y epoch. Si nada prueba el orden de día y mes, cuentan las dos lecturas, y gana la que da de baja. Los años 1, 1900 y 1970 no son fecha.",
      },
      {
        title: "Rangos",
        text: "2222*, +5032222%, 2222-XXXX, 2222-0000 a 2222-9999, 2222-0000 al 9999, o columnas desde y hasta. Un rango da de baja todos sus números, hasta 10,000 (--max-range). Un rango escrito de otra forma no se entiende.",
      },
      {
        title: "Chats, correos, PDF",
        text: "Un archivo sin tabla se lee como texto: un chat exportado de WhatsApp, un correo, tarjetas de contacto (.vcf), el texto de un PDF (pdftotext). Cuenta cada número de cada línea. Fechas, horas y montos no cuentan. Una advertencia indica las líneas con otros dígitos que podrían ser parte de un número; la lista no se rechaza por ellas. Los números de ustedes también cuentan, a menos que se den a --own, que vale solo para textos. Un correo tal como se envió, una página web o un cuadro dibujado se rechaza: guarde su texto o expórtelo.",
      },
      {
        title: "Listas con hash",
        text: "MD5, SHA-1, SHA-256, SHA-512, o HMAC-SHA-256 con --hash-key-file, de +503…, 503…, 8 dígitos y NNNN-NNNN, cada uno con y sin fin de línea. Una lista con hash se tiene que probar, o se rechaza: con el hash de +50300000000, un número que nadie tiene, que registry export escribe primero, con la acción proof; con un número de control (--canary); o con una coincidencia en la corrida, si el resultado no va a otro programa. --allow-unproven NOMBRE acepta una lista que nada prueba, pero no una con otra clave que la de su exportación, ni sin --hash-key-file una con una columna que se llama HMAC.",
      },
      {
        title: "Antigüedad",
        text: "La fecha de una lista es, en este orden: --as-of; el evento más reciente de un registro de bajas; el manifiesto de una exportación; una fecha en el nombre del archivo; la hora del archivo. Sin --max-age, una lista de más de 30 días es una advertencia.",
      },
      {
        title: "En la duda, de baja",
        text: "Una entrada es la celda del teléfono. Cada uno de sus dígitos es de un número, de una extensión, de una fecha u hora, o es sobrante. Una entrada con dígitos sobrantes, o sin número, no se entiende: da de baja todo número que podría indicar, y una advertencia dice en qué líneas. Una lista se rechaza si más de dos de sus entradas, y más del 1%, no se entienden (--max-unreadable). Una fila dañada se lee igual, celda por celda. En las demás columnas se busca como en una base (svscrub help columns). Celdas vecinas de puros dígitos que juntas son un número (7012;3456) son una sola entrada. Una lista también se rechaza si falta, está vacía o cortada, es una bitácora de llamadas o mensajes, o cambia mientras se lee; entonces no se escribe nada.",
      },
    ],
  },
  workbooks: {
    line: "cómo se leen y se escriben los archivos de Excel: hojas, filas ocultas, fórmulas",
    parts: [
      {
        text: ".xlsx y .xlsm se leen donde se lee cualquier lista; decide el contenido, no el nombre. La base depurada es un archivo de Excel si su nombre termina en .xlsx; si no, un CSV: UTF-8 con marca de orden de bytes y comas, que Excel abre tal como está. Las líneas en los mensajes son las filas de la hoja.",
      },
      {
        title: "Hojas",
        entries: [
          ["una hoja visible con datos", "se lee"],
          [
            "varias hojas con datos",
            "se rechaza: elija una con --sheet HOJA, o --sheet NOMBRE=HOJA para una de varias listas",
          ],
          [
            "todas las hojas con datos",
            "--sheet '*': de una base las visibles, con las mismas columnas; un origen es crm.xlsx!Enero#nota:12",
          ],
          ["hojas ocultas con datos", "una advertencia; en una lista de bajas se leen si pueden tener números"],
          ["filas o columnas ocultas, un filtro", "se rechaza en una base; en una lista de bajas se leen"],
          ["un teléfono, un nombre o una fila tachados", "de baja en una base, como si dijera NO LLAMAR"],
          ["comentarios", "se leen en una base: el que dice que no se contacte deja la fila de baja"],
          ["celdas combinadas sobre varios registros", "se rechaza en una base: solo el primero tiene lo que dicen"],
          [
            "fórmulas sin valor calculado",
            "se rechaza en una base; entradas que no se entienden en una lista de bajas",
          ],
        ],
      },
      {
        title: "Celdas",
        text: "Un número se lee sin exponente (50370001234), una fecha u hora en ISO 8601 (2026-03-14T08:30:00), un valor lógico como TRUE o FALSE, una fórmula como su último resultado.",
      },
      {
        title: "Archivos de Excel que se escriben",
        text: "-o depurada.xlsx y --removed quitados.xlsx, también con --flag y desde un CSV, escriben una hoja con el nombre de la base: el encabezado fijo y con filtro, los teléfonos y todo lo que era texto como texto, y números y fechas donde el archivo de Excel que se leyó los tenía. Ninguna celda es una fórmula. En una hoja caben 1,048,576 filas: las bases más largas, y las celdas de más de 32,767 caracteres, se rechazan (salida 3).",
      },
      {
        title: "Lo que se rechaza",
        text: "Un archivo con contraseña, .xls, .xlsb, .ods, Apple Numbers, y un archivo cortado, dañado, o que descomprimido pasa de --max-size. svscrub inspect ARCHIVO muestra las hojas y lo que está oculto en ellas.",
      },
    ],
  },
  report: {
    line: "el reporte de auditoría: sus campos, la bitácora, y cuánto tiempo guardar qué",
    parts: [
      {
        title: "Campos",
        entries: [
          ["tool, run", "versiones; identificador, horas, notas, opciones ya completas, código de salida"],
          ["inputs, outputs", "ruta, SHA-256, bytes, filas y formato de cada archivo"],
          [
            "suppressions",
            "cada lista: su fecha, entradas, filas que no se entienden, adónde fueron sus dígitos, coincidencias, coincidencias solo ahí",
          ],
          ["counts, reasons, types", "filas por resultado y por motivo; los números de la base depurada por tipo"],
          ["conservation", "las leídas, y la suma de los resultados: deben ser iguales"],
          ["self_check", "números de control, y una muestra de los números de las listas escritos de otra forma"],
          ["clean_until", "hasta cuándo está vigente la base depurada"],
          ["warnings", "sus códigos, que no cambian entre versiones"],
        ],
      },
      {
        text: "schema_version es 1. El esquema JSON viene en el paquete: src/evidence/report.schema.json. Los números se ocultan en parte (+503 70••••56), y no se muestra ninguna celda.",
      },
      {
        title: "Bitácora",
        text: "--log corridas.jsonl agrega una línea por cada corrida, también por las que fallan. Cada línea tiene el SHA-256 de la anterior. svscrub verify --log corridas.jsonl revisa la cadena.",
      },
      {
        title: "Cuánto tiempo guardar qué",
        text: "Esto es lo que funciona, no asesoría legal. Quien hizo svscrub leyó lo que otros escriben de la ley, no su texto oficial: consulte a un abogado.",
        entries: [
          [
            "registro de bajas, listas de bajas",
            "mientras alguien pueda contactar personas para usted. Borre la ficha de la persona, y guarde la baja",
          ],
          ["reportes, bitácora", "mientras alguien pueda preguntar qué se hizo"],
          ["--removed, audit -o, revisiones, confirmaciones", "hasta que cumplan su función: tienen números completos"],
          ["bases depuradas", "hasta clean_until. Después ya no son correctas"],
        ],
      },
      {
        text: "De lo que se borra así, svscrub verify REPORTE.json --find CARPETA dice que falta, y no es una diferencia: si la base y las listas de bajas todavía están, aunque las haya movido o cambiado de nombre, se repite la corrida y se compara.",
      },
      {
        text: "Para guardar la baja de quien pidió que borren sus datos, basta el número: registry export --hash-key-file CLAVE lo escribe como hash con clave, y así da de baja con -s.",
      },
    ],
  },
  proof: {
    line: "revisar una base depurada sin svscrub: un programa en Python",
    parts: [
      {
        text: "No tiene que creerle a svscrub. Este programa no comparte código con él, y solo necesita Python 3. Toma los últimos ocho dígitos de cada número de las listas de bajas, en cualquier columna, y nombra cada línea de la base depurada en la que está alguno:",
      },
      { program: "proof.py" },
      {
        title: "Cómo correrlo",
        entries: [
          [
            "svscrub help proof | sed -n '/^#/,/^sys/p' > proof.py",
            "saca el programa de esta página, donde hay sed; si no, cópielo",
          ],
          ["python3 proof.py depurada.csv dnc.csv sms.csv", "primero la base depurada, después las listas"],
          ["código de salida 0", "ningún número de las listas está en la base depurada"],
          [
            "código de salida 1",
            "las líneas con alguno (depurada.csv:12); o por qué no se prueba nada: un archivo no se puede leer, una lista no tiene números",
          ],
        ],
      },
      {
        title: "Lo que lee",
        text: "UTF-8, UTF-16 con marca de orden de bytes, Windows-1252, sin comprimir o en gzip. Números de ocho dígitos o más, con cualquier espacio, guion, punto, diagonal o paréntesis, con cualquier código de país, varios en una celda, en cualquier columna.",
      },
      {
        title: "Lo que no lee",
        text: "Esto lo lee svscrub, y el programa no: donde una lista lo tiene, el programa prueba menos.",
        entries: [
          ["listas con hash", "no tienen los números"],
          ["rangos y comodines", "de 2222-0000 a 2222-9999 los dos extremos, de 2222* nada"],
          ["libros de Excel", "guárdelos como CSV"],
          ["números en partes", "en dos celdas (7;2223456), con una coma o una letra dentro (7012,3456; 7O12-3456)"],
          ["números cortos", "de siete dígitos, como 800-1234 o los de antes de 2005, y extensiones"],
          ["fechas", "25-12-2024 nunca es un número"],
          ["la base", "sus propias columnas de bajas, como no_contactar"],
        ],
      },
      {
        title: "Donde nombra más que svscrub",
        text: "Solo pregunta si un número está en una lista, y no qué dice la lista de él. Por eso nombra también a personas que svscrub dejó con buena razón; svscrub check NÚMERO -s LISTA dice a cuáles.",
        entries: [
          [
            "altas",
            "un número que volvió a dar su permiso, cuyo evento retiró un registro de bajas, o que una lista nombra por otra razón",
          ],
          ["fechas", "una baja que ya venció"],
          ["canales", "una baja de otro canal que el de --channel"],
          [
            "documentos y montos",
            "una cuenta, un documento o un monto, en cualquiera de las dos, que termina en los mismos ocho dígitos",
          ],
        ],
      },
    ],
  },
  messages: {
    line: "cómo se entienden las respuestas, y qué se confirma",
    parts: [
      {
        title: "Qué significa un mensaje",
        text: "Los mensajes se entienden por reglas, en español e inglés. BAJA, STOP y similares bloquean el canal por el que llegaron. Un mensaje sobre llamadas, sobre todo contacto o sobre otro canal, y una solicitud sobre el borrado o el uso de datos personales, bloquea todos los canales. Una nota que pide no contactar, junto al resultado de una llamada o a la solicitud de un formulario, tampoco está clara. Junto a una baja, la nota cuenta por los canales y los datos que nombra. Lo que no está claro va al archivo de --review, y cuenta como baja hasta que una persona decida.",
      },
      {
        title: "Números que un mensaje menciona",
        text: "«Baja para este y para el 7111-2244», una firma, la nota de una llamada, una tarjeta de contacto: cada número que no es de quien escribió ni nuestro recibe su propia fila en el archivo de --review, pida lo que pida el mensaje. Su columna sender dice quién escribió. Cuenta como baja en todos los canales hasta que una persona decida sobre ese número; lo que se decida sobre quien escribió no vale para él. Indique con --own qué números son nuestros. Un rango («7111-22XX», «del 7111-2200 al 7111-2299») tiene una sola fila, que bloquea todos sus números; para registrarlo como baja, agregue cada número con registry add y escriba otro en su fila. Las fechas, los montos y las horas no son números de teléfono.",
      },
      {
        title: "Qué escribe una persona en la columna action del archivo de revisión",
        entries: [
          ["baja", "la persona no quiere que la contacten"],
          ["alta", "la persona quiere que la contacten otra vez"],
          ["otro", "la persona no pidió nada"],
          [
            "respondida",
            "una solicitud o queja, cuando ya se respondió; quien pidió eliminar sus datos o se opuso a su uso sigue de baja",
          ],
        ],
      },
      {
        text: "El archivo se puede guardar desde una hoja de cálculo. Después impórtelo con --kind revisado.",
      },
      {
        title: "De dónde vienen los mensajes",
        text: "De archivos CSV y de Excel, y de JSON como el que envían los webhooks de Twilio, Infobip, Vonage, AWS, Telnyx y WhatsApp Cloud. Los acuses de recibo, las reacciones y nuestros propios mensajes se omiten y se cuentan, salvo el acuse de Twilio, Vonage, Telnyx o WhatsApp que dice que la persona ya se había dado de baja. Un mensaje de voz, una imagen sin texto o una tarjeta de contacto va a una persona.",
      },
      {
        title: "Confirmaciones",
        text: "--ack agrega a un archivo lo que hay que enviar: to, channel, language, message, event. Solo a quien escribió por SMS o WhatsApp se le pide responder con una palabra. Quien pide ayuda (AYUDA, INFO) recibe las instrucciones, una vez. --ack-template usa sus propios textos, con {event}, {sender} y {phone}.",
      },
      {
        title: "--follow",
        text: "Un mensaje está en el disco antes de que se escriba su confirmación. Si el programa se detiene, envíe de nuevo lo que no tuvo respuesta: se registra una sola vez y se confirma de nuevo. Un mensaje sin fecha cuenta desde el momento en que se lee. Una línea que no se puede leer va a --review.",
      },
    ],
  },
  contacts: {
    line: "las reglas de una auditoría: bajas, horario de contacto, asuetos, frecuencia",
    parts: [
      {
        text: "svscrub audit compara cada contacto con los eventos anteriores a él. Un contacto entre una baja y un alta cuenta, aunque hoy nada bloquee a la persona. Los contactos que no se pueden evaluar (una baja sin fecha, el mismo día sin hora, una fila ilegible) se cuentan como dudosos.",
      },
      {
        title: "Más reglas",
        entries: [
          ["--grace 24h", "se permiten contactos dentro de este plazo después de una baja"],
          ['--hours "lun-vie 08:00-18:00"', "contactos fuera de este horario; las 18:00 ya están fuera"],
          [
            "--holidays ARCHIVO",
            "con --hours: en estos días todo contacto está fuera. Una fecha por línea; sv es El Salvador",
          ],
          ["--max-contacts 3/7d", "números contactados más de 3 veces en 7 días cualesquiera"],
        ],
      },
      {
        title: "Asuetos de El Salvador",
        text: "--holidays sv tiene los asuetos del Código de Trabajo de 2020 a 2040, con la Semana Santa y los dos días de la ciudad de San Salvador: src/time/holidays-sv.txt. Si los suyos son otros, copie ese archivo. Fuentes secundarias dan lunes a viernes, de 08:00 a 18:00, para llamadas y mensajes comerciales; pregunte a un abogado.",
      },
      {
        title: "El historial",
        text: "Un encabezado con el número, la fecha, y la hora y el canal si se conocen: telefono,fecha,hora,canal. Sin encabezado, o si ningún nombre dice cuándo, se toma la única columna de fechas. Si hay columnas de quién llamó y a quién se llamó, solo el segundo fue contactado. Cada fila es un contacto.",
      },
    ],
  },
  "exit-codes": {
    line: "qué significa cada código de salida para un script",
    parts: [
      {
        entries: [
          ["0", "todo bien"],
          ["1", "check, verify, audit, registry status --due: la respuesta es no"],
          ["2", "el comando está mal escrito, o la columna no existe"],
          ["3", "la base no se puede usar"],
          ["4", "no se puede confiar en una lista de bajas"],
          [
            "5",
            "no se pudo leer o escribir: disco lleno, sin permiso, la salida ya existe, el registro de bajas está ocupado",
          ],
          ["6", "un límite detuvo la corrida: --max-removed, --max-invalid, --strict"],
          ["70", "un error de svscrub: repórtelo, por favor"],
          ["130, 141, 143", "interrumpido, salida cerrada, terminado"],
        ],
      },
      {
        text: "Después de cualquier código que no sea 0 o 1 no queda ningún archivo nuevo con el nombre de una salida. Un archivo viejo que ya estaba se queda, y el mensaje dice que es viejo. Por eso un script puede enviar la base depurada solo después del código 0; svscrub verify REPORTE.json --fresh es la última revisión antes de enviar.",
      },
    ],
  },
};
