// The Spanish help texts of commands and options.

import type { HelpSentences, RegistryCommandName } from "../help.js";

const registryHelp: Pick<HelpSentences["command"], "registry" | RegistryCommandName> = {
  registry: {
    line: "el registro de bajas: agregar, importar, exportar, consultar, corregir",
    description:
      "El registro de bajas: un CSV que solo crece, con todas las bajas que se pidieron. Úselo con -s como está.\nCada baja se registra una sola vez. Una persona decide lo que no está claro; mientras tanto cuenta como baja.",
    operands: "qué hacer con el registro de bajas",
    option: {},
    examples: [
      "svscrub registry import respuestas.csv --registry bajas.csv --kind sms --ack confirmar.csv --review revisar.csv",
      "svscrub clientes.csv -s revisar.csv bajas.csv -o depurada.csv",
      "svscrub registry history 7012-3456 --registry bajas.csv",
    ],
  },
  "registry add": {
    line: "registra la baja o el alta de un número",
    description: "Registra la baja (o el alta) de uno o varios números, con la hora actual.",
    operands: "teléfonos, entre comillas si tienen espacios",
    option: {
      registry: "el registro de bajas; si no existe, se crea",
      channel: "{words} (por defecto: cualquiera)",
      action: "{words} (por defecto: baja)",
      reason: "el motivo, en pocas palabras",
      ack: "agrega a este archivo las confirmaciones por enviar",
      "ack-template": "sus propias plantillas de confirmación (JSON)",
    },
    examples: [
      'svscrub registry add 7012-3456 --registry bajas.csv --reason "lo pidió en caja"',
      "svscrub registry add 7012-3456 --registry bajas.csv --channel sms --action alta",
    ],
  },
  "registry import": {
    line: "importa respuestas, tipificaciones, formularios o consentimientos",
    description:
      "Registra lo que pidieron las personas. Los mensajes se entienden por reglas, en español e\ninglés. Sin --review no se registra nada si algo no está claro, menciona el número de otra\npersona o pide algo sobre datos personales.\nCon --follow cada mensaje se registra en cuanto llega, y su confirmación se escribe en la salida\nestándar, una línea CSV por cada una. Con --json cada línea que llega recibe un objeto con line,\nevent, action, to, channel, language, message y error.",
    operands: "el archivo por importar (CSV, .xlsx o JSON de webhooks); - es la entrada estándar",
    option: {
      registry: "el registro de bajas; si no existe, se crea",
      kind: "sms: respuestas; llamada: tipificaciones; formulario: formularios; consentimiento: consentimientos; revisado: lo que decidió una persona",
      ack: "agrega a este archivo las confirmaciones por enviar",
      "ack-template": "sus propias plantillas de confirmación (JSON)",
      follow: "registra los mensajes conforme llegan, hasta que termina la entrada; necesita --review",
      create: "con --follow: empieza de una vez el registro de bajas y la revisión si no existen",
      json: "con --follow: escribe un objeto por cada línea, y los errores como JSON",
      review:
        "agrega a este archivo lo que debe decidir una persona; con --kind revisado: el archivo del que se quita lo ya decidido",
      channel: "por dónde llegaron: {words} (por defecto: según --kind)",
      source: "nombre de la fuente en el registro de bajas (por defecto: el de --kind)",
      column: "columna de teléfonos, por nombre o posición desde 1 (por defecto: se detecta)",
      "text-column": "columna de los mensajes",
      "action-column": "columna de la tipificación, el estado o la solicitud",
      "channel-column": "columna del canal",
      "date-column": "columna de la fecha",
      "sender-column": "columna de nuestro número, al que respondieron",
      own: "un número nuestro, no de una persona; se puede repetir",
      map: "qué significa una palabra de --action-column: baja, alta, otro, revisar; se puede repetir",
      delimiter: "delimitador: un carácter, o tab (por defecto: se detecta)",
      encoding: "{words} (por defecto: se detecta)",
      sheet: "hoja de un archivo de Excel, por nombre o posición (por defecto: la única)",
      "max-size": "tamaño que un archivo de Excel puede tener descomprimido (por defecto: 2GiB)",
      "header-row": "fila del encabezado, contada desde 1: lo que está arriba se deja fuera (por defecto: se detecta)",
      "no-header": "la primera fila es de datos",
      tz: "desfase de UTC de las horas que no lo indican, por ejemplo --tz=-05:00 (por defecto: -06:00)",
    },
    examples: [
      "svscrub registry import respuestas.csv --registry bajas.csv --kind sms --review revisar.csv",
      'svscrub registry import llamadas.csv --registry bajas.csv --kind llamada --map "no interesado=otro"',
      "tail -n +1 -F webhooks.jsonl | svscrub registry import - --registry bajas.csv --kind sms --review revisar.csv --follow",
      "svscrub registry import revisar.csv --registry bajas.csv --kind revisado",
    ],
  },
  "registry export": {
    line: "las bajas vigentes, para compartirlas con quienes envían",
    description:
      "Escribe lo que está vigente en el registro de bajas: una fila por número y canal. Úselo con -s. Quien todavía espera en el archivo de --review no está ahí: decida antes.",
    option: {
      registry: "el registro de bajas",
      channel: "solo lo que cuenta para este canal: {words} (por defecto: todo)",
      format: "{words} (por defecto: como termina -o; si no, csv)",
      hash: "sha256: los números como hash de +503…; sin clave no oculta nada",
      "hash-key-file": "los números como HMAC-SHA-256, con la clave de este archivo",
      since: "solo lo que cambió después de este evento",
      output:
        "archivo de salida (por defecto: la salida estándar); ARCHIVO.manifest.json, al lado, tiene su fecha y su tamaño",
      force: "reemplaza una salida que ya existe",
    },
    examples: [
      "svscrub registry export --registry bajas.csv --channel sms -o para-la-agencia.csv",
      "svscrub registry export --registry bajas.csv --hash-key-file clave.txt -o compartida.csv",
    ],
  },
  "registry void": {
    line: "retira un evento que se registró por error",
    description:
      "Retira eventos del registro de bajas por su identificador: registry history NÚMERO los muestra.\nNo se borra nada: se agrega un evento void, cuya evidencia nombra al otro (event:ID). Lo retirado\ncuenta hasta ese momento, y desde entonces es como si nunca se hubiera registrado: lo que valía\nantes vuelve a valer. Lo entiende todo lo que lee ese archivo: -s, check, audit, history, status y\nexport. Un retiro solo vale en el archivo que contiene el evento. Si el mismo evento se importa\notra vez, sigue retirado. Para deshacer un retiro, registre la baja o el alta de nuevo con registry\nadd. La decisión de una revisión no se retira: registre lo que vale con registry add. Quien recibió de usted una exportación conserva el evento hasta que le envíe otra: con --since,\nla exportación trae una fila void.",
    operands: "identificadores de eventos",
    option: {
      registry: "el registro de bajas",
      reason: "por qué fue un error, en pocas palabras",
    },
    examples: [
      'svscrub registry void 4f0c2b1e-6d7a-4c55-9a57-0d5e2f6b8c11 --registry bajas.csv --reason "número equivocado"',
      "svscrub registry history 7012-3456 --registry bajas.csv",
    ],
  },
  "registry merge": {
    line: "toma los eventos de otros registros de bajas",
    description:
      "Toma los eventos de otros registros de bajas como están, cada uno una sola vez, con su\nidentificador, sus fechas y su evidencia. Un evento se reconoce por su identificador y, si los\nidentificadores son distintos, por número, acción, canal, fecha y fuente; un retiro (void) nombra\nentonces el evento con el identificador que tiene aquí. Lo que no tiene fecha se reconoce solo por su\nidentificador. Una unión interrumpida se repite. Los demás archivos solo se leen. Sus archivos de\nrevisión no se toman: decida esos primero. Lo borrado en uno de ellos no vuelve aquí, ni se borra\naquí.",
    operands: "los otros registros de bajas",
    option: {
      registry: "el registro de bajas que los toma; si no existe, se crea",
    },
    examples: [
      "svscrub registry merge santa-ana.csv san-miguel.csv --registry bajas.csv",
      "svscrub registry status --registry bajas.csv",
    ],
  },
  "registry erase": {
    line: "deja de una persona solo lo que la mantiene de baja",
    description:
      "Deja de una persona en el registro de bajas solo lo que la mantiene de baja: número, acción, canal,\nfechas e identificadores de los eventos. La fuente, el remitente, el motivo y la evidencia quedan\nvacíos, también donde el número es el remitente de un evento de otra persona; la marca\nde un mensaje queda (#…), también en el archivo de revisión, para que el mismo mensaje no cuente\notra vez: es un hash y no dice lo escrito. Los números de otras personas que alguien haya escrito\na mano en esas celdas se borran con ellas. El archivo se reemplaza de una sola vez y conserva sus permisos. Lo que lo sigue (check --follow, registry import\n--follow, la biblioteca abierta) lo lee de nuevo.\nLo que queda en otras partes: el archivo de revisión tiene lo que la persona escribió, a menos que\nlo indique con --review (ahí sus filas siguen contando como bajas hasta que alguien decida); los\narchivos que importó, las confirmaciones, las listas de quitados, las exportaciones y los respaldos\nconservan lo que tenían, y también sus socios, que tienen el número, el canal y las fechas de lo que\nusted exportó. Los reportes y las páginas no contienen números ni mensajes. Si importa de nuevo un\narchivo viejo, no se agrega ningún evento ya conocido, pero sus mensajes pueden volver a revisión.\nverify ya no puede probar con este archivo un reporte anterior: los primeros bytes son distintos.\nDice que puede deberse a un borrado, y la corrida queda sin verificar. Conserve una copia del\narchivo anterior mientras pueda, o verifique antes los reportes. registry export --since sigue\nigual.",
    operands: "teléfonos, entre comillas si tienen espacios",
    option: {
      registry: "el registro de bajas",
      review: "quita también de este archivo de revisión los mensajes de esas personas",
    },
    examples: [
      "svscrub registry erase 7012-3456 --registry bajas.csv --review revisar.csv",
      "svscrub registry history 7012-3456 --registry bajas.csv",
    ],
  },
  "registry history": {
    line: "lo que pidió un número, y cuándo",
    description:
      "Muestra los eventos de un número, cada uno con su identificador, y lo que está vigente, ahora o en otro momento.",
    operands: "un teléfono",
    option: {
      registry: "el registro de bajas",
      at: "a la fecha y hora que se indica, por ejemplo 2026-11-24T08:00",
      json: "muestra JSON en vez de una tabla",
    },
    examples: [
      "svscrub registry history 7012-3456 --registry bajas.csv",
      "svscrub registry history 7012-3456 --registry bajas.csv --at 2026-11-24T08:00",
    ],
  },
  "registry status": {
    line: "cantidades, el evento más reciente, lo que falta responder",
    description:
      "Cuenta los eventos del registro de bajas. Con --due muestra lo que falta responder, según los\ndías hábiles que quedan, y termina con 1 si algo está vencido. Los días hábiles son de lunes a viernes, sin\nasuetos; el día de la solicitud no cuenta. Fuentes secundarias dan 20 días hábiles para las\nsolicitudes sobre datos personales, y 20 más de prórroga; esto no es asesoría legal.",
    option: {
      registry: "el registro de bajas",
      due: "días hábiles para responder: 20d, o 40d con la prórroga",
      review: "con --due: el archivo que escribió registry import --review",
      holidays: "con --due: archivo de asuetos, una fecha por línea; sv: los de El Salvador, de 2020 a 2040",
      json: "muestra JSON en vez de una tabla",
    },
    examples: [
      "svscrub registry status --registry bajas.csv",
      "svscrub registry status --registry bajas.csv --due 20d --review revisar.csv --holidays sv",
    ],
  },
};

export const help: HelpSentences = {
  group: {
    files: "Archivos:",
    kept: "A quién se conserva:",
    reading: "Cómo se leen las listas:",
    trust: "Cuándo se rechaza una lista de bajas:",
    guards: "Cuándo no se escribe nada:",
    other: "Otras opciones:",
  },
  option: {
    quiet: "no muestra nada si no hay advertencias ni errores",
    lang: "idioma de los mensajes: {words} (por defecto: el del sistema)",
    color: "{words} (por defecto: auto)",
    help: "muestra esta ayuda",
    version: "muestra la versión",
  },
  suppression: {
    suppress: "listas de bajas: archivos, carpetas o - para la entrada estándar; se puede repetir",
    "suppress-column": "columna de teléfonos de una lista de bajas (por defecto: se detecta)",
    "header-row": "fila del encabezado, contada desde 1: lo que está arriba se deja fuera (por defecto: se detecta)",
    "no-header": "la primera fila es de datos",
    delimiter: "delimitador: un carácter, o tab (por defecto: se detecta)",
    encoding: "{words} (por defecto: se detecta)",
    sheet: "hoja de un archivo de Excel, por nombre o posición; * son todas (por defecto: la única)",
    "max-size": "tamaño que un archivo de Excel puede tener descomprimido (por defecto: 2GiB)",
    own: "un teléfono de ustedes, como el conmutador: no es una baja en un texto (chat, correo, PDF); se puede repetir",
    "max-age": "rechaza una lista de bajas más vieja, por ejemplo de 24h o 30d",
    "as-of": "la fecha de una lista de bajas",
    "max-unreadable": "rechaza una lista si más de sus entradas no se entienden (por defecto: 1%)",
    "min-entries": "rechaza una lista con menos entradas",
    baseline: "un reporte anterior: rechaza una lista que se redujo desde entonces",
    "max-shrink": "cuánto se puede reducir una lista (por defecto: 5%)",
    "max-range": "cuántos números puede abarcar una entrada como 2222* (por defecto: 10000)",
    "allow-empty": "acepta esta lista aunque no tenga entradas",
    "allow-unproven": "acepta esta lista con hash aunque nada pruebe que sus hashes se pueden leer",
    "opt-ins": "permite que las altas de esta lista anulen bajas de otras listas",
    canary: "un número de control que las listas deben dar de baja; se puede repetir",
    "hash-key-file": "archivo con la clave de las listas con hash HMAC-SHA-256",
    tz: "desfase de UTC de las horas que no lo indican, por ejemplo --tz=-05:00 (por defecto: -06:00)",
  },
  command: {
    scrub: {
      line: "quita a quienes pidieron la baja; es el comando por defecto",
      description:
        "Quita de bases de teléfonos de El Salvador (+503) a quienes pidieron la baja, y escribe\nuna base depurada y un reporte de auditoría. Un número dudoso nunca queda limpio.",
      operands: "bases de teléfonos (CSV o .xlsx), antes de -s; - es la entrada estándar",
      option: {
        output: "la base depurada, en Excel si ARCHIVO termina en .xlsx; - es la salida estándar",
        removed: "todas las filas que no se conservaron, y por qué; también en .xlsx",
        report:
          "el reporte de auditoría: .json, o .html para leer e imprimir, con X.audit.json al lado; se puede repetir (por defecto: X.audit.json junto a la base depurada)",
        "no-report": "no escribe el reporte de auditoría",
        column: "columna de teléfonos, por nombre o posición desde 1; se puede repetir (por defecto: se detecta)",
        "opt-out-column":
          "columna de la base en la que un sí es una baja, o solo VALOR (COLUMNA= : la celda vacía); se puede repetir (los nombres usuales ya se conocen)",
        "ignore-column": "columna que se ignora: no cuentan sus números ni sus bajas; se puede repetir",
        "phone-format": "cómo se escriben los números: {words} (por defecto: e164)",
        normalize:
          "escribe la base depurada como CSV estricto (RFC 4180, UTF-8, comas), para programas que no leen otra cosa",
        flag: "conserva todas las filas como están, y agrega qué pasó con cada una y el número por contactar",
        channel: "canal de la campaña: {words} (por defecto: cualquiera)",
        types: "tipos de número que se conservan, de {words} (por defecto: celular,fijo)",
        "keep-duplicates": "conserva filas cuyo número ya apareció",
        "keep-foreign": "conserva números de otros países",
        "no-suppression": "depura sin lista de bajas: no quita a quienes pidieron la baja",
        "max-removed": "no escribe nada si se quita más",
        "max-invalid": "no escribe nada si hay más inválidos",
        strict: "no escribe nada si hay una advertencia",
        "valid-for": "cuánto tiempo está vigente la base depurada (por defecto: 24h)",
        label: "nota para el reporte, por ejemplo campaña=verano; se puede repetir",
        log: "agrega esta corrida a una bitácora, también si falla (JSON Lines, encadenada con SHA-256)",
        "dry-run": "solo muestra el resumen; no escribe ningún archivo",
        force: "reemplaza archivos de salida que ya existen",
        progress: "barra de avance en la terminal: {words} (por defecto: auto)",
        json: "muestra el reporte y los errores como JSON",
      },
      examples: [
        "svscrub clientes.csv -s bajas.csv -o depurada.csv --removed quitados.csv",
        "svscrub clientes.csv -s dnc=bajas.csv -s sms/*.csv -o depurada.csv",
        'psql -c "copy …" | svscrub -s bajas.csv > depurada.csv',
      ],
    },
    check: {
      line: "si un número se puede contactar, y por qué",
      description:
        "Dice si cada número se puede contactar, cómo se leyó, qué lista lo tiene y desde cuándo.\nCódigo de salida 0: todos se pueden contactar; 1: al menos uno no.",
      operands: "números, escritos de cualquier forma, antes de -s; - es la entrada estándar, uno por línea",
      option: {
        channel: "canal del contacto: {words} (por defecto: cualquiera)",
        types: "tipos de número que se pueden contactar, de {words} (por defecto: celular,fijo)",
        "keep-foreign": "los números de otros países se pueden contactar",
        at: "a la fecha y hora que se indica, por ejemplo 2026-03-14T10:00",
        follow:
          "con -: responde cada línea al momento, hasta que termina la entrada; lee de nuevo las listas que cambian",
        json: "muestra JSON, y los errores como JSON: con - un objeto por línea, si no un solo documento",
      },
      examples: [
        "svscrub check 7012-3456 '+503 2222 1234' -s bajas.csv",
        "svscrub check --channel sms 70123456 -s dnc=bajas.csv --at 2026-03-14T10:00",
        "cut -f 3 llamadas.tsv | svscrub check - -s bajas.csv --json",
      ],
    },
    inspect: {
      line: "qué hay en un archivo: formato, columnas, teléfonos, lo que no se puede leer",
      description:
        "Muestra qué hay en un archivo antes de depurarlo: su formato, qué columnas son de teléfonos y por qué,\nlo que no se puede leer y los repetidos. Nunca muestra un número completo.",
      operands: "archivos (CSV o .xlsx); - es la entrada estándar",
      option: {
        column: "columna de teléfonos, por nombre o posición desde 1; se puede repetir (por defecto: se detecta)",
        delimiter: "delimitador: un carácter, o tab (por defecto: se detecta)",
        encoding: "{words} (por defecto: se detecta)",
        sheet: "hoja de un archivo de Excel, por nombre o posición (por defecto: la única)",
        "max-size": "tamaño que un archivo de Excel puede tener descomprimido (por defecto: 2GiB)",
        "header-row":
          "fila del encabezado, contada desde 1: lo que está arriba se deja fuera (por defecto: se detecta)",
        "no-header": "la primera fila es de datos",
        json: "muestra JSON en vez de tablas, y los errores como JSON",
      },
      examples: ["svscrub inspect clientes.csv", "svscrub inspect --json *.csv > inspeccion.json"],
    },
    audit: {
      line: "qué contactos se hicieron después de una baja",
      description:
        "Compara cada contacto de un historial (número, fecha, canal) con las bajas anteriores a él,\ny muestra los que se hicieron después de una baja, con cuánta demora y según qué lista. Con --hours y\n--max-contacts, también los que fueron fuera del horario o demasiadas veces. Termina con 1 si hay alguno.",
      operands: "el historial de contactos (CSV o .xlsx), antes de -s; - es la entrada estándar",
      option: {
        output: "los contactos indebidos, cada uno con su baja y la regla que incumple; - es la salida estándar",
        column:
          "columna de teléfonos del historial, por nombre o posición desde 1; se puede repetir (por defecto: se detecta)",
        "date-column": "columna de la fecha del contacto, por nombre o posición desde 1 (por defecto: se detecta)",
        channel: "canal de los contactos que no lo indican: {words} (por defecto: cuentan todas las bajas)",
        grace: "plazo permitido entre una baja y el último contacto, por ejemplo 24h o 10d (por defecto: 0)",
        hours:
          'busca también contactos fuera de este horario, por ejemplo "lun-vie 08:00-18:00" (horas de --tz); se puede repetir',
        holidays: "con --hours: archivo de asuetos, una fecha por línea; sv: los de El Salvador, de 2020 a 2040",
        "max-contacts":
          "busca también números contactados más veces, entre todos los canales: 3/7d es 3 en 7 días cualesquiera",
        report: "la auditoría como reporte: .json, o .html para leer e imprimir; se puede repetir",
        label: "con --report: nota para él, por ejemplo campaña=verano; se puede repetir",
        force: "reemplaza archivos de salida que ya existen",
        json: "muestra JSON en vez de tablas, y los errores como JSON",
      },
      examples: [
        "svscrub audit contactos.csv -s bajas.csv",
        "svscrub audit sms-enviados.csv --channel sms --grace 24h -s bajas.csv -s dnc=*.csv -o tarde.csv",
        'svscrub audit llamadas.csv --hours "lun-vie 08:00-18:00" --holidays sv --max-contacts 3/7d -s bajas.csv',
        "svscrub audit llamadas.csv.gz --json -s bajas.csv > auditoria.json",
      ],
    },
    verify: {
      line: "revisa de nuevo una corrida pasada, con su reporte y sus archivos",
      description:
        "Revisa de nuevo una corrida pasada: los bytes de cada archivo, y repite la corrida con las mismas\nreglas y listas. Con -s, también quién pidió la baja desde entonces. Con --log revisa una bitácora.\nDe una auditoría de contactos revisa los archivos, y la repite.",
      operands: "el reporte (.json) de una depuración o de una auditoría de contactos",
      option: {
        find: "una carpeta: los archivos que no están donde dice el reporte se buscan en ella y en las que contiene por su SHA-256, también con otro nombre; se puede repetir",
        fresh: "termina con 1 si la base depurada ya no está vigente",
        log: "la bitácora: revisa su cadena y, con un reporte, que el reporte está en ella",
        removed: "con -s: las filas limpias de quienes pidieron la baja desde entonces, y por qué",
        force: "reemplaza el archivo de --removed si ya existe",
        json: "muestra JSON en vez de líneas, y los errores como JSON",
      },
      examples: [
        "svscrub verify depurada.audit.json",
        "svscrub verify depurada.audit.json --fresh -s bajas.csv && enviar depurada.csv",
        "svscrub verify --log corridas.jsonl",
      ],
    },
    ...registryHelp,
    demo: {
      line: "archivos de ejemplo para probar svscrub, en una carpeta nueva",
      description:
        "Crea una carpeta nueva con una base de clientes inventados y una lista de bajas, y muestra los primeros comandos que puede escribir ahí. Nunca toca lo que ya existe.",
      operands: "la carpeta por crear (por defecto: svscrub-demo)",
      option: {},
      examples: ["svscrub demo", "svscrub demo prueba"],
    },
    completion: {
      line: "un script que completa comandos, opciones y valores en bash, zsh, fish o PowerShell",
      description:
        "Escribe el script de autocompletado de un shell. Mientras usted escribe, cada vez que presiona TAB, el script ejecuta svscrub\npara preguntar qué puede ir ahí. Svscrub entonces no escribe nada ni abre ninguna lista. Para PowerShell, agregue esta línea al archivo $PROFILE: svscrub completion powershell | Out-String | Invoke-Expression",
      operands: "bash, zsh, fish o powershell",
      option: {},
      examples: [
        "svscrub completion bash > ~/.svscrub.bash; grep -qs svscrub.bash ~/.bashrc || echo '. ~/.svscrub.bash' >> ~/.bashrc",
        "svscrub completion zsh > ~/.svscrub.zsh; grep -qs svscrub.zsh ~/.zshrc || echo '. ~/.svscrub.zsh' >> ~/.zshrc",
        "mkdir -p ~/.config/fish/completions; svscrub completion fish > ~/.config/fish/completions/svscrub.fish",
      ],
    },
  },
};
