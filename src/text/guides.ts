// The topics of `svscrub help TOPIC`; their texts are in guides/TOPIC.md of each language.

export const GUIDES = [
  ...(["columns", "dispositions", "suppression", "workbooks", "report", "proof", "messages", "contacts"] as const),
  "exit-codes",
] as const;
export type GuideName = (typeof GUIDES)[number];
