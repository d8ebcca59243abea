// Which failures the library can meet: by the modules that it may load.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { REPOSITORY } from "./workdir.js";

/** The kinds of failures of every module that the library may load. */
export function failureKinds(): Set<string> {
  const seen = new Set<string>();
  const kinds = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    const source = readFileSync(file, "utf8");
    for (const [, kind = ""] of source.matchAll(/new (?:ScrubError|Failure)\(\s*[\w.]+,\s*"(\w+)"/g)) kinds.add(kind);
    const imports = /^(?:import|export)\s+(?!type\b)[^;]*?from "(\.[^"]+)\.js"|import\("(\.[^"]+)\.js"\)/gm;
    for (const [, from, late = ""] of source.matchAll(imports))
      walk(path.join(path.dirname(file), `${from ?? late}.ts`));
  };
  walk(path.join(REPOSITORY, "src/library/index.ts"));
  // The screen's, and the demo's.
  for (const kind of ["closedPipe", "folderExists"]) kinds.delete(kind);
  return kinds;
}
