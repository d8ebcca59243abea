// The commands as shells/svscrub.fish asks for them: fish's own `complete`, an option at a time.

import {
  type Completable,
  type CompletableOption,
  commandsAmong,
  commonOptions,
  isOne,
  namesOf,
  type Value,
} from "./completable.js";

const FIRST = "--first";

export function fishCommands(commands: readonly Completable[]): string {
  const common = commonOptions(commands);
  const flags = common.filter(({ value }) => value === undefined);
  const values = common.filter(({ value }) => value !== undefined);
  return `set -g __svscrub_commands ${commands.map(({ name }) => quoted(name)).join(" ")}
set -g __svscrub_common_flags ${[...flags.flatMap(namesOf), ...values.map(({ long }) => `'${long}=*'`)].join(" ")}
set -g __svscrub_common_values ${values.flatMap(namesOf).join(" ")}
set -g __svscrub_flags ${flagLetters(commands)}

${offerCommands(`__svscrub_is ${FIRST} ''`, "", commandsAmong(commands, ""))}

${commands.map(describe).join("\n\n")}`;
}

function describe({ name, options, operand }: Completable): string {
  const isIt = `__svscrub_is ${quoted(name)}`;
  return [
    ...options.map((option) => `${complete(isIt)} ${optionWords(option)} -d ${quoted(option.line)}`),
    ...offerOperand(name, operand, takesSuppress(options)),
  ].join("\n");
}

function optionWords({ short, long, value }: CompletableOption): string {
  const names = `${short === undefined ? "" : `-s ${short.slice(1)} `}-l ${long.slice(2)}`;
  return value === undefined ? names : `${names} ${offer(value)}`;
}

/** Files are offered where nothing else is said. */
function offerOperand(name: string, operand: Value, suppresses: boolean): string[] {
  const isIt = `__svscrub_is ${quoted(name)}`;
  const isFirst = `__svscrub_is ${FIRST} ${quoted(name)}`;
  if (operand.kind === "commands") return [`${complete(isIt)} -f`, offerCommands(isFirst, "-f", operand)];
  if (isOne(operand)) return [`${complete(isIt)} -f`, `${complete(isFirst)} ${offer(operand)}`];
  if (operand.kind === "files" && operand.endings.length === 0) return [];
  const condition = suppresses ? `${isIt}; and not __svscrub_behind_suppress` : isIt;
  return [`${complete(condition)} ${offer(operand)}`.replace(" -x", " -f")];
}

function offerCommands(condition: string, flags: string, { commands }: Value & { kind: "commands" }): string {
  return commands
    .map(({ word, line }) => `${complete(condition)} ${flags} -a ${word} -d ${quoted(line)}`.replace("  ", " "))
    .join("\n");
}

function offer(value: Value): string {
  switch (value.kind) {
    case "files":
      return value.endings.length === 0 ? "-r -F" : `-x -a '(__svscrub_files ${value.endings.join(" ")})'`;
    case "lists":
      return "-r -F";
    case "folders":
      return "-x -a '(__svscrub_files)'";
    case "words":
      return `-x -a '${value.words.join(" ")}'`;
    case "word-list":
      return `-x -a '(__svscrub_word_list ${value.words.join(" ")})'`;
    case "named-word":
      return `-x -a '(__svscrub_named_words ${value.words.join(" ")})'`;
    default:
      return "-x";
  }
}

function complete(condition: string): string {
  return `complete -c svscrub -n ${quoted(condition)}`;
}

function takesSuppress(options: readonly CompletableOption[]): boolean {
  return options.some(({ value }) => value?.kind === "lists");
}

/** Letters that may stand before another in one word, such as -qs. */
function flagLetters(commands: readonly Completable[]): string {
  const letters = commands
    .filter(({ options }) => takesSuppress(options))
    .flatMap(({ options }) => options.flatMap(({ short, value }) => (value === undefined ? [short?.slice(1)] : [])));
  return [...new Set(letters)].join("");
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
