// The digests of one suppression list on their way into the index: its entries, and the proof that it may carry.
// What else a record holds is intake.ts's work.

import { cellText } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import { namesKeyedDigests } from "../headers/hash-names.js";
import type { RecordBatch } from "../lists/batch.js";
import { columnName } from "../lists/column-names.js";
import { faultOf } from "../lists/fault.js";
import type { OpenedList } from "../lists/open.js";
import { numbersInOtherColumn } from "../phone/read.js";
import type { ListEvent } from "./event.js";
import type { EventReader } from "./event-reader.js";
import { type Digest, digestsIn } from "./hash-forms.js";
import type { SuppressionIndex } from "./suppression-index.js";

export class DigestIntake {
  /** The wanted cells, counted from 0, that hold digests. */
  readonly #cells: readonly number[];

  /** `number`: the list's in the index; `hashes`: its columns of digests. One that is named as made with a key needs one. */
  constructor(
    private readonly index: SuppressionIndex,
    private readonly number: number,
    private readonly list: OpenedList,
    readonly hashes: readonly number[],
  ) {
    this.#cells = hashes.map((column) => list.wanted.indexOf(column));
    const keyed = hashes.find((column) => namesKeyedDigests(list.header?.[column] ?? ""));
    if (keyed !== undefined && !index.digests.hasKey)
      throw new ScrubError(ExitCode.suppressionList, "hashKeyNeeded", [columnName(list, keyed)], {
        file: list.file.path,
      });
  }

  /**
   * Adds digests to the record's entry; `event`: undefined where it says nothing any more. Returns how many: the list's proof
   * is none.
   */
  add(found: readonly Digest[], event: ListEvent | undefined, record: number): number {
    const digests = found.filter((digest) => !this.index.digests.prove(this.number, digest));
    for (const digest of digests) {
      // An opt-in applies to the column of digests alone. A list whose entries all expired needs its proof all the same.
      if (event === undefined || (event.optIn && this.#cells.length === 0))
        this.index.digests.ofList(this.number).count(digest.kind, false);
      else this.index.addDigest(digest, event, record);
    }
    return digests.length;
  }

  /**
   * Adds the digests in a text of an entry, and returns how many, and what else stands there. Beside a number, in a list
   * without a column of them, a digest is an id.
   */
  take(text: string, event: ListEvent | undefined, record: number): { digests: number; rest: string } {
    const { digests, rest } = digestsIn(text);
    if (digests.length === 0) return { digests: 0, rest };
    const areMeant = this.hashes.length > 0 || numbersInOtherColumn(rest).length === 0;
    return { digests: areMeant ? this.add(digests, event, record) : 0, rest };
  }

  /**
   * Takes the record in which an export carries its proof, which is no entry; false where it is another record. A proof that
   * is not the digest that it should be is exit 4.
   */
  takeProof(record: RecordBatch, events: EventReader): boolean {
    if (this.#cells.length === 0 || faultOf(this.list, record) !== undefined || !events.isProof(record)) return false;
    const { bytes, cellStart, cellEnd, cellQuoted, line } = record;
    const digests = this.#cells.flatMap(
      (at) => digestsIn(cellText(bytes, cellStart[at]!, cellEnd[at]!, cellQuoted[at] === 1)).digests,
    );
    const { file } = this.list;
    for (const digest of digests)
      if (!this.index.digests.prove(this.number, digest))
        throw new ScrubError(ExitCode.suppressionList, "otherHashKey", [this.index.digests.hasKey], {
          file: file.path,
          line,
        });
    return digests.length > 0;
  }
}
