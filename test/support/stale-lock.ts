// The lock that a killed process leaves behind, for whoever comes after it.

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { REPOSITORY } from "./workdir.js";

/** The built module, for processes of their own. */
export const LOCK_MODULE = pathToFileURL(join(REPOSITORY, "dist/files/lock.js")).href;

/** The lock of a process that has ended: its id is free, or another process's by now. */
export function leaveStaleLock(file: string, change: (holder: Record<string, unknown>) => void = () => {}): void {
  left ??= killedHolding(file);
  const holder = { ...(JSON.parse(left) as Record<string, unknown>), token: randomBytes(8).toString("hex") };
  change(holder);
  writeFileSync(`${file}.lock`, JSON.stringify(holder));
}

let left: string | undefined;

/** What stands in the lock of a process that is killed while it has that of the file. */
function killedHolding(file: string): string {
  const script = `
    const { withLock } = await import(${JSON.stringify(LOCK_MODULE)});
    await withLock(process.argv[1], async () => process.kill(process.pid, "SIGKILL"));
  `;
  spawnSync(process.execPath, ["--input-type=module", "-e", script, file]);
  return readFileSync(`${file}.lock`, "utf8");
}
