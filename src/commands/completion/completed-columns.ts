// The names of the columns of the lists that stand in a line that somebody types: nothing else of a list is offered.

import { homedir } from "node:os";
import type { Command as Program } from "commander";
import { ExitCode } from "../../errors.js";
import { endOfName, isNamed, isPhoneListNamed } from "../../files/list-names.js";
import { kindOfPath } from "../../files/paths.js";
import { shownName } from "../../lists/column-names.js";
import { openList } from "../../lists/open.js";
import { resolveSources } from "../../suppression/sources.js";
import { parseWords, type ReadingArguments } from "../arguments.js";
import { overridesBeside, overridesOf, planSources, type ReadingBeside } from "../scrub/plan.js";
import { partOperands, type SuppressionArguments } from "../suppression-arguments.js";
import type { Value } from "./completable.js";

type Typed = ReadingArguments | ReadingBeside | (ReadingBeside & SuppressionArguments);

/** `nameEnd`: where they begin in `typed`, behind the name of a list, whose they are alone. An error where a list can't be opened. */
export async function columnsIn(
  { columnOf, isNamed: mayBeNamed }: Value,
  words: readonly string[],
  program: Program,
  typed: string,
): Promise<{ names: readonly string[]; nameEnd: number }> {
  // No shell has put in one's own folder yet.
  const atHome = words.map((word) => word.replace(/^~(?=\/)/, () => homedir()));
  parseWords(program, partOperands(atHome, program));
  const said: Typed = { ...program.opts<Typed>(), column: [] };
  const lists = columnOf === "operands" ? operandsOf(program, said) : suppressedOf(said);
  const end = mayBeNamed ? endOfName(typed, (name) => lists.some((list) => list.isNamed(name))) : -1;
  const meant = lists.filter((list) => end < 0 || list.isNamed(typed.slice(0, end)));
  const names = new Set<string | undefined>();
  for (const { path, overrides } of meant) {
    // A stream would be waited for.
    if (kindOfPath(path) !== "file") continue;
    const use = columnOf === "operands" ? "phone-list" : "suppression";
    const list = await openList(path, use, ExitCode.phoneList, { ...overrides, mayLackPhones: true });
    list.file.close();
    for (const cell of list.header ?? []) names.add(shownName(cell));
  }
  return { names: [...names].filter((name) => name !== undefined), nameEnd: end + 1 };
}

function operandsOf({ args }: Program, said: Typed) {
  return args.map((path) => {
    const isOwn = (name: string) => isPhoneListNamed(path, name);
    return { path, isNamed: isOwn, overrides: "headerless" in said ? overridesBeside(said, isOwn) : overridesOf(said) };
  });
}

function suppressedOf(said: Typed) {
  if (!("suppress" in said)) return [];
  const { sources } = resolveSources(said.suppress);
  const { lists } = planSources({ ...said, suppressColumn: [], hashKeyFile: undefined }, sources, undefined);
  return lists.map(({ source, overrides }) => ({
    path: source.path,
    isNamed: (name: string) => isNamed(source, name),
    overrides,
  }));
}
