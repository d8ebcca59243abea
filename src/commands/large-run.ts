// Prepares runs of a second or more: settings of the engine and the scanning thread, which would only slow a small run.

import { sizeOf } from "../files/paths.js";

/** Bytes of a list from which a run is large. Streams count as large. */
const LARGE_BYTES = 8 * 1024 * 1024;

const isLarge = (path: string) => sizeOf(path) >= LARGE_BYTES;

/**
 * Tells the engine what it can't know of a large run. Its objects die young, so that more room for them only costs memory.
 * Node 20 optimises what ran some hundred times, which takes a sixth of the CPU time of a run of a second; later versions
 * wait of their own accord, and know no such option.
 */
export async function prepareEngine(words: readonly string[]): Promise<void> {
  if (!words.some((word) => word === "-" || isLarge(word))) return;
  const { setFlagsFromString } = await import("node:v8");
  setFlagsFromString("--semi-space-growth-factor=1");
  if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=600000");
}

/** Starts the thread that scans long lists while other modules are loaded and lists opened. */
export async function startThreadOf(lists: readonly string[]): Promise<void> {
  if (lists.some(isLarge)) (await import("../lists/ahead-thread.js")).startAhead();
}
