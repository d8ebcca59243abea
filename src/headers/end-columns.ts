// Two columns that name the ends of ranges of numbers (`desde`, `hasta`; `telefono_inicial`, `telefono_final`), by their names.

import { nameWords } from "./event-columns.js";
import { type ColumnMeaning, meaningOf } from "./phone-names.js";

const FIRST = /^(?:del?|from|first|lower)$|\b(?:desde|inicio|inicial|start|min|minimo|primero?)\b/;
const LAST = /^(?:al?|to|last|upper)$|\b(?:hasta|fin|final|end|max|maximo|ultimo)\b/;
const PHONES: ReadonlySet<ColumnMeaning> = new Set(["phone", "perhaps", "numbering"]);

/**
 * The columns, 0-based, of the first and of the last number of each record. Undefined where the names are no such pair, are
 * a date's or an id's, or say nothing of phones while another column does: then they are more likely days.
 */
export function endColumns(header: readonly string[] | undefined): [first: number, last: number] | undefined {
  const names = (header ?? []).map(nameWords);
  const without = (name: string, end: RegExp) => name.replace(end, "").replace(/\s+/g, " ").trim();
  const first = names.findIndex((name) => FIRST.test(name));
  if (first < 0) return undefined;
  const common = without(names[first]!, FIRST);
  const last = names.findIndex((name, i) => i !== first && LAST.test(name) && without(name, LAST) === common);
  const meaning = meaningOf(common);
  if (last < 0 || !(PHONES.has(meaning) || meaning === "unknown")) return undefined;
  if (PHONES.has(meaning)) return [first, last];
  return header!.some((name, i) => i !== first && i !== last && PHONES.has(meaningOf(name)))
    ? undefined
    : [first, last];
}
