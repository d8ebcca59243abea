// The kinds of digest in hashed lists, and every text of a number that people hash. digests.ts looks them up.

import { createHash, createHmac } from "node:crypto";
import { HOME } from "../phone/number.js";

export const KINDS = ["md5", "sha1", "sha256", "sha512"] as const;
export type DigestKind = (typeof KINDS)[number];

/** A digest's hex, in lower or upper case, and its kind. */
export interface Digest {
  kind: DigestKind;
  hex: string;
}

/** How a number was written before it was hashed. `+lf`: with a line feed at its end, as `echo` writes it. */
export type HashFormName = Spelling | `${Spelling}+lf`;
type Spelling = "e164" | "digits" | "national" | "hyphenated";

/** A number that nobody has. An export holds its digest, which proves a key. */
export const PROOF_NUMBER = "+50300000000";

/** The action and the event of the record with the digest of `PROOF_NUMBER`. */
export const PROOF_WORD = "proof";

/** How an export's numbers become digests. `proof`: the digest of `PROOF_NUMBER`. */
export type Hashing = ReturnType<typeof hashingBy>;

/** Returns SHA-256 without a key, and HMAC-SHA-256 with one. */
export function hashingBy(key: Uint8Array | undefined) {
  const method = key === undefined ? "sha256" : "hmac-sha256";
  const hash = () => (key === undefined ? createHash("sha256") : createHmac("sha256", key));
  const digestOf = (e164: string) => hash().update(e164).digest("hex");
  return { method, digestOf, proof: digestOf(PROOF_NUMBER) } as const;
}

/** How a digest is made of a text. */
export type DigestMethod = DigestKind | "hmac-sha256";

/** A method and a form, as the report names what was found: `sha256:e164+lf`. */
export type HashFinding = `${DigestMethod}:${HashFormName}`;

export interface HashForm {
  name: HashFormName;
  /** What is hashed, as UTF-8. */
  text: string;
}

const KIND_BY_LENGTH: ReadonlyMap<number, DigestKind> = new Map([
  [32, "md5"],
  [40, "sha1"],
  [64, "sha256"],
  [128, "sha512"],
]);

const LENGTHS = "(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})";
const ALONE = new RegExp(`^${LENGTHS}$`, "i");
const DIGESTS = new RegExp(`(?<![0-9a-f])${LENGTHS}(?![0-9a-f])`, "gi");
const SHORTEST = 32;

/** Returns every digest in a text, and the rest of the text, in which numbers are read. */
export function digestsIn(text: string): { digests: readonly Digest[]; rest: string } {
  if (text.length < SHORTEST) return { digests: [], rest: text };
  const found = ALONE.test(text) ? [text] : (text.match(DIGESTS) ?? []);
  // HMAC-SHA-256 looks like SHA-256.
  const digests = found.map((hex) => ({ kind: KIND_BY_LENGTH.get(hex.length)!, hex }));
  return { digests, rest: found.length === 0 ? text : text.replace(DIGESTS, " ") };
}

/** Returns the kind of a digest that is alone in its cell; databases write `\x` or `0x` before it. */
export function isDigest(cell: string): DigestKind | undefined {
  const { digests, rest } = digestsIn(cell);
  const isAlone = digests.length === 1 && !/[\p{L}\d]/u.test(rest.replace(/^\W*0?x/i, ""));
  return isAlone ? digests[0]!.kind : undefined;
}

/** Returns every text that a list may have hashed for a number. Foreign numbers have no national form here. */
export function hashForms(e164: string): HashForm[] {
  const forms: HashForm[] = [];
  const add = (name: Spelling, text: string) => forms.push({ name, text }, { name: `${name}+lf`, text: `${text}\n` });
  add("e164", e164);
  add("digits", e164.slice(1));
  const national = e164.startsWith(HOME) ? e164.slice(HOME.length) : "";
  if (national !== "") add("national", national);
  if (national.length === 8) add("hyphenated", `${national.slice(0, 4)}-${national.slice(4)}`);
  return forms;
}

/** Whether an editor may have added something to a key: a byte order mark, a line end, a space. */
export function isOddKey(key: Uint8Array): boolean {
  const isMarked = key[0] === 0xef && key[1] === 0xbb && key[2] === 0xbf;
  return isMarked || [0x0d, 0x0a, 0x20, 0x09].includes(key.at(-1)!);
}

/** Returns the key in a key file, without a line feed at its end; undefined if none is left. */
export function hashKey(bytes: Uint8Array): Uint8Array | undefined {
  const key = bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes;
  return key.length === 0 ? undefined : key;
}
