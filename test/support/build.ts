// Before all tests: builds the program where its sources are newer, so that what is tested is what stands in src/.

import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
/** The modules and the program that is made of them: a build that failed between leaves the one without the other. */
const BUILT = ["dist/main.js", "dist/bundle/main.js"];
const MADE_BY = ["bundle.mjs", "declarations.mjs", "tsconfig.build.json"];

export default function build(): void {
  const writtenAt = (name: string) => statSync(join(REPOSITORY, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const built = Math.min(...BUILT.map(writtenAt));
  const sources = readdirSync(join(REPOSITORY, "src"), { recursive: true, encoding: "utf8" });
  if ([...MADE_BY, ...sources.map((name) => join("src", name))].some((name) => writtenAt(name) > built))
    execFileSync("npm", ["run", "--silent", "build"], { cwd: REPOSITORY, stdio: "inherit" });
}
