// Reads what a clause of a message or note says about our contacting.

import { type Clause, findPhrase, isTelling, without } from "../lexicon/clauses.js";

/** Words of asking or refusing. */
export const GRAVE =
  "out low refuse withdraw bother tired complain insult peace enough remove stop leave halt-word deny".split(" ");

export interface Heard {
  /** `only`: all channels but one. `may`: words of asking that make no known phrase. */
  says: "no" | "only" | "may" | "nothing";
  clause: Clause;
  /** The clause without what is plainly something else. */
  rest: Clause;
  /** The phrase stands in `rest` at [from, to). */
  from: number;
  to: number;
}

export function hear(clause: Clause): Heard {
  const heard = (says: Heard["says"], rest: Clause, [from, to]: readonly [number, number]): Heard => {
    return { says, clause, rest, from, to };
  };
  if (!isTelling(clause)) return heard("nothing", clause, [0, 0]);
  const firm = findPhrase("firm", clause);
  if (firm !== undefined) return heard("no", clause, firm);
  const rest = without("else", clause);
  for (const kind of ["no", "bare", "state", "only", "may"] as const) {
    const found = findPhrase(kind, rest);
    if (found !== undefined) return heard(kind === "only" || kind === "may" ? kind : "no", rest, found);
  }
  return heard("nothing", rest, [0, 0]);
}
