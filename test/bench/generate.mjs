// Deterministic phone lists and suppression lists in the temporary folder, made once and used again.
// Beside a list lies its truth: per record the shape and the numbers that its cell was written from.

import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRandom, numberOf, PERSONS } from "./numbers.mjs";
import { fitNumber, oneOf, SHAPES, shapeDrawer } from "./shapes.mjs";

export const FOLDER = path.join(os.tmpdir(), "svscrub-bench");
/** Part of every name: raise it when what is generated changes. */
const VERSION = 3;
const SEED = 503;
const TRUTH_BYTES = 10;

const FIRST = ["Ana", "José", "María", "Carlos", "Rosa", "Luis", "Marta", "Óscar", "Sofía", "Juan", "Nuria", "René"];
const LAST = ["Pérez", "Hernández", "Martínez", "Rivas", "Flores", "Muñoz", "Campos", "Guevara", "Portillo", "Ayala"];
const NICKNAMES = ["Chepe", "Toño", "Niña Mari", "Güicho"];
const TOWNS = ["San Salvador", "Soyapango", "Santa Ana", "San Miguel", "Mejicanos", "Apopa", "Ahuachapán", "Usulután"];
const STATES = ["activo", "prospecto", "cliente"];

/** @typedef {import("./variants.mjs").Variant} Variant */
/** @typedef {{ shape: Uint8Array, quoted: Uint8Array, first: Int32Array, second: Int32Array, records: number }} Truth */

/** The path of a phone list, generated unless it is there. @param {Variant} variant @param {number} records */
export function phoneList(variant, records) {
  const file = path.join(FOLDER, `list-${variant.name}-${records}-s${SEED}-v${VERSION}.csv`);
  if (!existsSync(file)) writeList(file, variant, records);
  return file;
}

/** The path of a list of the first `count` persons, 15 % of them not in bare digits unless `bare`. @param {number} count @param {boolean} bare */
export function suppressionList(count, bare) {
  const file = path.join(FOLDER, `optouts-${bare ? "bare" : "mixed"}-${count}-v${VERSION}.csv`);
  if (existsSync(file)) return file;
  const output = new Output(file);
  output.write("telefono\n");
  for (let person = 0; person < count; person++) {
    const digits = String(numberOf(person));
    const kind = bare ? 0 : person % 20;
    if (kind === 1) output.write(`+503${digits}\n`);
    else if (kind === 2 || kind === 3) output.write(`${digits.slice(0, 4)}-${digits.slice(4)}\n`);
    else output.write(`${digits}\n`);
  }
  output.close();
  return file;
}

/**
 * The same list, bare digits with a date of the last years and a channel; 36 MB a million. `areDays`: as people write dates,
 * `31/01/2024`. @param {number} count @param {boolean} areDays
 */
export function datedList(count, areDays) {
  const file = path.join(FOLDER, `optouts-${areDays ? "days" : "dated"}-${count}-v${VERSION}.csv`);
  if (existsSync(file)) return file;
  const random = createRandom(SEED);
  const output = new Output(file);
  output.write("telefono,fecha,canal\n");
  for (let person = 0; person < count; person++) {
    const time = new Date(1_600_000_000_000 + Math.floor(random() * 150_000_000_000)).toISOString().slice(0, 19);
    const date = areDays ? `${time.slice(8, 10)}/${time.slice(5, 7)}/${time.slice(0, 4)}` : `${time}Z`;
    output.write(`${numberOf(person)},${date},${oneOf(["sms", "call", "any", "whatsapp"], random)}\n`);
  }
  output.close();
  return file;
}

/** What the records of a phone list mean. @param {string} list @returns {Truth} */
export function readTruth(list) {
  const bytes = readFileSync(truthOf(list));
  const records = bytes.length / TRUTH_BYTES;
  const { buffer, byteOffset } = bytes;
  return {
    records,
    first: new Int32Array(buffer.slice(byteOffset, byteOffset + records * 4)),
    second: new Int32Array(buffer.slice(byteOffset + records * 4, byteOffset + records * 8)),
    shape: new Uint8Array(buffer.slice(byteOffset + records * 8, byteOffset + records * 9)),
    quoted: new Uint8Array(buffer.slice(byteOffset + records * 9, byteOffset + records * 10)),
  };
}

/** Which records have a quoted name. @param {Truth} truth @returns {(record: number) => boolean} */
export function quotedNames(truth) {
  return (record) => truth.quoted[record] === 1;
}

/** @param {string} list */
const truthOf = (list) => `${list}.truth`;

/** @param {string} file @param {Variant} variant @param {number} records */
function writeList(file, variant, records) {
  const random = createRandom(SEED);
  const drawShape = shapeDrawer(variant.mix);
  /** @type {Truth} */
  const truth = {
    records,
    shape: new Uint8Array(records),
    quoted: new Uint8Array(records),
    first: new Int32Array(records),
    second: new Int32Array(records),
  };
  const person = personDrawer(records, random);
  const output = new Output(file, variant.encoding);
  const fillerNames = Array.from({ length: variant.fillers }, (_, i) => `campo_${i + 1}`);
  const header = ["id", "nombre", ...fillerNames, "telefono", "correo", "municipio", "alta", "estado"];
  const line = composer(variant);
  output.write(line(variant.fillers > 0 ? header.slice(0, -4) : header));
  for (let record = 0; record < records; record++) {
    const place = drawShape(random);
    const shape = /** @type {import("./shapes.mjs").Shape} */ (SHAPES[place]);
    const first = fitNumber(shape.name, numberOf(person()));
    const second = shape.meaning === "two" ? numberOf(person()) : 0;
    truth.shape[record] = place;
    truth.first[record] = first;
    truth.second[record] = second;
    const cell = shape.write(String(first), random, String(second));
    const name = drawName(variant, random);
    truth.quoted[record] = Number(/["\t,;]/.test(name));
    output.write(line(recordCells(variant, record, name, cell, random)));
  }
  writeFileSync(truthOf(file), Buffer.concat([bytesOf(truth.first), bytesOf(truth.second), truth.shape, truth.quoted]));
  output.close();
}

/** One record in ten of those who opted out (of the first million); the others from a crowd that leaves some 5 % duplicates. @param {number} records @param {() => number} random */
function personDrawer(records, random) {
  const optedOut = 1_000_000;
  const crowd = Math.min(records * 9, PERSONS - optedOut);
  return () => (random() < 0.1 ? Math.floor(random() * optedOut) : optedOut + Math.floor(random() * crowd));
}

/** One name in ten holds the delimiter, and so is quoted. @param {Variant} variant @param {() => number} random */
function drawName({ delimiter, nicknames }, random) {
  const first = oneOf(FIRST, random);
  const last = oneOf(LAST, random);
  if (nicknames > 0 && random() < nicknames) return `${first} "${oneOf(NICKNAMES, random)}" ${last}`;
  return random() < 0.1 ? `${last}${delimiter} ${first}` : `${first} ${last}`;
}

/** @param {Variant} variant @param {number} record @param {string} name @param {string} phone @param {() => number} random */
function recordCells(variant, record, name, phone, random) {
  const cells = [`C${String(record + 1).padStart(8, "0")}`, name];
  for (let i = 0; i < variant.fillers; i++) cells.push(i % 3 === 0 ? oneOf(TOWNS, random) : i % 3 === 1 ? "si" : "");
  cells.push(phone);
  if (variant.fillers > 0) return cells;
  cells.push(`${Math.floor(random() * 90_000_000).toString(36)}@correo.sv`, oneOf(TOWNS, random));
  cells.push(`${2015 + Math.floor(random() * 10)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`);
  cells.push(oneOf(STATES, random));
  return cells;
}

/** @param {Variant} variant @returns {(cells: readonly string[]) => string} */
function composer({ delimiter, quoteAll, recordEnd }) {
  /** @param {string} cell */
  const encode = (cell) =>
    quoteAll || cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return (cells) => cells.map(encode).join(delimiter) + recordEnd;
}

/** @param {Int32Array} numbers */
function bytesOf(numbers) {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** A file that appears under its name only when it is whole. */
class Output {
  #text = "";
  /** @param {string} file @param {BufferEncoding} encoding */
  constructor(file, encoding = "utf8") {
    mkdirSync(path.dirname(file), { recursive: true });
    this.file = file;
    this.encoding = encoding;
    this.descriptor = openSync(`${file}.part`, "w");
    if (encoding === "utf16le") this.#text = "\ufeff";
  }

  /** @param {string} text */
  write(text) {
    this.#text += text;
    if (this.#text.length > 1 << 20) this.#flush();
  }

  close() {
    this.#flush();
    closeSync(this.descriptor);
    renameSync(`${this.file}.part`, this.file);
  }

  #flush() {
    const bytes = Buffer.from(this.#text, this.encoding);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.descriptor, bytes, at);
    this.#text = "";
  }
}
