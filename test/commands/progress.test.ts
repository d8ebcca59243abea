import { describe, expect, test } from "vitest";
import { progressLine } from "../../src/commands/screen.js";
import { en } from "../../src/text/en/sentences.js";
import { es } from "../../src/text/es/sentences.js";
import type { CommonSentences } from "../../src/text/sentences.js";

describe("the bar of a run", () => {
  const at = (columns: number, sentences: CommonSentences = en) => ({ sentences, statusWidth: columns - 1 });

  test.each([
    [0.5, 1_234_567, `${"█".repeat(15)}${"░".repeat(15)}  50%  1,234,567 records`],
    [1.001, 2_000_000, `${"█".repeat(30)} 100%  2,000,000 records`],
    [undefined, 1, "1 record"],
  ])("of %s of a list and %i records", (share, records, line) => {
    expect(progressLine({ share, records }, at(80))).toBe(line);
  });

  test.each([en, es])("is never wider than the terminal, and leaves out the bar before the words", (sentences) => {
    for (let columns = 20; columns <= 100; columns++) {
      const line = progressLine({ share: 0.5, records: 123_456_789 }, at(columns, sentences));
      expect(line).toContain("50%  123,456,789 ");
      if (columns >= 40) expect([...line].length).toBeLessThan(columns);
      if (columns >= 60) expect(line).toMatch(/^█/);
    }
  });
});
