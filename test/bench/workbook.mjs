// A workbook as Excel writes one, as large as a sheet may be: 8 columns, texts shared, every other phone a number. Made
// once in the temporary folder, a piece at a time.

import { closeSync, existsSync, openSync, renameSync, writeSync } from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { FOLDER } from "./generate.mjs";
import { createRandom, numberOf } from "./numbers.mjs";

const VERSION = 1;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const FIRST = ["Ana", "José", "María", "Carlos", "Rosa", "Luis", "Marta", "Óscar", "Sofía", "Juan", "Nuria", "René"];
const LAST = ["Pérez", "Hernández", "Martínez", "Rivas", "Flores", "Muñoz", "Campos", "Guevara", "Portillo", "Ayala"];
const TOWNS = ["San Salvador", "Soyapango", "Santa Ana", "San Miguel", "Mejicanos", "Apopa"];
const NOTES = ["", "VIP", "pendiente, revisar", "moroso"];
const HEADER = ["id", "nombre", "telefono", "correo", "municipio", "saldo", "fecha_alta", "nota"];

/** The path of a workbook of so many records and a header, generated unless it is there. @param {number} records */
export async function workbook(records) {
  const file = path.join(FOLDER, `workbook-${records}-v${VERSION}.xlsx`);
  if (!existsSync(file)) await write(file, records);
  return file;
}

/** @param {string} file @param {number} records */
async function write(file, records) {
  const zip = new Zip(`${file}.part`);
  /** @type {Map<string, number>} */
  const strings = new Map();
  const shared = (/** @type {string} */ text) => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const relation = (/** @type {string} */ id, /** @type {string} */ kind, /** @type {string} */ target) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const relations = (/** @type {string[]} */ ...all) =>
    `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
  await zip.add("[Content_Types].xml", [
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  ]);
  await zip.add("_rels/.rels", [relations(relation("rId1", "officeDocument", "xl/workbook.xml"))]);
  await zip.add("xl/workbook.xml", [
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Clientes" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  await zip.add("xl/_rels/workbook.xml.rels", [
    relations(
      relation("rId1", "worksheet", "worksheets/sheet1.xml"),
      relation("rId2", "sharedStrings", "sharedStrings.xml"),
      relation("rId3", "styles", "styles.xml"),
    ),
  ]);
  await zip.add("xl/styles.xml", [
    `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ]);
  await zip.add("xl/worksheets/sheet1.xml", rows(records, shared));
  const all = [...strings.keys()].map((text) => `<si><t>${text}</t></si>`);
  await zip.add("xl/sharedStrings.xml", [`<sst xmlns="${MAIN}" uniqueCount="${all.length}">`, ...all, "</sst>"]);
  zip.close();
  renameSync(`${file}.part`, file);
}

/** @param {number} records @param {(text: string) => number} shared */
function* rows(records, shared) {
  const random = createRandom(503);
  const one = (/** @type {readonly string[]} */ of) => of[Math.floor(random() * of.length)] ?? "";
  const text = (/** @type {string} */ place, /** @type {string} */ value) =>
    `<c r="${place}" t="s"><v>${shared(value)}</v></c>`;
  yield `<worksheet xmlns="${MAIN}"><dimension ref="A1:H${records + 1}"/><sheetData>`;
  yield `<row r="1" spans="1:8">${HEADER.map((name, i) => text(`${"ABCDEFGH"[i]}1`, name)).join("")}</row>`;
  for (let i = 0; i < records; i++) {
    const r = i + 2;
    const phone = String(numberOf(i));
    const cells = [
      `<c r="A${r}"><v>${i + 1}</v></c>`,
      text(`B${r}`, `${one(FIRST)} ${one(FIRST)} ${one(LAST)} ${one(LAST)}`),
      i % 2 === 0 ? `<c r="C${r}"><v>${phone}</v></c>` : text(`C${r}`, `${phone.slice(0, 4)}-${phone.slice(4)}`),
      text(`D${r}`, `c${i}@example.com`),
      text(`E${r}`, one(TOWNS)),
      `<c r="F${r}"><v>${Math.floor(random() * 100_000) / 100}</v></c>`,
      `<c r="G${r}" s="1"><v>${43_000 + Math.floor(random() * 3000)}</v></c>`,
      text(`H${r}`, one(NOTES)),
    ];
    yield `<row r="${r}" spans="1:8">${cells.join("")}</row>`;
  }
  yield "</sheetData></worksheet>";
}

/** An archive that is written part by part, sizes behind each part. */
class Zip {
  #descriptor;
  #at = 0;
  /** @type {Buffer[]} */
  #central = [];

  /** @param {string} file */
  constructor(file) {
    this.#descriptor = openSync(file, "w");
  }

  /** @param {string} name @param {Iterable<string>} texts */
  async add(name, texts) {
    const start = this.#at;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt16LE(name.length, 26);
    this.#put(Buffer.concat([head, Buffer.from(name)]));
    const deflate = zlib.createDeflateRaw({ level: 6 });
    let [packed, bytes, crc] = [0, 0, 0];
    deflate.on("data", (chunk) => {
      packed += chunk.length;
      this.#put(chunk);
    });
    const write = (/** @type {Buffer} */ chunk) => {
      bytes += chunk.length;
      crc = zlib.crc32(chunk, crc);
      return new Promise((resolve) => deflate.write(chunk, resolve));
    };
    let pending = "";
    for (const text of texts) {
      pending += text;
      if (pending.length < 1 << 20) continue;
      await write(Buffer.from(pending));
      pending = "";
    }
    await write(Buffer.from(pending));
    await new Promise((resolve) => deflate.on("end", resolve).end());
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(0x08074b50, 0);
    for (const [i, value] of [crc, packed, bytes].entries()) sizes.writeUInt32LE(value, 4 + 4 * i);
    this.#put(sizes);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    head.copy(central, 8, 6, 14);
    for (const [i, value] of [crc, packed, bytes].entries()) central.writeUInt32LE(value, 16 + 4 * i);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(start, 42);
    this.#central.push(central, Buffer.from(name));
  }

  close() {
    const directory = Buffer.concat(this.#central);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    for (const at of [8, 10]) end.writeUInt16LE(this.#central.length / 2, at);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#at, 16);
    this.#put(Buffer.concat([directory, end]));
    closeSync(this.#descriptor);
  }

  /** @param {Uint8Array} bytes */
  #put(bytes) {
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    this.#at += bytes.length;
  }
}
