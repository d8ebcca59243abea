// Finds the word of asking that was meant by one with a letter missing, added, wrong or moved. Words are compared by their sound.

import { soundOf } from "./sounds.js";
import { isAnyIn, moods, type Roles, rolesOf, stems, written } from "./vocabulary.js";

/** Roles whose words may have slips. */
const OF_ASKING = rolesOf(
  "correct out refuse withdraw remove stop halt-word contact deliver message consent list number courtesy again " +
    "receive want bother tired complain",
);
const WISHES = rolesOf("wish gerund");
/** The lengths of words that may have slips, and of the longest ending of a verb in them. */
const SHORTEST = 5;
const LONGEST = 16;
const LONGEST_ENDING = 4;

/** Returns the sound of the word that was meant; undefined if none is near. `sounded`: the sound of the word as typed. */
export function meant(sounded: string): string | undefined {
  if (sounded.length < SHORTEST - 1 || sounded.length > LONGEST || /[^a-zC]/.test(sounded)) return undefined;
  const text = [sounded, ...withoutOneLetter(sounded)].find((less) => tableOf(less.length).has(less));
  const word = text && tableOf(text.length).get(text);
  return word !== undefined && beginAlike(word, sounded) ? word : undefined;
}

/** Whether two words begin alike: typing rarely slips on the first letter, hearing does on a vowel. */
const beginAlike = (word: string, sounded: string) =>
  word[0] === sounded[0] || sounded.startsWith("l") || (/^[aeiou]/.test(sounded) && /^[aeiou]/.test(word));

const withoutOneLetter = (word: string) => [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));

/** For each length, the words and the words without one letter, with the word that is meant. Most runs need few lengths. */
const tables: ReadonlyMap<string, string>[] = [];

function tableOf(length: number): ReadonlyMap<string, string> {
  const known = tables[length];
  if (known !== undefined) return known;
  const table = new Map<string, string>();
  for (const word of wordsOfAsking()) if (word.length === length) table.set(word, word);
  for (const word of wordsOfAsking())
    if (word.length === length + 1)
      for (const less of withoutOneLetter(word)) if (!table.has(less)) table.set(less, word);
  tables[length] = table;
  return table;
}

let found: readonly string[] | undefined;

/** Returns the sounds of words, and of short wishes of verbs (`ar:yam`, `ar:en`): all forms are a hundred times as many. */
function wordsOfAsking(): readonly string[] {
  if (found !== undefined) return found;
  const isShortWish = ([key, roles]: [string, Roles]) => key.length <= 3 + LONGEST_ENDING && isAnyIn(roles, WISHES);
  const endings = [...moods].filter(isShortWish).map(([key]) => key);
  const words: string[] = [];
  for (const [stem, roles] of stems)
    if (isAnyIn(roles, OF_ASKING))
      for (const ending of endings) if (ending[0] === stem[0]) words.push(stem.slice(3) + ending.slice(3));
  for (const [word, roles] of written) if (isAnyIn(roles, OF_ASKING)) words.push(soundOf(word));
  found = words.filter((word) => word.length >= SHORTEST);
  return found;
}
