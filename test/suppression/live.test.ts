// Lists that are read on as they grow: what they answer is what a load of them as they are now would answer.

import fs from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScrubError } from "../../src/errors.js";
import type { Channel } from "../../src/suppression/event.js";
import { loadSuppression } from "../../src/suppression/load.js";
import { encodeRecord } from "../support/csv-files.js";
import { draws, forAllAsync } from "../support/draws.js";
import { CHANNELS, type EventRow, eventRows } from "../support/event-lists.js";
import {
  ASKED,
  type Asked,
  HEADER,
  LEDGER,
  ledger,
  NOW,
  OPT_OUT,
  open,
  planOf,
  type Said,
  sayLive,
} from "../support/live-lists.js";
import { Workdir } from "../support/workdir.js";

const DIALECT = { delimiter: ",", quoteAll: false, lineEnd: "\n", bom: false, lastLineEnd: true } as const;
/** What the lists say now, read from the first byte on; the sentence where they can't be trusted. */
async function sayFresh(lists: readonly Asked[], channel: Channel, now: Date): Promise<Said> {
  try {
    const { index } = await loadSuppression(planOf(lists), channel, now);
    return Object.fromEntries(ASKED.map((e164) => [e164, [index.has(e164), index.holdings(e164)]]));
  } catch (error) {
    return (error as ScrubError).sentence;
  }
}

function lineOf({ spelling, action, channelCell, date, expires }: EventRow, i: number): string {
  const cells = [
    `e${i}`,
    spelling,
    action,
    channelCell,
    date.cell,
    "2026-05-01T08:00:00-06:00",
    "web",
    "",
    "",
    "",
    expires,
  ];
  return encodeRecord(cells, DIALECT);
}

/** Lines that are no plain events: broken, of another country, ranges, digests, an open quote, no line end. */
const ODD = [
  "e,+50370009999,opt-out",
  'e,"+50370009999" x,opt-out,any,,,,,,,',
  "e,+12025550123,opt-out,any,,,,,,,",
  "e,22225###,opt-out,any,,,,,,,",
  "e,2222-501#,opt-out,any,,,,,,,",
  `e,${"ab".repeat(32)},opt-out,any,,,,,,,`,
  'e,"7000-9999\n7012-3456",opt-out,any,,,,,,,',
  'e,"7000-9999',
  "e,no tiene,opt-out,any,,,,,,,",
  "e,7012-3456,opt-in,any,2027-01-01,,,,,,",
  "e,7012-3456,opt-in,any,2026-05-30,,,,,,2026-12-31",
  "e,7000-9999,opt-out,any,01/02/2026,,,,,,01/07/2026",
  "e,7000-9999,opt-out,any,2026-01-13,,,,,,13/07/2026",
  "e,7000-9999,opt-out,any,01/13/2026,,,,,,",
  "",
  "\re,70009999,opt-out,any,,,,,,,",
];

const line = fc.oneof(
  { weight: 16, arbitrary: fc.tuple(eventRows, fc.nat(99)).map(([row, i]) => lineOf(row, i)) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
);
const text = (lines: readonly string[]) => lines.map((it) => `${it}\n`).join("");
/** Within a line, too, as a writer that is not through leaves it. */
const cuts = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(40) });
/** Moments at which it is asked: before and after opt-ins begin to count and entries expire. */
const moments = fc.constantFrom(0, 0, 0, 0, 3_600_000, 60 * 86_400_000, 400 * 86_400_000);

test("Law: what was read on answers like what is read anew, whatever was appended, in whatever pieces, at whatever time", async () => {
  let readOn = 0;
  const one = fc.record({
    first: fc.array(line, { maxLength: 6 }),
    later: fc.array(fc.tuple(fc.array(line, { minLength: 1, maxLength: 3 }), cuts, moments), { maxLength: 4 }),
    lifts: fc.boolean(),
  });
  await forAllAsync(
    draws(10),
    fc.array(one, { minLength: 1, maxLength: 3 }),
    fc.constantFrom(...CHANNELS),
    async (lists, channel) => {
      const dir = new Workdir();
      const asked = lists.map(({ first, lifts }, i) => {
        const path = dir.at(`list-${i}.csv`);
        fs.writeFileSync(path, `${HEADER}\ne0,79999998,opt-out,any,2024-01-13,,,,,,\n${text(first)}`);
        return { path, lifts };
      });
      let now = NOW;
      const opening = await sayFresh(asked, channel, now);
      if (typeof opening === "string") return;
      const live = await open(asked, channel, now);
      expect(await sayLive(live, now)).toEqual(opening);
      const steps = lists.flatMap(({ later }, i) => later.map((step) => ({ path: asked[i]!.path, step })));
      for (const { path, step } of steps) {
        const [lines, cut, wait] = step;
        const bytes = text(lines);
        for (const part of [bytes.slice(0, cut), bytes.slice(cut)]) {
          if (part === "") continue;
          fs.appendFileSync(path, part);
          now = new Date(now.getTime() + wait);
          const before = live.current.lists;
          expect(await sayLive(live, now)).toEqual(await sayFresh(asked, channel, now));
          if (live.current.lists === before && live.doubt(now) === undefined) readOn++;
        }
      }
    },
  );
  expect(readOn, "parts that were read on, not loaded anew").toBeGreaterThan(draws(10) / 3);
});

test("A list that is gone is in doubt, and trusted again once it is back", async () => {
  const path = ledger();
  const live = await open([{ path }]);
  fs.renameSync(path, `${path}.away`);
  expect(await sayLive(live, NOW)).toBe("notFound");
  expect(await sayLive(live, NOW)).toBe("notFound");
  fs.renameSync(`${path}.away`, path);
  expect(await sayLive(live, NOW)).toMatchObject({ "+50370123456": [true, expect.anything()] });
});

test("A list that was cut to nothing, or whose content is no list any more, is in doubt", async () => {
  const path = ledger();
  const live = await open([{ path }]);
  fs.truncateSync(path, HEADER.length + 1);
  expect(await sayLive(live, NOW)).toBe("registryShrank");
  fs.writeFileSync(path, "nombre\nAna\n");
  expect(typeof (await sayLive(live, NOW))).toBe("string");
});

test("A line far from the end that is rewritten in place counts, also where others append in the same moment", async () => {
  const dir = new Workdir();
  const line = (i: number, phone: string) => `e${i},${phone},opt-out,any,,2026-05-01T08:00:00-06:00,web,,,,\n`;
  const many = Array.from({ length: 2000 }, (_, i) => line(i, `+503700${String(i).padStart(5, "0")}`)).join("");
  dir.write("r.csv", `${HEADER}\n${line(9000, "+50370099998")}${many}`);
  const list = { path: dir.at("r.csv") };
  const live = await open([list]);
  const corrected = dir.text("r.csv").replace("+50370099998", "+50370009999");
  fs.writeFileSync(list.path, `${corrected}${line(9001, "+50379999999")}`);
  const said = await sayLive(live, NOW);
  expect(said).toEqual(await sayFresh([list], "any", NOW));
  expect(said).toMatchObject({ "+50370009999": [true, expect.anything()], "+50379999999": [true, expect.anything()] });
});

test("A list that turns old is in doubt without a look, and trusted again once an import touches it", async () => {
  const path = ledger();
  const live = await open([{ path, maxAge: 86_400_000 }], "any", new Date());
  const soon = new Date(Date.now() + 1000);
  expect(live.doubt(soon)).toBeUndefined();
  const later = new Date(Date.now() + 3 * 86_400_000);
  expect(live.doubt(later)?.sentence).toBe("tooOld");
  expect(await sayLive(live, later)).toBe("tooOld");
  fs.utimesSync(path, later, later);
  const before = live.current.lists;
  expect(await sayLive(live, later)).toMatchObject({ "+50370123456": [true, expect.anything()] });
  expect(live.current.lists, "nothing was read").toBe(before);
});

test("A planted number that an appended opt-in lifts puts the lists in doubt", async () => {
  const path = ledger(LEDGER + OPT_OUT);
  const live = await open([{ path, canary: "+50370123456" }]);
  fs.appendFileSync(path, "3,+50370123456,opt-in,any,2026-04-01T10:00:00Z,2026-04-01T10:00:00Z,web,,,,\n");
  expect(await sayLive(live, NOW)).toBe("canaryMissing");
});

test("A manifest that appears and does not fit puts its list in doubt", async () => {
  const path = ledger();
  const live = await open([{ path }]);
  fs.writeFileSync(`${path}.manifest.json`, "{");
  expect(await sayLive(live, NOW)).toBe("badManifest");
  fs.rmSync(`${path}.manifest.json`);
  expect(await sayLive(live, NOW)).toMatchObject({ "+50370123456": [true, expect.anything()] });
});

test("Closed lists answer no", async () => {
  const live = await open([{ path: ledger() }]);
  live.close();
  await live.refresh();
  expect(live.doubt(NOW)?.sentence).toBe("listsClosed");
});

test("A date that proves the order of day and month for those before it has the list loaded anew", async () => {
  const path = ledger();
  const lists = [{ path }];
  const live = await open(lists);
  for (const date of ["01/02/2026", "01/13/2026"]) {
    fs.appendFileSync(path, `9,+50361234567,opt-out,sms,${date},2026-03-02T10:00:00Z,web,,,,\n`);
    expect(await sayLive(live, NOW)).toEqual(await sayFresh(lists, "any", NOW));
  }
});
