// Which process is which: what the system tells of this one and of others, as far as it tells anything.

import fs from "node:fs";
import { codeOf } from "./system-errors.js";

/**
 * Tells whether a process of this machine and namespace is alive. One that has ended and only waits to be buried is not: in a
 * container whose first process buries nobody it waits for good.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if (codeOf(cause) === "ESRCH") return false;
  }
  return startOf(pid) !== GONE;
}

/** Another after each start of the machine; empty where the system does not say. */
export function bootOfSystem(): string {
  return readSystem("/proc/sys/kernel/random/boot_id");
}

/** What stands for the start of a process that has ended. */
const GONE = "gone";

/** When it began, in the kernel's ticks since the boot. */
export function startOf(pid: number): string {
  // The name in brackets may hold spaces and brackets itself.
  const fields = readSystem(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? GONE : (fields[19] ?? "");
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
