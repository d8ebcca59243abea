// Every word of the HTML report, in English.

import type { PageSentences } from "./page.js";
import { number } from "./values.js";

const count = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`;

export const page: PageSentences = {
  title: "Audit report",
  verdict: (clean, read) => `${number(clean)} of ${count(read, "record", "records")} may be contacted`,
  until: (when) => `Valid until ${when} (El Salvador). After that, scrub the list again before anybody is contacted.`,
  holdsAll: (file) => `${file} holds every record, also of people who opted out: contact only those that say "clean".`,
  ranAt: (when) => `scrubbed on ${when} (El Salvador)`,
  whereTheyWent: "Where the records went",
  byWhichList: "Which list holds those who opted out",
  meaning: {
    clean: "may be contacted",
    suppressed: "asked not to be contacted",
    duplicate: "the number came before",
    excluded: "not for this campaign",
    foreign: "of another country",
    invalid: "no usable number",
  },
  onlyHere: (records) => `${number(records)} by this list alone`,
  otherLists: (lists) => count(lists, "other list", "other lists"),
  lists: "Suppression lists used",
  noLists: "None: nobody who opted out was removed.",
  list: "List",
  dated: "As of",
  entries: "Entries",
  matched: { clean: "Records removed", flagged: "Records flagged" },
  kinds: { plain: "list", registry: "registry", hashed: "hashed list" },
  noDate: "no date (a stream)",
  age: (days) => (days === 0 ? "less than a day old" : `${count(days, "day", "days")} old`),
  unreadable: (unread) => `${number(unread)} unreadable`,
  howItWasDone: "How it was done",
  phoneColumns: (columns) => (columns === 1 ? "Phone column" : "Phone columns"),
  campaign: "Contact by",
  channels: { any: "any channel: every opt-out counts", call: "call", sms: "SMS", whatsapp: "WhatsApp" },
  kept: { clean: "In the clean list", flagged: "Flagged clean" },
  duplicatesToo: "repeated numbers too",
  foreignToo: "numbers of other countries too",
  optIns: "Opt-ins",
  lifted: (lifted, lists) =>
    `${count(lifted, "opt-out was", "opt-outs were")} lifted by a later opt-in in ${lists.join(", ")}`,
  checked: "Checked",
  addsUp: (read, parts) => `${number(read)} read = ${parts.join(" + ")}: it adds up.`,
  selfCheck: (sampled) =>
    `${count(sampled, "spelling", "spellings")} of the lists' own numbers went the way of a phone list: ${sampled === 1 ? "it" : "each"} came out suppressed.`,
  canaries: (masked) =>
    `${masked.length === 1 ? "The planted number" : "The planted numbers"} ${masked.join(", ")}: found.`,
  toFix: "What could not be used, and what to do",
  nothingToFix: "Nothing: every record and every entry could be read.",
  fixes: {
    ragged: "Mend the delimiters or quotes of these records: a cell is missing or too many.",
    malformed: "Mend the quotes of these records.",
    "type-not-allowed": "Their type of number was not wanted; --types keeps it.",
    "not-reachable": "Fixed lines can't get an SMS: call them.",
    empty: "No number was given.",
    "not-a-number": "The cell holds something else: ask for the number.",
    "too-short": "Digits are missing: ask for the number.",
    "too-long": "Digits too many, or numbers run together: part them.",
    "not-in-plan": "No such number exists in El Salvador: ask for the number.",
    "legacy-7-digit": "Written before 2005: ask for the number of 8 digits.",
    "spreadsheet-damage": "A spreadsheet cut the digits: export the column as text.",
    "looks-like-id": "A DUI or NIT: is it the right column?",
    placeholder: "Filled in for form's sake: ask for the number.",
  },
  unreadableEntries: (list, unread) => `${list}: ${count(unread, "entry", "entries")} of the list can't be read`,
  records: (first, all) =>
    `${all === 1 ? "record" : "records"} ${first.map(number).join(", ")}${all > first.length ? ", …" : ""}: mend ${all === 1 ? "it, for nobody in it was removed" : "them, for nobody in them was removed"}`,
  eachInRemoved: (file) => `Each of these records stands in ${file} with its reason.`,
  warnings: "Warnings",
  files: "Files and their digests",
  file: "File",
  recordsTitle: "Records",
  bytes: (bytes) => count(bytes, "byte", "bytes"),
  stream: "stdin or stdout",
  roles: {
    input: "phone list",
    suppression: "suppression list",
    clean: "clean list",
    flagged: "flagged list",
    removed: "removed records",
  },
  howToVerify: "How to verify",
  verifying: {
    clean:
      "A file whose SHA-256 is another was changed. This command hashes all files again, reads the clean list by the same rules and does the run once more:",
    flagged:
      "A file whose SHA-256 is another was changed. This command hashes all files again, reads the flagged list by the same rules and does the run once more:",
  },
  withoutJson: "Write a JSON report too (--report X.json): svscrub verify takes that one.",
  madeBy: (version, node, plan) => `svscrub ${version}, Node ${node}, numbering plan ${plan}`,
};
