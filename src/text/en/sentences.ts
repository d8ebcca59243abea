// The English sentences of every run; the rest are in answers.ts.

import type { ListMismatch } from "../../scrub/one-form.js";
import type { TellingReason } from "../../scrub/rules.js";
import type { LogKind } from "../../suppression/log.js";
import type { DateSource } from "../../suppression/trust.js";
import type { Language } from "../languages.js";
import { option } from "../options.js";
import {
  asSuppressionList,
  bytesOrDigest,
  type ColumnShare,
  count,
  describeAge,
  leastPercentage,
  type NamedColumn,
  number,
  percent,
  percentAbove,
  quote,
  someColumns,
} from "../values.js";
import { fileErrors } from "./file-errors.js";
import { help } from "./help.js";
import { registry, registryErrors } from "./registry.js";
import { orMeant, usageErrors } from "./usage.js";
import { workbookErrors } from "./workbook-errors.js";

const shares = (candidates: readonly ColumnShare[]) =>
  candidates.map(({ name, readable }) => `"${name}" (${percent(readable)} readable)`).join(", ");

const DATED_BY: Record<DateSource, string> = {
  "as-of": "as you said with --as-of",
  manifest: "by its manifest",
  registry: "by its newest event",
  "file-name": "by the file name",
  "file-time": "by the file's time (copying a file changes it)",
};
const MISMATCH: Readonly<Record<ListMismatch, string>> = {
  encoding: "its encoding",
  delimiter: "its delimiter",
  "line-end": "its line ends",
  columns: "the number of columns",
  column: "the name of a column",
  "phone-columns": "its phone columns",
};

const REASONS: Readonly<Record<TellingReason, readonly [one: string, many: string]>> = {
  ragged: ["wrong number of cells", "wrong number of cells"],
  malformed: ["text after a closing quote", "text after a closing quote"],
  "type-not-allowed": ["type not allowed", "type not allowed"],
  "not-reachable": ["can't get text messages", "can't get text messages"],
  empty: ["empty", "empty"],
  "not-a-number": ["not a number", "not a number"],
  "too-short": ["too short", "too short"],
  "too-long": ["too long", "too long"],
  "not-in-plan": ["not in the numbering plan", "not in the numbering plan"],
  "legacy-7-digit": ["old number of 7 digits (before 2005)", "old numbers of 7 digits (before 2005)"],
  "spreadsheet-damage": ["damaged by a spreadsheet", "damaged by a spreadsheet"],
  "looks-like-id": ["looks like a DUI or NIT", "look like a DUI or NIT"],
  placeholder: ["placeholder", "placeholders"],
  leftover: ["with digits left over", "with digits left over"],
};

export const en = {
  language: "en" as Language,
  number,
  place: (file: string, line: number | undefined, sheet: string | undefined) =>
    sheet === undefined
      ? `${file}${line === undefined ? "" : `, line ${line}`}`
      : `${file}, sheet "${sheet}"${line === undefined ? "" : `, row ${line}`}`,
  errors: {
    unknownColumn: (
      name: string,
      nearest: string | undefined,
      columns: number,
      header: boolean,
      named: readonly NamedColumn[],
    ) => {
      const what = `there is no column "${name}"${orMeant(nearest)}`;
      const positions = columns === 1 ? "1" : `1 to ${number(columns)}`;
      if (!header) return `${what} | The list has no header: give the position of the column, ${positions}.`;
      if (columns === 1) return `${what} | It has one column: leave the option out, or give position 1.`;
      const names = named.length === 0 ? "" : `: ${someColumns(named)}`;
      return `${what} | Give the name or the position (${positions}) of one of its columns${names}.`;
    },
    noPhoneColumn: (candidates: readonly ColumnShare[]) =>
      `no column looks like phone numbers${candidates.length > 0 ? `; the nearest: ${shares(candidates)}` : ""}
      | Choose the phone column with ${option("column", candidates[0]?.name ?? "NAME")}.`,
    columnWithoutNumbers: (column: string, records: number) =>
      `column "${column}" has no phone number in ${count(records, "record", "records")}
      | Choose another column with ${option("column")}, or leave ${option("column")} out: svscrub then looks for it.`,
    noContactDate: (header: boolean, dates: readonly string[]) =>
      dates[0] !== undefined
        ? `these columns may say when the contacts were made: ${dates.map((name) => `"${name}"`).join(", ")}
          | Choose one with ${option("date-column", dates[0])}.`
        : `no column says when the contacts were made
          | ${header ? `Choose it with ${option("date-column", "NAME")}.` : "Add a header with the names of the columns, such as phone,date,time,channel."}`,
    contactDatesContradict: `this date has day and month in a different order than the dates before it
      | So nobody can tell which contact came after an opt-out. Write the dates as 2026-11-24.`,
    differentLists: (kind: ListMismatch, ours: string, first: string, firsts: string, choices: readonly string[]) =>
      `differs from ${first} in ${MISMATCH[kind]}: ${ours} here, ${firsts} there
      | Scrub each by itself, with its own -o${choices.length === 0 ? "" : `, or both with ${choices.map(quote).join(" ")}`}.`,
    wrongColumn: (candidates: readonly ColumnShare[]) => {
      const isNothing = "nothing in it looks like phone numbers";
      const near = `no column in it is named as phones; the nearest: ${shares(candidates)}`;
      return `${candidates.length > 0 ? near : isNothing}
        | Check that this is the right file, or choose its phone column: ${option("suppress-column", candidates[0]?.name ?? "COL")}.`;
    },
    emptyList: (header: boolean, name: string) =>
      header
        ? `has a header but no entries | If that is right, add ${option("allow-empty", name)}.`
        : "has no entries | The export probably failed. Export the list again.",
    noNumbers: (entries: number, isText: boolean) => {
      const what = `has ${count(entries, "entry", "entries")} but no phone number that can be used`;
      return isText
        ? `${what}
          | The file was read as text. If it has phone numbers, write them in a list, one a line. If it has none, leave it out.`
        : `${what}
          | Check that this is the right file, or choose its phone column with ${option("suppress-column")}.`;
    },
    /** `lines`: the first ones; `share`: the allowed share. */
    tooManyUnreadable: (
      unreadable: number,
      entries: number,
      share: number,
      list: string,
      lines: readonly number[],
      are: "lines" | "rows",
    ) =>
      `${percentAbove(unreadable, entries, share)} of its entries (${number(unreadable)} of ${number(entries)}) are not understood; the limit is ${percent(share)}: correct ${are} ${lines.map(number).join(", ")}${unreadable > lines.length ? ", …" : ""}
      | Check that this is a list of opt-outs. These entries suppress every number that they could mean. If they mean no others, add ${option("max-unreadable", `${list}=${leastPercentage(unreadable, entries)}%`)}`,
    listLost: `was there when the lists were loaded, and is gone
      | Put it back. If it is no longer needed, begin again without it.`,
    listShrank: (entries: number, before: number, share: number) =>
      `has ${count(entries, "entry", "entries")}, but ${number(before)} before: it shrank by more than ${percent(share)}
      | It may be cut off, or exported with a filter. If it is right, allow it with ${option("max-shrink")}.`,
    badBaseline: (option: string) => `is no audit report of this version of svscrub, or is cut off
      | Give ${option} the .audit.json of an earlier run.`,
    streamNotFollowed: `is a stream and can't be read a second time
      | Save it as a file first: with ${option("follow")}, lists are read again when they change.`,
    processStream: "- means stdin or stdout, which the library does not use | Give the name of a file.",
    listsClosed: "the suppression lists are closed | Open them again.",
    listsUnknown:
      "the suppression lists could not be read again | This is a bug in svscrub. Please report it, without your data.",
    badManifest:
      "is no manifest that this svscrub can read | Copy the manifest and its list again from where they were exported.",
    /** Lengths in bytes, or digests. */
    manifestMismatch: (ours: number | string, said: number | string) =>
      `has ${bytesOrDigest(ours)}, but its manifest says ${bytesOrDigest(said)}
      | The list was changed or cut off after the export, or one of the two files is older. Copy both again.`,
    tooFewEntries: (entries: number, wanted: number) =>
      `has ${count(entries, "entry", "entries")}, but at least ${number(wanted)} were expected
      | The export may be incomplete. If it is right, lower ${option("min-entries")}.`,
    rangeTooWide: (numbers: number, most: number) =>
      `this entry is a range of ${number(numbers)} numbers; without ${option("max-range")} a range may have up to ${number(most)}
      | If the range is right, add ${option("max-range", String(numbers))}.`,
    tooManyRanges: (most: number) =>
      `has more than ${number(most)} entries with a wildcard (this is the first one too many): they look like masked numbers
      | Export the list with full numbers. If they really are ranges, add ${option("max-range", "10000")}.`,
    tooOld: (age: number, maxAge: number, name: string) =>
      `is ${describeAge(age, "en")} old; at most ${describeAge(maxAge, "en")} is allowed
      | Get the current list. If its date is wrong, give the right one: ${option("as-of", `${name}=DATE`)}.`,
    noDate: (name: string) => `has no date, or a date in the future: its age can't be checked
      | Give the date of the list: ${option("as-of", `${name}=DATE`)}`,
    usDoNotCall:
      "is a US Do-Not-Call file: its 503 is the area code of Oregon | It has no Salvadoran numbers. Leave it out.",
    listIsLog: (file: string, kind: LogKind) =>
      `is a log of ${kind === "call" ? "calls" : "messages"}, not a list of opt-outs: it would suppress everybody in it
      | Record what people asked for, and suppress with -s review.csv registry.csv: svscrub registry import ${quote(file)} --registry registry.csv --kind ${kind} --review review.csv`,
    hashesUnproven: (list: string, hasKey: boolean) =>
      `is hashed, and nothing proves that svscrub can read its hashes: ${hasKey ? "with this key, " : ""}no number is known to be in it
      | If it was hashed with ${hasKey ? "another key, give that one" : `a key, add ${option("hash-key-file")}`}. An export of a registry by svscrub proves itself, and ${option("canary")} names a number that is in the list. Otherwise hash the numbers as +503…, 503…, 8 digits or NNNN-NNNN, with MD5, SHA-1, SHA-256 or SHA-512. To use it as it is: ${option("allow-unproven", list)}`,
    hashKeyNeeded: (column: string) =>
      `column "${column}" is hashed with a key, and no key was given: it would block nobody
      | Give the file with the key: ${option("hash-key-file", "FILE")}`,
    otherHashKey: (hasKey: boolean) => {
      const alone =
        "The key file must hold the key alone: no byte order mark, no spaces, one line feed at most at its end.";
      return hasKey
        ? `was hashed with another key than the one in ${option("hash-key-file")}
          | Ask for the key that it was exported with. ${alone}`
        : `was hashed with a key, or in a way that svscrub does not know: its proof is no plain hash
          | If it was hashed with a key, add ${option("hash-key-file")}. ${alone}`;
    },
    badHashKey: `has no key | The file of ${option("hash-key-file")} is empty. Give the file that has the key.`,
    datesContradict: `has dates with the day first and dates with the month first, so nobody can tell which opt-outs stand
      | Write the dates as 2026-11-24.`,
    folderInFolder: `is a folder inside a folder of suppression lists
      | Name it by itself, or move it out. It is not skipped: people who opted out may be in it.`,
    emptyFolder: "has no .csv, .tsv or .txt file | Check that this is the right folder.",
    listCut: (isTorn: boolean) =>
      isTorn
        ? `ends in the middle of a line, and did not before: it is cut, or still being written
          | Wait until it is whole. If it is, end its last line.`
        : `holds only the beginning of what it held before: it is cut, or still being written
          | Wait until it is whole. If its last entries were taken out on purpose, begin again.`,
    /** `masked`: the planted number, masked. */
    canaryMissing: (masked: string, list: string | undefined) =>
      `the planted number ${masked} is not suppressed${list === undefined ? "" : ` by ${list}`}
      | A list is the wrong file, cut short, or read wrongly. Check the lists. Nothing was written.`,
    selfCheckFailed: (list: string) => `self-check: a number of ${list}, written in another way, was not suppressed
      | This is a bug in svscrub. Nothing was written; please report it.`,
    tooMuchRemoved: (
      removed: number,
      read: number,
      share: number,
    ) => `${number(removed)} of ${count(read, "record", "records")} would be removed, more than the ${percent(share)} of ${option("max-removed")}
      | Nothing was written. Check the reasons. If they are right, raise the limit.`,
    tooMuchInvalid: (
      invalid: number,
      read: number,
      share: number,
    ) => `${number(invalid)} of ${count(read, "record", "records")} are invalid, more than the ${percent(share)} of ${option("max-invalid")}
      | Nothing was written. Check the reasons, and that the phone column is the right one.`,
    strictWarnings: (warnings: number) =>
      `there ${warnings === 1 ? "is 1 warning" : `are ${number(warnings)} warnings`}, and ${option("strict", true)} allows none
      | Nothing was written. Fix what the warnings say, or leave ${option("strict", true)} out.`,
    countsDoNotAdd: (read: number, sum: number) => `${number(read)} records were read, but ${number(sum)} were counted
      | This is a bug in svscrub. Nothing was written; please report it.`,
    digitsDoNotAdd: (
      read: number,
      sum: number,
    ) => `${number(read)} digits were read, but ${number(sum)} were accounted for
      | This is a bug in svscrub. Nothing was written; please report it.`,
    badReport: `is not a complete audit report of svscrub
      | It is another file, or it was changed or damaged. Give verify the .json report of a scrub or of an audit.`,
    contactReport: (option: string) => `is the report of an audit of contacts, but ${option} asks about a scrub
      | Leave ${option} out: verify checks the files of the audit and repeats it.`,
    newerReport: (version: number) => `is a report of schema version ${version}, which this svscrub does not know
      | Use the version of svscrub that wrote it, or a later one.`,
    // Last, so that a duplicate name does not compile.
    ...fileErrors,
    ...workbookErrors,
    ...usageErrors,
    ...registryErrors,
  },
  warnings: {
    "file-ignored": (file: string) => `${file} was not read: it is not a list (.csv, .tsv, .txt, .xlsx, .xlsm)`,
    "list-from-the-future": (list: string) =>
      `${list} has a date in the future: check the clock of this machine, and of the one that wrote it`,
    "list-old": (list: string, age: number) =>
      `${list} is ${describeAge(age, "en")} old: people who opted out later are not in it`,
    "list-empty": (list: string) => `${list} has no entries`,
    "list-bars-nobody": (list: string, entries: number) =>
      `${list} blocks nobody in El Salvador: ${entries === 1 ? "its only entry is expired, cancelled by an opt-in, or foreign" : `all ${number(entries)} entries are expired, cancelled by an opt-in, or foreign`}`,
    "entries-unreadable": (list: string, found: number, lines: readonly number[], are: "lines" | "rows") =>
      found === 1
        ? `${list}, ${are === "rows" ? "row" : "line"} ${number(lines[0]!)}: this was not fully understood. Every number that it could mean is suppressed; if it has others, write those in full`
        : `${list}: ${number(found)} ${are} were not fully understood (${lines.map(number).join(", ")}${found > lines.length ? ", …" : ""}). Every number that they could mean is suppressed; if they have others, write those in full`,
    "entries-without-number": (list: string, total: number, lines: readonly number[]) =>
      `${list}: ${count(total, "record has", "records have")} words and no number (${linesShown(lines)}), so ${total === 1 ? "it suppresses" : "they suppress"} nobody. If somebody there opted out, add the number`,
    /** `masked`: the number, masked. */
    "own-number-free": (masked: string) =>
      `${masked} is one of your own numbers (--own), so the texts that name it do not block it, and it may be contacted: check that it is yours`,
    "due-dates-ignored": (list: string, column: string) =>
      `${list}: column "${column}" was not used. If it is the day on which an opt-out ends, name it "expires"`,
    "actions-unknown": (list: string, unknown: number) =>
      `${list}: ${count(unknown, "entry has", "entries have")} no known action and ${unknown === 1 ? "counts as an opt-out" : "count as opt-outs"}`,
    "opt-ins-idle": (list: string, idle: number) =>
      `${list}: ${count(idle, "opt-in cancels", "opt-ins cancel")} no opt-out: without a date, with a date in the future, or for an unknown channel; or something in ${idle === 1 ? "its record" : "their records"} may speak against it`,
    "entries-expired": (list: string, n: number) =>
      `${list}: ${count(n, "entry has", "entries have")} expired and ${n === 1 ? "suppresses" : "suppress"} nobody any more`,
    "expiries-unreadable": (list: string, n: number) =>
      `${list}: unreadable expiries: ${number(n)}; those entries stay in force`,
    "dates-contradict": (list: string) =>
      `${list}: some dates have the day first and some the month, so some may be read wrong; write dates as 2026-11-24`,
    "hashes-unproven": (list: string) =>
      `${list}: nothing proves that svscrub can read its hashes: they may block nobody`,
    "opt-ins-hashed": (list: string) =>
      `${list} is hashed, so its opt-ins cancel no opt-outs of other lists: --opt-ins does nothing`,
    "not-in-baseline": (list: string) => `${list} is not in the baseline, so nobody can tell whether it shrank`,
    "other-phone-column": (file: string, column: string, option: "--column" | "--suppress-column", removed: number) =>
      `${file}: column "${column}" looks like phone numbers too, but was not used${removed > 0 ? `, except to remove ${count(removed, "record", "records")} with a number in it that is opted out` : ""}; add it with ${option} "${column}"`,
    "may-say-no": (file: string, column: string, total: number, lines: readonly number[], advice: "ignore" | "look") =>
      `${file}: column "${column}" may say that people are not to be contacted in ${count(total, "record", "records")} (${linesShown(lines)}), and ${total === 1 ? "it was" : "they were"} suppressed. ${
        advice === "ignore"
          ? `If it says nothing of the kind, add --ignore-column "${column}"`
          : "Look at them in the removed list: --removed removed.csv"
      }`,
    "heading-says-no": (file: string, total: number, lines: readonly number[]) =>
      `${file}: ${count(total, "record holds", "records hold")} nothing but words that say not to contact (${linesShown(lines)}). If ${total === 1 ? "it heads" : "they head"} the records below, those were not suppressed for that: move them to a list of their own and give it after -s`,
    "consent-empty": (file: string, column: string, total: number, lines: readonly number[]) =>
      `${file}: column "${column}" asks for consent and is empty in ${count(total, "record", "records")} (${linesShown(lines)}), which suppresses nobody. If an empty cell means no, add --opt-out-column "${column}="`,
    "opt-out-value-absent": (file: string, column: string) =>
      `${file}: no cell of column "${column}" has the value given with --opt-out-column, so it suppresses nobody; write the value as the cells have it`,
    "sheets-passed-over": (file: string, sheets: string) =>
      `${file}: these hidden sheets have data and were not read: ${sheets}. Choose a sheet with --sheet`,
    "sheet-of-opt-outs": (file: string, sheet: string) =>
      `${file}: by its name, sheet "${sheet}" is a list of opt-outs, but it suppresses nobody. Add ${asSuppressionList(file, sheet)}`,
    "formulas-without-value": (list: string, formulas: number) =>
      `${list}: ${count(formulas, "formula has", "formulas have")} no calculated value; open it in Excel or LibreOffice and save it`,
    "contact-date-by-cells": (log: string, column: string) =>
      `${log}: no name says when a contact was made; column "${column}" is taken, the only one of dates`,
    "channel-not-said": (log: string) =>
      `${log}: no column has the channel, so every opt-out counts; give the channel with --channel`,
    "holidays-unknown": (years: readonly number[]) =>
      `the holidays of ${years.join(", ")} are unknown: --holidays has no day of ${years.length === 1 ? "that year" : "those years"}`,
    "words-cut": (file: string, column: string, total: number, lines: readonly number[]) =>
      `${file}: in ${count(total, "record", "records")} "${column}" loses words, an extension or another number (${linesShown(lines)}). To keep cells whole, add --phone-format original`,
    "no-records": (file: string) => `${file} has a header but no records`,
    "nobody-clean": (read: number, suppressed: number) =>
      suppressed * 2 > read
        ? `nobody is left: ${number(suppressed)} of ${count(read, "record", "records")} opted out. If the lists are swapped, put the phone list first and the suppression lists after -s`
        : `nobody is left: none of ${count(read, "record", "records")} is clean. Check that the file and the phone column are the right ones`,
    "looks-like-opt-outs": (file: string, column: string, titles: readonly number[]) =>
      `${file} looks like a list of opt-outs, by ${column !== "" ? `its column "${column}"` : titles.length > 0 ? `its title (${linesShown(titles)})` : "its name"}. If the lists are swapped, put the list to check first and the suppression lists after -s`,
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
    reason: (reason: TellingReason, records: number) => REASONS[reason][records === 1 ? 0 : 1],
    lists: "suppression lists",
    listLine: (name: string, entries: number, matched: number, onlyHere: number) =>
      `${name}: ${count(entries, "entry", "entries")}, ${count(matched, "match", "matches")}${onlyHere > 0 ? `, ${number(onlyHere)} only here` : ""}`,
    text: (numbers: number, lines: number, own: number) =>
      `read as text: ${count(numbers, "number", "numbers")} in ${count(lines, "line", "lines")}${own > 0 ? `; your own numbers were left out ${own === 1 ? "once" : `${number(own)} times`}` : ""}`,
    ranges: (ranges: number, numbers: number) =>
      `${count(ranges, "range covers", "ranges cover")} ${count(numbers, "number", "numbers")}`,
    dated: (when: string, from: DateSource) => `dated ${when}, ${DATED_BY[from]}`,
    undated: "no date (it was read from a pipe)",
    titles: (lines: readonly number[], isSheet: boolean, suppress: boolean) => {
      const row = isSheet ? "row" : "line";
      const [first, last] = [lines[0]!, lines.at(-1)!];
      const between = last === first + 1 ? "and" : "to";
      const rows = first === last ? `${row} ${number(first)}` : `${row}s ${number(first)} ${between} ${number(last)}`;
      return `titles in ${rows} ${suppress ? "(a number there suppresses, too)" : "left out"}`;
    },
    blankLines: (blank: number) => `${count(blank, "blank line", "blank lines")} skipped`,
    columns: (file: string, understood: readonly string[], columns: string) =>
      `${file}${understood.length > 0 ? ` (${understood.join(", ")})` : ""}, phones in ${columns}`,
    sheet: (name: string) => `sheet "${name}"`,
    delimiter: (shown: string) => (shown === "none" ? "one column" : `delimiter ${shown}`),
    column: (position: number) => `column ${position}`,
    otherColumn: (column: string, records: number) =>
      `${count(records, "record", "records")} suppressed because of a number in ${column}`,
    ownOptOuts: (column: string, records: number) =>
      `${count(records, "record is", "records are")} suppressed because ${column} says not to contact; so are ${records === 1 ? "its" : "their"} numbers wherever they appear`,
    wrote: (file: string, records: number | undefined) =>
      records === undefined ? file : `${file} (${count(records, "record", "records")})`,
    validUntil: (when: string) => `valid until ${when}`,
    unchecked: "not checked against opt-outs",
    scrubFirst: "nobody was checked against opt-outs: scrub the list with -s before you contact anybody",
    onlyBy: { call: "by phone call only", sms: "by SMS only", whatsapp: "by WhatsApp only" },
    dryRun: "dry run: nothing was written",
    typeThis: "to write the clean list:",
    next: "wrote",
    warning: "warning",
    stopped: (by: string) => `stopped by ${by}`,
    stoppedUnpublished: (by: string) => `stopped by ${by}: nothing new was written`,
    stdoutIsCut: "The list on stdout is cut off: don't use it.",
    progress: (records: number) => count(records, "record", "records"),
    oldStays: (file: string, when: string) => `${file} is an OLD file, written ${when}: do not send it`,
    bug: "This is a bug in svscrub. Please report it with the command that you typed, but without your data:",
  },
  registry,
  help,
};

function linesShown(lines: readonly number[]): string {
  return `${lines.length === 1 ? "line" : "first lines:"} ${lines.map(number).join(", ")}`;
}
