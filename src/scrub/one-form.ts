// Refuses phone lists of different forms in one run, because their records go into one file.

import { describeDelimiter } from "../csv/dialect.js";
import { ExitCode, ScrubError } from "../errors.js";
import { columnName } from "../lists/column-names.js";
import { agree } from "../lists/encoding.js";
import type { OpenedList } from "../lists/open.js";
import type { ListOverrides } from "../lists/overrides.js";
import { listName } from "../lists/table.js";

/** In what a phone list differs from the first of its run. */
export type ListMismatch = "encoding" | "delimiter" | "line-end" | "columns" | "column" | "phone-columns";

interface ShapedList {
  list: OpenedList;
  overrides: ListOverrides;
}

export class OneForm {
  #first: ShapedList | undefined;
  /** The list that decides the encoding: the first that holds more than ASCII, or else the first. */
  #encoded: ShapedList | undefined;

  /** Returns whether a list is the first of the run. Refuses one whose records can't follow those of the first in one file. */
  accept(list: OpenedList, overrides: ListOverrides): boolean {
    const added = { list, overrides };
    this.#first ??= added;
    this.#encoded ??= added;
    const [first, encoded] = [this.#first, this.#encoded];
    if (first === added) return true;
    const both = [first.list, list] as const;
    if (!agree(encoded.list.encoding, list.encoding))
      refuse("encoding", [encoded.list, list], ({ encoding }) => encoding.name);
    for (const [kind, describe] of MUST_BE_ALIKE)
      if (describe(both[0]) !== describe(list)) refuse(kind, both, describe);
    refuseOtherNames(first, added);
    if (first.list.columns.join() !== list.columns.join()) refuse("phone-columns", both, phonesOf);
    if (encoded.list.encoding.isEither) this.#encoded = added;
    return false;
  }
}

/** Refuses columns of different names. Phone columns may differ, if the user chose them for both lists. */
function refuseOtherNames(first: ShapedList, added: ShapedList): void {
  const [one, other] = [first.list, added.list];
  const differing = [...Array(other.width).keys()].filter((at) => one.header?.[at] !== other.header?.[at]);
  const arePhones = differing.every((at) => one.columns.includes(at) && other.columns.includes(at));
  const mayBeChosen = arePhones && one.file.path !== other.file.path;
  const choices = mayBeChosen ? [first, added].flatMap(choiceOf) : [];
  if (differing.length === 0 || (mayBeChosen && choices.length === 0)) return;
  refuse("column", [one, other], (list) => columnName(list, differing[0]!), choices);
}

type Describe = (list: OpenedList) => string;

const MUST_BE_ALIKE: readonly [ListMismatch, Describe][] = [
  ["delimiter", ({ dialect }) => describeDelimiter(dialect.delimiter)],
  ["line-end", ({ dialect }) => (dialect.recordEnd === "cr" ? "CR" : "LF")],
  ["columns", ({ width }) => String(width)],
];

const phonesOf: Describe = (list) => list.columns.map((column) => columnName(list, column)).join(", ");

type TwoLists = readonly [first: OpenedList, added: OpenedList];

/** Refuses the added list. `describe`: writes what differs. `choices`: options with which the two lists fit together. */
function refuse(kind: ListMismatch, [first, list]: TwoLists, describe: Describe, choices: string[] = []): never {
  const values = [kind, describe(list), listName(first), describe(first), choices] as const;
  throw new ScrubError(ExitCode.phoneList, "differentLists", [...values], { file: list.file.path });
}

/** Returns the options that choose a list's phone columns; none if they were given. */
function choiceOf({ list, overrides: { columns, name } }: ShapedList): string[] {
  if (columns.length > 0) return [];
  return list.columns.flatMap((column) => ["--column", `${name ?? list.file.path}=${columnName(list, column)}`]);
}
