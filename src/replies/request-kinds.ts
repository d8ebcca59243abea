// The kinds of requests about one's own data, and complaints. A person answers them.

/** In the order of looking: a threat is a complaint, whatever else it speaks of. */
export const REQUEST_KINDS = ["complaint", "deletion", "opposition", "rectification", "access"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** Requests to stop using one's data, and so to stop contacting. */
export const ENDS_USE: ReadonlySet<RequestKind> = new Set(["deletion", "opposition"]);
