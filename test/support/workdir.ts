// A temporary folder, the files in it, and svscrub run inside it: the harness of every end-to-end test.
// When a run disappoints, the error shows the whole scene: command, input, files, both outputs, exit code.

import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { checkReport } from "./report-schema.js";
import { runHere } from "./run-here.js";

export const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

const SHIM = join(REPOSITORY, "bin/svscrub.js");
const SHOWN_BYTES = 2_000;
const KILL_AFTER_MS = 100_000;
const OWN_SETTING = /^(?:SVSCRUB_\w+|LC_\w+|LANG|NO_COLOR|TERM|COLUMNS)$/;

export interface RunOptions {
  /** Piped in; without it, stdin is /dev/null. */
  stdin?: string | Uint8Array;
  /** On top of PATH, HOME, TMPDIR, `SVSCRUB_LANG=en` and `NO_COLOR=1`; `undefined` takes one of these away. */
  env?: Record<string, string | undefined>;
}

/** Made inside a test, gone after it. */
export class Workdir {
  readonly path = mkdtempSync(join(tmpdir(), "svscrub-test-"));

  /** `files`: what stands in it from the beginning. */
  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    onTestFinished(() => rmSync(this.path, { recursive: true, force: true }));
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  /** Folders on the way are created. */
  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
  }

  read(name: string): Buffer {
    return readFileSync(this.at(name));
  }

  text(name: string): string {
    return this.read(name).toString();
  }

  /** The lines of a file, without the end of its last one. */
  lines(name: string): string[] {
    return this.text(name).trimEnd().split("\n");
  }

  json(name: string) {
    return JSON.parse(this.text(name));
  }

  exists(name: string): boolean {
    return existsSync(this.at(name));
  }

  /** Every file, in subfolders and hidden ones too, as sorted paths relative to the folder. */
  list(): string[] {
    return readdirSync(this.path, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(this.path, join(entry.parentPath, entry.name)))
      .sort();
  }

  /** Every file with its content. A FIFO has none that could be shown. */
  contents(): [string, Buffer][] {
    const names = this.list().filter((name) => statSync(this.at(name), { throwIfNoEntry: false })?.isFile());
    return names.map((name) => [name, this.read(name)]);
  }

  /** The absolute path of a file in the folder. */
  at(name: string): string {
    return join(this.path, name);
  }

  /**
   * Runs svscrub: inside this process, or where an environment is needed that only a process has, in its own.
   * A string is words parted by single spaces. Any exit code is a result; only a warning of Node's, or a report that does not
   * fit its schema, is an error.
   */
  async run(words: string | readonly string[], options: RunOptions = {}): Promise<Run> {
    const args = typeof words === "string" ? words.split(" ") : words;
    const { env, stdin } = options;
    if (needsProcess(options)) return await this.spawn(args, options);
    const before = this.#reports();
    const here = { folder: this.path, env: environment(env), ...(stdin !== undefined && { piped: stdin }) };
    const { code, stdout, stderr } = await runHere(args, here);
    return this.#checked(new Run(this, ["svscrub", ...args], options, code, null, stdout, stderr), before);
  }

  /** A run that must end with exit code 0. */
  ok(words: string | readonly string[], options?: RunOptions): Promise<Run> {
    return this.ends(0, words, options);
  }

  /** A run that must end with this exit code. */
  async ends(code: number, words: string | readonly string[], options?: RunOptions): Promise<Run> {
    const run = await this.run(words, options);
    run.mustExit(code);
    return run;
  }

  /** A run in a process of its own: for signals, faults, limits, and for several at once. */
  spawn(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    return this.#spawn(["svscrub", ...args], process.execPath, [SHIM, ...args], options);
  }

  /** Runs a bash script in which `svscrub` is the program under test. */
  shell(script: string, options: RunOptions = {}): Promise<Run> {
    const withProgram = `svscrub() { "${process.execPath}" "${SHIM}" "$@"; }\n${script}`;
    return this.#spawn([script], "bash", ["--norc", "-c", withProgram], options);
  }

  #spawn(shown: readonly string[], command: string, args: readonly string[], options: RunOptions): Promise<Run> {
    const before = this.#reports();
    return new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        cwd: this.path,
        env: environment(options.env),
        stdio: [options.stdin === undefined ? "ignore" : "pipe", "pipe", "pipe"],
        timeout: KILL_AFTER_MS,
        killSignal: "SIGKILL",
      });
      const stdout: Buffer[] = [];
      const stderr: Buffer[] = [];
      child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
      child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
      child.on("error", reject);
      // A program that stops reading early closes the pipe: its exit code tells the story, not this error.
      child.stdin?.on("error", () => undefined);
      child.stdin?.end(options.stdin);
      child.on("close", (code, signal) => {
        const [out, said] = [Buffer.concat(stdout), Buffer.concat(stderr).toString()];
        const run = new Run(this, shown, options, code, signal, out, said);
        if (/\(node:\d+\)/.test(said)) return reject(new Error(`Node warned on stderr.\n\n${run.scene()}`));
        try {
          resolve(this.#checked(run, before));
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  /** Holds every report that the run wrote to its schema. */
  #checked(run: Run, before: ReadonlyMap<string, string>): Run {
    for (const [name, state] of this.#reports())
      if (before.get(name) !== state) checkReport(name, this.read(name).toString());
    if (run.code === 0) checkReport("stdout", run.stdout.toString());
    return run;
  }

  /** Files that may be reports, and what tells whether they were written anew. */
  #reports(): Map<string, string> {
    const names = this.list().filter((name) => name.endsWith(".json"));
    const stateOf = (name: string) => {
      const stat = statSync(this.at(name), { throwIfNoEntry: false });
      return stat === undefined ? "gone" : `${stat.ino} ${stat.mtimeMs}`;
    };
    return new Map(names.map((name) => [name, stateOf(name)]));
  }
}

/** What a run left behind. */
class Run {
  constructor(
    private readonly dir: Workdir,
    private readonly command: readonly string[],
    private readonly options: RunOptions,
    readonly code: number | null,
    readonly signal: NodeJS.Signals | null,
    readonly stdout: Buffer,
    readonly stderr: string,
  ) {}

  /** What stands on stdout, as text. */
  get out(): string {
    return this.stdout.toString();
  }

  /** The expectations about this run. If one fails, its message ends in the whole scene. */
  check(expectations: () => void): void {
    try {
      expectations();
    } catch (error) {
      if (error instanceof Error) error.message += `\n\n${this.scene()}`;
      throw error;
    }
  }

  /** The commonest expectation. */
  mustExit(code: number): void {
    this.check(() => expect({ code: this.code, signal: this.signal }).toEqual({ code, signal: null }));
  }

  scene(): string {
    const { env = {}, stdin } = this.options;
    const settings = Object.entries(env).map(([name, value]) => `${name}=${value ?? "(unset)"} `);
    return [
      `$ ${settings.join("")}${this.command.map(quoted).join(" ")}`,
      ...(stdin === undefined ? [] : [section("stdin", stdin)]),
      ...this.dir.contents().map(([name, content]) => section(name, content)),
      section("stdout", this.stdout),
      section("stderr", this.stderr),
      `exit code ${this.code}${this.signal === null ? "" : `, killed by ${this.signal}`}`,
    ].join("\n");
  }
}

/** Bytes as a person can compare them: line ends other than LF, tabs and byte order marks are made visible. */
export function visible(bytes: string | Uint8Array): string {
  return Buffer.from(bytes)
    .toString()
    .replaceAll("\r", "␍")
    .replaceAll("\t", "⇥")
    .replaceAll("\uFEFF", "<BOM>")
    .replaceAll("\u00A0", "<NBSP>");
}

function section(title: string, bytes: string | Uint8Array): string {
  const text = visible(bytes);
  const rest = text.length - SHOWN_BYTES;
  const body = rest > 0 ? `${text.slice(0, SHOWN_BYTES)}… and ${rest} more characters` : text;
  return `--- ${title}${text === "" ? " (nothing)" : `\n${body.trimEnd()}`}`;
}

function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) || argument.includes("\n") ? argument : `'${argument}'`;
}

/** What the program reads itself is the run's; the rest of an environment, and the machine's language, are a process's. */
function needsProcess({ env = {} }: RunOptions): boolean {
  const isOwn = ([name, value]: [string, string | undefined]) => OWN_SETTING.test(name) && value !== undefined;
  return !Object.entries(env).every(isOwn);
}

/** Nothing of the machine's language, colours, width or Node options reaches the program. */
function environment(extra: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  const all = { PATH, HOME, TMPDIR, SVSCRUB_LANG: "en", NO_COLOR: "1", ...extra };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
