// Runs before every test file.

import fc from "fast-check";
import { watchLaws } from "../fuzz/recording.js";
import { SEED } from "./draws.js";

fc.configureGlobal({ seed: SEED });

const { SVSCRUB_FUZZ_NOTES: notes, SVSCRUB_FUZZ_SAVE: folder } = process.env;
if (notes !== undefined && folder !== undefined) watchLaws(notes, folder);
