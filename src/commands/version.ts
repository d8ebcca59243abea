// The program's version, of which package.json has the only copy: the build writes it here, so that no bundle of the program
// looks for that file.

import { createRequire } from "node:module";

export const VERSION = (createRequire(import.meta.url)("../../package.json") as { version: string }).version;
