// Counts every record once, by disposition, reason, number type and suppression list.

import type { Warning } from "../errors.js";
import type { PhoneNumber } from "../phone/number.js";
import { DISPOSITIONS, type Disposition, dispositionOf, type Reason } from "./rules.js";

export class Tally {
  read = 0;
  readonly dispositions = Object.fromEntries(DISPOSITIONS.map((one) => [one, 0])) as Record<Disposition, number>;
  readonly reasons = new Map<Reason, number>();
  /** Numbers in the clean list, or flagged as clean, by type. */
  readonly types: Record<PhoneNumber["type"], number> = { mobile: 0, fixed: 0, toll_free: 0, premium: 0, foreign: 0 };
  /** For each list, the suppressed records that it holds, and those that no other list holds. */
  readonly matches: { records: number; onlyHere: number }[];

  constructor(lists: number) {
    this.matches = Array.from({ length: lists }, () => ({ records: 0, onlyHere: 0 }));
  }

  /** `types`: those of the record's numbers. */
  countClean(types: readonly PhoneNumber["type"][]): void {
    this.dispositions.clean++;
    for (const type of types) this.types[type]++;
  }

  countRemoved(reason: Reason, records = 1): void {
    this.dispositions[dispositionOf(reason)] += records;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + records);
  }

  /** Counts suppressed records, all held by these lists. */
  match(lists: ReadonlySet<number>, records = 1): void {
    for (const list of lists) {
      this.matches[list]!.records += records;
      if (lists.size === 1) this.matches[list]!.onlyHere += records;
    }
  }

  get sum(): number {
    return DISPOSITIONS.reduce((sum, disposition) => sum + this.dispositions[disposition], 0);
  }

  warnings(): Warning[] {
    const { read, dispositions } = this;
    if (read === 0 || dispositions.clean > 0) return [];
    return [{ code: "nobody-clean", values: [read, dispositions.suppressed] }];
  }
}
