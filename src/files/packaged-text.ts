// Reads the package's own text files.

import { readFileSync } from "node:fs";

/** Returns a text by its path in src. In the bundle, the text replaces each call with a literal name. */
export function packagedText(name: string): string {
  return readFileSync(new URL(`../../src/${name}`, import.meta.url), "utf8");
}
