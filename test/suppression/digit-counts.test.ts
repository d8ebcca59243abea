// The digits of a list's entries: in numbers, in extensions, in days and times, or left over.

import { expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

test.each([
  ["telefono\n7012-3456\n+503 7013-4567\n", { read: 19, numbers: 19, extensions: 0, times: 0, leftover: 0 }],
  [
    "telefono\n70123456.0\n7012.3456\n503 70134567.00 \n",
    { read: 27, numbers: 27, extensions: 0, times: 0, leftover: 0 },
  ],
  [
    "telefono,nota\n7012-3456 ext. 12,\n7013-4567 y 23 (12/03/2026),\n7014-5678,baja\n",
    { read: 36, numbers: 24, extensions: 2, times: 8, leftover: 2 },
  ],
])("the digits of a list's entries are counted by where they went, and add up: %j", async (bajas, digits) => {
  const args = ["--max-unreadable", "100%"];
  const { report } = await new ScrubFolder().scrub({ lists: ["telefono\n71234567\n"], suppress: [bajas], args });
  expect(report).toMatchObject({ suppressions: [{ digits }] });
});
