// svscrub inside another program: may this number be contacted, what does this text say, and a whole scrub. The
// command's rules, by the same functions. Nothing is printed, no signal is caught, and the process is not touched.

import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { knowForeignNumbers } from "../phone/foreign.js";
import { failing } from "./errors.js";
import type { Registry } from "./open-registry.js";
import type { RegistryOptions } from "./options.js";

export type { MessageAnswer, RecordedAnswer } from "../registry/follow.js";
export type { ListDoubt, NumberAnswer, NumberReading } from "../scrub/answer.js";
export type { Channel } from "../suppression/event.js";
export { ScrubError } from "./errors.js";
export type { Registry } from "./open-registry.js";
export type {
  AddOptions,
  CampaignOptions,
  ForLists,
  ListOptions,
  Lists,
  RegistryOptions,
  ScrubOptions,
  SuppressionOptions,
} from "./options.js";
export { type AuditReport, scrub } from "./scrub.js";
export { openSuppression, readNumber, type Suppression } from "./suppression.js";

// The command loads this package where a run needs it. Here it is imported, so that bundlers find it.
knowForeignNumbers({ parsePhoneNumberFromString });

/**
 * Opens a registry, which is read once: what somebody asks for is durable before it is answered, and commands and other
 * programs may write to the same files. One that can't be written or is no registry is a `ScrubError`.
 */
export function openRegistry(given: RegistryOptions): Promise<Registry> {
  // Loaded for whoever writes to one: programs that only ask start sooner.
  return failing(async () => (await import("./open-registry.js")).open(given));
}
