// The names by which options mean the lists of a run: of a suppression list its own, of a phone list its file's.

import path from "node:path";
import { kindOfPath } from "./paths.js";

/** A suppression list by its name, and where that is known by its path and by what was typed behind -s: itself, or its folder. */
export interface NamedList {
  name: string;
  path?: string;
  typedAs?: string;
}

/** Whether a suppression list answers to a NAME as typed: its own or its folder's, or the path of one of them as it was given. */
export function isNamed({ name, path: file, typedAs }: NamedList, typed: string): boolean {
  return typed === name || typed === file || typed === typedAs || name.startsWith(`${typed}/`);
}

/** The name of the list that a path as typed means, or of the folder or workbook; what is a name already, or means no list, as it is. */
export function nameOfTyped(lists: readonly NamedList[], typed: string): string {
  if (lists.some(({ name }) => isNamed({ name }, typed))) return typed;
  const [meant, ...others] = lists.filter((list) => isNamed(list, typed));
  if (meant === undefined) return typed;
  return others.length === 0 ? meant.name : path.dirname(meant.name);
}

/** A phone list by the names that options may have for it, its path as typed and its file's own name; by none where it was not typed. */
export function phoneListAs(typed: string | undefined): NamedList {
  return typed === undefined ? { name: "" } : { name: ownName(typed), path: typed };
}

/** What a list is called that was given no name: a file's own name, or `stdin`. */
export function ownName(file: string): string {
  return file === "-" ? "stdin" : path.basename(file);
}

/** Returns where the longest name ends that a text begins with, before a `=`; -1 where it begins with none. */
export function endOfName(typed: string, isName: (name: string) => boolean): number {
  for (let at = typed.lastIndexOf("="); at > 0; at = typed.lastIndexOf("=", at - 1))
    if (isName(typed.slice(0, at))) return at;
  return -1;
}

/** Splits what was typed behind -s at the first `=`, unless a path as written exists. */
export function splitName(typed: string): { name: string | undefined; value: string } {
  const at = typed.indexOf("=");
  if (at <= 0 || kindOfPath(typed) !== "missing") return { name: undefined, value: typed };
  return { name: typed.slice(0, at), value: typed.slice(at + 1) };
}

/** Whether what was typed behind -s, before it is opened, may hold a list of this name: a file, one in a folder, or a sheet. */
export function mayBeNamed(typed: string, name: string): boolean {
  const { name: given, value } = splitName(typed);
  const own = given ?? ownName(kindOfPath(value) === "directory" ? path.resolve(value) : value);
  if (name === own || name === value) return true;
  const folder = [own, value].find((one) => name.startsWith(`${one}/`));
  if (folder === undefined) return false;
  const inFolder = path.join(value, name.slice(folder.length + 1));
  return kindOfPath(value) !== "directory" || kindOfPath(inFolder) !== "missing";
}
