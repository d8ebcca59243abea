// What surrounds a run is odd or hostile: a time zone or a language that does not exist, no home, a clock that goes back,
// pipes whose other end dies, no network. A run does what it would have done, or says in one sentence why not.

import { spawnSync } from "node:child_process";
import { readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { en } from "../src/text/en/sentences.js";
import { FaultyFiles } from "./support/file-faults.js";
import { runHere } from "./support/run-here.js";
import { sayIn } from "./support/spoken.js";
import { REPOSITORY, type RunOptions, Workdir } from "./support/workdir.js";

const ARGS = "list.csv -s dnc.csv -o clean.csv --removed removed.csv --report report.json".split(" ");

function laid(): Workdir {
  const dir = new Workdir({ "list.csv": "nombre,telefono\nAna,7012-3456\nEva,7013-4567\n" });
  dir.write("dnc.csv", "telefono,fecha\n7012-3456,2026-01-05 10:00\n");
  return dir;
}

describe("a scrub is the same", () => {
  const ODD: Record<string, RunOptions["env"]> = {
    "in a time zone that does not exist": { TZ: "Nowhere/Land" },
    "in a time zone far away": { TZ: "Pacific/Kiritimati" },
    "in a language that does not exist": { SVSCRUB_LANG: undefined, LC_ALL: "xx_YY", LANG: "\u001b[2J" },
    "without a home": { HOME: undefined },
    "with a home that is not there": { HOME: "/nowhere/at/all" },
    "with a home that is a file": { HOME: "/dev/null" },
    "without a folder for temporary files": { TMPDIR: "/nowhere/at/all" },
    "in a terminal without columns": { COLUMNS: "-1", TERM: "nothing" },
  };
  for (const [where, env] of Object.entries(ODD))
    test(where, async () => {
      const [usual, odd] = [laid(), laid()];
      await usual.ok(ARGS);
      const run = await odd.spawn(ARGS, { env: env! });
      run.mustExit(0);
      for (const name of ["clean.csv", "removed.csv"]) run.check(() => expect(odd.text(name)).toBe(usual.text(name)));
    });
});

test("a clock that goes back during the run makes no report that ends before it begins", async () => {
  const dir = laid();
  dir.write(
    "clock.mjs",
    `const { now } = Date; let calls = 0; const real = Date;
     const back = () => now() - 3_600_000 * ++calls;
     globalThis.Date = class extends real { constructor(...args) { if (args.length === 0) super(back()); else super(...args); } static now() { return back(); } };`,
  );
  const run = await dir.spawn([...ARGS, "--log", "runs.jsonl"], {
    env: { NODE_OPTIONS: `--import=${pathToFileURL(dir.at("clock.mjs")).href}` },
  });
  run.mustExit(0);
  const report = dir.json("report.json");
  run.check(() => expect(report.run.finished_at >= report.run.started_at).toBe(true));
  await dir.ok("verify report.json --log runs.jsonl");
});

describe("a pipe whose other end dies", () => {
  test("as an output ends the run quietly, and nothing else stands", async () => {
    const dir = laid();
    dir.write(
      "list.csv",
      `telefono\n${Array.from({ length: 200_000 }, (_, i) => `7${String(i).padStart(7, "0")}\n`).join("")}`,
    );
    const before = [...dir.list(), "fifo"].sort();
    const run = await dir.shell(
      "mkfifo fifo; head -c 10 < fifo > /dev/null & svscrub list.csv -s dnc.csv -o fifo --removed removed.csv --report report.json",
    );
    run.mustExit(141);
    run.check(() => expect(dir.list()).toEqual(before));
  });

  for (const [which, args, code] of [
    ["a phone list", "fifo -s dnc.csv -o clean.csv", 3],
    ["a suppression list", "list.csv -s fifo -o clean.csv", 4],
  ] as const)
    test(`before a byte came through it is no empty ${which}`, async () => {
      const dir = laid();
      const run = await dir.shell(`mkfifo fifo; (exec 3> fifo) & svscrub ${args}`);
      run.mustExit(code);
      run.check(() => expect(run.stderr).toContain(sayIn(en, "emptyFile", []).what));
      run.check(() => expect(dir.exists("clean.csv")).toBe(false));
    });
});

for (const [how, args, codes] of [
  ["", ARGS, [0, 5]],
  ["with --force ", [...ARGS, "--force"], [0]],
] as const)
  test(`a link that is put ${how}in place of an output at any call while it is published is not followed`, async () => {
    const all = await countCalls(args);
    for (let before = Math.floor(all / 2); before <= all; before++) {
      const dir = laid();
      dir.write("victim.csv", "precious\n");
      const act = () => {
        try {
          symlinkSync("victim.csv", dir.at("clean.csv"));
        } catch {
          // The clean list stands already.
        }
      };
      const files = new FaultyFiles(undefined, undefined, { before, act });
      const run = await runHere(args, { folder: dir.path, files });
      expect(dir.text("victim.csv"), `before call ${before}, exit code ${run.code}`).toBe("precious\n");
      expect(codes).toContain(run.code);
    }
  });

test("nothing is written through a link that leads nowhere", async () => {
  for (const args of [
    ..."list.csv -s dnc.csv -o link|list.csv -s dnc.csv -o clean.csv --log link".split("|"),
    ..."registry add 7012-3456 --registry link|registry add 7012-3456 --registry new.csv --ack link".split("|"),
  ]) {
    const dir = laid();
    symlinkSync("nowhere", dir.at("link"));
    const run = await dir.ends(5, args);
    run.check(() => expect(run.stderr).toContain(`link: ${sayIn(en, "brokenLink", []).what}`));
    run.check(() => expect(dir.list()).toEqual(["dnc.csv", "link", "list.csv"]));
  }
});

test("at every call of a run, what is confidential can be read by its owner alone, also before it is published", async () => {
  const open: string[] = [];
  const args = [...ARGS, "--log", "runs.jsonl"];
  const calls = (await countCalls(args)) - 1;
  for (let before = 1; before <= calls; before += 3) {
    const each = laid();
    const act = () => {
      const temporary = each.list().filter((name) => name.startsWith(".svscrub-"));
      const modes = temporary.map((name) => statSync(each.at(name)).mode & 0o777);
      // The clean list follows the umask; it is the first.
      if (modes.filter((mode) => mode !== 0o600).length > 1)
        open.push(`before call ${before}: ${modes.map((m) => m.toString(8))}`);
    };
    await runHere(args, { folder: each.path, files: new FaultyFiles(undefined, undefined, { before, act }) });
  }
  expect(open).toEqual([]);
});

/** Of a run that has loaded its modules already. */
async function countCalls(args: readonly string[]): Promise<number> {
  await runHere(args, { folder: laid().path });
  const files = new FaultyFiles();
  await runHere(args, { folder: laid().path, files });
  return files.all;
}

/** Whether this system lets us run something without any network, not even loopback's. */
const canUnshare = spawnSync("unshare", ["-rn", "true"]).status === 0;

describe("a network", () => {
  test.runIf(canUnshare)("is not missed where there is none", async () => {
    const dir = laid();
    for (const args of [
      ARGS.join(" "),
      "check 7013-4567 -s dnc.csv",
      "inspect list.csv",
      "verify report.json -s dnc.csv",
      "registry add 7999-0001 --registry new.csv",
      "registry export --registry new.csv -o shared.csv",
    ]) {
      const program = join(REPOSITORY, "bin/svscrub.js");
      const run = spawnSync("unshare", ["-rn", process.execPath, program, ...args.split(" ")], {
        cwd: dir.path,
        encoding: "utf8",
        env: { PATH: process.env.PATH, SVSCRUB_LANG: "en" },
      });
      expect(run.status, `${args}\n${run.stderr}`).toBe(0);
    }
  });

  test("is nowhere asked for: no source imports what opens a connection", () => {
    const files = spawnSync("git", ["ls-files", "src"], { cwd: REPOSITORY, encoding: "utf8" }).stdout.split("\n");
    const sources = files.filter((name) => name.endsWith(".ts"));
    expect(sources.length).toBeGreaterThan(100);
    const asking = sources.filter((name) =>
      /["']node:(?:http|https|http2|tls|dns|dgram|cluster|inspector)\b|\bfetch\(|WebSocket|\bconnect\(|createConnection/.test(
        readFileSync(join(REPOSITORY, name), "utf8"),
      ),
    );
    expect(asking).toEqual([]);
  });
});

test("what is packed is what runs: no test, no fixture, no source but what the program reads", () => {
  const packed = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: REPOSITORY,
    encoding: "utf8",
  });
  const [{ files }] = JSON.parse(packed.stdout) as [{ files: { path: string }[] }];
  const paths = files.map(({ path }) => path);
  for (const file of ["bin/svscrub.js", "dist/bundle/main.js", "dist/bundle/scan-ahead-task.js"])
    expect(paths).toContain(file);
  const odd = paths.filter(
    (path) =>
      !/^(?:bin\/svscrub\.js|dist\/bundle\/(?:[\w-]+\.(?:c?js|LICENSE)|maps\.json)|dist\/types\/index\.d\.ts|dist\/man\/(?:es\/)?man1\/.*\.1|src\/.*\.(?:json|txt|csv|bash|zsh|fish|ps1|py)|src\/text\/e[ns]\/guides\/[\w-]+\.md|(?:README|RECIPES|API)(?:\.es)?\.md|LICENSE|package\.json)$/.test(
        path,
      ) || /test|fixture|bench|assembly|generate-plan|manual\/write/.test(path),
  );
  expect(odd).toEqual([]);
});
