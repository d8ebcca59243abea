// Runs a plan and writes its outputs without publishing them, for a scrub and for its verification.

import type { Warning } from "../../errors.js";
import type { WrittenOutput } from "../../evidence/report.js";
import type { OutputWanted } from "../../files/output.js";
import type { Publication } from "../../files/publication.js";
import { type RunContext, runScrub, type ScrubPlan, type ScrubResult } from "../../scrub/run.js";
import type { OutputRole, ScrubOutputs } from "../../scrub/writers.js";

export type WantedOutputs = Partial<Record<OutputRole, OutputWanted | undefined>>;

/** An output that is only hashed. */
export const NOWHERE = "/dev/null";
/** In the order in which they are written. */
const ROLES: readonly OutputRole[] = ["clean", "flagged", "removed"];

interface RunInto extends Omit<RunContext, "openAgain"> {
  publication: Publication;
  warnings?: readonly Warning[];
}

/** A run whose outputs are not finished yet. */
interface Ran {
  result: ScrubResult;
  outputs: ScrubOutputs;
}

export async function runInto(plan: ScrubPlan, wanted: WantedOutputs, run: RunInto): Promise<Ran> {
  const { publication, warnings = [] } = run;
  let outputs = await openAll(wanted, publication);
  const openAgain = async () => {
    publication.abandon();
    outputs = await openAll(wanted, publication);
    return outputs;
  };
  // What was written into a stream can't be discarded.
  const isGone = ROLES.some(
    (role) => outputs[role]?.temporary === undefined && ![undefined, NOWHERE].includes(wanted[role]?.path),
  );
  const judged = await runScrub(plan, outputs, { ...run, openAgain: isGone ? undefined : openAgain });
  const unsuppressed: Warning[] = plan.suppression.lists.length > 0 ? [] : [{ code: "no-suppression", values: [] }];
  return { result: { ...judged, warnings: [...unsuppressed, ...warnings, ...judged.warnings] }, outputs };
}

async function openAll(wanted: WantedOutputs, publication: Publication): Promise<ScrubOutputs> {
  const outputs: ScrubOutputs = { clean: undefined, flagged: undefined, removed: undefined };
  for (const role of ROLES) outputs[role] = wanted[role] && (await publication.open(wanted[role]));
  return outputs;
}

/** Finishes a run's outputs, which may then be published. */
export async function finish({ result, outputs }: Ran): Promise<WrittenOutput[]> {
  const written: WrittenOutput[] = [];
  for (const role of ROLES) {
    const output = outputs[role];
    if (output === undefined) continue;
    const sha256 = await output.finish();
    written.push({ role, path: output.wanted.path, sha256, bytes: output.bytes, records: result.written[role] });
  }
  return written;
}
