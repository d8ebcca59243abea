// What a ledger says of a person is taken out of it, but for what bars them: the number, the action, the channel, the dates, and
// the ids by which events are known. The file is written anew, at once and under its lock.

import type { RecordScanner } from "../csv/scanner.js";
import { replaceFile } from "../files/append.js";
import { withLock } from "../files/lock.js";
import { encodeEvents, Glance, openRegistryFile, phoneKey, rewriteReviews } from "./ledger.js";
import { LEDGER_COLUMNS, type LedgerEvent, neededEvidence } from "./ledger-event.js";
import { openReviews } from "./reviewed.js";

export interface Erased {
  /** Lines of these people, and those of which something was taken out, also where only their number stood in another's. */
  events: number;
  emptied: number;
  /** Of the numbers those of which the registry holds no event. */
  unknown: readonly string[];
  /** Rows of the reviews of which something was taken out. */
  reviews: number;
  tornLine: number | undefined;
}

/** `reviews`: the file of what waits for a decision, in which they are taken out of, too. Repeated, it finds nothing more. */
export function erase(phones: ReadonlySet<string>, registry: string, reviews: string | undefined): Promise<Erased> {
  return withLock(registry, async () => {
    const erased = eraseInLedger(phones, registry);
    return { ...erased, reviews: reviews === undefined ? 0 : await eraseInReviews(phones, reviews) };
  });
}

function eraseInLedger(phones: ReadonlySet<string>, file: string): Omit<Erased, "reviews"> {
  const mayTell = mayTellOf(phones);
  const found = new Set<string>();
  const edits: { start: number; end: number; line: string }[] = [];
  let events = 0;
  const bared = (event: LedgerEvent) => {
    if (phones.has(event.phone)) {
      events++;
      found.add(event.phone);
    }
    return withoutTelling(event, phones);
  };
  const ledger = openRegistryFile(file);
  try {
    const { last, lastStart, tornLine } = ledger.walk((scanner, event, start) => {
      if (!mayTell(scanner)) return;
      const without = bared(event());
      const end = start + scanner.nextStart - scanner.start;
      if (without !== undefined) edits.push({ start, end, line: encodeEvents([without]) });
    });
    // An event without a line end stands behind the whole lines.
    const without = last && bared(last);
    const emptied = edits.length + (without === undefined ? 0 : 1);
    // What a killed run left unfinished may be of anybody.
    if (emptied > 0 || tornLine !== undefined) {
      const parts: Uint8Array[] = [];
      let kept = 0;
      for (const { start, end, line } of edits) {
        parts.push(ledger.bytes(kept, start), Buffer.from(line));
        kept = end;
      }
      parts.push(ledger.bytes(kept, lastStart), Buffer.from(last === undefined ? "" : encodeEvents([without ?? last])));
      replaceFile(file, Buffer.concat(parts));
    }
    return { events, emptied, unknown: [...phones].filter((phone) => !found.has(phone)), tornLine };
  } finally {
    ledger.close();
  }
}

const SENDER = LEDGER_COLUMNS.indexOf("sender");

/** Tells the lines that may be of these people, or name one as a sender, without reading the others. */
function mayTellOf(phones: ReadonlySet<string>): (scanner: RecordScanner) => boolean {
  const glance = new Glance("registry");
  const keys = new Set([...phones].map(phoneKey));
  return (scanner) => {
    const phone = glance.phoneOf(scanner);
    if (keys.has(phone) || phone === 0) return true;
    const [start, end] = [scanner.cellStart[SENDER]!, scanner.cellEnd[SENDER]!];
    return (
      end > start &&
      phones.has(Buffer.from(scanner.bytes.buffer, scanner.bytes.byteOffset + start, end - start).toString("latin1"))
    );
  };
}

/** Undefined where an event tells nothing of these people that is not needed. */
function withoutTelling(event: LedgerEvent, phones: ReadonlySet<string>): LedgerEvent | undefined {
  const { phone, action, source, sender, reason, evidence } = event;
  if (!phones.has(phone)) return phones.has(sender) ? { ...event, sender: "" } : undefined;
  const needed = neededEvidence({ action, evidence });
  if (source + sender + reason === "" && evidence === needed) return undefined;
  return { ...event, source: "", sender: "", reason: "", evidence: needed };
}

/** What waits for a decision goes on to bar, and its reason still says what kind of request it is; what was written is gone. */
async function eraseInReviews(phones: ReadonlySet<string>, file: string): Promise<number> {
  return withLock(file, async () => {
    const { events } = await openReviews(file);
    let count = 0;
    const left = events.map((event) => {
      const isOwn = phones.has(event.phone);
      if (!isOwn && !phones.has(event.sender)) return event;
      const { source, evidence } = isOwn ? { source: "", evidence: neededEvidence(event) } : event;
      const without = { ...event, source, evidence, sender: "", message: "" };
      if (JSON.stringify(without) !== JSON.stringify(event)) count++;
      return without;
    });
    if (count > 0) rewriteReviews(file, left);
    return count;
  });
}
