// Ranges of which an entry names no end, or one that may be another number: `2222-0000 y siguientes`, `del 2289-7700 al 2399-7709`.
// Nobody can tell how many numbers are meant, so that only those that stand there are suppressed, and a person is told.

import { normalise } from "../phone/normalise.js";

const WHOLE = String.raw`(?<!\d)(?:\+?503[-. ]?)?[2-7]\d{3}[-. ]?\d{4}(?!\d)`;
const MORE =
  "siguientes?|sig|sgtes|subsiguientes|ss|sucesiv[oa]s|consecutiv[oa]s|following|onwards?|(?:en|hacia) adelante|up|etc(?:etera)?|(?:hasta|al?|to|until) (?:(?:el|the) )?(?:final|fin|infinito|end)";
const OPEN = new RegExp(
  `${WHOLE}['" ,.;:()-]{0,4}(?:(?:(?:[ye]|and) )?(?:(?:l[oa]s|sus|the) )?(?:${MORE})\\b|(?:al?|hasta|to|until|->|→)\\W*$|\\+(?!\\s*[\\d(+]))|` +
    `^\\W*(?:desde|a partir|from(?! ?:)|starting)(?: (?:del?|el|la|at|from|numero|number))*[ .:]*${WHOLE}\\W*$`,
);

/** A number of a fixed line and a greater one, too far off to be the end of a range for certain. */
const FAR = new RegExp(`(${WHOLE})['" ]{0,3}(?:al?|to)['" ]{0,3}(?:el )?(${WHOLE})`, "g");
/** A number that another one replaced. */
const CHANGED = /\b(?:cambi|nuev|antes|ahora|migr|reempla|actualiz|chang|new|moved|now)/;

/** Whether a cell in which no range was read may mean one. */
export function isOpenRange(text: string): boolean {
  const normal = normalise(text);
  return OPEN.test(normal) || (!CHANGED.test(normal) && [...normal.matchAll(FAR)].some(([, a, b]) => areEnds(a!, b!)));
}

function areEnds(...ends: [string, string]): boolean {
  const [first, last] = ends.map((end) => end.replace(/\D/g, "").slice(-8));
  return first! < last! && first!.startsWith("2") && last!.startsWith("2");
}
