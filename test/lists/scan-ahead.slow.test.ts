// A long list is scanned by a thread ahead of the run, the same list from stdin is not: both must end alike, in every form.

import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { LONG, longList, outcomes } from "../support/long-lists.js";
import { Workdir } from "../support/workdir.js";

describe("a list that is scanned ahead", () => {
  for (const [name, lineEnd, phones] of [
    ["with LF and one phone column", "\n", 1],
    ["with CRLF and two phone columns", "\r\n", 2],
  ] as const) {
    test(`ends as one that is not: ${name}`, async () => {
      const { first, second } = await outcomes(new Workdir(), longList(lineEnd, phones));
      expect(first.code).toBe(0);
      expect(second.report).toEqual(first.report);
      expect(second.files.map((file, i) => file.equals(first.files[i]!))).toEqual([true, true]);
    });
  }

  for (const [name, save] of [
    ["in UTF-16", (list: string) => Buffer.from(`\ufeff${list}`, "utf16le")],
    ["in UTF-16 with the high byte first", (list: string) => Buffer.from(`\ufeff${list}`, "utf16le").swap16()],
    ["compressed", (list: string) => gzipSync(list, { level: 1 })],
    ["compressed and in UTF-16", (list: string) => gzipSync(Buffer.from(list, "utf16le"), { level: 1 })],
  ] as const) {
    test(`ends as one that is not: ${name}`, async () => {
      const { first, second } = await outcomes(new Workdir(), save(longList("\r\n", 1)));
      expect(first.code, String(first.report)).toBe(0);
      expect(second.report).toEqual(first.report);
      expect(second.files.map((file, i) => file.equals(first.files[i]!))).toEqual([true, true]);
    });
  }

  test("refuses what is cut off or damaged, as ever", async () => {
    const packed = gzipSync(longList("\n", 1), { level: 1 });
    for (const list of [
      packed.subarray(0, -5),
      Buffer.concat([packed, Buffer.from([0, 7])]),
      Buffer.from(`\ufeff${longList("\n", 1)}`, "utf16le").subarray(0, -1),
    ]) {
      const { first, second } = await outcomes(new Workdir(), list);
      expect([first.code, second.code], String(first.report)).toEqual([3, 3]);
      expect(String(first.report).replace("list.csv", "stdin")).toBe(second.report);
    }
  });

  test("of opt-outs means what it does from stdin, and its thread reads the phone list, too", async () => {
    const dir = new Workdir();
    const optOuts = longList("\n", 1);
    dir.write("long.csv", optOuts);
    dir.write("list.csv", longList("\r\n", 1).replaceAll(",7", ",6"));
    const options = ["list.csv", "-o", "clean.csv", "--removed", "removed.csv", "--force", "--max-unreadable", "50%"];
    const outcome = async (from: string, stdin?: string) => {
      const run = await dir.run([...options, "-s", `dnc=${from}`], stdin === undefined ? {} : { stdin });
      run.mustExit(0);
      const { counts, reasons, suppressions } = JSON.parse(dir.read("clean.audit.json").toString());
      const { entries, numbers, unreadable, matched_records } = suppressions[0];
      return {
        counts,
        reasons,
        list: { entries, numbers, unreadable, matched_records },
        sizes: [dir.read("clean.csv").length, dir.read("removed.csv").length],
        files: [dir.read("clean.csv"), dir.read("removed.csv")],
      };
    };
    const { files: ahead, ...first } = await outcome("long.csv");
    const { files: here, ...second } = await outcome("-", optOuts);
    expect(second).toEqual(first);
    expect(ahead.map((file, i) => file.equals(here[i]!))).toEqual([true, true]);
    expect(first.counts.suppressed).toBeGreaterThan(0);
  });

  test("does not wait in vain for the larger windows of records longer than one, however the threads run", async () => {
    const dir = new Workdir();
    const records = Array.from({ length: 12 }, (_, k) => `${k},7012${k + 1000},${"x".repeat(300_000 * (k + 1))}`);
    dir.write("list.csv", `id,telefono,nota\n${records.join("\n")}\n`);
    dir.write("dnc.csv", "telefono\n7012-1003\n");
    for (let i = 0; i < 15; i++) {
      const run = await dir.shell("svscrub list.csv -s dnc.csv -q -o /dev/null --no-report");
      run.mustExit(0);
    }
  });

  test("names the line of a quote that never closes, as ever", async () => {
    const { first, second } = await outcomes(new Workdir(), `${longList("\n", 1)}\n1,"nunca,7012-3456\n`);
    expect([first.code, second.code]).toEqual([3, 3]);
    expect(first.report).toMatch(/list\.csv, line \d+: /);
    expect(String(first.report).replace("list.csv", "stdin")).toBe(second.report);
  });

  test("names the line of a record that is too long, as ever", async () => {
    const { first, second } = await outcomes(
      new Workdir(),
      `${longList("\n", 1)}\n1,${"y".repeat(LONG)},70123456\n2,b,70123457\n`,
    );
    expect([first.code, second.code]).toEqual([3, 3]);
    expect(String(first.report).replace("list.csv", "stdin")).toBe(second.report);
  });
});
