// Two columns that name the ends of ranges of numbers (`desde`, `hasta`; `telefono_inicial`, `telefono_final`), by their names.

import { nameWords } from "./event-columns.js";
import { type ColumnMeaning, meaningOf } from "./phone-names.js";

const FIRST =
  /^(?:del?|from)\b|\bfrom$|\b(?:desde|inicio|inicial|initial|ini|principio|inicia|empieza|comienza|comienzo|cabecera|partir|inferior|inf|start|begin|min|minimo|minimum|menor|lo|low|lower|lowest|first|primera?|primero)\b|\brango 1$/;
const LAST =
  /^(?:al?|to)\b|\bto$|\b(?:hasta|fin|final|cierre|termino|termina|finaliza|superior|sup|end|finish|stop|thru|through|until|max|maximo|maximum|mayor|hi|high|upper|highest|last|ultim[oa]|cola)\b|\brango 2$/;
/** Of the numbers before it: `rango hasta`, `hasta el`, `hasta ext`. */
const BESIDE_END = /^(?:(?:el|la|los|las|the|rango|serie|bloque|numero|num|no|linea|ext|extension|ultim[oa])(?: |$))*$/;
/** Of numbers, whatever else has series. */
const OF_BLOCKS = /^(?:serie|bloque|rango|numeracion|central)s?$/;
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
 * Undefined where the names are no such pair, or are a date's or an id's. Under `hasta` a day may stand, too: its cells
 * tell (`isDay`).
 */
export function endColumns(header: readonly string[] | undefined): EndColumns | undefined {
  const names = (header ?? []).map(nameWords);
  const without = (name: string, end: RegExp) => name.replace(end, "").replace(/\s+/g, " ").trim();
  const isPair = (first: number) => (name: string, last: number) =>
    last !== first &&
    LAST.test(name) &&
    (without(name, LAST) === without(names[first]!, FIRST) || (last === first + 1 && isEndAlone(name)));
  // `telefono, al`; a letter alone names any column.
  const isEndAlone = (name: string) => name.length > 1 && BESIDE_END.test(without(name, LAST));
  if (names.some((name) => OF_MESSAGES.test(name))) return undefined;
  const named = names.findIndex((name, i) => FIRST.test(name) && names.some(isPair(i)));
  // `telefono, telefono hasta`: the first end needs no word of its own.
  const first = named < 0 ? names.findIndex((name, i) => PHONES.has(meaningOf(name)) && names.some(isPair(i))) : named;
  if (first < 0) return undefined;
  const common = without(names[first]!, FIRST);
  const last = names.findIndex(isPair(first));
  const meaning = meaningOf(common);
  if (PHONES.has(meaning)) return { first, last, areDoubtful: false };
  if (meaning !== "unknown" && !OF_BLOCKS.test(common)) return undefined;
  const areDoubtful = header!.some((name, i) => i !== first && i !== last && PHONES.has(meaningOf(name)));
  return { first, last, areDoubtful };
}

/** Whether a cell of the last end is a day: `31/12/2026`, `2026-12-31`, `20261231`. */
export function isDay(cell: string): boolean {
  return DAY.test(cell);
}
const DAY =
  /^\s*(?:(?:19|20)\d\d([-/.]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-/. ])(?:\d{1,2}|[a-z]{3,10})\2(?:19|20)?\d\d)(?!\d)/i;
