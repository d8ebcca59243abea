// What --help says of the registry's commands, in Spanish.

import type { HelpSentences, RegistryCommandName } from "./help.js";

export const registryHelp: Pick<HelpSentences["command"], "registry" | RegistryCommandName> = {
  registry: {
    line: "el registro de bajas: apuntar, importar, compartir, consultar",
    description:
      "El registro de quienes pidieron la baja: un CSV que solo crece, y que sirve tal cual con -s.\nUna baja se apunta una sola vez; lo que no está claro lo decide una persona, y mientras tanto cuenta como baja.",
    operands: "qué hacer",
    option: {},
    examples: `Ejemplos:
  svscrub registry import respuestas.csv --registry bajas.csv --kind sms --ack confirmar.csv --review revisar.csv
  svscrub clientes.csv -s bajas.csv revisar.csv --allow-empty revisar.csv -o depurada.csv
  svscrub registry history 7012-3456 --registry bajas.csv`,
  },
  "registry add": {
    line: "apunta la baja o el alta de un número",
    description: "Apunta en el registro la baja (o el alta) de uno o varios números, a esta hora.",
    operands: "teléfonos, cada uno como una palabra",
    option: {
      registry: "el registro; si no existe, se crea",
      channel: "any, call, sms, whatsapp (por defecto: any)",
      action: "opt-out, opt-in (por defecto: opt-out)",
      reason: "por qué, en pocas palabras",
      ack: "agrega a este archivo las confirmaciones por enviar",
      "ack-template": "plantillas propias de las confirmaciones (JSON)",
    },
    examples: `Ejemplos:
  svscrub registry add 7012-3456 --registry bajas.csv --reason "lo pidió en caja"
  svscrub registry add 7012-3456 --registry bajas.csv --channel sms --action opt-in`,
  },
  "registry import": {
    line: "recibe respuestas, tipificaciones, formularios o consentimientos",
    description:
      "Recibe en el registro lo que pidieron las personas. Los mensajes se entienden por palabras y reglas,\nen español e inglés. Sin --review no se registra nada si algo no está claro.",
    operands: "el archivo por importar (CSV); - es la entrada estándar",
    option: {
      registry: "el registro; si no existe, se crea",
      kind: "sms: respuestas; call: tipificaciones; form: formularios; consent: consentimientos; reviewed: lo revisado",
      ack: "agrega a este archivo las confirmaciones por enviar",
      "ack-template": "plantillas propias de las confirmaciones (JSON)",
      review: "agrega a este archivo lo que debe decidir una persona; de lo revisado, de dónde se quita",
      channel: "por dónde llegaron: any, call, sms, whatsapp (por defecto: según el tipo)",
      source: "nombre de la fuente en el registro (por defecto: el tipo)",
      column: "columna de teléfonos, por nombre o posición desde 1 (por defecto: se detecta)",
      "text-column": "columna de los mensajes",
      "action-column": "columna de la tipificación, el estado o la solicitud",
      "channel-column": "columna del canal",
      "date-column": "columna de la fecha",
      "sender-column": "columna del número propio al que respondieron",
      map: "qué significa una palabra de esa columna: opt-out, opt-in, other, review; se puede repetir",
      delimiter: "delimitador: un carácter, o tab (por defecto: se detecta)",
      encoding: "utf-8, utf-16le, utf-16be, utf-16, windows-1252 (por defecto: se detecta)",
      "no-header": "el primer registro son datos",
      tz: "zona horaria de las horas que no la dicen (por defecto: America/El_Salvador)",
    },
    examples: `Ejemplos:
  svscrub registry import respuestas.csv --registry bajas.csv --kind sms --review revisar.csv
  svscrub registry import llamadas.csv --registry bajas.csv --kind call --map "no interesado=other"
  svscrub registry import revisar.csv --registry bajas.csv --kind reviewed`,
  },
  "registry export": {
    line: "lo que está vigente, para compartirlo con quienes envían",
    description: "Escribe lo que está vigente en el registro: una fila por número y canal. Sirve con -s.",
    option: {
      registry: "el registro",
      channel: "solo lo que cuenta para este canal: any, call, sms, whatsapp (por defecto: todo)",
      format: "csv, json (por defecto: csv)",
      hash: "sha256: los números como resumen de +503…; sin clave no oculta nada",
      "hash-key-file": "los números como HMAC-SHA-256 con la clave de este archivo",
      since: "solo lo que cambió después de este evento",
      output: "archivo de salida (por defecto: la salida estándar)",
      force: "reemplaza una salida que ya existe",
    },
    examples: `Ejemplos:
  svscrub registry export --registry bajas.csv --channel sms -o para-la-agencia.csv
  svscrub registry export --registry bajas.csv --hash-key-file clave.txt -o compartida.csv`,
  },
  "registry history": {
    line: "lo que pidió un número, y cuándo",
    description: "Muestra los eventos de un número y lo que está vigente, ahora o a una hora.",
    operands: "un teléfono",
    option: {
      registry: "el registro",
      at: "como estaba a esta hora, por ejemplo 2026-11-24T08:00",
      json: "escribe JSON en vez de una tabla",
    },
    examples: `Ejemplos:
  svscrub registry history 7012-3456 --registry bajas.csv
  svscrub registry history 7012-3456 --registry bajas.csv --at 2026-11-24T08:00`,
  },
  "registry status": {
    line: "cuánto hay, lo más reciente, la atención más lenta",
    description:
      "Cuenta los eventos del registro. Con --reports dice cuáles no ha visto ninguna depuración\ndespués del plazo de --within, comparando lo que cada reporte leyó del registro.",
    option: {
      registry: "el registro",
      within: "plazo para que una depuración vea un evento (por defecto: 24h)",
      reports: "reporte de una depuración (.audit.json); se puede repetir",
      json: "escribe JSON en vez de una tabla",
    },
    examples: `Ejemplos:
  svscrub registry status --registry bajas.csv
  svscrub registry status --registry bajas.csv --reports lunes.audit.json --reports martes.audit.json`,
  },
};
