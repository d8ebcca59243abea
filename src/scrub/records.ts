// What leaves a run: kept records as the input's own bytes with the phone cell replaced, removed ones with cells appended.

import { composedDelimiter, encodeCell, lineEnd } from "../csv/compose.js";
import type { Dialect } from "../csv/dialect.js";
import type { RecordScanner } from "../csv/scanner.js";
import type { OutputFile } from "../files/output.js";
import { formatNumber, type PhoneFormat } from "../phone/format.js";
import type { PhoneNumber } from "../phone/number.js";
import type { Disposition, Reason } from "./disposition.js";

const REMOVED_COLUMNS = ["svscrub_disposition", "svscrub_reason", "svscrub_source", "svscrub_since", "svscrub_record"];

/** The clean list. Untouched bytes are copied in runs, as long as kept records follow one another. */
export class CleanWriter {
  records = 0;
  #source: Uint8Array = new Uint8Array(0);
  /** The run of the window's bytes that is not yet written. */
  #from = 0;
  #to = 0;
  readonly #number = Buffer.alloc(16);
  readonly #width: number;

  constructor(
    private readonly output: OutputFile,
    private readonly format: PhoneFormat,
    private readonly dialect: Dialect,
  ) {
    this.#number.write(format === "e164" ? "+503" : format === "digits" ? "503" : "    -    ");
    this.#width = format === "e164" ? 12 : format === "digits" ? 11 : 9;
  }

  preamble(bytes: Uint8Array): void {
    this.output.write(bytes);
  }

  /** Keeps the scanner's record as it stands. */
  keep(scanner: RecordScanner): void {
    this.records++;
    if (this.#to !== scanner.start || this.#source !== scanner.bytes) this.#begin(scanner);
    this.#to = scanner.nextStart;
  }

  /** Keeps the scanner's record, whose only wanted cell holds this 8-digit national number in some spelling. */
  keepNational(scanner: RecordScanner, national: number): void {
    this.keep(scanner);
    if (this.format === "original") return;
    const start = scanner.cellStart[0]!;
    const end = scanner.cellEnd[0]!;
    const digits = this.#spell(national);
    if (end - start === this.#width && equal(scanner.bytes, start, digits, this.#width)) return;
    this.output.write(scanner.bytes, this.#from, start);
    this.output.write(digits, 0, this.#width);
    this.#from = end;
  }

  /** Keeps the scanner's record with one number, or nothing, in each wanted cell. */
  keepNumbers(scanner: RecordScanner, numbers: readonly (PhoneNumber | undefined)[]): void {
    this.keep(scanner);
    if (this.format === "original") return;
    for (let i = 0; i < numbers.length; i++) {
      const start = scanner.cellStart[i]!;
      if (start < 0) continue;
      const number = numbers[i];
      this.output.write(scanner.bytes, this.#from, start);
      if (number !== undefined) this.output.write(Buffer.from(formatNumber(number.e164, this.format)));
      this.#from = scanner.cellEnd[i]!;
    }
  }

  /** Must be called before the scanner's window moves. */
  flushRun(): void {
    if (this.#to > this.#from) this.output.write(this.#source, this.#from, this.#to);
    this.#from = this.#to = 0;
  }

  /** Another list's records follow: the last record of this one may have no line end. */
  endList(): void {
    const last = this.output.lastByte;
    if (last !== undefined && last !== 0x0a && last !== 0x0d) this.output.write(lineEnd(this.dialect));
  }

  #begin(scanner: RecordScanner): void {
    if (this.#to > 0) this.flushRun();
    this.#source = scanner.bytes;
    this.#from = scanner.start;
  }

  #spell(national: number): Uint8Array {
    const bytes = this.#number;
    let rest = national;
    for (let at = this.#width - 1, left = 8; left > 0; at--) {
      if (bytes[at] === 0x2d) continue;
      const next = (rest / 10) | 0;
      bytes[at] = 0x30 + rest - next * 10;
      rest = next;
      left--;
    }
    return bytes;
  }
}

function equal(bytes: Uint8Array, start: number, other: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[start + i] !== other[i]) return false;
  return true;
}

/** The removed records: their own bytes, then why. */
export class RemovedWriter {
  records = 0;
  readonly #lineEnd: Uint8Array;
  readonly #endings = new Map<string, Buffer>();

  constructor(
    private readonly output: OutputFile,
    private readonly dialect: Dialect,
  ) {
    this.#lineEnd = lineEnd(dialect);
  }

  /** `bytes`: all that stands before the header's line end. */
  header(bytes: Uint8Array): void {
    this.output.write(bytes);
    this.output.write(this.#appended(REMOVED_COLUMNS));
    this.output.write(this.#lineEnd);
  }

  /** `source`: the lists that hold it and the records there; `record`: its number in its list, from 1. */
  remove(
    scanner: RecordScanner,
    disposition: Disposition,
    reason: Reason,
    source: string,
    since: string,
    record: number,
  ): void {
    this.records++;
    this.output.write(scanner.bytes, scanner.start, scanner.end);
    if (source === "") this.output.write(this.#unsourced(disposition, reason));
    else this.output.write(this.#appended([disposition, reason, source, since]));
    this.output.write(this.#appended([String(record)]));
    this.output.write(this.#lineEnd);
  }

  /** Composed once for each of the few pairs. */
  #unsourced(disposition: Disposition, reason: Reason): Buffer {
    const key = `${disposition} ${reason}`;
    let ending = this.#endings.get(key);
    if (ending === undefined) {
      ending = this.#appended([disposition, reason, "", ""]);
      this.#endings.set(key, ending);
    }
    return ending;
  }

  #appended(cells: readonly string[]): Buffer {
    const delimiter = Buffer.of(composedDelimiter(this.dialect));
    return Buffer.concat(cells.flatMap((cell) => [delimiter, encodeCell(cell, this.dialect)]));
  }
}
