// svscrub registry import --follow: records messages as they come, and answers each on stdout once it is durable.

import { ExitCode } from "../../errors.js";
import { sizeOf } from "../../files/paths.js";
import { acknowledgementHeader, acknowledgementLines } from "../../registry/acknowledgements.js";
import { type AnsweredLine, answersTo, messageAnswer } from "../../registry/follow.js";
import { openImport, summed } from "../../registry/read-import.js";
import { type Destination, Recorder } from "../../registry/record.js";
import type { ImportPlan } from "../../registry/understanding.js";
import type { Host } from "../command.js";
import { type ImportArguments, sayIntake, warnOfAssumed } from "./shared.js";

export async function follow(typed: ImportArguments, plan: ImportPlan, to: Destination, host: Host): Promise<ExitCode> {
  const recorder = new Recorder(to);
  await recorder.begin(typed);
  const opened = await openImport(plan, true);
  recorder.hasEmail = opened.hasEmail;
  if (sizeOf(to.registry) > 0) await recorder.end();
  warnOfAssumed(opened.assumed, host);
  const totals = summed([]);
  const asObject = (line: AnsweredLine) => ({ line: line.line, ...messageAnswer(line, host.sentences) });
  // Acknowledgements in a file are answer enough.
  const saysLines = !typed.json && to.acknowledgements === undefined;
  if (saysLines) host.stdout(acknowledgementHeader(opened.hasEmail));
  try {
    for await (const group of opened.groups)
      await host.whole(async () => {
        const recorded = await recorder.record(group);
        const lines = answersTo(group, recorded, plan.file, to);
        const owed = lines.flatMap(({ answers }) => answers).filter(({ message }) => message !== null);
        if (typed.json) host.stdout(lines.map((line) => `${JSON.stringify(asObject(line))}\n`).join(""));
        else if (saysLines) host.stdout(acknowledgementLines(owed, opened.hasEmail));
        // On stderr, too, even if the JSON says it: somebody may watch only that.
        for (const { error } of lines) if (error !== undefined) host.fail(error);
        summed(group, totals);
      });
  } finally {
    opened.close();
  }
  await recorder.end();
  sayIntake(typed, { ...totals, understanding: opened.understanding, assumed: undefined }, recorder, host);
  return ExitCode.done;
}
