// Pairs of columns that name the ends of ranges of numbers (`desde`, `hasta`; `telefono_inicial`, `telefono_final`), by their names.

import { nameWords } from "./event-words.js";
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

/** Of the first ends' names those that a sender has, too: `From` with a count is one with its messages. */
const SENDER = /^(?:del?|from)\b|\bfrom$/;
/** How many numbers a range has. */
const COUNT =
  /^(?:cantidad|cant|cuant[oa]s|count|quantity|qty|numeros|lineas)(?: (?:(?:de|of) )?(?:numeros|lineas|telefonos|numbers|lines|phones))?$/;

/** 0-based columns of the first and of the last number of each record. */
export interface EndColumns {
  first: number;
  last: number;
  /** The second column says how many numbers there are from the first on: `desde`, `cantidad`. */
  isCount?: boolean;
  /** Nothing says that they are phones, and another column does: they may be days, hours or amounts as well. */
  areDoubtful: boolean;
}

/**
 * Every pair of columns whose names say ends of numbers; none of those of a date or an id. Under `hasta` a day may stand, too: its
 * cells tell (`isDay`).
 */
export function endColumns(header: readonly string[] | undefined): readonly EndColumns[] {
  if (header === undefined || header.length < 2) return [];
  // `desde1`
  const names = header.map((name) => nameWords(name).replace(/(?<=[a-z])(?=\d)/g, " "));
  if (names.some((name) => OF_MESSAGES.test(name))) return [];
  const taken = new Set<number>();
  const pairs: { first: number; last: number; isCount: boolean; meaning: ColumnMeaning; common: string }[] = [];
  const pair = (isFirst: (column: number) => boolean, isCount = false) => {
    for (const first of names.keys()) {
      if (taken.has(first) || !isFirst(first)) continue;
      const last = isCount ? names.findIndex((name) => COUNT.test(name)) : (lastOf(names, first, taken) ?? -1);
      if (last < 0 || last === first || taken.has(last)) continue;
      const common = without(names[first]!, FIRST);
      pairs.push({ first, last, isCount, meaning: meaningOf(common), common });
      taken.add(first).add(last);
    }
  };
  pair((column) => FIRST.test(names[column]!));
  pair((column) => FIRST.test(names[column]!) && !SENDER.test(names[column]!), true);
  // `telefono, telefono hasta`: the first end needs no word of its own.
  pair((column) => PHONES.has(meaningOf(names[column]!)));
  const isPhoneBeside = header.some((name, column) => !taken.has(column) && PHONES.has(meaningOf(name)));
  return pairs
    .filter(({ meaning, common }) => PHONES.has(meaning) || meaning === "unknown" || OF_BLOCKS.test(common))
    .map(({ first, last, isCount, meaning }) => ({
      ...{ first, last, areDoubtful: !PHONES.has(meaning) && isPhoneBeside },
      ...(isCount && { isCount }),
    }));
}

/** The column of the last number beside one of the first: of the same name otherwise, the next one where several are. */
function lastOf(names: readonly string[], first: number, taken: ReadonlySet<number>): number | undefined {
  const common = without(names[first]!, FIRST);
  const fits = (name: string, column: number) => column !== first && !taken.has(column) && LAST.test(name);
  const isSame = (name: string, column: number) => fits(name, column) && without(name, LAST) === common;
  const next = names.findIndex((name, column) => column > first && isSame(name, column));
  if (next >= 0) return next;
  const before = names.findIndex(isSame);
  if (before >= 0) return before;
  // `telefono, al`; a letter alone names any column.
  const beside = names[first + 1] ?? "";
  const isEndAlone = beside.length > 1 && BESIDE_END.test(without(beside, LAST));
  return isEndAlone && fits(beside, first + 1) ? first + 1 : undefined;
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
