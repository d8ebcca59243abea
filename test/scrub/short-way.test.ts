// The kernel judges whole records whose phone cells hold nothing but numbers; a flagged list is judged by the rules alone.
// Both ways must end alike.

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { draws, forAllAsync } from "../support/draws.js";
import { Workdir } from "../support/workdir.js";

const NUMBERS = ["70123456", "61234567", "22501234", "24567890", "70123457", "51234567"];
const OTHERS = ["", "", "-", "n/a", "77777777", "8001234", "+1 305 555 1234", "7O123456", "2250123"];
const POLICIES = [
  [],
  ["--types", "mobile"],
  ["--types", "fixed,premium"],
  ["--channel", "sms"],
  ["--keep-duplicates"],
  ["--keep-foreign"],
  ["--phone-format", "national"],
  ["--phone-format", "original"],
];
const LISTS = {
  "plain.txt": (number: string, i: number) => (i % 2 === 0 ? `${number}\n` : ""),
  "dated.csv": (number: string, i: number) => (i % 3 === 0 ? `${number},2026-03-0${i + 1},sms\n` : ""),
};

const number = fc.constantFrom(...NUMBERS);
const cell = fc.oneof(
  { weight: 4, arbitrary: number },
  number.map((it) => `+503 ${it.slice(0, 4)}-${it.slice(4)}`),
  fc.tuple(number, fc.oneof(number, fc.constantFrom(...OTHERS))).map((both) => both.join(" / ")),
  fc.constantFrom(...OTHERS),
);
const COLUMNS = ["telefono", "celular", "tel_casa"];

test("records come out of the kernel as the rules flag them, with one phone column or several", async () => {
  await forAllAsync(
    draws(40),
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.tuple(number, cell, cell), { minLength: 1, maxLength: 30 }),
    fc.array(cell, { minLength: 30, maxLength: 30 }),
    fc.constantFrom(...POLICIES),
    fc.boolean(),
    async (width, rows, firsts, policy, isNumber) => {
      const dir = new Workdir();
      for (const [name, line] of Object.entries(LISTS))
        dir.write(
          name,
          `${name.endsWith("csv") ? "telefono,fecha,canal\n" : ""}${NUMBERS.slice(1).map(line).join("")}`,
        );
      const columns = COLUMNS.slice(0, width);
      const cells = rows.map((row, i) => [isNumber ? row[0] : firsts[i]!, ...row.slice(1)].slice(0, width));
      dir.write(
        "list.csv",
        [columns, [NUMBERS[0]!, ...columns.slice(1).map(() => NUMBERS[3]!)], ...cells, ""].join("\n"),
      );
      const scrub = async (...args: string[]) => {
        const chosen = columns.flatMap((column) => ["-c", column]);
        await dir.ok(["list.csv", "-s", ...Object.keys(LISTS), ...chosen, ...policy, ...args]);
        const { counts, reasons, types, suppressions } = dir.json("o.audit.json");
        return {
          counts,
          reasons,
          types,
          matched: suppressions.map((it: Record<string, unknown>) => it.matched_only_here),
        };
      };
      const read = (file: string) => parse(dir.read(file), { columns: true }) as Record<string, string>[];
      const said = await scrub("-o", "o.csv", "--removed", "gone.csv", "-f");
      const removed = read("gone.csv");
      const kept = read("o.csv");
      const { types, ...flagged } = await scrub("-o", "o.csv", "--flag", "-f");
      expect(said).toMatchObject(flagged);
      const gone = (row: Record<string, string>) => [row.svscrub_disposition, row.svscrub_reason, row.svscrub_source];
      const records = read("o.csv");
      expect(removed.map(gone)).toEqual(records.filter((row) => row.svscrub_disposition !== "clean").map(gone));
      const clean = records.filter((row) => row.svscrub_disposition === "clean");
      expect(kept).toHaveLength(clean.length);
      for (const [i, row] of policy.includes("original") ? [] : kept.entries())
        expect(columns.map((column) => row[column])).toContain(clean[i]!.svscrub_phone);
    },
  );
});
