// The Spanish texts of a scrub's page.

import type { Channel } from "../../suppression/event.js";
import type { Sentences } from "../sentences.js";
import { count, number } from "../values.js";

const BY: Record<Channel, string> = { any: "", call: " por llamada", sms: " por SMS", whatsapp: " por WhatsApp" };

export const page: Sentences["page"] = {
  title: "Reporte de depuración",
  verdict: (clean, read, channel) =>
    `Se puede contactar${BY[channel]} a ${number(clean)} de ${count(read, "registro", "registros")}`,
  until: (when) => `Vigente hasta el ${when}. Después, depure la base de nuevo.`,
  unchecked: "No se revisó contra listas de bajas",
  uncheckedRecords: (clean, read) =>
    `${number(clean)} de ${count(read, "registro", "registros")} ${clean === 1 ? "tiene" : "tienen"} un número que sirve. No se sabe quiénes pidieron la baja: depure la base con -s antes de contactar a alguien.`,
  holdsAll: (file) =>
    `${file} tiene todas las filas, también las de quienes pidieron la baja: contacte solo a las que dicen "clean".`,
  ranAt: (when) => `depurada el ${when}`,
  whereTheyWent: "A dónde fueron las filas",
  disposition: "Resultado",
  share: "%",
  meaning: {
    clean: "se pueden contactar",
    suppressed: "pidieron que no los contacten",
    duplicate: "el número ya había aparecido",
    excluded: "no son para esta campaña",
    foreign: "de otro país",
    invalid: "sin un número que sirva",
  },
  onlyHere: (records) => `${number(records)} solo aquí`,
  lists: "Listas de bajas que se usaron",
  noLists: "Ninguna: no se quitó a quienes pidieron la baja.",
  list: "Lista",
  entries: "Entradas",
  matched: { clean: "Quitadas", flagged: "Marcadas" },
  kinds: { plain: "lista", registry: "registro de bajas", hashed: "lista con hash" },
  age: (days) => (days === 0 || days === -1 ? "hace menos de un día" : `hace ${count(days, "día", "días")}`),
  unreadable: (unread) => `${number(unread)} sin entender`,
  digits: ({ read, numbers, extensions, times, leftover }) =>
    `Dígitos de las listas: ${number(read)} = ${number(numbers)} en números + ${number(extensions)} en extensiones + ${number(times)} en fechas y horas + ${number(leftover)} sobrantes.`,
  howItWasDone: "Cómo se hizo",
  phoneColumns: (columns) => (columns === 1 ? "Columna de teléfonos" : "Columnas de teléfonos"),
  campaign: "Contacto por",
  channels: { any: "cualquier canal: cuentan todas las bajas", call: "llamada", sms: "SMS", whatsapp: "WhatsApp" },
  kept: { clean: "En la base depurada", flagged: "Marcados como limpios" },
  duplicatesToo: "también números repetidos",
  foreignToo: "también números de otros países",
  optIns: "Altas",
  lifted: (lifted, lists) =>
    `${count(lifted, "baja anulada por un alta posterior", "bajas anuladas por altas posteriores")} en ${lists.join(", ")}`,
  checked: "Se comprobó",
  addsUp: (read) =>
    read === 1 ? "La fila se contó una sola vez." : `Cada una de las ${number(read)} filas se contó una sola vez.`,
  selfCheck: (sampled) =>
    sampled === 1
      ? "Autocontrol: 1 número de prueba, de baja."
      : `Autocontrol: ${number(sampled)} números de prueba, todos de baja.`,
  canaries: (masked) =>
    masked.length === 1
      ? `El número de control ${masked[0]}: de baja.`
      : `Los números de control ${masked.join(", ")}: de baja.`,
  toFix: "Lo que no se pudo usar, y qué hacer",
  nothingToFix: "Nada: todas las filas se pudieron usar.",
  fixes: {
    ragged: "Les faltan o les sobran celdas: corrija los delimitadores o las comillas de estas filas.",
    malformed: "Corrija las comillas de estas filas.",
    "type-not-allowed": "La campaña no usa ese tipo de número; --types lo permite.",
    "not-reachable": "Un teléfono fijo no recibe mensajes de texto: llame.",
    empty: "No hay número: pídalo.",
    "not-a-number": "La celda tiene otra cosa: pida el número.",
    "too-short": "Faltan dígitos: pida el número.",
    "too-long": "Sobran dígitos, o hay números pegados: sepárelos.",
    "not-in-plan": "Ese número no existe en El Salvador: pida el número.",
    "legacy-7-digit": "Es de antes de 2005: pida el número de 8 dígitos.",
    "spreadsheet-damage": "Una hoja de cálculo cortó los dígitos: exporte la columna como texto.",
    "looks-like-id": "Es un DUI o NIT: revise que la columna de teléfonos sea la correcta.",
    placeholder: "Es un número inventado: pida el verdadero.",
    leftover: "La celda tiene dígitos que no son de ningún número: corríjala o pida el número.",
  },
  eachInRemoved: (file) => `Estas filas están en ${file}, cada una con su motivo.`,
  files: "Archivos y su SHA-256",
  file: "Archivo",
  recordsTitle: "Filas",
  bytes: (bytes) => count(bytes, "byte", "bytes"),
  stream: "entrada o salida estándar",
  roles: {
    input: "base de teléfonos",
    suppression: "lista de bajas",
    clean: "base depurada",
    flagged: "base marcada",
    removed: "filas quitadas",
  },
  howToVerify: "Cómo verificarlo",
  verifying: "Este comando revisa todos los archivos y repite la corrida. Un archivo con otro SHA-256 fue modificado.",
  madeBy: (version, node, plan) => `svscrub ${version}, Node ${node}, plan de numeración ${plan}`,
};
