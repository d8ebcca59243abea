// What the completion scripts are told, asked as fish asks: test/completion.slow.test.ts asks the shells themselves.

import { expect, test } from "vitest";
import { CHANNELS } from "../../src/suppression/event.js";
import { en } from "../../src/text/en/sentences.js";
import { es } from "../../src/text/es/sentences.js";
import { Workdir } from "../support/workdir.js";

const BEGINNING = ["begun", "rest", "pattern", "separator"].length;

/** The candidates for the last word, each with what is said of it. */
async function offered(words: readonly string[], dir = new Workdir(), language = "en"): Promise<string[]> {
  const run = await dir.ok(["__complete", language, "fish", ...words]);
  expect(run.stderr).toBe("");
  return run.out.split("\n").slice(BEGINNING, -1);
}

async function wordsOffered(words: readonly string[], dir = new Workdir()): Promise<string[]> {
  return (await offered(words, dir)).map((line) => line.replace(/\t.*/, ""));
}

test.each([
  ["en", en],
  ["es", es],
])("every command and every option is offered, with what the help says of it (%s)", async (language, { help }) => {
  const commands = [
    ...(await offered([""], new Workdir(), language)),
    ...(await offered(["registry", ""], new Workdir(), language)),
  ];
  expect(commands).toHaveLength(Object.keys(help.command).length + 1);
  for (const [name, { line, option }] of Object.entries(help.command)) {
    expect(commands).toContain(`${name.replace("registry ", "")}\t${line}`);
    const options = await offered([...name.split(" "), "-"], new Workdir(), language);
    for (const [long, text] of Object.entries<string>(option)) {
      const [before, after = ""] = text.replace(/\s+/g, " ").split("{words}");
      const said = options.find((one) => one.startsWith(`--${long}\t`));
      expect(said?.startsWith(`--${long}\t${before}`) && said.endsWith(after), `${name} --${long}: ${said}`).toBe(true);
    }
  }
});

test.each([
  ["nothing is asked", []],
  ["the shell is unknown", ["en", "tcsh", ""]],
  ["no word is said", ["en", "fish"]],
  ["what powershell says is no code", ["en", "powershell", "%"]],
  ["a file of arguments is not there", ["en", "fish", "@gone", "--ch"]],
  ["a word would be evaluated", ["en", "zsh", "-s", "a$(touch x)/"]],
  ["a word holds a line's end", ["en", "fish", "a\nb"]],
  ["it can't look into a folder", ["en", "fish", "-s", "gone/a=b"]],
])("a fault is silent: %s", async (_what, asked) => {
  const run = await new Workdir().ok(["__complete", ...asked]);
  expect(run.stderr).toBe("");
});

test("a line in which a value is still missing is completed all the same", async () => {
  expect(await wordsOffered(["l", "-o", "--max-age", "--json", "--channel", ""])).toEqual([...CHANNELS]);
  expect(await wordsOffered(["-s", "--no-report", "-"])).toContain("--channel");
});

test("a path with = that stands there is a path, else what stands before it is the list's name", async () => {
  const dir = new Workdir({ "a=b.csv": "" });
  const begunOf = async (word: string) => (await dir.run(["__complete", "en", "fish", "-s", word])).out.split("\n", 2);
  expect(await begunOf("a=b")).toEqual(["", "a=b"]);
  expect(await begunOf("dnc=b")).toEqual(["dnc=", "b"]);
  expect(await begunOf("mi\\ lista=b\\ c")).toEqual(["mi lista=", "b\\ c"]);
});

test("neither stdin nor a list that is a stream is waited for", async () => {
  const dir = new Workdir();
  const words = ["-", "fifo", "-c", "''"].join(" ");
  const run = await dir.shell(
    `mkfifo fifo; exec 3<>fifo; svscrub __complete en fish ${words} <&3; svscrub __complete en fish "" <&3`,
  );
  run.mustExit(0);
  expect(run.out).toContain("scrub\t");
});

test("no help and no completion names it", async () => {
  for (const words of [["--help"], ["help"], ["help", "completion"]])
    expect((await new Workdir().run(words)).out).not.toContain("__complete");
  expect(await wordsOffered(["__"])).not.toContain("__complete");
});
