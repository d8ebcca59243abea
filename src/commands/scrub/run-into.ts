// A plan run into its outputs: whole, but not yet published. A scrub does that, and the verification of it.

import type { Warning } from "../../errors.js";
import type { WrittenOutput } from "../../evidence/report.js";
import type { OutputWanted } from "../../files/output.js";
import type { Publication } from "../../files/publication.js";
import type { OnProgress } from "../../lists/progress.js";
import { runScrub, type ScrubPlan, type ScrubResult } from "../../scrub/run.js";
import type { OutputRole, ScrubOutputs } from "../../scrub/writers.js";

export type WantedOutputs = Partial<Record<OutputRole, OutputWanted | undefined>>;

/** What is written there is only hashed. */
export const NOWHERE = "/dev/null";
/** In the order in which they are written. */
const ROLES: readonly OutputRole[] = ["clean", "flagged", "removed"];

interface RunInto {
  publication: Publication;
  startedAt: Date;
  onProgress: OnProgress;
  /** How far the suppression lists are read. */
  onLoading: OnProgress;
  /** Warnings of how the run was planned. */
  warnings: readonly Warning[];
  /** Is told the result before the outputs are finished; what it throws ends the run. */
  judged?: (result: ScrubResult) => void;
}

export async function runInto(plan: ScrubPlan, wanted: WantedOutputs, run: RunInto) {
  const { publication } = run;
  const outputs: ScrubOutputs = { clean: undefined, flagged: undefined, removed: undefined };
  const open = async () => {
    for (const role of ROLES) outputs[role] = wanted[role] && (await publication.open(wanted[role]));
    return { ...outputs };
  };
  const openAgain = () => {
    publication.abandon();
    return open();
  };
  const opened = await open();
  // What went into a stream can't be taken back.
  const isGone = Object.values(opened).some((output) => output?.temporary === undefined && isRead(output?.wanted));
  const again = isGone ? undefined : openAgain;
  const judged = await runScrub(plan, opened, run.startedAt, run.onProgress, run.onLoading, again);
  const unsuppressed: Warning[] = plan.suppression.lists.length > 0 ? [] : [{ code: "no-suppression", values: [] }];
  const result = { ...judged, warnings: [...unsuppressed, ...run.warnings, ...judged.warnings] };
  run.judged?.(result);
  const written: WrittenOutput[] = [];
  for (const role of ROLES) {
    const output = outputs[role];
    if (output === undefined) continue;
    const sha256 = await output.finish();
    written.push({ role, path: output.wanted.path, sha256, bytes: output.bytes, records: result.written[role] });
  }
  return { result, written, outputs };
}

function isRead(wanted: OutputWanted | undefined): boolean {
  return wanted !== undefined && wanted.path !== NOWHERE;
}
