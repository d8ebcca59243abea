// Where each warning stands on a page: under the headline if somebody who opted out may be reached, else beside what it is of.

import type { Warning, WarningCode } from "../../errors.js";
import { sayWarning } from "../../text/language.js";
import type { Sentences } from "../../text/sentences.js";
import { unbroken } from "./document.js";
import { type Markup, markup, NOTHING } from "./markup.js";

/** `headline-says-it`: the headline is another because of it. */
type Place = "headline" | "suppression-list" | "phone-list" | "headline-says-it";

/** Of all others, and of what is not known, such as a report has that was changed, the place is under the headline. */
const PLACES: Partial<Record<WarningCode, Place>> = {
  "list-from-the-future": "suppression-list",
  "ranges-open": "suppression-list",
  "numbers-elsewhere": "suppression-list",
  "records-broken": "suppression-list",
  "due-dates-ignored": "suppression-list",
  "actions-unknown": "suppression-list",
  "opt-ins-idle": "suppression-list",
  "voids-idle": "suppression-list",
  "entries-expired": "suppression-list",
  "expiries-unreadable": "suppression-list",
  "dates-contradict": "suppression-list",
  "opt-ins-hashed": "suppression-list",
  "not-in-baseline": "suppression-list",
  "other-phone-column": "phone-list",
  "words-cut": "phone-list",
  "sheets-passed-over": "phone-list",
  "hidden-cells": "suppression-list",
  "channel-not-said": "phone-list",
  "no-suppression": "headline-says-it",
};

/** The warnings of a run, parted by where they stand. */
export interface Notices {
  headline: readonly Warning[];
  /** Returns the warnings of the suppression list of this name. */
  ofList(name: string): readonly Warning[];
  phoneList: readonly Warning[];
}

/** `lists`: the names of the suppression lists; a warning that names one of them stands beside it. */
export function noticesOf(warnings: readonly Warning[], lists: readonly string[]): Notices {
  const placed = warnings.map((warning) => ({ warning, list: String(warning.values[0]), place: placeOf(warning) }));
  const isOfList = ({ list, place }: (typeof placed)[number]) =>
    (place === "suppression-list" || place === "phone-list") && lists.includes(list);
  const rest = placed.filter((it) => !isOfList(it));
  const warningsOf = (found: typeof placed) => found.map(({ warning }) => warning);
  return {
    headline: warningsOf(rest.filter(({ place }) => place === "headline" || place === "suppression-list")),
    ofList: (name) => warningsOf(placed.filter((it) => isOfList(it) && it.list === name)),
    phoneList: warningsOf(rest.filter(({ place }) => place === "phone-list")),
  };
}

function placeOf({ code }: Warning): Place {
  return (Object.hasOwn(PLACES, code) ? PLACES[code] : undefined) ?? "headline";
}

/** Under the headline; `more`: other sentences that belong there. */
export function headlineNotices(warnings: readonly Warning[], sentences: Sentences, more: readonly string[] = []) {
  const said = [...more, ...warnings.map((warning) => sayWarning(warning, sentences))];
  return said.length === 0
    ? NOTHING
    : markup`<ul class="notices">${said.map((text) => markup`<li>${unbroken(text)}</li>`)}</ul>`;
}

/** Shows warnings beside what they are about. */
export function notes(warnings: readonly Warning[], sentences: Sentences): Markup {
  return markup`${warnings.map((warning) => markup`<small class="note">${unbroken(sayWarning(warning, sentences))}</small>`)}`;
}
