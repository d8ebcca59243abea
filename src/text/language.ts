// Which language a person is spoken to in.

import { en } from "./en.js";
import { es } from "./es.js";
import type { Sentences } from "./sentences.js";

export const LANGUAGES: Readonly<Record<"en" | "es", Sentences>> = { en, es };
export type Language = keyof typeof LANGUAGES;

/** The language asked for with --lang, else the first variable that is set, else the system's; Spanish for `es*`, else English. */
export function detectLanguage(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const { SVSCRUB_LANG, LC_ALL, LC_MESSAGES, LANG } = environment;
  const said = [asked, SVSCRUB_LANG, LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== "");
  return /^es/i.test(said ?? systemLocale()) ? "es" : "en";
}

function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
