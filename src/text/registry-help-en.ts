// What --help says of the registry's commands, in English.

import type { HelpSentences, RegistryCommandName } from "./help.js";

export const registryHelp: Pick<HelpSentences["command"], "registry" | RegistryCommandName> = {
  registry: {
    line: "the opt-out registry: add, import, share, look up",
    description:
      "The registry of everyone who opted out: a CSV that only grows, and serves with -s as it is.\nAn opt-out is recorded once; what is unclear a person decides, and until then it counts as an opt-out.",
    operands: "what to do",
    option: {},
    examples: `Examples:
  svscrub registry import replies.csv --registry optouts.csv --kind sms --ack acks.csv --review review.csv
  svscrub clients.csv -s optouts.csv review.csv --allow-empty review.csv -o clean.csv
  svscrub registry history 7012-3456 --registry optouts.csv`,
  },
  "registry add": {
    line: "record the opt-out or opt-in of a number",
    description: "Records the opt-out (or the opt-in) of one or more numbers, as of now.",
    operands: "phone numbers, each as one word",
    option: {
      registry: "the registry; made where there is none",
      channel: "any, call, sms, whatsapp (default: any)",
      action: "opt-out, opt-in (default: opt-out)",
      reason: "why, in few words",
      ack: "add the acknowledgements to send to this file",
      "ack-template": "templates of your own for the acknowledgements (JSON)",
    },
    examples: `Examples:
  svscrub registry add 7012-3456 --registry optouts.csv --reason "asked at the counter"
  svscrub registry add 7012-3456 --registry optouts.csv --channel sms --action opt-in`,
  },
  "registry import": {
    line: "take in replies, dispositions, forms or consents",
    description:
      "Takes into the registry what people asked for. Messages are understood by words and rules,\nin Spanish and English. Without --review nothing is recorded where anything is unclear.",
    operands: "the file to import (CSV); - is stdin",
    option: {
      registry: "the registry; made where there is none",
      kind: "sms: replies; call: dispositions; form: web forms; consent: consents; reviewed: what was reviewed",
      ack: "add the acknowledgements to send to this file",
      "ack-template": "templates of your own for the acknowledgements (JSON)",
      review: "add what a person must decide to this file; of what was reviewed: where it is taken out",
      channel: "what they came by: any, call, sms, whatsapp (default: by the kind)",
      source: "the source's name in the registry (default: the kind)",
      column: "phone column, by header name or position from 1 (default: detected)",
      "text-column": "column of the messages",
      "action-column": "column of the disposition, the status or the request",
      "channel-column": "column of the channel",
      "date-column": "column of the date",
      "sender-column": "column of our own number that they answered to",
      map: "what a word of that column means: opt-out, opt-in, other, review; repeatable",
      delimiter: "delimiter: one character, or tab (default: detected)",
      encoding: "utf-8, utf-16le, utf-16be, utf-16, windows-1252 (default: detected)",
      "no-header": "the first record is data",
      tz: "time zone of times that name none (default: America/El_Salvador)",
    },
    examples: `Examples:
  svscrub registry import replies.csv --registry optouts.csv --kind sms --review review.csv
  svscrub registry import calls.csv --registry optouts.csv --kind call --map "not interested=other"
  svscrub registry import review.csv --registry optouts.csv --kind reviewed`,
  },
  "registry export": {
    line: "what stands now, to share with everyone who sends",
    description: "Writes what stands in the registry: a row for each number and channel. It serves with -s.",
    option: {
      registry: "the registry",
      channel: "only what counts for this channel: any, call, sms, whatsapp (default: all)",
      format: "csv, json (default: csv)",
      hash: "sha256: numbers as the hash of +503…; without a key that hides nothing",
      "hash-key-file": "numbers as HMAC-SHA-256 with the key in this file",
      since: "only what changed after this event",
      output: "where to write (default: stdout)",
      force: "replace an output that exists",
    },
    examples: `Examples:
  svscrub registry export --registry optouts.csv --channel sms -o for-the-agency.csv
  svscrub registry export --registry optouts.csv --hash-key-file key.txt -o shared.csv`,
  },
  "registry history": {
    line: "what a number asked for, and when",
    description: "Shows the events of a number and what stands, now or at a time.",
    operands: "a phone number",
    option: {
      registry: "the registry",
      at: "as it stood then, such as 2026-11-24T08:00",
      json: "print JSON instead of a table",
    },
    examples: `Examples:
  svscrub registry history 7012-3456 --registry optouts.csv
  svscrub registry history 7012-3456 --registry optouts.csv --at 2026-11-24T08:00`,
  },
  "registry status": {
    line: "how much there is, the newest, the slowest handling",
    description:
      "Counts the events of the registry. With --reports it names those that no scrub has seen\nafter --within, by what each report says it read of the registry.",
    option: {
      registry: "the registry",
      within: "how soon a scrub must see an event (default: 24h)",
      reports: "report of a scrub (.audit.json); repeatable",
      json: "print JSON instead of a table",
    },
    examples: `Examples:
  svscrub registry status --registry optouts.csv
  svscrub registry status --registry optouts.csv --reports monday.audit.json --reports tuesday.audit.json`,
  },
};
