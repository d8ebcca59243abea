// The current state of a registry, to be shared: plain, or with the numbers hashed.

import { createHash, createHmac } from "node:crypto";
import { stringify } from "csv-stringify/sync";
import { PROOF_NUMBER, PROOF_WORD } from "../suppression/digest-proof.js";
import type { Channel } from "../suppression/event.js";
import type { ManifestHash } from "../suppression/manifest.js";
import type { LedgerEvent } from "./ledger-event.js";
import type { StandingEvent } from "./state.js";

export interface ExportPlan {
  /** The channel for which it counts. */
  channel: Channel | undefined;
  format: "csv" | "json";
  /** Undefined: the numbers themselves. */
  hash: HashWanted | undefined;
}

/** Without a key SHA-256, with one HMAC-SHA-256. */
export interface HashWanted {
  key: Uint8Array | undefined;
}

/** Stands for a channel: of its own and of `any`; for `any` all of them. */
export function standsFor(stands: Iterable<StandingEvent>, channel: Channel | undefined): StandingEvent[] {
  const counts = (own: Channel) => channel === undefined || channel === "any" || own === channel || own === "any";
  return [...stands].filter((stand) => counts(stand.channel));
}

/**
 * Rows by the events that stand, so that the last row's event is where the next export goes on. Hashed ones carry the digest
 * of a number that nobody has, first, by which whoever reads them knows that hash and key are the right ones.
 */
export function writeExport(stands: readonly StandingEvent[], { format, hash }: ExportPlan): string {
  const phone = hash === undefined ? "phone" : `phone_${methodOf(hash).replace("-", "_")}`;
  const header = ["event", phone, "channel", "action", "requested_at", "recorded_at"];
  const rows = stands.map(({ event }) => rowOf(event, hash));
  if (format === "csv") {
    const proof = hash && [PROOF_WORD, proofOf(hash), "any", PROOF_WORD, "", ""];
    return stringify([header, ...(proof === undefined ? [] : [proof]), ...rows]);
  }
  const objects = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
  const proof = hash && { phone: PROOF_NUMBER, [phone]: proofOf(hash) };
  return `${JSON.stringify({ schema_version: 1, ...(proof && { proof }), stands: objects }, null, 2)}\n`;
}

export function methodOf({ key }: HashWanted): ManifestHash {
  return key === undefined ? "sha256" : "hmac-sha256";
}

/** The digest of the number that nobody has. */
export function proofOf({ key }: HashWanted): string {
  return digestOf(PROOF_NUMBER, key);
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
