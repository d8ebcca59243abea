// What is done first for a run that takes a second or more, and would only cost a small one time.

import { sizeOf } from "../files/paths.js";

/** A run over a stream, or over so many bytes, takes long enough for what follows. */
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

/** Starts the thread that scans long lists, which takes as long as all that is to be loaded and opened before the first. */
export async function startThreadOf(lists: readonly string[]): Promise<void> {
  if (lists.some(isLarge)) (await import("../lists/ahead-thread.js")).startAhead();
}
