// The completion script for PowerShell, which is on no machine of ours: it is held to what PowerShell accepts, and to evaluate
// nothing; what it is answered is read as PowerShell reads it.

import { expect, test } from "vitest";
import { CHANNELS } from "../../src/suppression/event.js";
import type { Language } from "../../src/text/languages.js";
import { Workdir } from "../support/workdir.js";

async function scriptIn(language: Language): Promise<string> {
  const run = await new Workdir().ok(["completion", "powershell", "--lang", language]);
  return run.out;
}

/** The tokens of a script: a string without its quotes behind `"`, everything else as it stands. */
function tokensOf(script: string): string[] {
  const token = /#.*|'(?:[^'‘’‚‛]|['‘’‚‛]{2})*'|\$\w+(?:\.\w+)*|[@$]?[({]|[)}]|[;=,]|[^\s;=,(){}'#$@]+|[$@']/g;
  return [...script.matchAll(token)]
    .map(([found]) => found)
    .filter((found) => !found.startsWith("#"))
    .map((found) =>
      found.startsWith("'") && found.length > 1 ? `"${found.slice(1, -1).replace(/(['‘’‚‛])\1/g, "$1")}` : found,
    );
}

interface Said {
  begun: string;
  rest: string;
  pattern: string;
  candidates: { text: string; word: string; line: string }[];
}

/** Asks as the script does; the last word stands at the cursor. */
async function answerTo(words: readonly string[], language: Language = "en", dir = new Workdir()): Promise<Said> {
  const asked = Buffer.from(words.join("\0")).toString("base64");
  const run = await dir.ok(["__complete", language, "powershell", asked]);
  expect(run.out).toMatch(/^[ -~]*$/);
  return JSON.parse(run.out);
}

test("commands, options and words are offered that begin so, each with what it says", async () => {
  const { candidates, pattern } = await answerTo(["ver"]);
  expect(candidates).toEqual([
    { text: "verify", word: "verify", line: "check a past run again, from its report and files" },
  ]);
  expect(new RegExp(pattern).test("anything")).toBe(true);
  expect((await answerTo(["check", "--max-a"])).candidates.map(({ text }) => text)).toEqual(["--max-age"]);
  expect((await answerTo(["--types", "celular,F"], "es")).candidates.map(({ text }) => text)).toEqual([
    "'celular,fijo'",
  ]);
  expect((await answerTo(["--channel", ""])).candidates.map(({ line }) => line)).toEqual([...CHANNELS]);
});

test("files are looked for behind what stands before them, by their endings", async () => {
  const reports = await answerTo(["--report=C:\\tmp\\r"]);
  expect(reports).toMatchObject({ begun: "--report=", rest: "C:\\tmp\\r" });
  const isOffered = (name: string) => new RegExp(reports.pattern).test(name);
  expect(["r.json", "R.HTML", "r.csv", "rjson"].map(isOffered)).toEqual([true, true, false, false]);
  expect(await answerTo(["x.csv", "-s", "'mi b"])).toMatchObject({ begun: "", rest: "'mi b" });
  expect((await answerTo(["--label", "x"])).pattern).toBe("");
});

test.each(["en", "es"] as const)("every bracket and every string of the script is closed (%s)", async (language) => {
  const open: string[] = [];
  for (const token of tokensOf(await scriptIn(language))) {
    expect(token, "a quote that never closes").not.toBe("'");
    if (/^[@$]?[({]$/.test(token)) open.push(token.at(-1)!);
    if (/^[)}]$/.test(token)) expect(open.pop()).toBe(token === ")" ? "(" : "{");
  }
  expect(open).toEqual([]);
});

test("the script runs nothing but svscrub with letters alone, and no string of it is evaluated", async () => {
  const script = (await scriptIn("es")).replace(/#.*/g, "").replace(/'(?:[^']|'')*'/g, "''");
  expect(script).not.toMatch(/Invoke-|iex\b|Start-Process|ScriptBlock\]|ExpandString|"|`/i);
  expect(script).not.toMatch(/(^|[;{]\s*)&|^\s*\.\s/m);
  expect(script.match(/\bsvscrub\b(?! -ScriptBlock).*/g)).toEqual([
    "svscrub __complete es powershell $asked 2>$null | ConvertFrom-Json",
  ]);
  expect(script).toContain("$asked = [System.Convert]::ToBase64String(");
});

test("every variable that is read was set before", async () => {
  const script = (await scriptIn("en")).replace(/#.*/g, "").replace(/'(?:[^']|'')*'/g, "''");
  const known = new Set(["null", "true", "false", "_"]);
  for (const [, read, sign] of script.matchAll(/\$(\w+)((?:\.\w+|\[[^\]]*\])*\s*(?:\+?=(?!=)|in\b|[,)\n])?)/g)) {
    const isSet = /=$|in$/.test(sign!.trim()) || /param\([^)]*$/.test(script.slice(0, script.indexOf(`$${read}`)));
    if (!known.has(read!)) expect(isSet, `$${read} is read before it is set`).toBe(true);
    known.add(read!);
  }
});
