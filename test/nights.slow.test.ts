// Ten runs at once over one registry, one review and one file of acknowledgements, of which half are killed or have a failing disk.
// In the morning what did not succeed is done again. SVSCRUB_NIGHTS=50 are more nights, SVSCRUB_SEED=7 others.

import { expect, test } from "vitest";
import { LEDGER_COLUMNS } from "../src/headers/names.js";
import { openLedger } from "../src/registry/ledger.js";
import { SEED } from "./support/draws.js";
import { faulty } from "./support/faulty.js";
import { FILE_CALLS } from "./support/file-faults.js";
import { drawing } from "./support/random.js";
import { type RunOptions, Workdir } from "./support/workdir.js";

const NIGHTS = Number(process.env.SVSCRUB_NIGHTS ?? 5);
const CALLS = Object.keys(FILE_CALLS) as (keyof typeof FILE_CALLS)[];
const AT = "2026-11-24T08:00:00-06:00";
const TO = "--registry r.csv";
const IMPORT = `${TO} --review review.csv --ack acks.csv --kind`;
const UNCLEAR = "quizas";
const CLIENTS = Array.from({ length: 3000 }, (_, i) => `+503${71_000_000 + i * 7}`);

interface Job {
  args: string;
  /** The file that it reads as stdin. */
  stdin?: string;
  /** Whom it records. */
  phones?: readonly string[];
  /** The clean list that it writes. */
  list?: string;
}

test(
  `In ${NIGHTS} nights of ten runs at once, of which half are killed or fail, nothing is lost, doubled or handed over`,
  async () => {
    const company = new Company();
    await company.begin();
    for (let night = 0; night < NIGHTS; night++) await company.night();
  },
  60_000 + NIGHTS * 60_000,
);

class Company {
  readonly #dir = new Workdir({ "clients.csv": `telefono\n${CLIENTS.join("\n")}\n` });
  readonly #random = drawing(SEED);
  /** Whom jobs were to record, and when a run said that it did. */
  readonly #asked: string[] = [];
  readonly #recorded = new Map<string, number>();
  /** Whose messages wait for a person. */
  #waiting: string[] = [];
  #files = 0;

  /** The first registry and the first review, which always keeps an entry. */
  async begin(): Promise<void> {
    for (const text of ["STOP", UNCLEAR]) expect(await this.#isDone(this.#importing([text]))).toBe(true);
    this.#waiting = [];
  }

  async night(): Promise<void> {
    const jobs = this.#jobs();
    const done = await Promise.all(jobs.map((job) => this.#isDone(job, this.#faultOfHalf())));
    for (const job of jobs.filter((_, i) => !done[i])) expect(await this.#isDone(job), job.args).toBe(true);
    this.#checkMorning();
  }

  #jobs(): Job[] {
    const [added, merged] = [this.#people(1), this.#people(1)];
    const other = this.#file(`${LEDGER_COLUMNS}\ne${merged[0]!.slice(4)},${merged},opt-out,any,${AT},${AT},sms,,,\n`);
    const [decided] = this.#waiting.splice(0, 1);
    const [header, ...waiting] = this.#dir.lines("review.csv");
    const decision = waiting.find((row) => row.includes(`,${decided},`))?.replace(",review,", ",opt-out,");
    const known = [...this.#recorded.keys()];
    const imported = this.#importing(["STOP", UNCLEAR, "BAJA", "STOP"]);
    const followed = this.#messages(["STOP", "BAJA", UNCLEAR]);
    return [
      // The same messages twice at once.
      ...[imported, imported],
      { args: `registry import - --follow ${IMPORT} sms`, stdin: followed.file, phones: followed.phones },
      { args: `registry add ${added} ${TO} --ack acks.csv`, phones: added },
      { args: `registry merge ${other} ${TO}`, phones: merged },
      { args: `registry import ${this.#file(`${header}\n${decision ?? ""}\n`)} ${IMPORT} reviewed` },
      { args: `registry erase ${known[this.#random(known.length)]} ${TO} --review review.csv` },
      { args: `registry export ${TO} -o shared.csv --force` },
      // The review first: what is decided meanwhile goes from there into the registry.
      ...["one.csv", "two.csv"].map((list) => ({
        args: `clients.csv -s review.csv r.csv -o ${list} --no-report --force`,
        list,
      })),
    ];
  }

  #importing(texts: readonly string[]): Job {
    const { file, phones } = this.#messages(texts);
    return { args: `registry import ${file} ${IMPORT} sms`, phones };
  }

  /** Writes a file of messages, each from somebody new. */
  #messages(texts: readonly string[]) {
    const phones = this.#people(texts.length);
    this.#waiting.push(...phones.filter((_, i) => texts[i] === UNCLEAR));
    const file = this.#file(`From,Body,DateSent\n${phones.map((phone, i) => `${phone},${texts[i]},${AT}\n`).join("")}`);
    return { file, phones };
  }

  #people(count: number): string[] {
    const people = CLIENTS.slice(this.#asked.length, this.#asked.length + count);
    this.#asked.push(...people);
    return people;
  }

  #file(text: string): string {
    const name = `in-${this.#files++}.csv`;
    this.#dir.write(name, text);
    return name;
  }

  /** Runs a job. Returns whether it succeeded. */
  async #isDone({ args, stdin, phones = [], list }: Job, fault?: RunOptions): Promise<boolean> {
    const began = performance.now();
    const input = stdin === undefined ? {} : { stdin: this.#dir.read(stdin) };
    const run = await this.#dir.spawn(args.split(" "), { ...input, ...fault });
    // Without a fault only a scrub may fail: while its registry is erased from, it is refused.
    if (fault === undefined && list === undefined) run.mustExit(0);
    run.check(() => expect([0, 3, 4, 5, null]).toContain(run.code));
    if (run.code !== 0) return false;
    for (const phone of phones) this.#recorded.set(phone, this.#recorded.get(phone) ?? performance.now());
    const handedOver = new Set(list === undefined ? [] : this.#dir.lines(list));
    const before = [...this.#recorded].filter(([, since]) => since < began).map(([phone]) => phone);
    run.check(() => expect(before.filter((phone) => handedOver.has(phone))).toEqual([]));
    return true;
  }

  /** Kills half of all runs at any call, or lets their disk fail at one, once or from then on. */
  #faultOfHalf(): RunOptions | undefined {
    if (this.#random(2) === 0) return undefined;
    const at = 1 + this.#random(150);
    if (this.#random(2) === 0) return faulty({ call: CALLS, at, signal: "SIGKILL" });
    const call = (["writeSync", "fsyncSync", "openSync", "linkSync", "renameSync", "closeSync"] as const)[
      this.#random(6)
    ]!;
    return faulty({ call, at: 1 + this.#random(10), code: FILE_CALLS[call][0], lasting: this.#random(3) === 0 });
  }

  /** All is quiet: everybody stands once in the registry or the review, and nobody in the registry was left without an answer. */
  #checkMorning(): void {
    const recorded = openLedger(this.#dir.at("r.csv"), "registry").events;
    const waiting = openLedger(this.#dir.at("review.csv"), "reviews").events;
    expect([...recorded, ...waiting].map(({ phone }) => phone).sort()).toEqual([...this.#asked].sort());
    const answered = this.#dir.lines("acks.csv").map((line) => line.split(",").at(-1));
    const owed = recorded.filter(({ source, reason }) => source === "manual" || reason !== "");
    for (const { event } of owed)
      expect(
        answered.filter((it) => it === event),
        event,
      ).toHaveLength(1);
    expect(
      this.#dir.list().filter((name) => /tmp/.test(name)),
      "left behind",
    ).toEqual([]);
  }
}
