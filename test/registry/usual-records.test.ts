// Records whose words were met before come to what they would if each were read.

import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { KNOWN } from "../../src/registry/usual-records.js";
import { draws } from "../support/draws.js";
import { IMPORT_PLAN, readWanted } from "../support/import-plan.js";
import { Workdir } from "../support/workdir.js";

const { most } = KNOWN;
const PLAN = { ...IMPORT_PLAN, own: new Set(["+50322220001"]) };

afterEach(() => {
  KNOWN.most = most;
});

/** What the records of a CSV come to, by all that they ask for. */
async function read(csv: string, known: number, columns: readonly string[] = []) {
  KNOWN.most = known;
  const dir = new Workdir();
  dir.write("in.csv", csv);
  const overrides = { ...PLAN.overrides, columns };
  const { wanted, ...all } = await readWanted({ ...PLAN, overrides, file: dir.at("in.csv"), kind: "sms" });
  const { records, help, other, outbound, skipped, firstReviewLine, undated, datesContradict } = all;
  const rows = Array.from({ length: wanted.length }, (_, row) => row);
  return {
    counts: {
      records,
      help,
      other,
      outbound,
      skipped,
      firstReviewLine,
      undated,
      datesContradict,
      asked: wanted.counts,
    },
    ...{ events: all.events, reviews: all.reviews, helps: all.helps, ranges: wanted.ranges },
    rows: rows.map((row) => [wanted.keyAt(row), wanted.isHelp(row), wanted.isHelp(row) || wanted.isAlone(row)]),
    usual: rows.filter((row) => wanted.usualAt(row, "") !== undefined).length,
  };
}

const PHONES =
  "70000001,+50370000002,7000-0003,whatsapp:+50370000004,22220001,7000,70000001 70000002,'70000005,50370000006,";
const TEXTS =
  'BAJA|ALTA|AYUDA|INFO|gracias|no|borren mis datos|baja para el 7000-0002|no llamen a 7000-00XX|baja para mi esposa|no más por whatsapp|"dijo ""baja"""|precio, por favor|Alta? #|siete cero cero cero cero cero cero dos baja';
const CELLS: Readonly<Record<string, string>> = {
  From: PHONES,
  To: "22220001,70000001,+50370000002,7000,",
  Body: TEXTS,
  SentDate: "2026-11-24T08:00:00-06:00,2026-11-24T22:00:00Z,2026-11-24 09:00:00Z,2026-11-25,24/11/2026 9:00,hoy,",
  MessageSid: "SM1,#SM2,// 3,70000003,",
  ErrorCode: ",21610,30003",
  OptOutType: ",STOP,START",
  Direction: "inbound,outbound,",
  notas: ",pide que no lo llamen,ver 7000-0007,cliente",
  consentimiento: "sí,no,",
  email: "a@b.sv,7000-0008@c.sv,",
  hora: ",9:00",
};

/** The first values of a column are the plainest, and drawn most. */
const drawnOf = (name: string) => {
  const values = CELLS[name]!.split(name === "Body" ? "|" : ",");
  return name === "Body"
    ? fc.constantFrom(...values)
    : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values.slice(0, 2)) }, fc.constantFrom(...values));
};

/** A CSV with two columns more, whose lines say one of a few things. */
const csv = fc
  .tuple(fc.subarray(Object.keys(CELLS).slice(4), { maxLength: 2 }), fc.boolean())
  .chain(([more, hasTo]) => {
    const names = [...(hasTo ? ["To"] : []), "Body", "SentDate", ...more];
    const said = fc.tuple(...names.map(drawnOf)).map((cells) => cells.join(","));
    return fc
      .array(said, { minLength: 1, maxLength: 4 })
      .chain((few) => fc.array(fc.tuple(drawnOf("From"), fc.constantFrom(...few)), { minLength: 10, maxLength: 40 }))
      .map((lines) => [`From,${names}`, ...lines.map((cells) => cells.join(",")), ""].join("\n"));
  });

describe("records whose words were met before", () => {
  test("come to what they would if each were read", async () => {
    let usual = 0;
    await fc.assert(
      fc.asyncProperty(csv, fc.constantFrom([], ["From"]), async (text, columns) => {
        const { usual: known, ...quick } = await read(text, most, columns);
        const { usual: none, ...careful } = await read(text, 0, columns);
        expect(quick).toEqual(careful);
        expect(none).toBe(0);
        usual += known;
      }),
      { numRuns: draws(400) },
    );
    expect(usual).toBeGreaterThan(draws(400));
  });

  test("are not known where they tell of a message of ours, which is its recipient's", async () => {
    const line = (from: string) => `${from},+50370000001,BAJA,2026-11-24T08:00:00-06:00,21610\n`;
    const lines = ["70000001", "70000001", "70000001", "70000005"].map(line);
    const { events } = await read(`From,To,Body,SentDate,ErrorCode\n${lines.join("")}`, most);
    expect(events.map(({ phone }) => phone)).toEqual(Array(4).fill("+50370000001"));
  });

  test("are known from the third on, but for one whose number, date or name is not plain, or whose number is ours", async () => {
    const line = (phone: string, date = "2026-11-24T08:00:00-06:00", id = "SM1") => `${phone},BAJA,${date},${id}\n`;
    const lines = [
      ...["70000001", "70000002", "70000003"].map((phone) => line(phone)),
      ...[line("7000-0004"), line("70000005", "24/11/2026"), line("70000006", undefined, "#1"), line("22220001")],
      line("+50370000007"),
    ];
    const { usual, events } = await read(`From,Body,SentDate,MessageSid\n${lines.join("")}`, most);
    expect([usual, events.length]).toEqual([2, 7]);
  });
});
