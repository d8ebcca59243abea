// Installs a package of tools that only some of the checks and tests need (test/checks, test/browser, test/library/bundlers) where it is
// not there yet, or is older than its lock file. As a command: node test/support/installed.mjs FOLDER [FILE ARG…] runs a file of it, too.

import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Makes sure that a folder's packages are installed. Throws where npm fails, with what it said. */
export function ensureInstalled(folder) {
  const writtenAt = (name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  // npm writes this copy of the lock file last.
  if (writtenAt("node_modules/.package-lock.json") > writtenAt("package-lock.json")) return;
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (npm.status !== 0) throw new Error(`npm ci failed in ${folder}: ${npm.stderr || npm.error}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, file, ...args] = process.argv.slice(2);
  ensureInstalled(folder);
  if (file !== undefined) {
    const run = spawnSync(process.execPath, [path.join(folder, "node_modules", file), ...args], { stdio: "inherit" });
    process.exitCode = run.status ?? 1;
  }
}
