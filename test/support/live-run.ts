// A run that is talked to while it lasts: lines go in, and lines come out that a test can wait for.

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { REPOSITORY, type Workdir } from "./workdir.js";

const SHIM = join(REPOSITORY, "bin/svscrub.js");
/** Longer than any run needs; then whoever waits is told so. */
const LONGEST_WAIT_MS = 20_000;

export class LiveRun {
  stderr = "";
  readonly lines: string[] = [];
  /** Null where a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;
  #rest = "";
  #taken = 0;
  #isOver = false;
  #wake: () => void = () => {};

  constructor(dir: Workdir, args: readonly string[]) {
    const { PATH, HOME, TMPDIR } = process.env;
    const env = { PATH, HOME, TMPDIR, SVSCRUB_LANG: "en", NO_COLOR: "1" };
    const child = spawn(process.execPath, [SHIM, ...args], { cwd: dir.path, env, stdio: ["pipe", "pipe", "pipe"] });
    this.#child = child;
    onTestFinished(() => void child.kill("SIGKILL"));
    child.stdout.on("data", (chunk: Buffer) => {
      const pieces = (this.#rest + chunk.toString()).split("\n");
      this.#rest = pieces.pop()!;
      this.lines.push(...pieces);
      this.#wake();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    // Whoever is killed reads no more.
    child.stdin.on("error", () => undefined);
    this.ended = new Promise((resolve) => {
      child.on("close", (code) => {
        this.#isOver = true;
        this.#wake();
        resolve(code);
      });
    });
  }

  write(text: string): void {
    this.#child.stdin!.write(text);
  }

  /** The next line of stdout that nobody has asked for yet; an error where the run ends without one. */
  async next(): Promise<string> {
    const until = Date.now() + LONGEST_WAIT_MS;
    while (this.lines.length === this.#taken) {
      if (this.#isOver || Date.now() > until) throw new Error(`no further line on stdout; stderr:\n${this.stderr}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 1000);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return this.lines[this.#taken++]!;
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Its reader goes away. */
  closeStdout(): void {
    this.#child.stdout!.destroy();
  }

  /** Ends its stdin, and gives its exit code. */
  end(): Promise<number | null> {
    this.#child.stdin!.end();
    return this.ended;
  }
}
