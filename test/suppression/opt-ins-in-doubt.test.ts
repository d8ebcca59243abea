// What of an opt-in's record, or of the records before it, keeps it from lifting anything: and what does not.

import { describe, expect, test } from "vitest";
import { ScrubFolder } from "../support/in-process.js";

/** Whether 7111-2244 is clean beside a list of opt-outs with these lines, and what the run says. */
async function lifts(...lines: readonly string[]): Promise<{ lifted: boolean; stderr: string }> {
  const bajas = `${lines.join("\n")}\n`;
  const { clean, stderr, code } = await new ScrubFolder().scrub({
    lists: ["telefono\n7111-2244\n"],
    suppress: [bajas],
  });
  expect(code, stderr).toBe(0);
  return { lifted: clean.toString().includes("71112244"), stderr };
}

/** One opt-out, then an opt-in whose cells of more columns are these. */
const beside = (names: string, cells: string, action = "opt-in") =>
  lifts(
    `telefono,accion,fecha,${names}`,
    `7111-2244,opt-out,2026-01-10${",".repeat(names.split(",").length)}`,
    `7111-2244,${action},2026-02-10,${cells}`,
    `7888-9999,opt-out,2026-01-01${",".repeat(names.split(",").length)}`,
  );

describe("a sign that is not known as harmless", () => {
  const signs = [..."❌✗✘✖×👎🚫⛔🛑✋😡🔴☒☐❓⏳➖", "*", "[ ]", "\u0336", "\u20e0"];
  test.each(signs.flatMap((sign) => [`opt-in ${sign}`, `${sign} opt-in`]))(
    "makes no opt-in of the action %j",
    async (action) => {
      expect((await beside("ciudad", "", action)).lifted).toBe(false);
    },
  );

  test.each(
    ["❌", "✗", "👎", "🚫", "☐", "☒", "ok ❌"].flatMap((cell) =>
      ["nota", "extra", "ok", "motivo"].map((name) => [name, cell]),
    ),
  )("speaks against an opt-in in a column %s: %j", async (name, cell) => {
    expect((await beside(name, cell)).lifted).toBe(false);
  });

  test.each([
    ["ciudad", "🚫"],
    ["fecha_alta", "❌"],
    ["acepta", "sí 🚫"],
    ["subscribed", "true ❌"],
    ["subscribed", "1?"],
  ])("speaks against it in a column %s: %j", async (name, cell) => {
    expect((await beside(name, cell)).lifted).toBe(false);
  });

  test.each(["sms ❌", "sms?", "sms *"])("speaks against it in its channel: %j", async (channel) => {
    const lines = ["7111-2244,opt-out,sms,2026-01-10", `7111-2244,opt-in,${channel},2026-02-10`];
    expect((await lifts("telefono,accion,canal,fecha", ...lines)).lifted).toBe(false);
  });

  test("speaks against it beside its number", async () => {
    const { lifted } = await lifts(
      "telefono,accion,fecha",
      "7111-2244,opt-out,2026-01-10",
      "7111-2244 ❌,opt-in,2026-02-10",
    );
    expect(lifted).toBe(false);
  });

  test.each([
    ["ok", "✓"],
    ["nota", "acepta ✅"],
    ["nota", "👍🏽 sí"],
    ["nota", "-"],
    ["ciudad", "San Salvador"],
    ["direccion", "Calle 3 & Av. 2, local #4 (1° nivel) + sótano"],
    ["monto", "$25.00"],
  ])("and what is harmless does not: %s, %j", async (name, cell) => {
    expect((await beside(name, `"${cell}"`)).lifted).toBe(true);
  });

  test.each(["opt-in ✓", "✅ opt-in", "Opt_In", "opt-in."])("%j is an opt-in", async (action) => {
    expect((await beside("ciudad", "", action)).lifted).toBe(true);
  });
});

describe("a mark for no beside an opt-in", () => {
  const names = ["sms", "whatsapp", "wsp", "llamada"];
  test.each(names.flatMap((name) => ["0", "00", "F", "X", "off", "-1"].map((cell) => [name, cell])))(
    "speaks against it in a column %s: %s",
    async (name, cell) => {
      expect((await beside(name, cell)).lifted).toBe(false);
    },
  );

  test("is heard beside a yes for another channel", async () => {
    expect((await beside("sms,whatsapp", "1,0")).lifted).toBe(false);
  });

  test.each([
    ["sms,whatsapp", "1,1"],
    ["sms", "si"],
    ["celular", "7111-2244"],
    ["celular", ""],
    ["saldo", "0"],
    ["sexo", "F"],
  ])("and what is none does not: %s, %s", async (columns, cells) => {
    expect((await beside(columns, cells)).lifted).toBe(true);
  });
});

describe("an expiry before the day of its own opt-out", () => {
  test.each([
    ["7111-2244,2026-05-01,2025-12-31", "a day"],
    ["7111-2244,2026-05-01T10:00:00Z,2026-04-30", "the day before"],
    ["7111-2244,01/05/2026,03/02/2026", "in either order"],
  ])("is a slip: the entry stands, and a warning says so: %s", async (line) => {
    const { lifted, stderr } = await lifts("telefono,fecha,expira", line, "7888-9999,2026-01-01,");
    expect(lifted).toBe(false);
    expect(stderr).toContain("unreadable expiries: 1");
  });

  test.each(["7111-2244,2026-05-01,2026-05-01", "7111-2244,2026-05-01,2026-06-01", "7111-2244,,2025-12-31"])(
    "and another one ends it: %s",
    async (line) => {
      const { lifted, stderr } = await lifts("telefono,fecha,expira", line, "7888-9999,2026-01-01,");
      expect(lifted).toBe(true);
      expect(stderr).not.toContain("unreadable expiries");
    },
  );
});

test("another column that plainly says no makes an opt-out of an opt-in", async () => {
  const { lifted } = await lifts(
    "telefono,status,sms_status,fecha",
    "7111-2244,subscribed,unsubscribed,2026-02-01",
    "7888-9999,unsubscribed,,2026-02-01",
  );
  expect(lifted).toBe(false);
});
