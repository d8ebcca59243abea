// When people were contacted, opted out or not: contacts outside the hours. What nobody can tell is counted as that, and
// never as good.

import { Occurrences } from "../lists/occurrences.js";
import type { Moment } from "../time/dates.js";
import type { HoursVerdict, WorkingHours } from "../time/working-hours.js";

/** The hours that were asked for. */
export interface HoursRule {
  rule: WorkingHours;
  /** As they were typed. */
  typed: readonly string[];
  holidays: { path: string; isBuiltIn: boolean; sha256: string; bytes: number } | undefined;
}

/** One contact that we made. */
export interface Contact {
  line: number;
  /** Certain ones. */
  numbers: readonly string[];
  /** What its date can mean; undefined where nobody knows when. */
  moment: Moment | undefined;
}

/** What a contact offends against, whoever was contacted, beside `opt-out`. */
export type OffenceKind = "hours" | "frequency";

export class HoursTally {
  inside = 0;
  readonly outside = new Occurrences();
  readonly unknown = new Occurrences();

  constructor(readonly asked: HoursRule) {}

  take({ moment, line }: Contact): HoursVerdict {
    const verdict = moment === undefined ? "unknown" : this.asked.rule.judge(moment);
    if (verdict === "inside") this.inside++;
    else this[verdict].add(line);
    return verdict;
  }

  /** Years of which the holidays are not known, and a contact lies in them. */
  get uncoveredYears(): readonly number[] {
    return [...this.asked.rule.uncovered].sort();
  }
}
