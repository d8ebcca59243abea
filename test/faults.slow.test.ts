// What can go wrong in the world: disks fill, renames fail, lists change, people press Ctrl-C.
// Whatever it is, no new file stands afterwards, no old one is lost, and stderr says what stayed.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, createWriteStream, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { en } from "../src/text/en/sentences.js";
import { sayIn } from "./support/spoken.js";
import { REPOSITORY, type RunOptions, Workdir } from "./support/workdir.js";

const OUTPUTS = ["clean.csv", "removed.csv", "report.json", "second.json"] as const;
const ARGS = ["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--removed", "removed.csv"].concat([
  "--report",
  "report.json",
  "--report",
  "second.json",
]);
const PRELOAD = pathToFileURL(join(REPOSITORY, "test/support/faults.mjs")).href;

/** What goes wrong at the `at`-th call of a function of node:fs whose first argument holds `path`. */
interface Fault {
  call: string;
  path?: string;
  at?: number;
  /** At every later call too. */
  lasting?: boolean;
  /** The call fails with this code. */
  code?: string;
  /** Or this reaches the process first, and the call is done. */
  signal?: NodeJS.Signals;
  /** Or this file changes first. */
  append?: string;
  truncate?: string;
}

function faulty(...faults: Fault[]): RunOptions & { env: Record<string, string> } {
  return { env: { NODE_OPTIONS: `--import=${PRELOAD}`, FAULTS: JSON.stringify(faults) } };
}

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
  "svscrub list.csv -s dnc.csv",
  "svscrub check 7012-3456 -s dnc.csv -s old.csv",
  "svscrub inspect list.csv",
  "svscrub audit contacts.csv -s dnc.csv -s old.csv",
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

/** Every file with its bytes, so that two moments can be compared. */
function contents(dir: Workdir): Record<string, string> {
  return Object.fromEntries(dir.list().map((name) => [name, dir.read(name).toString("latin1")]));
}

async function expectUnchanged(dir: Workdir, args: readonly string[], options: RunOptions, code: number) {
  const before = contents(dir);
  const run = await dir.run(args, options);
  run.mustExit(code);
  run.check(() => expect(contents(dir)).toEqual(before));
  return run;
}

describe("a rename that fails undoes those before it", () => {
  for (const at of [1, 2, 3, 4])
    for (const lasting of [false, true]) {
      const when = `number ${at}${lasting ? " and every later one" : ""}`;
      test(`where nothing stood, ${when}`, async () => {
        // Where nothing stood, a link puts the file in place, and a rename only where there are no links.
        const noLinks: Fault = { call: "linkSync", lasting: true, code: "EPERM" };
        const noRename: Fault = { call: "renameSync", at, lasting, code: "EIO" };
        const run = await expectUnchanged(scene(), ARGS, faulty(noLinks, noRename), 5);
        run.check(() => expect(run.stderr).toContain(sayIn(en, "cannotWrite", ["EIO"]).what));
      });

      test(`where old files stood, ${when}`, async () => {
        const dir = scene({ old: true });
        const options = faulty({ call: "renameSync", at, lasting, code: "EIO" });
        const run = await expectUnchanged(dir, [...ARGS, "--force"], options, 5);
        for (const name of OUTPUTS) run.check(() => expect(run.stderr).toContain(`${name} is an OLD file, written `));
      });
    }

  test("on a file system without hard links too", async () => {
    const noLinks: Fault = { call: "linkSync", lasting: true, code: "EPERM" };
    const options = faulty(noLinks, { call: "renameSync", at: 3, lasting: true, code: "EIO" });
    await expectUnchanged(scene({ old: true }), [...ARGS, "--force"], options, 5);
  });
});

test("without hard links the old files are replaced all the same, and no copy of them stays", async () => {
  const dir = scene({ old: true });
  const run = await dir.run([...ARGS, "--force"], faulty({ call: "linkSync", lasting: true, code: "EPERM" }));
  run.mustExit(0);
  run.check(() => expect(dir.list()).toEqual(["list.csv", "dnc.csv", ...OUTPUTS].sort()));
  run.check(() => expect(dir.read("clean.csv").toString()).toContain("+50370000001"));
});

test("a lock that can't be looked at when it is given back, for too many files are open, is gone all the same", async () => {
  const dir = scene({ old: true });
  const run = await dir.run(
    [...ARGS, "--force"],
    faulty({ call: "readFileSync", path: ".lock", lasting: true, code: "EMFILE" }),
  );
  run.mustExit(0);
  run.check(() => expect(dir.list()).toEqual(["list.csv", "dnc.csv", ...OUTPUTS].sort()));
});

test("where the system has no room for another thread, a long list is scrubbed without one", async () => {
  const dir = scene();
  const numbers = Array.from({ length: 700_000 }, (_, i) => 70_000_001 + i * 7);
  dir.write("list.csv", `nombre,telefono\n${numbers.map((number) => `Ana,${number}\n`).join("")}`);
  const outcome = async (options: RunOptions) => {
    (await dir.run([...ARGS, "--force"], options)).mustExit(0);
    const { inputs, counts } = JSON.parse(dir.read("report.json").toString());
    return { inputs, counts, clean: dir.read("clean.csv").toString().length };
  };
  const without = await outcome(faulty({ call: "Worker", code: "ERR_WORKER_INIT_FAILED" }));
  expect(without).toEqual(await outcome(faulty()));
  expect(without.counts).toMatchObject({ suppressed: 1 });
});

describe("a disk that fails leaves everything as it was", () => {
  const faults: [string, Fault][] = [
    ["that is full at the first write", { call: "write", code: "ENOSPC", lasting: true }],
    ["that is full at the second output", { call: "write", at: 2, code: "ENOSPC", lasting: true }],
    ["that is full at the report", { call: "write", at: 3, code: "ENOSPC", lasting: true }],
    ["whose quota is used up", { call: "write", code: "EDQUOT" }],
    ["that can't make an output durable", { call: "fsync", code: "EIO" }],
    ["that can't make the report durable", { call: "fsync", at: 3, code: "EIO" }],
    ["that can't make the folder durable", { call: "fsyncSync", code: "EIO" }],
    ["where no file may be created", { call: "openSync", path: ".svscrub-", code: "EACCES" }],
    ["where the second file may not be created", { call: "openSync", path: ".svscrub-", at: 2, code: "EROFS" }],
    ["where the report may not be created", { call: "openSync", path: ".svscrub-", at: 3, code: "ENOSPC" }],
  ];
  for (const [how, fault] of faults)
    test(how, async () => {
      const options = faulty(fault);
      const run = await expectUnchanged(scene({ old: true }), [...ARGS, "--force"], options, 5);
      run.check(() => expect(run.stderr).toContain(sayIn(en, "cannotWrite", [fault.code!]).what));
      for (const name of OUTPUTS) run.check(() => expect(run.stderr).toContain(`${name} is an OLD file, written `));
      await expectUnchanged(scene(), ARGS, options, 5);
    });

  test("in the middle of a large list, really: the system lets no file grow beyond a megabyte", async () => {
    const dir = scene({ records: 150_000 });
    const before = contents(dir);
    const run = await dir.shell(`ulimit -f 1024; svscrub ${ARGS.join(" ")}`);
    run.mustExit(5);
    run.check(() => expect(run.stderr).toContain(sayIn(en, "cannotWrite", ["EFBIG"]).what));
    expect(Object.keys(contents(dir))).toEqual(Object.keys(before));
  });

  for (const at of [1, 2, 3, 4])
    test(`where outputs are compressed, at write number ${at}`, async () => {
      const args = ["list.csv", "-s", "dnc.csv", "-o", "clean.csv.gz", "--removed", "removed.csv.gz"];
      const fault: Fault = { call: "write", at, lasting: true, code: "ENOSPC" };
      const run = await expectUnchanged(scene({ records: 300_000 }), args, faulty(fault), 5);
      run.check(() => expect(run.stderr).toContain(sayIn(en, "cannotWrite", ["ENOSPC"]).what));
    });

  for (const at of [1, 2, 3])
    test(`where outputs are workbooks, at write number ${at}`, async () => {
      const args = ["list.csv", "-s", "dnc.csv", "-o", "clean.xlsx", "--removed", "removed.xlsx"];
      const fault: Fault = { call: "write", at, lasting: true, code: "ENOSPC" };
      const run = await expectUnchanged(scene({ records: 300_000 }), args, faulty(fault), 5);
      run.check(() => expect(run.stderr).toContain(sayIn(en, "cannotWrite", ["ENOSPC"]).what));
    });

  test.runIf(process.platform === "linux")("that is full from the start, written straight", async () => {
    const args = ["list.csv", "-s", "dnc.csv", "-o", "/dev/full", "--no-report"];
    const run = await expectUnchanged(scene(), args, {}, 5);
    run.check(() => expect(run.stderr).toContain("/dev/full"));
  });

  for (const command of TO_STDOUT)
    test.runIf(process.platform === "linux")(`behind stdout: ${command}`, async () => {
      const run = await told().shell(`${command} > /dev/full`);
      run.mustExit(5);
      run.check(() => expect(run.stderr).toContain(`stdout: ${sayIn(en, "cannotWrite", ["ENOSPC"]).what}`));
    });

  test("or a folder that is not there", async () => {
    const dir = scene();
    await expectUnchanged(dir, ["list.csv", "-s", "dnc.csv", "-o", "missing/clean.csv"], {}, 5);
    await expectUnchanged(dir, ["list.csv", "-s", "dnc.csv", "-o", "clean.csv", "--removed", "missing/r.csv"], {}, 5);
  });

  test("or a phone list that can't be read further", async () => {
    const fault: Fault = { call: "read", at: 3, lasting: true, code: "EIO" };
    const run = await expectUnchanged(scene({ records: 150_000, old: true }), [...ARGS, "-f"], faulty(fault), 3);
    run.check(() => expect(run.stderr).toContain(sayIn(en, "cannotRead", ["EIO"]).what));
  });

  test("or a compressed suppression list that can't be read further", async () => {
    const dir = scene();
    const numbers = Array.from({ length: 200_000 }, (_, i) => (70_000_001 + i * 7919) % 80_000_000);
    dir.write("dnc.csv", gzipSync(`telefono\n${numbers.join("\n")}\n`));
    const run = await expectUnchanged(dir, ARGS, faulty({ call: "read", at: 3, lasting: true, code: "EIO" }), 4);
    run.check(() => expect(run.stderr).toContain(sayIn(en, "cannotRead", ["EIO"]).what));
  });

  test("or a suppression list that can't be read", async () => {
    const fault: Fault = { call: "read", lasting: true, code: "EIO" };
    await expectUnchanged(scene({ old: true }), [...ARGS, "-f"], faulty(fault), 4);
  });
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
        const dir = new Workdir();
        for (const [name, text] of Object.entries(FILES)) dir.write(name, text);
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
          for (const name of left) run.check(() => expect(dir.read(`left/${name}`).toString()).toMatch(/^(?:.+\n)*$/));
        }
        expect(codes.filter((code) => code === 5).length).toBeGreaterThan(2);
      }, 120_000);
  },
);

describe("a list that changes while it is read is refused", () => {
  const changes: [string, number, Partial<Fault>][] = [
    ["a suppression list that grows", 4, { append: "dnc.csv", at: 1 }],
    ["a suppression list that is cut", 4, { truncate: "dnc.csv", at: 1 }],
    ["a phone list that is cut", 3, { truncate: "list.csv", at: 3 }],
    ["a phone list that grows", 3, { append: "list.csv", at: 3 }],
  ];
  for (const [what, code, change] of changes)
    test(what, async () => {
      const dir = scene({ records: 200_000, old: true });
      const run = await dir.run([...ARGS, "--force"], faulty({ call: "read", ...change }));
      run.mustExit(code);
      run.check(() => expect(run.stderr).toContain(sayIn(en, "changedWhileRead", []).what));
      for (const name of OUTPUTS) expect(dir.read(name).toString()).toBe(`old ${name}\n`);
      expect(dir.list()).toEqual(["list.csv", "dnc.csv", ...OUTPUTS].sort());
    });
});

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
        const { child, ended } = start(dir, args);
        const writer = createWriteStream(dir.at("fifo"));
        writer.on("error", () => undefined);
        // A pipe that nobody reads keeps a thread of this process that all its runs need.
        await new Promise((resolve) => writer.write("telefono\n7012-3456\n", resolve));
        await until(() => temporaries(dir).length === 2);
        child.kill(signal);
        const { code: ending, stderr } = await ended;
        writer.destroy();
        expect(ending).toBe(code);
        const by = signal === "SIGINT" ? "Ctrl-C" : signal;
        expect(stderr).toMatch(new RegExp(`^svscrub: stopped by ${by}: nothing new was written\n`, "m"));
        for (const name of OUTPUTS) expect(stderr).toContain(`${name} is an OLD file, written `);
        rmSync(dir.at("fifo"));
        expect(contents(dir)).toEqual(before);
      }
    });

  test("says of a list that goes to stdout that it is cut off", async () => {
    const dir = scene({ records: 10 });
    (await dir.shell("mkfifo fifo")).mustExit(0);
    const { child, ended } = start(dir, ["fifo", "-s", "dnc.csv"]);
    const writer = createWriteStream(dir.at("fifo"));
    writer.on("error", () => undefined);
    await new Promise((resolve) => writer.write("telefono\n7012-3456\n", resolve));
    child.kill("SIGTERM");
    const { code, stderr } = await ended;
    writer.destroy();
    expect(code).toBe(143);
    expect(stderr).toBe("svscrub: stopped by SIGTERM\n  The list on stdout is cut off: don't use it.\n");
  });

  test("writes nothing new over a file that another run has written meanwhile, and does not call it old", async () => {
    const dir = scene({ old: true });
    (await dir.shell("mkfifo fifo")).mustExit(0);
    const { child, ended } = start(
      dir,
      [...ARGS, "--force"].map((word) => (word === "list.csv" ? "fifo" : word)),
    );
    const writer = createWriteStream(dir.at("fifo"));
    writer.on("error", () => undefined);
    await new Promise((resolve) => writer.write("telefono\n7012-3456\n", resolve));
    await until(() => temporaries(dir).length === 2);
    dir.write("clean.csv", "of another run\n");
    child.kill("SIGINT");
    const { stderr } = await ended;
    writer.destroy();
    expect(stderr).not.toContain("clean.csv is an OLD file");
    expect(stderr).toContain("removed.csv is an OLD file, written ");
  });

  test("in the middle of the work ends the run too", async () => {
    const run = await expectUnchanged(
      scene({ old: true, records: 400_000 }),
      [...ARGS, "--force"],
      faulty({ call: "write", signal: "SIGINT" }),
      130,
    );
    run.check(() => expect(run.stderr).toContain(`clean.csv is an OLD file, written `));
  });

  for (const at of [1, 2, 3, 4])
    test(`once publishing has begun is too late: rename number ${at}`, async () => {
      for (const old of [false, true]) {
        const dir = scene({ old });
        const run = await dir.run([...ARGS, "--force"], faulty({ call: "renameSync", at, signal: "SIGINT" }));
        run.mustExit(0);
        run.check(() => expect(dir.list()).toEqual(["list.csv", "dnc.csv", ...OUTPUTS].sort()));
        for (const name of OUTPUTS) run.check(() => expect(dir.read(name).toString()).not.toMatch(/^old/));
      }
    });

  test("at any moment leaves all outputs or none", async () => {
    const dir = scene({ records: 60_000 });
    const inputs = dir.list();
    const whole = [...inputs, ...OUTPUTS].sort();
    const endings = new Set<number | null>();
    for (let delay = 0; delay < 240; delay += 20) {
      const { child, ended } = start(dir, ARGS);
      const timer = setTimeout(() => {
        for (let i = 0; i < 3; i++) child.kill("SIGINT");
      }, delay);
      const { code, signal } = await ended;
      clearTimeout(timer);
      // Before the program listens, the signal ends it by itself.
      if (code === null) expect(signal).toBe("SIGINT");
      expect({ delay, code, files: dir.list() }).toEqual({ delay, code, files: code === 0 ? whole : inputs });
      endings.add(code);
      if (code === 0) for (const name of OUTPUTS) rmSync(dir.at(name));
    }
    expect([...endings].filter((code) => ![0, 130, null].includes(code))).toEqual([]);
  });

  test("after publication ends nothing: the run reports what it did", async () => {
    const dir = scene();
    const { child, ended } = start(dir, ARGS);
    // Until it has ended, also while Node itself ends.
    const storm = setInterval(() => {
      if (dir.exists(OUTPUTS.at(-1)!)) for (let i = 0; i < 20; i++) child.kill("SIGINT");
    }, 1);
    const { code, signal } = await ended;
    clearInterval(storm);
    expect({ code, signal, files: OUTPUTS.filter((name) => dir.exists(name)) }).toEqual({
      code: 0,
      signal: null,
      files: OUTPUTS,
    });
  });
});

describe("a reader that goes away", () => {
  test("ends a long run quietly", async () => {
    const dir = scene({ records: 400_000 });
    const run = await dir.shell(`svscrub list.csv -s dnc.csv | head -1; exit "\${PIPESTATUS[0]}"`);
    run.mustExit(141);
    run.check(() => expect(run.stdout.toString()).toBe("nombre,telefono\n"));
    run.check(() => expect(run.stderr).toBe(""));
  });

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

test("a list that grows before it is opened is read whole", async () => {
  const dir = scene();
  appendFileSync(dir.at("dnc.csv"), "70000001\n");
  const run = await dir.run(ARGS);
  run.mustExit(0);
  run.check(() => expect(dir.read("clean.csv").toString()).toBe("nombre,telefono\nAna,+50370000015\n"));
});

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stderr: string;
}

/** The program in the background; the harness waits for its runs, and here somebody must interrupt one. */
function start(dir: Workdir, args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [join(REPOSITORY, "bin/svscrub.js"), ...args], {
    cwd: dir.path,
    env: { PATH: process.env.PATH, SVSCRUB_LANG: "en", NO_COLOR: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal, stderr }) as Ended);
  return { child, ended };
}

function temporaries(dir: Workdir): string[] {
  return dir.list().filter((name) => name.startsWith(".svscrub-"));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; !isSo(); i++) {
    if (i > 500) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe("what is not ours", () => {
  const noLinks: Fault = { call: "linkSync", code: "EPERM", lasting: true };
  for (const at of [1, 2]) {
    test(`old files stay where number ${at} of them can't be kept for an undo (no hard links, no room for a copy)`, async () => {
      const fault: Fault = { call: "copyFileSync", at, code: "ENOSPC" };
      await expectUnchanged(scene({ old: true }), [...ARGS, "--force"], faulty(noLinks, fault), 5);
    });
  }

  test("a file that appeared under an output's name meanwhile stays", async () => {
    const dir = scene();
    const run = await dir.run(ARGS, faulty({ call: "read", append: "clean.csv" }));
    run.mustExit(5);
    run.check(() => expect(dir.exists("clean.csv")).toBe(true));
  });

  test("a file that takes an output's name between the last look and the renaming stays", async () => {
    const dir = scene();
    const run = await dir.run(ARGS, faulty({ call: "linkSync", append: "clean.csv" }));
    run.mustExit(5);
    run.check(() => expect(dir.exists("clean.csv")).toBe(true));
    run.check(() => expect(dir.exists("report.json")).toBe(false));
  });
});
