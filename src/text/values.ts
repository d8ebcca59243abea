// Formats values for people.

import type { Language } from "./languages.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const UNITS: Record<Language, Record<keyof typeof LENGTHS, readonly [one: string, many: string]>> = {
  en: { day: ["day", "days"], hour: ["hour", "hours"], minute: ["minute", "minutes"] },
  es: { day: ["día", "días"], hour: ["hora", "horas"], minute: ["minuto", "minutos"] },
};
const LENGTHS = { day: DAY, hour: HOUR, minute: HOUR / 60 };

/** Formats with commas for thousands, also used in El Salvador. Loading Intl takes longer than a small scrub. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Returns `1 record`, `1,042 records`. */
export function count(value: number, one: string, many: string): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** Quotes a word for a POSIX shell. */
export function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Returns a list's name for a sheet: `no-llamar` for `No llamar`. */
export function listNameOf(sheet: string): string {
  return (
    sheet
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join("-") ?? "list"
  );
}

/** Returns the options that make a sheet a suppression list, as typed. */
export function asSuppressionList(file: string, sheet: string): string {
  const name = listNameOf(sheet);
  return `-s ${quote(`${name}=${file}`)} --sheet ${quote(`${name}=${sheet}`)}`;
}

/** Shortens a text to at most `most` characters. */
export function shorten(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

const MOST_NAMES = 12;
const LONGEST_NAME = 40;

export interface ColumnShare {
  name: string;
  /** The share of its non-empty cells with a number. */
  readable: number;
}

/** A column by its position, from 1, its name if it may be shown, or both. */
export interface NamedColumn {
  position?: number;
  name: string | undefined;
}

/** Names the first columns: `"teléfono", "nombre", …` or `1 "nombre", 2, …`. */
export function someColumns(columns: readonly NamedColumn[]): string {
  const shown = columns.slice(0, MOST_NAMES).map(({ position, name }) => {
    const quoted = name === undefined ? [] : [`"${shorten(name, LONGEST_NAME)}"`];
    return [position ?? [], quoted].flat().join(" ");
  });
  return [...shown, ...(columns.length > MOST_NAMES ? ["…"] : [])].join(", ");
}

/** Returns milliseconds as `90 minutes`, `36 hours` or `12 days`. */
export function describeAge(milliseconds: number, language: Language): string {
  const unit = milliseconds < 2 * HOUR ? "minute" : milliseconds < 2 * DAY ? "hour" : "day";
  const value = Math.floor(milliseconds / LENGTHS[unit]);
  return `${value} ${UNITS[language][unit][value === 1 ? 0 : 1]}`;
}

/** Returns the least whole percentage that `some` of `all` do not exceed. */
export function leastPercentage(some: number, all: number): number {
  const least = Math.ceil((some / all) * 100);
  return some > (least / 100) * all ? least + 1 : least;
}

/** Returns the name of a file made from a list, next to it: `base.clean.csv`. */
export function siblingName(list: string, kind: string, ending: string): string {
  return list.replace(/(\.[^./]+?)?(\.gz)?$/i, `.${kind}.${ending}`);
}

/** Formats a share above a limit, with enough decimals to differ from the limit. */
export function percentAbove(some: number, all: number, limit: number): string {
  const shown = [0, 1, 2, 3].map((decimals) => ((some / all) * 100).toFixed(decimals));
  return `${shown.find((text) => Number(text) > limit * 100) ?? shown.at(-1)!}%`;
}

/** Formats a share from 0 to 1: `12%`, `0.4%`. */
export function percent(share: number): string {
  const value = share * 100;
  return `${value >= 10 || Number.isInteger(value) ? Math.round(value) : value.toFixed(1)}%`;
}

/** Formats a count's share: never `0%` unless it is 0, never `100%` unless it is all. */
export function shareOf(count: number, of: number): string {
  if (count === 0 || of === 0) return "0%";
  const share = count / of;
  if (share < 0.0005) return "<0.1%";
  return share < 1 && share >= 0.995 ? ">99%" : percent(share);
}

/** Formats a length in bytes, or returns a digest. */
export function bytesOrDigest(value: number | string): string {
  return typeof value === "number" ? count(value, "byte", "bytes") : `SHA-256 ${value}`;
}

/** Returns `2 GiB`, `1.5 GiB`, `300 MiB`, `64 KiB`. */
export function sizeText(bytes: number): string {
  const gibibytes = bytes / 1024 ** 3;
  if (gibibytes >= 1) return `${Number.isInteger(gibibytes) ? gibibytes : gibibytes.toFixed(1)} GiB`;
  return bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} KiB` : `${Math.round(bytes / 1024 ** 2)} MiB`;
}

/** Returns `2026-11-25 08:30 (El Salvador)`. */
export function inElSalvador(date: Date): string {
  return `${clockInElSalvador(date).slice(0, 16).replace("T", " ")} (El Salvador)`;
}

/** Returns `2026-11-25T08:30:09-06:00`, for files. */
export function timestampInElSalvador(date: Date): string {
  return `${clockInElSalvador(date)}-06:00`;
}

/** Returns the local time, UTC-6 all year, as `2026-11-25T08:30:09`. */
function clockInElSalvador(date: Date): string {
  return new Date(date.getTime() - 6 * HOUR).toISOString().slice(0, 19);
}

/** Returns a delimiter as typed after --delimiter in a shell. */
export function shownDelimiter(delimiter: string): string {
  if (delimiter === "tab") return delimiter;
  return delimiter < " " ? `$'\\x${delimiter.charCodeAt(0).toString(16).padStart(2, "0")}'` : `'${delimiter}'`;
}
