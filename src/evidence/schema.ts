// Whether a value fits a JSON Schema, as far as the audit report's own schema goes: its keywords and no others.

import { createRequire } from "node:module";

interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  oneOf?: readonly Schema[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: Schema;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  propertyNames?: Schema;
  additionalProperties?: boolean | Schema;
  definitions?: Readonly<Record<string, Schema>>;
}

/** The paths of the schemas in the package. */
const SCRUB_SCHEMA = "../../src/evidence/report.schema.json";
const CONTACT_AUDIT_SCHEMA = "../../src/audit/report.schema.json";

/** The `kind` of the report of an audit of contacts, which has another shape. */
export const CONTACT_AUDIT = "contact-audit";

/** Whether the value has the shape of the report of a scrub, or of an audit of contacts. */
export function fitsReportSchema(value: unknown, kind: "scrub" | "contact-audit"): boolean {
  const file = kind === "scrub" ? SCRUB_SCHEMA : CONTACT_AUDIT_SCHEMA;
  const schema = createRequire(import.meta.url)(file) as Schema;
  return fits(value, schema, schema);
}

function fits(value: unknown, schema: Schema, root: Schema): boolean {
  if (schema.$ref !== undefined)
    return fits(value, root.definitions![schema.$ref.replace("#/definitions/", "")]!, root);
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isA(type, value))) return false;
  if ("const" in schema && value !== schema.const) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (schema.oneOf !== undefined && schema.oneOf.filter((one) => fits(value, one, root)).length !== 1) return false;
  if (typeof value === "string") return schema.pattern === undefined || new RegExp(schema.pattern, "u").test(value);
  if (typeof value === "number")
    return (
      value >= (schema.minimum ?? Number.NEGATIVE_INFINITY) && value <= (schema.maximum ?? Number.POSITIVE_INFINITY)
    );
  if (Array.isArray(value))
    return (
      value.length >= (schema.minItems ?? 0) &&
      value.every((item) => schema.items === undefined || fits(item, schema.items, root))
    );
  return typeof value !== "object" || value === null || fitsMembers(value, schema, root);
}

function fitsMembers(value: object, schema: Schema, root: Schema): boolean {
  const { required = [], properties = {}, propertyNames, additionalProperties } = schema;
  if (required.some((name) => !Object.hasOwn(value, name))) return false;
  return Object.entries(value).every(([name, member]) => {
    if (propertyNames !== undefined && !fits(name, propertyNames, root)) return false;
    if (Object.hasOwn(properties, name)) return fits(member, properties[name]!, root);
    if (typeof additionalProperties === "object") return fits(member, additionalProperties, root);
    return additionalProperties !== false;
  });
}

function isA(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
