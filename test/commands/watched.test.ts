// Whoever reads a long list or a registry says how far it has come: at a terminal somebody waits.

import { expect, test } from "vitest";
import { auditContacts } from "../../src/audit/contacts.js";
import type { Progress } from "../../src/lists/progress.js";
import { readStatus } from "../../src/registry/status.js";
import { loadSuppression } from "../../src/suppression/load.js";
import { EL_SALVADOR } from "../../src/time/time-zone.js";
import { Workdir } from "../support/workdir.js";

const NOW = new Date("2026-11-24T12:00:00Z");
const EVENTS = 40_000;
const HEADER = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence\n";
const eventOf = (_: unknown, i: number) =>
  `e${i},+503${70_000_000 + i},opt-out,any,2026-03-01T10:00:00-06:00,2026-03-01T10:00:00-06:00,sms,,message,a.csv:${i}\n`;

function scene(): Workdir {
  const dir = new Workdir({ "registry.csv": HEADER + Array.from({ length: EVENTS }, eventOf).join("") });
  return dir;
}

function planOf(dir: Workdir) {
  const terms = {
    ...{ maxAge: undefined, asOf: undefined, minEntries: undefined, baseline: undefined },
    ...{ maxUnreadable: 0.01, maxRange: undefined, allowEmpty: false, allowUnproven: false },
  };
  const source = { name: "registry", path: dir.at("registry.csv") };
  const list = { source, overrides: { noHeader: false, columns: [] }, terms, liftsOthers: false };
  return { lists: [list], canaries: [], hashKey: undefined, zone: EL_SALVADOR };
}

function expectGoingOn(told: readonly Progress[], most: number): void {
  expect(told.length).toBeGreaterThan(1);
  const shares = told.map(({ share }) => share!);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  for (const { share, records } of told) {
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThanOrEqual(1.01);
    expect(records).toBeLessThanOrEqual(most);
  }
}

test("a look over a registry", () => {
  const told: Progress[] = [];
  readStatus(scene().at("registry.csv"), NOW, (progress) => told.push(progress));
  expectGoingOn(told, EVENTS);
});

test("suppression lists, as they are loaded", async () => {
  const told: Progress[] = [];
  await loadSuppression(planOf(scene()), "any", NOW, { onProgress: (progress) => told.push(progress) });
  expectGoingOn(told, EVENTS);
  expect(told.at(-1)?.records).toBe(EVENTS);
});

test("an audit, of its lists and then of its log", async () => {
  const dir = scene();
  dir.write("log.csv", `telefono,fecha\n${"7912-3456,2026-03-02 10:00\n".repeat(20_000)}`);
  const told: Progress[] = [];
  const plan = {
    ...{ log: dir.at("log.csv"), overrides: { noHeader: false, columns: [] }, suppression: planOf(dir) },
    ...{ channel: "any" as const, grace: 0, hours: undefined, most: undefined },
  };
  await auditContacts(plan, undefined, NOW, (progress) => told.push(progress));
  const ofLog = told.findLastIndex(({ records }) => records === EVENTS) + 1;
  expectGoingOn(told.slice(0, ofLog), EVENTS);
  expect(told.at(-1)?.records).toBe(20_000);
});
