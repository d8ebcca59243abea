// Lists that stay open, as tests open and ask them.

import fs from "node:fs";
import type { Channel } from "../../src/suppression/event.js";
import { LiveSuppression } from "../../src/suppression/live.js";
import type { SuppressionPlan } from "../../src/suppression/load.js";
import { EL_SALVADOR } from "../../src/time/time-zone.js";
import { PEOPLE } from "./event-lists.js";
import { Workdir } from "./workdir.js";

export const HEADER = "event,phone,action,channel,requested_at,recorded_at,source,sender,reason,evidence,expires";
export const ASKED = [...PEOPLE, "+50322225000", "+50322225019", "+50379999999", "+50370009999"];
export const NOW = new Date("2026-06-01T12:00:00Z");

export interface Asked {
  path: string;
  lifts?: boolean;
  maxAge?: number;
  allowEmpty?: boolean;
  canary?: string;
}

export function planOf(lists: readonly Asked[]): SuppressionPlan {
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

export function open(lists: readonly Asked[], channel: Channel = "any", now = NOW): Promise<LiveSuppression> {
  const plan = planOf(lists);
  const places = lists.map(({ path }) => path);
  return LiveSuppression.open(async () => ({ suppression: plan, warnings: [] }), places, channel, now);
}

export type Said = Record<string, unknown> | string;

export async function sayLive(live: LiveSuppression, now: Date): Promise<Said> {
  await live.refresh(() => now);
  const doubt = live.doubt(now);
  if (doubt !== undefined) return doubt.sentence;
  return Object.fromEntries(
    ASKED.map((e164) => [e164, [live.current.index.has(e164), live.current.index.holdings(e164)]]),
  );
}

export const LEDGER = `${HEADER}\n1,+50370123456,opt-out,any,2026-03-01T10:00:00Z,2026-03-01T10:00:00Z,web,,,,\n`;
export const OPT_OUT = "2,+50361234567,opt-out,any,2026-03-02T10:00:00Z,2026-03-02T10:00:00Z,web,,,,\n";

export function ledger(content = LEDGER): string {
  const path = new Workdir().at("registry.csv");
  fs.writeFileSync(path, content);
  return path;
}
