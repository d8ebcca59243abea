// A workbook that is damaged is refused, or says what it said before: no damage shortens a list in silence, and none makes
// the program crash or hang. Bytes are damaged, and parts whose checksums are then made right again.

import fc from "fast-check";
import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { ScrubError } from "../../src/errors.js";
import { damaged, damages } from "../fuzz/damage.js";
import { draws, forAllAsync } from "../support/draws.js";
import { type BookCell, bookParts, type ZipWay, zipOf } from "../support/workbooks.js";
import { read } from "../workbook/support.js";
import { LAW_RUNS } from "./runs.js";

/** A draw takes no whole run of the program, so there are more of them. */
const RUNS = LAW_RUNS * 30;

const phones = fc.integer({ min: 60_000_000, max: 79_999_999 });
const cells: fc.Arbitrary<BookCell> = fc.oneof(
  phones,
  phones.map((phone) => `${String(phone).slice(0, 4)}-${String(phone).slice(4)}`),
  fc.constantFrom<BookCell>("Ana", "José, Pérez", null, true, { xml: '<c s="1"><v>46095</v></c>' }),
);
const rows = fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
const ways = fc.record({
  inline: fc.boolean(),
  stored: fc.boolean(),
  descriptors: fc.boolean(),
  zip64: fc.boolean(),
  placeless: fc.boolean(),
});

type Parts = Readonly<Record<string, string>>;
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

const books: fc.Arbitrary<{ parts: Parts; way: ZipWay }> = fc.tuple(rows, ways).map(([drawn, way]) => ({
  parts: bookParts([{ rows: [["nombre", "telefono"], ...drawn] }], { ...way, formats: ["dd/mm/yyyy"] }),
  way,
}));

/** What is read of it; undefined where it is refused. Anything but a refusal is thrown. */
async function readOf(bytes: Buffer): Promise<string | undefined> {
  try {
    return (await read(bytes, { unseen: "counted" }))?.csv ?? "";
  } catch (error) {
    if (error instanceof ScrubError) return undefined;
    throw error;
  }
}

/** A place as a share of what there is, so that it can be drawn before that is known. No double: most of those are tiny. */
const share = fc.integer({ min: 0, max: 999_999 }).map((millionths) => millionths / 1e6);

const byteDamage = fc.record({
  how: fc.constantFrom("anyhow", "anyhow", "anyhow", "digit", "field"),
  all: damages.map((all) => all.slice(0, 1)),
  which: share,
  digit: fc.integer({ min: 0, max: 9 }),
  field: fc.constantFrom(4, 6, 8, 10, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 42),
  value: fc.integer({ min: 0, max: 0xffff }),
});

/** As any file; by a digit for a digit, which no XML reader minds; in a field of a header, which random bytes seldom hit. */
function damagedBytes(bytes: Buffer, { how, all, which, digit, field, value }: Drawn<typeof byteDamage>): Buffer {
  if (how === "anyhow") return damaged(bytes, all);
  return how === "digit" ? withDigit(bytes, which, 0x30 + digit) : withField(bytes, which, field, value);
}

function withDigit(bytes: Buffer, which: number, digit: number): Buffer {
  const changed = Buffer.from(bytes);
  const digits = [...bytes.keys()].filter((at) => bytes[at]! >= 0x30 && bytes[at]! <= 0x39);
  changed[digits[Math.floor(which * digits.length)] ?? 0] = digit;
  return changed;
}

function withField(bytes: Buffer, which: number, field: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  const headers: number[] = [];
  for (let at = bytes.indexOf("PK"); at >= 0; at = bytes.indexOf("PK", at + 1)) headers.push(at);
  const at = headers[Math.floor(which * headers.length)]! + field;
  if (at + 2 <= changed.length) changed.writeUInt16LE(value, at);
  return changed;
}

test("a workbook with damaged bytes is refused, or reads as it did before", async () => {
  await forAllAsync(RUNS, books, fc.array(byteDamage, { minLength: 1, maxLength: 2 }), async ({ parts, way }, all) => {
    const whole = zipOf(parts, way);
    const said = await readOf(all.reduce<Buffer>(damagedBytes, whole));
    if (said !== undefined) expect(said).toBe(await readOf(whole));
  });
});

const SHEET = "xl/worksheets/sheet1.xml";
const SHARED = "xl/sharedStrings.xml";
const part = fc.constantFrom(
  SHEET,
  SHEET,
  SHEET,
  SHARED,
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "_rels/.rels",
);
const INSERTED = [
  ..."<!DOCTYPE a>|<!-- x -->|<![CDATA[1]]>|<?a b?>|&lt;|&b;|&#55;|<row>|</row>|<c>|</c>|<c/>|<v>".split("|"),
  ...'</v>|<is><t>7000-0000</t></is>|<row r="3">|<row hidden="1">|<x:row>|</sheetData><sheetData>'.split("|"),
  ...'</sheetData>| r="A1"| t="s"| t="str"|7|70001234| |\0|<a><a><a>'.split("|"),
  ..."<mc:AlternateContent><mc:Choice>|<si/>|<r><t>1</t></r>".split("|"),
];
/** An XML as lines, so that lines that are damaged are tags that go, come twice or change their places. */
const asTags = (xml: string) => Buffer.from(xml.replaceAll("<", "\n<"));
const asXml = (tags: Buffer) => tags.toString().replaceAll("\n<", "<");

const partDamage = fc.record({
  how: fc.constantFrom("insert", "insert", "insert", "tags", "tags", "tags", "gone", "another"),
  name: part,
  other: part,
  at: share,
  inserted: fc.constantFrom(...INSERTED),
  all: damages.map((all) => all.slice(0, 1)),
});

function damagedParts(parts: Parts, { how, name, other, at, inserted, all }: Drawn<typeof partDamage>): Parts {
  const text = parts[name];
  if (text === undefined) return parts;
  if (how === "another") return { ...parts, [name]: parts[other] ?? text };
  if (how === "tags") return { ...parts, [name]: asXml(damaged(asTags(text), all)) };
  const { [name]: _, ...others } = parts;
  if (how === "gone") return others;
  const place = Math.floor(at * text.length);
  return { ...parts, [name]: text.slice(0, place) + inserted + text.slice(place) };
}

test("a workbook with damaged parts is refused, or gives at least the numbers that a library finds in it", async () => {
  await forAllAsync(RUNS, books, fc.array(partDamage, { minLength: 1, maxLength: 2 }), async ({ parts, way }, all) => {
    const bytes = zipOf(all.reduce(damagedParts, parts), way);
    const said = await readOf(bytes);
    if (said === undefined) return;
    const found = await numbersByLibrary(bytes);
    const digits = said.replace(/\D+/g, " ").split(" ").join("");
    for (const number of found) expect(digits, `${number} in ${said}`).toContain(number);
  });
}, 600_000);

/** The phone numbers in the first sheet, as digits; none where the library gives up. */
async function numbersByLibrary(bytes: Buffer): Promise<string[]> {
  try {
    const sheets = await readExcelFile(bytes, { trim: false });
    const values = sheets[0]?.data.flat() ?? [];
    return values.map((value) => String(value ?? "").replace(/\D/g, "")).filter((digits) => /^[67]\d{7}$/.test(digits));
  } catch {
    return [];
  }
}

test("some draws are refused, and some are not", async () => {
  const [refused, read] = [[0], [0]];
  await forAllAsync(draws(400), books, partDamage, async ({ parts, way }, damage) => {
    const said = await readOf(zipOf(damagedParts(parts, damage), way));
    (said === undefined ? refused : read)[0]!++;
  });
  expect(refused[0]).toBeGreaterThan(20);
  expect(read[0]).toBeGreaterThan(20);
});
