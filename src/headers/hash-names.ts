// What the name of a column of digests promises: a phone's, another thing's of a person, an identifier.
// Which columns hold digests is suppression/hash-columns.ts's work.

import { foldName } from "./phone-names.js";

/** Whose digest a column of this name holds. */
export type DigestOwner = "phone" | "person" | "identifier" | "unknown";

const HASH_NAME = /sha_?-?\d|md_?-?5|hash|hmac|digest|\bsha\b/;
const PHONE_STEM = /telefon|phone|celular|msisdn|whatsapp|movil|mobile/;
const PHONE_WORDS = new Set("tel tels telf cel cels celu sms wsp ani".split(" "));

/** An address, a name or a device: who it means can't be looked up by number. */
const PERSON_STEM = /mail|correo|nombre|name|apellid|address|direccion|birth|nacimiento/;
const PERSON_WORDS = new Set(
  "fn ln dob dui nit ip zip postal city ciudad device ad advertising idfa gaid maid".split(" "),
);
const DEVICE_WORDS = new Set("device ad advertising idfa gaid maid".split(" "));

/** Identifiers without dashes look like MD5. */
const ID_WORDS = new Set(
  (
    "id ids uuid guid key event evento token session sesion transaction transaccion checksum etag signature firma " +
    "password record registro row fila evidence evidencia ref referencia reference external"
  ).split(" "),
);

/** Whether the name says that the column holds digests (`phone_sha256`). */
export function namesDigests(header: string): boolean {
  return HASH_NAME.test(foldedWords(header)) || namesKeyedDigests(header);
}

/** Whether the name of a column of digests says that they were made with a key: `phone_hmac`, `HMAC-SHA256`, `h.m.a.c.`. */
export function namesKeyedDigests(header: string): boolean {
  return /hmac|keyedhash/.test(foldName(header).replace(/[^a-z0-9]/g, ""));
}

/** Whether a digest in a column of this name may be a phone's: not a person's or a device's other data, no identifier. */
export function mayHoldDigests(name: string): boolean {
  const owner = digestOwnerOf(name);
  return owner === "phone" || owner === "unknown";
}

/** Tells whose digests a column holds, by the words of its header cell, which are split at case changes too. */
export function digestOwnerOf(header: string): DigestOwner {
  const name = foldedWords(header);
  const words = name.split(/[^a-z]+/);
  const has = (some: ReadonlySet<string>) => words.some((word) => some.has(word));
  const isPhone = PHONE_STEM.test(name) || has(PHONE_WORDS);
  // `Mobile Ad ID` is a device's.
  if (isPhone && !has(DEVICE_WORDS)) return "phone";
  if (PERSON_STEM.test(name) || has(PERSON_WORDS)) return "person";
  return has(ID_WORDS) ? "identifier" : "unknown";
}

/** `hashedEmail` → `hashed Email`. */
function foldedWords(name: string): string {
  return foldName(name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"));
}
