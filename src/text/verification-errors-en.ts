// What is wrong with a report that can't be verified at all, in English: any run may be asked about one.

import type { VerificationErrors } from "./verification.js";

export const verificationErrors: VerificationErrors = {
  badReport: () => ({
    what: "is no whole audit report of svscrub",
    hint: "It is another file, or it was changed or damaged. verify takes the .json report of a scrub.",
  }),
  newerReport: (version) => ({
    what: `is a report of schema version ${version}, which this svscrub does not know`,
    hint: "Verify it with the version of svscrub that made it, or a later one.",
  }),
};
