// check explains every spelling that fixtures/numbers.csv states: what it reads as, what it could mean, who holds it.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { LiveRun } from "./support/live-run.js";
import { REPOSITORY, Workdir } from "./support/workdir.js";

interface Row {
  raw: string;
  reads_as: string;
  candidates: string;
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

function linesOf<T>({ stdout }: { stdout: Buffer }): T[] {
  return stdout
    .toString()
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

async function explained(list: string): Promise<Explained[]> {
  const dir = new Workdir({ "bajas.csv": list });
  const run = await dir.run(
    ["check", "--json", "-s", "bajas.csv", "--max-unreadable", "100%", "--", ...ROWS.map(({ raw }) => raw)],
    {
      // A lone dash as an argument stands for stdin, where it is a cell like any other.
      stdin: "-\n",
    },
  );
  expect(run.code, run.stderr).toBe(1);
  return linesOf<Explained>(run);
}

test("check explains each row of fixtures/numbers.csv", async () => {
  const answers = await explained("telefono\n60000000\n");
  expect(
    answers.map(({ typed, reads_as, could_mean, reason, disposition }) => ({
      raw: typed,
      reads_as: reads_as.map(({ number }) => number),
      candidates: [...could_mean].sort(),
      // What reads as a number is told by its disposition, what does not by its reason.
      reason: reads_as.length > 0 && disposition !== "invalid" ? "" : reason,
    })),
  ).toEqual(
    ROWS.map(({ raw, reads_as, candidates, reason }) => ({
      raw,
      reads_as: numbersIn(reads_as),
      candidates: numbersIn(candidates).sort(),
      reason: numbersIn(reads_as).length > 0 ? "" : reason,
    })),
  );
});

test("check finds each row's every reading in a list of them", async () => {
  const listed = [
    ...new Set(ROWS.flatMap(({ reads_as, candidates }) => [...numbersIn(reads_as), ...numbersIn(candidates)])),
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

test("a blank line of stdin gets its object, too, so that answers can be paired with lines", async () => {
  const dir = new Workdir({ "bajas.csv": "6123-4567\n" });
  const ask = async (...options: string[]) => {
    const run = await dir.run(["check", "-", "--json", "-s", "bajas.csv", ...options], {
      stdin: "7012-3456\n\n6123-4567\n7012-3458\n",
    });
    return run.out
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { may_contact: boolean }).may_contact);
  };
  expect(await ask()).toEqual([true, false, false, true]);
  expect(await ask("--follow")).toEqual([true, false, false, true]);
});

test("As JSON, numbers on stdin get a line each and arguments one document, however many there are", async () => {
  const dir = new Workdir({ "bajas.csv": "telefono,motivo\n7013-4567,lo pidió\n" });
  const ask = async (args: string[], stdin = "") =>
    (await dir.run(["check", ...args, "--json", "-s", "bajas.csv"], { stdin })).out;
  const [document, line] = [JSON.parse(await ask(["7013-4567"])), await ask(["-"], "7013-4567")];
  expect(document).toMatchObject({ schema_version: 1, numbers: [{ opted_out: [{ reason: "lo pidió" }] }] });
  expect(line).toBe(`${JSON.stringify(document.numbers[0])}\n`);
  expect(await ask(["-", "--follow"], "7013-4567")).toBe(line);
  expect(JSON.parse(await ask(["7013-4567", "7012-3456"])).numbers).toHaveLength(2);
});

test("A long stream is answered while it comes, with what the lists say of why", async () => {
  const dir = new Workdir({ "bajas.csv": "telefono,motivo\n7013-4567,lo pidió\n" });
  const run = new LiveRun(dir, ["check", "-", "--json", "-s", "bajas.csv"]);
  run.write(`7013-4567\n${"7012-3456\n".repeat(20_000)}`);
  expect(JSON.parse(await run.next())).toMatchObject({ opted_out: [{ reason: "lo pidió" }] });
  expect(await run.end()).toBe(1);
});

test("A list of hashes that nothing proves is refused before a stream gets an answer; of numbers that are typed one may prove it", async () => {
  const dir = new Workdir();
  const hash = createHash("sha256").update("+50370134567").digest("hex");
  dir.write("hashed.csv", `sha256\n${hash}\n`);
  await dir.ends(1, "check 7013-4567 --json -s hashed.csv");
  const streamed = await dir.ends(4, "check - --json -s hashed.csv", { stdin: "7013-4567\n" });
  expect(streamed.stdout.length).toBe(0);
});
