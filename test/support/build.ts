// Before all tests: builds the program where its sources are newer, so that what is tested is what stands in src/.

import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
const BUILT = join(REPOSITORY, "dist/main.js");

export default function build(): void {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(join(REPOSITORY, "src"), { recursive: true, encoding: "utf8" });
  if (sources.some((name) => statSync(join(REPOSITORY, "src", name)).mtimeMs > built))
    execFileSync("npm", ["run", "--silent", "build"], { cwd: REPOSITORY, stdio: "inherit" });
}
