import { describe, expect, test } from "vitest";
import { formatNumber, maskNumber } from "../../src/phone/format.js";

describe("formatNumber", () => {
  test("writes a number in each format", () => {
    expect(formatNumber("+50370123456", "e164")).toBe("+50370123456");
    expect(formatNumber("+50370123456", "digits")).toBe("50370123456");
    expect(formatNumber("+50370123456", "national")).toBe("7012-3456");
    expect(formatNumber("+5038001234", "national")).toBe("800-1234");
    expect(formatNumber("+50380012345678", "national")).toBe("800-12345678");
  });

  test("a foreign number has no national form here", () => {
    expect(formatNumber("+50491234567", "national")).toBe("+50491234567");
    expect(formatNumber("+50491234567", "digits")).toBe("+50491234567");
  });
});

describe("maskNumber", () => {
  test("shows the country code and four digits of a Salvadoran number", () => {
    expect(maskNumber("+50370123456")).toBe("+503 70••••56");
    expect(maskNumber("+5038001234")).toBe("+503 80•••34");
  });

  test("shows no more than four digits of any other number", () => {
    expect(maskNumber("+50491234567")).toBe("+50•••••••67");
    expect(maskNumber("+12022659671")).toBe("+12•••••••71");
    for (const short of ["+", "+1", "+12", "+123456"])
      expect(maskNumber(short).replace(/\D/g, "").length).toBeLessThan(3);
  });
});
