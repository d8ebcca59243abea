// Every command of four newcomers' walks, with the program as it is built.

import { describe, test } from "vitest";
import { BUILT } from "../support/walk.js";
import { WALKS } from "./newcomers.js";

describe("a newcomer meets no surprise", () => {
  for (const [who, walk] of Object.entries(WALKS)) test(who, () => walk(BUILT));
});
