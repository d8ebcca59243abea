// A message as words, in the dictionary's terms: pieces typed apart are joined, pieces typed together parted.

import { isKnown, LEVEL, type Word, wordOf } from "./lexicon.js";
import { foldWord } from "./spelling.js";

/** A message in the dictionary's terms. */
export interface Message {
  tokens: readonly Token[];
  /** The fields of all its words. */
  low: number;
  high: number;
}

export interface Token {
  typed: string;
  word: Word;
  /** A sign that ends a clause stands before it. */
  begins: boolean;
  /** A number of more than three digits, or an amount: no answer to a menu. */
  isNumber: boolean;
}

const WORDS = /[\p{L}\p{M}\p{N}@$'’`´]+|[.,;:!?¡¿…\n()"“”«»/—–-]+/gu;

export function readMessage(text: string): Message {
  const tokens = tokensOf(text);
  let [low, high] = [0, 0];
  for (const { word } of tokens) {
    low |= word.low;
    high |= word.high;
  }
  return { tokens, low, high };
}

function tokensOf(message: string): Token[] {
  const tokens: Token[] = [];
  let begins = true;
  for (const [piece] of message.matchAll(WORDS)) {
    if (!/[\p{L}\p{N}]/u.test(piece)) {
      if (/[.,;:!?¡¿…()]/.test(piece)) begins = true;
      continue;
    }
    const typed = /['’`´]/.test(piece) ? piece.replace(/['’`´]/g, "") : piece;
    if (tokens.length >= MOST_WORDS) break;
    if (tokens.length > 1 && (typed === "pero" || typed === "but")) begins = true;
    const isNumber = /^[$\d]+$/.test(typed);
    tokens.push({ typed, word: isNumber ? NUMBER : wordOf(typed), begins, isNumber });
    begins = false;
  }
  nameBases(tokens);
  return needsMending(tokens) ? mended(tokens) : tokens;
}

/** A `base de datos` is a list, and asks for nobody's data. */
function nameBases(tokens: Token[]): void {
  for (let at = 2; at < tokens.length; at++)
    if (/^(?:datos|data)$/.test(tokens[at]!.word.text) && /^(?:bases?)$/.test(tokens[at - 2]!.word.text))
      tokens[at]!.word = wordOf("base");
}

/** Words that are read. */
const MOST_WORDS = 250;

const NUMBER: Word = { text: "0", low: 0, high: 0, form: 0, level: LEVEL.harmless, english: 0, guessed: false };

function needsMending(tokens: readonly Token[]): boolean {
  return tokens.some(({ typed, word }) => word.level === LEVEL.unknown || word.guessed || typed.length === 1);
}

function mended(tokens: readonly Token[]): Token[] {
  return partedWords(joinedFragments(joinedLetters(tokens)));
}

/** `s t o p`, `N O`. */
function joinedLetters(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    let end = i;
    while (end < tokens.length && rawLetter(tokens[end]!) !== undefined) end++;
    if (end - i >= 2) {
      const text = tokens
        .slice(i, end)
        .map((token) => rawLetter(token))
        .join("");
      if (isKnown(text)) {
        joined.push({ ...tokens[i]!, typed: text, word: wordOf(text) });
        i = end - 1;
        continue;
      }
    }
    joined.push(tokens[i]!);
  }
  return joined;
}

function rawLetter({ typed }: Token): string | undefined {
  return typed.length === 1 ? typed : undefined;
}

/** `men sajes`, `can celar`. */
function joinedFragments(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, next] = [tokens[i]!, tokens[i + 1]];
    if (next !== undefined && !next.begins && (isOdd(token) || isOdd(next))) {
      const text = foldWord(token.typed) + foldWord(next.typed);
      if (text.length > 3 && isKnown(text)) {
        joined.push({ ...token, typed: text, word: wordOf(text) });
        i++;
        continue;
      }
    }
    joined.push(token);
  }
  return joined;
}

function isOdd({ word, isNumber }: Token): boolean {
  return !isNumber && (word.level === LEVEL.unknown || word.guessed);
}

const HEADS = ["yanome", "nome", "yano", "no", "ya", "me", "de", "que", "por", "dela", "ala", "mi", "su"];

/** `nomanden`, `yanome escriban`, `porfavorno`. */
function partedWords(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    if (!isOdd(token)) return [token];
    const parts = partsOf(token.word.guessed ? "" : token.word.text);
    return parts === undefined
      ? [token]
      : parts.map((text, i) => ({ ...token, typed: text, word: wordOf(text), begins: token.begins && i === 0 }));
  });
}

function partsOf(text: string): string[] | undefined {
  if (text.length > LONGEST_WORD) return undefined;
  for (const head of HEADS) {
    const rest = text.slice(head.length);
    if (!text.startsWith(head) || rest.length < 3) continue;
    const parts = HEAD_PARTS[head] ?? [head];
    if (isKnown(rest) && foldWord(rest).length > 2) return [...parts, rest];
  }
  for (let i = 4; i <= text.length - 4; i++)
    if (isKnown(text.slice(0, i)) && isKnown(text.slice(i))) return [text.slice(0, i), text.slice(i)];
  return undefined;
}
const LONGEST_WORD = 30;
const HEAD_PARTS: Readonly<Record<string, string[]>> = {
  yanome: ["ya", "no", "me"],
  nome: ["no", "me"],
  yano: ["ya", "no"],
  dela: ["de", "la"],
  ala: ["a", "la"],
};
