// Finds the phrases of phrases.ts in clauses.

import type { Clause } from "./clauses.js";
import { PHRASES } from "./phrases.js";
import { remembered, rememberedOf } from "./remembered.js";
import { foldWord, soundOf } from "./sounds.js";
import { isAnyIn, type Roles, rolesOf } from "./vocabulary.js";
import { asRoles, wordOf } from "./words.js";

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
/**
 * Roles that a gap with `!` holds none of. A long one also holds no verb and none that tell who asked, or why: `no llamar dijo
 * el lunes`.
 */
const BORDERS = rolesOf("more none all mine and start list");
const REPORTING = rolesOf("ask say tired complain bother");
const isSmall = (names: Roles) => isAnyIn(names, SMALL) && !(names.has("ask") && names.has("told"));
const isVerb = (names: Roles) =>
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

/** Files a phrase under its need with the fewest letters, which is likely the rarest. At least one part has a need. */
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

/** Replaces each phrase of a kind in a clause by one word whose role is the kind. */
export function without(kind: string, clause: Clause): Clause {
  let rest = clause;
  for (let found = findPhrase(kind, rest); found !== undefined; found = findPhrase(kind, rest))
    rest = [...rest.slice(0, found[0]), asRoles(kind)(wordOf("")), ...rest.slice(found[1])];
  return rest;
}
