// Writes fixtures/clientes.csv, bajas.csv and no-llamar.txt: `node test/support/make-fixtures.mjs`.
// Deterministic: the same seed makes the same bytes. Every number is made up, and every name is put together from two short lists.

import { writeFileSync } from "node:fs";

const RECORDS = 1000;
const OPT_OUTS = 120;
const DO_NOT_CALL = 40;
const REPEATED = 30;
const FIRST_NAMES =
  "Ana,Luis,Marta,José,Rosa,Carlos,Karla,Óscar,Evelyn,Juan,Claudia,Mauricio,Sonia,René,Xiomara,Wilfredo,Íngrid,Edwin,Yesenia,Raúl".split(
    ",",
  );
const SURNAMES =
  "Pérez,Hernández,Martínez,López,Peña,Rivas,Guardado,Menjívar,Alvarenga,Cañas,Escobar,Zelaya,Portillo,Núñez,Ayala,Orellana,Mejía,Argueta".split(
    ",",
  );
const TOWNS =
  "San Salvador,Santa Ana,San Miguel,Soyapango,Mejicanos,Apopa,Santa Tecla,Ilopango,Ahuachapán,Usulután,Cojutepeque,La Unión,Zacatecoluca,Chalatenango".split(
    ",",
  );
const REASONS =
  'llamada,SMS BAJA,correo,formulario web,WhatsApp,"pidió no ser llamado, dos veces",visita a sucursal,"escribió ""ya no"""'.split(
    /,(?=\S)/,
  );

/** Spellings of one number, and how many of a thousand cells look like this. */
const SPELLINGS = [
  [360, (n) => n],
  [260, (n) => hyphened(n)],
  [60, (n) => `+503${n}`],
  [50, (n) => `+503 ${hyphened(n)}`],
  [40, (n) => `503${n}`],
  [30, (n) => `(503) ${hyphened(n)}`],
  [25, (n) => `${n.slice(0, 4)} ${n.slice(4)}`],
  [15, (n) => `00503${n}`],
  [15, (n) => `(+503) ${hyphened(n)}`],
  [12, (n) => ` ${hyphened(n)} `],
  [10, (n) => `Cel. ${hyphened(n)}`],
  [10, (n) => `Tel: ${n}`],
  [8, (n) => `WhatsApp ${hyphened(n)}`],
  [8, (n) => `${n}.0`],
  [6, (n) => `'${n}`],
  [5, (n) => `${n.slice(0, 4)}.${n.slice(4)}`],
  [4, (n) => `${n.slice(0, 4)}\u00a0${n.slice(4)}`],
  [4, (n) => `${n.slice(0, 4)}–${n.slice(4)}`],
  [3, (n) => `011 503 ${hyphened(n)}`],
  [3, (n) => `503 503 ${hyphened(n)}`],
  [2, (n) => `https://wa.me/503${n}`],
];
/** Cells that hold something else, and how many of the thousand records have them. */
const ODD_CELLS = [
  [22, () => ""],
  [8, () => `${number()} / ${hyphened(number())}`],
  [6, () => `${hyphened(number("2"))}; ${hyphened(number())}`],
  [6, () => `${hyphened(number("2"))} ext. ${pick(["12", "104", "3"])}`],
  [5, () => "no tiene"],
  [5, () => `${number().slice(0, 3)}-${number().slice(0, 4)}`],
  [4, () => `+502 ${pick(["2345", "5512", "4123"])} ${digits(4)}`],
  [3, () => `+1 202 555 ${pick(["0123", "0147", "0188"])}`],
  [4, () => pick(["77777777", "2222-2222", "00000000"])],
  [3, () => `0${digits(7)}-${digits(1)}`],
  [3, () => "5.037E+10"],
  [3, () => hyphened(number("7")).replaceAll("0", "O")],
  [2, () => number().slice(0, 6)],
  [2, () => `${number()}${digits(2)}`],
  [1, () => "PBX: (503) 2522-5000; 2522-5001"],
  [1, () => "913 / 2527-7300"],
];

/** Quotes doubled, quotes bare, a comma that should have been quoted, a note on a second line. */
const NAMES_AS_TYPED = new Map([
  [137, '"Juan ""Chepe"" Pérez"'],
  [242, 'Juan "Chepe" Peña'],
  [416, "Rivas, Claudia"],
  [584, '"Karla Núñez\n(llamar por la tarde)"'],
]);
const WITHOUT_LAST_CELL = 772;

const random = seededRandom(503);
const used = new Set();

writeFixture("clientes.csv", phoneList());
writeFixture("bajas.csv", optOuts());
writeFixture("no-llamar.txt", doNotCall());

function phoneList() {
  const lines = phoneCells().map((cell, index) => record(index + 1, cell));
  return `id,nombre,teléfono,correo,municipio,saldo,fecha_alta\n${lines.join("\n")}\n`;
}

/** One phone cell a record: spellings of new numbers, of numbers already listed, and the odd cells, well mixed. */
function phoneCells() {
  const odd = ODD_CELLS.flatMap(([count, make]) => Array.from({ length: count }, () => make()));
  const once = Array.from({ length: RECORDS - odd.length - REPEATED }, () => number());
  const again = Array.from({ length: REPEATED }, () => pick(once));
  return shuffled([...odd, ...[...once, ...again].map(spelled)]);
}

function record(id, cell) {
  const [first, surname] = [pick(FIRST_NAMES), pick(SURNAMES)];
  const name = NAMES_AS_TYPED.get(id) ?? (chance(0.12) ? `"${surname}, ${first}"` : `${first} ${surname}`);
  const mail =
    NAMES_AS_TYPED.has(id) || chance(0.3) ? "" : `${plainLetters(first)}.${plainLetters(surname)}${id}@example.com`;
  const balance = chance(0.1) ? "" : `${between(0, 2400)}.${digits(2)}`;
  const cells = [id, name, quotedIfNeeded(cell), mail, pick(TOWNS), balance, day(2019, 2025)];
  return (id === WITHOUT_LAST_CELL ? cells.slice(0, -1) : cells).join(",");
}

/** Opt-outs from every direction: two thirds are customers, spelled anew. One entry can't be read. */
function optOuts() {
  const customers = shuffled([...used]).slice(0, Math.round((OPT_OUTS * 2) / 3));
  const strangers = Array.from({ length: OPT_OUTS - customers.length - 8 }, () => number());
  const entries = shuffled([...customers, ...strangers]).map(spelled);
  const odd = [
    "7O12-4415",
    "6123-4567",
    "223-4567",
    "7722-2222",
    "2522-5000 al 09",
    "7123-4567",
    "7012-3456",
    "7945-1102",
  ];
  for (const [index, cell] of odd.entries()) entries.splice(11 + index * 14, 0, cell);
  const lines = entries.map((cell) => [day(2023, 2025), quotedIfNeeded(cell), pick(REASONS)].join(","));
  return `fecha,telefono,motivo\n${lines.join("\n")}\n`;
}

/** A plain list, as somebody keeps it in a text editor. */
function doNotCall() {
  const customers = shuffled([...used]).slice(0, DO_NOT_CALL / 2);
  const strangers = Array.from({ length: DO_NOT_CALL / 2 }, () => number());
  const [first, ...rest] = shuffled([...customers, ...strangers]);
  return `${[hyphened(first), ...rest.map((n) => spelled(n).trim())].join("\n")}\n`;
}

function spelled(n) {
  return weighted(SPELLINGS)(n);
}

/** A number that no record has yet: mostly mobile, some fixed. */
function number(start = chance(0.78) ? pick(["6", "7", "7"]) : "2") {
  const national = start === "2" ? `2${pick(["2", "3", "4", "5", "6", "1"])}${digits(6)}` : start + digits(7);
  if (used.has(national) || /^(\d)\1{7}$/.test(national)) return number(start);
  used.add(national);
  return national;
}

function hyphened(n) {
  return `${n.slice(0, 4)}-${n.slice(4)}`;
}

function quotedIfNeeded(cell) {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function plainLetters(text) {
  return text
    .normalize("NFD")
    .replace(/\P{ASCII}/gu, "")
    .toLowerCase();
}

function day(from, to) {
  const month = between(1, 12);
  return `${between(from, to)}-${String(month).padStart(2, "0")}-${String(between(1, 28)).padStart(2, "0")}`;
}

function digits(count) {
  return Array.from({ length: count }, () => between(0, 9)).join("");
}

function between(from, to) {
  return from + Math.floor(random() * (to - from + 1));
}

function chance(share) {
  return random() < share;
}

function pick(list) {
  return list[between(0, list.length - 1)];
}

function weighted(choices) {
  let rest = random() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, choice] of choices) {
    rest -= weight;
    if (rest < 0) return choice;
  }
  return choices[0][1];
}

function shuffled(list) {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last--) {
    const other = between(0, last);
    [copy[last], copy[other]] = [copy[other], copy[last]];
  }
  return copy;
}

function writeFixture(name, content) {
  writeFileSync(new URL(`../../fixtures/${name}`, import.meta.url), content);
}

/** Mulberry32: small, and the same everywhere. */
function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
