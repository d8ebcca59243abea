// How long one answer takes: of a program that has the lists open, and of `check - --follow` whose registry grows before each question.

import { spawn } from "node:child_process";
import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { FOLDER } from "./generate.mjs";
import { median } from "./measure.mjs";

const HEADER = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence";
const SHIM = new URL("../../bin/svscrub.js", import.meta.url).pathname;
const LIBRARY = new URL("../../dist/bundle/index.js", import.meta.url).href;
const CHECKS = 200_000;
const QUESTIONS = 300;

/** @param {number} i */
function eventOf(i) {
  const time = new Date(Date.UTC(2025, 0, 1) + i * 1000).toISOString().slice(0, 19);
  return `e${i},+503${70_000_000 + i * 7},opt-out,any,${time}-06:00,${time}-06:00,sms,,,replies.csv:${i}\n`;
}

/** @param {string} file @param {number} events */
function writeRegistry(file, events) {
  writeFileSync(file, `${HEADER}\n`);
  for (let i = 0; i < events; i += 10_000)
    appendFileSync(file, Array.from({ length: Math.min(10_000, events - i) }, (_, k) => eventOf(i + k)).join(""));
}

/** @param {import("./bench.mjs").Plan} plan @returns {Promise<import("./bench.mjs").Part>} */
export async function measureLive({ optOuts }) {
  const file = path.join(FOLDER, "registry-live.csv");
  writeRegistry(file, optOuts);
  /** @type {typeof import("../../src/library/index.js")} */
  const { openSuppression } = await import(LIBRARY);
  let started = performance.now();
  const lists = await openSuppression({ lists: file });
  const opened = performance.now() - started;
  const numbers = Array.from({ length: 1000 }, (_, i) => String(70_000_000 + i * 7777));
  const checks = [];
  for (let run = 0; run < 5; run++) {
    started = performance.now();
    for (let i = 0; i < CHECKS; i++) lists.check(/** @type {string} */ (numbers[i % numbers.length]));
    checks.push(((performance.now() - started) / CHECKS) * 1000);
  }
  const refreshes = [];
  for (let i = 0; i < QUESTIONS; i++) {
    appendFileSync(file, eventOf(optOuts + i));
    started = performance.now();
    await lists.refresh();
    refreshes.push(performance.now() - started);
  }
  if (lists.check(String(70_000_000 + (optOuts + QUESTIONS - 1) * 7)).may_contact)
    throw new Error("what was appended last is not read");
  lists.close();
  const followed = await followedChecks(file, optOuts + QUESTIONS);
  rmSync(file);
  console.log(`\na registry of ${optOuts.toLocaleString("en")} events, opened in ${(opened / 1000).toFixed(2)} s`);
  console.log(`refresh after one event      ${median(refreshes).toFixed(3)} ms`);
  return {
    targets: [
      { name: "openSuppression().check", wall: median(checks), limit: 5, unit: "µs" },
      { name: "check --follow, after an event", wall: median(followed), limit: 1, unit: "ms" },
    ],
    unexplained: 0,
  };
}

/** Milliseconds from the question to its answer, an event appended before each. @param {string} file @param {number} from */
async function followedChecks(file, from) {
  const child = spawn(process.execPath, [SHIM, "check", "-", "--follow", "-s", file, "--lang", "en"]);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const times = [];
  for (let i = 0; i <= QUESTIONS; i++) {
    appendFileSync(file, eventOf(from + i));
    const started = performance.now();
    child.stdin.write(`${70_000_000 + (from + i) * 7}\n`);
    const { value } = await answers.next();
    if (!value?.includes("NOT")) throw new Error("the event before the question does not count");
    // The first waits for the lists to be loaded.
    if (i > 0) times.push(performance.now() - started);
  }
  child.stdin.end();
  return times;
}
