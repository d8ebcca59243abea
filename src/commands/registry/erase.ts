// svscrub registry erase: removes all data of a person except what suppresses them.

import { ExitCode, ScrubError } from "../../errors.js";
import { isSamePlace } from "../../files/paths.js";
import { erase } from "../../registry/erase.js";
import { commandOf, type TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { warn } from "../screen.js";
import { printCounts, refuseMissing, typedNumber, warnOfTorn } from "./shared.js";

export const eraseCommand = commandOf("registry erase", run);

async function run({ operands, registry, review, quiet }: TypedOf<"registry erase">, host: Host): Promise<ExitCode> {
  const { registry: words } = host.sentences;
  const phones = new Set(operands.map((number, i) => typedNumber(number, i + 1)));
  host.refuseArgumentFiles([registry, review ?? []].flat());
  if (review !== undefined && isSamePlace(registry, review))
    throw new ScrubError(ExitCode.usage, "contradiction", ["--registry", "--review"], { file: registry });
  if (review !== undefined) refuseMissing(review, "reviews");
  const { events, emptied, unknown, reviews, tornLine } = await erase(phones, registry, review);
  host.published();
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
