// Prepares the phone lists of a run: finds the columns that they share, and reads their marks where that comes first.

import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { type InputFile, type Kept, openInput, StreamInput } from "../files/input.js";
import { batchesOf } from "../lists/batches.js";
import { CellMemo } from "../lists/cell-memo.js";
import { columnName } from "../lists/column-names.js";
import { asksForConsent, isEmpty } from "../lists/marks.js";
import { Occurrences } from "../lists/occurrences.js";
import { type OpenedList, openList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { listName } from "../lists/table.js";
import { askedColumns } from "../lists/watch.js";
import type { Channel } from "../suppression/event.js";
import { type Marks, readOtherCells } from "./in-list-opt-outs.js";

export interface PhoneListPlan {
  path: string;
  /** The list's name in options, if one was given. */
  named?: string;
  overrides: ListOverrides;
}

/** A phone list whose columns are known. `close` it in the end. */
export class PhoneList {
  /** Its SHA-256 when it was read for marks. */
  sha256: string | undefined;
  /** The list as it was opened for its columns, which the first reading uses. */
  #opened: OpenedList | undefined;
  /** The bytes of a stream that is read again. */
  #kept: Kept | undefined;
  /** What later readings need not detect. */
  #again: ListOverrides;
  readonly #header: string | undefined;
  readonly #columns: readonly number[];
  /** Its columns ask about opt-outs or consent, or its sheet has marks outside its cells. */
  readonly asks: boolean;

  private constructor(
    readonly plan: PhoneListPlan,
    private readonly input: InputFile,
    opened: OpenedList,
  ) {
    const { header, headerRow, columns, watch } = opened;
    this.#opened = opened;
    this.#header = header?.join("\0");
    this.#columns = columns;
    const known = { header: header !== undefined, columns };
    this.#again = { ...plan.overrides, ...(headerRow !== undefined && { headerRow }), known };
    this.asks = askedColumns(watch).length > 0 || watch.marks !== undefined;
  }

  /** Opens a list to learn its columns. A file that is one of several is closed: thousands can't be open at once. */
  static async prepare(plan: PhoneListPlan, isOneOf: boolean): Promise<PhoneList> {
    const input = openInput(plan.path, ExitCode.phoneList);
    if (input instanceof StreamInput) input.remembered = [];
    const list = new PhoneList(plan, input, await openList(input, "phone-list", ExitCode.phoneList, plan.overrides));
    if (isOneOf && !(input instanceof StreamInput)) list.close();
    return list;
  }

  get canBeReadAgain(): boolean {
    return !(this.input instanceof StreamInput) || this.#kept !== undefined;
  }

  /**
   * Takes over the phone columns of all lists with the same header: in one of them a column may hold no number yet.
   * `keepsStream`: a stream is kept while it is read, to be read again.
   */
  settle(lists: readonly PhoneList[], keepsStream: boolean): void {
    if (this.input instanceof StreamInput) {
      if (keepsStream) this.#kept = this.input.keep();
      else this.input.remembered = undefined;
    } else if (this.#header !== undefined && this.plan.overrides.columns.length === 0) {
      const alike = lists.filter((list) => list.#header === this.#header);
      const columns = [...new Set(alike.flatMap((list) => list.#columns))].sort((a, b) => a - b);
      this.#again = { ...this.#again, known: { header: true, columns } };
    }
  }

  /** Opens it, a second time only if `canBeReadAgain`. Refuses another file at its path. */
  async open(): Promise<OpenedList> {
    const opened = this.#opened;
    this.#opened = undefined;
    if (opened !== undefined) return opened;
    const { path } = this.plan;
    const list = await openList(this.#kept?.open() ?? path, "phone-list", ExitCode.phoneList, this.#again);
    if (this.#kept !== undefined || list.file.identity === this.input.identity) return list;
    list.file.close();
    throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: path });
  }

  /** Reads a stream that is kept to its end, so that it can be read again. */
  async readRest(): Promise<void> {
    if (this.input instanceof StreamInput && this.#kept !== undefined) await this.input.readRest();
  }

  close(): void {
    this.#opened?.file.close();
    this.#opened = undefined;
    this.#kept?.close();
  }
}

/** Reads the marks of all lists, before any record is judged. Warns of empty cells about consent. */
export async function readMarks(lists: readonly PhoneList[], marks: Marks, channel: Channel): Promise<Warning[]> {
  const warnings: Warning[] = [];
  marks.beginReading();
  for (const ready of lists) {
    const list = await ready.open();
    try {
      warnings.push(...(await readMarksOf(list, marks, channel)));
      ready.sha256 = list.file.digest();
    } finally {
      list.file.close();
    }
  }
  marks.areRead = true;
  return warnings;
}

async function readMarksOf(list: OpenedList, marks: Marks, channel: Channel): Promise<Warning[]> {
  const consents = list.watch.questions.flatMap((question, column) =>
    asksForConsent(question) && list.wanted.includes(column)
      ? [{ column, cells: new CellMemo(list.wanted.indexOf(column), isEmpty), empty: new Occurrences() }]
      : [],
  );
  let record = 0;
  for await (const batch of batchesOf(list, ExitCode.phoneList)) {
    for (let i = 0; i < batch.count; i++) {
      record++;
      batch.select(i);
      for (const { cells, empty } of consents) if (cells.of(batch)) empty.add(batch.line);
      if (batch.usesOtherColumns) marks.add(list, batch, readOtherCells(list, batch, channel), record);
    }
  }
  marks.endList(record);
  return consents.flatMap(({ column, empty: { count, lines } }): Warning[] =>
    count === 0 ? [] : [{ code: "consent-empty", values: [listName(list), columnName(list, column), count, lines] }],
  );
}
