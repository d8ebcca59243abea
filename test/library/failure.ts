// What a call of the library fails with.

import { expect } from "vitest";
import { ScrubError } from "../../src/library/index.js";

export async function failure(run: () => Promise<unknown>): Promise<ScrubError> {
  const failed = await run().catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(ScrubError);
  return failed as ScrubError;
}
