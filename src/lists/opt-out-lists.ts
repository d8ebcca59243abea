// Recognises a suppression list given as a phone list, by its name, titles, header or cells. It only warns.

import type { Warning } from "../errors.js";
import { actionOf } from "../headers/event-words.js";
import { columnsNamed, isFile } from "../headers/names.js";
import { columnName } from "./column-names.js";
import { markIn, namesOptOuts, PHONE_QUESTION } from "./marks.js";
import type { OpenedList } from "./open.js";
import { listName } from "./table.js";

/** `used`: the suppression lists of the run. Their sheets need no warning. */
export function warningsOfOptOuts(list: OpenedList, used: readonly UsedSheet[] = []): Warning[] {
  const { path } = list.file;
  const sheets = (list.sheet?.optOuts ?? []).filter(
    (name) => !used.some((other) => other.path === path && other.sheet?.name === name),
  );
  const warnings = sheets.map((name): Warning => ({ code: "sheet-of-opt-outs", values: [path, name] }));
  const sign = signOfOptOuts(path, list);
  if (sign === undefined || (sign === "name" && list.sheet?.isOneOfSheets)) return warnings;
  const column = typeof sign === "number" ? columnName(list, sign) : "";
  const lines = sign === "title" ? linesSayingNo(list) : [];
  return [...warnings, { code: "looks-like-opt-outs", values: [listName(list), column, lines] }];
}

interface UsedSheet {
  path: string;
  sheet: { name: string } | null;
}

/** The share of the first records that must say so, and their least number. */
const MOST = 0.9;
const LEAST = 3;

/** Returns what gives it away: its name, a title, or a 0-based column; undefined if nothing does. */
export function signOfOptOuts(
  file: string,
  { header, sample, titles, columns, sheet }: Pick<OpenedList, "header" | "sample" | "titles" | "columns" | "sheet">,
): "name" | "title" | number | undefined {
  const actions = columnsNamed(header, "action", "optOutType");
  const column = actions.find((action) => {
    const actions = sample.map((row) => row[action] ?? "").filter((cell) => cell.trim() !== "");
    // In a list of clients `alta` is no opt-out.
    const out = actions.filter((cell) => actionOf(cell, true) === "opt-out");
    return actions.length >= LEAST && out.length >= MOST * actions.length;
  });
  if (column !== undefined) return column;
  if (isFile("registry", header)) return actions[0]!;
  if ([nameOf(file), sheet?.name ?? ""].some((name) => namesOptOuts(name))) return "name";
  if (linesSayingNo({ titles }).length > 0) return "title";
  // `Telefono NO LLAMAR`
  return columns.find((phones) => markIn(PHONE_QUESTION, header?.[phones] ?? "")?.says === "says-no");
}

const linesSayingNo = ({ titles }: Pick<OpenedList, "titles">) =>
  titles.flatMap(({ text, line }) => (namesOptOuts(text) ? [line] : []));

/** Returns the name of a file without its folder and extensions. */
const nameOf = (file: string) => file.replace(/^.*[/\\]/, "").replace(/(?:\.[a-z]{2,5})+$/i, "");
