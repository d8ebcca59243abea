// A program that imports the package, for tests that bundle it: what it prints shows that its functions answer.

import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { VERSION } from "../../src/commands/version.js";
import { LONG } from "../../src/lists/batches.js";
import { installIn } from "./installed.js";
import { workbookOf } from "./workbooks.js";
import { REPOSITORY, Workdir } from "./workdir.js";

/** How a program may be bundled: `everything` into one file, or what is installed left outside. */
export const SHAPES = (["esm", "cjs"] as const).flatMap((format) =>
  (["everything bundled", "packages external"] as const).map((packages) => ({ format, packages })),
);
export type Shape = (typeof SHAPES)[number];

const PROGRAM = `
import { openRegistry, openSuppression, readNumber, scrub } from "svscrub";

async function main() {
  const told = {};
  told.read = readNumber("cel 7012-3456 / +1 305 555 0134").reads_as.map(({ number }) => number);
  const lists = await openSuppression({ lists: "bajas.csv" });
  told.checked = ["7012-3456", "6123-4567", "+1 305 555 0134"].map((number) => lists.check(number).may_contact);
  lists.close();
  const book = await openSuppression({ lists: "bajas.xlsx" });
  told.ofWorkbook = book.check("6123-4567").may_contact;
  book.close();
  const registry = await openRegistry({ path: "registro.csv", review: "revision.csv", create: true });
  told.recorded = (await registry.import({ From: "+50370123456", Body: "BAJA" })).action;
  await registry.close();
  const { counts, tool, warnings } = await scrub({ lists: "lista.csv", suppress: "bajas.csv", output: "limpia.csv" });
  const long = await scrub({ lists: "larga.csv", suppress: "bajas.csv", output: "larga-limpia.csv", keepDuplicates: true });
  const refused = await scrub({ lists: "nix.csv", suppress: "bajas.csv" }).catch(({ kind }) => kind);
  const codes = (report) => report.warnings.map(({ code }) => code).filter((code) => code !== "entries-unreadable");
  Object.assign(told, { counts, version: tool.version, warnings: codes({ warnings }), long: long.counts.clean, ofLong: codes(long), refused });
  console.log(JSON.stringify(told));
}
main();
`;

/** A record with a text after a closing quote suppresses its numbers. */
const OPT_OUTS = 'telefono,nota\n6123-4567,\n"7999-8888"x,"a"b\n';
const LONG_RECORD = "Ana,7012-3456\n";

/** A folder in which the package is installed, with lists and the program to bundle. */
export function bundlingDir(): Workdir {
  const dir = new Workdir();
  mkdirSync(dir.at("node_modules"));
  symlinkSync(REPOSITORY, dir.at("node_modules/svscrub"));
  dir.write("package.json", '{ "type": "module" }');
  dir.write("program.mjs", PROGRAM);
  dir.write("bajas.csv", OPT_OUTS);
  dir.write("bajas.xlsx", workbookOf([["telefono"], ["6123-4567"]]));
  dir.write("lista.csv", "nombre,telefono\nAna,7012-3456\nLuis,6123-4567\nEva,7999-8888\n");
  dir.write("larga.csv", `nombre,telefono\n${LONG_RECORD.repeat(LONG.bytes / LONG_RECORD.length + 1)}`);
  return dir;
}

/** Runs a bundle where nothing is installed but what it was told to leave outside. */
export function runBundle(dir: Workdir, file: string, { packages }: Shape): void {
  const elsewhere = new Workdir();
  for (const name of ["bajas.csv", "bajas.xlsx", "lista.csv", "larga.csv", file]) elsewhere.write(name, dir.read(name));
  if (packages === "packages external") installIn(elsewhere);
  const run = spawnSync(process.execPath, [path.join(elsewhere.path, file)], { cwd: elsewhere.path, encoding: "utf8" });
  expect(run.stderr).toBe("");
  expect(run.status).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({
    read: ["+50370123456", "+13055550134"],
    checked: [true, false, false],
    ofWorkbook: false,
    recorded: "opt-out",
    counts: { clean: 1, suppressed: 2 },
    version: VERSION,
    warnings: [],
    ofLong: [],
    refused: "notFound",
  });
}
