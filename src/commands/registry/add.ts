// svscrub registry add: records what somebody asked for at the counter or on the phone, as of now.

import { ExitCode } from "../../errors.js";
import type { WantedEvent } from "../../registry/ledger-event.js";
import { Recorder } from "../../registry/record.js";
import { timestampInElSalvador } from "../../text/values.js";
import { commandOf, type TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { destinationOf, sayRecorded, typedNumber, typedReason } from "./shared.js";

type AddArguments = TypedOf<"registry add">;

export const addCommand = commandOf("registry add", add, (typed) => ({ ...typed, reason: typedReason(typed.reason) }));

async function add(typed: AddArguments, host: Host): Promise<ExitCode> {
  const now = new Date();
  const numbers = [...new Set(typed.operands.map((number, i) => typedNumber(number, i + 1)))];
  const wanted = numbers.map((phone) => typedEvent(phone, typed, now));
  const group = [{ line: 1, is: "asked", wanted } as const];
  const recorder = new Recorder(destinationOf(typed, host));
  await recorder.record(group, { now, isTyped: true, isOnly: true, isLast: true });
  host.published();
  sayRecorded([[host.sentences.registry.read, numbers.length]], recorder, typed, host);
  return ExitCode.done;
}

/** Returns a typed request as an event of now. `phone`: E.164. */
export function typedEvent(
  phone: string,
  { channel, action, reason }: Pick<AddArguments, "channel" | "action" | "reason">,
  now: Date,
): WantedEvent {
  return {
    ...{ phone, action, channel, requestedAt: timestampInElSalvador(now), source: "manual", sender: "" },
    ...{ reason, evidence: "registry add", language: "es", isReply: false },
  };
}
