// The current state of a registry, to be shared: plain, or with the numbers hashed.

import { createHash, createHmac } from "node:crypto";
import { stringify } from "csv-stringify/sync";
import type { Channel } from "../suppression/event.js";
import type { LedgerEvent } from "./ledger-event.js";
import type { Stand } from "./state.js";

export interface ExportPlan {
  /** The channel for which it counts. */
  channel: Channel | undefined;
  format: "csv" | "json";
  /** `plain`: SHA-256; with a key, HMAC-SHA-256. Undefined: the numbers themselves. */
  hash: { key: Uint8Array | undefined } | undefined;
}

/** Stands for a channel: of its own and of `any`; for `any` all of them. */
export function standsFor(stands: Iterable<Stand>, channel: Channel | undefined): Stand[] {
  const counts = (own: Channel) => channel === undefined || channel === "any" || own === channel || own === "any";
  return [...stands].filter((stand) => counts(stand.channel));
}

/** Rows by the events that stand, so that the last row's event is where the next export goes on. */
export function writeExport(stands: readonly Stand[], { format, hash }: ExportPlan): string {
  const phone = hash === undefined ? "phone" : hash.key === undefined ? "phone_sha256" : "phone_hmac_sha256";
  const header = ["event", phone, "channel", "action", "requested_at", "recorded_at"];
  const rows = stands.map(({ event }) => rowOf(event, hash));
  if (format === "csv") return stringify([header, ...rows]);
  const objects = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
  return `${JSON.stringify({ schema_version: 1, stands: objects }, null, 2)}\n`;
}

function rowOf(
  { event, phone, channel, action, requestedAt, recordedAt }: LedgerEvent,
  hash: ExportPlan["hash"],
): string[] {
  return [event, hash === undefined ? phone : digestOf(phone, hash.key), channel, action, requestedAt, recordedAt];
}

function digestOf(e164: string, key: Uint8Array | undefined): string {
  return (key === undefined ? createHash("sha256") : createHmac("sha256", key)).update(e164).digest("hex");
}
