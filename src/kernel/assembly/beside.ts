// Whether the cells beside the phone of a suppression record may hold what counts: false only where `BesideCells` of
// suppression/other-cells.ts finds nothing there but, perhaps, unmistakable numbers, which look.ts looks for.

const FEWEST_DIGITS: u32 = 7;
/** In several cells, one behind the other. */
const NATIONAL_DIGITS: u32 = 8;
/** The fewest digits of a short range. */
const FEWEST_RANGE_DIGITS: u32 = 4;
/** Behind the first number of a block, a few digits may be the block's end: `hasta 0099`, `01 a 99`. */
const FEWEST_BEHIND_FIRST: u32 = 2;
/**
 * Four digits together may begin a number, or be an end above the number's own last four: `serie 2222`, `hasta 3450`. A year
 * is neither, but behind the first of ten.
 */
const GROUP_DIGITS: u32 = 4;
const FIRST_YEAR: u32 = 1900;
const END_OF_YEARS: u32 = 2040;
const MOST_ABOVE: u32 = 1000;
/** As words-of-ids.ts has it. */
const FEWEST_OF_WORD: u32 = 3;
/** Bytes of a cell that joins the ends in the cells around it. */
const LONGEST_JOIN: usize = 12;
const QUOTE: u8 = 0x22;
const ZERO: u32 = 0x30;
const DASH: u8 = 0x2d;
const DOT: u8 = 0x2e;

// What a byte can be to a number, as phone/byte-tables.ts has it.
const DIGIT: u8 = 1;
const LOOKALIKE: u8 = 2;
const LETTER: u8 = 3;
const WILDCARD: u8 = 4;

// Which cells of a column count, as suppression/other-cells.ts has it: those with a number; those with a number and a word.
const OF_NUMBERS: u8 = 1;
const OF_WORDS: u8 = 2;

/** u8[256]: what bytes can be. */
let kinds: usize = 0;
/** u8 for each column: which of its cells count; 0 where none is looked at. */
let uses: usize = 0;

export function setBeside(kindsAt: usize, usesAt: usize): void {
  kinds = kindsAt;
  uses = usesAt;
}

// @ts-ignore: decorator
@inline
export function looksBeside(): bool {
  return uses != 0;
}

/** Digits of the cells so far, one behind the other. */
let torn: u32 = 0;
/** The cell before is of no digit, and of no word but those that join the ends of a range: `al`, `-`. */
let isBehindJoin = false;
/** Small letters of the word that ends here, a byte each; and whether a word behind the last digit joins ends. */
let word: u64 = 0;
let isJoined = false;

/** Before the cells of one record are asked about. */
export function beginRecord(): void {
  torn = 0;
  isBehindJoin = false;
}

/** Whether the cell [from, to), with its quotes, may count. `national`: the record's number. Its cells are asked about in order. */
export function mayCountBeside(column: u32, from: usize, to: usize, national: i32): bool {
  const isQuoted = to > from + 1 && load<u8>(from) == QUOTE;
  const start = isQuoted ? from + 1 : from;
  const end = isQuoted ? to - 1 : to;
  const use = load<u8>(uses + usize(column));
  isJoined = false;
  word = 0;
  if (use != OF_NUMBERS) return mayCountInWords(start, end, use == OF_WORDS);
  const fewest: u32 = national % 100 <= 1 ? FEWEST_BEHIND_FIRST : FEWEST_DIGITS;
  // Behind the first of ten two digits alone may be the last, behind a word that joins ends any: `al 19`, `al 9`.
  const isFirstOfTen = national % 10 == 0;
  const last = u32(national % 10000);
  let digits: u32 = 0;
  let run: u32 = 0;
  let group: u32 = 0;
  let value: u32 = 0;
  let isWild = false;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte == QUOTE) return true;
    const kind = load<u8>(kinds + byte);
    if (kind == DIGIT) {
      endWord();
      if (isBehindJoin || isJoined) return true;
      digits++;
      run++;
      value = group++ == 0 ? u32(byte) - ZERO : 10 * value + u32(byte) - ZERO;
      if (group == GROUP_DIGITS && mayBeginOrEnd(value, last, isFirstOfTen)) return true;
      if (group > GROUP_DIGITS || ++torn == NATIONAL_DIGITS) return true;
    } else {
      if (isEnd(group, isFirstOfTen)) return true;
      group = 0;
      readWord(byte);
      if (kind == LOOKALIKE) run++;
      else if (kind == LETTER) run = torn = 0;
      else if (kind == WILDCARD) isWild = true;
    }
    if (isWild && (digits >= FEWEST_RANGE_DIGITS || torn >= FEWEST_RANGE_DIGITS)) return true;
    if (digits >= fewest || (run >= FEWEST_DIGITS && digits > 0)) return true;
  }
  endCell(digits, end - start);
  return isEnd(group, isFirstOfTen);
}

/**
 * A wildcard counts under whatever name, and so do digits behind a word that joins ends (`al 59`, `hasta terminación 59`); a number
 * only in an unmistakable spelling or, where so it is said, in a cell of words.
 */
function mayCountInWords(start: usize, end: usize, inWords: bool): bool {
  let digits: u32 = 0;
  let run: u32 = 0;
  let isOfNumber = false;
  let group: u32 = 0;
  let isSecond = false;
  let isWild = false;
  let isBehindPart = false;
  let isBehindHalves = false;
  let letters: u32 = 0;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    if (byte == QUOTE) return true;
    const kind = load<u8>(kinds + byte);
    // The first of some letters x is of a word: `EXP-0012`.
    isWild = isWild || (kind == WILDCARD && (digits >= FEWEST_RANGE_DIGITS || !isOfWord(byte) || isBehindPart));
    isBehindPart = kind == DIGIT || kind == WILDCARD;
    if (kind != DIGIT) {
      readWord(byte);
      isBehindHalves = isBehindHalves || (isSecond && group >= GROUP_DIGITS);
      isSecond = group >= GROUP_DIGITS && (byte == DASH || byte == DOT);
      group = 0;
    } else {
      endWord();
      digits++;
      run++;
      group++;
      // `al 59`, `7012-0000 7012-0099`, `7012-00007012`
      if (isJoined && digits == 1) return true;
      if (isBehindHalves ? group == GROUP_DIGITS : isSecond && group == NATIONAL_DIGITS) return true;
    }
    if (isWild && digits >= FEWEST_RANGE_DIGITS) return true;
    if (kind == LOOKALIKE) run++;
    else if (kind == LETTER) run = 0;
    if (letters < FEWEST_OF_WORD) letters = isOfWord(byte) ? letters + 1 : 0;
    if (digits >= FEWEST_DIGITS || (run >= FEWEST_DIGITS && digits > 0)) isOfNumber = true;
    if (inWords && isOfNumber && letters >= FEWEST_OF_WORD) return true;
  }
  if (start < end) torn = 0;
  endCell(digits, end - start);
  return false;
}

// @ts-ignore: decorator
@inline
function endCell(digits: u32, length: usize): void {
  const isOfWord = word != 0;
  endWord();
  isBehindJoin = digits == 0 && length > 0 && length <= LONGEST_JOIN && (isJoined || !isOfWord);
}

// What is beyond ASCII ends a word, as to the expressions of suppression/ends-over-cells.ts.
// @ts-ignore: decorator
@inline
function readWord(byte: u8): void {
  if (byte < 0x80 && isOfWord(byte)) word = (word << 8) | u64(byte | 0x20);
  else endWord();
}

// @ts-ignore: decorator
@inline
function endWord(): void {
  isJoined = isJoined || joinsEnds(word);
  word = 0;
}

/** Whether letters, a byte each, are `a`, `al`, `to` or `hasta`. */
// @ts-ignore: decorator
@inline
function joinsEnds(word: u64): bool {
  return word == 0x61 || word == 0x616c || word == 0x746f || word == 0x6861737461;
}

/** Whether digits may be the last ones of a range's last number, behind the first of ten: two or three. */
// @ts-ignore: decorator
@inline
function isEnd(digits: u32, isFirstOfTen: bool): bool {
  return isFirstOfTen && (digits == 2 || digits == 3);
}

/** Whether four digits may begin a number, or are an end above a number's last four, and are no year. */
// @ts-ignore: decorator
@inline
function mayBeginOrEnd(four: u32, last: u32, isFirstOfTen: bool): bool {
  const isYear = four >= FIRST_YEAR && four < END_OF_YEARS;
  if (!isYear && ((four >= 2000 && four < 3000) || (four >= 5000 && four < 8000))) return true;
  return four > last && four <= last + MOST_ABOVE && (!isYear || isFirstOfTen);
}

/** A letter, or a byte of one beyond ASCII. */
// @ts-ignore: decorator
@inline
function isOfWord(byte: u8): bool {
  return byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}
