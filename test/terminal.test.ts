// What names and headers hold must not steer the terminal of who reads about them.

import { syncBuiltinESMExports } from "node:module";
import tty from "node:tty";
import { describe, expect, test } from "vitest";
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

/** Runs with these descriptors as terminals; half a second passes at every look at the clock, so that no run is short. */
async function atTerminals(descriptors: string, run: () => ReturnType<Workdir["run"]>) {
  const real = { isatty: tty.isatty, now: Date.now };
  let passed = 0;
  Object.assign(tty, { isatty: (descriptor: number) => descriptors.includes(String(descriptor)) });
  syncBuiltinESMExports();
  Date.now = () => {
    passed += 500;
    return real.now() + passed;
  };
  try {
    return await run();
  } finally {
    Date.now = real.now;
    Object.assign(tty, { isatty: real.isatty });
    syncBuiltinESMExports();
  }
}
const CLEARED = "\r\x1b[K";

describe("how far a run has come", () => {
  const SCRUB = ["list.csv", "-s", "registry.csv", "--force"];
  const WATCHED: Record<string, string[]> = {
    "a scrub": [...SCRUB, "-o", "new.csv"],
    verify: ["verify", "clean.audit.json"],
    "verify by today's lists": ["verify", "clean.audit.json", "-s", "dnc.csv"],
    "verify of an audit": ["verify", "audit.json"],
    "an audit": ["audit", "log.csv", "-s", "registry.csv"],
    check: ["check", "7012-3456", "-s", "registry.csv"],
  };

  async function scene(): Promise<Workdir> {
    const dir = new Workdir({ "list.csv": "telefono\n7012-3456\n7012-3457\n" });
    dir.write("log.csv", "telefono,fecha\n7012-3456,2026-01-01\n");
    dir.write("dnc.csv", "telefono\n7099-9999\n");
    await dir.ok("registry add 7099-9999 --registry registry.csv");
    await dir.ok([...SCRUB, "-o", "clean.csv"]);
    await dir.ok("audit log.csv -s registry.csv --report audit.json");
    return dir;
  }

  const run = (dir: Workdir, args: readonly string[], terminals: string, TERM = "xterm") =>
    atTerminals(terminals, () => dir.run(args, { env: { TERM } }));

  test.each(Object.entries(WATCHED))(
    "%s shows it at a terminal, and leaves nothing of it in the line",
    async (_, args) => {
      const { code, stderr } = await run(await scene(), args, "2");
      expect(code, stderr).toBe(0);
      const shown = stderr.split(CLEARED);
      expect(shown.slice(1, -1).join("")).toMatch(/\d (?:record|event)s?/);
      expect(shown.at(-1)).not.toMatch(/%|█/);
    },
  );

  test.each(Object.entries(WATCHED).slice(0, 2))(
    "%s sends no control characters to a file, a mail, or a dumb terminal",
    async (_, args) => {
      for (const [terminals, term] of [
        ["", "xterm"],
        ["2", "dumb"],
      ] as const) {
        const { stderr } = await run(await scene(), args, terminals, term);
        expect(stderr).not.toMatch(STEERS);
      }
    },
  );

  test.each([
    [...SCRUB, "-o", "-"],
    ["audit", "log.csv", "-s", "registry.csv", "-o", "-"],
    ["verify", "clean.audit.json", "-s", "dnc.csv", "--removed", "-"],
  ])("%s %s %s %s %s %s shows nothing where its data goes to the same terminal", async (...args) => {
    expect((await run(await scene(), args, "12")).stderr).not.toContain(CLEARED);
    expect((await run(await scene(), args, "2")).stderr).toContain(CLEARED);
  });
});
