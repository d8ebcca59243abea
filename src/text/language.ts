// Which language a person is spoken to in, and a warning in it.

import type { Guides } from "./guides.js";
import type { Manual } from "./manual.js";
import type { CommonSentences, Sentences, Warning } from "./sentences.js";

/** Loads a language: only the one that is spoken, and of it what is said: start-up time counts. */
const LOADERS = {
  es: {
    common: async (): Promise<CommonSentences> => (await import("./es.js")).es,
    all: async (): Promise<Sentences> => (await import("./all-es.js")).all,
    manual: async (): Promise<Manual> => (await import("./manual-es.js")).manual,
    guides: async (): Promise<Guides> => (await import("./guides-es.js")).guides,
  },
  en: {
    common: async (): Promise<CommonSentences> => (await import("./en.js")).en,
    all: async (): Promise<Sentences> => (await import("./all-en.js")).all,
    manual: async (): Promise<Manual> => (await import("./manual-en.js")).manual,
    guides: async (): Promise<Guides> => (await import("./guides-en.js")).guides,
  },
};
export type Language = keyof typeof LOADERS;
export const LANGUAGES = Object.keys(LOADERS) as Language[];
const FALLBACK: Language = "en";

export function sentencesIn(language: Language): Promise<CommonSentences> {
  return LOADERS[language].common();
}

/** Loads what is said beside the options, for whoever asks for help. */
export function manualIn(language: Language): Promise<Manual> {
  return LOADERS[language].manual();
}

/** Loads the topics, for whoever asks for help about one. */
export function guidesIn(language: Language): Promise<Guides> {
  return LOADERS[language].guides();
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
