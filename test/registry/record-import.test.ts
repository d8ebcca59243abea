// Imports however long: what they record does not depend on how many rows are looked at together.

import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { readImport } from "../../src/registry/read-import.js";
import { AT_A_TIME, Recorder } from "../../src/registry/record.js";
import { TEMPLATES } from "../../src/text/acknowledgements.js";
import { draws, forAllAsync } from "../support/draws.js";
import { IMPORT_PLAN } from "../support/import-plan.js";
import { Workdir } from "../support/workdir.js";

const ALL = AT_A_TIME.records;
const NOW = new Date("2026-11-25T12:00:00-06:00");
const HEADER = "From,Body,SentDate,MessageSid\n";
const line = fc
  .tuple(
    fc.constantFrom("70000001", "70000002", "70000003", "22220001", "7000", ""),
    fc.constantFrom(
      "BAJA",
      "ALTA",
      "AYUDA",
      "gracias",
      "no",
      "borren mis datos",
      "baja para este y para el 7000-0002",
      "no llamen a 7000-00XX",
      "no llamar del 7000-0000 al 7000-0009",
    ),
    fc.constantFrom("2026-11-24T08:00:00-06:00", "2026-11-24T09:00:00-06:00", "2026-11-25", ""),
    fc.constantFrom("a", "b"),
  )
  .map((cells) => `${cells.join(",")}\n`);
const body = fc.array(line, { maxLength: 25, size: "max" });

afterEach(() => {
  AT_A_TIME.records = ALL;
});

/** Imports one after the other into one registry. Returns the outcomes, and the files without ids and moments of recording. */
async function imported(bodies: readonly string[][], rows: number) {
  AT_A_TIME.records = rows;
  const dir = new Workdir();
  const [registry, reviews, acknowledgements] = ["r.csv", "v.csv", "a.csv"].map((name) => dir.at(name)) as [
    string,
    string,
    string,
  ];
  const outcomes: unknown[] = [];
  for (const lines of bodies) {
    dir.write("in.csv", HEADER + lines.join(""));
    const recorder = new Recorder({ registry, reviews, acknowledgements, templates: TEMPLATES });
    await readImport(
      { ...IMPORT_PLAN, file: dir.at("in.csv"), kind: "sms" },
      rows,
      async (group, _opened, { isLast, isOnly }) => {
        await recorder.record(group, { now: NOW, isOnly, isLast });
      },
    );
    const { counts, torn, suppressed } = recorder;
    outcomes.push({ counts, torn }, suppressed.size);
  }
  // Of several groups the opt-ins stand behind all else.
  const visible = (file: string) =>
    (existsSync(file) ? readFileSync(file, "utf8").replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID") : "")
      .split("\n")
      .sort();
  return {
    outcomes,
    registry: visible(registry),
    reviews: visible(reviews),
    acknowledgements: visible(acknowledgements),
  };
}

describe("an import", () => {
  test("looked at in groups of a few rows records and acknowledges what it does in one", async () => {
    await forAllAsync(draws(40), body, body, fc.constantFrom(1, 2, 5), async (first, second, rows) => {
      const bodies = [first, [...second, ...first.slice(0, 5)], first];
      expect(await imported(bodies, rows)).toEqual(await imported(bodies, ALL));
    });
  });

  test("answers a call for help once, also where its file holds the same message twice, or comes again", async () => {
    const lines = ["70000001,AYUDA,2026-11-24T08:00:00-06:00,a\n", "70000001,AYUDA,2026-11-24T08:00:00-06:00,a\n"];
    const { acknowledgements } = await imported([lines, lines], 1);
    expect(acknowledgements.filter((one) => one.includes("help-"))).toHaveLength(1);
  });

  test("knows a message again that is cut in the middle of a sign", async () => {
    const lines = [`70000001,${"x".repeat(1999)}😀 no,2026-11-24T08:00:00-06:00,a\n`];
    const { reviews } = await imported([lines, lines], ALL);
    expect(reviews).toHaveLength(3);
  });
});
