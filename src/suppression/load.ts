// The suppression lists of a run, loaded and proven: from here on the index may be relied on.

import type { Warning } from "../errors.js";
import type { TimeZone } from "../time/time-zone.js";
import { type IndexStorage, nationalOf } from "./country.js";
import type { AsOf, Channel } from "./event.js";
import type { Notes } from "./notes.js";
import { type LoadTerms, loadLists } from "./read-list.js";
import { type Canary, checkCanaries, checkSamples } from "./self-check.js";
import { SuppressionIndex } from "./suppression-index.js";
import type { ListPlan } from "./trust.js";

export interface SuppressionPlan {
  lists: readonly ListPlan[];
  canaries: readonly Canary[];
  /** The key of lists hashed with HMAC-SHA-256. */
  hashKey: Uint8Array | undefined;
  /** The zone of times that name none. */
  zone: TimeZone;
}

export type Suppression = Awaited<ReturnType<typeof loadSuppression>>;

/** When the hashes of a list have to be proven: before anything is asked, or by a match in the run at the latest. */
export type ProvenBy = "load" | "run";

/** Numbers whose records will be asked for their reasons. */
export type NotesOf = "all" | ReadonlySet<string>;

/** Where the index keeps its memory, and who follows what is read. */
export interface LoadOptions extends Pick<LoadTerms, "onRead" | "onProgress"> {
  storage?: IndexStorage | undefined;
  /** Somebody will ask why, of these numbers (E.164) or of any: reasons and sources are kept. */
  notesOf?: NotesOf | undefined;
  /** When hashes have to be proven: what is answered at once can't be taken back. */
  provenBy?: ProvenBy;
}

/**
 * What the lists say for a channel, or where expired entries are kept all that they ever said; a list that can't be trusted,
 * or a check that fails, is exit 4.
 */
export async function loadSuppression(
  { lists: plans, canaries, hashKey, zone }: SuppressionPlan,
  channel: Channel,
  now: Date,
  asOf: AsOf,
  { storage, notesOf: wanted, provenBy = "load", ...observer }: LoadOptions = {},
) {
  const notes = await notesOf(wanted);
  const index = new SuppressionIndex(channel, { hashKey, storage, keepsAll: asOf.keepsExpired === true });
  const memory = storage?.memory;
  const lists = await loadLists(plans, index, { now, zone, asOf, memory, notes, ...observer });
  const samples = lists.map(({ name }, i) => ({ name, numbers: index.sampleOf(i) }));
  checkCanaries(canaries, lists, index);
  const selfCheck = { canaries, sampled: checkSamples(samples, index) };
  // A list of both numbers and digests proves itself, and one may prove another.
  for (const e164 of samples.flatMap(({ numbers }) => numbers)) index.digests.find(e164);
  /**
   * What is to be warned of in the lists. Where the run may still prove hashes it is asked for when all was looked up: a list
   * that is unproven then is exit 4.
   */
  const warnings = (): readonly Warning[] =>
    lists.flatMap((list, i) => [...list.warnings, ...index.digests.trust(list, i, plans[i]!.terms)]);
  // Refuses lists whose hashes must be proven by now.
  if (provenBy === "load") warnings();
  return { index, lists, selfCheck, notes, warnings };
}

/** Loaded when reasons are asked for: start-up time counts. */
async function notesOf(wanted: NotesOf | undefined): Promise<Notes | undefined> {
  if (wanted === undefined) return undefined;
  const { Notes } = await import("./notes.js");
  return new Notes(wanted === "all" ? undefined : new Set([...wanted].map(nationalOf)));
}
