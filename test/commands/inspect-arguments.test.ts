import { expect, test } from "vitest";
import { type InspectArguments, parseInspectArguments } from "../../src/commands/inspect/inspect.js";
import { en } from "../../src/text/en/sentences.js";

function parsed(...words: string[]): InspectArguments {
  const typed = parseInspectArguments(words, { sentences: en });
  if ("show" in typed) throw new Error("help, not arguments");
  return typed;
}

test("options may stand among the files, and - is stdin", () => {
  expect(parsed("-", "-c", "cel", "a.csv", "--column=2", "--no-header", "b.csv", "--delimiter", "tab")).toMatchObject({
    files: ["-", "a.csv", "b.csv"],
    column: ["cel", "2"],
    header: false,
    delimiter: [{ list: undefined, value: 9 }],
  });
});
