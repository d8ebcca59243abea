// Whether anything in the record of an opt-in speaks against it: then nobody is taken in again by it. What its date, its
// channel and its action say is event-reader.ts's work.

import { recordCells } from "../csv/cells.js";
import { columnsOf, type EventColumns, nameWords } from "../headers/event-columns.js";
import { isCommentedOut, saysNo } from "../headers/event-words.js";
import { tellsOfOptOut } from "../headers/opt-out-words.js";
import { isBarring, optOutColumnOf, saysOptOut } from "../headers/own-opt-outs.js";
import type { RecordView } from "../lists/batch.js";
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
    private readonly list: Pick<OpenedList, "header" | "width" | "columns" | "dialect">,
    columns: EventColumns,
  ) {
    const said = columnsOf(columns);
    this.#doubts = Array.from({ length: list.width }, (_, column): Doubt => {
      const name = list.header?.[column] ?? "";
      if (list.columns.includes(column)) return (cell) => isCommentedOut(cell) || saysNo(cell);
      if (said.includes(column)) return isCommentedOut;
      if (columns.kind === "registry" && OF_LEDGER.has(nameWords(name))) return () => false;
      return doubtOf(name);
    });
  }

  speakAgainst({ bytes, start, end }: RecordView): boolean {
    const cells = recordCells(bytes, start, end, this.list.dialect);
    if (isCommentedOut(cells[0] ?? "")) return true;
    return cells.some((cell, column) => cell !== "" && this.#doubts[column]?.(cell) === true);
  }
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
