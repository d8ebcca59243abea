// The laws of opt-outs hold for lists of events too: channels, opt-ins, dates and expiries, in every form of their cells.

import fc from "fast-check";
import { expect, test } from "vitest";
import { dialects, encodeFile, encodeRecord } from "../support/csv-files.js";
import { forAllAsync } from "../support/draws.js";
import {
  CHANNELS,
  type Channel,
  type EventList,
  type EventRow,
  eventLists,
  fileOf,
  hashedFileOf,
  PEOPLE,
  suppressedBy,
} from "../support/event-lists.js";
import { ScrubFolder } from "../support/in-process.js";
import { plainSpellingsOf } from "../support/spellings.js";
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

test("who is suppressed follows from the contract's rules over all events, in any order and form", async () => {
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

test("a list of digests lets nobody through whom the same list of numbers suppresses", async () => {
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

test("an opt-in with anything doubtful in its record lifts nothing", async () => {
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
