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

/** Empty where it can't be read. */
export function readSystem(file: string): string {
  try {
    return fs.readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}

/** Processes of another one can't be seen from here; empty where the system does not say. */
export function namespaceOfProcesses(): string {
  try {
    return fs.readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}
