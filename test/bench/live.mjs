// How long one answer takes: to a message that is followed, to a question while the registry grows, and within a
// program that has the lists open.

import { spawn } from "node:child_process";
import { appendFileSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { OWN_BIN } from "./builds.mjs";
import { FOLDER } from "./generate.mjs";
import { median } from "./measure.mjs";
import { phoneOf, TIME, writeRegistry } from "./registry.mjs";

const LIBRARY = new URL("../../dist/bundle/index.js", import.meta.url).href;
const REGISTRY = path.join(FOLDER, "live-registry.csv");
const REVIEW = path.join(FOLDER, "live-review.csv");
/** Nobody from here on is in the registry. */
const NEW = 15_000_000;

export async function measureLive({ optOuts, quick }) {
  rmSync(REVIEW, { force: true });
  writeRegistry(REGISTRY, optOuts);
  const targets = [...(await measureFollowed(quick ? 10_000 : 100_000)), ...(await measureChecks(optOuts))];
  for (const file of [REGISTRY, REVIEW]) rmSync(file, { force: true });
  const rows = targets.map(({ name, ...target }) => ({ name, targets: [target], unexplained: 0 }));
  return { title: `Answers beside a registry of ${optOuts.toLocaleString("en")} events`, base: "", rows };
}

/** Messages one after the other, each awaited, and in bulk. */
async function measureFollowed(bulk) {
  const bytes = statSync(REGISTRY).size;
  const own = ["--registry", REGISTRY, "--review", REVIEW, "--kind", "sms", "--follow", "-q"];
  const follower = new Conversation(["registry", "import", "-", ...own]);
  const messageOf = (i) => `${phoneOf(NEW + i)},+50322220000,STOP,${TIME}\n`;
  await follower.ask("From,To,Body,DateSent\n");
  const walls = [];
  for (let i = 0; i < 200; i++) walls.push(await follower.ask(messageOf(i)));
  let inBulk = 0;
  for (let i = 200; i < 200 + bulk; i += 1000)
    inBulk += await follower.ask(Array.from({ length: 1000 }, (_, k) => messageOf(i + k)).join(""), 1000);
  const peak = follower.peak();
  await follower.end();
  const recorded = readFileSync(REGISTRY, "latin1").slice(bytes).split("\n").length - 1;
  if (recorded !== 200 + bulk) throw new Error(`of ${200 + bulk} messages that were followed ${recorded} are recorded`);
  return [
    { name: "a followed message, durable and answered", what: "median", value: median(walls), most: 20, unit: "ms" },
    { name: "a followed message in bulk", what: "mean", value: inBulk / bulk, most: 0.5, unit: "ms" },
    { name: "following messages", what: "memory", value: peak, most: 300, unit: "MB" },
  ];
}

async function measureChecks(events) {
  const appended = (i) =>
    appendFileSync(REGISTRY, `e${i},${phoneOf(NEW + i)},opt-out,any,${TIME},${TIME},sms,,,replies.csv:${i}\n`);
  const { openSuppression } = await import(LIBRARY);
  const lists = await openSuppression({ lists: REGISTRY });
  const numbers = Array.from({ length: 1000 }, (_, i) => phoneOf((i * 7777) % (events * 2)));
  const checks = [];
  for (let run = 0; run < 5; run++) {
    const began = performance.now();
    for (let i = 0; i < 200_000; i++) lists.check(numbers[i % numbers.length]);
    checks.push((performance.now() - began) / 200);
  }
  lists.close();
  const asked = new Conversation(["check", "-", "--follow", "-s", REGISTRY, "--lang", "en"]);
  const walls = [];
  for (let i = 500_000; i <= 500_300; i++) {
    appended(i);
    walls.push(await asked.ask(`${phoneOf(NEW + i)}\n`));
    if (!asked.last.includes("NOT")) throw new Error("the event before the question does not count");
  }
  await asked.end();
  return [
    { name: "openSuppression().check", what: "median", value: median(checks), most: 5, unit: "µs" },
    { name: "check --follow, after an event", what: "median", value: median(walls), most: 1, unit: "ms" },
  ];
}

/** A command that answers lines with lines. */
class Conversation {
  last = "";
  #lines = 0;
  #wake = () => {};
  #child;

  constructor(words) {
    this.#child = spawn(process.execPath, [OWN_BIN, ...words], { stdio: ["pipe", "pipe", "inherit"] });
    createInterface({ input: this.#child.stdout }).on("line", (line) => {
      this.last = line;
      this.#lines++;
      this.#wake();
    });
  }

  /** Milliseconds until so many lines have come. */
  async ask(text, lines = 1) {
    const began = performance.now();
    this.#child.stdin.write(text);
    while (this.#lines < lines)
      await new Promise((resolve) => {
        this.#wake = () => resolve(undefined);
      });
    this.#lines -= lines;
    return performance.now() - began;
  }

  /** MB of memory at most, by the kernel. */
  peak() {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "latin1");
    return (Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) * 1024) / 1e6;
  }

  end() {
    this.#child.stdin.end();
    return new Promise((resolve) => {
      this.#child.on("close", resolve);
    });
  }
}
