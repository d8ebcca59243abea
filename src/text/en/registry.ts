// The English sentences of the registry's commands.

import type { ImportRole } from "../../headers/import-columns.js";
import type { MessageFault } from "../../registry/understanding.js";
import { option, typedOption } from "../options.js";
import { count, number } from "../values.js";
import { orMeant } from "./usage.js";

const COLUMNS: Record<ImportRole, string> = {
  text: "no column looks like the messages",
  action: "no column looks like the dispositions or requests",
  channel: "no column looks like the channels",
  date: "no column looks like the dates",
  sender: "no column looks like our own numbers",
};

const FAULTS: Record<MessageFault, string> = {
  "broken-record": "this line can't be read",
  "unreadable-sender": "the sender's number can't be read",
  "unknown-message": "this is not a message of a provider that svscrub knows",
};

/** Missing operands. */
const OPERANDS: Readonly<Record<string, string>> = {
  FILE: "the file",
  NUMBER: "the number",
  EVENT: "the id of an event",
  SHELL: "the name of the shell",
};

const OPTION_EXAMPLES: Readonly<Record<string, string>> = {
  "--reason": '--reason "wrong number", why it was a mistake',
  "--registry": "--registry REGISTRY.csv, the file with your opt-outs",
  "--kind": "--kind sms, call, form, consent or reviewed: what the file is",
  FILE: "the file, such as replies.csv",
  NUMBER: "one, such as 7012-3456, in quotes if it has spaces",
  EVENT: "it: svscrub registry history NUMBER --registry FILE shows each event with its id",
  SHELL: "its name: bash, zsh, fish or powershell",
};

export const registryErrors = {
  noRegistry: (nearest: string | undefined) => `there is no such registry${orMeant(nearest)}
    | Check the name. To create a registry: svscrub registry add, or registry import.`,
  nearRegistry: (near: string, registry: string) => `there is no such registry; did you mean "${near}"?
    | Nothing was recorded. To create a new registry beside that one, make an empty file first: touch ${registry}`,
  registryLost: (review: string) => `is missing or empty, but its review (${review}) is there, so it may be lost
    | Restore it, or a backup of it. If there never was such a registry, name another review.`,
  registryClosed: "this registry was closed | Open it again.",
  registryShrank: `has lost events that it held before: it is gone, an older copy, or was cut
    | Put the newest whole copy in its place. Then give the messages again that got no answer.`,
  notUtf8: `is not UTF-8 text: it has zero bytes
    | With --follow the input must be UTF-8. If it is UTF-16, convert it first: iconv -f UTF-16 -t UTF-8.`,
  notLedger: `is not a registry of svscrub
    | A registry begins with event,phone,action,channel,…. If a spreadsheet saved it, restore it from a backup.`,
  badLedgerLine: `this line is not an event
    | Nothing was written. Restore the registry from a backup, or fix the line: ten cells, an id of its own in event, the phone as +503…, an action such as opt-out, and in the evidence of a void event:ID.`,
  noImportColumn: (role: ImportRole) =>
    `${COLUMNS[role]} | Choose it with --${role}-column NAME, or with its position, from 1.`,
  needsReview: (
    records: number,
  ) => `${records === 1 ? "1 record needs" : `${number(records)} records need`} a person to decide (this is the first): unclear, doubtful, with an unreadable sender, or about a number that a message names. Nothing was recorded
    | Add --review REVIEW.csv: they are written there. With -s REVIEW.csv they count as opt-outs until a person decides.`,
  notReviews:
    "has no reviews | Give --kind reviewed the file that --review wrote, with the decisions in its action column.",
  registryGiven: (as: "import" | "reviews") =>
    as === "import"
      ? `is a registry, not a file to import
        | Nothing was changed. Give the file that people's requests are in. To take in the events of this registry as they are: svscrub registry merge. To suppress the numbers of a registry, add it to a scrub with -s.`
      : `is a registry, not a file of reviews
        | Nothing was changed. Give ${option("review")} another file: requests are taken out of it as they are decided.`,
  notForMessages: (option: string) =>
    `${option} is for columns, but this is JSON | JSON messages have no columns: leave the option out.`,
  unknownMessages: `has no message of a provider that svscrub knows
    | svscrub reads the webhooks of Twilio, Infobip, Vonage, AWS, Telnyx and WhatsApp Cloud. For others, make a CSV with the columns from, body and date.`,
  unreadableMessage: (fault: MessageFault, review: string) =>
    `${FAULTS[fault]} | It was written to ${review}: a person must decide. The next lines are read as usual.`,
  decisionWithoutNumber: `there is a decision, but not exactly one number for it
    | Write the number in the phone column. If the message asked for nothing, write other in the action column.`,
  notAcknowledgements: `is not a file of acknowledgements, or has no email column for the addresses of this import
    | Choose a new file, or one that ${option("ack")} wrote before.`,
  badTemplate: (expected: string) => `is not a file of templates; expected: ${expected}
    | For example: {"es": {"opt-out": "…", "opt-in": "…", "help": "…"}, "en": {…}}`,
  missingOption: (option: string, help: string) => `${OPERANDS[option] ?? option} is missing
    | Add ${OPTION_EXAMPLES[typedOption(option)] ?? option}. ${help} shows how.`,
  /** `position`: of the typed number, from 1. */
  badNumber: (position: number) => `number ${number(position)} is not exactly one phone number
    | Write it as 7012-3456 or +50370123456, in quotes if it has spaces.`,
  /** `position`: of the typed id, from 1. */
  noEventNamed: (position: number, events: number) =>
    `${events === 0 ? "no event has" : `${number(events)} different events have`} the id that you typed${position === 1 ? "" : ` as number ${number(position)}`}; nothing was recorded
    | svscrub registry history NUMBER --registry FILE shows the events of a number, each with its id: type it whole. Events of another registry are taken back there. If somebody edited the registry, give each event an id of its own.`,
  numberInReason: `the reason holds a phone number; nothing was recorded
    | A number in any cell of a registry is opted out, so say the reason without it.`,
  voidOfVoid: (position: number) =>
    `the event${position === 1 ? "" : ` number ${number(position)}`} that you typed takes another one back itself, or is the decision on a message, which barred until then; nothing was recorded
    | Leave it, and record what holds: svscrub registry add NUMBER --registry FILE --action opt-out, or --action opt-in if the person asked for that.`,
  /** `missing`: an option that the command needs, too. */
  excessWord: (help: string, missing: string | undefined) =>
    missing === undefined
      ? `there is one word too many | ${help} shows how to use it.`
      : `there is one word too many, and ${missing} is missing
        | Write ${OPTION_EXAMPLES[typedOption(missing)] ?? missing}. ${help} shows how.`,
  unknownEvent:
    "the registry has no event with the id of --since | Copy the id from the event column of an earlier export.",
  unknownWord: (typed: string | undefined, nearest: string | undefined) => {
    const isMissing = "the command after registry is missing";
    return `${typed === undefined ? isMissing : `"${typed}" is not a command of registry${orMeant(nearest)}`}
      | Choose add, import, export, history, status, void, merge or erase. svscrub help registry explains them.`;
  },
};

export const registry = {
  read: "read",
  optOuts: "opt-outs recorded",
  optIns: "opt-ins recorded",
  settled: "decided: asked for nothing, or answered",
  known: "already recorded",
  help: "asked for help",
  other: "asked for nothing",
  outbound: "our own messages",
  skipped: "not messages (receipts and the like)",
  reviews: "to review",
  requests: "of these, requests to answer",
  named: "of these, numbers that a message names",
  knownReviews: "already reviewed or waiting",
  left: "still to review",
  unknownDecisions: (file: string, rows: number, firstLine: number, channels: readonly string[]) =>
    `${file}: ${count(rows, "row has", "rows have")} an unknown word in the action column, or in the channel column of an opt-in (the first in line ${number(firstLine)}) and still ${rows === 1 ? "waits" : "wait"}: write opt-out, opt-in or other (answered only for a request), and as the channel one of ${channels.join(", ")}`,
  released: "no longer to review",
  unknownResults: (rows: number, unknown: readonly { word: string; rows: number }[], hidden: number) =>
    `${count(rows, "row has a result", "rows have results")} that svscrub does not know, and ${rows === 1 ? "waits" : "wait"} for a person${unknown.length > 0 ? `: ${unknown.map((one) => `${one.word} (${number(one.rows)})`).join(", ")}` : ""}${hidden > 0 ? `; ${count(hidden, "other text", "other texts")}` : ""}. Say what each means; write opt-out in place of other where it is one`,
  torn: (file: string, line: number) =>
    `${file}: an interrupted run left line ${number(line)} unfinished. The line was removed; repeat that run`,
  undated: (count: number) =>
    `${number(count)} without a readable date. An opt-out without a date stays in force, and an opt-in without a date cancels nothing`,
  datesContradict: "some dates have the day first and some the month: ask whoever exports the file to use one format",
  stillSuppressed: (numbers: number) =>
    `${count(numbers, "number has an opt-in and is", "numbers have an opt-in and are")} still opted out: an opt-in cancels only an earlier opt-out of its own channel`,
  suppressedByOthers: (numbers: number) =>
    `${count(numbers, "of these numbers is", "of these numbers are")} opted out by other events`,
  suppressedBy: (shown: string, channel: string, since: string, event: string) =>
    `${shown}: opted out (${channel}) ${since === "" ? "without a date" : `since ${since}`}, event ${event}`,
  suppressedByReview: (shown: string, channel: string, event: string) =>
    `${shown}: a review waits for a decision (${channel}), event ${event}; until it comes back with --kind reviewed, it suppresses`,
  moreSuppressed: (more: number) => `and ${number(more)} more`,
  toLift: (after: string) =>
    `If the person asked to be contacted again on that channel, record it${after === "" ? "" : `, but only after ${after}`}:`,
  toDate: "An opt-in does not cancel an opt-out without a date.",
  toTakeBack: "If one of these events was recorded by mistake, take it back:",
  acknowledgements: (file: string, count: number) => `acknowledgements to send: ${number(count)} (${file})`,
  allAssumed: (column: string | undefined) =>
    column === undefined
      ? "no column says what people asked for, so every record counts as an opt-out; if one does, name it with --action-column"
      : `column "${column}": records that say there that the person stays in go to review, and all others count as opt-outs; if it says what people asked for, add --action-column "${column}", and with --map what its words mean`,
  toReview: (file: string) =>
    `A person must decide: in the action column of ${file}, write opt-out, opt-in or other (or answered, for a request). Until then they count as opt-outs with -s. Then run:`,
  takenBack: "events taken back",
  takenBackBefore: "already taken back before",
  otherEvents: "other events recorded",
  tornThere: (file: string, line: number) =>
    `${file}: an interrupted run left line ${number(line)} unfinished, so it was not taken in: repeat that run, and then this one`,
  erasedNumbers: "people found",
  erasedEvents: "events of theirs, which go on counting",
  emptied: "events of which source, sender, reason or evidence was removed",
  emptiedReviews: "rows of the review file of which the message was removed",
  notInRegistry: (numbers: number) =>
    `${count(numbers, "of these numbers has", "of these numbers have")} no event in this registry: check the number, and the other registries`,
  erasedElsewhere:
    "Backups, exports, imported files, files of acknowledgements, removed lists and the systems of partners still have what they had: svscrub help registry erase says what is left where.",
  eraseInReviews: "The review file may hold messages of these people: add --review FILE to remove them there, too.",
  exported: (count: number) => `numbers and channels exported: ${number(count)}`,
  oddKey: (file: string) =>
    `the key in ${file} has a byte order mark, a carriage return or a space at its ends, and they are part of the key: whoever types the key gets other hashes`,
  hashWarning:
    "a hash without a key hides nothing: all numbers of the country can be hashed in a minute. Use --hash-key-file",
  event: "event",
  requested: "requested",
  recorded: "recorded",
  action: "action",
  channel: "channel",
  source: "source",
  reason: "reason",
  evidence: "evidence",
  undatedCell: "no date",
  isTakenBack: (action: string) => `${action} (taken back)`,
  actions: {
    "opt-out": "opt-out",
    "opt-in": "opt-in",
    review: "to review",
    request: "to answer",
    void: "takes an event back",
    settled: "asked for nothing, or answered",
  },
  sources: { manual: "manual", sms: "sms", call: "call", form: "form", consent: "consent", reviewed: "reviewed" },
  noEvents: (shown: string) => `${shown}: no events`,
  nothingStands: "nothing is in force",
  stands: (action: string, channel: string, since: string) =>
    `${channel}: ${action}${since === "" ? ", no date" : ` since ${since}`}`,
  events: "events",
  byAction: "by action",
  byChannel: "by channel",
  bySource: "by source",
  barred: "numbers that are opted out now",
  newest: "newest event",
  waiting: (waiting: number, days: number) =>
    `waiting for an answer: ${number(waiting)}, each due within ${count(days, "working day", "working days")}`,
  kind: "kind",
  asked: "asked",
  due: "due",
  leftTitle: "working days left",
  kinds: {
    request: "request to answer",
    review: "unclear message",
  },
  leftDays: (days: number) => (days === 0 ? "due today" : number(days)),
  overdueBy: (days: number) => (days === 0 ? "OVERDUE" : `OVERDUE by ${number(days)}`),
  undatedRequest: "perhaps OVERDUE: it has no date",
  moreWaiting: (more: number) => `and ${number(more)} more, due later (--json shows all)`,
  overdue: (overdue: number) =>
    `${count(overdue, "request is", "requests are")} overdue: answer ${overdue === 1 ? "it" : "them"} now`,
  withoutReviews: "the requests in the review file were not counted: add --review FILE",
};
