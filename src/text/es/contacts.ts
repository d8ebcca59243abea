// The Spanish sentences of an audit of contacts: its tables and its page.

import type { Sentences } from "../sentences.js";
import { count, describeAge, number } from "../values.js";

export const contacts: Sentences["contacts"] = {
  read: "leídos",
  inbound: "entrantes (los hizo la persona)",
  judged: "evaluados",
  offences: "después de una baja",
  apart: "dudosos",
  verdict: (offences, people, grace, judged) => {
    if (judged === 0) return "No se pudo evaluar ningún contacto.";
    const late = grace > 0 ? `más de ${describeAge(grace, "es")} después` : "después";
    if (offences === 0) return `No se encontró ningún contacto ${late} de una baja.`;
    const contacted = offences === 1 ? "Se hizo 1 contacto" : `Se hicieron ${number(offences)} contactos`;
    return `${contacted} ${late} de una baja, a ${number(people)} ${people === 1 ? "persona" : "personas"}.`;
  },
  channels: { any: "cualquiera", call: "llamada", sms: "sms", whatsapp: "whatsapp", unknown: "desconocido" },
  channel: "canal",
  byChannel: "por canal",
  byList: "por lista de bajas",
  delays: "desde la baja hasta el último contacto posterior",
  median: "mediana",
  longest: "la más larga",
  apartTitle: "qué revisar",
  findings: {
    "after-opt-out": "después de una baja",
    "outside-hours": "fuera del horario de contacto",
    "too-often": "números contactados demasiadas veces",
    "order-unknown": "no se sabe qué fue primero: misma hora o día, o una fecha como 05/03 (escriba 2026-03-05)",
    "undated-opt-out": "la baja no tiene fecha",
    "doubtful-number": "el número es dudoso y podría estar de baja",
    "number-unreadable": "el número no se puede leer",
    "date-unreadable": "la fecha falta o no se puede leer",
    broken: "la fila está dañada",
    "hours-unknown": "contactos: no se sabe si fueron dentro del horario",
    "frequency-unknown": "números: no se sabe si se contactaron demasiadas veces",
  },
  delay: "demora",
  list: "lista",
  age: (hours) => (hours > 0 ? describeAge(Math.round(hours * 10) * 360_000, "es") : "menos de 6 minutos"),
  hoursVerdict: (outside, unknown) => {
    const made =
      outside === 0
        ? "No se encontró ningún contacto"
        : outside === 1
          ? "Se hizo 1 contacto"
          : `Se hicieron ${number(outside)} contactos`;
    const doubt = unknown === 0 ? "" : ` ${count(unknown, "contacto es dudoso", "contactos son dudosos")}.`;
    return `${made} fuera del horario de contacto.${doubt}`;
  },
  frequencyVerdict: (numbers, contacts, within, unknown, unreadable) => {
    const were =
      numbers === 0
        ? "No se sabe de ningún número contactado"
        : count(numbers, "número fue contactado", "números fueron contactados");
    const doubts = [
      ...(unknown === 0 ? [] : [count(unknown, "número", "números")]),
      ...(unreadable === 0 ? [] : [`${count(unreadable, "contacto", "contactos")} sin número legible`]),
    ];
    const doubt = doubts.length === 0 ? "" : ` Dudosos: ${doubts.join(" y ")}.`;
    return `${were} más de ${count(contacts, "vez", "veces")} en ${describeAge(within * 1000, "es")}.${doubt}`;
  },
};

export const contactPage: Sentences["contactPage"] = {
  title: "Auditoría de contactos",
  auditedAt: (when) => `auditado el ${when}`,
  whatTheyAre: "Qué fue de los contactos",
  inTime: "sin baja previa",
  meaning: {
    inTime: "la persona no había pedido la baja",
    offences: "la persona había pedido la baja",
    apart: "no se sabe",
  },
  contact: "Contacto",
  contacts: "Contactos",
  notJudged: (contacts) =>
    contacts === 1
      ? "1 contacto no se pudo evaluar: pudo haberse hecho después de una baja."
      : `${number(contacts)} contactos no se pudieron evaluar: pudieron haberse hecho después de una baja.`,
  nothingApart: "Nada: todos los contactos se pudieron evaluar.",
  grace: "Plazo de atención",
  graceOf: (age) => (age === 0 ? "ninguno: cuenta todo contacto después de la baja" : describeAge(age, "es")),
  unnamedChannel: "Canal, si no se indica",
  hours: "Horario de contacto",
  holidays: "Asuetos",
  holidaysOfCountry: "los de El Salvador (--holidays sv)",
  noHolidays: "no se indicaron",
  frequency: "Frecuencia",
  atMost: (contacts, hours) =>
    `como máximo ${count(contacts, "contacto", "contactos")} en ${describeAge(hours * 3_600_000, "es")}, por todos los canales`,
  roles: { log: "historial de contactos", holidays: "asuetos", offences: "contactos indebidos" },
};
