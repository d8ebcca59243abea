// Patterns as programs write them, told as ranges with wildcards: regular expressions (`^709999\d{2}$`, `709999[0-9][0-9]`),
// those of telephone exchanges (`_709999XX`, `_7099999.`) and a last mark for what follows (`7099999!`, `7099999+`).
// Also blocks that words name (`todos los 7099-999`). What a range covers is wildcards.ts's work.

/**
 * One digit of several, and how often. A class of digits in brackets says from where to where, or stands among digits; between
 * ends of several digits (`[00-99]`) stand numbers, and no class.
 */
const ANY_DIGIT =
  /(?:\\d|\[(?!\d{2,}-\d{2,}\])(?=[\d^]*-)[\d^-]{1,12}\]|(?<=[\d\]}])\[\^?\d{1,3}\])(?:\{(\d)(?:,\d?)?\}|([*+]))?/g;
const MAY_BE_PATTERN = /\\|\[[\d^]|^[\s"'/]*\^|\$[\s"'/]*$|^[\s"']*_|[!+~_][\s"']*$/;
const EXCHANGE = /^[\s"']*_(\+?[\dxzn\s.()-]*[\dxzn])([.!]?)[\s"']*$/i;
const OPEN_END = /^([\s"']*\+?[\d\s().-]{3,}\d)[!+~_]+([\s"']*)$/;
const ANCHORED = /^[\s"'/]*(\^?)(.*?)(\$?)[\s"'/]*$/s;

/** A longer text is no entry of one pattern, and none is looked for in it: each pattern here would try it from every place. */
const MOST_CHARACTERS = 80;

/** Returns such a pattern with `?` for a digit and `*` for the rest of a number; undefined for any other text. */
export function asWildcards(raw: string): string | undefined {
  if (raw.length > MOST_CHARACTERS || !MAY_BE_PATTERN.test(raw) || !/\d/.test(raw)) return undefined;
  const [, exchange, rest] = EXCHANGE.exec(raw) ?? [];
  if (exchange !== undefined) return exchange.replace(/[zn]/gi, "x") + (rest === "" ? "" : "*");
  if (OPEN_END.test(raw)) return raw.replace(OPEN_END, "$1*$2");
  const [, start, body, end] = ANCHORED.exec(raw)!;
  const spelled = classesAsMarks(body!).replace(/\\([-+.() ])/g, "$1");
  if (spelled === body && start === "" && end === "") return undefined;
  if (start !== "" && end === "" && /\d\s*$/.test(spelled)) return `${spelled}*`;
  return start === "" && end !== "" && /^\s*\d/.test(spelled) ? `*${spelled}` : spelled;
}

/** A text with a wildcard in the place of each class of digits: `2222-00[0-9][0-9]`. */
export function classesAsMarks(text: string): string {
  return text.replace(ANY_DIGIT, (_, times?: string, more?: string) =>
    more === undefined ? "?".repeat(Number(times ?? 1)) : "*",
  );
}

/** Whether something of such a pattern was not understood. */
export function isPatternLeft(wildcards: string): boolean {
  return /[\\[{|]/.test(wildcards);
}

/** The beginning of a number that words name as one of many, as the only digits of a normalised text. */
const BLOCK =
  /^\D*\b(?:tod[oa]s?|all|every|prefijos?|prefix|series?|bloques?|block|rangos?|range|empie[zc]\w*|inici\w*|comien[zc]\w*|begin\w*|start\w*)\b\D{0,40}?(\+?\d[\d\s.-]{1,12}\d)[\s.)"']*$/;

/** Returns the block that words name, with a wildcard in the place of the rest; undefined where they name none. */
export function blockNamed(text: string): string | undefined {
  const digits = text.length > MOST_CHARACTERS ? undefined : BLOCK.exec(text)?.[1];
  return digits === undefined ? undefined : `${digits}*`;
}

/** The first digits of a number, four at least, and no year. */
const BEGINNING = String.raw`(?!20[0-3]\d(?!\d))[25-7]\d{3}(?:[ .-]?\d{1,3})?(?!\d)`;
/** Nothing but words for a block and such digits, perhaps of several. */
const BLOCKS_ALONE = new RegExp(
  String.raw`\b(?:tod[oa]s?|all|prefijos?|prefix|series?|bloques?|block|rangos?|range|empie[zc]\w*|comien[zc]\w*|begin\w*|start\w*)(?: (?:l[oa]s|el|la|del?|con|with|por|in|que|numeros?|lineas?|telefonos?|fijos|moviles|celulares|empie[zc]\w*|comien[zc]\w*))*[ :.]{0,3}(${BEGINNING}(?:(?: ?[,;/] ?| [yeo] )${BEGINNING})*)[\s.)"']*$`,
);

/** The blocks that words name beside a number, each with a wildcard. */
export function blocksNamedAlone(text: string): string[] {
  const named = BLOCKS_ALONE.exec(text.slice(-MOST_CHARACTERS))?.[1] ?? "";
  return (named.match(new RegExp(BEGINNING, "g")) ?? []).map((digits) => `${digits}*`);
}
