// What was typed, for verify.

import type { Command } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { createProgram, type HelpSetting, parseWords, type Shown } from "./arguments.js";
import {
  addSuppress,
  addSuppressionOptions,
  partOperands,
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

/** Parses the words after the command's name. */
export function parseVerifyArguments(words: readonly string[], setting: HelpSetting): VerifyArguments | Shown {
  const program = verifyProgram(setting);
  const shown = parseWords(program, partOperands(words, program));
  if (shown !== undefined) return shown;
  const typed = { ...(program.opts() as Omit<VerifyArguments, "report">), report: program.args[0] };
  const [option] = Object.entries({ "--base": typed.base, "--log": typed.log, "--removed": typed.removed }).find(
    ([, value]) => value === "",
  ) ?? [undefined];
  if (option !== undefined) throw new ScrubError(ExitCode.usage, "emptyName", [option]);
  if (typed.report === undefined && typed.log === undefined) throw new ScrubError(ExitCode.usage, "noReport", []);
  if (program.args.length > 1) throw new ScrubError(ExitCode.usage, "oneReport", [program.args.length]);
  if (typed.removed !== undefined && typed.suppress.length === 0)
    throw new ScrubError(ExitCode.usage, "needsSuppress", ["--removed"]);
  return typed;
}

export function verifyProgram(setting: HelpSetting): Command {
  return createProgram("verify", "REPORT.json [-s FILE...]", "[REPORT]", setting, (add, program) => {
    add("--base <DIR>", "base");
    add("--fresh", "fresh", undefined, false);
    add("--log <FILE>", "log");
    addSuppress(add);
    add("--removed <FILE>", "removed");
    addSuppressionOptions(add, program);
    add("-f, --force", "force", undefined, false);
    add("--json", "json", undefined, false);
  });
}
