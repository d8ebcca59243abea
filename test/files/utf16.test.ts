// UTF-16 → UTF-8 → UTF-16 loses nothing, wherever the chunks end; well-formed text is what Node makes of it too.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ByteOrder, Utf16Encoder, Utf16Source } from "../../src/files/utf16.js";
import { draws } from "../support/draws.js";
import { readAll, sourceOf } from "./sources.js";

/** Code units: letters, all planes by their surrogates, halves of them, the edges of every length in UTF-8. */
const unit = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  fc.integer({ min: 0, max: 0xffff }),
  fc.integer({ min: 0xd800, max: 0xdfff }),
  fc.constantFrom(0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xfeff, 0xffff),
);
const bytesIn = (unit: number | undefined) => Buffer.from([unit! >> 8, unit! & 0xff]).toString("latin1");
/** Refused where two stand in a row: they may be a number in another encoding. */
const isStrange = (unit: number | undefined) => /^[0-9 \-.()+/,;\t\r\n][0-9 \-.()+/,;\t\r\n\0]$/.test(bytesIn(unit));
/** Refused: a line end in the wrong place. */
const isLineEnd = (unit: number) => /^[\n\r][\0\x20-\x7e]$/.test(bytesIn(unit));
const units = fc
  .array(unit, { maxLength: 60 })
  .map((units) => units.map((it) => (it === 0xfffe ? 0xfeff : it)))
  .map((units) => units.filter((it) => !isLineEnd(it)))
  .map((units) => units.filter((it, at) => !isStrange(it) || !isStrange(units[at - 1])))
  // What was filtered out may have stood between two strange ones.
  .filter((units) => !units.some((it, at) => at > 0 && isStrange(it) && isStrange(units[at - 1])));
const text = fc
  .string({ unit: "binary" })
  .map((it) =>
    [...it]
      .filter((char) => char !== "\ufffe" && !isLineEnd(char.charCodeAt(0)) && !isStrange(char.charCodeAt(0)))
      .join(""),
  );
const orders = fc.constantFrom<ByteOrder>("le", "be");
const sizes = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(1000));

function bytesOf(units: readonly number[], order: ByteOrder): Buffer {
  const bytes = Buffer.alloc(units.length * 2);
  for (const [at, unit] of units.entries())
    if (order === "le") bytes.writeUInt16LE(unit, at * 2);
    else bytes.writeUInt16BE(unit, at * 2);
  return bytes;
}

interface Sizes {
  /** What the file gives at a time, what is kept of it, what is asked for. */
  file: number;
  kept: number;
  asked: number;
}

function decode(bytes: Uint8Array, order: ByteOrder, { file, kept, asked }: Sizes): Promise<Buffer> {
  return readAll(new Utf16Source(sourceOf(bytes, file), order, "list.csv", 3, kept), asked);
}

function encode(text: Uint8Array, order: ByteOrder, size: number): Buffer {
  const encoder = new Utf16Encoder(order);
  const parts: Buffer[] = [];
  for (let at = 0; at < text.length; at += size) parts.push(Buffer.from(encoder.encode(text.subarray(at, at + size))));
  expect(encoder.isWhole).toBe(true);
  return Buffer.concat(parts);
}

describe("UTF-16", () => {
  test("comes back from UTF-8 as it was, in chunks of every size", async () => {
    const all = fc.record({ file: sizes, kept: sizes, asked: sizes });
    await fc.assert(
      fc.asyncProperty(units, orders, all, sizes, async (units, order, sizes, encoded) => {
        const bytes = bytesOf(units, order);
        const text = await decode(bytes, order, sizes);
        expect(encode(text, order, encoded).toString("hex")).toBe(bytes.toString("hex"));
      }),
      { numRuns: draws(3000) },
    );
  });

  test("without half characters becomes what Node makes of it", async () => {
    const all = fc.record({ file: sizes, kept: sizes, asked: sizes });
    await fc.assert(
      fc.asyncProperty(text, orders, all, async (text, order, sizes) => {
        const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
        expect((await decode(bytesOf(units, order), order, sizes)).toString("hex")).toBe(
          Buffer.from(text).toString("hex"),
        );
      }),
      { numRuns: draws(1000) },
    );
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
          decode(Buffer.concat([bytesOf([0x37, 0x0a], order), Buffer.from("7012\r\n")]), order, {
            file,
            kept: 4,
            asked: 4,
          }),
        ).rejects.toMatchObject({ sentence: "mixedEncodings" });
  });

  const ascii = (text: string) => Buffer.from(text);
  const utf16 = (text: string, order: "le" | "be") =>
    order === "le" ? Buffer.from(text, "utf16le") : Buffer.from(text, "utf16le").swap16();
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

  test("is not whole while a character is cut off", () => {
    const encoder = new Utf16Encoder("le");
    expect(encoder.encode(Buffer.from([0x61, 0xc3]))).toEqual(new Uint8Array([0x61, 0]));
    expect(encoder.isWhole).toBe(false);
  });
});
