// The packages that the command loads only where a run needs them: a program has them from its start, so that bundlers
// find them.

import { parse } from "csv-parse/sync";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { parseCsvBy } from "../csv/cells.js";
import { knowForeignNumbers } from "../phone/foreign.js";

parseCsvBy(parse);
knowForeignNumbers({ parsePhoneNumberFromString });
