// Which numbers the suppression lists bar by the contract: those that they must bar, and those that they may.

import { distinct, numbersBeside, plainText, readCell, sv } from "./cell.js";
import {
  channelOfOwn,
  isAction,
  isChannel,
  isDate,
  isExpires,
  isLaterDate,
  isNoNumber,
  isOwnOptOut,
  isPhoneOfOptOuts,
} from "./columns.js";
import { type DayOrder, dayOrder, readDate, readExpiry, type Span } from "./dates.js";
import { isInPlan } from "./plan.js";
import { type Channel, isBroken, type Row, type SuppressionList, widthOf } from "./world.js";

export interface Bars {
  /** Numbers that nobody may contact. */
  must: ReadonlySet<string>;
  /** Those, and numbers that the contract lets a list bar or not. */
  may: ReadonlySet<string>;
}

interface Event {
  list: string;
  /** Whom an opt-in lifts for certain; whom the entry must mean, and may mean. */
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
    // "A ragged or malformed record is one entry of all its digits, cell by cell."
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

/** The numbers of a broken record. What a cell is behind whose quote text follows, is open. */
function anywhere({ cells, isMalformed }: Row): Numbers {
  const must = isMalformed ? cells.flatMap((cell) => readCell(cell).certain) : cells.flatMap(numbersIn);
  return { certain: [], must, may: distinct([...must, ...perhapsIn(cells)]) };
}

/** "Every digit counts": what a phone cell suppresses. */
function numbersIn(cell: string): string[] {
  const { must, ranges } = readCell(cell);
  const within = ([first, last]: readonly [number, number]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  return [...must, ...ranges.flatMap(within).filter(isInPlan).map(sv)];
}

/** Whatever somebody could see in the cells, each and joined with the next, ranges too. */
function perhapsIn(cells: readonly string[]): string[] {
  const filled = cells.filter((cell) => cell !== "");
  const joins = filled.flatMap((cell, at) => [
    cell,
    filled.slice(at, at + 2).join(" "),
    filled.slice(at, at + 3).join(" "),
  ]);
  return joins.flatMap((cell) => [...readCell(cell).may, ...numbersIn(cell), ...endsIn(cell)]);
}

/** All that begin with some digits before wildcards, which may stand for more digits than there are. */
function endsIn(cell: string): string[] {
  const [, begin = ""] = /(\d[\d ().-]*)[Xx*?#%]+/.exec(plainText(cell)) ?? [];
  return distinct([begin.replace(/\D/g, ""), begin.replace(/\D/g, "").replace(/^503/, "")]).flatMap((digits) => {
    const free = 8 - digits.length;
    if (free < 1 || free > 4) return [];
    return Array.from({ length: 10 ** free }, (_, at) => sv(digits + String(at).padStart(free, "0")));
  });
}

function numbersOf({ cells }: Row, list: SuppressionList): Numbers {
  const names = list.header ?? [];
  const isPhoneAt = (at: number) =>
    list.header === undefined ? isColumnOfNumbers(list, at) : isPhoneOfOptOuts(names[at]!);
  const joins = joinsOf(cells);
  const isJoined = (at: number) => joins.some(({ from, to }) => from <= at && at < to);
  const phones = cells.filter((_, at) => isPhoneAt(at));
  // "Numbers in other columns suppress too, by the same rule as in phone lists."
  const beside = cells.filter((_, at) => !isPhoneAt(at) && !isNoNumber(names[at] ?? "")).flatMap(numbersBeside);
  const own = cells.filter((_, at) => isPhoneAt(at) && !isJoined(at)).flatMap(numbersIn);
  // A column without numbers is no entry: what its name makes of the join is open.
  const joined = joins
    .filter(({ from, to }) => !names.slice(from, to).some(isNoNumber))
    .map(({ national }) => sv(national));
  // "It lifts only where its record is understood whole: one certain number and nothing left over."
  const readings = phones.map(readCell);
  const certain = distinct(readings.flatMap((reading) => reading.certain));
  const isWhole =
    certain.length === 1 &&
    readings.every((it) => it.isUnderstood && (it.isLeftover === false || it.must.length === 0));
  const must = distinct([...own, ...beside, ...joined]);
  return { certain: isWhole ? certain : [], must, may: distinct([...must, ...perhapsIn(cells)]) };
}

/** Without a header: a column whose every cell that isn't empty is a number. */
function isColumnOfNumbers(list: SuppressionList, at: number): boolean {
  const filled = list.rows.map((row) => row.cells[at] ?? "").filter((cell) => cell !== "");
  return filled.length > 0 && filled.every((cell) => readCell(cell).certain.length > 0);
}

/** "Neighbouring cells that hold nothing but digits, none of them a number, and that joined make one, are one entry." */
function joinsOf(cells: readonly string[]): { from: number; to: number; national: string }[] {
  const isPart = (cell: string) => /^\d+$/.test(cell) && readCell(cell).certain.length === 0;
  return cells.flatMap((_, from) =>
    cells.flatMap((_, last) => {
      const run = cells.slice(from, last + 1);
      const national = /^(?:503)?(\d{8})$/.exec(run.join(""))?.[1] ?? "";
      return run.length > 1 && run.every(isPart) && isInPlan(national) ? [{ from, to: last + 1, national }] : [];
    }),
  );
}
