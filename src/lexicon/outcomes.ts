// What the result of a call or the state of a message means, by outcomes.txt: none of these asks for anything.

import { packagedText } from "../files/packaged-text.js";

/** `beside` stands for no meaning of its own. */
type Role = "outcome" | "state" | "beside" | "declined" | "arrived" | "network" | "delivery";
type CodeRole = "code" | "code-declined" | "code-opt-out";
export type Outcome = Exclude<Role, "beside">;

/** The longest phrase has so many words. */
const MOST_WORDS = 4;
/** No result is longer. */
const LONGEST = 80;
/** So long a code is no initial of another word. */
const SURE_CODE = 4;

let read: ReadonlyMap<string, Role | CodeRole> | undefined;

/** Returns the meaning of words without case, accents and punctuation, if nothing else is among them. */
export function outcomeOf(words: string): Outcome | undefined {
  if (words.length > LONGEST) return undefined;
  const whole = roleOf(words);
  if (whole !== undefined) return whole === "beside" ? undefined : whole;
  const parts = words.split(" ");
  let meaning: Outcome | undefined;
  for (let at = 0; at < parts.length; ) {
    let length = Math.min(MOST_WORDS, parts.length - at);
    let role = roleOf(parts.slice(at, at + length).join(" "));
    while (role === undefined && --length > 0) role = roleOf(parts.slice(at, at + length).join(" "));
    if (role === "outcome") meaning = role;
    else if (role === "state") meaning ??= role;
    else if (role !== "beside") return undefined;
    at += length;
  }
  return meaning;
}

/** Returns the meaning of a dialer's code: a cell of capitals. */
export function codeOf(cell: string): CodeRole | undefined {
  return outcomes().get(`=${cell.trim()}`) as CodeRole | undefined;
}

/** Returns whether a cell is a code that is no initial of another word: `B` may stand for `baja`. */
export function isSureCode(cell: string): boolean {
  return cell.trim().length >= SURE_CODE && codeOf(cell) !== undefined;
}

function roleOf(phrase: string): Role | undefined {
  const known = outcomes();
  let role = known.get(phrase);
  for (let end = phrase.length; role === undefined && end > 2; end--) role = known.get(`${phrase.slice(0, end)}*`);
  return role as Role | undefined;
}

function outcomes(): ReadonlyMap<string, Role | CodeRole> {
  if (read !== undefined) return read;
  const known = new Map<string, Role | CodeRole>();
  for (const line of packagedText("lexicon/outcomes.txt").split("\n")) {
    const [, role, phrases] = /^([a-z-]+): (.+)$/.exec(line) ?? [];
    for (const phrase of phrases?.split(", ") ?? [])
      known.set(role!.startsWith("code") ? `=${phrase}` : phrase, role as Role | CodeRole);
  }
  read = known;
  return known;
}
