// A long list is scanned by a thread ahead of the run, the same list from stdin is not: both must end alike. With short lists,
// and the sizes brought down, test/laws/paths.test.ts tries the same.

import { rmSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { REPOSITORY, Workdir } from "../support/workdir.js";

const LONG = 17 * 1024 * 1024;
const CELLS = [
  ...'7012-3456|+503 2233 4455|Tel. 6123-4567|7013-4567 / 2250-1234||n/a|5.037E+10|"7014-5678"'.split("|"),
  ..."2345678-9|2250-1200 al 99|+44 20 7946 0958|800-1234|7O12-3457|25-12-2024".split("|"),
];

/** Records of every kind, with the line ends of a dialect, until the list is long. */
function longList(lineEnd: string, phones: 1 | 2, least = LONG): string {
  const header = phones === 1 ? "id,nombre,telefono" : "id,nombre,telefono,celular";
  const parts = [header];
  let bytes = 0;
  for (let i = 1; bytes < least; i++) {
    const number = `7${String((i * 7_919_993) % 10_000_000).padStart(7, "0")}`;
    const cells = [
      i % 3 === 0 ? CELLS[i % CELLS.length] : i % 5 === 0 ? `${number.slice(0, 4)}-${number.slice(4)}` : number,
    ];
    if (phones === 2) cells.push(i % 7 === 0 ? "2250-9999" : "");
    const name =
      i % 10 === 0
        ? `"Pérez, Ana ""${i}""${i % 1000 === 0 ? `${lineEnd}dos líneas` : ""}"`
        : `Luis ${"x".repeat(i % 60)}`;
    const record = `${i},${name},${cells.join(",")}${i % 997 === 0 ? ",de más" : ""}${i % 501 === 0 ? lineEnd : ""}`;
    parts.push(i === 5000 ? `${i},"${"largo ".repeat(500_000)}",${cells.join(",")}` : record);
    bytes += record.length + lineEnd.length;
  }
  return parts.join(lineEnd);
}

async function outcomes(dir: Workdir, list: string | Uint8Array, ...args: string[]) {
  dir.write("list.csv", list);
  dir.write("dnc.csv", "telefono\n7012-3456\n2250-1234\n7791-9993\n");
  const options = ["-s", "dnc.csv", "--force", "--removed", "removed.csv", ...args];
  const ahead = await dir.run(["list.csv", ...options, "-o", "clean.csv"]);
  const files = (code: number | null) => (code === 0 ? [dir.read("clean.csv"), dir.read("removed.csv")] : []);
  const report = () => {
    const { inputs, counts, reasons, types } = dir.json("clean.audit.json");
    const { path, ...input } = inputs[0];
    return { input, counts, reasons, types };
  };
  const first = { code: ahead.code, files: files(ahead.code), report: ahead.code === 0 ? report() : ahead.stderr };
  const here = await dir.run([...options, "-o", "clean.csv"], { stdin: list });
  const second = { code: here.code, files: files(here.code), report: here.code === 0 ? report() : here.stderr };
  return { first, second };
}

describe("a list that is scanned ahead", () => {
  test.each([
    ["with LF and one phone column", () => longList("\n", 1)],
    ["with CRLF and two phone columns", () => longList("\r\n", 2)],
    ["in UTF-16", () => Buffer.from(`\ufeff${longList("\r\n", 1)}`, "utf16le")],
    ["in UTF-16 with the high byte first", () => Buffer.from(`\ufeff${longList("\r\n", 1)}`, "utf16le").swap16()],
    ["compressed", () => gzipSync(longList("\r\n", 1), { level: 1 })],
    ["compressed and in UTF-16", () => gzipSync(Buffer.from(longList("\r\n", 1), "utf16le"), { level: 1 })],
  ])("ends as one that is not: %s", async (_, list) => {
    const { first, second } = await outcomes(new Workdir(), list());
    expect(first.code, String(first.report)).toBe(0);
    expect(second.report).toEqual(first.report);
    expect(second.files.map((file, i) => file.equals(first.files[i]!))).toEqual([true, true]);
  });

  const PACKED = () => gzipSync(longList("\n", 1), { level: 1 });
  test.each([
    ["that is cut off", () => PACKED().subarray(0, -5)],
    ["with something behind its compressed end", () => Buffer.concat([PACKED(), Buffer.from([0, 7])])],
    ["that ends within a character", () => Buffer.from(`\ufeff${longList("\n", 1)}`, "utf16le").subarray(0, -1)],
    ["in which a quote never closes", () => `${longList("\n", 1)}\n1,"nunca,7012-3456\n`],
    ["with a record that is too long", () => `${longList("\n", 1)}\n1,${"y".repeat(LONG)},70123456\n2,b,70123457\n`],
  ])("%s is refused with the same line and the same sentence", async (_, list) => {
    const { first, second } = await outcomes(new Workdir(), list());
    expect([first.code, second.code], String(first.report)).toEqual([3, 3]);
    expect(String(first.report).replace("list.csv", "stdin")).toBe(second.report);
  });

  test("is inspected as from stdin, also where the thread's windows are all that lies in the kernel's memory", async () => {
    const dir = new Workdir({ "list.csv": longList("\n", 1) });
    const ahead = await dir.ok(["inspect", "list.csv"]);
    const here = await dir.ok(["inspect", "-"], { stdin: dir.read("list.csv") });
    expect(String(here.stdout).replaceAll("stdin", "list.csv")).toBe(String(ahead.stdout));
  });

  test("of opt-outs means what it does from stdin, and its thread reads the phone list, too", async () => {
    const dir = new Workdir();
    const optOuts = longList("\n", 1);
    dir.write("long.csv", optOuts);
    dir.write("list.csv", longList("\r\n", 1).replaceAll(",7", ",6"));
    const options = ["list.csv", "-o", "clean.csv", "--removed", "removed.csv", "--force", "--max-unreadable", "50%"];
    const outcome = async (from: string, stdin?: string) => {
      await dir.ok([...options, "-s", `dnc=${from}`], stdin === undefined ? {} : { stdin });
      const { counts, reasons, suppressions } = dir.json("clean.audit.json");
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

  // Without WebAssembly there is no compiler either in this engine: a list that is long for the thread takes a minute.
  for (const [what, begin, least] of [
    ["the engine has no WebAssembly", "node --jitless", 256 * 1024],
    ["the system has no room for it", "ulimit -v 8000000; node", LONG],
  ] as const)
    test(`is read as ever where ${what}`, async () => {
      const dir = new Workdir({ "list.csv": longList("\n", 1, least) });
      dir.write("dnc.csv", "telefono\n7012-3456\n2250-1234\n7791-9993\n");
      const outcome = async (start: string) => {
        const run = await dir.shell(
          `${start} "${REPOSITORY}bin/svscrub.js" list.csv -s dnc.csv -o clean.csv --removed removed.csv -f`,
        );
        run.mustExit(0);
        return [dir.read("clean.csv"), dir.read("removed.csv")];
      };
      const usual = await outcome("node");
      const unusual = await outcome(begin);
      expect(unusual.map((file, i) => file.equals(usual[i]!))).toEqual([true, true]);
    });

  test("says what is missing where too few files may be open for the thread, and leaves nothing behind", async () => {
    const dir = new Workdir({ "list.csv": longList("\n", 1), "dnc.csv": "telefono\n7012-3456\n" });
    dir.write("many.csv", `telefono,fecha\n${"70123456,2026-01-01\n".repeat(500_000)}`);
    const before = dir.list();
    const codes = new Set<number | null>();
    for (const optOuts of ["dnc.csv", "many.csv"])
      for (let limit = 20; limit < 31; limit++) {
        const run = await dir.shell(`ulimit -n ${limit}; svscrub list.csv -s ${optOuts} -o clean.csv --no-report -q`);
        codes.add(run.code);
        if (run.code === 0) run.mustExit(0);
        else {
          expect([limit, run.stderr]).toEqual([limit, expect.stringContaining("ulimit -n")]);
          expect([limit, dir.list()]).toEqual([limit, before]);
        }
        rmSync(dir.at("clean.csv"), { force: true });
      }
    // A machine whose Node needs more or fewer files sees only some of them.
    expect([...codes].every((code) => [0, 3, 4, 5].includes(code!))).toBe(true);
    expect(codes.size).toBeGreaterThan(1);
  }, 120_000);

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
});
