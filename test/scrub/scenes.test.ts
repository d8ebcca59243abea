// Small scrubs: what each leaves of its phone lists, whom it removes and why, and what it warns of (fixtures/scrubs/). A backslash
// at the end of a file takes its last line end away.

import { takeLong } from "../support/long-lists.js";
import { testTables, unescaped } from "../support/tables.js";
import { Workdir } from "../support/workdir.js";

/** Whoever a list itself says no of, and a listed number in whatever column, is found on either path. */
const BOTH_PATHS = ["marks", "numbers"];
const DISPOSITIONS =
  /(?<=^|.)(?:suppressed|invalid|foreign|excluded|duplicate)(.)([\w-]+)\1"?([^"\n]*?)"?\1.*?\1(\d+)(?=\1|\r?$)/;

interface Report {
  suppressions: { text?: { lines: number; numbers: number; own: number } }[];
  warnings: { code: string; values: unknown[] }[];
}

testTables("scrubs", async (terms, input, table) => {
  const short = await outcomeOf(terms, input);
  if (!BOTH_PATHS.includes(table)) return short;
  takeLong(true);
  const long = await outcomeOf(terms, input);
  return long === short ? short : `${short}, but of a long list ${long}`;
});

async function outcomeOf(terms: string, input: string): Promise<string> {
  const dir = new Workdir();
  for (const part of input.split(/^-- /m).slice(1)) {
    const [name, ...lines] = part.trimEnd().split("\n") as [string, ...string[]];
    dir.write(name, unescaped(`${lines.join("\n")}\n`.replace(/\\\n$/, "")));
  }
  const outputs = ["-o", "clean.csv", "--removed", "removed.csv", "--report", "report.json"];
  const { code, stderr } = await dir.run([...terms.split(" "), ...outputs]);
  if (code !== 0) return `exit ${code}: ${stderr.match(/^svscrub: .*/m)?.[0].slice("svscrub: ".length)}`;
  const clean = dir.text("clean.csv");
  const removed = dir
    .text("removed.csv")
    .split("\n")
    .flatMap((line) => {
      const [, , reason, source, record] = DISPOSITIONS.exec(line) ?? [];
      return reason === undefined ? [] : [`${record} ${reason} ${source}`.trim()];
    });
  const { suppressions, warnings } = dir.json("report.json") as Report;
  const said = warnings.map(({ code, values }) => `warning ${code} ${JSON.stringify(values)}`);
  const texts = suppressions.flatMap(({ text }) => (text === undefined ? [] : [`text ${JSON.stringify(text)}`]));
  return [JSON.stringify(clean), ...removed, ...texts, ...said].join("; ");
}
