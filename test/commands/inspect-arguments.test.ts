import { expect, test } from "vitest";
import { type InspectArguments, parseInspectArguments } from "../../src/commands/inspect/inspect.js";
import { ScrubError } from "../../src/errors.js";
import { en } from "../../src/text/en/sentences.js";

function parsed(...words: string[]): InspectArguments {
  const typed = parseInspectArguments(words, { sentences: en, version: "0" });
  if ("show" in typed) throw new Error("help, not arguments");
  return typed;
}

test("--sample takes a number behind it, and no file", () => {
  expect(parsed("a.csv", "b.csv").sample).toBeUndefined();
  expect(parsed("--sample", "500", "a.csv")).toMatchObject({ files: ["a.csv"], sample: 500 });
  expect(parsed("--sample=500", "a.csv")).toMatchObject({ files: ["a.csv"], sample: 500 });
  expect(parsed("--sample", "a.csv")).toMatchObject({ files: ["a.csv"], sample: 100_000 });
  expect(parsed("a.csv", "--sample")).toMatchObject({ files: ["a.csv"], sample: 100_000 });
  expect(parsed("a.csv", "--sample", "--json")).toMatchObject({ files: ["a.csv"], sample: 100_000, json: true });
  expect(parsed("--sample", "--", "500")).toMatchObject({ files: ["500"], sample: 100_000 });
});

test("a sample of nothing, of a word or without a number behind = is wrong usage", () => {
  for (const words of [["--sample=0"], ["--sample", "0"], ["--sample=x"], ["--sample="], ["--sample=-5"]])
    expect(() => parsed("a.csv", ...words), words.join(" ")).toThrow(ScrubError);
});

test("options may stand among the files, and - is stdin", () => {
  expect(parsed("-", "-c", "cel", "a.csv", "--column=2", "--no-header", "b.csv", "--delimiter", "tab")).toMatchObject({
    files: ["-", "a.csv", "b.csv"],
    column: ["cel", "2"],
    header: false,
    delimiter: [{ list: undefined, value: 9 }],
  });
});
