import { expect, test } from "vitest";
import { inspectCommand } from "../../src/commands/inspect/inspect.js";
import { en } from "../../src/text/en/sentences.js";

function parsed(...words: string[]) {
  const typed = inspectCommand.parse(words, { sentences: en });
  if ("show" in typed) throw new Error("help, not arguments");
  return typed;
}

test("options may stand among the files, and - is stdin", () => {
  expect(parsed("-", "-c", "cel", "a.csv", "--column=2", "--no-header", "b.csv", "--delimiter", "tab")).toMatchObject({
    operands: ["-", "a.csv", "b.csv"],
    column: ["cel", "2"],
    header: false,
    delimiter: [{ list: undefined, value: 9 }],
  });
});
