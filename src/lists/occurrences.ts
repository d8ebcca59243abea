// Counts how often something was found in a list, with its first lines for messages.

export const FIRST_LINES = 5;

export class Occurrences {
  count = 0;
  /** The lines of the first `FIRST_LINES` of them. */
  readonly lines: number[] = [];

  add(line: number): void {
    this.count++;
    if (this.lines.length < FIRST_LINES) this.lines.push(line);
  }
}

/** The same by a key, such as a column. */
export class OccurrencesBy<K> extends Map<K, Occurrences> {
  addTo(key: K, line: number): void {
    const found = this.get(key) ?? new Occurrences();
    this.set(key, found);
    found.add(line);
  }
}
