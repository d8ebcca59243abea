// Loads the suppression lists of a run, and proves them: the index that it returns can be trusted.

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

/** When the hashes of a list must be proven: once it is loaded, or by a match during the run. */
export type ProvenBy = "load" | "run";

/** The numbers (E.164) whose records are asked for their reasons. */
export type NotesOf = "all" | ReadonlySet<string>;

export interface LoadOptions extends Pick<LoadTerms, "onRead" | "onProgress"> {
  storage?: IndexStorage | undefined;
  /** The time as of which events are read; `now` by default. */
  asOf?: AsOf;
  /** Keeps the reasons and sources of these numbers (E.164), or of all. */
  notesOf?: NotesOf | undefined;
  /** When hashed lists must be proven: `load`, if answers can't be taken back. */
  provenBy?: ProvenBy;
}

/** Loads lists for a channel. A list that can't be trusted, or a check that fails, is exit 4. */
export async function loadSuppression(
  { lists: plans, canaries, hashKey, zone }: SuppressionPlan,
  channel: Channel,
  now: Date,
  { storage, notesOf: wanted, provenBy = "load", asOf = asOfNow(now), ...observer }: LoadOptions = {},
) {
  const notes = await notesOf(wanted);
  const index = new SuppressionIndex(channel, { hashKey, storage, keepsAll: asOf.keepsExpired === true });
  const memory = storage?.memory;
  const lists = await loadLists(plans, index, { now, zone, asOf, memory, notes, ...observer });
  const samples = index.samples().map((numbers, i) => ({ name: lists[i]!.name, numbers }));
  checkCanaries(canaries, lists, index);
  const selfCheck = { canaries, sampled: checkSamples(samples, index) };
  // A lookup that finds a digest proves its list: a list of both numbers and digests proves itself, and may prove another.
  for (const e164 of samples.flatMap(({ numbers }) => numbers)) index.digests.find(e164);
  /** Returns the warnings about the lists. Call it once all was looked up: it refuses a list (exit 4) whose hashes are not proven then. */
  const proveLists = (): readonly Warning[] =>
    lists.flatMap((list, i) => [...list.warnings, ...index.digests.trust(list, i, plans[i]!.terms)]);
  if (provenBy === "load") proveLists();
  return { index, lists, selfCheck, notes, proveLists };
}

function asOfNow(now: Date): AsOf {
  return { now: Math.floor(now.getTime() / 1000), excludesLater: false };
}

/** Loaded when reasons are asked for: start-up time counts. */
async function notesOf(wanted: NotesOf | undefined): Promise<Notes | undefined> {
  if (wanted === undefined) return undefined;
  const { Notes } = await import("./notes.js");
  return new Notes(wanted === "all" ? undefined : new Set([...wanted].map(nationalOf)));
}
