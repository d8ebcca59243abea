// Numbers of other countries: the only code that asks libphonenumber-js, loaded when the first one is met.

import { createRequire } from "node:module";
import type * as Library from "libphonenumber-js/max";

const require = createRequire(import.meta.url);
let library: typeof Library | undefined;

/** What was answered, for long cells ask the same again and again, and an answer costs as much as reading a dozen cells. */
const answers = new Map<string, string | undefined>();
const MOST_ANSWERS = 1024;

/**
 * The E.164 form of the digits after a `+` (calling code first), where they are a valid number of a country other
 * than El Salvador; a national prefix typed after the calling code (`+44 (0)20…`) is dropped.
 */
export function readForeign(digits: string): string | undefined {
  if (digits.length < 7 || digits.length > 17 || digits.startsWith("503") || digits.startsWith("0")) return undefined;
  if (answers.has(digits)) return answers.get(digits);
  if (answers.size === MOST_ANSWERS) answers.clear();
  const answer = askLibrary(digits);
  answers.set(digits, answer);
  return answer;
}

function askLibrary(digits: string): string | undefined {
  library ??= require("libphonenumber-js/max") as typeof Library;
  // Mexico dialled its mobiles with a 1 behind the 52 until 2019: the same line with and without it.
  const dialled = digits.startsWith("521") && digits.length === 13 ? `52${digits.slice(3)}` : digits;
  const number = library.parsePhoneNumberFromString(`+${dialled}`);
  return number?.isValid() && number.countryCallingCode !== "503" ? number.number : undefined;
}
