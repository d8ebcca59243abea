// Looks up results of calls and states of messages in outcomes.txt. None of them is a request.

import { packagedText } from "../files/packaged-text.js";

/** `filler`: a word without a meaning of its own. */
type Role = "outcome" | "state" | "filler" | "declined" | "arrived" | "network" | "delivery";
type CodeRole = "code" | "code-declined" | "code-opt-out";
export type Outcome = Exclude<Role, "filler">;

const MOST_WORDS = 4;
const LONGEST = 80;
const SURE_CODE = 4;

let read: ReadonlyMap<string, Role | CodeRole> | undefined;

/** Returns what folded words mean; undefined if any of them is not in outcomes.txt. */
export function outcomeOf(words: string): Outcome | undefined {
  if (words.length > LONGEST) return undefined;
  const whole = roleOf(words);
  if (whole !== undefined) return whole === "filler" ? undefined : whole;
  const parts = words.split(" ");
  let meaning: Outcome | undefined;
  for (let at = 0; at < parts.length; ) {
    let length = Math.min(MOST_WORDS, parts.length - at);
    let role = roleOf(parts.slice(at, at + length).join(" "));
    while (role === undefined && --length > 0) role = roleOf(parts.slice(at, at + length).join(" "));
    if (role === "outcome") meaning = role;
    else if (role === "state") meaning ??= role;
    else if (role !== "filler") return undefined;
    at += length;
  }
  return meaning;
}

/** Returns the words behind known results: `no llamar` of `venta no llamar`. */
export function behindOutcome(words: string): string {
  const parts = words.split(" ");
  for (let at = 0, length: number | undefined; at < parts.length; at += length) {
    const phrase = (count: number) => parts.slice(at, at + count).join(" ");
    length = [4, 3, 2, 1].find((count) => roleOf(phrase(count), phrase(count).lastIndexOf(" ") + 1) !== undefined);
    if (length === undefined) return parts.slice(at).join(" ");
  }
  return "";
}

export function codeOf(cell: string): CodeRole | undefined {
  return outcomes().get(`=${cell.trim()}`) as CodeRole | undefined;
}

/** Whether a cell is a code, and too long for an initial: `B` may stand for `baja`. */
export function isSureCode(cell: string): boolean {
  return cell.trim().length >= SURE_CODE && codeOf(cell) !== undefined;
}

/** Returns the role of a phrase, or of a beginning of it with `*`, which has more than `least` characters. */
function roleOf(phrase: string, least = 2): Role | undefined {
  const known = outcomes();
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
