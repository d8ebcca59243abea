// svscrub registry import: replies, dispositions, forms, consents and decisions go into the registry.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../../errors.js";
import { kindOfPath } from "../../files/paths.js";
import { neighboursOf } from "../../files/system-errors.js";
import { foldWords } from "../../headers/event-words.js";
import type { RequestKind } from "../../headers/import-columns.js";
import type { SaidWords } from "../../registry/asked.js";
import { plain } from "../../registry/ledger-event.js";
import { type ReadImport, readImport, type TakeGroup } from "../../registry/read-import.js";
import { AT_A_TIME, NOTHING_RECORDED, type Outcome, Recorder, releaseMapped, together } from "../../registry/record.js";
import { readDecisions } from "../../registry/reviewed.js";
import type { ImportPlan } from "../../registry/understanding.js";
import type { Intent } from "../../replies/classify.js";
import { CHANNELS } from "../../suppression/event.js";
import { fixedWord } from "../../text/typed-words.js";
import { quote } from "../../text/values.js";
import { commandOf, type TypedOf, wasTyped } from "../arguments.js";
import type { Host } from "../command.js";
import { overridesOf } from "../list-options.js";
import { warn, watched } from "../screen.js";
import { ownNumber } from "../scrub/plan.js";
import { otherFormat } from "../typed-values.js";
import {
  countsOf,
  destinationOf,
  printAcknowledgements,
  printCounts,
  printRead,
  warnOf,
  warnOfBarred,
  warnOfUnknown,
} from "./shared.js";

export interface ImportArguments extends Omit<TypedOf<"registry import">, "operands" | "map"> {
  file: string;
  map: SaidWords;
  /** As they were typed. */
  words: readonly string[];
}

export const importCommand = commandOf("registry import", runImport, (typed, program, words): ImportArguments => {
  refuseIdle(program, typed);
  const idle = typed.kind === "reviewed" ? OF_REQUESTS.find((option) => wasTyped(option, program)) : undefined;
  if (idle !== undefined) throw new ScrubError(ExitCode.usage, "contradiction", ["--kind reviewed", idle]);
  const { operands, map, source, ...rest } = typed;
  return { ...rest, words, map: new Map(map.map(parseMapping)), source: source && plain(source), file: operands[0]! };
});

/** Options that would mean nothing, and what can't be followed. */
function refuseIdle(program: Program, { follow, create, json, review, kind }: TypedOf<"registry import">): void {
  const refuse = (sentence: "contradiction" | "needsOption", one: string, other: string) =>
    new ScrubError(ExitCode.usage, sentence, [one, other]);
  if (!follow && json) throw refuse("needsOption", "--json", "--follow");
  if (!follow && create) throw refuse("needsOption", "--create", "--follow");
  if (!follow) return;
  // What is unclear could not be kept.
  if (review === undefined) throw refuse("needsOption", "--follow", "--review");
  if (kind === "reviewed") throw refuse("contradiction", "--follow", "--kind reviewed");
  const idle = OF_FILES.find((option) => wasTyped(option, program));
  if (idle !== undefined) throw refuse("contradiction", "--follow", idle);
}

/** What only a whole file can be. */
const OF_FILES = ["--encoding", "--sheet", "--max-size"] as const;

/** Reviews come back in a ledger's own columns, and say all of this themselves. */
const OF_REQUESTS = [
  "--channel",
  "--source",
  "--text-column",
  "--action-column",
  "--channel-column",
  "--date-column",
  "--sender-column",
  "--own",
  "--map",
  "--tz",
] as const;

const MEANINGS = {
  "opt-out": "opt-out",
  "opt-in": "opt-in",
  other: "other",
  review: "unclear",
} as const satisfies Record<string, Intent>;
const MEANING_WORDS = Object.keys(MEANINGS) as (keyof typeof MEANINGS)[];

/** `WORD=ACT`, split at the last `=`. */
function parseMapping(typed: string): [word: string, intent: Intent] {
  const at = typed.lastIndexOf("=");
  const word = fixedWord(typed.slice(at + 1), MEANING_WORDS);
  if (at <= 0 || word === undefined) throw new ScrubError(ExitCode.usage, "badMapping", ["--map", MEANING_WORDS]);
  return [foldWords(typed.slice(0, at)), MEANINGS[word]];
}

async function runImport(typed: ImportArguments, host: Host): Promise<ExitCode> {
  const { file, registry, ack, quiet } = typed;
  const now = new Date();
  host.records();
  if (file !== "-" && kindOfPath(file) === "missing")
    throw new ScrubError(ExitCode.phoneList, "notFound", ["import", neighboursOf(file)[0]], { file });
  if (typed.follow && typed.kind !== "reviewed") {
    const { follow } = await import("./follow.js");
    return follow(planOf(typed, typed.kind), destinationOf(typed, host), typed, host);
  }
  const recorded =
    typed.kind === "reviewed" ? await takeBack(typed, now, host) : await takeIn(typed, typed.kind, now, host);
  host.published();
  warnOf(recorded.torn, host);
  warnOfBarred(recorded.barred, registry, host);
  if (ack !== undefined && !quiet) printAcknowledgements(recorded, ack, host);
  if ((recorded.counts.reviews ?? 0) > 0 && !quiet) {
    const reviews = typed.review ?? file;
    const command = ["svscrub", "registry", "import", reviews, "--registry", registry, "--kind", "reviewed"];
    host.stderr(`${host.sentences.registry.toReview(reviews)}\n  ${command.map(quote).join(" ")}\n`);
  }
  return ExitCode.done;
}

async function takeIn(typed: ImportArguments, kind: RequestKind, now: Date, host: Host): Promise<Outcome> {
  const { file, quiet } = typed;
  const destination = destinationOf(typed, host);
  const hasReview = typed.review !== undefined;
  const isStream = kindOfPath(file) !== "file";
  let recorded: Outcome | undefined;
  let hasEmail = false;
  const recorder = new Recorder(destination, { hasEmail: () => hasEmail });
  const readOnce = (isSure: boolean) => {
    const take: TakeGroup = async (group, { isLast, isAll, ...known }) => {
      hasEmail = known.hasEmail;
      if (!hasReview && isLast && (isAll || !isSure)) warnOfUnknown(known.unknown, typed.words, host);
      if (!isSure && !isAll) return recorder.lookAt(group, { isLast, now });
      recorded = together(recorded ?? NOTHING_RECORDED, await recorder.record(group, { now, isAll }));
      if (isLast && !isAll) await recorder.end();
    };
    const most = isStream && !isSure ? Number.POSITIVE_INFINITY : AT_A_TIME.records;
    return watched(quiet, host, (show) => readImport(planOf(typed, kind), most, take, show));
  };
  let read: ReadImport;
  try {
    // Without a review an import that has anything for it is refused whole: a long one is looked over first, a stream is held.
    read = await readOnce(hasReview);
    if (recorded === undefined) read = await readOnce(true);
  } catch (error) {
    if (error instanceof ScrubError && error.sentence === "needsReview") error.place.file = file;
    throw error;
  }
  recorded = recorded!;
  const { registry: words } = host.sentences;
  const { review } = typed;
  const released = review === undefined || typed.map.size === 0 ? 0 : await releaseMapped(review, typed.map);
  if (!quiet) printRead(read, recorded, [...countsOf(recorded, host), [words.released, released]], host);
  if (review !== undefined) warnOfUnknown(read.unknown, typed.words, host);
  if (read.assumed !== undefined) warn(words.allAssumed(read.assumed.column), host);
  if (read.undated > 0) warn(words.undated(read.undated), host);
  if (read.datesContradict) warn(words.datesContradict, host);
  if (recorded.lacksEmail) warn(words.lacksEmail(typed.ack!), host);
  return recorded;
}

export function planOf(typed: ImportArguments, kind: RequestKind): ImportPlan {
  const {
    textColumn: text,
    actionColumn: action,
    channelColumn: channel,
    dateColumn: date,
    senderColumn: sender,
  } = typed;
  return {
    file: typed.file,
    kind,
    overrides: overridesOf(typed),
    columns: said({ text, action, channel, date, sender }),
    words: typed.map,
    channel: typed.channel,
    source: typed.source,
    zone: typed.tz,
    own: new Set(typed.own.map(ownNumber)),
  };
}

async function takeBack(typed: ImportArguments, now: Date, host: Host): Promise<Outcome> {
  const reviews = typed.review ?? typed.file;
  // What is left is written as CSV: never over a workbook or JSON.
  if (otherFormat(reviews) !== undefined)
    throw new ScrubError(ExitCode.usage, "needsOption", [reviews, "--review FILE.csv"]);
  // The decisions are taken out of the very file that holds them.
  const destination = { ...destinationOf({ ...typed, review: reviews, takesDecisions: true }, host), reviews };
  const decisions = await readDecisions(typed.file, overridesOf(typed));
  const recorded = await new Recorder(destination).decide(decisions, now);
  const { registry: words } = host.sentences;
  if (!typed.quiet)
    printCounts([[words.read, decisions.read], ...countsOf(recorded, host), [words.left, recorded.left]], host);
  const { rows, firstLine } = decisions.unknown;
  if (rows > 0) warn(words.unknownDecisions(typed.file, rows, firstLine, CHANNELS), host);
  return recorded;
}

/** Returns only the columns that were said. */
function said<T extends object>(columns: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as never;
}
