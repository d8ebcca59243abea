// What a ledger says of a person is taken out of it, but for what bars them: the number, the action, the channel, the dates, and
// the ids by which events are known. The file is written anew, at once and under its lock.

import { randomUUID } from "node:crypto";
import type { RecordScanner } from "../csv/scanner.js";
import { replaceFile } from "../files/append.js";
import { withLock } from "../files/lock.js";
import { LEDGER_COLUMNS } from "../headers/registry-columns.js";
import { everyNumber } from "../phone/number.js";
import { numbersInOtherColumn, readCell } from "../phone/read.js";
import { timestampInElSalvador } from "../text/values.js";
import { Glance, NO_PHONE } from "./glance.js";
import { encodeEvents, openRegistryFile, rewriteReviews } from "./ledger.js";
import {
  bared,
  identityOf,
  isBare,
  type LedgerEvent,
  NAMED,
  neededEvidence,
  phoneKey,
  placeIn,
} from "./ledger-event.js";
import { openReviews } from "./reviewed.js";

export interface Erased {
  /** Lines of these people, and those of which something was taken out, also where only their number stood in another's. */
  events: number;
  emptied: number;
  /** Events for other people whom these lines named, and barred by it. */
  others: number;
  /** Of the numbers those of which the registry holds no event. */
  unknown: readonly string[];
  /** Rows of the reviews of which something was taken out. */
  reviews: number;
  tornLine: number | undefined;
}

/** `reviews`: the file of what waits for a decision, in which they are taken out of, too. Repeated, it finds nothing more. */
export function erase(
  phones: ReadonlySet<string>,
  registry: string,
  reviews: string | undefined,
  now: Date,
): Promise<Erased> {
  return withLock(registry, async () => {
    const erased = eraseInLedger(phones, registry, now);
    return { ...erased, reviews: reviews === undefined ? 0 : await eraseInReviews(phones, reviews) };
  });
}

function eraseInLedger(phones: ReadonlySet<string>, file: string, now: Date): Omit<Erased, "reviews"> {
  const mayTell = mayTellOf(phones);
  const found = new Set<string>();
  const edits: { start: number; end: number; line: string }[] = [];
  let events = 0;
  const others = new Map<string, LedgerEvent>();
  const take = (event: LedgerEvent) => {
    if (phones.has(event.phone)) {
      events++;
      found.add(event.phone);
    }
    const without = withoutTelling(event, phones);
    if (without !== undefined && phones.has(event.phone))
      for (const other of othersBarred(event)) others.set(identityOf(other), barring(other, phones, now));
    return without;
  };
  const ledger = openRegistryFile(file);
  try {
    const { last, lastStart, tornLine } = ledger.walk((scanner, event, start) => {
      if (!mayTell(scanner)) return;
      const without = take(event());
      const end = start + scanner.nextStart - scanner.start;
      if (without !== undefined) edits.push({ start, end, line: encodeEvents([without]) });
    });
    // An event without a line end stands behind the whole lines.
    const without = last && take(last);
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
      if (others.size > 0) parts.push(Buffer.from(encodeEvents([...others.values()])));
      replaceFile(file, Buffer.concat(parts));
    }
    return {
      events,
      emptied,
      others: others.size,
      unknown: [...phones].filter((phone) => !found.has(phone)),
      tornLine,
    };
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
    if (keys.has(phone) || phone === NO_PHONE) return true;
    const [start, end] = [scanner.cellStart[SENDER]!, scanner.cellEnd[SENDER]!];
    return (
      end > start &&
      phones.has(Buffer.from(scanner.bytes.buffer, scanner.bytes.byteOffset + start, end - start).toString("latin1"))
    );
  };
}

/** Undefined where an event tells nothing of these people that is not needed. */
function withoutTelling(event: LedgerEvent, phones: ReadonlySet<string>): LedgerEvent | undefined {
  if (!phones.has(event.phone)) return phones.has(event.sender) ? { ...event, sender: "" } : undefined;
  return isBare(event) ? undefined : bared(event);
}

type BarredBeside = Omit<LedgerEvent, "event" | "recordedAt">;

/** What an event says as a list of the other people whose numbers stand in what is taken out of it. */
function othersBarred({ phone, action, channel, requestedAt, source, reason, evidence }: LedgerEvent): BarredBeside[] {
  const cells = [source, reason, placeIn(evidence)];
  const said = { action: "opt-out", source: "", sender: "", reason: "", evidence: "" } as const;
  // Of a record over several lines nobody knows where another begins, so all of it bars for good.
  const spansLines = cells.some((cell) => /[\r\n]/.test(cell));
  if (!spansLines && (action === "opt-in" || action === "settled")) return [];
  const numbers = new Set(cells.flatMap(spansLines ? everyNumberIn : numbersInOtherColumn));
  numbers.delete(phone);
  const when = spansLines ? ({ channel: "any", requestedAt: "" } as const) : { channel, requestedAt };
  return [...numbers].map((other) => ({ ...said, ...when, phone: other }));
}

function everyNumberIn(cell: string): string[] {
  return everyNumber(readCell(cell));
}

/** Of whoever is erased, too, no more is said than what bars them. */
function barring(other: BarredBeside, phones: ReadonlySet<string>, now: Date): LedgerEvent {
  const from = phones.has(other.phone) ? {} : { source: "manual", evidence: "registry erase" };
  return { ...other, ...from, event: randomUUID(), recordedAt: timestampInElSalvador(now) };
}

/** What waits for a decision goes on to bar, and its reason still says what kind of request it is; what was written is gone. */
async function eraseInReviews(phones: ReadonlySet<string>, file: string): Promise<number> {
  return withLock(file, async () => {
    const { events } = await openReviews(file);
    let count = 0;
    const waiting = new Set(events.map(({ phone }) => phone));
    const left = events.flatMap((event) => {
      const isOwn = phones.has(event.phone);
      if (!isOwn && !phones.has(event.sender)) return [event];
      const { source, evidence } = isOwn ? { source: "", evidence: neededEvidence(event) } : event;
      const without = { ...event, source, evidence, sender: "", message: "" };
      if (JSON.stringify(without) !== JSON.stringify(event)) count++;
      // Whom the message names and nobody has a row for, it alone bars.
      const named = [event.message ?? "", ...(isOwn ? [event.source, placeIn(event.evidence)] : [])].flatMap(
        everyNumberIn,
      );
      const others = [...new Set(named)].filter((e164) => !waiting.has(e164) && e164 !== event.sender);
      for (const other of others) waiting.add(other);
      const review = { ...without, action: "review", channel: "any", source: "", reason: NAMED } as const;
      return [without, ...others.map((phone) => ({ ...review, phone, event: randomUUID() }))];
    });
    if (count > 0) rewriteReviews(file, left);
    return count;
  });
}
