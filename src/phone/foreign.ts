// Reads numbers of other countries with libphonenumber-js.

import { createRequire } from "node:module";
import type * as Libphonenumber from "libphonenumber-js/max";
import { FEWEST_DIGITS } from "./plan.js";

type Library = Pick<typeof Libphonenumber, "parsePhoneNumberFromString">;

/** Loaded at the first foreign number, because most lists have none. */
let library: Library | undefined;

/** Sets the library where the program has loaded it already. */
export function knowForeignNumbers(loaded: Library): void {
  library = loaded;
}

/**
 * Returns the E.164 of a valid foreign number; undefined for any other. `digits` begins with the calling code.
 * A national prefix that was typed after the calling code (`+44 (0)20…`) is dropped.
 */
export function readForeign(digits: string): string | undefined {
  if (digits.length < FEWEST_DIGITS || digits.length > 17 || digits.startsWith("503")) return undefined;
  library ??= createRequire(import.meta.url)("libphonenumber-js/max") as Library;
  const number = library.parsePhoneNumberFromString(`+${digits}`);
  return number?.isValid() ? number.number : undefined;
}
