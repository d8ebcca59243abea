// The last second of a minute or a day: what came in it is lifted a second later.

import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const HEADER = "From,Body,DateSent\n";
const IMPORT = ["--registry", "dnc.csv", "--review", "review.csv", "--kind", "sms", "--ack", "acks.csv"];

/** Each second of the last two minutes of a day. */
const SECONDS = Array.from({ length: 120 }, (_, i) => new Date(Date.UTC(2026, 10, 24, 5, 58, i)).toISOString());
const phoneAt = (i: number) => `+503${70_000_000 + i}`;
const saying = (body: string, at = (i: number) => SECONDS[i]!) =>
  SECONDS.map((_, i) => `${phoneAt(i)},${body},${at(i)}\n`).join("");
const secondLater = (i: number) => new Date(Date.parse(SECONDS[i]!) + 1000).toISOString();

async function left(dir: Workdir): Promise<number> {
  dir.write("list.csv", `telefono\n${SECONDS.map((_, i) => `${phoneAt(i)}\n`).join("")}`);
  await dir.ok("list.csv -s dnc.csv -o clean.csv -f");
  return dir.lines("clean.csv").length - 1;
}

describe("an opt-in a second after the opt-out", () => {
  test.each([
    ["an import of both", [HEADER + saying("BAJA") + saying("ALTA", secondLater)]],
    ["an import of each", [HEADER + saying("BAJA"), HEADER + saying("ALTA", secondLater)]],
  ])("lifts it in every second, by %s", async (_, files) => {
    const dir = new Workdir();
    for (const [i, file] of files.entries()) {
      dir.write(`replies-${i}.csv`, file);
      const run = await dir.ok(["registry", "import", `replies-${i}.csv`, ...IMPORT]);
      expect(run.stderr).not.toContain("still opted out");
    }
    expect(await left(dir)).toBe(SECONDS.length);
    expect(dir.text("acks.csv").match(/responda BAJA/g)).toHaveLength(SECONDS.length);
  });

  test("lifts it also as it comes in", async () => {
    const dir = new Workdir();
    const stdin = HEADER + saying("BAJA") + saying("ALTA", secondLater);
    await dir.ok(["registry", "import", "-", ...IMPORT, "--follow", "--create"], { stdin });
    expect(await left(dir)).toBe(SECONDS.length);
  });
});
