// The Spanish sentences of every run; the rest are in answers.ts.

import type { ListMismatch } from "../../scrub/one-form.js";
import type { TellingReason } from "../../scrub/rules.js";
import type { DateSource } from "../../suppression/trust.js";
import type { CommonSentences } from "../sentences.js";
import {
  asSuppressionList,
  bytesOrDigest,
  type ColumnShare,
  count,
  describeAge,
  leastPercentage,
  number,
  percent,
  percentAbove,
  quote,
  someColumns,
} from "../values.js";
import { fileErrors } from "./file-errors.js";
import { help } from "./help.js";
import { registry, registryErrors } from "./registry.js";
import { orMeant, usageErrors } from "./usage.js";
import { workbookErrors } from "./workbook-errors.js";

const shares = (candidates: readonly ColumnShare[]) =>
  candidates.map(({ name, readable }) => `"${name}" (${percent(readable)} legible)`).join(", ");

const DATED_BY: Record<DateSource, string> = {
  "as-of": "como usted indicó con --as-of",
  manifest: "según su manifiesto",
  registry: "según su evento más reciente",
  "file-name": "según el nombre del archivo",
  "file-time": "según la hora del archivo (cambia al copiarlo)",
};
const MISMATCH: Readonly<Record<ListMismatch, string>> = {
  encoding: "la codificación",
  delimiter: "el delimitador",
  "line-end": "el fin de línea",
  columns: "la cantidad de columnas",
  column: "el nombre de una columna",
  "phone-columns": "las columnas de teléfonos",
};

const REASONS: Readonly<Record<TellingReason, readonly [one: string, many: string]>> = {
  ragged: ["con otra cantidad de celdas", "con otra cantidad de celdas"],
  malformed: ["con texto después de cerrar comillas", "con texto después de cerrar comillas"],
  "type-not-allowed": ["de un tipo no permitido", "de un tipo no permitido"],
  "not-reachable": ["no recibe mensajes de texto", "no reciben mensajes de texto"],
  empty: ["vacío", "vacíos"],
  "not-a-number": ["no es un número", "no son números"],
  "too-short": ["muy corto", "muy cortos"],
  "too-long": ["muy largo", "muy largos"],
  "not-in-plan": ["fuera del plan de numeración", "fuera del plan de numeración"],
  "legacy-7-digit": ["número viejo de 7 dígitos (antes de 2005)", "números viejos de 7 dígitos (antes de 2005)"],
  "spreadsheet-damage": ["dañado por la hoja de cálculo", "dañados por la hoja de cálculo"],
  "looks-like-id": ["parece DUI o NIT", "parecen DUI o NIT"],
  placeholder: ["número inventado", "números inventados"],
  leftover: ["con dígitos sobrantes", "con dígitos sobrantes"],
};

export const es: CommonSentences = {
  language: "es",
  number,
  place: (file, line, sheet) =>
    sheet === undefined
      ? `${file}${line === undefined ? "" : `, línea ${line}`}`
      : `${file}, hoja "${sheet}"${line === undefined ? "" : `, fila ${line}`}`,
  errors: {
    unknownColumn: (name, nearest, columns, header, named) => {
      const what = `no hay una columna "${name}"${orMeant(nearest)}`;
      const positions = columns === 1 ? "1" : `de 1 a ${number(columns)}`;
      if (!header) return `${what} | La lista no tiene encabezado: indique la posición de la columna, ${positions}.`;
      if (columns === 1) return `${what} | Tiene una sola columna: quite la opción o indique la posición 1.`;
      const names = named.length === 0 ? "" : `: ${someColumns(named)}`;
      return `${what} | Indique el nombre o la posición (${positions}) de una de sus columnas${names}.`;
    },
    noPhoneColumn: (candidates) =>
      `ninguna columna parece de teléfonos${candidates.length > 0 ? `; las más parecidas: ${shares(candidates)}` : ""}
      | Indique la columna de teléfonos con --column${candidates[0] ? ` "${candidates[0].name}"` : " NOMBRE"}.`,
    columnWithoutNumbers: (column, records) =>
      `la columna "${column}" no tiene ningún teléfono en ${count(records, "fila", "filas")}
      | Elija otra columna con --column, o quite --column: entonces svscrub la busca.`,
    noContactDate: (header, dates) =>
      dates[0] !== undefined
        ? `estas columnas pueden decir cuándo se hicieron los contactos: ${dates.map((name) => `"${name}"`).join(", ")}
          | Elija una con --date-column "${dates[0]}".`
        : `ninguna columna dice cuándo se hicieron los contactos
          | ${header ? "Indíquela con --date-column NOMBRE." : "Agregue un encabezado con los nombres de las columnas, por ejemplo telefono,fecha,hora,canal."}`,
    contactDatesContradict: `esta fecha tiene el día y el mes en otro orden que las fechas anteriores
      | Así no se sabe qué contacto fue después de una baja. Escriba las fechas como 2026-11-24.`,
    differentLists: (kind, ours, first, firsts, choices) =>
      `es diferente de ${first} en ${MISMATCH[kind]}: aquí ${ours}, allá ${firsts}
      | Depure cada una por separado, con su propio -o${choices.length === 0 ? "" : `, o las dos con ${choices.map(quote).join(" ")}`}.`,
    wrongColumn: (candidates) => {
      const isNothing = "nada en ella parece un teléfono";
      const near = `ninguna columna tiene nombre de teléfonos; lo más parecido: ${shares(candidates)}`;
      return `${candidates.length > 0 ? near : isNothing}
        | Revise que sea el archivo correcto, o indique su columna de teléfonos: --suppress-column ${quote(candidates[0]?.name ?? "COLUMNA")}.`;
    },
    emptyList: (header, name) =>
      header
        ? `tiene encabezado, pero ninguna entrada | Si es correcto, agregue --allow-empty ${quote(name)}.`
        : "no tiene entradas | Es probable que la exportación haya fallado. Expórtela de nuevo.",
    noNumbers: (entries, isText) => {
      const what = `tiene ${count(entries, "entrada", "entradas")} pero ningún teléfono que se pueda usar`;
      return isText
        ? `${what}
          | El archivo se leyó como texto. Si tiene teléfonos, escríbalos en una lista, uno por línea. Si no tiene, quítelo del comando.`
        : `${what}
          | Revise que sea el archivo correcto, o indique su columna de teléfonos con --suppress-column.`;
    },
    tooManyUnreadable: (unreadable, entries, share, list, lines, are) =>
      `el ${percentAbove(unreadable, entries, share)} de sus entradas (${number(unreadable)} de ${number(entries)}) no se entiende; el límite es el ${percent(share)}: corrija las ${are === "rows" ? "filas" : "líneas"} ${lines.map(number).join(", ")}${unreadable > lines.length ? ", …" : ""}
      | Revise que sea una lista de bajas. Esas entradas dan de baja todo número que podrían indicar. Si no indican otros, agregue al comando: --max-unreadable ${quote(`${list}=${leastPercentage(unreadable, entries)}%`)}`,
    listLost: `estaba ahí cuando se cargaron las listas, y ya no está
      | Devuélvala a su lugar. Si ya no hace falta, empiece de nuevo sin ella.`,
    listShrank: (entries, before, share) =>
      `tiene ${count(entries, "entrada", "entradas")}, pero ${number(before)} antes: se redujo más de ${percent(share)}
      | Puede estar cortada, o exportada con un filtro. Si es correcta, permítalo con --max-shrink.`,
    badBaseline: (option) => `no es un reporte de auditoría de esta versión de svscrub, o está cortado
      | Indique en ${option} el .audit.json de una corrida anterior.`,
    streamNotFollowed: `llega de otro programa y no se puede leer dos veces
      | Guárdela primero en un archivo: con --follow, las listas se leen de nuevo cuando cambian.`,
    processStream: "- es la entrada o la salida estándar, que la biblioteca no usa | Indique el nombre de un archivo.",
    listsClosed: "las listas de bajas están cerradas | Ábralas de nuevo.",
    listsUnknown:
      "las listas de bajas no se pudieron leer de nuevo | Es un error de svscrub. Por favor, repórtelo sin sus datos.",
    badManifest: `no es un manifiesto que este svscrub pueda leer
      | Copie de nuevo el manifiesto y su lista, de donde se exportaron.`,
    manifestMismatch: (ours, said) => `tiene ${bytesOrDigest(ours)}, pero su manifiesto dice ${bytesOrDigest(said)}
      | La lista cambió o se cortó después de exportarla, o uno de los dos archivos es más viejo. Copie de nuevo los dos.`,
    tooFewEntries: (entries, wanted) =>
      `tiene ${count(entries, "entrada", "entradas")}, pero se esperaban al menos ${number(wanted)}
      | La exportación puede estar incompleta. Si es correcta, baje --min-entries.`,
    rangeTooWide: (numbers, most) =>
      `esta entrada es un rango de ${number(numbers)} números; sin --max-range, un rango puede tener hasta ${number(most)}
      | Si el rango es correcto, agregue --max-range ${numbers}.`,
    tooManyRanges: (most) =>
      `tiene más de ${number(most)} entradas con comodín (esta es la primera de más): parecen números ocultos en parte
      | Exporte la lista con los números completos. Si de verdad son rangos, agregue --max-range 10000.`,
    tooOld: (age, maxAge, name) =>
      `es de hace ${describeAge(age, "es")}; se permiten ${describeAge(maxAge, "es")} como máximo
      | Consiga la lista actual. Si su fecha está mal, indique la correcta: --as-of ${quote(`${name}=FECHA`)}.`,
    noDate: (name) => `no tiene fecha, o tiene una fecha futura: no se puede revisar su antigüedad
      | Indique la fecha de la lista: --as-of ${quote(`${name}=FECHA`)}`,
    usDoNotCall: `es un archivo Do-Not-Call de Estados Unidos: su 503 es el código de área de Oregón
      | No tiene números salvadoreños. Quítelo.`,
    listIsLog: (file, kind) =>
      `es una bitácora de ${kind === "call" ? "llamadas" : "mensajes"}, no una lista de bajas: dejaría fuera a todos los que están en ella
      | Registre lo que las personas pidieron, y depure con -s revisar.csv registro.csv: svscrub registry import ${quote(file)} --registry registro.csv --kind ${kind} --review revisar.csv`,
    hashesUnproven: (list, hasKey) =>
      `es una lista con hash, y nada prueba que svscrub pueda leer sus hashes: ${hasKey ? "con esta clave, " : ""}no se conoce ningún número que esté en ella
      | Si el hash se hizo con ${hasKey ? "otra clave, indique esa" : "una clave, agregue --hash-key-file"}. Lo que escribe svscrub registry export se prueba solo, y --canary indica un número que está en la lista. Si no, haga el hash de los números como +503…, 503…, 8 dígitos o NNNN-NNNN, con MD5, SHA-1, SHA-256 o SHA-512. Para usarla como está: --allow-unproven ${list}`,
    hashKeyNeeded: (column) =>
      `la columna "${column}" tiene hashes hechos con una clave, y no se indicó ninguna: no daría de baja a nadie
      | Indique el archivo de la clave: --hash-key-file ARCHIVO`,
    otherHashKey: (hasKey) => {
      const alone =
        "El archivo de la clave debe tener solo la clave: sin marca de orden de bytes, sin espacios, con un fin de línea como máximo.";
      return hasKey
        ? `el hash se hizo con otra clave que la de --hash-key-file
          | Pida la clave con que se exportó. ${alone}`
        : `el hash se hizo con una clave, o de una forma que svscrub no conoce: su prueba no es un hash simple
          | Si el hash se hizo con una clave, agregue --hash-key-file. ${alone}`;
    },
    badHashKey: "no contiene ninguna clave | El archivo de --hash-key-file está vacío. Indique el que tiene la clave.",
    datesContradict: `tiene fechas con el día primero y otras con el mes primero, así que no se sabe qué bajas están vigentes
      | Escriba las fechas como 2026-11-24.`,
    folderInFolder: `es una carpeta dentro de una carpeta de listas de bajas
      | Indíquela con su propio -s, o sáquela. No se omite, porque puede tener bajas.`,
    emptyFolder: "no contiene ningún archivo .csv, .tsv o .txt | Revise que sea la carpeta correcta.",
    listCut: (isTorn) =>
      isTorn
        ? `termina a mitad de una línea, y antes no: está cortada, o todavía se está escribiendo
          | Espere a que esté completa. Si lo está, termine su última línea.`
        : `contiene solo el principio de lo que contenía antes: está cortada, o todavía se está escribiendo
          | Espere a que esté completa. Si le quitaron las últimas entradas a propósito, empiece de nuevo.`,
    canaryMissing: (masked, list) =>
      `el número de control ${masked} no está de baja${list === undefined ? "" : ` en ${list}`}
      | Una lista es otro archivo, está cortada o se leyó mal. Revise las listas. No se escribió nada.`,
    selfCheckFailed: (list) => `autocontrol: un número de ${list}, escrito de otra forma, no quedó de baja
      | Es un error de svscrub. No se escribió nada; por favor, repórtelo.`,
    tooMuchRemoved: (removed, read, share) =>
      `se quitarían ${number(removed)} de ${count(read, "fila", "filas")}, más del ${percent(share)} de --max-removed
      | No se escribió nada. Revise los motivos. Si son correctos, suba el límite.`,
    tooMuchInvalid: (
      invalid,
      read,
      share,
    ) => `${number(invalid)} de ${count(read, "fila", "filas")} ${invalid === 1 ? "es inválida" : "son inválidas"}, más del ${percent(share)} de --max-invalid
      | No se escribió nada. Revise los motivos, y que la columna de teléfonos sea la correcta.`,
    strictWarnings: (warnings) => `hay ${count(warnings, "advertencia", "advertencias")}, y --strict no permite ninguna
      | No se escribió nada. Corrija lo que dicen las advertencias, o quite --strict.`,
    countsDoNotAdd: (read, sum) => `se leyeron ${number(read)} filas, pero se contaron ${number(sum)}
      | Es un error de svscrub. No se escribió nada; por favor, repórtelo.`,
    digitsDoNotAdd: (read, sum) => `se leyeron ${number(read)} dígitos, pero se contaron ${number(sum)}
      | Es un error de svscrub. No se escribió nada; por favor, repórtelo.`,
    badReport: `no es un reporte de auditoría completo de svscrub
      | Es otro archivo, o lo modificaron, o está dañado. Indique el reporte .json de una depuración o de una auditoría.`,
    contactReport: (option) => `es el reporte de una auditoría de contactos, pero ${option} pregunta por una depuración
      | Quite ${option}: verify revisa los archivos de la auditoría y la repite.`,
    newerReport: (version) => `es un reporte de la versión ${version} del esquema, que este svscrub no conoce
      | Use la versión de svscrub que lo escribió, o una posterior.`,
    // Last, so that a duplicate name does not compile.
    ...fileErrors,
    ...workbookErrors,
    ...usageErrors,
    ...registryErrors,
  },
  warnings: {
    "file-ignored": (file) => `no se leyó ${file}: no es una lista (.csv, .tsv, .txt, .xlsx, .xlsm)`,
    "list-from-the-future": (list) =>
      `${list} tiene una fecha futura: revise el reloj de este equipo y el del equipo que la escribió`,
    "list-old": (list, age) =>
      `${list} es de hace ${describeAge(age, "es")}: no tiene las bajas que se pidieron después`,
    "list-empty": (list) => `${list} no tiene entradas`,
    "list-bars-nobody": (list, entries) =>
      `${list} no bloquea a nadie en El Salvador: ${entries === 1 ? "su única entrada está vencida, anulada por un alta, o es de otro país" : `sus ${number(entries)} entradas están vencidas, anuladas por un alta, o son de otro país`}`,
    "entries-unreadable": (list, found, lines, are) => {
      const [place, places] = are === "rows" ? ["fila", "filas"] : ["línea", "líneas"];
      return found === 1
        ? `${list}, ${place} ${number(lines[0]!)}: no se entiende del todo. Queda de baja todo número que podría indicar; si tiene otros, escríbalos completos`
        : `${list}: ${number(found)} ${places} no se entienden del todo (${lines.map(number).join(", ")}${found > lines.length ? ", …" : ""}). Queda de baja todo número que podrían indicar; si tienen otros, escríbalos completos`;
    },
    "entries-without-number": (list, total, lines) =>
      `${list}: ${count(total, "fila tiene", "filas tienen")} palabras y ningún número (${linesShown(lines)}), así que no ${total === 1 ? "da" : "dan"} de baja a nadie. Si ahí hay alguien que pidió la baja, agregue su número`,
    "own-number-free": (masked) =>
      `${masked} es uno de sus propios números (--own): los textos donde aparece no lo bloquean, y se puede contactar; revise que sea de ustedes`,
    "due-dates-ignored": (list, column) =>
      `${list}: no se usó la columna "${column}". Si es el día en que termina la baja, llámela "expira"`,
    "actions-unknown": (list, unknown) =>
      `${list}: ${count(unknown, "entrada no tiene una acción conocida y cuenta como baja", "entradas no tienen una acción conocida y cuentan como bajas")}`,
    "opt-ins-idle": (list, idle) =>
      `${list}: ${count(idle, "alta no anula ninguna baja", "altas no anulan ninguna baja")}: sin fecha, con fecha futura o para un canal desconocido; o algo en su fila la puede contradecir`,
    "entries-expired": (list, n) =>
      `${list}: ${count(n, "entrada ya venció y no da", "entradas ya vencieron y no dan")} de baja a nadie`,
    "expiries-unreadable": (list, n) => `${list}: vencimientos ilegibles: ${number(n)}; esas entradas siguen vigentes`,
    "dates-contradict": (list) =>
      `${list}: unas fechas tienen el día primero y otras el mes, así que algunas se pueden leer mal; escriba las fechas como 2026-11-24`,
    "hashes-unproven": (list) =>
      `${list}: nada prueba que svscrub pueda leer sus hashes: puede que no den de baja a nadie`,
    "opt-ins-hashed": (list) =>
      `${list} es una lista con hash, y sus altas no anulan bajas de otras listas: --opt-ins no hace nada`,
    "not-in-baseline": (list) => `${list} no está en el reporte de referencia: no se sabe si se redujo`,
    "other-phone-column": (file, column, option, removed) =>
      `${file}: la columna "${column}" también parece de teléfonos, pero no se usó${removed > 0 ? `, salvo para quitar ${count(removed, "fila", "filas")} con un número dado de baja en ella` : ""}; agréguela con ${option} "${column}"`,
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
    "opt-out-value-absent": (file, column) =>
      `${file}: ninguna celda de la columna "${column}" tiene el valor dado con --opt-out-column, así que no bloquea a nadie; escriba el valor como está en las celdas`,
    "sheets-passed-over": (file, sheets) =>
      `${file}: estas hojas ocultas tienen datos y no se leyeron: ${sheets}. Elija una hoja con --sheet`,
    "sheet-of-opt-outs": (file, sheet) =>
      `${file}: por su nombre, la hoja "${sheet}" es una lista de bajas, pero no excluye a nadie. Agregue ${asSuppressionList(file, sheet)}`,
    "formulas-without-value": (list, formulas) =>
      `${list}: ${count(formulas, "fórmula no tiene", "fórmulas no tienen")} un valor calculado; abra el archivo en Excel o LibreOffice y guárdelo`,
    "contact-date-by-cells": (log, column) =>
      `${log}: ningún nombre dice cuándo se hizo el contacto; se toma la columna "${column}", la única de fechas`,
    "channel-not-said": (log) =>
      `${log}: ninguna columna tiene el canal, así que cuentan todas las bajas; indique el canal con --channel`,
    "holidays-unknown": (years) =>
      `no se conocen los asuetos de ${years.join(", ")}: --holidays no tiene ningún día de ${years.length === 1 ? "ese año" : "esos años"}`,
    "words-cut": (file, column, total, lines) =>
      `${file}: en ${count(total, "fila", "filas")} "${column}" pierde palabras, una extensión u otro número (${linesShown(lines)}). Para conservar las celdas completas, agregue --phone-format original`,
    "no-records": (file) => `${file} tiene encabezado, pero ninguna fila`,
    "nobody-clean": (read, suppressed) =>
      suppressed * 2 > read
        ? `no queda nadie: ${number(suppressed)} de ${count(read, "fila", "filas")} ${suppressed === 1 ? "es de alguien que pidió" : "son de personas que pidieron"} la baja. Si las listas están cambiadas, ponga la base primero y las listas de bajas después de -s`
        : `no queda nadie: ninguna de ${count(read, "fila", "filas")} está limpia. Revise que el archivo y la columna de teléfonos sean los correctos`,
    "looks-like-opt-outs": (file, column, titles) =>
      `${file} parece una lista de bajas, por ${column !== "" ? `su columna "${column}"` : titles.length > 0 ? `su título (${linesShown(titles)})` : "su nombre"}. Si las listas están cambiadas, ponga primero la que se revisa y las listas de bajas después de -s`,
    "no-suppression": () => "no se usó ninguna lista de bajas: no se revisó si alguien pidió la baja",
  },
  summary: {
    read: "leídos",
    dispositions: {
      clean: "limpios",
      suppressed: "de baja",
      duplicate: "repetidos",
      excluded: "excluidos",
      foreign: "extranjeros",
      invalid: "inválidos",
    },
    reason: (reason, records) => REASONS[reason][records === 1 ? 0 : 1],
    lists: "listas de bajas",
    listLine: (name, entries, matched, onlyHere) =>
      `${name}: ${count(entries, "entrada", "entradas")}, ${count(matched, "coincidencia", "coincidencias")}${onlyHere > 0 ? `, ${number(onlyHere)} solo aquí` : ""}`,
    text: (numbers, lines, own) =>
      `leída como texto: ${count(numbers, "número", "números")} en ${count(lines, "línea", "líneas")}${own > 0 ? `; sus propios números se dejaron fuera ${count(own, "vez", "veces")}` : ""}`,
    ranges: (ranges, numbers) =>
      `${count(ranges, "rango abarca", "rangos abarcan")} ${count(numbers, "número", "números")}`,
    dated: (when, from) => `del ${when}, ${DATED_BY[from]}`,
    undated: "sin fecha (llegó de otro programa)",
    titles: (lines, isSheet, suppress) => {
      const row = isSheet ? "fila" : "línea";
      const [first, last] = [lines[0]!, lines.at(-1)!];
      const between = last === first + 1 ? "y" : "a";
      const rows =
        first === last ? `la ${row} ${number(first)}` : `las ${row}s ${number(first)} ${between} ${number(last)}`;
      return `títulos en ${rows} ${suppress ? "(sus números también son bajas)" : "fuera de la base"}`;
    },
    blankLines: (blank) => `${count(blank, "línea vacía omitida", "líneas vacías omitidas")}`,
    columns: (file, understood, columns) =>
      `${file}${understood.length > 0 ? ` (${understood.join(", ")})` : ""}, teléfonos en ${columns}`,
    sheet: (name) => `hoja "${name}"`,
    delimiter: (shown) =>
      shown === "none" ? "una sola columna" : `delimitador ${shown === "tab" ? "tabulador" : shown}`,
    column: (position) => `columna ${position}`,
    otherColumn: (at, rows) => `${count(rows, "fila queda", "filas quedan")} de baja por un número en ${at}`,
    ownOptOuts: (column, records) =>
      `${count(records, "fila queda", "filas quedan")} de baja porque ${column} dice que no se contacte; también sus números dondequiera que aparezcan`,
    wrote: (file, records) => (records === undefined ? file : `${file} (${count(records, "fila", "filas")})`),
    validUntil: (when) => `vigente hasta el ${when}`,
    unchecked: "sin revisar contra listas de bajas",
    scrubFirst: "no se revisó a nadie contra listas de bajas: depure la base con -s antes de contactar a alguien",
    onlyBy: { call: "solo por llamada", sms: "solo por SMS", whatsapp: "solo por WhatsApp" },
    dryRun: "simulación: no se escribió nada",
    typeThis: "para escribir la base depurada:",
    next: "se escribió",
    warning: "advertencia",
    stopped: (by) => `detenido por ${by}`,
    stoppedUnpublished: (by) => `detenido por ${by}: no se escribió nada nuevo`,
    stdoutIsCut: "La base que salió por la salida estándar está cortada: no la use.",
    progress: (records) => count(records, "fila", "filas"),
    oldStays: (file, when) => `${file} es un archivo VIEJO, escrito el ${when}: no lo envíe`,
    bug: "Es un error de svscrub. Por favor, repórtelo con el comando que escribió, pero sin sus datos:",
  },
  registry,
  help,
};

function linesShown(lines: readonly number[]): string {
  return `${lines.length === 1 ? "línea" : "primeras líneas:"} ${lines.map(number).join(", ")}`;
}
