// What an export says of itself in the manifest beside it, and what becomes of a list that does not fit it.

import fs from "node:fs";
import { expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const LIST = "telefono\n7012-3456\n7999-1111\n";

/** A registry of two opt-outs, exported to dnc.csv. */
async function exported(...options: string[]): Promise<Workdir> {
  const dir = new Workdir({ "list.csv": LIST });
  await dir.ok("registry add 7012-3456 6123-4567 --registry registry.csv");
  await dir.ok(["registry", "export", "--registry", "registry.csv", "-o", "dnc.csv", ...options]);
  return dir;
}

function manifestIn(dir: Workdir): Record<string, unknown> {
  return dir.json("dnc.csv.manifest.json");
}

async function scrubbed(dir: Workdir, ...options: string[]) {
  return await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", ...options]);
}

function reportIn(dir: Workdir) {
  return dir.json("clean.audit.json") as {
    suppressions: { as_of: string; as_of_from: string }[];
  };
}

test("An export's manifest says what it is, and only its owner may read it", async () => {
  const dir = await exported();
  const manifest = manifestIn(dir);
  const ids = dir.lines("registry.csv").map((line) => line.split(",")[0]);
  expect(manifest).toMatchObject({
    schema_version: 1,
    file: "dnc.csv",
    bytes: dir.read("dnc.csv").length,
    events: 2,
    last_event: ids.at(-1),
  });
  expect(fs.statSync(dir.at("dnc.csv.manifest.json")).mode & 0o777).toBe(0o600);
  const run = await scrubbed(dir);
  run.mustExit(0);
  expect(run.stderr).toContain("by its manifest");
  expect(reportIn(dir).suppressions[0]).toMatchObject({ as_of: manifest.as_of, as_of_from: "manifest" });
  await dir.ok("verify clean.audit.json");
});

const DAMAGES: [string, (dir: Workdir) => void, RegExp][] = [
  ["cut", (dir) => fs.truncateSync(dir.at("dnc.csv"), 150), /dnc\.csv: has 150 bytes, but its manifest says \d+ bytes/],
  ["longer", (dir) => fs.appendFileSync(dir.at("dnc.csv"), "x"), /its manifest says \d+ bytes/],
  [
    "another of the same length",
    (dir) => dir.write("dnc.csv", dir.text("dnc.csv").replace("6123", "6124")),
    /has SHA-256 [0-9a-f]{64}, but its manifest says SHA-256 [0-9a-f]{64}/,
  ],
  [
    "beside half a manifest",
    (dir) => fs.truncateSync(dir.at("dnc.csv.manifest.json"), 40),
    /is no manifest that this svscrub can read/,
  ],
  [
    "beside another JSON",
    (dir) => dir.write("dnc.csv.manifest.json", '{"schema_version":1}'),
    /is no manifest that this/,
  ],
  [
    "beside a newer manifest",
    (dir) => dir.write("dnc.csv.manifest.json", '{"schema_version":2}'),
    /is no manifest that this/,
  ],
  [
    "beside a manifest that is a folder",
    (dir) => {
      fs.rmSync(dir.at("dnc.csv.manifest.json"));
      fs.mkdirSync(dir.at("dnc.csv.manifest.json"));
    },
    /dnc\.csv\.manifest\.json: is a folder/,
  ],
];
for (const [what, damage, said] of DAMAGES)
  test(`An exported list that is ${what} is refused`, async () => {
    const dir = await exported();
    damage(dir);
    const run = await scrubbed(dir);
    run.check(() => {
      expect(run.code).toBe(4);
      expect(run.stderr).toMatch(said);
      expect(dir.list()).not.toContain("clean.csv");
    });
  });

test("An export and its manifest replace others only where that was said, and both or neither", async () => {
  const dir = await exported();
  const before = [dir.text("dnc.csv"), dir.text("dnc.csv.manifest.json")];
  fs.rmSync(dir.at("dnc.csv"));
  await dir.ends(5, "registry export --registry registry.csv -o dnc.csv");
  expect(dir.list()).toEqual(["dnc.csv.manifest.json", "list.csv", "registry.csv"]);
  await dir.ok("registry export --registry registry.csv -o dnc.csv --force");
  expect([dir.text("dnc.csv"), dir.text("dnc.csv.manifest.json")]).toEqual(before);
});

test("A hashed export and one to stdout: the one has a manifest, the other none", async () => {
  const dir = await exported("--hash", "sha256");
  (await scrubbed(dir)).mustExit(0);
  expect(reportIn(dir).suppressions[0]!.as_of_from).toBe("manifest");
  await dir.ok("registry export --registry registry.csv");
  expect(dir.list().filter((file) => file.includes("manifest"))).toEqual(["dnc.csv.manifest.json"]);
});

test("In a folder a manifest beside its list is passed over, and one without it is named", async () => {
  const dir = await exported();
  fs.mkdirSync(dir.at("lists"));
  for (const file of ["dnc.csv", "dnc.csv.manifest.json"]) fs.renameSync(dir.at(file), dir.at(`lists/${file}`));
  const run = await dir.ok("list.csv -s lists -o clean.csv");
  expect(run.stderr).not.toContain("warning");
  dir.write("lists/other.csv.manifest.json", "{}");
  const again = await dir.run("list.csv -s lists -o clean.csv --force");
  expect(again.stderr).toContain("other.csv.manifest.json");
});

test("No output may be the manifest of a list", async () => {
  const dir = await exported();
  (await scrubbed(dir, "--report", "dnc.csv.manifest.json", "--force")).mustExit(2);
});

test("A registry says that its newest event or, where an import only touched it, the file's time tells its date", async () => {
  const dir = await exported();
  const from = async () => {
    await dir.ok("list.csv -s registry.csv -o clean.csv --force");
    return reportIn(dir).suppressions[0]!.as_of_from;
  };
  expect(await from()).toBe("registry");
  const later = new Date(Date.now() + 3_600_000);
  fs.utimesSync(dir.at("registry.csv"), later, later);
  expect(await from()).toBe("file-time");
});
