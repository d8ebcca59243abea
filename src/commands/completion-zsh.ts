// The commands as shells/svscrub.zsh asks for them: specifications for zsh's own _arguments.

import {
  anyCase,
  type Completable,
  type CompletableOption,
  commandsAmong,
  commonOptions,
  isOne,
  namesOf,
  type Value,
} from "./completable.js";

export function zshCommands(commands: readonly Completable[]): string {
  const common = commonOptions(commands);
  const withValue = common.filter(({ value }) => value !== undefined);
  return `_svscrub_is_common() {
  case $1 in
    ${common.flatMap((option) => [...namesOf(option), ...(option.value ? [`${option.long}=*`] : [])]).join(" | ")}) ;;
    *) return 1 ;;
  esac
}

_svscrub_is_common_with_value() {
  case $1 in
    ${withValue.flatMap(namesOf).join(" | ")}) ;;
    *) return 1 ;;
  esac
}

_svscrub_commands() {
  ${describe(commandsAmong(commands, ""))}
}

# Sets what a command takes: its options, and what its operands are. Fails where there is none of that name.
_svscrub_takes() {
  case $1 in
${commands.map(takes).join("\n")}
    *) return 1 ;;
  esac
}
${commands.flatMap(ownCommands).join("")}`;
}

function takes({ name, options, operand }: Completable): string {
  const flags = options.flatMap(({ short, value }) =>
    short === undefined || value !== undefined ? [] : [short.slice(1)],
  );
  return `    '${name}')
      flags=${flags.join("")}
      operand=${quoted(`${isOne(operand) ? "1" : "*"}:${escaped(operand.metavar || " ")}:${action(operand, name)}`)}
      options=(
${options.map((option) => `        ${specification(option, name)}`).join("\n")}
      )
      ;;`;
}

/** An option without a value is not offered twice; what is said of those that show something else is that they stand alone. */
function specification(option: CompletableOption, command: string): string {
  const { short, long, line, value } = option;
  const names = namesOf(option);
  const text = `[${escaped(line)}]`;
  if (value === undefined) {
    const excluded = long === "--help" || long === "--version" ? "- *" : names.join(" ");
    return names.map((name) => quoted(`(${excluded})${name}${text}`)).join(" ");
  }
  const rest = `${text}:${escaped(value.metavar)}:${action(value, command)}`;
  return [...(short === undefined ? [] : [`${short}+`]), `${long}=`].map((name) => quoted(`*${name}${rest}`)).join(" ");
}

function action(value: Value, command: string): string {
  switch (value.kind) {
    case "files":
      if (value.endings.length === 0) return "_svscrub_files";
      return `_svscrub_files -g "*(${value.endings.map(anyCase).join("|")})(-.)"`;
    case "folders":
      return "_svscrub_files -/";
    case "lists":
      return "_svscrub_lists";
    case "words":
      return `(${value.words.join(" ")})`;
    case "word-list":
      return `{_values -s , ${value.metavar} ${value.words.join(" ")}}`;
    case "named-word":
      return `_svscrub_named_word ${value.words.join(" ")}`;
    case "commands":
      return functionOf(command);
    case "text":
      return " ";
  }
}

/** The function that offers the commands behind a command. */
function ownCommands({ name, operand }: Completable): string[] {
  return operand.kind === "commands" ? [`\n${functionOf(name)}() {\n  ${describe(operand)}\n}\n`] : [];
}

function functionOf(command: string): string {
  return `_svscrub_commands_of_${command.replaceAll(" ", "_")}`;
}

function describe({ commands }: Value & { kind: "commands" }): string {
  const lines = commands.map(({ word, line }) => `    ${quoted(`${word}:${line.replace(/[\\:]/g, "\\$&")}`)}`);
  return `local -a commands=(\n${lines.join("\n")}\n  )\n  _describe -t commands command commands`;
}

/** Escapes text for _arguments, for which brackets and colons mean something else. */
function escaped(text: string): string {
  return text.replace(/[\\:[\]]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
