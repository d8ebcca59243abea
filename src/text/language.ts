// Which language a person is spoken to in, and a warning in it.

import type { CommonSentences, Sentences, Warning } from "./sentences.js";

export type Language = "en" | "es";

// Only the language that is spoken is loaded, and of it what is said: start-up time counts.

export async function sentencesIn(language: Language): Promise<CommonSentences> {
  return language === "es" ? (await import("./es.js")).es : (await import("./en.js")).en;
}

export async function allSentencesIn(language: Language): Promise<Sentences> {
  return (language === "es" ? await import("./all-es.js") : await import("./all-en.js")).all;
}

/** The language asked for with --lang, else the first variable that is set, else the system's; Spanish for `es*`, else English. */
export function detectLanguage(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const { SVSCRUB_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const said = [asked, SVSCRUB_LANG, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "");
  return /^es/i.test(said ?? systemLocale()) ? "es" : "en";
}

/** Of all that tells it, plural rules load the least: dates, numbers and collation take ten times as long. */
function systemLocale(): string {
  return new Intl.PluralRules().resolvedOptions().locale;
}

export function sayWarning(warning: Warning, sentences: CommonSentences): string {
  // The code and its values come from one variant of Warning, which TypeScript can't follow through the lookup.
  const sentence = sentences.warnings[warning.code] as (...values: unknown[]) => string;
  return sentence(...warning.values);
}
