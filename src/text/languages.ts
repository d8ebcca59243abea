// The languages in which a person is spoken to.

export const LANGUAGES = ["es", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
/** Those in which the fixed words, which are English, are said otherwise. */
export type OtherLanguage = Exclude<Language, "en">;
