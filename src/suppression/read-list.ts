// Reads suppression lists into the index, and stops the run at one that can't be trusted. What an entry means is intake.ts's work.

import { RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { columnsOf } from "../headers/event-columns.js";
import { eventColumnOf, isLedgerHeader } from "../headers/registry-columns.js";
import type { KernelMemory } from "../kernel/kernel.js";
import { RecordBatch } from "../lists/batch.js";
import { batchesOf } from "../lists/batches.js";
import { noPhoneColumn } from "../lists/chosen-columns.js";
import { compressionOf, describeEncoding } from "../lists/encoding.js";
import { inSheet } from "../lists/open.js";
import { type OnProgress, shareRead } from "../lists/progress.js";
import { sheetRead } from "../lists/source.js";
import type { TimeZone } from "../time/time-zone.js";
import { DigestIntake } from "./digest-intake.js";
import type { AsOf, ListTotals } from "./event.js";
import type { IdColumn } from "./event-ids.js";
import type { EventReader } from "./event-reader.js";
import { Intake } from "./intake.js";
import { unitOf, warningsOf } from "./list-warnings.js";
import { refuseLog } from "./log.js";
import { checkManifest, type ReadManifest, readManifest } from "./manifest.js";
import type { Notes } from "./notes.js";
import { openTwice, type SuppressionList } from "./open-list.js";
import type { SuppressionIndex } from "./suppression-index.js";
import type { TakingBack } from "./taken-back.js";
import { TextLines } from "./text-lines.js";
import {
  checkAge,
  checkReadability,
  checkSize,
  dateOfList,
  type ListDate,
  type ListPlan,
  refuseUsDoNotCall,
} from "./trust.js";

/** What holds for all lists of a run. */
export interface LoadTerms {
  now: Date;
  zone: TimeZone;
  asOf: AsOf;
  /** Called with every list that was read, for a caller that follows it. */
  onRead?: ((reading: ListReading) => void) | undefined;
  onProgress?: OnProgress | undefined;
  /** The memory of batches of long lists. */
  memory?: KernelMemory | undefined;
  /** Keeps reasons and sources, if asked for. */
  notes?: Notes | undefined;
}

export type ListKind = "plain" | "registry" | "hashed";

/** One list as it was read and trusted: what the report says of it. */
export type LoadedList = ReadSuppression & Omit<ListTotals, "suppresses">;
/** The same before all that the lists say together is known. */
type ReadSuppression = Awaited<ReturnType<ListReading["readAll"]>>;

/** The E.164 of our own numbers that texts name and that are left out there, none twice. */
export function ownNumbers(lists: readonly Pick<LoadedList, "text">[]): string[] {
  return [...new Set(lists.flatMap(({ text }) => text?.own ?? []))];
}

/** Reads every list to its end, and then what they say together. A refusal is exit 4. */
export async function loadLists(
  plans: readonly ListPlan[],
  index: SuppressionIndex,
  terms: LoadTerms,
): Promise<readonly LoadedList[]> {
  const read: ReadSuppression[] = [];
  for (const plan of plans) read.push(await readList(plan, index, terms));
  const totals = index.resolve();
  return read.map((list, i) => {
    const { suppresses, ...counts } = totals[i]!;
    if (suppresses || list.entries === 0) return { ...list, ...counts };
    checkSize(list.path, 0, plans[i]!.terms);
    const warning: Warning = { code: "list-bars-nobody", values: [list.name, list.entries] };
    return { ...list, ...counts, warnings: [...list.warnings, warning] };
  });
}

async function readList(plan: ListPlan, index: SuppressionIndex, terms: LoadTerms): Promise<ReadSuppression> {
  const { path } = plan.source;
  const opened = await openTwice(path, plan.overrides, terms.notes !== undefined);
  let { list } = opened;
  const begin = async (takenBack?: readonly TakingBack[]) => {
    const events = await eventsOf(list, terms, takenBack);
    return new ListReading(plan, list, events, index, terms);
  };
  try {
    let reading = await begin();
    let facts = await reading.readAll();
    if (reading.takenBack.length > 0) {
      const { sha256, bytes } = facts;
      const first = list.file;
      list = await opened.again(bytes);
      first.close();
      index.dropList();
      reading = await begin(reading.takenBack);
      facts = await reading.readAll();
      if (facts.sha256 !== sha256)
        throw new ScrubError(ExitCode.suppressionList, "changedWhileRead", [], { file: path });
    }
    terms.onRead?.(reading);
    return facts;
  } catch (error) {
    throw inSheet(error, path, list.sheet);
  } finally {
    list.file.close();
    opened.close();
  }
}

/** A list on its way into the sink: read to its end, and on from there where it only grows. */
export class ListReading {
  readonly #manifest: ReadManifest | undefined;
  readonly #intake: Intake;
  /** Its number in the sink. */
  readonly #number: number;
  #modified: Date | undefined;
  #newestEvent: Date | undefined;

  /** The list begins in the sink. One that is older than it may be is refused before it is read. */
  constructor(
    readonly plan: ListPlan,
    private readonly list: SuppressionList,
    private readonly events: EventReader | undefined,
    private readonly sink: SuppressionIndex,
    private readonly terms: LoadTerms,
  ) {
    const { source, overrides, liftsOthers } = plan;
    const { columns, hashes } = list.others;
    const { modified, size } = list.file;
    this.#modified = modified;
    // It speaks of the whole file: not of a stream, nor of as many bytes as an earlier run read.
    this.#manifest = modified !== undefined && overrides.bytes === undefined ? readManifest(source.path) : undefined;
    checkManifest(source.path, { bytes: size ?? 0 }, this.#manifest);
    // A registry's newest event may be younger than all else that is known of its date.
    if (columns.kind !== "registry") this.checkAge(terms.now);
    refuseUsDoNotCall(list);
    refuseLog(list);
    // Only within its own list is it known whose opt-in an unreadable one is.
    const number = sink.beginList(events !== undefined, liftsOthers && hashes.length === 0);
    this.#number = number;
    const takeNote = terms.notes?.begin(number, list, list.others.noted);
    const digests = new DigestIntake(sink, number, list, hashes);
    const text = list.isText ? new TextLines(plan.isOwn ?? (() => false), source.path) : undefined;
    this.#intake = new Intake(sink, list, { digests, text }, events, plan.terms.maxRange, takeNote);
  }

  /** The date that the list speaks for. */
  get date(): ListDate | undefined {
    const { source, terms } = this.plan;
    const known = { manifest: this.#manifest?.asOf, newestEvent: this.#newestEvent, modified: this.#modified };
    return dateOfList(source.path, { said: terms.asOf, ...known });
  }

  checkAge(now: Date): void {
    const { source, terms } = this.plan;
    if (terms.maxAge !== undefined) checkAge(source, this.date, terms, now);
  }

  async readAll() {
    const { list, events, terms } = this;
    const { columns, hashes } = list.others;
    const { source } = this.plan;
    this.#intake.takeHeader();
    let records = 0;
    for await (const batch of batchesOf(list, ExitCode.suppressionList, terms.memory)) {
      this.#take(batch, terms.now);
      records += batch.count;
      terms.onProgress?.({ share: shareRead(list), records });
    }
    this.checkAge(terms.now);
    refuseContradiction(list, events);
    // A registry is read to its length at opening: what is appended meanwhile is the next run's.
    if (list.file.changed(columns.kind === "registry"))
      throw new ScrubError(ExitCode.suppressionList, "changedWhileRead", [], { file: source.path });
    const sha256 = list.file.digest();
    checkManifest(source.path, { bytes: list.file.bytesRead, sha256 }, this.#manifest);
    this.#checkContent();
    const intake = this.#intake;
    const date = this.date;
    const kind: ListKind = hashes.length > 0 ? "hashed" : columns.kind;
    return {
      ...source,
      kind,
      sha256,
      bytes: list.file.bytesRead,
      encoding: describeEncoding(list.encoding),
      compression: compressionOf(list.encoding),
      sheet: sheetRead(list),
      // Lines, or rows of a sheet.
      titles: list.titles.map(({ line }) => line),
      asOf: date,
      // Records whose phone cells are not empty.
      entries: intake.entries,
      // Undefined if the list has none.
      events: events?.counts,
      ranges: { ...intake.ranges },
      digits: intake.digits.factsOf(source.path),
      text: intake.text?.facts(intake.records),
      // Record numbers, and the first of their lines or rows.
      notUnderstood: intake.notUnderstood,
      notUnderstoodLines: intake.notUnderstoodAt.lines,
      warnings: warningsOf(this.plan, list, intake, date, terms.now),
    };
  }

  /** What its records take back: it is to be read once more where that is not known from the beginning. */
  get takenBack(): readonly TakingBack[] {
    return this.events?.takenBack?.found ?? [];
  }

  /** When the system says that the file was last written to: an import that finds nothing new sets it alone. */
  touched(modified: Date): void {
    if (this.#modified !== undefined) this.#modified = modified;
  }

  /** Seconds since 1970 from which on what was read says something else: an entry expires then, or an opt-in begins to count. */
  get changesAt(): number {
    return this.events?.changesAt ?? Number.POSITIVE_INFINITY;
  }

  /** Whether its text is in the file byte by byte. */
  get isPlain(): boolean {
    const { encoding, sheet, file } = this.list;
    return !encoding.gzip && encoding.utf16 === undefined && sheet === undefined && file.modified !== undefined;
  }

  /** Whether what is appended to it is read like the rest: whole lines of events in plain UTF-8. */
  get mayGrow(): boolean {
    const { others, dialect } = this.list;
    return (
      others.columns.kind === "registry" && others.hashes.length === 0 && this.isPlain && dialect.recordEnd !== "cr"
    );
  }

  /** How the ids of its events are found, where it is a registry as svscrub writes it. */
  get ids(): IdColumn | undefined {
    const { header, dialect } = this.list;
    const column = this.mayGrow ? eventColumnOf(header ?? []) : -1;
    return column < 0 ? undefined : { dialect, column };
  }

  /**
   * Takes in whole lines that were appended. False where only reading all of the list anew tells what
   * they mean, and some of them may have been taken in. A list that may no longer be trusted is refused as if it were read anew.
   */
  readOn(lines: Buffer, now: Date): boolean {
    const { list, events, terms } = this;
    if (events === undefined || !isPlainGrowth(lines)) return false;
    terms.asOf.now = Math.floor(now.getTime() / 1000);
    this.sink.continueList(this.#number);
    const known = this.takenBack.length;
    const scanner = new RecordScanner(list.dialect, list.wanted);
    scanner.feed(lines, 0, lines.length, true);
    const batch = new RecordBatch(list.wanted.length, list.width, list.watched);
    for (batch.fill(scanner); batch.count > 0; batch.fill(scanner)) {
      this.#take(batch, now);
    }
    if (scanner.openQuote || this.takenBack.length > known) return false;
    this.#checkContent();
    return true;
  }

  #take(batch: RecordBatch, now: Date): void {
    this.#intake.takeBatch(batch);
    this.#newestEvent = this.events?.lastRecorded(batch, now) ?? this.#newestEvent;
  }

  #checkContent(): void {
    const { source, terms } = this.plan;
    const intake = this.#intake;
    const { entries, usable } = intake;
    // Lines of a text may hold any digits.
    const notUnderstood = this.list.isText ? 0 : intake.notUnderstood.length;
    const header = this.list.header !== undefined;
    const where = { lines: intake.notUnderstoodAt.lines, unit: unitOf(this.list) };
    const { isText, columns, otherPhones, detected } = this.list;
    // It is not empty: its records have numbers under a name that is no phone's.
    if (entries === 0 && columns.length === 0 && otherPhones.length > 0)
      throw noPhoneColumn(detected.examined, ExitCode.suppressionList, source.path);
    const allowEmpty = terms.allowEmpty || isLedgerHeader(this.list.header ?? []);
    checkReadability(source, { entries, usable, notUnderstood, ...where, header, isText }, { ...terms, allowEmpty });
  }
}

/** Tells whether nothing in the lines makes the list what it was not before: of another form, or of digests. */
function isPlainGrowth(lines: Buffer): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return !/[\x00-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)|[0-9a-f]{32}/i.test(lines.toString("latin1"));
}

/** By an order of day and month that a later date contradicts, opt-ins may lift and entries expire that must not. */
function refuseContradiction({ file, others }: SuppressionList, events: EventReader | undefined): void {
  if (events?.datesContradict && events.counts.optIns + others.columns.expires.length > 0)
    throw new ScrubError(ExitCode.suppressionList, "datesContradict", [], { file: file.path });
}

/** Returns undefined where no column says more than that a number is listed: such a list needs less memory and time. */
async function eventsOf(
  list: SuppressionList,
  { zone, asOf }: LoadTerms,
  takenBack: readonly TakingBack[] | undefined,
): Promise<EventReader | undefined> {
  if (columnsOf(list.others.columns).length === 0) return undefined;
  // Loaded for the first list with events: start-up time counts.
  const { EventReader } = await import("./event-reader.js");
  return new EventReader(list, list.others.columns, zone, asOf, takenBack);
}
