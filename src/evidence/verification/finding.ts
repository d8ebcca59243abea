// A finding of a verification: what was checked, and its result. text/ has the sentences.

import type { Sentences, ValuesOf } from "../../text/sentences.js";

type Verification = Sentences["verification"];

export interface Finding {
  /**
   * `verified`: it is as the report says. `mismatch`: it is not. `gone`: the file is not there. `unchecked`: it can't be
   * known. `overtaken`: it was right, and is not to be used now. `note`: worth knowing.
   */
  standing: keyof Verification["standings"];
  /** The file as the report names it, or a part of the report. */
  subject: string;
  code: keyof Verification["findings"];
  values: readonly unknown[];
}

export function finding<Code extends keyof Verification["findings"]>(
  standing: Finding["standing"],
  subject: string,
  code: Code,
  ...values: ValuesOf<Verification["findings"]>[Code]
): Finding {
  return { standing, subject, code, values };
}

/** Whether the finding keeps the run from being verified. */
export function isBad({ standing }: Finding): boolean {
  return standing === "mismatch" || standing === "gone" || standing === "overtaken";
}

/** The codes of a file that is there as it was. */
const FOUND = ["same-bytes", "grown-since", "found-below"];

/** What the findings come to. `gone`: files; `repeated`: the run was repeated, and gave what the report says. */
export function verdictOf(findings: readonly Finding[]) {
  const count = (standing: Finding["standing"]) => findings.filter((it) => it.standing === standing).length;
  const [mismatches, gone, overtaken] = [count("mismatch"), count("gone"), count("overtaken")];
  // Of a run of which no file is left, nothing is proven.
  const isWrong = mismatches + overtaken > 0 || (gone > 0 && !findings.some(({ code }) => FOUND.includes(code)));
  const verdict = isWrong ? "not-verified" : gone > 0 ? "but-for-files-gone" : "verified";
  const repeated = findings.some(({ code }) => code === "same-again");
  return { verdict, mismatches, gone, overtaken, repeated } as const;
}
