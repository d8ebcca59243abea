// Every word of a check's answer, in English.

import type { CheckSentences } from "./check.js";
import { number } from "./values.js";

export const check: CheckSentences = {
  may: "may be contacted",
  mayNot: "may NOT be contacted",
  noNumber: "no number",
  because: {
    suppressed: "opted out",
    excluded: "not for this campaign",
    foreign: "a number of another country",
    invalid: "no certain number",
  },
  reasons: {
    "type-not-allowed": "its type is not allowed",
    "not-reachable": "can't get an SMS",
    empty: "empty",
    "not-a-number": "not a number",
    "too-short": "too short",
    "too-long": "too long",
    "not-in-plan": "not in the numbering plan",
    "legacy-7-digit": "7 digits, from before 2005",
    "spreadsheet-damage": "damaged by a spreadsheet",
    "looks-like-id": "looks like a DUI or NIT",
    placeholder: "a placeholder",
  },
  types: {
    mobile: "mobile",
    fixed: "fixed line",
    toll_free: "toll-free",
    premium: "premium",
    foreign: "of another country",
  },
  typed: "typed",
  readsAs: "reads as",
  couldMean: "could mean",
  nothing: "nothing",
  optedOut: "opted out",
  holding: (list, record, since) => `${list}, record ${number(record)}${since === "" ? "" : `, since ${since}`}`,
  andMore: (count) => `and ${number(count)} more`,
  asOf: (when) => `as it stood at ${when}`,
};
