// An option in a sentence: its name and its value. The command line says `--max-age dnc=30d`, a program `maxAge:
// "dnc=30d"`.

import { quote, shownDelimiter } from "./values.js";

/** A switch is on or off; an option that is only named has no value. */
export type OptionValue = string | boolean | undefined;
export type SayOption = (name: string, value: OptionValue) => string;

const MARK = "\u0001";
const MARKED = new RegExp(`${MARK}([^${MARK}]*)${MARK}([^${MARK}]*)${MARK}`, "g");
/** What a switch has for a value; a text begins with a `=`. */
const SWITCHED: Readonly<Record<string, boolean>> = { on: true, off: false };

/** Marks an option in a sentence: how it is said, whoever says the sentence knows. */
export function option(name: string, value?: OptionValue): string {
  const marked = typeof value === "string" ? `=${value}` : value === undefined ? "" : value ? "on" : "off";
  return MARK + name + MARK + marked + MARK;
}

/** Says the options of a sentence. */
export function sayOptions(text: string, say: SayOption): string {
  return text.replace(MARKED, (_, name: string, marked: string) =>
    say(name, marked.startsWith("=") ? marked.slice(1) : SWITCHED[marked]),
  );
}

/** The value of a failure that is an option as it is typed, marked; every other text as it is. */
export function markedOption(text: string): string {
  const [, name, value] = /^--([a-z-]+)(?: (.*))?$/s.exec(text) ?? [];
  return name === undefined ? text : option(name, value);
}

const SHORT: Readonly<Record<string, string>> = { output: "-o", suppress: "-s" };

/** As it is typed. */
export const asTyped: SayOption = (name, value) => {
  if (value === false) return `--no-${name}`;
  if (typeof value !== "string") return `--${name}`;
  if (name === "headerless") return quote(`--no-header=${value}`);
  const typed = name === "delimiter" && value.length === 1 ? shownDelimiter(value) : quote(value);
  return `${SHORT[name] ?? `--${name}`} ${typed}`;
};

/** The options that say where a list's header is, or that it has none. `name`: that of the list, if they need one. */
export function headerRowAt(at: number, name: string | undefined): string {
  return option("header-row", name === undefined ? String(at) : `${name}=${at}`);
}

export function withoutHeader(name: string | undefined): string {
  return name === undefined ? option("header", false) : option("headerless", name);
}

/** A value of a failure as it is typed, where it is an option. */
export function typedOption(text: string): string {
  return sayOptions(text, (name) => `--${name}`);
}
