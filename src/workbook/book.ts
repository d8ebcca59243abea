// Opens a workbook: its sheets, their parts, and what they share, by the relations between its parts (Office Open XML).

import { posix } from "node:path";
import querystring from "node:querystring";
import { ScrubError } from "../errors.js";
import { type Archive, type BookFile, openArchive, visitPart } from "./archive.js";
import { type BookTerms, damaged, type OtherWorkbook } from "./fault.js";
import { type CellStyles, NO_STYLES, readStyles } from "./styles.js";
import { type SharedTexts, sharedTexts } from "./texts.js";
import { Token } from "./xml.js";

export type Visibility = "visible" | "hidden" | "very-hidden";

export interface SheetEntry {
  name: string;
  /** Among all sheets, from 1. */
  position: number;
  visibility: Visibility;
  /** Undefined for a sheet without cells, such as a chart. */
  part: string | undefined;
}

export interface Workbook {
  archive: Archive;
  terms: BookTerms;
  sheets: readonly SheetEntry[];
  is1904: boolean;
  /** The program that wrote it stored zeros for formulas, to be calculated when it is opened. */
  isUncalculated: boolean;
  styles: CellStyles;
  texts: SharedTexts | undefined;
}

const SECTOR_SHIFT_AT = 30;
const DIRECTORY_AT = 48;
const DIRECTORY_BYTES = 16 * 1024;

interface Relation {
  id: string;
  /** `worksheet`, `styles` */
  kind: string;
  /** Undefined for a target outside the archive. */
  part: string | undefined;
}

export async function openWorkbook(file: BookFile, terms: BookTerms): Promise<Workbook> {
  const archive = await openArchive(file, terms);
  refuseOthers(archive);
  const [root] = (await relationsOf(archive, "")).filter(({ kind }) => kind === "officeDocument");
  const main = root?.part;
  if (main === undefined) throw damaged(terms, "no-part", "_rels/.rels");
  const relations = await relationsOf(archive, main);
  const { sheets: said, ...settings } = await readMain(archive, main);
  const sheets = said.map(({ id, ...sheet }) => {
    const relation = relations.find((it) => it.id === id);
    if (relation?.part === undefined) throw damaged(terms, "no-part", main);
    return { ...sheet, part: relation.kind === "worksheet" ? relation.part : undefined };
  });
  const parts = sheets.flatMap(({ part }) => part?.toLowerCase() ?? []);
  if (new Set(parts).size < parts.length) throw damaged(terms, "headers", main);
  const only = (kind: string): string | undefined => {
    const found = relations.filter((relation) => relation.kind === kind);
    if (found.length > 1 || found.some(({ part }) => part === undefined)) throw damaged(terms, "headers", main);
    return found[0]?.part;
  };
  const [styles, texts] = [only("styles"), only("sharedStrings")];
  return {
    archive,
    terms,
    sheets,
    ...settings,
    styles: styles === undefined ? NO_STYLES : await readStyles(archive, styles),
    texts: texts === undefined ? undefined : await sharedTexts(archive, texts),
  };
}

/** Refuses a file of Excel 97–2003, or of a workbook with a password, by the beginning of its directory. */
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

/** The relations of a part, or of the archive (`""`). */
export async function relationsOf(archive: Archive, of: string): Promise<Relation[]> {
  const at = of.lastIndexOf("/") + 1;
  const part = `${of.slice(0, at)}_rels/${of.slice(at)}.rels`;
  const relations: Relation[] = [];
  if (!archive.entries.has(part.toLowerCase())) return relations;
  await visitPart(archive, part, (xml, token) => {
    if (token !== Token.start || xml.depth !== 2 || xml.name !== "Relationship") return;
    const { attributes } = xml;
    const isOutside = attributes.get("TargetMode") === "External";
    relations.push({
      id: attributes.get("Id") ?? "",
      kind: attributes.get("Type")?.replace(/^.*\//, "") ?? "",
      part: isOutside ? undefined : resolvePart(of, attributes.get("Target") ?? ""),
    });
  });
  if (new Set(relations.map(({ id }) => id)).size < relations.length) throw damaged(archive.terms, "headers", part);
  return relations;
}

/** `worksheets/sheet1.xml` next to `xl/workbook.xml`, or `/xl/worksheets/sheet1.xml`. */
function resolvePart(from: string, target: string): string {
  return posix.resolve("/", posix.dirname(from), querystring.unescape(target.replaceAll("\\", "/"))).slice(1);
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

async function readMain(archive: Archive, part: string) {
  const sheets: { name: string; position: number; visibility: Visibility; id: string | undefined }[] = [];
  let [is1904, isUncalculated] = [false, false];
  await visitPart(archive, part, (xml, token) => {
    if (token !== Token.start) return;
    if (xml.depth === 1) xml.expectRoot("workbook");
    const path = xml.path(1);
    if (path === "workbookPr") is1904 = isTrue(xml.value("date1904"));
    if (path === "calcPr") isUncalculated = isTrue(xml.value("fullCalcOnLoad"));
    if (path !== "sheets/sheet") return;
    const { attributes } = xml;
    const id = [...attributes].find(([name]) => name.endsWith(":id"))?.[1];
    const visibility = visibilityOf(attributes.get("state"));
    sheets.push({ name: attributes.get("name") ?? "", position: sheets.length + 1, visibility, id });
  });
  return { sheets, is1904, isUncalculated };
}

/** A sheet's name without control characters; its position if the name could be a phone number. */
export function shownSheet({ name, position }: Pick<SheetEntry, "name" | "position">): string {
  const shown = name.replace(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return shown === "" || shown.replace(/\P{Nd}/gu, "").length >= 7 ? String(position) : shown;
}

export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

function visibilityOf(state: string | undefined): Visibility {
  return state === "veryHidden" ? "very-hidden" : state === "hidden" ? "hidden" : "visible";
}
