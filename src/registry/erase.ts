// Takes out of a ledger what it says of a person, but for what suppresses them: the number, the action, the channel, the dates, and
// the ids. The file is replaced at once, under its lock.

import { replaceFile } from "../files/append.js";
import { withLock } from "../files/lock.js";
import { columnReader, type LedgerLine, refuseMissing, withLedger } from "./ledger.js";
import { bared, encodeEvents, isBare, type LedgerEvent, phoneKey } from "./ledger-event.js";
import { changeReviews } from "./reviewed.js";

/** Returns how many events are of these people, how many lines and reviews lost something, and the numbers that are not there. */
export function erase(phones: ReadonlySet<string>, registry: string, reviews: string | undefined) {
  return withLock(registry, async () => {
    const erased = eraseInLedger(phones, registry);
    return { ...erased, reviews: reviews === undefined ? 0 : await eraseInReviews(phones, reviews) };
  });
}

function eraseInLedger(phones: ReadonlySet<string>, file: string) {
  const keys = new Set([...phones].map(phoneKey));
  const senders = columnReader("sender", (text) => phones.has(text));
  const found: string[] = [];
  const edits: { start: number; end: number; line: string }[] = [];
  const visit = (line: LedgerLine) => {
    if (!keys.has(line.key()) && !senders.of(line.cells)) return;
    const event = line.event();
    const isTheirs = phones.has(event.phone);
    if (isTheirs) found.push(event.phone);
    if (isTheirs && isBare(event)) return;
    const { start, cells } = line;
    const end = start + cells.nextStart - cells.start;
    edits.push({ start, end, line: encodeEvents([withoutTelling(event, phones)], "registry") });
  };
  refuseMissing(file);
  return withLedger(file, "registry", (ledger) => {
    const { length, tornLine } = ledger.walk(visit);
    function* parts(): Generator<Uint8Array> {
      let kept = 0;
      for (const { start, end, line } of [...edits, { start: length, end: length, line: "" }]) {
        yield* ledger.pieces(kept, start);
        yield Buffer.from(line);
        kept = end;
      }
    }
    // What a killed run left unfinished may be of anybody.
    if (edits.length > 0 || tornLine !== undefined) replaceFile(file, parts());
    const unknown = [...phones].filter((phone) => !found.includes(phone));
    return { events: found.length, emptied: edits.length, unknown, tornLine };
  });
}

function withoutTelling(event: LedgerEvent, phones: ReadonlySet<string>): LedgerEvent {
  return phones.has(event.phone) ? bared(event) : { ...event, sender: "" };
}

/** Takes out what was written. A review goes on to suppress, and its reason still says what kind of request it is. */
function eraseInReviews(phones: ReadonlySet<string>, file: string): Promise<number> {
  return changeReviews(file, (event) => {
    if (!phones.has(event.phone) && !phones.has(event.sender)) return event;
    const without = { ...withoutTelling(event, phones), reason: event.reason, message: "" };
    return JSON.stringify(without) === JSON.stringify(event) ? event : without;
  });
}
