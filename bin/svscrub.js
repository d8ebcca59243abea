#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";
import { main } from "../dist/bundle/main.js";

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
process.exitCode = await main(process.argv.slice(2), process);
