// The laws of opt-outs hold for lists of events too: channels, opt-ins, dates and expiries, in every form of their cells.

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Dialect, dialects, encodeFile, encodeRecord } from "../support/csv-files.js";
import { forAllAsync } from "../support/draws.js";
import {
  CHANNELS,
  type Channel,
  type EventList,
  type EventRow,
  eventLists,
  eventRows,
  fileOf,
  hashedFileOf,
  PEOPLE,
  suppressedBy,
} from "../support/event-lists.js";
import { ScrubFolder } from "../support/in-process.js";
import { nationalNumbers, plainSpellingsOf, spellingsOf } from "../support/spellings.js";
import { LAW_RUNS } from "./runs.js";

const channels = fc.constantFrom(...CHANNELS);
const phoneLists = fc
  .tuple(...PEOPLE.map((e164) => (e164.startsWith("+503") ? plainSpellingsOf(e164.slice(4)) : fc.constant(e164))))
  .map((cells) => `id;telefono\n${cells.map((cell, i) => `K${i}K;"${cell}"\n`).join("")}`);

interface Run {
  list: string;
  files: readonly string[];
  channel: Channel;
  /** Positions of the lists whose opt-ins lift others'. */
  lifting: readonly number[];
  /** Positions of hashed lists; one whose entries have all expired proves nothing. */
  hashed?: readonly number[];
}

/** Who comes out clean. */
async function cleanOf(folder: ScrubFolder, { list, files, channel, lifting, hashed = [] }: Run): Promise<string[]> {
  const named = (option: string, lists: readonly number[]) => lists.flatMap((at) => [option, `bajas${at}.csv`]);
  const { code, clean, stderr } = await folder.scrub({
    lists: [list],
    suppress: files,
    args: ["--keep-foreign", "--channel", channel].concat(
      named("--opt-ins", lifting),
      named("--allow-unproven", hashed),
    ),
  });
  expect(code, stderr).toBe(0);
  return [...clean.toString().matchAll(/K(\d)K/g)].map(([, at]) => PEOPLE[Number(at)]!);
}

const liftingOf = (lists: readonly EventList[]) => lists.flatMap(({ lifts }, at) => (lifts ? [at] : []));

function runOf(list: string, lists: readonly EventList[], channel: Channel, dialect: Dialect): Run {
  return { list, files: lists.map(({ rows }) => fileOf(rows, dialect)), channel, lifting: liftingOf(lists) };
}

test("who is barred is what the contract's rules say of all events, in whatever order and form they stand", async () => {
  const folder = new ScrubFolder();
  const shuffledLists = eventLists.chain((lists) =>
    fc.tuple(
      fc.constant(lists),
      fc.tuple(...lists.map(({ rows }) => fc.shuffledSubarray([...rows], { minLength: rows.length }))),
    ),
  );
  let barredOnes = 0;
  let cleanOnes = 0;
  await forAllAsync(
    LAW_RUNS,
    phoneLists,
    shuffledLists,
    channels,
    dialects,
    fc.boolean(),
    async (list, [lists, orders], channel, dialect, phoneLast) => {
      const files = orders.map((rows) => fileOf(rows, dialect, phoneLast));
      const clean = await cleanOf(folder, { list, files, channel, lifting: liftingOf(lists) });
      const barred = suppressedBy(lists, channel);
      barredOnes += barred.size;
      cleanOnes += clean.length;
      // An opt-in with an end may lift nothing.
      const mayEnd = lists.flatMap(({ rows }) => rows).some(({ optIn, expires }) => optIn && expires !== "");
      const free = PEOPLE.filter((e164) => !barred.has(e164) && (!mayEnd || clean.includes(e164)));
      expect(clean, `${channel} ${liftingOf(lists)} ${JSON.stringify(files)}`).toEqual(free);
    },
  );
  expect(Math.min(barredOnes, cleanOnes)).toBeGreaterThan(LAW_RUNS);
});

test("every permutation of the events of one list says the same", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(
    Math.ceil(LAW_RUNS / 2),
    phoneLists,
    fc.array(eventRows, { minLength: 2, maxLength: 4 }),
    channels,
    dialects,
    async (list, rows, channel, dialect) => {
      const clean = new Set<string>();
      for (const order of permutations(rows.map((row) => ({ ...row, e164: PEOPLE[0], spelling: "7012-3456" }))))
        clean.add((await cleanOf(folder, runOf(list, [{ rows: order, lifts: false }], channel, dialect))).join());
      expect([...clean], JSON.stringify(rows)).toHaveLength(1);
    },
  );
});

test("a list of digests lets nobody through whom the same list of numbers bars", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(
    LAW_RUNS,
    phoneLists,
    eventLists,
    channels,
    dialects,
    fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    async (list, lists, channel, dialect, hashed) => {
      const files = lists.map(({ rows }, i) => (hashed[i] ? hashedFileOf(rows, dialect) : fileOf(rows, dialect)));
      const positions = [...files.keys()].filter((at) => hashed[at]);
      const clean = await cleanOf(folder, { list, files, channel, lifting: liftingOf(lists), hashed: positions });
      const barred = suppressedBy(lists, channel);
      expect(
        clean.filter((e164) => barred.has(e164)),
        `${channel} ${JSON.stringify(files)}`,
      ).toEqual([]);
      // Only the opt-ins of numbers reach into other lists, and to digests of another kind; one with an end may lift nothing.
      const mayLift = lists[0]!.rows.some(({ optIn, expires }) => optIn && (hashed[0] || expires !== ""));
      if (lists.length === 1 && !mayLift)
        expect(clean, JSON.stringify(files)).toEqual(PEOPLE.filter((e164) => !barred.has(e164)));
    },
  );
});

test("an opt-out in any spelling outlives an older opt-in, on both sides and in every dialect", async () => {
  const folder = new ScrubFolder();
  const people = fc.array(
    nationalNumbers.chain((national) =>
      fc.tuple(fc.constant(national), spellingsOf(national), plainSpellingsOf(national)),
    ),
    { minLength: 1, maxLength: 12 },
  );
  let refused = 0;
  let runs = 0;
  await forAllAsync(LAW_RUNS, people, dialects, fc.boolean(), async (listed, dialect, newestFirst) => {
    const rows = listed.flatMap(([, spelled, plain]) => {
      const events = [
        [plain, "opt-in", "2020-01-01 10:00"],
        [spelled, "baja", "03/02/2021"],
      ];
      return (newestFirst ? events.reverse() : events).map((cells) => encodeRecord(cells, dialect));
    });
    const bajas = encodeFile([encodeRecord(["telefono", "accion", "fecha"], dialect), ...rows], dialect);
    const list = `id;telefono\n${listed.map(([, , plain]) => `T;"${plain}"\n`).join("")}F;22334455\n`;
    const { code, clean, stderr } = await folder.scrub({
      lists: [list],
      suppress: [bajas],
      args: ["--max-unreadable", "100%"],
    });
    expect([0, 4], stderr).toContain(code);
    runs++;
    if (code !== 0) refused++;
    if (!stderr.includes("not fully understood")) expect(clean.toString(), JSON.stringify(bajas)).not.toMatch(/^T/m);
  });
  expect(refused / runs).toBeLessThan(0.5);
});

test("adding an opt-out of any channel and date adds no clean record", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(
    LAW_RUNS,
    phoneLists,
    eventLists,
    eventRows.filter(({ optIn }) => !optIn),
    fc.nat(3),
    channels,
    dialects,
    async (list, lists, added, to, channel, dialect) => {
      const before = await cleanOf(folder, runOf(list, lists, channel, dialect));
      const more = lists.map((one, i) => (i === to ? { ...one, rows: [...one.rows, added] } : one));
      if (to >= lists.length) more.push({ rows: [added], lifts: false });
      const after = await cleanOf(folder, runOf(list, more, channel, dialect));
      expect(
        after.filter((e164) => !before.includes(e164)),
        `${JSON.stringify(lists)} + ${JSON.stringify(added)}`,
      ).toEqual([]);
    },
  );
});

test("a damaged record of an opt-in adds no clean record", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(
    LAW_RUNS,
    phoneLists,
    eventLists,
    eventRows,
    fc.constantFrom<(cells: string[], dialect: Dialect) => string>(
      (cells, dialect) => encodeRecord([...cells, "x"], dialect),
      (cells, dialect) => encodeRecord(cells.slice(0, 4), dialect),
      (cells, dialect) => `"${cells[0]}"x${dialect.delimiter}${encodeRecord(cells.slice(1), dialect)}`,
    ),
    channels,
    dialects.map((dialect) => ({ ...dialect, lastLineEnd: true })),
    async (list, lists, { spelling, channelCell, date }, damage, channel, dialect) => {
      const run = runOf(list, lists, channel, dialect);
      const before = await cleanOf(folder, run);
      const record = damage([spelling, "opt-in", channelCell, date.cell, ""], dialect);
      const files = run.files.map((file, i) => (i === 0 ? file + record + dialect.lineEnd : file));
      const after = await cleanOf(folder, { ...run, files });
      expect(
        after.filter((e164) => !before.includes(e164)),
        `${JSON.stringify(files)}`,
      ).toEqual([]);
    },
  );
});

/** What speaks against an opt-in, put into the cells of its record, which are phone, action, channel, date, expiry and `MORE`. */
const MORE = ["No llamar", "fecha_actualizacion", "nota", "vence", "motivo"];
const doubts = fc
  .constantFrom<readonly [at: number, doubted: (cell: string) => string]>(
    ...["# ", "#", "// ", "--", "; ", "NO ", "no llamar ", "¿"].map(
      (mark) => [0, (cell: string) => mark + cell] as const,
    ),
    ...["?", " (baja)", " no"].map((mark) => [0, (cell: string) => cell + mark] as const),
    ...["#", "//"].map((mark) => [1, (cell: string) => mark + cell] as const),
    ...["ambos", "MARKETING", "fax", "no", "#sms", "sms?"].map((text) => [2, () => text] as const),
    ...["", "ayer", "2999-01-01", "03-01-02", "03/01/02", "1900-01-01", "00-00-00"].map(
      (text) => [3, () => text] as const,
    ),
    ...["x", "31/12/99", "31/12/O9", "2024-13-01", "2020-01-01"].map((text) => [4, () => text] as const),
    ...["SI", "x", "1", "2024-01-01"].map((text) => [5, () => text] as const),
    ...["2001-01-01", "ayer", "01/02/03"].map((text) => [6, () => text] as const),
    ...["ya no quiere más", "pidió no llamar", "STOP", "dado de baja"].map((text) => [7, () => text] as const),

    ...["se opone a que le llamen", "no molestar"].map((text) => [9, () => text] as const),
  )
  .map(([at, doubted]) => ({ at, doubted }));

test("anything doubtful in the record of an opt-in makes no more numbers clean: it lifts nothing", async () => {
  const folder = new ScrubFolder();
  const out = ["7012-3456", "baja", "", "2020-01-01", ""];
  const optIn = ["7012-3456", "opt-in", "", "2024-04-01", ""];
  let lessClean = 0;
  await forAllAsync(
    LAW_RUNS,
    phoneLists,
    eventLists,
    doubts,
    channels,
    dialects,
    async (list, lists, { at, doubted }, channel, dialect) => {
      const recordOf = (row: EventRow) => [row.spelling, row.action, row.channelCell, row.date.cell, row.expires];
      const cleanWith = (optIns: readonly string[][]) => {
        const files = lists.map(({ rows }, i) => {
          const known = ["79999998", "baja", "any", "13/01/2020", ""];
          const records = [known, ...(i === 0 ? [out, ...optIns] : []), ...rows.map(recordOf)];
          const filled = records.map((cells) => [...cells, ...MORE.map(() => "")].slice(0, 5 + MORE.length));
          const header = ["Teléfono", "Acción", "CANAL", "fecha", "expira", ...MORE];
          return encodeFile(
            [header, ...filled].map((cells) => encodeRecord(cells, dialect)),
            dialect,
          );
        });
        return cleanOf(folder, { list, files, channel, lifting: liftingOf(lists) });
      };
      const whole = [...optIn, ...MORE.map(() => "")];
      const before = await cleanWith([whole]);
      const after = await cleanWith([whole.with(at, doubted(whole[at]!))]);
      if (after.length < before.length) lessClean++;
      const told = JSON.stringify([lists, whole.with(at, doubted(whole[at]!))]);
      // Another column that plainly says no makes an opt-out of it.
      const without = await cleanWith([]);
      expect(
        after.filter((e164) => !before.includes(e164) || !without.includes(e164)),
        told,
      ).toEqual([]);
    },
  );
  expect(lessClean).toBeGreaterThan(LAW_RUNS / 10);
});

test("the order of lists of events is no matter", async () => {
  const folder = new ScrubFolder();
  const twoOrders = eventLists.chain((lists) =>
    fc.tuple(fc.constant(lists), fc.shuffledSubarray(lists, { minLength: lists.length })),
  );
  await forAllAsync(
    LAW_RUNS,
    phoneLists,
    twoOrders,
    channels,
    dialects,
    async (list, [one, other], channel, dialect) => {
      const first = await cleanOf(folder, runOf(list, one, channel, dialect));
      const second = await cleanOf(folder, runOf(list, other, channel, dialect));
      expect(second, JSON.stringify(one)).toEqual(first);
    },
  );
});

test("splitting a list of events in two adds no clean record", async () => {
  const folder = new ScrubFolder();
  await forAllAsync(
    LAW_RUNS,
    phoneLists,
    eventLists,
    fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    channels,
    dialects,
    async (list, lists, sides, channel, dialect) => {
      const whole = await cleanOf(folder, runOf(list, lists, channel, dialect));
      const [{ rows, lifts }, ...others] = lists as [EventList, ...EventList[]];
      const parts = [true, false].map((side) => ({ rows: rows.filter((_, i) => sides[i] === side), lifts }));
      const split = await cleanOf(folder, runOf(list, [...parts, ...others], channel, dialect));
      expect(
        split.filter((e164) => !whole.includes(e164)),
        JSON.stringify(lists),
      ).toEqual([]);
    },
  );
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, i) => permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}
