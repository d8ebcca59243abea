// What is said of words that nobody knows among those that were typed, in English.

import type { UsageErrors } from "./usage.js";

const orMeant = (nearest: string | undefined) => (nearest === undefined ? "" : `; did you mean "${nearest}"?`);

export const usageErrors: UsageErrors = {
  unknownOption: (option, nearest, help) => ({
    what: `unknown option ${option}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    hint: `${help} lists them all.`,
  }),
  missingValue: (option, help) => ({ what: `${option} needs a value`, hint: `${help} shows how.` }),
  unknownCommand: (typed, nearest) => ({
    what: `"${typed}" is neither a command nor a file${orMeant(nearest)}`,
    hint: "svscrub help lists the commands.",
  }),
  unknownShell: (typed, nearest, shells) => ({
    what:
      typed === undefined
        ? `name a shell: ${shells.join(", ")}`
        : `"${typed}" is none of the shells ${shells.join(", ")}${orMeant(nearest)}`,
    hint: "svscrub help completion shows how to install the script.",
  }),
};
