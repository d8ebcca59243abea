// What inspect says of a list of opt-outs: how a scrub reads its dates, channels and actions under -s, and the right command.

import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const REGISTER =
  "telefono,canal,accion,fecha,expira\n" +
  "7012-3456,sms,baja,2026-01-05,\n7013-4567,fax,baja,ayer,\n7015-6789,llamada,baja,15/01/2026,2026-03-01\n" +
  "7012-3456,sms,opt-in,2026-02-01,\npendiente,,stop,,\n" +
  ["1111", "1112", "1113", "1114", "1115", "1116"].map((end) => `7016-${end},,baja,,\n`).join("");

describe("inspect of a list of opt-outs", () => {
  test("explains its dates, channels, actions and expiries", async () => {
    const dir = new Workdir();
    dir.write("registro.csv", REGISTER);
    const run = await dir.run(["inspect", "registro.csv"]);
    run.mustExit(0);
    const block = run.stdout.toString().split("what it means as a suppression list (-s)\n")[1]!;
    expect(block.split("\n").slice(0, -1)).toEqual([
      "  entries      11, with 8 numbers",
      "  kind         list",
      expect.stringMatching(/^ {2}list's date {2}dated \d{4}-\d\d-\d\d \d\d:\d\d \(El Salvador\), by the file's time/),
      '  date         "fecha"',
      '  channel      "canal"',
      '  action       "accion"',
      '  expires      "expira"',
      expect.stringMatching(/^ {2}registro\.csv, line 6: this was not fully understood/),
      "  registro.csv: 1 entry has expired and suppresses nobody any more",
    ]);
    expect(block).not.toMatch(/7013|70134567/);
  });

  test("says in Spanish how to scrub by it", async () => {
    const dir = new Workdir();
    dir.write("no-llamar.txt", "7012-3456\n7013-4567\n");
    const run = await dir.run(["inspect", "no-llamar.txt", "--lang", "es"]);
    run.mustExit(0);
    expect(run.stdout.toString()).toContain("qué significa como lista de bajas (-s)\n  entradas");
    expect(run.stderr).toContain("svscrub clientes.csv -s no-llamar.txt -o clientes.clean.csv");
  });

  test("says why a scrub would refuse it", async () => {
    const dir = new Workdir();
    dir.write("dnc.csv", "telefono\n7012-3456\nx\nx\nx\n");
    const run = await dir.run(["inspect", "dnc.csv"]);
    run.mustExit(0);
    const scrub = await dir.run(["dnc.csv", "-s", "dnc.csv", "-n"]);
    scrub.mustExit(4);
    const why = /^svscrub: dnc\.csv, line \d+: (.*)$/m.exec(scrub.stderr)![1]!;
    expect(run.stdout.toString()).toContain(`  a scrub would refuse it: ${why}\n`);
  });

  test("offers a command that does what it says", async () => {
    const dir = new Workdir();
    dir.write("bajas.csv", "telefono;fecha\n7012-3456;2026-01-05\n");
    dir.write("clients.csv", "telefono\n7012-3456\n7013-4567\n");
    const run = await dir.run(["inspect", "bajas.csv", "--delimiter", ";", "-c", "telefono"]);
    const command = run.stderr.trimEnd().split("\n").at(-1)!;
    expect(command).toContain("'bajas.csv=;'");
    (await dir.shell(command.trim())).mustExit(0);
    expect(dir.read("clients.clean.csv").toString()).toBe("telefono\n+50370134567\n");
  });

  test("tells a program the same, and says nothing of a list of clients", async () => {
    const dir = new Workdir();
    dir.write("registro.csv", REGISTER);
    dir.write("clientes.csv", "nombre,telefono\nAna,7012-3456\n");
    const run = await dir.run(["inspect", "registro.csv", "clientes.csv", "--json"]);
    const { files } = JSON.parse(run.stdout.toString());
    expect(files[0].as_suppression).toMatchObject({
      ...{ kind: "plain", entries: 11, numbers: 8, unreadable_records: [5], opt_ins: 1, expired: 1 },
      ...{ date_columns: [4], channel_columns: [2], action_columns: [3], expiry_columns: [5] },
      ...{
        unknown_channels: 1,
        unreadable_dates: 1,
        as_of_from: "file-time",
        warnings: ["entries-unreadable", "entries-expired"],
      },
    });
    expect(files[1]).not.toHaveProperty("as_suppression");
  });

  test("proposes no name of a process substitution", async () => {
    const dir = new Workdir();
    dir.write("clients.csv", "telefono\n7012-3456\n7013-4567\n");
    dir.write("bajas.csv", "telefono\n7012-3456\n");
    const inspected = await dir.shell("svscrub inspect <(cat clients.csv)");
    expect(inspected.stderr).toContain("  svscrub clients.csv -s optouts.csv -o clients.clean.csv\n");
    const scrubbed = await dir.shell("svscrub <(cat clients.csv) -s dnc=<(cat bajas.csv) -n");
    expect(scrubbed.stderr).toContain("  svscrub <(…) -s dnc=<(…) -o clean.csv\n");
    for (const run of [inspected, scrubbed]) expect(run.stderr.split("\n").at(-2)).not.toContain("/dev/fd");
  });
});
