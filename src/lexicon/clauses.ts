// Splits a text into clauses of words with roles, and finds the phrases of phrases.ts in them.

import { PHRASES } from "./phrases.js";
import { foldWord, NO_ROLES, soundOf, type Word, wordOf } from "./words.js";

export type Token = Word;
export type Clause = readonly Token[];

export function hasRole(tokens: Clause, ...roles: readonly string[]): boolean {
  for (const token of tokens) for (const role of roles) if (token.roles.has(role)) return true;
  return false;
}

export function hasOneOf({ roles }: Token, many: ReadonlySet<string>): boolean {
  for (const role of roles) if (many.has(role)) return true;
  return false;
}

/** Matches a word with its letters apart: `D.N.C.`, `s t o p`, `B/A/J/A`, `n o   l l a m a r`. */
const LETTERS_APART = /(?<![\p{L}\d])\p{L}(?:[.\s/-]{1,3}\p{L})+(?![\p{L}\d])\.?/gu;
/** Matches abbreviations and apostrophes, which end no clause: `Lic. Paz`, `p/ ventas`, `don't`. */
const MARK_WITHIN =
  /(?<!\p{L})(?:lic|licda|ing|dra?|sra?|prof|arq)\.|(?<!\p{L})\p{L}{1,4}\.(?= \p{Ll})|\b[cnp]\/(?= |\p{L}{3})|\p{L}['’`´](?=\p{L})/giu;
const WORD_OR_MARK = /[\p{L}\p{M}\p{N}@$]+|&|[^\p{L}\p{N}\s&]+|\n/gu;
const NO_BREAK = /^[’'"“”«»`´#@]+$/;
/** Written as a name is, and none: `Juan Pérez - No llamar`. */
const DENIAL_AS_NAME = /^(?:No|Ya|Nunca|Not|Never|Do|Don)$/;
const IN_CAPITALS = /\p{Lu}{3,}|^NO$/u;

/** Returns a text's words and punctuation marks, in order. */
export function wordsOf(text: string): string[] {
  // Normalising sorts the marks of a letter, in the square of how many there are.
  const joined = text
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .normalize("NFKC")
    .replace(LETTERS_APART, joinedIfKnown);
  const words = /[./'’`´]/.test(joined)
    ? joined.replace(MARK_WITHIN, (word) => (word.endsWith("/") ? `${word[0]} ` : word.slice(0, -1)))
    : joined;
  return words.match(WORD_OR_MARK) ?? [];
}

function joinedIfKnown(letters: string): string {
  const word = letters.replace(/[.\s/-]+/g, "");
  return /^no$/i.test(word) || (word.length > 2 && wordOf(word).roles !== NO_ROLES) ? word : letters;
}

/**
 * Splits a text at punctuation and line ends; with `capitals` also where capitals begin or end (`BAJA Luis`), with
 * `names` also where a name does (`Ana no llamar`).
 */
export function clausesOf(text: string, parts: "sentences" | "capitals" | "names" = "sentences"): Clause[] {
  const clauses: Token[][] = [[]];
  let lastCase: string | undefined;
  for (const word of wordsOf(text)) {
    if (word !== "&" && !/[\p{L}\p{N}]/u.test(word)) {
      if (NO_BREAK.test(word)) continue;
      clauses.push([]);
      lastCase = undefined;
      continue;
    }
    const itsCase = parts === "sentences" ? undefined : caseOf(word, parts === "names");
    if (lastCase !== undefined && itsCase !== undefined && itsCase !== lastCase) clauses.push([]);
    lastCase = itsCase ?? lastCase;
    clauses.at(-1)!.push(wordOf(word === "&" ? "and" : word));
  }
  return clauses.filter((clause) => clause.length > 0).map(inContext);
}

/** Returns how a word is written; undefined for words that go with any case, such as `de`, `la`, `y`. */
function caseOf(word: string, areNames: boolean): "capitals" | "name" | "small" | undefined {
  if (IN_CAPITALS.test(word)) return "capitals";
  if (!/\p{Ll}/u.test(word)) return undefined;
  if (!areNames) return "small";
  if (DENIAL_AS_NAME.test(word)) return undefined;
  if (/^\p{Lu}/u.test(word)) return "name";
  return word.length > 3 || /^(?:no|ya|do|que)$/.test(word) ? "small" : undefined;
}

/** After one of these words `pedido` means *asked*, not an order of goods. */
const BEFORE_ASKED = ["ha", "han", "he", "hemos", "has", "habia", "habian", "haber", "hubiera", "a", "por"];

const isMe = (token: Token | undefined) => token?.folded === "me" || token?.folded === "nos";

/** Adjusts roles to the words before: a verb after `me` has the role `to-me`. */
function inContext(clause: Clause): Clause {
  return clause.map((token, at) => {
    const isToMe = isMe(clause[at - 1]) || isMe(clause[at - 2]);
    if (isToMe && hasRole([token], "wish", "told", "gerund"))
      return { ...token, roles: new Set([...token.roles, "to-me"]) };
    if (!token.roles.has("done") || !BEFORE_ASKED.includes(clause[at - 1]?.folded ?? "")) return token;
    return { ...token, roles: new Set([...token.roles].filter((role) => role !== "trade" && role !== "product")) };
  });
}

const list = (words: string): readonly string[] => words.split(" ");
const anyOf = (roles: readonly string[]) => `<(?=[^>]* (?:${roles.join("|")}) )[^>]*>`;

const SMALL = anyOf(
  list(
    "like small me mine them again can want ask give courtesy more person receive number send deliver make way only interest list consent none",
  ),
);
const AT_END = anyOf(list("courtesy small digits me mine"));
/** The gaps and anchors of phrases.ts as patterns over words as `spellWord` writes them. */
const PATTERNS: Record<string, string> = {
  "^": `^(?:${anyOf(["courtesy"])})*`,
  $: `(?:${AT_END})*$`,
  $$: "$",
  "..": `(?:${SMALL}){0,7}?`,
  "...": "(?:<[^>]*>){0,12}?",
};
const NOT_OVER = "(?!<[^>]* (?:more|none|all|mine|and|start|list) )";

interface Phrase {
  /** Compiled at its first use, because most phrases are never looked for. */
  pattern(): RegExp;
  /** A clause without a name of each of these sets can't hold the phrase. */
  needs: readonly NameSet[];
}

/** Names as bit masks. */
type NameSet = readonly (readonly [place: number, bits: number])[];

/** Bits of a mask: as many as fit in V8's small integers. */
const BITS = 30;
/** The numbers of the names that phrases need, from 0 in the order they are met. */
const numberOf = new Map<string, number>();

function nameSet(names: readonly string[]): NameSet {
  const bits = new Map<number, number>();
  for (const name of names) {
    const number = numberOf.get(name) ?? numberOf.size;
    numberOf.set(name, number);
    const place = Math.trunc(number / BITS);
    bits.set(place, (bits.get(place) ?? 0) | (1 << (number % BITS)));
  }
  return [...bits];
}

/** Parses one word of a phrase into its alternatives, each with the names that it must have. */
const choicesOf = (item: string) =>
  item
    .replace("?", "")
    .split("|")
    .map((choice) => choice.split("&").map(nameOf));

function phraseOf(text: string): Phrase {
  const items = text.split(/\s+/);
  const needs = items.flatMap((item): NameSet[] => {
    if (item.replace(/!$/, "") in PATTERNS || item.endsWith("?")) return [];
    const choices = choicesOf(item);
    const needed = choices.flatMap((names) => names.filter((name) => !name.startsWith("!")).slice(0, 1));
    return needed.length === choices.length ? [nameSet(needed)] : [];
  });
  let pattern: RegExp | undefined;
  return { pattern: () => (pattern ??= new RegExp(items.map(patternOf).join(""))), needs };
}

function patternOf(item: string): string {
  const gap = PATTERNS[item.replace(/!$/, "")];
  if (gap !== undefined) return item.endsWith("!") ? gap.replace("<", `${NOT_OVER}<`) : gap;
  return `(?:<(?:${choicesOf(item).map(looksFor).join("|")})[^>]*>)${item.endsWith("?") ? "?" : ""}`;
}

const nameOf = (text: string) => text.replace(/=(.*)/, (_, word: string) => `=${soundOf(foldWord(word))}`);
const looksFor = (names: readonly string[]) =>
  names.map((name) => (name.startsWith("!") ? `(?![^>]* ${name.slice(1)} )` : `(?=[^>]* ${name} )`)).join("");

let phrases: Map<string, Phrase[]> | undefined;

/** Returns the phrases of a kind. A line `<name> = choices` names choices for the lines below it. */
function phrasesOf(kind: string): readonly Phrase[] {
  if (phrases === undefined) {
    phrases = new Map();
    const named = new Map<string, string>();
    for (const line of PHRASES.trim().split("\n")) {
      const [, name, rest] = /^(<\w+>|[\w-]+)(?: =|:) (.*)$/.exec(line)!;
      const spelledOut = rest!.replace(/<\w+>/g, (known) => named.get(known)!);
      if (name!.startsWith("<")) named.set(name!, spelledOut);
      else phrases.set(name!, [...(phrases.get(name!) ?? []), ...spelledOut.split(" ; ").map(phraseOf)]);
    }
  }
  return phrases.get(kind) ?? [];
}

/** Roles that say nothing of asking. A word that has no other is a thing, such as an onion or a name. */
const OPEN = list(
  "topic everyday polite praise offer inquire deal name english glue weary less elsewhere one numeral ten relative " +
    "gone as-well copy trade product old place low-things outcome outcome-noun people-column other-column " +
    "status-column note-column outcome-column way-column delivery about date numbered blank wish order told gerund " +
    "done would enclitic to-me to-them by-ear guessed",
);
export const isThing = ({ roles, folded }: Token) =>
  folded.length > 2 && [...roles].every((role) => OPEN.includes(role));
/** Whether an unknown word looks like a plural verb, an infinitive or a gerund: `que no le agobien`. */
const isDeed = ({ roles, folded }: Token) =>
  roles.size === 0 && /(?:[aei]r|[ae]n|[ae]mos|[ae]ndo)(?:l[eao]s?)?$/.test(folded);

interface Spelled {
  text: string;
  /** Those of its names that phrases need. */
  names: NameSet;
}

const spelledWords = new WeakMap<Token, Spelled>();

/** Writes a word with its names, as phrases look for them: `< contact wish =yamar >`. */
function spellWord(token: Token): Spelled {
  let known = spelledWords.get(token);
  if (known === undefined) {
    const names = [...token.roles, `=${token.sounded}`];
    if (isThing(token)) names.push("thing");
    if (isDeed(token)) names.push("deed");
    known = { text: `< ${names.join("  ")} >`, names: nameSet(names.filter((name) => numberOf.has(name))) };
    spelledWords.set(token, known);
  }
  return known;
}

const namesIn = new WeakMap<Clause, readonly number[]>();

/** Returns the names of all words of a clause, as masks by index. */
function namesOf(clause: Clause): readonly number[] {
  const known = namesIn.get(clause);
  if (known !== undefined) return known;
  const names = new Array<number>(Math.ceil(numberOf.size / BITS)).fill(0);
  for (const token of clause) for (const [place, bits] of spellWord(token).names) names[place]! |= bits;
  namesIn.set(clause, names);
  return names;
}

function holdsAll(names: readonly number[], needs: readonly NameSet[]): boolean {
  for (const some of needs) if (!some.some(([place, bits]) => (names[place]! & bits) !== 0)) return false;
  return true;
}

const wordsSpelled = (text: string) => text.split("<").length - 1;

/** Returns where the first phrase of a kind is in a clause: [from, to). */
export function findPhrase(kind: string, clause: Clause): [from: number, to: number] | undefined {
  const ofKind = phrasesOf(kind);
  const names = namesOf(clause);
  let text: string | undefined;
  for (const { pattern, needs } of ofKind) {
    if (!holdsAll(names, needs)) continue;
    text ??= clause.map((token) => spellWord(token).text).join("");
    const found = pattern().exec(text);
    if (found === null) continue;
    const from = wordsSpelled(text.slice(0, found.index));
    return [from, from + wordsSpelled(found[0])];
  }
  return undefined;
}

/** Roles of words of asking: a clause without any of them says nothing. */
const TELLING = new Set(
  list(
    "out low refuse withdraw bother tired complain insult peace enough remove stop leave halt-word deny only " +
      "authority worn out-sure barred cancel none omit lose lack privacy telling",
  ),
);

export const isTelling = (clause: Clause) => clause.some((token) => hasOneOf(token, TELLING));

/** Replaces each phrase of a kind in a clause by one word whose role is the kind. */
export function without(kind: string, clause: Clause): Clause {
  let rest = clause;
  for (let found = findPhrase(kind, rest); found !== undefined; found = findPhrase(kind, rest))
    rest = [...rest.slice(0, found[0]), { ...wordOf(""), roles: new Set([kind]) }, ...rest.slice(found[1])];
  return rest;
}
