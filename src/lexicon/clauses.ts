// Splits a text into clauses of words with roles, and finds the phrases of phrases.ts in them.

import { WAYS, WRITTEN_WAYS } from "../headers/event-words.js";
import { PHRASES } from "./phrases.js";
import { remembered, rememberedOf } from "./remembered.js";
import { foldWord, soundOf } from "./sounds.js";
import { isAnyIn, rolesOf } from "./vocabulary.js";
import { NO_ROLES, type Word, wordOf } from "./words.js";

export type Token = Word;
export type Clause = readonly Token[];

export function hasRole(tokens: Clause, ...roles: readonly string[]): boolean {
  for (const token of tokens) for (const role of roles) if (token.roles.has(role)) return true;
  return false;
}

export const hasOneOf = ({ roles }: Token, many: ReadonlySet<string>) => isAnyIn(roles, many);

/** Matches a word with its letters apart: `D.N.C.`, `s t o p`, `B/A/J/A`, `n o   l l a m a r`. */
const LETTERS_APART = /(?<![\p{L}\d])\p{L}(?:[.\s/-]{1,3}\p{L})+(?![\p{L}\d])\.?/gu;
/** Matches marks that end no clause: `Lic. Paz`, `p/ ventas`, `don't`. It begins with the mark, which is rarer than a letter. */
const MARK_WITHIN =
  /\.(?<=(?<!\p{L})(lic|licda|ing|dra?|sra?|prof|arq|\p{L}{1,4}(?=\. \p{Ll}))\.)|\/(?<=\b[cnp]\/)(?= |\p{L}{3})|['’`´](?<=\p{L}.)(?=\p{L})/giu;
const WORD_OR_MARK = /[\p{L}\p{M}\p{N}@$]+|&|[^\p{L}\p{N}\s&]+|\n/gu;
/** Roles of short words that are no abbreviations: their full stop ends a sentence (`de baja. Cita el martes`). */
const WHOLE = ["low", "more", "halt-word", "out", ...WRITTEN_WAYS];
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
  const words = joined.replace(MARK_WITHIN, (mark, word?: string) => {
    if (mark === "/") return " ";
    return word !== undefined && hasRole([wordOf(word)], ...WHOLE) ? mark : "";
  });
  return words.match(WORD_OR_MARK) ?? [];
}

function joinedIfKnown(letters: string): string {
  const word = letters.replace(/[.\s/-]+/g, "");
  return /^no$/i.test(word) || (word.length > 2 && wordOf(word).roles !== NO_ROLES) ? word : letters;
}

export const JOINS: readonly string[] = ["ni", "nor", "y", "e", "o", "u", "and", "or"];
const isMail = (word: string) => wordOf(word).roles.has("way-email");
const isWay = (word: string) => hasRole([wordOf(word)], ...WAYS, "way-email", "call", "write");

/**
 * Whether a mark joins channels as `and` does: `no sms/whatsapp`, `no correos, llamadas`, `sms, whatsapp no`. Behind it come
 * names of channels and nothing else, up to the next mark or a denial. `phone is fine` does more.
 */
function joinsWays(words: readonly string[], at: number): boolean {
  let end = at + 1;
  while (isWay(words[end] ?? "") || JOINS.includes(foldWord(words[end] ?? ""))) end++;
  const next = words[end] ?? "";
  const isDenied = hasRole([wordOf(next)], "deny");
  if (end === at + 1 || (!isDenied && /[\p{L}\p{N}]/u.test(next))) return false;
  const before = words[at - 1] ?? "";
  return words[at] === "," ? isMail(before) || (isDenied && isWay(before)) : /^[/+]$/.test(words[at]!) && isWay(before);
}

/**
 * Splits a text at punctuation and line ends; with `capitals` also where words in capitals begin or end (`BAJA Luis`),
 * with `names` also where a name begins or ends (`Ana no llamar`).
 */
export function clausesOf(text: string, parts: "sentences" | "capitals" | "names" = "sentences"): Clause[] {
  const clauses: Token[][] = [[]];
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

const PAST = rolesOf("when");
const GREETING = rolesOf("courtesy polite");
const WISH = /^(?:buen[oa]?s?|feliz|lind[oa]s?|bonit[oa]s?|good)$/;
const WISHED = /^(?:dias?|tardes?|noches?|day|morning|afternoon|evening|night)$/;

/** Matches a word with a capital, as names have it. */
export const TITLED = /^\p{Lu}\p{Ll}+$/u;
/** Whether two words are a name, such as `Rosa Flores`: neither asks, and one is a known name. */
const areName = (one: Token | undefined, other: Token | undefined) =>
  [one, other].every((token) => token !== undefined && TITLED.test(token.typed) && !hasOneOf(token, TELLING)) &&
  hasRole([one!, other!], "name");
const NAME = rolesOf("name person");

/** Whether a word is part of a name: `Rosa` of `Rosa Flores`, or `Don` before it, which may be short for `don't`. */
function isOfName(token: Token, before: Token | undefined, next: Token | undefined): boolean {
  if (token.folded === "don") return TITLED.test(next?.typed ?? "") && !hasRole([next!], "wish", "want", "like", "me");
  return areName(token, next) || areName(before, token);
}

const isMe = (token: Token | undefined) => token?.folded === "me" || token?.folded === "nos";

/** Adjusts roles to the words around: a verb after `me` has `to-me`; `buen día` is no time, `lunes pasado` is past. */
function inContext(clause: Clause): Clause {
  return clause.map((token, at) => {
    if (WISHED.test(token.folded) && WISH.test(clause[at - 1]?.folded ?? "")) return { ...token, roles: GREETING };
    const next = clause[at + 1];
    if (token.roles.has("time") && (next?.roles.has("year") || /^pasad[oa]s?$/.test(next?.folded ?? "")))
      return { ...token, roles: PAST };
    if (isOfName(token, clause[at - 1], next)) return { ...token, roles: NAME };
    const isToMe = isMe(clause[at - 1]) || isMe(clause[at - 2]);
    if (isToMe && hasRole([token], "wish", "told", "gerund"))
      return { ...token, roles: new Set([...token.roles, "to-me"]) };
    if (!token.roles.has("done") || !BEFORE_ASKED.includes(clause[at - 1]?.folded ?? "")) return token;
    return { ...token, roles: new Set([...token.roles].filter((role) => role !== "trade" && role !== "product")) };
  });
}

/** What phrases call a word: its roles, the word itself as it sounds (`=yamar`), and `thing` or `deed`. */
type Names = ReadonlySet<string>;

/** A part of a phrase, for words in a row. A gap takes as few words as it can, any other part as many. */
interface Part {
  fits(names: Names): boolean;
  least: number;
  most: number;
  isGap: boolean;
  /** Names of which each word that fits has one. Empty if it may have none, or the part may be missing. */
  needs: readonly string[];
}

interface Phrase {
  /** Among the phrases of its kind. */
  place: number;
  parts: readonly Part[];
  startsClause: boolean;
  endsClause: boolean;
  /** Groups of names. A clause that holds the phrase has one of each group. */
  needs: readonly (readonly string[])[];
}

const SMALL = rolesOf(
  "like small me mine them again can want ask give courtesy more person receive number send deliver make way only " +
    "interest list consent none",
);
const AT_END = rolesOf("courtesy small digits me mine");
const NOT_OVER = rolesOf("more none all mine and start list");
const REPORTING = rolesOf("ask say tired complain bother");
const isSmall = (names: Names) => isAnyIn(names, SMALL);
const isOver = (names: Names) => isAnyIn(names, NOT_OVER);
/** Whether a word begins to tell who asked, or why: `no llamar, dijo el lunes`. */
const isReport = (names: Names) => isAnyIn(names, REPORTING);
const GAPS: Record<string, [fits: Part["fits"], most: number]> = {
  "^": [(names) => names.has("courtesy"), Infinity],
  $: [(names) => isAnyIn(names, AT_END), Infinity],
  $$: [() => false, 0],
  "..": [isSmall, 7],
  "..!": [(names) => isSmall(names) && !isOver(names), 7],
  "...": [() => true, 12],
  "...!": [(names) => !isOver(names) && !isReport(names), 12],
};

const nameOf = (text: string) => text.replace(/=(.*)/, (_, word: string) => `=${soundOf(foldWord(word))}`);
const hasName = (names: Names, name: string) => (name[0] === "!" ? !names.has(name.slice(1)) : names.has(name));

function partOf(item: string): Part {
  const gap = GAPS[item];
  if (gap !== undefined) return { fits: gap[0], least: 0, most: gap[1], isGap: item.startsWith(".."), needs: [] };
  const least = item.endsWith("?") ? 0 : 1;
  const choices = item
    .replace("?", "")
    .replaceAll("/", "|=")
    .split("|")
    .map((choice) => choice.split("&").map(nameOf));
  const fits = (names: Names) => choices.some((all) => all.every((name) => hasName(names, name)));
  const needs = choices.map((all) => all.find((name) => name[0] !== "!") ?? "");
  return { fits, least, most: 1, isGap: false, needs: least === 0 || needs.includes("") ? [] : needs };
}

function phraseOf(text: string, place: number): Phrase {
  const items = text.split(/\s+/);
  const parts = items.map(partOf);
  // A group of few names is seldom there.
  const needs = parts.flatMap(({ needs }) => (needs.length > 0 ? [needs] : [])).sort((a, b) => a.length - b.length);
  return { place, parts, startsClause: items[0] === "^", endsClause: items.at(-1)!.startsWith("$"), needs };
}

/** Returns the end of a phrase whose part `next` begins at `at`; undefined if it does not fit. */
function endOf(phrase: Phrase, words: readonly Names[], at: number, next = 0): number | undefined {
  const part = phrase.parts[next];
  if (part === undefined) return phrase.endsClause && at < words.length ? undefined : at;
  let longest = at;
  while (longest < words.length && longest - at < part.most && part.fits(words[longest]!)) longest++;
  const shortest = at + part.least;
  for (let count = 0; count <= longest - shortest; count++) {
    const end = endOf(phrase, words, part.isGap ? shortest + count : longest - count, next + 1);
    if (end !== undefined) return end;
  }
  return undefined;
}

/** Returns the phrases of a kind by each name of their rarest group. A line `<name> = choices` is for the lines below. */
export const phrasesOf = remembered((kind): ReadonlyMap<string, readonly Phrase[]> => {
  const named = new Map<string, string>();
  const byName = new Map<string, Phrase[]>();
  for (const line of PHRASES.trim().replaceAll("\n  ", " ; ").split("\n")) {
    const [, name, rest] = /^(<\w+>|[\w-]+)(?: =|:) (.*)$/.exec(line)!;
    const spelledOut = () => rest!.replace(/<\w+>/g, (known) => named.get(known)!);
    if (name!.startsWith("<")) named.set(name!, spelledOut());
    else if (name === kind)
      for (const phrase of spelledOut().split(" ; ").map(phraseOf))
        for (const needed of phrase.needs[0] ?? [""])
          if (byName.get(needed)?.push(phrase) === undefined) byName.set(needed, [phrase]);
  }
  return byName;
});

/** Roles that say nothing of asking. A word with no other role is a thing, such as an onion or a name. */
const OPEN = rolesOf(
  "topic everyday polite praise offer inquire deal name english glue weary less elsewhere one numeral ten relative " +
    "grade gone as-well copy trade product old place low-things outcome outcome-noun people-column other-column " +
    "status-column note-column outcome-column way-column delivery about date numbered blank wish order told gerund " +
    "done would enclitic to-me to-them by-ear guessed",
);
export const isThing = ({ roles, folded }: Token) => folded.length > 2 && [...roles].every((role) => OPEN.has(role));
/** Whether an unknown word looks like a plural verb, an infinitive or a gerund: `que no le agobien`. */
const isDeed = ({ roles, folded }: Token) =>
  roles.size === 0 && /(?:[aei]r|[ae]n|[ae]mos|[ae]ndo)(?:l[eao]s?)?$/.test(folded);

const namesOf = rememberedOf((token: Token): Names => {
  const kinds = [...(isThing(token) ? ["thing"] : []), ...(isDeed(token) ? ["deed"] : [])];
  return new Set([...token.roles, `=${token.sounded}`, ...kinds]);
});

/** Returns where the first phrase of a kind is in a clause: [from, to). */
export function findPhrase(kind: string, clause: Clause): [from: number, to: number] | undefined {
  const words = clause.map(namesOf);
  const byName = phrasesOf(kind);
  const mayBe = new Set(byName.get(""));
  for (const names of words) for (const name of names) for (const phrase of byName.get(name) ?? []) mayBe.add(phrase);
  for (const phrase of [...mayBe].sort((a, b) => a.place - b.place)) {
    if (!phrase.needs.every((some) => some.some((name) => words.some((names) => names.has(name))))) continue;
    for (let from = 0; from <= (phrase.startsClause ? 0 : clause.length); from++) {
      const to = endOf(phrase, words, from);
      if (to !== undefined) return [from, to];
    }
  }
  return undefined;
}

export const GRAVE = rolesOf(
  "out low refuse withdraw bother tired complain insult peace enough remove stop leave halt-word deny",
);
/** The same, and roles of words that may ask. A clause without any of them says nothing. */
const TELLING = new Set([
  ...GRAVE,
  ...rolesOf("only authority worn out-sure barred cancel none omit lose lack privacy telling"),
]);

export const isTelling = (clause: Clause) => clause.some((token) => hasOneOf(token, TELLING));

/** Replaces each phrase of a kind in a clause by one word whose role is the kind. */
export function without(kind: string, clause: Clause): Clause {
  let rest = clause;
  for (let found = findPhrase(kind, rest); found !== undefined; found = findPhrase(kind, rest))
    rest = [...rest.slice(0, found[0]), { ...wordOf(""), roles: new Set([kind]) }, ...rest.slice(found[1])];
  return rest;
}
