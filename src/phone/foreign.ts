// Numbers of other countries, as libphonenumber-js judges them.

import { createRequire } from "node:module";
import type * as Libphonenumber from "libphonenumber-js/max";

type Library = Pick<typeof Libphonenumber, "parsePhoneNumberFromString">;

/** Loaded when the first number of another country is met: most lists have none. */
let library: Library | undefined;

/** Takes the library from a program that has loaded it already. */
export function knowForeignNumbers(loaded: Library): void {
  library = loaded;
}

/**
 * Returns the E.164 form of the digits behind a plus (calling code first) where they are a valid number of a country other than
 * El Salvador, without a national prefix that was typed behind the calling code (`+44 (0)20…`).
 */
export function readForeign(digits: string): string | undefined {
  if (digits.length < 7 || digits.length > 17 || digits.startsWith("503")) return undefined;
  library ??= createRequire(import.meta.url)("libphonenumber-js/max") as Library;
  const number = library.parsePhoneNumberFromString(`+${digits}`);
  return number?.isValid() ? number.number : undefined;
}
