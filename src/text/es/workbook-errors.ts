// The Spanish errors about workbooks and sheets.

import type { BeyondSheet, OtherWorkbook, WorkbookFault } from "../../workbook/faults.js";
import type { workbookErrors as english } from "../en/workbook-errors.js";
import type { Texts } from "../sentences.js";
import { asSuppressionList, number, quote, sizeText } from "../values.js";
import { orMeant } from "./usage.js";

const FAULT: Readonly<Record<WorkbookFault, string>> = {
  cut: "está cortado, o después de su final hay otros bytes",
  archive: "una parte no es como la indica su directorio, su suma de comprobación no cuadra o está cifrada",
  "no-part": "le falta una parte, o está en otro archivo",
  xml: "una parte no es lo que un archivo de Excel tiene ahí",
  cell: "una fila o una celda está fuera de su lugar, o un valor no corresponde a su tipo",
  "left-of-list": "una celda está a la izquierda de la lista",
};

const SAVE_AGAIN = "Ábralo en Excel o LibreOffice, revíselo y guárdelo de nuevo como .xlsx.";
const FAULT_HINT: Readonly<Partial<Record<WorkbookFault, string>>> = {
  cut: "Cópielo o expórtelo de nuevo.",
  "left-of-list": "Bórrela, o muévala a la lista.",
};

const OTHER: Readonly<Record<OtherWorkbook, string>> = {
  encrypted: `es un archivo de Excel con contraseña
    | Ábralo, quite la contraseña (Archivo > Información > Proteger libro) y guárdelo.`,
  xls: "es un archivo de Excel 97–2003 (.xls) | Ábralo y guárdelo como .xlsx.",
  ods: "es una hoja de cálculo OpenDocument (.ods) | Ábrala y guárdela como .xlsx.",
  other: `es un documento, o un archivo de Excel de otra clase, que svscrub no puede leer
    | Ábralo y guárdelo como .xlsx, o indique el archivo que tiene la base.`,
};

const SHOW_ALL = "o copie las filas que quiere en una hoja nueva";

export const workbookErrors: Texts<typeof english> = {
  workbookDamaged: (fault, part) =>
    `está dañado: ${FAULT[fault]}${part === undefined ? "" : ` (${part})`} | ${FAULT_HINT[fault] ?? SAVE_AGAIN}`,
  workbookTooLarge: (bytes, most) => `descomprimido ocupa ${sizeText(bytes)}, más de ${sizeText(most)}
    | Si conoce el archivo y de verdad es tan grande, permítalo: --max-size 8GiB. Si no, no lo abra.`,
  workbookTextTooLarge: (most) =>
    `tiene más de ${sizeText(most)} de texto | Guarde la hoja como CSV (UTF-8): un CSV puede ser de cualquier tamaño.`,
  otherWorkbook: (kind) => OTHER[kind],
  severalSheets: (sheets, list, isAlone, optOuts, phoneList) =>
    `varias hojas tienen datos: ${sheets.map(({ name, isHidden }) => `"${name}"${isHidden ? " (oculta)" : ""}`).join(", ")}
    | Elija una: --sheet ${quote([list ?? [], (phoneList === undefined && optOuts) || "HOJA"].flat().join("="))}, con su nombre o su posición. ${
      optOuts !== undefined && phoneList !== undefined
        ? `Por su nombre, "${optOuts}" es una lista de bajas: agregue ${asSuppressionList(phoneList, optOuts)}.`
        : isAlone
          ? "svscrub inspect ARCHIVO muestra qué tienen."
          : "O todas: --sheet '*'."
    }`,
  noFilledSheet: (hidden) =>
    hidden.length === 0
      ? "ninguna hoja tiene datos | Revise que sea el archivo correcto y que esté guardado."
      : `solo hojas ocultas tienen datos: ${hidden.map((name) => `"${name}"`).join(", ")}
        | Si quiere una de ellas, elíjala: --sheet HOJA.`,
  unknownSheet: (said, nearest, sheets) => `no hay una hoja "${said}"${orMeant(nearest)}
    | Sus hojas son ${sheets.map((name, i) => `${i + 1} "${name}"`).join(", ")}.`,
  sheetWithoutCells: "es un gráfico o un diálogo y no tiene celdas | Elija la hoja que tiene la lista: --sheet HOJA.",
  emptySheet: "está vacía | Revise que sea la hoja correcta, o elija otra: --sheet HOJA.",
  sheetTooWide: (column) => `llega hasta la columna ${column}, pero casi todas esas columnas están vacías
    | Es probable que haya una celda llena por error muy a la derecha: búsquela con Ctrl+Fin, borre su columna y guarde.`,
  sheetFiltered: `tiene un filtro: no se sabe si las filas ocultas cuentan
    | Borre el filtro (Datos > Borrar) y guarde, ${SHOW_ALL}.`,
  rowHidden: `está oculta: no se sabe si cuenta
    | Muestre todas las filas (borre el filtro: Datos > Borrar; o seleccione todo, clic derecho, Mostrar) y guarde, ${SHOW_ALL}.`,
  columnHidden: (column) => `la columna ${column} está oculta: no se sabe si cuenta
    | Muéstrela (seleccione todo, clic derecho en una columna, Mostrar) o bórrela, y guarde.`,
  formulaWithoutValue: (column) => `la fórmula en la columna ${column} no tiene un valor calculado
    | Abra el archivo en Excel o LibreOffice y guárdelo: así se calcula la fórmula.`,
  cellsMerged: (range) => `${range} es una celda combinada: no se sabe si lo que dice cuenta para todas sus filas
    | Sepárela (Inicio > Combinar y centrar), llene lo que cuenta para cada fila, y guarde.`,
  notWorkbook: "no es un archivo de Excel y no tiene hojas | Quite --sheet para esta lista.",
  notForWorkbook: (option) =>
    `es un archivo de Excel, pero ${option} es para archivos de texto | Quite ${option} para esta lista.`,
  oneSheet: `--sheet '*' es para las listas que se depuran, y aquí se lee una sola hoja
    | Elíjala: --sheet HOJA, con su nombre o su posición.`,
  beyondSheet: (kind, most, column = "") => {
    const beyond: Record<BeyondSheet, string> = {
      rows: `en una hoja caben ${number(most)} filas, y estas bases tienen más`,
      columns: `una fila tiene más celdas que columnas tiene una hoja (${number(most)})`,
      text: `el texto para la columna ${column} es más largo que una celda de Excel (${number(most)} caracteres)`,
      bytes: `la hoja es más grande de lo que cabe en un archivo de Excel (${sizeText(most)})`,
    };
    return `${beyond[kind]} | Escriba un CSV: ponga .csv en lugar de .xlsx.${kind === "rows" ? " O divida las bases." : ""}`;
  },
  everySheetOfStream: `--sheet '*' necesita un archivo, pero esta lista llega por la entrada estándar
    | Guárdela en un archivo, o elija una hoja: --sheet NOMBRE=HOJA.`,
};
