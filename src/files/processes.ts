// Identifies processes, as far as the system tells: this one in its files, and whether another is gone.

import { createHash } from "node:crypto";
import fs from "node:fs";
import { hostname } from "node:os";
import { codeOf } from "./system-errors.js";

/** Matches a mark of `ownMark`. */
export const PROCESS_MARK = /\d+-\d*(?:-[0-9a-f]{8}){3}/;

/**
 * Returns this process's mark for its temporary files and locks: its id; its start, because ids are used again; and hashes of
 * the machine, its start and its process namespace, because a folder may be shared.
 */
export function ownMark(): string {
  mark ??= [process.pid, startOf(process.pid), ...systemParts()].join("-");
  return mark;
}

let mark: string | undefined;

/** Whether the process whose mark a text begins with is gone. False if the system does not tell, or it is another machine's. */
export function isGone(mark: string): boolean {
  const [pid, started, machine, boot, namespace] = mark.split(/[-.]/);
  const [, , ownMachine, ownBoot, ownNamespace] = ownMark().split("-");
  if (machine !== ownMachine) return false;
  if (boot !== ownBoot) return true;
  if (namespace !== ownNamespace) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (cause) {
    if (codeOf(cause) === "ESRCH") return true;
  }
  const startNow = startOf(Number(pid));
  return startNow === GONE || (startNow !== "" && started !== "" && started !== startNow);
}

function systemParts(): string[] {
  const machine = `${hostname()} ${readSystem("/etc/machine-id")}`;
  const namespace = orUnknown(() => fs.readlinkSync("/proc/self/ns/pid"));
  const parts = [machine, readSystem("/proc/sys/kernel/random/boot_id"), namespace];
  return parts.map((part) => createHash("sha256").update(part).digest("hex").slice(0, 8));
}

/** In place of a zombie's start. In a container whose first process reaps none, it stays a zombie. */
const GONE = "gone";

/** Returns when a process began, in the system's ticks since its boot. */
function startOf(pid: number): string {
  // The name in brackets may contain spaces and brackets.
  const fields = readSystem(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? GONE : (fields[19] ?? "");
}

function readSystem(file: string): string {
  return orUnknown(() => fs.readFileSync(file, "utf8").trim());
}

/** Codes of missing or protected files: of a process that has just ended, or on a system without /proc. */
const NOT_TOLD = new Set(["ENOENT", "ENOTDIR", "ESRCH", "EACCES", "EPERM", "EINVAL"]);

/**
 * Returns an empty text if the system does not tell. A passing failure (no free descriptors) is thrown: otherwise a living
 * process would count as gone.
 */
function orUnknown(read: () => string): string {
  try {
    return read();
  } catch (cause) {
    if (NOT_TOLD.has(codeOf(cause))) return "";
    throw cause;
  }
}
