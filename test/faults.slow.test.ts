// What can go wrong in the world: disks fill, renames fail, lists change, people press Ctrl-C.
// Whatever it is, no new file stands afterwards, no old one is lost, and stderr says what stayed.

import { spawnSync } from "node:child_process";
import { createWriteStream, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contents } from "./support/every-call.js";
import { faulty } from "./support/faulty.js";
import { LiveRun } from "./support/live-run.js";
import { REPOSITORY, type RunOptions, Workdir } from "./support/workdir.js";

const OUTPUTS = ["clean.csv", "removed.csv", "report.json", "second.json"] as const;
const ARGS = ["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--removed", "removed.csv"].concat(
  "--report report.json --report second.json".split(" "),
);

/** A folder with a phone list, a suppression list and, where wanted, the outputs of an older run. */
function scene({ records = 3, old = false }: { records?: number; old?: boolean } = {}): Workdir {
  const dir = new Workdir();
  const numbers = Array.from({ length: records }, (_, i) => 70_000_001 + i * 7);
  dir.write("list.csv", `nombre,telefono\n${numbers.map((number) => `Ana,${number}\n`).join("")}`);
  dir.write("dnc.csv", `telefono\n${numbers[1]}\n70999999\n`);
  if (old) for (const name of OUTPUTS) dir.write(name, `old ${name}\n`);
  return dir;
}

/** What each command says on stdout, with something to say on stderr as well. */
const TO_STDOUT = [
  ..."svscrub list.csv -s dnc.csv|svscrub check 7012-3456 -s dnc.csv -s old.csv".split("|"),
  ..."svscrub inspect list.csv|svscrub audit contacts.csv -s dnc.csv -s old.csv".split("|"),
  "svscrub registry export --registry registry.csv",
  "svscrub registry history 7012-3456 --registry registry.csv",
  "svscrub registry status --registry registry.csv",
];

/** The scene with a list that is too old, a contact log, and a registry whose last line a killed run left unfinished. */
function told(): Workdir {
  const dir = scene();
  dir.write("old.csv", "telefono\n70999998\n");
  utimesSync(dir.at("old.csv"), 0, 0);
  dir.write("contacts.csv", "telefono,fecha\n70999999,2026-11-20\n");
  const header = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence";
  dir.write("registry.csv", `${header}\n7,+50370999999,opt-out,any,,2026-11-20,manual,,,\n8,+5037`);
  return dir;
}

test("where the system has no room for another thread, a long list is scrubbed without one", async () => {
  const dir = scene();
  const numbers = Array.from({ length: 700_000 }, (_, i) => 70_000_001 + i * 7);
  dir.write("list.csv", `nombre,telefono\n${numbers.map((number) => `Ana,${number}\n`).join("")}`);
  const outcome = async (options: RunOptions) => {
    await dir.ok([...ARGS, "--force"], options);
    const { inputs, counts } = dir.json("report.json");
    return { inputs, counts, clean: dir.text("clean.csv").length };
  };
  const without = await outcome(faulty({ call: "Worker", code: "ERR_WORKER_INIT_FAILED" }));
  expect(without).toEqual(await outcome(faulty()));
  expect(without.counts).toMatchObject({ suppressed: 1 });
});

/** Whether this system lets us mount a disk that only one process sees. */
const canMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

describe.runIf(canMount)(
  "a disk that really is so small, or has no room for another file, leaves old or new, whole:",
  () => {
    const DISKS = ["size=64k", "size=400k", "size=800k", "nr_inodes=2", "nr_inodes=3", "nr_inodes=4", "ro"];
    const phones = Array.from({ length: 20_000 }, (_, i) => `+503${70_000_000 + i * 13}`);
    const some = phones.filter((_, i) => i % 3 === 0);
    const FILES = {
      "list.csv": `nombre,telefono\n${phones.map((phone) => `Ana,${phone}\n`).join("")}`,
      "dnc.csv": `telefono,fecha\n${some.map((phone) => `${phone},2026-01-05\n`).join("")}`,
      "contacts.csv": `telefono,fecha\n${phones.map((phone) => `${phone},2026-03-01\n`).join("")}`,
      "messages.csv": `From,Body,DateSent\n${some.map((phone, i) => `${phone},${i % 9 === 0 ? "no" : "STOP"},2026-02-03 10:00\n`).join("")}`,
    };
    const REGISTRY = "registry import messages.csv --kind sms --review";
    const COMMANDS = [
      "list.csv -s dnc.csv -o disk/clean.csv --removed disk/removed.csv --report disk/report.json --log disk/runs.jsonl",
      "audit contacts.csv -s dnc.csv -o disk/late.csv --report disk/late.json",
      `${REGISTRY} disk/review.csv --registry disk/r.csv --ack disk/acks.csv`,
      "registry export --registry r.csv -o disk/shared.csv",
    ];
    /** What stands before the registry on purpose, and what is written of a failed run too. */
    const EARLIER = ["acks.csv", "review.csv", "runs.jsonl"];

    for (const args of COMMANDS)
      test(`svscrub ${args}`, async () => {
        const dir = new Workdir(FILES);
        if (args.includes(" r.csv")) (await dir.spawn(`${REGISTRY} v.csv --registry r.csv`.split(" "))).mustExit(0);
        (await dir.shell("mkdir disk left")).mustExit(0);
        // What stands already is added to, and not removed where that fails.
        if (args.startsWith(REGISTRY)) dir.write("stood/acks.csv", "to,channel,language,message,event\n");
        const codes: (number | null)[] = [];
        for (const disk of DISKS) {
          const program = `'${process.execPath}' '${join(REPOSITORY, "bin/svscrub.js")}' ${args}`;
          const run = await dir.shell(
            `rm -rf left; mkdir left; unshare -rm bash -c "mount -t tmpfs -o ${disk} tmpfs disk; cp stood/* disk 2> /dev/null; ${program}; code=\\$?; cp -a disk/. left/; exit \\$code"`,
          );
          codes.push(run.code);
          const left = dir.list().flatMap((name) => (name.startsWith("left/") ? [name.slice(5)] : []));
          run.check(() =>
            expect({ disk, odd: left.filter((name) => /tmp|lock/.test(name)) }).toEqual({ disk, odd: [] }),
          );
          if (run.code === (args.startsWith("audit") ? 1 : 0)) continue;
          run.check(() => expect({ disk, code: run.code }).toEqual({ disk, code: 5 }));
          run.check(() => expect(run.stderr.match(/^svscrub: disk\/.*: can't be written: /gm)).toHaveLength(1));
          run.check(() => expect(left.filter((name) => !EARLIER.includes(name))).toEqual([]));
          for (const name of left) run.check(() => expect(dir.text(`left/${name}`)).toMatch(/^(?:.+\n)*$/));
        }
        expect(codes.filter((code) => code === 5).length).toBeGreaterThan(2);
      }, 120_000);
  },
);

describe("a signal", () => {
  const SIGNALS: [NodeJS.Signals, number][] = [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 143],
  ];
  for (const [signal, code] of SIGNALS)
    test(`${signal} while a list is awaited ends the run, and nothing new stands`, async () => {
      for (const waiting of ["list.csv", "dnc.csv"]) {
        const dir = scene({ old: true });
        const before = contents(dir);
        (await dir.shell("mkfifo fifo")).mustExit(0);
        const args = [...ARGS, "--force"].map((word) => (word === waiting ? "fifo" : word));
        const run = new LiveRun(dir, args);
        const writer = createWriteStream(dir.at("fifo"));
        writer.on("error", () => undefined);
        // A pipe that nobody reads keeps a thread of this process that all its runs need.
        await new Promise((resolve) => writer.write("telefono\n7012-3456\n", resolve));
        await until(() => temporaries(dir).length === 2);
        run.kill(signal);
        expect(await run.ended).toBe(code);
        const { stderr } = run;
        writer.destroy();
        const by = signal === "SIGINT" ? "Ctrl-C" : signal;
        expect(stderr).toMatch(new RegExp(`^svscrub: stopped by ${by}: nothing new was written\n`, "m"));
        for (const name of OUTPUTS) expect(stderr).toContain(`${name} is an OLD file, written `);
        rmSync(dir.at("fifo"));
        expect(contents(dir)).toEqual(before);
      }
    });

  for (const at of [1, 2, 3, 4])
    test(`once publishing has begun is too late: rename number ${at}`, async () => {
      for (const old of [false, true]) {
        const dir = scene({ old });
        const run = await dir.ok([...ARGS, "--force"], faulty({ call: "renameSync", at, signal: "SIGINT" }));
        run.check(() => expect(dir.list()).toEqual(["list.csv", "dnc.csv", ...OUTPUTS].sort()));
        for (const name of OUTPUTS) run.check(() => expect(dir.text(name)).not.toMatch(/^old/));
      }
    });

  test("at any moment leaves all outputs or none", async () => {
    const dir = scene({ records: 60_000 });
    const inputs = dir.list();
    const whole = [...inputs, ...OUTPUTS].sort();
    const endings = new Set<number | null>();
    for (let delay = 0; delay < 240; delay += 20) {
      const run = new LiveRun(dir, ARGS);
      const timer = setTimeout(() => {
        for (let i = 0; i < 3; i++) run.kill("SIGINT");
      }, delay);
      // Before the program listens, the signal ends it by itself: then it has no code.
      const code = await run.ended;
      clearTimeout(timer);
      expect({ delay, code, files: dir.list() }).toEqual({ delay, code, files: code === 0 ? whole : inputs });
      endings.add(code);
      if (code === 0) for (const name of OUTPUTS) rmSync(dir.at(name));
    }
    expect([...endings].filter((code) => ![0, 130, null].includes(code))).toEqual([]);
  });

  test("after publication ends nothing: the run reports what it did", async () => {
    const dir = scene();
    const run = new LiveRun(dir, ARGS);
    // Until it has ended, also while Node itself ends.
    const storm = setInterval(() => {
      if (dir.exists(OUTPUTS.at(-1)!)) for (let i = 0; i < 20; i++) run.kill("SIGINT");
    }, 1);
    const code = await run.ended;
    clearInterval(storm);
    expect({ code, files: OUTPUTS.filter((name) => dir.exists(name)) }).toEqual({ code: 0, files: OUTPUTS });
  });
});

describe("a reader that goes away", () => {
  for (const command of TO_STDOUT)
    test(`hears nothing, however short: ${command}`, async () => {
      // A pipe whose reading end is closed already.
      const run = await told().shell(`mkfifo pipe; exec 4<>pipe 5>pipe 4>&-; rm pipe; ${command} >&5`);
      run.mustExit(141);
      run.check(() => expect(run.stderr).toBe(""));
    });

  test("takes no output with it that was to stand", async () => {
    const dir = scene({ records: 400_000 });
    const before = dir.list();
    const run = await dir.shell(
      `svscrub list.csv -s dnc.csv --removed removed.csv --report r.json | true; exit "\${PIPESTATUS[0]}"`,
    );
    run.mustExit(141);
    run.check(() => expect(dir.list()).toEqual(before));
  });
});

function temporaries(dir: Workdir): string[] {
  return dir.list().filter((name) => name.startsWith(".svscrub-"));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; !isSo(); i++) {
    if (i > 500) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
