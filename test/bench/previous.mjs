// The program as it was before the kernel, built from its commit beside the benchmark's lists: a peer like the others.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FOLDER } from "./generate.mjs";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
const COMMIT = "8a0c2a5";

/** Where its command is; undefined where the commit is not at hand. Built once, with the packages of today. */
export function previousCommand() {
  const folder = path.join(FOLDER, `svscrub-${COMMIT}`);
  const command = path.join(folder, "bin/svscrub.js");
  if (existsSync(path.join(folder, "dist/main.js"))) return command;
  mkdirSync(folder, { recursive: true });
  const archive = spawnSync("git", ["-C", REPOSITORY, "archive", COMMIT], { maxBuffer: 2 ** 28 });
  if (archive.status !== 0) return undefined;
  spawnSync("tar", ["-x", "-C", folder], { input: archive.stdout });
  if (!existsSync(path.join(folder, "node_modules")))
    symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
  const built = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
    cwd: folder,
  });
  return built.status === 0 ? command : undefined;
}
