// Adjusts the roles of words to the words around them.

import { type Clause, hasRole, isTelling } from "./clause.js";
import { asRoles, type Word } from "./words.js";

const WISH = /^(?:buen[oa]?s?|feliz|lind[oa]s?|bonit[oa]s?|good)$/;
const WISHED = new Set("dia dias tarde tardes noche noches day morning afternoon evening night".split(" "));

/** Whether two words are a name, such as `Rosa Flores`: neither asks, and one is a known name. */
const areName = (one: Word | undefined, other: Word | undefined) =>
  one?.isTitled === true && other?.isTitled === true && hasRole([one, other], "name") && !isTelling([one, other]);

/** Whether a word is part of a name: `Rosa` of `Rosa Flores`, not `Llamar` of `No Llamar Ana`; or `Don` before it, perhaps `don't`. */
function isOfName(token: Word, before: Word | undefined, next: Word | undefined): boolean {
  if (token.folded === "don") return next?.isTitled === true && !hasRole([next], "wish", "want", "like", "me");
  return !before?.roles.has("deny") && (areName(token, next) || areName(before, token));
}

const isMe = (token: Word | undefined) => token?.folded === "me" || token?.folded === "nos";

/** Adjusts roles to the words around, by the first rule that fits: `buen día` is no time, `lunes pasado` is past. */
export function inContext(clause: Clause): Clause {
  return clause.map((token, at) => {
    const [before, next] = [clause[at - 1], clause[at + 1]];
    if (WISHED.has(token.folded) && WISH.test(before?.folded ?? "")) return asRoles("courtesy polite")(token);
    const isPast = token.roles.has("time") && (next?.roles.has("year") || /^pasad[oa]s?$/.test(next?.folded ?? ""));
    if (isPast) return asRoles("when")(token);
    if (isOfName(token, before, next)) return asRoles("name person")(token);
    const isToMe = (isMe(before) || isMe(clause[at - 2])) && hasRole([token], "wish", "told", "gerund");
    return isToMe ? asRoles([...token.roles, "to-me"].join(" "))(token) : token;
  });
}
