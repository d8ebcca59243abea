// check explains every spelling that fixtures/numbers.csv states: what it reads as, what it could mean, who holds it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { REPOSITORY, Workdir } from "./support/workdir.js";

interface Row {
  raw: string;
  reads_as: string;
  doubtful: string;
  reason: string;
}

interface Explained {
  typed: string;
  may_contact: boolean;
  reads_as: { number: string }[];
  could_mean: string[];
  disposition: string;
  reason: string | null;
  opted_out: { number: string; list: string; record: number }[];
}

const ROWS = parse(readFileSync(join(REPOSITORY, "fixtures/numbers.csv")), { columns: true }) as Row[];
const numbersIn = (cell: string) => (cell === "" ? [] : cell.split("; "));

async function explained(list: string): Promise<Explained[]> {
  const dir = new Workdir();
  dir.write("bajas.csv", list);
  const run = await dir.run(["check", "--json", "-s", "bajas.csv", "--", ...ROWS.map(({ raw }) => raw)], {
    // A lone dash as an argument stands for stdin, where it is a cell like any other.
    stdin: "-\n",
  });
  expect(run.code, run.stderr).toBe(1);
  return (JSON.parse(run.stdout.toString()) as { numbers: Explained[] }).numbers;
}

test("check explains each row of fixtures/numbers.csv", async () => {
  const answers = await explained("telefono\n60000000\n");
  expect(
    answers.map(({ typed, reads_as, could_mean, reason, disposition }) => ({
      raw: typed,
      reads_as: reads_as.map(({ number }) => number),
      doubtful: [...could_mean].sort(),
      // What reads as a number is told by its disposition, what does not by its reason.
      reason: reads_as.length > 0 && disposition !== "invalid" ? "" : reason,
    })),
  ).toEqual(
    ROWS.map(({ raw, reads_as, doubtful, reason }) => ({
      raw,
      reads_as: numbersIn(reads_as),
      doubtful: numbersIn(doubtful).sort(),
      reason: numbersIn(reads_as).length > 0 ? "" : reason,
    })),
  );
});

test("check finds each row's every reading in a list of them", async () => {
  const listed = [
    ...new Set(ROWS.flatMap(({ reads_as, doubtful }) => [...numbersIn(reads_as), ...numbersIn(doubtful)])),
  ];
  const answers = await explained(`telefono\n${listed.join("\n")}\n`);
  for (const [i, { may_contact, reads_as, could_mean, opted_out }] of answers.entries()) {
    const readings = [...reads_as.map(({ number }) => number), ...could_mean];
    expect(may_contact, ROWS[i]!.raw).toBe(false);
    expect([...new Set(opted_out.map(({ number }) => number))].sort(), ROWS[i]!.raw).toEqual(
      [...new Set(readings)].sort(),
    );
    // An entry before its own may bar a number, too: an 801 the mobile that it may have been.
    for (const { number, record } of opted_out) expect(record - 1, number).toBeLessThanOrEqual(listed.indexOf(number));
  }
});

test("check takes more numbers from stdin than a call may have arguments", async () => {
  const dir = new Workdir();
  dir.write("bajas.csv", "telefono\n7013-4567\n");
  const run = await dir.run(["check", "-", "--json", "-s", "bajas.csv"], { stdin: "7012-3456\n".repeat(150_000) });
  run.mustExit(0);
  expect(JSON.parse(run.stdout.toString()).numbers).toHaveLength(150_000);
});
