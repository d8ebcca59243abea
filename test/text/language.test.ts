import { expect, test } from "vitest";
import { detectLanguage } from "../../src/text/language.js";

const CASES: [why: string, asked: string | undefined, environment: Record<string, string>, language: string][] = [
  ["--lang comes first", "es", { SVSCRUB_LANG: "en", LC_ALL: "en_US.UTF-8", LANG: "en_US.UTF-8" }, "es"],
  ["then SVSCRUB_LANG", undefined, { SVSCRUB_LANG: "en", LC_ALL: "es_SV.UTF-8", LANG: "es_SV.UTF-8" }, "en"],
  ["then LC_ALL", undefined, { LC_ALL: "es_SV.UTF-8", LC_MESSAGES: "en_US.UTF-8", LANG: "en_US.UTF-8" }, "es"],
  ["then LC_MESSAGES", undefined, { LC_MESSAGES: "es_SV.UTF-8", LANG: "en_US.UTF-8" }, "es"],
  ["then LANG", undefined, { LANG: "es_SV.UTF-8" }, "es"],
  ["an empty variable says nothing", undefined, { SVSCRUB_LANG: "", LC_ALL: "", LANG: "es" }, "es"],
  ["Spanish of any country is Spanish", undefined, { LANG: "ES-419" }, "es"],
  ["every other language is English", undefined, { LANG: "fr_FR.UTF-8" }, "en"],
  ["C is English", undefined, { LC_ALL: "C", LANG: "es_SV.UTF-8" }, "en"],
];
for (const [why, asked, environment, language] of CASES)
  test(why, () => expect(detectLanguage(asked, environment)).toBe(language));

test("without any word the system's language is one of the two", () => {
  expect(["en", "es"]).toContain(detectLanguage(undefined, {}));
});
