// What a verification finds, one thing at a time: what was looked at, and how it stands. text/ says it.

/**
 * `verified`: it is as the report says. `mismatch`: it is not. `gone`: the file is not there. `unchecked`: it can't be known.
 * `overtaken`: it was right, and is not to be used any more.
 * `not-now`: it is right, and is not to be used at this hour. `note`: worth knowing.
 */
export type Outcome = "verified" | "mismatch" | "gone" | "unchecked" | "overtaken" | "not-now" | "note";

/** By the code of each finding, its values: text/answers.ts adds them all. */
// biome-ignore lint/suspicious/noEmptyInterface: its members are declared where the sentences are.
export interface FindingValues {}

export type FindingCode = keyof FindingValues;

export type Finding = {
  [Code in FindingCode]: {
    standing: Outcome;
    /** The file as the report names it, or a part of the report. */
    subject: string;
    code: Code;
    values: FindingValues[Code];
  };
}[FindingCode];

/** Whether the finding keeps the run from being verified. */
export function isBad({ standing }: Finding): boolean {
  return standing === "mismatch" || standing === "gone" || standing === "overtaken" || standing === "not-now";
}

export function finding<Code extends FindingCode>(
  standing: Outcome,
  subject: string,
  code: Code,
  ...values: FindingValues[Code]
): Finding {
  // The values are the code's own, which TypeScript can't follow through the union.
  return { standing, subject, code, values } as Finding;
}
