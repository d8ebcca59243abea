// The English sentences of commands other than scrub, and of the page.

import type { LogFault } from "../../evidence/run-log.js";
import { count, inElSalvador, number } from "../values.js";
import { contactPage, contacts } from "./contacts.js";
import { page } from "./page.js";
import { en } from "./sentences.js";

const demo = {
  phoneList: (file: string) => `${file}: a phone list, as messy as real ones`,
  optOuts: (file: string) => `${file}: people who opted out`,
  next: "Everybody in them is made up. To scrub the list, type:",
  clean: "clean.csv",
  removed: "removed.csv",
};

const check = {
  may: "may be contacted",
  mayNot: "may NOT be contacted",
  noNumber: "no number",
  because: {
    suppressed: "opted out",
    excluded: "not for this campaign",
    foreign: "it is a number of another country",
    invalid: "it can't be read with certainty",
  },
  types: {
    mobile: "mobile",
    fixed: "fixed line",
    toll_free: "toll-free",
    premium: "premium",
    foreign: "another country",
  },
  typed: "typed",
  readsAs: "reads as",
  couldMean: "could mean",
  nothing: "nothing",
  optedOut: "opted out",
  holding: (list: string, record: number, since: string) =>
    `${list}, record ${number(record)}${since === "" ? "" : `, since ${since}`}`,
  listReason: "reason",
  listSource: "source",
  andMore: (count: number) => `and ${number(count)} more`,
  notTrusted: (said: string) => `a suppression list can't be trusted: ${said}`,
  asOf: (when: string) => `as of ${when}`,
};

const records = (value: number) => count(value, "record", "records");
const these = (total: number, first: readonly number[]) =>
  `${first.length === 1 ? "record" : "records"} ${first.map(number).join(", ")}${total > first.length ? ", …" : ""}`;

const inspection = {
  sheet: "sheet",
  bytes: "bytes",
  encoding: "encoding",
  delimiter: "delimiter",
  noDelimiter: "none: one column",
  lineEnds: "line ends",
  header: "header",
  titles: "titles",
  yes: "yes",
  no: "no",
  records: "records",
  blankLines: "blank lines",
  ragged: "ragged records",
  malformed: "malformed records",
  lines: (lines: readonly number[], more: boolean) =>
    `${lines.length === 1 && !more ? "line" : "lines"} ${lines.map(number).join(", ")}${more ? ", …" : ""}`,
  columns: (sampled: number) => `columns, by a sample of ${number(sampled)} ${sampled === 1 ? "record" : "records"}`,
  name: "name",
  filled: "filled",
  readable: "readable",
  verdict: "verdict",
  phone: "phone",
  notPhone: "not a phone",
  why: {
    name: "by its name",
    content: "by its cells",
    "named-otherwise": "named as an id, a date, an amount or a text",
    empty: "it is empty",
    "few-numbers": "fewer than half of its cells are numbers",
    "beside-phones": "its numbers may be something else, since there is a phone column",
    chosen: "chosen with --column",
    "not-chosen": "it looks like a phone, but another column was chosen",
  },
  phones: (column: string) => `phones in ${column}`,
  cells: "filled cells",
  types: {
    mobile: "mobile numbers",
    fixed: "fixed numbers",
    toll_free: "toll-free numbers",
    premium: "premium numbers",
    foreign: "foreign numbers",
  },
  several: "cells with several numbers",
  count: "count",
  share: "share",
  linesTitle: "first lines",
  summary: "records by their numbers",
  usable: "with a new number",
  duplicates: "duplicates of an earlier record",
  withoutNumber: "without a number",
  optOuts: "optouts.csv",
  clients: "clients.csv",
  toScrub: "to scrub it:",
  toScrubBy: "to scrub a phone list with it:",
  toSave: (file: string) => `this comes from a pipe: save it as a file first, such as ${file}`,
  toInspect: "no column looks like phone numbers; if there is one, choose it:",
};

/** Returns the positions, if known. */
const among = (total: number, first: readonly number[]) => (first.length === 0 ? "" : ` (${these(total, first)})`);

const LOG_FAULT: Record<LogFault, string> = {
  changed: "is not what was written. It was changed or damaged.",
  unlinked: "does not follow the one before it. An earlier line was changed, removed, added or moved.",
  "no-line": "is not a line of a run log. It was changed or damaged.",
};

const verification = {
  findings: {
    "no-log": () => "nobody can tell whether the report itself was edited: a run log can (--log)",
    "in-log": (line: number) => `the report is the one in line ${number(line)} of the run log`,
    "log-broken": (line: number) => `the run log is broken at line ${number(line)} and proves nothing`,
    "not-as-logged": () => "the report was changed: the run log has a different SHA-256 for this run",
    "not-in-log": () => "this report is not in the run log",
    "still-valid": (until: string) => `valid until ${inElSalvador(new Date(until))}`,
    "no-longer-valid": (until: string) =>
      `was valid until ${inElSalvador(new Date(until))}: scrub again before you contact anybody`,
    "same-bytes": (bytes: number) => `the same ${count(bytes, "byte", "bytes")} (SHA-256)`,
    "grown-since": (bytes: number, now: number) =>
      `has grown since, from ${number(bytes)} to ${count(now, "byte", "bytes")}; the first ${number(bytes)} are the same (SHA-256)`,
    "found-below": (where: string, bytes: number, now: number) =>
      `found as ${where}: ${now > bytes ? `has grown since, to ${count(now, "byte", "bytes")}; the first ${number(bytes)} are the same` : `the same ${count(bytes, "byte", "bytes")}`} (SHA-256)`,
    /** `isRegistry`: the file may grow; its first bytes differ. */
    "other-bytes": (said: number, found: number, isRegistry: boolean) =>
      isRegistry
        ? `was changed: its first ${count(said, "byte", "bytes")} are not those of the run (${number(found)} now). Registry erase rewrites a registry: if somebody was erased since, that may be why, but nothing here can prove it`
        : said === found
          ? "was changed: the same number of bytes, but a different SHA-256"
          : `was changed: ${count(said, "byte", "bytes")} then, ${number(found)} now`,
    gone: (where: string, isSearched: boolean) =>
      `is missing (looked for at ${where}${isSearched ? " and below --find" : "; if it was moved or renamed: --find DIR"})`,
    stream: () => "was a stream: there is nothing left to check",
    /** `error`: a ScrubError, whose text follows. */
    unreadable: (_error: unknown) => "can't be read again:",
    "key-needed": () => "need the key of --hash-key-file, which was not given: they were not checked",
    "still-clean": (kept: number, lists: number) =>
      `${records(kept)} read again: all clean by the same rules, and none in ${count(lists, "list", "lists")} of the run`,
    "suppressed-in-it": (total: number, first: readonly number[]) =>
      `${count(total, "record has", "records have")} a number that opted out before the run${among(total, first)}`,
    "nobody-since": (lists: number) => `no number in it has opted out since (${count(lists, "list", "lists")} checked)`,
    "nobody-to-ask": () => "the clean list can't be read again, so nobody can tell who has opted out since",
    "opted-out-since": (total: number, first: readonly number[]) =>
      `${count(total, "record has", "records have")} a number that has opted out since${among(total, first)}: do not contact ${total === 1 ? "it" : "them"}`,
    "other-tool": (said: string, found: string) =>
      `the run was made with version ${said} and this is ${found}: differences may come from that`,
    "not-run-again": () => "the run was not repeated: not every file that it read is still the same",
    "same-again": (read: number) => `the run was repeated with ${records(read)}: the same counts and the same outputs`,
    "differs-again": () => "is different when the run is repeated",
  },
  standings: {
    verified: "ok",
    mismatch: "MISMATCH",
    gone: "MISSING",
    unchecked: "not checked",
    overtaken: "DO NOT USE",
    note: "note",
  },
  stdStream: "stdin or stdout",
  run: (id: string, startedAt: string, version: string) => `run ${id} of ${startedAt}, svscrub ${version}`,
  verified: (repeated: boolean) =>
    repeated
      ? "verified: everything that could be checked is as the report says"
      : "verified, but for the run, which could not be repeated: what could be checked is as the report says",
  notVerified: (mismatches: number, gone: number, overtaken: boolean) =>
    `NOT verified: ${[
      ...(mismatches > 0 ? [count(mismatches, "mismatch", "mismatches")] : []),
      ...(gone > 0 ? [`${count(gone, "file", "files")} missing`] : []),
      ...(overtaken ? ["do not use the clean list now, scrub again"] : []),
    ].join(", ")}`,
  butForFilesGone: (gone: number, repeated: boolean) =>
    `verified, but for ${count(gone, "file that is", "files that are")} gone: ${repeated ? "the run was repeated, and gave the same hashes" : "the run could not be repeated"}`,
  logHolds: (runs: number, failed: number) =>
    `the chain is complete: ${count(runs, "run", "runs")}, ${number(failed)} failed`,
  logTorn: (lines: readonly number[]) =>
    `cut off while it was being written: ${these(lines.length, lines).replace(/^record/, "line")}`,
  logBroken: (line: number, fault: LogFault) =>
    `line ${number(line)} ${LOG_FAULT[fault]} The lines after it prove nothing.`,
  logLast: (sha256: string) =>
    `last line: SHA-256 ${sha256} (keep it elsewhere: it shows later whether lines were removed from the end)`,
};

export const all = { ...en, check, contacts, contactPage, demo, inspection, page, verification };
