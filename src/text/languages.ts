// The languages in which a person is spoken to.

export const LANGUAGES = ["es", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
