// Refuses phone lists of different forms in one run, because their records go into one file.

import { describeDelimiter } from "../csv/dialect.js";
import { ExitCode, ScrubError } from "../errors.js";
import { columnName } from "../lists/column-names.js";
import { agree } from "../lists/encoding.js";
import type { OpenedList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { listName } from "../lists/table.js";

/** What a phone list can differ in from the first of its run. */
export type ListMismatch = "encoding" | "delimiter" | "line-end" | "columns" | "column" | "phone-columns";

interface ShapedList {
  list: OpenedList;
  overrides: ListOverrides;
}

export class OneForm {
  #first: ShapedList | undefined;
  /** The list that decides the encoding: the first that is more than ASCII. */
  #encodes: ShapedList | undefined;

  /** Returns whether a list is the first. Refuses one that can't be in one file with those before it. */
  accept(list: OpenedList, overrides: ListOverrides): boolean {
    const other = { list, overrides };
    this.#first ??= other;
    this.#encodes ??= other;
    const [first, encodes] = [this.#first, this.#encodes];
    if (first === other) return true;
    if (!agree(encodes.list.encoding, list.encoding))
      refuse("encoding", encodes.list, list, ({ encoding }) => encoding.name);
    for (const [kind, tell] of MUST_BE_ALIKE) if (tell(first.list) !== tell(list)) refuse(kind, first.list, list, tell);
    const { header } = first.list;
    const named = [...Array(list.width).keys()].filter((at) => header?.[at] !== list.header?.[at]);
    // Phone columns may have different names if the user named them for both lists.
    const both = [first, other];
    const arePhones =
      first.list.file.path !== list.file.path &&
      named.every((at) => both.every((one) => one.list.columns.includes(at)));
    const areChosen = both.every((one) => one.overrides.columns.length > 0);
    if (named.length > 0 && !(arePhones && areChosen))
      refuse("column", first.list, list, (one) => columnName(one, named[0]!), arePhones ? both.flatMap(choiceOf) : []);
    if (first.list.columns.join() !== list.columns.join()) refuse("phone-columns", first.list, list, phonesOf);
    if (encodes.list.encoding.isEither) this.#encodes = other;
    return false;
  }
}

type Tell = (list: OpenedList) => string;

const MUST_BE_ALIKE: readonly [ListMismatch, Tell][] = [
  ["delimiter", ({ dialect }) => describeDelimiter(dialect.delimiter)],
  ["line-end", ({ dialect }) => (dialect.recordEnd === "cr" ? "CR" : "LF")],
  ["columns", ({ width }) => String(width)],
];

const phonesOf: Tell = (list) => list.columns.map((column) => columnName(list, column)).join(", ");

/** Refuses a list. `choices`: the options with which the two lists fit together. */
function refuse(kind: ListMismatch, first: OpenedList, list: OpenedList, tell: Tell, choices: string[] = []): never {
  const values = [kind, tell(list), listName(first), tell(first), choices] as const;
  throw new ScrubError(ExitCode.phoneList, "differentLists", [...values], { file: list.file.path });
}

/** Returns the options that would choose a list's phone columns, unless they were given. */
function choiceOf({ list, overrides: { columns, name } }: ShapedList): string[] {
  if (columns.length > 0) return [];
  return list.columns.flatMap((column) => ["--column", `${name ?? list.file.path}=${columnName(list, column)}`]);
}
