// A name says what a file is: CSV under another format's name opens in no program, and behind "-" only one thing can stand.
// Wherever a command writes a file, it is refused before any work.

import { beforeEach, describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

let dir: Workdir;
beforeEach(async () => {
  dir = new Workdir({ "list.csv": "telefono\n7000-1234\n", "dnc.csv": "telefono,fecha\n7000-1235,2026-11-20\n" });
  dir.write("log.csv", "telefono,fecha\n7000-1235,2026-11-21\n");
  dir.write("in.csv", "from,body,date\n7000-1236,quien habla,2026-11-20\n");
  await dir.ok("registry add 7000-1237 --registry r.csv");
  await dir.ok("list.csv -s dnc.csv -o clean.csv");
});

const WRITING: [string, ...string[]][] = [
  ["--log", "list.csv", "-s", "dnc.csv", "-o", "new.csv"],
  ["-o", "audit", "log.csv", "-s", "dnc.csv"],
  ["--removed", "verify", "clean.audit.json", "-s", "dnc.csv"],
  ["-o", "registry", "export", "--registry", "r.csv", "--format", "csv"],
  ["--registry", "registry", "add", "7000-1238"],
  ["--ack", "registry", "add", "7000-1238", "--registry", "r.csv"],
  ["--registry", "registry", "import", "in.csv", "--kind", "sms", "--review", "rev.csv"],
  ["--review", "registry", "import", "in.csv", "--kind", "sms", "--registry", "r.csv"],
  ["--ack", "registry", "import", "in.csv", "--kind", "sms", "--registry", "r.csv", "--review", "rev.csv"],
];

describe("another format's name for what is written as CSV is refused", () => {
  test.each(WRITING)("behind %s of %s %s %s", async (option, ...words) => {
    const before = dir.contents();
    const run = await dir.ends(2, [...words, option, "x.xlsx"]);
    expect(run.stderr).toContain("x.xlsx: ");
    expect(run.stderr).toContain("Write .csv in place of .xlsx");
    expect(dir.contents()).toEqual(before);
  });

  test.each([
    ...["x.xlsm", "x.xls", "x.xlsb", "x.ods", "x.Ods", "x.xltx", "x.xlsx.gz"],
    ...["x.json", "x.JSONL", "x.ndjson", "x.parquet", "x.json.gz"],
  ])("as %s", async (name) => {
    await dir.ends(2, ["list.csv", "-s", "dnc.csv", "-o", name]);
    await dir.ends(2, ["list.csv", "-s", "dnc.csv", "--removed", name, "-o", "y.csv"]);
  });

  test.each(WRITING.filter(([option]) => option !== "--log"))(
    "as JSON behind %s of %s %s",
    async (option, ...words) => {
      await dir.ends(2, [...words, option, "x.json"]);
    },
  );
});

test("an export whose format nobody typed is what its name says", async () => {
  await dir.ok("registry export --registry r.csv -o x.json");
  expect(dir.json("x.json")).toMatchObject({ stands: [{ phone: "+50370001237" }] });
});

test("a scrub writes its lists as workbooks", async () => {
  await dir.ok("list.csv -s dnc.csv -o kept.XLSX --removed removed.xlsx");
  await dir.ok("list.csv -s dnc.csv -o all.xlsx --flag");
  expect(dir.list()).toEqual(expect.arrayContaining(["kept.XLSX", "kept.audit.json", "removed.xlsx", "all.xlsx"]));
});

test("what is JSON may be called so", async () => {
  await dir.ok("list.csv -s dnc.csv -o new.csv --log runs.jsonl");
  await dir.ok("registry export --registry r.csv --format json -o r.json");
});

test("a name that only holds one is none", async () => {
  await dir.ok("list.csv -s dnc.csv -o de.xlsx.csv --removed xlsx");
});

describe("stdout is one thing's", () => {
  test.each([
    ["--output", "list.csv", "-s", "dnc.csv", "-o", "-"],
    ["--output", "list.csv", "-s", "dnc.csv"],
    ["--removed", "list.csv", "-s", "dnc.csv", "-o", "new.csv", "--removed", "-"],
    ["--output", "audit", "log.csv", "-s", "dnc.csv", "-o", "-"],
    ["--removed", "verify", "clean.audit.json", "-s", "dnc.csv", "--removed", "-"],
  ])("--json is refused beside the list of %s: %s %s %s %s %s %s %s", async (option, ...words) => {
    const before = dir.contents();
    const run = await dir.ends(2, [...words, "--json"]);
    const { error } = JSON.parse(run.stderr);
    expect(error).toMatchObject({
      message: `--json and the list of ${option} can't both go to stdout`,
      hint: expect.stringContaining(`Write the list to a file: ${option} FILE.csv.`),
    });
    expect(run.stdout.length).toBe(0);
    expect(dir.contents()).toEqual(before);
  });

  test("verify leaves it to the records of --removed -, and says the rest on stderr", async () => {
    dir.write("today.csv", "telefono\n7000-1234\n");
    const run = await dir.ends(1, "verify clean.audit.json -s today.csv --removed -");
    expect(run.out).toMatch(/^telefono,svscrub_disposition,.*\n\+50370001234,suppressed,opted-out,today\.csv:1,.*\n$/);
    expect(run.stderr).toContain("clean.audit.json: SHA-256 ");
    expect(run.stderr).not.toContain("wrote");
  });

  test.each(["--registry", "--review", "--ack"])("%s is a file, of which stdout is none", async (option) => {
    const before = dir.contents();
    const files = { "--registry": "r.csv", "--review": "rev.csv", "--ack": "acks.csv", [option]: "-" };
    const run = await dir.ends(2, ["registry", "import", "in.csv", "--kind", "sms", ...Object.entries(files).flat()]);
    expect(run.stderr).toContain(option);
    expect(dir.contents()).toEqual(before);
  });
});
