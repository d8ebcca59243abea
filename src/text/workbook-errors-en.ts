// What keeps a workbook, or a sheet of it, from being a list, in English.

import type { OtherWorkbook, WorkbookFault } from "../workbook/fault.js";
import type { WorkbookErrors } from "./sentences.js";
import { orMeant } from "./usage-en.js";
import { sizeText } from "./values.js";

const FAULT: Readonly<Record<WorkbookFault, string>> = {
  cut: "it is cut off",
  checksum: "a checksum is wrong",
  sizes: "it is not as long as it says",
  twice: "it has a part twice",
  headers: "it contradicts itself about a part",
  overlap: "two of its parts share bytes",
  method: "a part is packed in a way that no workbook uses",
  "locked-part": "a part is encrypted",
  "several-disks": "it is one piece of several",
  "no-part": "a part is missing",
  outside: "a part of it is in another file",
  encoding: "a part is not UTF-8",
  xml: "a part is not what a workbook holds there",
  doctype: "a part declares a document type",
  entity: "a part holds an unknown entity",
  deep: "a part is nested too deep",
  long: "a part holds something longer than any workbook has",
  "row-order": "its rows are not in order",
  "cell-place": "a cell stands in another place than it says",
  "cell-type": "a cell is of an unknown type",
  "cell-value": "the value of a cell is none of its type",
  "string-index": "a cell's text is missing",
  "left-of-list": "a cell stands left of the list",
};

const SAVE_AGAIN = "Open it in Excel or LibreOffice, check it, and save it again as .xlsx.";
const FAULT_HINT: Readonly<Partial<Record<WorkbookFault, string>>> = {
  cut: "Copy or export it again: its end is missing.",
  "left-of-list": "Delete it, or move it into the list.",
};

const OTHER: Readonly<Record<OtherWorkbook, [what: string, hint: string]>> = {
  encrypted: [
    "is a workbook with a password",
    "Open it and remove the password (File > Info > Protect Workbook), then save it.",
  ],
  xls: ["is a workbook of Excel 97–2003 (.xls)", "Open it and save it as .xlsx."],
  xlsb: ["is a binary workbook (.xlsb)", "Open it and save it as .xlsx."],
  ods: ["is an OpenDocument spreadsheet (.ods)", "Open it and save it as .xlsx."],
  numbers: ["is a spreadsheet of Apple Numbers", "Export it as Excel (File > Export To > Excel)."],
  document: ["is an office document without sheets", "Name the workbook or the CSV that holds the list."],
};

const SHOW_ALL = "or copy the rows that you mean into a new sheet";

export const workbookErrors: WorkbookErrors = {
  workbookDamaged: (fault, part) => ({
    what: `is damaged: ${FAULT[fault]}${part === undefined ? "" : ` (${part})`}`,
    hint: FAULT_HINT[fault] ?? SAVE_AGAIN,
  }),
  workbookTooLarge: (bytes, most) => ({
    what: `unpacks to ${sizeText(bytes)}, more than ${sizeText(most)}`,
    hint: "If it is yours and that large, allow it: --max-size 8GiB. Otherwise don't open it.",
  }),
  workbookTextTooLarge: (most) => ({
    what: `holds more than ${sizeText(most)} of text`,
    hint: "Save the sheet as CSV (UTF-8), which is read piece by piece.",
  }),
  otherWorkbook: (kind) => ({ what: OTHER[kind][0], hint: OTHER[kind][1] }),
  severalSheets: (sheets, use) => ({
    what: `several sheets hold data: ${sheets.map(({ name, isHidden }) => `"${name}"${isHidden ? " (hidden)" : ""}`).join(", ")}`,
    hint:
      use === "suppression"
        ? "Say which one, --sheet NAME=SHEET with the list's name, or take all of them: --sheet '*'"
        : "Say which one: --sheet SHEET, by its name or its position. svscrub inspect FILE shows what is in them.",
  }),
  noFilledSheet: (hidden) =>
    hidden.length === 0
      ? { what: "no sheet of it holds data", hint: "Check that this is the right workbook, and that it was saved." }
      : {
          what: `only hidden sheets hold data: ${hidden.map((name) => `"${name}"`).join(", ")}`,
          hint: "If you mean it, say which one: --sheet SHEET",
        },
  unknownSheet: (said, nearest, sheets) => ({
    what: `no sheet "${said}"${orMeant(nearest)}`,
    hint: `It has: ${sheets.map((name, i) => `${i + 1} "${name}"`).join(", ")}.`,
  }),
  sheetWithoutCells: () => ({
    what: "is a chart or a dialog and has no cells",
    hint: "Name the sheet that holds the list.",
  }),
  emptySheet: () => ({ what: "is empty", hint: "Check that this is the right sheet, or name another: --sheet" }),
  sheetTooWide: (column) => ({
    what: `reaches to column ${column}, and hardly a cell on the way is filled`,
    hint: "A cell far right was probably filled by mistake: find it with Ctrl+End, delete its column, and save.",
  }),
  sheetFiltered: () => ({
    what: "is filtered, and nobody knows whether the hidden rows are meant",
    hint: `Clear the filter (Data > Clear) and save, ${SHOW_ALL}.`,
  }),
  rowHidden: () => ({
    what: "is hidden, and nobody knows whether it is meant",
    hint: `Show all rows (clear the filter: Data > Clear; or select all, right-click, Unhide) and save, ${SHOW_ALL}.`,
  }),
  columnHidden: (column) => ({
    what: `column ${column} is hidden, and nobody knows whether it is meant`,
    hint: "Show it (select all, right-click a column, Unhide) or delete it, then save.",
  }),
  formulaWithoutValue: (column) => ({
    what: `the formula in column ${column} has no calculated value`,
    hint: "Open the workbook in Excel or LibreOffice, which calculates it, and save it.",
  }),
  notWorkbook: () => ({ what: "is no workbook, and --sheet was said of it", hint: "Leave --sheet out for this list." }),
  notForWorkbook: (option) => ({
    what: `is a workbook, and ${option} is about text files`,
    hint: `Leave ${option} out for this list: a workbook says itself how it is written.`,
  }),
  everySheetOfPhoneList: () => ({
    what: "--sheet '*' is for suppression lists",
    hint: "Of a phone list name one sheet: --sheet SHEET. Scrub the others on their own.",
  }),
  everySheetOfStream: () => ({
    what: "--sheet '*' needs a file, and this list comes from stdin",
    hint: "Save it in a file and name that, or name one sheet: --sheet NAME=SHEET",
  }),
};
