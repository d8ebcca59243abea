// What keeps a row from being the header of a list, in Spanish.

import type { headerErrors as english } from "../en/header-errors.js";
import { headerRowAt, withoutHeader } from "../options.js";
import type { Texts } from "../sentences.js";
import { number } from "../values.js";

export const headerErrors: Texts<typeof english> = {
  noHeaderThere: (isSheet) => `no hay encabezado en esta ${isSheet ? "fila" : "línea"}
    | Está vacía, o la lista termina antes. Dé en --header-row el número de la ${isSheet ? "fila de la hoja" : "línea del archivo"}, contada desde 1 con las vacías.`,
  headerHoldsNumber: (isSheet) => `esta ${isSheet ? "fila" : "línea"} tiene un teléfono: no es el encabezado
    | Dé en --header-row el número de la ${isSheet ? "fila" : "línea"} con los nombres de las columnas.`,
  headerInDoubt: ({ why, upper, lower }, isSheet, name) => {
    const row = isSheet ? "fila" : "línea";
    const leavesOut = "que deja fuera lo que está arriba";
    if (why === "holds-number")
      return `la ${row} ${number(upper)} tiene un número, y lo demás pueden ser los nombres de las columnas
        | Si es el encabezado, agregue ${headerRowAt(upper, name)}; si es de datos, agregue ${withoutHeader(name)}.`;
    if (why === "two-headers")
      return `la ${row} ${number(upper)} puede ser el encabezado, y también la ${row} ${number(lower)}
        | Agregue ${headerRowAt(upper, name)}, o ${headerRowAt(lower, name)}, ${leavesOut}.`;
    return `la ${row} ${number(lower)} parece el encabezado, y la ${row} ${number(upper)}, arriba, parece de datos
      | Agregue ${headerRowAt(lower, name)}, ${leavesOut}. Si la ${row} ${number(upper)} es de datos, póngala antes debajo del encabezado.`;
  },
};
