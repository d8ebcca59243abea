// svscrub inside another program: may this number be contacted, what does this text say, and a whole scrub. The
// command's rules, by the same functions. Nothing is printed, no signal is caught, and the process is not touched.

import "./packages.js";

export type { MessageAnswer, RecordedAnswer } from "../commands/registry/answer.js";
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
export { openRegistry } from "./registry.js";
export { type AuditReport, scrub } from "./scrub.js";
export { openSuppression, readNumber, type Suppression } from "./suppression.js";
