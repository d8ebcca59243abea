// The completion script for PowerShell, which is on no machine of ours: its table is read back as PowerShell reads literals, and
// the rest is held to what PowerShell accepts and evaluates nothing.

import { expect, test } from "vitest";
import { commonOptions, completables, namesOf, type Value } from "../../src/commands/completable.js";
import { COMMANDS } from "../../src/commands/dispatch.js";
import { sentencesIn } from "../../src/text/language.js";
import type { Language } from "../../src/text/languages.js";
import { Workdir } from "../support/workdir.js";

type Literal = string | null | Literal[] | { [key: string]: Literal };

async function scriptIn(language: Language): Promise<string> {
  const run = await new Workdir().run(["completion", "powershell", "--lang", language]);
  run.mustExit(0);
  return run.stdout.toString();
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

/** Reads `@{ a = @('b') }` and the like; an error at anything that is no literal. */
class LiteralReader {
  #at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  read(): Literal {
    const token = this.#next();
    if (token.startsWith('"')) return token.slice(1);
    if (token === "$null") return null;
    if (token === "@(") return this.#until(")", () => this.read());
    if (token !== "@{") throw new Error(`no literal: ${token}`);
    return Object.fromEntries(
      this.#until("}", () => {
        const key = this.#next().replace(/^"/, "");
        if (this.#next() !== "=") throw new Error(`no value of ${key}`);
        return [key, this.read()] as const;
      }),
    );
  }

  #until<T>(end: string, one: () => T): T[] {
    const all: T[] = [];
    while (this.tokens[this.#at] !== end) {
      all.push(one());
      if ([",", ";"].includes(this.tokens[this.#at] ?? "")) this.#at++;
    }
    this.#at++;
    return all;
  }

  #next(): string {
    const token = this.tokens[this.#at++];
    if (token === undefined) throw new Error("the script ends within a literal");
    return token;
  }
}

function assigned(script: string, variable: string): Literal {
  const tokens = tokensOf(script);
  return new LiteralReader(
    tokens.slice(tokens.findIndex((token, i) => token === variable && tokens[i + 1] === "=") + 2),
  ).read();
}

function literalOf(value: Value): Literal {
  const words =
    value.kind === "commands" ? value.commands.map(({ word }) => word) : "words" in value ? [...value.words] : [];
  return { kind: value.kind, words, endings: value.kind === "files" ? [...value.endings] : [] };
}

test.each(["en", "es"] as const)(
  "its table has every command with its options and their values (%s)",
  async (language) => {
    const script = await scriptIn(language);
    const setting = { sentences: await sentencesIn(language), version: "" };
    const all = await completables(COMMANDS, setting);
    expect(assigned(script, "$commands")).toEqual(
      Object.fromEntries(
        all.map(({ name, line, options, operand }) => [
          name,
          {
            line,
            operand: literalOf(operand),
            options: options.map((option) => ({
              names: namesOf(option),
              line: option.line,
              value: option.value === undefined ? null : literalOf(option.value),
            })),
          },
        ]),
      ),
    );
    expect(assigned(script, "$common")).toEqual(commonOptions(all).flatMap(namesOf));
  },
);

test.each(["en", "es"] as const)("every bracket and every string of the script is closed (%s)", async (language) => {
  const open: string[] = [];
  for (const token of tokensOf(await scriptIn(language))) {
    expect(token, "a quote that never closes").not.toBe("'");
    if (/^[@$]?[({]$/.test(token)) open.push(token.at(-1)!);
    if (/^[)}]$/.test(token)) expect(open.pop()).toBe(token === ")" ? "(" : "{");
  }
  expect(open).toEqual([]);
});

test("the script runs nothing, and no string of it is evaluated", async () => {
  const script = (await scriptIn("es")).replace(/#.*/g, "").replace(/'(?:[^']|'')*'/g, "''");
  expect(script).not.toMatch(/Invoke-|iex\b|Start-Process|ScriptBlock\]|ExpandString|"|`/i);
  expect(script).not.toMatch(/(^|[;{]\s*)&|^\s*\.\s/m);
  expect(script).not.toMatch(/\bsvscrub\b(?! -ScriptBlock)/);
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
