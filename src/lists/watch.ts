// What else in a record must be looked at, beside its phone cells: columns named as phones that stay as they are, the
// list's own opt-outs, and unmistakable numbers in any cell. Told record by record, by its own cells: no sample decides.

import { cellText } from "../csv/cells.js";
import type { RecordScanner } from "../csv/scanner.js";
import { type OptOutColumn, optOutColumnOf, saysOptOut } from "../headers/own-opt-outs.js";
import { meaningOf, namesContact, namesOtherNumberToo } from "../headers/phone-names.js";
import { UnmistakableLook } from "../phone/unmistakable.js";

/** What is looked at beside the phones, by 0-based columns. */
export interface WatchedColumns {
  /** Named as phones, and not rewritten. */
  numbers: readonly number[];
  optOuts: readonly { column: number; says: OptOutColumn }[];
  ignored: readonly number[];
}

export const NOTHING_WATCHED: WatchedColumns = { numbers: [], optOuts: [], ignored: [] };

/**
 * By their names: which columns are read in every record though they stay as they are, and which say who opted out.
 * `taken`: the phone columns; `optOuts`: those that the user says are opt-outs; `rows`: the first records.
 */
export function watchedColumns(
  header: readonly string[] | undefined,
  taken: readonly number[],
  ignored: readonly number[],
  optOuts: readonly number[],
  rows: readonly (readonly string[])[],
): WatchedColumns {
  const names = header ?? [];
  const isOpen = (column: number) => !taken.includes(column) && !ignored.includes(column);
  const namesPhone = (name: string) => {
    const meaning = meaningOf(name);
    if (meaning === "mixed") return !namesOtherNumberToo(name);
    return meaning === "phone" || meaning === "perhaps" || meaning === "numbering" || namesContact(name);
  };
  const said = optOuts.filter((column) => !ignored.includes(column));
  const known = Array.from({ length: header?.length ?? rows[0]?.length ?? 0 }, (_, column) => column).flatMap(
    (column) => {
      if (!isOpen(column) || said.includes(column)) return [];
      const named = optOutColumnOf(names[column] ?? "");
      // Whatever it is called: it is only told of, so that the first records may show it.
      const says = named ?? (rows.some((row) => saysOptOut("remarks", row[column] ?? "")) ? "remarks" : undefined);
      return says === undefined ? [] : [{ column, says }];
    },
  );
  return {
    numbers: names.flatMap((name, column) => (isOpen(column) && namesPhone(name) ? [column] : [])),
    optOuts: [...known, ...said.map((column) => ({ column, says: "said" as const }))],
    ignored,
  };
}

/** Cells are counted from 0 among the wanted ones, ascending. */
export interface Watched {
  /** Anything but the phones is looked at. */
  isOn: boolean;
  /** Read as phones by whoever reads the record. */
  phones: readonly number[];
  /** Named as phones, and not rewritten. */
  numbers: readonly number[];
  optOuts: readonly { cell: number; says: OptOutColumn }[];
  /** Not looked at for anything. */
  ignored: readonly number[];
}

/** Fewer digits, or what may stand for them, are no number. */
const FEWEST_DIGITS = 7;
/** Of the cells of one column that say nothing of opt-outs, a power of two: most columns have few different ones. */
const KNOWN_CELLS = 64;
const LONGEST_KNOWN = 32;

/** Looks over the records of one scanner. */
export class Watch {
  /** Which cells no unmistakable number is looked for in: they are read, or not to be looked at. */
  readonly #leftOut: readonly number[];
  readonly #look = new UnmistakableLook();
  readonly #harmless: readonly KnownCells[];

  constructor(private readonly watched: Watched) {
    this.#leftOut = [...watched.phones, ...watched.numbers, ...watched.ignored].sort((a, b) => a - b);
    this.#harmless = watched.optOuts.map(() => new KnownCells());
  }

  /** The records that follow lie in the scanner's window as it is. */
  begin(scanner: RecordScanner): void {
    this.#look.begin(scanner.bytes, scanner.consumed);
  }

  /** False only where nothing in the record counts but its phone cells. */
  isRaised(record: RecordScanner): boolean {
    const { bytes, cellStart, cellEnd } = record;
    const { numbers, optOuts } = this.watched;
    let from = record.start;
    for (let i = 0; i < this.#leftOut.length; i++) {
      const cell = this.#leftOut[i]!;
      if (cellStart[cell]! < 0) continue;
      if (this.#look.mayHold(from, cellStart[cell]!)) return true;
      from = cellEnd[cell]!;
    }
    if (this.#look.mayHold(from, record.end)) return true;
    for (let i = 0; i < numbers.length; i++) {
      const cell = numbers[i]!;
      if (mayHoldNumber(bytes, cellStart[cell]!, cellEnd[cell]!)) return true;
    }
    for (let i = 0; i < optOuts.length; i++) {
      const { cell, says } = optOuts[i]!;
      const start = cellStart[cell]!;
      const end = cellEnd[cell]!;
      if (start === end || this.#harmless[i]!.has(bytes, start, end)) continue;
      if (saysOptOut(says, cellText(bytes, start, end, record.cellQuoted[cell] === 1))) return true;
      this.#harmless[i]!.add(bytes, start, end);
    }
    return false;
  }
}

/** Enough digits for a number, or of what may stand for them: letters that look like them, characters beyond ASCII. */
export function mayHoldNumber(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end && digits < FEWEST_DIGITS; at++) if (isDigitLike(bytes[at]!)) digits++;
  return digits >= FEWEST_DIGITS;
}

function isDigitLike(byte: number): boolean {
  if (byte >= 0x80 || (byte >= 0x30 && byte < 0x3a)) return true;
  const letter = byte | 0x20;
  return letter === 0x6f || letter === 0x69 || letter === 0x6c;
}

/** Short cells, by a few of their bytes: one that is forgotten is read again. */
class KnownCells {
  readonly #cells: (Uint8Array | undefined)[] = new Array(KNOWN_CELLS).fill(undefined);

  has(bytes: Uint8Array, start: number, end: number): boolean {
    const known = this.#cells[placeOf(bytes, start, end)];
    if (known === undefined || known.length !== end - start) return false;
    for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
    return true;
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    if (end - start <= LONGEST_KNOWN) this.#cells[placeOf(bytes, start, end)] = bytes.slice(start, end);
  }
}

function placeOf(bytes: Uint8Array, start: number, end: number): number {
  return (bytes[start]! + 5 * bytes[end - 1]! + 11 * bytes[(start + end) >>> 1]! + end - start) & (KNOWN_CELLS - 1);
}
