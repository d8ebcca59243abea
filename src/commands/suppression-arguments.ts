// Checks options about suppression lists, for every command with -s.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { refuseWithout } from "./arguments.js";
import { longOf, OF_SUPPRESSION_LISTS, OPTIONS, type SuppressionArguments } from "./options.js";
import { EVERY_SHEET } from "./typed-values.js";

/** Refuses options about suppression lists if there is none: a guard must apply to a list. `but`: options with another use. */
export function refuseIdleOptions(program: Program, but: readonly string[] = []): void {
  const { suppress, baseline } = program.opts<SuppressionArguments>();
  if (baseline === undefined) refuseWithout("--baseline", ["--max-shrink"], program);
  const idle = suppress.length > 0 ? [] : OF_SUPPRESSION_LISTS.map(longOf).filter((option) => !but.includes(option));
  refuseWithout("-s", idle, program);
}

/** Refuses options about reading lists that name no suppression list, in a command without phone lists. */
export function refusePhoneListOptions(program: Program): void {
  const typed = program.opts<SuppressionArguments & { header: boolean }>();
  const needsName = (option: string, form: string) => new ScrubError(ExitCode.usage, "needsListName", [option, form]);
  for (const key of ["delimiter", "encoding", "sheet", "headerRow"] as const)
    if (typed[key].some(({ list, value }) => list === undefined && value !== EVERY_SHEET))
      throw needsName(longOf(key), OPTIONS[key].flags.replace(/<\[(.*)\](.*)>/, "$1$2"));
  if (!typed.header) throw needsName("--no-header", "--no-header=NAME");
  const idle = (["delimiter", "encoding", "sheet", "headerRow", "headerless"] as const).find(
    (key) => typed[key].length > 0,
  );
  if (idle !== undefined && typed.suppress.length === 0)
    throw new ScrubError(ExitCode.usage, "needsOption", [longOf(idle), "-s"]);
}
