// The commands as shells/svscrub.bash asks for them.

import { anyCase, type Completable, commandsAmong, commonOptions, namesOf, type Value } from "./completable.js";

/** Functions that set the script's variables; every word in them is ours and needs no quotes. */
export function bashCommands(commands: readonly Completable[]): string {
  return `_svscrub_is_common() {
  case $1 in
    ${commonOptions(commands).flatMap(namesOf).join(" | ")}) ;;
    *) return 1 ;;
  esac
}

_svscrub_commands() {
  words=(${commandsAmong(commands, "")
    .commands.map(({ word }) => word)
    .join(" ")})
}

# Sets what a command takes: its options, and what its operands are. Fails where there is none of that name.
_svscrub_takes() {
  words=() endings=()
  case $1 in
${commands.map(takes).join("\n")}
    *) return 1 ;;
  esac
}

# Sets what the value of a command's option is. Fails where it takes none.
_svscrub_value() {
  words=() endings=()
  case "$1 $2" in
${values(commands)}
    *) return 1 ;;
  esac
}`;
}

function takes({ name, options, operand }: Completable): string {
  const letters = (takesValue: boolean) =>
    options
      .filter(({ short, value }) => short !== undefined && (value !== undefined) === takesValue)
      .map(({ short }) => short!.slice(1))
      .join("");
  return `    '${name}')
      options=(${options.flatMap(namesOf).join(" ")})
      flags=${letters(false)} taking=${letters(true)}
      ${assign(operand)}
      ;;`;
}

/** Options with the same values share an arm. */
function values(commands: readonly Completable[]): string {
  const arms = new Map<string, string[]>();
  for (const { name, options } of commands)
    for (const option of options) {
      if (option.value === undefined) continue;
      const assigned = assign(option.value);
      const patterns = namesOf(option).map((word) => `'${name} ${word}'`);
      arms.set(assigned, [...(arms.get(assigned) ?? []), ...patterns]);
    }
  return [...arms]
    .map(([assigned, patterns]) => `    ${patterns.join(" | \\\n      ")})\n      ${assigned}\n      ;;`)
    .join("\n");
}

function assign(value: Value): string {
  switch (value.kind) {
    case "commands":
      return `kind=words words=(${value.commands.map(({ word }) => word).join(" ")})`;
    case "words":
    case "word-list":
    case "named-word":
      return `kind=${value.kind} words=(${value.words.join(" ")})`;
    case "files":
      return `kind=files endings=(${value.endings.map((ending) => `'${anyCase(ending)}'`).join(" ")})`;
    default:
      return `kind=${value.kind}`;
  }
}
