// svscrub inside another program: may this number be contacted, what does this text say, and a whole scrub. The same rules as the
// command's, by the same functions. Nothing is printed, no signal is caught, and the process is not touched.

import "./packages.js";

export type { ListDoubt, NumberAnswer, NumberReading } from "../scrub/answer.js";
export type { Channel } from "../suppression/event.js";
export { ScrubError } from "./errors.js";
export type { CampaignOptions, ForLists, ListOptions, Lists, ScrubOptions, SuppressionOptions } from "./options.js";
export { type AuditReport, scrub } from "./scrub.js";
export { openSuppression, readNumber, type Suppression } from "./suppression.js";
