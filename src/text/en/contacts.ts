// The English sentences of an audit of contacts: its tables and its page.

import { count, describeAge, number } from "../values.js";

export const contacts = {
  read: "read",
  inbound: "inbound (made by the person)",
  judged: "judged",
  offences: "after an opt-out",
  apart: "uncertain",
  /** `2 contacts were made after an opt-out, to 1 person`; `grace` in milliseconds. */
  verdict: (offences: number, people: number, grace: number, judged: number) => {
    if (judged === 0) return "No contact could be judged.";
    const late = grace > 0 ? `more than ${describeAge(grace, "en")} after` : "after";
    if (offences === 0) return `No contact was found ${late} an opt-out.`;
    const contacted = `${number(offences)} ${offences === 1 ? "contact was" : "contacts were"}`;
    return `${contacted} made ${late} an opt-out, to ${number(people)} ${people === 1 ? "person" : "people"}.`;
  },
  channels: { any: "any", call: "call", sms: "sms", whatsapp: "whatsapp", unknown: "unknown" },
  channel: "channel",
  byChannel: "by channel",
  byList: "by suppression list",
  delays: "from the opt-out to the last contact after it",
  median: "median",
  longest: "longest",
  apartTitle: "what to look at",
  findings: {
    "after-opt-out": "after an opt-out",
    "outside-hours": "outside the contact hours",
    "too-often": "numbers contacted too often",
    "order-unknown": "which came first is unknown: same time or day, or a date like 05/03 (write 2026-03-05)",
    "undated-opt-out": "the opt-out has no date",
    "doubtful-number": "the number is doubtful and may have opted out",
    "number-unreadable": "the number can't be read",
    "date-unreadable": "the date is missing or can't be read",
    broken: "the record is damaged",
    "hours-unknown": "contacts: nobody can tell whether they were within the contact hours",
    "frequency-unknown": "numbers: nobody can tell whether they were contacted too often",
  },
  delay: "delay",
  list: "list",
  /** Formats hours, in tenths, as `36 hours`. */
  age: (hours: number) => (hours > 0 ? describeAge(Math.round(hours * 10) * 360_000, "en") : "under 6 minutes"),
  hoursVerdict: (outside: number, unknown: number) => {
    const made = outside === 0 ? "No contact was found" : `${count(outside, "contact was", "contacts were")} made`;
    const doubt = unknown === 0 ? "" : ` ${count(unknown, "contact is", "contacts are")} uncertain.`;
    return `${made} outside the contact hours.${doubt}`;
  },
  /** `within`: seconds; `unknown`: numbers; `unreadable`: contacts of which the number can't be read. */
  frequencyVerdict: (numbers: number, contacts: number, within: number, unknown: number, unreadable: number) => {
    const were = numbers === 0 ? "No number is known to have been" : count(numbers, "number was", "numbers were");
    const doubts = [
      ...(unknown === 0 ? [] : [count(unknown, "number", "numbers")]),
      ...(unreadable === 0 ? [] : [`${count(unreadable, "contact", "contacts")} without a readable number`]),
    ];
    const doubt = doubts.length === 0 ? "" : ` Uncertain: ${doubts.join(" and ")}.`;
    return `${were} contacted more than ${count(contacts, "time", "times")} within ${describeAge(within * 1000, "en")}.${doubt}`;
  },
};

export const contactPage = {
  title: "Contact audit",
  auditedAt: (when: string) => `audited on ${when}`,
  whatTheyAre: "What became of the contacts",
  inTime: "without opt-out",
  meaning: {
    inTime: "the person had not opted out",
    offences: "the person had opted out",
    apart: "nobody can tell",
  },
  contact: "Contact",
  contacts: "Contacts",
  notJudged: (contacts: number) =>
    `${count(contacts, "contact", "contacts")} could not be judged: ${contacts === 1 ? "it" : "they"} may have been made after an opt-out.`,
  nothingApart: "Nothing: every contact could be judged.",
  grace: "Grace period",
  /** Milliseconds. */
  graceOf: (age: number) => (age === 0 ? "none: every contact after the opt-out counts" : describeAge(age, "en")),
  unnamedChannel: "Channel, where not given",
  hours: "Contact hours",
  holidays: "Holidays",
  holidaysOfCountry: "those of El Salvador (--holidays sv)",
  noHolidays: "none were given",
  frequency: "How often",
  atMost: (contacts: number, hours: number) =>
    `at most ${count(contacts, "contact", "contacts")} within ${describeAge(hours * 3_600_000, "en")}, on all channels together`,
  roles: { log: "contact log", holidays: "holidays", offences: "offending contacts" },
};
