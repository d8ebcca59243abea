// Recognises a suppression list given as a phone list, by its name, titles, header or cells. It only warns.

import type { Warning } from "../errors.js";
import { findEventColumns } from "../headers/event-columns.js";
import { actionOf, foldWords } from "../headers/event-words.js";
import { columnName } from "./column-names.js";
import { markIn, OF_PHONES } from "./marks.js";
import type { OpenedList } from "./open.js";
import { listName } from "./table.js";

export function warningsOfOptOuts(list: OpenedList): Warning[] {
  const sign = signOfOptOuts(list.file.path, list);
  if (sign === undefined) return [];
  const column = typeof sign === "number" ? columnName(list, sign) : "";
  return [
    { code: "looks-like-opt-outs", values: [listName(list), column, sign === "title" ? linesSayingNo(list) : []] },
  ];
}

/** Matches a file's name without extensions, dates and numbers. */
const NAME =
  /^(?:(?:lista|listado|registro|base|archivo|list|registry)(?: (?:de|of))? )?(?:bajas?|dnc|dnt|no (?:llamar|molestar|contactar|call)|do not (?:call|contact)|opt ?outs?|opted ?out|unsubscribe[ds]?|unsubscribers|suppress(?:ed|ions?)?|stops?|lista negra|black ?list|bloquead[oa]s|robinson)(?: (?:list|lista|registry|all|total|general|sms|whatsapp))*$/;

/** The share of the first records that must say so, and their least number. */
const MOST = 0.9;
const LEAST = 3;

/** Returns what gives it away: its name, a title, or a 0-based column; undefined if nothing does. */
export function signOfOptOuts(
  file: string,
  { header, sample, titles, columns, sheet }: Pick<OpenedList, "header" | "sample" | "titles" | "columns" | "sheet">,
): "name" | "title" | number | undefined {
  const { kind, actions } = findEventColumns(header);
  const column = actions.find((action) => {
    const said = sample.map((row) => row[action] ?? "").filter((cell) => cell.trim() !== "");
    // In a list of clients `alta` is no opt-out.
    const out = said.filter((cell) => actionOf(cell, true) === "opt-out");
    return said.length >= LEAST && out.length >= MOST * said.length;
  });
  if (column !== undefined) return column;
  if (kind === "registry") return actions[0]!;
  if ([file, sheet?.name ?? ""].some((name) => NAME.test(nameOf(name)))) return "name";
  if (linesSayingNo({ titles }).length > 0) return "title";
  // `Telefono NO LLAMAR`
  return columns.find((phones) => saysNo(header?.[phones] ?? ""));
}

const saysNo = (text: string) => markIn(OF_PHONES, text)?.says === "says-no";
const linesSayingNo = ({ titles }: Pick<OpenedList, "titles">) =>
  titles.flatMap(({ text, line }) => (saysNo(text) ? [line] : []));

function nameOf(file: string): string {
  const name = file.replace(/^.*[/\\]/, "").replace(/(?:\.[a-z]{2,5})+$/i, "");
  return foldWords(name.replace(/\d+/g, " "));
}
