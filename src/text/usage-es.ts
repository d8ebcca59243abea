// What is said of words that nobody knows among those that were typed, in Spanish.

import type { UsageErrors } from "./usage.js";

const orMeant = (nearest: string | undefined) => (nearest === undefined ? "" : `; ¿quiso decir "${nearest}"?`);

export const usageErrors: UsageErrors = {
  unknownOption: (option, nearest, help) => ({
    what: `opción desconocida ${option}${nearest === undefined ? "" : `; ¿quiso decir ${nearest}?`}`,
    hint: `${help} las muestra todas.`,
  }),
  missingValue: (option, help) => ({ what: `${option} necesita un valor`, hint: `${help} muestra cómo.` }),
  unknownCommand: (typed, nearest) => ({
    what: `"${typed}" no es un comando ni un archivo${orMeant(nearest)}`,
    hint: "svscrub help muestra los comandos.",
  }),
  unknownShell: (typed, nearest, shells) => ({
    what:
      typed === undefined
        ? `indique para qué shell: ${shells.join(", ")}`
        : `"${typed}" no es ninguno de los shells ${shells.join(", ")}${orMeant(nearest)}`,
    hint: "svscrub help completion muestra cómo instalar el script.",
  }),
};
