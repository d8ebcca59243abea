// What the name of a column of digests promises: a phone's, another thing's of a person, an identifier.
// Which columns hold digests is suppression/hash-columns.ts's work.

import { foldWords, nameWords } from "./event-words.js";
import { meaningOf } from "./phone-names.js";

/** Whose digest a column of this name holds. */
export type DigestOwner = "phone" | "person" | "identifier" | "unknown";

const HASH_NAME = /sha ?-?(?:1|256|512)|md ?5|hash(?:ed)?|hmac|digest|\bsha\b/g;
/** Identifiers without dashes look like MD5, beside those whose names say another number. */
const IDENTIFIER = /\b(?:token|sess?ion|checksum|etag|signature|firma|password|record|row|fila|external)\b/;
/** Who it means can't be looked up by number: `FN`, `dui`, and `Mobile Ad ID` of a device. */
const PERSON = /\b(?:fn|ln|dob|dui|nit|ip|zip|city|ciudad|device|ad|advertising|idfa|gaid|maid)\b/;

/** Whether the name says that the column holds digests (`phone_sha256`). */
export function namesDigests(header: string): boolean {
  return nameWords(header).search(HASH_NAME) >= 0 || namesKeyedDigests(header);
}

/** Whether it says that they were made with a key: `phone_hmac`, `HMAC-SHA256`, `h.m.a.c.`. */
export function namesKeyedDigests(header: string): boolean {
  return /hmac|keyedhash/.test(foldWords(header).replaceAll(" ", ""));
}

/** Tells whose digests a column holds, by what its name says beside them. */
export function digestOwnerOf(header: string): DigestOwner {
  const name = nameWords(header).replace(HASH_NAME, " ");
  const meaning = PERSON.test(name) ? "text" : meaningOf(name);
  if (["phone", "perhaps", "numbering", "mixed"].includes(meaning)) return "phone";
  if (meaning === "text") return "person";
  return meaning === "other" || IDENTIFIER.test(name) ? "identifier" : "unknown";
}
