// Newcomers' walks with the program as a tarball brings it: sessions of fixtures/walks/, each with nothing but the README and what
// the program says. Below a command stand the exit code that it ends with, if not 0, and what it shows on either output.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { REPOSITORY, Workdir } from "./support/workdir.js";

const FIXTURES = path.join(REPOSITORY, "fixtures");
const SHOWN = "(the command shown)";

for (const file of readdirSync(path.join(FIXTURES, "walks"))) {
  const [title = "", ...lines] = readFileSync(path.join(FIXTURES, "walks", file), "utf8").split("\n");
  test(`A newcomer with the packed program meets no surprise: ${title}`, () => {
    const dir = new Workdir();
    dir.write("bin/svscrub", `#!/bin/sh\nexec "${process.execPath}" "${installed()}" "$@"\n`);
    chmodSync(dir.at("bin/svscrub"), 0o755);
    const env = {
      PATH: `${dir.at("bin")}:${path.dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`,
      ...{ HOME: dir.path, LANG: file.includes(".es.") ? "es_SV.UTF-8" : "en_US.UTF-8", COLUMNS: "100", FIXTURES },
    };
    let shown = "";
    const commands = lines.flatMap((line, at) => (line.startsWith("$ ") ? [at] : []));
    for (const [i, at] of commands.entries()) {
      const command = lines[at]!.slice(2).replace(SHOWN, shown);
      const expected = lines.slice(at + 1, commands[i + 1]);
      const typed = ["-c", `exec 2>&1 </dev/null\n${command}`];
      const run = spawnSync("sh", typed, { cwd: dir.path, env, encoding: "utf8" });
      const scene = `$ ${command}\n${run.stdout}`;
      const code = expected.find((line) => line.startsWith("["))?.slice(1, -1) ?? "0";
      expect(String(run.status), scene).toBe(code);
      for (const line of expected) if (line.startsWith("  ")) expect(scene).toContain(line.slice(2));
      shown = /^ {2}(svscrub .*)$/m.exec(run.stdout)?.[1] ?? shown;
    }
  });
}

/** Packed and unpacked as npm does it; the dependencies are those of the repository. */
function installed(): string {
  const dir = new Workdir();
  const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", dir.path], {
    cwd: REPOSITORY,
    encoding: "utf8",
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  mkdirSync(dir.at("node_modules"));
  execFileSync("tar", ["-xzf", dir.at(filename), "-C", dir.path]);
  const root = dir.at("package");
  symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(root, "node_modules"));
  return path.join(root, "bin/svscrub.js");
}
