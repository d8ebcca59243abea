// The sample of raw cells as a list of one column, through the whole program: what comes out clean is what was expected.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { REPOSITORY, Workdir } from "./support/workdir.js";

interface SampleRow {
  raw: string;
  expected_e164: string;
  also_accepted: string;
}

/** Never clean by the contract: a placeholder, and groups of unlike lengths around ` - `. */
const STRICTER = ["+503 2222-2222", "5037012 - 3456"];

const SAMPLE = parse<SampleRow>(readFileSync(join(REPOSITORY, "fixtures/phone-sample.csv")), {
  columns: true,
  bom: false,
});

test("every raw cell of the sample comes out with the expected number, or not at all", async () => {
  const dir = new Workdir();
  const quote = (raw: string) => `"${raw.replaceAll('"', '""')}"`;
  dir.write("list.csv", `telefono\n${SAMPLE.map(({ raw }) => `${quote(raw)}\n`).join("")}`);
  dir.write("optouts.csv", "telefono\n2999-9998\n");
  const outputs = "-o clean.csv --removed removed.csv";
  await dir.ok(`list.csv -s optouts.csv --types mobile,fixed,toll_free,premium --keep-duplicates ${outputs}`);

  const removed = parse<Record<string, string>>(dir.read("removed.csv"), { columns: true });
  const goneRecords = new Set(removed.map((record) => Number(record.svscrub_record)));
  const clean = parse<{ telefono: string }>(dir.read("clean.csv"), { columns: true }).map(({ telefono }) => telefono);
  const wrong: string[] = [];
  for (const [i, { raw, expected_e164, also_accepted }] of SAMPLE.entries()) {
    const got = goneRecords.has(i + 1) ? "" : clean.shift();
    const expected = !expected_e164.startsWith("+503") || STRICTER.includes(raw) ? "" : expected_e164;
    if (got !== expected && !(got !== "" && got === also_accepted))
      wrong.push(`${JSON.stringify(raw)}: got "${got}", expected "${expected}"`);
  }
  expect(wrong).toEqual([]);
  expect(clean).toEqual([]);
});
