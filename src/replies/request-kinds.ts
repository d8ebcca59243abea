// Requests about one's own data (access, rectification, deletion, opposition) and complaints: a person answers them.

/** In the order in which they are looked for: a threat is a complaint whatever else it speaks of. */
export const REQUEST_KINDS = ["complaint", "deletion", "opposition", "rectification", "access"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What is asked for is an end to the use of one's data, and so to our contacting. */
export const ENDS_USE: ReadonlySet<RequestKind> = new Set(["deletion", "opposition"]);
