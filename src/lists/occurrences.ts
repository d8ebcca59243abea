// How often something was found in a list, and where first: what a person is told of it.

/** Lines that a person is told. */
export const FIRST_LINES = 5;

export class Occurrences {
  count = 0;
  /** Of the first of them. */
  readonly lines: number[] = [];

  add(line: number): void {
    this.count++;
    if (this.lines.length < FIRST_LINES) this.lines.push(line);
  }
}

/** Occurrences by column. */
export class OccurrencesByColumn {
  readonly #columns = new Map<number, Occurrences>();

  add(column: number, line: number): void {
    const occurrences = this.#columns.get(column) ?? new Occurrences();
    occurrences.add(line);
    this.#columns.set(column, occurrences);
  }

  has(column: number): boolean {
    return this.#columns.has(column);
  }

  /** In the order of the columns. */
  [Symbol.iterator](): Iterator<[column: number, Occurrences]> {
    return [...this.#columns].sort(([a], [b]) => a - b)[Symbol.iterator]();
  }
}
