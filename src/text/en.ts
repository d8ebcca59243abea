// Every sentence in English.

import type { ColumnShare, ListMismatch, Sentences } from "./sentences.js";
import { describeAge, mebibytes, number, percent } from "./values.js";

const count = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`;
const orMeant = (nearest: string | undefined) => (nearest === undefined ? "" : `; did you mean "${nearest}"?`);
const shares = (candidates: readonly ColumnShare[]) =>
  candidates.map(({ name, readable }) => `"${name}" (${percent(readable)} readable)`).join(", ");

const linesBefore = (first: number, next: number) =>
  next - first === 1 ? `line ${number(first)} stands` : `lines ${number(first)} to ${number(next - 1)} stand`;

const SYSTEM: Record<string, string> = {
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EIO: "the device reported an error",
  EFBIG: "the file would grow beyond the allowed size",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links lead in a circle",
};
const system = (code: string) => SYSTEM[code] ?? `system error ${code || "unknown"}`;

const MISMATCH: Readonly<Record<ListMismatch, string>> = {
  delimiter: "its delimiter",
  "line-end": "what ends its records",
  columns: "its number of columns",
  column: "a column's name",
  "phone-columns": "which columns hold phones",
};

export const en: Sentences = {
  number,
  place: (file, line) => (line === undefined ? file : `${file}, line ${line}`),
  errors: {
    notFound: (list) => ({
      what: list === "phone" ? "no such phone list" : "no such suppression list",
      hint: "Check the spelling and the folder; file names are case-sensitive.",
    }),
    isDirectory: () => ({
      what: "is a folder, not a file",
      hint: "Name the file in it. Only -s takes a folder, and reads every list in it.",
    }),
    noFolder: () => ({ what: "the folder for this output does not exist", hint: "Create the folder first." }),
    cannotRead: (code) => ({ what: `can't be read: ${system(code)}`, hint: "Check who may read the file (ls -l)." }),
    cannotWrite: (code) => ({
      what: `can't be written: ${system(code)}`,
      hint: "Nothing new was published. Free some space or choose another folder, then run it again.",
    }),
    closedPipe: () => ({ what: "the program that reads the output has closed it" }),
    outputExists: () => ({
      what: "exists already, and nothing was overwritten",
      hint: "Choose another name, or add --force to replace it.",
    }),
    brokenLink: () => ({ what: "is a link that leads nowhere", hint: "Remove the link, or write to another file." }),
    outputIsInput: (input) => ({
      what: `is also an input (${input})`,
      hint: "Write to another file: a list is never overwritten while it is read.",
    }),
    outputNamedTwice: () => ({ what: "is named for two outputs", hint: "Give each output its own name." }),
    emptyFile: () => ({
      what: "is empty",
      hint: "The program that should have written it probably failed. Look there first.",
    }),
    spreadsheet: () => ({ what: "is a spreadsheet", hint: 'Open it and save it as "CSV UTF-8", then use that file.' }),
    compressed: () => ({ what: "is compressed", hint: "Decompress it first: gunzip FILE" }),
    notUtf8: () => ({
      what: "is not UTF-8 text (UTF-16, or no text at all)",
      hint: 'In Excel save it as "CSV UTF-8"; elsewhere: iconv -f UTF-16 -t UTF-8',
    }),
    headerTooLong: (bytes) => ({
      what: `the first record does not end within ${mebibytes(bytes)}`,
      hint: "Is this a CSV file?",
    }),
    titlesAbove: (first, next, nextIs, list) => ({
      what: `${linesBefore(first, next)} before what looks like the ${nextIs === "header" ? "header" : "first record"} on line ${number(next)}`,
      hint: `Remove what is no part of the list: tail -n +${next} FILE. Or say ${list === "suppression" ? "--no-header=NAME" : "--no-header"}: then every line is a record.`,
    }),
    unclosedQuote: () => ({
      what: "a quote opens here and never closes",
      hint: 'Close the quote, or remove it; a quote inside a quoted cell is written twice ("").',
    }),
    recordTooLong: (bytes) => ({
      what: `the record that begins here is longer than ${mebibytes(bytes)}`,
      hint: "Usually a quote that never closes, or a file that is no CSV.",
    }),
    changedWhileRead: () => ({
      what: "changed while it was read",
      hint: "Wait until whoever writes it has finished, then run it again.",
    }),
    unknownColumn: (name, nearest, columns, header) => ({
      what: `no column "${name}"${orMeant(nearest)}`,
      hint: header
        ? `Name one of its ${number(columns)} columns, or its position from 1.`
        : `The list has no header: give the position, 1 to ${number(columns)}.`,
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
    tooFewEntries: (entries, wanted) => ({
      what: `has ${count(entries, "entry", "entries")}; at least ${number(wanted)} were expected`,
      hint: "Was it exported completely? Otherwise lower --min-entries.",
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
    hashedList: () => ({
      what: "holds hashed numbers, which can't be looked up",
      hint: "Ask for the list with plain numbers.",
    }),
    archive: () => ({
      what: "is an archive in a folder of suppression lists",
      hint: "Unpack it, or move it out of the folder.",
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
    noPhoneList: (suppressions) => ({
      what: suppressions > 0 ? "no phone list is left: every file after -s is a suppression list" : "no phone list",
      hint: "Phone lists come first: svscrub LIST.csv -s OPTOUTS.csv -o CLEAN.csv",
    }),
    noSuppression: () => ({
      what: "no suppression list",
      hint: "Add one with -s FILE. To tidy a list without removing who opted out, say --no-suppression.",
    }),
    stdinTwice: () => ({ what: "stdin (-) can be one list only", hint: "Put one of them into a file." }),
    unknownOption: (option, nearest) => ({
      what: `unknown option ${option}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
      hint: "svscrub --help lists them all.",
    }),
    missingValue: (option) => ({ what: `${option} needs a value`, hint: "svscrub --help shows how." }),
    badValue: (option, expected) => ({ what: `${option} takes ${expected}` }),
    badPercentage: (option) => ({
      what: `${option} takes a percentage with its sign`,
      hint: "Such as 20% or 20pct (in a crontab, where % ends the line).",
    }),
    unknownListName: (option, name, nearest) => ({
      what: `${option}: no suppression list is named "${name}"${orMeant(nearest)}`,
      hint: "A list's name is its file's name, or what stands before = in -s NAME=FILE.",
    }),
    guardNeedsOutput: (option) => ({
      what: `${option} needs -o FILE`,
      hint: "A stream that has been sent can't be taken back.",
    }),
    needsOutput: (option) => ({ what: `${option} needs -o FILE` }),
    reportExtension: () => ({ what: "a report's name must end in .json" }),
    badCanary: () => ({
      what: "--canary takes a phone number",
      hint: "One certain number, such as --canary NUMBER or --canary dnc=NUMBER.",
    }),
    emptyName: (option) => ({ what: `${option} has an empty name`, hint: "Is a variable of the shell unset?" }),
    compressedOutput: () => ({
      what: "compressed outputs are not supported",
      hint: "Leave out .gz, and compress the file afterwards.",
    }),
    contradiction: (one, other) => ({ what: `${one} and ${other} contradict each other` }),
  },
  warnings: {
    "file-ignored": (file) => `${file} is no list (.csv, .tsv, .txt) and was not read`,
    "list-from-the-future": (list) => `${list} is dated in the future: is a clock wrong?`,
    "list-old": (list, age) => `${list} is ${describeAge(age, "en")} old: who opted out since then is not in it`,
    "list-empty": (list) => `${list} has no entries`,
    "entries-unreadable": (list, unreadable, records) =>
      `${list}: ${count(unreadable, "entry", "entries")} can't be read (${records.length === 1 ? "record" : "records"} ${records.map(number).join(", ")}${unreadable > records.length ? ", …" : ""})`,
    "numbers-elsewhere": (list, found) =>
      `${list}: in ${count(found, "record", "records")} the number stood outside the phone column; it is suppressed`,
    "records-broken": (list, broken) =>
      `${list}: ${count(broken, "damaged record", "damaged records")}; every number in them is suppressed`,
    "other-phone-column": (file, column) =>
      `${file}: column "${column}" looks like phone numbers too and was not looked up`,
    "total-line": (file, line) =>
      `${file}, line ${number(line)}: looks like a total at the end of a report, and was read as a record like any other`,
    "columns-in-one": (file) =>
      `${file}: its only column is named like several; of each cell the number alone is kept. If something parts them, say it with --delimiter`,
    "no-records": (file) => `${file} has a header and no records`,
    "numbers-left": (left) =>
      `${count(left, "number that may not be contacted stays", "numbers that may not be contacted stay")} in kept records, as typed`,
    "no-suppression": () => "no suppression list was used: nobody who opted out was removed",
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
      `${name}: ${count(entries, "entry", "entries")}, ${count(matched, "record", "records")} matched${onlyHere > 0 ? `, ${number(onlyHere)} by it alone` : ""}`,
    blankLines: (blank) => `${count(blank, "blank line", "blank lines")} skipped`,
    columns: (file, columns) => `${file}, phones in ${columns}`,
    column: (position) => `column ${position}`,
    wrote: (file, records) => (records === undefined ? file : `${file} (${count(records, "record", "records")})`),
    validUntil: (when) => `use it before ${when}`,
    dryRun: "dry run: nothing was written",
    typeThis: "to write the clean list:",
    next: "wrote",
    warning: "warning",
    oldStays: (file) => `${file} is an OLD file from an earlier run: it must not be sent`,
    bug: "This is a bug in svscrub. Please report it, with the command that you typed and without the data:",
  },
  help: {
    usage: "Usage:",
    arguments: "Arguments:",
    options: "Options:",
    description:
      "Removes from phone lists (CSV, El Salvador +503) everyone who opted out,\nand writes a clean list and an audit report. Nobody is contacted in doubt.",
    list: "phone lists (CSV), before any -s; - is stdin, also when piped",
    option: {
      suppress: "suppression lists: files, folders or - for stdin; repeatable",
      output: "the clean list; - is stdout",
      removed: "every record that was not kept, and why",
      report: "the audit report (.json); default: beside the clean list, X.audit.json",
      "no-report": "write no audit report",
      column: "phone column, by header name or position from 1; repeatable (default: detected)",
      "phone-format": "how kept numbers are written: e164, national, digits, original (default: e164)",
      channel: "what the campaign uses: any, call, sms, whatsapp (default: any)",
      types: "number types to keep, of mobile,fixed,toll_free,premium (default: mobile,fixed)",
      "keep-duplicates": "keep records whose number was seen before",
      "keep-foreign": "keep numbers of other countries",
      "no-suppression": "scrub without a suppression list: removes nobody who opted out",
      "suppress-column": "phone column of a suppression list (default: detected)",
      delimiter: "delimiter: one character, or tab (default: detected)",
      "no-header": "the first record is data",
      "max-age": "refuse a suppression list older than this, such as 24h or 30d",
      "as-of": "the date that a suppression list speaks for",
      "max-unreadable": "refuse a list when more of its entries can't be read (default: 1%)",
      "min-entries": "refuse a list with fewer entries",
      "allow-empty": "trust this list though it has a header and no entries",
      canary: "a planted number that the lists must suppress; repeatable",
      "max-removed": "publish nothing when more was removed",
      "max-invalid": "publish nothing when more is invalid",
      strict: "publish nothing when there is any warning",
      "valid-for": "how long the result may be used (default: 24h)",
      label: "campaign, operator, ticket: copied into the report; repeatable",
      "dry-run": "write nothing but the summary",
      force: "replace outputs that exist",
      json: "print the report on stdout, and errors as JSON",
      quiet: "print nothing unless there is a warning or an error",
      lang: "language of messages: es, en (default: the system's)",
      color: "auto, always, never (default: auto)",
      help: "show this help",
      version: "show the version",
    },
    examples: `Examples:
  svscrub clients.csv -s optouts.csv -o clean.csv --removed removed.csv
  svscrub clients.csv -s dnc=registry.csv -s sms/*.csv -o clean.csv
  psql -c "copy …" | svscrub -s optouts.csv > clean.csv`,
  },
};
