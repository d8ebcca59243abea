// Describes an opened list for the kernel: how its records are read, and what is looked for in each of its columns.

import { CONSTANTS } from "../kernel/module.js";
import type { Scanned, Span } from "../kernel/scan-kernel.js";
import { hasWords, type OtherColumn } from "./column-roles.js";
import type { OpenedList } from "./open.js";
import { READING_CODES } from "./readings.js";
import type { WatchPlan } from "./watch.js";
import { wordTables } from "./word-tables.js";

/** Describes a list, the same on whichever thread the kernel runs. */
export function kernelTask(list: Pick<OpenedList, "dialect" | "width" | "wanted" | "watchPlan">): Scanned {
  const { dialect, width, wanted, watchPlan } = list;
  const { phones, isOn, heedsWords, joins = false, cuts = false } = watchPlan;
  return {
    ...{ dialect, width, wanted, phones },
    cuts: isOn && cuts,
    readings: { ...READING_CODES, reasons: READING_CODES.reasons.length },
    watched: isOn ? { spans: spansOf(watchPlan), joins, words: heedsWords ? wordTables() : undefined } : undefined,
  };
}

/** Returns what counts in the columns. Neighbouring columns in which the same words or numbers count are one span. */
function spansOf({ columns, heedsWords }: WatchPlan): Span[] {
  const spans: Span[] = [];
  for (const other of columns) {
    const { column } = other;
    const kinds = ofWholeCell(other) ?? ofText(other, heedsWords);
    const last = spans.at(-1);
    const goesOn = last?.last === column - 1 && last.kinds === kinds && ofWholeCell(other) === undefined;
    if (goesOn) last.last = column;
    else if (kinds > 0) spans.push({ first: column, last: column, kinds });
  }
  return spans;
}

const { Counts } = CONSTANTS;

function ofWholeCell({ isPhone, question }: OtherColumn): number | undefined {
  if (question.isAsking) return Counts.TEXTS;
  return isPhone ? Counts.PHONES : undefined;
}

function ofText(other: OtherColumn, heedsWords: boolean): number {
  return (heedsWords && hasWords(other) ? Counts.WORDS : 0) | (other.isBare ? Counts.NUMBERS : 0);
}
