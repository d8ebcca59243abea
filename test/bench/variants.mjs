// The dialects and shapes of a phone list that a run is measured on, by name.

/**
 * `mix`: which shapes its phones have; `nicknames`: the share of names that have one, in quotes; `fillers`: columns
 * before the phone; `share`: records in proportion to the plain list; `phones`: positions of the phone columns, from
 * 0.
 */
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
  phones: [2],
  hasNotes: false,
};

export const MESSY = { ...PLAIN, name: "messy", mix: "messy" };

/** With words behind each number. */
export const WORDED = { ...PLAIN, name: "worded", mix: "worded", share: 0.25 };

export const DIALECTS = [
  { ...PLAIN, name: "quoted-crlf", quoteAll: true, recordEnd: "\r\n" },
  { ...PLAIN, name: "semicolon", delimiter: ";" },
  { ...PLAIN, name: "utf16le", encoding: "utf16le", share: 0.5 },
  { ...PLAIN, name: "wide", fillers: 27, share: 0.5, phones: [29] },
];

export const VARIANTS = [
  PLAIN,
  ...DIALECTS,
  MESSY,
  // As people keep them: of the cells 13 % are not plain, and one name in eight has a nickname.
  { ...PLAIN, name: "kept", mix: "kept", nicknames: 1 / 8 },
  { ...PLAIN, name: "words behind", mix: "behind", share: 0.25 },
  { ...PLAIN, name: "two numbers a cell", mix: "two", share: 0.25 },
  { ...PLAIN, name: "two phone columns", phones: [2, 3], share: 0.25 },
  { ...PLAIN, name: "notes", hasNotes: true, share: 0.25 },
];
