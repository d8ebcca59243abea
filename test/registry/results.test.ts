// What calls and messages ended in: known results ask for nothing, unknown ones are listed once each, and the user says what they mean.

import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

/** Imports a file. Returns what is recorded and what waits, as `70123450 opt-out`, and what is said. */
async function imported(csv: string, ...args: string[]) {
  const dir = new Workdir({ "in.csv": csv });
  const files = ["--registry", "r.csv", "--review", "rev.csv"];
  const run = await dir.run(["registry", "import", "in.csv", "--kind", "call", ...files, ...args]);
  return { dir, stderr: run.stderr, events: () => [...eventsIn(dir, "r.csv"), ...eventsIn(dir, "rev.csv")] };
}

function eventsIn(dir: Workdir, file: string): string[] {
  const lines = dir.lines(file).slice(1);
  return lines.map((line) => line.split(",").slice(1, 3).join(" ").replace("+503", ""));
}

const calls = (header: string, ...cells: string[]) =>
  `telefono,fecha,${header}\n${cells.map((cell, i) => `7012-345${i},2026-11-02,${cell}\n`).join("")}`;

describe("unknown results", () => {
  const csv = calls("resultado", "Promesa Rota", "NO CONTESTA", "promesa rota", "XYZ", "DNC");

  test("are listed once each with the command that says what they mean, and only their rows wait", async () => {
    const { dir, stderr, events } = await imported(csv);
    expect(events()).toEqual(["70123454 opt-out", "70123450 review", "70123452 review", "70123453 review"]);
    expect(stderr.match(/Promesa Rota \(2\), XYZ \(1\)/g)).toHaveLength(1);
    const typed = /^ {2}svscrub (registry import .* --map .*)$/m.exec(stderr)?.[1] ?? "";
    const words = [...typed.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
    const { code } = await dir.run(words);
    expect(code).toBe(0);
    expect(events()).toEqual(["70123454 opt-out"]);
  });

  test("that the user calls opt-outs are recorded, and wait on, and others wait no longer", async () => {
    const { dir, events } = await imported(csv);
    const files = ["--registry", "r.csv", "--review", "rev.csv", "--kind", "call"];
    await dir.run(["registry", "import", "in.csv", ...files, "--map", "promesa rota=opt-out", "--map", "xyz=other"]);
    const waiting = ["70123450 review", "70123452 review"];
    expect(events()).toEqual(["70123454 opt-out", "70123450 opt-out", "70123452 opt-out", ...waiting]);
  });

  test("are no words where they are numbers or notes", async () => {
    const { stderr } = await imported(
      calls("resultado", "7111-2244", "habló la esposa y dice que el señor anda de viaje"),
    );
    expect(stderr).not.toContain("7111");
    expect(stderr).not.toContain("esposa");
  });
});

test("a known result hides no request behind it", async () => {
  const asking = ["NUMERO EQUIVOCADO NO LLAMAR", "CONTACTO EFECTIVO NO DESEA LLAMADAS", "equivocado eliminar"];
  const { events } = await imported(calls("resultado", ...asking, "NO CONTESTA", "NUMERO EQUIVOCADO", "VENTA"));
  expect(events()).toEqual(["70123450 review", "70123451 review", "70123452 review"]);
});

test("a word that the user explains settles no record that asks for more, and none of a doubtful number", async () => {
  const asks = "pide que ya no le llamen";
  const csv = `telefono,resultado,observaciones,fecha\n70123450,XQ,${asks},2026-11-02\n7O12 3451,XQ,,2026-11-02\n`;
  for (const [said, row] of [
    ["XQ=other", "70123450 review"],
    ["XQ=opt-out", "70123451 review"],
  ] as const) {
    const { dir } = await imported(csv);
    const files = ["--registry", "r.csv", "--review", "rev.csv"];
    await dir.run(["registry", "import", "in.csv", "--kind", "call", ...files, "--map", said]);
    expect(eventsIn(dir, "rev.csv"), said).toContain(row);
  }
});

describe("an import in which no column says what was asked for", () => {
  const saidOf = async (kind: string, content: string, ...more: string[]) => {
    const dir = new Workdir({ "in.csv": content });
    const into = ["--registry", "r.csv", "--review", "review.csv", "--lang", "en"];
    const run = await dir.ok(["registry", "import", "in.csv", ...into, "--kind", kind, ...more]);
    return run.stderr;
  };

  test.each([
    ["consent", "consent", "no", "yes"],
    ["consent", "acepta_publicidad", "NO", "SI"],
    ["form", "acepta llamadas", "NO", "SI"],
  ])("takes every record for an opt-out but those that stay in: of a %s, %s", async (kind, name, no, yes) => {
    const content = `telefono,${name},fecha\n7012-3456,${no},2026-11-20\n7012-3457,${yes},2026-11-20\n`;
    const said = await saidOf(kind, content);
    expect(said).toMatch(/opt-outs recorded +1\n +to review +1/);
    expect(said).toContain(`warning: column "${name}": records that say there that the person stays in go to review`);
    const mapped = ["--map", "no=opt-out", "--map", `${yes}=opt-in`];
    const read = await saidOf(kind, content, "--action-column", name, ...mapped);
    expect(read).toMatch(/opt-outs recorded +1\n +opt-ins recorded +1/);
    expect(read).not.toContain("go to review");
  });

  test("says so where there is none, and keeps silent where the list's own names say that people left", async () => {
    expect(await saidOf("consent", "telefono,nombre\n7012-3456,Ana\n")).toContain(
      "warning: no column says what people asked for, so every record counts as an opt-out",
    );
    expect(await saidOf("consent", "OptedOutNumber,OptedOutTimestamp\n+50370123456,1795500000\n")).not.toContain(
      "no column",
    );
    expect(await saidOf("form", "telefono,nombre\n7012-3456,Ana\n")).not.toContain("no column");
  });
});
