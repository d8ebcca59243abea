// A long list is scanned by a thread ahead of the run, the same list from stdin is not: both must end alike.
// Every other form of a list is tried in scan-ahead.slow.test.ts.

import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { longList, outcomes } from "../support/long-lists.js";
import { Workdir } from "../support/workdir.js";

/** Just long enough for the thread. */
const LONG = 9 * 1024 * 1024;

test("a list that is scanned ahead ends as one that is not", async () => {
  const { first, second } = await outcomes(new Workdir(), longList("\r\n", 2, LONG));
  expect(first.code).toBe(0);
  expect(second.report).toEqual(first.report);
  expect(second.files.map((file, i) => file.equals(first.files[i]!))).toEqual([true, true]);
});

test("a list that is scanned ahead is refused where it is cut off", async () => {
  const packed = gzipSync(longList("\n", 1, LONG), { level: 1 });
  const { first, second } = await outcomes(new Workdir(), packed.subarray(0, -5));
  expect([first.code, second.code], String(first.report)).toEqual([3, 3]);
  expect(String(first.report).replace("list.csv", "stdin")).toBe(second.report);
});
