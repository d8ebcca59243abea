// The package as npm installs it in a folder: its files and what it depends on, and nothing of the repository beside them.

import { cpSync, symlinkSync } from "node:fs";
import path from "node:path";
import { REPOSITORY, type Workdir } from "./workdir.js";

export function installIn(dir: Workdir): void {
  for (const file of ["package.json", "dist/bundle"])
    cpSync(path.join(REPOSITORY, file), dir.at(`node_modules/svscrub/${file}`), { recursive: true });
  const name = "node_modules/libphonenumber-js";
  symlinkSync(path.join(REPOSITORY, name), dir.at(name));
}
