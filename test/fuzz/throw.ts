// Throws files at the program in another process, and says what no run may do, whatever it is given.

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { leaked, numbersIn } from "../support/leaks.js";
import { SECRET } from "./damage.js";

const PROGRAM = fileURLToPath(new URL("thrown-at.mjs", import.meta.url));
const LONGEST_MS = 20_000;
const MOST_MEGABYTES = 400;
/** A process that held so much is not asked again: what the next run takes would come on top. */
const WORN_MEGABYTES = 250;

export interface Throw {
  args: readonly string[];
  files: Readonly<Record<string, string | Uint8Array>>;
  /** One of the files. */
  stdin?: string;
  env?: Readonly<Record<string, string>>;
  /** Arguments and headers may be said back, whatever they are: what is looked for in files is not looked for in messages. */
  areWordsSaid?: boolean;
}

export interface Thrown {
  /** Undefined where the run was killed. */
  code: number | undefined;
  stdout: string;
  stderr: string;
  /** Files that stood after it, links and pipes aside. */
  after: Readonly<Record<string, Buffer>>;
  wrongs: readonly string[];
}

interface Answer {
  code: number;
  stdout: string;
  stderr: string;
  stray: readonly string[];
  maxMegabytes: number;
}

let child: ChildProcess | undefined;
/** Settles when that process has ended. */
let death: Promise<string>;

/** Ends the other process; the next throw starts a new one. */
export function stopThrowing(): void {
  child?.kill("SIGKILL");
  child = undefined;
}

export async function throwAt(it: Throw): Promise<Thrown> {
  const first = await throwOnce(it);
  if (first.megabytes <= MOST_MEGABYTES) return first.thrown;
  // The runs before it may have left their memory to the collector.
  stopThrowing();
  const { thrown, megabytes } = await throwOnce(it);
  if (megabytes <= MOST_MEGABYTES) return thrown;
  return { ...thrown, wrongs: [...thrown.wrongs, `${Math.round(megabytes)} MB were held`] };
}

async function throwOnce({
  args,
  files,
  stdin,
  env,
  areWordsSaid = false,
}: Throw): Promise<{ thrown: Thrown; megabytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), "svscrub-thrown-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    if (child === undefined) {
      child = await startChild();
      death = died(child);
    }
    const answered = once(child, "message") as Promise<[Answer]>;
    child.send({
      folder,
      args,
      stdout: `${folder}.out`,
      env: { SVSCRUB_LANG: "en", NO_COLOR: "1", SVSCRUB_DEBUG: "1", ...env },
      ...(stdin === undefined ? {} : { stdin: join(folder, stdin) }),
    });
    const answer = await Promise.race([answered, death, patience()]);
    if (!Array.isArray(answer)) {
      stopThrowing();
      return { thrown: { code: undefined, stdout: "", stderr: "", after: {}, wrongs: [answer] }, megabytes: 0 };
    }
    const { code, stdout, stderr, stray, maxMegabytes } = answer[0];
    if (maxMegabytes > WORN_MEGABYTES) stopThrowing();
    const after = contentsOf(folder);
    const wrongs = [...stray, ...wrongsOf(answer[0], args)];
    if (!areWordsSaid) wrongs.push(...leaksIn(answer[0], args, files));
    return { thrown: { code, stdout, stderr, after, wrongs }, megabytes: maxMegabytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${folder}.out`, { force: true });
  }
}

async function startChild(): Promise<ChildProcess> {
  const started = fork(PROGRAM, { stdio: ["ignore", "ignore", "inherit", "ipc"], execArgv: ["--single-threaded-gc"] });
  await once(started, "message");
  return started;
}

async function died(of: ChildProcess): Promise<string> {
  const [code, signal] = await once(of, "exit");
  return `the process died: ${signal ?? code}`;
}

function patience(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(`it was still running after ${LONGEST_MS / 1000} s`), LONGEST_MS).unref();
  });
}

/** What is wrong with any run that ends like this. */
function wrongsOf({ code, stderr }: Answer, args: readonly string[]): string[] {
  const wrongs: string[] = [];
  if (!(code >= 0 && code <= 6)) wrongs.push(`exit code ${code}: ${stderr.slice(0, 2_000)}`);
  if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr)) wrongs.push("a stack");
  const errors = errorsIn(stderr, args.includes("--json"));
  // Of several files each has its own.
  const most = args[0] === "inspect" ? args.length : 1;
  if (code >= 2 && !(errors >= 1 && errors <= most))
    wrongs.push(`exit code ${code} with ${errors} sentences: ${stderr.slice(0, 500)}`);
  if (code === 1 && !ANSWERING.test(args.join(" "))) wrongs.push("an answer that nobody asked for");
  return wrongs;
}

/** Numbers and names of the files that were said. */
function leaksIn({ stdout, stderr }: Answer, args: readonly string[], files: Throw["files"]): string[] {
  const wrongs: string[] = [];
  const contents = Object.values(files).map((content) => Buffer.from(content as string));
  const numbers = new Set(contents.flatMap((content) => [...numbersIn(content.subarray(0, 100_000))]));
  const names = Object.keys(files);
  const said = SHOWING.test(args.join(" ")) ? stderr : `${stderr}\n${stdout}`;
  for (const number of leaked(said, numbers, names).slice(0, 3)) wrongs.push(`the number ${number} was shown`);
  // A header may be said: a name that damage brought there is one.
  const isHeader = contents.some((content) => /^[^\r\n]*/.exec(content.toString("latin1"))![0].includes(SECRET));
  if (!isHeader && said.includes(SECRET)) wrongs.push("the content of a cell was shown");
  return wrongs;
}

const ANSWERING = /^(?:check|verify|audit|registry status)\b/;
/** Commands and ways of running them whose stdout is made of numbers. */
const SHOWING =
  /^(?:check|registry (?:history|export|import)|(?!verify|inspect|audit|registry)(?!.* -o )| )|-o -|--output=?-/;

function errorsIn(stderr: string, isJson: boolean): number {
  const lines = stripVTControlCharacters(stderr).split("\n");
  return lines.filter((line) => (isJson && line.startsWith('{"error"')) || line.startsWith("svscrub: ")).length;
}

function contentsOf(folder: string): Record<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))]));
}
