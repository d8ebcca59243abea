import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hashForms, hashKey, isDigest } from "../../src/suppression/hash-forms.js";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("a digest is recognised by its length, in lower and upper case", () => {
  for (const kind of ["md5", "sha1", "sha256", "sha512"] as const) {
    const hex = createHash(kind).update("+50370001234").digest("hex");
    expect([isDigest(hex), isDigest(hex.toUpperCase())]).toEqual([kind, kind]);
  }
});

describe("the texts that are hashed for a number", () => {
  const textsOf = (e164: string) => Object.fromEntries(hashForms(e164).map(({ name, text }) => [name, text]));

  test("are four of an 8-digit number, each with and without a line feed", () => {
    expect(textsOf("+50370001234")).toEqual({
      e164: "+50370001234",
      "e164+lf": "+50370001234\n",
      digits: "50370001234",
      "digits+lf": "50370001234\n",
      national: "70001234",
      "national+lf": "70001234\n",
      hyphenated: "7000-1234",
      "hyphenated+lf": "7000-1234\n",
    });
  });

  test("are E.164 and digits of another country's number", () => {
    expect(hashForms("+15035551234").map(({ text }) => text)).toEqual([
      "+15035551234",
      "+15035551234\n",
      "15035551234",
      "15035551234\n",
    ]);
  });

  test("have the digests that other programs give", () => {
    const { e164, digits, national } = textsOf("+50370001234");
    expect([e164, digits, national].map((text) => sha256(text!).slice(0, 8))).toEqual([
      "eb3ea807",
      "b4350426",
      "b8319847",
    ]);
  });
});

describe("a key file", () => {
  const keyOf = (text: string) => {
    const key = hashKey(Buffer.from(text));
    return key && Buffer.from(key).toString();
  };

  test("loses one line feed at its end, and no more", () => {
    expect(keyOf("secret")).toBe("secret");
    expect(keyOf("secret\n")).toBe("secret");
    expect(keyOf("secret\n\n")).toBe("secret\n");
    expect(keyOf("secret\r\n")).toBe("secret\r");
    expect(keyOf("\nsecret ")).toBe("\nsecret ");
  });

  test("without a key in it gives none", () => {
    expect([keyOf(""), keyOf("\n")]).toEqual([undefined, undefined]);
  });
});
