// The newcomers' walks with the program as a tarball brings it, installed in a folder elsewhere.

import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { REPOSITORY, Workdir } from "../support/workdir.js";
import { WALKS } from "./newcomers.js";

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

describe("a newcomer with the packed program meets no surprise", () => {
  for (const [who, walk] of Object.entries(WALKS)) test(who, () => walk(installed()));
});
