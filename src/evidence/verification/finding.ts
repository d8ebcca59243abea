// A finding of a verification: what was checked, and its result. text/ has the sentences.

import type { Sentences, ValuesOf } from "../../text/sentences.js";

type Verification = Sentences["verification"];

export interface Finding {
  /**
   * `verified`: as the report says. `mismatch`: not as the report says. `gone`: the file is not there. `unchecked`: can't be
   * known. `overtaken`: was right, but must not be used now. `note`: worth knowing.
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

/** Whether a finding prevents that the run is verified. */
export function isBad({ standing }: Finding): boolean {
  return standing === "mismatch" || standing === "gone" || standing === "overtaken";
}

/** The codes of files that are there, with their bytes of then. */
const FOUND = ["same-bytes", "grown-since", "found-below"];

/** Returns the verdict of all findings. `gone`: missing files; `repeated`: whether a repeated run gave the same. */
export function verdictOf(findings: readonly Finding[]) {
  const count = (standing: Finding["standing"]) => findings.filter((it) => it.standing === standing).length;
  const [mismatches, gone, overtaken] = [count("mismatch"), count("gone"), count("overtaken")];
  // If no file of a run is left, nothing is proven.
  const isWrong = mismatches + overtaken > 0 || (gone > 0 && !findings.some(({ code }) => FOUND.includes(code)));
  const verdict = isWrong ? "not-verified" : gone > 0 ? "but-for-files-gone" : "verified";
  const repeated = findings.some(({ code }) => code === "same-again");
  return { verdict, mismatches, gone, overtaken, repeated } as const;
}
