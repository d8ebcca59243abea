// Splits words that are written as one: `aceptasms`, `nollamar`, `fechabaja`.

import { namesAnotherNumber } from "../headers/phone-names.js";
import { remembered } from "./remembered.js";
import { isAnyIn, rolesOf } from "./vocabulary.js";
import { type Word, wordOf } from "./words.js";

const LONGEST = 24;
/** Roles of which a joined word has one. */
const ASKING = rolesOf(
  "deny out-sure low halt-word remove refuse withdraw barred consent consent-noun subscription want can receive deliver active telling",
);
/** Roles of which each of its parts has one. */
const OF_PARTS = new Set([
  ...ASKING,
  ...rolesOf(
    "contact message deliver bother list way way-email number date about person people-column data marked give",
  ),
  ...rolesOf("status-column outcome-column note-column"),
]);
/** The first parts that may have two letters, and the last one. */
const SHORT = /^(?:no|do|is|es|at)$/;

/** Returns the parts of a joined word. A known word stays whole, and one with a part of other roles: `Quitasol`. */
export function partsOf(token: Word): readonly Word[] {
  const { folded, roles } = token;
  if (folded.length > LONGEST || (roles.size > 0 && !roles.has("guessed"))) return [token];
  const parts = knownWords(folded)?.map(wordOf) ?? [];
  const isLabel = parts[0]?.folded === "no" && namesNumber(parts[1]!);
  return !isLabel && parts.some((part) => isAnyIn(part.roles, ASKING)) ? parts : [token];
}

/** Whether `no` before a word is short for *number*: `norecibo`, `noautorizacion`. */
const namesNumber = ({ folded, roles }: Word) =>
  namesAnotherNumber(folded) || roles.has("consent-noun") || (roles.has("number") && !roles.has("contact"));

/** Splits a text into known words, each as long as can be. Each has a role of `OF_PARTS`, or is one of `SHORT`. */
const knownWords = remembered((text): readonly string[] | undefined => {
  for (let end = text.length; end > 1; end--) {
    const first = text.slice(0, end);
    const { roles } = wordOf(first);
    const isPart = end === 2 ? SHORT.test(first) : isAnyIn(roles, OF_PARTS);
    if (!isPart || roles.has("guessed") || roles.has("by-ear")) continue;
    const rest = end === text.length ? [] : knownWords(text.slice(end));
    // `Marcano` is no `marca no`.
    const isSplit = rest !== undefined && (rest[0]?.length !== 2 || rest[0] === "at");
    if (isSplit) return [first, ...rest];
  }
  return undefined;
});
