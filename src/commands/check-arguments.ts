// What was typed, for check.

import type { Command } from "commander";
import type { NumberType } from "../phone/number.js";
import { CHANNELS, type Channel } from "../suppression/event.js";
import { createProgram, type HelpSetting, parseWords, type Shown } from "./arguments.js";
import {
  addSuppress,
  addSuppressionOptions,
  partOperands,
  refuseIdleOptions,
  refusePhoneListOptions,
  type SuppressionArguments,
} from "./suppression-arguments.js";
import { oneOf, parseMoment, parseTypes } from "./typed-values.js";

export interface CheckArguments extends SuppressionArguments {
  /** As typed; `-` for stdin, one a line. */
  numbers: readonly string[];
  channel: Channel;
  types: readonly NumberType[];
  keepForeign: boolean;
  /** The moment that is asked about; undefined: now. */
  at: Date | undefined;
  json: boolean;
  quiet: boolean;
}

/** Parses the words after the command's name. */
export function parseCheckArguments(words: readonly string[], setting: HelpSetting): CheckArguments | Shown {
  const program = checkProgram(setting);
  const shown = parseWords(program, partOperands(words, program));
  if (shown !== undefined) return shown;
  const typed = program.opts() as Omit<CheckArguments, "numbers">;
  refusePhoneListOptions(program);
  if (typed.suppress.length > 0) refuseIdleOptions(program);
  return { ...typed, numbers: program.args };
}

export function checkProgram(setting: HelpSetting): Command {
  return createProgram("check", "NUMBER... -s FILE...", "[NUMBER...]", setting, (add, program, begin) => {
    addSuppress(add);
    add("--channel <CHANNEL>", "channel", oneOf("--channel", CHANNELS), "any");
    add("--types <LIST>", "types", parseTypes, ["mobile", "fixed"]);
    add("--keep-foreign", "keep-foreign", undefined, false);
    add("--at <TIME>", "at", (typed) => parseMoment("--at", typed));
    addSuppressionOptions(add, program, begin);
    add("--json", "json", undefined, false);
  });
}
