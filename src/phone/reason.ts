// Says why a cell holds no certain number.

import { eightDigitsOf } from "./candidates.js";
import type { UnreadReason } from "./number.js";
import { withoutCode } from "./one-number.js";
import { typeOfNational } from "./plan.js";
import type { Run } from "./runs.js";

/** Matches `NULL`, `\N`, `N/A` and nothing, without spaces, quotes and dashes. */
const NOTHING = /^(?:null|\\n|n\/a)?$/;
const EMPTY_MARKS = /[\s"'=-]+/g;
/** Matches `########` (a column too narrow), `#REF!`, `#N/D` and `#¡VALOR!`. */
const SPREADSHEET_ERROR =
  /^ *#(?:#+|\W*(?:ref|value|valor|name|nombre|num|null|nulo|n\/[ad]|div\/0?|spill|calc)\W*) *$/;
/** Matches a float that lost digits: `5.037E+10`. */
const DAMAGED_FLOAT = /(?<!\d)\d+(?:[.,]\d*)?e\+?\d/;
/** Matches a DUI or a NIT. */
const ID = /(?<!\d)(?:\d{8}-\d|\d{4}-\d{6}-\d{3}-\d)(?!\d)/;

/** Returns the reason. `text`: normalised; `runs`: all of its runs; `leftover`: those with leftover. */
export function reasonOf(text: string, runs: readonly Run[], leftover: readonly Run[]): UnreadReason {
  if (SPREADSHEET_ERROR.test(text) || DAMAGED_FLOAT.test(text)) return "spreadsheet-damage";
  if (NOTHING.test(text.replace(EMPTY_MARKS, ""))) return "empty";
  if (ID.test(text)) return "looks-like-id";
  const [run] = leftover;
  if (run === undefined) return "not-a-number";
  if (runs.length > 1 || run.some(({ isTouched }) => isTouched)) return "leftover";
  const national = withoutCode(run.map(({ digits }) => digits).join(""));
  if (national.length > 8) return "too-long";
  if (national.length < 8)
    return typeOfNational(eightDigitsOf(national)) === undefined ? "too-short" : "legacy-7-digit";
  return typeOfNational(national) === undefined ? "not-in-plan" : "leftover";
}
