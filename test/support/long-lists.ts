// Has every list of a test read as long ones are, by the thread ahead and the kernel, or none.

import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { REPOSITORY } from "./workdir.js";

const { LONG } = (await import(
  pathToFileURL(`${REPOSITORY}dist/lists/batches.js`).href
)) as typeof import("../../src/lists/batches.js");
const USUAL = { ...LONG };

/** Until the test is over. */
export function takeLong(isLong: boolean): void {
  onTestFinished(() => void Object.assign(LONG, USUAL));
  Object.assign(LONG, isLong ? { bytes: 0, gzipBytes: 0 } : USUAL);
}
