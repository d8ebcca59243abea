// What can be wrong with a file as such, in Spanish: it can't be opened or written, or its bytes are no text.

import type { GzipFault } from "../files/gzip.js";
import type { FileRole } from "../files/input.js";
import type { FileErrors } from "./sentences.js";
import { orMeant } from "./usage-es.js";
import { sizeText } from "./values.js";

const SYSTEM: Record<string, string> = {
  EACCES: "permiso denegado",
  EPERM: "operación no permitida",
  ENOSPC: "el disco está lleno",
  EDQUOT: "se agotó la cuota de disco",
  EROFS: "el sistema de archivos es de solo lectura",
  EIO: "el dispositivo reportó un error",
  EFBIG: "el archivo pasaría del tamaño permitido",
  EMFILE: "hay demasiados archivos abiertos",
  ENAMETOOLONG: "el nombre es demasiado largo",
  ELOOP: "sus enlaces dan vueltas en círculo",
};
const system = (code: string) => SYSTEM[code] ?? `error del sistema ${code || "desconocido"}`;

const MAY_NOT_WRITE = "Elija una carpeta y un archivo en los que pueda escribir (ls -ld lo muestra)";
const WRITE_HINT: Readonly<Record<string, string>> = {
  EACCES: MAY_NOT_WRITE,
  EPERM: MAY_NOT_WRITE,
  EROFS: MAY_NOT_WRITE,
  ENOSPC: "Libere espacio (df -h y df -i lo muestran) o elija otro disco",
  EDQUOT: "Libere espacio o elija otro disco",
  ENAMETOOLONG: "Elija un nombre más corto",
  EMFILE: "Suba el límite de archivos abiertos (ulimit -n)",
};
const writeHint = (code: string) => WRITE_HINT[code] ?? "Escriba en otro archivo u otra carpeta";

const FILE_ROLE: Readonly<Record<FileRole, string>> = {
  "phone-list": "esa base",
  "contact-log": "ese registro de contactos",
  import: "el archivo por importar",
  suppression: "esa lista de bajas",
  baseline: "ese reporte de referencia",
  manifest: "ese manifiesto",
  "hash-key": "ese archivo de clave",
  report: "ese reporte",
  "run-log": "esa bitácora",
  registry: "ese registro",
  templates: "ese archivo de plantillas",
  "completion-script": "ese script de autocompletado",
  holidays: "ese archivo de asuetos",
  arguments: "ese archivo de argumentos",
  reviews: "ese archivo de revisión",
};
const CHECK_THE_NAME = "Revise el nombre y la carpeta; las mayúsculas cuentan.";
const NOT_FOUND_HINT: Readonly<Partial<Record<FileRole, string>>> = {
  baseline: "--baseline lleva el .audit.json de una corrida anterior. En la primera corrida, déjelo fuera.",
  "hash-key": "--hash-key-file lleva el archivo con la clave con que se resumieron las listas.",
  "completion-script": "La instalación está incompleta. Instale svscrub de nuevo.",
  holidays: "--holidays lleva un archivo con una fecha por línea, o sv: los asuetos de El Salvador.",
  arguments: "Con @ARCHIVO se leen de él los argumentos. Un archivo cuyo nombre empieza con @ se escribe ./@NOMBRE.",
  reviews: "--review lleva el archivo que escribe registry import --review.",
  report: "Revise el nombre y la carpeta; una depuración escribe X.audit.json junto a X.csv.",
};

const GZIP_FAULT: Readonly<Record<GzipFault, string>> = {
  cut: "es un archivo comprimido que está cortado: le falta el final",
  damaged: "es un archivo comprimido dañado",
  trailing: "es un archivo comprimido con algo más después de su final",
};

export const fileErrors: FileErrors = {
  notFound: (role, nearest) => ({
    what: `no existe ${FILE_ROLE[role]}${orMeant(nearest)}`,
    hint: NOT_FOUND_HINT[role] ?? CHECK_THE_NAME,
  }),
  isDirectory: () => ({
    what: "es una carpeta, no un archivo",
    hint: "Indique el archivo. Solo -s acepta una carpeta, y lee todas las listas que contiene.",
  }),
  noFolder: () => ({ what: "la carpeta de esta salida no existe", hint: "Cree primero la carpeta." }),
  cannotRead: (code) => ({
    what: `no se puede leer: ${system(code)}`,
    hint: "Revise quién puede leer el archivo (ls -l).",
  }),
  cannotWrite: (code) => ({
    what: `no se puede escribir: ${system(code)}`,
    hint: `No se publicó nada nuevo. ${writeHint(code)} y ejecútelo de nuevo.`,
  }),
  cannotRecord: (code) => ({
    what: `no se puede escribir: ${system(code)}`,
    hint: `Lo anotado hasta aquí se queda. ${writeHint(code)} y ejecútelo de nuevo: nada se anota dos veces.`,
  }),
  fileTooLong: (bytes) => ({
    what: `pasa de ${sizeText(bytes)}, y no puede ser lo que debería`,
    hint: "Indique el archivo que corresponde, no un dispositivo ni una base.",
  }),
  closedPipe: () => ({ what: "el programa que lee la salida la cerró" }),
  outputExists: () => ({
    what: "ya existe, y no se sobrescribió nada",
    hint: "Elija otro nombre, o agregue --force para reemplazarlo.",
  }),
  brokenLink: () => ({
    what: "es un enlace que no lleva a ningún archivo",
    hint: "Quite el enlace, o escriba en otro archivo.",
  }),
  outputIsInput: (input) => ({
    what: `también es una entrada (${input})`,
    hint: "Escriba en otro archivo: lo que una corrida lee nunca se sobrescribe.",
  }),
  outputNamedTwice: () => ({ what: "se indicó para dos salidas", hint: "Dé a cada salida su propio nombre." }),
  lockBusy: (lock) => ({
    what: "otro proceso está escribiendo en él",
    hint: `Inténtelo de nuevo cuando termine. Si no hay ninguno, tampoco en otra máquina, borre ${lock}.`,
  }),
  notARunLog: () => ({
    what: "no es una bitácora de svscrub, y no se le agregó nada",
    hint: "Indique un archivo nuevo, o la bitácora que escribieron las corridas anteriores con --log.",
  }),
  spreadsheet: () => ({
    what: "es una hoja de cálculo de un tipo que no se lee",
    hint: "Ábrala y guárdela como .xlsx o como CSV (UTF-8), o sáquela de la carpeta.",
  }),
  packedWorkbook: () => ({
    what: "es un libro de Excel donde se lee texto",
    hint: "Si está comprimido, descomprímalo antes: gunzip ARCHIVO. Los números, uno por línea, deben ser texto.",
  }),
  gzipDamaged: (fault) => ({
    what: GZIP_FAULT[fault],
    hint: "Cópielo o expórtelo de nuevo; gzip -t ARCHIVO lo revisa.",
  }),
  utf16Cut: () => ({
    what: "es UTF-16 y termina a la mitad de un carácter",
    hint: "Está cortado o dañado. Cópielo o expórtelo de nuevo.",
  }),
  mixedEncodings: () => ({
    what: "es UTF-16 y contiene texto en otra codificación",
    hint: "Es probable que le hayan agregado algo. Ábralo, corrija lo ilegible y guárdelo en una sola codificación.",
  }),
  loneReturns: () => ({
    what: "unas líneas terminan con CR y otras con LF",
    hint: "Guárdelo otra vez con un solo fin de línea, por ejemplo: tr -s '\\r' '\\n' <ARCHIVO >NUEVO",
  }),
  jsonList: () => ({
    what: "es JSON, no una lista de números ni un CSV",
    hint: "Expórtelo como CSV, con una columna para los números y otra para lo que se pidió.",
  }),
  notText: () => ({
    what: "no es texto: contiene bytes en cero",
    hint: "Revise que sea el archivo correcto. Si es UTF-16, dígalo: --encoding utf-16le; de una lista de bajas, NOMBRE=utf-16le.",
  }),
  encodingContradicted: (said, marked) => ({
    what: `--encoding dice ${said} y su marca de orden de bytes dice ${marked}`,
    hint: "Quite --encoding para esta lista: basta la marca de orden de bytes.",
  }),
  byteOrderUnknown: () => ({
    what: "nada en el archivo indica cuál UTF-16 es",
    hint: "Diga --encoding utf-16le (Windows, Excel) o utf-16be.",
  }),
  changedWhileRead: () => ({
    what: "cambió mientras se leía",
    hint: "Espere a que termine quien lo escribe y ejecútelo de nuevo.",
  }),
  archive: () => ({
    what: "es un archivo comprimido en una carpeta de listas de bajas",
    hint: "Descomprímalo, o sáquelo de la carpeta.",
  }),
  zip: () => ({ what: "es un archivo comprimido (ZIP)", hint: "Descomprímalo y use los archivos que contiene." }),
};
