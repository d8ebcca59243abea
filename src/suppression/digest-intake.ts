// The digests of one suppression list on their way into the index: its entries, and the proof that it may carry.
// What else a record holds is intake.ts's work.

import { cellText } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { RecordBatch, RecordView } from "../lists/batch.js";
import { faultOf } from "../lists/fault.js";
import type { OpenedList } from "../lists/open.js";
import type { CellReading } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import type { ListEvent } from "./event.js";
import type { EventReader } from "./event-reader.js";
import type { EventSink } from "./event-sink.js";
import { bitOf, digestsIn, isCutDigest, isDigest, SHORTEST_CUT, withoutDigests } from "./hash-forms.js";

const UNREADABLE: CellReading = { numbers: [], doubtful: [], reason: "not-a-number" };

export class DigestIntake {
  /** The wanted cells that hold digests and no phones, as their columns stand. */
  readonly onlyCells: readonly number[];
  /** The wanted cells, counted from 0, that hold digests. */
  readonly #cells: readonly number[];
  /** The kinds of the record's digests so far, in bits. */
  #kinds = 0;
  #stands = false;

  /** `number`: the list's in the index; `hashes`: its columns of digests. */
  constructor(
    private readonly number: number,
    private readonly list: OpenedList,
    readonly hashes: readonly number[],
  ) {
    this.#cells = hashes.map((column) => list.wanted.indexOf(column));
    this.onlyCells = this.#cells.filter((cell) => !list.phoneCells.includes(cell));
  }

  /**
   * Adds every digest in a text to the record's entry; `event`: undefined where it says nothing any more. Returns how many:
   * the list's proof is none.
   */
  add(sink: EventSink, text: string, event: ListEvent | undefined, record: number): number {
    const digests = digestsIn(text).filter((digest) => !sink.digests.prove(this.number, digest));
    for (const digest of digests) {
      const kind = isDigest(digest)!;
      this.#kinds |= bitOf(kind);
      // Whoever opted in is meant by a column of digests alone.
      if (event === undefined || (event.optIn && this.#cells.length === 0)) continue;
      this.#stands = true;
      sink.addDigest(kind, digest, event, record);
    }
    return digests.length;
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

  /** Ends a record; `hasNumber`: it says whom it means without its digests, too. */
  endRecord(sink: EventSink, hasNumber: boolean): void {
    if (this.#kinds !== 0 && !hasNumber) sink.digests.ofList(this.number).countEntry(this.#kinds, this.#stands);
    this.#kinds = 0;
    this.#stands = false;
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
