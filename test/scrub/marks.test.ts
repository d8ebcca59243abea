// Whoever a phone list itself says no of is not contacted: neither in that record nor in any other of the run, earlier ones too.

import { describe, expect, test } from "vitest";
import { takeLong } from "../support/long-lists.js";
import { Workdir } from "../support/workdir.js";

function folder(files: Record<string, string>): Workdir {
  const dir = new Workdir({ "dnc.csv": "telefono\n2222-3333\n", ...files });
  return dir;
}

describe("a mark suppresses its numbers in the whole run", () => {
  const LATE = ["nombre,telefono,texto", "Ana,7012-3456,", "Luis,7012-3457,", "Ana,7012-3456,pidió no llamar"];
  const WITHHELD = [...LATE.slice(0, 3), "Eva,7012-3456 / 2222-3333,", LATE[3]!];

  test.each<[what: string, lines: string[], ...args: string[]]>([
    ["where the list is read once", LATE],
    ["where its columns ask", [`${LATE[0]},no_llamar`, ...LATE.slice(1).map((line) => `${line},`)]],
    ["of a flagged list", LATE, "--flag"],
    ["of a list that is written anew", LATE, "--normalize"],
    ["where a suppressed record before the mark holds the number too", WITHHELD],
    ["where the kernel does not judge such a record", WITHHELD, "--flag"],
  ])("%s", async (_, lines, ...args) => {
    const dir = folder({ "list.csv": `${lines.join("\n")}\n` });
    await dir.ok(["list.csv", "-s", "dnc.csv", "-o", "o.csv", ...args]);
    const clean = dir
      .text("o.csv")
      .split("\n")
      .slice(1)
      .filter((row) => !/,suppressed,|^$/.test(row));
    expect(clean.map((row) => row.slice(0, 4))).toEqual(["Luis"]);
  });

  describe.each([
    ["texto", "llamar al 7099-1234"],
    ["correo", "70991234@correo.sv"],
    ["telefono 2", "7099 1234"],
  ])("also where another record only mentions them, in %s", (column, cell) => {
    const mentions = `Ana,7012-3456,${cell},`;
    const saysNo = "Eva,7099-1234,,pidió no llamar";
    test.each([
      ["before, in a short list", false, [mentions, saysNo]],
      ["before, in a long list", true, [mentions, saysNo]],
      ["after it, in a short list", false, [saysNo, mentions]],
      ["after it, in a long list", true, [saysNo, mentions]],
    ])("%s", async (_, isLong, records) => {
      takeLong(isLong);
      const lines = [`nombre,telefono,${column},nota`, ...records, "Luis,7012-3457,,"];
      const dir = folder({ "list.csv": `${lines.join("\n")}\n` });
      await dir.ok("list.csv -c telefono -s dnc.csv -o o.csv");
      expect(dir.text("o.csv")).toBe(`${lines[0]}\nLuis,+50370123457,,\n`);
    });
  });

  test("of a workbook", async () => {
    const dir = folder({ "list.csv": `${LATE.join("\n")}\n` });
    await dir.ok("list.csv -s dnc.csv -o o.xlsx");
    await dir.ok("o.xlsx -s dnc.csv -o again.csv");
    expect(dir.text("again.csv")).toBe("\ufeffnombre,telefono,texto\r\nLuis,+50370123457,\r\n");
  });

  test("of a stream that is written to a file; into stdout it is refused, for a file", async () => {
    const dir = folder({});
    const input = `${LATE.join("\n")}\n`;
    await dir.ok("- -s dnc.csv -o o.csv", { stdin: input });
    expect(dir.text("o.csv")).toBe("nombre,telefono,texto\nLuis,+50370123457,\n");
    const piped = await dir.ends(3, "- -s dnc.csv", { stdin: input });
    expect(piped.stderr).toMatch(/^svscrub: stdin, line 4: .*\n {2}.*-o FILE/);
    const early = await dir.ok("- -s dnc.csv", { stdin: [LATE[0], LATE[3], LATE[1], LATE[2], ""].join("\n") });
    expect(early.out).toBe("nombre,telefono,texto\nLuis,+50370123457,\n");
  });

  test("of a stream that goes on long after the mark", async () => {
    const dir = folder({});
    const rest = Array.from({ length: 200_000 }, (_, i) => `Eva,${71_000_000 + i},`);
    await dir.ok("- -s dnc.csv -o o.csv", { stdin: [...LATE, ...rest, ""].join("\n") });
    expect(dir.text("o.csv").split("\n").length).toBe(1 + 1 + rest.length + 1);
  });
});
