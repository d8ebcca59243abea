// Faults put into the program under test: Node imports this file before it, and FAULTS says what goes wrong.
// Each fault is aimed at one function of node:fs, the way the program calls it, or at the start of a thread.

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import threads from "node:worker_threads";

/** As support/faulty.ts types them. */
const faults = JSON.parse(process.env.FAULTS ?? "[]");

for (const { call, at = 1, lasting = false, path = "", ...what } of faults) {
  if (call === "Worker") {
    // The system has no room for another thread.
    threads.Worker = class {
      constructor() {
        throw Object.assign(new Error(what.code), { code: what.code });
      }
    };
    syncBuiltinESMExports();
    continue;
  }
  let calls = 0;
  for (const name of [call].flat()) {
    const real = fs[name];
    const faulty = (...args) => {
      if (!args.some((arg) => !ArrayBuffer.isView(arg) && String(arg).includes(path))) return real(...args);
      calls++;
      if (calls === at || (lasting && calls > at)) {
        if (what.code !== undefined) return fail(what.code, args);
        process.kill(process.pid, what.signal);
      }
      return real(...args);
    };
    // Some functions carry others (`realpathSync.native`).
    fs[name] = Object.assign(faulty, real);
  }
}

/** The system's error, to the callback where there is one. */
function fail(code, args) {
  const error = Object.assign(new Error(code), { code });
  const callback = args.at(-1);
  if (typeof callback !== "function") throw error;
  setImmediate(callback, error);
}
