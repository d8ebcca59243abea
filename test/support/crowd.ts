// Two followers, five writers and a reader at one registry, and SIGKILL at random moments for whoever writes. What was said
// is held against what is recorded.

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";
import { openLedger, readLedger } from "../../src/registry/ledger.js";
import { LiveRun } from "./live-run.js";
import { drawing } from "./random.js";
import { REPOSITORY, Workdir } from "./workdir.js";

const SHIM = join(REPOSITORY, "bin/svscrub.js");
const HEADER = "From,To,Body,DateSent\n";
const TO = ["--registry", "r.csv", "--review", "review.csv"];
const FOLLOW = ["registry", "import", "-", ...TO, "--kind", "sms", "--follow", "--json"];

export interface Toll {
  kills: number;
  acknowledged: number;
  recorded: number;
  reads: number;
}

/** Runs until so many were killed, then lets everybody finish; every expectation is this function's. */
export async function crowd(kills: number, seed: number): Promise<Toll> {
  return new Crowd(kills, seed).run();
}

class Crowd {
  readonly #dir = new Workdir();
  #killed = 0;
  #reads = 0;
  #phones = 0;
  /** The event that each phone was told of; those that asked for something a person must judge apart. */
  readonly #told = new Map<string, string>();
  readonly #unclear = new Set<string>();
  /** Of everybody who may stand in the registry. */
  readonly #sent = new Set<string>();
  /** Milliseconds that the last writer took that was not killed. */
  #lasted = 500;
  /** Of writers whose run ended well. */
  readonly #written = new Set<string>();

  readonly #random: (most: number) => number;

  constructor(
    private readonly kills: number,
    seed: number,
  ) {
    this.#random = drawing(seed);
  }

  async run(): Promise<Toll> {
    await this.#write(["registry", "add", this.#newPhone(), ...TO.slice(0, 2), "-q"], false);
    const followers = [0, 1].map(() => this.#follow());
    const writers = [0, 1, 2, 3, 4].map((i) => this.#writeOn(i));
    await Promise.all([...followers, ...writers, this.#readOn()]);
    const { events } = readLedger(this.#dir.at("r.csv"));
    const reviews = openLedger(this.#dir.at("review.csv"), "reviews").events;
    const recorded = [...events, ...reviews].map(({ phone }) => phone);
    // Nothing doubled, nothing missing, nobody else.
    expect([...recorded].sort()).toEqual([...this.#sent].sort());
    const ids = new Map([...events, ...reviews].map(({ phone, event }) => [phone, event]));
    for (const [phone, event] of this.#told) expect(ids.get(phone), phone).toBe(event);
    expect(new Set(reviews.map(({ phone }) => phone))).toEqual(this.#unclear);
    expect(this.#dir.list().filter((name) => name.endsWith(".lock"))).toEqual([]);
    return { kills: this.#killed, acknowledged: this.#told.size, recorded: recorded.length, reads: this.#reads };
  }

  /** Sends messages again until each is answered, as the sender of a webhook does. */
  async #follow(): Promise<void> {
    const pending: string[] = [];
    do {
      const run = new LiveRun(this.#dir, FOLLOW);
      const isDoomed = !this.#isOver();
      // One in four before it has said anything; the others a moment after some answer.
      const answers = this.#random(4) === 0 ? undefined : 1 + this.#random(30);
      const after = (ms: number) => setTimeout(() => run.kill("SIGKILL"), this.#random(ms));
      const timers = isDoomed && answers === undefined ? [after(this.#lasted)] : [];
      run.write(HEADER);
      const asked: string[] = [];
      try {
        do {
          while (pending.length < 1 + this.#random(20) && !this.#isOver()) pending.push(this.#newMessage());
          const group = pending.splice(0);
          asked.push(...group);
          run.write(group.join(""));
          for (let i = 0; i < group.length; i++) {
            await run.next();
            if (isDoomed && run.lines.length >= (answers ?? Number.POSITIVE_INFINITY) && timers.length === 0)
              timers.push(after(20));
          }
        } while (isDoomed && !this.#isOver());
      } catch {
        // It was killed: what it has said counts all the same.
      }
      const code = await run.end();
      timers.map(clearTimeout);
      if (code === null) this.#killed++;
      else expect({ code, stderr: run.stderr }).toMatchObject({ code: 0 });
      for (const line of run.lines) this.#hear(JSON.parse(line) as { to: string; event: string });
      pending.push(...asked.filter((message) => !this.#told.has(phoneOf(message))));
    } while (!this.#isOver() || pending.length > 0);
  }

  #hear({ to, event }: { to: string; event: string }): void {
    expect(this.#told.get(to) ?? event, to).toBe(event);
    this.#told.set(to, event);
  }

  /** One after the other, each repeated until it ends by itself. */
  async #writeOn(writer: number): Promise<void> {
    for (let round = 0; !this.#isOver(); round++) {
      const name = `in-${writer}-${round}.csv`;
      let phones = [this.#newPhone()];
      let args = ["registry", "add", phones[0]!, ...TO.slice(0, 2), "-q"];
      if (this.#random(2) === 0) {
        const messages = [this.#newMessage(), this.#newMessage(), this.#newMessage()];
        this.#dir.write(name, HEADER + messages.join(""));
        this.#sent.delete(phones[0]!);
        phones = messages.map(phoneOf);
        args = ["registry", "import", name, ...TO, "--kind", "sms", "-q"];
      }
      while (!(await this.#write(args, !this.#isOver())));
      for (const phone of phones) this.#written.add(phone);
    }
  }

  /** False where it was killed. */
  async #write(args: readonly string[], isDoomed: boolean): Promise<boolean> {
    const began = performance.now();
    const killAfter = isDoomed && this.#random(3) > 0 ? this.#random(1.2 * this.#lasted) : undefined;
    const { code, stderr } = await this.#spawn(args, killAfter);
    if (code !== null) this.#lasted = performance.now() - began;
    if (code === null) this.#killed++;
    else expect({ args, code, stderr }).toMatchObject({ code: 0 });
    return code !== null;
  }

  /** Whatever was acknowledged when a reader began, it finds; and nobody whom nobody has sent. */
  async #readOn(): Promise<void> {
    do {
      const known = [...this.#told.keys(), ...this.#written].filter((phone) => !this.#unclear.has(phone));
      if (this.#random(2) === 0) {
        const { code, stdout } = await this.#spawn(["registry", "export", ...TO.slice(0, 2), "-q"]);
        expect(code).toBe(0);
        const read = new Set(stdout.match(/\+503\d{8}/g));
        for (const phone of known) expect(read.has(phone), phone).toBe(true);
        for (const phone of read) expect(this.#sent.has(phone), phone).toBe(true);
      } else {
        this.#dir.write("list.csv", `telefono\n+50322220000\n${known.join("\n")}\n`);
        const { code, stdout, stderr } = await this.#spawn(["list.csv", "-s", "r.csv", "--no-report", "-o", "-"]);
        expect({ code, stderr }).toMatchObject({ code: 0 });
        expect(stdout).toBe("telefono\n+50322220000\n");
      }
      this.#reads++;
    } while (!this.#isOver());
  }

  #spawn(
    args: readonly string[],
    killAfter?: number,
  ): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const { PATH, HOME, TMPDIR } = process.env;
    const child: ChildProcess = spawn(process.execPath, [SHIM, ...args], {
      cwd: this.#dir.path,
      env: { PATH, HOME, TMPDIR, SVSCRUB_LANG: "en", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const)
      child[name]!.on("data", (chunk: Buffer) => {
        said[name] += chunk.toString();
      });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
    return new Promise((resolve) => {
      child.on("close", (code) => {
        clearTimeout(timer);
        resolve({ code, ...said });
      });
    });
  }

  #isOver(): boolean {
    return this.#killed >= this.kills;
  }

  #newPhone(): string {
    const phone = `+503${70_000_001 + this.#phones++}`;
    this.#sent.add(phone);
    return phone;
  }

  /** One in ten is unclear, and goes to a person. */
  #newMessage(): string {
    const phone = this.#newPhone();
    const isUnclear = this.#random(10) === 0;
    if (isUnclear) this.#unclear.add(phone);
    return `${phone},2222-0000,${isUnclear ? "no" : "STOP"},2026-11-24T08:00:00-06:00\n`;
  }
}

const phoneOf = (message: string) => message.slice(0, 12);
