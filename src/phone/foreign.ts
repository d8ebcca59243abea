// Reads numbers of other countries with libphonenumber-js.

import { createRequire } from "node:module";
import type * as Core from "libphonenumber-js/core";
import { FEWEST_DIGITS } from "./plan.js";

/** What is asked of the library, and its numbering plans of all countries (`/max`). */
type Library = Pick<typeof Core, "PhoneNumber" | "parsePhoneNumberFromString"> & { plans: Core.MetadataJson };

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
  library ??= load();
  const e164 = `+${digits}`;
  // Parsing takes three times as long.
  if (isValid(e164, library)) return e164;
  const number = library.parsePhoneNumberFromString(e164, library.plans);
  return number?.isValid() ? number.number : undefined;
}

function isValid(e164: string, { PhoneNumber, plans }: Library): boolean {
  try {
    return new PhoneNumber(e164, plans).isValid();
  } catch {
    return false; // It begins with no calling code.
  }
}

function load(): Library {
  const require = createRequire(import.meta.url);
  return { ...require("libphonenumber-js/core"), plans: require("libphonenumber-js/max/metadata") };
}
