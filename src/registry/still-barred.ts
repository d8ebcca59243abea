// What still bars a number that was taken in again: an opt-in lifts only the opt-out of its own channel, and only one from before.

import type { LedgerEvent } from "./ledger-event.js";
import { RegistryState, type Stand } from "./state.js";

/** A number of which an opt-in was recorded, and the opt-outs of it that stand nevertheless. */
export interface StillBarred {
  phone: string;
  stands: readonly Stand[];
}

/** In the order of the opt-ins. `events`: all of these phones; `now`: in seconds since 1970. */
export function stillBarred(
  optIns: readonly Pick<LedgerEvent, "phone">[],
  events: readonly LedgerEvent[],
  now: number,
): StillBarred[] {
  if (optIns.length === 0) return [];
  const byPhone = new Map(optIns.map(({ phone }) => [phone, [] as Stand[]]));
  for (const stand of new RegistryState(events, now).stands) if (!stand.optIn) byPhone.get(stand.phone)?.push(stand);
  return [...byPhone].flatMap(([phone, stands]) => (stands.length === 0 ? [] : [{ phone, stands }]));
}
