// Which words reach which command, asked of the program itself.

import { describe, expect, test } from "vitest";
import { Workdir } from "../support/workdir.js";

const LIST = "nombre,telefono\nAna,7012-3456\n";

async function said(words: string) {
  const dir = new Workdir({ "list.csv": LIST });
  const run = await dir.run(words, { env: { COLUMNS: "100" } });
  return { code: run.code, stdout: run.out, stderr: run.stderr };
}

describe("help", () => {
  for (const words of ["--help", "help", "ayuda", "list.csv --help", "help help"])
    test(`is scrub's and lists the commands: ${words}`, async () => {
      const { code, stdout } = await said(words);
      expect(code).toBe(0);
      expect(stdout).toContain("--suppress");
      expect(stdout).toMatch(/^Commands:\n {2}scrub .*\n {2}check .*\n {2}inspect /m);
    });

  for (const words of [
    "help inspect",
    "inspect --help",
    "inspect list.csv -h",
    "-q inspect -h",
    "inspect -qh",
    "-h inspect",
    "--help --lang=en inspect",
    "inspect -h -- --help",
  ])
    test(`is a command's own where one is named: ${words}`, async () => {
      const { code, stdout } = await said(words);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Usage: svscrub inspect FILE\.\.\.$/m);
      expect(stdout).not.toMatch(/Commands:|--suppress/);
    });

  for (const words of ["help registry add", "--help registry add", "registry --help add"])
    test(`is that of a registry's command: ${words}`, async () => {
      expect((await said(words)).stdout).toMatch(/^Usage: svscrub registry add /m);
    });

  test("asked for before a word that is nearly a command offers that command", async () => {
    expect((await said("--help inspekt")).stderr).toContain('did you mean "inspect"?');
  });

  for (const words of ["help scrub", "scrub --help"])
    test(`of scrub by its name lists no other commands: ${words}`, async () => {
      expect((await said(words)).stdout).not.toContain("Commands:");
    });

  for (const words of ["--lang es help inspect", "help --lang es inspect", "help inspect --lang=es"])
    test(`speaks Spanish when asked: ${words}`, async () => {
      expect((await said(words)).stdout).toMatch(/^Uso: svscrub inspect/m);
    });

  test("tells the version of every command", async () => {
    const { stdout } = await said("-V");
    for (const words of ["inspect -V", "scrub --version"]) expect((await said(words)).stdout).toBe(stdout);
  });
});

describe("a phone list with a command's name", () => {
  for (const path of [["./inspect"], ["scrub", "inspect"]])
    test(`is reached as ${path.join(" ")}`, async () => {
      const dir = new Workdir({ inspect: LIST });
      await dir.ok([...path, "--no-suppression", "-o", "clean.csv"]);
      expect(dir.text("clean.csv")).toBe("nombre,telefono\nAna,+50370123456\n");
    });

  test("or nearly with one is that list, for it is there", async () => {
    const dir = new Workdir({ inspekt: LIST });
    await dir.ok("inspekt --no-suppression -o clean.csv");
  });
});

test("the registry alone is wrong usage, and its commands are named", async () => {
  for (const words of ["registry", "registry -q"]) {
    const { code, stderr } = await said(words);
    expect(code).toBe(2);
    expect(stderr).toContain("Choose add, import, export, history, status, void, merge or erase.");
  }
});
