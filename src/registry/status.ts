// Counts what a registry holds, and keeps its book.

import { sayable } from "../phone/format.js";
import type { Channel } from "../suppression/event.js";
import { plainMoment } from "../time/dates.js";
import { Book } from "./book.js";
import { columnReader, type LedgerFile, type LedgerLine, refuseMissing, withLedger } from "./ledger.js";
import { type LedgerAction, momentOf } from "./ledger-event.js";

const Counts = Map<string, number>;

export type RegistryStatus = ReturnType<typeof readStatus>;

export function readStatus(file: string, now: Date) {
  const [byAction, byChannel, bySource] = [new Counts(), new Counts(), new Counts()];
  const sources = columnReader("source", sayable);
  const count = ({ cells }: LedgerLine, action: LedgerAction, channel: Channel) => {
    byAction.set(action, (byAction.get(action) ?? 0) + 1);
    byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1);
    const source = sources.of(cells);
    bySource.set(source, (bySource.get(source) ?? 0) + 1);
  };
  refuseMissing(file);
  const booked = withLedger(file, "registry", (ledger) => bookOf(ledger, now, count));
  return { ...booked, byAction, byChannel, bySource };
}

/** Builds the book of a registry in one walk. `show` sees each line. */
export function bookOf(
  ledger: LedgerFile,
  now: Date,
  show: (line: LedgerLine, action: LedgerAction, channel: Channel) => void,
) {
  const book = new Book(now.getTime() / 1000);
  const actions = columnReader("action", (text) => text as LedgerAction);
  const channels = columnReader("channel", (text) => text as Channel);
  const requested = columnReader("requested_at", momentOf);
  const newest: number[] = [];
  const { tornLine } = ledger.walk((line) => {
    const { cells, start } = line;
    const [action, channel] = [actions.of(cells), channels.of(cells)];
    book.add(line.key(), start, action, channel, plainMoment(cells, requested.at) ?? requested.of(cells));
    newest[0] = start;
    show(line, action, channel);
  });
  book.takeBack((places) => ledger.eventsAt(places));
  return { book, newest: ledger.eventsAt(newest)[0], tornLine };
}
