// Nothing grows faster than its input: counted in bytes asked for and looked at, never in seconds.

import { describe, expect, test } from "vitest";
import { expandArguments } from "../src/commands/argument-files.js";
import { RecordReader } from "../src/csv/reader.js";
import { ExitCode } from "../src/errors.js";
import { Workdir } from "./support/workdir.js";

const COMMA = { delimiter: 0x2c, recordEnd: "lf" } as const;

/** Reads everything that `byteAt` gives, up to `size`, and counts what that takes. */
async function readCounting(size: number, byteAt: (position: number) => number) {
  let read = 0;
  let fed = 0;
  let fills = 0;
  let records = 0;
  const source = {
    read(into: Uint8Array, offset: number, length: number): Promise<number> {
      const count = Math.min(length, size - read);
      for (let i = 0; i < count; i++) into[offset + i] = byteAt(read + i);
      read += count;
      return Promise.resolve(count);
    },
  };
  const reader = new RecordReader(source, { file: "list.csv", exitCode: ExitCode.phoneList });
  reader.open(COMMA, 0, [0]);
  const { scanner } = reader;
  const feed = scanner.feed.bind(scanner);
  scanner.feed = (bytes, from, to, last) => {
    fed += to - from;
    fills++;
    feed(bytes, from, to, last);
  };
  while (await reader.fill()) while (scanner.next()) records++;
  return { fed, fills, records };
}

describe("the reader", () => {
  test("looks at a million short lines about once", async () => {
    const { fed, fills, records } = await readCounting(2_000_000, (position) => (position % 2 === 0 ? 0x37 : 0x0a));
    expect(records).toBe(1_000_000);
    expect(fed).toBeLessThan(2_000_000 + 10);
    expect(fills).toBeLessThan(10);
  });

  test("looks at a million quotes about once", async () => {
    const { records, fed } = await readCounting(4_000_000, (position) => [0x22, 0x37, 0x22, 0x0a][position % 4]!);
    expect(records).toBe(1_000_000);
    expect(fed).toBeLessThan(4_000_000 + 10_000);
  });
});

test("a file of arguments may hold hundreds of thousands of them, also of one option", async () => {
  const dir = new Workdir({ "args.txt": "-q\n".repeat(300_000) });
  expect(expandArguments(["list.csv", `@${dir.at("args.txt")}`]).words).toHaveLength(300_001);
  dir.write("list.csv", "telefono\n7012-3456\n");
  dir.write("dnc.csv", "telefono\n7012-3457\n");
  // With a copy of all values for each, the run is not over before the harness ends it.
  const labels = Array.from({ length: 150_000 }, (_, i) => `--label\nk${i}=v\n--canary\n7012-3457\n`);
  dir.write("args.txt", labels.join(""));
  (await dir.spawn(["list.csv", "-s", "dnc.csv", "-n", "-q", "@args.txt"])).mustExit(0);
});

describe("a run", () => {
  test("refuses a header of a million columns with a sentence", async () => {
    const dir = new Workdir({ "list.csv": `${Array.from({ length: 1_000_000 }, (_, i) => `c${i}`).join(",")}\n` });
    dir.write("dnc.csv", "7012-3456\n");
    const run = await dir.ends(3, "list.csv -s dnc.csv -o clean.csv");
    run.check(() => expect(run.stderr).toContain("list.csv, line 1: "));
  });

  test("reads thousands of suppression lists with few files open, and names the one that holds a number", async () => {
    const dir = new Workdir();
    for (let i = 0; i < 3000; i++) dir.write(`dnc/${i}.csv`, `7${String(i).padStart(3, "0")}-0001\n`);
    dir.write("list.csv", "telefono\n7299-9001\n72999001\n7299-0001\n71230001\n79999001\n");
    const script = "ulimit -n 64; svscrub list.csv -s dnc -o clean.csv --removed removed.csv -q";
    const run = await dir.shell(script);
    run.mustExit(0);
    run.check(() => expect(dir.text("clean.csv")).toBe("telefono\n+50372999001\n+50379999001\n"));
    run.check(() => expect(dir.text("removed.csv")).toContain("suppressed,opted-out,dnc/299.csv:1,,3\n"));
    run.check(() => expect(dir.text("removed.csv")).toContain("suppressed,opted-out,dnc/123.csv:1,,4\n"));
  });

  test("refuses a cell with more ranges than a call may have arguments", async () => {
    const dir = new Workdir({ "list.csv": "telefono\n72999001\n" });
    dir.write("dnc.csv", `telefono,nota\n${"2222*; ".repeat(130_000)},\n7012-3456,\n`);
    const run = await dir.ends(4, "list.csv -s dnc.csv -o clean.csv");
    run.check(() => expect(run.stderr).toContain("dnc.csv, line 2: "));
  });
});
