// Which process is which: what the system tells of this one and of others, as far as it tells anything.

import { createHash } from "node:crypto";
import fs from "node:fs";
import { hostname } from "node:os";
import { codeOf } from "./system-errors.js";

/** Matches what `ownMark` returns. */
export const PROCESS_MARK = /\d+-\d*(?:-[0-9a-f]{8}){3}/;

/**
 * Names this process in its temporary files and locks: its id; its start, for an id is used again; its machine,
 * the start of that, and which processes can be seen there, for a folder may be shared with others.
 */
export function ownMark(): string {
  mark ??= [process.pid, startOf(process.pid), ...systemParts()].join("-");
  return mark;
}

let mark: string | undefined;

/** Tells whether the process of what begins with a mark is gone for certain: one of another machine may be alive. */
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
  return startNow === GONE || ![startNow, ""].includes(started!);
}

function systemParts(): string[] {
  const machine = `${hostname()} ${readSystem("/etc/machine-id")}`;
  const namespace = orUnknown(() => fs.readlinkSync("/proc/self/ns/pid"));
  const parts = [machine, readSystem("/proc/sys/kernel/random/boot_id"), namespace];
  return parts.map((part) => createHash("sha256").update(part).digest("hex").slice(0, 8));
}

/**
 * Stands for the start of a process that has ended and only waits to be buried: in a container whose first process
 * buries nobody it waits for good.
 */
const GONE = "gone";

/** When it began, in the kernel's ticks since the boot. */
function startOf(pid: number): string {
  // The name in brackets may hold spaces and brackets itself.
  const fields = readSystem(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? GONE : (fields[19] ?? "");
}

function readSystem(file: string): string {
  return orUnknown(() => fs.readFileSync(file, "utf8").trim());
}

/** Codes of what is not there, or is not for everybody: a process that has just ended, a system without /proc. */
const NOT_TOLD = new Set(["ENOENT", "ENOTDIR", "ESRCH", "EACCES", "EPERM", "EINVAL"]);

/**
 * Empty where the system does not say. What it would say in another moment (of which nothing was read for want of
 * descriptors) is the system's own error: a process of which nothing was read would pass for one that is gone.
 */
function orUnknown(read: () => string): string {
  try {
    return read();
  } catch (cause) {
    if (NOT_TOLD.has(codeOf(cause))) return "";
    throw cause;
  }
}
