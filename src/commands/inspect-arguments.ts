// What was typed, for inspect.

import type { Command } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import type { SaidEncoding } from "../files/text-source.js";
import {
  collect,
  createProgram,
  type HelpSetting,
  parseWords,
  partWords,
  refuseEmptyOperands,
  type Shown,
} from "./arguments.js";
import { ENCODINGS, knowing, parseCount, parseDelimiter, parseEncoding } from "./typed-values.js";

const DEFAULT_SAMPLE = "100000";

export interface InspectArguments {
  files: readonly string[];
  column: readonly string[];
  delimiter: number | undefined;
  encoding: SaidEncoding | undefined;
  /** False where the files have none. */
  header: boolean;
  /** Records to read of each file; undefined: all. */
  sample: number | undefined;
  json: boolean;
  quiet: boolean;
}

/** Parses the words after the command's name. */
export function parseInspectArguments(words: readonly string[], setting: HelpSetting): InspectArguments | Shown {
  const program = inspectProgram(setting);
  const shown = parseWords(program, withSampleSize(words, program));
  if (shown !== undefined) return shown;
  refuseEmptyOperands(program);
  return { ...(program.opts() as Omit<InspectArguments, "files">), files: program.args };
}

/** A bare `--sample` takes the number behind it and must not swallow the file behind it. */
function withSampleSize(words: readonly string[], program: Command): string[] {
  const options: string[] = [];
  const files: string[] = [];
  let isBare = false;
  for (const part of partWords(words, program)) {
    const isSize = isBare && part.operand !== undefined && !part.behindDashes && /^\d+$/.test(part.operand);
    if (isBare) options.push(`--sample=${isSize ? part.operand : DEFAULT_SAMPLE}`);
    isBare = part.operand === undefined && part.words[0] === "--sample";
    if (part.operand === undefined) options.push(...(isBare ? [] : part.words));
    else if (!isSize) files.push(part.operand);
  }
  if (isBare) options.push(`--sample=${DEFAULT_SAMPLE}`);
  return [...options, "--", ...files];
}

export function inspectProgram(setting: HelpSetting): Command {
  return createProgram("inspect", "FILE...", "[FILE...]", setting, (add) => {
    add("-c, --column <NAME|N>", "column", collect, []);
    add("--delimiter <CHAR>", "delimiter", (typed) => parseDelimiter("--delimiter", typed));
    add(
      "--encoding <ENC>",
      "encoding",
      knowing((typed: string) => parseEncoding("--encoding", typed), ENCODINGS),
    );
    add("--no-header", "no-header");
    add("--sample [N]", "sample", parseSample);
    add("--json", "json", undefined, false);
  });
}

function parseSample(typed: string): number {
  const records = parseCount("--sample", typed);
  if (records === 0) throw new ScrubError(ExitCode.usage, "badValue", ["--sample", "1, 2, 3 …"]);
  return records;
}
