// Windows-1252 both ways, for every byte and for what it has no byte for.

import { expect, test } from "vitest";
import { decodeWindows1252, encodeWindows1252 } from "../../src/csv/windows-1252.js";

test("every byte comes back from its character", () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  expect(encodeWindows1252(decodeWindows1252(bytes)).toString("hex")).toBe(bytes.toString("hex"));
});

test("dashes, quotes and the euro are characters, not control characters", () => {
  expect(decodeWindows1252(Buffer.from([0x96, 0x93, 0x80]))).toBe("–“€");
});

test("a character that it lacks becomes one question mark, a letter with its accent apart the letter", () => {
  expect(encodeWindows1252("a日😀n\u0303").toString("latin1")).toBe("a??ñ");
});
