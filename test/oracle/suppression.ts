// Which numbers the suppression lists bar by the contract: those that they must bar, and those that they may.

import { distinct, isRange, plainText, readCell, sv, windows } from "./cell.js";
import {
  channelOfOwn,
  isAction,
  isArea,
  isChannel,
  isDate,
  isExpires,
  isLaterDate,
  isNoNumber,
  isOwnOptOut,
  isPhoneOfOptOuts,
} from "./columns.js";
import { type DayOrder, dayOrder, readDate, readExpiry, type Span } from "./dates.js";
import { isInPlan, madeOfSevenDigits } from "./plan.js";
import { unmistakable } from "./unmistakable.js";
import { type Channel, isBroken, type Row, type SuppressionList, widthOf } from "./world.js";

export interface Bars {
  /** Numbers that nobody may contact. */
  must: ReadonlySet<string>;
  /** Those, and numbers that the contract lets a list bar or not. */
  may: ReadonlySet<string>;
}

interface Event {
  list: string;
  /** What the entry says for certain, must mean, and may mean. */
  certain: readonly string[];
  must: readonly string[];
  may: readonly string[];
  isOptIn: boolean;
  channel: Channel | "unknown";
  /** Every reading of its date; none where it has none. */
  when: readonly Span[];
}

/** The numbers that bar a campaign of a channel at a moment. */
export function barsOf(
  lists: readonly SuppressionList[],
  { channel, optIns }: { channel: Channel; optIns: readonly string[] },
  now: number,
): Bars {
  const events = lists.flatMap((list) => eventsOf(list, now));
  // "`any` (default): every opt-out bars. Else opt-outs for that channel and for `any` bar."
  const barring = events.filter(
    (event) => !event.isOptIn && (channel === "any" || event.channel === "any" || event.channel === channel),
  );
  const lifting = events.filter((event) => event.isOptIn);
  const barred = (numbers: (event: Event) => readonly string[], lifts: (event: Event) => readonly string[]) => {
    const outs = byNumber(barring, numbers);
    const ins = byNumber(lifting, lifts);
    const all = [...outs].filter(([number, outs]) =>
      outs.some((out) => !isLifted(out, outs, ins.get(number) ?? [], optIns, now)),
    );
    return new Set(all.map(([number]) => number));
  };
  const must = barred(
    (event) => event.must,
    (event) => event.may,
  );
  const may = barred(
    (event) => event.may,
    (event) => event.certain,
  );
  return { must, may: new Set([...must, ...may]) };
}

function byNumber(events: readonly Event[], numbersOf: (event: Event) => readonly string[]): Map<string, Event[]> {
  const all = new Map<string, Event[]>();
  for (const event of events)
    for (const number of numbersOf(event)) {
      const before = all.get(number);
      if (before === undefined) all.set(number, [event]);
      else before.push(event);
    }
  return all;
}

/**
 * "Per list and key the latest dated event stands; a tie is an opt-out; an undated opt-out always stands. An opt-in lifts
 * only its own key and only in its own list, unless `--opt-ins NAME` … Undated, unreadable or future opt-ins lift nothing;
 * future opt-outs stand now. A bare day counts at its end for an opt-out and at its start for an opt-in."
 */
function isLifted(out: Event, outs: readonly Event[], ins: readonly Event[], optIns: readonly string[], now: number) {
  if (out.when.length === 0) return false;
  const rivals = outs.filter((other) => other.list === out.list && other.channel === out.channel);
  const latest = Math.max(...rivals.flatMap(({ when }) => when.map(({ end }) => end)));
  return ins.some(
    ({ list, channel, when }) =>
      (list === out.list || optIns.includes(list)) &&
      channel === out.channel &&
      when.length > 0 &&
      when.every(({ start }) => start > latest && start <= now),
  );
}

function eventsOf(list: SuppressionList, now: number): Event[] {
  const width = widthOf(list);
  const at = (is: (name: string) => boolean) => list.header?.findIndex(is) ?? -1;
  const [channelAt, actionAt, dateAt, expiresAt] = [at(isChannel), at(isAction), at(isDate), at(isExpires)];
  const whole = list.rows.filter((row) => !isBroken(row, width));
  const orderAt = (column: number) => dayOrder(whole.map((row) => row.cells[column] ?? ""));
  const [dates, expiries] = [orderAt(dateAt), orderAt(expiresAt)];
  const laterAt = dateAt < 0 ? -1 : at(isLaterDate);
  return list.rows.flatMap((row): Event[] => {
    // "A ragged or malformed record suppresses every number anywhere in it."
    if (isBroken(row, width)) return [{ ...anywhere(row), list: list.name, isOptIn: false, channel: "any", when: [] }];
    const cell = (column: number) => row.cells[column] ?? "";
    // A line end inside quotes may be a stray quote that swallowed another entry: what that said, the contract leaves open.
    const swallowed: Event[] = row.cells.some((it) => /[\r\n]/.test(it))
      ? [{ certain: [], must: [], may: anywhere(row).may, list: list.name, isOptIn: false, channel: "any", when: [] }]
      : [];
    // "An expired entry is absent from the day after."
    const isOptIn = actionAt >= 0 && isOptInWord(cell(actionAt));
    const expiry = (isOptIn ? readDate : readExpiry)(cell(expiresAt), expiries);
    const isOver = ({ end }: Span) => end < now;
    const when = whenOf([cell(dateAt), cell(laterAt)], [dates, orderAt(laterAt)]);
    // "An expiry before the day of its own opt-out is a slip: the entry stands."
    const loneAt = dateAt < 0 ? at(isLaterDate) : -1;
    const days = loneAt < 0 ? when : whenOf([cell(loneAt)], [orderAt(loneAt)]);
    const isSlip = !isOptIn && lastDay(expiry) < lastDay(days);
    if (!isSlip && expiry.length > 0 && (isOptIn ? expiry.some(isOver) : expiry.every(isOver)))
      return [...swallowed, ofOthers(row, list)];
    const isDoubted = isOptIn && (speaksAgainst(row, list) || (cell(expiresAt).trim() !== "" && expiry.length === 0));
    const named = channelAt < 0 ? "any" : channelOf(cell(channelAt));
    const channel = isOptIn
      ? named
      : unionOf([named, ...channelsOfOwn(row, list), ...channelsOfAction(cell(actionAt))]);
    const numbers = numbersOf(row, list);
    const event: Event = {
      ...numbers,
      list: list.name,
      isOptIn,
      // "Empty or unknown is `any` for an opt-out; an opt-in for an unknown channel lifts nothing."
      channel: channel === "unknown" && !isOptIn ? "any" : channel,
      when: isDoubted ? [] : when,
    };
    // Which words of a note, and which answers under the name of a channel, bar more, the contract leaves open.
    const isPlain = channel === "any" || row.cells.every((it, at) => at === channelAt || !/\p{L}|^\d$/u.test(it));
    const more: Event[] = isPlain ? [] : [{ ...event, certain: [], must: [], channel: "any", when: [] }];
    if (!isOptIn) return [event, ...more, ...swallowed];
    // Whether a record that says no, or tells of an opt-out, beside its opt-in is an opt-out itself, too.
    const tellsOfOther = row.cells.some(
      (it, column) => column !== actionAt && /\b(?:baja|stop)\b/i.test(plainText(it)),
    );
    const all: Event[] =
      isDoubted || tellsOfOther ? [{ ...event, certain: [], must: [], isOptIn: false, channel: "any", when: [] }] : [];
    return [event, ...swallowed, ...all, ofOthers(row, list)];
  });
}

/** Of which other numbers than its own an opt-in, or an entry that is over, tells an opt-out, the contract leaves open. */
function ofOthers(row: Row, list: SuppressionList): Event {
  const { certain, may } = numbersOf(row, list);
  const others = may.filter((number) => number !== certain[0]);
  return { certain: [], must: [], may: others, list: list.name, isOptIn: false, channel: "any", when: [] };
}

/** "A record bars every channel that any of its cells may bar": of several, all of them. */
function unionOf(channels: readonly (Channel | "unknown")[]): Channel {
  const [one, ...others] = new Set(channels);
  return one === undefined || one === "unknown" || others.length > 0 ? "any" : one;
}

function channelsOfOwn({ cells }: Row, { header }: SuppressionList): Channel[] {
  return cells.flatMap((cell, at) => {
    const name = header?.[at] ?? "";
    return isOwnOptOut(name, cell) === true ? [channelOfOwn(name) ?? "any"] : [];
  });
}

/** A plain `baja` or `STOP` speaks of no channel. */
function channelsOfAction(cell: string): Channel[] {
  return plainText(cell).toLowerCase() === "no llamar" ? ["call"] : [];
}

/** The last day that spans can mean, in El Salvador; 0 of none. */
function lastDay(spans: readonly Span[]): number {
  return Math.floor(Math.max(0, ...spans.map(({ end }) => end - 6 * 3_600_000)) / 86_400_000);
}

/** Every reading of all dates of an event; none where one of them can't be read. */
function whenOf(cells: readonly string[], orders: readonly DayOrder[]): Span[] {
  const readings = cells.map((cell, i) => readDate(cell, orders[i]!));
  const isUnread = cells.some((cell, i) => cell.trim() !== "" && readings[i]!.length === 0);
  return isUnread ? [] : readings.flat();
}

/** "An opt-in lifts nothing where anything in its record says no, is commented out, or can't be read." */
function speaksAgainst({ cells }: Row, { header }: SuppressionList): boolean {
  return cells.some((cell, at) => {
    const name = header?.[at] ?? "";
    const isOwn = isOwnOptOut(name, cell);
    if (isOwn !== false || isOwnOptOut(name, "1") !== isOwnOptOut(name, "0")) return isOwn === true;
    return /\bno\b/i.test(plainText(cell)) || /^(?:#|\/\/|--|;)/.test(cell);
  });
}

/** "Empty or unknown is an opt-out", and so is `alta`. */
function isOptInWord(cell: string): boolean {
  return ["opt-in", "opted_in", "start", "subscribed"].includes(plainText(cell).toLowerCase());
}

function channelOf(cell: string): Channel | "unknown" {
  const word = plainText(cell).toLowerCase();
  if (["call", "llamada", "voz"].includes(word)) return "call";
  if (["sms", "texto"].includes(word)) return "sms";
  if (word === "whatsapp") return "whatsapp";
  return ["", "any", "todos"].includes(word) ? "any" : "unknown";
}

type Numbers = Pick<Event, "certain" | "must" | "may">;

/** Every number that stands anywhere in a broken record. */
function anywhere(row: Row): Numbers {
  const cells = row.cells.map(readCell);
  const must = distinct([...row.cells.flatMap(plainNumbers), ...cells.flatMap(({ certain }) => certain)]);
  const split = row.cells.flatMap((cell, at) => joined(cell, nextFilled(row.cells, at)));
  // Any part of a number may be one there, whatever the cell would mean by itself.
  const parts = row.cells.flatMap((cell) => windows(plainText(cell)));
  return {
    certain: [],
    must,
    may: distinct([
      ...must,
      ...split,
      ...parts,
      ...row.cells.flatMap(perhapsRangeOf),
      ...cells.flatMap(({ may }) => may),
    ]),
  };
}

function plainNumbers(cell: string): string[] {
  return [...unmistakable(plainText(cell)), ...bareEights(cell)].map(sv);
}

/** Bare 8 digits of the plan, wherever they stand in a cell. */
function bareEights(cell: string): string[] {
  return (plainText(cell).match(/(?<![\d.,])\d{8}(?![\d]|[.,]\d)/g) ?? []).filter(isInPlan);
}

/** "Every number counts." */
function numbersOf(row: Row, list: SuppressionList): Numbers {
  const { cells } = row;
  const names = list.header ?? [];
  const isPhoneAt = (at: number) =>
    list.header === undefined ? isColumnOfNumbers(list, at) : isPhoneOfOptOuts(names[at]!);
  const phones = cells.filter((_, at) => isPhoneAt(at));
  const readings = phones.map(readCell);
  const certain = readings.flatMap((reading) => reading.certain);
  // "Unmistakable spellings count in every cell of every record, under any header or none."
  const plain = cells.flatMap((cell) => unmistakable(plainText(cell)).map(sv));
  // "Bare 8 digits count in phone columns … and, where the phone cell gives no certain number, in every cell of the record
  // but those named as ids, dates or amounts."
  const isWithout = certain.length === 0 && (list.header !== undefined || plain.length === 0);
  const bare = isWithout
    ? cells.filter((_, at) => !isNoNumber(names[at] ?? "")).flatMap((cell) => bareEights(cell).map(sv))
    : [];
  const split = cells.flatMap((cell, at) =>
    list.header === undefined || isArea(names[at]!) ? joined(cell, nextFilled(cells, at)) : [],
  );
  const ranges = phones.flatMap(rangeOf);
  const must = distinct([...readings.flatMap((reading) => reading.must), ...plain, ...bare, ...split, ...ranges]);
  const may = [
    ...readings.flatMap((reading) => reading.may),
    ...cells.flatMap((cell) => readCell(cell).may),
    ...cells.flatMap((cell, at) => joined(cell, nextFilled(cells, at))),
    ...cells.flatMap(perhapsRangeOf),
  ];
  return { certain, must, may: distinct([...must, ...may]) };
}

/** Without a header: a column whose every cell that isn't empty is a number. */
function isColumnOfNumbers(list: SuppressionList, at: number): boolean {
  const filled = list.rows.map((row) => row.cells[at] ?? "").filter((cell) => cell !== "");
  return filled.length > 0 && filled.every((cell) => readCell(cell).certain.length > 0);
}

/** "Empty ones between them don't count." */
function nextFilled(cells: readonly string[], at: number): string | undefined {
  return cells.slice(at + 1).find((cell) => cell !== "");
}

/** "A record split as area and number is joined where the join is in the plan; both readings suppress." */
function joined(area: string, number: string | undefined): string[] {
  if (
    number === undefined ||
    !/^\+?(?:503)?\d?$/.test(area) ||
    area === "" ||
    !/^\d{3}[- ]?\d{4}$|^\d{4}[- ]?\d{4}$/.test(number)
  )
    return [];
  const digits = number.replace(/\D/g, "");
  const join = area.replace(/^\+?(503)?/, "") + digits;
  return [
    ...(join.length === 8 && isInPlan(join) ? [join] : []),
    ...(digits.length === 7 ? madeOfSevenDigits(digits) : []),
  ].map(sv);
}

/** "An entry that ends in a wildcard suppresses every number that it covers": all of eight digits that begin as it does. */
function rangeOf(cell: string): string[] {
  const text = plainText(cell);
  if (!isRange(text)) return [];
  const digits = rangeDigits(text);
  const behind503 = text.startsWith("+") || text.startsWith("(") || digits.length > 8;
  const prefixes = behind503 ? [digits.slice(3)] : digits.startsWith("503") ? [digits, digits.slice(3)] : [digits];
  return prefixes.flatMap(coveredBy);
}

/** What a range may cover beyond that: with a country code, the numbers that begin with all its digits. */
function perhapsRangeOf(cell: string): string[] {
  const text = plainText(cell);
  return isRange(text) ? [...rangeOf(cell), ...coveredBy(rangeDigits(text))] : [];
}

function rangeDigits(text: string): string {
  return text.replace(/[ -]*[%*#?xX]+$/, "").replace(/\D/g, "");
}

function coveredBy(prefix: string): string[] {
  if (prefix.length < 4 || prefix.length > 7) return [];
  const free = 8 - prefix.length;
  return Array.from({ length: 10 ** free }, (_, i) => prefix + String(i).padStart(free, "0"))
    .filter(isInPlan)
    .map(sv);
}
