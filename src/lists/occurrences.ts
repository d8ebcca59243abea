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
