// Which process is which: what the system tells of this one and of others, as far as it tells anything.

import fs from "node:fs";
import { codeOf } from "./system-errors.js";

/** Tells whether a process of this machine and namespace is alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) !== "ESRCH";
  }
}

/** Another after each start of the machine; empty where the system does not say. */
export function bootOfSystem(): string {
  return readSystem("/proc/sys/kernel/random/boot_id");
}

/** "gone" for a process that has ended and only waits to be buried. */
export function startOf(pid: number): string {
  // The name in brackets may hold spaces and brackets itself.
  const fields = readSystem(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? "gone" : (fields[19] ?? "");
}

export function readSystem(file: string): string {
  return ifTold(() => fs.readFileSync(file, "utf8").trim());
}

/** Processes of another one can't be seen from here; empty where the system does not say. */
export function namespaceOfProcesses(): string {
  return ifTold(() => fs.readlinkSync("/proc/self/ns/pid"));
}

/** Codes of what is not there, or is not for everybody: a process that has just ended, a system without /proc. */
const NOT_TOLD = new Set(["ENOENT", "ENOTDIR", "ESRCH", "EACCES", "EPERM", "EINVAL"]);

/**
 * Empty where the system does not say. What it would say in another moment (of which nothing was read for want of descriptors) is
 * the system's own error: a process of which nothing was read would pass for one that is gone.
 */
function ifTold(read: () => string): string {
  try {
    return read();
  } catch (cause) {
    if (NOT_TOLD.has(codeOf(cause))) return "";
    throw cause;
  }
}
