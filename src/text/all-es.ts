// Every sentence in Spanish: what every run may say, and here what other commands than a scrub answer, and the page.

import type { CheckSentences, InspectionSentences, VerificationSentences } from "./answers.js";
import { contactPage, contacts } from "./contacts-es.js";
import { es } from "./es.js";
import { page } from "./page-es.js";
import type { Sentences } from "./sentences.js";
import { count, number } from "./values.js";

const check: CheckSentences = {
  may: "se puede contactar",
  mayNot: "NO se puede contactar",
  noNumber: "ningún número",
  because: {
    suppressed: "pidió la baja",
    excluded: "no es para esta campaña",
    foreign: "es de otro país",
    invalid: "no es un número seguro",
  },
  reasons: {
    "type-not-allowed": "su tipo no está permitido",
    "not-reachable": "no recibe SMS",
    empty: "vacío",
    "not-a-number": "no es un número",
    "too-short": "muy corto",
    "too-long": "muy largo",
    "not-in-plan": "fuera del plan de numeración",
    "legacy-7-digit": "7 dígitos, de antes de 2005",
    "spreadsheet-damage": "dañado por la hoja de cálculo",
    "looks-like-id": "parece DUI o NIT",
    placeholder: "de relleno",
  },
  types: {
    mobile: "celular",
    fixed: "fijo",
    toll_free: "gratuito",
    premium: "de tarifa especial",
    foreign: "de otro país",
  },
  typed: "escrito",
  readsAs: "se lee",
  couldMean: "podría ser",
  nothing: "nada",
  optedOut: "de baja en",
  holding: (list, record, since) => `${list}, registro ${number(record)}${since === "" ? "" : `, desde ${since}`}`,
  listReason: "motivo",
  listSource: "fuente",
  andMore: (count) => `y ${number(count)} más`,
  notTrusted: (said) => `una lista de bajas no es confiable: ${said}`,
  asOf: (when) => `como estaba al ${when}`,
};

const inspection: InspectionSentences = {
  sheetsOf: (file) => `${file}: hojas`,
  sheet: "hoja",
  shown: "visible",
  visibility: { visible: "sí", hidden: "oculta", "very-hidden": "oculta por un programa" },
  range: "rango",
  rows: "filas",
  remarks: "notas",
  noCells: "sin celdas",
  noValues: "vacía",
  filtered: "con filtro",
  hiddenRows: (rows) => count(rows, "fila oculta", "filas ocultas"),
  hiddenColumns: (columns) => count(columns, "columna oculta", "columnas ocultas"),
  formulas: (formulas) => `${count(formulas, "fórmula", "fórmulas")} sin valor`,
  unseen:
    "una depuración no acepta esta hoja como base: muestre las filas y columnas ocultas, borre el filtro y deje que se calculen las fórmulas, o copie lo que quiere en una hoja nueva",
  toChooseSheet: "para ver una de ellas:",
  bytes: "bytes",
  encoding: "codificación",
  delimiter: "delimitador",
  noDelimiter: "ninguno: una sola columna",
  quotes: "celdas entre comillas",
  lineEnds: "fin de línea",
  header: "encabezado",
  yes: "sí",
  no: "no",
  records: "registros",
  firstRecords: (records) => `los primeros ${number(records)} (hay más)`,
  blankLines: "líneas vacías",
  ragged: "registros con otra cantidad de celdas",
  malformed: "registros mal entrecomillados",
  lines: (lines, more) =>
    `${lines.length === 1 && !more ? "línea" : "líneas"} ${lines.map(number).join(", ")}${more ? ", …" : ""}`,
  columns: (sampled) => `columnas, según una muestra de ${number(sampled)} ${sampled === 1 ? "registro" : "registros"}`,
  name: "nombre",
  filled: "llenas",
  readable: "legibles",
  verdict: "conclusión",
  phone: "teléfono",
  notPhone: "no es teléfono",
  why: {
    "name-and-content": "por su nombre, y sus celdas lo confirman",
    name: "solo por su nombre: ninguna celda lo confirma todavía",
    content: "solo por sus celdas",
    "doubtful-content": "por sus celdas, aunque todas son dudosas",
    "named-as-other-number": "su nombre dice código, fecha, monto o algo así",
    "named-as-text": "su nombre dice texto",
    "yes-or-no": "solo dice sí o no",
    "name-not-confirmed": "su nombre podría serlo, pero ninguna celda lo es",
    empty: "está vacía",
    "no-numbers": "nada en ella se lee como número",
    "only-doubtful": "todo lo que podría ser un número en ella es dudoso",
    "few-numbers": "menos de la mitad de sus celdas se leen como números",
    "beside-phones": "se lee como números, pero junto a una columna de teléfonos pueden ser otros",
    chosen: "elegida con --column",
    "not-chosen": "lo parece, pero se eligió otra",
  },
  phones: (column) => `teléfonos en ${column}`,
  cells: "celdas llenas",
  types: {
    mobile: "números de celular",
    fixed: "números fijos",
    toll_free: "números 800 (gratuitos)",
    premium: "números 900 (con tarifa)",
    foreign: "números extranjeros",
  },
  e164: "ya escritos en E.164 (+503…)",
  several: "celdas con varios números",
  doubtful: "celdas con una lectura dudosa",
  unreadable: (column) => `no se puede leer en ${column}`,
  count: "cantidad",
  share: "parte",
  linesTitle: "primeras líneas",
  examples: "podrían ser (ocultos en parte)",
  summary: "registros según sus números",
  usable: "primeros de su número",
  duplicates: "repetidos de uno anterior",
  withoutNumber: "sin número",
  distinct: "números diferentes",
  optOuts: "bajas.csv",
  toScrub: "para depurarla:",
  toInspect: "ninguna columna parece de teléfonos; si alguna los contiene, indíquela:",
};

const records = (value: number) => count(value, "registro", "registros");
const these = (total: number, first: readonly number[]) =>
  `${first.length === 1 ? "registro" : "registros"} ${first.map(number).join(", ")}${total > first.length ? ", …" : ""}`;

const verification: VerificationSentences = {
  findings: {
    "counts-add-up": (read) =>
      `el reporte cuadra: ${count(read, "registro leído", "registros leídos")}, cada uno contado una vez`,
    "count-differs": (said, found) => `el reporte dice ${number(said)}, y son ${number(found)}`,
    "times-contradict": () => "las horas del reporte se contradicen",
    "does-not-fit": () => "no concuerda con el resto del reporte",
    "no-log": () => "no se sabe si el reporte mismo fue modificado: lo diría una bitácora (--log)",
    "in-log": (line) => `el reporte es el de la bitácora, línea ${number(line)}`,
    "log-broken": (line) => `la bitácora está rota en la línea ${number(line)} y no prueba nada`,
    "not-as-logged": () => "el reporte fue modificado: la bitácora tiene otra huella para esta corrida",
    "not-in-log": () => "la bitácora no conoce este reporte",
    "as-logged": (line) => `como en la bitácora, línea ${number(line)}`,
    "other-than-logged": (line) => `fue modificado: la bitácora, línea ${number(line)}, tiene otra huella`,
    "logged-not-there": (line) =>
      `no está; la bitácora lo conoce, línea ${number(line)} (--base CARPETA si los archivos se movieron)`,
    "still-valid": (until) => `vigente hasta ${until}`,
    "no-longer-valid": (until) => `estuvo vigente hasta ${until}: depure de nuevo antes de contactar a nadie`,
    "within-hours": (until) => `dentro del horario${until === undefined ? "" : `, hasta ${until}`}`,
    "hours-unknown": (year) =>
      `no se conocen los asuetos de ${year}, así que nadie puede decir si hoy es uno: agréguelos al archivo de --holidays`,
    "hours-closed": () => "fuera de horario, y no abre en un año: revise --hours y --holidays",
    "outside-hours": (opens) => `fuera de horario: abre el ${opens}`,
    "same-bytes": (bytes) => `los mismos ${count(bytes, "byte", "bytes")} (SHA-256)`,
    "grown-since": (bytes, now) =>
      `ha crecido desde entonces, de ${number(bytes)} a ${count(now, "byte", "bytes")}; los primeros ${number(bytes)} son los mismos (SHA-256)`,
    "other-bytes": (said, found) =>
      said === found
        ? "fue modificado: los mismos bytes en cantidad, y otro SHA-256"
        : `fue modificado: entonces ${count(said, "byte", "bytes")}, ahora ${number(found)}`,
    gone: (where) => `no está (se buscó en ${where}; --base CARPETA si los archivos se movieron)`,
    stream: () => "fue un flujo: no queda nada que revisar",
    unreadable: () => "no se puede leer de nuevo:",
    "key-needed": () =>
      "se leyeron con una clave (--hash-key-file) que no se indicó: no se volvió a buscar nada en ellas",
    "lists-missing": (missing, lists) =>
      `${number(missing)} de ${count(lists, "lista", "listas")} no se ${missing === 1 ? "pudo" : "pudieron"} leer como ${missing === 1 ? "era" : "eran"}: no se buscó nada en ${missing === 1 ? "ella" : "ellas"}`,
    "still-clean": (kept, lists) =>
      `${count(kept, "registro leído", "registros leídos")} de nuevo: todos limpios con las mismas reglas, ninguno de baja en ${count(lists, "lista", "listas")} al momento de la corrida`,
    "suppressed-in-it": (total, first) =>
      `${count(total, "registro tiene un número que estaba", "registros tienen un número que estaba")} de baja antes de la corrida (${these(total, first)})`,
    "unfit-in-it": (total, first) =>
      `${count(total, "registro no está limpio", "registros no están limpios")} según las reglas de la corrida (${these(total, first)})`,
    "suppressed-in-header": () => "su encabezado tiene un número que estaba de baja antes de la corrida",
    "judged-otherwise": (total, first) =>
      `${count(total, "registro se juzga", "registros se juzgan")} de otra forma según las reglas y las listas de la corrida (${these(total, first)})`,
    "other-columns": () => "sus columnas de teléfono no son las del reporte",
    recounted: (counted) => `${records(counted)} contados de nuevo: tantos de cada clase y motivo como dice el reporte`,
    "recount-differs": (name, said, found) =>
      `"${name}": el reporte dice ${number(said)}, en la lista hay ${number(found)}`,
    "recount-unknown": (unknown) => `${records(unknown)} de una clase o un motivo que el reporte no tiene`,
    "nobody-since": (lists) =>
      `nadie en ella ha pedido la baja desde entonces, según ${count(lists, "lista indicada", "listas indicadas")} ahora`,
    "nobody-to-ask": () =>
      "la base depurada no se puede leer de nuevo: no se sabe si alguien en ella ha pedido la baja desde entonces",
    "opted-out-since": (total, first) =>
      `${count(total, "registro tiene", "registros tienen")} un número que ahora está de baja (${these(total, first)}): no los contacte`,
    "other-plan": () =>
      "el plan de numeración cambió desde la corrida: hay números que ahora pueden leerse de otra forma",
    "other-tool": (said, found) =>
      `la corrida la hizo la versión ${said} y esta es la ${found}: lo que ahora sale de otra forma puede deberse a eso`,
    "not-run-again": () => "no se repitió la corrida: no todo lo que leyó está como estaba",
    "same-again": (read) => `se repitió la corrida con ${records(read)}: las mismas cantidades y los mismos archivos`,
    "differs-again": () => "difiere al repetir la corrida",
  },
  standings: {
    verified: "bien",
    mismatch: "DIFIERE",
    gone: "FALTA",
    unchecked: "no revisado",
    overtaken: "VENCIDA",
    "not-now": "AHORA NO",
    note: "nota",
  },
  stdStream: "entrada o salida estándar",
  run: (id, startedAt, version) => `corrida ${id} de ${startedAt}, svscrub ${version}`,
  verified: "verificado: todo lo que se pudo revisar está como dice el reporte",
  notVerified: (mismatches, gone, isUnasked) =>
    `NO verificado: ${[mismatches > 0 ? count(mismatches, "diferencia", "diferencias") : [], gone > 0 ? count(gone, "archivo falta", "archivos faltan") : [], isUnasked ? "no se pudo buscar a nadie" : []].flat().join(", ")}`,
  overtaken: "está como dice el reporte, pero VENCIDA: depure de nuevo antes de contactar a nadie",
  notNow: "como dice el reporte, pero AHORA NO: no contacte a nadie hasta que abra el horario",
  logHolds: (runs, failed) =>
    `la cadena está entera: ${count(runs, "corrida", "corridas")}, de ellas ${number(failed)} fallidas`,
  logTorn: (lines) => `cortada mientras se escribía: ${lines.length === 1 ? "línea" : "líneas"} ${lines.join(", ")}`,
  logBroken: (line, fault) => ({
    what:
      fault === "changed"
        ? `la línea ${number(line)} no es la que se escribió`
        : fault === "unlinked"
          ? `la línea ${number(line)} no sigue a la anterior`
          : `la línea ${number(line)} no es de una bitácora`,
    hint:
      fault === "unlinked"
        ? "Alguna línea anterior se cambió, se quitó, se agregó o se movió. Lo que sigue no prueba nada."
        : "Se cambió o se dañó. Lo que sigue no prueba nada.",
  }),
  logLast: (sha256) =>
    `última línea: SHA-256 ${sha256} (guardado en otra parte, muestra si se cortaron líneas del final)`,
};

export const all: Sentences = { ...es, check, contacts, contactPage, inspection, page, verification };
