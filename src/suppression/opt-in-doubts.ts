// Whether anything in the record of an opt-in speaks against it: then nobody is taken in again by it. What its date, its channel and
// its action say is told by whoever reads the list (event-reader.ts) or the import (registry/understanding.ts).

import { nameWords } from "../headers/event-columns.js";
import { isCommentedOut, limitsConsent, saysNo } from "../headers/event-words.js";
import { saysOptOut } from "../headers/opt-out-cells.js";
import { tellsOfOptOut } from "../headers/opt-out-words.js";
import { isBarring, optOutColumnOf } from "../headers/own-opt-outs.js";
import type { OpenedList } from "../lists/open.js";

/** A yes in such a column takes the record back; in the other kind a no does. */
const TAKEN_BACK =
  /\b(?:anula\w*|borra\w*|elimina\w*|delet\w*|remov\w*|void\w*|revoca\w*|revoked|cancel\w*|invalid\w*|inactiv\w*|rechaz\w*|rejected|retir\w*|withdrawn)\b/;
const IN_FORCE =
  /\b(?:activ[oa]|active|vigente|valid[oa]?|enabled|habilitad[oa]|confirmad[oa]|confirmed|verificad[oa]|verified|aprobad[oa]|approved)\b/;
/** What a registry says of an event beside what it asks for: free words, which take nothing back. */
const OF_LEDGER: ReadonlySet<string> = new Set(["event", "recorded at", "source", "sender", "reason", "evidence"]);
const MAIL = /\S+@\S+/g;
/** `casa No. 12` counts houses. */
const COUNTED = /\b(?:no|nº|n°)\.? ?(?:\d{1,4}\b|#)/gi;

type Doubt = (cell: string) => boolean;

export class OptInDoubts {
  readonly #doubts: readonly Doubt[];

  constructor(
    { header, width, columns }: Pick<OpenedList, "header" | "width" | "columns">,
    /** The columns that say what is asked for, when and how. */
    said: readonly number[],
    isRegistry = false,
  ) {
    this.#doubts = Array.from({ length: width }, (_, column): Doubt => {
      const name = header?.[column] ?? "";
      if (said.includes(column) && !columns.includes(column)) return isCommentedOut;
      if (isRegistry && OF_LEDGER.has(nameWords(name))) return () => false;
      const doubt = columns.includes(column) ? isCommentedOutOrNo : doubtOf(name);
      return (cell) => limitsConsent(cell) || doubt(cell);
    });
  }

  /** The columns whose cells speak against an opt-in. */
  columnsIn(cells: readonly string[]): readonly number[] {
    return cells.flatMap((cell, column) => {
      const speaks = (column === 0 && isCommentedOut(cell)) || (cell !== "" && this.#doubts[column]?.(cell) === true);
      return speaks ? [column] : [];
    });
  }
}

function isCommentedOutOrNo(cell: string): boolean {
  return isCommentedOut(cell) || saysNo(cell);
}

/** What a cell of a column of this name would have to say. */
function doubtOf(name: string): Doubt {
  const folded = nameWords(name);
  const own = optOutColumnOf(name);
  if (isBarring(own)) return (cell) => saysOptOut(own, cell);
  if (TAKEN_BACK.test(folded)) return (cell) => saysOptOut("opt-out", cell);
  if (IN_FORCE.test(folded)) return (cell) => saysOptOut("consent", cell);
  return (cell) => tellsOfOptOut(cell) || saysNo(cell.replace(MAIL, " ").replace(COUNTED, " "));
}
