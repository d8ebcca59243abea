// What `svscrub help TOPIC` shows of a topic.

export interface Guide {
  /** The line in the list of topics. */
  line: string;
  parts: readonly GuidePart[];
}

/** A paragraph, or words with what each of them means. */
export interface GuidePart {
  title?: string;
  /** A program, which stands between text and entries as it is: the name of its file in src/commands/manual/. */
  program?: string;
  text?: string;
  entries?: readonly (readonly [term: string, text: string])[];
}
