// Reads suppression lists into the index. A doubtful entry suppresses every number that it could mean,
// a broken record every number anywhere in it, and a list that can't be trusted stops the run.

import { cellText, extraCellsAreEmpty, looseCells, recordCells } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { RecordBatch, RecordView } from "../lists/batch.js";
import { batchesOf } from "../lists/batches.js";
import { columnName, type ListOverrides, type OpenedList, openList, tornNumbers } from "../lists/open.js";
import { everyNumber } from "../lists/phone-cells.js";
import type { CellReading } from "../phone/number.js";
import { readCell, readEveryNumber } from "../phone/read.js";
import type { Warning } from "../text/sentences.js";
import type { SuppressionIndex } from "./country.js";
import type { ListSource } from "./sources.js";
import { CLOCK_SKEW, checkAge, checkReadability, dateOfList, OLD_LIST, type TrustTerms } from "./trust.js";

/** Entries kept of every list, spread over it, for the self-check. */
const SELF_CHECK_SAMPLE = 64;
const FEWEST_DIGITS = 7;

/** One list as it was read and trusted: what the report says of it. */
export interface LoadedList extends ListSource {
  sha256: string;
  bytes: number;
  asOf: Date | undefined;
  /** Records whose phone cells are not empty. */
  entries: number;
  /** Distinct numbers that the entries stand for, doubtful ones too. */
  numbers: number;
  /** Record numbers of the entries from which no number could be read. */
  unreadableRecords: readonly number[];
  /** E.164 of entries spread over the list. */
  sample: readonly string[];
  warnings: readonly Warning[];
}

/** Reads one list to its end. Everything it means is in the index afterwards; a refusal is exit 4. */
export async function loadList(
  source: ListSource,
  index: SuppressionIndex,
  overrides: ListOverrides,
  terms: TrustTerms,
  now: Date,
): Promise<LoadedList> {
  index.beginList();
  const list = await openList(source.path, "suppression", ExitCode.suppressionList, overrides);
  try {
    const asOf = dateOfList(source.path, list.file.modified, terms.asOf);
    checkAge(source.path, asOf, terms, now);
    refuseUsDoNotCall(list);
    refuseHashes(list);
    const intake = new Intake(index, list);
    intake.takeHeader();
    for await (const batch of batchesOf(list, ExitCode.suppressionList)) intake.takeBatch(batch);
    if (list.file.changed())
      throw new ScrubError(ExitCode.suppressionList, "changedWhileRead", [], { file: source.path });
    checkReadability(
      source.path,
      {
        entries: intake.entries,
        usable: intake.usable,
        unreadable: intake.unreadableRecords.length,
        firstUnreadableLine: intake.firstUnreadableLine,
        header: list.header !== undefined,
      },
      terms,
    );
    return {
      ...source,
      sha256: list.file.digest(),
      bytes: list.file.bytesRead,
      asOf,
      entries: intake.entries,
      numbers: intake.numbers,
      unreadableRecords: intake.unreadableRecords,
      sample: intake.sample,
      warnings: warningsOf(source, list, intake, asOf, terms, now),
    };
  } finally {
    list.file.close();
  }
}

/** The state of reading one list. */
class Intake {
  records = 0;
  entries = 0;
  usable = 0;
  numbers = 0;
  broken = 0;
  /** Entries whose number stood in another column. */
  elsewhere = 0;
  firstUnreadableLine: number | undefined;
  readonly unreadableRecords: number[] = [];
  readonly sample: string[] = [];
  #sampleEvery = 1;

  constructor(
    private readonly index: SuppressionIndex,
    private readonly list: OpenedList,
  ) {}

  /** What was taken for a header could be an entry, torn by the delimiter too. */
  takeHeader(): void {
    const { header, headerText } = this.list;
    if (header === undefined) return;
    for (const e164 of [...header.flatMap((cell) => everyNumber(readCell(cell))), ...tornNumbers(headerText)])
      this.#suppress(e164);
  }

  takeBatch(batch: RecordBatch): void {
    const { count, plain } = batch;
    this.index.touch(plain, count);
    for (let i = 0; i < count; i++) {
      this.records++;
      const national = plain[i]!;
      if (national >= 0) {
        this.entries++;
        this.usable++;
        if (this.index.addNational(national, this.records)) this.numbers++;
        if (this.entries % this.#sampleEvery === 0) this.#keepForSelfCheck(`+503${national}`);
      } else {
        batch.select(i);
        this.#takeRecord(batch);
      }
    }
  }

  #takeRecord(record: RecordBatch): void {
    if (this.#isBroken(record)) {
      this.broken++;
      this.entries++;
      if (this.#takeEverything(record) > 0) this.usable++;
      else this.#unreadable(record);
      return;
    }
    // A line end inside quotes may be a stray quote that swallowed the entry before.
    if (record.spansLines) this.#takeEverything(record);
    this.#takeCells(record);
  }

  /** Extra empty cells are no damage. */
  #isBroken(record: RecordView): boolean {
    if (record.malformed || record.cells < this.list.width) return true;
    if (record.cells === this.list.width) return false;
    return !extraCellsAreEmpty(record.bytes, record.start, record.end, this.list.dialect, this.list.width);
  }

  #takeCells(record: RecordBatch): void {
    const readings = record.readCells().filter((reading) => reading.reason !== "empty");
    const numbers = readings.flatMap(everyNumber);
    for (const e164 of numbers) this.#suppress(e164);
    if (numbers.length === 0) this.#takeElsewhere(record);
    if (readings.length === 0) return;
    this.entries++;
    if (readings.some(isUsable)) this.usable++;
    if (numbers.length === 0) this.#unreadable(record);
    const certain = readings.find((reading) => reading.numbers.length > 0)?.numbers[0];
    if (certain !== undefined && this.entries % this.#sampleEvery === 0) this.#keepForSelfCheck(certain.e164);
  }

  /** The phone cells say nothing: a number in another column, unless it is named as another thing, is meant. */
  #takeElsewhere(record: RecordView): void {
    if (!hasDigits(record.bytes, record.start, record.end)) return;
    const cells = recordCells(record.bytes, record.start, record.end, this.list.dialect);
    const numbers = cells.flatMap((cell, i) => (this.list.denied.has(i) ? [] : everyNumber(readCell(cell))));
    for (const e164 of numbers) this.#suppress(e164);
    if (numbers.length > 0) this.elsewhere++;
  }

  /** Suppresses every number anywhere in the record. Returns how many. */
  #takeEverything(record: RecordView): number {
    const whole = cellText(record.bytes, record.start, record.end, false);
    const numbers = new Set(readEveryNumber(whole));
    for (const cell of looseCells(record.bytes, record.start, record.end, this.list.dialect)) {
      for (const e164 of everyNumber(readCell(cell))) numbers.add(e164);
    }
    for (const e164 of numbers) this.#suppress(e164);
    return numbers.size;
  }

  #suppress(e164: string): void {
    if (this.index.add(e164, this.records)) this.numbers++;
  }

  #unreadable(record: RecordView): void {
    this.unreadableRecords.push(this.records);
    this.firstUnreadableLine ??= record.line;
  }

  /** Keeps entries at even distances: when the sample is full, every second one goes and the distance doubles. */
  #keepForSelfCheck(e164: string): void {
    this.sample.push(e164);
    if (this.sample.length < SELF_CHECK_SAMPLE * 2) return;
    for (let i = 0; i < SELF_CHECK_SAMPLE; i++) this.sample[i] = this.sample[i * 2 + 1]!;
    this.sample.length = SELF_CHECK_SAMPLE;
    this.#sampleEvery *= 2;
  }
}

/** Whether a reading makes the list worth relying on: digits that are merely out of plan or shaped like an id do not. */
function isUsable(reading: CellReading): boolean {
  if (reading.numbers.length > 0) return true;
  return reading.doubtful.length > 0 && reading.reason !== "not-in-plan" && reading.reason !== "looks-like-id";
}

/** Enough digits for a number: without them, reading all cells of a record is in vain. */
function hasDigits(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  // Digits of other scripts and full-width ones are several bytes of 0x80 and more.
  for (let i = start; i < end; i++) if ((bytes[i]! >= 0x30 && bytes[i]! <= 0x39) || bytes[i]! >= 0x80) digits++;
  return digits >= FEWEST_DIGITS;
}

const HASH_NAME = /sha|md5|hash|hmac|digest/i;
const HEX_DIGEST = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i;

/** Hashed numbers can't be looked up: a list that has any would let people through. */
function refuseHashes(list: OpenedList): void {
  const phones = new Set(list.columns);
  for (let column = 0; column < list.width; column++) {
    const name = list.header?.[column];
    const isNamed = name === undefined || HASH_NAME.test(name) || phones.has(column);
    if (isNamed && list.sample.some((row) => HEX_DIGEST.test(row[column] ?? "")))
      throw new ScrubError(ExitCode.suppressionList, "hashedList", [], { file: list.file.path });
  }
}

/** `503,2284651`: the US registry's flat file, where 503 is Oregon. */
function refuseUsDoNotCall(list: OpenedList): void {
  const rows = list.sample;
  const isFlatFile =
    rows.length > 0 && rows.every((row) => row.length === 2 && /^\d{3}$/.test(row[0]!) && /^\d{7}$/.test(row[1]!));
  if (isFlatFile) throw new ScrubError(ExitCode.suppressionList, "usDoNotCall", [], { file: list.file.path, line: 1 });
}

function warningsOf(
  source: ListSource,
  list: OpenedList,
  intake: Intake,
  asOf: Date | undefined,
  terms: TrustTerms,
  now: Date,
): Warning[] {
  const warnings: Warning[] = [];
  const { name } = source;
  if (terms.maxAge === undefined && asOf !== undefined && now.getTime() - asOf.getTime() > OLD_LIST)
    warnings.push({ code: "list-old", values: [name, now.getTime() - asOf.getTime()] });
  if (asOf !== undefined && asOf.getTime() - now.getTime() > CLOCK_SKEW)
    warnings.push({ code: "list-from-the-future", values: [name] });
  const unreadable = intake.unreadableRecords;
  if (unreadable.length > 0)
    warnings.push({ code: "entries-unreadable", values: [name, unreadable.length, unreadable.slice(0, 5)] });
  if (intake.elsewhere > 0) warnings.push({ code: "numbers-elsewhere", values: [name, intake.elsewhere] });
  for (const column of list.otherPhones)
    warnings.push({ code: "other-phone-column", values: [name, columnName(list, column)] });
  if (intake.broken > 0) warnings.push({ code: "records-broken", values: [name, intake.broken] });
  if (intake.entries === 0) warnings.push({ code: "list-empty", values: [name] });
  return warnings;
}
