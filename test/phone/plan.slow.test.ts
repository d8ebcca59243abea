import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import parsePhoneNumber from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import {
  PLAN_DIGEST,
  PLAN_LIBRARY_VERSION,
  TYPE_BY_PREFIX8,
  TYPE_CODES,
  typeOfNational,
} from "../../src/phone/plan.js";
import { RANGES } from "../../src/phone/plan-table.js";

const TYPES: Record<string, string> = {
  MOBILE: "mobile",
  FIXED_LINE: "fixed",
  TOLL_FREE: "toll_free",
  PREMIUM_RATE: "premium",
};

function libraryType(national: string): string | undefined {
  const number = parsePhoneNumber(`+503${national}`);
  if (!number?.isValid() || number.country !== "SV" || number.nationalNumber !== national) return undefined;
  return TYPES[number.getType() ?? ""] ?? "unknown";
}

describe("the numbering plan", () => {
  for (const length of [7, 8, 11]) {
    test(`every five-digit prefix of ${length} digits has the library's type`, () => {
      const rest = 10 ** (length - 5);
      const failures: string[] = [];
      for (let prefix = 0; prefix < 100_000; prefix++) {
        for (const suffix of [0, rest - 1, (prefix * 7919) % rest]) {
          const national = String(prefix).padStart(5, "0") + String(suffix).padStart(length - 5, "0");
          if (typeOfNational(national) !== libraryType(national)) failures.push(national);
        }
      }
      expect(failures).toEqual([]);
    });
  }

  test("the table for 8 digits says the same as the function", () => {
    const failures: number[] = [];
    for (let prefix = 0; prefix < 100_000; prefix++) {
      const type = typeOfNational(`${String(prefix).padStart(5, "0")}123`);
      if (TYPE_CODES[TYPE_BY_PREFIX8[prefix]!] !== type) failures.push(prefix);
    }
    expect(failures).toEqual([]);
    expect(TYPE_CODES).toEqual([undefined, "mobile", "fixed", "toll_free", "premium"]);
  });

  test("numbers of another length are not in the plan", () => {
    const others = ["", "7", "701234", "701234567", "7012345678", "701234567890"];
    expect(others.map(typeOfNational)).toEqual(others.map(() => undefined));
  });

  test("the digest and the version are those of the table and of the library in use", () => {
    const digest = createHash("sha256").update(JSON.stringify(RANGES)).digest("hex").slice(0, 16);
    const library = createRequire(import.meta.url)("libphonenumber-js/package.json") as { version: string };
    expect(PLAN_DIGEST).toBe(digest);
    expect(PLAN_LIBRARY_VERSION).toBe(library.version);
  });
});
