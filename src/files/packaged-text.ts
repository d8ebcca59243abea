// The package's own texts.

import { readFileSync } from "node:fs";

/** Returns a text by its path in src. In the bundle the text of a name that is written out stands in the place of the call. */
export function packagedText(name: string): string {
  return readFileSync(new URL(`../../src/${name}`, import.meta.url), "utf8");
}
