// What is warned of in a phone list's own opt-outs, in Spanish.

import type { CommonSentences, OwnOptOutWarning } from "../sentences.js";
import { count, number } from "../values.js";

export const ownOptOutWarnings: Pick<CommonSentences["warnings"], OwnOptOutWarning> = {
  "opt-out-words": (file, column, total, lines, place) =>
    `${file}: la columna "${column}" menciona bajas en ${count(total, "fila", "filas")} (${linesShown(lines)}) y no bloquea a nadie. ${
      {
        phones: "Para bloquear esas filas, pase las palabras de la columna de teléfonos a una llamada no_llamar",
        beyond: `Para bloquear esas filas, llame no_llamar a la columna ${column} en el encabezado`,
        column: `Para bloquear esas filas, agregue --opt-out-column "${column}"; si no importan, --ignore-column "${column}"`,
      }[place]
    }`,
  "opt-out-heading": (file, column, total, lines) =>
    `${file}: ${count(total, "fila tiene", "filas tienen")} solo palabras de baja en la columna "${column}" (${linesShown(lines)}), como un título, y no ${total === 1 ? "bloquea" : "bloquean"} a nadie, tampoco las filas de abajo. Si la gente de abajo pidió la baja, pásela a una lista de bajas o marque cada fila en una columna llamada no_llamar; si no, borre el título`,
  "consent-said-opt-out": (file, column) =>
    `${file}: la columna "${column}" se llama como un consentimiento, pero con --opt-out-column un sí en ella bloquea. Si un sí significa "se puede contactar", quite --opt-out-column "${column}"`,
  "opt-out-column-idle": (file, column) =>
    `${file}: la columna "${column}", de --opt-out-column, no bloquea a nadie: ninguna celda lo dice, y tiene otras palabras. Si no es la columna correcta, indique la otra`,
  "opt-outs-of-another-channel": (file, column) =>
    `${file}: la columna "${column}" habla de otro canal que --channel, y no bloquea a nadie. Si vale también para esta campaña, agregue --opt-out-column "${column}"`,
  "opt-outs-doubtful": (file, column, total, read) =>
    `${file}: la columna "${column}" da de baja ${number(total)} de ${count(read, "fila", "filas")}, y ninguna de esas celdas es un sí o un no claro. Si la columna no dice a quién se puede contactar, agregue --ignore-column "${column}"`,
  "answers-unread": (file, column, total, lines) =>
    `${file}: la columna "${column}" dice sí o no en ${count(total, "fila", "filas")} (${linesShown(lines)}) y no bloquea a nadie, porque su nombre no dice qué significa un sí. Si un sí significa "no contactar", agregue --opt-out-column "${column}"; si lo significa un no, llame acepta_contacto a la columna; si no importa, --ignore-column "${column}"`,
  "marks-without-name": (file, column, total, lines) =>
    `${file}: la columna ${column} marca ${count(total, "fila", "filas")} (${linesShown(lines)}) y no bloquea a nadie, porque ningún nombre dice qué significan las marcas. Si significan "no contactar", agregue --opt-out-column ${column}; si no importan, --ignore-column ${column}`,
  "broken-beside-opt-outs": (file, total, lines) =>
    `${file}: no se sabe si ${count(total, "fila dañada pide", "filas dañadas piden")} la baja (${linesShown(lines)}), así que todos sus números quedan de baja. Corrija esas líneas y depure otra vez`,
};

export function linesShown(lines: readonly number[]): string {
  return `${lines.length === 1 ? "línea" : "primeras líneas:"} ${lines.map(number).join(", ")}`;
}
