// A whole scrub: the command's own run, with options for words and the report for a summary.

import { AsyncLocalStorage } from "node:async_hooks";
import type { HelpSetting } from "../commands/command.js";
import { parseScrubArguments, scrubProgram } from "../commands/scrub/arguments.js";
import { type PublishedScrub, publishScrub } from "../commands/scrub/published-scrub.js";
import { VERSION } from "../commands/version.js";
import { ExitCode, ScrubError as Failure } from "../errors.js";
import { findRunBy, type GivenSource, GivenStreams, listenTo } from "../files/given-streams.js";
import type { GivenSink } from "../files/held-back.js";
import { ScrubError } from "./errors.js";
import { checkGiven, isSource, type Kinds, kindsOf, TEXT } from "./given.js";
import {
  isOfTheCommand,
  type Lists,
  librarySetting,
  parsed,
  refuseStreams,
  type ScrubOptions,
  valuesOf,
  wordsOf,
} from "./options.js";

/** The audit report as the command's JSON has it. */
export type AuditReport = PublishedScrub["report"];

const runs = new AsyncLocalStorage<GivenStreams>();
findRunBy(() => runs.getStore());

/** Scrubs, writes what was asked, gives the report. What is refused is a `ScrubError`; then nothing new stands. */
export function scrub(given: ScrubOptions): Promise<AuditReport> {
  const streams = new Streams(given);
  return runs.run(streams.given, async () => {
    try {
      const setting = await librarySetting();
      checkGiven("scrub", given, scrubKinds(setting), ["lists", "suppress"]);
      return await scrubNamed(streams.named(given), streams, setting);
    } catch (error) {
      const reason: unknown = given?.signal?.aborted === true ? given.signal.reason : await ScrubError.of(error);
      streams.fail(reason);
      throw reason;
    } finally {
      streams.given.takeBack();
    }
  });
}

/** The options with a name for each stream. */
type Named = Omit<ScrubOptions, "lists" | "suppress" | "output"> & {
  lists: string | readonly string[];
  suppress: Lists | false;
  output?: string;
};

export function scrubKinds(setting: HelpSetting): Kinds {
  const sources = ["string", "stream"];
  return {
    lists: { one: sources, many: true },
    ...kindsOf(scrubProgram(setting), (name) => !isOfTheCommand(name)),
    suppress: { one: sources, many: true, byName: sources, or: false },
    output: { one: ["string", "Writable"] },
    report: { ...TEXT, many: true, or: false },
    signal: { one: ["AbortSignal"] },
    onProgress: { one: ["function"] },
  };
}

async function scrubNamed(named: Named, streams: Streams, setting: HelpSetting): Promise<AuditReport> {
  const { lists, suppress, signal, onProgress, ...options } = named;
  const phoneLists = valuesOf(lists);
  const suppressions = suppress === false ? [] : valuesOf(suppress);
  if (phoneLists.length === 0) throw new Failure(ExitCode.usage, "noPhoneList", [0, false]);
  const { output, removed, report } = options;
  const reports = report === undefined || report === false ? [] : valuesOf(report);
  refuseStreams([...phoneLists, ...suppressions, ...[output ?? [], removed ?? []].flat(), ...reports]);
  // Without a clean list the command would write it to stdout.
  if (output === undefined)
    for (const [option, value] of Object.entries({ removed, report, log: options.log }))
      if (value) throw new Failure(ExitCode.usage, "needsOption", [`--${option}`, "--output"]);
  const words = [
    ...wordsOf(options, scrubProgram(setting)),
    ...(output === undefined ? ["--dry-run"] : []),
    ...(suppress === false ? ["--no-suppression"] : suppressions.map((file) => `--suppress=${file}`)),
    "--",
    ...phoneLists,
  ];
  const typed = parsed(parseScrubArguments(words, setting));
  signal?.throwIfAborted();
  const published = await publishScrub(
    typed,
    { version: VERSION, language: "en" },
    {
      progress(progress) {
        signal?.throwIfAborted();
        onProgress?.(progress);
      },
      // The last moment at which nothing stands yet.
      judged: () => signal?.throwIfAborted(),
    },
  );
  const written = [...published.written, ...published.reports].map(({ path }) => path);
  await streams.handOver(written);
  return published.report;
}

/** The streams of a run by their names among its paths. They are taken over, also by a run that is refused. */
class Streams {
  readonly given = new GivenStreams();
  readonly #sources = new Map<GivenSource, string>();
  readonly #signal: AbortSignal | undefined;
  #output: { name: string; sink: GivenSink } | undefined;
  #sink: object | undefined;

  constructor(given: Partial<ScrubOptions> | undefined) {
    const { lists, suppress, output, signal } = given ?? {};
    this.#signal = signal instanceof AbortSignal ? signal : undefined;
    for (const source of [...sourcesIn(lists), ...sourcesIn(suppress)]) this.#take(source);
    if (typeof output !== "object" || output === null) return;
    this.#sink = output;
    listenTo(output);
  }

  named({ lists, suppress, output, ...others }: ScrubOptions): Named {
    return {
      ...others,
      lists: this.#nameIn(lists) as Named["lists"],
      suppress: suppress === false ? false : (this.#nameIn(suppress) as Lists),
      ...(output === undefined ? {} : { output: typeof output === "string" ? output : this.#nameOf(output) }),
    };
  }

  /** `written`: the files of the run, which stand by now. */
  async handOver(written: readonly string[]): Promise<void> {
    if (this.#output === undefined) return;
    const { name, sink } = this.#output;
    const { handOver } = await import("../files/held-back.js");
    const standing = written.filter((path) => path !== name);
    await handOver(name, sink, standing, this.#signal);
  }

  /** Whoever reads the output would wait for ever. */
  fail(reason: unknown): void {
    const { destroy } = (this.#sink ?? {}) as { destroy?: unknown };
    if (typeof destroy === "function")
      destroy.call(this.#sink, reason instanceof Error ? reason : new Error("The run was ended.", { cause: reason }));
  }

  #take(source: GivenSource): void {
    if (this.#sources.has(source)) return;
    listenTo(source);
    this.#sources.set(source, this.given.giveInput(source, this.#signal));
  }

  #nameIn(value: unknown): unknown {
    if (isSource(value)) return this.#sources.get(value);
    if (Array.isArray(value)) return value.map((one: unknown) => this.#nameIn(one));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.#nameIn(one)]));
  }

  #nameOf(sink: GivenSink): string {
    const name = this.given.giveOutput();
    this.#output = { name, sink };
    return name;
  }
}

/** The streams in the value of an option, whether or not it may be one. */
function sourcesIn(value: unknown): GivenSource[] {
  if (isSource(value)) return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).filter(isSource);
}
