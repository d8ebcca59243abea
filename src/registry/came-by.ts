// How a request came, which decides how it is answered: a reply can be replied to.

import type { RequestKind } from "../headers/import-columns.js";

export type CameBy = "reply" | "call" | "form";

export const CAME_BY: Readonly<Record<RequestKind, CameBy>> = {
  sms: "reply",
  call: "call",
  form: "form",
  consent: "form",
};

/** Why an event is recorded, or waits. */
export const REASON: Readonly<Record<RequestKind, string>> = {
  sms: "message",
  call: "disposition",
  form: "form",
  consent: "status",
};

/** How a request came that went to a person, by the reason that it went there for. */
export function cameByOf(reason: string): CameBy {
  return reason.includes(REASON.sms) ? "reply" : reason.includes(REASON.call) ? "call" : "form";
}
