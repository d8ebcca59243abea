// Pairs of columns that name the ends of ranges of numbers (`desde`, `hasta`; `telefono_inicial`, `telefono_final`),
// by their names.

import { nameWords } from "./event-words.js";
import { type ColumnMeaning, meaningOf } from "./phone-names.js";

const FIRST = /\b(?:desde|del|inicio|inicial|ini|from|start|begin|first|primer[oa]?)\b/;
const LAST = /\b(?:hasta|al|fin|final|to|end|stop|thru|through|until|last|ultim[oa])\b/;
/** Of numbers, whatever else has series. */
const OF_BLOCKS = /^(?:serie|bloque|rango|range|numeracion)s?$/;
/** Beside these, `From` wrote a message and `To` got it. */
const OF_MESSAGES = /^(?:body|opt ?out ?type|(?:message|sms) ?s?id|network ?code|err(?:or)? ?code)$/;
const PHONES: ReadonlySet<ColumnMeaning> = new Set(["phone", "perhaps", "numbering"]);

/** 0-based columns of the first and of the last number of each record. */
export interface EndColumns {
  first: number;
  last: number;
  /** Nothing says that they are phones, and another column does: they may be days, hours or amounts as well. */
  areDoubtful: boolean;
}

/**
 * Every pair of columns whose names say ends of numbers; none of those of a date or an id. Under `hasta` a day may
 * stand, too: its cells tell (`isDay`).
 */
export function endColumns(header: readonly string[] = []): readonly EndColumns[] {
  // `desde1`
  const names = header.map((name) => nameWords(name).replace(/(?<=[a-z])(?=\d)/g, " "));
  if (names.some((name) => OF_MESSAGES.test(name))) return [];
  const taken = new Set<number>();
  const pairs: { first: number; last: number; meaning: ColumnMeaning; common: string }[] = [];
  const pair = (isFirst: (name: string) => boolean) => {
    for (const [first, name] of names.entries()) {
      if (taken.has(first) || !isFirst(name)) continue;
      const common = without(name, FIRST);
      const isLast = (other: string, column: number) => {
        if (column === first || taken.has(column) || !LAST.test(other)) return false;
        const rest = without(other, LAST);
        // `telefono_desde, hasta`
        return rest === common || (rest === "" && column === first + 1);
      };
      const last = names.findIndex(isLast);
      if (last < 0) continue;
      pairs.push({ first, last, meaning: meaningOf(common), common });
      taken.add(first).add(last);
    }
  };
  pair((name) => FIRST.test(name));
  // `telefono, telefono hasta`: the first end needs no word of its own.
  pair((name) => PHONES.has(meaningOf(name)));
  const isPhoneBeside = header.some((name, column) => !taken.has(column) && PHONES.has(meaningOf(name)));
  return pairs
    .filter(({ meaning, common }) => PHONES.has(meaning) || meaning === "unknown" || OF_BLOCKS.test(common))
    .map(({ first, last, meaning }) => ({ first, last, areDoubtful: !PHONES.has(meaning) && isPhoneBeside }));
}

function without(name: string, end: RegExp): string {
  return name.replace(end, "").replace(/\s+/g, " ").trim();
}

/** Whether a cell of the last end is a day: `31/12/2026`, `2026-12-31`, `20261231`. */
export function isDay(cell: string): boolean {
  return DAY.test(cell);
}
const DAY =
  /^\s*(?:(?:19|20)\d\d([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-/. ])(?:\d{1,2}|[a-z]{3,10})\2(?:19|20)?\d\d)(?!\d)/i;
