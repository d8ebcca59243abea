// What stands in the name of a column beside what it asks: an answer at its end (`Autoriza - No`), how to give one (`marque X`),
// our own number. What the rest of the name says is own-opt-outs.ts's work.

import { foldName } from "./phone-names.js";

/** `acepta llamadas (marque con una X)`. */
const HOW_TO_MARK =
  /[\s([_:-]{1,4}(?:marque|marcar|marca|mark|tick|check)?(?: (?:con|with))?(?: (?:una|un|an?|the))? ?x["')\]\s]{0,3}$/iu;
/** An only answer behind a space, a mark or in brackets. `No.` is a number's. */
const ANSWER = /[\s_([:=-]{1,4}(s[ií]|yes|no|s|y|n)[\s)\]?]{0,3}$/iu;
/** `Si/No` and `o no` are a question's. */
const BOTH_ANSWERS =
  /[\s_](?:o|or)[\s_]not?[\s)\]?]{0,3}$|[\s_([:=-](?:s[ií]?|yes|y)[\s)\]]{0,3}(?:[/|,\s_-]|[\s_](?:o|or|u)[\s_])[\s([]{0,3}no?[\s)\]?]{0,3}$/iu;
/** Our own: `¿acepta que le llamemos del 2222-0000?`, or a day: `No llamar 20261101`. */
const OWN_NUMBER = /(?:\s(?:al?|del?|desde|from|by|on))?[\s(]{1,2}(?:\+?503[\s-]?)?\d{4}[\s.-]?\d{4}\b\)?/giu;

/** Returns the name without how it is to be marked, an answer at its end and our number; `answer`: what a mark under it says. */
export function answerInName(name: string): { asked: string; answer: "yes" | "no" | undefined } {
  // Most names hold neither, and the patterns take long to compile.
  const unnumbered = /\d{4}/.test(name) ? name.replace(OWN_NUMBER, "") : name;
  const bare = /x/i.test(unnumbered) ? unnumbered.replace(HOW_TO_MARK, "") : unnumbered;
  const answer = ANSWER.exec(bare);
  if (!answer || BOTH_ANSWERS.test(bare)) return { asked: bare, answer: undefined };
  return { asked: bare.slice(0, answer.index), answer: foldName(answer[1]!).startsWith("n") ? "no" : "yes" };
}

/** `0=no llamar`, `2: no`: a code, and what it means up to the next one. No more of a name is looked at than people write. */
const CODE =
  /(?<![\p{L}\p{N}])(\d{1,2}|[a-z])\s{0,2}[=:]\s{0,2}([^,;/|=:()[\]]{1,40}?)(?=\s{0,2}(?:[,;/|()[\]]|$|\s(?:\d{1,2}|[a-z])\s{0,2}[=:]))/giu;

/** Returns the codes that a name explains (`no_llamar (0=no llamar, 1=llamar)`), and the name without them. */
export function legendIn(name: string): { codes: readonly (readonly [code: string, meaning: string])[]; rest: string } {
  if (!/[=:]/.test(name)) return { codes: [], rest: name };
  const codes = [...name.matchAll(CODE)].map(([, code, meaning]) => [code!, meaning!] as const);
  return codes.length > 1 ? { codes, rest: name.replace(CODE, "") } : { codes: [], rest: name };
}
