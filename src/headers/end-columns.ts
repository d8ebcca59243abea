// Finds pairs of columns with the ends of ranges of numbers: `desde`, `hasta`; `telefono_desde`, `telefono_hasta`.

import { nameWords } from "./folding.js";
import { isPhone, meaningOf } from "./phone-names.js";

const FIRST = /\b(?:desde|del|inicio|inicial|ini|from|start|begin|first|primer[oa]?)\b/;
const LAST = /\b(?:hasta|al|fin|final|to|end|stop|thru|through|until|last|ultim[oa])\b/;
const OF_BLOCKS = /^(?:serie|bloque|rango|range)s?$/;
/** Columns of messages, where `From` and `To` are sender and recipient. */
const OF_MESSAGES = /^(?:body|opt ?out ?type|(?:message|sms) ?s?id)$/;

/** 0-based columns of the first and of the last number of each record. */
export interface EndColumns {
  first: number;
  last: number;
  /** Another column is named as a phone, and these are not: they may hold days, hours or amounts. */
  areDoubtful: boolean;
}

/**
 * Returns every pair of columns named as the ends of ranges, but not of dates. A phone column before `hasta` needs no
 * `desde`. Cells under `hasta` may be days: see `isDay`.
 */
export function endColumns(header: readonly string[] = []): readonly EndColumns[] {
  const names = header.map((name) => nameWords(name).replace(/(?<=[a-z])(?=\d)/g, " "));
  if (names.some((name) => OF_MESSAGES.test(name))) return [];
  const ends = (word: RegExp) =>
    names.map((name) => (word.test(name) ? name.replace(word, "").replace(/ +/g, " ").trim() : undefined));
  const [firsts, lasts] = [ends(FIRST), ends(LAST)];
  const namesPhone = (name: string) => isPhone(meaningOf(name));
  const taken = new Set<number>();
  const pairs = [firsts, names.map((name) => (namesPhone(name) ? name : undefined))].flatMap((common) =>
    common.flatMap((rest, first) => {
      const isLast = (other: string | undefined, at: number) =>
        at !== first && !taken.has(at) && other !== undefined && (other === rest || (other === "" && at === first + 1));
      const last = rest === undefined || taken.has(first) ? -1 : lasts.findIndex(isLast);
      if (rest === undefined || last < 0) return [];
      taken.add(first).add(last);
      return namesPhone(rest) || meaningOf(rest) === "unknown" || OF_BLOCKS.test(rest) ? [{ first, last, rest }] : [];
    }),
  );
  const hasOtherPhone = names.some((name, column) => !taken.has(column) && namesPhone(name));
  return pairs.map(({ first, last, rest }) => ({ first, last, areDoubtful: !namesPhone(rest) && hasOtherPhone }));
}

/** Whether a cell of the last end is a day: `31/12/2026`, `2026-12-31`, `20261231`. */
export const isDay = (cell: string): boolean => YEAR_FIRST.test(cell) || DAY_FIRST.test(cell);
const YEAR_FIRST = /^\s*(?:19|20)\d\d([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?!\d)/;
const DAY_FIRST = /^\s*(?:0?[1-9]|[12]\d|3[01])([-/. ])(?:\d{1,2}|[a-z]{3,10})\1(?:19|20)?\d\d(?!\d)/i;
