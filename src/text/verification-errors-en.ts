// What is wrong with a report or a log that can't be verified at all, in English: any run may be asked about one.

import type { VerificationErrors } from "./verification.js";

export const verificationErrors: VerificationErrors = {
  reportNotFound: () => ({
    what: "no such report",
    hint: "Check the spelling and the folder; a scrub writes X.audit.json beside X.csv.",
  }),
  badReport: () => ({
    what: "is no whole audit report of svscrub",
    hint: "It is another file, or it was changed or damaged. verify takes the .json report of a scrub.",
  }),
  newerReport: (version) => ({
    what: `is a report of schema version ${version}, which this svscrub does not know`,
    hint: "Verify it with the version of svscrub that made it, or a later one.",
  }),
  logNotFound: () => ({ what: "no such run log", hint: "Check the spelling and the folder." }),
};
