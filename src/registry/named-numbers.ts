// The numbers that a record of an import names beside its sender's and ours: in what was written, in remarks, and in phones
// of which nobody says whose they are. Whoever they belong to is barred until a person decides.

import { remembered } from "../lexicon/remembered.js";
import { readPhoneText } from "../lists/phone-cells.js";
import { readNamed } from "../phone/named.js";
import { everyNumber } from "../phone/number.js";
import { type ColumnUse, isText } from "./column-uses.js";
import type { Sender } from "./sender.js";

export interface NamedNumbers {
  /** E.164, or the text of a range; none twice. */
  numbers: readonly string[];
  /** The columns in which they stand. */
  columns: readonly number[];
}

export const NOBODY: NamedNumbers = { numbers: [], columns: [] };

const NO_NUMBERS: readonly string[] = [];
/** Digits without anything that could name a range. */
const ONE_RUN = /^\+?\d{8,12}$/;

export class NamedReader {
  // Most messages say the same few things, to the same few numbers of ours.
  readonly #inWords = remembered(readNamed);
  readonly #ofOurs = remembered((cell) => everyNumber(readPhoneText(cell)));
  readonly #ours: readonly number[];

  constructor(
    private readonly uses: ReadonlyMap<number, ColumnUse>,
    private readonly own: ReadonlySet<string>,
  ) {
    this.#ours = [...uses].flatMap(([column, use]) => (use === "ours" ? [column] : []));
  }

  /** `asks`: the record asks for something, or may. */
  of(cells: readonly string[], sender: Sender, asks: boolean): NamedNumbers {
    const said: { e164: string; column: number }[] = [];
    for (const [column, cell] of cells.entries())
      for (const e164 of this.#saidIn(cell, column, asks, sender)) said.push({ e164, column });
    if (said.length === 0) return NOBODY;
    // Of whoever asks and can't be read every number in the record goes to a person. Where nobody knows who wrote, our number
    // may be theirs.
    const theirs = sender.is === "elsewhere" && !asks ? [] : [...sender.certain, ...sender.candidates];
    const ours = sender.is === "certain" ? this.#ours.flatMap((column) => this.#ofOurs(cells[column] ?? "")) : [];
    const known = new Set([...theirs, ...ours, ...this.own]);
    const named = said.filter(({ e164 }) => !known.has(e164));
    return {
      numbers: [...new Set(named.map(({ e164 }) => e164))],
      columns: [...new Set(named.map(({ column }) => column))],
    };
  }

  #saidIn(cell: string, column: number, asks: boolean, { texts }: Sender): readonly string[] {
    const use = this.uses.get(column);
    if (use === "words" || (use === undefined && isText(cell))) return this.#inWords(cell);
    if (!asks || use !== "phone") return NO_NUMBERS;
    if (!ONE_RUN.test(cell)) return readNamed(cell);
    return texts.includes(cell) ? NO_NUMBERS : everyNumber(readPhoneText(cell));
  }
}
