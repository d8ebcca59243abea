// Phrases over fields of meaning. A phrase is read from left to right, one element a word:
//   `field`, `=word`, joined by `|` for a choice; `a|b.form` either in that form, `.x+y` in one of both, `&me` with that pronoun
//   `?` may be missing · `~` up to four small words · `~~` up to six words of any kind but a refusal · `END` the clause's end
// Phrases never cross the end of a clause.

import { type Field, type Fields, fieldsOf, isField } from "./fields.js";
import { LEVEL, type Word } from "./lexicon.js";
import type { Message, Token } from "./tokens.js";
import { FORMS, type FormName } from "./verbs.js";

interface Term {
  low: number;
  high: number;
  form: number;
  /** Bits that a word must have, too. */
  with: number;
}

interface Element {
  kind: "word" | "gap" | "wide" | "end";
  terms: readonly Term[];
  words: ReadonlySet<string>;
  optional: boolean;
  /** The fields of all its terms. */
  low: number;
  high: number;
}

const GROUPS: Phrases[] = [];

/** Phrases that mean the same. */
export class Phrases {
  readonly #phrases: readonly Phrase[];
  readonly #number = GROUPS.push(this) - 1;
  /** The rarest field that each phrase needs: a message with none of them has none but the loose phrases. */
  readonly #low: number;
  readonly #high: number;

  constructor(...texts: readonly string[]) {
    this.#phrases = texts.map((text, number) => new Phrase(text, number));
    this.#low = this.#phrases.reduce((bits, { rarest }) => bits | rarest.low, 0);
    this.#high = this.#phrases.reduce((bits, { rarest }) => bits | rarest.high, 0);
  }

  /** Calls `found` for each phrase of the message, with its first word, the one behind it and its place in the group, until it returns true. */
  each({ tokens, low, high }: Message, found: (start: number, end: number, number: number) => unknown): boolean {
    const mayBeAll = ((low & this.#low) | (high & this.#high)) !== 0;
    for (let start = 0; start < tokens.length; start++) {
      const { word } = tokens[start]!;
      if (word.beginning.length !== GROUPS.length) noteBeginnings(word);
      const noted = word.beginning[this.#number] as Beginning | undefined;
      if (noted === undefined) continue;
      const beginning = mayBeAll ? noted.all : noted.loose;
      for (let i = 0; i < beginning.length; i++) {
        const phrase = beginning[i]!;
        if (!phrase.mayBeIn(low, high)) continue;
        const end = phrase.at(tokens, start);
        if (end !== undefined && found(start, end, phrase.number) === true) return true;
      }
    }
    return false;
  }

  areIn(message: Message): boolean {
    return this.each(message, STOP_AT_FIRST);
  }

  beginningWith(word: Word): Beginning | undefined {
    const all = this.#phrases.filter((phrase) => phrase.mayBeginWith(word));
    return all.length === 0 ? undefined : { all, loose: all.filter(({ rarest }) => (rarest.low | rarest.high) === 0) };
  }
}

/** The phrases of a group that a word may begin; `loose`: those that name words only, or frequent fields. */
interface Beginning {
  all: readonly Phrase[];
  loose: readonly Phrase[];
}

const STOP_AT_FIRST = () => true;

/** Notes which phrases a word may begin, once for all groups: they are made when the modules are loaded. */
function noteBeginnings(word: Word): void {
  GROUPS.forEach((group, number) => {
    word.beginning[number] = group.beginningWith(word);
  });
}

class Phrase {
  readonly #elements: readonly Element[];
  /** Fields of which one must be somewhere, two integers each; the rarer ones first. */
  readonly #needed: Int32Array;
  /** A field that it needs and that few messages have; no bit where it needs none. */
  readonly rarest: Fields;

  constructor(
    text: string,
    readonly number: number,
  ) {
    this.#elements = text.split(" ").map(elementOf);
    const needed = this.#elements.filter(
      ({ kind, optional, words }) => kind === "word" && !optional && words.size === 0,
    );
    needed.sort((one, other) => frequencyOf(one) - frequencyOf(other));
    this.rarest = needed[0] !== undefined && frequencyOf(needed[0]) === 0 ? needed[0] : NO_FIELD;
    this.#needed = Int32Array.from(needed.flatMap(({ low, high }) => [low, high]));
  }

  mayBeginWith(word: Word): boolean {
    for (const element of this.#elements) {
      if (element.kind !== "word") return true;
      if (fits(word, element)) return true;
      if (!element.optional) return false;
    }
    return true;
  }

  /** Quick: false where a field that it needs is nowhere in the message. */
  mayBeIn(low: number, high: number): boolean {
    const needed = this.#needed;
    for (let at = 0; at < needed.length; at += 2) if (!((low & needed[at]!) | (high & needed[at + 1]!))) return false;
    return true;
  }

  /** Returns where it ends if it begins at `start`; undefined where it does not. */
  at(tokens: readonly Token[], start: number): number | undefined {
    return this.#match(tokens, start, 0, start);
  }

  #match(tokens: readonly Token[], at: number, index: number, start: number): number | undefined {
    const element = this.#elements[index];
    if (element === undefined) return at;
    const token = tokens[at];
    const inside = token !== undefined && (at === start || !token.begins);
    if (element.kind === "end") return inside ? undefined : this.#match(tokens, at, index + 1, start);
    if (element.kind !== "word") {
      const longest = element.kind === "gap" ? 4 : 6;
      for (let gap = 0; gap <= longest; gap++) {
        const end = this.#match(tokens, at + gap, index + 1, start);
        if (end !== undefined) return end;
        const skipped = tokens[at + gap];
        if (skipped === undefined || (at + gap > start && skipped.begins) || !maySkip(skipped, element.kind))
          return undefined;
      }
      return undefined;
    }
    if (inside && fits(token.word, element)) {
      const end = this.#match(tokens, at + 1, index + 1, start);
      if (end !== undefined) return end;
    }
    return element.optional ? this.#match(tokens, at, index + 1, start) : undefined;
  }
}

const NO_FIELD: Fields = { low: 0, high: 0 };
const FREQUENT = fieldsOf([
  "me",
  "cl",
  "que",
  "de",
  "prep",
  "det",
  "ya",
  "more",
  "yours",
  "mine",
  "small",
  "favor",
  "want",
  "can",
  "be",
  "topic",
]);
function frequencyOf({ low, high }: Element): number {
  return ((low & FREQUENT.low) | (high & FREQUENT.high)) === 0 ? 0 : 1;
}

const NO = fieldsOf(["no"]);
/** Small words that say who does it, or whether: never passed over. */
const TELLING = fieldsOf(["can", "be", "go", "keep", "again", "want", "ask", "have", "give", "no"]);

function maySkip({ word }: Token, kind: "gap" | "wide"): boolean {
  if (kind === "wide") return !((word.low & NO.low) | (word.high & NO.high));
  const isFavor = word.level === LEVEL.small || ((word.low & FAVOR.low) | (word.high & FAVOR.high)) !== 0;
  const isTelling = ((word.low & TELLING.low) | (word.high & TELLING.high)) !== 0;
  return isFavor && (!isTelling || ((word.low & DET.low) | (word.high & DET.high)) !== 0);
}
const DET = fieldsOf(["det"]);
const FAVOR = fieldsOf(["favor", "small", "more", "det", "de", "prep", "que", "me", "cl", "mine", "yours", "ya"]);

function fits(word: Word, element: Element): boolean {
  if (element.words.has(word.text)) return true;
  for (const term of element.terms)
    if (
      ((word.low & term.low) | (word.high & term.high)) !== 0 &&
      (term.form === 0 || (word.form & term.form) !== 0) &&
      (word.form & term.with) === term.with
    )
      return true;
  return false;
}

function elementOf(text: string): Element {
  const bare = { terms: [], words: new Set<string>(), optional: false, low: 0, high: 0 };
  if (text === "~") return { ...bare, kind: "gap" };
  if (text === "~~") return { ...bare, kind: "wide" };
  if (text === "END") return { ...bare, kind: "end" };
  const optional = text.endsWith("?");
  const choices = text.replace(/\?$/, "").split("|");
  const words = new Set(choices.filter((choice) => choice.startsWith("=")).map((choice) => choice.slice(1)));
  const fields = choices.filter((choice) => !choice.startsWith("="));
  const forms = /\..*$/.exec(fields.at(-1) ?? "")?.[0] ?? "";
  const terms = fields.map((field) => termOf(field.includes(".") ? field : field + forms));
  const low = terms.reduce((bits, term) => bits | term.low, 0);
  const high = terms.reduce((bits, term) => bits | term.high, 0);
  return { kind: "word", terms, words, optional, low, high };
}

function termOf(text: string): Term {
  const [field, forms = ""] = text.split(".") as [string, string?];
  if (!isField(field)) throw new Error(`no field ${field}`);
  const [either, ...all] = forms.split("&");
  return { ...fieldsOf([field as Field]), form: bitsOf(either!.split("+")), with: bitsOf(all) };
}

function bitsOf(names: readonly string[]): number {
  return names.reduce((bits, name) => bits | (name === "" ? 0 : FORMS[name as FormName]), 0);
}
