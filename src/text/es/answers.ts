// The Spanish sentences of commands other than scrub, and of the page.

import type { LogFault } from "../../evidence/run-log.js";
import type { Sentences } from "../sentences.js";
import { count, inElSalvador, number } from "../values.js";
import { contactPage, contacts } from "./contacts.js";
import { page } from "./page.js";
import { es } from "./sentences.js";

const demo: Sentences["demo"] = {
  phoneList: (file) => `${file}: una base de teléfonos, tan desordenada como las reales`,
  optOuts: (file) => `${file}: personas que pidieron la baja`,
  next: "Todas las personas son inventadas. Para depurar la base, escriba:",
  clean: "depurada.csv",
  removed: "quitados.csv",
};

const check: Sentences["check"] = {
  may: "se puede contactar",
  mayNot: "NO se puede contactar",
  noNumber: "ningún número",
  because: {
    suppressed: "pidió la baja",
    excluded: "no es para esta campaña",
    foreign: "es de otro país",
    invalid: "no se lee con seguridad",
  },
  types: {
    mobile: "celular",
    fixed: "fijo",
    toll_free: "gratuito",
    premium: "de tarifa especial",
    foreign: "otro país",
  },
  typed: "escrito",
  readsAs: "se lee",
  couldMean: "podría ser",
  nothing: "nada",
  optedOut: "de baja en",
  holding: (list, record, since) => `${list}, fila ${number(record)}${since === "" ? "" : `, desde ${since}`}`,
  listReason: "motivo",
  listSource: "fuente",
  andMore: (count) => `y ${number(count)} más`,
  notTrusted: (said) => `no se puede confiar en una lista de bajas: ${said}`,
  asOf: (when) => `a la fecha ${when}`,
};

const rows = (value: number) => count(value, "fila", "filas");
const these = (total: number, first: readonly number[]) =>
  `${first.length === 1 ? "fila" : "filas"} ${first.map(number).join(", ")}${total > first.length ? ", …" : ""}`;

const inspection: Sentences["inspection"] = {
  sheet: "hoja",
  bytes: "bytes",
  encoding: "codificación",
  delimiter: "delimitador",
  noDelimiter: "ninguno: una sola columna",
  lineEnds: "fin de línea",
  header: "encabezado",
  titles: "títulos",
  yes: "sí",
  no: "no",
  records: "filas",
  blankLines: "líneas vacías",
  ragged: "filas con otra cantidad de celdas",
  malformed: "filas con comillas mal puestas",
  lines: (lines, more) =>
    `${lines.length === 1 && !more ? "línea" : "líneas"} ${lines.map(number).join(", ")}${more ? ", …" : ""}`,
  columns: (sampled) => `columnas, según una muestra de ${number(sampled)} ${sampled === 1 ? "fila" : "filas"}`,
  name: "nombre",
  filled: "llenas",
  readable: "legibles",
  verdict: "conclusión",
  phone: "teléfono",
  notPhone: "no es teléfono",
  why: {
    name: "por su nombre",
    content: "por sus celdas",
    "named-otherwise": "por su nombre es un código, una fecha, un monto o un texto",
    empty: "está vacía",
    "few-numbers": "menos de la mitad de sus celdas son números",
    "beside-phones": "sus números pueden ser otra cosa, porque ya hay una columna de teléfonos",
    chosen: "elegida con --column",
    "not-chosen": "parece de teléfonos, pero se eligió otra columna",
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
  several: "celdas con varios números",
  count: "cantidad",
  share: "porcentaje",
  linesTitle: "primeras líneas",
  summary: "filas según sus números",
  usable: "con un número nuevo",
  duplicates: "repetidas de una anterior",
  withoutNumber: "sin número",
  optOuts: "bajas.csv",
  clients: "clientes.csv",
  toScrub: "para depurarla:",
  toScrubBy: "para depurar una base con ella:",
  toSave: (file) => `esto llega de otro programa: guárdelo primero como archivo, por ejemplo ${file}`,
  toInspect: "ninguna columna parece de teléfonos; si alguna lo es, indíquela:",
};

/** Returns the positions, if known. */
const among = (total: number, first: readonly number[]) => (first.length === 0 ? "" : ` (${these(total, first)})`);

const LOG_FAULT: Record<LogFault, string> = {
  changed: "no es la que se escribió. Se cambió o se dañó.",
  unlinked: "no sigue a la anterior. Una línea anterior se cambió, se quitó, se agregó o se movió.",
  "no-line": "no es de una bitácora. Se cambió o se dañó.",
};

const verification: Sentences["verification"] = {
  findings: {
    "no-log": () => "no se sabe si alguien modificó el reporte mismo: una bitácora lo muestra (--log)",
    "in-log": (line) => `el reporte es el de la línea ${number(line)} de la bitácora`,
    "log-broken": (line) => `la bitácora está rota en la línea ${number(line)} y no prueba nada`,
    "not-as-logged": () => "el reporte fue modificado: la bitácora tiene otro SHA-256 para esta corrida",
    "not-in-log": () => "este reporte no está en la bitácora",
    "still-valid": (until) => `vigente hasta el ${inElSalvador(new Date(until))}`,
    "no-longer-valid": (until) =>
      `estuvo vigente hasta el ${inElSalvador(new Date(until))}: depure de nuevo antes de contactar a alguien`,
    "same-bytes": (bytes) => `los mismos ${count(bytes, "byte", "bytes")} (SHA-256)`,
    "grown-since": (bytes, now) =>
      `ha crecido desde entonces, de ${number(bytes)} a ${count(now, "byte", "bytes")}; los primeros ${number(bytes)} son los mismos (SHA-256)`,
    "found-below": (where, bytes, now) =>
      `está en ${where}: ${now > bytes ? `creció desde entonces, a ${count(now, "byte", "bytes")}; los primeros ${number(bytes)} son los mismos` : `los mismos ${count(bytes, "byte", "bytes")}`} (SHA-256)`,
    "other-bytes": (said, found, isRegistry) =>
      isRegistry
        ? `cambió: sus primeros ${count(said, "byte", "bytes")} no son los de la corrida (ahora tiene ${number(found)}). registry erase reescribe un registro de bajas: si desde entonces se borraron los datos de alguien, puede ser por eso, pero aquí nada lo prueba`
        : said === found
          ? "fue modificado: la misma cantidad de bytes, pero otro SHA-256"
          : `fue modificado: entonces ${count(said, "byte", "bytes")}, ahora ${number(found)}`,
    gone: (where, isSearched) =>
      `falta (se buscó en ${where}${isSearched ? " y en las carpetas de --find" : "; si lo movió o le cambió el nombre: --find CARPETA"})`,
    stream: () => "pasó de un programa a otro: no queda nada que revisar",
    unreadable: () => "no se puede leer de nuevo:",
    "key-needed": () => "necesitan la clave de --hash-key-file, que no se indicó: no se revisaron",
    "still-clean": (kept, lists) =>
      `${count(kept, "fila leída", "filas leídas")} de nuevo: todas limpias con las mismas reglas, y ninguna en ${count(lists, "lista", "listas")} de la corrida`,
    "suppressed-in-it": (total, first) =>
      `${count(total, "fila tiene un número que estaba", "filas tienen un número que estaba")} de baja antes de la corrida${among(total, first)}`,
    "nobody-since": (lists) =>
      `ningún número en ella ha pedido la baja desde entonces (${count(lists, "lista revisada", "listas revisadas")})`,
    "nobody-to-ask": () =>
      "la base depurada no se puede leer de nuevo: no se sabe quién ha pedido la baja desde entonces",
    "opted-out-since": (total, first) =>
      `${count(total, "fila tiene", "filas tienen")} un número que pidió la baja después${among(total, first)}: no ${total === 1 ? "lo" : "los"} contacte`,
    "other-tool": (said, found) =>
      `la corrida se hizo con la versión ${said} y esta es la ${found}: las diferencias pueden deberse a eso`,
    "not-run-again": () => "no se repitió la corrida: no todos los archivos que leyó siguen iguales",
    "same-again": (read) => `se repitió la corrida con ${rows(read)}: las mismas cantidades y los mismos archivos`,
    "differs-again": () => "sale diferente al repetir la corrida",
  },
  standings: {
    verified: "bien",
    mismatch: "DIFIERE",
    gone: "FALTA",
    unchecked: "no revisado",
    overtaken: "NO USAR",
    note: "nota",
  },
  stdStream: "entrada o salida estándar",
  run: (id, startedAt, version) => `corrida ${id} del ${startedAt}, svscrub ${version}`,
  verified: (repeated) =>
    repeated
      ? "verificado: todo lo que se pudo revisar está como dice el reporte"
      : "verificado, salvo la corrida, que no se pudo repetir: lo que se pudo revisar está como dice el reporte",
  notVerified: (mismatches, gone, overtaken) =>
    `NO verificado: ${[
      ...(mismatches > 0 ? [count(mismatches, "diferencia", "diferencias")] : []),
      ...(gone > 0 ? [count(gone, "archivo falta", "archivos faltan")] : []),
      ...(overtaken ? ["no use ahora la base depurada, depure de nuevo"] : []),
    ].join(", ")}`,
  butForFilesGone: (gone, repeated) =>
    `verificado, salvo ${count(gone, "archivo que ya no está", "archivos que ya no están")}: ${repeated ? "la corrida se repitió y dio los mismos hashes" : "la corrida no se pudo repetir"}`,
  logHolds: (runs, failed) =>
    `la cadena está completa: ${count(runs, "corrida", "corridas")}, ${count(failed, "fallida", "fallidas")}`,
  logTorn: (lines) => `cortada mientras se escribía: ${lines.length === 1 ? "línea" : "líneas"} ${lines.join(", ")}`,
  logBroken: (line, fault) => `la línea ${number(line)} ${LOG_FAULT[fault]} Las líneas que siguen no prueban nada.`,
  logLast: (sha256) =>
    `última línea: SHA-256 ${sha256} (guárdelo en otra parte: después muestra si se quitaron líneas del final)`,
};

export const all: Sentences = { ...es, check, contacts, contactPage, demo, inspection, page, verification };
