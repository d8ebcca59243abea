// Small runs of every command that writes, in which one call of node:fs fails; and what must be true after each.

import fs from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { ExitCode } from "../../src/errors.js";
import { FaultyFiles, FILE_CALLS, type FileCall, type FileFault, type HowItFails } from "./file-faults.js";
import { runHere } from "./run-here.js";
import { Workdir } from "./workdir.js";

export interface Scene {
  args: string;
  /** Files that stand before it. */
  files: Record<string, string>;
  /** A run before it, in which nothing fails. */
  first?: string;
  /** A file of the scene. */
  stdin?: string;
  /** Its runs take long: left to the slow tests. */
  isSlow?: true;
}

const LEDGER =
  "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\n" +
  "1,+50370000008,opt-out,any,2026-01-05T10:00:00-06:00,2026-01-05T10:00:00-06:00,sms,,,\n";
const LISTS = {
  "list.csv": "nombre,telefono\nAna,7000-0001\nEva,7000-0008\nLuis,7000-0015\n",
  "dnc.csv": "telefono\n7000-0008\n7099-9999\n",
};
const MESSAGES = "From,Body,DateSent\n+50370000001,STOP,2026-02-03 10:00:00\n+50370000015,quizas,2026-02-03 10:00:00\n";
const DECIDED =
  `${LEDGER.split("\n", 1)[0]},message\n` +
  "v1,+50370000001,opt-out,any,2026-02-03T10:00:00-06:00,2026-02-03T10:00:00-06:00,sms,,unclear-message,m.csv:2,quizas\n" +
  "v2,+50370000015,review,any,2026-02-03T10:00:00-06:00,2026-02-03T10:00:00-06:00,sms,,unclear-message,m.csv:3,tal vez\n";
const OLD_OUTPUTS = Object.fromEntries(
  ["clean.csv", "removed.csv", "report.json", "report.html"].map((name) => [name, `old ${name}\n`]),
);

const SCRUB =
  "list.csv -s dnc.csv -o clean.csv --removed removed.csv --report report.json --report report.html --log runs.jsonl";

export const SCENES: Record<string, Scene> = {
  "a scrub with all outputs": { args: SCRUB, files: LISTS },
  "a scrub over old outputs": { args: `${SCRUB} --force`, files: { ...LISTS, ...OLD_OUTPUTS }, isSlow: true },
  "a scrub of compressed lists": {
    args: "list.csv -s dnc.csv -o clean.csv.gz --removed removed.csv.gz --report report.json",
    files: LISTS,
  },
  "a scrub to workbooks": {
    args: "list.csv -s dnc.csv -o clean.xlsx --removed removed.xlsx --report report.json",
    files: LISTS,
  },
  "an audit": {
    args: "audit contacts.csv -s dnc.csv -o offences.csv",
    files: {
      "contacts.csv": "telefono,fecha\n7000-0008,2026-03-01\n7000-0001,2026-03-01\n",
      "dnc.csv": "telefono,fecha\n7000-0008,2026-01-05\n",
    },
  },
  "registry add": { args: "registry add 7000-0022 --registry r.csv", files: { "r.csv": LEDGER } },
  "registry add to a new registry": { args: "registry add 7000-0022 --registry r.csv", files: {} },
  "registry void": { args: "registry void 1 --registry r.csv --reason mistake", files: { "r.csv": LEDGER } },
  "registry merge": {
    args: "registry merge other.csv --registry r.csv",
    files: { "r.csv": LEDGER, "other.csv": LEDGER.replace("1,+50370000008", "2,+50370000015") },
  },
  "registry erase": {
    args: "registry erase 7000-0008 7000-0015 --registry r.csv --review review.csv",
    files: { "r.csv": LEDGER, "review.csv": DECIDED },
  },
  "registry import": {
    args: "registry import messages.csv --kind sms --registry r.csv --ack acks.csv --review review.csv",
    files: { "r.csv": LEDGER, "messages.csv": MESSAGES },
  },
  "registry import of what a person decided": {
    args: "registry import review.csv --kind reviewed --registry r.csv --ack acks.csv",
    files: { "r.csv": LEDGER, "review.csv": DECIDED },
    isSlow: true,
  },
  "a followed registry import": {
    args: "registry import - --follow --kind sms --registry r.csv --review review.csv",
    stdin: "messages.csv",
    files: { "r.csv": LEDGER, "messages.csv": MESSAGES },
  },
  "an audit report": {
    args: "audit contacts.csv -s dnc.csv --hours mon-fri,08:00-18:00 --report report.json --report report.html",
    files: {
      "contacts.csv": "telefono,fecha\n7000-0008,2026-03-01 10:00\n7000-0001,2026-03-01 23:00\n",
      "dnc.csv": "telefono,fecha\n7000-0008,2026-01-05\n",
    },
  },
  "registry export": { args: "registry export --registry r.csv -o shared.csv", files: { "r.csv": LEDGER } },
  "verify with those who have opted out since": {
    first: SCRUB,
    args: "verify report.json -s dnc.csv --removed since.csv --log runs.jsonl",
    files: LISTS,
    isSlow: true,
  },
};

/** Returns what is wrong after runs in which one call failed, a line each: every `step`th of all ways to fail. */
export async function wrongsOfFaults(scene: Scene, step: number): Promise<string[]> {
  const whole = await play(scene);
  if (whole.failure !== undefined) throw whole.failure;
  // Once more, for modules that the first run loaded.
  const { calls } = await play(scene);
  const faults = [...calls].flatMap(([call, count]) =>
    Array.from({ length: count }, (_, i) => {
      const hows: readonly HowItFails[] = FILE_CALLS[call];
      return hows.map((how): FileFault => ({ call, at: i + 1, how }));
    }).flat(),
  );
  expect(faults.length).toBeGreaterThan(20);
  const wrongs: string[] = [];
  for (const fault of faults.filter((_, i) => i % step === 0))
    for (const wrong of wrongsOf(await play(scene, fault), whole, fault))
      wrongs.push(`${fault.call} ${fault.at} ${fault.how}: ${wrong}`);
  return wrongs;
}

/** Returns what is wrong after runs that ended at a call, as if killed, a line each: at every `step`th call of all. */
export async function wrongsOfDeaths(scene: Scene, step: number): Promise<string[]> {
  const whole = await play(scene);
  if (whole.failure !== undefined) throw whole.failure;
  const { all } = await play(scene);
  expect(all).toBeGreaterThan(20);
  const wrongs: string[] = [];
  for (let call = 1; call <= all; call += step) {
    const { before, after } = await play(scene, undefined, call);
    wrongs.push(...wrongsOfDeath(before, after, whole).map((wrong) => `call ${call}: ${wrong}`));
  }
  return wrongs;
}

/** What is wrong with the files that stand after a run that was killed, by those before it and those that a whole one leaves. */
export function wrongsOfDeath(before: Files, after: Files, whole: Outcome): string[] {
  const wrongs: string[] = [];
  const isNew = (name: string) => steady(after[name] ?? "") === steady(whole.after[name] ?? "");
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (TEMPORARY.test(name)) continue;
    // A file that lines are added to stands before its first line.
    const isBegun = before[name] === undefined && isOnlyBegun(name, after[name], whole);
    const isOld = after[name] === before[name] || isBegun;
    // An old report goes before anything new stands.
    const isGoneReport = after[name] === undefined && REPORT.test(name);
    if (!isOld && !isNew(name) && !isGoneReport && name !== "runs.jsonl") wrongs.push(`${name} is neither`);
  }
  const reports = Object.keys(after).filter((name) => REPORT.test(name) && after[name] !== before[name]);
  const written = Object.keys(whole.after).filter(
    (name) => whole.after[name] !== whole.before[name] && name !== "runs.jsonl",
  );
  // Whoever is in the registry has been told so, or is about to be.
  const isRecorded = after["r.csv"] !== before["r.csv"] && isNew("r.csv");
  if (isRecorded && written.includes("acks.csv") && !isNew("acks.csv"))
    wrongs.push("nobody is told of what r.csv says");
  const isNewBeside = written.some((name) => !REPORT.test(name) && after[name] !== before[name]);
  for (const name of written)
    if (REPORT.test(name) && isNewBeside && before[name] !== undefined && after[name] === before[name])
      wrongs.push(`the old ${name} stands beside new files`);
  for (const report of reports)
    for (const name of written) if (!REPORT.test(name) && !isNew(name)) wrongs.push(`${report} without ${name}`);
  return wrongs;
}

/** What a run has not published yet, and its locks. */
export const TEMPORARY = /\.tmp(?:-old)?$|\.lock$/;
const REPORT = /^report\.(?:json|html)$/;

type Files = Readonly<Record<string, string>>;

export interface Outcome {
  args: string;
  code: number;
  stderr: string;
  before: Files;
  after: Files;
  calls: ReadonlyMap<FileCall, number>;
  all: number;
  /** What left the program as an exception. */
  failure: unknown;
}

/** Returns the words of a command. The comma of `mon-fri,08:00-18:00` is a space in a word. */
export function wordsOf(args: string): string[] {
  return args.split(" ").map((word) => word.replace(",", " "));
}

export async function play(
  { first, args, files, stdin }: Scene,
  fault?: FileFault,
  deadFrom?: number,
): Promise<Outcome> {
  const dir = new Workdir(files);
  if (first !== undefined) await runHere(first.split(" "), { folder: dir.path });
  const before = contents(dir);
  const faulty = new FaultyFiles(fault, deadFrom);
  let failure: unknown;
  const options = { folder: dir.path, files: faulty, ...(stdin && { stdin: dir.at(stdin) }) };
  const run = await runHere(wordsOf(args), options).catch((error) => {
    failure = error;
    return { code: -1, stderr: "" };
  });
  const after = contents(dir);
  fs.rmSync(dir.path, { recursive: true });
  return { args, code: run.code, stderr: run.stderr, before, after, calls: faulty.calls, all: faulty.all, failure };
}

export function contents(dir: Workdir): Files {
  return Object.fromEntries(dir.list().map((name) => [name, fs.readFileSync(join(dir.path, name), "latin1")]));
}

/** What is not as it must be after a run in which one call failed. */
function wrongsOf({ code, stderr, before, after, failure }: Outcome, whole: Outcome, fault: FileFault): string[] {
  if (failure !== undefined) return [`the program threw ${failure}`];
  const said = stderr.split("\n").slice(0, 3).join(" ");
  if (code === 70 || /\n\s+at /.test(stderr)) return [`a bug: ${stderr.split("\n").slice(1, 6).join(" ")}`];
  // A report that can't be proven is an answer, too: whoever opted out since is listed as far as that is known for certain.
  const isDone = code === whole.code || (code === ExitCode.no && stderr.includes("wrote since.csv"));
  const isRefused =
    code === ExitCode.no ? whole.args.startsWith("verify ") : [3, 4, 5].includes(code) && /^svscrub: \S/m.test(stderr);
  const wrongs = isDone || isRefused ? [] : [`exit code ${code}: ${said}`];
  if (code === ExitCode.io && after["r.csv"] !== before["r.csv"] && stderr.includes("Nothing new was published"))
    wrongs.push(`what stands in r.csv was denied: ${said}`);
  const changed = Object.entries(whole.after).filter(([name, text]) => whole.before[name] !== text);
  const expected = isDone ? { ...before, ...Object.fromEntries(changed) } : before;
  for (const name of new Set([...Object.keys(expected), ...Object.keys(after)]))
    if (!isAsItMustBe(name, after[name], expected[name]) && !mayStay(name, after[name], fault, whole))
      wrongs.push(`exit code ${code}, ${name} is ${after[name] === undefined ? "gone" : "another"}: ${said}`);
  return wrongs;
}

/** Whether a file to which lines are added has none yet, or its header alone. */
function isOnlyBegun(name: string, found: string | undefined, whole: Outcome): boolean {
  if (found === undefined || !/^(?:r|acks|review)\.csv$/.test(name)) return false;
  return found === "" || whole.after[name]?.split("\n", 1)[0] === found.trimEnd();
}

/** What a run that failed may leave: what it could not remove, and what is durable before the registry on purpose. */
function mayStay(name: string, found: string | undefined, { call }: FileFault, whole: Outcome): boolean {
  if (whole.before[name] === undefined && isOnlyBegun(name, found, whole)) return true;
  // Node removes files by looking at them first; a lock is removed once it is read.
  if (TEMPORARY.test(name)) return ["rmSync", "unlinkSync", "lstatSync", "readFileSync"].includes(call);
  // What a stream brought before it failed is durable; so are decisions before the reviews of them go.
  const isEarlier =
    name === "acks.csv" || name === "review.csv" || (name === "r.csv" && /--follow|reviewed| erase /.test(whole.args));
  return isEarlier && found !== undefined && steady(found) === steady(whole.after[name] ?? "");
}

function isAsItMustBe(name: string, found: string | undefined, expected: string | undefined): boolean {
  // A run that failed is logged, too.
  if (name === "runs.jsonl") return (found ?? "\n").endsWith("\n") && (expected === undefined || found !== undefined);
  return found === undefined || expected === undefined ? found === expected : steady(found) === steady(expected);
}

/** What is the same in each run of the same command. */
export function steady(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "ID")
    .replace(/[0-9a-f]{64}/g, "SHA")
    .replace(/\d{4}-\d\d-\d\d(<\/span> <span class="whole">|[T ])\d\d:\d\d(:\d\d)?(\.\d+)?(Z|-06:00)?/g, "TIME")
    .replace(/"(?:age_days|bytes)": -?[\d.]+(?:e-?\d+)?/g, "MEASURE");
}
