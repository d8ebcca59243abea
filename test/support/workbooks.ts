// Workbooks for tests, made byte by byte: parts as they are given, in a ZIP as it is asked for. What a program would never
// write can be written, too.

import zlib from "node:zlib";

/** A part's name and what is in it. */
export type Parts = Readonly<Record<string, string | Buffer>>;

export interface ZipWay {
  /** Parts are not compressed. */
  stored?: boolean;
  /** Sizes and checksums stand behind the parts, as programs write them that write a stream. */
  descriptors?: boolean;
  /** Sizes have eight bytes. */
  zip64?: boolean;
  /** Behind the directory. */
  comment?: string;
}

export function zipOf(parts: Parts, { stored = false, descriptors = false, zip64 = false, comment = "" }: ZipWay = {}) {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : zlib.deflateRawSync(bytes);
    const crc = zlib.crc32(bytes);
    const flags = 0x800 | (descriptors ? 8 : 0);
    const size = (value: number) => (zip64 ? 0xffffffff : value);
    const long = zip64 ? extra64([bytes.length, packed.length]) : Buffer.alloc(0);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(zip64 ? 45 : 20, 4);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(stored ? 0 : 8, 8);
    if (!descriptors) {
      head.writeUInt32LE(crc, 14);
      head.writeUInt32LE(size(packed.length), 18);
      head.writeUInt32LE(size(bytes.length), 22);
    }
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    head.writeUInt16LE(descriptors ? 0 : long.length, 28);
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(crc, 4);
    descriptor.writeUInt32LE(packed.length, 8);
    descriptor.writeUInt32LE(bytes.length, 12);
    const local = Buffer.concat([
      ...[head, Buffer.from(name), descriptors ? Buffer.alloc(0) : long, packed],
      descriptors ? descriptor : Buffer.alloc(0),
    ]);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(zip64 ? 45 : 20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(stored ? 0 : 8, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(size(packed.length), 20);
    central.writeUInt32LE(size(bytes.length), 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt16LE(long.length, 30);
    central.writeUInt32LE(at, 42);
    centrals.push(central, Buffer.from(name), long);
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const count = Object.keys(parts).length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64 ? 0xffff : count, 8);
  end.writeUInt16LE(zip64 ? 0xffff : count, 10);
  end.writeUInt32LE(zip64 ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  const tail = zip64 ? end64(count, directory.length, at) : Buffer.alloc(0);
  return Buffer.concat([...locals, directory, tail, end, Buffer.from(comment)]);
}

function extra64(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  for (const [i, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + i * 8);
  return extra;
}

function end64(count: number, bytes: number, at: number): Buffer {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(bytes), 40);
  end.writeBigUInt64LE(BigInt(at), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at + bytes), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

/** A cell: a text, a number, a truth, nothing; or its XML without the place, `<c t="b"><v>1</v></c>`. */
export type BookCell = string | number | boolean | null | { xml: string };

export interface BookSheet {
  name?: string;
  state?: "visible" | "hidden" | "veryHidden";
  rows: readonly (readonly BookCell[])[];
  /** Where the first cell stands, from 1. */
  firstRow?: number;
  firstColumn?: number;
  /** XML before and behind the rows. */
  before?: string;
  after?: string;
  /** Attributes of a row, by its number. */
  rowAttributes?: Readonly<Record<number, string>>;
}

export interface BookWay {
  /** Texts stand in their cells, not in a part of their own. */
  inline?: boolean;
  /** Of every element of a sheet. */
  prefix?: string;
  /** Cells and rows do not say where they stand. */
  placeless?: boolean;
  is1904?: boolean;
  isUncalculated?: boolean;
  /** Number formats by the number of a style, from 1. */
  formats?: readonly string[];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One sheet of plain cells as a workbook. */
export function workbookOf(rows: BookSheet["rows"], way: BookWay & ZipWay = {}): Buffer {
  return zipOf(bookParts([{ rows }], way), way);
}

/** The parts of a workbook. */
export function bookParts(sheets: readonly BookSheet[], way: BookWay = {}): Record<string, string> {
  const strings = new Map<string, number>();
  const sheetParts = sheets.map(
    (sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet, way, strings)] as const,
  );
  const rels = sheets.map((_, i) => relation(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`));
  rels.push(relation("rIdS", "styles", "styles.xml"));
  if (!way.inline) rels.push(relation("rIdT", "sharedStrings", "sharedStrings.xml"));
  const list = sheets.map(({ name, state }, i) => {
    const said = state === undefined ? "" : ` state="${state}"`;
    return `<sheet name="${escapeXml(name ?? `Hoja${i + 1}`)}" sheetId="${i + 1}"${said} r:id="rId${i + 1}"/>`;
  });
  const formats = way.formats ?? [];
  return {
    "[Content_Types].xml": contentTypes(sheets.length, way.inline === true),
    "_rels/.rels": relations([relation("rId1", "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${way.is1904 ? ' date1904="1"' : ""}/><sheets>${list.join("")}</sheets>${way.isUncalculated ? '<calcPr calcId="124519" fullCalcOnLoad="1"/>' : ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relations(rels),
    "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${escapeXml(code)}"/>`).join("")}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join("")}</cellXfs></styleSheet>`,
    ...(way.inline
      ? {}
      : {
          "xl/sharedStrings.xml": `${XML}<sst xmlns="${MAIN}">${[...strings.keys()].map((text) => `<si>${textXml(text)}</si>`).join("")}</sst>`,
        }),
    ...Object.fromEntries(sheetParts),
  };
}

function contentTypes(sheets: number, isInline: boolean): string {
  const type = (kind: string) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  const part = (name: string, kind: string) => `<Override PartName="/xl/${name}.xml" ContentType="${type(kind)}"/>`;
  const parts = [
    part("workbook", "sheet.main"),
    part("styles", "styles"),
    ...(isInline ? [] : [part("sharedStrings", "sharedStrings")]),
    ...Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}`, "worksheet")),
  ];
  const rels = "application/vnd.openxmlformats-package.relationships+xml";
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${rels}"/><Default Extension="xml" ContentType="application/xml"/>${parts.join("")}</Types>`;
}

function sheetXml(sheet: BookSheet, way: BookWay, strings: Map<string, number>): string {
  const { rows, firstRow = 1, firstColumn = 1, before = "", after = "", rowAttributes = {} } = sheet;
  const said = (attributes: string) => (way.placeless ? "" : attributes);
  const body = rows.map((cells, y) => {
    const row = firstRow + y;
    const written = cells.map((cell, x) => {
      const place = said(` r="${letters(firstColumn + x)}${row}"`);
      return cell === null ? (way.placeless ? "<c/>" : "") : cellXml(cell, place, way, strings);
    });
    return `<row${said(` r="${row}"`)}${rowAttributes[row] ?? ""}>${written.join("")}</row>`;
  });
  const xml = `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${body.join("")}</sheetData>${after}</worksheet>`;
  return XML + (way.prefix === undefined ? xml : prefixed(xml, way.prefix));
}

function cellXml(cell: BookCell, place: string, way: BookWay, strings: Map<string, number>): string {
  if (typeof cell === "number") return `<c${place}><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c${place} t="b"><v>${Number(cell)}</v></c>`;
  if (typeof cell !== "string") return cell!.xml.replace("<c", `<c${place}`);
  if (way.inline) return `<c${place} t="inlineStr"><is>${textXml(cell)}</is></c>`;
  if (!strings.has(cell)) strings.set(cell, strings.size);
  return `<c${place} t="s"><v>${strings.get(cell)}</v></c>`;
}

function prefixed(xml: string, prefix: string): string {
  return xml.replace(/<(\/?)(\w)/g, `<$1${prefix}:$2`).replace(`xmlns="${MAIN}"`, `xmlns:${prefix}="${MAIN}"`);
}

function textXml(text: string): string {
  // What XML can't hold is written as Excel does.
  const escaped = text.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_").replace(/\p{Cc}/gu, (sign) => {
    if (sign === "\t" || sign === "\n" || sign >= "\x80") return sign;
    return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  });
  return `<t xml:space="preserve">${escapeXml(escaped)}</t>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column <= 26 ? last : letters(Math.floor((column - 1) / 26)) + last;
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
}

function relations(all: readonly string[]): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}
