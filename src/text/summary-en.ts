// The words of the summary on stderr, in English.

import type { SummarySentences } from "./summary.js";
import { number } from "./values.js";

const count = (value: number, one: string, many: string) => `${number(value)} ${value === 1 ? one : many}`;

export const summary: SummarySentences = {
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
  columns: (file, understood, columns) =>
    `${file}${understood.length > 0 ? ` (${understood.join(", ")})` : ""}, phones in ${columns}`,
  delimiter: (shown) => (shown === "none" ? "one column" : `delimiter ${shown}`),
  column: (position) => `column ${position}`,
  wrote: (file, records) => (records === undefined ? file : `${file} (${count(records, "record", "records")})`),
  validUntil: (when) => `use it before ${when}`,
  dryRun: "dry run: nothing was written",
  typeThis: "to write the clean list:",
  next: "wrote",
  warning: "warning",
  progress: (records) => count(records, "record", "records"),
  oldStays: (file) => `${file} is an OLD file from an earlier run: it must not be sent`,
  bug: "This is a bug in svscrub. Please report it, with the command that you typed and without the data:",
};
