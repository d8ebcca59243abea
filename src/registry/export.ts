// The current state of a registry, to be shared: plain, or with the numbers hashed.

import { createHash, createHmac } from "node:crypto";
import { stringify } from "csv-stringify/sync";
import { asBuffer } from "../csv/cells.js";
import type { RecordScanner } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import type { Channel } from "../suppression/event.js";
import { PROOF_NUMBER, PROOF_WORD } from "../suppression/hash-forms.js";
import type { ManifestHash } from "../suppression/manifest.js";
import { VOID } from "../suppression/taken-back.js";
import type { LedgerEvent } from "./ledger-event.js";

export interface ExportPlan {
  /** The channel for which it counts. */
  channel: Channel | undefined;
  format: "csv" | "json";
  /** Undefined: the numbers themselves. */
  hash: HashWanted | undefined;
}

/** Without a key SHA-256, with one HMAC-SHA-256. */
export interface HashWanted {
  key: Uint8Array | undefined;
}

/** Whether what is said for a channel counts for another one: its own and `any` do; for `any` all of them. */
export function countsFor(channel: Channel | undefined): (own: Channel) => boolean {
  return (own) => channel === undefined || channel === "any" || own === channel || own === "any";
}

/** Of a ledger's line. */
const [EVENT, PHONE, ACTION, CHANNEL, REQUESTED, RECORDED] = [0, 1, 2, 3, 4, 5] as const;
const SHARED = [EVENT, PHONE, ACTION, CHANNEL, REQUESTED, RECORDED];
const LINE_END = "\n";

/**
 * Writes a row for each event that stands, so that the last row's event is where the next export goes on, and among them the events
 * that take back what an earlier export may have said: only these have an evidence, which names it. Hashed ones carry the digest
 * of a number that nobody has, first, by which whoever reads them knows that hash and key are the right ones.
 */
export class ExportWriter {
  readonly #header: readonly string[];
  readonly #voids: string[] = [];
  #rows = 0;

  /** `takesBack`: whether there are such events. */
  constructor(
    private readonly output: Pick<OutputFile, "write" | "copy" | "writeAscii">,
    private readonly plan: ExportPlan,
    private readonly takesBack: boolean,
  ) {
    const { format, hash } = plan;
    const phone = hash === undefined ? "phone" : `phone_${methodOf(hash).replace("-", "_")}`;
    this.#header = [
      ...["event", phone, "channel", "action", "requested_at", "recorded_at"],
      ...(takesBack ? ["evidence"] : []),
    ];
    if (format === "csv") {
      this.#say(stringify([this.#header]));
      if (hash !== undefined)
        this.#say(stringify([[PROOF_WORD, proofOf(hash), "any", PROOF_WORD, "", "", ...(takesBack ? [""] : [])]]));
      return;
    }
    const proof = hash && { phone: PROOF_NUMBER, [phone]: proofOf(hash) };
    const said = JSON.stringify({ schema_version: 1, ...(proof && { proof }) }, null, 2);
    this.#say(`${said.slice(0, -"\n}".length)},\n  "stands": [`);
  }

  /** The row of a line of the ledger, whose bytes it takes as they are where they can be. `event`: reads it. */
  line(scanner: RecordScanner, event: () => LedgerEvent): void {
    const { bytes, cellStart, cellEnd, cellQuoted } = scanner;
    const { format, hash } = this.plan;
    if (format === "json" || this.takesBack || SHARED.some((cell) => cellQuoted[cell] === 1)) {
      this.event(event());
      return;
    }
    const { output } = this;
    const cells = (first: number, last: number) => output.copy(bytes, cellStart[first]!, cellEnd[last]!);
    if (hash === undefined) cells(EVENT, PHONE);
    else {
      cells(EVENT, EVENT);
      const phone = asBuffer(bytes).toString("latin1", cellStart[PHONE], cellEnd[PHONE]);
      output.writeAscii(`,${digestOf(phone, hash.key)}`);
    }
    output.writeAscii(",");
    cells(CHANNEL, CHANNEL);
    output.writeAscii(",");
    cells(ACTION, ACTION);
    output.writeAscii(",");
    cells(REQUESTED, RECORDED);
    output.writeAscii(LINE_END);
  }

  event({ event, phone, channel, action, requestedAt, recordedAt, evidence }: LedgerEvent): void {
    const { format, hash } = this.plan;
    const isVoid = action === VOID;
    const row = [
      event,
      hash === undefined ? phone : digestOf(phone, hash.key),
      channel,
      action,
      requestedAt,
      recordedAt,
    ];
    if (this.takesBack) row.push(isVoid ? evidence : "");
    if (format === "csv") {
      this.#say(stringify([row]));
      return;
    }
    const members = row.map((cell, i) => `      ${JSON.stringify(this.#header[i])}: ${JSON.stringify(cell)}`);
    const object = `\n    {\n${members.join(",\n")}\n    }`;
    if (isVoid) this.#voids.push(object);
    else this.#say(`${this.#rows++ === 0 ? "" : ","}${object}`);
  }

  /** To be called behind the last row. */
  end(): void {
    if (this.plan.format === "csv") return;
    this.#say(this.#rows === 0 ? "]" : "\n  ]");
    if (this.takesBack) this.#say(`,\n  "voids": [${this.#voids.join(",")}\n  ]`);
    this.#say("\n}\n");
  }

  #say(text: string): void {
    this.output.write(Buffer.from(text));
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
