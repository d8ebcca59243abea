// Whole inspections: long lists, which a thread reads ahead, and what becomes of them at a pipe or a terminal.

import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const CELLS = ["7012-3456", "", "n/a", '"7014-5678"', "7013-4567 / 2250-1234", "+504 9123-4567"];

/** More than a thread is started for. */
function longList(): string {
  const records = Array.from({ length: 200_000 }, (_, i) => {
    const number = `7${String((i * 7_919_993) % 10_000_000).padStart(7, "0")}`;
    const cell = i % 50 === 0 ? CELLS[(i / 50) % CELLS.length] : number;
    return `${i},${i % 10 === 0 ? '"Pérez, Ana"' : "Luis"} ${i % 10 === 0 ? "" : "x".repeat(i % 60)},${cell}`;
  });
  return `id,nombre,telefono\n${records.join("\n")}\n\n`;
}

describe("a long list", () => {
  const list = longList();

  test("is one that a thread reads ahead", () => {
    expect(Buffer.byteLength(list)).toBeGreaterThan(8 * 1024 * 1024);
  });

  test("is inspected from a file as from stdin", async () => {
    const dir = new Workdir({ "list.csv": list });
    const inspect = async (file: string, stdin?: string) => {
      const run = await dir.ok(["inspect", "--json", file], stdin === undefined ? {} : { stdin });
      const { files } = JSON.parse(run.out) as { files: { path: string; records: number }[] };
      return files[0]!;
    };
    const { path, ...ahead } = await inspect("list.csv");
    const { path: _, ...here } = await inspect("-", list);
    expect(ahead).toEqual(here);
    expect(ahead.records).toBe(200_000);
  });
});

test("a reader that goes away ends an inspection without a word", async () => {
  const dir = new Workdir({ "list.csv": "telefono,nombre\n7012-3456,Ana\n" });
  const run = await dir.shell(
    `svscrub inspect ${Array(2000).fill("list.csv").join(" ")} 2> said | head -1; echo "\${PIPESTATUS[0]}"`,
  );
  expect(run.out).toBe("list.csv\n141\n");
  expect(dir.text("said")).not.toMatch(/svscrub:|EPIPE|Error/);
});

test("titles are bold only where colour is wanted", async () => {
  const dir = new Workdir({ "list.csv": "telefono,nombre\n7012-3456,Ana\n" });
  const shown = async (...args: string[]) => (await dir.run(["inspect", "list.csv", ...args])).out;
  const plain = await shown();
  const bold = await shown("--color", "always");
  expect(plain).not.toContain("\x1b");
  expect(bold).toContain("\x1b[1mlist.csv\x1b[0m\n");
  expect(bold.replaceAll("\x1b[1m", "").replaceAll("\x1b[0m", "")).toBe(plain);
});

test("a list that a scrub refuses for its form is refused by an inspection, too", async () => {
  const dir = new Workdir({ "book.xlsx": "PK\x03\x04\x14\0\0\0[Content_Types].xml", "empty.csv": "" });
  const run = await dir.ends(3, "inspect book.xlsx empty.csv");
  expect(run.out).toBe("");
  expect(run.stderr).toMatch(/book\.xlsx: is damaged: it is cut off[\s\S]*empty\.csv: is empty/);
});

test("an unknown column is wrong usage, and the nearest is offered", async () => {
  const dir = new Workdir({ "list.csv": "telefono,nombre\n7012-3456,Ana\n" });
  const run = await dir.ends(2, "inspect list.csv -c telefno");
  expect(run.stderr).toContain('no column "telefno"; did you mean "telefono"?');
});
