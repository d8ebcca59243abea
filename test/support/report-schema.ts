// The JSON Schema of the audit report, as it ships in the package: every report that any test's run writes is held to it.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";

const SCHEMA = fileURLToPath(new URL("../../src/evidence/report.schema.json", import.meta.url));

let compiled: ValidateFunction | undefined;

/** What is wrong with it; undefined where nothing is. */
export function schemaErrors(report: unknown): ValidateFunction["errors"] | undefined {
  compiled ??= new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));
  return compiled(report) ? undefined : compiled.errors;
}

/** Throws where a report does not fit. What is no report of svscrub's is none of its business. */
export function checkReport(name: string, text: string): void {
  if (!/^\{\s*"schema_version": \d+,\s*"tool": /.test(text)) return;
  const errors = schemaErrors(JSON.parse(text));
  if (errors) throw new Error(`${name} does not fit report.schema.json: ${JSON.stringify(errors, null, 2)}`);
}
