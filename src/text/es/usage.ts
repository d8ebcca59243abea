// The Spanish errors of wrong usage.

import type { usageErrors as english } from "../en/usage.js";
import type { Texts } from "../sentences.js";
import { wordIn } from "../typed-words.js";

const inLanguage = (word: string) => wordIn("es", word);

export const orMeant = (nearest: string | undefined) => (nearest === undefined ? "" : `; ¿quiso decir "${nearest}"?`);

/** A remark that one of several lists after -s was probably meant as the phone list or the log. */
const afterSuppress = (suppressions: number) =>
  suppressions > 0 ? ": todo archivo después de -s es una lista de bajas" : "";

export const usageErrors: Texts<typeof english> = {
  unknownOption: (option, nearest, help) =>
    `opción desconocida ${option}${nearest === undefined ? "" : `; ¿quiso decir ${nearest}?`}
    | ${help} muestra todas las opciones.`,
  missingValue: (option, help) => `${option} necesita un valor
    | ${help} muestra cómo. Un valor que empieza con - se escribe después de =: ${option}=-VALOR`,
  unknownCommand: (typed, nearest) =>
    `"${typed}" no es un comando ni un archivo${orMeant(nearest)} | svscrub help muestra los comandos.`,
  unknownTopic: (typed, nearest) =>
    `no hay ayuda sobre "${typed}"${orMeant(nearest)} | svscrub help muestra los comandos y los temas.`,
  noPhoneList: (suppressions, stdinIsEmpty) =>
    `falta la base de teléfonos${stdinIsEmpty && suppressions < 2 ? ", y la entrada estándar está vacía" : afterSuppress(suppressions)}
    | Ponga la base primero: svscrub BASE.csv -s BAJAS.csv -o DEPURADA.csv`,
  noOptOuts: "falta la lista de bajas | Agregue una con -s ARCHIVO: de ella depende la respuesta.",
  noNumber: "falta el número por consultar | Escriba uno: svscrub check '7012-3456' -s BAJAS.csv",
  noFile: "falta el archivo por inspeccionar | Indique uno: svscrub inspect BASE.csv",
  noSuppression: `falta la lista de bajas
    | Agregue una con -s ARCHIVO. Si no hay que quitar a nadie por pedir la baja, agregue --no-suppression.`,
  noContactLog: (suppressions) => `falta el historial de contactos${afterSuppress(suppressions)}
    | Ponga el historial primero: svscrub audit CONTACTOS.csv -s BAJAS.csv`,
  stdinTwice: "solo una lista puede ser la entrada estándar (-) | Guarde una de ellas en un archivo.",
  badValue: (option, expected, nearest) =>
    `${option} acepta ${typeof expected === "string" ? expected : expected.map(inLanguage).join(", ")}${orMeant(nearest && inLanguage(nearest))}`,
  badMapping: (option, words) => `${option} acepta ${words.map((word) => `PALABRA=${inLanguage(word)}`).join(", ")}`,
  badForm: (option, examples) => `${option} acepta un valor como ${examples}`,
  numberInLabel: `--label contiene un teléfono, y ningún reporte los muestra
    | Escriba la etiqueta sin él, como en --label ticket=1042.`,
  givenTwice: (option) => `${option} está dos veces | Acepta un solo valor: quite el otro.`,
  unknownListName: (
    option,
    name,
    nearest,
    mayBePhones,
  ) => `${option}: ninguna ${mayBePhones ? "base ni lista de bajas" : "lista de bajas"} se llama "${name}"${orMeant(nearest)}
    | El nombre de una lista es el de su archivo o su ruta tal como se dio, o NOMBRE en -s NOMBRE=ARCHIVO.`,
  guardNeedsOutput: (option) =>
    `${option} necesita -o ARCHIVO | Lo que ya salió por la salida estándar no se puede retirar.`,
  needsOption: (option, other) =>
    `${option} necesita ${other} | Sin ella, la opción no tiene efecto: agréguela, o quite la opción.`,
  needsListName: (option, form) => `${option} sin nombre es para bases de teléfonos, pero no hay ninguna
    | Indique el nombre de la lista de bajas: ${form}`,
  stdoutTaken: (option, hasDryRun) => `--json y la lista de ${option} no pueden ir los dos a la salida estándar
    | Escriba la lista en un archivo: ${option} ARCHIVO.csv.${hasDryRun ? " Para ver solo el reporte: --dry-run." : ""}`,
  otherFormat: (option, ending) => `${option} no puede escribir ${ending}
    | Escriba .csv en lugar de ${ending}. Al depurar, -o y --removed escriben archivos de Excel si terminan en .xlsx.`,
  reportExtension: "el nombre de un reporte debe terminar en .json o .html",
  badHoliday: `esta línea no es una fecha
    | Escriba una fecha por línea, como 2026-05-01 o 01/05/2026, sin hora. Con # empieza un comentario.`,
  noHolidays: "no tiene ninguna fecha | Si no hay asuetos, quite --holidays. Para los de El Salvador: --holidays sv.",
  noReport: `falta el reporte
    | Indique uno: svscrub verify DEPURADA.audit.json. O una bitácora: svscrub verify --log corridas.jsonl`,
  needsSuppress: (option) => `${option} necesita -s ARCHIVO | Indique las listas de bajas de hoy.`,
  badOwn: `--own acepta un teléfono de ustedes
    | Indique un número que se lea con seguridad; repita --own para cada uno: --own 2222-1100.`,
  badCanary: `--canary acepta un número de teléfono
    | Indique un número que se lea con seguridad: --canary NÚMERO o --canary bajas=NÚMERO.`,
  nestedArguments: `un archivo de argumentos no puede nombrar a otro
    | Copie aquí las líneas del otro. Un archivo cuyo nombre empieza con @ se escribe ./@NOMBRE.`,
  severalArguments: (option) => `cada línea puede tener un solo argumento, pero después de ${option} hay otro
    | Ponga el valor en la línea siguiente, o escriba --option=valor.`,
  recordAsArgument: `esto parece una fila de una lista, no un argumento
    | Si este archivo es la lista misma, quite la @. Si es un argumento, revise en esta línea el nombre del archivo.`,
  argumentsNoText: "no es texto UTF-8 | Guarde el archivo de argumentos como UTF-8, un argumento por línea.",
  emptyName: (of) =>
    `${of} tiene un nombre vacío | Dé un nombre que no esté vacío. Es probable que una variable no esté definida.`,
  contradiction: (one, other) => `${one} y ${other} se contradicen | Quite una de las dos.`,
};
