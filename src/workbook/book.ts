// Opens a workbook (Office Open XML): its sheets and their parts, styles, shared texts, comments and tables.

import { posix } from "node:path";
import querystring from "node:querystring";
import { ScrubError } from "../errors.js";
import { type Archive, type BookFile, openArchive, visitPart } from "./archive.js";
import { type BookTerms, damaged, type OtherWorkbook } from "./faults.js";
import { builtInStyle, columnOf, type DateStyle, dateStyleOf } from "./values.js";
import type { Token, Visit, XmlReader } from "./xml.js";

export type Visibility = "visible" | "hidden" | "very-hidden";

export interface SheetEntry {
  name: string;
  /** Its position among all sheets, from 1. */
  position: number;
  visibility: Visibility;
  /** Its part; undefined for a sheet without cells, such as a chart. */
  part: string | undefined;
}

export interface CellStyle {
  date: DateStyle;
  isStruck: boolean;
}

export interface Workbook {
  archive: Archive;
  terms: BookTerms;
  sheets: readonly SheetEntry[];
  is1904: boolean;
  /** Whether its formulas have zeros as stored values, to be calculated when it is opened. */
  isUncalculated: boolean;
  styles: readonly CellStyle[];
  texts: SharedTexts | undefined;
}

export interface CellComment {
  /** Its row and column, from 1. */
  row: number;
  column: number;
  text: string;
}

const SECTOR_SHIFT_AT = 30;
const DIRECTORY_AT = 48;
const DIRECTORY_BYTES = 16 * 1024;
/** Matches a shared text as nearly every program writes it. */
const USUAL_TEXT = /<si><t(?: xml:space="preserve")?>([^<&\r]*)<\/t><\/si>/y;
const BLOCK = 4096;
const MOST_TEXT = 512 * 1024 * 1024;

interface Relation {
  id: string;
  /** The last part of its type: `worksheet`, `styles`. */
  kind: string;
  /** The part that it leads to; undefined for a target outside the archive. */
  part: string | undefined;
}

export async function openWorkbook(file: BookFile, terms: BookTerms): Promise<Workbook> {
  const archive = await openArchive(file, terms);
  refuseOthers(archive);
  const main = (await relationsOf(archive, "")).find(({ kind }) => kind === "officeDocument")?.part;
  if (main === undefined) throw damaged(terms, "no-part", "_rels/.rels");
  const relations = await relationsOf(archive, main);
  const { sheets: named, ...settings } = await readMain(archive, main);
  const sheets = named.map(({ id, ...sheet }) => {
    const relation = relations.find((it) => it.id === id);
    if (relation?.part === undefined) throw damaged(terms, "no-part", main);
    return { ...sheet, part: relation.kind === "worksheet" ? relation.part : undefined };
  });
  const parts = sheets.flatMap(({ part }) => part?.toLowerCase() ?? []);
  if (new Set(parts).size < parts.length) throw damaged(terms, "archive", main);
  const only = (wanted: string): string | undefined => {
    const found = relations.filter(({ kind }) => kind === wanted);
    if (found.length > 1 || found.some(({ part }) => part === undefined)) throw damaged(terms, "archive", main);
    return found[0]?.part;
  };
  const [styles, texts] = [only("styles"), only("sharedStrings")];
  return {
    ...{ archive, terms, sheets, ...settings },
    styles: styles === undefined ? [] : await readStyles(archive, styles),
    texts: texts === undefined ? undefined : await readTexts(archive, texts),
  };
}

/** Returns the refusal of an Excel 97–2003 file, or of a workbook with a password. */
export function refusedCompound(file: BookFile, terms: Omit<BookTerms, "maxBytes">): ScrubError {
  const header = Buffer.alloc(512);
  file.readAt(header, 0, header.length, 0);
  const sectorBytes = 1 << (header.readUInt16LE(SECTOR_SHIFT_AT) & 0xf);
  const directory = Buffer.alloc(DIRECTORY_BYTES);
  file.readAt(directory, 0, directory.length, (header.readUInt32LE(DIRECTORY_AT) + 1) * sectorBytes);
  const names = directory.toString("utf16le");
  if (names.includes("EncryptedPackage")) return otherWorkbook(terms, "encrypted");
  return otherWorkbook(terms, /\b(?:Workbook|Book)\b/.test(names) ? "xls" : "other");
}

function otherWorkbook({ exitCode, file }: Omit<BookTerms, "maxBytes">, kind: OtherWorkbook): ScrubError {
  return new ScrubError(exitCode, "otherWorkbook", [kind], { file });
}

/** Refuses archives that hold no workbook. */
function refuseOthers({ entries, terms }: Archive): void {
  const names = [...entries.keys()];
  if (names.includes("mimetype")) throw otherWorkbook(terms, "ods");
  if (names.some((name) => /^(?:xl\/workbook\.bin$|(?:word|ppt|index)\/|index\.zip$)/.test(name)))
    throw otherWorkbook(terms, "other");
  if (names.includes("[content_types].xml")) return;
  if (names.some((name) => /^(?:xl|_rels)\//.test(name))) throw damaged(terms, "no-part", "[Content_Types].xml");
  throw new ScrubError(terms.exitCode, "zip", [], { file: terms.file });
}

/** Returns the relations of a part, or of the archive (`""`). */
async function relationsOf(archive: Archive, of: string): Promise<Relation[]> {
  const at = of.lastIndexOf("/") + 1;
  const part = `${of.slice(0, at)}_rels/${of.slice(at)}.rels`;
  const relations: Relation[] = [];
  if (!archive.entries.has(part.toLowerCase())) return relations;
  await visitPart(archive, part, ({ path, attributes }, token) => {
    if (token !== "start" || path !== "Relationship") return;
    const isOutside = attributes.get("TargetMode") === "External";
    relations.push({
      id: attributes.get("Id") ?? "",
      kind: attributes.get("Type")?.replace(/^.*\//, "") ?? "",
      part: isOutside ? undefined : resolvePart(of, attributes.get("Target") ?? ""),
    });
  });
  if (new Set(relations.map(({ id }) => id)).size < relations.length) throw damaged(archive.terms, "archive", part);
  return relations;
}

/** Resolves `worksheets/sheet1.xml` next to `xl/workbook.xml`, or `/xl/worksheets/sheet1.xml`. */
function resolvePart(from: string, target: string): string {
  return posix.resolve("/", posix.dirname(from), querystring.unescape(target.replaceAll("\\", "/"))).slice(1);
}

async function readMain(archive: Archive, part: string) {
  const sheets: { name: string; position: number; visibility: Visibility; id: string | undefined }[] = [];
  let [is1904, isUncalculated] = [false, false];
  await visitPart(archive, part, (xml, token) => {
    if (token !== "start") return;
    if (xml.depth === 1) xml.expectRoot("workbook");
    if (xml.path === "workbookPr") is1904 = isTrue(xml.attributes.get("date1904"));
    if (xml.path === "calcPr") isUncalculated = isTrue(xml.attributes.get("fullCalcOnLoad"));
    if (xml.path !== "sheets/sheet") return;
    const { attributes } = xml;
    const id = [...attributes].find(([name]) => name.endsWith(":id"))?.[1];
    const state = attributes.get("state");
    const visibility = state === "veryHidden" ? "very-hidden" : state === "hidden" ? "hidden" : "visible";
    sheets.push({ name: attributes.get("name") ?? "", position: sheets.length + 1, visibility, id });
  });
  return { sheets, is1904, isUncalculated };
}

async function readStyles(archive: Archive, part: string): Promise<CellStyle[]> {
  const formats = new Map<number, DateStyle>();
  const struckFonts = new Set<number>();
  const styles: CellStyle[] = [];
  let fonts = 0;
  await visitPart(archive, part, (xml, token) => {
    if (token !== "start") return;
    const { path, attributes } = xml;
    const number = (name: string) => Number(attributes.get(name) ?? 0);
    if (path === "numFmts/numFmt") formats.set(number("numFmtId"), dateStyleOf(attributes.get("formatCode") ?? ""));
    if (path === "fonts/font") fonts++;
    if (path === "fonts/font/strike" && isStrike(xml)) struckFonts.add(fonts - 1);
    if (path !== "cellXfs/xf") return;
    const format = number("numFmtId");
    const date = formats.has(format) ? formats.get(format) : builtInStyle(format);
    styles.push({ date, isStruck: struckFonts.has(number("fontId")) });
  });
  return styles;
}

/** Whether an element named `strike` strikes through. */
export const isStrike = ({ attributes }: XmlReader) => isTrue(attributes.get("val") ?? "1");

/** The texts that cells share. 4,096 of them are stored as one string, which takes a third of the memory. */
class SharedTexts {
  readonly #blocks: { text: string; ends: Uint32Array }[] = [];
  #added: string[] = [];
  length = 0;
  /** The indexes of texts of which a part is struck through. */
  readonly struck = new Set<number>();

  add(text: string, isStruck: boolean): void {
    if (isStruck) this.struck.add(this.#blocks.length * BLOCK + this.#added.length);
    this.length += text.length;
    if (this.#added.push(text) === BLOCK) this.finish();
  }

  /** Copies the last texts, because V8 keeps the whole string from which a text is cut. */
  finish(): void {
    let end = 0;
    const ends = Uint32Array.from(this.#added, (text) => (end += text.length));
    this.#blocks.push({ text: Buffer.from(this.#added.join("")).toString(), ends });
    this.#added = [];
  }

  at(index: number): string | undefined {
    const { text = "", ends = [] } = this.#blocks[Math.floor(index / BLOCK)] ?? {};
    const end = ends[index % BLOCK];
    return end === undefined ? undefined : text.slice(ends[(index % BLOCK) - 1] ?? 0, end);
  }
}

async function readTexts(archive: Archive, part: string): Promise<SharedTexts> {
  const { exitCode, file } = archive.terms;
  const texts = new SharedTexts();
  let text = "";
  let isStruck = false;
  const add = (stored: string) => {
    texts.add(unescaped(stored), isStruck);
    isStruck = false;
    if (texts.length > MOST_TEXT) throw new ScrubError(exitCode, "workbookTextTooLarge", [MOST_TEXT], { file });
  };
  const visit: Visit = (xml, token) => {
    const { depth, path } = xml;
    if (path === "si" && token === "start") text = "";
    else if (path === "si" && token === "end") add(text);
    else if (path === "si/r/rPr/strike" && token === "start") isStruck ||= isStrike(xml);
    else if (path.startsWith("si/")) text += textIn(xml, token, "si/");
    else if (depth === 1 && token === "start") xml.expectRoot("sst");
    else if (!isBlank(xml, token) && !/^extLst(?:\/|$)/.test(path)) throw xml.fail("xml");
  };
  await visitPart(archive, part, visit, { inside: "", pattern: USUAL_TEXT, read: ([, stored]) => add(stored!) });
  texts.finish();
  return texts;
}

/** Whether a token neither has text nor begins an element inside the root. */
export function isBlank({ text, depth }: XmlReader, token: Token): boolean {
  return token === "text" ? text.trim() === "" : token === "end" || depth === 1;
}

/** Matches the paths of formats and phonetic hints, which are no part of a text. */
const NO_TEXT = /^(?:r\/rPr|rPh|phoneticPr|extLst)(?:\/|$)/;

/** Returns the text of a token below the path `inside`, plain or in runs. Refuses unknown elements, which could hold text. */
export function textIn(xml: XmlReader, token: Token, inside: string): string {
  const path = xml.path.slice(inside.length);
  const isText = path === "t" || path === "r/t";
  if (token === "text" && isText) return xml.text;
  const isKnown = isText || path === "r";
  if (!isBlank(xml, token) && !NO_TEXT.test(path) && !(token === "start" && isKnown)) throw xml.fail("xml");
  return "";
}

/** Replaces `_x000D_` and the like, which stand for characters that XML can't hold. NUL stays escaped. */
export function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x(?!0000)([\da-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

export async function isTableFiltered({ archive }: Workbook, sheet: SheetEntry): Promise<boolean> {
  let isFiltered = false;
  for (const part of await relatedParts(archive, sheet, "table"))
    await visitPart(archive, part, ({ path }) => {
      isFiltered ||= path.startsWith("autoFilter/filterColumn/");
    });
  return isFiltered;
}

/** Returns the comments of a sheet's cells. A thread replaces the old comment of its cell, which repeats its texts. */
export async function commentsOf({ archive }: Workbook, sheet: SheetEntry): Promise<CellComment[]> {
  const texts = new Map<string, string>();
  for (const kind of ["comments", "threadedComment"])
    for (const part of await relatedParts(archive, sheet, kind)) {
      const comments = new Map<string, string>();
      let ref = "";
      await visitPart(archive, part, (xml, token) => {
        if (token === "start" && /(?:^|\/)(?:comment|threadedComment)$/.test(xml.path)) {
          ref = xml.attributes.get("ref") ?? "";
          comments.set(ref, comments.has(ref) ? `${comments.get(ref)}\n` : "");
        }
        const isText = token === "text" && /(?:^|\/)(?:t|text)$/.test(xml.path);
        if (isText) comments.set(ref, (comments.get(ref) ?? "") + xml.text);
      });
      for (const [place, text] of comments) texts.set(place, text);
    }
  return [...texts].flatMap(([ref, text]) => {
    const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/i.exec(ref) ?? [];
    return letters === undefined ? [] : [{ row: Number(row), column: columnOf(letters), text }];
  });
}

async function relatedParts(archive: Archive, sheet: SheetEntry, wanted: string): Promise<string[]> {
  return (await relationsOf(archive, sheet.part!)).flatMap(({ kind, part }) => (kind === wanted && part ? [part] : []));
}

/** Returns a sheet's name without control characters; its position if the name could be a phone number. */
export function shownSheet({ name, position }: Pick<SheetEntry, "name" | "position">): string {
  const shown = name.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return shown === "" || shown.replace(/\P{Nd}/gu, "").length >= 7 ? String(position) : shown;
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}
