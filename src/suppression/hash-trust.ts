// Whether hashed lists may be relied on: one that nothing proves may have been hashed in a way that svscrub does not know,
// and then it lets everybody through.

import { ExitCode, ScrubError, type Warning } from "../errors.js";
import { namesKeyedDigests } from "../headers/hash-names.js";
import { columnName } from "../lists/column-names.js";
import type { OpenedList } from "../lists/open.js";
import type { DigestIndex } from "./digests.js";
import type { ListSource } from "./sources.js";
import type { TrustTerms } from "./trust.js";

/** When the hashes of a list have to be proven: before anything is asked, or by a match in the run at the latest. */
export type ProvenBy = "load" | "run";

/** Refuses a list of which a column says that its hashes were made with a key, where there is none. */
export function refuseMissingKey(list: OpenedList, hashes: readonly number[], { hasKey }: DigestIndex): void {
  const keyed = hashes.find((column) => namesKeyedDigests(list.header?.[column] ?? ""));
  if (keyed === undefined || hasKey) return;
  throw new ScrubError(ExitCode.suppressionList, "hashKeyNeeded", [columnName(list, keyed)], { file: list.file.path });
}

/**
 * Refuses a list that nothing proves where digests alone tell whom its entries mean: it may let everybody through. Returns what
 * is to be warned of.
 */
export function trustHashes(
  { name, path: file }: ListSource,
  list: number,
  { allowUnproven }: Pick<TrustTerms, "allowUnproven">,
  digests: DigestIndex,
): Warning[] {
  if (digests.proofOf(list)?.proven !== false) return [];
  const { alone } = digests.ofList(list);
  if (alone === 0 || allowUnproven) return [{ code: "hashes-unproven", values: [name, alone] }];
  throw new ScrubError(ExitCode.suppressionList, "hashesUnproven", [name, digests.hasKey], { file });
}
