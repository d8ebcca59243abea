// Suppression lists of events in every form of their cells, and what the contract says of them: who is barred.
// The rules are stated here once more, over all events at once, and know nothing of how the program keeps them.

import { createHash } from "node:crypto";
import fc from "fast-check";
import { type Dialect, encodeFile, encodeRecord } from "./csv-files.js";
import { plainSpellingsOf } from "./spellings.js";

export type Channel = "any" | "call" | "sms" | "whatsapp";
export const CHANNELS: readonly Channel[] = ["any", "call", "sms", "whatsapp"];

/** Mobiles, two of them neighbours, and a number of another country. */
export const PEOPLE = ["+50370123456", "+50370123457", "+50361234567", "+50491234567"] as const;
/** Nobody's numbers: they make a list trusted, prove its order of day and month, and show its channels and actions. */
const NOBODY = ["79999998", "baja", "any", "13/01/2020", ""];

interface DateCell {
  cell: string;
  /** In seconds since 1970; undefined where the cell says nothing certain. */
  moment: { first: number; last: number } | undefined;
}

export interface EventRow {
  e164: string;
  spelling: string;
  action: string;
  optIn: boolean;
  channelCell: string;
  /** Undefined: an unknown one. */
  channel: Channel | undefined;
  date: DateCell;
  expires: string;
  expired: boolean;
}

export interface EventList {
  rows: readonly EventRow[];
  /** Its opt-ins lift other lists' opt-outs. */
  lifts: boolean;
}

const DAY = 86_400;
const FUTURE = Date.UTC(2999, 0, 1) / 1000;

/** The 3rd, 13th and 14th of March 2024 in El Salvador, whole or at one of two seconds, in every form. */
const dates: fc.Arbitrary<DateCell> = fc
  .record({
    day: fc.constantFrom("03", "13", "14"),
    clock: fc.constantFrom(undefined, undefined, "00:00:00", "10:00:00"),
    form: fc.nat(4),
  })
  .map(({ day, clock, form }) => {
    const local = Date.UTC(2024, 2, Number(day)) / 1000 + 6 * 3600;
    if (clock === undefined) {
      const cells = [`2024-03-${day}`, `${day}/03/2024`, `${day}-mar-24`, `${day} de marzo de 2024`, `202403${day}`];
      return { cell: cells[form]!, moment: { first: local, last: local + DAY - 1 } };
    }
    const at = local + (clock === "10:00:00" ? 10 * 3600 : 0);
    const iso = new Date(at * 1000).toISOString();
    const cells = [`2024-03-${day} ${clock}`, iso, String(at), `${day}/03/2024 ${clock}`, `${day}-mar-24, ${clock}`];
    return { cell: cells[form]!, moment: { first: at, last: at } };
  });

const anyDate: fc.Arbitrary<DateCell> = fc.oneof(
  { weight: 14, arbitrary: dates },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "ayer", "NULL", "0000-00-00").map((cell) => ({ cell, moment: undefined })),
  },
  { weight: 1, arbitrary: fc.constant({ cell: "2999-01-01", moment: { first: FUTURE, last: FUTURE } }) },
);

const actions = fc.oneof(
  fc
    .constantFrom("baja", "STOP", "No llamar", "", "pendiente", "alta", "opt-in?")
    .map((action) => ({ action, optIn: false })),
  fc.constantFrom("opt-in", "START", "Suscrito").map((action) => ({ action, optIn: true })),
);

const CHANNEL_CELLS: readonly [string, Channel | undefined][] = [
  ["", "any"],
  ["todos", "any"],
  ["Llamada", "call"],
  ["SMS", "sms"],
  ["texto", "sms"],
  ["WhatsApp", "whatsapp"],
  ["correo", undefined],
];

const expiries = fc.oneof(
  { weight: 12, arbitrary: fc.constant({ expires: "", expired: false }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("2999-12-31", "nunca", "0000-00-00").map((expires) => ({ expires, expired: false })),
  },
  { weight: 1, arbitrary: fc.constantFrom("2025-01-01", "31/12/2024").map((expires) => ({ expires, expired: true })) },
);

export const eventRows: fc.Arbitrary<EventRow> = fc
  .record({
    who: fc
      // Events only matter where they meet.
      .constantFrom(...PEOPLE, PEOPLE[0], PEOPLE[0], PEOPLE[0], PEOPLE[3])
      .chain((e164) =>
        fc.tuple(fc.constant(e164), e164.startsWith("+503") ? plainSpellingsOf(e164.slice(4)) : fc.constant(e164)),
      ),
    action: actions,
    channel: fc.oneof(fc.constantFrom(...CHANNEL_CELLS), fc.constant<[string, Channel]>(["", "any"])),
    date: anyDate,
    expiry: expiries,
  })
  .map(({ who: [e164, spelling], action, channel: [channelCell, channel], date, expiry }) => ({
    ...{ e164, spelling, channelCell, channel, date },
    ...action,
    ...expiry,
  }));

/** Returns the channels of an opt-out. Words that speak of calls beside another channel bar every one as well. */
function channelsOf({ action, channel = "any" }: EventRow): Channel[] {
  return action === "No llamar" && channel !== "call" ? [channel, "any"] : [channel];
}

export const eventLists: fc.Arbitrary<EventList[]> = fc.array(
  fc.record({
    rows: fc.array(eventRows, { maxLength: 8 }),
    lifts: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

/** The file of a list: the phone first or last. */
export function fileOf(rows: readonly EventRow[], dialect: Dialect, phoneLast = false): string {
  const place = ([phone, ...cells]: readonly string[]) => (phoneLast ? [...cells, phone!] : [phone!, ...cells]);
  const header = ["Teléfono", "Acción", "CANAL", "fecha", "expira"];
  const cells = rows.map((row) => [row.spelling, row.action, row.channelCell, row.date.cell, row.expires]);
  return encodeFile(
    [header, NOBODY, ...cells].map((record) => encodeRecord(place(record), dialect)),
    dialect,
  );
}

const METHODS = ["md5", "sha1", "sha256", "sha512"];

/** The same list with digests for its numbers, in whatever forms. */
export function hashedFileOf(rows: readonly EventRow[], dialect: Dialect): string {
  const digested = rows.map((row, i) => {
    const digits = row.e164.slice(1);
    const national = digits.slice(3);
    const forms = row.e164.startsWith("+503") ? [national, `${national.slice(0, 4)}-${national.slice(4)}`] : [];
    const texts = [row.e164, digits, ...forms].flatMap((text) => [text, `${text}\n`]);
    const hex = createHash(METHODS[(i + row.spelling.length) % METHODS.length]!)
      .update(texts[(i * 3 + row.spelling.length) % texts.length]!)
      .digest("hex");
    return { ...row, spelling: i % 2 === 0 ? hex : hex.toUpperCase() };
  });
  return fileOf(digested, dialect);
}

/** Who must not be contacted on the campaign's channel, by the letter of the contract. */
export function suppressedBy(lists: readonly EventList[], campaign: Channel): Set<string> {
  const barred = new Set<string>();
  for (const [l, { rows }] of lists.entries()) {
    for (const out of rows) {
      // An expiry before the day of its own opt-out is a slip.
      const isOver = out.expired && (out.date.moment?.first ?? 0) < FUTURE;
      if (isOver || out.optIn) continue;
      const isLifted = (channel: Channel) =>
        lists.some(
          (other, o) =>
            (o === l || other.lifts) &&
            out.date.moment !== undefined &&
            other.rows.some((row) => isOptInAfter(row, out.e164, channel, out.date.moment!.last)),
        );
      const meant = channelsOf(out).filter((one) => [campaign, one].includes("any") || one === campaign);
      if (!meant.every(isLifted)) barred.add(out.e164);
    }
  }
  return barred;
}

function isOptInAfter(row: EventRow, e164: string, channel: Channel, last: number): boolean {
  const { moment } = row.date;
  return (
    row.optIn &&
    !row.expired &&
    row.e164 === e164 &&
    row.channel === channel &&
    moment !== undefined &&
    moment.first < FUTURE &&
    moment.first > last
  );
}
