// Counting: every record once, by disposition, reason, number type and suppression list.

import type { Warning } from "../errors.js";
import type { PhoneNumber } from "../phone/number.js";
import type { Holding } from "../suppression/event.js";
import { DISPOSITIONS, type Disposition, type Reason } from "./disposition.js";

/** Matches of one suppression list: records that it holds, and those that no other list holds. */
export interface ListMatches {
  records: number;
  onlyHere: number;
}

export class Tally {
  read = 0;
  readonly dispositions: Record<Disposition, number> = {
    clean: 0,
    suppressed: 0,
    duplicate: 0,
    excluded: 0,
    foreign: 0,
    invalid: 0,
  };
  readonly reasons = new Map<Reason, number>();
  /** Numbers that stand in the clean list by their type; of a flagged list, those that are said to be clean. */
  readonly types: Record<PhoneNumber["type"], number> = { mobile: 0, fixed: 0, toll_free: 0, premium: 0, foreign: 0 };
  readonly matches: ListMatches[];
  /** Numbers that stayed in kept records though they may not be contacted (only with untouched cells). */
  leftStanding = 0;

  /** Suppressed records of the list that is being read by the column in which a number of theirs stood, beside the phones. */
  readonly beside = new Map<number, number>();

  constructor(lists: number) {
    this.matches = Array.from({ length: lists }, () => ({ records: 0, onlyHere: 0 }));
  }

  /** Clean records with one number each, of this type. */
  countClean(type: PhoneNumber["type"], records = 1): void {
    this.dispositions.clean += records;
    this.types[type] += records;
  }

  /** One clean record, in which these numbers stand. */
  countCleanWith(numbers: readonly PhoneNumber[]): void {
    this.dispositions.clean++;
    for (const { type } of numbers) this.types[type]++;
  }

  countRemoved(disposition: Disposition, reason: Reason, records = 1): void {
    this.dispositions[disposition] += records;
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + records);
  }

  /** Suppressed records, each held by one list. */
  matchOnly(list: number, records = 1): void {
    const matches = this.matches[list]!;
    matches.records += records;
    matches.onlyHere += records;
  }

  /** One suppressed record, held by these lists. */
  match(holdings: readonly Holding[]): void {
    const lists = new Set(holdings.map((holding) => holding.list));
    for (const list of lists) {
      this.matches[list]!.records++;
      if (lists.size === 1) this.matches[list]!.onlyHere++;
    }
  }

  /** One suppressed record, for numbers in these columns. */
  matchBeside(columns: Iterable<number>): void {
    for (const column of new Set(columns)) this.beside.set(column, (this.beside.get(column) ?? 0) + 1);
  }

  /** Whether every record read has got exactly one disposition. */
  get sum(): number {
    return DISPOSITIONS.reduce((sum, disposition) => sum + this.dispositions[disposition], 0);
  }

  /** What the counts tell a person to look at. */
  warnings(): Warning[] {
    const { read, dispositions, leftStanding } = this;
    const warnings: Warning[] = [];
    if (leftStanding > 0) warnings.push({ code: "numbers-left", values: [leftStanding] });
    if (read > 0 && dispositions.clean === 0)
      warnings.push({ code: "nobody-clean", values: [read, dispositions.suppressed] });
    return warnings;
  }
}
