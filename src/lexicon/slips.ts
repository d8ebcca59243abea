// Finds the word of asking that a word resembles, of which a letter is missing, added, wrong or moved. It compares sounds.

import { remembered } from "./remembered.js";
import { rolesOf, soundsWith } from "./vocabulary.js";

/** Roles whose words may have slips. */
const OF_ASKING = rolesOf(
  "correct out refuse withdraw remove stop halt-word contact deliver message consent list number courtesy again",
  "receive want bother tired complain",
);
/** The letters of words of asking, and the most letters of a verb's ending in them. */
const SHORTEST = 5;
const LONGEST = 16;
const LONGEST_ENDING = 4;

const WISHES = rolesOf("wish gerund");
const VOWELS = "aeiou";

/** Returns the sound of the word of asking that a word resembles, by its sound; undefined if none is near. */
export function resembled(sounded: string): string | undefined {
  if (sounded.length < SHORTEST - 1 || sounded.length > LONGEST || /[^a-zC]/.test(sounded)) return undefined;
  const table = wordsBeginning(lettersLike(sounded[0]!));
  const known = [sounded, ...withoutOneLetter(sounded)].find((one) => table.has(one));
  return known && table.get(known);
}

/** Returns the letters that may be meant by the first of a word. Few mistype it, but a vowel is misheard, and `ll` gets lost. */
function lettersLike(first: string): string {
  if (first === "l") return "ly";
  return VOWELS.includes(first) ? VOWELS : first;
}

const withoutOneLetter = (word: string) => [...word].map((_, at) => word.slice(0, at) + word.slice(at + 1));

/** Maps the sounds of words of asking that begin with one of these letters, and each without one letter, to the word. */
const wordsBeginning = remembered((letters): ReadonlyMap<string, string> => {
  // Of verbs only short wishes (`deje`, `dejen`): all forms are a hundred times as many.
  const words = soundsWith(letters, OF_ASKING, WISHES, LONGEST_ENDING).filter((word) => word.length >= SHORTEST);
  const table = new Map(words.map((word) => [word, word]));
  for (const word of words) for (const less of withoutOneLetter(word)) if (!table.has(less)) table.set(less, word);
  return table;
});
