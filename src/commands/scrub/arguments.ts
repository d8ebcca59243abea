// What was typed, for scrub: its options as commander reads them, with every value parsed and every slip a sentence.

import type { Command as Program } from "commander";
import type { PhoneFormat } from "../../phone/format.js";
import type { NumberType } from "../../phone/number.js";
import type { Channel } from "../../suppression/event.js";
import { collect, createProgram, parseWords, refuseEmptyOperands } from "../arguments.js";
import type { HelpSetting, Shown } from "../command.js";
import {
  addSuppress,
  addSuppressionOptions,
  partOperands,
  refuseIdleOptions,
  type SuppressionArguments,
} from "../suppression-arguments.js";
import {
  collectLabel,
  jsonFile,
  knowing,
  listFile,
  oneOf,
  parseAge,
  parseChannel,
  parsePercentage,
  parseTypes,
  REPORT_ENDINGS,
} from "../typed-values.js";

export const PHONE_FORMATS: readonly PhoneFormat[] = ["e164", "national", "digits", "original"];

const PROGRESS = ["auto", "never"] as const;

export interface ScrubArguments extends SuppressionArguments {
  /** All words, as they were typed. */
  words: readonly string[];
  lists: readonly string[];
  suppression: boolean;
  output: string | undefined;
  removed: string | undefined;
  /** Names, `false` for --no-report, undefined where nothing was said. */
  report: readonly string[] | false | undefined;
  column: readonly string[];
  optOutColumn: readonly string[];
  ignoreColumn: readonly string[];
  phoneFormat: PhoneFormat;
  flag: boolean;
  /** The clean list as strict CSV. */
  normalize: boolean;
  channel: Channel;
  types: readonly NumberType[];
  keepDuplicates: boolean;
  keepForeign: boolean;
  /** False where the phone lists have no header. */
  header: boolean;
  maxRemoved: number | undefined;
  maxInvalid: number | undefined;
  strict: boolean;
  /** Milliseconds. */
  validFor: number;
  label: readonly string[];
  /** The run log. */
  log: string | undefined;
  dryRun: boolean;
  force: boolean;
  progress: (typeof PROGRESS)[number];
  json: boolean;
  quiet: boolean;
}

/** Parses the words after the command's name. */
export function parseScrubArguments(words: readonly string[], setting: HelpSetting): ScrubArguments | Shown {
  const program = scrubProgram(setting);
  const shown = parseWords(program, partOperands(words, program));
  if (shown !== undefined) return shown;
  refuseEmptyOperands(program);
  const typed = program.opts() as Omit<ScrubArguments, "lists" | "words">;
  // Without any list the first thing to say is that one is missing.
  if (typed.suppress.length > 0 || !typed.suppression) refuseIdleOptions(program, [], true);
  return { ...typed, lists: program.args, words };
}

export function scrubProgram(setting: HelpSetting): Program {
  return createProgram(
    "scrub",
    "[scrub] LIST... -s FILE... [-o CLEAN]",
    "[LIST...]",
    setting,
    (add, program, begin) => {
      begin("files");
      addSuppress(add);
      add("-o, --output <FILE>", "output", listFile);
      add("--removed <FILE>", "removed", listFile);
      add("--report <FILE>", "report", knowing(collect, { endings: REPORT_ENDINGS }));
      add("--no-report", "no-report");
      add("--log <FILE>", "log", jsonFile);
      add("-f, --force", "force", undefined, false);
      add("-n, --dry-run", "dry-run", undefined, false);
      begin("kept");
      add("--channel <CHANNEL>", "channel", parseChannel, "any");
      add("--types <TYPES>", "types", parseTypes, ["mobile", "fixed"]);
      add("--keep-duplicates", "keep-duplicates", undefined, false);
      add("--keep-foreign", "keep-foreign", undefined, false);
      add("--phone-format <FORMAT>", "phone-format", oneOf(PHONE_FORMATS), "e164");
      add("--flag", "flag", undefined, false);
      add("--normalize", "normalize", undefined, false);
      add("--no-suppression", "no-suppression");
      begin("reading");
      add("-c, --column <[NAME=]COL>", "column", collect, []);
      add("--opt-out-column <COL[=VALUE]>", "opt-out-column", collect, []);
      add("--ignore-column <NAME|N>", "ignore-column", collect, []);
      addSuppressionOptions(add, program, begin);
      begin("guards");
      add("--max-removed <PCT>", "max-removed", parsePercentage);
      add("--max-invalid <PCT>", "max-invalid", parsePercentage);
      add("--strict", "strict", undefined, false);
      begin("other");
      add("--valid-for <AGE>", "valid-for", parseAge, parseAge("--valid-for", "24h"));
      add("--label <KEY=VALUE>", "label", collectLabel, []);
      add("--progress <WHEN>", "progress", oneOf(PROGRESS), "auto");
      add("--json", "json", undefined, false);
    },
  );
}
