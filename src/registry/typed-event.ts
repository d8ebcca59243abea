// What somebody asked for at the counter or on the phone, as an event of now.

import type { Channel } from "../suppression/event.js";
import { timestampInElSalvador } from "../text/values.js";
import { plain } from "./ledger-text.js";
import type { WantedEvent } from "./understanding.js";

export interface Asked {
  channel: Channel;
  action: "opt-out" | "opt-in";
  reason: string;
}

/** `phone`: E.164. */
export function typedEvent(phone: string, { channel, action, reason }: Asked, now: Date): WantedEvent {
  return {
    ...{ phone, action, channel, requestedAt: timestampInElSalvador(now), source: "manual", sender: "" },
    ...{ reason: plain(reason), evidence: "registry add", language: "es", by: "call" },
  };
}
