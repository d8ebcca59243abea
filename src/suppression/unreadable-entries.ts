// The entries of a list from which no number could be read: the records of all, and the lines of the first, for whoever mends them.

const NAMED_LINES = 5;

export class UnreadableEntries {
  readonly records: number[] = [];
  readonly lines: number[] = [];

  add(record: number, line: number): void {
    this.records.push(record);
    if (this.lines.length < NAMED_LINES) this.lines.push(line);
  }

  /** What seemed to be unreadable last was the first half of a number. */
  takeBack(record: number): void {
    if (this.records.at(-1) !== record) return;
    this.records.pop();
    if (this.lines.length > this.records.length) this.lines.pop();
  }
}
