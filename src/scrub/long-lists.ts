// Chooses where the index of long lists is stored outside a scrub: in the kernel's memory, which reads them fast.

import { mayBeLong } from "../lists/batches.js";
import type { IndexStorage } from "../suppression/country.js";
import type { ListPlan } from "../suppression/trust.js";

/** Returns undefined, for a quick start, if no list is long, or if there is no kernel. */
export async function storageFor(lists: readonly ListPlan[]): Promise<IndexStorage | undefined> {
  if (!lists.some(({ source }) => mayBeLong(source.path))) return undefined;
  const { beginKernelRun } = await import("./plain-records.js");
  return beginKernelRun()?.storage;
}
