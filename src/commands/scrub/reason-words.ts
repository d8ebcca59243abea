// The reasons of a removed record in words, for people who open the workbook: beside their codes, which scripts read.

import type { Reason, TellingReason } from "../../scrub/disposition.js";
import type { ReasonWords } from "../../scrub/run.js";
import { allSentencesIn } from "../../text/language.js";
import type { Language, OtherLanguage } from "../../text/languages.js";

/** The names of the columns. English codes are words already. */
const COLUMN: Readonly<Record<OtherLanguage, string>> = { es: "svscrub_motivo" };

/** The language of the column in words of a run that speaks `language`; undefined where it has none. */
export function wordsLanguage(language: Language): OtherLanguage | undefined {
  return language === "en" ? undefined : language;
}

export async function reasonWords(language: OtherLanguage): Promise<ReasonWords> {
  // Loaded for workbooks only: start-up time counts.
  const { check, page, summary } = await allSentencesIn(language);
  const untold: Readonly<Record<Exclude<Reason, TellingReason>, string>> = {
    "opted-out": check.because.suppressed,
    "says-no": check.because.suppressed,
    "may-say-no": check.because.suppressed,
    duplicate: page.meaning.duplicate,
    foreign: check.because.foreign,
  };
  const telling = Object.keys(page.fixes) as TellingReason[];
  const words = new Map<string, string>([
    ...Object.entries(untold),
    ...telling.map((reason) => [reason, summary.reason(reason, 1)] as const),
  ]);
  return { name: COLUMN[language], words };
}
