// What a verification finds, one thing at a time: what was looked at, and how it stands. text/ says it.

/**
 * `verified`: it is as the report says. `mismatch`: it is not. `gone`: the file is not there. `unchecked`: it can't be known.
 * `overtaken`: it was right, and is not to be used any more. `note`: worth knowing.
 */
export type Outcome = "verified" | "mismatch" | "gone" | "unchecked" | "overtaken" | "note";

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
  return standing === "mismatch" || standing === "gone" || standing === "overtaken";
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

/** What the findings come to, the worst first: a file that is gone keeps nothing else from being as the report says. */
export type Verdict = "not-verified" | "overtaken" | "but-for-files-gone" | "not-answered" | "verified";

/** The codes of a file that is there as it was. */
const FOUND: ReadonlySet<string> = new Set(["same-bytes", "grown-since", "found-below"]);

/** `gone`: files. `repeated`: the run was repeated, and gave what the report says. */
export function summaryOf(findings: readonly Finding[]) {
  const count = (standing: Outcome) => findings.filter((it) => it.standing === standing).length;
  const has = (code: FindingCode) => findings.some((it) => it.code === code);
  const isUnanswered = has("nobody-to-ask");
  const mismatches = count("mismatch");
  const gone = count("gone") - (isUnanswered ? 1 : 0);
  const verdicts: [boolean, Verdict][] = [
    // Of a run of which no file is left, nothing is proven but that its report adds up.
    [mismatches > 0 || (gone > 0 && !findings.some(({ code }) => FOUND.has(code))), "not-verified"],
    [count("overtaken") > 0, "overtaken"],
    [gone > 0, "but-for-files-gone"],
    [isUnanswered, "not-answered"],
  ];
  const verdict = verdicts.find(([is]) => is)?.[1] ?? "verified";
  return { verdict, mismatches, gone, repeated: has("same-again") };
}
