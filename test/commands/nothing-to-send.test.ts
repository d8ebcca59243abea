// What the last line of a scrub that failed says: whoever reads it at night decides by it.

import { expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const NOTHING = { en: "Nothing of this run may be sent.", es: "No se puede enviar nada de esta corrida." };

function scene(): Workdir {
  const dir = new Workdir();
  dir.write("list.csv", "telefono\n7012-3456\n7013-4567\n");
  dir.write("dnc.csv", "telefono\n7012-3456\n");
  return dir;
}

const FAILURES: [string, number, string][] = [
  ["a phone list that is not there", 3, "nope.csv -s dnc.csv -o clean.csv"],
  ["a suppression list that is not there", 4, "list.csv -s nope.csv -o clean.csv"],
  ["a folder that is not there", 5, "list.csv -s dnc.csv -o no/clean.csv"],
  ["a guard", 6, "list.csv -s dnc.csv -o clean.csv --max-removed 1%"],
  ["an old list, of a list to stdout", 4, "list.csv -s dnc=dnc.csv --max-age 1h --as-of dnc=2020-01-01"],
];

for (const [why, code, args] of FAILURES)
  test.each(["en", "es"] as const)(`${why}: says so in %s`, async (language) => {
    const run = await scene().run([...args.split(" "), "--lang", language]);
    run.mustExit(code);
    run.check(() => expect(run.stderr.trimEnd().split("\n").at(-1)?.trim()).toBe(NOTHING[language]));
  });

test.each([
  "list.csv -s dnc.csv -o clean.csv",
  "list.csv -s dnc=dnc.csv --dry-run --max-age 1h --as-of dnc=2020-01-01",
  "audit list.csv -s dnc.csv -o late.csv",
  "check 7012-3456 -s dnc.csv",
])("a scrub that is done, a dry run that fails, and other commands say nothing of it: %s", async (args) => {
  const { stderr } = await scene().run(args.split(" "));
  expect(stderr).not.toContain(NOTHING.en);
});
