// Runs svscrub in a process and returns its exit code. Known errors become messages, others a request to report a bug.

import type { CommonHost, Host } from "./commands/command.js";
import { red } from "./commands/screen.js";
import { Terminal } from "./commands/terminal.js";
import { VERSION } from "./commands/version.js";
import { ExitCode, ScrubError } from "./errors.js";
import type { OutputWanted } from "./files/output.js";
import { existingAmong, isSamePlace, isTerminal, olderThan } from "./files/paths.js";
import { unwritten } from "./files/system-errors.js";
import { removeUnfinished } from "./files/unfinished.js";
import { allSentencesIn, detectLanguage, saidBack, sayError, sentencesIn } from "./text/language.js";
import type { CommonSentences } from "./text/sentences.js";
import { inElSalvador } from "./text/values.js";

/** The hidden command of the completion scripts. */
const COMPLETE = "__complete";

/** The members of the process that a run uses. */
type Shell = Pick<NodeJS.Process, "env" | "stdout" | "stderr" | "on" | "exit">;

export async function main(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    // Nothing else has to be loaded for it.
    shell.stdout.write(`${VERSION}\n`);
    return ExitCode.done;
  }
  if (argv[0] === COMPLETE) {
    // Completion fails silently: a key press must not print an error.
    shell.stdout.on("error", () => {});
    shell.stdout.write(
      await import("./commands/completion/complete.js").then(({ complete }) => complete(argv.slice(1))).catch(() => ""),
    );
    return ExitCode.done;
  }
  const { words, files, refusal } = await withArgumentFiles(argv);
  const sentences = await sentencesIn(detectLanguage(typedValue("--lang", words), shell.env));
  const host = new ProcessHost(words, files, shell, sentences);
  host.listen();
  try {
    if (refusal !== undefined) throw refusal;
    const { runCommand } = await import("./commands/dispatch.js");
    return await runCommand(words, host);
  } catch (error) {
    return host.fail(error);
  }
}

/** Expands every @FILE; if that fails, returns the arguments as typed and the error. */
async function withArgumentFiles(argv: readonly string[]) {
  const asTyped = { words: argv, files: [], refusal: undefined };
  if (!argv.some((word) => word.startsWith("@"))) return asTyped;
  const { expandArguments } = await import("./commands/argument-files.js");
  try {
    return { ...asTyped, ...expandArguments(argv) };
  } catch (refusal) {
    return { ...asTyped, refusal };
  }
}

class ProcessHost extends Terminal implements CommonHost {
  readonly version = VERSION;
  readonly json: boolean;
  readonly #startedAt = new Date();
  /** `open`: a stop undoes the run; `whole`: it waits for the work's end; `published`: it changes nothing. */
  #state: "open" | "whole" | "published" = "open";
  #waitingStop: (() => void) | undefined;
  #recordStop: (code: ExitCode) => void = () => {};
  #outputs: readonly OutputWanted[] = [];
  /** Outputs that existed before the run. */
  #old: readonly string[] = [];

  constructor(
    argv: readonly string[],
    private readonly argumentFiles: readonly string[],
    private readonly shell: Shell,
    public sentences: CommonSentences,
  ) {
    super(typedValue("--color", argv) ?? "auto", shell);
    const end = argv.indexOf("--");
    this.json = (end < 0 ? argv : argv.slice(0, end)).includes("--json");
  }

  async withAllSentences(): Promise<Host> {
    return Object.assign(this, { sentences: await allSentencesIn(this.sentences.language) });
  }

  listen(): void {
    // Exit here, while signals are still handled: during Node's own exit a signal would report a stopped run, although its files
    // are published.
    this.shell.on("beforeExit", (code: number) => this.shell.exit(code));
    const stopped = (code: ExitCode, by: string) => () => this.#stop(code, () => this.#sayStopped(code, by));
    this.shell.on("SIGINT", stopped(ExitCode.interrupted, "Ctrl-C"));
    this.shell.on("SIGTERM", stopped(ExitCode.terminated, "SIGTERM"));
    this.shell.on("SIGHUP", stopped(ExitCode.terminated, "SIGHUP"));
    this.shell.stdout.on("error", (cause) => {
      const error = unwritten("-", cause);
      // The reader of our output is gone: end without a message.
      this.#stop(error.exitCode, () => this.fail(error));
    });
    this.shell.stderr.on("error", () => {});
  }

  /** Ends a run before its publication. */
  #stop(code: ExitCode, say: () => void): void {
    if (this.#state === "published") return;
    if (this.#state === "whole") {
      this.#waitingStop ??= () => this.#stop(code, say);
      return;
    }
    removeUnfinished();
    this.#recordStop(code);
    this.dropPending();
    say();
    this.shell.exit(code);
  }

  watchOutputs(outputs: readonly OutputWanted[], inputs: readonly string[]): void {
    const files = outputs.flatMap(({ path }) => (path === "-" ? [] : path));
    this.refuseArgumentFiles(files);
    this.#outputs = outputs;
    this.hasData = outputs.some(({ path }) => path === "-");
    this.#old = existingAmong(files, inputs);
  }

  refuseArgumentFiles(outputs: readonly string[]): void {
    for (const output of outputs)
      for (const file of this.argumentFiles)
        if (isSamePlace(output, file))
          throw new ScrubError(ExitCode.usage, "outputIsInput", [`@${file}`], { file: output });
  }

  published(): void {
    this.#state = "published";
    this.#old = [];
  }

  async whole<T>(work: () => Promise<T>): Promise<T> {
    this.#state = "whole";
    try {
      return await work();
    } finally {
      this.#state = "open";
      this.#waitingStop?.();
    }
  }

  onStop(record: (code: ExitCode) => void): void {
    this.#recordStop = record;
  }

  fail(thrown: unknown): ExitCode {
    const error = thrown instanceof ScrubError ? thrown : tooManyFiles(thrown);
    if (error === undefined) return this.#failAsBug(thrown);
    if (error.exitCode === ExitCode.closedPipe) return error.exitCode;
    const { what, hint } = sayError(error, this.sentences);
    const { file, sheet, line } = error.place;
    const place =
      file === undefined ? "" : `${this.sentences.place(file === "-" ? "stdin" : saidBack(file), line, sheet)}: `;
    const where = { code: error.sentence, ...(file !== undefined && { file }), ...(sheet && { sheet }) };
    const members = { ...where, ...(line !== undefined && { line }), message: what, hint: hint ?? null };
    this.#say(error.exitCode, members, `${place}${what}`, hint);
    return error.exitCode;
  }

  #failAsBug(error: unknown): ExitCode {
    const { name, stack = "" } = error instanceof Error ? error : { name: typeof error };
    // Without the error's message, which could quote a cell.
    const where = `${name} ${/^ +at .*?((?:dist|src)\/[\w./-]+:\d+)/m.exec(stack)?.[1] ?? ""}`;
    const { bug } = this.sentences.summary;
    const hint = `svscrub ${this.version}, node ${process.versions.node}: ${where}`;
    this.#say(ExitCode.bug, { code: "bug", message: `${bug} ${where}`, hint: null }, bug, hint);
    if (this.shell.env.SVSCRUB_DEBUG && !this.json) this.stderr(`${stack}\n`);
    return ExitCode.bug;
  }

  #sayStopped(code: ExitCode, by: string): void {
    const { summary } = this.sentences;
    const writesFiles = this.#outputs.some(({ path }) => path !== "-");
    const what = writesFiles ? summary.stoppedUnpublished(by) : summary.stopped(by);
    const hint = this.hasData ? summary.stdoutIsCut : undefined;
    // The terminal has shown ^C in this line.
    if (isTerminal(2)) this.showsStatus = true;
    this.#say(code, { code: "stopped", message: what, hint: hint ?? null }, what, hint);
  }

  /** Prints why the run ended, and which existing files at its outputs' paths are old. */
  #say(exitCode: ExitCode, members: Record<string, unknown>, what: string, hint: string | undefined): void {
    const old = olderThan(this.#startedAt, this.#old);
    if (this.json) {
      const error = { exit_code: exitCode, ...members, old_outputs: old.map(({ file }) => file) };
      this.stderr(`${JSON.stringify({ error })}\n`);
      return;
    }
    const { oldStays } = this.sentences.summary;
    const below = [hint ?? [], old.map(({ file, written }) => oldStays(file, inElSalvador(written)))].flat();
    this.stderr(`${[`${red("svscrub:", this.color)} ${what}`, ...below].join("\n  ")}\n`);
  }
}

/** Returns the error for too many open files when a module or thread can't be loaded; lists have errors of their own. */
function tooManyFiles(thrown: unknown): ScrubError | undefined {
  if (!(thrown instanceof Error) || !/\bEMFILE\b/.test(thrown.message)) return undefined;
  return new ScrubError(ExitCode.io, "cannotRead", ["EMFILE"], {}, { cause: thrown });
}

/** Returns the value of an option before arguments are parsed. */
function typedValue(option: string, argv: readonly string[]): string | undefined {
  for (const [i, word] of argv.entries()) {
    if (word === "--") return undefined;
    if (word === option) return argv[i + 1];
    if (word.startsWith(`${option}=`)) return word.slice(option.length + 1);
  }
  return undefined;
}
