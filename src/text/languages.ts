// The program's languages.

export const LANGUAGES = ["es", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
/** Languages in which fixed words, which are English, have other names. */
export type OtherLanguage = Exclude<Language, "en">;
