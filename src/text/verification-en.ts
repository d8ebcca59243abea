// What a verification says, in English.

import { number } from "./values.js";
import type { VerificationSentences } from "./verification.js";

const count = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`;
const records = (value: number) => count(value, "record", "records");
const these = (total: number, first: readonly number[]) =>
  `${first.length === 1 ? "record" : "records"} ${first.map(number).join(", ")}${total > first.length ? ", …" : ""}`;

export const verification: VerificationSentences = {
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
    note: "note",
  },
  stdStream: "stdin or stdout",
  run: (id, startedAt, version) => `run ${id} of ${startedAt}, svscrub ${version}`,
  verified: "verified: everything that could be checked is as the report says",
  notVerified: (mismatches, gone) =>
    `NOT verified: ${[mismatches > 0 ? count(mismatches, "mismatch", "mismatches") : [], gone > 0 ? `${count(gone, "file", "files")} gone` : []].flat().join(", ")}`,
  overtaken: "as the report says, but OUT OF DATE: scrub again before anybody is contacted",
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
