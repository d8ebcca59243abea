// The packages that the command loads only where a run needs them: a program has them from its start, so that bundlers
// find them.

import { parse } from "csv-parse/sync";
import metadata from "libphonenumber-js/metadata.max.json";
import { parseCsvBy } from "../csv/cells.js";
import { knowMetadata } from "../phone/foreign.js";

parseCsvBy(parse);
knowMetadata(metadata);
