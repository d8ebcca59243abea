import { expect, test } from "vitest";
import { crowd } from "../support/crowd.js";

test("two followers and five writers, killed ten times, lose nothing that they acknowledged and double nothing, and who reads beside them never fails", async () => {
  const { kills, reads } = await crowd(10, 1);
  expect(kills).toBeGreaterThanOrEqual(10);
  expect(reads).toBeGreaterThan(0);
}, 120_000);
