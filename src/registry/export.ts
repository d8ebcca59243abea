// The current state of a registry, to be shared: plain, or with the numbers hashed.

import { createHash, createHmac } from "node:crypto";
import { stringify } from "csv-stringify/sync";
import { PROOF_NUMBER, PROOF_WORD } from "../suppression/digest-proof.js";
import type { Channel } from "../suppression/event.js";
import type { ManifestHash } from "../suppression/manifest.js";
import { VOID } from "../suppression/taken-back.js";
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

/** Those for a channel: of its own and of `any`; for `any` all of them. */
export function standsFor<T extends Pick<StandingEvent, "channel">>(
  stands: Iterable<T>,
  channel: Channel | undefined,
): T[] {
  const counts = (own: Channel) => channel === undefined || channel === "any" || own === channel || own === "any";
  return [...stands].filter((stand) => counts(stand.channel));
}

/**
 * Rows by the events that stand, so that the last row's event is where the next export goes on, and among them the events that
 * take back what an earlier export may have said: only these have an evidence, which names it. Hashed ones carry the digest
 * of a number that nobody has, first, by which whoever reads them knows that hash and key are the right ones.
 */
export function writeExport(events: readonly LedgerEvent[], { format, hash }: ExportPlan): string {
  const phone = hash === undefined ? "phone" : `phone_${methodOf(hash).replace("-", "_")}`;
  const takesBack = ({ action }: LedgerEvent) => action === VOID;
  const more = events.some(takesBack) ? ["evidence"] : [];
  const header = ["event", phone, "channel", "action", "requested_at", "recorded_at", ...more];
  const rowOf = (event: LedgerEvent) => [
    ...cellsOf(event, hash),
    ...more.map(() => (takesBack(event) ? event.evidence : "")),
  ];
  if (format === "csv") {
    const proof = hash && [PROOF_WORD, proofOf(hash), "any", PROOF_WORD, "", "", ...more.map(() => "")];
    return stringify([header, ...(proof === undefined ? [] : [proof]), ...events.map(rowOf)]);
  }
  const objectOf = (event: LedgerEvent) => Object.fromEntries(rowOf(event).map((cell, i) => [header[i], cell]));
  const proof = hash && { phone: PROOF_NUMBER, [phone]: proofOf(hash) };
  const [stands, voids] = [events.filter((event) => !takesBack(event)), events.filter(takesBack)].map((some) =>
    some.map((event) => objectOf(event)),
  );
  const said = { schema_version: 1, ...(proof && { proof }), stands, ...(more.length > 0 && { voids }) };
  return `${JSON.stringify(said, null, 2)}\n`;
}

export function methodOf({ key }: HashWanted): ManifestHash {
  return key === undefined ? "sha256" : "hmac-sha256";
}

/** The digest of the number that nobody has. */
export function proofOf({ key }: HashWanted): string {
  return digestOf(PROOF_NUMBER, key);
}

function cellsOf(
  { event, phone, channel, action, requestedAt, recordedAt }: LedgerEvent,
  hash: ExportPlan["hash"],
): string[] {
  return [event, hash === undefined ? phone : digestOf(phone, hash.key), channel, action, requestedAt, recordedAt];
}

function digestOf(e164: string, key: Uint8Array | undefined): string {
  return (key === undefined ? createHash("sha256") : createHmac("sha256", key)).update(e164).digest("hex");
}
