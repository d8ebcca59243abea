// One run of the program inside the test's own process: everything but the process itself, ten times faster.
// While it lasts it has to itself what a process has once: the working folder and the descriptors of stdin and stdout.

import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { FaultyFiles } from "./file-faults.js";

/** As built, like what a process runs: also its threads can be started from there. */
const PROGRAM = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
/** As it is without a fault: what a test lets fail is the program's own. */
const { writeSync } = fs;
const STDOUT = join(tmpdir(), `svscrub-stdout-${process.pid}`);
const PIPE = join(tmpdir(), `svscrub-stdin-${process.pid}`);

export interface HereRun {
  code: number;
  stdout: Buffer;
  stderr: string;
  /** Sends a signal to the run that has ended and not yet left; an error where it leaves with another code. */
  signal(name: NodeJS.Signals): void;
}

export interface HereOptions {
  /** The working folder, this process's own if not said. */
  folder?: string;
  env?: NodeJS.ProcessEnv;
  /** Of this run alone. */
  files?: FaultyFiles;
  /** A file that stdin is. */
  stdin?: string;
  /** What comes through a pipe as stdin. */
  piped?: string | Uint8Array;
}

let isRunning = false;

/** Any exit code is a result; an error where Node warns. */
export async function runHere(
  args: readonly string[],
  { folder, env = ENGLISH, files, piped, stdin = piped === undefined ? "/dev/null" : PIPE }: HereOptions = {},
): Promise<HereRun> {
  if (isRunning) throw new Error("one run at a time in this process: several at once need spawn()");
  isRunning = true;
  const { main } = (await import(pathToFileURL(PROGRAM).href)) as typeof import("../../src/main.js");
  const own = { folder: process.cwd(), fsync: fs.fsync, fsyncSync: fs.fsyncSync };
  const warnings: Error[] = [];
  const warned = (warning: Error) => warnings.push(warning);
  process.on("warning", warned);
  const writer = piped === undefined ? undefined : pipeIn(piped);
  redirect(0, stdin, "r");
  redirect(1, STDOUT, "w");
  // Waiting for the disk takes most of a small run, and no test of these is about power cuts.
  fs.fsyncSync = () => undefined;
  Object.assign(fs, { fsync: (_: number, done: () => void) => setImmediate(done) });
  try {
    if (folder !== undefined) process.chdir(folder);
    const shell = new TestShell(env);
    files?.begin();
    const code = await main(args, shell as unknown as NodeJS.Process).finally(() => files?.end());
    // Node warns a little later.
    await new Promise((resolve) => setImmediate(resolve));
    if (warnings.length > 0) throw new Error(`Node warned: ${warnings.join("\n")}`);
    const signal = (name: NodeJS.Signals) => shell.listeners.get(name)?.();
    return { code, stdout: fs.readFileSync(STDOUT), stderr: shell.said, signal };
  } finally {
    Object.assign(fs, { fsync: own.fsync, fsyncSync: own.fsyncSync });
    process.chdir(own.folder);
    redirect(0, "/dev/null", "r");
    redirect(1, "/dev/null", "w");
    fs.rmSync(STDOUT, { force: true });
    writer?.kill();
    process.off("warning", warned);
    isRunning = false;
  }
}

const ENGLISH = { SVSCRUB_LANG: "en", NO_COLOR: "1", SVSCRUB_DEBUG: "1" };

/** The part of a process that main takes, with what was said and who listens to signals. */
class TestShell {
  said = "";
  readonly listeners = new Map<string, () => void>();
  readonly stdout = streamOf((text) => writeSync(1, text));
  readonly stderr = streamOf((text) => {
    this.said += text;
  });

  constructor(readonly env: NodeJS.ProcessEnv) {}

  on(name: string, listener: () => void): this {
    this.listeners.set(name, listener);
    return this;
  }

  exit(code: number): never {
    throw new Error(`the program exits by itself with code ${code}`);
  }
}

function streamOf(write: (text: string) => void) {
  return {
    on: () => undefined,
    write: (text: string, taken?: () => void) => {
      write(text);
      taken?.();
      return true;
    },
  };
}

/** Has another process write these bytes into the pipe that is stdin; opening the pipe waits for it. */
function pipeIn(bytes: string | Uint8Array) {
  if (!fs.existsSync(PIPE)) {
    spawnSync("mkfifo", [PIPE]);
    process.on("exit", () => fs.rmSync(PIPE, { force: true }));
  }
  fs.writeFileSync(`${PIPE}.bytes`, bytes);
  return spawn("sh", ["-c", 'cat < "$0.bytes" > "$0"', PIPE], { stdio: "ignore" });
}

/** Makes a descriptor of this process that of a file: a file that is opened gets the lowest one that is free. */
function redirect(descriptor: 0 | 1, file: string, flags: "r" | "w"): void {
  try {
    fs.closeSync(descriptor);
  } catch {
    // A run closes what it has read to its end.
  }
  if (fs.openSync(file, flags) !== descriptor) throw new Error(`descriptor ${descriptor} was taken by something else`);
}
