// Closed vocabularies: what is typed in Spanish means what its fixed, English name means, wherever an option takes it.

import { expect, test } from "vitest";
import { createProgram } from "../../src/commands/arguments.js";
import { valueOfOption } from "../../src/commands/completion/completable.js";
import { TAKES } from "../../src/commands/options.js";
import type { Known } from "../../src/commands/typed-values.js";
import type { CommandName } from "../../src/text/help.js";
import { sentencesIn } from "../../src/text/language.js";
import { Workdir } from "../support/workdir.js";

const english = { sentences: await sentencesIn("en") };

/** The options of every command that take one of a few words. */
const closedOptions = () =>
  (Object.keys(TAKES) as CommandName[]).flatMap((name) => {
    const program = createProgram(name, english);
    return program.options.flatMap(({ long, parseArg }) => {
      const { words } = (parseArg ?? {}) as Known;
      return words === undefined ? [] : [{ program, long: long!, words }];
    });
  });

test("every word that Spanish help and completions offer is taken, with and without accents and capitals", async () => {
  const closed = closedOptions();
  expect(closed.length).toBeGreaterThan(30);
  let translated = 0;
  for (const { program, long, words } of closed) {
    const name = program.name().replace(/^svscrub ?/, "") || "scrub";
    const option = program.options.find((option) => option.long === long)!;
    // One that takes a single value is asked for many here.
    const parse = (typed: string) => {
      const again = createProgram(name as CommandName, english).options.find((other) => other.long === long)!;
      return again.parseArg!(typed, [] as never);
    };
    const said = valueOfOption(option, "es").candidates!.map(({ word }) => word);
    for (const [i, word] of words.entries()) {
      const meant = parse(word);
      for (const typed of [said[i]!, said[i]!.toUpperCase(), said[i]!.normalize("NFD").replace(/\p{M}/gu, "")])
        expect(parse(typed), `${name} ${long} ${typed}`).toEqual(meant);
      if (said[i] !== word) translated++;
    }
  }
  expect(translated).toBeGreaterThan(20);
});

test("a registry that was typed to in Spanish has the fixed names", async () => {
  const dir = new Workdir();
  const typed = ["--action", "Baja", "--channel", "llamada", "--registry", "r.csv"];
  await dir.ok(["registry", "add", "7012-3456", ...typed]);
  dir.write("calls.csv", "telefono,resultado,fecha\n7012-3457,no quiere,2026-03-14\n7012-3458,ya compró,2026-03-14\n");
  const meanings = ["--map", "no quiere=baja", "--map", "ya compró=Otro"];
  await dir.ok(["registry", "import", "calls.csv", "--registry", "r.csv", "--kind", "llamadas", ...meanings]);
  const lines = dir.lines("r.csv").slice(1);
  expect(lines.map((line) => line.split(",").slice(1, 4).join())).toEqual([
    "+50370123456,opt-out,call",
    "+50370123457,opt-out,call",
  ]);
});

test("the report of a run that was typed in Spanish has the fixed names", async () => {
  const dir = new Workdir({ "base.csv": "telefono\n7012-3456\n2222-1234\n", "bajas.csv": "telefono\n61234567\n" });
  const spoken = ["--types", "Móvil, fijo", "--channel", "llamadas", "--phone-format", "digitos", "--color", "nunca"];
  for (const [language, typed] of [
    ["es", spoken],
    ["en", spoken],
    ["en", ["--types", "mobile,fixed", "--channel", "call", "--phone-format", "digits", "--color", "never"]],
  ] as const) {
    await dir.ok(["base.csv", "-s", "bajas.csv", "-o", "clean.csv", "--force", "--lang", language, ...typed]);
    const { options } = dir.json("clean.audit.json").run;
    expect(options).toMatchObject({ types: ["mobile", "fixed"], channel: "call", phone_format: "digits" });
  }
});
