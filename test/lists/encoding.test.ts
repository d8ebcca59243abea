// What a list's sample says of its encoding, and which lists may become one.

import { describe, expect, test } from "vitest";
import { agree, describeEncoding, encodingOf } from "../../src/lists/encoding.js";

const PLAIN = { gzip: false, utf16: undefined };
const of = (bytes: Uint8Array, whole = true) => encodingOf(PLAIN, bytes, whole, false, undefined);

describe("the encoding of a list", () => {
  test("is UTF-8 wherever the sample's end cuts a character off", () => {
    const text = Buffer.from("nombre\nñ€😀ñ€😀");
    for (let length = 8; length <= text.length; length++)
      expect(of(text.subarray(0, length), false).name, `${length} bytes`).toBe("utf-8");
  });

  test("is Windows-1252 where a character is cut off and nothing follows", () => {
    expect(of(Buffer.from("Pe\xf1", "latin1")).name).toBe("windows-1252");
  });

  test("is Windows-1252 with a letter of it anywhere in the sample", () => {
    const text = Buffer.from(`${"x".repeat(100)}Pe\xf1a${"x".repeat(100)}`, "latin1");
    expect(of(text, false).name).toBe("windows-1252");
  });

  test("that is plain ASCII goes with UTF-8 and with Windows-1252, never with UTF-16", () => {
    const ascii = of(Buffer.from("Ana"));
    const utf8 = of(Buffer.from("Peña"));
    const windows = of(Buffer.from("Peña", "latin1"));
    const utf16 = encodingOf({ gzip: false, utf16: "le" }, Buffer.from("Ana"), true, true, undefined);
    for (const [one, other, wanted] of [
      [ascii, utf8, true],
      [windows, ascii, true],
      [ascii, ascii, true],
      [windows, utf8, false],
      [ascii, utf16, false],
    ] as const) {
      expect(agree(one, other)).toBe(wanted);
      expect(agree(other, one)).toBe(wanted);
    }
  });

  test("that was said stands, though the sample is plain ASCII", () => {
    const said = encodingOf(PLAIN, Buffer.from("Ana"), true, false, "windows-1252");
    expect(said.name).toBe("windows-1252");
    expect(agree(said, of(Buffer.from("Peña")))).toBe(false);
  });

  test("is described with its byte order mark where that is not the usual", () => {
    const named = (name: "le" | "be" | undefined, bom: boolean) =>
      describeEncoding(encodingOf({ gzip: false, utf16: name }, Buffer.from("é"), true, bom, undefined));
    expect([named("le", true), named("le", false), named("be", true), named("be", false)]).toEqual(
      "utf-16le utf-16le-no-bom utf-16be utf-16be-no-bom".split(" "),
    );
    expect([named(undefined, false), named(undefined, true)]).toEqual(["utf-8", "utf-8-bom"]);
  });
});
