// What was typed, for verify.

import type { Command } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import {
  createProgram,
  type HelpSetting,
  parseWords,
  refuseEmptyOperands,
  refuseWithout,
  type Shown,
} from "./arguments.js";
import {
  addSuppress,
  addSuppressionOptions,
  partOperands,
  refuseIdleOptions,
  refusePhoneListOptions,
  type SuppressionArguments,
} from "./suppression-arguments.js";

export interface VerifyArguments extends SuppressionArguments {
  /** Undefined where only a run log is to be proved. */
  report: string | undefined;
  base: string | undefined;
  fresh: boolean;
  log: string | undefined;
  removed: string | undefined;
  force: boolean;
  json: boolean;
  quiet: boolean;
}

const OF_A_REPORT = ["--fresh", "--base", "--suppress", "--removed", "--hash-key-file"];

/** Parses the words after the command's name. */
export function parseVerifyArguments(words: readonly string[], setting: HelpSetting): VerifyArguments | Shown {
  const program = verifyProgram(setting);
  const shown = parseWords(program, partOperands(words, program));
  if (shown !== undefined) return shown;
  refuseEmptyOperands(program);
  const typed = { ...(program.opts() as Omit<VerifyArguments, "report">), report: program.args[0] };
  if (typed.report === undefined && typed.log === undefined) throw new ScrubError(ExitCode.usage, "noReport", []);
  // A log alone has no date until which it holds, and no clean list.
  if (typed.report === undefined) refuseWithout("REPORT", OF_A_REPORT, program);
  if (program.args.length > 1) throw new ScrubError(ExitCode.usage, "oneReport", [program.args.length]);
  if (typed.removed !== undefined && typed.suppress.length === 0)
    throw new ScrubError(ExitCode.usage, "needsSuppress", ["--removed"]);
  refusePhoneListOptions(program);
  // The key is also that of the run's own lists.
  refuseIdleOptions(program, ["--hash-key-file"]);
  return typed;
}

export function verifyProgram(setting: HelpSetting): Command {
  return createProgram("verify", "REPORT.json [-s FILE...]", "[REPORT]", setting, (add, program, begin) => {
    add("--base <DIR>", "base");
    add("--fresh", "fresh", undefined, false);
    add("--log <FILE>", "log");
    addSuppress(add);
    add("--removed <FILE>", "removed");
    addSuppressionOptions(add, program, begin);
    add("-f, --force", "force", undefined, false);
    add("--json", "json", undefined, false);
  });
}
