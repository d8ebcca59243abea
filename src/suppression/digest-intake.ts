// The digests of one suppression list on their way into the index: its entries, and the proof that it may carry.
// What else a record holds is intake.ts's work.

import { cellText } from "../csv/cells.js";
import type { RecordView } from "../csv/scanner.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { RecordBatch } from "../lists/batch.js";
import { faultOf } from "../lists/fault.js";
import type { OpenedList } from "../lists/open.js";
import { namesPhones } from "../lists/phone-columns.js";
import { type CellReading, everyNumber } from "../phone/number.js";
import { readCell, readEveryNumber } from "../phone/read.js";
import { DigestOwners } from "./digest-owners.js";
import { isUsable } from "./entry-readings.js";
import type { ListEvent } from "./event.js";
import type { EventReader } from "./event-reader.js";
import type { EventSink } from "./event-sink.js";
import { bitOf, digestsIn, isCutDigest, isDigest, SHORTEST_CUT, withoutDigests } from "./hash-forms.js";

const MOST_WORDS = Number.POSITIVE_INFINITY;
const UNREADABLE: CellReading = { numbers: [], doubtful: [], reason: "not-a-number" };

export class DigestIntake {
  /** The wanted cells that hold digests and no phones, as their columns stand. */
  readonly onlyCells: readonly number[];
  /** The wanted cells, counted from 0, that hold digests. */
  readonly #cells: readonly number[];
  /** The kinds of the record's digests so far, in bits. */
  #kinds = 0;
  #first = "";
  /** Whether a column's number, by its place among the phones, is that of the person whom the digest beside it means. */
  readonly #isPersons: readonly boolean[];
  #owners: DigestOwners | undefined;

  /** `number`: the list's in the index; `hashes`: its columns of digests. */
  constructor(
    private readonly number: number,
    private readonly list: OpenedList,
    readonly hashes: readonly number[],
  ) {
    this.#cells = hashes.map((column) => list.wanted.indexOf(column));
    this.onlyCells = this.#cells.filter((cell) => !list.phoneCells.includes(cell));
    const { columns, header } = list;
    this.#isPersons = columns.map((column) => header === undefined || namesPhones(header[column] ?? "", MOST_WORDS));
  }

  /**
   * Adds every digest in a text to the record's entry; `event`: undefined where it says nothing any more. Returns how many:
   * the list's proof is none.
   */
  add(sink: EventSink, text: string, event: ListEvent | undefined, record: number): number {
    const digests = digestsIn(text).filter((digest) => !sink.digests.prove(this.number, digest));
    for (const digest of digests) {
      const kind = isDigest(digest)!;
      if (this.#kinds === 0) this.#first = digest;
      this.#kinds |= bitOf(kind);
      // Whoever opted in is meant by a column of digests alone. What says nothing any more has to be proven all the same.
      if (event === undefined || (event.optIn && this.#cells.length === 0))
        sink.digests.ofList(this.number).count(kind, false);
      else sink.addDigest(kind, digest, event, record);
    }
    return digests.length;
  }

  /** Tells whether text is of digests: beside a number, in a list without a column of them, a digest is an id. */
  areMeantIn(text: string): boolean {
    if (digestsIn(text).length === 0) return false;
    return this.hashes.length > 0 || readEveryNumber(withoutDigests(text)).length === 0;
  }

  /**
   * Adds the digests in the cells that are theirs and in the phones, which may hold some however many numbers come first. What
   * else such a cell holds is read as a phone. Returns how many were found.
   */
  takeCells(
    sink: EventSink,
    record: RecordView,
    readings: CellReading[],
    event: ListEvent | undefined,
    at: number,
  ): number {
    let count = 0;
    for (const cell of [...this.onlyCells, ...this.list.phoneCells]) {
      const start = record.cellStart[cell]!;
      const end = record.cellEnd[cell]!;
      const phone = this.list.phoneCells.indexOf(cell);
      if (phone >= 0 && end - start < SHORTEST_CUT) continue;
      const text = cellText(record.bytes, start, end, record.cellQuoted[cell] === 1);
      count += this.add(sink, text, event, at);
      const isCut = isCutDigest(text) && digestsIn(text).length === 0;
      if (phone < 0) readings.push(isCut ? UNREADABLE : readCell(withoutDigests(text)));
      else if (isCut) readings[phone] = UNREADABLE;
      else if (digestsIn(text).length > 0) readings[phone] = readCell(withoutDigests(text));
    }
    return count;
  }

  /**
   * Ends a record. Its numbers say whom it means without its digests where they stand in a phone column, and beside the digest
   * of nobody else. `readings`: of its phone cells first; none where nobody knows which cell is which.
   */
  endRecord(sink: EventSink, readings: readonly CellReading[]): void {
    if (this.#kinds === 0) return;
    this.#owners ??= new DigestOwners((kinds, records) =>
      sink.digests.ofList(this.number).countEntries(kinds, records),
    );
    const persons = readings.filter((reading, phone) => this.#isPersons[phone] && isUsable(reading));
    this.#owners.take(persons.flatMap(everyNumber), this.#first, this.#kinds);
    this.dropRecord();
  }

  /** Ends what is no entry. */
  dropRecord(): void {
    this.#kinds = 0;
  }

  /**
   * Takes the record in which an export carries its proof, which is no entry; false where it is another record. A proof that
   * is not the digest that it should be is exit 4.
   */
  takeProof(sink: EventSink, record: RecordBatch, events: EventReader): boolean {
    if (this.#cells.length === 0 || faultOf(this.list, record) !== undefined || !events.isProof(record)) return false;
    const { bytes, cellStart, cellEnd, cellQuoted, line } = record;
    const digests = this.#cells.flatMap((at) =>
      digestsIn(cellText(bytes, cellStart[at]!, cellEnd[at]!, cellQuoted[at] === 1)),
    );
    const { file } = this.list;
    for (const digest of digests)
      if (!sink.digests.prove(this.number, digest))
        throw new ScrubError(ExitCode.suppressionList, "otherHashKey", [sink.digests.hasKey], {
          file: file.path,
          line,
        });
    return digests.length > 0;
  }
}
