// argv and a process → an exit code. Known errors become sentences, unknown ones a request to report them.

import { COLORS, type CommonHost, type Host } from "./commands/command.js";
import { prepareEngine } from "./commands/large-run.js";
import { CLEAR, forTerminal, red } from "./commands/screen.js";
import { VERSION } from "./commands/version.js";
import { ExitCode, ScrubError } from "./errors.js";
import type { OutputWanted } from "./files/output.js";
import { isSamePlace, isTerminal, olderThan, standingAmong } from "./files/paths.js";
import { withSourcePlaces } from "./files/source-places.js";
import { unwritten } from "./files/system-errors.js";
import { removeUnfinished } from "./files/unfinished.js";
import { allSentencesIn, detectLanguage, saidBack, sayError, sentencesIn } from "./text/language.js";
import type { CommonSentences } from "./text/sentences.js";
import { fixedWord } from "./text/typed-words.js";
import { inElSalvador, shorten } from "./text/values.js";

/** The word by which the completion scripts ask; no help names it. */
const COMPLETE = "__complete";

/** The process, as far as a run touches it. */
type Shell = Pick<NodeJS.Process, "env" | "stdout" | "stderr" | "on" | "exit">;

export async function main(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
    // Nothing else has to be loaded for it.
    shell.stdout.write(`${VERSION}\n`);
    return ExitCode.done;
  }
  if (argv[0] === COMPLETE) {
    // Whoever presses a key asked for no message: any fault is silent, and offers nothing.
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
    await prepareEngine(words);
    const { runCommand } = await import("./commands/dispatch.js");
    return await runCommand(words, host);
  } catch (error) {
    return host.fail(error);
  }
}

/** What was typed, with every @FILE in it read. Where one can't be, what was typed and why not. */
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

class ProcessHost implements CommonHost {
  readonly version = VERSION;
  readonly color: boolean;
  readonly colorOnStdout: boolean;
  readonly columns: number;
  readonly tableWidth: number;
  readonly json: boolean;
  /** Whether outputs stand under their names; what went to stdout alone is no such output. */
  #isPublished = false;
  #writesFiles = false;
  /** An output goes to stdout, which can't be taken back. */
  #writesStdout = false;
  #showsStatus = false;
  /** Such a terminal takes no line back. */
  readonly #isDumb: boolean;
  readonly #startedAt = new Date();
  /** What can't be written is no sign that nothing was recorded. */
  #records = false;
  /** Writes to stdout that are not through yet, and what is to be said once they are. */
  #untaken = 0;
  #later = "";
  readonly #waiting: (() => void)[] = [];
  #recordStop: (code: ExitCode) => void = () => {};
  /** What must not be cut is under way, and a stop waits for its end. */
  #isWhole = false;
  #waitingStop: (() => void) | undefined;
  #standing: readonly string[] = [];
  /** What the run writes is a list of people to contact. */
  #isToSend = false;

  constructor(
    argv: readonly string[],
    private readonly argumentFiles: readonly string[],
    private readonly shell: Shell,
    public sentences: CommonSentences,
  ) {
    const end = argv.indexOf("--");
    this.json = (end < 0 ? argv : argv.slice(0, end)).includes("--json");
    const when = fixedWord(typedValue("--color", argv) ?? "auto", COLORS);
    this.#isDumb = shell.env.TERM === "dumb";
    const isPlain = Boolean(shell.env.NO_COLOR) || this.#isDumb;
    const takesColor = (descriptor: 1 | 2) =>
      when === COLORS[1] || (when === COLORS[0] && isTerminal(descriptor) && !isPlain);
    this.color = takesColor(2);
    this.colorOnStdout = takesColor(1);
    const width = saidWidth(shell) ?? shell.stdout.columns;
    this.columns = Math.min(width || 80, 120);
    this.tableWidth = width || Number.POSITIVE_INFINITY;
  }

  async withAllSentences(): Promise<Host> {
    return Object.assign(this, { sentences: await allSentencesIn(this.sentences.language) });
  }

  listen(): void {
    // All is done and written: end here, where signals are still listened to. While Node itself ends it no longer listens,
    // and a signal would report a stop over the new files.
    this.shell.on("beforeExit", (code: number) => this.shell.exit(code));
    const stopped = (code: ExitCode, by: string) => () => this.#stop(code, () => this.#sayStopped(code, by));
    this.shell.on("SIGINT", stopped(ExitCode.interrupted, "Ctrl-C"));
    this.shell.on("SIGTERM", stopped(ExitCode.terminated, "SIGTERM"));
    this.shell.on("SIGHUP", stopped(ExitCode.terminated, "SIGHUP"));
    this.shell.stdout.on("error", (cause) => {
      const error = unwritten("-", cause);
      // Whoever read our output has gone: that is no news, and no reason to keep on.
      this.#stop(error.exitCode, () => this.fail(error));
    });
    this.shell.stderr.on("error", () => {});
  }

  /** Ends a run whose outputs do not stand yet. */
  #stop(code: ExitCode, say: () => void): void {
    // The new files stand: let the run end as what it is, done.
    if (this.#isPublished) return;
    if (this.#isWhole) {
      this.#waitingStop ??= () => this.#stop(code, say);
      return;
    }
    removeUnfinished();
    this.#recordStop(code);
    this.#untaken = 0;
    say();
    this.shell.exit(code);
  }

  stdout(text: string): void {
    this.#untaken++;
    this.shell.stdout.write(forTerminal(text), (failed) => {
      if (failed) return;
      this.#untaken--;
      if (this.#untaken > 0) return;
      if (this.#later !== "") this.shell.stderr.write(this.#later);
      this.#later = "";
      for (const resolve of this.#waiting.splice(0)) resolve();
    });
  }

  taken(): Promise<void> {
    return this.#untaken === 0 ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }

  status(line: string): void {
    if (line === "" && !this.#showsStatus) return;
    // Where data goes to the same terminal they would stand in one line.
    if (this.#isDumb || (this.#writesStdout && isTerminal(1))) return;
    this.#showsStatus = line !== "";
    // The last column stays free: some terminals wrap once it is filled.
    this.shell.stderr.write(forTerminal(CLEAR + shorten(line, this.statusWidth)));
  }

  get statusWidth(): number {
    return (this.shell.stderr.columns || (saidWidth(this.shell) ?? 80)) - 1;
  }

  stderr(text: string): void {
    this.status("");
    const safe = forTerminal(text);
    if (this.#untaken > 0) this.#later += safe;
    else this.shell.stderr.write(safe);
  }

  watchOutputs(outputs: readonly OutputWanted[], inputs: readonly string[]): void {
    const files = outputs.map(({ path }) => path).filter((path) => path !== "-");
    this.refuseArgumentFiles(files);
    this.#writesFiles = files.length > 0;
    this.#writesStdout = outputs.length > files.length;
    this.#standing = standingAmong(files, inputs);
  }

  writesToSend(): void {
    this.#isToSend = true;
  }

  refuseArgumentFiles(outputs: readonly string[]): void {
    for (const output of outputs)
      for (const file of this.argumentFiles)
        if (isSamePlace(output, file))
          throw new ScrubError(ExitCode.usage, "outputIsInput", [`@${file}`], { file: output });
  }

  published(): void {
    this.#isPublished = this.#writesFiles;
    this.#standing = [];
  }

  records(): void {
    this.#records = true;
  }

  recorded(): void {
    this.#isPublished = true;
  }

  async whole<T>(work: () => Promise<T>): Promise<T> {
    this.#isWhole = true;
    try {
      return await work();
    } finally {
      this.#isWhole = false;
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
    const { what, hint } = sayError(this.#asRecorder(error), this.sentences);
    const { file, sheet, line } = error.place;
    if (this.json) {
      const place = {
        ...(file === undefined ? {} : { file }),
        ...(sheet && { sheet }),
        ...(line === undefined ? {} : { line }),
      };
      this.#failAsJson({
        exit_code: error.exitCode,
        code: error.sentence,
        ...place,
        message: what,
        hint: hint ?? null,
      });
    } else {
      const place =
        file === undefined ? "" : `${this.sentences.place(file === "-" ? "stdin" : saidBack(file), line, sheet)}: `;
      this.stderr(`${red("svscrub:", this.color)} ${place}${what}\n${hint === undefined ? "" : `  ${hint}\n`}`);
    }
    this.#sayOldOnes();
    return error.exitCode;
  }

  #asRecorder(error: ScrubError): ScrubError {
    const isOurs = this.#records && error.sentence === "cannotWrite";
    if (!isOurs) return error;
    const [code] = error.values as [string];
    return new ScrubError(error.exitCode, "cannotRecord", [code], error.place, { cause: error });
  }

  #failAsBug(error: unknown): ExitCode {
    const { name, stack = "" } = error instanceof Error ? error : { name: typeof error };
    const places = withSourcePlaces(stack);
    // Not the message: it could quote a cell. Where it happened is what we need.
    const where = /^ +at .*?((?:dist|src)\/[\w./-]+:\d+)/m.exec(places)?.[1] ?? "";
    if (this.json) {
      const message = `${this.sentences.summary.bug} ${name} ${where}`;
      this.#failAsJson({ exit_code: ExitCode.bug, code: "bug", message, hint: null });
      return ExitCode.bug;
    }
    this.stderr(
      `svscrub: ${this.sentences.summary.bug}\n  svscrub ${this.version}, node ${process.versions.node}: ${name} ${where}\n`,
    );
    if (this.shell.env.SVSCRUB_DEBUG) this.stderr(`${places}\n`);
    this.#sayOldOnes();
    return ExitCode.bug;
  }

  #failAsJson(error: Record<string, unknown>): void {
    this.stderr(`${JSON.stringify({ error: { ...error, old_outputs: this.#oldOnes().map(({ file }) => file) } })}\n`);
  }

  #sayOldOnes(): void {
    if (this.json) return;
    for (const { file, written } of this.#oldOnes())
      this.stderr(`  ${this.sentences.summary.oldStays(file, inElSalvador(written))}\n`);
    if (this.#isToSend && !this.#isPublished) this.stderr(`  ${this.sentences.summary.nothingToSend}\n`);
  }

  /** Files under the names of outputs that were written before this run began: another run's may be new. */
  #oldOnes(): { file: string; written: Date }[] {
    return olderThan(this.#startedAt, this.#standing);
  }

  #sayStopped(code: ExitCode, by: string): void {
    const { summary } = this.sentences;
    const what = this.#writesFiles ? summary.stoppedUnpublished(by) : summary.stopped(by);
    const hint = this.#writesStdout ? summary.stdoutIsCut : undefined;
    if (this.json) {
      this.#failAsJson({ exit_code: code, code: "stopped", message: what, hint: hint ?? null });
      return;
    }
    // A terminal has shown what was typed, ^C, in the line.
    if (isTerminal(2)) this.#showsStatus = true;
    this.stderr(`${red("svscrub:", this.color)} ${what}\n${hint === undefined ? "" : `  ${hint}\n`}`);
    this.#sayOldOnes();
  }
}

/** A part of the program, or a thread, could not be opened: of lists the other rooms say so. */
function tooManyFiles(thrown: unknown): ScrubError | undefined {
  if (!(thrown instanceof Error) || !/\bEMFILE\b/.test(thrown.message)) return undefined;
  const { path } = thrown as NodeJS.ErrnoException;
  return new ScrubError(ExitCode.io, "cannotRead", ["EMFILE"], path === undefined ? {} : { file: path }, {
    cause: thrown,
  });
}

/** What COLUMNS says; undefined where that is no width. */
function saidWidth({ env }: Pick<Shell, "env">): number | undefined {
  const width = Number(env.COLUMNS);
  return width > 0 ? width : undefined;
}

function typedValue(option: string, argv: readonly string[]): string | undefined {
  for (const [i, word] of argv.entries()) {
    if (word === "--") return undefined;
    if (word === option) return argv[i + 1];
    if (word.startsWith(`${option}=`)) return word.slice(option.length + 1);
  }
  return undefined;
}
