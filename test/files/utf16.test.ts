// UTF-16 → UTF-8 → UTF-16 loses nothing, wherever the chunks end; well-formed text is what Node makes of it too.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ChunkSource } from "../../src/files/source.js";
import { type ByteOrder, decoded, utf16Encoder } from "../../src/files/utf16.js";
import { draws, forAllAsync } from "../support/draws.js";
import { readAll, sourceOf } from "./sources.js";

const text = fc.string({ unit: "binary" }).map((it) => [...it].filter((char) => !isOfOtherEncoding(char)).join(""));
/** Refused alone, or among others like it: parts of a number or of a line end in another encoding. */
const isOfOtherEncoding = (char: string) =>
  /^[0-9 \-.()+/,;\t\r\n][\0-\x7e]$/.test(Buffer.from(char, "utf16le").swap16().toString("latin1")) ||
  char === "\ufffe";
const orders = fc.constantFrom<ByteOrder>("le", "be");
const sizes = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(1000));

interface Sizes {
  /** What the file gives at a time, what is kept of it, what is asked for. */
  file: number;
  kept: number;
  asked: number;
}

function decode(bytes: Uint8Array, order: ByteOrder, { file, kept, asked }: Sizes): Promise<Buffer> {
  return readAll(new ChunkSource(decoded(sourceOf(bytes, file), order, "list.csv", 3, kept)), asked);
}

function encode(text: Uint8Array, order: ByteOrder, size: number): Buffer {
  const encode = utf16Encoder(order);
  const parts: Buffer[] = [];
  for (let at = 0; at < text.length; at += size) parts.push(encode(text.subarray(at, at + size)));
  return Buffer.concat(parts);
}

const ascii = (text: string) => Buffer.from(text);
const utf16 = (text: string, order: "le" | "be") =>
  order === "le" ? Buffer.from(text, "utf16le") : Buffer.from(text, "utf16le").swap16();

describe("UTF-16", () => {
  test("is what Node makes of it, and comes back from UTF-8 as it was, in chunks of every size", async () => {
    const all = fc.record({ file: sizes, kept: sizes.map((size) => 2 * size), asked: sizes });
    await forAllAsync(draws(3000), text, orders, all, sizes, async (text, order, sizes, encoded) => {
      const read = await decode(utf16(text, order), order, sizes);
      expect(read.toString("hex")).toBe(Buffer.from(text).toString("hex"));
      expect(encode(read, order, encoded).toString("hex")).toBe(utf16(text, order).toString("hex"));
    });
  });

  test("with half a character, within it or at its end, is refused at its line", async () => {
    for (const file of [1, 2, 3, 100])
      for (const order of ["le", "be"] as const)
        for (const half of ["\ud83d", "\ude00", "\ud83d\n", "\ude00\ud83d"])
          await expect(
            decode(utf16(`tel\n7012\n${half}`, order), order, { file, kept: 4, asked: 4 }),
          ).rejects.toMatchObject({ sentence: "utf16Cut", place: { line: 3 } });
  });

  test("that ends within a character is refused, not shortened", async () => {
    for (const file of [1, 2, 3, 100])
      await expect(decode(Buffer.from("7\x000\x001"), "le", { file, kept: 4, asked: 4 })).rejects.toMatchObject({
        sentence: "utf16Cut",
        exitCode: 3,
      });
  });

  test("in which another encoding's number stands is refused, wherever the chunks end", async () => {
    for (const file of [1, 2, 3, 100])
      for (const order of ["le", "be"] as const)
        await expect(
          decode(Buffer.concat([utf16("7\n", order), Buffer.from("7012\r\n")]), order, {
            file,
            kept: 4,
            asked: 4,
          }),
        ).rejects.toMatchObject({ sentence: "mixedEncodings" });
  });

  for (const [what, strange] of [
    ["numbers in pairs", () => ascii("70 00 12 34\n")],
    ["numbers with dashes", () => ascii("70-00-12-34\n")],
    ["digits apart", () => ascii("7 0 0 0 1 2 3 4\n")],
    ["a digest", () => ascii(`${"a".repeat(31)}b\n${"c".repeat(31)}d\n`)],
    ["text of the other order", (order: "le" | "be") => utf16("70001234\n", order === "le" ? "be" : "le")],
    [
      "text behind a stray byte",
      (order: "le" | "be") => Buffer.concat([ascii("\n"), utf16("70001234\n", order), ascii("\n")]),
    ],
  ] as const)
    test(`is refused where ${what} was appended`, async () => {
      for (const order of ["le", "be"] as const)
        for (const file of [1, 3, 100])
          await expect(
            decode(Buffer.concat([utf16("70001235\n", order), strange(order)]), order, { file, kept: 4, asked: 4 }),
          ).rejects.toMatchObject({ sentence: "mixedEncodings" });
    });

  test("of Spanish, and of other scripts, is read", async () => {
    const lists =
      "teléfono;nombre\n+503\u00a07012\u20113456;Ñandú “Chepe” …\u202a70123456\u202c;王小明 ‰ 5′ 10″ ′″ 〠\n";
    for (const order of ["le", "be"] as const)
      expect((await decode(utf16(lists, order), order, { file: 100, kept: 100, asked: 100 })).toString()).toBe(lists);
  });
});
