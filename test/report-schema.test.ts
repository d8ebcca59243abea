// The audit report against the JSON Schema that ships in the package.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { REPOSITORY, Workdir } from "./support/workdir.js";

const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(REPOSITORY, "src/audit/report.schema.json"), "utf8")),
);

test("the report of a run with everything in it fits its schema", async () => {
  const dir = new Workdir();
  dir.write("list.csv", "nombre,telefono\nAna,7012-3456\nLuis,7013-4567\nEva,+504 9123-4567\nLeo,n/a\nMia,800-1234\n");
  dir.write("dnc.csv", "telefono\n7013-4567\n7014-5678\nno tiene\n");
  const args = ["list.csv", "-s", "dnc=dnc.csv", "-o", "out.csv", "--removed", "gone.csv", "--canary", "dnc=7014-5678"];
  const run = await dir.run([...args, "--label", "campaign=navidad", "--json"]);
  run.mustExit(0);
  const report = JSON.parse(dir.read("out.audit.json").toString());
  validate(report);
  expect(validate.errors).toBeNull();
  expect(JSON.parse(run.stdout.toString())).toEqual(report);
  expect(report.run.labels).toEqual({ campaign: "navidad" });
  expect(report.self_check).toMatchObject({
    canaries: [{ number: "+503 70••••78", list: "dnc", suppressed: true }],
    failed: 0,
  });
  expect(report.suppressions[0].unreadable_records).toEqual([3]);
});

test("the schema refuses a report that names a full number or an unknown field", async () => {
  expect(validate({ schema_version: 1, phone: "+50370123456" })).toBe(false);
});

test("two runs over the same files differ in their id and times only", async () => {
  const dir = new Workdir();
  dir.write("list.csv", "telefono\n7012-3456\n7013-4567\n");
  dir.write("dnc.csv", "telefono\n7013-4567\n");
  const reports = [];
  for (const name of ["a", "b"]) {
    (await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--force", "--report", `${name}.json`])).mustExit(
      0,
    );
    const { run, clean_until, ...rest } = JSON.parse(dir.read(`${name}.json`).toString());
    reports.push({ ...rest, options: { ...run.options, report: undefined } });
  }
  expect(reports[0]).toEqual(reports[1]);
});
