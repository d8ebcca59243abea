// Prepares the phone lists of a run: finds the columns that they share, and reads their marks where that comes first.

import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { type InputFile, openInput, type Spool, StreamInput } from "../files/input.js";
import { batchesOf } from "../lists/batches.js";
import { CellMemo } from "../lists/cell-memo.js";
import { columnName } from "../lists/column-names.js";
import { askedColumns } from "../lists/column-roles.js";
import { asksForConsent, isEmpty } from "../lists/marks.js";
import { Occurrences } from "../lists/occurrences.js";
import { type OpenedList, openList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { listName } from "../lists/table.js";
import type { Channel } from "../suppression/event.js";
import type { InListOptOuts } from "./in-list-opt-outs.js";
import { readOtherCells } from "./record-says.js";

export interface PhoneListPlan {
  path: string;
  /** The list's name in options, if one was given. */
  named?: string;
  overrides: ListOverrides;
}

/** A phone list whose columns are known. `close` it in the end. */
export class PhoneList {
  /** Its SHA-256 when it was read for marks; undefined before. */
  sha256: string | undefined;
  /** The list as it was opened for its columns, which the first reading uses. */
  #opened: OpenedList | undefined;
  /** The bytes of a stream, if it may be read again. */
  #spool: Spool | undefined;
  /** How later readings open it: with what the first detected. */
  #again: ListOverrides;
  readonly #header: string | undefined;
  readonly #columns: readonly number[];
  /** Whether its columns ask about opt-outs or consent, or its sheet has marks outside its cells. */
  readonly asks: boolean;

  private constructor(
    readonly plan: PhoneListPlan,
    private readonly input: InputFile,
    opened: OpenedList,
  ) {
    const { header, headerRow, columns, roles } = opened;
    this.#opened = opened;
    this.#header = header?.join("\0");
    this.#columns = columns;
    const known = { header: header !== undefined, columns };
    this.#again = { ...plan.overrides, ...(headerRow !== undefined && { headerRow }), known };
    this.asks = askedColumns(roles).length > 0 || roles.marks !== undefined;
  }

  /** Opens a list to learn its columns. A file that is one of several is closed: thousands can't be open at once. */
  static async prepare(plan: PhoneListPlan, isOneOf: boolean): Promise<PhoneList> {
    const input = openInput(plan.path, ExitCode.phoneList);
    if (input instanceof StreamInput) input.mayBeSpooled = true;
    const list = new PhoneList(plan, input, await openList(input, "phone-list", ExitCode.phoneList, plan.overrides));
    if (isOneOf && !(input instanceof StreamInput)) list.close();
    return list;
  }

  get canBeReadAgain(): boolean {
    return !(this.input instanceof StreamInput) || this.#spool !== undefined;
  }

  /** Takes over the phone columns of all lists with the same header. `spools`: whether a stream must be readable again. */
  settle(lists: readonly PhoneList[], spools: boolean): void {
    if (this.input instanceof StreamInput) {
      if (spools) this.#spool = this.input.spool();
      else this.input.mayBeSpooled = false;
    } else if (this.#header !== undefined && this.plan.overrides.columns.length === 0) {
      // In one of them a column may hold no number yet.
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
    const list = await openList(this.#spool?.open() ?? path, "phone-list", ExitCode.phoneList, this.#again);
    if (this.#spool !== undefined || list.file.identity === this.input.identity) return list;
    list.file.close();
    throw new ScrubError(ExitCode.phoneList, "changedWhileRead", [], { file: path });
  }

  /** Reads a spooled stream to its end, so that it can be read again. */
  async readRest(): Promise<void> {
    if (this.input instanceof StreamInput && this.#spool !== undefined) await this.input.readRest();
  }

  close(): void {
    this.#opened?.file.close();
    this.#opened = undefined;
    this.#spool?.close();
  }
}

/** Reads the marks of all lists, before any record is judged. Warns of empty cells about consent. */
export async function readMarks(
  lists: readonly PhoneList[],
  marks: InListOptOuts,
  channel: Channel,
): Promise<Warning[]> {
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

async function readMarksOf(list: OpenedList, marks: InListOptOuts, channel: Channel): Promise<Warning[]> {
  const consents = list.roles.questions.flatMap((question, column) =>
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
