// svscrub registry erase: of a person only what bars them is left in the registry.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../../errors.js";
import { isSamePlace, kindOfPath } from "../../files/paths.js";
import { neighbourOf } from "../../files/system-errors.js";
import { erase } from "../../registry/erase.js";
import { createProgram, parseOperands } from "../arguments.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "../command.js";
import { warn } from "../screen.js";
import { outputFile } from "../typed-values.js";
import { printCounts, required, typedNumber } from "./shared.js";

interface EraseArguments {
  numbers: readonly string[];
  registry: string;
  review: string | undefined;
  quiet: boolean;
}

export const eraseCommand: Command<EraseArguments> = { program: programOf, parse, run: sayingAll(runErase) };

function parse(words: readonly string[], setting: HelpSetting): EraseArguments | Shown {
  const program = programOf(setting);
  const shown = parseOperands(program, words);
  if (shown !== undefined) return shown;
  const typed = program.opts() as EraseArguments;
  if (program.args.length === 0) throw new ScrubError(ExitCode.usage, "noRegistryNumber", []);
  return { ...typed, registry: required(typed.registry, "--registry", program), numbers: program.args };
}

function programOf(setting: HelpSetting): Program {
  return createProgram("registry erase", "NUMBER... --registry FILE", "[NUMBER...]", setting, (option) => {
    option("--registry <FILE>", "registry", outputFile);
    option("--review <FILE>", "review", outputFile);
  });
}

async function runErase({ numbers, registry, review, quiet }: EraseArguments, host: Host): Promise<ExitCode> {
  const { registry: words } = host.sentences;
  const phones = new Set(numbers.map((number, i) => typedNumber(number, i + 1)));
  host.refuseArgumentFiles([registry, review ?? []].flat());
  if (review !== undefined && isSamePlace(registry, review))
    throw new ScrubError(ExitCode.usage, "contradiction", ["--registry", "--review"], { file: registry });
  if (review !== undefined && kindOfPath(review) === "missing")
    throw new ScrubError(ExitCode.suppressionList, "notFound", ["reviews", neighbourOf(review)], { file: review });
  host.records();
  const { events, emptied, unknown, reviews, tornLine } = await erase(phones, registry, review);
  host.recorded();
  if (tornLine !== undefined) warn(words.torn(registry, tornLine), host);
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
