// The straightforward script, as anyone would write it with the libraries that svscrub uses: node script.mjs LIST OPTOUTS OUTPUT

import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";

const [list, optOuts, output] = process.argv.slice(2);

const suppressed = new Set();
for await (const record of createReadStream(optOuts).pipe(parse({ columns: true }))) {
  const number = parsePhoneNumberFromString(record.telefono, "SV");
  if (number) suppressed.add(number.number);
}

async function* scrub(records) {
  const seen = new Set();
  for await (const record of records) {
    const number = parsePhoneNumberFromString(record.telefono, "SV");
    if (!number?.isValid() || number.country !== "SV") continue;
    if (suppressed.has(number.number) || seen.has(number.number)) continue;
    seen.add(number.number);
    yield { ...record, telefono: number.number };
  }
}

await pipeline(
  createReadStream(list),
  parse({ columns: true }),
  scrub,
  stringify({ header: true }),
  createWriteStream(output),
);
