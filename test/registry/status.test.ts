// A registry's status, counted line by line, is what its events say when all of them are read.

import fc from "fast-check";
import { expect, test } from "vitest";
import { LEDGER_COLUMNS } from "../../src/headers/names.js";
import { sayable } from "../../src/phone/format.js";
import { EventBook, readStatus } from "../../src/registry/book.js";
import { openRegistryFile, readLedger } from "../../src/registry/ledger.js";
import type { LedgerEvent } from "../../src/registry/ledger-event.js";
import { draws, forAll } from "../support/draws.js";
import { Workdir } from "../support/workdir.js";

const NOW = new Date("2026-06-15T12:00:00-06:00");
const moments = fc.constantFrom(
  ...["2026-01-02T03:04:05-06:00", "2026-01-02", "2026-01-03 04:05:06Z", "2026-06-14T23:59:59-06:00", "", "ayer"],
  ...["2027-01-01T00:00:00-06:00", "1970-01-01T00:00:00Z", "2026-01-02T09:04:05Z", "2026-13-40", '"2026-01-02"'],
);
const phones = fc.constantFrom(
  "+50370123456",
  "+50361234567",
  "+50322501234",
  "+15035551234",
  "+05037012345",
  '"+50370123456"',
);
const line = fc
  .tuple(
    phones,
    fc.constantFrom("opt-out", "opt-in", "opt-in", "review", "request", "settled", "void"),
    fc.constantFrom("any", "call", "sms", "whatsapp"),
    moments,
    moments,
    fc.constantFrom("sms", "form", '"a, b"', "7012-3456", "", "x".repeat(40)),
    fc.nat({ max: 11 }),
  )
  .map(([phone, action, channel, requested, recorded, source, named]) =>
    [phone, action, channel, requested, recorded, source, "", "", action === "void" ? `event:id-${named}` : ""].join(
      ",",
    ),
  );

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function standingIn(events: readonly LedgerEvent[]) {
  const book = new EventBook(events, NOW.getTime() / 1000);
  return [...new Set(events.map(({ phone }) => phone))].flatMap((phone) => book.inForce(phone));
}

function expectedOf(file: string) {
  const { events, tornLine } = readLedger(file);
  const standing = standingIn(events).filter(({ action }) => action !== "opt-in");
  return {
    events: events.length,
    byAction: countBy(events, ({ action }) => action),
    byChannel: countBy(events, ({ channel }) => channel),
    bySource: countBy(events, ({ source }) => sayable(source)),
    barred: new Set(standing.map(({ phone }) => phone)).size,
    newest: events.at(-1),
    tornLine,
  };
}

test("a registry's status is that of all its events, in whatever spelling they stand there", () => {
  const dir = new Workdir();
  const header = `${LEDGER_COLUMNS.join(",")}\n`;
  const ends = fc.constantFrom("", "\n", "\ntorn,+503", "\ntorn");
  forAll(draws(500), fc.array(line, { maxLength: 12 }), ends, (lines, end) => {
    const rows = lines.map((rest, i) => `id-${i},${rest}`).join("\n");
    dir.write("registry.csv", header + (rows === "" ? "" : rows + end));
    const file = dir.at("registry.csv");
    const { book, ...status } = readStatus(file, NOW);
    expect({ ...status, events: book.count, barred: book.countSuppressed() }).toMatchObject(expectedOf(file));
    // What an export writes is what stands, each event once.
    const ledger = openRegistryFile(file);
    const standing = ledger.eventsAt(book.startsToShare("any")).map(({ event }) => event);
    ledger.close();
    const all = standingIn(readLedger(file).events);
    expect(standing.sort()).toEqual(all.map(({ event }) => event).sort());
  });
});
