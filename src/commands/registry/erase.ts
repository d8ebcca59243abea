// svscrub registry erase: of a person only what bars them is left in the registry.

import { ExitCode, ScrubError } from "../../errors.js";
import { isSamePlace, kindOfPath } from "../../files/paths.js";
import { neighboursOf } from "../../files/system-errors.js";
import { erase } from "../../registry/erase.js";
import { createProgram, parseOperands } from "../arguments.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "../command.js";
import type { ArgumentsOf } from "../options.js";
import { warn } from "../screen.js";
import { printCounts, required, typedNumber, warnOfTorn } from "./shared.js";

interface EraseArguments extends Omit<ArgumentsOf<"registry erase">, "registry"> {
  registry: string;
  numbers: readonly string[];
}

export const eraseCommand: Command<EraseArguments> = { parse, run: sayingAll(runErase) };

function parse(words: readonly string[], setting: HelpSetting): EraseArguments | Shown {
  const program = createProgram("registry erase", setting);
  const shown = parseOperands(program, words);
  if (shown !== undefined) return shown;
  const typed = program.opts() as EraseArguments;
  if (program.args.length === 0) throw new ScrubError(ExitCode.usage, "noRegistryNumber", []);
  return { ...typed, registry: required(typed.registry, "--registry", program), numbers: program.args };
}

async function runErase({ numbers, registry, review, quiet }: EraseArguments, host: Host): Promise<ExitCode> {
  const { registry: words } = host.sentences;
  const phones = new Set(numbers.map((number, i) => typedNumber(number, i + 1)));
  host.refuseArgumentFiles([registry, review ?? []].flat());
  if (review !== undefined && isSamePlace(registry, review))
    throw new ScrubError(ExitCode.usage, "contradiction", ["--registry", "--review"], { file: registry });
  if (review !== undefined && kindOfPath(review) === "missing")
    throw new ScrubError(ExitCode.suppressionList, "notFound", ["reviews", neighboursOf(review)[0]], { file: review });
  host.records();
  const { events, emptied, unknown, reviews, tornLine } = await erase(phones, registry, review);
  host.recorded();
  warnOfTorn(registry, tornLine, host);
  if (!quiet) {
    printCounts(
      [
        [words.erasedNumbers, phones.size - unknown.length],
        [words.erasedEvents, events],
        [words.emptied, emptied],
        [words.emptiedReviews, reviews],
      ],
      host,
    );
    if (emptied + reviews > 0) host.stderr(`${words.erasedElsewhere}\n`);
  }
  if (unknown.length > 0) warn(words.notInRegistry(unknown.length), host);
  if (review === undefined && !quiet) host.stderr(`${words.eraseInReviews}\n`);
  return ExitCode.done;
}
