// svscrub registry void: takes back an event that was recorded by mistake.

import { ExitCode, ScrubError } from "../../errors.js";
import { maskNumber, sayable } from "../../phone/format.js";
import { takeBack } from "../../registry/take-back.js";
import { commandOf, type TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { MOST_SHOWN, printCounts, typedReason, warnOfSuppressed, warnOfTorn } from "./shared.js";

export const voidCommand = commandOf("registry void", runVoid, (typed) => {
  const reason = typedReason(typed.reason);
  if (reason === "") throw new ScrubError(ExitCode.usage, "emptyName", ["--reason"]);
  return { ...typed, reason };
});

async function runVoid({ operands, registry, reason, quiet }: TypedOf<"registry void">, host: Host): Promise<ExitCode> {
  const { registry: words, contacts } = host.sentences;
  const ids = [...new Set(operands.map((id) => id.trim()))];
  host.refuseArgumentFiles([registry]);
  const { events, known, tornLine, suppressed } = await takeBack(ids, registry, reason, new Date());
  host.published();
  if (events.length > 0) warnOfTorn(registry, tornLine, host);
  if (!quiet) {
    printCounts(
      [
        [words.takenBack, events.length],
        [words.takenBackBefore, known],
      ],
      host,
    );
    for (const { phone, action, channel, requestedAt } of events.slice(0, MOST_SHOWN))
      host.stderr(
        `  ${maskNumber(phone)}: ${words.stands(words.actions[action], contacts.channels[channel], sayable(requestedAt))}\n`,
      );
  }
  warnOfSuppressed(suppressed, registry, host, "void");
  return ExitCode.done;
}
