// A rule of types or of columns that is added to the definition alone is right at once, on every path.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { REPOSITORY, Workdir } from "../support/workdir.js";

/** A rule more, in one file of the program as it is built: what it is put before, and what is removed then. */
interface Mutant {
  file: string;
  before: string;
  rule: string;
  isRemoved: (national: number) => boolean;
  reason: string;
}

const MUTANTS: Record<string, Mutant> = {
  "a type is excluded by another reason": {
    file: "scrub/rules.js",
    before: 'if (type === "foreign")',
    rule: 'if (type === "mobile") return "not-reachable";',
    isRemoved: () => true,
    reason: "not-reachable",
  },
  "the text of a column bars": {
    file: "lexicon/columns.js",
    before: "const words = wordsOfName(name);",
    rule: 'if (name === "color") return columnKind("no llamar");',
    isRemoved: (national) => (national - 70_000_000) % 3 === 0,
    reason: "says-no",
  },
};

/** A long list's records, which a thread finds, are longer. */
const LISTS = { short: { records: 900, width: 0 }, long: { records: 9_000, width: 950 } };

/** A list of numbers that nobody opted out of. */
function listOf({ records, width }: { records: number; width: number }): string {
  const colors = ["si", "", "no"];
  const row = (i: number) => `${i},${70_000_000 + i},${colors[i % 3]},${"x".repeat(width)}\n`;
  return `id,telefono,color,nota\n${Array.from({ length: records }, (_, i) => row(i)).join("")}`;
}

describe("where a rule is added to the definition alone", () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** The program with a rule more. */
  function mutate({ file, before, rule }: Mutant): string {
    // Where it finds its packages.
    const cache = join(REPOSITORY, "node_modules", ".cache");
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, "mutant-"));
    folders.push(folder);
    const isModule = (path: string) => !/^(?:bundle|types|man)$|\.d\.ts$/.test(basename(path));
    cpSync(join(REPOSITORY, "dist"), join(folder, "dist"), { recursive: true, filter: isModule });
    cpSync(join(REPOSITORY, "package.json"), join(folder, "package.json"));
    const mutated = join(folder, "dist", file);
    const source = readFileSync(mutated, "utf8");
    expect(source.split(before), `${file} has one "${before}"`).toHaveLength(2);
    writeFileSync(mutated, source.replace(before, `${rule}\n${before}`));
    const program = join(folder, "run.mjs");
    writeFileSync(program, RUN);
    return program;
  }

  for (const [name, mutant] of Object.entries(MUTANTS))
    test(`${name}, on every path`, { timeout: 60_000 }, () => {
      const program = mutate(mutant);
      const dir = new Workdir({ "dnc.csv": "telefono\n22223333\n" });
      for (const [path, shape] of Object.entries(LISTS)) {
        const { records } = shape;
        dir.write("list.csv", listOf(shape));
        for (const input of path === "short" ? ["list.csv", "-"] : ["list.csv"]) {
          const options = ["-s", "dnc.csv", "-o", "clean.csv", "--removed", "removed.csv", "--no-report", "-q", "-f"];
          const { status, stderr } = spawnSync(process.execPath, [program, input, ...options], {
            cwd: dir.path,
            input: dir.read("list.csv"),
            encoding: "utf8",
          });
          expect({ input, status, stderr: stderr.replace(/^warning: .*\n/gm, "") }).toEqual({
            input,
            status: 0,
            stderr: "",
          });
          const numbers = Array.from({ length: records }, (_, i) => 70_000_000 + i);
          const kept = numbersIn(dir.text("clean.csv"));
          expect([path, input, kept]).toEqual([path, input, numbers.filter((national) => !mutant.isRemoved(national))]);
          const removed = dir.lines("removed.csv").slice(1);
          expect(removed.filter((row) => !row.includes(`,${mutant.reason},`))).toEqual([]);
          expect(numbersIn(dir.text("removed.csv"))).toEqual(numbers.filter(mutant.isRemoved));
        }
      }
    });
});

const RUN = `import { main } from "./dist/main.js";
process.exitCode = await main(process.argv.slice(2), process);
`;

/** The national numbers of a list's records. */
function numbersIn(list: string): number[] {
  const rows = list.trimEnd().split("\n").slice(1);
  return rows.map((row) => Number(row.split(",")[1]!.replace(/^\+503/, "")));
}
