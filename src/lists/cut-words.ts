// Whether a phone cell says more than its numbers: then cutting it to a number loses something.

import { foldName } from "../headers/phone-names.js";
import { PHONE_WORDS } from "../phone/labels.js";
import { decoded } from "../phone/normalise.js";

/** What else stands beside numbers and says nothing of its own: extensions, links, words that join. */
const MORE_LABELS = new Set(
  "ext extension extensiones extn exts xt x int interno anexo anexos anx opcion op hasta http https www com me api send o al a n nbsp".split(
    " ",
  ),
);

/** Whether the text holds words that are no labels. */
export function holdsOtherWords(text: string): boolean {
  const words = foldName(decoded(text)).match(/\p{L}+/gu) ?? [];
  return words.some((word) => !PHONE_WORDS.has(word) && !MORE_LABELS.has(word));
}

/** Whether a phone cell has words beside a number. */
export function losesWords(cell: string): boolean {
  return /\d/.test(cell) && holdsOtherWords(cell);
}
