// Every word of an audit of contacts, in Spanish.

import type { ContactSentences } from "./contacts.js";
import { describeAge, number } from "./values.js";

export const contacts: ContactSentences = {
  read: "leídos",
  inbound: "entrantes, de la persona",
  judged: "evaluados",
  offences: "después de una baja",
  apart: "aparte",
  verdict: (offences, people, grace) => {
    const late = grace > 0 ? `más de ${describeAge(grace, "es")} después` : "después";
    if (offences === 0) return `No consta ningún contacto ${late} de una baja.`;
    const contacted = offences === 1 ? "Se hizo 1 contacto" : `Se hicieron ${number(offences)} contactos`;
    return `${contacted} ${late} de una baja, a ${number(people)} ${people === 1 ? "persona" : "personas"}.`;
  },
  channels: { any: "cualquiera", call: "llamada", sms: "sms", whatsapp: "whatsapp", unknown: "desconocido" },
  channel: "canal",
  byChannel: "por canal",
  byList: "por lista de bajas",
  onlyHere: "solo por ella",
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
    broken: "registros dañados",
  },
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
};
