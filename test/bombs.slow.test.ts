// Small things that unfold into huge ones, and streams without end: a run ends by itself, early or in bounded memory, with
// one sentence. A list that is only long is none of them: it streams, however well it was compressed.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bookParts, zipOf } from "./support/workbooks.js";
import { REPOSITORY, Workdir } from "./support/workdir.js";

const MOST_MEGABYTES = 400;
const LONGEST_MS = 60_000;
const MIB = 1024 * 1024;

interface Ended {
  code: number | null;
  stderr: string;
  megabytes: number;
  /** Bytes that it took from stdin before it ended, at most. */
  taken: number;
}

/** Runs the program, measures its memory by what the system says of it, and pipes in `piece` after `first`, `bytes` in all. */
async function measured(dir: Workdir, args: readonly string[], pipe?: { first: string; piece: string; bytes: number }) {
  const child = spawn(process.execPath, [join(REPOSITORY, "bin/svscrub.js"), ...args], {
    cwd: dir.path,
    env: { PATH: process.env.PATH, SVSCRUB_LANG: "en", NO_COLOR: "1" },
    stdio: [pipe === undefined ? "ignore" : "pipe", "ignore", "pipe"],
    timeout: LONGEST_MS,
    killSignal: "SIGKILL",
  });
  let stderr = "";
  child.stderr!.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  let megabytes = 0;
  const timer = setInterval(() => {
    try {
      const [, peak = "0"] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
      megabytes = Math.max(megabytes, Number(peak) / 1024);
      if (megabytes > 3 * MOST_MEGABYTES) child.kill("SIGKILL");
    } catch {
      // It has ended.
    }
  }, 20);
  let taken = 0;
  const { stdin } = child;
  if (pipe !== undefined && stdin !== null) {
    const block = Buffer.from(pipe.piece.repeat(Math.ceil(MIB / pipe.piece.length)));
    stdin.on("error", () => undefined);
    stdin.write(pipe.first);
    const more = () => {
      while (taken < pipe.bytes) {
        taken += block.length;
        if (!stdin.write(block)) return;
      }
      stdin.end();
    };
    stdin.on("drain", more);
    more();
  }
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(timer);
  return { code, stderr, megabytes, taken } satisfies Ended;
}

/** With suppression list and phone list. */
function laid(files: Record<string, string | Uint8Array> = {}): Workdir {
  const dir = new Workdir();
  const all = { "list.csv": "telefono\n7012-3456\n7013-4567\n", "dnc.csv": "telefono\n7012-3456\n", ...files };
  for (const [name, content] of Object.entries(all)) dir.write(name, content);
  return dir;
}

function expectRefused({ code, stderr, megabytes }: Ended, codes: readonly number[]): void {
  expect(codes, stderr).toContain(code);
  expect(stderr.match(/^svscrub: /gm), stderr).toHaveLength(1);
  expect(megabytes, stderr).toBeLessThan(MOST_MEGABYTES);
}

const EVENT = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\ne1,+50370123456,";

describe.runIf(process.platform === "linux")("a line of 4 GB from a pipe ends early:", () => {
  const STREAMS: [string, string, number[]][] = [
    ["- -s dnc.csv -o clean.csv", "telefono\n", [3]],
    ["list.csv -s - -o clean.csv", "telefono\n", [4]],
    ["list.csv -s - -o clean.csv", EVENT, [4]],
    ["check - -s dnc.csv", "7012-3456\n", [3]],
    ["check - -s dnc.csv --follow", "7012-3456\n", [3]],
    ["inspect -", "telefono\n", [3]],
    ["audit - -s dnc.csv", "telefono,fecha\n7012-3456,2026-01-01\n", [3]],
    ["registry import - --registry r.csv --kind sms --review v.csv", "From,Body\n", [3]],
    ["registry import - --registry r.csv --kind sms --review v.csv", '{"From": "', [3]],
    ["registry import - --registry r.csv --kind sms --review v.csv --follow", '{"From": "', [3]],
  ];
  for (const [args, first, codes] of STREAMS)
    test(`svscrub ${args}, after ${JSON.stringify(first.slice(0, 12))}`, async () => {
      const ended = await measured(laid(), args.split(" "), { first, piece: "a", bytes: 4 * 1024 * MIB });
      expectRefused(ended, codes);
      expect(ended.taken).toBeLessThan(64 * MIB);
    }, 90_000);
});

describe.runIf(process.platform === "linux")("a device without end is no file that should be small:", () => {
  for (const args of [
    "check 7012-3456 -s dnc.csv --hash-key-file /dev/zero",
    ..."list.csv -s dnc.csv -n --baseline /dev/zero|list.csv -s /dev/zero -n|/dev/zero -s dnc.csv -n".split("|"),
    ..."verify /dev/zero|verify --log /dev/zero|registry history 7012-3456 --registry /dev/zero".split("|"),
    "registry status --registry /dev/zero",
  ])
    test(`svscrub ${args}`, async () => {
      expectRefused(await measured(laid(), args.split(" ")), [2, 3, 4, 5]);
    }, 90_000);
});

describe.runIf(process.platform === "linux")("what unfolds", () => {
  const zeros = Buffer.concat(Array(8).fill(gzipSync(Buffer.alloc(128 * MIB), { level: 1 })));

  test("from gzip into zeros is refused, as a list of either kind", async () => {
    const dir = laid({ "zeros.gz": zeros });
    expectRefused(await measured(dir, "zeros.gz -s dnc.csv -o clean.csv".split(" ")), [3]);
    expectRefused(await measured(dir, "list.csv -s zeros.gz -o clean.csv".split(" ")), [4]);
  });

  test("from gzip into gzip is refused", async () => {
    const dir = laid({ "nested.gz": gzipSync(gzipSync("telefono\n7012-3456\n")) });
    expectRefused(await measured(dir, "nested.gz -s dnc.csv -o clean.csv".split(" ")), [3]);
    expectRefused(await measured(dir, "list.csv -s nested.gz -o clean.csv".split(" ")), [4]);
  });

  test("from gzip into a list is read to its end in bounded memory, five hundred times as long as it was", async () => {
    // 450 MB in all: kept, they would be too many.
    const million = gzipSync("Ana,7013-4567\n".repeat(1_000_000));
    const members = [gzipSync("nombre,telefono\n"), ...Array.from({ length: 32 }, () => million)];
    const dir = laid({ "same.gz": Buffer.concat(members) });
    const { code, stderr, megabytes } = await measured(dir, "same.gz -s dnc.csv -o clean.csv".split(" "));
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("32,000,000");
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  }, 90_000);

  test("from a workbook beyond --max-size is refused", async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => [i, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 70123457]);
    const dir = laid({ "list.xlsx": zipOf(bookParts([{ rows: [["id", "nombre", "telefono"], ...rows] }])) });
    expectRefused(await measured(dir, "list.xlsx -s dnc.csv -o clean.csv --max-size 1MiB".split(" ")), [3]);
    expectRefused(await measured(dir, "list.csv -s list.xlsx -o clean.csv --max-size 1MiB".split(" ")), [4]);
  });
});

/** Counts how often the program's functions, loops and branches were gone through, as V8 does to measure coverage. */
class Steps {
  readonly #session = new Session();

  async begin(): Promise<void> {
    this.#session.connect();
    await this.#session.post("Profiler.enable");
    await this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** Since the last time. */
  async taken(): Promise<number> {
    const { result } = await this.#session.post("Profiler.takePreciseCoverage");
    const ours = result.filter(({ url }) => url.includes("/dist/")).flatMap(({ functions }) => functions);
    return ours.flatMap(({ ranges }) => ranges).reduce((sum, { count }) => sum + count, 0);
  }

  end(): void {
    this.#session.disconnect();
  }
}

describe.runIf(process.platform === "linux")("what is huge in one place", () => {
  const phones = (count: number) => Array.from({ length: count }, (_, i) => 70_000_000 + i);

  test("a cell of 100,000 numbers suppresses them all, in twice as many steps as one of half as many", async () => {
    const steps = new Steps();
    const stepsOf = async (count: number) => {
      const dir = laid({
        "cell.csv": `telefono\n${phones(count).join(";")}\n`,
        "three.csv": `telefono\n70000000\n${70_000_000 + count / 2}\n${70_000_000 + count - 1}\n7013-4567\n`,
      });
      await steps.taken();
      const run = await dir.ok("three.csv -s cell.csv -o clean.csv -q");
      run.check(() => expect(dir.text("clean.csv")).toBe("telefono\n+50370134567\n"));
      return steps.taken();
    };
    await steps.begin();
    try {
      await stepsOf(1000);
      const half = await stepsOf(50_000);
      const whole = await stepsOf(100_000);
      expect(half).toBeGreaterThan(50_000);
      expect(whole / half).toBeLessThan(2.2);
    } finally {
      steps.end();
    }
  });

  test("a registry whose line has 100 MB is refused as a list", async () => {
    const dir = laid({ "registry.csv": `${EVENT}${"a".repeat(100 * MIB)}\n` });
    expectRefused(await measured(dir, "list.csv -s registry.csv -o clean.csv".split(" ")), [4]);
  });

  test("a cell of 100,000 quotes is read, or refused as one that never closes", async () => {
    for (const [quotes, code] of [
      [200_001, 4],
      [200_000, 0],
    ] as const) {
      const dir = laid({ "quotes.csv": `telefono,nota\n7012-3456,${'"'.repeat(quotes)}\n` });
      const run = await dir.spawn("list.csv -s quotes.csv -o clean.csv".split(" "));
      run.mustExit(code);
    }
  });

  test("ten thousand suppression lists, each named, all suppress", async () => {
    const dir = laid({ "list.csv": "telefono\n7000-9999\n7000-0000\n7013-4567\n" });
    const names = Array.from({ length: 10_000 }, (_, i) => `s${i}.txt`);
    for (const [i, name] of names.entries()) dir.write(name, `7000-${String(i).padStart(4, "0")}\n`);
    const { code, stderr, megabytes } = await measured(dir, ["list.csv", "-s", ...names, "-o", "clean.csv", "-q"]);
    expect(code, stderr).toBe(0);
    expect(dir.text("clean.csv")).toBe("telefono\n+50370134567\n");
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  }, 120_000);
});
