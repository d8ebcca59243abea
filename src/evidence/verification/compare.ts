// Two trees of values side by side: what a report says, and what is found again.

import { type Finding, finding, type Outcome } from "./finding.js";

/** The leaves in which the two differ. A text is not shown: in a report that was edited it could be anything. */
export function* compare(said: unknown, found: unknown, where: string, standing: Outcome): Generator<Finding> {
  if (isTree(said) && isTree(found)) {
    for (const name of new Set([...Object.keys(said), ...Object.keys(found)]))
      yield* compare(said[name], found[name], where === "" ? name : `${where}.${name}`, standing);
    return;
  }
  if (said === found) return;
  if (typeof said === "number" && typeof found === "number")
    yield finding(standing, where, "count-differs", said, found);
  else yield finding(standing, where, "differs-again");
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
