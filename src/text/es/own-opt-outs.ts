// What is warned of in a phone list's own opt-outs, in Spanish.

import type { ownOptOutWarnings as english } from "../en/own-opt-outs.js";
import type { Texts } from "../sentences.js";
import { count, number } from "../values.js";

export const ownOptOutWarnings: Texts<typeof english> = {
  "may-say-no": (file, column, total, lines, advice) =>
    `${file}: la columna "${column}" quizás dice que no se contacte en ${count(total, "fila", "filas")} (${linesShown(lines)}), y ${total === 1 ? "esa fila se quitó" : "esas filas se quitaron"}. ${
      advice === "ignore"
        ? `Si no dice nada de eso, agregue --ignore-column "${column}"`
        : "Revíselas en la lista de quitados: --removed quitados.csv"
    }`,
  "heading-says-no": (file, total, lines) =>
    `${file}: ${count(total, "fila solo tiene", "filas solo tienen")} palabras que dicen que no se contacte (${linesShown(lines)}). Si ${total === 1 ? "encabeza" : "encabezan"} las filas de abajo, esas no quedaron de baja por eso: páselas a una lista aparte y póngala después de -s`,
  "consent-empty": (file, column, total, lines) =>
    `${file}: la columna "${column}" pide consentimiento y está vacía en ${count(total, "fila", "filas")} (${linesShown(lines)}), lo que no bloquea a nadie. Si vacía significa no, agregue --opt-out-column "${column}="`,
};

export function linesShown(lines: readonly number[]): string {
  return `${lines.length === 1 ? "línea" : "primeras líneas:"} ${lines.map(number).join(", ")}`;
}
