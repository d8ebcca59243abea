// Runs one command and measures it: wall time, CPU time and peak resident memory.
// The peak is the kernel's own (wait4's ru_maxrss) by way of GNU time, whose small process also keeps this one's memory
// out of the child's figure; without GNU time, Linux's VmHWM is polled, which can only miss growth in the last moment.

import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const GNU_TIME = "/usr/bin/time";
const HAS_GNU_TIME = existsSync(GNU_TIME) && spawnSync(GNU_TIME, ["-f", "%M", "true"]).status === 0;
export const MEMORY_METHOD = HAS_GNU_TIME ? "GNU time (ru_maxrss)" : "VmHWM, polled every 5 ms";

/** Seconds after which a program is ended. */
export const TIMEOUT = 600;

/** @typedef {{ wall: number, cpu: number, peak: number, status: number | null, stderr: string }} Measurement seconds, seconds, MB (10^6 bytes) */

/** @param {readonly string[]} command @param {{ timeout: number, stdout?: string }} options seconds; a file for stdout @returns {Promise<Measurement>} */
export async function measure(command, { timeout, stdout }) {
  const figures = path.join(os.tmpdir(), `svscrub-bench-${process.pid}.time`);
  const words = HAS_GNU_TIME ? [GNU_TIME, "-q", "-f", "%U %S %M", "-o", figures, ...command] : [...command];
  const descriptor = stdout === undefined ? "ignore" : openSync(stdout, "w");
  const began = process.hrtime.bigint();
  const child = spawn(/** @type {string} */ (words[0]), words.slice(1), {
    stdio: ["ignore", descriptor, "pipe"],
    detached: true,
  });
  let stderr = "";
  child.stderr?.on("data", (bytes) => {
    stderr = (stderr + bytes).slice(-4000);
  });
  let polled = 0;
  const poll = HAS_GNU_TIME ? undefined : setInterval(() => (polled = peakOf(child.pid) ?? polled), 5);
  // The whole group, since the command is GNU time's child.
  const alarm = setTimeout(() => process.kill(-(/** @type {number} */ (child.pid)), "SIGKILL"), timeout * 1000);
  const status = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code));
  });
  const wall = Number(process.hrtime.bigint() - began) / 1e9;
  clearTimeout(alarm);
  clearInterval(poll);
  if (typeof descriptor === "number") closeSync(descriptor);
  if (!HAS_GNU_TIME) return { wall, cpu: Number.NaN, peak: polled / 1e6, status, stderr };
  // A first line says so when the command ended badly.
  const line = readFileSync(figures, "utf8").trim().split("\n").pop() ?? "";
  const [user = 0, system = 0, kibibytes = 0] = line.split(" ").map(Number);
  rmSync(figures);
  return { wall, cpu: user + system, peak: (kibibytes * 1024) / 1e6, status, stderr };
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Bytes, of a process that lives. @param {number | undefined} pid */
function peakOf(pid) {
  try {
    const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    return undefined;
  }
}
