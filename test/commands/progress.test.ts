import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Host } from "../../src/commands/command.js";
import { forTerminal, ProgressBar } from "../../src/commands/screen.js";
import { en } from "../../src/text/en.js";

describe("the bar of a run", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function barThat(): { bar: ProgressBar; said: string[] } {
    const said: string[] = [];
    const host = { sentences: en, stderr: (text: string) => said.push(text) } as unknown as Host;
    return { bar: new ProgressBar(host), said };
  }

  test("is not shown in a short run", () => {
    const { bar, said } = barThat();
    bar.show({ share: 0.5, records: 10 });
    bar.clear();
    expect(said.map(forTerminal)).toEqual([]);
  });

  test("shows the share and the records of a long one, ten times a second, and is cleared", () => {
    const { bar, said } = barThat();
    vi.advanceTimersByTime(500);
    bar.show({ share: 0.5, records: 1_234_567 });
    bar.show({ share: 0.6, records: 1_300_000 });
    vi.advanceTimersByTime(100);
    bar.show({ share: 1.001, records: 2_000_000 });
    bar.clear();
    bar.clear();
    expect(said.map(forTerminal)).toEqual([
      `\r\x1b[K${"█".repeat(15)}${"░".repeat(15)}  50%  1,234,567 records`,
      `\r\x1b[K${"█".repeat(30)} 100%  2,000,000 records`,
      "\r\x1b[K",
    ]);
  });

  test("shows the records alone where nobody knows how many there are", () => {
    const { bar, said } = barThat();
    vi.advanceTimersByTime(500);
    bar.show({ share: undefined, records: 1 });
    expect(said.map(forTerminal)).toEqual(["\r\x1b[K1 record"]);
  });
});
