// svscrub demo: its files are there, its commands work as they are shown, and nothing that stands is touched.

import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const FILES = ["bajas.csv", "clientes.csv"];

test.each([
  ["en", [], "svscrub-demo", ["clean.csv", "clean.audit.json", "removed.csv"]],
  ["es", ["una prueba"], "una prueba", ["depurada.csv", "depurada.audit.json", "quitados.csv"]],
] as const)(
  "the commands that it shows scrub the list and ask about a number (%s)",
  async (language, typed, folder, made) => {
    const dir = new Workdir();
    const run = await dir.ok(["demo", ...typed], { env: { SVSCRUB_LANG: language } });
    expect(readdirSync(dir.at(folder)).sort()).toEqual(FILES);
    const [enter, scrub, check] = run.out.split("\n").flatMap((line) => (line.startsWith("  ") ? [line.trim()] : []));
    const scrubbed = await dir.shell(`${enter} && ${scrub}`);
    scrubbed.mustExit(0);
    expect(readdirSync(dir.at(folder)).sort()).toEqual([...FILES, ...made].sort());
    const { counts } = dir.json(`${folder}/${made[1]}`);
    // There is something to see.
    for (const disposition of ["clean", "suppressed", "duplicate", "invalid"])
      expect(counts[disposition], disposition).toBeGreaterThan(0);
    const checked = await dir.shell(`${enter} && ${check}`);
    checked.mustExit(1);
  },
);

test("its people are those of the fixtures, who are made up", () => {
  for (const name of FILES) {
    const known = new Set(readFileSync(join(REPOSITORY, "fixtures", name), "utf8").split("\n"));
    const lines = readFileSync(join(REPOSITORY, "src/commands/demo", name), "utf8").split("\n");
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => !known.has(line))).toEqual([]);
  }
});

const standing: [string, (dir: Workdir) => void][] = [
  ["an empty folder", (dir) => mkdirSync(dir.at("here"))],
  ["a file", (dir) => dir.write("here", "mine")],
  ["an older demo", (dir) => dir.write("here/clientes.csv", "mine")],
  ["a link that leads nowhere", (dir) => symlinkSync("nowhere", dir.at("here"))],
];
test.each(standing)("what stands already stays as it is: %s", async (_what, lay) => {
  const dir = new Workdir();
  lay(dir);
  const before = dir.list();
  const run = await dir.ends(5, "demo here");
  expect(run.stderr).toContain("svscrub: here: already exists; nothing was changed\n  Give another folder");
  expect(dir.list()).toEqual(before);
  if (dir.exists("here/clientes.csv")) expect(dir.text("here/clientes.csv")).toBe("mine");
});
