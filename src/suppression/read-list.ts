// Reads suppression lists into the index, and stops the run at one that can't be trusted. intake.ts reads their records.

import { RecordScanner } from "../csv/scanner.js";
import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { columnsOf } from "../headers/event-columns.js";
import { eventColumnOf, isFile } from "../headers/names.js";
import type { KernelMemory } from "../kernel/kernel.js";
import { RecordBatch } from "../lists/batch.js";
import { batchesOf } from "../lists/batches.js";
import { noPhoneColumn } from "../lists/chosen-columns.js";
import { compressionOf, describeEncoding } from "../lists/encoding.js";
import { inSheet } from "../lists/open.js";
import { type OnProgress, shareRead } from "../lists/progress.js";
import { sheetRead } from "../lists/source.js";
import type { TimeZone } from "../time/time-zone.js";
import { EntryIntake } from "./entry-intake.js";
import type { AsOf, ListTotals } from "./event.js";
import type { IdColumn } from "./event-ids.js";
import type { EventReader } from "./event-reader.js";
import { Intake } from "./intake.js";
import { warningsOf } from "./list-warnings.js";
import { refuseLog } from "./log.js";
import { checkManifest, type ReadManifest, readManifest } from "./manifest.js";
import type { Notes } from "./notes.js";
import { openTwice, type SuppressionList } from "./open-list.js";
import type { SuppressionIndex } from "./suppression-index.js";
import type { TakingBack } from "./taken-back.js";
import {
  checkAge,
  checkReadability,
  checkSize,
  dateOfList,
  type ListDate,
  type ListPlan,
  refuseUsDoNotCall,
} from "./trust.js";

/** What all lists of a run share. */
export interface LoadTerms {
  now: Date;
  zone: TimeZone;
  asOf: AsOf;
  /** Called with every list that was read, for a caller that reads appended lines later. */
  onRead?: ((reading: ListReading) => void) | undefined;
  onProgress?: OnProgress | undefined;
  /** The memory of batches of long lists. */
  memory?: KernelMemory | undefined;
  /** Keeps reasons and sources, if asked for. */
  notes?: Notes | undefined;
}

/** What the report says about a list that was read and trusted. */
export type LoadedList = ReadSuppression & Omit<ListTotals, "suppresses">;
/** What is known of a list before the whole index is resolved. */
type ReadSuppression = Awaited<ReturnType<ListReading["readAll"]>>;

/** Returns our own numbers (E.164) that were left out of texts, each once. */
export function ownNumbers(lists: readonly Pick<LoadedList, "text">[]): string[] {
  return [...new Set(lists.flatMap(({ text }) => text?.own ?? []))];
}

/** Reads every list to its end, and resolves the index. A refusal is exit 4. */
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

/** Reads a list. If it takes back events that were read before, it is read once more with these known from the beginning. */
async function readList(plan: ListPlan, index: SuppressionIndex, terms: LoadTerms): Promise<ReadSuppression> {
  const { path } = plan.source;
  const opened = await openTwice(path, plan.overrides, terms.notes !== undefined);
  let { list } = opened;
  const begin = async (takenBack?: readonly TakingBack[]) =>
    new ListReading(plan, list, await eventsOf(list, terms, takenBack), index, terms);
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

/** Reads one list to its end, and later the lines that are appended. */
export class ListReading {
  readonly #manifest: ReadManifest | undefined;
  readonly #intake: Intake;
  /** Its number in the index. */
  readonly #number: number;
  #modified: Date | undefined;
  #newestEvent: Date | undefined;

  /** Begins the list in the index. Refuses one that is too old, before it is read. */
  constructor(
    readonly plan: ListPlan,
    private readonly list: SuppressionList,
    private readonly events: EventReader | undefined,
    private readonly index: SuppressionIndex,
    private readonly terms: LoadTerms,
  ) {
    const { source, overrides, liftsOthers } = plan;
    const { columns, hashes } = list.more;
    const { modified, size } = list.file;
    this.#modified = modified;
    // A manifest describes the whole file: neither a stream, nor only the bytes that an earlier run read.
    this.#manifest = modified !== undefined && overrides.bytes === undefined ? readManifest(source.path) : undefined;
    checkManifest(source.path, { bytes: size ?? 0 }, this.#manifest);
    // The age of a registry depends on its newest event.
    if (columns.kind !== "registry") this.refuseIfOld(terms.now);
    refuseUsDoNotCall(list);
    refuseLog(list);
    // Opt-ins of hashed lists lift no other list's opt-outs.
    this.#number = index.beginList(events !== undefined, liftsOthers && hashes.length === 0);
    const addNotes = terms.notes?.begin(this.#number, list, list.more.noted);
    const texts = new EntryIntake(index, this.#number, list, hashes, plan.isOwn, plan.terms.maxRange);
    this.#intake = new Intake(index, list, texts, events, addNotes);
  }

  /** The date as of which the list is true. */
  get date(): ListDate | undefined {
    const { source, terms } = this.plan;
    const known = { manifest: this.#manifest?.asOf, newestEvent: this.#newestEvent, modified: this.#modified };
    return dateOfList(source.path, { given: terms.asOf, ...known });
  }

  refuseIfOld(now: Date): void {
    const { source, terms } = this.plan;
    if (terms.maxAge !== undefined) checkAge(source, this.date, terms, now);
  }

  /** Reads the list to its end, and describes it for the report. Refuses one that can't be trusted. */
  async readAll() {
    const { list, events, terms } = this;
    const { source } = this.plan;
    this.#intake.addHeader();
    let records = 0;
    for await (const batch of batchesOf(list, ExitCode.suppressionList, terms.memory)) {
      this.#add(batch, terms.now);
      records += batch.count;
      terms.onProgress?.({ share: shareRead(list), records });
    }
    this.refuseIfOld(terms.now);
    refuseContradiction(list, events);
    // A registry is read to its length at opening.
    if (list.file.changed(list.more.columns.kind === "registry"))
      throw new ScrubError(ExitCode.suppressionList, "changedWhileRead", [], { file: source.path });
    const sha256 = list.file.digest();
    checkManifest(source.path, { bytes: list.file.bytesRead, sha256 }, this.#manifest);
    this.#checkContent();
    return this.#describe(sha256);
  }

  #describe(sha256: string) {
    const { list, events, terms, date } = this;
    const { columns, hashes } = list.more;
    const intake = this.#intake;
    return {
      ...this.plan.source,
      kind: hashes.length > 0 ? ("hashed" as const) : columns.kind,
      sha256,
      bytes: list.file.bytesRead,
      encoding: describeEncoding(list.encoding),
      compression: compressionOf(list.encoding),
      sheet: sheetRead(list),
      // Lines, or rows of a sheet.
      titles: list.titles.map(({ line }) => line),
      asOf: date,
      // Records with a filled phone cell.
      entries: intake.entries,
      // Undefined for a list of plain opt-outs.
      events: events?.counts,
      ranges: { ...intake.texts.ranges },
      digits: intake.texts.digits.factsOf(this.plan.source.path),
      text: intake.texts.text?.facts(intake.records),
      // Record numbers.
      notUnderstood: intake.notUnderstood,
      warnings: warningsOf(this.plan, list, intake, date, terms.now),
    };
  }

  /** The events taken back by this reading but not known at its beginning. If there are any, the list must be read again. */
  get takenBack(): readonly TakingBack[] {
    return this.events?.sources.takenBack?.found ?? [];
  }

  /** Takes over a new modification time: an import that finds nothing new changes only that. */
  touched(modified: Date): void {
    if (this.#modified !== undefined) this.#modified = modified;
  }

  /** When an entry next expires or an opt-in begins to count, in seconds since 1970; infinite if never. */
  get changesAt(): number {
    return this.events?.changesAt ?? Number.POSITIVE_INFINITY;
  }

  /** Whether the file holds the list's own bytes: it is neither packed, nor in UTF-16, nor a workbook, nor a stream. */
  get isPlain(): boolean {
    const { encoding, sheet, file } = this.list;
    return !encoding.gzip && encoding.utf16 === undefined && sheet === undefined && file.modified !== undefined;
  }

  /** Whether appended lines can be read without the rest: those of a registry in plain UTF-8. */
  get mayGrow(): boolean {
    const { more, dialect } = this.list;
    return more.columns.kind === "registry" && more.hashes.length === 0 && this.isPlain && dialect.recordEnd !== "cr";
  }

  /** Where the ids of its events are, if it is a registry that svscrub wrote. */
  get ids(): IdColumn | undefined {
    const { header, dialect } = this.list;
    const column = this.mayGrow ? eventColumnOf(header) : -1;
    return column < 0 ? undefined : { dialect, column };
  }

  /** Reads appended lines. Returns false if the whole list must be read again; the index may hold some of the lines then. */
  readOn(lines: Buffer, now: Date): boolean {
    const { list, events, terms } = this;
    if (events === undefined || !isPlainGrowth(lines)) return false;
    terms.asOf.now = Math.floor(now.getTime() / 1000);
    this.index.continueList(this.#number);
    const known = this.takenBack.length;
    const scanner = new RecordScanner(list.dialect, list.wanted);
    scanner.feed(lines, 0, lines.length, true);
    const batch = new RecordBatch(list.wanted.length, list.width, list.watchPlan);
    for (batch.fill(scanner); batch.count > 0; batch.fill(scanner)) this.#add(batch, now);
    if (scanner.openQuote || this.takenBack.length > known) return false;
    this.#checkContent();
    return true;
  }

  #add(batch: RecordBatch, now: Date): void {
    this.#intake.addBatch(batch);
    this.#newestEvent = this.events?.lastRecorded(batch, now) ?? this.#newestEvent;
  }

  #checkContent(): void {
    const { source, terms } = this.plan;
    const { columns, otherPhones, detected, header } = this.list;
    // The list has numbers, but in no column that is named as a phone.
    if (this.#intake.entries === 0 && columns.length === 0 && otherPhones.length > 0)
      throw noPhoneColumn(detected.examined, ExitCode.suppressionList, source.path);
    const allowEmpty = terms.allowEmpty || isFile("ledger", header);
    checkReadability(source, this.list, this.#intake, { ...terms, allowEmpty });
  }
}

/** Whether appended lines hold neither digests nor control characters, as another format does. */
function isPlainGrowth(lines: Buffer): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return !/[\x00-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)|[0-9a-f]{32}/i.test(lines.toString("latin1"));
}

/** Refuses a list with opt-ins or expiries whose dates contradict each other: a wrong one could lift or end an opt-out. */
function refuseContradiction({ file, more }: SuppressionList, events: EventReader | undefined): void {
  if (events?.sources.dates.contradict && events.counts.optIns + more.columns.expires.length > 0)
    throw new ScrubError(ExitCode.suppressionList, "datesContradict", [], { file: file.path });
}

/** Returns the reader of a list's events; undefined for a list of plain opt-outs, which needs less memory and time. */
async function eventsOf(
  list: SuppressionList,
  { zone, asOf }: LoadTerms,
  takenBack: readonly TakingBack[] | undefined,
): Promise<EventReader | undefined> {
  if (columnsOf(list.more.columns).length === 0) return undefined;
  // Loaded for the first list with events: start-up time counts.
  const { eventSourcesOf } = await import("./event-sources.js");
  const { EventReader } = await import("./event-reader.js");
  return new EventReader(eventSourcesOf(list, zone, asOf, takenBack));
}
