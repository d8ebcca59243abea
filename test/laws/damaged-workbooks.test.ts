// A workbook that is damaged is refused, or says what it said before: no damage shortens a list in silence, and none makes
// the program crash or hang. Bytes are damaged, and parts whose checksums are then made right again.

import fc from "fast-check";
import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { ScrubError } from "../../src/errors.js";
import { draws, forAllAsync } from "../support/draws.js";
import { type BookCell, bookParts, type ZipWay, zipOf } from "../support/workbooks.js";
import { read } from "../workbook/support.js";
import { LAW_RUNS } from "./runs.js";

/** A draw takes no whole run of the program, so there are more of them. */
const RUNS = LAW_RUNS * 20;

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

interface Drawn {
  parts: Record<string, string>;
  way: ZipWay;
}

const books: fc.Arbitrary<Drawn> = fc.tuple(rows, ways).map(([drawn, way]) => ({
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

type ByteDamage = (bytes: Buffer) => Buffer;
const byteDamage: fc.Arbitrary<ByteDamage> = fc.oneof(
  fc.tuple(share, fc.integer({ min: 1, max: 255 })).map(
    ([at, flip]): ByteDamage =>
      (bytes) => {
        const damaged = Buffer.from(bytes);
        damaged[Math.floor(at * bytes.length)]! ^= flip;
        return damaged;
      },
  ),
  share.map(
    (at): ByteDamage =>
      (bytes) =>
        bytes.subarray(0, Math.floor(at * bytes.length)),
  ),
  fc.tuple(share, fc.integer({ min: 1, max: 40 })).map(
    ([at, length]): ByteDamage =>
      (bytes) => {
        const from = Math.floor(at * bytes.length);
        return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)]);
      },
  ),
  fc.tuple(share, fc.uint8Array({ minLength: 1, maxLength: 40 })).map(
    ([at, more]): ByteDamage =>
      (bytes) => {
        const from = Math.floor(at * bytes.length);
        return Buffer.concat([bytes.subarray(0, from), more, bytes.subarray(from)]);
      },
  ),
  fc.tuple(share, share, fc.integer({ min: 1, max: 64 })).map(
    ([from, to, length]): ByteDamage =>
      (bytes) => {
        const damaged = Buffer.from(bytes);
        const source = Math.floor(from * bytes.length);
        bytes.copy(damaged, Math.floor(to * bytes.length), source, source + length);
        return damaged;
      },
  ),
  // A digit for a digit, which no XML reader minds.
  fc.tuple(share, fc.integer({ min: 0, max: 9 })).map(
    ([which, digit]): ByteDamage =>
      (bytes) => {
        const damaged = Buffer.from(bytes);
        const digits = [...bytes.keys()].filter((at) => bytes[at]! >= 0x30 && bytes[at]! <= 0x39);
        damaged[digits[Math.floor(which * digits.length)] ?? 0] = 0x30 + digit;
        return damaged;
      },
  ),
  // Fields of the headers, which random bytes seldom hit.
  fc
    .tuple(
      share,
      fc.constantFrom(4, 6, 8, 10, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 42),
      fc.integer({ min: 0, max: 0xffff }),
    )
    .map(
      ([which, field, value]): ByteDamage =>
        (bytes) => {
          const damaged = Buffer.from(bytes);
          const headers: number[] = [];
          for (let at = bytes.indexOf("PK"); at >= 0; at = bytes.indexOf("PK", at + 1)) headers.push(at);
          const at = headers[Math.floor(which * headers.length)]! + field;
          if (at + 2 <= damaged.length) damaged.writeUInt16LE(value, at);
          return damaged;
        },
    ),
);

test("bytes that are damaged are refused, or were nobody's", async () => {
  await forAllAsync(
    RUNS,
    books,
    fc.array(byteDamage, { minLength: 1, maxLength: 3 }),
    async ({ parts, way }, damages) => {
      const whole = zipOf(parts, way);
      const damaged = damages.reduce<Buffer>((bytes, damage) => damage(bytes), whole);
      const said = await readOf(damaged);
      if (said !== undefined) expect(said).toBe(await readOf(whole));
    },
  );
});

type PartDamage = (parts: Record<string, string>) => Record<string, string>;
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
const edited =
  (name: string, edit: (text: string) => string): PartDamage =>
  (parts) =>
    name in parts ? { ...parts, [name]: edit(parts[name]!) } : parts;
/** One of the tags of a part, [from, to). */
const tagAt = (text: string, at: number): [number, number] => {
  const tags = [...text.matchAll(/<[^>]*>/g)];
  const tag = tags[Math.floor(at * tags.length)];
  return tag === undefined ? [0, 0] : [tag.index, tag.index + tag[0].length];
};
const INSERTED = [
  ..."<!DOCTYPE a>|<!-- x -->|<![CDATA[1]]>|<?a b?>|&lt;|&b;|&#55;|<row>|</row>|<c>|</c>|<c/>|<v>".split("|"),
  ...'</v>|<is><t>7000-0000</t></is>|<row r="3">|<row hidden="1">|<x:row>|</sheetData><sheetData>'.split("|"),
  ...'</sheetData>| r="A1"| t="s"| t="str"|7|70001234| |\0|<a><a><a>'.split("|"),
  ..."<mc:AlternateContent><mc:Choice>|<si/>|<r><t>1</t></r>".split("|"),
];
const partDamage: fc.Arbitrary<PartDamage> = fc.oneof(
  fc
    .tuple(part, share, fc.constantFrom(...INSERTED))
    .map(([name, at, inserted]) =>
      edited(
        name,
        (text) => text.slice(0, Math.floor(at * text.length)) + inserted + text.slice(Math.floor(at * text.length)),
      ),
    ),
  fc.tuple(part, share, fc.constantFrom(...INSERTED)).map(([name, at, inserted]) =>
    edited(name, (text) => {
      const [from] = tagAt(text, at);
      return text.slice(0, from) + inserted + text.slice(from);
    }),
  ),
  fc.tuple(part, share).map(([name, at]) =>
    edited(name, (text) => {
      const [from, to] = tagAt(text, at);
      return text.slice(0, from) + text.slice(to);
    }),
  ),
  fc.tuple(part, share).map(([name, at]) =>
    edited(name, (text) => {
      const [from, to] = tagAt(text, at);
      return text.slice(0, to) + text.slice(from);
    }),
  ),
  fc.tuple(part, share, share).map(([name, a, b]) =>
    edited(name, (text) => {
      const [from, to] = tagAt(text, a);
      const [other] = tagAt(text, b);
      const tag = text.slice(from, to);
      const rest = text.slice(0, from) + text.slice(to);
      return rest.slice(0, other) + tag + rest.slice(other);
    }),
  ),
  fc
    .tuple(part, share, fc.integer({ min: 1, max: 60 }))
    .map(([name, at, length]) =>
      edited(
        name,
        (text) => text.slice(0, Math.floor(at * text.length)) + text.slice(Math.floor(at * text.length) + length),
      ),
    ),
  fc.tuple(part, share).map(([name, at]) => edited(name, (text) => text.slice(0, Math.floor(at * text.length)))),
  part.map(
    (name): PartDamage =>
      (parts) =>
        Object.fromEntries(Object.entries(parts).filter(([it]) => it !== name)),
  ),
  fc.tuple(part, part).map(
    ([a, b]): PartDamage =>
      (parts) => ({ ...parts, ...(parts[b] === undefined ? {} : { [a]: parts[b] }) }),
  ),
);

test("parts that are damaged are refused, or hold at least what a library finds in them", async () => {
  await forAllAsync(
    RUNS,
    books,
    fc.array(partDamage, { minLength: 1, maxLength: 2 }),
    async ({ parts, way }, damages) => {
      const bytes = zipOf(
        damages.reduce((all, damage) => damage(all), parts),
        way,
      );
      const said = await readOf(bytes);
      if (said === undefined) return;
      const found = await numbersByLibrary(bytes);
      const digits = said.replace(/\D+/g, " ").split(" ").join("");
      for (const number of found) expect(digits, `${number} in ${said}`).toContain(number);
    },
  );
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

test("the draws hold damage that is refused, and damage that is not", async () => {
  const [refused, read] = [[0], [0]];
  await forAllAsync(draws(200), books, partDamage, async ({ parts, way }, damage) => {
    const said = await readOf(zipOf(damage(parts), way));
    (said === undefined ? refused : read)[0]!++;
  });
  expect(refused[0]).toBeGreaterThan(20);
  expect(read[0]).toBeGreaterThan(20);
});
