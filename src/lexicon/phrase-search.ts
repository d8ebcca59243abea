// Finds the phrases of phrases.ts in clauses: the words of a clause lead to the few phrases that can be in it, which are tried in their order.

import type { Clause } from "./clause.js";
import { PHRASES } from "./phrases.js";
import { remembered, rememberedOf } from "./remembered.js";
import { foldWord, soundOf } from "./sounds.js";
import { isAnyIn, rolesOf } from "./vocabulary.js";
import { asRoles, type Names, wordOf } from "./words.js";

/** A part of a phrase, for words in a row. A gap takes as few words as it can, any other part as many. */
interface Part {
  fits(names: Names): boolean;
  /** How many words it takes. */
  least: number;
  most: number;
  isGap: boolean;
  /** Names of which each word that fits has one. Empty if it may have none, or the part may be missing. */
  required: string;
}

interface Phrase {
  /** Among the phrases of its kind. */
  place: number;
  parts: readonly Part[];
  startsClause: boolean;
  endsClause: boolean;
  /** A clause that holds the phrase has a name of each. */
  required: readonly NameGroup[];
}

/** A group of names: only a clause with one of them can hold the phrases. Each phrase is under its rarest group. */
interface NameGroup {
  phrases: Phrase[];
  /** The number of the last search whose clause has one of the names. */
  lastSearch: number;
}

const SMALL = rolesOf(
  "like small me mine them again can want ask give courtesy more person receive number send deliver make way only",
  "interest list consent none",
);
const AT_END = rolesOf("courtesy small digits me mine");
/**
 * Roles that a gap with `!` holds none of. A long one also holds no verb and none that tell who asked, or why: `no llamar dijo
 * el lunes`.
 */
const BORDERS = rolesOf("more none all mine and start list");
const REPORTING = rolesOf("ask say tired complain bother");
const isSmall = (names: Names) => isAnyIn(names, SMALL) && !(names.has("ask") && names.has("told"));
const isVerb = (names: Names) =>
  !names.has("small") && (names.has("told") || (names.has("wish") && (names.has("contact") || names.has("deliver"))));
const GAPS: Record<string, [fits: Part["fits"], most: number]> = {
  "^": [(names) => names.has("courtesy"), Infinity],
  $: [(names) => isAnyIn(names, AT_END), Infinity],
  $$: [() => false, 0],
  "..": [isSmall, 7],
  "..!": [(names) => isSmall(names) && !isAnyIn(names, BORDERS), 7],
  "...": [() => true, 12],
  "...!": [(names) => !isAnyIn(names, BORDERS) && !isAnyIn(names, REPORTING) && !isVerb(names), 12],
};

const nameOf = (text: string) => text.replace(/=(.*)/, (_, word: string) => `=${soundOf(foldWord(word))}`);
const hasName = (names: Names, name: string) => (name[0] === "!" ? !names.has(name.slice(1)) : names.has(name));

function partOf(item: string): Part {
  const gap = GAPS[item];
  if (gap !== undefined) return { fits: gap[0], least: 0, most: gap[1], isGap: item.startsWith(".."), required: "" };
  const least = item.endsWith("?") ? 0 : 1;
  const spelledOut = item.replace("?", "").replaceAll("/", "|=");
  const choices = spelledOut.split("|").map((choice) => choice.split("&").map(nameOf));
  const fits = (names: Names) => choices.some((all) => all.every((name) => hasName(names, name)));
  const required = choices.map((all) => all.find((name) => name[0] !== "!") ?? "");
  const isOptional = least === 0 || required.includes("");
  return { fits, least, most: 1, isGap: false, required: isOptional ? "" : required.join(" ") };
}

/** Adds a phrase to its group of the fewest letters, which is likely the rarest. At least one part requires a group. */
function addPhrase(text: string, place: number, groupOf: (names: string) => NameGroup): void {
  const items = text.split(/\s+/);
  const parts = items.map(partOf);
  const names = parts.flatMap((part) => part.required || []).sort((a, b) => a.length - b.length);
  const required = names.map(groupOf);
  const [startsClause, endsClause] = [items[0] === "^", items.at(-1)!.startsWith("$")];
  required[0]!.phrases.push({ place, parts, startsClause, endsClause, required });
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

/** The lines of phrases.ts by their names: the phrases of each kind, and `<name> = choices` for the lines below. */
const lineOf = new Map<string, string>();

function phrasesOf(kind: string): readonly string[] {
  const lines = lineOf.size > 0 ? [] : PHRASES.replaceAll("\n  ", " ; ").matchAll(/^(<\w+>|[\w-]+)(?: =|:) (.*)$/gm);
  const spelledOut = (line: string) => line.replace(/<\w+>/g, (name) => lineOf.get(name)!);
  for (const [, name, line] of lines) lineOf.set(name!, spelledOut(line!));
  return lineOf.get(kind)!.split(" ; ");
}

/** Returns the groups of a kind's phrases: by each of their names, and those of a word by all its names. */
export const groupsOf = remembered((kind) => {
  const byName = new Map<string, NameGroup[]>();
  const groupOf = remembered((names) => {
    const group: NameGroup = { phrases: [], lastSearch: 0 };
    for (const name of names.split(" ")) if (byName.get(name)?.push(group) === undefined) byName.set(name, [group]);
    return group;
  });
  for (const [place, text] of phrasesOf(kind).entries()) addPhrase(text, place, groupOf);
  return { byName, ofWord: rememberedOf((names: Names) => [...names].flatMap((name) => byName.get(name) ?? [])) };
});

let searches = 0;

/** Returns where the first phrase of a kind is in a clause: [from, to). */
export function findPhrase(kind: string, clause: Clause): [from: number, to: number] | undefined {
  const { ofWord } = groupsOf(kind);
  const search = ++searches;
  const mayFit: Phrase[] = [];
  for (const { names } of clause)
    for (const group of ofWord(names)) {
      if (group.lastSearch !== search) mayFit.push(...group.phrases);
      group.lastSearch = search;
    }
  const fitting = mayFit.filter(({ required }) => required.every(({ lastSearch }) => lastSearch === search));
  for (const phrase of fitting.sort((a, b) => a.place - b.place))
    for (let from = 0; from <= (phrase.startsClause ? 0 : clause.length); from++) {
      const to = endOf(phrase, clause, from);
      if (to !== undefined) return [from, to];
    }
  return undefined;
}

/** Replaces each phrase of a kind in a clause by one word whose role is the kind. */
export function without(kind: string, clause: Clause): Clause {
  let rest = clause;
  for (let found = findPhrase(kind, rest); found !== undefined; found = findPhrase(kind, rest))
    rest = [...rest.slice(0, found[0]), asRoles(kind)(wordOf("")), ...rest.slice(found[1])];
  return rest;
}
