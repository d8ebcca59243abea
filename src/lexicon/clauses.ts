// Splits a text into clauses of words with roles, and finds the phrases of phrases.ts in them.

import { WAYS } from "../headers/event-words.js";
import { PHRASES } from "./phrases.js";
import { remembered, rememberedOf } from "./remembered.js";
import { foldWord, soundOf } from "./sounds.js";
import { isAnyIn, type Roles, rolesOf } from "./vocabulary.js";
import { NO_ROLES, type Word, withRoles, wordOf } from "./words.js";

export type { Word };
export type Clause = readonly Word[];

/** Returns the words of clauses. The arrays' own `flat` takes ten times as long. */
export function flat(clauses: readonly Clause[]): Word[] {
  const tokens: Word[] = [];
  for (const clause of clauses) for (const token of clause) tokens.push(token);
  return tokens;
}

export function hasRole(tokens: Clause, ...roles: readonly string[]): boolean {
  for (const token of tokens) for (const role of roles) if (token.roles.has(role)) return true;
  return false;
}

export const isOneOf = ({ roles }: Word, many: ReadonlySet<string>) => isAnyIn(roles, many);
export const hasOneOf = (tokens: Clause, many: ReadonlySet<string>) => tokens.some((token) => isOneOf(token, many));

/** Matches a word with its letters apart: `D.N.C.`, `s t o p`, `B/A/J/A`, `n o   l l a m a r`. */
const LETTERS_APART = /(?<![\p{L}\d])\p{L}(?:[.\s/-]{1,3}\p{L})+(?![\p{L}\d])\.?/gu;
/** Matches marks that may end no clause: `Lic. Paz`, `p/ ventas`, `don't`. It begins with the mark, which is rarer than a letter. */
const MARK_WITHIN =
  /\.(?<=(?<!\p{L})(\p{L}{1,5})\.)(?= ?\p{L})|\/(?<=\b[cnp]\/)(?= |\p{L}{3})|['’`´](?<=\p{L}.)(?=\p{L})/giu;
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
    .replace(LETTERS_APART, joinedIfKnown);
  const words = joined.replace(MARK_WITHIN, (mark, word: string | undefined, at: number) => {
    if (mark === "/") return " ";
    return word === undefined || TITLE.test(word) || isAbbreviation(word, joined.slice(at + 1, at + 3)) ? "" : mark;
  });
  return words.match(WORD_OR_MARK) ?? [];
}

/** Whether a short word is abbreviated: it is unknown, and a small letter follows, as in `av. la capilla`. */
const isAbbreviation = (word: string, behind: string) =>
  /^ \p{Ll}/u.test(behind) && (word.length === 1 || wordOf(word).roles.size === 0);

function joinedIfKnown(letters: string): string {
  const word = letters.replace(/[.\s/-]+/g, "");
  return /^no$/i.test(word) || (word.length > 2 && wordOf(word).roles !== NO_ROLES) ? word : letters;
}

export const JOINS: readonly string[] = ["ni", "nor", "y", "e", "o", "u", "and", "or"];
const isWay = (word: string) => hasRole([wordOf(word)], ...WAYS, "way-email", "call", "write");

/**
 * Whether a mark joins channels as `and` does: `no sms/whatsapp`, `no correos, llamadas`, `sms, whatsapp no`. Behind it come
 * names of channels and nothing else, up to the next mark or a denial. `phone is fine` does more.
 */
function joinsWays(words: readonly string[], at: number): boolean {
  const before = words[at - 1] ?? "";
  if (!/^[,/+]$/.test(words[at]!) || !isWay(before)) return false;
  let end = at + 1;
  while (isWay(words[end] ?? "") || JOINS.includes(foldWord(words[end] ?? ""))) end++;
  const next = words[end] ?? "";
  const isDenied = hasRole([wordOf(next)], "deny");
  if (end === at + 1 || (!isDenied && /[\p{L}\p{N}]/u.test(next))) return false;
  return words[at] !== "," || isDenied || hasRole([wordOf(before)], "way-email");
}

/**
 * Splits a text at punctuation and line ends; with `capitals` also where words in capitals begin or end (`BAJA Luis`),
 * with `names` also where a name begins or ends (`Ana no llamar`).
 */
export function clausesOf(text: string, parts: "sentences" | "capitals" | "names" = "sentences"): Clause[] {
  const clauses: Word[][] = [[]];
  let lastCase: string | undefined;
  const words = wordsOf(text);
  for (const [at, word] of words.entries()) {
    if (word !== "&" && !/[\p{L}\p{N}]/u.test(word)) {
      if (NO_BREAK.test(word)) continue;
      if (joinsWays(words, at)) {
        clauses.at(-1)!.push(wordOf("and"));
        continue;
      }
      clauses.push([]);
      lastCase = undefined;
      continue;
    }
    const itsCase = parts === "sentences" ? undefined : caseOf(word, parts === "names", words[at + 1]);
    if (lastCase !== undefined && itsCase !== undefined && itsCase !== lastCase) clauses.push([]);
    lastCase = itsCase ?? lastCase;
    clauses.at(-1)!.push(wordOf(word === "&" ? "and" : word));
  }
  return clauses.filter((clause) => clause.length > 0).map(inContext);
}

/** Returns the case of a word; undefined for short words that stand in any text, but for those that begin a denial. */
function caseOf(word: string, areNames: boolean, next = ""): "capitals" | "name" | "small" | undefined {
  if (areNames && DENIAL_AS_NAME.test(word) && /^\p{Ll}/u.test(next)) return "small";
  if (IN_CAPITALS.test(word)) return "capitals";
  if (!/\p{Ll}/u.test(word)) return undefined;
  if (!areNames) return "small";
  if (word !== "Don" && DENIAL_AS_NAME.test(word)) return undefined;
  if (/^\p{Lu}/u.test(word)) return "name";
  return word.length > 3 || /^(?:no|ni|ya|do|que)$/.test(word) ? "small" : undefined;
}

/** After one of these words `pedido` means *asked*, not an order of goods. */
const BEFORE_ASKED = ["ha", "han", "he", "hemos", "has", "habia", "habian", "haber", "hubiera", "a", "por"];

/** Returns a word with other roles, the same object for the same word. */
const as = remembered((roles) => rememberedOf((token: Word) => withRoles(token, rolesOf(roles))));
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

/** Adjusts roles to the words around: a verb after `me` has `to-me`; `buen día` is no time, `lunes pasado` is past. */
function inContext(clause: Clause): Clause {
  return clause.map((token, at) => {
    if (WISHED.has(token.folded) && WISH.test(clause[at - 1]?.folded ?? "")) return as("courtesy polite")(token);
    const next = clause[at + 1];
    if (token.roles.has("time") && (next?.roles.has("year") || /^pasad[oa]s?$/.test(next?.folded ?? "")))
      return as("when")(token);
    if (isOfName(token, clause[at - 1], next)) return as("name person")(token);
    const isToMe = isMe(clause[at - 1]) || isMe(clause[at - 2]);
    if (isToMe && hasRole([token], "wish", "told", "gerund")) return as([...token.roles, "to-me"].join(" "))(token);
    if (!token.roles.has("done") || !BEFORE_ASKED.includes(clause[at - 1]?.folded ?? "")) return token;
    return as([...token.roles].filter((role) => role !== "trade" && role !== "product").join(" "))(token);
  });
}

/** A part of a phrase, for words in a row. A gap takes as few words as it can, any other part as many. */
interface Part {
  fits(names: Roles): boolean;
  least: number;
  most: number;
  isGap: boolean;
  /** Names of which each word that fits has one. Empty if it may have none, or the part may be missing. */
  needs: string;
}

interface Phrase {
  /** Among the phrases of its kind. */
  place: number;
  parts: readonly Part[];
  startsClause: boolean;
  endsClause: boolean;
  /** A clause that holds the phrase meets all of them. */
  needs: readonly Need[];
}

/** A group of names: only a clause with one of them can hold the phrases. Each phrase is under its rarest group. */
interface Need {
  phrases: Phrase[];
  /** The number of the last search that met it. */
  search: number;
}

const SMALL = rolesOf(
  "like small me mine them again can want ask give courtesy more person receive number send deliver make way only " +
    "interest list consent none",
);
const AT_END = rolesOf("courtesy small digits me mine");
/** Roles that a gap with `!` holds none of; a long one also none that tell who asked, or why: `no llamar, dijo el lunes`. */
const BORDERS = rolesOf("more none all mine and start list");
const REPORTING = rolesOf("ask say tired complain bother");
const GAPS: Record<string, [fits: Part["fits"], most: number]> = {
  "^": [(names) => names.has("courtesy"), Infinity],
  $: [(names) => isAnyIn(names, AT_END), Infinity],
  $$: [() => false, 0],
  "..": [(names) => isAnyIn(names, SMALL), 7],
  "..!": [(names) => isAnyIn(names, SMALL) && !isAnyIn(names, BORDERS), 7],
  "...": [() => true, 12],
  "...!": [(names) => !isAnyIn(names, BORDERS) && !isAnyIn(names, REPORTING), 12],
};

const nameOf = (text: string) => text.replace(/=(.*)/, (_, word: string) => `=${soundOf(foldWord(word))}`);
const hasName = (names: Roles, name: string) => (name[0] === "!" ? !names.has(name.slice(1)) : names.has(name));

function partOf(item: string): Part {
  const gap = GAPS[item];
  if (gap !== undefined) return { fits: gap[0], least: 0, most: gap[1], isGap: item.startsWith(".."), needs: "" };
  const least = item.endsWith("?") ? 0 : 1;
  const spelledOut = item.replace("?", "").replaceAll("/", "|=");
  const choices = spelledOut.split("|").map((choice) => choice.split("&").map(nameOf));
  const fits = (names: Roles) => choices.some((all) => all.every((name) => hasName(names, name)));
  const needs = choices.map((all) => all.find((name) => name[0] !== "!") ?? "");
  return { fits, least, most: 1, isGap: false, needs: least === 0 || needs.includes("") ? "" : needs.join(" ") };
}

/** Adds a phrase to the rarest of its needs. One of its parts, at least, needs a word. */
function addPhrase(text: string, place: number, needOf: (names: string) => Need): void {
  const items = text.split(/\s+/);
  const parts = items.map(partOf);
  const groups = parts.flatMap(({ needs }) => needs || []).sort((a, b) => a.length - b.length);
  const needs = groups.map(needOf);
  const [startsClause, endsClause] = [items[0] === "^", items.at(-1)!.startsWith("$")];
  needs[0]!.phrases.push({ place, parts, startsClause, endsClause, needs });
}

/** Returns the end of a phrase whose part `next` begins at `at`; undefined if it does not fit. */
function endOf(phrase: Phrase, words: Clause, at: number, next = 0): number | undefined {
  const part = phrase.parts[next];
  if (part === undefined) return phrase.endsClause && at < words.length ? undefined : at;
  let longest = at;
  while (longest < words.length && longest - at < part.most && part.fits(words[longest]!.names)) longest++;
  const shortest = at + part.least;
  for (let count = 0; count <= longest - shortest; count++) {
    const end = endOf(phrase, words, part.isGap ? shortest + count : longest - count, next + 1);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** The phrases of each kind, as they are written. A line `<name> = choices` is for the lines below. */
const phrases = new Map<string, string>();

function phrasesOf(kind: string): readonly string[] {
  const lines = phrases.size > 0 ? [] : PHRASES.replaceAll("\n  ", " ; ").matchAll(/^(<\w+>|[\w-]+)(?: =|:) (.*)$/gm);
  for (const [, name, rest] of lines)
    phrases.set(
      name!,
      rest!.replace(/<\w+>/g, (known) => phrases.get(known)!),
    );
  return phrases.get(kind)!.split(" ; ");
}

/** Finds the needs of a kind's phrases, and those that a word meets. */
export const needsOf = remembered((kind) => {
  const byName = new Map<string, Need[]>();
  const needOf = remembered((names) => {
    const need: Need = { phrases: [], search: 0 };
    for (const name of names.split(" ")) if (byName.get(name)?.push(need) === undefined) byName.set(name, [need]);
    return need;
  });
  for (const [place, text] of phrasesOf(kind).entries()) addPhrase(text, place, needOf);
  return { byName, metBy: rememberedOf((names: Roles) => [...names].flatMap((name) => byName.get(name) ?? [])) };
});

let searches = 0;

/** Returns where the first phrase of a kind is in a clause: [from, to). */
export function findPhrase(kind: string, clause: Clause): [from: number, to: number] | undefined {
  const { metBy } = needsOf(kind);
  const search = ++searches;
  const mayFit: Phrase[] = [];
  for (const { names } of clause)
    for (const need of metBy(names)) {
      if (need.search !== search) mayFit.push(...need.phrases);
      need.search = search;
    }
  const fitting = mayFit.filter(({ needs }) => needs.every((need) => need.search === search));
  for (const phrase of fitting.sort((a, b) => a.place - b.place))
    for (let from = 0; from <= (phrase.startsClause ? 0 : clause.length); from++) {
      const to = endOf(phrase, clause, from);
      if (to !== undefined) return [from, to];
    }
  return undefined;
}

export const GRAVE = rolesOf(
  "out low refuse withdraw bother tired complain insult peace enough remove stop leave halt-word deny",
);
/** Roles that may ask: `GRAVE` and more. A clause without any of them says nothing. */
const TELLING = new Set([
  ...GRAVE,
  ...rolesOf("only authority worn out-sure barred cancel none omit lose lack privacy telling"),
]);

export const isTelling = (clause: Clause) => hasOneOf(clause, TELLING);

/** Replaces each phrase of a kind in a clause by one word whose role is the kind. */
export function without(kind: string, clause: Clause): Clause {
  let rest = clause;
  for (let found = findPhrase(kind, rest); found !== undefined; found = findPhrase(kind, rest))
    rest = [...rest.slice(0, found[0]), as(kind)(wordOf("")), ...rest.slice(found[1])];
  return rest;
}
