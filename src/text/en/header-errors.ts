// What keeps a row from being the header of a list, in English.

import type { HeaderDoubt } from "../../lists/header-row.js";
import { headerRowAt, option, withoutHeader } from "../options.js";
import { number } from "../values.js";

export const headerErrors = {
  noHeaderThere: (isSheet: boolean) => `there is no header in this ${isSheet ? "row" : "line"}
    | It is blank, or the list ends before it. Give ${option("header-row")} the number of the ${isSheet ? "sheet's row" : "file's line"}, counted from 1 with blank ones.`,
  headerHoldsNumber: (isSheet: boolean) => `this ${isSheet ? "row" : "line"} holds a phone number, so it is no header
    | Give ${option("header-row")} the number of the ${isSheet ? "row" : "line"} that names the columns.`,
  headerInDoubt: ({ why, upper, lower }: HeaderDoubt, isSheet: boolean, name: string | undefined) => {
    const row = isSheet ? "row" : "line";
    const leavesOut = "which leaves out what is above it";
    if (why === "holds-number")
      return `${row} ${number(upper)} holds a number, and what else it holds may be the names of the columns
        | If it is the header, add ${headerRowAt(upper, name)}; if it is a record, add ${withoutHeader(name)}.`;
    if (why === "two-headers")
      return `${row} ${number(upper)} may be the header, and so may ${row} ${number(lower)}
        | Add ${headerRowAt(upper, name)}, or ${headerRowAt(lower, name)}, ${leavesOut}.`;
    return `${row} ${number(lower)} seems to be the header, and ${row} ${number(upper)} above it a record
      | Add ${headerRowAt(lower, name)}, ${leavesOut}. If ${row} ${number(upper)} is a record, move it below the header first.`;
  },
};
