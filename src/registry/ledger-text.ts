// What somebody else wrote, as a cell of a ledger holds it.

import { oneLine, withoutFormula } from "../csv/compose.js";

/** Characters of a message that a review shows; a person can judge by them. */
const SHOWN = 2000;

/** What was written, on one line, and no formula to a spreadsheet. */
export function wholeMessage(text: string): string {
  // Half a sign that two units make is written as another one, by which the message would not be known again.
  const line = oneLine(text).replace(/\p{Cs}/gu, "\ufffd");
  return withoutFormula(line.length > SHOWN ? `${line.slice(0, SHOWN).replace(/\p{Cs}$/u, "")}…` : line);
}

/** A cell of the ledger stays on one line, and short, and is no formula; a phone number is none. */
export function plain(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, 200);
  return /^[+-][\d\s().-]*$/.test(line) ? line : withoutFormula(line);
}
