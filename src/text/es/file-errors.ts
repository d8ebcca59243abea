// The Spanish errors about files: not opened or written, no text, no header.

import type { GzipFault } from "../../files/gzip.js";
import type { FileRole } from "../../files/system-errors.js";
import type { NoList } from "../../lists/no-text.js";
import type { fileErrors as english } from "../en/file-errors.js";
import { headerRowAt, withoutHeader } from "../options.js";
import type { Texts } from "../sentences.js";
import { count, number, shownDelimiter, sizeText } from "../values.js";
import { orMeant } from "./usage.js";

const SYSTEM: Record<string, string> = {
  /** A program's stream. */
  stream: "su flujo falló",
  EACCES: "permiso denegado",
  EPERM: "operación no permitida",
  ENOSPC: "el disco está lleno",
  EDQUOT: "se agotó la cuota de disco",
  EROFS: "el sistema de archivos es de solo lectura",
  EIO: "el dispositivo reportó un error",
  EFBIG: "el archivo pasaría del tamaño permitido",
  EMFILE: "hay demasiados archivos abiertos",
  ENAMETOOLONG: "el nombre es demasiado largo",
  ELOOP: "sus enlaces forman un círculo",
};
const system = (code: string) => SYSTEM[code] ?? `error del sistema ${code || "desconocido"}`;

const MAY_NOT_WRITE = "Elija una carpeta y un archivo en los que pueda escribir (revise con ls -ld)";
const WRITE_HINT: Readonly<Record<string, string>> = {
  EACCES: MAY_NOT_WRITE,
  EPERM: MAY_NOT_WRITE,
  EROFS: MAY_NOT_WRITE,
  ENOSPC: "Libere espacio (df -h y df -i lo muestran) o elija otro disco",
  EDQUOT: "Libere espacio o elija otro disco",
  ENAMETOOLONG: "Elija un nombre más corto",
  EMFILE: "Suba el límite de archivos abiertos (ulimit -n)",
  stream: "Vea su propio error, que es la causa de este",
};
const writeHint = (code: string) => WRITE_HINT[code] ?? "Escriba en otro archivo u otra carpeta";

const CHECK_WHO_READS = "Revise quién puede leer el archivo (ls -l).";
const READ_HINT: Readonly<Record<string, string>> = {
  EMFILE: `${WRITE_HINT.EMFILE} y ejecute el comando de nuevo.`,
  stream: "Su propio error, que es la causa de este, dice por qué.",
};

const FILE_ROLE: Readonly<Record<FileRole, string>> = {
  "phone-list": "esa base",
  "contact-log": "ese historial de contactos",
  import: "ese archivo por importar",
  suppression: "esa lista de bajas",
  baseline: "ese reporte de referencia",
  manifest: "ese manifiesto",
  "hash-key": "ese archivo de clave",
  report: "ese reporte",
  "run-log": "esa bitácora",
  registry: "ese registro de bajas",
  templates: "ese archivo de plantillas",
  "packaged-file": "ese archivo de la instalación",
  holidays: "ese archivo de asuetos",
  arguments: "ese archivo de argumentos",
  sample: "ese archivo de ejemplo",
  reviews: "ese archivo de revisión",
  folder: "esa carpeta",
};
const CHECK_THE_NAME = "Revise el nombre y la carpeta; las mayúsculas cuentan.";
const NOT_FOUND_HINT: Readonly<Partial<Record<FileRole, string>>> = {
  baseline: "Indique en --baseline el .audit.json de una corrida anterior. En la primera corrida, quite --baseline.",
  "hash-key": "Indique en --hash-key-file el archivo de la clave con que se hizo el hash de las listas.",
  "packaged-file": "La instalación está incompleta. Instale svscrub de nuevo.",
  holidays: "Indique en --holidays un archivo con una fecha por línea, o sv para los asuetos de El Salvador.",
  sample: "La instalación está incompleta. Instale svscrub de nuevo.",
  arguments: "Con @ARCHIVO se leen de él los argumentos. Un archivo cuyo nombre empieza con @ se escribe ./@NOMBRE.",
  folder: "Indique la carpeta en la que están los archivos de la corrida, o en una de sus carpetas.",
  reviews: "Indique en --review el archivo que escribió registry import --review.",
  report: "Revise el nombre y la carpeta; una depuración escribe X.audit.json junto a X.csv.",
};

const GZIP_FAULT: Readonly<Record<GzipFault, string>> = {
  cut: "es un archivo comprimido que está cortado: le falta el final",
  damaged: "es un archivo comprimido dañado",
  trailing: "es un archivo comprimido con algo más después de su final",
};

const splitHint = (splitter: string | undefined) =>
  splitter === undefined
    ? "Expórtelo de nuevo como CSV, con comillas en las celdas que contienen el separador."
    : `Agregue --delimiter ${shownDelimiter(splitter)}: así se separan sus celdas.`;
const NO_LIST: Partial<Record<NoList, string>> = {
  box: "un cuadro dibujado alrededor de una tabla",
  "record over lines": "una base con cada celda en su propia línea",
  mail: "un correo tal como se envió",
};
const PDF_HINT = "Saque primero su texto: pdftotext -layout ARCHIVO.pdf ARCHIVO.txt";
const NO_LIST_HINT =
  "Expórtelo como CSV, con una fila en cada línea. De un correo o un documento, guarde el texto (.txt).";

export const fileErrors: Texts<typeof english> = {
  notFound: (role, nearest) =>
    `no existe ${FILE_ROLE[role]}${orMeant(nearest)} | ${NOT_FOUND_HINT[role] ?? CHECK_THE_NAME}`,
  isDirectory: `es una carpeta, no un archivo
    | Indique un archivo de esa carpeta. Solo -s acepta una carpeta, y lee todas sus listas.`,
  noFolder: "la carpeta de esta salida no existe | Cree primero la carpeta.",
  cannotRead: (code) => `no se puede leer: ${system(code)} | ${READ_HINT[code] ?? CHECK_WHO_READS}`,
  cannotWrite: (code, standing = []) => `no se puede escribir: ${system(code)}
    | ${standing.length === 0 ? "" : `Puede haber recibido una parte de la base depurada. Ya están escritos, y hay que reemplazarlos: ${standing.join(", ")}. `}${writeHint(code)} y ejecute el comando de nuevo.`,
  fileTooLong: (bytes) => `pasa de ${sizeText(bytes)}: es probable que sea otro tipo de archivo
    | Revise el nombre: debe ser un archivo pequeño, no una base ni un dispositivo.`,
  closedPipe: "el programa que lee la salida la cerró",
  outputExists: "ya existe; no se sobrescribió nada | Elija otro nombre, o agregue --force para reemplazarlo.",
  folderExists: "ya existe; no se cambió nada | Indique otra carpeta: svscrub demo CARPETA",
  brokenLink: "es un enlace a un archivo que no existe | Quite el enlace, o escriba en otro archivo.",
  outputIsInput: (input) =>
    `también es una entrada (${input}) | Escriba en otro archivo: una corrida nunca sobrescribe lo que lee.`,
  outputNamedTwice: "se indicó para dos salidas | Dé a cada salida su propio nombre.",
  lockBusy: (lock) => `otro proceso está escribiendo en él
    | Inténtelo de nuevo cuando ese proceso termine. Si ningún proceso de ningún equipo está escribiendo, borre ${lock}.`,
  notARunLog: `no es una bitácora de svscrub; no se le agregó nada
    | Indique un archivo nuevo, o una bitácora que escribieron corridas anteriores con --log.`,
  spreadsheet: `es un tipo de hoja de cálculo que svscrub no puede leer
    | Ábrala y guárdela como .xlsx o como CSV (UTF-8), o sáquela de la carpeta.`,
  packedWorkbook: `es un archivo de Excel, pero aquí debe ser texto
    | Si está comprimido, descomprímalo antes: gunzip ARCHIVO. Los números, uno por línea, deben estar en un archivo de texto.`,
  gzipDamaged: (fault) => `${GZIP_FAULT[fault]} | Cópielo o expórtelo de nuevo. Para revisarlo: gzip -t ARCHIVO.`,
  utf16Cut: "es UTF-16 y aquí un carácter está incompleto | Está cortado o dañado. Cópielo o expórtelo de nuevo.",
  mixedEncodings: `es UTF-16, pero una parte está en otra codificación
    | Es probable que le hayan agregado algo. Ábralo, corrija la parte ilegible y guárdelo en una sola codificación.`,
  emptyFile: "está vacío | Es probable que haya fallado el programa que lo escribe. Revise primero ese programa.",
  headerTooLong: (bytes) =>
    `la primera fila pasa de ${sizeText(bytes)} | Es probable que no sea un CSV. Revise que sea el archivo correcto.`,
  unclosedQuote: `aquí se abre una comilla que nunca se cierra
    | Ciérrela o quítela. Dentro de una celda entre comillas, escriba la comilla doble ("").`,
  recordTooLong: (bytes) => `la fila que empieza aquí pasa de ${sizeText(bytes)}
    | Casi siempre hay una comilla sin cerrar, o el archivo no es CSV.`,
  mostlyBroken: (
    broken,
    records,
    width,
    hasHeader,
    splitter,
  ) => `${number(broken)} de ${count(records, "fila tiene", "filas tienen")} otra cantidad de celdas que ${hasHeader ? "el encabezado" : "las demás"} (${number(width)}), o texto después de unas comillas que cierran (esta es la primera)
    | ${splitHint(splitter)}`,
  columnsInOne: (isNamed, splitter) =>
    isNamed
      ? `una celda del encabezado tiene varios nombres: no se pueden separar sus columnas | ${splitHint(splitter)}`
      : `cada línea se lee como 1 celda, pero muchas contienen más que un número, y eso se perdería (esta es la primera)
        | ${splitHint(splitter)} Para conservar las líneas como están, agregue --phone-format original.`,
  loneReturns: `unas líneas terminan con CR y otras con LF
    | Guárdelo con un solo fin de línea, por ejemplo: tr -s '\\r' '\\n' <ARCHIVO >NUEVO`,
  noList: (form) =>
    `es ${NO_LIST[form] ?? form}, no una lista de números ni un CSV | ${form === "PDF" ? PDF_HINT : NO_LIST_HINT}`,
  notText: `no es texto: contiene bytes en cero
    | Revise que sea el archivo correcto. Si es UTF-16, agregue --encoding utf-16le (para una lista de bajas, NOMBRE=utf-16le).`,
  encodingContradicted: (said, marked) => `--encoding dice ${said}, pero su marca de orden de bytes dice ${marked}
    | Quite --encoding para esta lista: basta la marca de orden de bytes.`,
  byteOrderUnknown: "no se sabe qué tipo de UTF-16 es | Agregue --encoding utf-16le (Windows, Excel) o utf-16be.",
  changedWhileRead: "cambió mientras se leía | Espere a que termine de escribirse y ejecute el comando de nuevo.",
  lateMark: `dice que no se contacte un número por el que ya quedó una fila anterior, y esa fila ya está escrita
    | Escriba la lista depurada en un archivo, que sí se puede comenzar de nuevo: agregue -o ARCHIVO.`,
  archive: "es un archivo comprimido en una carpeta de listas de bajas | Descomprímalo, o sáquelo de la carpeta.",
  zip: "es un archivo comprimido (ZIP) | Descomprímalo y use los archivos que contiene.",
  noHeaderThere: (isSheet) => `no hay encabezado en esta ${isSheet ? "fila" : "línea"}
    | Está vacía, o la lista termina antes. Dé en --header-row el número de la ${isSheet ? "fila de la hoja" : "línea del archivo"}, contada desde 1 con las vacías.`,
  headerHoldsNumber: (isSheet) => `esta ${isSheet ? "fila" : "línea"} tiene un teléfono: no es el encabezado
    | Dé en --header-row el número de la ${isSheet ? "fila" : "línea"} con los nombres de las columnas.`,
  headerInDoubt: ({ why, upper, lower, isOfTwoRows }, isSheet, name) => {
    const row = isSheet ? "fila" : "línea";
    const leavesOut = "que deja fuera lo que está arriba";
    if (why === "holds-number")
      return `la ${row} ${number(upper)} tiene un número, y lo demás pueden ser los nombres de las columnas
        | Si es el encabezado, agregue ${headerRowAt(upper, name)}; si es de datos, agregue ${withoutHeader(name)}.`;
    if (why === "two-headers")
      return `la ${row} ${number(upper)} puede ser el encabezado, y también la ${row} ${number(lower)}
        | Agregue ${isOfTwoRows ? "" : `${headerRowAt(upper, name)}, o `}${headerRowAt(lower, name)}, ${leavesOut}.`;
    return `la ${row} ${number(lower)} parece el encabezado, y la ${row} ${number(upper)}, arriba, parece de datos
      | Agregue ${headerRowAt(lower, name)}, ${leavesOut}. Si la ${row} ${number(upper)} es de datos, póngala antes debajo del encabezado.`;
  },
};
