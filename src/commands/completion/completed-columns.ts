// The names of the columns of the lists that stand in a line that somebody types: nothing else of a list is offered.

import { homedir } from "node:os";
import type { Command as Program } from "commander";
import { ExitCode } from "../../errors.js";
import { kindOfPath } from "../../files/paths.js";
import { shownName } from "../../lists/column-names.js";
import { openList } from "../../lists/open.js";
import { isNamed } from "../../suppression/self-check.js";
import { resolveSources } from "../../suppression/sources.js";
import { parseWords, type ReadingArguments } from "../arguments.js";
import { overridesBeside, overridesOf, planSources } from "../scrub/plan.js";
import { partOperands, type SuppressionArguments } from "../suppression-arguments.js";
import type { Value } from "./completable.js";

type Typed = ReadingArguments | (ReadingArguments & SuppressionArguments);

/** `isNamed`: `typed` begins with the name of a list, whose they are alone. An error where a list can't be opened. */
export async function columnsIn(
  columnOf: NonNullable<Value["columnOf"]>,
  words: readonly string[],
  program: Program,
  typed: string,
): Promise<{ names: readonly string[]; isNamed: boolean }> {
  // No shell has put in one's own folder yet.
  const atHome = words.map((word) => word.replace(/^~(?=\/)/, () => homedir()));
  parseWords(program, partOperands(atHome, program));
  const said: Typed = { ...program.opts<Typed>(), column: [] };
  const name = /^[^=]+(?==)/.exec(typed)?.[0];
  const lists = columnOf === "operands" ? operandsOf(program, said) : suppressedOf(said);
  const meant = lists.filter((list) => name !== undefined && list.name !== undefined && isNamed(list.name, name));
  const names = new Set<string | undefined>();
  for (const { path, overrides } of meant.length > 0 ? meant : lists) {
    // A stream would be waited for.
    if (kindOfPath(path) !== "file") continue;
    const use = columnOf === "operands" ? "phone-list" : "suppression";
    const list = await openList(path, use, ExitCode.phoneList, { ...overrides, mayLackPhones: true });
    list.file.close();
    for (const cell of list.header ?? []) names.add(shownName(cell));
  }
  return { names: [...names].filter((name) => name !== undefined), isNamed: meant.length > 0 };
}

function operandsOf({ args }: Program, said: Typed) {
  const overrides = "suppress" in said ? overridesBeside(said) : overridesOf(said);
  return args.map((path) => ({ name: undefined, path, overrides }));
}

function suppressedOf(said: Typed) {
  if (!("suppress" in said)) return [];
  const { sources } = resolveSources(said.suppress);
  const { lists } = planSources({ ...said, suppressColumn: [], hashKeyFile: undefined }, sources, undefined);
  return lists.map(({ source, overrides }) => ({ ...source, overrides }));
}
