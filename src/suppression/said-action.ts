// What a cell of the action says: the words of every list, and the few that only a registry, or an export of one, has.

import { actionOf, foldWords } from "../headers/event-words.js";
import { outcomeOf } from "../lexicon/outcomes.js";
import { PROOF_WORD } from "./digest-proof.js";
import { VOID } from "./taken-back.js";

/** `nothing` leaves it to another column. */
export type ActionSaid = "opt-in" | "opt-out" | "settled" | typeof VOID | "proof" | "unknown" | "nothing";

/** In a registry a person may have found that a message asked for nothing; nowhere else does a word take nobody off. */
export function actionSaid(text: string, isRegistry: boolean): ActionSaid {
  const word = foldWords(text);
  if (word === PROOF_WORD) return "proof";
  if (isRegistry && (word === "settled" || word === VOID)) return word;
  if (text.trim() === "" || isOfDelivery(word)) return "nothing";
  return actionOf(text, isRegistry) ?? "unknown";
}

/** What became of a message: beside an action it says nothing of it, alone it is as unknown as any other word. */
export function isOfDelivery(word: string): boolean {
  const outcome = outcomeOf(word);
  return outcome === "delivery" || outcome === "arrived";
}
