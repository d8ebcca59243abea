// What the completion scripts are told, asked as fish asks: test/completion.slow.test.ts asks the shells themselves.

import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { en } from "../../src/text/en/sentences.js";
import { es } from "../../src/text/es/sentences.js";
import { workbookOf } from "../support/workbooks.js";
import { Workdir } from "../support/workdir.js";

const BEGINNING = ["begun", "rest", "pattern", "separator"].length;

/** The candidates for the last word, each with what is said of it. */
async function offered(words: readonly string[], dir = new Workdir(), language = "en"): Promise<string[]> {
  const run = await dir.run(["__complete", language, "fish", ...words]);
  run.mustExit(0);
  expect(run.stderr).toBe("");
  return run.stdout.toString().split("\n").slice(BEGINNING, -1);
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

describe("the columns of a list", () => {
  const CSV = "telefono,nombre,día de pago\n7012-3456,Ana,1\n";
  const COLUMNS = ["telefono", "nombre", "día de pago"];

  test.each<[what: string, content: string | Uint8Array, words: readonly string[], expected: readonly string[]]>([
    ["are offered", CSV, ["LIST", "--column", ""], COLUMNS],
    ["are offered behind =", CSV, ["LIST", "--ignore-column="], COLUMNS.map((name) => `--ignore-column=${name}`)],
    ["are offered of a gzipped list", gzipSync(CSV), ["LIST", "-c", ""], COLUMNS],
    [
      "are offered of a workbook",
      workbookOf([
        ["telefono", "nombre"],
        ["7012-3456", "Ana"],
      ]),
      ["LIST", "-c", ""],
      ["telefono", "nombre"],
    ],
    ["are offered of a list without phones", "nombre,clave\nAna,x1\n", ["LIST", "-c", ""], ["nombre", "clave"]],
    [
      "are offered as the line says that it is read",
      `Clientes\n${CSV}`,
      ["LIST", "--header-row", "2", "-c", ""],
      COLUMNS,
    ],
    ["are offered beside a column that is no column", CSV, ["LIST", "-c", "oops", "-c", ""], COLUMNS],
    ["are offered once each", "telefono,nota,nota\n7012-3456,a,b\n", ["LIST", "-c", ""], ["telefono", "nota"]],
    ["are offered to an inspection", CSV, ["inspect", "LIST", "-c", ""], COLUMNS],
    ["are offered to an audit", CSV, ["audit", "LIST", "-s", "LIST", "-c", ""], COLUMNS],
    ["are offered to an import", CSV, ["registry", "import", "LIST", "--text-column", ""], COLUMNS],
    ["are offered of a suppression list", CSV, ["x.csv", "-s", "LIST", "--suppress-column", ""], COLUMNS],
    [
      "are offered of the list that is named",
      CSV,
      ["x.csv", "-s", "a=LIST", "--suppress-column", "a="],
      COLUMNS.map((name) => `a=${name}`),
    ],
    [
      "are offered of the phone list that is named",
      CSV,
      ["LIST", "x.csv", "-s", "LIST", "--column", "list="],
      COLUMNS.map((name) => `list=${name}`),
    ],
    ["are not offered of a list without a header", "7012-3456,Ana\n6123-4567,Luis\n", ["LIST", "-c", ""], []],
    ["are not offered where the line says that there is none", CSV, ["LIST", "--no-header", "-c", ""], []],
    ["are offered below titles", `Clientes,,\n${CSV}`, ["LIST", "-c", ""], ["telefono", "nombre", "día de pago"]],
    [
      "are not offered where one could be a record's cell",
      "telefono,70123456 Ana\n7012-3456,x\n",
      ["LIST", "-c", ""],
      [],
    ],
    ["are not offered of what is no list", new Uint8Array([0, 1, 2, 255]), ["LIST", "-c", ""], []],
    ["are not offered of a list that is not there", CSV, ["gone.csv", "-c", ""], []],
    ["are not offered of the other lists", CSV, ["x.csv", "-s", "LIST", "-c", ""], []],
  ])("%s", async (_what, content, words, expected) => {
    const dir = new Workdir();
    dir.write("list", content);
    const typed = words.map((word) => word.replace("LIST", "list"));
    expect(await wordsOffered(typed, dir)).toEqual(expected);
    expect(dir.list()).toEqual(["list"]);
  });

  test("hold no control characters, and are quoted for bash, which does not by itself", async () => {
    const dir = new Workdir();
    dir.write("l", 'telefono,$(touch x),a\u001bb c,it\'s,"x;y"\n7012-3456,1,2,3,4\n');
    const inBash = async (typed: string) => {
      const line = `svscrub l -c ${typed}`;
      const run = await dir.run(["__complete", "en", "bash", typed.replace(/^["']/, ""), line]);
      return run.stdout.toString().split("\n").slice(5, -1);
    };
    expect(await inBash("")).toEqual(["telefono", "\\$\\(touch\\ x\\)", "ab\\ c", "it\\'s", "x\\;y"]);
    expect(await inBash('"')).toEqual(["telefono", "ab c"]);
    expect(await inBash("'a")).toEqual(["ab c"]);
  });
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
  const run = await new Workdir().run(["__complete", ...asked]);
  run.mustExit(0);
  expect(run.stderr).toBe("");
});

test("a line in which a value is still missing is completed all the same", async () => {
  expect(await wordsOffered(["l", "-o", "--max-age", "--json", "--channel", ""])).toEqual([
    "any",
    "call",
    "sms",
    "whatsapp",
  ]);
  expect(await wordsOffered(["-s", "--no-report", "-"])).toContain("--channel");
});

test("a path with = that stands there is a path, else what stands before it is the list's name", async () => {
  const dir = new Workdir();
  dir.write("a=b.csv", "");
  const begunOf = async (word: string) =>
    (await dir.run(["__complete", "en", "fish", "-s", word])).stdout.toString().split("\n", 2);
  expect(await begunOf("a=b")).toEqual(["", "a=b"]);
  expect(await begunOf("dnc=b")).toEqual(["dnc=", "b"]);
  expect(await begunOf("mi\\ lista=b\\ c")).toEqual(["mi lista=", "b\\ c"]);
});

test("a list in one's own folder is found", async () => {
  const dir = new Workdir();
  dir.write("home/l", "telefono,nombre\n7012-3456,Ana\n");
  const run = await dir.run(["__complete", "en", "zsh", "~/l", "-c", ""], { env: { HOME: dir.at("home") } });
  expect(run.stdout.toString()).toContain("nombre");
});

test("neither stdin nor a list that is a stream is waited for", async () => {
  const dir = new Workdir();
  const words = ["-", "fifo", "-c", "''"].join(" ");
  const run = await dir.shell(
    `mkfifo fifo; exec 3<>fifo; svscrub __complete en fish ${words} <&3; svscrub __complete en fish "" <&3`,
  );
  run.mustExit(0);
  expect(run.stdout.toString()).toContain("scrub\t");
});

test("no help and no completion names it", async () => {
  for (const words of [["--help"], ["help"], ["help", "completion"]])
    expect((await new Workdir().run(words)).stdout.toString()).not.toContain("__complete");
  expect(await wordsOffered(["__"])).not.toContain("__complete");
});
