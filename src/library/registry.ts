// The registry of a program that stays up: what somebody asks for is durable before it is answered, by the command's own lock and
// rules, so that commands and other programs may write to the same files.

import type { MessageAnswer, RecordedAnswer } from "../commands/registry/answer.js";
import { failing } from "./errors.js";
import { checkGiven, REGISTRY_KINDS } from "./given.js";
import type { AddOptions, RegistryOptions } from "./options.js";

/** A registry that stays open. What comes in the same moment is written together. */
export interface Registry {
  /** Records what somebody asked for at the counter or on the phone, as of now. A number that is not exactly one is refused. */
  add(number: string, options?: AddOptions): Promise<RecordedAnswer>;
  /**
   * Records what a message asks for: the body of a provider's webhook, as an object, as URLSearchParams or as JSON. Once it
   * settles that is durable. A message that comes again is known. What can't be read waits for a person, and `error` says why.
   */
  import(message: object | string): Promise<MessageAnswer>;
  /** Waits for what was given, and takes nothing more. */
  close(): Promise<void>;
}

/** Opens a registry, which is read once. One that can't be written or is no registry is a `ScrubError`. */
export function openRegistry(given: RegistryOptions): Promise<Registry> {
  return failing(async () => {
    checkGiven("openRegistry", given, REGISTRY_KINDS, ["path", "review"]);
    // Loaded for whoever writes to one: programs that only ask start sooner.
    const { open } = await import("./open-registry.js");
    return open(given);
  });
}
