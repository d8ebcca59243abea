// Splits words that are written as one: `aceptasms`, `nollamar`, `fechabaja`.

import { namesAnotherNumber } from "../headers/phone-names.js";
import { remembered } from "./remembered.js";
import { isAnyIn, rolesOf } from "./vocabulary.js";
import { type Word, wordOf } from "./words.js";

const LONGEST = 24;
/** Roles of which a joined word has one. */
const OF_JOINED = rolesOf(
  "deny out-sure low halt-word remove refuse withdraw barred consent consent-noun subscription want can receive active telling",
);
/** The parts that may have two letters. */
const SHORT = /^(?:no|do|is)$/;

/** Returns the parts of a joined word. A known word stays whole, and one of which a part is unknown. */
export function partsOf(token: Word): readonly Word[] {
  const { folded, roles } = token;
  if (folded.length > LONGEST || (roles.size > 0 && !roles.has("guessed"))) return [token];
  const parts = knownWords(folded)?.map(wordOf) ?? [];
  const isLabel = parts[0]?.folded === "no" && namesNumber(parts[1]!);
  return !isLabel && parts.some((part) => isAnyIn(part.roles, OF_JOINED)) ? parts : [token];
}

/** Whether `no` before a word is short for *number*: `norecibo`, `notelefono`. */
const namesNumber = ({ folded, roles }: Word) =>
  namesAnotherNumber(folded) || (roles.has("number") && !roles.has("contact"));

/** Returns the known words, each as long as can be, that make a text. */
const knownWords = remembered((text): readonly string[] | undefined => {
  for (let end = text.length; end > 1; end--) {
    const first = text.slice(0, end);
    const { roles } = wordOf(first);
    const isKnown = roles.size > 0 && !roles.has("guessed") && !roles.has("by-ear") && (end > 2 || SHORT.test(first));
    const rest = !isKnown || end === text.length ? [] : knownWords(text.slice(end));
    if (isKnown && rest !== undefined) return [first, ...rest];
  }
  return undefined;
});
