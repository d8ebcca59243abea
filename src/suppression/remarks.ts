// What the words of a suppression record say beyond its channel, or beyond the code of a receipt: `sms` beside `no contactar por ningún
// medio` bars every channel. What people mean by their words is replies/'s work.

import type { RecordView } from "../csv/scanner.js";
import { columnsOf, type EventColumns } from "../headers/event-columns.js";
import { actionOf, foldWords, isDelivery } from "../headers/event-words.js";
import { isOfOtherThings } from "../headers/harmless-words.js";
import { CellMemo } from "../lists/cell-memo.js";

/** Reads what somebody noted of a person. */
export type NoteReader = Pick<typeof import("../replies/notes.js"), "asksInNote" | "endsAllInNote">;

/** The columns in which somebody may have said more. The cells of those with actions may say it, too. */
export function remarkColumns(header: readonly string[], columns: EventColumns, taken: readonly number[]): number[] {
  if (!saysLess(columns)) return [];
  const known = [...taken, ...columnsOf(columns), ...columns.besideDates, ...columns.dueDates];
  return header.flatMap((name, column) => (known.includes(column) || isOfOtherThings(name) ? [] : [column]));
}

/** Loads what reads them; undefined where no other cell can say more than the channel of a record. */
export async function noteReader(columns: EventColumns): Promise<NoteReader | undefined> {
  const isTold = saysLess(columns) && columns.remarks.length + columns.actions.length > 0;
  return isTold ? import("../replies/notes.js") : undefined;
}

/** A registry's channel is what svscrub made of all words. */
function saysLess({ kind, channels, errorCode }: EventColumns): boolean {
  return kind !== "registry" && (channels.length > 0 || errorCode !== undefined);
}

type Cells = readonly CellMemo<boolean>[];

export class Remarks {
  readonly #asking: Cells;
  readonly #endingAll: Cells;

  /** `at`: where a column's cell stands among the record's wanted ones. */
  constructor({ remarks, actions }: EventColumns, at: (column: number) => number, notes: NoteReader | undefined) {
    const memo = (read: (text: string) => boolean) => (column: number) => new CellMemo(at(column), read);
    const isAction = (text: string) => actionOf(text, false) !== undefined;
    const asks = memo(
      (text) =>
        !isOfDelivery(text) && (actionOf(text, false) === "opt-out" || (mayAsk(text) && notes!.asksInNote(text))),
    );
    const endsAll = (text: string) => mayAsk(text) && notes!.endsAllInNote(text);
    this.#asking = notes === undefined ? [] : [...remarks, ...actions].map(asks);
    // `no contactar` as an action is what every opt-out says.
    const ofAction = memo((text) => !isAction(text) && endsAll(text));
    this.#endingAll = notes === undefined ? [] : [...remarks.map(memo(endsAll)), ...actions.map(ofAction)];
  }

  /** Whether they ask to be left alone. */
  ask(record: RecordView): boolean {
    return this.#asking.some((cell) => cell.of(record));
  }

  /** Whether they ask that on every channel. */
  endAll(record: RecordView): boolean {
    return this.#endingAll.some((cell) => cell.of(record));
  }
}

/** Without such a word a note asks for nothing: to read the words of a hundred thousand names takes seconds. */
const ASKING =
  /\b(?:n[io]|not|dont|nada|nadie|ning\w*|none|nunca|jamas|never|tod\w+|all|any\w*|every\w*|cualq\w*|total\w*|compl\w*|stop\w*|alto|basta|bajas?|dad[oa]|dar(?:me|l[eo])?|quit\w*|sa[cq]\w*|elimin\w*|borr\w*|dej\w*|par[ae]\w*|remov\w*|remuev\w*|delet\w*|end|out|optout|canc\w*|des\w*|unsub\w*|exclu\w*|prohib\w*|bloq\w*|block\w*|revo\w*|pi[dt]\w*|solicit\w*|molest\w*|dn[ct]|sin|solo|only|salir|cerrar)\b/;

function mayAsk(text: string): boolean {
  return /\p{L}{2}/u.test(text) && ASKING.test(foldWords(text));
}

/** What became of a message is nobody's wish: `rejected` by the network. */
function isOfDelivery(text: string): boolean {
  return (
    isDelivery(text) || /^(?:rejected|rechazado|expired|buffered|accepted|undeliverable|deleted)$/.test(foldWords(text))
  );
}
