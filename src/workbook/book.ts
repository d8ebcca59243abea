// The workbook around its sheets: which sheets there are, where their parts stand, what they share. By the relations
// between its parts, as Office Open XML has them, and by no name of a file.

import { ScrubError } from "../errors.js";
import type { PositionedFile } from "../files/positioned.js";
import { EntryReader } from "./entry-reader.js";
import { type BookTerms, damaged, type OtherWorkbook } from "./fault.js";
import { SharedStrings } from "./shared-strings.js";
import { type CellStyles, NO_STYLES, readStyles } from "./styles.js";
import { isMain, nameCode, Token, XmlReader } from "./xml-reader.js";
import { openZip, type ZipArchive } from "./zip.js";

/** How a sheet shows itself: a very hidden one is not even offered to be shown. */
export type Visibility = "visible" | "hidden" | "very-hidden";

export interface SheetEntry {
  name: string;
  /** Among all sheets of the workbook, from 1, those that hold no cells too. */
  position: number;
  visibility: Visibility;
  /** The part of the archive; undefined for a sheet without cells (a chart, a dialogue). */
  part: string | undefined;
}

export interface Workbook {
  archive: ZipArchive;
  terms: BookTerms;
  sheets: readonly SheetEntry[];
  /** Days count from 1904, as on old Macs. */
  is1904: boolean;
  /** What formulas have stored is to be calculated anew: the program that wrote it did not calculate. */
  isUncalculated: boolean;
  styles: CellStyles;
  stringsPart: string | undefined;
}

/** The most bytes of the parts that are read whole. */
const MOST_PART_BYTES = 64 * 1024 * 1024;

const code = {
  workbook: nameCode("workbook"),
  workbookPr: nameCode("workbookPr"),
  date1904: nameCode("date1904"),
  sheets: nameCode("sheets"),
  sheet: nameCode("sheet"),
  calcPr: nameCode("calcPr"),
  fullCalcOnLoad: nameCode("fullCalcOnLoad"),
  name: nameCode("name"),
  state: nameCode("state"),
  id: nameCode("id"),
  relationship: nameCode("Relationship"),
  relationshipId: nameCode("Id"),
  type: nameCode("Type"),
  target: nameCode("Target"),
  targetMode: nameCode("TargetMode"),
};

interface Relation {
  id: string;
  /** The last word of its type: `worksheet`, `styles`. */
  kind: string;
  /** A part's name; undefined where it points out of the archive. */
  part: string | undefined;
}

/** Opens the workbook in a ZIP. A ZIP that holds something else is refused by what it is. */
export async function openWorkbook(file: PositionedFile, terms: BookTerms): Promise<Workbook> {
  const archive = openZip(file, terms);
  await refuseOthers(archive);
  const [root] = (await relationsOf(archive, "")).filter(({ kind }) => kind === "officeDocument");
  if (root === undefined) throw damaged(terms, "no-part", "_rels/.rels");
  const main = partOf(archive, root);
  if (/\.bin$/i.test(main)) throw otherWorkbook(terms, "xlsb");
  const relations = await relationsOf(archive, main);
  const said = await readMain(archive, main);
  const sheets = said.sheets.map(({ id, ...sheet }) => {
    // A module of old macros points to nothing.
    if (id === "") return { ...sheet, part: undefined };
    const relation = relations.find((it) => it.id === id);
    if (relation === undefined) throw damaged(terms, "no-part", main);
    const hasCells = relation.kind === "worksheet";
    return { ...sheet, part: hasCells ? partOf(archive, relation) : undefined };
  });
  // Unless a sheet has lost where its cells stand.
  const isClaimed = ({ id, kind }: Relation) => kind !== "worksheet" || said.sheets.some((sheet) => sheet.id === id);
  if (said.sheets.some(({ id }) => id === "") && !relations.every(isClaimed)) throw damaged(terms, "no-part", main);
  const parts = sheets.flatMap(({ part }) => part?.toLowerCase() ?? []);
  if (new Set(parts).size < parts.length) throw damaged(terms, "twice", main);
  const only = (kind: string): string | undefined => {
    const found = relations.filter((relation) => relation.kind === kind);
    if (found.length > 1) throw damaged(terms, "twice", main);
    return found[0] && partOf(archive, found[0]);
  };
  const stylesPart = only("styles");
  return {
    archive,
    terms,
    sheets,
    is1904: said.is1904,
    isUncalculated: said.isUncalculated,
    styles: stylesPart === undefined ? NO_STYLES : readStyles(await xmlOf(archive, stylesPart)),
    stringsPart: only("sharedStrings"),
  };
}

export function otherWorkbook({ exitCode, file }: Omit<BookTerms, "maxBytes">, kind: OtherWorkbook): ScrubError {
  return new ScrubError(exitCode, "otherWorkbook", [kind], { file });
}

/** The texts that its sheets share, not read yet. */
export function stringsOf({ archive, terms, stringsPart }: Workbook): SharedStrings {
  return new SharedStrings(
    stringsPart === undefined ? undefined : readerOf(archive, stringsPart),
    terms,
    stringsPart ?? "xl/sharedStrings.xml",
  );
}

export function readerOf(archive: ZipArchive, part: string): EntryReader {
  const entry = archive.entries.get(part.toLowerCase());
  if (entry === undefined) throw damaged(archive.terms, "no-part", part);
  return new EntryReader(archive, entry);
}

/** A small part, whole. */
export async function xmlOf(archive: ZipArchive, part: string): Promise<XmlReader> {
  const xml = new XmlReader((fault) => damaged(archive.terms, fault, part));
  xml.feed(await readerOf(archive, part).all(MOST_PART_BYTES));
  xml.feed(undefined);
  return xml;
}

/** What a part (`""`: the archive) points to. */
export async function relationsOf(archive: ZipArchive, of: string): Promise<Relation[]> {
  const at = of.lastIndexOf("/") + 1;
  const part = `${of.slice(0, at)}_rels/${of.slice(at)}.rels`;
  if (!archive.entries.has(part.toLowerCase())) return [];
  const xml = await xmlOf(archive, part);
  const relations: Relation[] = [];
  for (let token = xml.next(); token !== Token.done; token = xml.next()) {
    if (token !== Token.start || xml.depth !== 2 || xml.name !== code.relationship) continue;
    const type = xml.value(code.type) ?? "";
    const isOutside = xml.value(code.targetMode) === "External";
    relations.push({
      id: xml.value(code.relationshipId) ?? "",
      kind: type.slice(type.lastIndexOf("/") + 1),
      part: isOutside ? undefined : resolvePart(of, xml.value(code.target) ?? ""),
    });
  }
  if (new Set(relations.map(({ id }) => id)).size < relations.length) throw damaged(archive.terms, "twice", part);
  return relations;
}

function partOf({ terms }: ZipArchive, { part }: Relation): string {
  if (part === undefined) throw damaged(terms, "outside");
  return part;
}

/** `worksheets/sheet1.xml` beside `xl/workbook.xml`, or `/xl/worksheets/sheet1.xml`. */
function resolvePart(from: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const steps = path.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(decodeStep(step));
  }
  return steps.join("/");
}

function decodeStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** What other programs pack into a ZIP. */
async function refuseOthers(archive: ZipArchive): Promise<void> {
  const { entries, terms, names } = archive;
  const has = (name: string) => entries.has(name.toLowerCase());
  if (has("mimetype")) {
    const type = (await readerOf(archive, "mimetype").all(MOST_PART_BYTES)).toString("latin1");
    throw otherWorkbook(terms, type.includes("spreadsheet") ? "ods" : "document");
  }
  if (names.some((name) => /^Index(?:\.zip$|\/.*\.iwa$)/i.test(name)))
    throw otherWorkbook(terms, names.some((name) => /^Index\/Tables\//i.test(name)) ? "numbers" : "document");
  if (has("xl/workbook.bin")) throw otherWorkbook(terms, "xlsb");
  if (has("word/document.xml") || has("ppt/presentation.xml")) throw otherWorkbook(terms, "document");
  if (!has("[Content_Types].xml")) {
    // Half of a workbook is none, but it is no archive of lists either.
    if (names.some((name) => /^(?:xl|_rels)\//i.test(name))) throw damaged(terms, "no-part", "[Content_Types].xml");
    throw new ScrubError(terms.exitCode, "zip", [], { file: terms.file });
  }
}

async function readMain(archive: ZipArchive, part: string) {
  const xml = await xmlOf(archive, part);
  const sheets: { name: string; position: number; visibility: Visibility; id: string | undefined }[] = [];
  let [is1904, isUncalculated] = [false, false];
  let section = 0;
  for (let token = xml.next(); token !== Token.done; token = xml.next()) {
    if (token !== Token.start) continue;
    const { name, depth } = xml;
    if (depth === 1 && (name !== code.workbook || !isMain(xml))) throw damaged(archive.terms, "xml", part);
    if (depth === 2) {
      section = name;
      if (name === code.workbookPr) is1904 = isTrue(xml.value(code.date1904));
      if (name === code.calcPr) isUncalculated = isTrue(xml.value(code.fullCalcOnLoad));
    }
    if (depth === 3 && section === code.sheets && name === code.sheet)
      sheets.push({
        name: xml.value(code.name) ?? "",
        position: sheets.length + 1,
        visibility: visibilityOf(xml.value(code.state)),
        id: xml.prefixedValue(code.id),
      });
  }
  return { sheets, is1904, isUncalculated };
}

/** A sheet's name as it may be shown: its position where the name could be somebody's number, or holds what a terminal obeys. */
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
