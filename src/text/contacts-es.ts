// What an audit of contacts says, in Spanish: its tables, and the page of its report.

import type { ContactPageSentences, ContactSentences } from "./answers.js";
import { count, describeAge, number } from "./values.js";

export const contacts: ContactSentences = {
  read: "leídos",
  inbound: "entrantes, de la persona",
  judged: "evaluados",
  offences: "después de una baja",
  apart: "aparte",
  verdict: (offences, people, grace, judged) => {
    if (judged === 0) return "No se pudo evaluar ningún contacto.";
    const late = grace > 0 ? `más de ${describeAge(grace, "es")} después` : "después";
    if (offences === 0) return `No consta ningún contacto ${late} de una baja.`;
    const contacted = offences === 1 ? "Se hizo 1 contacto" : `Se hicieron ${number(offences)} contactos`;
    return `${contacted} ${late} de una baja, a ${number(people)} ${people === 1 ? "persona" : "personas"}.`;
  },
  channels: { any: "cualquiera", call: "llamada", sms: "sms", whatsapp: "whatsapp", unknown: "desconocido" },
  channel: "canal",
  byChannel: "por canal",
  byList: "por lista de bajas",
  onlyHere: "solo aquí",
  delays: "desde la solicitud hasta el último contacto posterior",
  median: "mediana",
  p90: "90% en menos de",
  longest: "máximo",
  apartTitle: "aparte: nadie puede decir si fueron después de una baja",
  apartReasons: {
    "order-unknown": "baja y contacto a la misma hora, o el mismo día sin hora",
    "undated-opt-out": "de baja, no se sabe desde cuándo",
    "doubtful-number": "el número es dudoso, y podría ser uno dado de baja",
    "number-unreadable": "no se puede leer el número",
    "date-unreadable": "falta la fecha o no se puede leer",
    broken: "en un registro dañado",
  },
  timesIn: (zone) => `horas de ${zone}`,
  firstOffences: (shown, of) =>
    shown < of ? `los primeros ${number(shown)} contactos después de una baja` : "contactos después de una baja",
  line: "línea",
  number: "número",
  contactedAt: "contacto",
  requestedAt: "baja",
  delay: "demora",
  list: "lista",
  record: "registro",
  age: (seconds) => describeAge(seconds * 1000, "es"),
  outside: "fuera de horario",
  tooOften: "números contactados de más",
  nobodyCanTell: "nadie puede decirlo",
  firstOutside: (shown, of) =>
    shown < of ? `los primeros ${number(shown)} contactos fuera de horario` : "contactos fuera de horario",
  firstTooOften: (shown, of) =>
    shown < of ? `los primeros ${number(shown)} números contactados de más` : "números contactados de más",
  most: "máximo",
  hoursVerdict: (outside, unknown) => {
    const made =
      outside === 0
        ? "No consta ningún contacto"
        : outside === 1
          ? "Se hizo 1 contacto"
          : `Se hicieron ${number(outside)} contactos`;
    const doubt = unknown === 0 ? "" : ` De ${count(unknown, "contacto", "contactos")} nadie puede decirlo.`;
    return `${made} fuera de horario.${doubt}`;
  },
  frequencyVerdict: (numbers, contacts, within, unknown, unreadable) => {
    const were =
      numbers === 0
        ? "No consta que se haya contactado a ningún número"
        : `Se contactó a ${count(numbers, "número", "números")}`;
    const doubts = [
      ...(unknown === 0 ? [] : [count(unknown, "número", "números")]),
      ...(unreadable === 0 ? [] : [`${count(unreadable, "contacto", "contactos")} sin número legible`]),
    ];
    const doubt = doubts.length === 0 ? "" : ` De ${doubts.join(" y ")} nadie puede decirlo.`;
    return `${were} más de ${count(contacts, "vez", "veces")} en ${describeAge(within * 1000, "es")}.${doubt}`;
  },
};

export const contactPage: ContactPageSentences = {
  title: "Auditoría de contactos",
  auditedAt: (when) => `auditado el ${when}`,
  whatTheyAre: "Qué fue de los contactos",
  inTime: "sin baja previa",
  inbound: "entrantes",
  meaning: {
    inTime: "nadie había pedido la baja",
    offences: "la persona había pedido la baja",
    apart: "nadie puede decirlo",
    inbound: "los hizo la persona",
  },
  contact: "Contacto",
  contacts: "Contactos",
  notJudged: (contacts) =>
    contacts === 1
      ? "1 contacto no se pudo evaluar: pudo haberse hecho después de una baja."
      : `${number(contacts)} contactos no se pudieron evaluar: pudieron haberse hecho después de una baja.`,
  byChannel: "Por canal",
  channel: "Canal",
  judged: "Evaluados",
  offences: "Después de una baja",
  first: "Los primeros contactos indebidos",
  longestDelay: "Mayor demora",
  line: (line) => `línea ${number(line)}`,
  apartTitle: "Lo que nadie puede decir",
  nothingApart: "Nada: todos los contactos se pudieron evaluar.",
  hoursUnknown: "contactos: si fueron dentro del horario",
  frequencyUnknown: "números: si se contactaron de más",
  grace: "Plazo de atención",
  graceOf: (age) => (age === 0 ? "ninguno: cuenta todo contacto posterior" : describeAge(age, "es")),
  unnamedChannel: "Canal sin indicar",
  hours: "Horario",
  holidays: "Asuetos",
  noHolidays: "no se indicaron",
  frequency: "Frecuencia",
  atMost: (contacts, within) =>
    `a lo sumo ${count(contacts, "contacto", "contactos")} en ${describeAge(within * 1000, "es")}, por todos los canales`,
  numbersJudged: (numbers) => count(numbers, "número evaluado", "números evaluados"),
  noAdvice:
    "Las reglas son las que indicó la empresa. La ley se conoce solo por fuentes secundarias: no es asesoría legal.",
  roles: { log: "registro de contactos", holidays: "asuetos", offences: "contactos indebidos" },
  verifying:
    "Si el SHA-256 de un archivo es otro, el archivo fue modificado. Con los mismos archivos, este comando encuentra lo mismo y no escribe nada:",
};
