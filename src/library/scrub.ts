// A whole scrub: the command's own run, with options for words and the report for a summary.

import { parseScrubArguments, scrubProgram } from "../commands/scrub/arguments.js";
import { type PublishedScrub, publishScrub } from "../commands/scrub/published-scrub.js";
import { VERSION } from "../commands/version.js";
import { ExitCode, ScrubError as Failure } from "../errors.js";
import { type GivenSource, giveInput, giveOutput, listenTo, takeBack } from "../files/given-streams.js";
import type { GivenSink } from "../files/held-back.js";
import { failing, ScrubError } from "./errors.js";
import { checkGiven, isSource, SCRUB_KINDS } from "./given.js";
import { type Lists, librarySetting, parsed, refuseStreams, type ScrubOptions, valuesOf, wordsOf } from "./options.js";

/** The audit report as the command's JSON has it. */
export type AuditReport = PublishedScrub["report"];

/** Scrubs, writes what was asked and gives the report. A run that is refused is a `ScrubError`; then nothing new stands. */
export function scrub(given: ScrubOptions): Promise<AuditReport> {
  return failing(async () => {
    const streams = new Streams(given);
    try {
      checkGiven("scrub", given, SCRUB_KINDS, ["lists", "suppress"]);
      return await scrubNamed(streams.named(given), streams);
    } catch (error) {
      const reason: unknown = given?.signal?.aborted === true ? given.signal.reason : await ScrubError.of(error);
      streams.fail(reason);
      throw reason;
    } finally {
      streams.takeBack();
    }
  });
}

/** The options with a name for each stream. */
type Named = Omit<ScrubOptions, "lists" | "suppress" | "output"> & {
  lists: string | readonly string[];
  suppress: Lists | false;
  output?: string;
};

async function scrubNamed(named: Named, streams: Streams): Promise<AuditReport> {
  const { lists, suppress, signal, onProgress, ...options } = named;
  const setting = await librarySetting();
  const phoneLists = valuesOf(lists);
  const suppressions = suppress === false ? [] : valuesOf(suppress);
  if (phoneLists.length === 0) throw new Failure(ExitCode.usage, "noPhoneList", [suppressions.length, false]);
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
  await streams.handOver();
  return published.report;
}

/** The streams of a run by the names that they have among its paths. They are taken over, also by a run that is refused. */
class Streams {
  readonly #names: string[] = [];
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

  async handOver(): Promise<void> {
    if (this.#output === undefined) return;
    const { handOver } = await import("../files/held-back.js");
    await handOver(this.#output.name, this.#output.sink, this.#signal);
  }

  /** Whoever reads the output would wait for ever. */
  fail(reason: unknown): void {
    const { destroy } = (this.#sink ?? {}) as { destroy?: unknown };
    if (typeof destroy === "function")
      destroy.call(this.#sink, reason instanceof Error ? reason : new Error("The run was ended.", { cause: reason }));
  }

  takeBack(): void {
    for (const name of this.#names) takeBack(name);
  }

  #take(source: GivenSource): void {
    if (this.#sources.has(source)) return;
    listenTo(source);
    this.#sources.set(source, this.#keep(giveInput(source, this.#signal)));
  }

  #nameIn(value: unknown): unknown {
    if (isSource(value)) return this.#sources.get(value);
    if (Array.isArray(value)) return value.map((one: unknown) => this.#nameIn(one));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.#nameIn(one)]));
  }

  #nameOf(sink: GivenSink): string {
    const name = this.#keep(giveOutput());
    this.#output = { name, sink };
    return name;
  }

  #keep(name: string): string {
    this.#names.push(name);
    return name;
  }
}

/** The streams in the value of an option, whether or not it may be one. */
function sourcesIn(value: unknown): GivenSource[] {
  if (isSource(value)) return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).filter(isSource);
}
