// Deterministic phone lists and suppression lists in the temporary folder, made once and used again.
// A list's records can be drawn again at any time, with what their cells were written from: that is its truth.

import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createRandom, numberOf, PERSONS } from "./numbers.mjs";
import { EMPTY_SHAPE, fitNumber, oneOf, SHAPES, shapeDrawer } from "./shapes.mjs";

export const FOLDER = path.join(os.tmpdir(), "svscrub-bench");
/** Part of every name: raise it when what is generated changes. */
const VERSION = 3;
const SEED = 503;

export const FIRST = "Ana|José|María|Carlos|Rosa|Luis|Marta|Óscar|Sofía|Juan|Nuria|René".split("|");
export const LAST = "Pérez|Hernández|Martínez|Rivas|Flores|Muñoz|Campos|Guevara|Portillo|Ayala".split("|");
const NICKNAMES = ["Chepe", "Toño", "Niña Mari", "Güicho"];
export const TOWNS = "San Salvador|Soyapango|Santa Ana|San Miguel|Mejicanos|Apopa|Ahuachapán|Usulután".split("|");
const STATES = ["activo", "prospecto", "cliente"];
/** Remarks that say nothing about contact, ones that hold a number (written at the `~`), and ones that say no. */
const REMARKS = "|||VIP|no contesta|casa en calle Baja|reclamo resuelto|llamar solo por la mañana".split("|");
const REMARKS_WITH_NUMBERS = ["otro cel ~", "llamar al ~ por la tarde", "~ (mamá)"];
const REFUSALS = ["no llamar", "cliente pidió no llamar", "dado de baja", "no desea ser contactado"];

/** The path of a phone list, generated unless it is there. */
export function phoneList(variant, records) {
  const file = path.join(FOLDER, `list-${variant.name.replaceAll(" ", "-")}-${records}-s${SEED}-v${VERSION}.csv`);
  if (!existsSync(file)) writeList(file, variant, records);
  return file;
}

/** The path of a list of the first `count` persons, 15 % of them not in bare digits unless `bare`. */
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
 * The same list, bare digits with a date of the last years and a channel; 36 MB a million. `areDays`: as people write
 * dates, `31/01/2024`.
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

function writeList(file, variant, records) {
  const output = new Output(file, variant.encoding);
  const line = composer(variant);
  output.write(line(headerOf(variant)));
  for (const { cells } of recordsOf(variant, records)) output.write(line(cells));
  output.close();
}

function headerOf({ fillers, phones, hasNotes }) {
  const before = ["id", "nombre", ...Array.from({ length: fillers }, (_, i) => `campo_${i + 1}`)];
  const behind = fillers > 0 ? [] : ["correo", "municipio", "alta", "estado"];
  return [...before, ...["telefono", "celular"].slice(0, phones.length), ...behind, ...(hasNotes ? ["nota"] : [])];
}

/** The records of a phone list, always the same ones. */
export function* recordsOf(variant, records) {
  const random = createRandom(SEED);
  const drawShape = shapeDrawer(variant.mix);
  const person = personDrawer(records, random);
  const drawPhone = (place) => {
    const shape = SHAPES[place];
    const numbers = [fitNumber(shape.name, numberOf(person()))];
    if (shape.meaning === "two") numbers.push(numberOf(person()));
    return { shape, numbers, cell: shape.write(String(numbers[0]), String(numbers[1]), random) };
  };
  for (let record = 0; record < records; record++) {
    const phones = [drawPhone(drawShape(random))];
    if (variant.phones.length > 1) phones.push(drawPhone(random() < 0.5 ? EMPTY_SHAPE : drawShape(random)));
    const name = drawName(variant, random);
    const cells = [`C${String(record + 1).padStart(8, "0")}`, name];
    for (let i = 0; i < variant.fillers; i++) cells.push(i % 3 === 0 ? oneOf(TOWNS, random) : i % 3 === 1 ? "si" : "");
    cells.push(...phones.map(({ cell }) => cell));
    if (variant.fillers === 0) {
      cells.push(`${Math.floor(random() * 90_000_000).toString(36)}@correo.sv`, oneOf(TOWNS, random));
      cells.push(`${2015 + Math.floor(random() * 10)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`);
      cells.push(oneOf(STATES, random));
    }
    const note = variant.hasNotes ? drawNote(person, random) : undefined;
    if (note) cells.push(note.text);
    yield { cells, phones, note };
  }
}

/** Of a hundred remarks ten hold a number and three say no. */
function drawNote(person, random) {
  const kind = random();
  if (kind < 0.03) return { text: oneOf(REFUSALS, random), saysNo: true, number: 0 };
  if (kind > 0.13) return { text: oneOf(REMARKS, random), saysNo: false, number: 0 };
  const number = numberOf(person());
  const digits = String(number);
  const text = oneOf(REMARKS_WITH_NUMBERS, random).replace("~", `${digits.slice(0, 4)}-${digits.slice(4)}`);
  return { text, saysNo: false, number };
}

/** One record in ten is of the first million, who opted out; the others of a crowd that leaves some 5 % duplicates. */
function personDrawer(records, random) {
  const optedOut = 1_000_000;
  const crowd = Math.min(records * 9, PERSONS - optedOut);
  return () => (random() < 0.1 ? Math.floor(random() * optedOut) : optedOut + Math.floor(random() * crowd));
}

/** One name in ten holds the delimiter, and so is quoted. */
function drawName({ delimiter, nicknames }, random) {
  const first = oneOf(FIRST, random);
  const last = oneOf(LAST, random);
  if (nicknames > 0 && random() < nicknames) return `${first} "${oneOf(NICKNAMES, random)}" ${last}`;
  return random() < 0.1 ? `${last}${delimiter} ${first}` : `${first} ${last}`;
}

function composer({ delimiter, quoteAll, recordEnd }) {
  const encode = (cell) =>
    quoteAll || cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return (cells) => cells.map(encode).join(delimiter) + recordEnd;
}

/** A file that appears under its name only when it is whole. */
class Output {
  #text = "";
  constructor(file, encoding = "utf8") {
    mkdirSync(path.dirname(file), { recursive: true });
    this.file = file;
    this.encoding = encoding;
    this.descriptor = openSync(`${file}.part`, "w");
    if (encoding === "utf16le") this.#text = "\ufeff";
  }

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
