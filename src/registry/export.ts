// The current state of a registry, to be shared: plain, or with the numbers hashed.

import { createHash, createHmac } from "node:crypto";
import { asBuffer } from "../csv/cells.js";
import type { OutputFile } from "../files/output.js";
import { LEDGER_COLUMNS } from "../headers/registry-columns.js";
import { PROOF_NUMBER, PROOF_WORD } from "../suppression/hash-forms.js";
import type { ManifestHash } from "../suppression/manifest.js";
import { VOID } from "../suppression/taken-back.js";
import type { LedgerLine } from "./ledger.js";
import type { LedgerEvent } from "./ledger-event.js";

export interface ExportPlan {
  format: "csv" | "json";
  /** Undefined: the numbers themselves. */
  hash: HashWanted | undefined;
}

/** Without a key SHA-256, with one HMAC-SHA-256. */
export interface HashWanted {
  key: Uint8Array | undefined;
}

const [EVENT, PHONE, ACTION, CHANNEL, REQUESTED, RECORDED] = [0, 1, 2, 3, 4, 5] as const;
const EVIDENCE = LEDGER_COLUMNS.indexOf("evidence");

/**
 * Writes a row for each event that stands, so that the last row's event is where the next export goes on, and among them the events
 * that take back what an earlier export may have said: only these have an evidence, which names it. Hashed ones carry the digest
 * of a number that nobody has, first, by which whoever reads them knows that hash and key are the right ones.
 */
export class ExportWriter {
  /** The name of the phones' column. */
  readonly #phone: string;
  readonly #voids: string[] = [];
  #rows = 0;

  /** `takesBack`: whether there are such events. */
  constructor(
    private readonly output: Pick<OutputFile, "write" | "copy" | "writeAscii">,
    private readonly plan: ExportPlan,
    private readonly takesBack: boolean,
  ) {
    const { format, hash } = plan;
    this.#phone = hash === undefined ? "phone" : `phone_${methodOf(hash).replace("-", "_")}`;
    if (format === "csv") {
      output.writeAscii(
        `event,${this.#phone},channel,action,requested_at,recorded_at${takesBack ? ",evidence" : ""}\n`,
      );
      if (hash !== undefined)
        output.writeAscii(`${PROOF_WORD},${proofOf(hash)},any,${PROOF_WORD},,${takesBack ? "," : ""}\n`);
      return;
    }
    const proof = hash && { phone: PROOF_NUMBER, [this.#phone]: proofOf(hash) };
    const said = JSON.stringify({ schema_version: 1, ...(proof && { proof }) }, null, 2);
    output.writeAscii(`${said.slice(0, -"\n}".length)},\n  "stands": [`);
  }

  /** Writes the row of a line of the ledger, in a CSV with its cells as they stand there. */
  line({ cells, event }: LedgerLine): void {
    const { output, plan, takesBack } = this;
    if (plan.format === "json") {
      this.#object(event());
      return;
    }
    const copy = (first: number, last: number, before: string) => {
      const { bytes, cellStart, cellEnd, cellQuoted } = cells;
      output.writeAscii(before);
      output.copy(bytes, cellStart[first]! - cellQuoted[first]!, cellEnd[last]! + cellQuoted[last]!);
    };
    copy(EVENT, plan.hash === undefined ? PHONE : EVENT, "");
    if (plan.hash !== undefined) {
      const phone = asBuffer(cells.bytes).toString("latin1", cells.cellStart[PHONE], cells.cellEnd[PHONE]);
      output.writeAscii(`,${digestOf(phone, plan.hash.key)}`);
    }
    copy(CHANNEL, CHANNEL, ",");
    copy(ACTION, ACTION, ",");
    copy(REQUESTED, RECORDED, ",");
    if (takesBack && event().action === VOID) copy(EVIDENCE, EVIDENCE, ",");
    else if (takesBack) output.writeAscii(",");
    output.writeAscii("\n");
  }

  #object({ event, phone, channel, action, requestedAt, recordedAt, evidence }: LedgerEvent): void {
    const { hash } = this.plan;
    const isVoid = action === VOID;
    const row = {
      event,
      [this.#phone]: hash === undefined ? phone : digestOf(phone, hash.key),
      ...{ channel, action, requested_at: requestedAt, recorded_at: recordedAt },
      ...(this.takesBack && { evidence: isVoid ? evidence : "" }),
    };
    const object = `\n    ${JSON.stringify(row, null, 2).replaceAll("\n", "\n    ")}`;
    if (isVoid) this.#voids.push(object);
    else this.output.write(Buffer.from(`${this.#rows++ === 0 ? "" : ","}${object}`));
  }

  /** To be called behind the last row. */
  end(): void {
    if (this.plan.format === "csv") return;
    const voids = this.takesBack ? `,\n  "voids": [${this.#voids.join(",")}\n  ]` : "";
    this.output.write(Buffer.from(`${this.#rows === 0 ? "]" : "\n  ]"}${voids}\n}\n`));
  }
}

export function methodOf({ key }: HashWanted): ManifestHash {
  return key === undefined ? "sha256" : "hmac-sha256";
}

/** The digest of the number that nobody has. */
export function proofOf({ key }: HashWanted): string {
  return digestOf(PROOF_NUMBER, key);
}

function digestOf(e164: string, key: Uint8Array | undefined): string {
  return (key === undefined ? createHash("sha256") : createHmac("sha256", key)).update(e164).digest("hex");
}
