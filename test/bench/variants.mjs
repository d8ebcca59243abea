// The dialects and shapes of a phone list that a run is measured on, by name.

/**
 * @typedef {{ name: string, delimiter: string, quoteAll: boolean, recordEnd: string, encoding: "utf8" | "utf16le",
 *   mix: import("./shapes.mjs").Mix, nicknames: number, fillers: number, share: number, phone: number }} Variant
 * `nicknames`: the share of names that have one, in quotes; `fillers`: columns between the name and the phone; `share`: records in proportion to the plain list, so that all
 * variants have about as many bytes; `phone`: position of the phone column, from 0.
 */

/** @type {Variant} */
export const PLAIN = {
  name: "plain",
  delimiter: ",",
  quoteAll: false,
  recordEnd: "\n",
  encoding: "utf8",
  mix: "often",
  nicknames: 0,
  fillers: 0,
  share: 1,
  phone: 2,
};

/** As people keep them: of the cells 13 % are not plain, and one name in eight has a nickname. @type {Variant} */
export const KEPT = { ...PLAIN, name: "kept", mix: "kept", nicknames: 1 / 8 };

/** With words behind each number, which the fast path does not read. @type {Variant} */
export const WORDED = { ...PLAIN, name: "worded", mix: "worded" };

/** @type {readonly Variant[]} The plain one first. */
export const VARIANTS = [
  PLAIN,
  { ...PLAIN, name: "quoted-crlf", quoteAll: true, recordEnd: "\r\n" },
  { ...PLAIN, name: "semicolon", delimiter: ";" },
  { ...PLAIN, name: "utf16le", encoding: "utf16le", share: 0.5 },
  { ...PLAIN, name: "wide", fillers: 27, share: 0.5, phone: 29 },
  { ...PLAIN, name: "messy", mix: "messy" },
];
