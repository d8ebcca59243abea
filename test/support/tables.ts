// Tables of small inputs and what each comes to: files of blocks, which a test reads as they stand (fixtures/README.md says how).
// UPDATE_GOLDEN=1 rewrites what is expected, to be looked at before it is believed.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { REPOSITORY } from "./workdir.js";

const ARROW = " => ";
const IS_UPDATE = process.env.UPDATE_GOLDEN === "1";

/** A test for each row of each table in a folder of fixtures. `outcomeOf` gets the block's second line, and its input. */
export function testTables(
  folder: string,
  outcomeOf: (terms: string, input: string, table: string) => Promise<string>,
): void {
  for (const name of readdirSync(join(REPOSITORY, "fixtures", folder)).sort())
    describe(basename(name, ".txt"), () => testTable(join(REPOSITORY, "fixtures", folder, name), outcomeOf));
}

function testTable(file: string, outcomeOf: (terms: string, input: string, table: string) => Promise<string>): void {
  const blocks = readFileSync(file, "utf8")
    .trimEnd()
    .split("\n\n")
    .map((block) => block.split("\n"));
  for (const block of blocks) {
    const [title, terms, ...lines] = block as [string, string, ...string[]];
    const input = lines.filter((line) => !isRow(line)).join("\n");
    for (const line of lines.filter(isRow)) {
      const [given, expected] = line.split(ARROW) as [string, string];
      const value = given.replace(/^- ?/, "");
      test(`${title.slice(2)}: ${value}`, async () => {
        const found = await outcomeOf(
          terms,
          line.startsWith("-") ? filled(input === "" ? "{1}" : input, value) : input,
          basename(file, ".txt"),
        );
        if (IS_UPDATE) block[block.indexOf(line)] = given + ARROW + found;
        else expect(found).toBe(expected);
      });
    }
  }
  afterAll(() => {
    if (IS_UPDATE) writeFileSync(file, `${blocks.map((block) => block.join("\n")).join("\n\n")}\n`);
  });
}

/** `\\n`, `\\t`, `\\r` and `\\u….` are those characters. */
export function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", "\\": "\\" };
  return text.replace(/\\(?:u([0-9a-f]{4})|([nrt\\]))/g, (_, hex: string | undefined, sign: string) =>
    hex === undefined ? signs[sign]! : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Puts the values of a row, between bars, in the places of a block's input: `{1}`, `{2}`. */
function filled(input: string, row: string): string {
  const values = input.includes("{2}") ? row.split(" | ") : [row];
  return input.replace(/\{([1-3])\}/g, (_, place: string) => values[Number(place) - 1]!);
}

/** A row of a table: `- VALUE => …`, or ` => …` where its block has no other. */
function isRow(line: string): boolean {
  return (line.startsWith("- ") || line.startsWith(ARROW)) && line.includes(ARROW);
}
