#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";

// What a list's run makes dies young: more room for it costs memory and time. The engine forgets it when a thread gets its
// heap. What a registry holds lives long. A short run is faster while its heap may grow.
const keepRoomSmall = () => setFlagsFromString("--semi-space-growth-factor=1");
if (process.argv[2] !== "registry") {
  keepRoomSmall();
  process.on("worker", (worker) => {
    setFlagsFromString("--optimize-for-size");
    worker.once("online", keepRoomSmall);
  });
}
// Node 20 optimises what ran some hundred times, which takes a sixth of a run's CPU time; later versions wait of their own accord.
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=600000");
// Node 22 and later keep what they compiled. It is run again, so it is where nobody but the user writes.
const home = process.env.HOME ?? process.env.USERPROFILE;
if (home) module.enableCompileCache?.(join(home, ".cache", "svscrub"));
const { main } = await import("../dist/bundle/main.js");
process.exitCode = await main(process.argv.slice(2), process);
