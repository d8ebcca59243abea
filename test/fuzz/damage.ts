// How a file is damaged: pieces of it are flipped, cut, doubled, swapped, and hostile bytes are put in. A damage is plain data,
// so that a draw can be read, and made smaller, whatever it is applied to.

import fc from "fast-check";

/** A name in the cells of what is thrown: no message says it. */
export const SECRET = "Zuleyma";

/** What is put into a file, or in the place of a word or a number in it. */
export const HOSTILE = {
  nothing: "",
  /** What stands in cells, and must not be shown. */
  name: SECRET,
  number: "7912-3456",
  sentence: `${SECRET} dice que no, 7912 3457`,
  nul: "\0",
  byteOrderMark: "\ufeff",
  utf16Mark: Buffer.from([0xff, 0xfe]),
  loneCr: "\r",
  lf: "\n",
  crlf: "\r\n",
  quote: '"',
  doubledQuote: '""',
  quotedQuote: '"a"b"',
  manyQuotes: '"'.repeat(2001),
  comma: ",",
  manyCommas: ",".repeat(5000),
  semicolon: ";",
  tab: "\t",
  backslash: "\\",
  loneSurrogate: Buffer.from([0xed, 0xa0, 0x80]),
  escapedSurrogate: "\\ud800",
  notUtf8: Buffer.from([0xc3, 0x28, 0xff]),
  rightToLeft: "\u202e\u2066",
  escape: "\u001b[2J",
  megabyte: "a".repeat(1_000_000),
  megabyteOfSevens: "7".repeat(1_000_000),
  manyDigits: "9".repeat(400),
  hugeNumber: "1e999",
  negative: "-1",
  fraction: "0.1",
  precise: "9007199254740993",
  prototype: "__proto__",
  constructor: "constructor",
  nullWord: "null",
  trueWord: "true",
  emptyObject: "{}",
  emptyArray: "[]",
  nested: "[".repeat(100_000),
  formula: "=1+1",
  wildcard: "2222*",
  placeholders: "{to}{event}{nothing}",
  farDate: "99999-99-99T99:99:99Z",
  oldDate: "0001-01-01",
  percent: "100%",
  parent: "../..",
  gzip: Buffer.from([0x1f, 0x8b, 8, 0]),
  zip: "PK\u0003\u0004",
} as const satisfies Record<string, string | Uint8Array>;
export type Hostile = keyof typeof HOSTILE;

/** `at`, `line`, `other`: where, as a share of what there is, so that it can be drawn before that is known. */
export type Damage =
  | { how: "flip"; at: number; bits: number }
  | { how: "cut"; at: number }
  | { how: "remove"; at: number; bytes: number }
  | { how: "drop"; line: number }
  | { how: "double"; line: number }
  | { how: "swap"; line: number; other: number }
  | { how: "insert"; at: number; what: Hostile }
  | { how: "insert-line"; line: number; what: Hostile }
  | { how: "word"; at: number; what: Hostile };

// No double: most of those are tiny.
const share = fc.integer({ min: 0, max: 999_999 }).map((millionths) => millionths / 1e6);
const hostile = fc.constantFrom(...(Object.keys(HOSTILE) as Hostile[]));
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ how: fc.constant("flip" as const), at: share, bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ how: fc.constant("cut" as const), at: share }),
  fc.record({ how: fc.constant("remove" as const), at: share, bytes: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ how: fc.constant("drop" as const), line: share }),
  fc.record({ how: fc.constant("double" as const), line: share }),
  fc.record({ how: fc.constant("swap" as const), line: share, other: share }),
  { weight: 2, arbitrary: fc.record({ how: fc.constant("insert" as const), at: share, what: hostile }) },
  fc.record({ how: fc.constant("insert-line" as const), line: share, what: hostile }),
  { weight: 3, arbitrary: fc.record({ how: fc.constant("word" as const), at: share, what: hostile }) },
);
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(damage, { minLength: 1, maxLength: 3 });

/** The file with all of them, one after the other. */
export function damaged(file: Uint8Array, all: readonly Damage[]): Buffer {
  return all.reduce(applied, Buffer.from(file));
}

export function bytesOf(what: Hostile): Buffer {
  return Buffer.from(HOSTILE[what] as string);
}

/** Lines with their ends: the last one may have none. */
export function linesWithEnds(file: Uint8Array): string[] {
  return (
    Buffer.from(file)
      .toString("latin1")
      .match(/[^\n]*\n|[^\n]+$/g) ?? []
  );
}

function applied(file: Buffer, it: Damage): Buffer {
  switch (it.how) {
    case "flip": {
      const flipped = Buffer.from(file);
      if (flipped.length > 0) flipped[placeIn(it.at, file.length)]! ^= it.bits;
      return flipped;
    }
    case "cut":
      return file.subarray(0, placeIn(it.at, file.length));
    case "remove":
      return replaced(file, placeIn(it.at, file.length), it.bytes, Buffer.alloc(0));
    case "insert":
      return replaced(file, placeIn(it.at, file.length + 1), 0, bytesOf(it.what));
    case "word": {
      const words = [...file.toString("latin1").matchAll(/[^\s,;:"{}[\]]+/g)];
      const word = words[placeIn(it.at, words.length)];
      return word === undefined ? file : replaced(file, word.index, word[0].length, bytesOf(it.what));
    }
    default: {
      const lines = linesWithEnds(file);
      const at = placeIn(it.line, lines.length);
      const line = lines[at] ?? "";
      if (it.how === "drop") lines.splice(at, 1);
      else if (it.how === "double") lines.splice(at, 0, line);
      else if (it.how === "insert-line") lines.splice(at, 0, `${bytesOf(it.what).toString("latin1")}\n`);
      else if (it.how === "swap" && lines.length > 0) {
        const other = placeIn(it.other, lines.length);
        lines[at] = lines[other]!;
        lines[other] = line;
      }
      return Buffer.from(lines.join(""), "latin1");
    }
  }
}

function placeIn(share: number, count: number): number {
  return Math.floor(share * count);
}

function replaced(file: Buffer, from: number, length: number, by: Buffer): Buffer {
  return Buffer.concat([file.subarray(0, from), by, file.subarray(from + length)]);
}
