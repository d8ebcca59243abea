// What the cells of a suppression record say beyond its channel, or beyond the code of a receipt: `sms` beside `no contactar por ningún
// medio`, or beside a yes to `no_llamar`, suppresses calls, too. The lexicon says what the cells mean.

import type { RecordView } from "../csv/scanner.js";
import { columnsOf, type EventColumns } from "../headers/event-columns.js";
import type { Channel } from "../headers/event-words.js";
import type { DeniedWay } from "../lexicon/channels.js";
import { namesChannel, waysDenied } from "../lexicon/columns.js";
import { CellMemo } from "../lists/cell-memo.js";
import { asksOf, markIn } from "../lists/marks.js";
import type { OpenedList } from "../lists/open.js";

/** The columns in which somebody may have said more. The cells of those with actions and with dates may say it, too. */
export function remarkColumns(header: readonly string[], columns: EventColumns, taken: readonly number[]): number[] {
  if (!saysLess(columns)) return [];
  const known = [...columnsOf(columns), ...columns.dueDates];
  return header.flatMap((name, column) => {
    const { isDeaf, isAsking } = asksOf(name);
    // A column of phones that asks, `no_llamar`, may hold a yes in some of its cells.
    return known.includes(column) || isDeaf || (taken.includes(column) && !isAsking) ? [] : [column];
  });
}

/** A registry's channel is what svscrub made of all words. */
function saysLess({ kind, channels, errorCode }: EventColumns): boolean {
  return kind !== "registry" && (channels.length > 0 || errorCode !== undefined);
}

const NONE: readonly DeniedWay[] = [];

/** What a cell says: whether it asks for silence, and by which ways. */
interface Remark {
  asks: boolean;
  ways: readonly DeniedWay[];
}

export class Remarks {
  readonly #beside: readonly CellMemo<Remark>[];
  readonly #ofActions: readonly CellMemo<Remark>[];

  /** `at`: where a column's cell stands among the record's wanted ones. */
  constructor(
    { header, columns: phones }: Pick<OpenedList, "header" | "columns">,
    columns: EventColumns,
    at: (column: number) => number,
  ) {
    const memo = (column: number) => {
      const name = header?.[column] ?? "";
      const question = asksOf(name);
      // Whatever stands under the name of a channel says something of it.
      const isOfChannel = namesChannel(name);
      const says = phones.includes(column) ? /^\D+$/ : /\S/;
      return new CellMemo(at(column), (text): Remark => {
        const asks = markIn(question, text) !== undefined;
        return { asks, ways: says.test(text) && (isOfChannel || asks) ? waysDenied(name, text) : NONE };
      });
    };
    const isTold = saysLess(columns);
    this.#beside = isTold ? columns.remarks.map(memo) : [];
    this.#ofActions = isTold ? columns.actions.map(memo) : [];
  }

  /** Whether any cell beside the action of a record may say more. */
  get areAny(): boolean {
    return this.#beside.length > 0;
  }

  /** Whether they ask to be left alone. */
  ask(record: RecordView): boolean {
    return [...this.#beside, ...this.#ofActions].some((cell) => cell.of(record).asks);
  }

  /** Whether they deny more than the channel that is named. */
  sayMoreThan(named: Channel, record: RecordView): boolean {
    const isOther = (way: DeniedWay) => way !== named && (way !== "written" || named === "call");
    return [...this.#ofActions, ...this.#beside].some((cell) => cell.of(record).ways.some(isOther));
  }

  /** Whether the action speaks of no channel. */
  isPlainAction(record: RecordView): boolean {
    return this.#ofActions.every((cell) => cell.of(record).ways.length === 0);
  }
}
