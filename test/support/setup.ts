// Runs before every test file.

import fc from "fast-check";
import { SEED } from "./draws.js";

fc.configureGlobal({ seed: SEED });
