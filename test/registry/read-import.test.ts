// Files that an import can't read, and a column whose numbers begin late; every other shape is a case of fixtures/imports/.

import { expect, test } from "vitest";
import type { ImportPlan } from "../../src/registry/understanding.js";
import { IMPORT_PLAN, readWanted } from "../support/import-plan.js";
import { Workdir } from "../support/workdir.js";

async function read(kind: ImportPlan["kind"], content: string) {
  const dir = new Workdir({ "in.csv": content });
  return readWanted({ ...IMPORT_PLAN, kind, file: dir.at("in.csv") });
}

test.each<[string, ImportPlan["kind"], string, object]>([
  ["messages without a column of them", "sms", "telefono,x\n7000-1234,1\n", { exitCode: 2, values: ["text"] }],
  ["results without a column of them", "call", "telefono\n7000-1234\n", { exitCode: 2, values: ["action"] }],
  ["results as JSON", "call", '{"telefono":"70001301","resultado":"BAJA"}\n', { sentence: "noList" }],
])("refused: %s", async (_, kind, content, error) => {
  await expect(read(kind, content)).rejects.toMatchObject(error);
});

test("a sender that is no number bars the number of any other cell, however late the file begins to hold some", async () => {
  const plain = Array.from({ length: 1100 }, (_, i) => `7000-${2000 + i},gracias,,\n`).join("");
  const csv = `From,Body,ref,otro\n${plain}CLARO,STOP,,7000-1234\nCLARO,STOP,,70001235\nCLARO,STOP +503 7000 1236,70001237,\n`;
  const { events, reviews } = await read("sms", csv);
  expect(events).toEqual([]);
  expect(reviews.map(({ phone }) => phone)).toEqual(["+50370001234", "+50370001235", "+50370001236", "+50370001237"]);
});
