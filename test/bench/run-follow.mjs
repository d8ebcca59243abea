// How long a message takes that is followed, beside a registry of a million events: one after the other, each awaited; and in
// bulk, with memory at the beginning and at the end. Every answer is held against what was sent.

import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { FOLDER } from "./generate.mjs";
import { median } from "./measure.mjs";
import { phoneOf, TIME, writeRegistry } from "./registry.mjs";

const SHIM = new URL("../../bin/svscrub.js", import.meta.url).pathname;
const HEADER = "From,To,Body,DateSent\n";

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureFollow({ quick }) {
  const registry = path.join(FOLDER, "follow-registry.csv");
  const review = path.join(FOLDER, "follow-review.csv");
  const events = quick ? 100_000 : 1_000_000;
  const bulk = quick ? 10_000 : Number(process.env.FOLLOWED ?? 100_000);
  writeRegistry(registry, events);
  const bytes = readFileSync(registry).length;
  const follower = new Follower(registry, review);
  const began = performance.now();
  follower.write(HEADER);
  await follower.answers(1);
  const start = performance.now() - began;
  const atStart = follower.memory();
  /** @type {number[]} */
  const walls = [];
  for (let i = 0; i < 200; i++) {
    const sent = performance.now();
    follower.write(messageOf(events + i));
    await follower.answers(1);
    walls.push(performance.now() - sent);
  }
  const sent = performance.now();
  /** @type {number[]} */
  const memories = [];
  for (let i = 0; i < bulk; i += 1000) {
    follower.write(Array.from({ length: 1000 }, (_, k) => messageOf(events + 200 + i + k)).join(""));
    await follower.answers(1000);
    if (i % 10_000 === 0) memories.push(follower.memory());
  }
  const rate = bulk / ((performance.now() - sent) / 1000);
  const code = await follower.end();
  const recorded = readFileSync(registry, "latin1").slice(bytes).split("\n").length - 1;
  const unexplained = code === 0 && recorded === 200 + bulk ? 0 : 1;
  for (const file of [registry, review]) rmSync(file, { force: true });
  const slowest = walls.toSorted((a, b) => a - b)[189] ?? Number.NaN;
  const late = memories.at(-1) ?? Number.NaN;
  console.log(`\na registry of ${events.toLocaleString("en")} events, ${(bytes / 1e6).toFixed(0)} MB, followed`);
  console.log(
    `start ${(start / 1000).toFixed(2)} s; of 200 messages, each awaited: median ${median(walls).toFixed(1)} ms, 95 % within ${slowest.toFixed(1)} ms`,
  );
  console.log(
    `${bulk.toLocaleString("en")} in groups of 1,000: ${Math.round(rate).toLocaleString("en")} a second; resident ${atStart} MB at the start, ${memories[0]} MB early in bulk, ${late} MB at its end, ${follower.peak} MB at most`,
  );
  return {
    targets: [
      { name: "a followed message, durable and answered", wall: median(walls), limit: 20, unit: "ms" },
      { name: "a followed message in bulk", wall: 1000 / rate, limit: 0.5, unit: "ms" },
      { name: "following: memory", wall: follower.peak, limit: 300, unit: "MB" },
    ],
    unexplained,
  };
}

/** @param {number} i */
function messageOf(i) {
  return `${phoneOf(i)},+50322220000,STOP,${TIME}\n`;
}

class Follower {
  peak = 0;
  #lines = 0;
  /** @type {() => void} */
  #wake = () => {};
  #child;

  /** @param {string} registry @param {string} review */
  constructor(registry, review) {
    const to = ["--registry", registry, "--review", review, "--kind", "sms", "--follow", "-q"];
    this.#child = spawn(process.execPath, [SHIM, "registry", "import", "-", ...to], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    createInterface({ input: this.#child.stdout }).on("line", () => {
      this.#lines++;
      this.#wake();
    });
  }

  /** @param {string} text */
  write(text) {
    this.#child.stdin.write(text);
  }

  /** Waits for so many more lines. @param {number} count */
  async answers(count) {
    while (this.#lines < count)
      await new Promise((resolve) => {
        this.#wake = () => resolve(undefined);
      });
    this.#lines -= count;
  }

  /** Resident now, in MB; the peak is the kernel's. */
  memory() {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "latin1");
    const read = (/** @type {string} */ name) =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
    this.peak = read("VmHWM");
    return read("VmRSS");
  }

  /** @returns {Promise<number | null>} */
  end() {
    this.#child.stdin.end();
    return new Promise((resolve) => {
      this.#child.on("close", resolve);
    });
  }
}
