// Writes the current state of a registry for a partner, with its numbers or their hashes.

import { asBuffer } from "../csv/cells.js";
import { ExitCode, ScrubError } from "../errors.js";
import type { OutputFile } from "../files/output.js";
import { LEDGER_COLUMNS } from "../headers/names.js";
import { type Hashing, PROOF_NUMBER, PROOF_WORD } from "../suppression/hash-forms.js";
import { VOID } from "../suppression/taken-back.js";
import type { LedgerFile, LedgerLine } from "./ledger.js";

export interface ExportPlan {
  format: "csv" | "json";
  /** Undefined: the numbers themselves. */
  hash: Hashing | undefined;
  /** Whether voids are exported, too. Only they have an evidence, which names the voided event. */
  hasVoids: boolean;
}

/** Writes a row for each event at these offsets, in their order: the last row's event is the next export's `--since`. */
export async function writeExport(ledger: LedgerFile, starts: Float64Array, plan: ExportPlan, output: OutputFile) {
  const rows = plan.format === "csv" ? csvRows(plan, output) : jsonRows(plan, output);
  let count = 0;
  const windows = ledger.windows((line) => {
    if (line.start !== starts[count]) return;
    rows.add(line);
    count++;
  });
  while (windows.next().done !== true) await output.flush();
  rows.end();
  if (count < starts.length)
    throw new ScrubError(ExitCode.suppressionList, "changedWhileRead", [], { file: ledger.path });
}

/** Returns the name of the phones' column. */
function phoneName({ hash }: ExportPlan): string {
  return hash === undefined ? "phone" : `phone_${hash.method.replace("-", "_")}`;
}

const [EVENT, PHONE, ACTION, CHANNEL, REQUESTED, RECORDED] = [0, 1, 2, 3, 4, 5] as const;
const EVIDENCE = LEDGER_COLUMNS.indexOf("evidence");

/** Writes CSV. It copies the cells' bytes from the ledger. */
function csvRows(plan: ExportPlan, output: OutputFile) {
  const { hash, hasVoids } = plan;
  output.writeAscii(`event,${phoneName(plan)},channel,action,requested_at,recorded_at${hasVoids ? ",evidence" : ""}\n`);
  if (hash !== undefined) output.writeAscii(`${PROOF_WORD},${hash.proof},any,${PROOF_WORD},,${hasVoids ? "," : ""}\n`);
  const add = ({ cells: { bytes, cellStart, cellEnd, cellQuoted }, event }: LedgerLine) => {
    const copy = (first: number, last: number, before: string) => {
      output.writeAscii(before);
      output.write(bytes, cellStart[first]! - cellQuoted[first]!, cellEnd[last]! + cellQuoted[last]!);
    };
    copy(EVENT, hash === undefined ? PHONE : EVENT, "");
    if (hash !== undefined)
      output.writeAscii(`,${hash.digestOf(asBuffer(bytes).toString("latin1", cellStart[PHONE], cellEnd[PHONE]))}`);
    copy(CHANNEL, CHANNEL, ",");
    copy(ACTION, ACTION, ",");
    copy(REQUESTED, RECORDED, ",");
    if (hasVoids && event().action === VOID) copy(EVIDENCE, EVIDENCE, ",");
    else if (hasVoids) output.writeAscii(",");
    output.writeAscii("\n");
  };
  return { add, end: () => {} };
}

/** Writes a JSON document with a row on each line. */
function jsonRows(plan: ExportPlan, output: OutputFile) {
  const { hash, hasVoids } = plan;
  const phone = phoneName(plan);
  const head = { schema_version: 1, ...(hash && { proof: { phone: PROOF_NUMBER, [phone]: hash.proof } }), stands: [] };
  const voids: object[] = [];
  let lead = "\n";
  output.write(Buffer.from(JSON.stringify(head).slice(0, -"]}".length)));
  const add = (line: LedgerLine) => {
    const { event, phone: e164, channel, action, requestedAt, recordedAt, evidence } = line.event();
    const isVoid = action === VOID;
    const row = {
      ...{ event, [phone]: hash === undefined ? e164 : hash.digestOf(e164), channel, action },
      ...{ requested_at: requestedAt, recorded_at: recordedAt, ...(hasVoids && { evidence: isVoid ? evidence : "" }) },
    };
    if (isVoid) return void voids.push(row);
    output.write(Buffer.from(lead + JSON.stringify(row)));
    lead = ",\n";
  };
  const end = () => output.write(Buffer.from(`\n]${hasVoids ? `,"voids":${JSON.stringify(voids)}` : ""}}\n`));
  return { add, end };
}
