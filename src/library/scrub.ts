// Implements `scrub`: the command's own run, with options instead of arguments and the report instead of a summary.

import { AsyncLocalStorage } from "node:async_hooks";
import { parseScrubArguments } from "../commands/scrub/arguments.js";
import { type PublishedScrub, publishScrub } from "../commands/scrub/published-scrub.js";
import { VERSION } from "../commands/version.js";
import { ExitCode, ScrubError as Failure } from "../errors.js";
import { findRunBy, type GivenSink, GivenStreams, listenTo } from "../files/given-streams.js";
import { ScrubError } from "./errors.js";
import { checkGiven, isSource, type Kinds, kindsOf } from "./given.js";
import { isOfTheCommand, parsed, refuseStreams, type ScrubOptions, valuesOf } from "./options.js";

/** The audit report, as in the command's JSON. */
export type AuditReport = PublishedScrub["report"];

const runs = new AsyncLocalStorage<GivenStreams>();
findRunBy(() => runs.getStore());

/** Scrubs, writes the outputs and returns the report. Throws a `ScrubError` if refused; then nothing is published. */
export function scrub(given: ScrubOptions): Promise<AuditReport> {
  const { lists, suppress, output, signal } = (given ?? {}) as Partial<ScrubOptions>;
  const streams = new GivenStreams(signal instanceof AbortSignal ? signal : undefined);
  // A refused run takes over its streams, too.
  const named = { ...given, lists: namedIn(lists, streams), suppress: namedIn(suppress, streams) };
  const sink = typeof output === "object" && output !== null ? output : undefined;
  if (sink !== undefined) listenTo(sink);
  return runs.run(streams, async () => {
    try {
      checkGiven("scrub", given, scrubKinds(), ["lists", "suppress"]);
      if (sink === undefined) return (await scrubNamed(named)).report;
      const output = streams.giveOutput();
      const { report, written, reports } = await scrubNamed({ ...named, output });
      const published = [...written, ...reports].map(({ path }) => path).filter((path) => path !== output);
      await streams.handOver(output, sink, published);
      return report;
    } catch (error) {
      const reason: unknown = signal?.aborted === true ? signal.reason : await ScrubError.of(error);
      if (sink !== undefined) fail(sink, reason);
      throw reason;
    } finally {
      streams.release();
    }
  });
}

export function scrubKinds(): Kinds {
  const sources = ["string", "stream", "(string | stream)[]"];
  return {
    lists: sources,
    ...kindsOf("scrub", (name) => !isOfTheCommand(name)),
    suppress: [...sources, "{ NAME: string | stream }", "false"],
    output: ["string", "Writable"],
    report: ["string", "string[]", "false"],
    signal: ["AbortSignal"],
    onProgress: ["function"],
  };
}

/** The options, with a name in place of each stream. */
type Named = Omit<ScrubOptions, "lists" | "suppress"> & Record<"lists" | "suppress", unknown>;

async function scrubNamed(named: Named): Promise<PublishedScrub> {
  const { lists, suppress, signal, onProgress, ...options } = named;
  const phoneLists = valuesOf(lists);
  const suppressions = suppress === false ? [] : valuesOf(suppress);
  if (phoneLists.length === 0) throw new Failure(ExitCode.usage, "noPhoneList", [0, false]);
  const { output, removed, report } = options;
  refuseStreams([...phoneLists, ...suppressions, ...[output ?? [], removed ?? [], report || []].flat().map(String)]);
  // The command would write the clean list to stdout.
  if (output === undefined)
    for (const [option, value] of Object.entries({ removed, report, log: options.log }))
      if (value) throw new Failure(ExitCode.usage, "needsOption", [`--${option}`, "--output"]);
  const words = [
    ...(output === undefined ? ["--dry-run"] : []),
    ...(suppress === false ? ["--no-suppression"] : suppressions.map((file) => `--suppress=${file}`)),
    "--",
    ...phoneLists,
  ];
  const typed = await parsed("scrub", { parse: parseScrubArguments }, options, ...words);
  signal?.throwIfAborted();
  return await publishScrub(
    typed,
    { version: VERSION, language: "en" },
    {
      progress(progress) {
        signal?.throwIfAborted();
        onProgress?.(progress);
      },
      // The last moment before anything is published.
      judged: () => signal?.throwIfAborted(),
    },
  );
}

/** Returns an option's value with a name in place of each stream, even where none is allowed. */
function namedIn(given: unknown, streams: GivenStreams): unknown {
  if (isSource(given)) return streams.giveInput(given);
  if (Array.isArray(given)) return given.map((one: unknown) => namedIn(one, streams));
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, one]) => [name, namedIn(one, streams)]));
}

/** Destroys a sink: its reader would otherwise wait for ever. */
function fail(sink: GivenSink, reason: unknown): void {
  const { destroy } = sink as { destroy?: unknown };
  if (typeof destroy === "function")
    destroy.call(sink, reason instanceof Error ? reason : new Error("The run was ended.", { cause: reason }));
}
