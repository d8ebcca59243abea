// Names by which options refer to the lists of a run: a suppression list's own name, a phone list's file name.

import path from "node:path";
import { kindOfPath } from "./paths.js";

/** A suppression list's name and, if known, its path and what was typed after `-s`: the path itself or its folder. */
export interface NamedList {
  name: string;
  path?: string;
  typedAs?: string;
}

/** Whether a typed NAME refers to the list: its own name, its folder's, or either path as given. */
export function isNamed({ name, path: file, typedAs }: NamedList, typed: string): boolean {
  return typed === name || typed === file || typed === typedAs || name.startsWith(`${typed}/`);
}

/** Returns the name of the list, folder or workbook that a typed path refers to. Any other text is returned as it is. */
export function nameOfTyped(lists: readonly NamedList[], typed: string): string {
  if (lists.some(({ name }) => isNamed({ name }, typed))) return typed;
  const [meant, ...others] = lists.filter((list) => isNamed(list, typed));
  if (meant === undefined) return typed;
  return others.length === 0 ? meant.name : path.dirname(meant.name);
}

/** Returns the names by which options may refer to a phone list: its typed path and its file name. */
export function phoneListAs(typed: string | undefined): NamedList {
  return typed === undefined ? { name: "" } : { name: ownName(typed), path: typed };
}

/** Returns the name of a list without a given name: its file name, or `stdin`. */
export function ownName(file: string): string {
  return file === "-" ? "stdin" : path.basename(file);
}

/** Returns the end of the longest name that a text begins with, before a `=`; -1 if there is none. */
export function endOfName(typed: string, isName: (name: string) => boolean): number {
  for (let at = typed.lastIndexOf("="); at > 0; at = typed.lastIndexOf("=", at - 1))
    if (isName(typed.slice(0, at))) return at;
  return -1;
}

/** Splits an argument of `-s` at the first `=`, unless the whole argument is an existing path. */
export function splitName(typed: string): { name: string | undefined; value: string } {
  const at = typed.indexOf("=");
  if (at <= 0 || kindOfPath(typed) !== "missing") return { name: undefined, value: typed };
  return { name: typed.slice(0, at), value: typed.slice(at + 1) };
}

/** Whether an argument of `-s` may contain a list of this name before it is opened: a file, a file in a folder, or a sheet. */
export function mayBeNamed(typed: string, name: string): boolean {
  const { name: given, value } = splitName(typed);
  const own = given ?? ownName(kindOfPath(value) === "directory" ? path.resolve(value) : value);
  if (name === own || name === value) return true;
  const folder = [own, value].find((one) => name.startsWith(`${one}/`));
  if (folder === undefined) return false;
  const inFolder = path.join(value, name.slice(folder.length + 1));
  return kindOfPath(value) !== "directory" || kindOfPath(inFolder) !== "missing";
}
