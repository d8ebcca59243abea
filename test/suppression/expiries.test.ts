// Which columns end the entries of a suppression list, by their names, and what is said of it.

import { expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

test.each([
  ...[
    "expires",
    "expira",
    "expires_at",
    "vigente hasta",
    "vence_baja",
    "Vigencia de la baja",
    "vencimiento no llamar",
  ].map((name) => [name, true] as const),
  ...["vence", "vigencia", "vence_contrato", "Fecha de vencimiento", "hasta"].map((name) => [name, false] as const),
])("a day under %s ends an entry: %s", async (name, ends) => {
  const bajas = `telefono,fecha,${name}\n7012-3456,2019-01-01,2020-12-31\n7123-4567,2019-01-01,1999-12-31\n`;
  const lists = ["telefono\n7012-3456\n7123-4567\n6123-4567\n"];
  const { code, clean, report } = await new ScrubFolder().scrub({ lists, suppress: [bajas] });
  expect(code).toBe(0);
  expect(clean.toString().includes("+50370123456")).toBe(ends);
  expect(clean.toString()).not.toContain("+50371234567");
  const { suppressions, warnings } = report as unknown as {
    suppressions: { expired: number }[];
    warnings: { code: string }[];
  };
  expect(suppressions[0]!.expired).toBe(ends ? 1 : 0);
  expect(warnings.map((warning) => warning.code)).toEqual(
    ends ? ["entries-expired", "expiries-unreadable"] : ["due-dates-ignored"],
  );
});
