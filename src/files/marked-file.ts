// Files that this program alone may replace or remove without being asked: they begin with a mark of its own.

import fs from "node:fs";
import { readAt } from "./input.js";
import { kindOfPath } from "./paths.js";
import { attempt } from "./system-errors.js";

/** How far from the beginning of the file the mark may stand. */
const WITHIN = 1024;

/** What stands under the name: nothing, a file with the mark, or something else, which stays. */
export function markedFile(file: string, mark: string): "missing" | "ours" | "other" {
  const kind = kindOfPath(file);
  if (kind === "missing") return "missing";
  return kind === "file" && beginning(file).includes(mark) ? "ours" : "other";
}

/** Removes the file if it has the mark. What fails is let be: the next run tries again. */
export function removeMarked(file: string, mark: string): void {
  attempt(() => {
    if (markedFile(file, mark) === "ours") fs.rmSync(file, { force: true });
  });
}

function beginning(file: string): string {
  const descriptor = fs.openSync(file, "r");
  try {
    return readAt(descriptor, 0, WITHIN).toString("latin1");
  } finally {
    fs.closeSync(descriptor);
  }
}
