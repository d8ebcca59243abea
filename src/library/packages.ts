// The package that the command loads only where a run needs it: a program has it from its start, so that bundlers find
// it.

import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { knowForeignNumbers } from "../phone/foreign.js";

knowForeignNumbers({ parsePhoneNumberFromString });
