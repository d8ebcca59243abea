// What the registry's commands say, in Spanish.

import type { ImportRole } from "../headers/import-columns.js";
import type { MessageFault } from "../registry/understanding.js";
import type { RegistryErrors, RegistrySentences } from "./sentences.js";
import { count, describeAge, number } from "./values.js";

const COLUMNS: Record<ImportRole, string> = {
  text: "ninguna columna contiene los mensajes",
  action: "ninguna columna contiene las tipificaciones",
  channel: "ninguna columna contiene los canales",
  date: "ninguna columna contiene las fechas",
  sender: "ninguna columna contiene los números propios",
};

const FAULTS: Record<MessageFault, string> = {
  "broken-record": "esta línea no se puede leer",
  "unreadable-sender": "no se lee en ella el número de ninguna persona",
  "unknown-message": "no es un mensaje de un proveedor que svscrub conozca",
};

export const registryErrors: RegistryErrors = {
  noRegistry: () => ({ what: "no existe ese registro", hint: "registry add y registry import lo crean." }),
  registryGone: () => ({
    what: "ya no existe o está vacío, y era un registro cuando empezó esta corrida",
    hint: "Póngalo en su lugar, o una copia de respaldo. Después repita con los mensajes que no se respondieron.",
  }),
  notUtf8: () => ({
    what: "no es texto en UTF-8: contiene bytes en cero",
    hint: "Con --follow tiene que ser UTF-8. Si es UTF-16, póngale antes iconv -f UTF-16 -t UTF-8.",
  }),
  notLedger: () => ({
    what: "no es un registro de svscrub",
    hint: "Un registro empieza con event,phone,action,channel,…; si una hoja de cálculo lo guardó, lo cambió. Restaure una copia.",
  }),
  badLedgerLine: () => ({
    what: "esta línea no es un evento",
    hint: "No se escribió nada. Restaure una copia del registro, o corrija la línea: diez celdas, el teléfono como +503….",
  }),
  noImportColumn: (role) => ({
    what: COLUMNS[role],
    hint: `Indíquela con --${role}-column NOMBRE, o por su posición desde 1.`,
  }),
  needsReview: (records) => ({
    what: `${number(records)} ${records === 1 ? "entrada no está clara, es dudosa o no se lee quién la envió" : "entradas no están claras, son dudosas o no se lee quién las envió"} (esta es la primera); no se registró nada`,
    hint: "Agregue --review REVISAR.csv: quedan ahí, y cuentan como bajas con -s hasta que una persona decida.",
  }),
  notReviews: () => ({
    what: "no contiene revisiones",
    hint: "--kind reviewed lleva el archivo que escribió --review, con la decisión en su columna action.",
  }),
  notForMessages: (option) => ({
    what: `${option} es para columnas, y esto es JSON`,
    hint: "Los mensajes de webhooks se reconocen por sus campos: quite la opción.",
  }),
  unknownMessages: () => ({
    what: "no contiene ningún mensaje de un proveedor que svscrub conozca",
    hint: "Lee los webhooks de Twilio, Infobip, Vonage, AWS, Telnyx y WhatsApp Cloud. De otros, haga un CSV con las columnas from, body y date.",
  }),
  unreadableMessage: (fault, review) => ({
    what: FAULTS[fault],
    hint: `Quedó en ${review}: debe decidir una persona. La lectura continúa.`,
  }),
  decisionWithoutNumber: () => ({
    what: "hay una decisión, y no exactamente un número al que se refiera",
    hint: "Escriba el número en la columna phone, o la palabra otro en action si no pidió nada.",
  }),
  notAcknowledgements: () => ({
    what: "no es un archivo de confirmaciones",
    hint: "Indique otro: --ack solo agrega al archivo que él mismo creó.",
  }),
  badTemplate: (expected) => ({
    what: `no es un archivo de plantillas; se esperaba: ${expected}`,
    hint: 'Por ejemplo {"es": {"opt-out": "…", "opt-in": "…", "help": "…"}, "en": {…}}',
  }),
  longTemplate: (name, septets, most) => ({
    what:
      septets === undefined
        ? `${name} está vacía o tiene caracteres que no caben en un SMS de un segmento`
        : `${name} ocupa ${number(septets)} caracteres; en un segmento caben ${number(most)}`,
    hint: "Solo GSM-7: ahí faltan las letras á, í, ó y ú.",
  }),
  missingOption: (option, help) => ({ what: `falta ${option}`, hint: `${help} muestra cómo.` }),
  badNumber: (position) => ({
    what: `el número ${number(position)} de los que escribió no se lee como un solo teléfono`,
    hint: "Escríbalo como 7012-3456 o +50370123456, entre comillas si tiene espacios.",
  }),
  noRegistryNumber: () => ({
    what: "falta el número",
    hint: "Indique uno, como 7012-3456, entre comillas si tiene espacios.",
  }),
  excessWord: (help) => ({ what: "sobra una palabra", hint: `${help} muestra qué acepta.` }),
  unknownEvent: () => ({
    what: "ningún evento del registro tiene el identificador de --since",
    hint: "Tome uno de la columna event de una exportación anterior.",
  }),
  unknownWord: (typed, nearest) => ({
    what:
      typed === undefined
        ? "¿qué se hace con el registro?"
        : `"${typed}" no es algo que se haga con un registro${nearest === undefined ? "" : `; ¿quiso decir "${nearest}"?`}`,
    hint: "svscrub registry --help muestra qué: add, import, export, history, status.",
  }),
};

export const registry: RegistrySentences = {
  read: "leídos",
  optOuts: "bajas registradas",
  optIns: "altas registradas",
  settled: "no pedían nada",
  known: "ya registrados",
  help: "piden ayuda",
  other: "no piden nada",
  outbound: "mensajes propios",
  skipped: "no son mensajes (acuses de recibo y similares)",
  reviews: "por revisar",
  requests: "de ellos, solicitudes por responder",
  knownReviews: "ya revisados o en espera",
  left: "todavía por revisar",
  created: (file) => `${file} es nuevo: un primer registro, o un error en su nombre`,
  torn: (file, line) =>
    `${file}: la línea ${number(line)} quedó a medias por una corrida interrumpida, y se quitó; repita esa corrida`,
  undated: (count) =>
    `${number(count)} sin fecha legible: una baja así no la levanta ningún alta posterior, y un alta así no levanta nada`,
  heldCell: (line) =>
    `línea ${line}: hay una celda entre comillas sin cerrar, y las líneas que siguen esperan ese cierre: revise esa línea`,
  datesContradict: "el orden de día y mes cambia entre sus fechas: acuerde el formato con quien lo exporta",
  acknowledgements: (file, count) => `confirmaciones por enviar: ${number(count)} (${file})`,
  lacksEmail: (file) => `${file} no tiene la columna email: sus confirmaciones van sin correo; indique otro archivo`,
  toReview: (file) =>
    `Decida: escriba opt-out, opt-in u otro en la columna action de ${file}; de una solicitud, respondida. Mientras tanto cuentan como bajas con -s. Después:`,
  exported: (count) => `números y canales exportados: ${number(count)}`,
  hashWarning:
    "los resúmenes (hash) sin clave no ocultan nada: todos los números del país se resumen en un minuto. Use --hash-key-file",
  event: "evento",
  requested: "solicitado",
  recorded: "registrado",
  action: "acción",
  channel: "canal",
  source: "fuente",
  reason: "motivo",
  evidence: "evidencia",
  undatedCell: "sin fecha",
  actions: {
    "opt-out": "baja",
    "opt-in": "alta",
    review: "por revisar",
    request: "por responder",
    settled: "no pedía nada",
  },
  noEvents: (shown) => `${shown}: sin eventos`,
  stands: (action, channel, since) => `${channel}: ${action}${since === "" ? ", sin fecha" : ` desde ${since}`}`,
  events: "eventos",
  byAction: "por acción",
  byChannel: "por canal",
  bySource: "por fuente",
  barred: "números de baja ahora",
  newest: "evento más reciente",
  slowest: "atención más lenta",
  took: (age, event) => `${describeAge(age, "es")} (${event})`,
  unseen: (age) => `ninguna depuración los vio en ${describeAge(age, "es")}`,
  unseenEvents: (events) => `ninguna depuración los ha visto todavía: ${events.join(", ")}`,
  waiting: (waiting, days) =>
    `por responder: ${number(waiting)}, cada uno dentro de ${count(days, "día hábil", "días hábiles")}`,
  kind: "tipo",
  asked: "recibida",
  due: "vence",
  leftTitle: "días hábiles que quedan",
  kinds: {
    request: "solicitud por responder",
    review: "mensaje por aclarar",
    decided: "decidido, sin incorporar",
    "opt-out": "baja que ninguna depuración ha visto",
  },
  leftDays: (days) => (days === 0 ? "hasta hoy" : number(days)),
  overdueBy: (days) => (days === 0 ? "VENCIDA" : `VENCIDA hace ${number(days)}`),
  undatedRequest: "VENCIDA, que se sepa",
  moreWaiting: (more) => `y ${number(more)} más, que vencen después (--json las nombra todas)`,
  overdue: (overdue) =>
    overdue === 1
      ? "1 solicitud está vencida: respóndala ya"
      : `${number(overdue)} solicitudes están vencidas: respóndalas ya`,
  withoutReviews: "sin --review nadie puede decir qué solicitudes del archivo de revisión están pendientes",
  otherReport: (file) => `${file}: no es el reporte de una depuración con este registro`,
};
