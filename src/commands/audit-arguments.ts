// What was typed, for audit.

import type { Command } from "commander";
import { CHANNELS, type Channel } from "../suppression/event.js";
import { collect, createProgram, type HelpSetting, parseWords, refuseEmptyOperands, type Shown } from "./arguments.js";
import {
  addSuppress,
  addSuppressionOptions,
  partOperands,
  refuseIdleOptions,
  type SuppressionArguments,
} from "./suppression-arguments.js";
import { oneOf, parseAge } from "./typed-values.js";

export interface AuditArguments extends SuppressionArguments {
  logs: readonly string[];
  output: string | undefined;
  column: readonly string[];
  channel: Channel | undefined;
  /** Milliseconds. */
  grace: number;
  /** False where the log has no header. */
  header: boolean;
  force: boolean;
  json: boolean;
  quiet: boolean;
}

/** Parses the words after the command's name. */
export function parseAuditArguments(words: readonly string[], setting: HelpSetting): AuditArguments | Shown {
  const program = auditProgram(setting);
  const shown = parseWords(program, partOperands(words, program));
  if (shown !== undefined) return shown;
  refuseEmptyOperands(program);
  const typed = program.opts() as Omit<AuditArguments, "logs">;
  if (typed.suppress.length > 0) refuseIdleOptions(program);
  return { ...typed, logs: program.args };
}

export function auditProgram(setting: HelpSetting): Command {
  return createProgram(
    "audit",
    "CONTACT_LOG -s FILE... [-o FILE]",
    "[CONTACT_LOG...]",
    setting,
    (add, program, begin) => {
      addSuppress(add);
      add("-o, --output <FILE>", "output");
      add("-c, --column <NAME|N>", "column", collect, []);
      add("--channel <CHANNEL>", "channel", oneOf("--channel", CHANNELS));
      add("--grace <AGE>", "grace", (typed) => parseGrace(typed), 0);
      addSuppressionOptions(add, program, begin);
      add("-f, --force", "force", undefined, false);
      add("--json", "json", undefined, false);
    },
  );
}

/** A bare 0 is as clear as `0h`. */
function parseGrace(typed: string): number {
  return typed.trim() === "0" ? 0 : parseAge("--grace", typed);
}
