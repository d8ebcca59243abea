// What a cell of the action says: the words of every list, and the few that only a registry, or an export of one, has.

import { actionOf, foldWords, isDelivery } from "../headers/event-words.js";
import { PROOF_WORD } from "./digest-proof.js";
import { VOID } from "./taken-back.js";

/** `nothing` leaves it to another column. */
export type ActionSaid = "opt-in" | "opt-out" | "settled" | typeof VOID | "proof" | "unknown" | "nothing";

/** In a registry a person may have found that a message asked for nothing; nowhere else does a word take nobody off. */
export function actionSaid(text: string, isRegistry: boolean): ActionSaid {
  const word = foldWords(text);
  if (word === PROOF_WORD) return "proof";
  if (isRegistry && (word === "settled" || word === VOID)) return word;
  if (text.trim() === "" || isDelivery(text)) return "nothing";
  return actionOf(text, isRegistry) ?? "unknown";
}
