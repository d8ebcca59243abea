// The library: checks numbers, reads texts and scrubs lists by the command's own functions. It prints nothing, catches no
// signal and leaves the process alone.

import { PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/core";
import plans from "libphonenumber-js/max/metadata";
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

// Imported here so that bundlers find it; the command loads it when a run needs it.
knowForeignNumbers({ PhoneNumber, parsePhoneNumberFromString, plans });

/**
 * Opens a registry and reads it once. Every request is durable before it is answered; commands and other programs may write to
 * the same files. Throws a `ScrubError` if the file can't be written or is no registry.
 */
export function openRegistry(given: RegistryOptions): Promise<Registry> {
  // Loaded when needed: programs that only check numbers start sooner.
  return failing(async () => (await import("./open-registry.js")).open(given));
}
