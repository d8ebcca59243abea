// No number of any input stands in a report, a page, a run log, a summary or a message, grouped in whatever way and in no language.
// The golden cases are held to the same by their own runner; here are the runs that say the most.

import { describe, expect, test } from "vitest";
import { RUN_KINDS } from "../support/audited-runs.js";
import { leaked, numbersIn } from "../support/leaks.js";
import { type RunOptions, Workdir } from "../support/workdir.js";

describe("a leak is found", () => {
  const numbers = numbersIn(Buffer.from("telefono\n+503 7012-3456\n٢٢٢٢١١١١\n800-1234\n+504 9123-4567\n"));

  for (const text of [
    ...'line 3: 7012-3456 is no number|<td>7012 3456</td>|{"raw":"70123456"}|+50370123456'.split("|"),
    ..."(503) 7012.3456|7 0 1 2 3 4 5 6|２２２２ １１１１|8001234|50491234567".split("|"),
  ])
    test(`in ${text}`, () => expect(leaked(text, numbers)).not.toEqual([]));

  for (const text of [
    "+503 70••••56",
    "2026-11-24T20:41:11.377Z",
    "a70123456bc25bac709b3fda66c25bac709b3fda66c25bac709b3fda66c25bac70".slice(0, 64).padEnd(64, "0"),
    "70123 bytes, 456 records",
  ])
    test(`and not in ${text}`, () => expect(leaked(text, numbers)).toEqual([]));
});

describe("nobody is named where a run", () => {
  for (const [i, kind] of RUN_KINDS.entries())
    for (const language of [["es", "en"][i % 2]!])
      test(`${kind.name}, in ${language}`, async () => {
        const dir = new Workdir(kind.files);
        const numbers = new Set<string>();
        for (const name of dir.list()) for (const number of numbersIn(dir.read(name))) numbers.add(number);
        if (kind.stdin !== undefined) for (const number of numbersIn(Buffer.from(kind.stdin))) numbers.add(number);
        expect(numbers.size).toBeGreaterThan(4);
        const names = dir.list();
        const say = (text: string | Buffer) => expect(leaked(text.toString(), numbers, names)).toEqual([]);
        const run = async (args: readonly string[], code: number, options: RunOptions = {}) => {
          const done = await dir.ends(code, [...args, "--lang", language], options);
          say(done.stderr);
          return done;
        };
        const options: RunOptions = kind.stdin === undefined ? {} : { stdin: kind.stdin };
        const log = ["--log", "runs.jsonl"];
        const reports = ["--report", "report.json", "--report", "page.html"];
        await run([...kind.args, ...reports, ...log], 0, options);
        for (const file of ["report.json", "page.html", "runs.jsonl"]) say(dir.read(file));
        // Every way in which it may fail, or be proved, or be shown beforehand.
        await run([...kind.args, ...reports, ...log], 5, options);
        await run([...kind.args, ...reports, ...log, "--force", "--strict"], 6, options);
        // Without suppression lists there is nothing that a planted number could be in.
        const canaryCode = kind.args.includes("--no-suppression") ? 2 : 4;
        await run([...kind.args, ...log, "--force", "--canary", "7999-0000"], canaryCode, options);
        await run(
          [...kind.args, ...log, "--force", "-c", "nombre"],
          kind.args.includes("--no-header") ? 2 : 3,
          options,
        );
        say((await run([...kind.args, "-n"], 0, options)).stdout);
        // Where no clean list stands nobody can say who has opted out since.
        const sinceCode = kind.main === undefined || kind.args.includes("--flag") ? 1 : 0;
        for (const more of [[], ["--json"], ["-s", kind.name.includes("compressed") ? "dnc.csv.gz" : "dnc.csv"]])
          say((await run(["verify", "report.json", ...log, ...more], more[0] === "-s" ? sinceCode : 0)).stdout);
        if (kind.main !== undefined) {
          dir.write(kind.main, kind.stdin ?? dir.read(names.find((name) => /^(?:list|a)\./.test(name))!));
          say((await run(["verify", "report.json", ...log], 1)).stdout);
        }
        say(dir.read("runs.jsonl"));
      });
});
