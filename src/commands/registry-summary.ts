// What is said on stderr after an intake: counts, warnings, and what to do next. Never a number.

import type { Recorded } from "../registry/record.js";
import type { Host } from "./host.js";
import { layOut } from "./table.js";

/** A label and how many; those without any are left out, but for the first. */
export function printCounts(rows: readonly (readonly [string, number])[], host: Host): void {
  const { number } = host.sentences;
  const shown = rows.filter(([, count], i) => i === 0 || count > 0).map(([label, count]) => [label, number(count)]);
  host.stderr(`${layOut(shown, ["left", "right"]).join("\n")}\n`);
}

export function countsOf({ events, known }: Recorded, host: Host): [string, number][] {
  const { registry: words } = host.sentences;
  const count = (action: string) => events.filter((event) => event.action === action).length;
  return [
    [words.optOuts, count("opt-out")],
    [words.optIns, count("opt-in")],
    [words.settled, count("settled")],
    [words.known, known],
  ];
}

/** What a person should know of a registry that was written to. */
export function warnOf({ isNew, tornLine }: Recorded, registry: string, host: Host, quiet: boolean): void {
  const { registry: words } = host.sentences;
  if (tornLine !== undefined) warn(words.torn(registry, tornLine), host);
  if (isNew && !quiet) host.stderr(`${words.created(registry)}\n`);
}

export function printAcknowledgements({ events }: Recorded, file: string, host: Host): void {
  const owed = events.filter(({ action }) => action === "opt-out" || action === "opt-in").length;
  if (owed > 0) host.stderr(`${host.sentences.registry.acknowledgements(file, owed)}\n`);
}

export function warn(text: string, host: Host): void {
  const { warning } = host.sentences.summary;
  host.stderr(`${host.color ? `\x1b[33m${warning}\x1b[0m` : warning}: ${text}\n`);
}
