// A maintainer's walk, from a copy of the sources: builds it, adds a spelling and a golden case as CONTRIBUTING.md says, sees the
// case fail before it is right, and runs the checks.

import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const COPIED = [
  ...["bin", "src", "test", "fixtures", "package.json", "biome.json", "knip.json", "tsconfig.json"],
  ...[
    ..."tsconfig.build.json bundle.mjs declarations.mjs vitest.config.ts README.md README.es.md".split(" "),
    ..."RECIPES.md RECIPES.es.md API.md API.es.md CONTRIBUTING.md CHANGELOG.md LICENSE".split(" "),
  ],
];

test("a maintainer adds a spelling and a golden case", { timeout: 600_000 }, () => {
  const dir = new Workdir();
  for (const name of COPIED)
    cpSync(path.join(REPOSITORY, name), dir.at(name), {
      recursive: true,
      filter: (source) => !source.includes("node_modules"),
    });
  symlinkSync(path.join(REPOSITORY, "node_modules"), dir.at("node_modules"));
  const type = (command: string) => {
    const env = {
      ...process.env,
      VITEST: undefined,
      VITEST_POOL_ID: undefined,
      VITEST_WORKER_ID: undefined,
      FORCE_COLOR: "0",
    };
    const { status, stdout } = spawnSync("sh", ["-c", `exec 2>&1\n${command}`], {
      cwd: dir.path,
      env,
      encoding: "utf8",
    });
    return { status, stdout };
  };

  const contributing = readFileSync(dir.at("CONTRIBUTING.md"), "utf8");
  expect(contributing).toContain("src/README.md");
  expect(type("npm run build")).toMatchObject({ status: 0 });
  expect(type("node bin/svscrub.js --version").stdout).toMatch(/^\d+\.\d+\.\d+\n$/);

  // A spelling: a line of fixtures/numbers.csv is a test.
  appendFileSync(dir.at("fixtures/numbers.csv"), "Celular personal: 7012-3456,+50370123456,,,,,with a label\n");
  const spelled = type('npx vitest run test/phone/read.test.ts -t "Celular personal"');
  expect(spelled.stdout).toMatch(/1 passed/);

  // A golden case: a file, written from what is promised.
  const file = dir.at("fixtures/cases/scrub/a-case-of-a-newcomer.case");
  const caseOf = (clean: string) => `-- args --
list.csv
-s
dnc.csv
-o
clean.csv
-- input/list.csv --
nombre,telefono
Ana,7012-3456
Luis,7013-4567
-- input/dnc.csv --
telefono
7013-4567
-- expected/clean.csv --
nombre,telefono
${clean}`;
  writeFileSync(file, caseOf("Ana,+50370123456\nLuis,+50370134567\n"));
  const golden = 'npx vitest run test/golden.test.ts -t "a case of a newcomer"';
  expect(type(golden)).toMatchObject({ status: 1, stdout: expect.stringContaining("clean.csv differs") });
  writeFileSync(file, caseOf("Ana,+50370123456\n"));
  expect(type(golden)).toMatchObject({ status: 0 });

  expect(type("npx tsc --noEmit")).toMatchObject({ status: 0 });
});
