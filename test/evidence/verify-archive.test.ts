// verify a year later: files that were moved, renamed or deleted, and the verdict of its last line.

import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { Workdir } from "../support/workdir.js";

const REGISTRY = "event,phone,action,channel,requested_at,recorded_at\ne1,70134567,opt-out,any,2026-01-05,2026-01-05\n";
const MORE = "e2,70123456,opt-out,any,2026-11-05,2026-11-05\n";
const PHONES = "telefono,no_contactar\n7012-3456,\n7013-4567,\n7123-4567,si\n2222-1111,\n";

/** A run with a list that opts in for another, its own opt-outs, and a registry. */
async function archived(...more: string[]): Promise<Workdir> {
  const dir = new Workdir({ "clientes.csv": PHONES, "dnc.csv": "telefono\n2222-1111\n", "registro.csv": REGISTRY });
  const args = ["clientes.csv", "-s", "dnc.csv", "registro.csv", "-o", "clean.csv", "--removed", "removed.csv"];
  await dir.ok([...args, "--report", "r.json", ...more]);
  mkdirSync(dir.at("archivo/2026/octubre"), { recursive: true });
  return dir;
}

/** Puts the file somewhere else below the archive. */
function move(dir: Workdir, name: string, to: string): void {
  renameSync(dir.at(name), dir.at(`archivo/2026/${to}`));
}

async function verify(dir: Workdir, ...args: string[]) {
  const run = await dir.run(["verify", ...args]);
  const lines = run.out.trimEnd().split("\n");
  return { code: run.code, last: lines.at(-1)!, said: run.out + run.stderr };
}

const VERIFIED = "verified: everything that could be checked is as the report says";

describe("--find", () => {
  test("finds files that were moved and renamed by their bytes, says where, and repeats the run with them", async () => {
    const dir = await archived();
    move(dir, "clientes.csv", "octubre/base vieja.txt");
    move(dir, "dnc.csv", "d");
    move(dir, "registro.csv", "r.csv");
    move(dir, "clean.csv", "octubre/c.csv");
    move(dir, "removed.csv", "octubre/x.csv");
    expect((await verify(dir, "r.json")).code).toBe(1);
    const { code, last, said } = await verify(dir, "r.json", "--find", "archivo");
    expect({ code, last }, said).toEqual({ code: 0, last: VERIFIED });
    expect(said).toMatch(/ok +clientes\.csv: found as archivo\/2026\/octubre\/base vieja\.txt: the same \d+ bytes/);
    expect(said).toContain("the run was repeated with 4 records");
  });

  test("finds a packed list that was packed in the run, under another name", async () => {
    const dir = new Workdir({ "list.csv.gz": gzipSync(PHONES), "dnc.csv": "telefono\n2222-1111\n" });
    await dir.ok("list.csv.gz -s dnc.csv -o clean.csv.gz");
    mkdirSync(dir.at("archivo"));
    renameSync(dir.at("list.csv.gz"), dir.at("archivo/a"));
    renameSync(dir.at("clean.csv.gz"), dir.at("archivo/b"));
    expect(await verify(dir, "clean.audit.json", "--find", "archivo")).toMatchObject({ code: 0, last: VERIFIED });
  });

  test("finds a registry that has grown since", async () => {
    const dir = await archived();
    dir.write("archivo/otro.csv", REGISTRY + MORE);
    rmSync(dir.at("registro.csv"));
    const { code, last, said } = await verify(dir, "r.json", "--find", "archivo");
    expect({ code, last }, said).toEqual({ code: 0, last: VERIFIED });
    expect(said).toMatch(/registro\.csv: found as archivo\/otro\.csv.*has grown since/);
  });

  test("of several folders, a link and a folder that can't be read, it finds what can be read", async () => {
    const dir = await archived();
    mkdirSync(dir.at("otra/cerrada"), { recursive: true });
    symlinkSync("..", dir.at("otra/vuelta"));
    renameSync(dir.at("dnc.csv"), dir.at("otra/d.csv"));
    move(dir, "clean.csv", "c.csv");
    chmodSync(dir.at("otra/cerrada"), 0);
    const { code, last, said } = await verify(dir, "r.json", "--find", "otra", "--find", "archivo");
    chmodSync(dir.at("otra/cerrada"), 0o755);
    expect({ code, last }, said).toEqual({ code: 0, last: VERIFIED });
    if (process.getuid?.() !== 0) expect(said).toMatch(/not checked +otra\/cerrada: /);
    expect((await verify(dir, "r.json", "--find", "no-hay")).code).toBe(5);
  });
});

describe("the last line", () => {
  test("names how many files are gone, and whether the run could be repeated, whatever was deleted", async () => {
    for (const [gone, ending] of [
      [["removed.csv"], "1 file that is gone: the run was repeated, and gave the same hashes"],
      [["removed.csv", "clean.csv"], "2 files that are gone: the run was repeated, and gave the same hashes"],
      [["clientes.csv"], "1 file that is gone: the run could not be repeated"],
      [["registro.csv", "clientes.csv", "removed.csv"], "3 files that are gone: the run could not be repeated"],
      [["registro.csv"], "1 file that is gone: the run could not be repeated"],
      [["dnc.csv"], "1 file that is gone: the run could not be repeated"],
    ] as const) {
      const dir = await archived();
      for (const name of gone) rmSync(dir.at(name));
      const { code, last, said } = await verify(dir, "r.json");
      expect({ code, last }, said).toEqual({ code: 1, last: `verified, but for ${ending}` });
      for (const name of gone) expect(said).toMatch(new RegExp(`MISSING +${name}`));
      const { last: es } = await verify(dir, "r.json", "--lang", "es");
      expect(es).toMatch(/^verificado, salvo \d archivos? que ya no est/);
      const json = JSON.parse((await dir.run("verify r.json --json")).out);
      const repeated = ending.endsWith("hashes");
      expect(json).toMatchObject({ verified: false, verdict: "but-for-files-gone", gone: gone.length, repeated });
    }
  });

  test("a list whose opt-ins lifted others' is gone: nobody says that the lifted ones were suppressed", async () => {
    const dir = new Workdir({ "list.csv": PHONES });
    dir.write("dnc.csv", "telefono,fecha,accion\n7012-3456,2026-01-01,baja\n2222-1111,2026-01-01,baja\n");
    dir.write("altas.csv", "telefono,fecha,accion\n7012-3456,2026-02-01,opt-in\n");
    const args = ["list.csv", "-s", "dnc.csv", "altas.csv", "--opt-ins", "altas.csv", "-o", "clean.csv"];
    await dir.ok([...args, "--removed", "removed.csv"]);
    rmSync(dir.at("altas.csv"));
    const { code, last, said } = await verify(dir, "clean.audit.json");
    expect(said).not.toContain("MISMATCH");
    expect({ code, last }).toEqual({
      code: 1,
      last: "verified, but for 1 file that is gone: the run could not be repeated",
    });
  });

  test("says that a list that is no longer to be used is not verified", async () => {
    const dir = await archived("--valid-for", "1m");
    dir.write("today.csv", "telefono\n7012-3456\n");
    for (const [lang, last] of [
      ["en", "NOT verified: do not use the clean list now, scrub again"],
      ["es", "NO verificado: no use ahora la base depurada, depure de nuevo"],
    ] as const)
      expect(await verify(dir, "r.json", "-s", "today.csv", "--lang", lang)).toMatchObject({ code: 1, last });
    vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ["Date"] });
    try {
      expect(await verify(dir, "r.json", "--fresh")).toMatchObject({
        code: 1,
        last: expect.stringMatching(/^NOT verified: do not/),
      });
      expect(await verify(dir, "r.json")).toMatchObject({ code: 0, last: VERIFIED });
    } finally {
      vi.useRealTimers();
    }
  });
});
