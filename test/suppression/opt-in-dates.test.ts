// Of an opt-in it must be known when it was given: the day on which its record was edited is none.

import { expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

const left = async (bajas: string) => {
  const { clean, stderr } = await new ScrubFolder().scrub({
    lists: ["telefono\n7012-3456\n79990001\n"],
    suppress: [bajas],
  });
  return { clean: clean.toString().match(/(?<=\+503)\d{8}/g), stderr };
};
const events = (date: string) =>
  `telefono,accion,${date}\n7012-3456,baja,2024-02-03\n7012-3456,alta,2024-05-06\n60000000,baja,2024-01-01\n`;

test.each(["fecha_actualizacion", "updated_at", "Modified date", "Última actualización"])(
  "an opt-in whose only date is %s lifts nothing, and a person is told",
  async (date) => {
    const { clean, stderr } = await left(events(date).replace("alta", "START"));
    expect(clean).toEqual(["79990001"]);
    expect(stderr).toContain("1 opt-in cancels no opt-out");
  },
);

test.each(["fecha", "created_at", "fecha_gestion", "fecha,updated_at"])(
  "one that says when it was given does: %s",
  async (date) => {
    const list = events(date).replace("alta", "START");
    const { clean } = await left(date.includes(",") ? list.replace(/(?<=,)(2024-\d\d-\d\d)/g, "$1,$1") : list);
    expect(clean).toEqual(["70123456", "79990001"]);
  },
);
