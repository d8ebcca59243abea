// What the registry's commands share: how the registry, numbers and files of an intake are typed, and what is printed on stderr
// after an intake. It never prints a whole number.

import { ExitCode, ScrubError } from "../../errors.js";
import { readWhole } from "../../files/input.js";
import { parsedObject } from "../../files/json.js";
import { identitiesOf, identityOf, isSamePlace, kindOfPath } from "../../files/paths.js";
import { neighboursOf } from "../../files/system-errors.js";
import { maskNumber, sayable } from "../../phone/format.js";
import { everyNumber } from "../../phone/number.js";
import { numbersInOtherColumn, readCell } from "../../phone/read.js";
import type { StillSuppressed } from "../../registry/book.js";
import { nearbyRegistry } from "../../registry/ledger.js";
import { isDecision, type LedgerEvent, momentOf, plain } from "../../registry/ledger-event.js";
import type { ReadImport } from "../../registry/read-import.js";
import type { Destination, Recorder } from "../../registry/record.js";
import type { UnknownWords } from "../../registry/understanding.js";
import type { GivenWords } from "../../replies/asked.js";
import { TEMPLATES, type TemplateName, type Templates } from "../../text/acknowledgements.js";
import { quote } from "../../text/values.js";
import { describeInstant, EL_SALVADOR } from "../../time/time-zone.js";
import type { TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { layOut, warn } from "../screen.js";

/** Parses a number to E.164. Anything but one certain number is exit 2. */
export function typedNumber(typed: string, position: number): string {
  const { numbers, candidates } = readCell(typed);
  if (numbers.length !== 1 || candidates.length > 0) throw new ScrubError(ExitCode.usage, "badNumber", [position]);
  return numbers[0]!.e164;
}

/** The files of an intake. `file`: the imported one, which is only read, unless decisions are taken out of it. */
export interface TypedDestination
  extends Pick<TypedOf<"registry import">, "registry" | "ack" | "ackTemplate">,
    Partial<Pick<TypedOf<"registry import">, "review" | "follow">> {
  file?: string;
  takesDecisions?: boolean;
}

/** Returns the files of an intake. Refuses one file under two names, which would spoil it, and one that is also an input. */
export function destinationOf(typed: TypedDestination, host: Pick<Host, "refuseArgumentFiles">): Destination {
  const { file, takesDecisions = false, registry, review, ack, ackTemplate, follow = false } = typed;
  const all = { "--registry": registry, "--review": review, "--ack": ack };
  const named = Object.entries(all).flatMap(([option, one]) => (one === undefined ? [] : [{ option, one }]));
  const inputs = identitiesOf([file ?? [], ackTemplate ?? []].flat());
  for (const [i, { option, one }] of named.entries()) {
    // These files are read again at the next intake.
    if (one === "-") throw new ScrubError(ExitCode.usage, "badForm", [option, `${option.slice(2)}.csv`]);
    host.refuseArgumentFiles([one]);
    const input = inputs.get(identityOf(one) ?? "");
    if (input !== undefined && !(takesDecisions && option === "--review" && input === file))
      throw new ScrubError(ExitCode.usage, "outputIsInput", [input], { file: one });
    const same = named.slice(i + 1).find((other) => isSamePlace(one, other.one));
    if (same !== undefined) throw new ScrubError(ExitCode.usage, "contradiction", [option, same.option], { file: one });
  }
  // A new registry next to one of nearly the same name is mostly a slip.
  const near = kindOfPath(registry) === "missing" ? nearbyRegistry(registry) : undefined;
  if (near !== undefined) throw new ScrubError(ExitCode.usage, "nearRegistry", [near, registry], { file: registry });
  if (ack === undefined && ackTemplate !== undefined && !follow)
    throw new ScrubError(ExitCode.usage, "needsOption", ["--ack-template", "--ack"]);
  const templates = ackTemplate === undefined ? TEMPLATES : readTemplates(ackTemplate);
  return { registry, reviews: review, acknowledgements: ack, templates };
}

/** Reads templates from a JSON file, `{"es": {"opt-out": "…"}}`. Ours fill in for what it leaves out. A wrong name is exit 2. */
export function readTemplates(file: string): Templates {
  const bad = (where: string) => new ScrubError(ExitCode.usage, "badTemplate", [where], { file });
  const read = parsedObject(readWhole(file, ExitCode.usage, "templates").toString());
  if (read === undefined) throw bad("JSON");
  const templates = { es: { ...TEMPLATES.es }, en: { ...TEMPLATES.en } };
  for (const [language, texts] of Object.entries(read as Record<string, Record<string, unknown> | null>)) {
    if (language !== "es" && language !== "en") throw bad("es, en");
    for (const [name, text] of Object.entries(texts ?? {})) {
      if (!Object.hasOwn(TEMPLATES.es, name)) throw bad(Object.keys(TEMPLATES.es).join(", "));
      if (typeof text !== "string" || text.trim() === "") throw bad(`${language}.${name}`);
      templates[language][name as TemplateName] = text;
    }
  }
  return templates;
}

export function refuseMissing(file: string, as: "import" | "reviews"): void {
  const exitCode = as === "import" ? ExitCode.phoneList : ExitCode.suppressionList;
  if (kindOfPath(file) === "missing") throw new ScrubError(exitCode, "notFound", [as, neighboursOf(file)[0]], { file });
}

/** Returns the word for a name, or the name itself if a person gave it. */
export function wordFor(name: string, words: Readonly<Record<string, string>>): string {
  return Object.hasOwn(words, name) ? words[name]! : name;
}

/** Prints labels with their counts. A count of 0 is left out, unless it is the first. */
export function printCounts(rows: readonly (readonly [string, number])[], host: Host): void {
  const { number } = host.sentences;
  const shown = rows.filter(([, count], i) => i === 0 || count > 0).map(([label, count]) => [label, number(count)]);
  host.stderr(`${layOut(shown, ["left", "right"]).join("\n")}\n`);
}

export interface ImportArguments extends Omit<TypedOf<"registry import">, "operands" | "map"> {
  file: string;
  map: GivenWords;
  /** As they were typed. */
  words: readonly string[];
}

/** Prints the counts and the warnings of an import. */
export function sayIntake(
  typed: ImportArguments,
  read: ReadImport,
  recorder: Recorder,
  host: Host,
  released = 0,
): void {
  const { registry: words } = host.sentences;
  const rows = [
    [words.read, read.records],
    [words.released, released],
    ...(["help", "other", "outbound", "skipped"] as const).map((name) => [words[name], read[name]] as const),
    ...(["reviews", "requests", "named", "knownReviews"] as const).map(
      (name) => [words[name], recorder.counts[name] ?? 0] as const,
    ),
  ] as const;
  sayRecorded(rows, recorder, typed, host);
  // Without a review they were printed before.
  const { unknown, undated, dates } = read.understanding;
  if (typed.review !== undefined) warnOfUnknown(unknown, typed.words, host);
  warnOfAssumed(read.assumed, host);
  if (undated > 0) warn(words.undated(undated), host);
  if (dates.contradict) warn(words.datesContradict, host);
}

/** Prints what was recorded, after the first of the given counts, and what still suppresses numbers that opted in. */
export function sayRecorded(
  [read, ...others]: readonly (readonly [string, number])[],
  { counts, torn, suppressed }: Recorder,
  { quiet, registry, ack }: Pick<TypedDestination, "registry" | "ack"> & { quiet: boolean },
  host: Host,
): void {
  const { registry: words } = host.sentences;
  const { "opt-out": optOuts = 0, "opt-in": optIns = 0, settled = 0, known = 0, acknowledgements = 0 } = counts;
  const recorded = [
    [words.optOuts, optOuts],
    [words.optIns, optIns],
    [words.settled, settled],
    [words.known, known],
  ] as const;
  if (!quiet) printCounts([read!, ...recorded, ...others], host);
  for (const { file, line } of torn) warnOfTorn(file, line, host);
  warnOfSuppressed([...suppressed.values()], registry, host);
  if (acknowledgements > 0 && !quiet) host.stderr(`${words.acknowledgements(ack!, acknowledgements)}\n`);
}

/** Warns that all records count as opt-outs, because no column says what was asked. */
export function warnOfAssumed(assumed: ReadImport["assumed"], host: Host): void {
  if (assumed !== undefined) warn(host.sentences.registry.allAssumed(assumed.column), host);
}

/** `line`: undefined if the last line is whole. */
export function warnOfTorn(file: string, line: number | undefined, host: Host): void {
  if (line !== undefined) warn(host.sentences.registry.torn(file, line), host);
}

const MOST_WORDS_SHOWN = 20;

/** Warns of unknown results, with the command that says what they mean. `typed`: the arguments of `registry import`. */
export function warnOfUnknown(unknown: UnknownWords, typed: readonly string[], host: Host): void {
  if (unknown.size === 0) return;
  const all = [...unknown.values()].sort((one, other) => other.rows - one.rows);
  const shown = all.filter(({ word }) => word !== "").slice(0, MOST_WORDS_SHOWN);
  const hidden = all.flatMap((one) => (shown.includes(one) ? [] : one.rows)).reduce((sum, rows) => sum + rows, 0);
  const rows = shown.reduce((sum, one) => sum + one.rows, hidden);
  warn(host.sentences.registry.unknownResults(rows, shown, hidden), host);
  const maps = shown.flatMap(({ word }) => ["--map", `${word}=other`]);
  if (maps.length > 0) host.stderr(`  ${["svscrub", "registry", "import", ...typed, ...maps].map(quote).join(" ")}\n`);
}

/** Parses a reason to the text of a ledger. A reason with a number in it, which would be opted out, is exit 2. */
export function typedReason(typed: string): string {
  const reason = plain(typed);
  if (numbersInOtherColumn(reason).length > 0 || everyNumber(readCell(reason)).length > 0)
    throw new ScrubError(ExitCode.usage, "numberInReason", []);
  return reason;
}

/** The most numbers that are shown, masked. */
export const MOST_SHOWN = 3;

/** Warns of numbers that are still suppressed, with the opt-outs and reviews that suppress them, and the commands to lift these. */
export function warnOfSuppressed(
  suppressed: readonly StillSuppressed[],
  registry: string,
  host: Host,
  after: "opt-in" | "void" = "opt-in",
): void {
  if (suppressed.length === 0) return;
  const { registry: words, contacts } = host.sentences;
  const shown = suppressed.slice(0, MOST_SHOWN);
  const left = suppressed.length - shown.length;
  const optOuts = shown.flatMap((one) => one.optOuts);
  const lines = optOuts.map(({ event, phone, channel, requestedAt }) => {
    // A date that can't be read may be the words of another cell.
    const since = momentOf(requestedAt) === undefined ? "" : requestedAt;
    return words.suppressedBy(maskNumber(phone), contacts.channels[channel], since, sayable(event));
  });
  for (const { phone, channel, event } of shown.flatMap((one) => one.waiting))
    lines.push(words.suppressedByReview(maskNumber(phone), contacts.channels[channel], sayable(event)));
  if (left > 0) lines.push(words.moreSuppressed(left));
  lines.push(...waysOut(optOuts, registry, host));
  warn(
    after === "opt-in" ? words.stillSuppressed(suppressed.length) : words.suppressedByOthers(suppressed.length),
    host,
  );
  host.stderr(lines.map((line) => `  ${line}\n`).join(""));
}

/** Returns the commands that lift opt-outs: an opt-in if the person asked for it, or a void if the event was a mistake. */
function waysOut(optOuts: readonly LedgerEvent[], registry: string, { sentences }: Host): string[] {
  const { registry: words } = sentences;
  const lines: string[] = [];
  const typed = (...command: string[]) => `  ${["svscrub", "registry", ...command].map(quote).join(" ")}`;
  const dated = optOuts.filter(({ requestedAt }) => momentOf(requestedAt) !== undefined);
  // Only a later opt-in lifts an opt-out, and an opt-out of today without a time counts until the day's end.
  const latest = Math.max(0, ...dated.map(({ requestedAt }) => momentOf(requestedAt)!.last));
  if (dated.length > 0) {
    lines.push(words.toLift(latest < Date.now() / 1000 ? "" : describeInstant(latest, EL_SALVADOR)));
    for (const channel of new Set(dated.map((one) => one.channel)))
      lines.push(typed("add", "NUMBER", "--registry", registry, "--action", "opt-in", "--channel", channel));
  }
  if (dated.length < optOuts.length) lines.push(words.toDate);
  const ids = new Set(
    optOuts.flatMap((one) => (sayable(one.event) === one.event && !isDecision(one) ? one.event : [])),
  );
  if (ids.size > 0) lines.push(words.toTakeBack);
  for (const id of ids) lines.push(typed("void", id, "--registry", registry, "--reason", "TEXT"));
  return lines;
}
