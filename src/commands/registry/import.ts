// svscrub registry import: records replies, call results, forms, consents and decisions in the registry.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../../errors.js";
import { kindOfPath } from "../../files/paths.js";
import { foldWords } from "../../headers/folding.js";
import type { RequestKind } from "../../headers/import-columns.js";
import { isReview, plain } from "../../registry/ledger-event.js";
import { readImport, type TakeGroup } from "../../registry/read-import.js";
import { AT_A_TIME, Recorder, releaseMapped } from "../../registry/record.js";
import { readDecisions } from "../../registry/reviewed.js";
import type { ImportPlan, Understood } from "../../registry/understanding.js";
import type { Intent } from "../../replies/classify.js";
import { CHANNELS } from "../../suppression/event.js";
import { fixedWord } from "../../text/typed-words.js";
import { quote } from "../../text/values.js";
import { commandOf, refuseWithout, type TypedOf, wasTyped } from "../arguments.js";
import type { Host } from "../command.js";
import { overridesOf } from "../list-options.js";
import { warn } from "../screen.js";
import { ownNumber } from "../scrub/plan.js";
import { otherFormat } from "../typed-values.js";
import { destinationOf, type ImportArguments, refuseMissing, sayIntake, sayRecorded, warnOfUnknown } from "./shared.js";

export const importCommand = commandOf("registry import", runImport, (typed, program, words): ImportArguments => {
  refuseIdle(program, typed);
  const { operands, map, source, ...rest } = typed;
  return { ...rest, words, map: new Map(map.map(parseMapping)), source: source && plain(source), file: operands[0]! };
});

/** Refuses options without an effect, and imports that can't be followed. */
function refuseIdle(program: Program, { follow, review, kind }: TypedOf<"registry import">): void {
  const refuseBeside = (option: string, others: readonly string[]) => {
    const idle = others.find((other) => wasTyped(other, program));
    if (idle !== undefined) throw new ScrubError(ExitCode.usage, "contradiction", [option, idle]);
  };
  if (!follow) refuseWithout("--follow", ["--json", "--create"], program);
  if (kind === "reviewed") refuseBeside("--kind reviewed", OF_REQUESTS);
  if (!follow) return;
  // Without a review, unclear messages could not be kept.
  if (review === undefined) throw new ScrubError(ExitCode.usage, "needsOption", ["--follow", "--review"]);
  refuseBeside("--follow", OF_FILES);
}

/** Options that apply to whole files only. */
const OF_FILES = ["--encoding", "--sheet", "--max-size"];

/** Options that an import of a review does not take: its own columns say all of this. */
const OF_REQUESTS = [
  ...["--follow", "--channel", "--source", "--text-column", "--action-column", "--channel-column", "--date-column"],
  ...["--sender-column", "--own", "--map", "--tz"],
];

const MEANINGS = {
  "opt-out": "opt-out",
  "opt-in": "opt-in",
  other: "other",
  review: "unclear",
} as const satisfies Record<string, Intent>;
const MEANING_WORDS = Object.keys(MEANINGS) as (keyof typeof MEANINGS)[];

/** Parses `WORD=ACT`, split at the last `=`. */
function parseMapping(typed: string): [word: string, intent: Intent] {
  const at = typed.lastIndexOf("=");
  const word = fixedWord(typed.slice(at + 1), MEANING_WORDS);
  if (at <= 0 || word === undefined) throw new ScrubError(ExitCode.usage, "badMapping", ["--map", MEANING_WORDS]);
  return [foldWords(typed.slice(0, at)), MEANINGS[word]];
}

async function runImport(typed: ImportArguments, host: Host): Promise<ExitCode> {
  const { file, kind, quiet } = typed;
  const now = new Date();
  if (file !== "-") refuseMissing(file, "import");
  if (typed.follow && kind !== "reviewed") {
    const { follow } = await import("./follow.js");
    return follow(typed, planOf(typed, kind), destinationOf(typed, host), host);
  }
  const { counts } = kind === "reviewed" ? await takeBack(typed, now, host) : await takeIn(typed, kind, now, host);
  if ((counts.reviews ?? 0) > 0 && !quiet) {
    const reviews = typed.review ?? file;
    const command = ["svscrub", "registry", "import", reviews, "--registry", typed.registry, "--kind", "reviewed"];
    host.stderr(`${host.sentences.registry.toReview(reviews)}\n  ${command.map(quote).join(" ")}\n`);
  }
  return ExitCode.done;
}

async function takeIn(typed: ImportArguments, kind: RequestKind, now: Date, host: Host): Promise<Recorder> {
  const { file, review } = typed;
  const isReadWhole = review === undefined && kindOfPath(file) !== "file";
  const recorder = new Recorder(destinationOf(typed, host), file);
  const readIn = (most: number, take: TakeGroup) => readImport(planOf(typed, kind), most, take);
  const record: TakeGroup = async (group, { understanding, hasEmail }, { isLast, isOnly }) => {
    recorder.hasEmail = hasEmail;
    if (isReadWhole) warnOfUnknown(understanding.unknown, typed.words, host);
    await recorder.record(group, { now, isOnly, isLast });
  };
  const unclear: Understood[] = [];
  const lookAt: TakeGroup = async (group, { understanding }, { isLast }) => {
    unclear.push(...group.filter(({ wanted }) => wanted.some(isReview)));
    if (!isLast) return;
    warnOfUnknown(understanding.unknown, typed.words, host);
    await recorder.refuseReviews(unclear, now);
  };
  // Without a review, an import with unclear messages is refused as a whole: so all of it is read before any is recorded.
  if (review === undefined && !isReadWhole) await readIn(AT_A_TIME.records, lookAt);
  const read = await readIn(isReadWhole ? Number.POSITIVE_INFINITY : AT_A_TIME.records, record);
  const released = review === undefined || typed.map.size === 0 ? 0 : await releaseMapped(review, typed.map);
  host.published();
  sayIntake(typed, read, recorder, host, released);
  return recorder;
}

export function planOf(typed: ImportArguments, kind: RequestKind): ImportPlan {
  return {
    file: typed.file,
    kind,
    overrides: overridesOf(typed),
    columns: {
      text: typed.textColumn,
      action: typed.actionColumn,
      channel: typed.channelColumn,
      date: typed.dateColumn,
      sender: typed.senderColumn,
    },
    words: typed.map,
    channel: typed.channel,
    source: typed.source,
    zone: typed.tz,
    own: new Set(typed.own.map(ownNumber)),
  };
}

async function takeBack(typed: ImportArguments, now: Date, host: Host): Promise<Recorder> {
  const reviews = typed.review ?? typed.file;
  // The reviews that are left are written as CSV, which must not replace a workbook or JSON.
  if (otherFormat(reviews) !== undefined)
    throw new ScrubError(ExitCode.usage, "needsOption", [reviews, "--review FILE.csv"]);
  // The decisions are removed from the file that holds them.
  const destination = { ...destinationOf({ ...typed, review: reviews, takesDecisions: true }, host), reviews };
  const decisions = await readDecisions(typed.file, overridesOf(typed));
  const recorder = new Recorder(destination);
  const left = await recorder.decide(decisions, now);
  host.published();
  const { registry: words } = host.sentences;
  sayRecorded(
    [
      [words.read, decisions.read],
      [words.left, left],
    ],
    recorder,
    typed,
    host,
  );
  const { rows, firstLine } = decisions.unknown;
  if (rows > 0) warn(words.unknownDecisions(typed.file, rows, firstLine, CHANNELS), host);
  return recorder;
}
