// The numbers that a JSON message of an unknown shape may be about: those in its fields, but for times and the names of things.

import { dateRank, isTimeOfDay } from "../headers/date-names.js";
import { nameWords } from "../headers/event-words.js";
import { readNamed } from "../phone/named.js";
import { numbersInOtherColumn, readCell } from "../phone/read.js";

/** E.164, none twice; also of what only may be a number. */
export function numbersInUnknown(value: unknown): string[] {
  return [...new Set(numbersIn(value, ""))];
}

function numbersIn(value: unknown, name: string): string[] {
  if (typeof value === "string" || typeof value === "number") return inField(name, String(value));
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => numbersIn(one, name));
  return Object.entries(value).flatMap(([field, one]) => [...numbersInOtherColumn(field), ...numbersIn(one, field)]);
}

function inField(name: string, text: string): string[] {
  const words = nameWords(name);
  if ((isTime(words) && isInstant(text)) || IS_UUID.test(text)) return [];
  // WhatsApp's `wa_id` is a number, and a provider may name people by theirs: only bare digits of other lengths are names.
  if (NAMES_A_THING.test(words)) return numbersInOtherColumn(text);
  // A field with one whole number and no more means no other one by it.
  const sure = BARE.test(text) ? readCell(text).numbers : [];
  return sure.length === 1 ? [sure[0]!.e164] : readNamed(text);
}

const BARE = /^\s*\+?\d+\s*$/;

function isTime(words: string): boolean {
  return dateRank(words) !== undefined || isTimeOfDay(words) || /\b(?:timestamp|datetime|ts)$/.test(words);
}

/** ISO 8601 and its like, or seconds and milliseconds since 1970. */
function isInstant(text: string): boolean {
  return /^\s*(?:\d{4}-\d\d-\d\d(?:[T ][\d:.,]+(?:Z|[+-][\d:]+)?)?|1\d{9}(?:\d{3})?(?:\.\d+)?)\s*$/.test(text);
}

const IS_UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const NAMES_A_THING = /\b(?<!wa )(?:id|ids|uuid|guid|sid|token|signature|hash|sha256|version|price|amount|count)$/;
