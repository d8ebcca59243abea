// verify of the report of an audit: its files, its sums and the audit once more.

import { mkdirSync, renameSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contactAudit } from "../support/contact-reports.js";
import { goldenCases } from "../support/golden-cases.js";
import { Workdir } from "../support/workdir.js";

// biome-ignore lint/suspicious/noExplicitAny: a report that is edited at will.
type Any = any;

const VERIFIED = "verified: everything that could be checked is as the report says";

async function verify(dir: Workdir, ...args: string[]) {
  const run = await dir.run(["verify", ...args]);
  const said = run.out + run.stderr;
  return { code: run.code, last: run.out.trimEnd().split("\n").at(-1)!, said };
}

describe("the report of an audit", () => {
  test("is verified by its files, its sums, and the audit once more, whatever was asked", async () => {
    for (const words of [
      [],
      ["--channel", "sms", "--grace", "1m"],
      ["--tz", "UTC", "--max-age", "5200w", "--as-of", "dnc.csv=2026-04-01"],
      ["--canary", "7099-0001", "--column", "telefono"],
    ]) {
      const { dir } = await contactAudit(...words);
      const { code, last, said } = await verify(dir, "auditoria.json");
      expect({ code, last }, said).toEqual({ code: 0, last: VERIFIED });
      expect(said).toContain("the run was repeated with 9 records");
      expect(said).toMatch(/ok +indebidos\.csv: the same/);
      expect((await verify(dir, "auditoria.json", "--lang", "es")).last).toMatch(/^verificado: /);
    }
  });

  test("that was edited is not, whichever member", async () => {
    const { dir, report } = await contactAudit();
    for (const edit of [
      (it: Any) => it.contacts.offences--,
      (it: Any) => {
        it.contacts.offences--;
        it.channels[0].offences--;
      },
      (it: Any) => (it.run.exit_code = 0),
      (it: Any) => (it.findings["after-opt-out"].lines = []),
      (it: Any) => (it.findings["outside-hours"].count = 0),
      (it: Any) => (it.hours.holidays.sha256 = "0".repeat(64)),
      (it: Any) => (it.findings["too-often"].count = 0),
      (it: Any) => (it.grace_hours = 24),
      (it: Any) => (it.run.options.grace = 86_400_000),
      (it: Any) => (it.log.sha256 = "0".repeat(64)),
      (it: Any) => it.suppressions.shift(),
      (it: Any) => (it.outputs[0].records = 5),
      (it: Any) => (it.outputs = []),
      (it: Any) => (it.warnings = []),
    ]) {
      const edited = structuredClone(report);
      edit(edited);
      if (JSON.stringify(edited) === JSON.stringify(report)) continue;
      dir.write("edited.json", JSON.stringify(edited));
      const { code, last } = await verify(dir, "edited.json");
      expect({ code, last }, edit.toString()).toEqual({ code: 1, last: expect.stringContaining("NOT verified") });
    }
  });

  test("whose files were changed, moved or deleted says so", async () => {
    const { dir } = await contactAudit();
    const log = dir.text("contactos.csv");
    dir.write("contactos.csv", log.replace("17:59", "18:59"));
    expect((await verify(dir, "auditoria.json")).last).toMatch(/^NOT verified/);
    dir.write("archivo/c", log);
    rmSync(dir.at("contactos.csv"));
    renameSync(dir.at("bajas.csv"), dir.at("archivo/b"));
    const found = await verify(dir, "auditoria.json", "--find", "archivo");
    expect({ code: found.code, last: found.last }, found.said).toEqual({ code: 0, last: VERIFIED });
    rmSync(dir.at("indebidos.csv"));
    expect(await verify(dir, "auditoria.json", "--find", "archivo")).toMatchObject({
      code: 1,
      last: "verified, but for 1 file that is gone: the run was repeated, and gave the same hashes",
    });
    expect(await verify(dir, "auditoria.json")).toMatchObject({
      code: 1,
      last: "verified, but for 3 files that are gone: the run could not be repeated",
    });
    const json = JSON.parse((await dir.run("verify auditoria.json --json")).out);
    expect(json).toMatchObject({ verdict: "but-for-files-gone", gone: 3, repeated: false });
  });

  test("has holidays of its own among its files", async () => {
    const { dir } = await contactAudit();
    dir.write("asuetos.txt", "2026-04-03\n");
    const args = ["audit", "contactos.csv", "--hours", "mon-fri 08:00-18:00", "--holidays", "asuetos.txt"];
    await dir.ends(1, [...args, "-s", "bajas.csv", "--report", "r.json"]);
    expect(await verify(dir, "r.json")).toMatchObject({ code: 0, last: VERIFIED });
    mkdirSync(dir.at("archivo"));
    renameSync(dir.at("asuetos.txt"), dir.at("archivo/x.txt"));
    expect(await verify(dir, "r.json")).toMatchObject({
      code: 1,
      said: expect.stringMatching(/MISSING +asuetos\.txt/),
    });
    expect(await verify(dir, "r.json", "--find", "archivo")).toMatchObject({ code: 0, last: VERIFIED });
  });

  test("answers no question about a scrub", async () => {
    const { dir } = await contactAudit();
    for (const args of [["--fresh"], ["-s", "dnc.csv"], ["--log", "runs.jsonl"]]) {
      dir.write("runs.jsonl", "");
      expect(await verify(dir, "auditoria.json", ...args)).toMatchObject({
        code: 2,
        said: expect.stringContaining("is the report of an audit of contacts"),
      });
    }
  });

  test("of every golden case of an audit is verified", async () => {
    let verified = 0;
    for (const golden of goldenCases("audit")) {
      if (golden.stdin !== undefined || golden.env.SVSCRUB_LANG !== undefined) continue;
      const dir = new Workdir();
      const end = golden.args.indexOf("--");
      const args = golden.args.toSpliced(end === -1 ? golden.args.length : end, 0, "--report", "again.json");
      const run = await dir.run(args, golden.layInto(dir));
      if (run.code! > 1 || !dir.exists("again.json")) continue;
      const key = golden.args.indexOf("--hash-key-file");
      const more = key === -1 ? [] : ["--hash-key-file", golden.args[key + 1]!];
      const { code, last, said } = await verify(dir, "again.json", ...more);
      if (/was a stream/.test(said)) continue;
      expect({ code, last }, `${golden.sentence}: ${said}`).toEqual({ code: 0, last: VERIFIED });
      verified++;
    }
    expect(verified).toBeGreaterThan(25);
  });
});
