// Ranges of which an entry names no end: `2222-0000 y siguientes`, `desde 2222-0000`. Nobody can tell how many numbers are meant, so
// that only the number that stands there is suppressed, and a person is told.

import { normalise } from "../phone/normalise.js";

const WHOLE = String.raw`(?<!\d)(?:\+?503[-. ]?)?[2-7]\d{3}[-. ]?\d{4}(?!\d)`;
const MORE =
  "siguientes?|sig|sgtes|subsiguientes|ss|sucesiv[oa]s|consecutiv[oa]s|following|onwards?|(?:en|hacia) adelante|up|etc(?:etera)?|(?:hasta|al?|to|until) (?:(?:el|the) )?(?:final|fin|infinito|end)";
const OPEN = new RegExp(
  `${WHOLE}['" ,.;:()-]{0,4}(?:(?:(?:[ye]|and) )?(?:(?:l[oa]s|sus|the) )?(?:${MORE})\\b|(?:al?|hasta|to|until|->|→)\\W*$|\\+(?!\\s*[\\d(+]))|` +
    `^\\W*(?:desde|a partir|from(?! ?:)|starting)(?: (?:del?|el|la|at|from|numero|number))*[ .:]*${WHOLE}\\W*$`,
);

/** Whether a cell in which no range was read begins one. */
export function isOpenRange(text: string): boolean {
  return OPEN.test(normalise(text));
}
