// The Spanish sentences of the registry's commands.

import type { ImportRole } from "../../headers/import-columns.js";
import type { MessageFault } from "../../registry/understanding.js";
import type { registryErrors as english } from "../en/registry.js";
import { typedOption } from "../options.js";
import type { CommonSentences, Texts } from "../sentences.js";
import { wordIn } from "../typed-words.js";
import { count, number } from "../values.js";
import { orMeant } from "./usage.js";

const COLUMNS: Record<ImportRole, string> = {
  text: "ninguna columna parece la de los mensajes",
  action: "ninguna columna parece la de las tipificaciones o solicitudes",
  channel: "ninguna columna parece la de los canales",
  date: "ninguna columna parece la de las fechas",
  sender: "ninguna columna parece la de nuestros números",
};

const FAULTS: Record<MessageFault, string> = {
  "broken-record": "esta línea no se puede leer",
  "unreadable-sender": "no se puede leer el número de quien la envió",
  "unknown-message": "no es un mensaje de un proveedor que svscrub conozca",
};

/** Missing operands. */
const OPERANDS: Readonly<Record<string, string>> = {
  FILE: "el archivo",
  NUMBER: "el número",
  EVENT: "el identificador de un evento",
  SHELL: "el nombre del shell",
};

const OPTION_EXAMPLES: Readonly<Record<string, string>> = {
  "--reason": '--reason "número equivocado", por qué fue un error',
  "--registry": "--registry REGISTRO.csv, el archivo con sus bajas",
  "--kind": "--kind sms, llamada, formulario, consentimiento o revisado: qué es el archivo",
  FILE: "el archivo, como respuestas.csv",
  NUMBER: "uno, como 7012-3456, entre comillas si tiene espacios",
  EVENT: "el suyo: svscrub registry history NÚMERO --registry BAJAS.csv muestra cada evento con su identificador",
  SHELL: "su nombre: bash, zsh, fish o powershell",
};

export const registryErrors: Texts<typeof english> = {
  noRegistry: (nearest) => `no existe ese registro de bajas${orMeant(nearest)}
    | Revise el nombre. Para crear uno: svscrub registry add, o registry import.`,
  nearRegistry: (near, registry) => `no existe ese registro de bajas; ¿quiso decir "${near}"?
    | No se registró nada. Para crear otro registro de bajas junto a ese, cree primero un archivo vacío: touch ${registry}`,
  registryLost: (review) => `falta o está vacío, pero su revisión (${review}) existe: tal vez se perdió
    | Restáurelo, o una copia de respaldo. Si nunca hubo tal registro de bajas, indique otra revisión.`,
  registryClosed: "este registro de bajas ya se cerró | Ábralo otra vez.",
  registryShrank: `perdió eventos que tenía antes: ya no existe, es una copia más vieja, o quedó cortado
    | Ponga en su lugar la copia completa más reciente. Después repita los mensajes que no tuvieron respuesta.`,
  notUtf8: `no es texto UTF-8: contiene bytes en cero
    | Con --follow la entrada debe ser UTF-8. Si es UTF-16, conviértala antes: iconv -f UTF-16 -t UTF-8.`,
  notLedger: `no es un registro de bajas de svscrub
    | Un registro de bajas empieza con event,phone,action,channel,…. Si lo guardó una hoja de cálculo, restaure una copia de respaldo.`,
  badLedgerLine: `esta línea no es un evento
    | No se escribió nada. Restaure una copia del registro de bajas, o corrija la línea: diez celdas, un identificador propio en event, el teléfono como +503…, una acción como opt-out y, en la evidencia de un void, event:ID.`,
  noImportColumn: (role) => `${COLUMNS[role]} | Indíquela con --${role}-column NOMBRE, o con su posición, desde 1.`,
  needsReview: (records) =>
    `una persona debe decidir sobre ${count(records, "fila", "filas")} (esta es la primera): ${records === 1 ? "no es clara, es dudosa, no se puede leer quién la envió o es de un número que un mensaje menciona" : "no son claras, son dudosas, no se puede leer quién las envió o son de números que un mensaje menciona"}. No se registró nada
    | Agregue --review REVISAR.csv: ahí se escriben. Con -s REVISAR.csv cuentan como bajas hasta que una persona decida.`,
  notReviews: `no contiene revisiones
    | --kind reviewed lee el archivo que escribió --review, con las decisiones en su columna action.`,
  registryGiven: (as) =>
    as === "import"
      ? `es un registro de bajas, no un archivo por importar
        | No se cambió nada. Indique el archivo con las solicitudes de las personas. Para tomar los eventos de este registro de bajas como están: svscrub registry merge. Para quitar de una base los números de un registro de bajas, agréguelo con -s.`
      : `es un registro de bajas, no un archivo de revisiones
        | No se cambió nada. Indique otro archivo en --review: de él se sacan las solicitudes conforme se deciden.`,
  notForMessages: (option) =>
    `${option} es para columnas, pero esto es JSON | Los mensajes JSON no tienen columnas: quite la opción.`,
  unknownMessages: `no contiene ningún mensaje de un proveedor que svscrub conozca
    | svscrub lee los webhooks de Twilio, Infobip, Vonage, AWS, Telnyx y WhatsApp Cloud. De otros, haga un CSV con las columnas from, body y date.`,
  unreadableMessage: (fault, review) => `${FAULTS[fault]}
    | Se escribió en ${review}: una persona debe decidir. Las líneas siguientes se leen como siempre.`,
  decisionWithoutNumber: `hay una decisión, pero no exactamente un número para ella
    | Escriba el número en la columna phone. Si el mensaje no pedía nada, escriba otro en la columna action.`,
  notAcknowledgements: `no es un archivo de confirmaciones, o no tiene la columna email para los correos de esta importación
    | Elija un archivo nuevo, o uno que --ack escribió antes.`,
  badTemplate: (expected) => `no es un archivo de plantillas; se esperaba: ${expected}
    | Por ejemplo {"es": {"opt-out": "…", "opt-in": "…", "help": "…"}, "en": {…}}`,
  missingOption: (option, help) => `falta ${OPERANDS[option] ?? option}
    | Agregue ${OPTION_EXAMPLES[typedOption(option)] ?? option}. ${help} muestra cómo.`,
  badNumber: (position) => `el número ${number(position)} de los que usted escribió no es exactamente un teléfono
    | Escríbalo como 7012-3456 o +50370123456, entre comillas si tiene espacios.`,
  noEventNamed: (position, events) =>
    `${events === 0 ? "ningún evento tiene" : `${number(events)} eventos distintos tienen`} el identificador que escribió${position === 1 ? "" : ` en el lugar ${number(position)}`}; no se registró nada
    | svscrub registry history NÚMERO --registry BAJAS.csv muestra los eventos de un número, cada uno con su identificador: escríbalo completo. Un evento de otro registro de bajas se retira allá. Si alguien editó el registro de bajas, dé a cada evento un identificador propio.`,
  numberInReason: `el motivo contiene un número de teléfono; no se registró nada
    | Un número en cualquier celda del registro de bajas queda de baja, así que escriba el motivo sin él.`,
  voidOfVoid: (position) =>
    `el evento${position === 1 ? "" : ` número ${number(position)}`} que escribió es el retiro de otro evento, o la decisión sobre un mensaje, que hasta entonces mantenía de baja el número; no se registró nada
    | Déjelo y registre lo que vale: svscrub registry add NÚMERO --registry BAJAS.csv --action opt-out, o --action opt-in si la persona lo pidió.`,
  excessWord: (help, missing) =>
    missing === undefined
      ? `sobra una palabra | ${help} muestra cómo se usa.`
      : `sobra una palabra, y falta ${missing}
        | Escriba ${OPTION_EXAMPLES[typedOption(missing)] ?? missing}. ${help} muestra cómo.`,
  unknownEvent: `el registro de bajas no tiene ningún evento con el identificador de --since
    | Copie el identificador de la columna event de una exportación anterior.`,
  unknownWord: (typed, nearest) => {
    const isMissing = "falta el comando después de registry";
    return `${typed === undefined ? isMissing : `"${typed}" no es un comando de registry${orMeant(nearest)}`}
      | Elija add, import, export, history, status, void, merge o erase. svscrub help registry los explica.`;
  },
};

export const registry: CommonSentences["registry"] = {
  read: "leídos",
  optOuts: "bajas registradas",
  optIns: "altas registradas",
  settled: "decididos: no pedían nada, o ya respondidos",
  known: "ya registrados",
  help: "pedían ayuda",
  other: "no pedían nada",
  outbound: "mensajes nuestros",
  skipped: "no son mensajes (acuses de recibo y similares)",
  reviews: "por revisar",
  requests: "de estos, solicitudes por responder",
  named: "de estos, números que un mensaje menciona",
  knownReviews: "ya revisados o en espera",
  left: "todavía por revisar",
  unknownDecisions: (file, rows, firstLine, channels) =>
    `${file}: ${count(rows, "fila tiene", "filas tienen")} una palabra desconocida en la columna action, o en la columna channel de un alta (la primera en la línea ${number(firstLine)}) y ${rows === 1 ? "sigue" : "siguen"} en espera: escriba baja, alta u otro (respondida, solo para una solicitud), y como canal uno de ${channels.map((word) => wordIn("es", word)).join(", ")}`,
  released: "ya no están por revisar",
  unknownResults: (rows, unknown, hidden) =>
    `${count(rows, "fila tiene un resultado que svscrub no conoce, y espera", "filas tienen resultados que svscrub no conoce, y esperan")} a una persona${unknown.length > 0 ? `: ${unknown.map((one) => `${one.word} (${number(one.rows)})`).join(", ")}` : ""}${hidden > 0 ? `; ${count(hidden, "otro texto", "otros textos")}` : ""}. Indique qué significa cada uno; escriba baja en lugar de other si es una baja`,
  torn: (file, line) =>
    `${file}: una corrida interrumpida dejó a medias la línea ${number(line)}. Se quitó esa línea; repita esa corrida`,
  undated: (count) =>
    `${number(count)} sin fecha legible. Una baja sin fecha sigue vigente, y un alta sin fecha no anula nada`,
  datesContradict:
    "unas fechas tienen el día primero y otras el mes: pida a quien exporta el archivo que use un solo formato",
  stillSuppressed: (numbers) =>
    `${count(numbers, "número tiene un alta y sigue de baja", "números tienen un alta y siguen de baja")}: un alta solo anula una baja anterior del mismo canal`,
  suppressedByOthers: (numbers) =>
    `${count(numbers, "de estos números está", "de estos números están")} de baja por otros eventos`,
  suppressedBy: (shown, channel, since, event) =>
    `${shown}: de baja (${channel}) ${since === "" ? "sin fecha" : `desde ${since}`}, evento ${event}`,
  suppressedByReview: (shown, channel, event) =>
    `${shown}: una revisión espera decisión (${channel}), evento ${event}; mientras no vuelva con --kind reviewed, cuenta como baja`,
  moreSuppressed: (more) => `y ${number(more)} más`,
  toLift: (after) =>
    `Si la persona pidió que la contacten de nuevo por ese canal, regístrelo${after === "" ? "" : `, pero solo después de ${after}`}:`,
  toDate: "Un alta no anula una baja sin fecha.",
  toTakeBack: "Si uno de estos eventos se registró por error, retírelo:",
  acknowledgements: (file, count) => `confirmaciones por enviar: ${number(count)} (${file})`,
  allAssumed: (column) =>
    column === undefined
      ? "ninguna columna dice qué pidió cada persona, así que cada fila cuenta como baja; si alguna lo dice, indíquela con --action-column"
      : `columna "${column}": las filas que ahí dicen que la persona sigue de alta van a revisión, y todas las demás cuentan como baja; si dice qué pidió cada persona, agregue --action-column "${column}", y con --map qué quieren decir sus palabras`,
  toReview: (file) =>
    `Una persona debe decidir: en la columna action de ${file}, escriba baja, alta u otro (o respondida, si es una solicitud). Mientras tanto cuentan como bajas con -s. Después ejecute:`,
  takenBack: "eventos retirados",
  takenBackBefore: "ya retirados antes",
  otherEvents: "otros eventos registrados",
  tornThere: (file, line) =>
    `${file}: una corrida interrumpida dejó a medias la línea ${number(line)}, así que no se tomó: repita esa corrida, y después esta`,
  erasedNumbers: "personas encontradas",
  erasedEvents: "eventos de esas personas, que siguen contando",
  emptied: "eventos a los que se les quitó la fuente, el remitente, el motivo o la evidencia",
  emptiedReviews: "filas del archivo de revisión a las que se les quitó el mensaje",
  notInRegistry: (numbers) =>
    `${count(numbers, "de estos números no tiene", "de estos números no tienen")} ningún evento en este registro de bajas: revise el número, y los demás registros de bajas`,
  erasedElsewhere:
    "Las copias de respaldo, las exportaciones, los archivos importados, los de confirmaciones, las listas de quitados y los sistemas de sus socios conservan lo que tenían: svscrub help registry erase dice qué queda y dónde.",
  eraseInReviews:
    "El archivo de revisión puede tener mensajes de estas personas: agregue --review ARCHIVO para quitarlos también de ahí.",
  exported: (count) => `números y canales exportados: ${number(count)}`,
  oddKey: (file) =>
    `la clave de ${file} tiene una marca de orden de bytes, un retorno de carro o un espacio en sus extremos, y son parte de la clave: quien escriba la clave obtiene otros hashes`,
  hashWarning:
    "un hash sin clave no oculta nada: el hash de todos los números del país se calcula en un minuto. Use --hash-key-file",
  event: "evento",
  requested: "solicitado",
  recorded: "registrado",
  action: "acción",
  channel: "canal",
  source: "fuente",
  reason: "motivo",
  evidence: "evidencia",
  undatedCell: "sin fecha",
  isTakenBack: (action) => `${action} (retirada)`,
  actions: {
    "opt-out": "baja",
    "opt-in": "alta",
    review: "por revisar",
    request: "por responder",
    void: "retira un evento",
    settled: "no pedía nada, o ya respondida",
  },
  sources: {
    manual: "manual",
    sms: "sms",
    call: "llamada",
    form: "formulario",
    consent: "consentimiento",
    reviewed: "revisado",
  },
  noEvents: (shown) => `${shown}: sin eventos`,
  nothingStands: "no hay nada vigente",
  stands: (action, channel, since) => `${channel}: ${action}${since === "" ? ", sin fecha" : ` desde ${since}`}`,
  events: "eventos",
  byAction: "por acción",
  byChannel: "por canal",
  bySource: "por fuente",
  barred: "números que están de baja",
  newest: "evento más reciente",
  waiting: (waiting, days) =>
    `por responder: ${number(waiting)}, con un plazo de ${count(days, "día hábil", "días hábiles")}`,
  kind: "tipo",
  asked: "recibida",
  due: "vence",
  leftTitle: "días hábiles que quedan",
  kinds: {
    request: "solicitud por responder",
    review: "mensaje poco claro",
  },
  leftDays: (days) => (days === 0 ? "vence hoy" : number(days)),
  overdueBy: (days) => (days === 0 ? "VENCIDA" : `VENCIDA hace ${number(days)}`),
  undatedRequest: "quizá VENCIDA: no tiene fecha",
  moreWaiting: (more) => `y ${number(more)} más, que vencen después (--json las muestra todas)`,
  overdue: (overdue) =>
    overdue === 1
      ? "1 solicitud está vencida: respóndala ya"
      : `${number(overdue)} solicitudes están vencidas: respóndalas ya`,
  withoutReviews: "no se contaron las solicitudes del archivo de revisión: agregue --review ARCHIVO",
};
