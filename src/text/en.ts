// What every run may say, in English; the rest is all-en.ts.

import type { ListMismatch } from "../scrub/phone-lists.js";
import type { BaselineFault } from "../suppression/baseline.js";
import type { ManifestFault } from "../suppression/manifest.js";
import type { DateSource } from "../suppression/trust.js";
import { fileErrors } from "./file-errors-en.js";
import { help } from "./help-en.js";
import { registry, registryErrors } from "./registry-en.js";
import type { ColumnShare, CommonSentences } from "./sentences.js";
import { orMeant, usageErrors } from "./usage-en.js";
import { count, describeAge, number, percent, sizeText, someNames } from "./values.js";
import { workbookErrors } from "./workbook-errors-en.js";

const shares = (candidates: readonly ColumnShare[]) =>
  candidates.map(({ name, readable }) => `"${name}" (${percent(readable)} readable)`).join(", ");

const linesBefore = (first: number, next: number) =>
  next - first === 1 ? `line ${number(first)} stands` : `lines ${number(first)} to ${number(next - 1)} stand`;

const rowsBefore = (first: number, next: number) =>
  next - first === 1 ? `row ${number(first)} stands` : `rows ${number(first)} to ${number(next - 1)} stand`;

const MANIFEST_FAULT: Record<ManifestFault, string> = {
  "no-json": "is no manifest: it is no JSON",
  "no-manifest": "is no manifest of svscrub, or a part of it is missing",
  version: "is a manifest of a newer svscrub",
};
const DATED_BY: Record<DateSource, string> = {
  "as-of": "as said with --as-of",
  manifest: "by its manifest",
  registry: "by its newest event",
  "file-name": "by the file's name",
  "file-time": "by the file's time: copying refreshes it",
};
const BASELINE_FAULT: Readonly<Record<BaselineFault, string>> = {
  "no-json": "is no JSON, or is cut off",
  "no-report": "is no audit report",
  version: "is an audit report of another version of svscrub",
};

const MISMATCH: Readonly<Record<ListMismatch, string>> = {
  encoding: "its encoding",
  delimiter: "its delimiter",
  "line-end": "what ends its records",
  columns: "its number of columns",
  column: "a column's name",
  "phone-columns": "which columns hold phones",
};

export const en: CommonSentences = {
  language: "en",
  number,
  place: (file, line, sheet) =>
    sheet === undefined
      ? `${file}${line === undefined ? "" : `, line ${line}`}`
      : `${file}, sheet "${sheet}"${line === undefined ? "" : `, row ${line}`}`,
  errors: {
    emptyFile: () => ({
      what: "is empty",
      hint: "The program that should have written it probably failed. Look there first.",
    }),
    headerTooLong: (bytes) => ({
      what: `the first record does not end within ${sizeText(bytes)}`,
      hint: "Is this a CSV file?",
    }),
    titlesAbove: (first, next, nextIs, list, isSheet) => ({
      what: `${(isSheet ? rowsBefore : linesBefore)(first, next)} before what looks like the ${nextIs === "header" ? "header" : "first record"} ${isSheet ? "in row" : "on line"} ${number(next)}`,
      hint: `${isSheet ? `Delete the rows above row ${next} in the sheet and save it.` : `Remove what is no part of the list: tail -n +${next} FILE.`} Or say ${list === "suppression" ? "--no-header=NAME" : "--no-header"}: then every ${isSheet ? "row" : "line"} is a record.`,
    }),
    unclosedQuote: () => ({
      what: "a quote opens here and never closes",
      hint: 'Close the quote, or remove it; a quote inside a quoted cell is written twice ("").',
    }),
    recordTooLong: (bytes) => ({
      what: `the record that begins here is longer than ${sizeText(bytes)}`,
      hint: "Usually a quote that never closes, or a file that is no CSV.",
    }),
    unknownColumn: (name, nearest, columns, header, names) => ({
      what: `no column "${name}"${orMeant(nearest)}`,
      hint: header
        ? columns === 1
          ? "It has a single column: leave the option out, or give the position 1."
          : `Name one of its columns, or its position, 1 to ${number(columns)}${names.length === 0 ? "" : `: ${someNames(names)}`}.`
        : `The list has no header: give the position, ${columns === 1 ? "1" : `1 to ${number(columns)}`}.`,
    }),
    noPhoneColumn: (candidates) => ({
      what:
        candidates.length > 0
          ? `no column looks like phone numbers; nearest: ${shares(candidates)}`
          : "no column looks like phone numbers",
      hint: `Name it with --column${candidates[0] ? ` "${candidates[0].name}"` : " NAME"}.`,
    }),
    columnWithoutNumbers: (column, records) => ({
      what: `in ${count(records, "record", "records")} the chosen column "${column}" holds not one phone number`,
      hint: "Choose another column with --column, or leave the option out and let svscrub find it.",
    }),
    noContactDate: (header) => ({
      what: "no column says when the contacts were made",
      hint: header
        ? "Name it fecha, date, sent_at, started_at or the like (and hora where the time stands apart)."
        : "The log needs a header that names its columns, such as telefono,fecha,hora,canal.",
    }),
    contactDatesContradict: () => ({
      what: "this date has day and month in another order than those before it",
      hint: "Which contact came after which opt-out would be a guess. Write the dates as 2026-11-24.",
    }),
    differentLists: (kind, first, ours, firsts) => ({
      what: `differs from ${first} in ${MISMATCH[kind]}: ${ours} here, ${firsts} there`,
      hint: "Scrub the two lists in two runs.",
    }),
    wrongColumn: (candidates) => ({
      what:
        candidates.length > 0
          ? `nothing in it looks like phone numbers; nearest: ${shares(candidates)}`
          : "nothing in it looks like phone numbers",
      hint: "Name the column with --suppress-column, or check that this is the right file.",
    }),
    emptyList: (header) => ({
      what: header ? "has a header and no entries" : "has no entries",
      hint: header
        ? "If that is right (a registry's first day), say so with --allow-empty NAME."
        : "Was it exported completely?",
    }),
    noNumbers: (entries) => ({
      what: `has ${count(entries, "entry", "entries")} and not one usable phone number`,
      hint: "Check that this is the right file, or name the column with --suppress-column.",
    }),
    tooManyUnreadable: (unreadable, entries, share) => ({
      what: `${number(unreadable)} of ${count(entries, "entry", "entries")} can't be read as phone numbers; more than ${percent(share)} is too much to trust (this is the first)`,
      hint: "Mend the list, or allow more with --max-unreadable, such as --max-unreadable 5%.",
    }),
    listShrank: (entries, before, share) => ({
      what: `has ${count(entries, "entry", "entries")}, ${number(before)} in the baseline: it shrank by more than ${percent(share)}`,
      hint: "Was it cut off, or exported with a filter? If it is right, allow it with --max-shrink.",
    }),
    badBaseline: (fault, option) => ({
      what: BASELINE_FAULT[fault],
      hint: `${option} takes the .audit.json of an earlier run.`,
    }),
    streamNotFollowed: () => ({
      what: "is a stream: it can't be looked at again",
      hint: "Save it as a file first. What is answered in real time needs lists that can be read again.",
    }),
    processStream: () => ({
      what: "- is a stream of the process, which a library does not touch",
      hint: "Name a file.",
    }),
    optInLapsed: () => ({
      what: "has an opt-in that has expired since the list was read",
      hint: "Refresh: the list is read anew then.",
    }),
    listsClosed: () => ({ what: "the suppression lists are closed", hint: "Open them again." }),
    listsUnknown: () => ({
      what: "the suppression lists could not be read again",
      hint: "This is a bug in svscrub. Please report it, without the data.",
    }),
    badManifest: (fault) => ({
      what: MANIFEST_FAULT[fault],
      hint: "Copy it once more, together with its list, from where both were exported.",
    }),
    manifestMismatch: (ours, said) => ({
      what: `has ${side(ours)}; its manifest says ${side(said)}`,
      hint: "The list was cut or changed after it was exported, or one of the two files is older. Copy both once more.",
    }),
    tooFewEntries: (entries, wanted) => ({
      what: `has ${count(entries, "entry", "entries")}; at least ${number(wanted)} were expected`,
      hint: "Was it exported completely? Otherwise lower --min-entries.",
    }),
    rangeTooWide: (record, numbers, most) => ({
      what: Number.isFinite(numbers)
        ? `record ${number(record)} is a range of ${number(numbers)} numbers; up to ${number(most)}, with the wildcard at its end, are taken without asking`
        : `record ${number(record)} has a wildcard, and nobody can say which numbers it covers`,
      hint: Number.isFinite(numbers)
        ? `If that is right, say so with --max-range ${numbers}.`
        : "Write the numbers out, or one range a line, such as 2222*. Ranges wider than 10,000 numbers need --max-range.",
    }),
    tooManyRanges: (record, most) => ({
      what: `has more than ${number(most)} entries with a wildcard (record ${number(record)} is the next): they look like masked numbers`,
      hint: "Export the list with whole numbers. If these are ranges, say so with --max-range 10000.",
    }),
    tooOld: (age, maxAge) => ({
      what: `is ${describeAge(age, "en")} old; at most ${describeAge(maxAge, "en")} is allowed`,
      hint: "Get the current list, or say how old it is with --as-of NAME=DATE.",
    }),
    noDate: () => ({
      what: "has no date, or one in the future, so its age can't be checked",
      hint: "Say what date it speaks for: --as-of NAME=DATE",
    }),
    usDoNotCall: () => ({
      what: "is a US Do-Not-Call file (area code, number): 503 is Oregon's area code there",
      hint: "It can't suppress Salvadoran numbers. Leave it out.",
    }),
    hashesUnproven: () => ({
      what: "holds digests, and none of half a million numbers of the country is among them",
      hint: "Was it hashed with a key (--hash-key-file), in another form, or are they no phone numbers? MD5, SHA-1, SHA-256 and SHA-512 of +503…, 503…, 8 digits and NNNN-NNNN are understood.",
    }),
    hashedHistory: () => ({
      what: "is hashed, and says of the same number more than once when it opted out, or until when",
      hint: "Only one date of a digest is kept, so that its past can't be told. Audit against the list with its numbers.",
    }),
    badHashKey: () => ({ what: "holds no key", hint: "The key file of --hash-key-file is empty." }),
    expiriesContradict: (expired) => ({
      what: `days and months come in both orders, so ${count(expired, "entry", "entries")} may seem expired too early`,
      hint: "Write its dates as 2026-11-24.",
    }),
    folderInFolder: () => ({
      what: "is a folder inside a folder of suppression lists",
      hint: "Name it with an -s of its own, or move it away: passing over it could let people through.",
    }),
    emptyFolder: () => ({ what: "holds no .csv, .tsv or .txt file", hint: "Check that this is the right folder." }),
    canaryMissing: (masked, list) => ({
      what: `the planted number ${masked} is not suppressed${list === undefined ? "" : ` by ${list}`}`,
      hint: "The lists are not what they should be: wrong file, cut short, or read wrongly. Nothing was written.",
    }),
    selfCheckFailed: (list) => ({
      what: `self-check: a number of ${list}, respelled, came out clean`,
      hint: "This is a bug in svscrub. Nothing was written; please report it.",
    }),
    tooMuchRemoved: (removed, read, share) => ({
      what: `${number(removed)} of ${count(read, "record", "records")} would be removed, more than the ${percent(share)} of --max-removed`,
      hint: "Nothing was published. Look at the reasons above (--dry-run shows them too), then raise the limit if they are right.",
    }),
    tooMuchInvalid: (invalid, read, share) => ({
      what: `${number(invalid)} of ${count(read, "record", "records")} are invalid, more than the ${percent(share)} of --max-invalid`,
      hint: "Nothing was published. Is this the right column? Look at the reasons above.",
    }),
    strictWarnings: (warnings) => ({
      what: `${count(warnings, "warning", "warnings")} above, and --strict allows none`,
      hint: "Nothing was published.",
    }),
    countsDoNotAdd: (read, sum) => ({
      what: `${number(read)} records were read and ${number(sum)} accounted for`,
      hint: "This is a bug in svscrub. Nothing was published; please report it.",
    }),
    badReport: () => ({
      what: "is no whole audit report of svscrub",
      hint: "It is another file, or it was changed or damaged. verify takes the .json report of a scrub.",
    }),
    contactReport: () => ({
      what: "is the report of an audit of contacts, and verify takes that of a scrub",
      hint: "To prove an audit, run it again over the files that its report names, and compare the two reports.",
    }),
    newerReport: (version) => ({
      what: `is a report of schema version ${version}, which this svscrub does not know`,
      hint: "Verify it with the version of svscrub that made it, or a later one.",
    }),
    // Last, so that a name that two of them have does not compile.
    ...fileErrors,
    ...workbookErrors,
    ...usageErrors,
    ...registryErrors,
  },
  warnings: {
    "file-ignored": (file) => `${file} is no list (.csv, .tsv, .txt, .xlsx, .xlsm) and was not read`,
    "list-from-the-future": (list) => `${list} is dated in the future: is a clock wrong?`,
    "list-old": (list, age) => `${list} is ${describeAge(age, "en")} old: who opted out since then is not in it`,
    "list-empty": (list) => `${list} has no entries`,
    "list-bars-nobody": (list, entries) =>
      `${list} bars nobody: of its ${count(entries, "entry", "entries")} none stands (expired, lifted, or about something else)`,
    "list-all-foreign": (list, entries) =>
      `${list} bars nobody in El Salvador: of its ${count(entries, "entry", "entries")} none is a Salvadoran number`,
    "entries-unreadable": (list, unreadable, records) =>
      unreadable === 1
        ? `${list}: record ${number(records[0]!)} can't be read and blocks nobody: fix it`
        : `${list}: ${number(unreadable)} entries can't be read and block nobody: fix them (records ${records.map(number).join(", ")}${unreadable > records.length ? ", …" : ""})`,
    "numbers-elsewhere": (list, found) =>
      `${list}: in ${count(found, "record", "records")} the number stood outside the phone column; it is suppressed`,
    "records-broken": (list, broken) =>
      `${list}: ${count(broken, "damaged record", "damaged records")}; every number in them is suppressed`,
    "due-dates-ignored": (list, column) =>
      `${list}: column "${column}" was not taken for an expiry: name it "expires" if entries end on that day`,
    "actions-unknown": (list, unknown) =>
      `${list}: ${count(unknown, "entry has", "entries have")} an empty or unknown action and ${unknown === 1 ? "counts" : "count"} as ${unknown === 1 ? "an opt-out" : "opt-outs"}`,
    "opt-ins-idle": (list, idle) =>
      `${list}: ${count(idle, "opt-in lifts", "opt-ins lift")} nothing: without a date, of the future, or for an unknown channel`,
    "dates-contradict": (list) =>
      `${list}: days and months come in both orders, so none of its opt-ins lifts anything; write dates as 2026-11-24`,
    "hashes-unproven": (list) =>
      `${list}: no number of this run was found among its digests; whether it was hashed as svscrub expects is not proven`,
    "not-in-baseline": (list) => `${list} is not in the baseline: nothing tells whether it shrank`,
    "other-phone-column": (file, column) =>
      `${file}: column "${column}" looks like phone numbers too; it was not treated as a phone column`,
    "opt-out-words": (file, column, total, lines) =>
      `${file}: column "${column}" speaks of opting out in ${count(total, "record", "records")} (first on ${lines.length === 1 ? "line" : "lines"} ${lines.map(number).join(", ")}), which bars nobody; if it should, add --opt-out-column "${column}", else --ignore-column "${column}"`,
    "sheets-passed-over": (file, sheets) =>
      `${file}: a hidden sheet holds data, too, and was not read: ${sheets}; say which one you mean with --sheet`,
    "hidden-cells": (list, rows, columns) =>
      `${list}: ${[rows > 0 ? count(rows, "hidden row", "hidden rows") : [], columns > 0 ? count(columns, "hidden column", "hidden columns") : []].flat().join(" and ")} of its sheet counted, too`,
    "formulas-without-value": (list, formulas) =>
      `${list}: ${count(formulas, "formula has", "formulas have")} no calculated value; open it in Excel or LibreOffice and save it, then it has`,
    "total-line": (file, line) =>
      `${file}, line ${number(line)}: looks like a total at the end of a report, and was read as a record like any other`,
    "channel-not-said": (log) =>
      `${log}: no column says on which channel a contact was made, so every opt-out counts; say it with --channel`,
    "holidays-unknown": (years) =>
      `the holidays of ${years.join(", ")} are unknown: --holidays names no day of ${years.length === 1 ? "that year" : "those years"}`,
    "only-midnights": (log) =>
      `${log}: every time in it is midnight. If it only holds days, nobody can tell what was outside the hours`,
    "columns-in-one": (file) =>
      `${file}: its only column is named like several; of each cell the number alone is kept. If something parts them, say it with --delimiter`,
    "no-records": (file) => `${file} has a header and no records`,
    "numbers-left": (left) =>
      `${count(left, "number that may not be contacted stays", "numbers that may not be contacted stay")} in kept records, as typed`,
    "nobody-clean": (read, suppressed) =>
      suppressed * 2 > read
        ? `nobody is left: ${number(suppressed)} of ${count(read, "record", "records")} opted out. Were the lists swapped? The phone list comes first, the suppression lists follow -s`
        : `nobody is left: of ${count(read, "record", "records")} none is clean. Is it the right file, and the right column?`,
    "looks-like-opt-outs": (file, column) =>
      `${file} looks like a list of opt-outs, by ${column === "" ? "its name" : `its column "${column}"`}. Were the lists swapped? The list to check comes first, the suppression lists follow -s`,
    "no-suppression": () => "no suppression list was used: nobody was checked against opt-outs",
  },
  summary: {
    read: "read",
    dispositions: {
      clean: "clean",
      suppressed: "suppressed",
      duplicate: "duplicate",
      excluded: "excluded",
      foreign: "foreign",
      invalid: "invalid",
    },
    reasons: {
      ragged: "wrong number of cells",
      malformed: "text after a closing quote",
      "type-not-allowed": "type not allowed",
      "not-reachable": "not reachable by SMS",
      empty: "empty",
      "not-a-number": "not a number",
      "too-short": "too short",
      "too-long": "too long",
      "not-in-plan": "not in the numbering plan",
      "legacy-7-digit": "old numbers of 7 digits (before 2005)",
      "spreadsheet-damage": "damaged by a spreadsheet",
      "looks-like-id": "looks like a DUI or NIT",
      placeholder: "placeholder",
    },
    lists: "suppression lists",
    listLine: (name, entries, matched, onlyHere) =>
      `${name}: ${count(entries, "entry", "entries")}, ${count(matched, "match", "matches")}${onlyHere > 0 ? `, ${number(onlyHere)} only here` : ""}`,
    dated: (when, from) => `dated ${when}, ${DATED_BY[from]}`,
    undated: "no date (a stream)",
    blankLines: (blank) => `${count(blank, "blank line", "blank lines")} skipped`,
    columns: (file, understood, columns) =>
      `${file}${understood.length > 0 ? ` (${understood.join(", ")})` : ""}, phones in ${columns}`,
    sheet: (name) => `sheet "${name}"`,
    delimiter: (shown) => (shown === "none" ? "one column" : `delimiter ${shown}`),
    column: (position) => `column ${position}`,
    besideColumn: (column, records) => `${count(records, "record", "records")} suppressed for a number in ${column}`,
    ownOptOuts: (column, records) =>
      `${count(records, "record says", "records say")} in ${column} not to contact: suppressed, and their numbers in the whole run`,
    wrote: (file, records) => (records === undefined ? file : `${file} (${count(records, "record", "records")})`),
    validUntil: (when) => `valid until ${when}`,
    unchecked: "not checked against opt-outs",
    scrubFirst: "nobody was checked against opt-outs: scrub the list with -s before you contact anybody",
    onlyBy: { call: "by phone call only", sms: "by SMS only", whatsapp: "by WhatsApp only" },
    othersMayRead: (file) =>
      `other users of this machine may read ${file}, as your umask has it: "umask 077" before keeps it yours`,
    dryRun: "dry run: nothing was written",
    typeThis: "to write the clean list:",
    next: "wrote",
    warning: "warning",
    progress: (records) => count(records, "record", "records"),
    oldStays: (file) => `${file} is an OLD file from an earlier run: it must not be sent`,
    bug: "This is a bug in svscrub. Please report it, with the command that you typed and without the data:",
  },
  registry,
  help,
};

/** A length in bytes or a digest. */
function side(value: number | string): string {
  return typeof value === "number" ? count(value, "byte", "bytes") : `SHA-256 ${value}`;
}
