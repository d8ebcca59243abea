// Other builds of svscrub to compare with: of a commit, built beside the benchmark's lists, or a checkout that is
// built.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FOLDER } from "./generate.mjs";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
const BIN = "bin/svscrub.js";

/** The command of this build. */
export const OWN_BIN = path.join(REPOSITORY, BIN);

/** The command of a build; undefined where there is none. Built once, with the packages of today. */
export function binOf(commit) {
  if (existsSync(path.join(commit, BIN))) return path.resolve(commit, BIN);
  const folder = path.join(FOLDER, `svscrub-${commit}`);
  if (existsSync(path.join(folder, "dist/man"))) return path.join(folder, BIN);
  mkdirSync(folder, { recursive: true });
  const archive = spawnSync("git", ["-C", REPOSITORY, "archive", commit], { maxBuffer: 2 ** 28 });
  if (archive.status !== 0) return undefined;
  spawnSync("tar", ["-x", "-C", folder], { input: archive.stdout });
  if (!existsSync(path.join(folder, "node_modules")))
    symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
  const built = spawnSync("npm", ["run", "build"], { cwd: folder, encoding: "utf8" });
  if (built.status !== 0) console.log(`${commit} can't be built: ${built.stderr.slice(-400)}`);
  return built.status === 0 ? path.join(folder, BIN) : undefined;
}
