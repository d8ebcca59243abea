// What made a report beside what verifies it: of another version or numbering plan, differences are nobody's fault.

import { PLAN_DIGEST, PLAN_LIBRARY_VERSION } from "../../phone/plan.js";
import type { AuditReport } from "../report.js";
import { type Finding, finding } from "./finding.js";

/** Names a version or numbering plan that is not the report's. */
export function verifyTool(tool: AuditReport["tool"], version: string): Finding[] {
  const findings: Finding[] = [];
  if (tool.numbering_plan !== PLAN_DIGEST) findings.push(finding("unchecked", "", "other-plan"));
  if (tool.version !== version) findings.push(finding("unchecked", "", "other-tool", tool.version, version));
  if (findings.length === 0 && tool.libphonenumber_js !== PLAN_LIBRARY_VERSION)
    return [finding("mismatch", "tool.libphonenumber_js", "does-not-fit")];
  return findings;
}
