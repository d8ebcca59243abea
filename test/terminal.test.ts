// What names and headers hold must not steer the terminal of who reads about them.

import { expect, test } from "vitest";
import { Workdir } from "./support/workdir.js";

/** Clears the screen, turns the line round, rings, and does the same with a single byte of Latin-1. */
const HOSTILE = "l\x1b[2J\u202evs\x07c.\x9b31m\rcsv";
const STEERS = /(?![\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;
const OUR_COLOURS = ["0", "1", "31", "33"].map((code) => `\x1b[${code}m`);

const COMMANDS: Record<string, string[]> = {
  "a phone list": [HOSTILE, "-s", "dnc.csv", "-o", "clean.csv"],
  "a suppression list": ["list.csv", "-s", HOSTILE, "-o", "clean.csv"],
  "a list that is not there": ["list.csv", "-s", `not ${HOSTILE}`],
  "an output": ["list.csv", "-s", "dnc.csv", "-o", `clean ${HOSTILE}`],
  "a checked list": ["check", "7012-3456", "-s", HOSTILE],
  "an inspected list": ["inspect", HOSTILE],
  "an inspected list, as JSON": ["inspect", HOSTILE, "--json"],
  "an option": ["list.csv", `--${HOSTILE}`],
  "a column": ["list.csv", "-s", "dnc.csv", "-c", HOSTILE],
  "a report": ["verify", HOSTILE],
};

for (const [what, args] of Object.entries(COMMANDS))
  test(`the name of ${what} reaches no terminal as it is`, async () => {
    for (const color of ["never", "always"]) {
      const dir = new Workdir();
      const list = `telefono,${HOSTILE} telefono\n7012-3456,7012-3457\n`;
      for (const name of ["list.csv", HOSTILE]) dir.write(name, list);
      dir.write("dnc.csv", "telefono\n7099-9999\n");
      const run = await dir.run([...args, ...(args.includes(`--${HOSTILE}`) ? [] : ["--color", color])]);
      const said = OUR_COLOURS.reduce((text, code) => text.replaceAll(code, ""), `${run.stdout}${run.stderr}`);
      run.check(() => expect(said).not.toMatch(STEERS));
    }
  });
