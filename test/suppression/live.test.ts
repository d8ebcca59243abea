// Lists that are read on as they grow: what they answer is what a load of them as they are now would answer.

import { createHash } from "node:crypto";
import fs from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ScrubError } from "../../src/errors.js";
import type { Channel } from "../../src/suppression/event.js";
import { LiveSuppression } from "../../src/suppression/live.js";
import { loadSuppression, type SuppressionPlan } from "../../src/suppression/load.js";
import { EL_SALVADOR } from "../../src/time/time-zone.js";
import { encodeRecord } from "../support/csv-files.js";
import { draws } from "../support/draws.js";
import { CHANNELS, type EventRow, eventRows, PEOPLE } from "../support/event-lists.js";
import { Workdir } from "../support/workdir.js";

const HEADER = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence,expires";
const DIALECT = { delimiter: ",", quoteAll: false, lineEnd: "\n", bom: false, lastLineEnd: true } as const;
const ASKED = [...PEOPLE, "+50322225000", "+50322225019", "+50379999999", "+50370009999"];
const NOW = new Date("2026-06-01T12:00:00Z");

interface Asked {
  path: string;
  lifts?: boolean;
  maxAge?: number;
  allowEmpty?: boolean;
  canary?: string;
}

function planOf(lists: readonly Asked[]): SuppressionPlan {
  return {
    lists: lists.map(({ path, lifts = false, maxAge, allowEmpty = false }, i) => ({
      source: { name: `list ${i}`, path },
      overrides: { noHeader: false, columns: [] },
      terms: {
        ...{ maxAge, asOf: undefined, minEntries: undefined, baseline: undefined },
        ...{ maxUnreadable: 0.5, maxRange: undefined, allowEmpty, allowUnproven: false },
      },
      liftsOthers: lifts,
    })),
    canaries: lists.flatMap(({ canary }) => (canary === undefined ? [] : [{ e164: canary, list: undefined }])),
    hashKey: undefined,
    zone: EL_SALVADOR,
  };
}

function open(lists: readonly Asked[], channel: Channel = "any", now = NOW): Promise<LiveSuppression> {
  const plan = planOf(lists);
  const places = lists.map(({ path }) => path);
  return LiveSuppression.open(async () => ({ suppression: plan, warnings: [] }), places, channel, now);
}

type Said = Record<string, unknown> | string;

/** What the lists say now, read from the first byte on; the sentence where they can't be trusted. */
async function sayFresh(lists: readonly Asked[], channel: Channel, now: Date): Promise<Said> {
  const asOf = { now: Math.floor(now.getTime() / 1000), asItStood: false };
  try {
    const { index } = await loadSuppression(planOf(lists), channel, now, asOf);
    return Object.fromEntries(ASKED.map((e164) => [e164, [index.has(e164), index.holdings(e164)]]));
  } catch (error) {
    return (error as ScrubError).sentence;
  }
}

async function sayLive(live: LiveSuppression, now: Date): Promise<Said> {
  await live.look(() => now);
  const doubt = live.doubt(now);
  if (doubt !== undefined) return doubt.sentence;
  return Object.fromEntries(ASKED.map((e164) => [e164, [live.index.has(e164), live.index.holdings(e164)]]));
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
  await fc.assert(
    fc.asyncProperty(
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
            const before = live.lists;
            expect(await sayLive(live, now)).toEqual(await sayFresh(asked, channel, now));
            if (live.lists === before && live.doubt(now) === undefined) readOn++;
          }
        }
      },
    ),
    { numRuns: draws(10) },
  );
  expect(readOn, "parts that were read on, not loaded anew").toBeGreaterThan(draws(10) / 3);
});

const LEDGER = `${HEADER}\n1,+50370123456,opt-out,any,2026-03-01T10:00:00Z,2026-03-01T10:00:00Z,web,,,,\n`;
const OPT_OUT = "2,+50361234567,opt-out,any,2026-03-02T10:00:00Z,2026-03-02T10:00:00Z,web,,,,\n";

function ledger(content = LEDGER): string {
  const path = new Workdir().at("registry.csv");
  fs.writeFileSync(path, content);
  return path;
}

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
  expect(await sayLive(live, NOW)).toBe("emptyList");
  fs.writeFileSync(path, "nombre\nAna\n");
  expect(typeof (await sayLive(live, NOW))).toBe("string");
});

test("A registry that has lost events is in doubt, also once it grows again, until they are back", async () => {
  const path = ledger(LEDGER + OPT_OUT);
  const live = await open([{ path, allowEmpty: true }]);
  const another = OPT_OUT.replace("2,+50361234567", "4,+50379999999");
  for (const left of [LEDGER, `${HEADER}\n`, `${LEDGER}${another}`, `${LEDGER}${another}${another}`]) {
    fs.writeFileSync(`${path}.new`, left);
    fs.renameSync(`${path}.new`, path);
    expect(await sayLive(live, NOW)).toBe("registryShrank");
    fs.appendFileSync(path, OPT_OUT.replace("2,", "5,"));
    expect(await sayLive(live, new Date(NOW.getTime() + 60_000))).toBe("registryShrank");
  }
  fs.writeFileSync(path, LEDGER + OPT_OUT + another);
  const said = await sayLive(live, new Date(NOW.getTime() + 120_000));
  expect(said).toMatchObject({ "+50361234567": [true, expect.anything()], "+50379999999": [true, expect.anything()] });
});

test("A registry that grew since it was loaded is known with what it gained, and an erasure loses no event", async () => {
  const path = ledger();
  const live = await open([{ path }]);
  fs.appendFileSync(path, OPT_OUT);
  expect(await sayLive(live, NOW)).toMatchObject({ "+50361234567": [true, expect.anything()] });
  fs.writeFileSync(`${path}.new`, (LEDGER + OPT_OUT).replaceAll(",web,", ",,"));
  fs.renameSync(`${path}.new`, path);
  expect(await sayLive(live, NOW)).toMatchObject({ "+50361234567": [true, expect.anything()] });
  fs.writeFileSync(`${path}.new`, LEDGER);
  fs.renameSync(`${path}.new`, path);
  expect(await sayLive(live, NOW)).toBe("registryShrank");
});

test("A folder that has lost a list is in doubt until it is back", async () => {
  const dir = new Workdir();
  dir.write("folder/a.csv", "telefono\n7012-3456\n");
  dir.write("folder/b.csv", "telefono\n6123-4567\n");
  const files = () => fs.readdirSync(dir.at("folder")).map((name) => ({ path: dir.at(`folder/${name}`) }));
  const plan = async () => ({ suppression: planOf(files()), warnings: [] });
  const live = await LiveSuppression.open(plan, [dir.at("folder")], "any", NOW);
  fs.renameSync(dir.at("folder/a.csv"), dir.at("a.csv"));
  expect(await sayLive(live, NOW)).toBe("listLost");
  dir.write("folder/c.csv", "telefono\n7999-9999\n");
  expect(await sayLive(live, NOW)).toBe("listLost");
  expect(live.doubt(NOW)?.place.file).toBe(dir.at("folder/a.csv"));
  fs.renameSync(dir.at("a.csv"), dir.at("folder/a.csv"));
  const both = { "+50370123456": [true, expect.anything()], "+50379999999": [true, expect.anything()] };
  expect(await sayLive(live, NOW)).toMatchObject(both);
});

/** A folder of lists, and how it is loaded: each is delivered under a name of its own day. */
async function deliveries(lists: Record<string, string>, maxShrink?: number) {
  const dir = new Workdir();
  const put = (name: string, text: string) => dir.write(`bajas/${name}`, `telefono\n${text}\n`);
  for (const [name, text] of Object.entries(lists)) put(name, text);
  const files = () => fs.readdirSync(dir.at("bajas")).map((name) => ({ path: dir.at(`bajas/${name}`) }));
  const plan = async () => ({ suppression: planOf(files()), warnings: [] });
  const live = await LiveSuppression.open(plan, [dir.at("bajas")], "any", NOW, maxShrink);
  return { live, put, remove: (name: string) => fs.rmSync(dir.at(`bajas/${name}`)) };
}

const MANY = Array.from({ length: 100 }, (_, i) => `7012-34${String(i).padStart(2, "0")}`);
const digestsOf = (numbers: readonly string[]) =>
  ["0000-0000", ...numbers]
    .map((number) =>
      createHash("sha256")
        .update(`+503${number.replace("-", "")}`)
        .digest("hex"),
    )
    .join("\n");

test.each(["before", "after"])(
  "A list that is replaced under another name, put there %s the old one goes, is trusted once it holds all of its people",
  async (order) => {
    const { live, put, remove } = await deliveries({ "27.csv": "7012-3456\n6123-4567\n+1 212 555 0123" });
    if (order === "after") remove("27.csv");
    if (order === "after") expect(await sayLive(live, NOW)).toBe("listLost");
    put("28.csv", "6123-4567\n7012-3456\n7999-9999\n+1 212 555 0123");
    if (order === "before") await sayLive(live, NOW);
    if (order === "before") remove("27.csv");
    const later = new Date(NOW.getTime() + 5000);
    const all = { "+50370123456": [true, expect.anything()], "+50379999999": [true, expect.anything()] };
    expect(await sayLive(live, later)).toMatchObject(all);
    remove("28.csv");
    put("29.csv", "7012-3456\n7999-9999\n6123-4567");
    expect(await sayLive(live, new Date(NOW.getTime() + 10_000))).toBe("listLost");
  },
);

test("Where the list that comes instead lacks people, it is trusted as far as it may shrink", async () => {
  for (const [maxShrink, left, expected] of [
    [undefined, 99, "string"],
    [0.05, 95, "object"],
    [0.05, 94, "string"],
  ] as const) {
    const { live, put, remove } = await deliveries({ "27.csv": MANY.join("\n") }, maxShrink);
    remove("27.csv");
    put("28.csv", [...MANY.slice(0, left), ...MANY.map((number) => number.replace("7012", "7013"))].join("\n"));
    expect(typeof (await sayLive(live, NOW)), `${left} of 100`).toBe(expected);
  }
});

test("Only lists of the same folder take the place of one that is gone from it", async () => {
  const dir = new Workdir();
  for (const name of ["a", "b"]) dir.write(`${name}/list.csv`, "telefono\n7012-3456\n6123-4567\n");
  dir.write("a/other.csv", "telefono\n7999-9999\n");
  const places = [dir.at("a"), dir.at("b")];
  const files = () => places.flatMap((place) => fs.readdirSync(place).map((name) => ({ path: `${place}/${name}` })));
  const plan = async () => ({ suppression: planOf(files()), warnings: [] });
  const live = await LiveSuppression.open(plan, places, "any", NOW);
  fs.rmSync(dir.at("a/list.csv"));
  expect(await sayLive(live, NOW)).toBe("listLost");
});

test("A hashed list that is replaced under another name is held to its digests", async () => {
  const { live, put, remove } = await deliveries({ "27.csv": digestsOf(MANY) });
  remove("27.csv");
  put("28.csv", digestsOf(MANY.slice(1)));
  expect(await sayLive(live, NOW)).toBe("listLost");
  put("28.csv", digestsOf([...MANY].reverse()));
  expect(typeof (await sayLive(live, new Date(NOW.getTime() + 5000)))).toBe("object");
});

test("No copy under another name takes the place of a registry that is gone from its folder", async () => {
  const dir = new Workdir();
  dir.write("folder/registro.csv", LEDGER);
  const files = () => fs.readdirSync(dir.at("folder")).map((name) => ({ path: dir.at(`folder/${name}`) }));
  const live = await LiveSuppression.open(
    async () => ({ suppression: planOf(files()), warnings: [] }),
    [dir.at("folder")],
    "any",
    NOW,
  );
  fs.renameSync(dir.at("folder/registro.csv"), dir.at("folder/copia.csv"));
  expect(await sayLive(live, NOW)).toBe("listLost");
});

test("A plain list that is cut in the middle of a line, or shrinks by more than it may, is in doubt", async () => {
  const dir = new Workdir();
  const lines = Array.from({ length: 100 }, (_, i) => `7012-34${String(i).padStart(2, "0")},2026-01-02\n`);
  const whole = `telefono,fecha\n${lines.join("")}`;
  dir.write("list.csv", whole);
  const open = (maxShrink?: number) =>
    LiveSuppression.open(
      async () => ({ suppression: planOf([{ path: dir.at("list.csv") }]), warnings: [] }),
      [dir.at("list.csv")],
      "any",
      NOW,
      maxShrink,
    );
  const [unguarded, guarded] = [await open(), await open(0.1)];
  dir.write("list.csv", whole.slice(0, -5));
  expect(await sayLive(unguarded, NOW)).toBe("listCut");
  dir.write("list.csv", `telefono,fecha\n${lines.slice(0, 95).join("")}`);
  expect([typeof (await sayLive(unguarded, NOW)), typeof (await sayLive(guarded, NOW))]).toEqual(["object", "object"]);
  dir.write("list.csv", `telefono,fecha\n${lines.slice(0, 80).join("")}`);
  expect(typeof (await sayLive(unguarded, NOW))).toBe("object");
  expect(await sayLive(guarded, NOW)).toBe("listShrank");
});

test("A list that was replaced is loaded anew", async () => {
  const path = ledger();
  const live = await open([{ path }]);
  fs.writeFileSync(`${path}.new`, LEDGER.replaceAll("70123456", "70123457"));
  fs.renameSync(`${path}.new`, path);
  const said = await sayLive(live, NOW);
  expect(said).toMatchObject({ "+50370123456": [false, []], "+50370123457": [true, expect.anything()] });
});

test("A line far from the end that is rewritten in place counts, also where others append in the same moment", async () => {
  const dir = new Workdir();
  const line = (i: number, phone: string) => `e${i},${phone},opt-out,any,,2026-05-01T08:00:00-06:00,web,,,,\n`;
  const many = Array.from({ length: 2000 }, (_, i) => line(i, `+503700${String(i).padStart(5, "0")}`)).join("");
  dir.write("r.csv", `${HEADER}\n${line(9000, "+50370099998")}${many}`);
  const list = { path: dir.at("r.csv") };
  const live = await open([list]);
  const corrected = dir.read("r.csv").toString().replace("+50370099998", "+50370009999");
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
  const before = live.lists;
  expect(await sayLive(live, later)).toMatchObject({ "+50370123456": [true, expect.anything()] });
  expect(live.lists, "nothing was read").toBe(before);
});

test("An opt-in that expires is in doubt without a look, and lifts nothing after one", async () => {
  const until = "3,+50370123456,opt-in,any,2026-04-01T10:00:00Z,2026-04-01T10:00:00Z,web,,,,2026-06-10\n";
  const live = await open([{ path: ledger(LEDGER + until) }]);
  expect(await sayLive(live, NOW)).toMatchObject({ "+50370123456": [false, []] });
  const later = new Date("2026-06-12T12:00:00Z");
  expect(live.doubt(later)?.sentence).toBe("optInLapsed");
  expect(await sayLive(live, later)).toMatchObject({ "+50370123456": [true, expect.anything()] });
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

test("Compressed lists and workbooks are not loaded anew as long as they are the same", async () => {
  const dir = new Workdir();
  fs.copyFileSync("fixtures/clientes.xlsx", dir.at("list.xlsx"));
  const live = await open([{ path: dir.at("list.xlsx") }]);
  const before = live.lists;
  await live.look(() => NOW);
  expect(live.lists).toBe(before);
  expect(live.doubt(NOW)).toBeUndefined();
});

test("Of looks at once the last one's answer is as new as it is", async () => {
  const path = ledger();
  const live = await open([{ path }]);
  fs.appendFileSync(path, OPT_OUT);
  await Promise.all([live.look(() => NOW), live.look(() => NOW), live.look(() => NOW)]);
  expect(live.index.holdings("+50361234567")).toHaveLength(1);
});

test("Closed lists answer no", async () => {
  const live = await open([{ path: ledger() }]);
  live.close();
  await live.look();
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
