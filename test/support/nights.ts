// Nights of whoever keeps a registry: ten runs at once over one registry, one review and one folder. Some are killed, for some
// the disk fails. In the morning what did not succeed is done again. What must be true then is nights-truth.ts's work.

import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { LEDGER_COLUMNS } from "../../src/headers/registry-columns.js";
import { openLedger, readLedger } from "../../src/registry/ledger.js";
import { FILE_CALLS, type FileCall } from "./file-faults.js";
import { Accounts, type Wish } from "./nights-truth.js";
import { drawing } from "./random.js";
import { REPOSITORY, Workdir } from "./workdir.js";

const PRELOAD = pathToFileURL(join(REPOSITORY, "test/support/faults.mjs")).href;
const SHIM = join(REPOSITORY, "bin/svscrub.js");
/** The names that the recipe's script has for them. */
export const REGISTRY = "dnc.csv";
export const REVIEW = "bajas/revisar.csv";
export const ACKS = "confirmar.csv";
const TO = ["--registry", REGISTRY];
const WITH_REVIEW = [...TO, "--review", REVIEW];

const RUNS_AT_ONCE = 10;
/** So many attempts of the morning may be killed or fail as well. */
const DOOMED_ATTEMPTS = 2;
const CLIENTS = 3000;
const CANARY = "+50370123456";
const ALWAYS_WAITING = "+50378000000";

export interface Toll {
  nights: number;
  runs: number;
  kills: number;
  /** Runs that were to fail, and did. */
  failures: number;
  messages: number;
  /** Hand-over lists that were taken. */
  lists: number;
}

/** What somebody wants to get done, and does again until it is. */
interface Job {
  name: string;
  /** Arguments of svscrub; undefined: the recipe's script. */
  args: readonly string[] | undefined;
  stdin?: string;
  /** Exit codes of a run that nothing was put into. */
  ends: readonly number[];
  begun?(): void;
  /** Called with what it printed, whole lines alone, however it ended. */
  said?(stdout: string): void;
  /** It may have written in part and does not say what. */
  failed?(): void;
  done?(stdout: string): void;
}

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
  wasDoomed: boolean;
}

/** A company whose nights are simulated; every expectation is its own. */
export class Company {
  readonly #dir = new Workdir();
  readonly #accounts = new Accounts();
  readonly #phones = Array.from({ length: CLIENTS }, (_, i) => `+503${71_000_000 + i * 7}`);
  /** Milliseconds that runs of a name take. */
  readonly #lasted = new Map<string, number>();
  /** When each script that still runs began. */
  readonly #handingOver = new Set<{ since: number }>();
  /** Every run, in the order in which they began. */
  readonly #journal: object[] = [];
  #fresh = 0;
  #files = 0;

  readonly #random: (most: number) => number;

  constructor(
    seed: number,
    private readonly toll: Toll,
  ) {
    this.#random = drawing(seed);
  }

  async begin(): Promise<void> {
    const dir = this.#dir;
    mkdirSync(dir.at("bajas"));
    mkdirSync(dir.at("bin"));
    const script = `#!/bin/sh\nexec "${process.execPath}" "${SHIM}" "$@"\n`;
    dir.write("bin/svscrub", script);
    chmodSync(dir.at("bin/svscrub"), 0o755);
    const [, nightly] = /^```sh nocturno\.sh\n([\s\S]*?)^```/m.exec(
      readFileSync(join(REPOSITORY, "RECIPES.md"), "utf8"),
    )!;
    dir.write("nocturno.sh", nightly!);
    const others = Array.from({ length: 200 }, (_, i) => `+503${22_500_000 + i}`);
    dir.write(
      "clientes.csv",
      `id,telefono\n${[...others, ...this.#phones].map((phone, i) => `${i},${phone}\n`).join("")}`,
    );
    this.#accounts.clients = [...others, ...this.#phones];
    const first = this.#addOf(CANARY);
    await this.#finish(first, 0);
    // A review without an entry would be refused, and this one nobody decides.
    await this.#finish(this.#importOf([ALWAYS_WAITING], ["unclear"]), 0);
  }

  async night(): Promise<void> {
    const jobs = this.#jobsOfANight();
    const unfinished = await Promise.all(
      jobs.map(async (job) => ((await this.#attempt(job, this.#random(100) < 65)) ? [] : [job])),
    );
    await this.#waitForOrphans();
    for (const job of unfinished.flat()) await this.#finish(job, DOOMED_ATTEMPTS);
    await this.#waitForOrphans();
    await this.#finish(this.#handOver(), 0);
    await this.#checkMorning();
    this.toll.nights++;
  }

  #jobsOfANight(): Job[] {
    const jobs = [this.#handOver(), this.#handOver(), this.#exportOf(), this.#import(), this.#follow(), this.#decide()];
    const twice = this.#import();
    jobs.push(twice, twice);
    const others = [
      () => this.#addOf(this.#freshPhone()),
      () => this.#void(),
      () => this.#optIn(),
      () => this.#erase(),
      () => this.#merge(),
      () => this.#status(),
      () => this.#check(),
      () => this.#import(),
      () => this.#follow(),
    ];
    while (jobs.length < RUNS_AT_ONCE) jobs.push(others[this.#random(others.length)]!());
    return jobs;
  }

  #import(): Job {
    const phones = Array.from({ length: 1 + this.#random(6) }, () => this.#freshPhone());
    return this.#importOf(
      phones,
      phones.map(() => this.#wish()),
    );
  }

  #importOf(phones: readonly string[], wishes: readonly Wish[]): Job {
    const file = `entrada-${this.#files++}.csv`;
    this.#dir.write(file, HEADER + phones.map((phone, i) => this.#message(phone, wishes[i]!)).join(""));
    for (const [i, phone] of phones.entries()) this.#accounts.hand(phone, wishes[i]!, "acknowledged in the file");
    return {
      name: "import",
      args: ["registry", "import", file, ...WITH_REVIEW, "--kind", "sms", "--ack", ACKS, "-q"],
      ends: [0],
      failed: () => this.#accounts.mayBeAcknowledgedAgain(phones),
      done: () => this.#accounts.accept(phones),
    };
  }

  #follow(): Job {
    const phones = Array.from({ length: 1 + this.#random(8) }, () => this.#freshPhone());
    const wishes = phones.map(() => this.#wish());
    for (const [i, phone] of phones.entries()) this.#accounts.hand(phone, wishes[i]!, "answered");
    return {
      name: "follow",
      args: ["registry", "import", "-", ...WITH_REVIEW, "--kind", "sms", "--follow", "--create", "--json", "-q"],
      stdin: HEADER + phones.map((phone, i) => this.#message(phone, wishes[i]!)).join(""),
      ends: [0],
      said: (stdout) => {
        for (const line of stdout.split("\n").slice(0, -1)) {
          const answer = JSON.parse(line) as { to: string | null; event: string | null };
          if (answer.to !== null && answer.event !== null) this.#accounts.answered(answer.to, answer.event);
        }
      },
      done: () => this.#accounts.accept(phones),
    };
  }

  #addOf(phone: string): Job {
    this.#accounts.hand(phone, "added", "acknowledged in the file");
    return {
      name: "add",
      args: ["registry", "add", phone, ...TO, "--ack", ACKS, "--reason", "lo pidió en caja", "-q"],
      ends: [0],
      failed: () => this.#accounts.mayBeAcknowledgedAgain([phone]),
      done: () => this.#accounts.accept([phone]),
    };
  }

  #void(): Job {
    const phone = this.#oneOf(this.#accounts.suppressedBy("added").filter((it) => it !== CANARY));
    if (phone === undefined) return this.#status();
    const { events } = readLedger(this.#dir.at(REGISTRY));
    const { event } = events.find((it) => it.phone === phone && it.action === "opt-out")!;
    this.#accounts.freeing(phone);
    return {
      name: "void",
      args: ["registry", "void", event, ...TO, "--reason", "se registró por error", "-q"],
      ends: [0],
      done: () => this.#accounts.freed(phone, "void"),
    };
  }

  #optIn(): Job {
    const phone = this.#oneOf(this.#accounts.suppressedBy("opt-out"));
    if (phone === undefined) return this.#status();
    const file = `alta-${this.#files++}.csv`;
    this.#dir.write(file, HEADER + this.#message(phone, "opt-in"));
    this.#accounts.freeing(phone);
    return {
      name: "opt-in",
      args: ["registry", "import", file, ...WITH_REVIEW, "--kind", "sms", "--ack", ACKS, "-q"],
      ends: [0],
      failed: () => this.#accounts.mayBeAcknowledgedAgain([phone]),
      done: () => this.#accounts.freed(phone, "opt-in"),
    };
  }

  /** A person decides of a message that waits, in a copy of the review. */
  #decide(): Job {
    const phone = this.#oneOf(this.#accounts.suppressedBy("unclear").filter((it) => it !== ALWAYS_WAITING));
    if (phone === undefined) return this.#import();
    const [header = "", ...rows] = this.#dir.lines(REVIEW);
    const row = rows.find((it) => it.includes(`,${phone},`))!;
    const frees = this.#random(2) === 0;
    const file = `decidido-${this.#files++}.csv`;
    this.#dir.write(file, `${header}\n${row.replace(",review,", frees ? ",otro," : ",opt-out,")}\n`);
    if (frees) this.#accounts.freeing(phone);
    this.#accounts.deciding(phone);
    return {
      name: "decide",
      args: ["registry", "import", file, ...WITH_REVIEW, "--kind", "reviewed", "--ack", ACKS, "-q"],
      ends: [0],
      failed: () => this.#accounts.mayBeAcknowledgedAgain([phone]),
      done: () => this.#accounts.decided(phone, frees),
    };
  }

  #erase(): Job {
    const phone = this.#oneOf([...this.#accounts.suppressedBy("opt-out"), ...this.#accounts.suppressedBy("unclear")]);
    if (phone === undefined || phone === ALWAYS_WAITING || this.#accounts.isBusy(phone)) return this.#status();
    return { name: "erase", args: ["registry", "erase", phone, ...WITH_REVIEW, "-q"], ends: [0] };
  }

  #merge(): Job {
    const phone = this.#freshPhone();
    const file = `sucursal-${this.#files++}.csv`;
    const now = new Date().toISOString();
    const line = ["e", phone.slice(4), ",", phone, ",opt-out,any,", now, ",", now, ",manual,,,"].join("");
    this.#dir.write(file, `${LEDGER_COLUMNS.join()}\n${line}\n`);
    this.#accounts.hand(phone, "added", "by another registry");
    return {
      name: "merge",
      args: ["registry", "merge", file, ...TO, "-q"],
      ends: [0],
      done: () => this.#accounts.accept([phone]),
    };
  }

  #exportOf(): Job {
    let since = 0;
    return {
      name: "export",
      args: ["registry", "export", ...TO, "-o", "compartir.csv", "--force", "-q"],
      ends: [0],
      begun: () => {
        since = performance.now();
      },
      done: () => {
        const exported = new Set(this.#dir.text("compartir.csv").match(/\+503\d{8}/g));
        for (const phone of this.#accounts.barredSince(since, "in the registry"))
          expect(exported.has(phone), `${phone} is opted out and not exported`).toBe(true);
      },
    };
  }

  #status(): Job {
    let least = 0;
    return {
      name: "status",
      args: ["registry", "status", ...TO, "--due", "20d", "--review", REVIEW, "--json"],
      ends: [0, 1],
      begun: () => {
        least = this.#accounts.countOfEvents;
      },
      done: (stdout) => {
        const { events } = JSON.parse(stdout) as { events: number };
        expect(events).toBeGreaterThanOrEqual(least);
      },
    };
  }

  #check(): Job {
    const phone = this.#oneOf(this.#accounts.barredSince(performance.now(), "anywhere"))!;
    return {
      name: "check",
      // Where somebody lets this very number go meanwhile, either answer is right.
      args: ["check", phone, "-s", REGISTRY, REVIEW, "-q"],
      ends: [0, 1, 4],
      done: () => undefined,
    };
  }

  #handOver(): Job {
    return { name: "hand-over", args: undefined, ends: [0, 1, 4, 75] };
  }

  /** Until it has succeeded; the first attempts may be killed or fail as well. */
  async #finish(job: Job, doomed: number): Promise<void> {
    for (let attempt = 0; ; attempt++) {
      if (await this.#attempt(job, attempt < doomed && this.#random(100) < 40)) return;
      if (job.args === undefined) await this.#waitForOrphans();
      if (attempt >= doomed) throw new Error(`${job.name} does not succeed in the morning`);
    }
  }

  /** Whether it succeeded. */
  async #attempt(job: Job, isDoomed: boolean): Promise<boolean> {
    job.begun?.();
    const handing = { since: performance.now() };
    if (job.args === undefined) this.#handingOver.add(handing);
    const { code, stdout, stderr, wasDoomed } = await this.#run(job, isDoomed);
    this.toll.runs++;
    if (code === null || code === 128 + SIGKILL) this.toll.kills++;
    else if (wasDoomed && !job.ends.includes(code)) this.toll.failures++;
    job.said?.(stdout);
    const scene = `${job.name} ${(job.args ?? []).join(" ")}: exit ${code}\n${stderr}`;
    expect(code, scene).not.toBe(70);
    if (!wasDoomed) expect(job.ends, scene).toContain(code);
    if (job.args === undefined) {
      this.#take();
      this.#handingOver.delete(handing);
      return code === 0;
    }
    const isDone = code !== null && job.ends.includes(code);
    if (isDone) job.done?.(stdout);
    else job.failed?.();
    return isDone;
  }

  /** Whoever sends takes the list away as soon as it stands. */
  #take(): void {
    const list = this.#dir.at("por-enviar.csv");
    if (!existsSync(list)) return;
    const name = `enviado-${this.toll.lists++}.csv`;
    renameSync(list, this.#dir.at(name));
    const since = Math.min(...[...this.#handingOver].map((it) => it.since));
    this.#accounts.checkList(this.#dir.text(name), since);
  }

  #run({ name, args, stdin }: Job, isDoomed: boolean): Promise<Ended> {
    const { PATH, HOME, TMPDIR } = process.env;
    const fault = isDoomed ? this.#fault() : undefined;
    const faults = fault && { NODE_OPTIONS: `--import=${PRELOAD}`, FAULTS: JSON.stringify([fault]) };
    const [command, ...words] = args === undefined ? ["sh", "nocturno.sh"] : [process.execPath, SHIM, ...args];
    const began = performance.now();
    const child: ChildProcess = spawn(command!, words, {
      cwd: this.#dir.path,
      env: { PATH: `${this.#dir.at("bin")}:${PATH}`, HOME, TMPDIR, SVSCRUB_LANG: "en", NO_COLOR: "1", ...faults },
      stdio: [stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      // A script is killed alone, or with the run that it has begun.
      detached: true,
    });
    const entry = { name, args, stdin, fault, isDoomed, pid: child.pid, from: new Date().toISOString() };
    this.#journal.push(entry);
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(stdin);
    const lasted = this.#lasted.get(name) ?? 1000;
    const withAll = this.#random(2) === 0;
    const kill = () => (withAll ? process.kill(-child.pid!, "SIGKILL") : child.kill("SIGKILL"));
    const timer = isDoomed && fault === undefined ? setTimeout(kill, this.#random(lasted)) : undefined;
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const)
      child[stream]!.on("data", (chunk: Buffer) => {
        said[stream] += chunk.toString();
      });
    return new Promise((resolve) => {
      // Of a script that was killed alone a run goes on, and holds its pipes.
      child.on(args === undefined ? "exit" : "close", (code) => {
        clearTimeout(timer);
        if (!isDoomed) this.#lasted.set(name, performance.now() - began);
        Object.assign(entry, { to: new Date().toISOString(), code, ...said });
        resolve({ code, ...said, wasDoomed: isDoomed });
      });
    });
  }

  /** Undefined: it is killed by the clock. */
  #fault(): object | undefined {
    const how = this.#random(10);
    if (how < 3) return undefined;
    const call = this.#oneOf(CALLS)!;
    const where = { call, at: 1 + this.#random(this.#random(2) === 0 ? 4 : 20), ...this.#placeOf(call) };
    if (how < 7) return { ...where, signal: "SIGKILL" };
    const codes = FILE_CALLS[call].filter((code) => code !== "short");
    return { ...where, code: this.#oneOf<string>(codes), lasting: this.#random(3) === 0 };
  }

  /** Node reads parts of the program by that call, too. */
  #placeOf(call: FileCall): object {
    return call === "readFileSync" ? { path: this.#oneOf([".lock", "/proc/", "machine-id"]) } : {};
  }

  /** A run whose script was killed goes on, and holds the script's lock. */
  async #waitForOrphans(): Promise<void> {
    const child = spawn("flock", ["nocturno.lock", "true"], { cwd: this.#dir.path, stdio: "ignore" });
    await new Promise((resolve) => child.on("close", resolve));
    this.#handingOver.add({ since: 0 });
    this.#take();
    this.#handingOver.clear();
  }

  /** All is quiet, and everything was done: what stands is what was asked for, once. */
  async #checkMorning(): Promise<void> {
    const { events } = readLedger(this.#dir.at(REGISTRY));
    const reviews = openLedger(this.#dir.at(REVIEW), "reviews").events;
    this.#accounts.checkBooks(events, reviews);
    this.#accounts.checkAcknowledgements(this.#dir.text(ACKS), events);
    const list = this.#dir.text(`enviado-${this.toll.lists - 1}.csv`);
    this.#accounts.checkWholeList(list);
    const left = this.#dir.list().filter((name) => !name.includes("/") && !KNOWN.test(name));
    expect(left, "files that runs left behind").toEqual([]);
    const log = await this.#run({ name: "log", args: ["verify", "--log", "corridas.jsonl", "-q"], ends: [0] }, false);
    expect(log.code, log.stderr).toBe(0);
    this.toll.messages = this.#accounts.count;
  }

  #freshPhone(): string {
    return this.#phones[this.#fresh++]!;
  }

  /** Copies the folder, with a journal of every run, to where somebody may look into them; returns that place. */
  keep(): string {
    const kept = mkdtempSync(join(tmpdir(), "svscrub-nights-"));
    cpSync(this.#dir.path, kept, { recursive: true });
    writeFileSync(join(kept, "runs.jsonl"), this.#journal.map((run) => `${JSON.stringify(run)}\n`).join(""));
    return kept;
  }

  get isOver(): boolean {
    // The script refuses to hand over where a fifth of the list would go.
    return this.#fresh > CLIENTS / 6;
  }

  #wish(): Wish {
    return (["opt-out", "opt-out", "opt-out", "unclear", "unclear", "help", "thanks"] as const)[this.#random(7)]!;
  }

  #message(phone: string, wish: Wish | "opt-in"): string {
    return `${phone},2222-0000,${WORDS[wish]},${new Date().toISOString()}\n`;
  }

  #oneOf<T>(some: readonly T[]): T | undefined {
    return some[this.#random(some.length)];
  }
}

const SIGKILL = 9;
/** What every run that writes calls, and some of them more often. */
const CALLS = [
  ...(["openSync", "closeSync", "readSync", "readFileSync", "fstatSync", "statSync", "readdirSync"] as const),
  ...(["writeSync", "writeFileSync", "fsyncSync", "ftruncateSync", "write", "fsync"] as const),
  ...(["linkSync", "renameSync", "rmSync", "unlinkSync"] as const),
  ...(["writeSync", "fsyncSync", "linkSync", "rmSync"] as const),
] satisfies readonly FileCall[];
const HEADER = "From,To,Body,DateSent\n";
const WORDS = { "opt-out": "BAJA", "opt-in": "ALTA", unclear: "no", help: "AYUDA", thanks: "gracias", added: "BAJA" };
/** A lock that could not be removed is broken by the next writer. */
const KNOWN =
  /^(?:clientes|dnc|confirmar|depurada|compartir|(?:entrada|alta|decidido|sucursal|enviado)-\d+)\.csv$|^(?:depurada\.audit|compartir\.csv\.manifest)\.json$|^corridas\.jsonl$|^nocturno\.(?:sh|lock)$|\.lock(?:\.[0-9a-f]{16})*$/;

export async function nights(count: number, seed: number): Promise<Toll> {
  const toll: Toll = { nights: 0, runs: 0, kills: 0, failures: 0, messages: 0, lists: 0 };
  let messages = 0;
  for (let scene = 0; toll.nights < count; scene++) {
    const company = new Company(seed + scene, toll);
    try {
      await company.begin();
      while (toll.nights < count && !company.isOver) await company.night();
    } catch (failure) {
      console.log(`night ${toll.nights + 1}: its files and a journal of its runs are in ${company.keep()}`);
      throw failure;
    }
    messages += toll.messages;
    // A run of hours says meanwhile how far it has come.
    console.log(
      Object.entries({ ...toll, messages })
        .map(([what, of]) => `${of} ${what}`)
        .join(", "),
    );
  }
  return { ...toll, messages };
}
