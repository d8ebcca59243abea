// The English texts of a scrub's page.

import type { DigitFacts } from "../../suppression/digit-tally.js";
import type { Channel } from "../../suppression/event.js";
import { count, number } from "../values.js";

const BY: Record<Channel, string> = { any: "", call: " by phone call", sms: " by SMS", whatsapp: " by WhatsApp" };

export const page = {
  title: "Audit report",
  verdict: (clean: number, read: number, channel: Channel) =>
    `${number(clean)} of ${count(read, "record", "records")} may be contacted${BY[channel]}`,
  until: (when: string) => `Valid until ${when}. After that, scrub the list again.`,
  unchecked: "Not checked against opt-outs",
  uncheckedRecords: (clean: number, read: number) =>
    `${number(clean)} of ${count(read, "record", "records")} ${clean === 1 ? "has" : "have"} a usable number. Nobody knows who of them opted out: scrub the list with -s before you contact anybody.`,
  holdsAll: (file: string) =>
    `${file} has every record, also of people who opted out: contact only those marked "clean".`,
  ranAt: (when: string) => `scrubbed on ${when}`,
  whereTheyWent: "Where the records went",
  disposition: "Disposition",
  share: "Share",
  meaning: {
    clean: "may be contacted",
    suppressed: "asked not to be contacted",
    duplicate: "the number appeared before",
    excluded: "not for this campaign",
    foreign: "of another country",
    invalid: "no usable number",
  },
  onlyHere: (records: number) => `${number(records)} only here`,
  lists: "Suppression lists used",
  noLists: "None: people who opted out were not removed.",
  list: "List",
  entries: "Entries",
  matched: { clean: "Removed", flagged: "Flagged" },
  kinds: { plain: "list", registry: "registry", hashed: "hashed list" },
  /** A file of the same moment may have a slightly later date. */
  age: (days: number) => (days === 0 || days === -1 ? "less than a day old" : `${count(days, "day", "days")} old`),
  unreadable: (unread: number) => `${number(unread)} not understood`,
  digits: ({ read, numbers, extensions, times, leftover }: DigitFacts) =>
    `Digits of the lists: ${number(read)} = ${number(numbers)} in numbers + ${number(extensions)} in extensions + ${number(times)} in dates and times + ${number(leftover)} left over.`,
  howItWasDone: "How it was done",
  phoneColumns: (columns: number) => (columns === 1 ? "Phone column" : "Phone columns"),
  campaign: "Contact by",
  channels: { any: "any channel: every opt-out counts", call: "call", sms: "SMS", whatsapp: "WhatsApp" },
  kept: { clean: "In the clean list", flagged: "Flagged clean" },
  duplicatesToo: "repeated numbers too",
  foreignToo: "numbers of other countries too",
  optIns: "Opt-ins",
  lifted: (lifted: number, lists: readonly string[]) =>
    `${count(lifted, "opt-out was", "opt-outs were")} cancelled by a later opt-in in ${lists.join(", ")}`,
  checked: "Checked",
  addsUp: (read: number) =>
    read === 1 ? "The record is counted exactly once." : `Each of the ${number(read)} records is counted exactly once.`,
  selfCheck: (sampled: number) =>
    sampled === 1
      ? "Self-check: 1 test spelling, suppressed."
      : `Self-check: ${number(sampled)} test spellings, all suppressed.`,
  /** `masked`: the planted numbers. */
  canaries: (masked: readonly string[]) =>
    `${masked.length === 1 ? "The planted number" : "The planted numbers"} ${masked.join(", ")}: suppressed.`,
  toFix: "What could not be used, and what to do",
  nothingToFix: "Nothing: every record could be used.",
  fixes: {
    ragged: "Cells are missing, or there are extra ones: fix the delimiters or quotes of these records.",
    malformed: "Fix the quotes of these records.",
    "type-not-allowed": "This campaign does not want this type of number; --types allows it.",
    "not-reachable": "Fixed lines can't get text messages: call them.",
    empty: "There is no number: ask for it.",
    "not-a-number": "The cell has something else: ask for the number.",
    "too-short": "Digits are missing: ask for the number.",
    "too-long": "There are too many digits, or several numbers with nothing between them: separate them.",
    "not-in-plan": "No such number exists in El Salvador: ask for the number.",
    "legacy-7-digit": "It is from before 2005: ask for the number of 8 digits.",
    "spreadsheet-damage": "A spreadsheet cut the digits: export the column as text.",
    "looks-like-id": "It is a DUI or NIT: check that the phone column is the right one.",
    placeholder: "It is an invented number: ask for the real one.",
    leftover: "The cell has digits that belong to no number: correct it, or ask for the number.",
  },
  eachInRemoved: (file: string) => `These records are in ${file}, each with its reason.`,
  files: "Files and their SHA-256",
  file: "File",
  recordsTitle: "Records",
  bytes: (bytes: number) => count(bytes, "byte", "bytes"),
  stream: "stdin or stdout",
  roles: {
    input: "phone list",
    suppression: "suppression list",
    clean: "clean list",
    flagged: "flagged list",
    removed: "removed records",
  },
  howToVerify: "How to verify",
  verifying: "This command checks every file and repeats the run. A file with a different SHA-256 was changed.",
  madeBy: (version: string, node: string, plan: string) => `svscrub ${version}, Node ${node}, numbering plan ${plan}`,
};
