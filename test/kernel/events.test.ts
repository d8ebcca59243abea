// The kernel takes in the events of a list as the careful lane does: what stands of each number, since when, and in which record.

import fc from "fast-check";
import { expect, test } from "vitest";
import { beginKernelRun } from "../../src/scrub/kernel-run.js";
import type { IndexStorage } from "../../src/suppression/country.js";
import { loadSuppression } from "../../src/suppression/load.js";
import { loadLists } from "../../src/suppression/read-list.js";
import { SuppressionIndex } from "../../src/suppression/suppression-index.js";
import { EL_SALVADOR } from "../../src/time/time-zone.js";
import { draws } from "../support/draws.js";
import { listPlan } from "../support/list-plan.js";
import { Workdir } from "../support/workdir.js";

const NOW = new Date("2026-03-14T12:00:00Z");
/** Numbers whose entries share a chain, and some that do not. */
const NUMBERS = ["70123456", "70123457", "70123458", "72001122"];

/** A second list begins behind the entries of the first. */
const plansFor = (path: string) => [listPlan("one", path), listPlan("two", path)];

async function told(path: string, storage: IndexStorage | undefined): Promise<unknown> {
  const index = new SuppressionIndex("any", { storage });
  const asOf = { now: NOW.getTime() / 1000, excludesLater: false };
  const terms = { now: NOW, channel: "any", zone: EL_SALVADOR, asOf, memory: storage?.memory } as const;
  const lists = await loadLists(plansFor(path), index, terms);
  const counts = lists.map(({ entries, numbers, lifted, events, warnings }) => ({
    ...{ entries, numbers, lifted, events, warnings: warnings.map(({ code }) => code) },
  }));
  const numbers = NUMBERS.map((number) => [index.holdings(`+503${number}`), index.entriesOf(`+503${number}`)]);
  return { counts, numbers };
}

async function toldOfThePast(path: string, storage: IndexStorage | undefined): Promise<unknown> {
  const plan = { lists: plansFor(path), canaries: [], hashKey: undefined, zone: EL_SALVADOR };
  const asOf = { now: NOW.getTime() / 1000, excludesLater: false, keepsExpired: true };
  const { index, lists } = await loadSuppression(plan, "any", NOW, { asOf, storage });
  const counts = lists.map(({ entries, events }) => ({ entries, events }));
  return { counts, events: NUMBERS.map((number) => index.entriesOf(`+503${number}`)) };
}

const event = fc.record({
  number: fc.constantFrom(...NUMBERS),
  action: fc.constantFrom(
    "opt-out",
    "opt-out",
    "opt-out",
    "opt-in",
    "opt-in",
    "settled",
    "request",
    "opt-in?",
    "#opt-in",
  ),
  channel: fc.constantFrom("any", "sms", "call", "", "#sms"),
  day: fc.integer({ min: 0, max: 3 }),
  id: fc.constantFrom("e", "7f", "rem", "# 7f", "-- 7f"),
  noted: fc.constantFrom("", "", "", "no llamar", "x"),
  spelled: fc.constantFrom("+503", "+503", "+503", "", "503", "+503 "),
  time: fc.constantFrom("10:00:00Z", "10:00:00Z", "04:00:00-06:00", "10:00Z", "10:00:00"),
});
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

function dateOf({ day, time }: Event): string {
  return day === 0 ? "" : `2026-03-0${day}T${time}`;
}

const WRITTEN: Readonly<Record<string, (one: Event) => string>> = {
  "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence": (one) =>
    `${one.id},${one.spelled}${one.number},${one.action},${one.channel},${dateOf(one)},2026-03-09T10:00:00Z,sms,,${one.noted},`,
  "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence,notas": (one) =>
    `${one.id},+503${one.number},${one.action},${one.channel},${dateOf(one)},2026-03-09T10:00:00Z,sms,,,,${one.noted}`,
  // An opt-in of the future, and of days as people write them.
  "event,phone,action,channel,requested_at,recorded_at,source,sender,reason": (one) =>
    `e,+503${one.number},${one.action},${one.channel},${one.day === 3 ? "2027-01-01T10:00:00Z" : `0${one.day + 1}/03/2026`},2026-03-09T10:00:00Z,sms,,${one.noted}`,
  "telefono,fecha,canal,accion": (one) => `${one.number},2026-03-0${one.day + 1},${one.channel},${one.action}`,
  "telefono,canal": (one) => `${one.number},${one.channel}`,
};

test("events of the same numbers, in whichever order, come to the same in the kernel and outside it", async () => {
  const dir = new Workdir();
  const property = fc.asyncProperty(
    fc.constantFrom(...Object.keys(WRITTEN)),
    fc.array(event, { minLength: 1, maxLength: 40 }),
    async (header, events) => {
      dir.write("list.csv", `${[header, ...events.map(WRITTEN[header]!)].join("\n")}\n`);
      const path = dir.at("list.csv");
      expect(await told(path, beginKernelRun()!.storage)).toEqual(await told(path, undefined));
      expect(await toldOfThePast(path, beginKernelRun()!.storage)).toEqual(await toldOfThePast(path, undefined));
    },
  );
  await fc.assert(property, { numRuns: draws(60), seed: 503 });
}, 60_000);
