// Texts that differ in a few places alone: composed once, with blanks, and filled in for each.

/** What stands for each of the values that differ: control characters, which no text of a ledger holds. */
export const BLANKS = { event: "\x01", phone: "\x02", moment: "\x03", line: "\x04" } as const;
export type Values = Readonly<Record<keyof typeof BLANKS, string>>;

const NAMES = Object.keys(BLANKS) as (keyof Values)[];

export class Form {
  readonly #start: string;
  /** The blanks in their order, each with the text behind it. */
  readonly #rest: readonly { name: keyof Values; text: string }[];

  /** No value may hold what a cell is quoted for. */
  constructor(withBlanks: string) {
    const [start = "", ...rest] = withBlanks.split(new RegExp(`([${Object.values(BLANKS).join("")}])`));
    this.#start = start;
    this.#rest = rest.flatMap((blank, at) => {
      const name = NAMES.find((one) => BLANKS[one] === blank);
      return name === undefined ? [] : [{ name, text: rest[at + 1]! }];
    });
  }

  fill(values: Values): string {
    let filled = this.#start;
    for (const { name, text } of this.#rest) filled += values[name] + text;
    return filled;
  }
}
