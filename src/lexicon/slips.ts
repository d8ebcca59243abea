// Finds the word of asking that a word resembles, of which a letter is missing, added, wrong or moved. It compares sounds.

import { rolesOf, soundsWith } from "./vocabulary.js";

/** Roles whose words may have slips. */
const OF_ASKING = rolesOf(
  "correct out refuse withdraw remove stop halt-word contact deliver message consent list number courtesy again " +
    "receive want bother tired complain",
);
/** The letters of words of asking, and the most letters of a verb's ending in them. */
const SHORTEST = 5;
const LONGEST = 16;
const LONGEST_ENDING = 4;

/** Returns the sound of the word of asking that a word resembles, by its sound; undefined if none is near. */
export function resembled(sounded: string): string | undefined {
  if (sounded.length < SHORTEST - 1 || sounded.length > LONGEST || /[^a-zC]/.test(sounded)) return undefined;
  const known = [sounded, ...withoutOneLetter(sounded)].find((one) => tableOf(one.length).has(one));
  const word = known && tableOf(known.length).get(known);
  return word !== undefined && beginAlike(word, sounded) ? word : undefined;
}

/** Whether two words begin alike: people rarely mistype the first letter, but they mishear a first vowel. */
const beginAlike = (word: string, sounded: string) =>
  word[0] === sounded[0] || sounded.startsWith("l") || (/^[aeiou]/.test(sounded) && /^[aeiou]/.test(word));

const withoutOneLetter = (word: string) => [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));

/** For each length, maps words, and longer ones without one letter, to the word. Most runs need few lengths. */
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

let asking: readonly string[] | undefined;

/** Returns the sounds of words of asking. Of verbs only short wishes (`deje`, `dejen`): all forms are a hundred times as many. */
function wordsOfAsking(): readonly string[] {
  asking ??= soundsWith(OF_ASKING, rolesOf("wish gerund"), LONGEST_ENDING).filter((word) => word.length >= SHORTEST);
  return asking;
}
