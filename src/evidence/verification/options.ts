// Whether the options that a report names fit the rest of it: what each of them must have led to, and whom each list's name means.

import path from "node:path";
import { isNamed, isPhoneListNamed } from "../../files/list-names.js";
import { type DateSource, dateInName } from "../../suppression/trust.js";
import type { AuditReport } from "../report.js";
import { type Finding, finding } from "./finding.js";

interface Named<T> {
  list?: string;
  value: T;
}

/** The options as the report's schema has them. */
interface ReportedOptions {
  flag: boolean;
  suppression: boolean;
  header: boolean;
  dry_run: boolean;
  strict: boolean;
  output?: string;
  removed?: string;
  max_removed?: number;
  max_invalid?: number;
  delimiter: readonly Named<number>[];
  encoding: readonly Named<string>[];
  sheet: readonly Named<string>[];
  header_row?: readonly Named<number>[];
  max_age: readonly Named<number>[];
  as_of: readonly (Named<string> & { list: string })[];
  max_unreadable: readonly Named<number>[];
  min_entries: readonly Named<number>[];
  canary: readonly Named<string>[];
  headerless: readonly string[];
  allow_empty: readonly string[];
  allow_unproven?: readonly string[];
  opt_ins: readonly string[];
}

/** Every option that does not fit. */
export function verifyOptions(report: AuditReport): Finding[] {
  const options = report.run.options as unknown as ReportedOptions;
  return [
    ...unfitOutputs(options, report),
    ...unfitNames(options, report),
    ...unfitDates(options, report),
    ...unfitGuards(options, report),
  ].map((option) => finding("mismatch", `run.options.${option}`, "does-not-fit"));
}

function unfitOutputs(options: ReportedOptions, { inputs, outputs, suppressions }: AuditReport): string[] {
  const unfit: string[] = [];
  const wanted = options.dry_run
    ? []
    : [
        { option: "output", role: options.flag ? "flagged" : "clean", typed: options.output ?? "-" },
        ...(options.removed === undefined ? [] : [{ option: "removed", role: "removed", typed: options.removed }]),
      ];
  if (outputs.length !== wanted.length) unfit.push(options.dry_run ? "dry_run" : "removed");
  for (const [i, { option, role, typed }] of wanted.entries()) {
    const output = outputs[i];
    if (output === undefined || output.role !== role || !isPlaceOf(output.path, typed)) unfit.push(option);
  }
  if (options.suppression !== suppressions.length > 0) unfit.push("suppression");
  for (const input of inputs) {
    if (input.header && isSaidHeaderless(options, input)) unfit.push("header");
  }
  return [...new Set(unfit)];
}

/** What is said of the header of one phone list goes before what is said of all. */
function isSaidHeaderless(options: ReportedOptions, input: AuditReport["inputs"][number]): boolean {
  const { header, header_row = [], headerless } = options;
  const isOfInput = (list: string | undefined) => isPhoneListOf(input, list);
  return headerless.some(isOfInput) || (!header && !header_row.some(({ list }) => isOfInput(list)));
}

function isPhoneListOf({ named }: AuditReport["inputs"][number], name: string | undefined): boolean {
  return named !== undefined && name !== undefined && isPhoneListNamed(named, name);
}

/** A path typed relative is said from the report's folder: only its last part stays. */
function isPlaceOf(said: string, typed: string): boolean {
  if (typed === "-" || path.isAbsolute(typed)) return said === typed;
  return !path.isAbsolute(said) && path.basename(said) === path.basename(typed);
}

/** The options that may name a phone list. */
const OF_PHONE_LISTS: ReadonlySet<string> = new Set(["delimiter", "encoding", "sheet", "header_row", "headerless"]);

/** What is said for a list that is not there guards nothing: such a run is refused. */
function unfitNames(options: ReportedOptions, { inputs, suppressions }: AuditReport): string[] {
  const { allow_empty, allow_unproven = [], opt_ins, headerless } = options;
  const { delimiter, encoding, sheet, header_row = [], max_age, as_of, max_unreadable, min_entries, canary } = options;
  const named = { delimiter, encoding, sheet, header_row, max_age, as_of, max_unreadable, min_entries, canary };
  const names: [string, readonly (string | undefined)[]][] = [
    ...Object.entries({ allow_empty, allow_unproven, opt_ins, headerless }),
    ...Object.entries(named).map(([option, values]): [string, readonly (string | undefined)[]] => [
      option,
      values.map(({ list }) => list),
    ]),
  ];
  const isKnown = (name: string | undefined) =>
    name === undefined || suppressions.some((list) => isNamed({ name: list.name }, name));
  const isPhoneList = (option: string, name: string | undefined) =>
    OF_PHONE_LISTS.has(option) && inputs.some((input) => isPhoneListOf(input, name));
  return names
    .filter(([option, said]) => !said.every((name) => isKnown(name) || isPhoneList(option, name)))
    .map(([option]) => option);
}

/** A list's date is the one that was said, else none that contradicts whom it is said to come from; a stream has none. */
function unfitDates(options: ReportedOptions, { suppressions }: AuditReport): string[] {
  const isUnfit = suppressions.some(({ name, path: place, as_of, as_of_from, kind }) => {
    const said = options.as_of.findLast(({ list }) => isNamed({ name }, list))?.value;
    if (said !== undefined || place === "-")
      return as_of !== (said ?? null) || as_of_from !== (said === undefined ? null : "as-of");
    if (as_of === null || as_of_from === null) return as_of !== as_of_from;
    const inName = dateInName(path.basename(place));
    const at = new Date(as_of);
    const fits: Record<DateSource, boolean> = {
      "as-of": false,
      manifest: true,
      registry: kind === "registry",
      "file-name": inName?.getTime() === at.getTime(),
      "file-time": inName === undefined || at <= inName,
    };
    return !fits[as_of_from];
  });
  return isUnfit ? ["as_of"] : [];
}

/** A guard that should have stopped the run, and planted numbers that it proved or did not. */
function unfitGuards(options: ReportedOptions, { counts, conservation, warnings, self_check }: AuditReport): string[] {
  const { read } = conservation;
  const unfit: string[] = [];
  if (read - counts.clean > (options.max_removed ?? 1) * read) unfit.push("max_removed");
  if (counts.invalid > (options.max_invalid ?? 1) * read) unfit.push("max_invalid");
  if (options.strict && warnings.length > 0) unfit.push("strict");
  const hasSaidSo = warnings.some((warning) => JSON.stringify(warning) === '{"code":"no-suppression","values":[]}');
  if (hasSaidSo === options.suppression) unfit.push("suppression");
  const planted = options.canary.map(({ list, value }) => ({ number: value, list: list ?? null }));
  const proven = self_check.canaries.map(({ number, list }) => ({ number, list }));
  if (JSON.stringify(planted) !== JSON.stringify(proven)) unfit.push("canary");
  return unfit;
}
