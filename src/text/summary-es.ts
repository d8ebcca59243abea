// The words of the summary on stderr, in Spanish.

import type { SummarySentences } from "./summary.js";
import { number } from "./values.js";

const count = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`;

export const summary: SummarySentences = {
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
    `${name}: ${count(entries, "entrada", "entradas")}, ${count(matched, "registro", "registros")} en la base${onlyHere > 0 ? `, ${number(onlyHere)} solo por ella` : ""}`,
  blankLines: (blank) => `${count(blank, "línea vacía omitida", "líneas vacías omitidas")}`,
  columns: (file, understood, columns) =>
    `${file}${understood.length > 0 ? ` (${understood.join(", ")})` : ""}, teléfonos en ${columns}`,
  delimiter: (shown) =>
    shown === "none" ? "una sola columna" : `delimitador ${shown === "tab" ? "tabulador" : shown}`,
  column: (position) => `columna ${position}`,
  wrote: (file, records) => (records === undefined ? file : `${file} (${count(records, "registro", "registros")})`),
  validUntil: (when) => `úsela antes de ${when}`,
  dryRun: "simulación: no se escribió nada",
  typeThis: "para escribir la base depurada:",
  next: "se escribió",
  warning: "advertencia",
  progress: (records) => count(records, "registro", "registros"),
  oldStays: (file) => `${file} es un archivo VIEJO de una ejecución anterior: no debe enviarse`,
  bug: "Es un error de svscrub. Por favor repórtelo con el comando que escribió y sin los datos:",
};
