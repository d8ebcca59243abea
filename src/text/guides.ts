// The type of what `svscrub help TOPIC` says: a topic missing in a language does not compile.

import type { guides } from "./en/guides.js";
import type { Guide } from "./guide.js";

export type GuideName = keyof typeof guides;

export type Guides = Readonly<Record<GuideName, Guide>>;
