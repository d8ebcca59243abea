// The lock that a killed process leaves behind, for whoever comes after it.

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ownMark } from "../../src/files/processes.js";
import { REPOSITORY } from "./workdir.js";

/** The built module, for processes of their own. */
export const LOCK_MODULE = pathToFileURL(join(REPOSITORY, "dist/files/lock.js")).href;

/** Parts of a mark that are others than this process's; of the machine and its start eight hex digits. */
export interface OtherMark {
  pid?: string | number;
  started?: string;
  machine?: string;
  boot?: string;
}

/** The mark of this process, but for those parts. */
export function markWith(other: OtherMark): string {
  const [pid, started, machine, boot, namespace] = ownMark().split("-");
  return Object.values({ pid, started, machine, boot, namespace, ...other }).join("-");
}

/** What stands in the lock of this process, but for those parts of its mark. */
export function holderWith(other: OtherMark = {}): string {
  return `${markWith(other)}.${randomBytes(8).toString("hex")}`;
}

/** The id of a process that has ended: it is free, or another process's by now. */
export function deadPid(): number {
  return spawnSync("true").pid;
}

/** The lock of a process that has ended. */
export function leaveStaleLock(file: string, other: OtherMark = {}): void {
  writeFileSync(`${file}.lock`, holderWith({ pid: deadPid(), ...other }));
}
