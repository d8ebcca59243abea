// What keeps a row from being the header of a list, in English.

import type { HeaderErrors } from "../sentences.js";
import { headerRowAt, number, withoutHeader } from "../values.js";

/** `line 1`, `lines 1 and 2`, `lines 1 to 3`: those before `next`. */
function before(next: number, first: number, [one, many]: readonly [string, string]): string {
  const last = next - 1;
  if (first === last) return `${one} ${number(first)}`;
  return `${many} ${number(first)} ${last - first === 1 ? "and" : "to"} ${number(last)}`;
}

export const headerErrors: HeaderErrors = {
  rowsAbove: ({ first, next, nextIs, isFirstData }, { isSheet, name }) => {
    const row = isSheet ? "row" : "line";
    const lines = before(next, first, [row, `${row}s`]);
    const headerRow = (at: number) => headerRowAt(at, name);
    const noHeader = withoutHeader(name);
    const cut = before(next, first, ["row", "rows"]);
    const deleting = `Delete ${cut} in Excel${isSheet ? " and save" : `, or use: tail -n +${next} FILE >NEW`}.`;
    return {
      what: `${lines} ${next - first === 1 ? "is" : "are"} above the ${nextIs === "header" ? "header" : "first record"}, which seems to be ${row} ${number(next)}`,
      hint:
        nextIs === "records"
          ? `${deleting} If every ${row} is a record, add ${noHeader}.`
          : `Add ${headerRow(next)}, which leaves out what is above it. If ${row} ${number(first)} is ${isFirstData ? `a record, add ${noHeader}` : `the header, add ${headerRow(first)}`}.`,
    };
  },
  noHeaderThere: (isSheet) => ({
    what: `there is no header in this ${isSheet ? "row" : "line"}`,
    hint: `It is blank, or the list ends before it. Give --header-row the number of the ${isSheet ? "sheet's row" : "file's line"}, counted from 1 with blank ones.`,
  }),
  headerHoldsNumber: (isSheet) => ({
    what: `this ${isSheet ? "row" : "line"} holds a phone number, so it is no header`,
    hint: `Give --header-row the number of the ${isSheet ? "row" : "line"} that names the columns.`,
  }),
  joinedLists: (first, next, isSheet) => {
    const row = isSheet ? "row" : "line";
    return {
      what: `two lists seem to be joined: ${row} ${number(next)} names columns anew, and not as ${row} ${number(first)} does`,
      hint: `Cut the file above ${row} ${number(next)} and give each part as a list of its own.`,
    };
  },
  headerAsRecord: (isSheet) => ({
    what: `this ${isSheet ? "row" : "line"} looks like the header, and the list is read without one`,
    hint: "Leave out --no-header, or delete this line if it is no header either.",
  }),
  headerInDoubt: (isSheet, at, name) => ({
    what: `this ${isSheet ? "row" : "line"} holds a number, and what else it holds may be the names of the columns`,
    hint: `If it is the header, add ${headerRowAt(at, name)}; if it is a record, add ${withoutHeader(name)}.`,
  }),
  lostName: ({ column, name }, isSheet, hasOptions) => {
    const row = isSheet ? "row" : "line";
    const at = number(column + 1);
    const named = {
      "opt-out": "an opt-out",
      consent: "a consent",
      channel: "a channel",
      action: "an action",
      date: "a date",
      expires: "an expiry",
    };
    const options = `or add --opt-out-column ${column + 1} if a yes in it says not to contact, --ignore-column ${column + 1} if it says nothing of that`;
    return {
      what:
        name === "question"
          ? `column ${at} is named after a channel alone; what its answers are to may stand in a ${row} above this header`
          : `a ${row} above this header calls column ${at} ${named[name]}, and the header does not`,
      hint: `Write the full name of column ${at} into this ${row} and delete what is above it${hasOptions ? `, ${options}` : ""}.`,
    };
  },
};
