// Opens the text of a list: a workbook's sheet as CSV, or the file's own text. The first bytes decide.

import { ExitCode, ScrubError } from "../errors.js";
import { type InputFile, openInput, RegularInput, StreamInput } from "../files/input.js";
import { type ByteSource, ChunkSource, type PeekedSource } from "../files/source.js";
import { openText, type TypedEncoding, type Wrapping } from "../files/text-source.js";
import type { SheetEntry } from "../workbook/book.js";
import { type BookTerms, DEFAULT_MAX_SIZE, SIGNATURE_BYTES, signatureOf } from "../workbook/faults.js";
import type { SheetReading, SheetRows, StruckRow } from "../workbook/sheet.js";
import { namesOptOuts } from "./marks.js";

export type OpenedSheet = Awaited<ReturnType<typeof openSheet>>["sheet"];
export type SheetToRead = OpenedSheet["toRead"];

/** Returns a sheet that was read to its end, for the report. */
export function sheetRead({ sheet }: { sheet: OpenedSheet | undefined }) {
  if (sheet === undefined) return null;
  return { position: sheet.toRead.position, name: sheet.name, range: sheet.facts.range };
}

export interface OpenedSource {
  /** The file, or its spooled copy. Closing it closes everything. */
  file: InputFile;
  source: ByteSource & Partial<PeekedSource>;
  wrapping: Wrapping;
  sheet: OpenedSheet | undefined;
}

export interface SourceOverrides {
  delimiter?: number | undefined;
  encoding?: TypedEncoding | undefined;
  sheet?: string | number | undefined;
  /** Which of all visible sheets this is, if all are read. The first one's report names the hidden ones. */
  ofSheets?: "first" | "other";
  /** The most bytes that a workbook may unpack to. */
  maxBytes?: number;
  /** Whether hidden rows and columns, and formulas without a value, are refused. */
  refusesHidden?: boolean;
  /** Whether texts that look like numbers or dates are quoted, to distinguish them from cells that are. */
  tellsTypes?: boolean;
  /** The list's name in options; undefined if options mean it without one. */
  name?: string | undefined;
}

export async function openSource(
  file: InputFile,
  exitCode: ExitCode,
  overrides: SourceOverrides,
): Promise<OpenedSource> {
  const signature = signatureOf(await file.peek(SIGNATURE_BYTES));
  if (signature === undefined) {
    if (overrides.sheet !== undefined) throw new ScrubError(ExitCode.usage, "notWorkbook", [], { file: file.path });
    return { file, ...(await openText(file, overrides.encoding, file.path, exitCode)), sheet: undefined };
  }
  const input = file instanceof StreamInput ? await spooled(file) : (file as RegularInput);
  try {
    if (signature === "compound") await refuseCompound(input, { file: file.path, exitCode });
    return { file: input, ...(await openSheet(input, exitCode, overrides)) };
  } catch (error) {
    if (input !== file) input.close();
    throw error;
  }
}

/** Spools a stream into a file, which can be read at any position. Only the returned input keeps the file open. */
async function spooled(stream: StreamInput): Promise<RegularInput> {
  const spool = await stream.spoolAll();
  const input = spool.open();
  spool.close();
  return input;
}

/** Opens the same sheet again from its first row. `raw`: the file before any was read, which is read along. */
export async function reopenSheet(
  raw: RegularInput,
  toRead: SheetToRead,
  terms: Omit<BookTerms, "maxBytes">,
): Promise<SheetWithFile> {
  const [{ openWorkbook }, { SheetRows }] = await workbookRoom();
  const book = await openWorkbook(raw, { ...terms, maxBytes: toRead.maxBytes });
  return new SheetWithFile(new SheetRows(book, book.sheets[toRead.position - 1]!, toRead.reading), raw);
}

/** Reads a sheet, and its file along with it, for the digest and the progress. */
export class SheetWithFile implements ByteSource {
  readonly #scratch = new Uint8Array(64 * 1024);
  readonly #csv: ByteSource;
  #position = 0;

  constructor(
    readonly sheet: SheetRows,
    private readonly raw: ByteSource,
  ) {
    this.#csv = new ChunkSource(sheet.bytes());
  }

  async read(into: Uint8Array, offset: number, length: number): Promise<number> {
    const count = await this.#csv.read(into, offset, length);
    await this.#readAlong(count === 0 ? Number.POSITIVE_INFINITY : this.sheet.position);
    return count;
  }

  async #readAlong(position: number): Promise<void> {
    while (this.#position < position) {
      const wanted = Math.min(this.#scratch.length, position - this.#position);
      const count = await this.raw.read(this.#scratch, 0, wanted);
      if (count === 0) return;
      this.#position += count;
    }
  }
}

/** Whether a file, not a stream, begins as a workbook does. */
export async function isWorkbook(path: string, exitCode: ExitCode): Promise<boolean> {
  const file = openInput(path, exitCode);
  try {
    return file instanceof RegularInput && signatureOf(await file.peek(SIGNATURE_BYTES)) === "zip";
  } finally {
    file.close();
  }
}

function workbookRoom() {
  return Promise.all([import("../workbook/book.js"), import("../workbook/sheet.js"), import("../workbook/choose.js")]);
}

async function openSheet(file: RegularInput, exitCode: ExitCode, overrides: SourceOverrides) {
  refuseTextOptions(overrides, file.path);
  const maxBytes = overrides.maxBytes ?? DEFAULT_MAX_SIZE;
  const terms = { file: file.path, exitCode, maxBytes };
  const unseen = overrides.refusesHidden ? "refused" : "counted";
  const [
    { commentsOf, isTableFiltered, openWorkbook, shownSheet },
    { layoutOf, SheetRows },
    { chooseSheet, filledSheets },
  ] = await workbookRoom();
  const book = await openWorkbook(file, terms);
  const { ofSheets, sheet: wanted, name } = overrides;
  const sheet = await chooseSheet(book, wanted, !overrides.refusesHidden, name, namesOptOuts);
  const others = ofSheets === "other" ? [] : (await filledSheets(book)).filter((it) => it !== sheet);
  const optOuts = unseen === "refused" ? others.filter((it) => namesOptOuts(it.name)) : [];
  const isHidden = (it: SheetEntry) => it.visibility !== "visible" && !optOuts.includes(it);
  if (unseen === "refused" && (await isTableFiltered(book, sheet)))
    throw new ScrubError(exitCode, "sheetFiltered", [], { file: file.path, sheet: shownSheet(sheet) });
  const struck = new Map<number, StruckRow>();
  const layout = await layoutOf(book, sheet, { unseen, struck });
  const comments = unseen === "refused" ? await commentsOf(book, sheet) : [];
  if (layout === undefined)
    throw new ScrubError(exitCode, "emptySheet", [], { file: file.path, sheet: shownSheet(sheet) });
  const reading: SheetReading = { unseen, layout, tellsTypes: overrides.tellsTypes === true };
  const rows = new SheetRows(book, sheet, reading);
  return {
    source: new SheetWithFile(rows, file),
    wrapping: { gzip: false, utf16: undefined },
    sheet: {
      name: shownSheet(sheet),
      // What another thread needs to read the same sheet; its position among the workbook's sheets is from 1.
      toRead: { position: sheet.position, layout, reading, maxBytes },
      facts: rows.facts,
      // Hidden sheets with values, if `--sheet` named none.
      passedOver: wanted === undefined || ofSheets === "first" ? others.filter(isHidden).map(shownSheet) : [],
      // The other sheets of a phone list's workbook that are suppression lists by their names.
      optOuts: optOuts.map(shownSheet),
      // Other sheets of the workbook are lists, too.
      isOneOfSheets: ofSheets !== undefined,
      // Struck-through cells by row, and comments, of a phone list.
      marks: unseen === "refused" && struck.size + comments.length > 0 ? { struck, comments } : undefined,
    },
  };
}

async function refuseCompound(file: RegularInput, terms: Omit<BookTerms, "maxBytes">): Promise<never> {
  const { refusedCompound } = await import("../workbook/book.js");
  throw refusedCompound(file, terms);
}

function refuseTextOptions({ delimiter, encoding }: SourceOverrides, file: string): void {
  const option = delimiter !== undefined ? "--delimiter" : encoding !== undefined ? "--encoding" : undefined;
  if (option !== undefined) throw new ScrubError(ExitCode.usage, "notForWorkbook", [option], { file });
}
