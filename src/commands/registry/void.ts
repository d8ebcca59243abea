// svscrub registry void: an event that was recorded by mistake is taken back.

import { ExitCode, ScrubError } from "../../errors.js";
import { maskNumber } from "../../phone/format.js";
import { sayable } from "../../registry/ledger-event.js";
import { takeBack } from "../../registry/take-back.js";
import { createProgram, parseOperands } from "../arguments.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "../command.js";
import type { ArgumentsOf } from "../options.js";
import { MOST_SHOWN, printCounts, required, typedReason, warnOfBarred, warnOfTorn } from "./shared.js";

interface VoidArguments extends Omit<ArgumentsOf<"registry void">, "registry" | "reason"> {
  registry: string;
  events: readonly string[];
  reason: string;
}

export const voidCommand: Command<VoidArguments> = { parse, run: sayingAll(runVoid) };

function parse(words: readonly string[], setting: HelpSetting): VoidArguments | Shown {
  const program = createProgram("registry void", setting);
  const shown = parseOperands(program, words);
  if (shown !== undefined) return shown;
  const typed = program.opts<ArgumentsOf<"registry void">>();
  const events = [...new Set(program.args.map((id) => id.trim()))];
  if (events.length === 0 || events.includes("")) throw new ScrubError(ExitCode.usage, "noEventTyped", []);
  const registry = required(typed.registry, "--registry", program);
  const reason = required(typedReason(typed.reason ?? "") || undefined, "--reason", program);
  return { ...typed, events, registry, reason };
}

async function runVoid({ events: ids, registry, reason, quiet }: VoidArguments, host: Host): Promise<ExitCode> {
  const { registry: words, contacts } = host.sentences;
  host.refuseArgumentFiles([registry]);
  host.records();
  const { events, known, tornLine, barred } = await takeBack(ids, registry, reason, new Date());
  host.recorded();
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
  warnOfBarred(barred, registry, host, "void");
  return ExitCode.done;
}
