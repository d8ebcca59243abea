// Where an index of long lists is to lie, for whoever reads them outside a scrub: their plain records are the kernel's.

import { mayBeLong } from "../lists/batches.js";
import type { IndexStorage } from "../suppression/country.js";
import type { ListPlan } from "../suppression/trust.js";

/** Undefined where no list is long, or there is no kernel: start-up time counts. */
export async function storageFor(lists: readonly ListPlan[]): Promise<IndexStorage | undefined> {
  if (!lists.some(({ source }) => mayBeLong(source.path))) return undefined;
  const { beginKernelRun } = await import("./plain-records.js");
  return beginKernelRun()?.storage;
}
