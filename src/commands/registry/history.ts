// svscrub registry history: shows what a number asked for, when, and which of it is in force. It shows the whole number.

import { ExitCode } from "../../errors.js";
import { LEDGER_COLUMNS } from "../../headers/names.js";
import { EventBook, withoutTakenBack } from "../../registry/book.js";
import { readLedger } from "../../registry/ledger.js";
import { FIELDS, type LedgerEvent, phoneKey } from "../../registry/ledger-event.js";
import { parseMoment } from "../../time/dates.js";
import { EL_SALVADOR } from "../../time/time-zone.js";
import { commandOf, type TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { folded, layOut, lengthOf } from "../screen.js";
import { typedNumber, warnOfTorn, wordFor } from "./shared.js";

export const historyCommand = commandOf("registry history", history);

interface History {
  phone: string;
  events: readonly LedgerEvent[];
  inForce: readonly LedgerEvent[];
  isTakenBack(event: LedgerEvent): boolean;
}

async function history(typed: TypedOf<"registry history">, host: Host): Promise<ExitCode> {
  const phone = typedNumber(typed.operands[0]!, 1);
  const ledger = readLedger(typed.registry, (key) => key === phoneKey(phone));
  const at = (typed.at?.getTime() ?? Date.now()) / 1000;
  const events = ledger.events.filter(
    (event) => event.phone === phone && (typed.at === undefined || hadHappened(event, at)),
  );
  const staying = new Set(withoutTakenBack(events, at));
  const inForce = new EventBook(events, at).inForce(phone);
  const found = { phone, events, inForce, isTakenBack: (event: LedgerEvent) => !staying.has(event) };
  host.stdout(typed.json ? asJson(found) : asTable(found, host));
  warnOfTorn(typed.registry, ledger.tornLine, host);
  return ExitCode.done;
}

/** Whether an event had happened at a moment. One without a date had happened when it was recorded. */
function hadHappened({ requestedAt, recordedAt }: LedgerEvent, at: number): boolean {
  const read = (text: string) => parseMoment(text, "", "day-first", EL_SALVADOR)?.first;
  return (read(requestedAt) ?? read(recordedAt) ?? 0) <= at;
}

function asTable({ phone, events, inForce, isTakenBack }: History, host: Host): string {
  const { registry: words, contacts } = host.sentences;
  if (events.length === 0) return `${words.noEvents(phone)}\n`;
  const heading = [
    ...[words.requested, words.action, words.channel, words.source],
    ...[words.reason, words.evidence, words.recorded, words.event],
  ];
  const rows = events.map((event) => {
    const action = words.actions[event.action];
    return [
      event.requestedAt === "" ? words.undatedCell : event.requestedAt,
      isTakenBack(event) ? words.isTakenBack(action) : action,
      contacts.channels[event.channel],
      wordFor(event.source, words.sources),
      ...[event.reason, event.evidence, event.recordedAt, event.event],
    ];
  });
  const shownInForce = inForce.map(({ action, channel, requestedAt }) =>
    words.stands(words.actions[action], contacts.channels[channel], requestedAt),
  );
  if (shownInForce.length === 0) shownInForce.push(words.nothingStands);
  const table = layOut(
    [heading, ...rows],
    heading.map(() => "left" as const),
  );
  const isTooWide = table.some((line) => lengthOf(line) > host.tableWidth);
  const shown = isTooWide ? rows.flatMap((row) => [...asBlock(heading, row), ""]) : table;
  return folded(`${[phone, ...shown, ...shownInForce.map((line) => `  ${line}`)].join("\n")}\n`, host.tableWidth);
}

/** Lays out an event below its own headings, for a screen that is too narrow for a table. */
function asBlock(heading: readonly string[], row: readonly string[]): string[] {
  const filled = heading.flatMap((name, i) => (row[i] === "" ? [] : [[name, row[i]!]]));
  return layOut(filled, ["left", "left"]);
}

function asJson({ phone, events, inForce, isTakenBack }: History): string {
  const shown = {
    schema_version: 1,
    phone,
    events: events.map((one) => {
      const cells = LEDGER_COLUMNS.map((name, i) => [name, one[FIELDS.registry[i]!]]);
      const { phone: _said, ...all } = Object.fromEntries(cells);
      return { ...all, taken_back: isTakenBack(one) };
    }),
    stands: inForce.map(({ channel, action, event }) => ({ channel, action, event })),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
