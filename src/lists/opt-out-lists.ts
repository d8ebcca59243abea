// Whether a list is one of opt-outs, by its name, its header or the words in its first records: for whoever is given one where a
// list of people to contact belongs. It only warns; whom a list bars is decided elsewhere.

import type { Warning } from "../errors.js";
import { findEventColumns } from "../headers/event-columns.js";
import { actionOf, foldWords } from "../headers/event-words.js";
import { columnName } from "./column-names.js";
import type { OpenedList } from "./open.js";
import { listName } from "./table.js";

/** Warns of opt-outs in a list of people to contact, which was probably given in the place of another. */
export function warningsOfOptOuts(list: OpenedList): Warning[] {
  const { header, file, sample } = list;
  const sign = signOfOptOuts(file.path, header, sample);
  if (sign === undefined) return [];
  return [{ code: "looks-like-opt-outs", values: [listName(list), sign === "name" ? "" : columnName(list, sign)] }];
}

/** The whole name of a file, without its extensions, dates and numbers. */
const NAME =
  /^(?:(?:lista|listado|registro|base|archivo|list|registry)(?: (?:de|of))? )?(?:bajas?|dnc|dnt|no (?:llamar|molestar|contactar|call)|do not (?:call|contact)|opt ?outs?|opted ?out|unsubscribe[ds]?|unsubscribers|suppress(?:ed|ions?)?|stops?|lista negra|black ?list|bloquead[oa]s|robinson)(?: (?:list|lista|registry|all|total|general|sms|whatsapp))*$/;

/** The share of the first records that must say so, and how many there must be. */
const MOST = 0.9;
const LEAST = 3;

/** What tells that it is one: its name, or a column, from 0; undefined where nothing does. `rows`: the first records. */
export function signOfOptOuts(
  file: string,
  header: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
): "name" | number | undefined {
  const { kind, actions } = findEventColumns(header);
  const column = actions.find((action) => {
    const said = rows.map((row) => row[action] ?? "").filter((cell) => cell.trim() !== "");
    // In a list of clients `alta` is no opt-out.
    const out = said.filter((cell) => actionOf(cell, true) === "opt-out");
    return said.length >= LEAST && out.length >= MOST * said.length;
  });
  if (column !== undefined) return column;
  if (kind === "registry") return actions[0]!;
  return NAME.test(nameOf(file)) ? "name" : undefined;
}

function nameOf(file: string): string {
  const name = file.replace(/^.*[/\\]/, "").replace(/(?:\.[a-z]{2,5})+$/i, "");
  return foldWords(name.replace(/\d+/g, " "));
}
