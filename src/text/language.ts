// Detects the user's language, loads its sentences, and words errors and warnings.

import type { ScrubError, Warning } from "../errors.js";
import { LANGUAGES, type Language } from "./languages.js";
import { asTyped, markedOption, sayOptions } from "./options.js";
import type { CommonSentences, Manual, Sentences } from "./sentences.js";

interface Loaders {
  common(): Promise<CommonSentences>;
  all(): Promise<Sentences>;
  manual(): Promise<Manual>;
}

/** Loads only the sentences that are needed: start-up time counts. */
const LOADERS: Record<Language, Loaders> = {
  es: {
    common: async () => (await import("./es/sentences.js")).es,
    all: async () => (await import("./es/answers.js")).all,
    manual: async () => (await import("./es/manual.js")).manual,
  },
  en: {
    common: async () => (await import("./en/sentences.js")).en,
    all: async () => (await import("./en/answers.js")).all,
    manual: async () => (await import("./en/manual.js")).manual,
  },
};
const FALLBACK: Language = "en";

export function sentencesIn(language: Language): Promise<CommonSentences> {
  return LOADERS[language].common();
}

/** Loads the help texts that no option has. */
export function manualIn(language: Language): Promise<Manual> {
  return LOADERS[language].manual();
}

export function allSentencesIn(language: Language): Promise<Sentences> {
  return LOADERS[language].all();
}

/** Returns the language of --lang, else of the first variable that is set, else the system's: `es_SV.UTF-8` is Spanish. */
export function detectLanguage(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const { SVSCRUB_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const said = [asked, SVSCRUB_LANG, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "");
  const locale = (said ?? systemLocale()).toLowerCase();
  return LANGUAGES.find((language) => locale.startsWith(language)) ?? FALLBACK;
}

/** Returns the system's locale, from plural rules: other parts of Intl take ten times as long to load. */
function systemLocale(): string {
  return new Intl.PluralRules().resolvedOptions().locale;
}

export function sayWarning(warning: Warning, sentences: CommonSentences): string {
  // The code and its values come from one variant of Warning, which TypeScript can't follow through the lookup.
  const sentence = sentences.warnings[warning.code] as (...values: unknown[]) => string;
  return sentence(...warning.values);
}

/** Replaces a `|` in a value: the one in a sentence separates the error from its hint. */
const BAR = "\uFFFF";

/** Returns an error's text and hint. `say`: how options are named. */
export function sayError(
  error: ScrubError,
  sentences: CommonSentences,
  say = asTyped,
): { what: string; hint?: string } {
  // The name and its values come from one entry of ErrorSentences, which TypeScript can't follow through the lookup.
  const sentence = sentences.errors[error.sentence] as string | ((...values: unknown[]) => string);
  const values = error.values.map((value) => (typeof value === "string" ? markedOption(saidBack(value)) : value));
  const said = typeof sentence === "string" ? sentence : sentence(...values.map(withoutBars));
  const end = said.indexOf("|");
  const text = (part: string) => sayOptions(part.trim().replaceAll(BAR, "|"), say);
  return end < 0 ? { what: text(said) } : { what: text(said.slice(0, end)), hint: text(said.slice(end + 1)) };
}

function withoutBars(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("|", BAR);
  if (Array.isArray(value)) return value.map(withoutBars);
  if (!(value instanceof Object)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutBars(inner)]));
}

/** The longest path that is shown whole. */
const LONGEST_PATH = 4096;
const BEGINNING = 200;

/** Returns a name as messages show it. */
export function saidBack(name: string): string {
  return name.length <= LONGEST_PATH ? name : `${name.slice(0, BEGINNING)}…`;
}
