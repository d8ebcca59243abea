// Counts how often something was found in a list, with its first lines for messages.

export const FIRST_LINES = 5;

export class Occurrences {
  count = 0;
  /** Of the first `FIRST_LINES`. */
  readonly lines: number[] = [];

  add(line: number): void {
    this.count++;
    if (this.lines.length < FIRST_LINES) this.lines.push(line);
  }
}
