// What keeps a row from being the header of a list, in Spanish.

import type { HeaderErrors } from "../sentences.js";
import { headerRowAt, number, withoutHeader } from "../values.js";

/** `la línea 1`, `las líneas 1 y 2`, `las líneas 1 a 3`: those before `next`. */
function before(next: number, first: number, word: string): string {
  const last = next - 1;
  if (first === last) return `la ${word} ${number(first)}`;
  return `las ${word}s ${number(first)} ${last - first === 1 ? "y" : "a"} ${number(last)}`;
}

export const headerErrors: HeaderErrors = {
  rowsAbove: ({ first, next, nextIs, isFirstData }, { isSheet, name }) => {
    const row = isSheet ? "fila" : "línea";
    const headerRow = (at: number) => headerRowAt(at, name);
    const noHeader = withoutHeader(name);
    const cut = before(next, first, "fila");
    const deleting = `Borre ${cut} en Excel${isSheet ? " y guarde" : `, o use: tail -n +${next} ARCHIVO >NUEVO`}.`;
    return {
      what: `${before(next, first, row)} ${next - first === 1 ? "está" : "están"} arriba ${nextIs === "header" ? "del encabezado" : "de la primera fila de datos"}, que parece ser la ${row} ${number(next)}`,
      hint:
        nextIs === "records"
          ? `${deleting} Si todas las ${row}s son datos, agregue ${noHeader}.`
          : `Agregue ${headerRow(next)}, que deja fuera lo que está arriba. Si la ${row} ${number(first)} es ${isFirstData ? `de datos, agregue ${noHeader}` : `el encabezado, agregue ${headerRow(first)}`}.`,
    };
  },
  noHeaderThere: (isSheet) => ({
    what: `no hay encabezado en esta ${isSheet ? "fila" : "línea"}`,
    hint: `Está vacía, o la lista termina antes. Dé en --header-row el número de la ${isSheet ? "fila de la hoja" : "línea del archivo"}, contada desde 1 con las vacías.`,
  }),
  headerHoldsNumber: (isSheet) => ({
    what: `esta ${isSheet ? "fila" : "línea"} tiene un teléfono: no es el encabezado`,
    hint: `Dé en --header-row el número de la ${isSheet ? "fila" : "línea"} con los nombres de las columnas.`,
  }),
  joinedLists: (first, next, isSheet) => {
    const row = isSheet ? "fila" : "línea";
    return {
      what: `parecen dos listas unidas: la ${row} ${number(next)} nombra otra vez las columnas, y no como la ${row} ${number(first)}`,
      hint: `Corte el archivo arriba de la ${row} ${number(next)} y dé cada parte como una lista aparte.`,
    };
  },
  headerAsRecord: (isSheet) => ({
    what: `esta ${isSheet ? "fila" : "línea"} parece el encabezado, y la base se lee sin encabezado`,
    hint: "Quite --no-header, o borre esta línea si tampoco es el encabezado.",
  }),
  headerInDoubt: (isSheet, at, name) => ({
    what: `esta ${isSheet ? "fila" : "línea"} tiene un número, y lo demás pueden ser los nombres de las columnas`,
    hint: `Si es el encabezado, agregue ${headerRowAt(at, name)}; si es de datos, agregue ${withoutHeader(name)}.`,
  }),
  lostName: ({ column, name }, isSheet, hasOptions) => {
    const row = isSheet ? "fila" : "línea";
    const at = number(column + 1);
    const named = {
      "opt-out": "de bajas",
      consent: "de consentimiento",
      channel: "de canal",
      action: "de acción",
      date: "de fecha",
      expires: "de vencimiento",
    };
    const options = `o agregue --opt-out-column ${column + 1} si un sí en ella dice que no se contacte, --ignore-column ${column + 1} si no dice nada de eso`;
    return {
      what:
        name === "question"
          ? `la columna ${at} solo nombra un canal; la pregunta de sus respuestas puede estar en una ${row} de arriba`
          : `una ${row} de arriba le da a la columna ${at} un nombre ${named[name]}, y este encabezado no`,
      hint: `Escriba el nombre completo de la columna ${at} en esta ${row} y borre lo que está arriba${hasOptions ? `, ${options}` : ""}.`,
    };
  },
};
