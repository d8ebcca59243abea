// The commands as shells/svscrub.ps1 asks for them: a table of what each takes, made of literals alone.

import { type Completable, type CompletableOption, commonOptions, namesOf, type Value } from "./completable.js";

export function powershellCommands(commands: readonly Completable[]): string {
  const common = commonOptions(commands);
  return `$common = ${list(common.flatMap(namesOf))}
$commonWithValue = ${list(common.filter(({ value }) => value !== undefined).flatMap(namesOf))}
$commands = @{
${commands.map(describe).join("\n")}
}`;
}

function describe({ name, line, options, operand }: Completable): string {
  return `  ${quoted(name)} = @{ line = ${quoted(line)}; operand = ${kindOf(operand)}; options = @(
${options.map((option) => `    ${optionOf(option)}`).join("\n")}
  ) }`;
}

function optionOf(option: CompletableOption): string {
  const value = option.value === undefined ? "$null" : kindOf(option.value);
  return `@{ names = ${list(namesOf(option))}; line = ${quoted(option.line)}; value = ${value} }`;
}

function kindOf(value: Value): string {
  const words =
    "words" in value ? value.words : value.kind === "commands" ? value.commands.map(({ word }) => word) : [];
  const endings = "endings" in value ? value.endings : [];
  return `@{ kind = ${quoted(value.kind)}; words = ${list(words)}; endings = ${list(endings)} }`;
}

function list(words: readonly string[]): string {
  return `@(${words.map(quoted).join(", ")})`;
}

/** PowerShell takes a curly quote for a straight one. */
function quoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, "$&$&")}'`;
}
