// Whether hashed lists may be relied on: one that nothing proves may have been hashed in a way that svscrub does not know,
// and then it lets everybody through. What proves one, digest-proof.ts says.

import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { columnName } from "../lists/column-names.js";
import type { OpenedList } from "../lists/open.js";
import type { DigestIndex } from "./digests.js";
import type { Manifest } from "./manifest.js";
import type { TrustTerms } from "./trust.js";

/** When the hashes of a list have to be proven: before anything is asked, or by a match in the run at the latest. */
export type ProvenBy = "load" | "run";

/** Refuses a list that says that its hashes were made with a key where there is none. `keyed`: the column that says so. */
export function refuseMissingKey(list: OpenedList, keyed: number | undefined, hasKey: boolean): void {
  if (keyed === undefined || hasKey) return;
  throw new ScrubError(ExitCode.suppressionList, "hashKeyNeeded", [columnName(list, keyed)], { file: list.file.path });
}

/** Refuses a list whose manifest names a hash that its own proof does not show. */
export function checkManifestHash(
  file: string,
  list: number,
  digests: DigestIndex,
  manifest: Manifest | undefined,
): void {
  const said = manifest?.hash;
  if (said === undefined || digests.proofOf(list)?.found.some((found) => found.startsWith(`${said}:`))) return;
  throw new ScrubError(ExitCode.suppressionList, "manifestHash", [said, digests.hasKey], { file });
}

/** Has a number of every list looked up among the digests of all: a list of both proves itself, and one may prove another. */
export function proveBySamples(lists: readonly { sample: readonly string[] }[], digests: DigestIndex): void {
  if (!digests.areUnproven) return;
  for (const { sample } of lists) for (const e164 of sample) digests.find(e164);
}

interface HashedList {
  name: string;
  path: string;
  entries: number;
  usable: number;
  notUnderstood: readonly unknown[];
}

/**
 * Entries that only digests that nothing proves tell whom they mean are unreadable ones. Each of them is somebody who opted out, so
 * that a few are not forgiven as slips in a list of numbers are: a list of which they are too large a share is exit 4. Returns
 * what is to be warned of.
 */
export function trustHashes(
  list: HashedList,
  at: number,
  { terms }: { terms: Pick<TrustTerms, "allowUnproven" | "maxUnreadable"> },
  digests: DigestIndex,
): Warning[] {
  const proof = digests.proofOf(at);
  if (proof === undefined || proof.proven) return [];
  const unproven = digests.ofList(at).unprovenEntries;
  const warning: Warning = { code: "hashes-unproven", values: [list.name, unproven] };
  if (unproven === 0 || terms.allowUnproven) return [warning];
  const notUnderstood = list.notUnderstood.length + unproven;
  if (unproven < list.usable && notUnderstood <= terms.maxUnreadable * list.entries) return [warning];
  throw new ScrubError(ExitCode.suppressionList, "hashesUnproven", [list.name, digests.hasKey], { file: list.path });
}
