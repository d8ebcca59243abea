// Looks up results of calls and states of messages in outcomes.txt. None of them is a request.

import { packagedText } from "../files/packaged-text.js";

/** `filler`: a word without a meaning of its own. */
type Role = "outcome" | "state" | "filler" | "declined" | "arrived" | "network" | "delivery";
type CodeRole = "code" | "code-declined" | "code-opt-out";
export type Outcome = Exclude<Role, "filler">;

const MOST_WORDS = 4;
const SURE_CODE = 4;

let read: ReadonlyMap<string, Role | CodeRole> | undefined;

/** Returns what folded words mean; undefined if any of them is not in outcomes.txt. */
export function outcomeOf(words: string): Outcome | undefined {
  const { roles, rest } = phrasesOf(words);
  const meant = roles.filter((role) => role !== "filler");
  if (rest !== "" || meant.length === 0) return undefined;
  const other = meant.find((role) => role !== "outcome" && role !== "state");
  if (other !== undefined) return roles.length === 1 ? other : undefined;
  return meant.includes("outcome") ? "outcome" : "state";
}

/** Returns the words behind known results: `no llamar` of `venta no llamar`. */
export const behindOutcome = (words: string): string => phrasesOf(words).rest;

/** Returns what the phrases at the beginning of words mean, each as long as can be, and the rest. */
function phrasesOf(words: string): { roles: Role[]; rest: string } {
  const parts = words.split(" ");
  const roles: Role[] = [];
  let at = 0;
  for (let length = MOST_WORDS; at < parts.length && length > 0; length--) {
    const role = roleOf(parts.slice(at, at + length).join(" "));
    if (role === undefined) continue;
    roles.push(role);
    at += length;
    length = MOST_WORDS + 1;
  }
  return { roles, rest: parts.slice(at).join(" ") };
}

export function codeOf(cell: string): CodeRole | undefined {
  return outcomes().get(`=${cell.trim()}`) as CodeRole | undefined;
}

/** Whether a cell is a code, and too long for an initial: `B` may stand for `baja`. */
export function isSureCode(cell: string): boolean {
  return cell.trim().length >= SURE_CODE && codeOf(cell) !== undefined;
}

/** Returns the role of a phrase, or of a beginning of it with `*`, which ends in its last word. */
function roleOf(phrase: string): Role | undefined {
  const known = outcomes();
  const least = phrase.lastIndexOf(" ") + 1;
  let role = known.get(phrase);
  for (let end = phrase.length; role === undefined && end > least; end--) role = known.get(`${phrase.slice(0, end)}*`);
  return role as Role | undefined;
}

function outcomes(): ReadonlyMap<string, Role | CodeRole> {
  read ??= new Map(
    [...packagedText("lexicon/outcomes.txt").matchAll(/^([a-z-]+): (.+)$/gm)].flatMap(([, role, phrases]) => {
      const mark = role!.startsWith("code") ? "=" : "";
      return phrases!.split(", ").map((phrase) => [mark + phrase, role as Role | CodeRole] as const);
    }),
  );
  return read;
}
