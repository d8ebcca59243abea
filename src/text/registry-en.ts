// What the registry's commands say, in English.

import type { ImportRole } from "../headers/import-columns.js";
import type { MessageFault } from "../registry/understanding.js";
import type { RegistryErrors, RegistrySentences } from "./sentences.js";
import { count, describeAge, number } from "./values.js";

const COLUMNS: Record<ImportRole, string> = {
  text: "no column holds the messages",
  action: "no column holds the dispositions",
  channel: "no column holds the channels",
  date: "no column holds the dates",
  sender: "no column holds our own numbers",
};

const FAULTS: Record<MessageFault, string> = {
  "broken-record": "this line can't be read",
  "unreadable-sender": "no number of a person can be read in it",
  "unknown-message": "is no message of a provider that svscrub knows",
};

export const registryErrors: RegistryErrors = {
  noRegistry: () => ({ what: "no such registry", hint: "registry add and registry import make one." }),
  registryGone: () => ({
    what: "is gone or empty, and was a registry when this run began",
    hint: "Put it back, or a backup of it. Then run this again with the messages that were not answered.",
  }),
  notUtf8: () => ({
    what: "is no text in UTF-8: it holds zero bytes",
    hint: "With --follow it must be UTF-8. If it is UTF-16, put iconv -f UTF-16 -t UTF-8 before it.",
  }),
  notLedger: () => ({
    what: "is no ledger of svscrub",
    hint: "A registry begins with event,phone,action,channel,…; a spreadsheet that saved it has changed it. Restore it from a backup.",
  }),
  badLedgerLine: () => ({
    what: "this line is no event",
    hint: "Nothing was written. Restore the registry from a backup, or mend the line: ten cells, the phone as +503….",
  }),
  noImportColumn: (role) => ({
    what: COLUMNS[role],
    hint: `Name it with --${role}-column NAME, or by its position from 1.`,
  }),
  needsReview: (records) => ({
    what: `${number(records)} ${records === 1 ? "entry is" : "entries are"} unclear, of an unreadable sender or doubtful (this is the first); nothing was recorded`,
    hint: "Add --review REVIEW.csv: they go there, and bar under -s until a person has decided.",
  }),
  notReviews: () => ({
    what: "holds no reviews",
    hint: "--kind reviewed takes the file that --review wrote, with a decision in its action column.",
  }),
  notForMessages: (option) => ({
    what: `${option} is about columns, and this is JSON`,
    hint: "Messages of webhooks are told by their fields: leave the option out.",
  }),
  unknownMessages: () => ({
    what: "holds no message of a provider that svscrub knows",
    hint: "It reads the webhooks of Twilio, Infobip, Vonage, AWS, Telnyx and WhatsApp Cloud. Of others make a CSV with the columns from, body and date.",
  }),
  unreadableMessage: (fault, review) => ({
    what: FAULTS[fault],
    hint: `It is in ${review}: a person must decide. What follows is read on.`,
  }),
  decisionWithoutNumber: () => ({
    what: "a decision, and not exactly one number that it is about",
    hint: "Write the number into the phone column, or the word other into action if it asked for nothing.",
  }),
  notAcknowledgements: () => ({
    what: "is no file of acknowledgements",
    hint: "Name another file: --ack adds to the one that it has made, and to no other.",
  }),
  badTemplate: (expected) => ({
    what: `is no file of templates; expected: ${expected}`,
    hint: 'Such as {"es": {"opt-out": "…", "opt-in": "…", "help": "…"}, "en": {…}}',
  }),
  longTemplate: (name, septets, most) => ({
    what:
      septets === undefined
        ? `${name} is empty or has characters that a text message of one segment can't hold`
        : `${name} takes ${number(septets)} characters; a segment holds ${number(most)}`,
    hint: "Only GSM-7: of the Spanish letters á, í, ó and ú are missing from it.",
  }),
  missingOption: (option, help) => ({ what: `${option} is missing`, hint: `${help} shows how.` }),
  badNumber: (position) => ({
    what: `number ${number(position)} of those typed can't be read as exactly one phone number`,
    hint: "Write it as 7012-3456 or +50370123456, in quotes if it has spaces.",
  }),
  noRegistryNumber: () => ({
    what: "no number was typed",
    hint: "Name one, such as 7012-3456, in quotes if it has spaces.",
  }),
  excessWord: (help) => ({ what: "one word too many was typed", hint: `${help} shows what it takes.` }),
  unknownEvent: () => ({
    what: "no event of the registry has the id of --since",
    hint: "Take one from the event column of an earlier export.",
  }),
  unknownWord: (typed, nearest) => ({
    what:
      typed === undefined
        ? "what shall be done with the registry?"
        : `"${typed}" is nothing that can be done with a registry${nearest === undefined ? "" : `; did you mean "${nearest}"?`}`,
    hint: "svscrub registry --help lists them: add, import, export, history, status.",
  }),
};

export const registry: RegistrySentences = {
  read: "read",
  optOuts: "opt-outs recorded",
  optIns: "opt-ins recorded",
  settled: "found to ask for nothing",
  known: "recorded before",
  help: "ask for help",
  other: "ask for nothing",
  outbound: "our own messages",
  skipped: "no messages (receipts and the like)",
  reviews: "to be reviewed",
  requests: "of them, requests to be answered",
  knownReviews: "reviewed before, or waiting",
  left: "still to be reviewed",
  created: (file) => `${file} is new: a first registry, or a slip in its name`,
  torn: (file, line) =>
    `${file}: line ${number(line)} was left unfinished by a run that was killed, and was taken away; repeat that run`,
  undated: (count) =>
    `${number(count)} without a readable date: such an opt-out no later opt-in lifts, and such an opt-in lifts nothing`,
  heldCell: (line) =>
    `line ${line}: a quoted cell is open, and the lines behind it wait for its closing quote: check that line`,
  datesContradict: "the order of day and month differs between its dates: name the format to whoever exports it",
  acknowledgements: (file, count) => `acknowledgements to send: ${number(count)} (${file})`,
  lacksEmail: (file) => `${file} has no column email: its acknowledgements have no address; name another file`,
  toReview: (file) =>
    `Decide: write opt-out, opt-in or other into the action column of ${file}; of a request, answered. Until then they bar under -s. Then:`,
  exported: (count) => `numbers and channels exported: ${number(count)}`,
  hashWarning:
    "plain hashes of phone numbers are no secret: all numbers of the country can be hashed in a minute. Use --hash-key-file",
  event: "event",
  requested: "requested",
  recorded: "recorded",
  action: "action",
  channel: "channel",
  source: "source",
  reason: "reason",
  evidence: "evidence",
  undatedCell: "undated",
  actions: {
    "opt-out": "opt-out",
    "opt-in": "opt-in",
    review: "to be reviewed",
    request: "to be answered",
    settled: "asked for nothing",
  },
  noEvents: (shown) => `${shown}: no events`,
  stands: (action, channel, since) => `${channel}: ${action}${since === "" ? ", undated" : ` since ${since}`}`,
  events: "events",
  byAction: "by action",
  byChannel: "by channel",
  bySource: "by source",
  barred: "numbers opted out now",
  newest: "newest event",
  slowest: "slowest handling",
  took: (age, event) => `${describeAge(age, "en")} (${event})`,
  unseen: (age) => `no scrub saw within ${describeAge(age, "en")}`,
  unseenEvents: (events) => `seen by no scrub yet: ${events.join(", ")}`,
  otherReport: (file) => `${file}: no report of a scrub against this registry`,
  waiting: (waiting, days) =>
    `waiting for an answer: ${number(waiting)}, each due within ${count(days, "working day", "working days")}`,
  kind: "kind",
  asked: "asked",
  due: "due",
  leftTitle: "working days left",
  kinds: {
    request: "request to answer",
    review: "unclear, to be judged",
    decided: "judged, not taken in",
    "opt-out": "opt-out that no scrub has seen",
  },
  leftDays: (days) => (days === 0 ? "until today" : number(days)),
  overdueBy: (days) => (days === 0 ? "OVERDUE" : `OVERDUE by ${number(days)}`),
  undatedRequest: "OVERDUE, for all that anybody can tell",
  moreWaiting: (more) => `and ${number(more)} more, due later (--json names them all)`,
  overdue: (overdue) =>
    `${count(overdue, "request is", "requests are")} overdue: answer ${overdue === 1 ? "it" : "them"} now`,
  withoutReviews: "without --review nobody can tell which requests of the review file wait",
};
