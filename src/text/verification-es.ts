// Lo que dice una verificación, en español.

import { number } from "./values.js";
import type { VerificationSentences } from "./verification.js";

const count = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`;
const records = (value: number) => count(value, "registro", "registros");
const these = (total: number, first: readonly number[]) =>
  `${first.length === 1 ? "registro" : "registros"} ${first.map(number).join(", ")}${total > first.length ? ", …" : ""}`;

export const verification: VerificationSentences = {
  findings: {
    "counts-add-up": (read) => `el reporte cuadra: ${records(read)} leídos, cada uno contado una vez`,
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
      `${records(kept)} leídos de nuevo: todos limpios con las mismas reglas, ninguno de baja en ${count(lists, "lista", "listas")} al momento de la corrida`,
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
    note: "nota",
  },
  stdStream: "entrada o salida estándar",
  run: (id, startedAt, version) => `corrida ${id} de ${startedAt}, svscrub ${version}`,
  verified: "verificado: todo lo que se pudo revisar está como dice el reporte",
  notVerified: (mismatches, gone) =>
    `NO verificado: ${[mismatches > 0 ? count(mismatches, "diferencia", "diferencias") : [], gone > 0 ? count(gone, "archivo falta", "archivos faltan") : []].flat().join(", ")}`,
  overtaken: "está como dice el reporte, pero VENCIDA: depure de nuevo antes de contactar a nadie",
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
