// Every word of an audit of contacts, in English.

import type { ContactSentences } from "./contacts.js";
import { describeAge, number } from "./values.js";

export const contacts: ContactSentences = {
  read: "read",
  inbound: "inbound, made by the person",
  judged: "judged",
  offences: "after an opt-out",
  apart: "set apart",
  verdict: (offences, people, grace) => {
    const late = grace > 0 ? `more than ${describeAge(grace, "en")} after` : "after";
    if (offences === 0) return `No contact is known to have been made ${late} an opt-out.`;
    const contacted = `${number(offences)} ${offences === 1 ? "contact was" : "contacts were"}`;
    return `${contacted} made ${late} an opt-out, to ${number(people)} ${people === 1 ? "person" : "people"}.`;
  },
  channels: { any: "any", call: "call", sms: "sms", whatsapp: "whatsapp", unknown: "unknown" },
  channel: "channel",
  byChannel: "by channel",
  byList: "by suppression list",
  onlyHere: "by it alone",
  delays: "from the request to the last contact after it",
  median: "median",
  p90: "90% within",
  longest: "longest",
  apartTitle: "set apart: nobody can say whether they came after an opt-out",
  apartReasons: {
    "order-unknown": "opt-out and contact at the same time, or on the same day without a time",
    "undated-opt-out": "opted out, nobody knows since when",
    "doubtful-number": "the number is doubtful, and could be one that opted out",
    "number-unreadable": "number can't be read",
    "date-unreadable": "date is missing or can't be read",
    broken: "damaged records",
  },
  firstOffences: (shown, of) =>
    shown < of ? `the first ${number(shown)} contacts after an opt-out` : "contacts after an opt-out",
  line: "line",
  number: "number",
  contactedAt: "contacted",
  requestedAt: "opted out",
  delay: "delay",
  list: "list",
  record: "record",
  age: (seconds) => describeAge(seconds * 1000, "en"),
};
