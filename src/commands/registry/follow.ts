// svscrub registry import --follow: messages are recorded as they come, and each is answered on stdout once it is durable.

import { ExitCode, ScrubError } from "../../errors.js";
import { sizeOf } from "../../files/paths.js";
import { type Acknowledgement, acknowledgementHeader, acknowledgementLines } from "../../registry/acknowledgements.js";
import { type AnsweredLine, answersTo, type RecordedAnswer } from "../../registry/follow.js";
import { followImport, summed } from "../../registry/read-import.js";
import { type Destination, NOTHING_RECORDED, type Outcome, Recorder, together } from "../../registry/record.js";
import type { ImportPlan, MessageFault } from "../../registry/understanding.js";
import type { Host } from "../command.js";
import { warn } from "../screen.js";
import { messageAnswer } from "./answer.js";
import { countsOf, printRead, warnOf, warnOfBarred, warnOfUnknown } from "./shared.js";

interface FollowArguments {
  json: boolean;
  create: boolean;
  quiet: boolean;
  words: readonly string[];
}

export async function follow(
  plan: ImportPlan,
  destination: Destination,
  { json, create, quiet, words }: FollowArguments,
  host: Host,
): Promise<ExitCode> {
  const to = { ...destination, reviews: destination.reviews! };
  const recorder = new Recorder(to, { hasEmail: () => opened.hasEmail, isLive: true });
  await recorder.begin({ create });
  const opened = await followImport(plan, (line) => warn(host.sentences.registry.heldCell(line), host));
  if (sizeOf(to.registry) > 0) await recorder.end();
  const { hasEmail, assumed } = opened;
  if (assumed !== undefined) warn(host.sentences.registry.allAssumed(assumed.column), host);
  const totals = summed([]);
  let total: Outcome = NOTHING_RECORDED;
  const asObject = (answered: AnsweredLine) => ({
    line: answered.line,
    ...messageAnswer(answered, to.reviews, host.sentences),
  });
  // In a file they are answers enough.
  const saysLines = !json && to.acknowledgements === undefined;
  if (saysLines) host.stdout(acknowledgementHeader(hasEmail));
  try {
    for await (const group of opened.groups)
      await host.whole(async () => {
        const recorded = await recorder.record(group);
        const lines = answersTo(group, recorded, to.templates);
        if (json) host.stdout(lines.map((line) => `${JSON.stringify(asObject(line))}\n`).join(""));
        else if (saysLines) host.stdout(acknowledgementLines(owedIn(lines), hasEmail));
        for (const line of lines)
          if (line.fault !== undefined) host.fail(unreadable(line, line.fault, plan.file, to.reviews));
        warnOf(recorded.torn, host);
        total = together(total, recorded);
        summed(group, totals);
      });
  } finally {
    opened.close();
  }
  await recorder.end();
  const { registry: said } = host.sentences;
  if (!quiet) printRead(totals, total, countsOf(total, host), host);
  const { undated, datesContradict, unknown } = opened.understanding;
  warnOfUnknown(unknown, words, host);
  if (undated > 0) warn(said.undated(undated), host);
  if (datesContradict) warn(said.datesContradict, host);
  if (total.lacksEmail) warn(said.lacksEmail(to.acknowledgements!), host);
  warnOfBarred(total.barred, to.registry, host);
  return ExitCode.done;
}

/** Returns the acknowledgements that are owed, each a line of its own. */
function owedIn(lines: readonly AnsweredLine[]): Acknowledgement[] {
  return lines.flatMap(({ answers }) => answers.flatMap((answer) => asAcknowledgement(answer) ?? []));
}

function asAcknowledgement({
  event,
  to,
  channel,
  language,
  message,
  email,
}: RecordedAnswer): Acknowledgement | undefined {
  const isOwed = event !== null && to !== null && channel !== null && language !== null && message !== null;
  return isOwed ? { event, to, channel, language, message, email } : undefined;
}

/** Warns on stderr, also where an object says it: whoever watches the log reads it there. */
function unreadable({ line }: AnsweredLine, fault: MessageFault, file: string, reviews: string): ScrubError {
  return new ScrubError(ExitCode.phoneList, "unreadableMessage", [fault, reviews], { file, line });
}
