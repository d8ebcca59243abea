// Which language a person is spoken to in, and a warning in it.

import type { ScrubError, Warning } from "../errors.js";
import { LANGUAGES, type Language } from "./languages.js";
import type { Manual } from "./manual.js";
import { asTyped, markedOption, sayOptions } from "./options.js";
import type { Sentence } from "./sentence.js";
import type { CommonSentences, Sentences } from "./sentences.js";

interface Loaders {
  common(): Promise<CommonSentences>;
  all(): Promise<Sentences>;
  manual(): Promise<Manual>;
}

/** Loads a language: only the one that is spoken, and of it what is said: start-up time counts. */
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

/** Loads what is said beside the options, for whoever asks for help. */
export function manualIn(language: Language): Promise<Manual> {
  return LOADERS[language].manual();
}

export function allSentencesIn(language: Language): Promise<Sentences> {
  return LOADERS[language].all();
}

/** The language asked for with --lang, else the first variable that is set, else the system's: `es_SV.UTF-8` is Spanish. */
export function detectLanguage(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const { SVSCRUB_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const said = [asked, SVSCRUB_LANG, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "");
  const locale = (said ?? systemLocale()).toLowerCase();
  return LANGUAGES.find((language) => locale.startsWith(language)) ?? FALLBACK;
}

/**
 * Returns the system's locale. Of all that tells it, plural rules load the least: dates, numbers and collation take ten
 * times as long.
 */
function systemLocale(): string {
  return new Intl.PluralRules().resolvedOptions().locale;
}

export function sayWarning(warning: Warning, sentences: CommonSentences): string {
  // The code and its values come from one variant of Warning, which TypeScript can't follow through the lookup.
  const sentence = sentences.warnings[warning.code] as (...values: unknown[]) => string;
  return sentence(...warning.values);
}

/** What it says in a language. `say`: how it names options. */
export function sayError(error: ScrubError, sentences: CommonSentences, say = asTyped): Sentence {
  // The name and its values come from one entry of ErrorSentences, which TypeScript can't follow through the lookup.
  const sentence = sentences.errors[error.sentence] as (...values: unknown[]) => Sentence;
  const values = error.values.map((value) => (typeof value === "string" ? markedOption(saidBack(value)) : value));
  const { what, hint } = sentence(...values);
  return { what: sayOptions(what, say), ...(hint !== undefined && { hint: sayOptions(hint, say) }) };
}

/** The length of the longest path that is shown whole. */
const LONGEST_PATH = 4096;
const BEGINNING = 200;

/** A name as a message says it. */
export function saidBack(name: string): string {
  return name.length <= LONGEST_PATH ? name : `${name.slice(0, BEGINNING)}…`;
}
