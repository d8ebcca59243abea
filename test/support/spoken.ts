// The sentences of a language as they are spoken, each with values that fit.

import { type ErrorName, type ErrorValues, ExitCode, ScrubError } from "../../src/errors.js";
import { sayError } from "../../src/text/language.js";
import { asTyped, sayOptions } from "../../src/text/options.js";
import type { CommonSentences } from "../../src/text/sentences.js";

/** A sentence, or a part of one. */
export type Say = (...values: unknown[]) => string;

/** Values that fit any sentence well enough to make it speak; their traces are taken out before comparing. */
const ANY_VALUES: unknown[][] = [
  [7, 13, 0.5, true],
  ["«uno»", "«dos»", 3, true],
  [[{ name: "«uno»", readable: 0.5 }]],
  ["«uno»", 7, [1, 2], true],
  ["«uno»", "«dos»", 7, [4, 19]],
];

/** Sentences whose values are words of their own. */
export const VALUES_OF: Record<string, unknown[]> = {
  place: ["«uno»", 7],
  "errors.mostlyBroken": [7, 13, 4, true, "^"],
  "errors.columnsInOne": [true, "^"],
  "errors.noList": ["SQL"],
  "errors.differentLists": ["delimiter", "«uno»", "«dos»", "«tres»", ["«cuatro»"]],
  "errors.headerInDoubt": [{ why: "two-headers", upper: 7, lower: 13 }, false, "«uno»"],
  "summary.titles": [[4, 19], false, true],
  "errors.unknownListName": ["--uno", "«dos»", "«tres»", true],
  "inspection.lines": [[4, 19], true],
  "errors.unknownColumn": ["«uno»", "«dos»", 3, true, [{ position: 1, name: "«tres»" }]],
  "errors.badMapping": ["--uno", ["opt-out", "other"]],
  "errors.gzipDamaged": ["cut"],
  "summary.reason": ["too-short", 7],
  "errors.tooManyUnreadable": [7, 13, 0.05, "«uno»", [4, 19], "rows"],
  "errors.beyondSheet": ["text", 13, "BC"],
  "errors.workbookDamaged": ["archive", "«uno»"],
  "errors.otherWorkbook": ["ods"],
  "errors.severalSheets": [[{ name: "«uno»", isHidden: true }], "«dos»", true],
  "errors.noFilledSheet": [["«uno»"]],
  "errors.unknownSheet": ["«uno»", "«dos»", ["«tres»"]],
  "verification.findings.suppressed-in-it": [7, [4, 19]],
  "verification.findings.opted-out-since": [7, [4, 19]],
  "verification.findings.still-valid": ["2026-11-25T19:14:00.000Z"],
  "verification.findings.no-longer-valid": ["2026-11-25T19:14:00.000Z"],
  "verification.logTorn": [[4, 19]],
  "verification.logBroken": [7, "unlinked"],
  "warnings.opt-out-words": ["«uno»", "«dos»", 7, [4, 19], "column"],
  "warnings.holidays-unknown": [[2027, 2028]],
  "contacts.frequencyVerdict": [7, 3, 604_800, 13, 2],
  "page.lifted": [7, ["«uno»"]],
  "page.verdict": [7, 13, "sms"],
  "page.digits": [{ read: 36, numbers: 24, extensions: 2, times: 8, leftover: 2 }],
  "page.dated": ["2026-11-25 13:14", 3, "file-time"],
  "page.canaries": [["«uno»"]],
  "errors.cannotWrite": ["«uno»", ["«dos»"]],
  "errors.notFound": ["baseline", undefined],
  "errors.badBaseline": ["--uno"],
  "summary.dated": ["2026-11-25 13:14", "file-time"],
  "errors.noImportColumn": ["text"],
  "errors.unreadableMessage": ["broken-record", "«uno»"],
  "registry.unseenEvents": [["«uno»"]],
};

/** What it says of the first values that fit. */
export function speak(say: Say, own?: unknown[]): string {
  for (const values of own ? [own] : ANY_VALUES) {
    try {
      return sayOptions(say(...values), asTyped);
    } catch {
      // Values of another kind are wanted: try the next.
    }
  }
  throw new Error(`no values fit ${say.toString().slice(0, 80)}`);
}

/** All that it says of values that fit. */
export function* everySaying(say: Say, own?: unknown[], any = ANY_VALUES): Generator<string> {
  for (const values of [...(own ? [own] : []), ...any]) {
    try {
      const said = say(...values) as string | undefined;
      if (said !== undefined) yield said;
    } catch {
      // Values of another kind are wanted.
    }
  }
}

/** What is wrong, and what to do about it, in a language. */
export function sayIn<N extends ErrorName>(sentences: CommonSentences, name: N, values: ErrorValues[N]) {
  return sayError(new ScrubError(ExitCode.bug, name, values), sentences);
}
