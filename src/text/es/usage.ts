// What is wrong with what was typed, in Spanish.

import type { usageErrors as english } from "../en/usage.js";
import type { Texts } from "../sentences.js";
import { wordIn } from "../typed-words.js";
import { number } from "../values.js";

const inLanguage = (word: string) => wordIn("es", word);

export const orMeant = (nearest: string | undefined) => (nearest === undefined ? "" : `; ¿quiso decir "${nearest}"?`);

export const usageErrors: Texts<typeof english> = {
  unknownOption: (option, nearest, help) => ({
    what: `opción desconocida ${option}${nearest === undefined ? "" : `; ¿quiso decir ${nearest}?`}`,
    hint: `${help} muestra todas las opciones.`,
  }),
  missingValue: (option, help, hasNext) => ({
    what: `${option} necesita un valor`,
    hint: `${help} muestra cómo.${hasNext ? ` Un valor que empieza con - se escribe después de =: ${option}=-VALOR` : ""}`,
  }),
  unknownCommand: (typed, nearest) => ({
    what: `"${typed}" no es un comando ni un archivo${orMeant(nearest)}`,
    hint: "svscrub help muestra los comandos.",
  }),
  unknownTopic: (typed, nearest) => ({
    what: `no hay ayuda sobre "${typed}"${orMeant(nearest)}`,
    hint: "svscrub help muestra los comandos y los temas.",
  }),
  unknownShell: (typed, nearest, shells) => ({
    what:
      typed === undefined
        ? `falta el nombre del shell: ${shells.join(", ")}`
        : `"${typed}" no es ninguno de los shells ${shells.join(", ")}${orMeant(nearest)}`,
    hint: "svscrub help completion muestra cómo instalar el script.",
  }),
  // Of several lists behind -s one was probably meant for the phone list.
  noPhoneList: (suppressions, stdinIsEmpty) => ({
    what:
      stdinIsEmpty && suppressions < 2
        ? "falta la base de teléfonos, y la entrada estándar está vacía"
        : suppressions > 0
          ? "falta la base de teléfonos: todo archivo después de -s es una lista de bajas"
          : "falta la base de teléfonos",
    hint: "Ponga la base primero: svscrub BASE.csv -s BAJAS.csv -o DEPURADA.csv",
  }),
  checkWithoutList: () => ({
    what: "falta la lista de bajas",
    hint: "Agregue una con -s ARCHIVO: de ella depende la respuesta.",
  }),
  noNumber: () => ({
    what: "falta el número por consultar",
    hint: "Escriba uno: svscrub check '7012-3456' -s BAJAS.csv",
  }),
  noFile: () => ({ what: "falta el archivo por inspeccionar", hint: "Indique uno: svscrub inspect BASE.csv" }),
  noSuppression: () => ({
    what: "falta la lista de bajas",
    hint: "Agregue una con -s ARCHIVO. Si no hay que quitar a nadie por pedir la baja, agregue --no-suppression.",
  }),
  noContactLog: (suppressions) => ({
    what:
      suppressions > 0
        ? "falta el historial de contactos: todo archivo después de -s es una lista de bajas"
        : "falta el historial de contactos",
    hint: "Ponga el historial primero: svscrub audit CONTACTOS.csv -s BAJAS.csv",
  }),
  severalContactLogs: (logs) => ({
    what: `hay ${number(logs)} historiales de contactos, pero se audita uno a la vez`,
    hint: "Audite cada uno por separado. Si alguno es una lista de bajas, póngalo después de -s.",
  }),
  noOptOuts: () => ({ what: "falta la lista de bajas", hint: "Agregue una con -s ARCHIVO." }),
  stdinTwice: () => ({
    what: "solo una lista puede ser la entrada estándar (-)",
    hint: "Guarde una de ellas en un archivo.",
  }),
  badValue: (option, expected, nearest) => ({
    what: `${option} acepta ${typeof expected === "string" ? expected : expected.map(inLanguage).join(", ")}${orMeant(nearest && inLanguage(nearest))}`,
  }),
  badMapping: (option, words) => ({
    what: `${option} acepta ${words.map((word) => `PALABRA=${inLanguage(word)}`).join(", ")}`,
  }),
  badForm: (option, examples) => ({ what: `${option} acepta un valor como ${examples}` }),
  givenTwice: (option) => ({
    what: `${option} está dos veces`,
    hint: "Acepta un solo valor: quite el otro.",
  }),
  badPercentage: (option) => ({
    what: `${option} acepta un porcentaje con su signo`,
    hint: "Por ejemplo 20%, o 20pct donde % corta la línea.",
  }),
  unknownListName: (option, name, nearest, mayBePhones) => ({
    what: `${option}: ninguna ${mayBePhones ? "base ni lista de bajas" : "lista de bajas"} se llama "${name}"${orMeant(nearest)}`,
    hint: "El nombre de una lista es el de su archivo o su ruta tal como se dio, o NOMBRE en -s NOMBRE=ARCHIVO.",
  }),
  ambiguousListName: (option, name, lists) => ({
    what: `${option}: varias listas se llaman "${name}": ${lists.join(", ")}`,
    hint: "Nombre una base por su ruta, tal como la escribe, o dele otro nombre a la lista de bajas con -s NOMBRE=ARCHIVO.",
  }),
  guardNeedsOutput: (option) => ({
    what: `${option} necesita -o ARCHIVO`,
    hint: "Lo que ya salió por la salida estándar no se puede retirar.",
  }),
  needsOption: (option, other) => ({
    what: `${option} necesita ${other}`,
    hint: "Sin ella, la opción no tiene efecto: agréguela, o quite la opción.",
  }),
  needsListName: (option, form) => ({
    what: `${option} sin nombre es para bases de teléfonos, pero no hay ninguna`,
    hint: `Indique el nombre de la lista de bajas: ${form}`,
  }),
  stdoutTaken: (option, hasDryRun) => ({
    what: `--json y la lista de ${option} no pueden ir los dos a la salida estándar`,
    hint: `Escriba la lista en un archivo: ${option} ARCHIVO.csv.${hasDryRun ? " Para ver solo el reporte: --dry-run." : ""}`,
  }),
  otherFormat: (option, ending) => ({
    what: `${option} no puede escribir ${ending}`,
    hint: `Escriba .csv en lugar de ${ending}. Al depurar, -o y --removed escriben archivos de Excel si terminan en .xlsx.`,
  }),
  reportExtension: () => ({ what: "el nombre de un reporte debe terminar en .json o .html" }),
  badHoliday: () => ({
    what: "esta línea no es una fecha",
    hint: "Escriba una fecha por línea, como 2026-05-01 o 01/05/2026, sin hora. Con # empieza un comentario.",
  }),
  noHolidays: () => ({
    what: "no tiene ninguna fecha",
    hint: "Si no hay asuetos, quite --holidays. Para los de El Salvador: --holidays sv.",
  }),
  noReport: () => ({
    what: "falta el reporte",
    hint: "Indique uno: svscrub verify DEPURADA.audit.json. O una bitácora: svscrub verify --log corridas.jsonl",
  }),
  oneReport: (reports) => ({
    what: `hay ${number(reports)} reportes, pero se verifica uno a la vez`,
    hint: "Verifique cada uno por separado. Ponga las listas de bajas después de -s.",
  }),
  needsSuppress: (option) => ({
    what: `${option} necesita -s ARCHIVO`,
    hint: "Indique las listas de bajas de hoy.",
  }),
  badOwn: () => ({
    what: "--own acepta un teléfono de ustedes",
    hint: "Indique un número que se lea con seguridad; repita --own para cada uno: --own 2222-1100.",
  }),
  badCanary: () => ({
    what: "--canary acepta un número de teléfono",
    hint: "Indique un número que se lea con seguridad: --canary NÚMERO o --canary bajas=NÚMERO.",
  }),
  nestedArguments: () => ({
    what: "un archivo de argumentos no puede nombrar a otro",
    hint: "Copie aquí las líneas del otro. Un archivo cuyo nombre empieza con @ se escribe ./@NOMBRE.",
  }),
  severalArguments: (option) => ({
    what: `cada línea puede tener un solo argumento, pero después de ${option} hay otro`,
    hint: "Ponga el valor en la línea siguiente, o escriba --option=valor.",
  }),
  recordAsArgument: () => ({
    what: "esto parece una fila de una lista, no un argumento",
    hint: "Si este archivo es la lista misma, quite la @. Si es un argumento, revise en esta línea el nombre del archivo.",
  }),
  argumentsNoText: () => ({
    what: "no es texto UTF-8",
    hint: "Guarde el archivo de argumentos como UTF-8, un argumento por línea.",
  }),
  emptyOperand: (operand) => ({
    what: `hay una palabra vacía en el lugar de ${operand}`,
    hint: "Dé un nombre que no esté vacío. Es probable que una variable no esté definida.",
  }),
  emptyName: (option) => ({
    what: `${option} tiene un nombre vacío`,
    hint: "Dé un nombre que no esté vacío. Es probable que una variable no esté definida.",
  }),
  contradiction: (one, other) => ({ what: `${one} y ${other} se contradicen`, hint: "Quite una de las dos." }),
};
