// The same records end alike in whatever form they are saved: encoding, compression, delimiter, quotes, line ends.

import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dialect, encodeFile, encodeRecord } from "../support/csv-files.js";
import { forAllAsync } from "../support/draws.js";
import { ScrubFolder } from "../support/in-process.js";
import { NATIONALS, type Person, people, phoneListOf } from "../support/people.js";
import { type BookCell, workbookOf } from "../support/workbooks.js";
import { LAW_RUNS } from "./runs.js";

interface Form {
  dialect?: Partial<Dialect>;
  save(text: string): Buffer;
  read(bytes: Buffer): string;
  /** Records are as long as the longest, so that none is ragged. */
  isRectangle?: true;
}

const COMMA: Dialect = { delimiter: ",", lineEnd: "\n", bom: false, quoteAll: false, lastLineEnd: true };
const UTF8: Form = { save: (text) => Buffer.from(text), read: String };
const UTF16LE: Form = { save: (text) => Buffer.from(text, "utf16le"), read: (bytes) => bytes.toString("utf16le") };
const UTF16BE: Form = {
  save: (text) => Buffer.from(text, "utf16le").swap16(),
  read: (bytes) => Buffer.from(bytes).swap16().toString("utf16le"),
};
const BOM = { bom: true };
const RECTANGLE: Form = {
  dialect: { bom: true, lineEnd: "\r\n" },
  save: (text) => Buffer.from(rectangleOf(text)),
  read: String,
  isRectangle: true,
};
const WORKBOOK: Form = { ...RECTANGLE, save: (text) => workbookOf(rowsOf(text)) };

/** The first is what the others are held against; of rectangles, the first of them. */
const FORMS: Readonly<Record<string, Form>> = {
  "utf-8": UTF8,
  "utf-8 with a byte order mark": { ...UTF8, dialect: BOM },
  "utf-16le": { ...UTF16LE, dialect: BOM },
  "utf-16le without a mark": UTF16LE,
  "utf-16be": { ...UTF16BE, dialect: BOM },
  "utf-16be without a mark": UTF16BE,
  "windows-1252": {
    save: (text) => Buffer.from(text.replaceAll("–", "\x96"), "latin1"),
    read: (bytes) => bytes.toString("latin1").replaceAll("\x96", "–"),
  },
  gzip: { save: (text) => gzipSync(text), read: String },
  "gzip of utf-16": { save: (text) => gzipSync(UTF16LE.save(text)), read: UTF16LE.read, dialect: BOM },
  semicolons: { ...UTF8, dialect: { delimiter: ";" } },
  "tabs, CRLF and utf-16, as Excel saves it": {
    ...UTF16LE,
    dialect: { delimiter: "\t", lineEnd: "\r\n", bom: true },
  },
  bars: { ...UTF8, dialect: { delimiter: "|" } },
  "all cells in quotes": { ...UTF8, dialect: { quoteAll: true } },
  "CR alone": { ...UTF8, dialect: { lineEnd: "\r" } },
  "a spreadsheet as CSV": RECTANGLE,
  workbook: WORKBOOK,
  "workbook with its texts in the cells": { ...WORKBOOK, save: (text) => workbookOf(rowsOf(text), { inline: true }) },
  "workbook as a stream writes it": {
    ...WORKBOOK,
    save: (text) => workbookOf(rowsOf(text), { descriptors: true, placeless: true, prefix: "x" }),
  },
  "CR alone, semicolons and utf-16": { ...UTF16BE, dialect: { delimiter: ";", lineEnd: "\r" } },
};

/** What Windows-1252 can write, on one line, so that every form can hold it. */
const latinPeople: fc.Arbitrary<Person[]> = people.map((all) =>
  all.map((person) => ({
    ...person,
    name: person.name.replace("日本", "Óscar").replace("\n", " "),
    telefono: latin(person.telefono),
    celular: latin(person.celular),
  })),
);

function latin(cell: string): string {
  return cell.replaceAll("\u2011", "–").replaceAll("\u200b", "");
}

const suppressed = fc.subarray([...NATIONALS], { maxLength: 3 }).map((nationals) => ["79999998", ...nationals]);

test("a phone list ends alike in every form", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(Math.ceil(LAW_RUNS / 5), latinPeople, suppressed, async (people, nationals) => {
    const suppress = [`telefono\n${nationals.join("\n")}\n`];
    const firsts = new Map<true | undefined, unknown>();
    for (const [name, form] of Object.entries(FORMS)) {
      const dialect = { ...COMMA, ...form.dialect };
      const list = form.save(phoneListOf(people, dialect).text);
      const { code, stderr, clean, removed } = await folder.scrub({ lists: [list], suppress });
      expect(code, `${name}: ${stderr}`).toBe(0);
      const kept = cellsOf(form.read(clean), dialect);
      const gone = cellsOf(form.read(removed), dialect).map((cells) => [cells[0], ...cells.slice(-5)]);
      if (!firsts.has(form.isRectangle)) firsts.set(form.isRectangle, { kept, gone });
      expect({ kept, gone }, name).toEqual(firsts.get(form.isRectangle));
    }
  });
});

test("a suppression list suppresses alike in every form", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(Math.ceil(LAW_RUNS / 5), latinPeople, latinPeople, async (people, optedOut) => {
    const lists = [phoneListOf(people, COMMA).text];
    let first: unknown;
    for (const [name, form] of Object.entries(FORMS)) {
      const suppress = [form.save(phoneListOf(optedOut, { ...COMMA, ...form.dialect }).text)];
      const args = ["--max-unreadable", "100%", "--allow-empty", "bajas0.csv"];
      const { code, clean, removed } = await folder.scrub({ lists, suppress, args });
      const outcome = { code, clean: clean.toString(), removed: removed.toString() };
      first ??= outcome;
      expect(outcome, name).toEqual(first);
    }
  });
});

function rectangleOf(text: string): string {
  const dialect = { ...COMMA, ...RECTANGLE.dialect };
  const rows = cellsOf(text, dialect);
  const width = Math.max(...rows.map(({ length }) => length));
  const padded = rows.map((cells) => cells.concat(Array(width - cells.length).fill("")));
  return encodeFile(
    padded.map((cells) => encodeRecord(cells, dialect)),
    dialect,
  );
}

/** As a spreadsheet holds them: what is a number of 8 or 11 digits is one. */
function rowsOf(text: string): BookCell[][] {
  const rows: string[][] = parse(text, { relax_column_count: true, bom: true, record_delimiter: "\r\n" });
  return rows.map((cells) => cells.map((cell) => (/^[1-9]\d{7}(?:\d{3})?$/.test(cell) ? Number(cell) : cell)));
}

function cellsOf(text: string, { delimiter, lineEnd }: Dialect): string[][] {
  return parse(text, { delimiter, record_delimiter: lineEnd, relax_column_count: true, bom: true, quote: '"' });
}
