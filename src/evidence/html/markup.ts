// HTML in which every value is escaped: a value in a template is text, unless a template made it.

/** Markup, to be put into other markup as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | Markup | readonly Markup[];

/** `markup`<td>${name}</td>``: text becomes text, markup stays, a list of markup is joined. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.reduce((text, part, i) => text + written(values[i - 1]!) + part));
}

export const NOTHING = new Markup("");

function written(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === "object") return value.map(({ text }) => text).join("");
  return escaped(String(value));
}

/** Escapes a text, also for attributes. Drops characters that no document may hold, or that reverse the reading direction. */
function escaped(text: string): string {
  return text
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
