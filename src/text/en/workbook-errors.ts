// The English errors about workbooks and sheets.

import type { BeyondSheet, OtherWorkbook, WorkbookFault } from "../../workbook/faults.js";
import { option } from "../options.js";
import { listNameOf, number, sizeText } from "../values.js";
import { orMeant } from "./usage.js";

const FAULT: Readonly<Record<WorkbookFault, string>> = {
  cut: "it is cut off, or other bytes follow its end",
  archive: "a part is not as its directory gives it, has a wrong checksum, or is encrypted",
  "no-part": "a part is missing, or is in another file",
  xml: "a part is not what a workbook has there",
  cell: "a row or a cell is out of place, or a value does not fit its type",
  "left-of-list": "a cell is left of the list",
};

const SAVE_AGAIN = "Open it in Excel or LibreOffice, check it, and save it again as .xlsx.";
const FAULT_HINT: Readonly<Partial<Record<WorkbookFault, string>>> = {
  cut: "Copy or export it again.",
  "left-of-list": "Delete it, or move it into the list.",
};

const OTHER: Readonly<Record<OtherWorkbook, string>> = {
  encrypted: `is a workbook with a password
    | Open it and remove the password (File > Info > Protect Workbook), then save it.`,
  xls: "is a workbook of Excel 97–2003 (.xls) | Open it and save it as .xlsx.",
  ods: "is an OpenDocument spreadsheet (.ods) | Open it and save it as .xlsx.",
  other: `is a document, or a workbook of another kind, that svscrub can't read
    | Open it and save it as .xlsx, or give the file that has the list.`,
};

const SHOW_ALL = "or copy the rows you want into a new sheet";

export const workbookErrors = {
  workbookDamaged: (fault: WorkbookFault, part: string | undefined) =>
    `is damaged: ${FAULT[fault]}${part === undefined ? "" : ` (${part})`} | ${FAULT_HINT[fault] ?? SAVE_AGAIN}`,
  /** Bytes. */
  workbookTooLarge: (bytes: number, most: number) => `unpacks to ${sizeText(bytes)}, more than ${sizeText(most)}
    | If you know the file and it really is so large, allow it: ${option("max-size", "8GiB")}. Otherwise don't open it.`,
  workbookTextTooLarge: (most: number) =>
    `has more than ${sizeText(most)} of text | Save the sheet as CSV (UTF-8): a CSV may be of any size.`,
  otherWorkbook: (kind: OtherWorkbook) => OTHER[kind],
  severalSheets: (
    sheets: readonly { name: string; isHidden: boolean }[],
    list: string | undefined,
    isAlone: boolean,
    optOuts: string | undefined,
    phoneList: string | undefined,
  ) =>
    `several sheets have data: ${sheets.map(({ name, isHidden }) => `"${name}"${isHidden ? " (hidden)" : ""}`).join(", ")}
    | Choose one: ${option("sheet", [list ?? [], (phoneList === undefined && optOuts) || "SHEET"].flat().join("="))}, with its name or position.${
      optOuts !== undefined && phoneList !== undefined
        ? ` By its name, "${optOuts}" is a list of opt-outs: add ${option("suppress", `${listNameOf(optOuts)}=${phoneList}`)} ${option("sheet", `${listNameOf(optOuts)}=${optOuts}`)}.`
        : isAlone
          ? ""
          : ` Or take all of them: ${option("sheet", "*")}.`
    }`,
  noFilledSheet: (hidden: readonly string[]) =>
    hidden.length === 0
      ? "no sheet has data | Check that this is the right workbook, and that it was saved."
      : `only hidden sheets have data: ${hidden.map((name) => `"${name}"`).join(", ")}
        | If you want one of them, choose it: ${option("sheet", "SHEET")}.`,
  unknownSheet: (said: string, nearest: string | undefined, sheets: readonly string[]) =>
    `there is no sheet "${said}"${orMeant(nearest)}
    | Its sheets are ${sheets.map((name, i) => `${i + 1} "${name}"`).join(", ")}.`,
  sheetWithoutCells: `is a chart or a dialog and has no cells
    | Choose the sheet that has the list: ${option("sheet", "SHEET")}.`,
  emptySheet: `is empty | Check that this is the right sheet, or choose another: ${option("sheet", "SHEET")}.`,
  sheetTooWide: (column: string) => `goes as far as column ${column}, but most of those columns are empty
    | A cell far to the right was probably filled by mistake: find it with Ctrl+End, delete its column and save.`,
  sheetFiltered: `has a filter: nobody can tell whether the hidden rows count
    | Clear the filter (Data > Clear) and save, ${SHOW_ALL}.`,
  rowHidden: `is hidden: nobody can tell whether it counts
    | Show all rows (clear the filter: Data > Clear; or select all, right-click, Unhide) and save, ${SHOW_ALL}.`,
  columnHidden: (column: string) => `column ${column} is hidden: nobody can tell whether it counts
    | Show it (select all, right-click a column, Unhide) or delete it, then save.`,
  formulaWithoutValue: (column: string) => `the formula in column ${column} has no calculated value
    | Open the workbook in Excel or LibreOffice and save it: that calculates the formula.`,
  cellsMerged: (
    range: string,
  ) => `${range} is one merged cell: nobody can tell whether what it says counts for all of its rows
    | Unmerge it (Home > Merge & Center), fill in what counts for each row, and save.`,
  notWorkbook: `is not a workbook, so it has no sheets | Leave ${option("sheet")} out for this list.`,
  notForWorkbook: (option: string) =>
    `is a workbook, but ${option} is for text files | Leave ${option} out for this list.`,
  oneSheet: `${option("sheet", "*")} is for the lists of a scrub, and here one sheet is read
    | Choose it: ${option("sheet", "SHEET")}, with its name or position.`,
  beyondSheet: (kind: BeyondSheet, most: number, column: string = "") => {
    const beyond: Record<BeyondSheet, string> = {
      rows: `a sheet holds ${number(most)} rows, and these lists have more`,
      columns: `a record has more cells than a sheet has columns (${number(most)})`,
      text: `the text for column ${column} is longer than a cell of a workbook (${number(most)} characters)`,
      bytes: `the sheet is larger than a workbook holds (${sizeText(most)})`,
    };
    return `${beyond[kind]} | Write CSV: .csv in place of .xlsx.${kind === "rows" ? " Or split the lists." : ""}`;
  },
  everySheetOfStream: `${option("sheet", "*")} needs a file, but this list is a stream
    | Save it in a file, or choose one sheet: ${option("sheet", "NAME=SHEET")}.`,
};
