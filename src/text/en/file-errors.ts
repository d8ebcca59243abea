// The English errors about files: not opened or written, no text, no header.

import type { GzipFault } from "../../files/gzip.js";
import type { FileRole } from "../../files/system-errors.js";
import type { HeaderDoubt } from "../../lists/header-row.js";
import type { NoList } from "../../lists/no-text.js";
import { headerRowAt, option, withoutHeader } from "../options.js";
import { count, number, sizeText } from "../values.js";
import { orMeant } from "./usage.js";

const SYSTEM: Record<string, string> = {
  /** A program's stream. */
  stream: "its stream failed",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EIO: "the device reported an error",
  EFBIG: "the file would grow beyond the allowed size",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links form a loop",
};
const system = (code: string) => SYSTEM[code] ?? `system error ${code || "unknown"}`;

const MAY_NOT_WRITE = "Choose a folder and a file that you may write to (check with ls -ld)";
const WRITE_HINT: Readonly<Record<string, string>> = {
  EACCES: MAY_NOT_WRITE,
  EPERM: MAY_NOT_WRITE,
  EROFS: MAY_NOT_WRITE,
  ENOSPC: "Free some space (df -h and df -i show it) or choose another disk",
  EDQUOT: "Free some space or choose another disk",
  ENAMETOOLONG: "Choose a shorter name",
  EMFILE: "Raise the limit of open files (ulimit -n)",
  stream: "See its own error, which is the cause of this one",
};
const writeHint = (code: string) => WRITE_HINT[code] ?? "Write to another file or folder";

const CHECK_WHO_READS = "Check who may read the file (ls -l).";
const READ_HINT: Readonly<Record<string, string>> = {
  EMFILE: `${WRITE_HINT.EMFILE}, then try again.`,
  stream: "Its own error, which is the cause of this one, says why.",
};

const FILE_ROLE: Readonly<Record<FileRole, string>> = {
  "phone-list": "phone list",
  "contact-log": "contact log",
  import: "file to import",
  suppression: "suppression list",
  baseline: "baseline",
  manifest: "manifest",
  "hash-key": "key file",
  report: "report",
  "run-log": "run log",
  registry: "registry",
  templates: "file of templates",
  "packaged-file": "file of the installation",
  holidays: "file of holidays",
  arguments: "file of arguments",
  sample: "sample file",
  reviews: "file of reviews",
  folder: "folder",
};
const CHECK_THE_NAME = "Check the spelling and the folder; file names are case-sensitive.";
const NOT_FOUND_HINT: Readonly<Partial<Record<FileRole, string>>> = {
  baseline: `Give ${option("baseline")} the .audit.json of an earlier run. In the first run, leave it out.`,
  "hash-key": `Give ${option("hash-key-file")} the file with the key that the lists were hashed with.`,
  "packaged-file": "The installation is incomplete. Install svscrub again.",
  holidays: "Give --holidays a file with one date a line, or sv for the holidays of El Salvador.",
  sample: "The installation is incomplete. Install svscrub again.",
  arguments: "@FILE reads arguments from FILE. A file whose own name begins with @ is ./@NAME.",
  folder: "Give the folder below which the files of the run are.",
  reviews: "Give --review the file that registry import --review wrote.",
  report: "Check the spelling and the folder; a scrub writes X.audit.json beside X.csv.",
};

const GZIP_FAULT: Readonly<Record<GzipFault, string>> = {
  cut: "is a compressed file that is cut off: its end is missing",
  damaged: "is a damaged compressed file",
  trailing: "is a compressed file with something else after its end",
};

const splitHint = (splitter: string | undefined) =>
  splitter === undefined
    ? "Export it again as CSV, with quotes around cells that hold the delimiter."
    : `Add ${option("delimiter", splitter)}: then its cells are separated.`;
const NO_LIST: Partial<Record<NoList, string>> = {
  box: "a box drawn around a table",
  "record over lines": "a list with every cell in a line of its own",
  mail: "a mail as it was sent",
};
const PDF_HINT = "Take its text out first: pdftotext -layout FILE.pdf FILE.txt";
const NO_LIST_HINT = "Export it as CSV, with a record in each line. Of a mail or a document, save the text (.txt).";

export const fileErrors = {
  notFound: (role: FileRole, nearest: string | undefined) =>
    `no such ${FILE_ROLE[role]}${orMeant(nearest)} | ${NOT_FOUND_HINT[role] ?? CHECK_THE_NAME}`,
  isDirectory: `is a folder, not a file
    | Give a file of that folder. Only a suppression list may be a folder: every list in it is read.`,
  noFolder: "the folder for this output does not exist | Create the folder first.",
  cannotRead: (code: string) => `can't be read: ${system(code)} | ${READ_HINT[code] ?? CHECK_WHO_READS}`,
  cannotWrite: (code: string, standing: readonly string[] = []) => `can't be written: ${system(code)}
    | ${standing.length === 0 ? "" : `It may have got a part of the clean list. Written already, and to be replaced: ${standing.join(", ")}. `}${writeHint(code)}, then try again.`,
  fileTooLong: (bytes: number) => `is longer than ${sizeText(bytes)}: it is probably another kind of file
    | Check the name: this must be a small file, not a list and not a device.`,
  closedPipe: "the program that reads the output has closed it",
  outputExists: `exists already; nothing was overwritten
    | Choose another name, or add ${option("force", true)} to replace it.`,
  folderExists: "already exists; nothing was changed | Give another folder: svscrub demo FOLDER",
  brokenLink: "is a link to a file that does not exist | Remove the link, or write to another file.",
  outputIsInput: (input: string) =>
    `is also an input (${input}) | Write to another file: a run never overwrites what it reads.`,
  outputNamedTwice: "is given for two outputs | Give each output its own name.",
  lockBusy: (lock: string) => `another process is writing to it
    | Try again when that process has finished. If no process on any machine is writing, remove ${lock}.`,
  notARunLog: `is not a run log of svscrub; nothing was appended to it
    | Give a new file, or a log that earlier runs wrote with ${option("log")}.`,
  spreadsheet: `is a kind of spreadsheet that svscrub can't read
    | Open it and save it as .xlsx or as CSV (UTF-8), or move it out of the folder.`,
  packedWorkbook: `is a workbook, but must be text here
    | If it is compressed, unpack it first: gunzip FILE. Numbers one a line must be a text file.`,
  gzipDamaged: (fault: GzipFault) => `${GZIP_FAULT[fault]} | Copy or export it again. To check it: gzip -t FILE.`,
  utf16Cut: "is UTF-16, and a character is not complete here | It is cut off or damaged. Copy or export it again.",
  mixedEncodings: `is UTF-16, but a part of it is in another encoding
    | Something was probably appended to it. Open it, fix the garbled part, and save it in one encoding.`,
  emptyFile: "is empty | The program that writes it probably failed. Check that program first.",
  headerTooLong: (bytes: number) => `the first record is longer than ${sizeText(bytes)}
    | It is probably not a CSV file. Check that this is the right file.`,
  unclosedQuote: `a quote opens here and is never closed
    | Close the quote or remove it. Inside a quoted cell, write a quote twice ("").`,
  recordTooLong: (bytes: number) => `the record that begins here is longer than ${sizeText(bytes)}
    | Usually a quote is not closed, or the file is not CSV.`,
  mostlyBroken: (
    broken: number,
    records: number,
    width: number,
    hasHeader: boolean,
    splitter: string | undefined,
  ) => `${number(broken)} of ${count(records, "record", "records")} have another number of cells than ${hasHeader ? "the header" : "the others"} (${number(width)}), or text after a closing quote (this is the first)
    | ${splitHint(splitter)}`,
  columnsInOne: (isNamed: boolean, splitter: string | undefined) =>
    isNamed
      ? `one cell of the header has several names: its columns can't be told apart | ${splitHint(splitter)}`
      : `each line is read as 1 cell, but many hold more than a phone number, which would be lost (this is the first)
        | ${splitHint(splitter)} To keep lines as they are, add ${option("phone-format", "original")}.`,
  loneReturns: `some lines end with CR and others with LF
    | Save it with one kind of line end, for example: tr -s '\\r' '\\n' <FILE >NEW`,
  noList: (form: NoList) =>
    `is ${NO_LIST[form] ?? form}, not a list of numbers or a CSV | ${form === "PDF" ? PDF_HINT : NO_LIST_HINT}`,
  notText: `is not text: it has zero bytes
    | Check that this is the right file. If it is UTF-16, add ${option("encoding", "utf-16le")} (for a suppression list, NAME=utf-16le).`,
  /** `said`: by --encoding; `marked`: by the byte order mark. */
  encodingContradicted: (
    said: string,
    marked: string,
  ) => `${option("encoding")} says ${said}, but its byte order mark says ${marked}
    | Leave ${option("encoding")} out for this list: the byte order mark is enough.`,
  byteOrderUnknown: `nobody can tell which kind of UTF-16 it is
    | Add ${option("encoding", "utf-16le")} (Windows, Excel) or utf-16be.`,
  changedWhileRead: "changed while it was read | Wait until it is completely written, then try again.",
  lateMark: `says not to contact a number that an earlier record was kept for, and that record is written already
    | Write the clean list to a file, which can be begun again: add ${option("output", "FILE")}.`,
  archive: "is an archive in a folder of suppression lists | Unpack it, or move it out of the folder.",
  zip: "is an archive (ZIP) | Unpack it and use the files in it.",
  noHeaderThere: (isSheet: boolean) => `there is no header in this ${isSheet ? "row" : "line"}
    | It is blank, or the list ends before it. Give ${option("header-row")} the number of the ${isSheet ? "sheet's row" : "file's line"}, counted from 1 with blank ones.`,
  headerHoldsNumber: (isSheet: boolean) => `this ${isSheet ? "row" : "line"} holds a phone number, so it is no header
    | Give ${option("header-row")} the number of the ${isSheet ? "row" : "line"} that names the columns.`,
  headerInDoubt: ({ why, upper, lower, isOfTwoRows }: HeaderDoubt, isSheet: boolean, name: string | undefined) => {
    const row = isSheet ? "row" : "line";
    const leavesOut = "which leaves out what is above it";
    if (why === "holds-number")
      return `${row} ${number(upper)} holds a number, and what else it holds may be the names of the columns
        | If it is the header, add ${headerRowAt(upper, name)}; if it is a record, add ${withoutHeader(name)}.`;
    if (why === "two-headers")
      return `${row} ${number(upper)} may be the header, and so may ${row} ${number(lower)}
        | Add ${isOfTwoRows ? "" : `${headerRowAt(upper, name)}, or `}${headerRowAt(lower, name)}, ${leavesOut}.`;
    return `${row} ${number(lower)} seems to be the header, and ${row} ${number(upper)} above it a record
      | Add ${headerRowAt(lower, name)}, ${leavesOut}. If ${row} ${number(upper)} is a record, move it below the header first.`;
  },
};
