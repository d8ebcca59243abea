// Splits a text into clauses of words with roles. phrase-search.ts finds phrases in them.

import { WAYS } from "../headers/event-words.js";
import { type Clause, hasRole } from "./clause.js";
import { inContext } from "./context.js";
import { partsOf } from "./joined-words.js";
import { foldWord } from "./sounds.js";
import { wordsOf } from "./tokens.js";
import { type Word, wordOf } from "./words.js";

export const CONJUNCTIONS: readonly string[] = ["ni", "nor", "y", "e", "o", "u", "and", "or"];
const isOfChannel = (word: string) => hasRole([wordOf(word)], ...WAYS, "way-email", "call", "write");

/**
 * Whether a mark joins channels as `and` does: `no sms/whatsapp`, `no correos, llamadas`, `sms, whatsapp no`. Behind it come
 * names of channels and nothing else, up to the next mark or a denial: in `no sms, phone is fine` the comma joins nothing.
 */
function joinsChannels(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? "";
  if (!/^[,/+]$/.test(words[at]!) || !isOfChannel(before)) return false;
  let end = at + 1;
  while (isOfChannel(words[end] ?? "") || CONJUNCTIONS.includes(foldWord(words[end] ?? ""))) end++;
  const next = words[end] ?? "";
  const isDenied = hasRole([wordOf(next)], "deny");
  if (end === at + 1 || (!isDenied && /[\p{L}\p{N}]/u.test(next))) return false;
  return words[at] !== "," || isDenied || hasRole([wordOf(before)], "way-email");
}

/** Matches marks that end no clause. */
const NO_BREAK = /^[’'"“”«»`´#@]+$/;

/**
 * Splits a text at punctuation and line ends; with `capitals` also where words in capitals begin or end (`BAJA Luis`),
 * with `names` also where a name begins or ends (`Ana no llamar`).
 */
export function clausesOf(text: string, splitsAt: "sentences" | "capitals" | "names" = "sentences"): Clause[] {
  const clauses: Word[][] = [[]];
  let lastCase: string | undefined;
  const words = wordsOf(text);
  for (const [at, word] of words.entries()) {
    if (word !== "&" && !/[\p{L}\p{N}]/u.test(word)) {
      if (joinsChannels(words, at)) clauses.at(-1)!.push(wordOf("and"));
      else if (!NO_BREAK.test(word)) {
        clauses.push([]);
        lastCase = undefined;
      }
      continue;
    }
    const wordCase = splitsAt === "sentences" ? undefined : caseOf(word, splitsAt === "names", words[at + 1]);
    if (lastCase !== undefined && wordCase !== undefined && wordCase !== lastCase) clauses.push([]);
    lastCase = wordCase ?? lastCase;
    clauses.at(-1)!.push(...partsOf(wordOf(word === "&" ? "and" : word)));
  }
  return clauses.filter((clause) => clause.length > 0).map(inContext);
}

/** Matches words of denial with a capital, as names have. Before small letters one ends a name: `Ana No llamar`. */
const DENIAL_AS_NAME = /^(?:N[oO]|Ya|Nunca|Not|Never|Do|Don)$/;
const IN_CAPITALS = /\p{Lu}{3,}|^NO$/u;

/** Returns the case of a word; undefined for a short one that may be in a text of any case. `next`: the word after it. */
function caseOf(word: string, areNames: boolean, next = ""): "capitals" | "name" | "small" | undefined {
  const isDenial = areNames && DENIAL_AS_NAME.test(word);
  if (isDenial && /^\p{Ll}/u.test(next)) return "small";
  if (IN_CAPITALS.test(word)) return "capitals";
  if (!/\p{Ll}/u.test(word) || (isDenial && word !== "Don")) return undefined;
  if (!areNames) return "small";
  if (/^\p{Lu}/u.test(word)) return "name";
  return word.length > 3 || /^(?:no|ni|ya|do|que)$/.test(word) ? "small" : undefined;
}
