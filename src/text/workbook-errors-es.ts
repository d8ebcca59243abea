// What keeps a workbook, or a sheet of it, from being a list, in Spanish.

import type { OtherWorkbook, WorkbookFault } from "../workbook/fault.js";
import type { WorkbookErrors } from "./sentences.js";
import { orMeant } from "./usage-es.js";
import { sizeText } from "./values.js";

const FAULT: Readonly<Record<WorkbookFault, string>> = {
  cut: "está cortado",
  checksum: "una suma de comprobación no cuadra",
  sizes: "no tiene el largo que dice",
  twice: "tiene dos veces la misma parte",
  headers: "se contradice sobre una de sus partes",
  overlap: "dos de sus partes comparten bytes",
  method: "una parte está comprimida como en ningún libro",
  "locked-part": "una parte está cifrada",
  "several-disks": "es un pedazo de varios",
  "no-part": "le falta una parte",
  outside: "una de sus partes está en otro archivo",
  encoding: "una parte no es UTF-8",
  xml: "una parte no es lo que un libro lleva ahí",
  doctype: "una parte declara un tipo de documento",
  entity: "una parte lleva una entidad desconocida",
  deep: "una parte está anidada demasiado hondo",
  long: "una parte lleva algo más largo que en cualquier libro",
  "row-order": "sus filas no están en orden",
  "cell-place": "una celda está en otro lugar que el que dice",
  "cell-type": "una celda es de un tipo desconocido",
  "cell-value": "el valor de una celda no es de su tipo",
  "string-index": "falta el texto de una celda",
  "left-of-list": "una celda está a la izquierda de la lista",
};

const SAVE_AGAIN = "Ábralo en Excel o LibreOffice, revíselo y guárdelo de nuevo como .xlsx.";
const FAULT_HINT: Readonly<Partial<Record<WorkbookFault, string>>> = {
  cut: "Cópielo o expórtelo de nuevo: le falta el final.",
  "left-of-list": "Bórrela, o muévala a la lista.",
};

const OTHER: Readonly<Record<OtherWorkbook, [what: string, hint: string]>> = {
  encrypted: [
    "es un libro de Excel con contraseña",
    "Ábralo, quite la contraseña (Archivo > Información > Proteger libro) y guárdelo.",
  ],
  xls: ["es un libro de Excel 97–2003 (.xls)", "Ábralo y guárdelo como .xlsx."],
  xlsb: ["es un libro binario (.xlsb)", "Ábralo y guárdelo como .xlsx."],
  ods: ["es una hoja de cálculo OpenDocument (.ods)", "Ábrala y guárdela como .xlsx."],
  numbers: ["es una hoja de cálculo de Apple Numbers", "Expórtela como Excel (Archivo > Exportar a > Excel)."],
  document: [
    "es un documento de oficina sin hojas de cálculo",
    "Nombre el libro de Excel o el CSV que lleva la lista.",
  ],
};

const SHOW_ALL = "o copie las filas que quiere en una hoja nueva";

export const workbookErrors: WorkbookErrors = {
  workbookDamaged: (fault, part) => ({
    what: `está dañado: ${FAULT[fault]}${part === undefined ? "" : ` (${part})`}`,
    hint: FAULT_HINT[fault] ?? SAVE_AGAIN,
  }),
  workbookTooLarge: (bytes, most) => ({
    what: `descomprimido ocupa ${sizeText(bytes)}, más de ${sizeText(most)}`,
    hint: "Si es suyo y de verdad es tan grande, permítalo: --max-size 8GiB. Si no, no lo abra.",
  }),
  workbookTextTooLarge: (most) => ({
    what: `lleva más de ${sizeText(most)} de texto`,
    hint: "Guarde la hoja como CSV (UTF-8), que se lee por partes.",
  }),
  otherWorkbook: (kind) => ({ what: OTHER[kind][0], hint: OTHER[kind][1] }),
  severalSheets: (sheets, use) => ({
    what: `varias hojas llevan datos: ${sheets.map(({ name, isHidden }) => `"${name}"${isHidden ? " (oculta)" : ""}`).join(", ")}`,
    hint:
      use === "suppression"
        ? "Diga cuál, --sheet NOMBRE=HOJA con el nombre de la lista, o tómelas todas: --sheet '*'"
        : "Diga cuál: --sheet HOJA, por su nombre o su posición. svscrub inspect ARCHIVO muestra qué llevan.",
  }),
  noFilledSheet: (hidden) =>
    hidden.length === 0
      ? { what: "ninguna de sus hojas lleva datos", hint: "Revise que sea el libro correcto y que esté guardado." }
      : {
          what: `solo hojas ocultas llevan datos: ${hidden.map((name) => `"${name}"`).join(", ")}`,
          hint: "Si de verdad es una de ellas, diga cuál: --sheet HOJA",
        },
  unknownSheet: (said, nearest, sheets) => ({
    what: `no hay hoja "${said}"${orMeant(nearest)}`,
    hint: `Tiene: ${sheets.map((name, i) => `${i + 1} "${name}"`).join(", ")}.`,
  }),
  sheetWithoutCells: () => ({
    what: "es un gráfico o un diálogo y no tiene celdas",
    hint: "Nombre la hoja que lleva la lista.",
  }),
  emptySheet: () => ({ what: "está vacía", hint: "Revise que sea la hoja correcta, o nombre otra: --sheet" }),
  sheetTooWide: (column) => ({
    what: `llega hasta la columna ${column}, y casi ninguna celda del camino está llena`,
    hint: "Quizá se llenó por error una celda muy a la derecha: búsquela con Ctrl+Fin, borre su columna y guarde.",
  }),
  sheetFiltered: () => ({
    what: "tiene un filtro, y no se sabe si las filas ocultas cuentan",
    hint: `Borre el filtro (Datos > Borrar) y guarde, ${SHOW_ALL}.`,
  }),
  rowHidden: () => ({
    what: "está oculta, y no se sabe si cuenta",
    hint: `Muestre todas las filas (borre el filtro: Datos > Borrar; o seleccione todo, clic derecho, Mostrar) y guarde, ${SHOW_ALL}.`,
  }),
  columnHidden: (column) => ({
    what: `la columna ${column} está oculta, y no se sabe si cuenta`,
    hint: "Muéstrela (seleccione todo, clic derecho en una columna, Mostrar) o bórrela, y guarde.",
  }),
  formulaWithoutValue: (column) => ({
    what: `la fórmula en la columna ${column} no tiene un valor calculado`,
    hint: "Abra el libro en Excel o LibreOffice, que lo calcula, y guárdelo.",
  }),
  notWorkbook: () => ({
    what: "no es un libro de Excel, y se dijo --sheet de él",
    hint: "Quite --sheet para esta lista.",
  }),
  notForWorkbook: (option) => ({
    what: `es un libro de Excel, y ${option} es para archivos de texto`,
    hint: `Quite ${option} para esta lista: un libro dice por sí mismo cómo está escrito.`,
  }),
  everySheetOfPhoneList: () => ({
    what: "--sheet '*' es para listas de bajas",
    hint: "De una base nombre una hoja: --sheet HOJA. Depure las demás aparte.",
  }),
  everySheetOfStream: () => ({
    what: "--sheet '*' necesita un archivo, y esta lista viene por la entrada estándar",
    hint: "Guárdela en un archivo y nómbrelo, o nombre una hoja: --sheet NOMBRE=HOJA",
  }),
};
