// The words of an import's results: those that nobody knows, and where those stood that the user explains.

import { foldWords } from "../headers/event-words.js";
import { everyNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { recordKey } from "./ledger-event.js";

export class ResultWords {
  /** By their folded words. */
  readonly #unknown = new Map<string, { word: string; rows: number }>();
  /** Records with a word that the user explains, as `recordKey` names them. */
  readonly mapped = new Set<string>();
  /** Rows with an unknown result. */
  rows = 0;

  takeUnknown(word: string): void {
    this.rows++;
    const folded = foldWords(word);
    const known = this.#unknown.get(folded);
    if (known !== undefined) known.rows++;
    else if (!word.includes("=") && everyNumber(readCell(word)).length === 0)
      this.#unknown.set(folded, { word, rows: 1 });
  }

  takeMapped(phones: readonly string[], requestedAt: string, evidence: string): void {
    for (const phone of phones) this.mapped.add(recordKey({ phone, requestedAt, evidence }));
  }

  /** The unknown words that may be shown, the most frequent first. */
  get unknown(): readonly { word: string; rows: number }[] {
    return [...this.#unknown.values()].sort((one, other) => other.rows - one.rows);
  }
}
