// What the pages say, in Spanish: of a scrub, and of one that failed.

import type { PageSentences } from "./answers.js";
import { count, number } from "./values.js";

export const page: PageSentences = {
  title: "Reporte de depuración",
  verdict: (clean, read) => `Se puede contactar a ${number(clean)} de ${count(read, "registro", "registros")}`,
  until: (when) => `Vigente hasta ${when} (El Salvador). Después, depure la base de nuevo antes de contactar a nadie.`,
  holdsAll: (file) =>
    `${file} tiene todos los registros, también los de quienes pidieron la baja: contacte solo a los que dicen "clean".`,
  ranAt: (when) => `depurada el ${when} (El Salvador)`,
  whereTheyWent: "A dónde fueron los registros",
  byWhichList: "En qué lista están quienes pidieron la baja",
  meaning: {
    clean: "se pueden contactar",
    suppressed: "pidieron que no los contacten",
    duplicate: "el número ya había aparecido",
    excluded: "no son para esta campaña",
    foreign: "de otro país",
    invalid: "sin un número que sirva",
  },
  onlyHere: (records) => `${number(records)} solo por esta lista`,
  otherLists: (lists) => count(lists, "lista más", "listas más"),
  lists: "Listas de bajas que se usaron",
  noLists: "Ninguna: no se quitó a nadie que haya pedido la baja.",
  list: "Lista",
  dated: "Fecha",
  entries: "Entradas",
  matched: { clean: "Registros quitados", flagged: "Registros marcados" },
  kinds: { plain: "lista", registry: "registro de bajas", hashed: "lista de huellas (hash)" },
  noDate: "sin fecha (un flujo)",
  age: (days) => (days === 0 ? "de menos de un día" : `de hace ${count(days, "día", "días")}`),
  datedBy: {
    "as-of": "según se dijo",
    manifest: "según manifiesto",
    registry: "según evento",
    "file-name": "según nombre",
    "file-time": "según archivo",
  },
  copyingRefreshes: "La hora de un archivo se renueva al copiarlo.",
  unreadable: (unread) => `${number(unread)} ${unread === 1 ? "ilegible" : "ilegibles"}`,
  howItWasDone: "Cómo se hizo",
  phoneColumns: (columns) => (columns === 1 ? "Columna de teléfonos" : "Columnas de teléfonos"),
  campaign: "Contacto por",
  channels: { any: "cualquier medio: toda baja cuenta", call: "llamada", sms: "SMS", whatsapp: "WhatsApp" },
  kept: { clean: "En la base depurada", flagged: "Marcados como limpios" },
  duplicatesToo: "también números repetidos",
  foreignToo: "también números de otros países",
  optIns: "Altas",
  lifted: (lifted, lists) =>
    `${count(lifted, "baja quedó sin efecto por un alta posterior", "bajas quedaron sin efecto por altas posteriores")} en ${lists.join(", ")}`,
  checked: "Se comprobó",
  addsUp: (read, parts) => `${number(read)} leídos = ${parts.join(" + ")}: las cuentas cuadran.`,
  selfCheck: (sampled) =>
    sampled === 1
      ? "1 forma de escribir un número de las listas se buscó como en una base: salió de baja."
      : `${number(sampled)} formas de escribir números de las listas se buscaron como en una base: todas salieron de baja.`,
  canaries: (masked) =>
    masked.length === 1
      ? `El número de control ${masked[0]}: encontrado.`
      : `Los números de control ${masked.join(", ")}: encontrados.`,
  toFix: "Lo que no se pudo usar, y qué hacer",
  nothingToFix: "Nada: todos los registros y todas las entradas se pudieron leer.",
  fixes: {
    ragged: "Corrija los delimitadores o las comillas de estos registros: faltan celdas o sobran.",
    malformed: "Corrija las comillas de estos registros.",
    "type-not-allowed": "No se quería ese tipo de número; --types lo deja.",
    "not-reachable": "Un teléfono fijo no recibe SMS: llámeles.",
    empty: "No se dio ningún número.",
    "not-a-number": "La celda contiene otra cosa: pida el número.",
    "too-short": "Faltan dígitos: pida el número.",
    "too-long": "Sobran dígitos, o hay números pegados: sepárelos.",
    "not-in-plan": "Ese número no existe en El Salvador: pida el número.",
    "legacy-7-digit": "Es de antes de 2005: pida el número de 8 dígitos.",
    "spreadsheet-damage": "Una hoja de cálculo cortó los dígitos: exporte la columna como texto.",
    "looks-like-id": "Es un DUI o NIT: ¿es la columna correcta?",
    placeholder: "Se llenó por cumplir: pida el número.",
  },
  unreadableEntries: (list, unread) =>
    `${list}: no se ${unread === 1 ? "puede" : "pueden"} leer ${count(unread, "entrada", "entradas")} de la lista`,
  records: (first, all) =>
    `${all === 1 ? "registro" : "registros"} ${first.map(number).join(", ")}${all > first.length ? ", …" : ""}: ${all === 1 ? "corríjalo, pues por él" : "corríjalos, pues por ellos"} no se quitó a nadie`,
  eachInRemoved: (file) => `Cada uno de estos registros está en ${file} con su motivo.`,
  warnings: "Advertencias",
  files: "Archivos y sus huellas",
  file: "Archivo",
  recordsTitle: "Registros",
  bytes: (bytes) => count(bytes, "byte", "bytes"),
  stream: "entrada o salida estándar",
  roles: {
    input: "base de teléfonos",
    suppression: "lista de bajas",
    clean: "base depurada",
    flagged: "base marcada",
    removed: "registros quitados",
  },
  howToVerify: "Cómo verificarlo",
  verifying: {
    clean:
      "Un archivo con otro SHA-256 fue modificado. Este comando calcula de nuevo las huellas de todos, lee la base depurada con las mismas reglas y repite la corrida:",
    flagged:
      "Un archivo con otro SHA-256 fue modificado. Este comando calcula de nuevo las huellas de todos, lee la base marcada con las mismas reglas y repite la corrida:",
  },
  withoutJson: "Escriba también un reporte JSON (--report X.json): svscrub verify lleva ese.",
  madeBy: (version, node, plan) => `svscrub ${version}, Node ${node}, plan de numeración ${plan}`,
};
