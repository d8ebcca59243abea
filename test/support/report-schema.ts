// The JSON Schemas of both reports, as they ship in the package: every report that any test's run writes is held to its own.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv, type ValidateFunction } from "ajv";

const SCHEMAS = {
  "evidence/report.schema.json": /^\{\s*"schema_version": \d+,\s*"tool": /,
  "audit/report.schema.json": /^\{\s*"schema_version": \d+,\s*"kind": "contact-audit",\s*"tool": /,
};
type SchemaName = keyof typeof SCHEMAS;

const compiled = new Map<SchemaName, ValidateFunction>();

/** What is wrong with it; undefined where nothing is. */
export function schemaErrors(
  report: unknown,
  name: SchemaName = "evidence/report.schema.json",
): ValidateFunction["errors"] | undefined {
  let fits = compiled.get(name);
  if (fits === undefined) {
    const file = fileURLToPath(new URL(`../../src/${name}`, import.meta.url));
    fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync(file, "utf8")));
    compiled.set(name, fits);
  }
  return fits(report) ? undefined : fits.errors;
}

/** Throws where a report does not fit. What is no report of svscrub's is none of its business. */
export function checkReport(name: string, text: string): void {
  for (const [schema, beginning] of Object.entries(SCHEMAS) as [SchemaName, RegExp][]) {
    const errors = beginning.test(text) ? schemaErrors(JSON.parse(text), schema) : undefined;
    if (errors) throw new Error(`${name} does not fit ${schema}: ${JSON.stringify(errors, null, 2)}`);
  }
}
