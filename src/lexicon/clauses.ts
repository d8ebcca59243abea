// Splits a text into clauses of words with roles. phrase-search.ts finds phrases in them.

import { WAYS } from "../headers/event-words.js";
import { partsOf } from "./joined-words.js";
import { foldWord } from "./sounds.js";
import { isAnyIn, type Role, rolesOf } from "./vocabulary.js";
import { asRoles, type Word, wordOf } from "./words.js";

export type { Word };
export type Clause = readonly Word[];

/** Returns the words of clauses. The arrays' own `flat` takes ten times as long. */
export function flat(clauses: readonly Clause[]): Word[] {
  const tokens: Word[] = [];
  for (const clause of clauses) for (const token of clause) tokens.push(token);
  return tokens;
}

export function hasRole(clause: Clause, ...roles: readonly Role[]): boolean {
  for (const token of clause) for (const role of roles) if (token.roles.has(role)) return true;
  return false;
}

export const isOneOf = ({ roles }: Word, many: ReadonlySet<string>) => isAnyIn(roles, many);
export const hasOneOf = (clause: Clause, many: ReadonlySet<string>) => clause.some((token) => isOneOf(token, many));

/** Matches a word with its letters apart: `D.N.C.`, `s t o p`, `B/A/J/A`, `n o   l l a m a r`. */
const LETTERS_APART = /(?<![\p{L}\d])\p{L}(?:[.\s/-]{1,3}\p{L})+(?![\p{L}\d])\.?/gu;
// Marks that end no clause: `p/ ventas`, `Lic. Paz`, `don't`. Each pattern begins with the mark, which is rarer than a letter.
const SLASH_WITHIN = /\/(?<=\b[cnp]\/)(?= |\p{L}{3})/giu;
const STOP_WITHIN = /\.(?<=(?<!\p{L})(\p{L}{1,5})\.)(?= ?\p{L})/gu;
const APOSTROPHE = /['’`´](?<=\p{L}.)(?=\p{L})/gu;
/** Matches abbreviations before names, of people and of places. */
const TITLE = /^(?:lic|licda|ing|dra?|sra?|prof|arq|col|res|urb|bo|av|pje|blvd)$/i;
const WORD_OR_MARK = /[\p{L}\p{M}\p{N}@$]+|&|[^\p{L}\p{N}\s&]+|\n/gu;
const NO_BREAK = /^[’'"“”«»`´#@]+$/;
/** Matches words of denial with a capital, as names have. Before small letters one ends a name: `Ana No llamar`. */
const DENIAL_AS_NAME = /^(?:N[oO]|Ya|Nunca|Not|Never|Do|Don)$/;
const IN_CAPITALS = /\p{Lu}{3,}|^NO$/u;

export function wordsOf(text: string): string[] {
  // The time to normalise grows with the square of the marks of a letter.
  const joined = text
    .replaceAll("´", "'")
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .normalize("NFKC")
    .replace(LETTERS_APART, joinedIfKnown)
    .replace(SLASH_WITHIN, " ");
  const words = joined.replace(STOP_WITHIN, (stop, word: string, at: number) =>
    TITLE.test(word) || isAbbreviation(word, joined.slice(at + 1, at + 3)) ? "" : stop,
  );
  return words.replace(APOSTROPHE, "").match(WORD_OR_MARK) ?? [];
}

/** Whether a short word is abbreviated: it is unknown, and a small letter follows, as in `av. la capilla`. */
const isAbbreviation = (word: string, behind: string) =>
  /^ \p{Ll}/u.test(behind) && (word.length === 1 || wordOf(word).roles.size === 0);

function joinedIfKnown(letters: string): string {
  const word = letters.replace(/[.\s/-]+/g, "");
  return /^no$/i.test(word) || (word.length > 2 && partsOf(wordOf(word))[0]!.roles.size > 0) ? word : letters;
}

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

const WISH = /^(?:buen[oa]?s?|feliz|lind[oa]s?|bonit[oa]s?|good)$/;
const WISHED = new Set("dia dias tarde tardes noche noches day morning afternoon evening night".split(" "));

/** Whether two words are a name, such as `Rosa Flores`: neither asks, and one is a known name. */
const areName = (one: Word | undefined, other: Word | undefined) =>
  one?.isTitled === true && other?.isTitled === true && hasRole([one, other], "name") && !isTelling([one, other]);

/** Whether a word is part of a name: `Rosa` of `Rosa Flores`, not `Llamar` of `No Llamar Ana`; or `Don` before it, perhaps `don't`. */
function isOfName(token: Word, before: Word | undefined, next: Word | undefined): boolean {
  if (token.folded === "don") return next?.isTitled === true && !hasRole([next], "wish", "want", "like", "me");
  return !before?.roles.has("deny") && (areName(token, next) || areName(before, token));
}

const isMe = (token: Word | undefined) => token?.folded === "me" || token?.folded === "nos";

/** Adjusts roles to the words around, by the first rule that fits: `buen día` is no time, `lunes pasado` is past. */
function inContext(clause: Clause): Clause {
  return clause.map((token, at) => {
    const [before, next] = [clause[at - 1], clause[at + 1]];
    if (WISHED.has(token.folded) && WISH.test(before?.folded ?? "")) return asRoles("courtesy polite")(token);
    const isPast = token.roles.has("time") && (next?.roles.has("year") || /^pasad[oa]s?$/.test(next?.folded ?? ""));
    if (isPast) return asRoles("when")(token);
    if (isOfName(token, before, next)) return asRoles("name person")(token);
    const isToMe = (isMe(before) || isMe(clause[at - 2])) && hasRole([token], "wish", "told", "gerund");
    return isToMe ? asRoles([...token.roles, "to-me"].join(" "))(token) : token;
  });
}

/** Roles of words that refuse, end or complain: one of them, outside the phrase that was found, may be a request of its own. */
export const REFUSING = rolesOf(
  "out low refuse withdraw bother tired complain insult peace enough remove stop leave halt-word deny",
);
/** Roles that may ask: `REFUSING` and more. A clause without any of them asks for nothing. */
const TELLING = new Set([
  ...REFUSING,
  ...rolesOf("only authority worn out-sure barred cancel none omit lose lack privacy telling"),
]);

export const isTelling = (clause: Clause) => hasOneOf(clause, TELLING);
