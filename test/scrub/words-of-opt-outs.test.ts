// Words of an opt-out are told of wherever they stand: in any column, from the first record to the last, on every path.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";
import { takeLong } from "../support/long-lists.js";
import { Workdir } from "../support/workdir.js";

const RECORDS = 4_000;

/** Records with the words in those of `at`, in a column of no telling name. */
function rows(at: (record: number) => string): string[] {
  return Array.from({ length: RECORDS }, (_, i) => `Ana,7${String(i).padStart(7, "0")},${at(i)},x`);
}

async function warningsOf(rows: readonly string[], header = "nombre,telefono,texto,otro"): Promise<unknown[]> {
  const dir = new Workdir();
  dir.write("list.csv", `${[header, ...rows].join("\n")}\n`);
  dir.write("dnc.csv", "2222-3333\n");
  const run = await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--json"]);
  run.mustExit(0);
  const { warnings } = JSON.parse(run.stdout.toString()) as { warnings: { code: string; values: unknown[] }[] };
  return warnings.filter(({ code }) => code === "opt-out-words").map(({ values }) => values.slice(1, 3));
}

describe("words of an opt-out", () => {
  for (const isLong of [false, true])
    test(`are told of from record 2,001 on as from record 6 on, in any order, of a ${isLong ? "long" : "short"} list`, async () => {
      takeLong(isLong);
      const late = rows((i) => (i >= 2000 ? "cliente pidio no llamar" : ""));
      const told = await warningsOf(late);
      expect(told).toEqual([["texto", 2000]]);
      expect(await warningsOf([...late].reverse())).toEqual(told);
      const once = await warningsOf(rows((i) => (i === 3_456 ? "NO LLÁMENLE" : "no contesta")));
      expect(once).toEqual([["texto", 1]]);
    });

  test("beside a number in the phone cell are told of, too, and the record stays", async () => {
    const told = await warningsOf([...rows(() => ""), "Ana,7999-9999 (no llamar),,"]);
    expect(told).toEqual([["telefono", 1]]);
  });

  test.each([
    ...[" BAJA", " STOP", " bloqueado", " CANCELAR", " REMOVE", " excluir", " ya no quiere", " no desea", " no más"],
    ...[
      "revocó",
      "retirado",
      "-BAJA",
      ", BAJA",
      "BAJA 12/03/2025",
      "BAJA / 7222-1234",
      "NO",
      "(NO)",
      "X",
      "🚫",
      "❌",
      "📵",
      "⛔",
    ],
  ])("behind the number of a phone cell are told of in every format: %s", async (words) => {
    for (const format of ["e164", "original"]) {
      const { stderr, code } = await new ScrubFolder().scrub({
        lists: [`nombre,telefono\nAna,"7012-3456${words}"\nEva,7999-9999\n`],
        suppress: ["telefono\n7888-8888\n"],
        args: ["--phone-format", format],
      });
      expect(code, stderr).toBe(0);
      expect(stderr, format).toContain("mentions opting out");
    }
  });

  test.each([
    "NO. 7012-3456",
    "No 7012-3456 casa",
    "Cel. No. 7012-3456",
    "7012-3456 no contesta",
    "7012-3456 (WhatsApp)",
    "7012-3456 📞",
  ])("are not what only stands beside it: %s", async (cell) => {
    const { stderr } = await new ScrubFolder().scrub({
      lists: [`nombre,telefono\nAna,${cell}\nEva,7999-9999\n`],
      suppress: ["telefono\n7888-8888\n"],
    });
    expect(stderr).not.toContain("mentions opting out");
  });

  test("say what to do where no option of a column helps: among the phones, and behind the last column", async () => {
    const dir = new Workdir();
    const records = ["Ana,7999-9999", "Eva,7222-1111 NO LLAMAR", "Luz,7222-3333,NO LLAMAR"];
    dir.write("list.csv", `${["nombre,telefono", ...records, ...records].join("\n")}\n`);
    dir.write("dnc.csv", "2222-3333\n");
    const run = await dir.run(["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--lang", "en"]);
    run.mustExit(0);
    const told = run.stderr.toString();
    expect(told).toContain("move the words out of the phone column into one named no_llamar");
    expect(told).toContain("name column 3 no_llamar in the header");
    expect(told).not.toContain("--opt-out-column");
  });

  test("in the columns of opt-outs are no remarks", async () => {
    expect(
      await warningsOf(
        rows(() => "no quiero no llamar"),
        "nombre,telefono,acepta llamadas,otro",
      ),
    ).toEqual([]);
  });
});
