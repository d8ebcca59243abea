// Every sentence in English: what every run may say, and here what other commands than a scrub answer, and the page.

import type { CheckSentences, InspectionSentences, VerificationSentences } from "./answers.js";
import { contactPage, contacts } from "./contacts-en.js";
import { en } from "./en.js";
import { page } from "./page-en.js";
import type { Sentences } from "./sentences.js";
import { count, number } from "./values.js";

const check: CheckSentences = {
  may: "may be contacted",
  mayNot: "may NOT be contacted",
  noNumber: "no number",
  because: {
    suppressed: "opted out",
    excluded: "not for this campaign",
    foreign: "a number of another country",
    invalid: "no certain number",
  },
  reasons: {
    "type-not-allowed": "its type is not allowed",
    "not-reachable": "can't get an SMS",
    empty: "empty",
    "not-a-number": "not a number",
    "too-short": "too short",
    "too-long": "too long",
    "not-in-plan": "not in the numbering plan",
    "legacy-7-digit": "7 digits, from before 2005",
    "spreadsheet-damage": "damaged by a spreadsheet",
    "looks-like-id": "looks like a DUI or NIT",
    placeholder: "a placeholder",
  },
  types: {
    mobile: "mobile",
    fixed: "fixed line",
    toll_free: "toll-free",
    premium: "premium",
    foreign: "of another country",
  },
  typed: "typed",
  readsAs: "reads as",
  couldMean: "could mean",
  nothing: "nothing",
  optedOut: "opted out",
  holding: (list, record, since) => `${list}, record ${number(record)}${since === "" ? "" : `, since ${since}`}`,
  listReason: "reason",
  listSource: "source",
  andMore: (count) => `and ${number(count)} more`,
  notTrusted: (said) => `a suppression list can't be trusted: ${said}`,
  asOf: (when) => `as it stood at ${when}`,
};

const inspection: InspectionSentences = {
  sheetsOf: (file) => `${file}: sheets`,
  sheet: "sheet",
  shown: "shown",
  visibility: { visible: "yes", hidden: "hidden", "very-hidden": "hidden by a program" },
  range: "range",
  rows: "rows",
  remarks: "remarks",
  noCells: "no cells",
  noValues: "empty",
  filtered: "filtered",
  hiddenRows: (rows) => count(rows, "hidden row", "hidden rows"),
  hiddenColumns: (columns) => count(columns, "hidden column", "hidden columns"),
  formulas: (formulas) => `${count(formulas, "formula", "formulas")} without a value`,
  unseen:
    "a scrub refuses this sheet as a phone list: show the hidden rows and columns, clear the filter and let the formulas be calculated, or copy what you mean into a new sheet",
  toChooseSheet: "to look at one of them:",
  bytes: "bytes",
  encoding: "encoding",
  delimiter: "delimiter",
  noDelimiter: "none: one column",
  quotes: "quoted cells",
  lineEnds: "line ends",
  header: "header",
  yes: "yes",
  no: "no",
  records: "records",
  firstRecords: (records) => `the first ${number(records)} (there are more)`,
  blankLines: "blank lines",
  ragged: "ragged records",
  malformed: "malformed records",
  lines: (lines, more) =>
    `${lines.length === 1 && !more ? "line" : "lines"} ${lines.map(number).join(", ")}${more ? ", …" : ""}`,
  columns: (sampled) => `columns, by a sample of ${number(sampled)} ${sampled === 1 ? "record" : "records"}`,
  name: "name",
  filled: "filled",
  readable: "readable",
  verdict: "verdict",
  phone: "phone",
  notPhone: "not a phone",
  why: {
    "name-and-content": "by its name, and its cells confirm it",
    name: "by its name alone: no cell confirms it yet",
    content: "by its cells alone",
    "doubtful-content": "by its cells, though all are doubtful",
    "named-as-other-number": "its name says id, date, amount or the like",
    "named-as-text": "its name says text",
    "yes-or-no": "it only says yes or no",
    "name-not-confirmed": "its name could be a phone's, but no cell is",
    empty: "it is empty",
    "no-numbers": "nothing in it reads as a number",
    "only-doubtful": "whatever could be a number in it is doubtful",
    "few-numbers": "fewer than half of its cells read as numbers",
    "beside-phones": "it reads as numbers, but beside a phone column they may be others",
    chosen: "chosen with --column",
    "not-chosen": "it looks like one, but another was chosen",
  },
  phones: (column) => `phones in ${column}`,
  cells: "filled cells",
  types: {
    mobile: "mobile numbers",
    fixed: "fixed numbers",
    toll_free: "toll-free numbers",
    premium: "premium numbers",
    foreign: "foreign numbers",
  },
  e164: "written in E.164 (+503…) already",
  several: "cells with several numbers",
  doubtful: "cells with a doubtful reading",
  unreadable: (column) => `can't be read in ${column}`,
  count: "count",
  share: "share",
  linesTitle: "first lines",
  examples: "could mean (masked)",
  summary: "records by their numbers",
  usable: "first of their number",
  duplicates: "duplicates of one before",
  withoutNumber: "without a number",
  distinct: "different numbers",
  optOuts: "optouts.csv",
  toScrub: "to scrub it:",
  toInspect: "no column looks like phone numbers; if one holds them, name it:",
};

const records = (value: number) => count(value, "record", "records");
const these = (total: number, first: readonly number[]) =>
  `${first.length === 1 ? "record" : "records"} ${first.map(number).join(", ")}${total > first.length ? ", …" : ""}`;

const verification: VerificationSentences = {
  findings: {
    "counts-add-up": (read) => `the report agrees with itself: ${records(read)} read, each counted once`,
    "count-differs": (said, found) => `the report says ${number(said)}, and it is ${number(found)}`,
    "times-contradict": () => "the times in the report contradict each other",
    "does-not-fit": () => "does not fit the rest of the report",
    "no-log": () => "whether the report itself was edited is not known: a run log would tell (--log)",
    "in-log": (line) => `the report is the one in the run log, line ${number(line)}`,
    "log-broken": (line) => `the run log is broken at line ${number(line)} and proves nothing`,
    "not-as-logged": () => "the report was changed: the run log has another digest for this run",
    "not-in-log": () => "the run log does not know this report",
    "as-logged": (line) => `as in the run log, line ${number(line)}`,
    "other-than-logged": (line) => `was changed: the run log, line ${number(line)}, has another digest`,
    "logged-not-there": (line) =>
      `is not there; the run log knows it, line ${number(line)} (--base DIR where files were moved)`,
    "still-valid": (until) => `valid until ${until}`,
    "no-longer-valid": (until) => `was valid until ${until}: scrub again before anybody is contacted`,
    "within-hours": (until) => `within the hours${until === undefined ? "" : `, until ${until}`}`,
    "hours-unknown": (year) =>
      `the holidays of ${year} are unknown, so nobody can tell whether today is one: add them to the file of --holidays`,
    "hours-closed": () => "outside the hours, and they don't open within a year: check --hours and --holidays",
    "outside-hours": (opens) => `outside the hours: they open at ${opens}`,
    "same-bytes": (bytes) => `the same ${count(bytes, "byte", "bytes")} (SHA-256)`,
    "grown-since": (bytes, now) =>
      `has grown since, from ${number(bytes)} to ${count(now, "byte", "bytes")}; the first ${number(bytes)} are the same (SHA-256)`,
    "other-bytes": (said, found) =>
      said === found
        ? "was changed: as many bytes, and another SHA-256"
        : `was changed: ${count(said, "byte", "bytes")} then, ${number(found)} now`,
    gone: (where) => `is not there (looked at ${where}; --base DIR where files were moved)`,
    stream: () => "was a stream: nothing is left of it to check",
    unreadable: () => "can't be read again:",
    "key-needed": () =>
      "were read with a key (--hash-key-file), which is not given: nothing was looked up in them again",
    "lists-missing": (missing, lists) =>
      `${number(missing)} of ${count(lists, "list", "lists")} could not be read as they were: nothing was looked up in ${missing === 1 ? "it" : "them"}`,
    "still-clean": (kept, lists) =>
      `${records(kept)} read again: all clean by the same rules, none opted out in ${count(lists, "list", "lists")} as of the run`,
    "suppressed-in-it": (total, first) =>
      `${count(total, "record holds a number that was", "records hold a number that was")} opted out before the run (${these(total, first)})`,
    "unfit-in-it": (total, first) =>
      `${count(total, "record is", "records are")} not clean by the rules of the run (${these(total, first)})`,
    "suppressed-in-header": () => "its header holds a number that was opted out before the run",
    "judged-otherwise": (total, first) =>
      `${count(total, "record is", "records are")} judged otherwise by the rules and the lists of the run (${these(total, first)})`,
    "other-columns": () => "its phone columns are not those of the report",
    recounted: (counted) => `${records(counted)} counted again: as many of each disposition and reason as reported`,
    "recount-differs": (name, said, found) =>
      `"${name}": the report says ${number(said)}, ${number(found)} are in the list`,
    "recount-unknown": (unknown) => `${records(unknown)} with a disposition or reason that the report does not have`,
    "nobody-since": (lists) => `nobody in it has opted out since, by ${count(lists, "list", "lists")} given now`,
    "nobody-to-ask": () => "the list can't be read again: whether anybody in it has opted out since can't be told",
    "opted-out-since": (total, first) =>
      `${count(total, "record holds", "records hold")} a number that is opted out now (${these(total, first)}): do not contact them`,
    "other-plan": () => "the numbering plan has changed since the run: numbers may be read otherwise now",
    "other-tool": (said, found) =>
      `the run was made by version ${said} and this is ${found}: what comes out otherwise now may be the version's doing`,
    "not-run-again": () => "the run was not done again: not everything that it read is there as it was",
    "same-again": (read) => `the run was done again over ${records(read)}: the same counts and the same outputs`,
    "differs-again": () => "differs when the run is done again",
  },
  standings: {
    verified: "ok",
    mismatch: "MISMATCH",
    gone: "GONE",
    unchecked: "not checked",
    overtaken: "OUT OF DATE",
    "not-now": "NOT NOW",
    note: "note",
  },
  stdStream: "stdin or stdout",
  run: (id, startedAt, version) => `run ${id} of ${startedAt}, svscrub ${version}`,
  verified: "verified: everything that could be checked is as the report says",
  notVerified: (mismatches, gone, isUnasked) =>
    `NOT verified: ${[mismatches > 0 ? count(mismatches, "mismatch", "mismatches") : [], gone > 0 ? `${count(gone, "file", "files")} gone` : [], isUnasked ? "nobody could be looked up" : []].flat().join(", ")}`,
  overtaken: "as the report says, but OUT OF DATE: scrub again before anybody is contacted",
  notNow: "as the report says, but NOT NOW: contact nobody until the hours open",
  logHolds: (runs, failed) => `the chain is whole: ${count(runs, "run", "runs")}, ${number(failed)} of them failed`,
  logTorn: (lines) => `cut off while it was written: ${these(lines.length, lines).replace(/^record/, "line")}`,
  logBroken: (line, fault) => ({
    what:
      fault === "changed"
        ? `line ${number(line)} is not what was written`
        : fault === "unlinked"
          ? `line ${number(line)} does not follow the one before it`
          : `line ${number(line)} is no line of a run log`,
    hint:
      fault === "unlinked"
        ? "A line before it was changed, taken out, put in or moved. What follows proves nothing."
        : "It was changed or damaged. What follows proves nothing.",
  }),
  logLast: (sha256) => `last line: SHA-256 ${sha256} (kept elsewhere, it shows whether lines were cut off the end)`,
};

export const all: Sentences = { ...en, check, contacts, contactPage, inspection, page, verification };
