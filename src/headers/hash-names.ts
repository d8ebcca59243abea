// Tells by a column's name whether it holds digests, and whether these are of phones.

import { foldWords, nameWords } from "./folding.js";
import { meaningOf } from "./phone-names.js";

const HASH_NAME = /sha ?-?(?:1|256|512)|md ?5|hash(?:ed)?|hmac|digest|\bsha\b/g;
/** Identifiers, which look like MD5 if they have no dashes. */
const IDENTIFIER = /\b(?:token|sess?ion|checksum|etag|signature|firma|password|record|row|fila|external)\b/;
/** Other data of a person or a device, which no number leads to: `FN`, `dui`, `Mobile Ad ID`. */
const PERSON = /\b(?:fn|ln|dob|dui|nit|ip|zip|city|ciudad|device|ad|advertising|idfa|gaid|maid)\b/;

export function namesDigests(header: string): boolean {
  return nameWords(header).search(HASH_NAME) >= 0 || namesKeyedDigests(header);
}

/** Whether the name says that digests were made with a key: `phone_hmac`, `HMAC-SHA256`, `h.m.a.c.`. */
export function namesKeyedDigests(header: string): boolean {
  return /hmac|keyedhash/.test(foldWords(header).replaceAll(" ", ""));
}

/** Whether the other words of a name mean an identifier, or data of a person that are no phone. */
export function namesOtherDigests(header: string): boolean {
  const name = nameWords(header).replace(HASH_NAME, " ");
  const meaning = meaningOf(name);
  const isOpen = meaning === "unknown" || meaning === "hash";
  return PERSON.test(name) || meaning === "text" || meaning === "other" || (isOpen && IDENTIFIER.test(name));
}
