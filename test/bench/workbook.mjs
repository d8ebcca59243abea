// A workbook as Excel writes one: 8 columns, texts shared, every other phone a number. Made once.

import { existsSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { FIRST, FOLDER, LAST, TOWNS } from "./generate.mjs";
import { createRandom, numberOf } from "./numbers.mjs";
import { oneOf } from "./shapes.mjs";

const VERSION = 2;
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats";
const NOTES = ["", "VIP", "pendiente, revisar", "moroso"];
const HEADER = ["id", "nombre", "telefono", "correo", "municipio", "saldo", "fecha_alta", "nota"];

/** The path of a workbook of so many records and a header, generated unless it is there. */
export function workbook(records) {
  const file = path.join(FOLDER, `workbook-${records}-v${VERSION}.xlsx`);
  if (existsSync(file)) return file;
  writeFileSync(`${file}.part`, zip(partsOf(records)));
  renameSync(`${file}.part`, file);
  return file;
}

function partsOf(records) {
  const { sheet, texts } = drawSheet(records);
  const shared = texts.map((text) => `<si><t>${text}</t></si>`).join("");
  const relations = (...targets) => {
    const all = targets.map(
      ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
    );
    return `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
  };
  return {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="${TYPES}-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ` +
      `ContentType="${TYPES}-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml":
      `<workbook ${MAIN} xmlns:r="${OFFICE}">` +
      `<sheets><sheet name="Clientes" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["sharedStrings", "sharedStrings.xml"],
      ["styles", "styles.xml"],
    ),
    "xl/styles.xml":
      `<styleSheet ${MAIN}><cellXfs count="2">` +
      `<xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheet,
    "xl/sharedStrings.xml": `<sst ${MAIN} uniqueCount="${texts.length}">${shared}</sst>`,
  };
}

/** The sheet's XML, and the texts that it shares. */
function drawSheet(records) {
  const strings = new Map();
  const text = (place, value) => {
    if (!strings.has(value)) strings.set(value, strings.size);
    return `<c r="${place}" t="s"><v>${strings.get(value)}</v></c>`;
  };
  const random = createRandom(503);
  const rows = [`<row r="1" spans="1:8">${HEADER.map((name, i) => text(`${"ABCDEFGH"[i]}1`, name)).join("")}</row>`];
  for (let i = 0; i < records; i++) {
    const r = i + 2;
    const phone = String(numberOf(i));
    const cells = [
      `<c r="A${r}"><v>${i + 1}</v></c>`,
      text(`B${r}`, [FIRST, FIRST, LAST, LAST].map((names) => oneOf(names, random)).join(" ")),
      i % 2 === 0 ? `<c r="C${r}"><v>${phone}</v></c>` : text(`C${r}`, `${phone.slice(0, 4)}-${phone.slice(4)}`),
      text(`D${r}`, `c${i}@example.com`),
      text(`E${r}`, oneOf(TOWNS, random)),
      `<c r="F${r}"><v>${Math.floor(random() * 100_000) / 100}</v></c>`,
      `<c r="G${r}" s="1"><v>${43_000 + Math.floor(random() * 3000)}</v></c>`,
      text(`H${r}`, oneOf(NOTES, random)),
    ];
    rows.push(`<row r="${r}" spans="1:8">${cells.join("")}</row>`);
  }
  const dimension = `<dimension ref="A1:H${records + 1}"/>`;
  const sheet = `<worksheet ${MAIN}>${dimension}<sheetData>${rows.join("")}</sheetData></worksheet>`;
  return { sheet, texts: [...strings.keys()] };
}

/** An archive of parts by their names. */
function zip(parts) {
  const [local, central] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 6);
    head.writeUInt16LE(8, 10);
    for (const [i, value] of [crc32(bytes), packed.length, bytes.length, name.length].entries())
      head.writeUInt32LE(value, 16 + 4 * i);
    head.writeUInt32LE(at, 42);
    central.push(head, Buffer.from(name));
    // A part begins with the same fields, but for two bytes less before them.
    const begin = [Buffer.from([0x50, 0x4b, 3, 4]), head.subarray(6, 32), Buffer.from(name), packed];
    local.push(...begin);
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const place of [8, 10]) end.writeUInt16LE(central.length / 2, place);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, directory, end]);
}
