// Tells by a column's name whose digests it holds: of phones, of other data of persons, or of identifiers.

import { foldWords, nameWords } from "./event-words.js";
import { meaningOf } from "./phone-names.js";

export type DigestOwner = "phone" | "person" | "identifier" | "unknown";

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

/** Returns whose digests a column holds, by the other words of its name. */
export function digestOwnerOf(header: string): DigestOwner {
  const name = nameWords(header).replace(HASH_NAME, " ");
  const meaning = PERSON.test(name) ? "text" : meaningOf(name);
  if (["phone", "perhaps", "numbering", "mixed"].includes(meaning)) return "phone";
  if (meaning === "text") return "person";
  return meaning === "other" || IDENTIFIER.test(name) ? "identifier" : "unknown";
}
