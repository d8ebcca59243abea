// Marks options in sentences, so that the command names one `--max-age dnc=30d` and the library `maxAge: "dnc=30d"`.

import { quote, shownDelimiter } from "./values.js";

/** A switch has a boolean; an option that is only named has no value. */
export type OptionValue = string | boolean | undefined;
export type SayOption = (name: string, value: OptionValue) => string;

/** A noncharacter of Unicode, which no name and no delimiter is. */
const MARK = "\ufdd0";
const MARKED = new RegExp(`${MARK}([^${MARK}]*)${MARK}([^${MARK}]*)${MARK}`, "g");
/** The marked values of a switch; a text begins with a `=`. */
const SWITCHED: Readonly<Record<string, boolean>> = { on: true, off: false };

/** Marks an option in a sentence. */
export function option(name: string, value?: OptionValue): string {
  const marked = typeof value === "string" ? `=${value}` : value === undefined ? "" : value ? "on" : "off";
  return MARK + name + MARK + marked + MARK;
}

/** Replaces the marked options of a sentence. */
export function sayOptions(text: string, say: SayOption): string {
  return text.replace(MARKED, (_, name: string, marked: string) =>
    say(name, marked.startsWith("=") ? marked.slice(1) : SWITCHED[marked]),
  );
}

/** Marks an error's value if it is an option as typed; returns any other text as it is. */
export function markedOption(text: string): string {
  const [, name, value] = /^--([a-z-]+)(?: (.*))?$/s.exec(text) ?? [];
  return name === undefined ? text : option(name, value);
}

const SHORT: Readonly<Record<string, string>> = { output: "-o", suppress: "-s" };

/** Names an option as typed. */
export const asTyped: SayOption = (name, value) => {
  if (value === false) return `--no-${name}`;
  if (typeof value !== "string") return `--${name}`;
  if (name === "headerless") return quote(`--no-header=${value}`);
  const typed = name === "delimiter" && value.length === 1 ? shownDelimiter(value) : quote(value);
  return `${SHORT[name] ?? `--${name}`} ${typed}`;
};

/** Returns the options about a list's header row. `name`: the list's, if they need one. */
export function headerRowAt(at: number, name: string | undefined): string {
  return option("header-row", name === undefined ? String(at) : `${name}=${at}`);
}

export function withoutHeader(name: string | undefined): string {
  return name === undefined ? option("header", false) : option("headerless", name);
}

/** Returns an error's value as typed if it is an option. */
export function typedOption(text: string): string {
  return sayOptions(text, (name) => `--${name}`);
}
