// The type of what `svscrub help TOPIC` says: a topic missing in a language does not compile.

import type { guides } from "./guides-en.js";

export interface Guide {
  /** The line in the list of topics. */
  line: string;
  parts: readonly GuidePart[];
}

/** A paragraph, or words with what each of them means. */
export interface GuidePart {
  title?: string;
  text?: string;
  entries?: readonly (readonly [term: string, text: string])[];
}

export type GuideName = keyof typeof guides;

export type Guides = Readonly<Record<GuideName, Guide>>;
