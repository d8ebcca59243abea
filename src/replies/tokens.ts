// A message as words, in the dictionary's terms: pieces typed apart are joined, pieces typed together parted.

import type { Fields } from "./fields.js";
import { isKnown, LEVEL, unknownWord, type Word, wordOf } from "./lexicon.js";
import { foldWord, unstyled } from "./spelling.js";

/** A message in the dictionary's terms. */
export interface Message {
  tokens: readonly Token[];
  /** The fields of all its words. */
  low: number;
  high: number;
  /** It has a grave word, or one that may be anything. */
  isGrave: boolean;
  isQuestion: boolean;
  hasQuotes: boolean;
  /** Signs beyond letters and punctuation. */
  hasPictures: boolean;
}

export interface Token {
  /** The word as typed, folded. */
  folded: string;
  word: Word;
  /** A sign that ends a clause stands before it, or `pero`. */
  begins: boolean;
  isNumber: boolean;
  /** It may be a part of a word, or several. */
  isOdd: boolean;
}

export function readMessage(written: string): Message {
  const text = unstyled(written);
  let [low, high] = [0, 0];
  let [isQuestion, hasQuotes, hasPictures] = [false, false, false];
  const tokens: Token[] = [];
  let begins = true;
  let isOdd = false;
  let hasData = false;
  for (let at = 0; at < text.length && tokens.length < MOST_WORDS; ) {
    const unit = text.charCodeAt(at);
    const kind = kindOf(unit);
    if (kind !== WORD) {
      if (kind === CLAUSE_END) begins = true;
      if (unit === QUESTION || unit === OPEN_QUESTION) isQuestion = true;
      else if (unit === QUOTE || unit === 0xab || unit === 0xbb || unit === 0x201c || unit === 0x201d) hasQuotes = true;
      else if (unit >= 0x2100) hasPictures = true;
      at++;
      continue;
    }
    const start = at;
    let isNumber = true;
    for (; at < text.length; at++) {
      const inside = text.charCodeAt(at);
      if (kindOf(inside) !== WORD) break;
      isNumber &&= (inside >= DIGIT_0 && inside <= DIGIT_9) || inside === DOLLAR;
    }
    const forms = isNumber ? NUMBERS : formsOf(text.slice(start, at));
    if (forms === undefined) continue;
    const token = begins || forms.opens ? forms.beginning : forms.inside;
    begins = false;
    // Two letters by themselves may be a word that was spelled out.
    isOdd ||= token.isOdd || (token.folded.length === 1 && tokens.at(-1)?.folded.length === 1 && !token.isNumber);
    hasData ||= DATA.has(token.word.text);
    tokens.push(token);
  }
  if (hasData) nameBases(tokens);
  const mendedTokens = isOdd ? mended(tokens) : tokens;
  let isGrave = isOdd;
  for (const { word } of mendedTokens) {
    low |= word.low;
    high |= word.high;
    isGrave ||= word.level === LEVEL.danger;
  }
  return { tokens: mendedTokens, low, high, isGrave, isQuestion, hasQuotes, hasPictures };
}

/** Words that are read. */
const MOST_WORDS = 250;

const DOLLAR = 0x24;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const QUOTE = 0x22;
const QUESTION = 0x3f;
const OPEN_QUESTION = 0xbf;
const BETWEEN = 0;
const CLAUSE_END = 1;
const WORD = 2;

/** What a UTF-16 unit is in a message; signs that stand for letters are parts of words. */
function kindOf(unit: number): number {
  if (unit < ASCII.length) return ASCII[unit]!;
  if (unit === 0xa1 || unit === 0xbf || unit === 0x2026) return CLAUSE_END;
  if (unit < 0xc0 || unit === 0xd7 || unit === 0xf7)
    return unit === 0xaa || unit === 0xb4 || unit === 0xba ? WORD : BETWEEN;
  if (unit < 0x2000) return WORD;
  if (unit === 0x2018 || unit === 0x2019) return WORD;
  // Punctuation, arrows, signs, pictures; beyond them other scripts, and letters in full width.
  if (unit < 0x2c00 || (unit >= 0x3000 && unit < 0x3040)) return BETWEEN;
  if (unit >= 0xd800 && unit < 0xe000) return BETWEEN;
  return unit >= 0xfe00 && unit < 0xfe10 ? BETWEEN : WORD;
}

const ASCII = Uint8Array.from({ length: 128 }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  if (/[a-z0-9@$'`]/i.test(sign)) return WORD;
  return /[.,;:!?()]/.test(sign) ? CLAUSE_END : BETWEEN;
});

/** The tokens that a piece gives inside a clause and at its beginning: pieces repeat, so they are made once. */
interface Forms {
  inside: Token;
  beginning: Token;
  /** It begins a clause wherever it stands. */
  opens: boolean;
}

const FORMS = new Map<string, Forms | undefined>();
/** Pieces remembered at once; beyond that the memory begins anew. */
const REMEMBERED = 100_000;

/** Returns undefined where it is no word: signs alone. */
function formsOf(piece: string): Forms | undefined {
  let forms = FORMS.get(piece);
  if (forms === undefined && !FORMS.has(piece)) {
    if (FORMS.size >= REMEMBERED) FORMS.clear();
    const typed = piece.replace(/['’‘`´]/g, "");
    if (/[\p{L}\p{N}]/u.test(typed)) {
      const inside = tokenOf(typed, false);
      forms = { inside, beginning: { ...inside, begins: true }, opens: /^(?:pero|but)$/.test(inside.folded) };
    }
    FORMS.set(piece, forms);
  }
  return forms;
}

function tokenOf(typed: string, begins: boolean): Token {
  const word = wordOf(typed);
  const isOdd = word.level === LEVEL.unknown || word.guessed;
  return { folded: foldWord(typed), word, begins, isNumber: false, isOdd };
}

/** Numbers are all the same. */
const NUMBER: Word = { ...unknownWord("0"), level: LEVEL.harmless };
const NUMBER_TOKEN: Token = { folded: "0", word: NUMBER, begins: false, isNumber: true, isOdd: false };
const NUMBERS: Forms = { inside: NUMBER_TOKEN, beginning: { ...NUMBER_TOKEN, begins: true }, opens: false };

const DATA = new Set(["datos", "data"]);
const BASES = new Set(["base", "bases"]);

/** A `base de datos` is a list, and asks for nobody's data. */
function nameBases(tokens: Token[]): void {
  for (let at = 2; at < tokens.length; at++)
    if (DATA.has(tokens[at]!.word.text) && BASES.has(tokens[at - 2]!.word.text))
      tokens[at] = tokenOf("base", tokens[at]!.begins);
}

function mended(tokens: readonly Token[]): Token[] {
  return partedWords(joinedFragments(joinedLetters(tokens)));
}

/** Pieces that were looked up as words, once each. */
const LOOKED_UP = new Map<string, boolean>();

function isWord(text: string): boolean {
  let known = LOOKED_UP.get(text);
  if (known === undefined) {
    if (LOOKED_UP.size >= REMEMBERED) LOOKED_UP.clear();
    known = isKnown(text);
    LOOKED_UP.set(text, known);
  }
  return known;
}

/** `s t o p`, `N O`. */
function joinedLetters(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    let end = at;
    while (tokens[end]?.folded.length === 1 && !tokens[end]!.isNumber) end++;
    const text = tokens
      .slice(at, end)
      .map(({ folded }) => folded)
      .join("");
    if (end - at >= 2 && isWord(text)) {
      joined.push(tokenOf(text, tokens[at]!.begins));
      at = end - 1;
    } else joined.push(tokens[at]!);
  }
  return joined;
}

/** `men sajes`, `can celar`. */
function joinedFragments(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    const text = next === undefined || next.begins || next.isNumber || token.isNumber ? "" : token.folded + next.folded;
    if (text.length > 3 && (isFragment(token) || isFragment(next!)) && isWord(text)) {
      joined.push(tokenOf(text, token.begins));
      at++;
    } else joined.push(token);
  }
  return joined;
}

function isFragment({ word }: Token): boolean {
  return word.level === LEVEL.unknown || word.guessed;
}

/** Small words that are typed together with the next one, and what they are. */
const HEADS: readonly (readonly [string, readonly string[]])[] = [
  ["yanome", ["ya", "no", "me"]],
  ["nome", ["no", "me"]],
  ["yano", ["ya", "no"]],
  ["dela", ["de", "la"]],
  ["ala", ["a", "la"]],
  ...["no", "ya", "me", "de", "que", "por", "mi", "su"].map((head) => [head, [head]] as const),
];

/** Words that are typed without the next one. */
const ALONE = new Map(HEADS.filter(([, parts]) => parts.length > 1));

/** `nomanden`, `yanome escriban`, `porfavorno`. */
function partedWords(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (!token.isOdd || token.word.level === LEVEL.danger) return [token];
    const parts =
      ALONE.get(token.folded) ??
      graveParts(token.folded) ??
      (token.word.guessed || token.folded.length < 5 ? undefined : partsOf(token.folded));
    return parts === undefined ? [token] : parts.map((text, i) => tokenOf(text, token.begins && i === 0));
  });
}

const LONGEST_WORD = 30;

/** A small word and a grave one, `debaja`: whatever else it nearly is. */
function graveParts(text: string): readonly string[] | undefined {
  for (const [head, parts] of HEADS) {
    const rest = text.slice(head.length);
    if (text.startsWith(head) && rest.length >= 4 && isWord(rest) && wordOf(rest).level === LEVEL.danger)
      return [...parts, rest];
  }
  return undefined;
}

function partsOf(text: string): readonly string[] | undefined {
  if (text.length > LONGEST_WORD) return undefined;
  for (const [head, parts] of HEADS) {
    const rest = text.slice(head.length);
    if (text.startsWith(head) && rest.length >= 3 && isWord(rest)) return [...parts, rest];
  }
  for (let i = 4; i <= text.length - 4; i++)
    if (isWord(text.slice(0, i)) && isWord(text.slice(i))) return [text.slice(0, i), text.slice(i)];
  return undefined;
}

/** Whether a word belongs to one of these fields. */
export function is({ word }: Token, { low, high }: Fields): boolean {
  return ((word.low & low) | (word.high & high)) !== 0;
}
