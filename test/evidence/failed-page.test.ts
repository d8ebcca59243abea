// What a failed run leaves for a person: a page of its own name, which says that nothing was published, and why.

import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const TYPED = ["list.csv", "-s", "bajas.csv", "-o", "clean.csv", "--report", "r.html", "--label", "client=Banco Uno"];

function aFolder(): Workdir {
  const dir = new Workdir();
  dir.write("list.csv", "nombre,telefono\nAna,7012-3456\nEva,7013-4567\nLuis,n/a\n");
  dir.write("bajas.csv", "telefono\n7013-4567\nno tiene\n");
  return dir;
}

describe("the page of a failed run", () => {
  test("says that nothing was published, why, what to do, and which older file must not be sent", async () => {
    for (const [lang, said] of [
      [
        "en",
        [
          "<h1>NOTHING was written</h1>",
          "bajas.csv: has 2 entries",
          "clean.csv is an OLD file, written <span",
          "--min-entries",
        ],
      ],
      [
        "es",
        [
          "<h1>No se escribió NADA</h1>",
          "bajas.csv: tiene 2 entradas",
          "clean.csv es un archivo VIEJO, escrito el <span",
        ],
      ],
    ] as const) {
      const dir = aFolder();
      dir.write("clean.csv", "old\n");
      const run = await dir.run([...TYPED, "-f", "--min-entries", "100", "--lang", lang]);
      run.mustExit(4);
      const html = dir.read("r.failed.html").toString();
      for (const sentence of said) expect(html).toContain(sentence);
      expect(html).toContain(`<html lang="${lang}">`);
      expect(html).toContain("<dt>client</dt><dd>Banco Uno</dd>");
      expect(html).toContain('<header class="stop">');
      expect(html).not.toMatch(/70\d\d[- ]?\d{4}|Ana|Luis/);
      expect(run.stderr).toContain("  r.failed.html ");
      expect(statSync(dir.at("r.failed.html")).mode & 0o777).toBe(0o600);
      expect(dir.list().sort()).toEqual(["bajas.csv", "clean.csv", "list.csv", "r.failed.html"]);
      expect(dir.read("clean.csv").toString()).toBe("old\n");
    }
  });

  test("of a run that a guard stopped shows what came out, and the warnings that stopped it", async () => {
    const dir = aFolder();
    (await dir.run([...TYPED, "--strict"])).mustExit(6);
    const html = dir.read("r.failed.html").toString();
    expect(html).toContain("What the run had found");
    expect(html).toMatch(/clean<small>not written<\/small><\/th><td class="n">1<\/td>/);
    expect(html).toContain("<strong>1</strong> not a number");
    expect(html).not.toContain("may be contacted");
    expect(html).toContain("line 3: this entry can&#39;t be read and blocks nobody: fix it");
  });

  test("is replaced by the next failure, and removed by the next run that publishes", async () => {
    const dir = aFolder();
    (await dir.run([...TYPED, "--strict"])).mustExit(6);
    (await dir.run([...TYPED, "--min-entries", "100"])).mustExit(4);
    expect(dir.read("r.failed.html").toString()).toContain("has 2 entries");
    (await dir.run(TYPED)).mustExit(0);
    expect(dir.list()).toContain("r.html");
    expect(dir.list()).not.toContain("r.failed.html");
  });

  test("takes no place of anybody else's file, nor of an output", async () => {
    const dir = aFolder();
    dir.write("r.failed.html", "<p>mine</p>\n");
    const run = await dir.run([...TYPED, "--strict"]);
    run.mustExit(6);
    expect(run.stderr).not.toContain("r.failed.html");
    expect(dir.read("r.failed.html").toString()).toBe("<p>mine</p>\n");
    (await dir.run(TYPED)).mustExit(0);
    expect(dir.read("r.failed.html").toString()).toBe("<p>mine</p>\n");

    const other = aFolder();
    (await other.run([...TYPED, "--strict", "--report", "r.failed.html"])).mustExit(6);
    expect(other.list().sort()).toEqual(["bajas.csv", "list.csv", "r.failed.failed.html"]);
  });

  test("is written for exit 3, 4 and 6 alone, and only where a page was asked for", async () => {
    const wanted: [typed: string[], code: number, isThere: boolean][] = [
      [[...TYPED, "-c", "nombre"], 3, true],
      [[...TYPED, "--max-age", "1d"], 0, false],
      [[...TYPED, "--column", "nada"], 2, false],
      [[...TYPED, "-o", "no/clean.csv"], 5, false],
      [[...TYPED, "--min-entries", "100", "-n"], 4, false],
      [["list.csv", "-s", "bajas.csv", "-o", "c.csv", "--report", "r.json", "--strict"], 6, false],
    ];
    for (const [typed, code, isThere] of wanted) {
      const dir = aFolder();
      const run = await dir.run(typed);
      run.mustExit(code);
      expect(dir.list().includes("r.failed.html"), typed.join(" ")).toBe(isThere);
    }
  });

  test("changes no error that is JSON", async () => {
    const dir = aFolder();
    const run = await dir.run([...TYPED, "--strict", "--json"]);
    run.mustExit(6);
    expect(JSON.parse(run.stderr)).toEqual({
      error: expect.objectContaining({ code: "strictWarnings", exit_code: 6, old_outputs: [] }),
    });
    expect(dir.list()).toContain("r.failed.html");
  });
});
