// What every run may say, in Spanish; the rest is all-es.ts.

import type { ListMismatch } from "../scrub/phone-lists.js";
import type { BaselineFault } from "../suppression/baseline.js";
import type { ManifestFault } from "../suppression/manifest.js";
import type { DateSource } from "../suppression/trust.js";
import { fileErrors } from "./file-errors-es.js";
import { help } from "./help-es.js";
import { registry, registryErrors } from "./registry-es.js";
import type { ColumnShare, CommonSentences } from "./sentences.js";
import { orMeant, usageErrors } from "./usage-es.js";
import { count, describeAge, number, percent, sizeText, someNames } from "./values.js";
import { workbookErrors } from "./workbook-errors-es.js";

const shares = (candidates: readonly ColumnShare[]) =>
  candidates.map(({ name, readable }) => `"${name}" (${percent(readable)} legible)`).join(", ");

const linesBefore = (first: number, next: number) =>
  next - first === 1 ? `la línea ${number(first)} está` : `las líneas ${number(first)} a ${number(next - 1)} están`;

const rowsBefore = (first: number, next: number) =>
  next - first === 1 ? `la fila ${number(first)} está` : `las filas ${number(first)} a ${number(next - 1)} están`;

const MANIFEST_FAULT: Record<ManifestFault, string> = {
  "no-json": "no es un manifiesto: no es JSON",
  "no-manifest": "no es un manifiesto de svscrub, o le falta una parte",
  version: "es un manifiesto de un svscrub más nuevo",
};
const DATED_BY: Record<DateSource, string> = {
  "as-of": "como se dijo con --as-of",
  manifest: "según su manifiesto",
  registry: "según su evento más nuevo",
  "file-name": "según el nombre del archivo",
  "file-time": "según la hora del archivo: copiarlo la renueva",
};
const BASELINE_FAULT: Readonly<Record<BaselineFault, string>> = {
  "no-json": "no es JSON, o está cortado",
  "no-report": "no es un reporte de svscrub",
  version: "es un reporte de otra versión de svscrub",
};

const MISMATCH: Readonly<Record<ListMismatch, string>> = {
  encoding: "la codificación",
  delimiter: "el delimitador",
  "line-end": "lo que termina sus registros",
  columns: "la cantidad de columnas",
  column: "el nombre de una columna",
  "phone-columns": "cuáles columnas son de teléfonos",
};

export const es: CommonSentences = {
  language: "es",
  number,
  place: (file, line, sheet) =>
    sheet === undefined
      ? `${file}${line === undefined ? "" : `, línea ${line}`}`
      : `${file}, hoja "${sheet}"${line === undefined ? "" : `, fila ${line}`}`,
  errors: {
    emptyFile: () => ({
      what: "está vacío",
      hint: "Es probable que haya fallado el programa que debía escribirlo. Revíselo primero.",
    }),
    headerTooLong: (bytes) => ({
      what: `el primer registro no termina en ${sizeText(bytes)}`,
      hint: "¿Es un archivo CSV?",
    }),
    titlesAbove: (first, next, nextIs, list, isSheet) => ({
      what: `${(isSheet ? rowsBefore : linesBefore)(first, next)} antes de lo que parece ${nextIs === "header" ? "el encabezado" : "el primer registro"}, en la ${isSheet ? "fila" : "línea"} ${number(next)}`,
      hint: `${isSheet ? `Borre en la hoja las filas arriba de la fila ${next} y guárdela.` : `Quite lo que no es parte de la lista: tail -n +${next} ARCHIVO.`} O diga ${list === "suppression" ? "--no-header=NOMBRE" : "--no-header"}: así cada ${isSheet ? "fila" : "línea"} es un registro.`,
    }),
    unclosedQuote: () => ({
      what: "aquí se abre una comilla que nunca se cierra",
      hint: 'Ciérrela o quítela; una comilla dentro de una celda entre comillas se escribe doble ("").',
    }),
    recordTooLong: (bytes) => ({
      what: `el registro que empieza aquí pasa de ${sizeText(bytes)}`,
      hint: "Casi siempre es una comilla que no se cierra, o un archivo que no es CSV.",
    }),
    unknownColumn: (name, nearest, columns, header, names) => ({
      what: `no hay columna "${name}"${orMeant(nearest)}`,
      hint: header
        ? columns === 1
          ? "Tiene una sola columna: quite la opción, o indique la posición 1."
          : `Indique una de sus columnas, o su posición, de 1 a ${number(columns)}${names.length === 0 ? "" : `: ${someNames(names)}`}.`
        : `La lista no tiene encabezado: indique la posición, ${columns === 1 ? "1" : `de 1 a ${number(columns)}`}.`,
    }),
    noPhoneColumn: (candidates) => ({
      what:
        candidates.length > 0
          ? `ninguna columna parece de teléfonos; las más cercanas: ${shares(candidates)}`
          : "ninguna columna parece de teléfonos",
      hint: `Indíquela con --column${candidates[0] ? ` "${candidates[0].name}"` : " NOMBRE"}.`,
    }),
    columnWithoutNumbers: (column, records) => ({
      what: `en ${count(records, "registro", "registros")} la columna elegida "${column}" no tiene ni un teléfono`,
      hint: "Elija otra columna con --column, o quite la opción y deje que svscrub la encuentre.",
    }),
    noContactDate: (header) => ({
      what: "ninguna columna dice cuándo se hicieron los contactos",
      hint: header
        ? "Nómbrela fecha, fecha_envio, fecha_llamada, sent_at o algo así (y hora, si la hora está aparte)."
        : "El registro de contactos necesita un encabezado con los nombres de sus columnas: telefono,fecha,hora,canal.",
    }),
    contactDatesContradict: () => ({
      what: "esta fecha tiene el día y el mes en otro orden que las anteriores",
      hint: "Habría que adivinar qué contacto fue después de qué baja. Escriba las fechas como 2026-11-24.",
    }),
    differentLists: (kind, first, ours, firsts) => ({
      what: `difiere de ${first} en ${MISMATCH[kind]}: aquí ${ours}, allá ${firsts}`,
      hint: "Depure las dos bases por separado.",
    }),
    wrongColumn: (candidates) => ({
      what:
        candidates.length > 0
          ? `nada en ella parece un teléfono; lo más cercano: ${shares(candidates)}`
          : "nada en ella parece un teléfono",
      hint: "Indique la columna con --suppress-column, o revise que sea el archivo correcto.",
    }),
    emptyList: (header) => ({
      what: header ? "tiene encabezado y ninguna entrada" : "no tiene entradas",
      hint: header
        ? "Si es correcto (el primer día de un registro), dígalo con --allow-empty NOMBRE."
        : "¿Se exportó completa?",
    }),
    noNumbers: (entries) => ({
      what: `tiene ${count(entries, "entrada", "entradas")} y ni un teléfono utilizable`,
      hint: "Revise que sea el archivo correcto, o indique la columna con --suppress-column.",
    }),
    tooManyUnreadable: (unreadable, entries, share) => ({
      what: `${number(unreadable)} de ${count(entries, "entrada", "entradas")} no se leen como teléfonos; más de ${percent(share)} es demasiado para confiar (esta es la primera)`,
      hint: "Corrija la lista, o permita más con --max-unreadable, por ejemplo --max-unreadable 5%.",
    }),
    listShrank: (entries, before, share) => ({
      what: `tiene ${count(entries, "entrada", "entradas")}, y ${number(before)} en el reporte de referencia: se redujo más de ${percent(share)}`,
      hint: "¿Se cortó, o se exportó con un filtro? Si es correcta, permítalo con --max-shrink.",
    }),
    badBaseline: (fault, option) => ({
      what: BASELINE_FAULT[fault],
      hint: `${option} lleva el .audit.json de una corrida anterior.`,
    }),
    streamNotFollowed: () => ({
      what: "es un flujo: no se puede volver a leer",
      hint: "Guárdelo primero como archivo. Para responder al momento hacen falta listas que se puedan leer otra vez.",
    }),
    processStream: () => ({
      what: "- es un flujo del proceso, que una biblioteca no toca",
      hint: "Indique un archivo.",
    }),
    optInLapsed: () => ({
      what: "tiene un alta que venció después de leer la lista",
      hint: "Actualice: entonces se lee otra vez la lista.",
    }),
    listsClosed: () => ({ what: "las listas de bajas están cerradas", hint: "Ábralas otra vez." }),
    listsUnknown: () => ({
      what: "las listas de bajas no se pudieron leer otra vez",
      hint: "Es un error de svscrub. Por favor repórtelo, sin los datos.",
    }),
    badManifest: (fault) => ({
      what: MANIFEST_FAULT[fault],
      hint: "Cópielo otra vez, junto con su lista, de donde se exportaron los dos.",
    }),
    manifestMismatch: (ours, said) => ({
      what: `tiene ${side(ours)}; su manifiesto dice ${side(said)}`,
      hint: "La lista se cortó o se cambió después de exportarla, o uno de los dos archivos es más viejo. Copie otra vez los dos.",
    }),
    tooFewEntries: (entries, wanted) => ({
      what: `tiene ${count(entries, "entrada", "entradas")}; se esperaban al menos ${number(wanted)}`,
      hint: "¿Se exportó completa? Si es así, baje --min-entries.",
    }),
    rangeTooWide: (record, numbers, most) => ({
      what: Number.isFinite(numbers)
        ? `el registro ${number(record)} es un rango de ${number(numbers)} números; sin preguntar se aceptan hasta ${number(most)}, con el comodín al final`
        : `el registro ${number(record)} tiene un comodín, y no se puede saber qué números abarca`,
      hint: Number.isFinite(numbers)
        ? `Si es correcto, dígalo con --max-range ${numbers}.`
        : "Escriba los números completos, o un rango por línea, como 2222*. Los rangos de más de 10,000 números necesitan --max-range.",
    }),
    tooManyRanges: (record, most) => ({
      what: `tiene más de ${number(most)} entradas con comodín (el registro ${number(record)} es la siguiente): parecen números enmascarados`,
      hint: "Exporte la lista con los números completos. Si son rangos, dígalo con --max-range 10000.",
    }),
    tooOld: (age, maxAge) => ({
      what: `tiene ${describeAge(age, "es")} de antigüedad; se permiten ${describeAge(maxAge, "es")} como máximo`,
      hint: "Consiga la lista actual, o diga de qué fecha es con --as-of NOMBRE=FECHA.",
    }),
    noDate: () => ({
      what: "no tiene fecha, o tiene una futura, y no se puede revisar su antigüedad",
      hint: "Diga de qué fecha es: --as-of NOMBRE=FECHA",
    }),
    usDoNotCall: () => ({
      what: "es un archivo Do-Not-Call de Estados Unidos (código de área, número): allá 503 es Oregón",
      hint: "No sirve para números salvadoreños. Quítelo.",
    }),
    hashesUnproven: () => ({
      what: "contiene resúmenes (hash), y ninguno de medio millón de números del país está entre ellos",
      hint: "¿Se hizo con una clave (--hash-key-file), en otra forma, o no son teléfonos? Se entienden MD5, SHA-1, SHA-256 y SHA-512 de +503…, 503…, 8 dígitos y NNNN-NNNN.",
    }),
    hashedHistory: () => ({
      what: "contiene resúmenes (hash), y dice más de una vez cuándo se dio de baja el mismo número, o hasta cuándo",
      hint: "De un resumen solo se guarda una fecha, y su pasado no se puede reconstruir. Use la lista con los números.",
    }),
    badHashKey: () => ({ what: "no contiene ninguna clave", hint: "El archivo de --hash-key-file está vacío." }),
    expiriesContradict: (expired) => ({
      what: `hay fechas con el día primero y con el mes primero, y ${count(expired, "entrada puede parecer vencida", "entradas pueden parecer vencidas")} antes de tiempo`,
      hint: "Escriba sus fechas como 2026-11-24.",
    }),
    folderInFolder: () => ({
      what: "es una carpeta dentro de una carpeta de listas de bajas",
      hint: "Indíquela con su propio -s, o sáquela: pasarla por alto podría dejar pasar a alguien.",
    }),
    emptyFolder: () => ({
      what: "no contiene ningún archivo .csv, .tsv o .txt",
      hint: "Revise que sea la carpeta correcta.",
    }),
    canaryMissing: (masked, list) => ({
      what: `el número de control ${masked} no está dado de baja${list === undefined ? "" : ` en ${list}`}`,
      hint: "Las listas no son lo que deberían: otro archivo, cortado o mal leído. No se escribió nada.",
    }),
    selfCheckFailed: (list) => ({
      what: `autocontrol: un número de ${list}, escrito de otra forma, salió limpio`,
      hint: "Es un error de svscrub. No se escribió nada; por favor, repórtelo.",
    }),
    tooMuchRemoved: (removed, read, share) => ({
      what: `se quitarían ${number(removed)} de ${count(read, "registro", "registros")}, más del ${percent(share)} de --max-removed`,
      hint: "No se publicó nada. Revise los motivos de arriba (también con --dry-run) y suba el límite si son correctos.",
    }),
    tooMuchInvalid: (invalid, read, share) => ({
      what: `${number(invalid)} de ${count(read, "registro", "registros")} son inválidos, más del ${percent(share)} de --max-invalid`,
      hint: "No se publicó nada. ¿Es la columna correcta? Revise los motivos de arriba.",
    }),
    strictWarnings: (warnings) => ({
      what: `hay ${count(warnings, "advertencia", "advertencias")}, y --strict no permite ninguna`,
      hint: "No se publicó nada.",
    }),
    countsDoNotAdd: (read, sum) => ({
      what: `se leyeron ${number(read)} registros y se clasificaron ${number(sum)}`,
      hint: "Es un error de svscrub. No se publicó nada; por favor, repórtelo.",
    }),
    badReport: () => ({
      what: "no es un reporte entero de svscrub",
      hint: "Es otro archivo, o fue modificado o dañado. verify lleva el reporte .json de una depuración.",
    }),
    contactReport: () => ({
      what: "es el reporte de una auditoría de contactos, y verify lleva el de una depuración",
      hint: "Para comprobar una auditoría, hágala de nuevo con los archivos que nombra su reporte, y compare ambos reportes.",
    }),
    newerReport: (version) => ({
      what: `es un reporte de la versión ${version} del esquema, que este svscrub no conoce`,
      hint: "Verifíquelo con la versión de svscrub que lo hizo, o con una posterior.",
    }),
    // Last, so that a name that two of them have does not compile.
    ...fileErrors,
    ...workbookErrors,
    ...usageErrors,
    ...registryErrors,
  },
  warnings: {
    "file-ignored": (file) => `${file} no es una lista (.csv, .tsv, .txt, .xlsx, .xlsm) y no se leyó`,
    "list-from-the-future": (list) => `${list} tiene una fecha futura: ¿está mal algún reloj?`,
    "list-old": (list, age) =>
      `${list} tiene ${describeAge(age, "es")} de antigüedad: no incluye a quien pidió la baja después`,
    "list-empty": (list) => `${list} no tiene entradas`,
    "list-bars-nobody": (list, entries) =>
      `${list} no da de baja a nadie: de sus ${count(entries, "entrada", "entradas")} ninguna está vigente (vencidas, levantadas o sobre otra cosa)`,
    "list-all-foreign": (list, entries) =>
      `${list} no da de baja a nadie en El Salvador: de sus ${count(entries, "entrada", "entradas")} ninguna es un número salvadoreño`,
    "entries-unreadable": (list, unreadable, records) =>
      unreadable === 1
        ? `${list}: el registro ${number(records[0]!)} no se puede leer y no da de baja a nadie: corríjalo`
        : `${list}: ${number(unreadable)} entradas no se pueden leer y no dan de baja a nadie: corríjalas (registros ${records.map(number).join(", ")}${unreadable > records.length ? ", …" : ""})`,
    "numbers-elsewhere": (list, found) =>
      `${list}: en ${count(found, "registro", "registros")} el número estaba fuera de la columna de teléfonos; queda dado de baja`,
    "records-broken": (list, broken) =>
      `${list}: ${count(broken, "registro dañado", "registros dañados")}; todo número que contienen queda dado de baja`,
    "due-dates-ignored": (list, column) =>
      `${list}: la columna "${column}" no se tomó como vencimiento de la baja; si lo es, llámela "expira"`,
    "actions-unknown": (list, unknown) =>
      `${list}: ${count(unknown, "entrada sin acción conocida cuenta como baja", "entradas sin acción conocida cuentan como bajas")}`,
    "opt-ins-idle": (list, idle) =>
      `${list}: ${count(idle, "alta no levanta ninguna baja", "altas no levantan ninguna baja")}: sin fecha, con fecha futura o para un canal desconocido`,
    "dates-contradict": (list) =>
      `${list}: hay fechas con el día primero y con el mes primero, así que ninguna de sus altas levanta bajas; escriba las fechas como 2026-11-24`,
    "hashes-unproven": (list) =>
      `${list}: ningún número de esta corrida está entre sus resúmenes (hash); no consta que se hayan hecho como svscrub espera`,
    "not-in-baseline": (list) => `${list} no está en el reporte de referencia: no se sabe si se redujo`,
    "other-phone-column": (file, column) =>
      `${file}: la columna "${column}" también parece de teléfonos; no se trató como columna de teléfonos`,
    "opt-out-words": (file, column, total, lines) =>
      `${file}: la columna "${column}" habla de bajas en ${count(total, "fila", "filas")} (${lines.length === 1 ? "línea" : "primeras líneas:"} ${lines.map(number).join(", ")}) y eso no excluye a nadie; si debe excluir, agregue --opt-out-column "${column}"; si no, --ignore-column "${column}"`,
    "sheets-passed-over": (file, sheets) =>
      `${file}: una hoja oculta también lleva datos y no se leyó: ${sheets}; diga con --sheet cuál quiere`,
    "hidden-cells": (list, rows, columns) =>
      `${list}: también cuentan ${[rows > 0 ? count(rows, "fila oculta", "filas ocultas") : [], columns > 0 ? count(columns, "columna oculta", "columnas ocultas") : []].flat().join(" y ")} de su hoja`,
    "formulas-without-value": (list, formulas) =>
      `${list}: ${count(formulas, "fórmula no tiene", "fórmulas no tienen")} un valor calculado; abra el libro en Excel o LibreOffice y guárdelo, y lo tendrá`,
    "total-line": (file, line) =>
      `${file}, línea ${number(line)}: parece el total al final de un reporte, y se leyó como un registro más`,
    "channel-not-said": (log) =>
      `${log}: ninguna columna dice por qué canal fue cada contacto, así que cuentan todas las bajas; dígalo con --channel`,
    "holidays-unknown": (years) =>
      `no se conocen los asuetos de ${years.join(", ")}: --holidays no tiene ningún día de ${years.length === 1 ? "ese año" : "esos años"}`,
    "only-midnights": (log) =>
      `${log}: todas sus horas son medianoche. Si solo tiene fechas, nadie puede decir qué fue fuera de horario`,
    "columns-in-one": (file) =>
      `${file}: su única columna tiene nombre de varias; de cada celda queda solo el número. Si algo las separa, indíquelo con --delimiter`,
    "no-records": (file) => `${file} tiene encabezado y ningún registro`,
    "numbers-left": (left) =>
      `${count(left, "número que no se puede contactar queda", "números que no se pueden contactar quedan")} en registros limpios, como estaban`,
    "nobody-clean": (read, suppressed) =>
      suppressed * 2 > read
        ? `no queda nadie: ${number(suppressed)} de ${count(read, "registro", "registros")} ${suppressed === 1 ? "pidió" : "pidieron"} la baja. ¿Están cambiadas las listas? La base va primero; las listas de bajas, después de -s`
        : `no queda nadie: de ${count(read, "registro", "registros")} ninguno está limpio. ¿Es el archivo correcto, y la columna correcta?`,
    "looks-like-opt-outs": (file, column) =>
      `${file} parece una lista de bajas, por ${column === "" ? "su nombre" : `su columna "${column}"`}. ¿Están cambiadas las listas? La que se revisa va primero; las listas de bajas, después de -s`,
    "no-suppression": () => "no se usó ninguna lista de bajas: no se revisó si alguien pidió la baja",
  },
  summary: {
    read: "leídos",
    dispositions: {
      clean: "limpios",
      suppressed: "de baja",
      duplicate: "repetidos",
      excluded: "excluidos",
      foreign: "extranjeros",
      invalid: "inválidos",
    },
    reasons: {
      ragged: "con otra cantidad de celdas",
      malformed: "con texto después de cerrar comillas",
      "type-not-allowed": "de un tipo no permitido",
      "not-reachable": "no reciben SMS",
      empty: "vacíos",
      "not-a-number": "no son números",
      "too-short": "muy cortos",
      "too-long": "muy largos",
      "not-in-plan": "fuera del plan de numeración",
      "legacy-7-digit": "números viejos de 7 dígitos (antes de 2005)",
      "spreadsheet-damage": "dañados por la hoja de cálculo",
      "looks-like-id": "parecen DUI o NIT",
      placeholder: "números de relleno",
    },
    lists: "listas de bajas",
    listLine: (name, entries, matched, onlyHere) =>
      `${name}: ${count(entries, "entrada", "entradas")}, ${count(matched, "coincidencia", "coincidencias")}${onlyHere > 0 ? `, ${number(onlyHere)} solo aquí` : ""}`,
    dated: (when, from) => `del ${when}, ${DATED_BY[from]}`,
    undated: "sin fecha (un flujo)",
    blankLines: (blank) => `${count(blank, "línea vacía omitida", "líneas vacías omitidas")}`,
    columns: (file, understood, columns) =>
      `${file}${understood.length > 0 ? ` (${understood.join(", ")})` : ""}, teléfonos en ${columns}`,
    sheet: (name) => `hoja "${name}"`,
    delimiter: (shown) =>
      shown === "none" ? "una sola columna" : `delimitador ${shown === "tab" ? "tabulador" : shown}`,
    column: (position) => `columna ${position}`,
    besideColumn: (column, records) =>
      `${count(records, "registro excluido", "registros excluidos")} por un número en ${column}`,
    ownOptOuts: (column, records) =>
      `${count(records, "registro pide", "registros piden")} en ${column} que no se les contacte: se excluyen, y sus números en toda la corrida`,
    wrote: (file, records) => (records === undefined ? file : `${file} (${count(records, "registro", "registros")})`),
    validUntil: (when) => `vigente hasta el ${when}`,
    unchecked: "sin revisar contra listas de bajas",
    scrubFirst: "no se revisó a nadie contra listas de bajas: depure la base con -s antes de contactar a nadie",
    onlyBy: { call: "solo por llamada", sms: "solo por SMS", whatsapp: "solo por WhatsApp" },
    othersMayRead: (file) =>
      `otros usuarios de este equipo pueden leer ${file}, según su umask: con "umask 077" antes, solo usted`,
    dryRun: "simulación: no se escribió nada",
    typeThis: "para escribir la base depurada:",
    next: "se escribió",
    warning: "advertencia",
    progress: (records) => count(records, "registro", "registros"),
    oldStays: (file) => `${file} es un archivo VIEJO de una ejecución anterior: no debe enviarse`,
    bug: "Es un error de svscrub. Por favor repórtelo con el comando que escribió y sin los datos:",
  },
  registry,
  help,
};

/** A length in bytes or a digest. */
function side(value: number | string): string {
  return typeof value === "number" ? count(value, "byte", "bytes") : `SHA-256 ${value}`;
}
