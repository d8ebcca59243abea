// The topics of `svscrub help TOPIC`. What each says stands in guides/TOPIC.md of a language.

export const GUIDES = [
  ...(["columns", "dispositions", "suppression", "workbooks", "report", "proof", "messages", "contacts"] as const),
  "exit-codes",
] as const;
export type GuideName = (typeof GUIDES)[number];
