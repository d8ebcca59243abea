// How a registry does: what it holds.

import type { RecordScanner } from "../csv/scanner.js";
import { LEDGER_COLUMNS } from "../headers/registry-columns.js";
import { CellMemo } from "../lists/cell-memo.js";
import type { OnProgress } from "../lists/progress.js";
import type { Channel } from "../suppression/event.js";
import { plainMoment } from "../time/dates.js";
import { Book } from "./book.js";
import { type LedgerFile, refuseMissing, withLedger } from "./ledger.js";
import { type LedgerAction, type LedgerEvent, momentOf, sayable } from "./ledger-event.js";

/** What one look at all events of a registry tells. */
export interface LookedOver {
  byAction: ReadonlyMap<string, number>;
  byChannel: ReadonlyMap<string, number>;
  bySource: ReadonlyMap<string, number>;
  newest: LedgerEvent | undefined;
  /** The line that was left unfinished. */
  tornLine: number | undefined;
  book: Book;
  /** Where the event stands behind which something is asked; undefined where it was not met. */
  since: number | undefined;
}

/** How the registry in a file does, which must be there. */
export function readStatus(file: string, now: Date, onProgress?: OnProgress): LookedOver {
  refuseMissing(file);
  return withLedger(file, "registry", (ledger) => lookOver(ledger, now, { onProgress }));
}

/** Lines that certainly are events as a registry holds them are counted as bytes; the others are read. `since`: the id of an event. */
export function lookOver(
  ledger: LedgerFile,
  now: Date,
  { since, onProgress }: { since?: string | undefined; onProgress?: OnProgress | undefined } = {},
): LookedOver {
  const book = new Book(now.getTime() / 1000, ledger.size / LINE_BYTES);
  const [actions, channels, sources] = [new Counts("action"), new Counts("channel"), new Counts("source", sayable)];
  const requested = new CellMemo(REQUESTED, momentOf);
  const sinceId = since === undefined ? undefined : Buffer.from(since);
  let [newest, sinceStart]: (number | undefined)[] = [];
  const { tornLine } = ledger.walk(({ cells, start, key }) => {
    const [action, channel] = [actions.count(cells), channels.count(cells)];
    sources.count(cells);
    const asked = plainMoment(cells, REQUESTED) ?? requested.of(cells);
    book.add(key(), start, action as LedgerAction, channel as Channel, asked);
    newest = start;
    if (sinceId !== undefined && isText(cells, EVENT, sinceId)) sinceStart ??= start;
    if ((book.count & OFTEN) === 0) onProgress?.({ share: start / ledger.size, records: book.count });
  });
  book.takeBack((places) => ledger.eventsAt(places));
  return {
    byAction: actions.found,
    byChannel: channels.found,
    bySource: sources.found,
    newest: newest === undefined ? undefined : ledger.eventsAt([newest])[0],
    tornLine,
    book,
    since: sinceStart,
  };
}

/** Most lines are longer. */
const LINE_BYTES = 128;
/** Whoever watches is told as often as there are lines in a few windows. */
const OFTEN = 0x3fff;
const EVENT = LEDGER_COLUMNS.indexOf("event");
const REQUESTED = LEDGER_COLUMNS.indexOf("requested_at");

/** How often a column has each of its texts. */
class Counts {
  readonly #events = new Map<string, { text: string; events: number }>();
  readonly #memo: CellMemo<{ text: string; events: number }>;

  constructor(column: (typeof LEDGER_COLUMNS)[number], said = (text: string) => text) {
    this.#memo = new CellMemo(LEDGER_COLUMNS.indexOf(column), (cell) => {
      const text = said(cell);
      const count = this.#events.get(text) ?? { text, events: 0 };
      this.#events.set(text, count);
      return count;
    });
  }

  /** Counts the text of a line, and returns it. */
  count(line: RecordScanner): string {
    const count = this.#memo.of(line);
    count.events++;
    return count.text;
  }

  get found(): ReadonlyMap<string, number> {
    return new Map([...this.#events].map(([text, { events }]) => [text, events]));
  }
}

/** Whether a cell is a text, as its bytes stand there. */
function isText({ bytes, cellStart, cellEnd }: RecordScanner, cell: number, text: Buffer): boolean {
  return text.equals(bytes.subarray(cellStart[cell]!, cellEnd[cell]!));
}
