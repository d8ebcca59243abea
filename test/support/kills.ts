// Every command that writes, killed while it runs: what must be true of what stands then, and after the run that follows.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { LEDGER_COLUMNS } from "../../src/headers/registry-columns.js";
import { type Ledger, type LedgerUse, openLedger, REVIEW_HEADER } from "../../src/registry/ledger.js";
import { REPOSITORY, Workdir } from "./workdir.js";

/** What a command reads and writes. Its inputs come in two variants, `0` and `1` in turn, so that old outputs differ from new ones. */
export interface KilledCommand {
  /** Words that are the variant's stand as `{v}`, a phone of the round's own as `{phone}`. */
  args: string;
  ends: number;
  /** A run before all others. */
  first?: string;
  /** Files that it replaces, JSON that names the others by their SHA-256 last. */
  replaced: readonly string[];
  /** A run that ends so when it and its outputs are whole. */
  proof?: { args: string; ends: number };
  /** What each round brings to the registry, which begins anew with each scene. */
  brings?: "a phone" | "a registry" | "messages" | "messages by stdin" | "decisions";
  /** What stands as the registry when a round begins. */
  begins?: "shared-{v}.csv";
  /** What the registry holds from the beginning; it brings one more event of a phone of that. */
  holds?: "shared-0.csv";
}

const OUT = "-s dnc.csv -o clean.csv";
const REGISTRY = "--registry r.csv";

export const KILLED: Readonly<Record<string, KilledCommand>> = {
  "a scrub with all outputs": {
    args: `list-{v}.csv ${OUT} --removed removed.csv --report report.json --report report.html --force`,
    ends: 0,
    replaced: ["clean.csv", "removed.csv", "report.html", "report.json"],
    proof: { args: "verify report.json -q", ends: 0 },
  },
  "a scrub to a packed list": {
    args: "list-{v}.csv -s dnc.csv -o clean.csv.gz --no-report --force",
    ends: 0,
    replaced: ["clean.csv.gz"],
  },
  "a scrub to a workbook": {
    args: "list-{v}.csv -s dnc.csv -o clean.xlsx --removed removed.xlsx --report report.json --force",
    ends: 0,
    replaced: ["clean.xlsx", "removed.xlsx", "report.json"],
    proof: { args: "verify report.json -q", ends: 0 },
  },
  "a scrub that is logged": {
    args: `list-{v}.csv ${OUT} --log runs.jsonl --force`,
    ends: 0,
    replaced: ["clean.csv", "clean.audit.json"],
    proof: { args: "verify clean.audit.json --log runs.jsonl -q", ends: 0 },
  },
  "an audit": {
    args: "audit contacts-{v}.csv -s dnc.csv -o late.csv --report late.json --force",
    ends: 1,
    replaced: ["late.csv", "late.json"],
  },
  "verify with those who have opted out since": {
    first: `list-0.csv ${OUT} --report report.json`,
    args: "verify report.json -s today-{v}.csv --removed since.csv --force",
    ends: 1,
    replaced: ["since.csv"],
  },
  "registry export": {
    args: "registry export --registry shared-{v}.csv -o export.csv --force",
    ends: 0,
    replaced: ["export.csv", "export.csv.manifest.json"],
    proof: { args: `check ${phoneOf(0)} -s export.csv -q`, ends: 1 },
  },
  "registry add": { args: `registry add {phone} ${REGISTRY}`, ends: 0, replaced: [], brings: "a phone" },
  "registry void": {
    args: `registry void e{round} ${REGISTRY} --reason mistake`,
    ends: 0,
    replaced: [],
    brings: "a phone",
    holds: "shared-0.csv",
  },
  "registry merge": {
    args: `registry merge other.csv ${REGISTRY}`,
    ends: 0,
    replaced: [],
    brings: "a registry",
  },
  "registry erase": {
    args: `registry erase ${phoneOf(2)} ${phoneOf(4)} ${REGISTRY}`,
    ends: 0,
    replaced: ["r.csv"],
    begins: "shared-{v}.csv",
    proof: { args: `check ${phoneOf(2)} -s r.csv -q`, ends: 1 },
  },
  "registry import": {
    args: `registry import messages.csv --kind sms ${REGISTRY} --review review.csv --ack acks.csv`,
    ends: 0,
    replaced: [],
    brings: "messages",
  },
  "a followed registry import": {
    args: `registry import - --follow --json --kind sms ${REGISTRY} --review review.csv`,
    ends: 0,
    replaced: [],
    brings: "messages by stdin",
  },
  "registry import of what a person decided": {
    args: `registry import review.csv --kind reviewed ${REGISTRY} --ack acks.csv`,
    ends: 0,
    replaced: ["review.csv"],
    brings: "decisions",
  },
};

export interface Toll {
  killed: number;
  /** Of them, those that were killed when they had begun to write. */
  writing: number;
  /** Lines that a killed run left unfinished. */
  torn: number;
}

/** So many rounds share a folder: a registry does not grow for ever. */
const ROUNDS_OF_A_SCENE = 25;
/** So many runs are killed before one may end: they find what the others left. */
const ROUNDS_OF_A_SERIES = 3;

/** Kills a command so often; its lists have so many records. Every expectation is this function's. */
export async function kill(command: KilledCommand, kills: number, records: number): Promise<Toll> {
  const toll: Toll = { killed: 0, writing: 0, torn: 0 };
  for (let from = 0; from < kills; from += ROUNDS_OF_A_SCENE)
    await new Scene(command, records, toll).play(from, Math.min(kills, from + ROUNDS_OF_A_SCENE));
  return toll;
}

/** A folder in which one command is killed again and again. */
class Scene {
  readonly #dir = new Workdir();
  /** The contents, by the files' names, that a whole run leaves. */
  readonly #whole = new Map<string, Buffer[]>();
  /** What stands in the folder when nothing is on its way. */
  #standing: readonly string[] = [];
  /** Every phone that was brought by a run, killed or not. */
  readonly #brought = new Set<string>();
  readonly #held: readonly string[];
  /** Milliseconds of a whole run, and of its part before it writes. */
  #lasts = 0;
  #reads = 0;

  constructor(
    private readonly command: KilledCommand,
    private readonly records: number,
    private readonly toll: Toll,
  ) {
    for (const [name, text] of Object.entries(listsOf(records))) this.#dir.write(name, text);
    const { holds } = command;
    if (holds !== undefined) this.#dir.write("r.csv", this.#dir.read(holds));
    this.#held =
      holds === undefined ? [] : openLedger(this.#dir.at(holds), "registry").events.map(({ phone }) => phone);
  }

  async play(from: number, to: number): Promise<void> {
    if (this.command.first !== undefined) await this.#dir.ok(this.command.first);
    // Two whole runs, one of each variant.
    await this.#runWhole(from + ROUNDS_OF_A_SCENE);
    const second = from + ROUNDS_OF_A_SCENE + 1;
    this.#measure(await this.#run(second, this.#prepare(second)));
    this.#keepWhole();
    this.#standing = this.#dir.list();
    let series: number[] = [];
    for (let round = from; round < to; round++) {
      const stdin = this.#prepare(round);
      const before = new Map(this.#dir.contents());
      // Spread evenly, and no round near the one before it.
      const share = (round * 0.618) % 1;
      const isAimed = round % 2 === 0;
      const run = await this.#run(round, stdin, {
        from: isAimed ? "first change" : "start",
        after: share * (isAimed ? this.#lasts - this.#reads : this.#lasts),
      });
      if (run.signal === null) {
        expect(run.code).toBe(this.command.ends);
        // It was faster than the one before it: a machine is not always equally busy.
        this.#measure(run);
      } else this.toll.killed++;
      if (run.signal !== null && run.wroteAfter !== undefined) this.toll.writing++;
      this.#checkWhatStands(before, run.stdout);
      series.push(round);
      if (series.length < ROUNDS_OF_A_SERIES && round + 1 < to) continue;
      for (const again of series) await this.#runWhole(again);
      series = [];
      await this.#checkWhatIsWhole();
    }
  }

  #args(round: number): string[] {
    const variant = String(round % 2);
    const said = (word: string) =>
      word.replace("{v}", variant).replace("{phone}", phoneOf(round)).replace("{round}", String(round));
    return this.command.args.split(" ").map(said);
  }

  /** Brings what the round's run reads. Returns its stdin. */
  #prepare(round: number): string | undefined {
    const { brings, begins } = this.command;
    if (begins !== undefined) this.#dir.write("r.csv", this.#dir.read(begins.replace("{v}", String(round % 2))));
    if (brings === undefined) return undefined;
    const count = brings === "a phone" ? 1 : this.records / 100;
    const phones = Array.from({ length: count }, (_, i) => phoneOf(round * count + i));
    for (const phone of phones) this.#brought.add(phone);
    if (brings === "a registry") this.#dir.write("other.csv", registryOf(phones));
    if (brings === "messages") this.#dir.write("messages.csv", messagesOf(phones));
    // A person goes on in the list of what still waits.
    if (brings === "decisions") this.#dir.write("review.csv", decisionsOf(phones));
    return brings === "messages by stdin" ? messagesOf(phones) : undefined;
  }

  async #runWhole(round: number): Promise<void> {
    const stdin = this.#prepare(round);
    await this.#dir.ends(this.command.ends, this.#args(round), stdin === undefined ? {} : { stdin });
    this.#keepWhole();
  }

  #run(round: number, stdin: string | undefined, at?: KillAt): Promise<KilledRun> {
    return runKilled(this.#dir, this.#args(round), stdin, at);
  }

  #measure({ code, signal, lasted, wroteAfter = 0 }: KilledRun): void {
    expect({ code, signal }).toEqual({ code: this.command.ends, signal: null });
    this.#lasts = lasted;
    this.#reads = wroteAfter;
  }

  #keepWhole(): void {
    for (const name of this.command.replaced) {
      const contents = this.#whole.get(name) ?? [];
      const found = this.#dir.read(name);
      if (!contents.some((content) => content.equals(found))) contents.push(found);
      this.#whole.set(name, contents);
    }
  }

  /** After a kill: each file is old or new, and whole; what only grows lost nothing, and nobody is told what is not recorded. */
  #checkWhatStands(before: ReadonlyMap<string, Buffer>, stdout: string): void {
    const dir = this.#dir;
    for (const name of this.command.replaced) {
      // Old evidence goes before anything new stands.
      if (!dir.exists(name) && (EVIDENCE.test(name) || !before.has(name))) continue;
      if (name.endsWith(".json")) this.#checkEvidence(name);
      else if (name.endsWith(".html")) expect(dir.text(name)).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
      else {
        const allowed = [before.get(name), ...this.#whole.get(name)!];
        expect(
          allowed.some((content) => content?.equals(dir.read(name))),
          `${name} is neither old nor new`,
        ).toBe(true);
      }
    }
    for (const name of GROWING) {
      if (this.command.replaced.includes(name)) continue;
      const found = dir.exists(name) ? dir.read(name) : Buffer.alloc(0);
      const stood = before.get(name) ?? Buffer.alloc(0);
      const whole = stood.subarray(0, stood.lastIndexOf("\n") + 1);
      expect(found.subarray(0, whole.length).equals(whole), name).toBe(true);
      if (found.length > 0 && found.at(-1) !== LF) this.toll.torn++;
    }
    const { recorded, waiting } = this.#events();
    const ids = new Set([...recorded, ...waiting].map(({ event }) => event));
    for (const [, event] of stdout.matchAll(/"event":"([^"]+)".*\n/g)) expect(ids).toContain(event);
    // An acknowledgement may be repeated, and never be lost.
    if (!dir.exists("acks.csv")) return;
    const acknowledged = dir.text("acks.csv");
    for (const { event } of recorded) expect(acknowledged).toContain(event);
  }

  /** A report never stands beside other files than it names. */
  #checkEvidence(name: string): void {
    const { outputs, file, sha256 } = this.#dir.json(name) as Evidence;
    for (const output of outputs ?? [{ path: file, sha256 }]) {
      const found = createHash("sha256").update(this.#dir.read(output.path)).digest("hex");
      expect(found, `${output.path} is not what ${name} says`).toBe(output.sha256);
    }
  }

  /** After the runs that were not killed: everything is there once, and nothing is on its way. */
  async #checkWhatIsWhole(): Promise<void> {
    const { proof, brings, replaced } = this.command;
    expect(this.#dir.list()).toEqual(this.#standing);
    for (const name of replaced) if (name.endsWith(".json")) this.#checkEvidence(name);
    for (const name of GROWING) if (this.#dir.exists(name)) expect(this.#dir.read(name).at(-1), name).toBe(LF);
    if (brings !== undefined) {
      const { recorded, waiting } = this.#events();
      expect([...recorded, ...waiting].map(({ phone }) => phone).sort()).toEqual(
        [...this.#held, ...this.#brought].sort(),
      );
    }
    if (proof !== undefined) await this.#dir.ends(proof.ends, proof.args);
  }

  #events(): Record<"recorded" | "waiting", Ledger["events"]> {
    const eventsOf = (name: string, use: LedgerUse) => openLedger(this.#dir.at(name), use).events;
    const hasWaiting = this.command.args.includes("--review ");
    return { recorded: eventsOf("r.csv", "registry"), waiting: hasWaiting ? eventsOf("review.csv", "reviews") : [] };
  }
}

/** Of a report, or of an export's manifest. */
interface Evidence {
  outputs?: readonly { path: string; sha256: string }[];
  file: string;
  sha256: string;
}

const EVIDENCE = /\.(?:json|html)$/;
/** Lines are only ever added to them. */
const GROWING = ["r.csv", "acks.csv", "runs.jsonl"];
const LF = 0x0a;

interface KillAt {
  from: "start" | "first change";
  /** Milliseconds. */
  after: number;
}

interface KilledRun {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  /** Milliseconds until its end, and until it first changed anything in the folder. */
  lasted: number;
  wroteAfter: number | undefined;
}

/** Runs the program in the folder, and kills it where it lasts so long. */
export function runKilled(
  dir: Workdir,
  args: readonly string[],
  stdin: string | undefined,
  at: KillAt | undefined,
): Promise<KilledRun> {
  const { PATH, HOME, TMPDIR } = process.env;
  return new Promise((resolve, reject) => {
    const began = performance.now();
    let wroteAfter: number | undefined;
    let timer: NodeJS.Timeout | undefined;
    const child = spawn(process.execPath, [join(REPOSITORY, "bin/svscrub.js"), ...args], {
      cwd: dir.path,
      env: { PATH, HOME, TMPDIR, SVSCRUB_LANG: "en", NO_COLOR: "1" },
      stdio: [stdin === undefined ? "ignore" : "pipe", "pipe", "ignore"],
    });
    const killLater = () => {
      timer = setTimeout(() => child.kill("SIGKILL"), at?.after);
    };
    if (at?.from === "start") killLater();
    const watcher = fs.watch(dir.path, () => {
      if (wroteAfter !== undefined) return;
      wroteAfter = performance.now() - began;
      if (at?.from === "first change") killLater();
    });
    const said: Buffer[] = [];
    child.stdout!.on("data", (chunk: Buffer) => said.push(chunk));
    // Whoever is killed reads no more.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(stdin);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      watcher.close();
      const stdout = Buffer.concat(said).toString();
      resolve({ code, signal, stdout, lasted: performance.now() - began, wroteAfter });
    });
  });
}

/** The lists of both variants, each of so many records. */
function listsOf(records: number): Record<string, string> {
  const list = (header: string, line: (i: number) => string) =>
    `${header}\n${Array.from({ length: records }, (_, i) => `${line(i)}\n`).join("")}`;
  const ofVariant = (v: number): [string, string][] => [
    [`list-${v}.csv`, list("nombre,telefono", (i) => `Ana,${phoneOf(2 * i + v)}`)],
    [`contacts-${v}.csv`, list("telefono,fecha", (i) => `${phoneOf(2 * i + v)},2026-03-01`)],
    [`today-${v}.csv`, list("telefono", (i) => phoneOf(7 * i + v))],
    [`shared-${v}.csv`, list(LEDGER_HEADER, (i) => `e${i},${phoneOf((v + 1) * i)},opt-out,any,${AT},${AT},sms,,,`)],
  ];
  const dnc = list("telefono,fecha", (i) => `${phoneOf(5 * i)},2026-01-05`);
  return Object.fromEntries([["dnc.csv", dnc], ...[0, 1].flatMap(ofVariant)]);
}

const AT = "2026-11-24T08:00:00-06:00";
const LEDGER_HEADER = LEDGER_COLUMNS.join();

/** One in seven is unclear, and goes to a person. */
function messagesOf(phones: readonly string[]): string {
  const lines = phones.map((phone, i) => `${phone},2222-3333,${i % 7 === 6 ? "no" : "STOP"},${AT}\n`);
  return `From,To,Body,DateSent\n${lines.join("")}`;
}

function registryOf(phones: readonly string[]): string {
  const lines = phones.map((phone) => `e${phone.slice(4)},${phone},opt-out,any,${AT},${AT},sms,,message,m.csv:2\n`);
  return `${LEDGER_HEADER}\n${lines.join("")}`;
}

/** A list of reviews in which a person has decided everything. */
function decisionsOf(phones: readonly string[]): string {
  const lines = phones.map((phone, i) => `v${i},${phone},opt-out,any,${AT},${AT},sms,,unclear-message,,no\n`);
  return `${REVIEW_HEADER}${lines.join("")}`;
}

function phoneOf(i: number): string {
  return `+503${70_000_000 + i}`;
}
