import { expect, test } from "vitest";
import { crowd } from "../support/crowd.js";

test("two followers and five writers, killed twenty times, lose nothing that they acknowledged and double nothing, and who reads beside them never fails", async () => {
  const { kills, reads } = await crowd(20, 1);
  expect(kills).toBeGreaterThanOrEqual(20);
  expect(reads).toBeGreaterThan(0);
}, 120_000);
