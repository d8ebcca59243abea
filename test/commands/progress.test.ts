import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Host } from "../../src/commands/command.js";
import { ProgressBar } from "../../src/commands/screen.js";
import { en } from "../../src/text/en/sentences.js";
import { es } from "../../src/text/es/sentences.js";
import type { CommonSentences } from "../../src/text/sentences.js";

describe("the bar of a run", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function barThat(columns = 80, sentences: CommonSentences = en): { bar: ProgressBar; said: string[] } {
    const said: string[] = [];
    const host = { sentences, statusWidth: columns - 1, status: (line: string) => said.push(line) };
    return { bar: new ProgressBar(host as unknown as Host), said };
  }

  test("is not shown in a short run", () => {
    const { bar, said } = barThat();
    bar.show({ share: 0.5, records: 10 });
    expect(said).toEqual([]);
  });

  test("shows the share and the records of a long one, ten times a second, and is cleared", () => {
    const { bar, said } = barThat();
    vi.advanceTimersByTime(500);
    bar.show({ share: 0.5, records: 1_234_567 });
    bar.show({ share: 0.6, records: 1_300_000 });
    vi.advanceTimersByTime(100);
    bar.show({ share: 1.001, records: 2_000_000 });
    bar.clear();
    expect(said).toEqual([
      `${"█".repeat(15)}${"░".repeat(15)}  50%  1,234,567 records`,
      `${"█".repeat(30)} 100%  2,000,000 records`,
      "",
    ]);
  });

  test("shows the time left once it can be told", () => {
    const { bar, said } = barThat();
    vi.advanceTimersByTime(60_000);
    bar.show({ share: 0.25, records: 1_000_000 });
    vi.advanceTimersByTime(4 * 3_600_000);
    bar.show({ share: 0.5, records: 2_000_000 });
    expect(said.map((line) => line.replace(/^[█░]+ +/, ""))).toEqual([
      "25%  1,000,000 records  3:00 left",
      "50%  2,000,000 records  4:01:00 left",
    ]);
  });

  test("tells the time left of a list from its own beginning", () => {
    const { bar, said } = barThat();
    vi.advanceTimersByTime(60_000);
    bar.show({ share: 0.9, records: 900 });
    vi.advanceTimersByTime(60_000);
    bar.show({ share: 0.01, records: 1 });
    vi.advanceTimersByTime(10_000);
    bar.show({ share: 0.5, records: 50 });
    expect(said.map((line) => line.replace(/^[█░]+ +/, ""))).toEqual([
      "90%  900 records  0:07 left",
      "1%  1 record",
      "50%  50 records  0:10 left",
    ]);
  });

  test.each([en, es])("is never wider than the terminal, and leaves out the bar before the words", (sentences) => {
    for (let columns = 20; columns <= 100; columns++) {
      const { bar, said } = barThat(columns, sentences);
      vi.advanceTimersByTime(100_000);
      bar.show({ share: 0.5, records: 123_456_789 });
      const [line] = said as [string];
      expect(line).toContain("50%  123,456,789 ");
      if (columns >= 40) expect([...line].length).toBeLessThan(columns);
      if (columns >= 60) expect(line).toMatch(/^█/);
    }
  });

  test("shows the records alone where nobody knows how many there are", () => {
    const { bar, said } = barThat();
    vi.advanceTimersByTime(500);
    bar.show({ share: undefined, records: 1 });
    expect(said).toEqual(["1 record"]);
  });
});
