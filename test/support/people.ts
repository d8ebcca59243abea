// Phone lists in which everything happens: several cells and numbers a record, repeats, foreign and unwanted numbers,
// unreadable cells, ragged records. Few numbers, so that records meet.

import fc from "fast-check";
import { type Dialect, dialects, encodeCell, encodeFile, encodeRecord, names } from "./csv-files.js";
import { plainSpellingsOf } from "./spellings.js";

export const NATIONALS = ["70123456", "61234567", "22501234", "24567890", "70123457", "75556666", "78880001"] as const;

const national = fc.constantFrom(...NATIONALS);
const others = fc.constantFrom("+504 9123-4567", "800-1234", "900 1234 5678", "2222", "n/a", "50370123456E+3", "", "");
const number = fc.oneof({ weight: 4, arbitrary: national.chain(plainSpellingsOf) }, { weight: 1, arbitrary: others });
const cell = fc.oneof(
  { weight: 4, arbitrary: number },
  {
    weight: 1,
    arbitrary: fc.tuple(number, fc.constantFrom(" / ", "; ", " y ")).chain(([a, by]) => number.map((b) => a + by + b)),
  },
);

export interface Person {
  telefono: string;
  celular: string;
  name: string;
  ragged: boolean;
}

/**
 * At most half of the records are ragged: a list with more is refused. Both columns are phones to the program as well: of
 * one that holds `2222` and no number, or a connector alone, it may think otherwise.
 */
export const people: fc.Arbitrary<Person[]> = fc
  .array(
    fc.record({
      telefono: cell,
      celular: cell,
      name: names,
      ragged: fc.integer({ min: 0, max: 14 }).map((it) => it === 0),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .filter((list) => {
    const whole = list.filter(({ ragged }) => !ragged);
    const columns = [whole.map(({ telefono }) => telefono), whole.map(({ celular }) => celular)];
    return whole.length * 2 >= list.length && columns.every((cells) => cells.every(isBlank) || cells.some(hasNumber));
  });

const isBlank = (cell: string) => cell === "" || cell === "n/a";
const hasNumber = (cell: string) => cell.replaceAll(/\D/g, "").length >= 7;

/** Options that shape what is kept. */
export const policies: fc.Arbitrary<string[]> = fc.constantFrom(
  [],
  [],
  ["--keep-duplicates"],
  ["--keep-foreign"],
  ["--types", "mobile"],
  ["--types", "mobile,fixed,toll_free,premium"],
  ["--channel", "sms"],
  ["--keep-duplicates", "--keep-foreign"],
);

/** A list, and every record of it in the three parts that a scrub may tell apart. */
export interface PhoneList {
  text: string;
  header: string;
  dialect: Dialect;
  /** Encoded: all before the two phone cells, those, all after them. */
  records: readonly { before: string; phones: string; after: string }[];
}

/** Every record begins with its id, `K0K` for the first: it tells which records of a clean list are which. */
export function phoneListOf(people: readonly Person[], dialect: Dialect): PhoneList {
  const { delimiter } = dialect;
  const records = people.map(({ telefono, celular, name, ragged }, i) => ({
    before: encodeCell(`K${i}K`, dialect) + delimiter,
    phones: [telefono, celular].map((cell) => encodeCell(cell, dialect)).join(delimiter),
    after: delimiter + encodeCell(name, dialect) + (ragged ? `${delimiter}extra` : ""),
  }));
  const header = encodeRecord(["id", "telefono", "celular", "nombre"], dialect);
  const text = encodeFile([header, ...records.map(({ before, phones, after }) => before + phones + after)], dialect);
  return { text, header, dialect, records };
}

/** Dialects of lists whose names may hold line feeds: CR alone ends no record there. */
export const lineFeedDialects: fc.Arbitrary<Dialect> = dialects.filter(({ lineEnd }) => lineEnd !== "\r");

/** The positions of the records that a clean list holds, in its order. */
export function keptIn(clean: Buffer): number[] {
  return [...clean.toString().matchAll(/K(\d+)K/g)].map(([, at]) => Number(at));
}
