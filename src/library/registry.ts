// The registry of a program that stays up: what somebody asks for is durable before it is answered, by the command's
// own lock and rules, so that commands and other programs may write to the same files.

import { failing } from "./errors.js";
import type { Registry } from "./open-registry.js";
import type { RegistryOptions } from "./options.js";

/** Opens a registry, which is read once. One that can't be written or is no registry is a `ScrubError`. */
export function openRegistry(given: RegistryOptions): Promise<Registry> {
  return failing(async () => {
    // Loaded for whoever writes to one: programs that only ask start sooner.
    const { open } = await import("./open-registry.js");
    return open(given);
  });
}
