// What must hold of a release: one version everywhere, a changelog in the usual form, and nothing that runs where it is installed.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { REPOSITORY } from "./support/workdir.js";

const read = (name: string) => readFileSync(join(REPOSITORY, name), "utf8");
const PACKAGE = JSON.parse(read("package.json"));
const LOCK = JSON.parse(read("package-lock.json"));
const CHANGELOG = read("CHANGELOG.md");
const KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

test("the version is the same in the package, its lock file, the changelog and the program", () => {
  const [newest] = [...CHANGELOG.matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm)].map(([, version]) => version);
  expect(PACKAGE.version).toBe(newest);
  expect(LOCK.version).toBe(newest);
  expect(LOCK.packages[""].version).toBe(newest);
  const said = execFileSync(process.execPath, [join(REPOSITORY, "bin/svscrub.js"), "--version"], { encoding: "utf8" });
  expect(said).toBe(`${newest}\n`);
});

test("the changelog has a date for every release, the newest first, and lists what changed by its kind", () => {
  const headings = [...CHANGELOG.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading!);
  const releases = headings.filter((heading) => heading !== "[Unreleased]");
  for (const heading of releases) expect(heading).toMatch(/^\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/);
  const dates = releases.map((heading) => heading.slice(-10));
  expect(dates).toEqual([...dates].sort().reverse());
  for (const date of dates) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
  const kinds = [...CHANGELOG.matchAll(/^### (.*)$/gm)].map(([, kind]) => kind!);
  expect(kinds.length).toBeGreaterThanOrEqual(releases.length);
  expect(kinds.filter((kind) => !KINDS.includes(kind))).toEqual([]);
});

test("who installs the package runs no script of ours, nor one of what it needs", () => {
  // npm asks before it installs a file whose package has one of these, prepare too.
  const atInstall = ["preinstall", "install", "postinstall", "prepare", "preprepare", "postprepare"];
  expect(atInstall.filter((script) => script in PACKAGE.scripts)).toEqual([]);
  for (const name of Object.keys(PACKAGE.dependencies)) {
    expect(LOCK.packages[`node_modules/${name}`].hasInstallScript, name).toBeUndefined();
    // A range would let in what nobody has tested.
    expect(PACKAGE.dependencies[name]).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test("a clone is built when its packages are installed, and nothing is published that was not tested", () => {
  // npm runs this one in a clone alone, where node_modules is changed.
  expect(PACKAGE.scripts.dependencies).toBe("npm run build");
  expect(PACKAGE.scripts.prepack).toBe("npm run build");
  expect(PACKAGE.scripts.prepublishOnly).toContain("npm test");
});

test("SECURITY.md names every package that runs with svscrub, and no other", () => {
  const [, needed, held] = /needs (.*) when it runs, and\s+holds (.*) in itself/s.exec(read("SECURITY.md")) ?? [];
  const named = (text = "") => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name!).sort();
  const licences = readdirSync(join(REPOSITORY, "dist/bundle")).filter((name) => name.endsWith(".LICENSE"));
  expect(named(needed)).toEqual(Object.keys(PACKAGE.dependencies).sort());
  expect(named(held)).toEqual(licences.map((name) => name.replace(".LICENSE", "")).sort());
});

test("SECURITY.md says how to report, in both languages, and names no address", () => {
  expect(existsSync(join(REPOSITORY, "SECURITY.md"))).toBe(true);
  const text = read("SECURITY.md");
  expect(text).toContain("Report a vulnerability");
  expect(text).toContain("## En español");
  expect(text).not.toMatch(/https?:|@|mailto/);
});
