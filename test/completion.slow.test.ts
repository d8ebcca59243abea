// The completion scripts in the shells themselves. What each command takes is read from its help, which is written by others.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { CHANNELS } from "../src/suppression/event.js";
import { en } from "../src/text/en/sentences.js";
import { es } from "../src/text/es/sentences.js";
import { GUIDES } from "../src/text/guides.js";
import { LANGUAGES } from "../src/text/languages.js";
import { isLeftOut } from "./support/machine.js";
import { runHere } from "./support/run-here.js";
import { offered, SHELLS, type Shell, withProgram, writeScript } from "./support/shells.js";
import { REPOSITORY, Workdir } from "./support/workdir.js";

/** What a person makes up, or knows from the list: nothing is offered. */
const FREE_VALUES = new Set(
  ["AGE", "PCT", "N", "DATE", "TIME", "CHAR", "OFFSET", "COL", "NAME|N", "TEXT", "KEY=VALUE", "WORD=ACT", "NUMBER"]
    .concat(["EVENT", "NAME", "SHEET", "SIZE", "HOURS", "N/AGE", "DAYS", "COL[=VALUE]"])
    .flatMap((metavar) => [metavar, `NAME=${metavar}`, `[NAME=]${metavar}`]),
);
const FILES_OR_FOLDERS = /^(?:\[NAME=\])?(?:FILE|REPORT|DIR)$/;
const FILES = ["clientes.csv", "mi base.csv", "bajas.csv", "completa.csv", "r.json", "R 2.JSON", "r.html", "a=b.csv"];
const ALL_FILES = [...FILES, "sub"].sort();
const TOP_COMMANDS = ["audit", "check", "completion", "demo", "help", "inspect", "registry", "scrub", "verify"];
const REGISTRY_COMMANDS = "add erase export history import merge status void".split(" ");

interface HelpedOption {
  names: string[];
  metavar: string | undefined;
}

let commands: Map<string, HelpedOption[]>;

beforeAll(async () => {
  commands = new Map();
  const listed = async (...words: string[]) =>
    [
      ...(await helpOf(...words))
        .split("Commands:\n")[1]!
        .split("\n\n")[0]!
        .matchAll(/^ {2}(\S+)/gm),
    ].map(([, name]) => name!);
  const names = (await listed()).concat((await listed("registry")).map((name) => `registry ${name}`));
  for (const name of names) commands.set(name, optionsIn(await helpOf(...name.split(" "))));
  expect(commands.size).toBeGreaterThan(10);
});

async function helpOf(...words: string[]): Promise<string> {
  return (await runHere([...words, "--help"])).stdout.toString();
}

function optionsIn(help: string): HelpedOption[] {
  return [
    ...help.matchAll(/^ {2}(?:(-\w), | {4})(--[\w-]+)(?: ([^\s[a-z]\S*?|\[NAME=\]\S+?)(?:\.\.\.)?(?= |$))?/gm),
  ].map(([, short, long, metavar]) => ({
    names: short === undefined ? [long!] : [short, long!],
    metavar,
  }));
}

test("every text of the help is an option's that its command has, and names the words that it takes", async () => {
  for (const [name, { option }] of Object.entries(en.help.command)) {
    const names = name === "registry" ? [] : commands.get(name)!.flatMap(({ names }) => names);
    expect(names, name).toEqual(expect.arrayContaining(Object.keys(option).map((long) => `--${long}`)));
    expect(await helpOf(...name.split(" ")), name).not.toContain("{words}");
  }
});

function scene(): Workdir {
  const dir = new Workdir();
  for (const name of FILES) dir.write(name, "");
  dir.write("completa.csv", "telefono\n7012-3456\n");
  dir.write("sub/x.json", "");
  dir.write("sub/y.csv", "");
  dir.write("bin/z", "");
  return dir;
}

async function ask(shell: Shell, lines: readonly string[], dir = scene()): Promise<string[][]> {
  await writeScript(dir, shell);
  return offered(dir, lines, { shell });
}

/** fixtures/completion.txt. */
const [OFFERED, HOSTILE] = readFileSync(join(REPOSITORY, "fixtures/completion.txt"), "utf8")
  .split(/^# .*\n/m)
  .slice(1)
  .map((part, at) =>
    part
      .trimEnd()
      .split("\n")
      .map((line, i) => (at === 0 ? line : line.replaceAll("evil", `evil${i}`))),
  ) as [string[], string[]];
const WORDS: Readonly<Record<string, readonly string[]>> = {
  "{commands}": TOP_COMMANDS,
  "{files}": ALL_FILES,
  "{registry}": REGISTRY_COMMANDS,
  "{guides}": GUIDES,
  "{channels}": [...CHANNELS],
  "{languages}": [...LANGUAGES],
};
const OFFERS = OFFERED.map((row) => {
  const [asked, words = ""] = row.split(/ => ?/) as [string, string];
  const [what, line] = asked.split(" | ") as [string, string];
  const all = words === "" ? [] : words.split(", ").flatMap((word) => WORDS[word] ?? [word]);
  return [
    what,
    line,
    what.includes("that help knows") ? all.filter((word) => word !== "help").sort() : all.sort(),
  ] as const;
});

const LEFT_OUT = new Set(SHELLS.filter(isLeftOut));

describe.each(SHELLS.filter((shell) => !LEFT_OUT.has(shell)))("in %s", (shell) => {
  let answers: Promise<string[][]> | undefined;

  test.each(["en", "es"])("the script has no syntax error (%s)", async (language) => {
    const dir = new Workdir();
    await writeScript(dir, shell, language);
    const run = await dir.shell(`${shell} -n .shell/svscrub.${shell}`);
    run.mustExit(0);
    expect(run.stderr).toBe("");
  });

  // One command answers all shells: of the others each fourth question is asked, since every one starts a process.
  const step = shell === "bash" ? 1 : 4;

  test("every option of every command is offered, and no other", async () => {
    const names = [...commands.keys()].filter((_, i) => i % step === 0);
    const answers = await ask(
      shell,
      names.map((name) => `svscrub ${name} -`),
    );
    const expected = names.map((name) => [
      name,
      commands
        .get(name)!
        .flatMap(({ names }) => names)
        .sort(),
    ]);
    expect(names.map((name, i) => [name, answers[i]])).toEqual(expected);
  });

  test("every value that is not made up is offered: the words that the option takes, or files", async () => {
    const all = [...commands].flatMap(([name, options]) =>
      options
        .filter(({ metavar }) => metavar !== undefined)
        .map(({ names, metavar }) => ({ name, option: names.at(-1)!, metavar: metavar! })),
    );
    // What several commands take is the same; it is asked once.
    const once = [...new Map(all.map((one) => [`${one.option} ${one.metavar}`, one])).values()];
    const questions = once.filter((_, i) => i % step === 0);
    const answers = await ask(
      shell,
      questions.map(({ name, option }) => `svscrub ${name} ${option} `),
    );
    for (const [i, { name, option, metavar }] of questions.entries()) {
      const said = `${name} ${option} ${metavar}`;
      if (FREE_VALUES.has(metavar)) expect(answers[i], said).toEqual([]);
      else if (FILES_OR_FOLDERS.test(metavar)) expect(answers[i], said).toContain("sub");
      else {
        const { stderr } = await runHere([...name.split(" "), option, "?", "--help"]);
        const taken = / takes (.*)/.exec(stderr)?.[1]?.split(", ").sort();
        expect(answers[i], said).toEqual(taken);
      }
    }
    expect(once.length).toBeGreaterThan(50);
  });

  test.each(OFFERS)("it offers %s: %s", async (_what, line, expected) => {
    answers ??= ask(
      shell,
      OFFERS.map(([, line]) => line),
    );
    expect((await answers)[OFFERS.findIndex(([, asked]) => asked === line)]).toEqual(expected);
  });

  test("nothing that stands in a line is evaluated", async () => {
    const dir = scene();
    await ask(shell, HOSTILE, dir);
    const evaluated = dir.list().filter((name) => /^evil/.test(name));
    expect(evaluated.map((name) => HOSTILE[Number(name.slice(4))])).toEqual([]);
    for (const name of FILES) expect(dir.exists(name), name).toBe(true);
  });

  test("it is installed by the line that the help shows, and installed again", async () => {
    const dir = scene();
    const line = en.help.command.completion.examples.find((example) => example.includes(`completion ${shell} `))!;
    for (let i = 0; i < 2; i++) (await dir.shell(line, { env: { HOME: dir.path } })).mustExit(0);
    const loading = { bash: '. "$HOME/.bashrc"', zsh: '. "$HOME/.zshrc"', fish: "" }[shell];
    const answers = await offered(dir, ["svscrub --ch", "svscrub reg"], { shell, loading });
    expect(answers).toEqual([["--channel"], ["registry"]]);
    const startup = [".bashrc", ".zshrc"].filter((name) => dir.exists(name)).map((name) => dir.text(name));
    expect(startup.join("").split("\n").length).toBeLessThan(3);
  });
});

test.skipIf(isLeftOut("shellcheck")).each(["en", "es"])(
  "shellcheck finds nothing in the script for bash (%s)",
  async (language) => {
    const dir = new Workdir();
    await writeScript(dir, "bash", language);
    const run = await dir.shell("shellcheck --shell=bash .shell/svscrub.bash");
    run.check(() => expect(`${run.stdout}${run.stderr}`).toBe(""));
  },
);

test("a script in Spanish offers the topics by their Spanish names", async () => {
  const dir = scene();
  await writeScript(dir, "bash", "es");
  expect(await offered(dir, ["svscrub help col"], { shell: "bash" })).toEqual([["columnas"]]);
});

test("a reader of the script who leaves early gets no message", async () => {
  const run = await new Workdir().shell("set -o pipefail; svscrub completion fish | true");
  expect([0, 141]).toContain(run.code);
  expect(run.stderr).toBe("");
});

test.skipIf(LEFT_OUT.has("zsh"))("zsh finds the script by its name in a folder of functions", async () => {
  const dir = scene();
  (await dir.shell("mkdir functions && svscrub completion zsh > functions/_svscrub")).mustExit(0);
  const loading = "fpath=($PWD/functions $fpath); compinit -D -u";
  const lines = ["svscrub --ch", "svscrub --channel s"];
  expect(await offered(dir, lines, { shell: "zsh", loading })).toEqual([["--channel"], ["sms"]]);
});

test.skipIf(LEFT_OUT.has("fish"))(
  "fish shows what each command and option does, in the language of its script",
  async () => {
    const dir = new Workdir();
    await writeScript(dir, "fish", "es");
    const script = 'source .shell/svscrub.fish; complete -C "svscrub registry "; complete -C "svscrub --ch"';
    const { stdout } = await dir.shell(`fish -c '${script}'`, { env: withProgram(dir) });
    expect(stdout.toString()).toContain(`import\t${es.help.command["registry import"].line}\n`);
    expect(stdout.toString()).toContain("--channel\tcanal de la campaña");
  },
);
