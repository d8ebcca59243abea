// svscrub registry import --follow: messages are recorded as they come, and each is answered on stdout once it is durable.

import { ExitCode, ScrubError } from "../../errors.js";
import { sizeOf } from "../../files/paths.js";
import { type Acknowledgement, acknowledgementHeader, acknowledgementLines } from "../../registry/acknowledgements.js";
import { type Answer, type AnsweredLine, Follower, type Recorded } from "../../registry/follow.js";
import type { ImportPlan } from "../../registry/import-plan.js";
import { followImport, summed } from "../../registry/read-import.js";
import type { Destination } from "../../registry/record.js";
import { MOST_SHOWN, type StillBarred } from "../../registry/still-barred.js";
import type { MessageFault } from "../../registry/understanding.js";
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
  const follower = new Follower(to, () => opened.hasEmail);
  await follower.begin({ create });
  const opened = await followImport(plan, (line) => warn(host.sentences.registry.heldCell(line), host));
  if (sizeOf(to.registry) > 0) await follower.beginBoth();
  const { hasEmail, assumed } = opened;
  if (assumed !== undefined) warn(host.sentences.registry.allAssumed(assumed.column), host);
  const totals = { ...NOTHING };
  const asObject = (answered: AnsweredLine) => ({
    line: answered.line,
    ...messageAnswer(answered, to.reviews, host.sentences),
  });
  const counts: Record<string, number> = {};
  let lacksEmail = false;
  const barred: StillBarred[] = [];
  let barredCount = 0;
  // In a file they are answers enough.
  const saysLines = !json && to.acknowledgements === undefined;
  if (saysLines) host.stdout(acknowledgementHeader(hasEmail));
  try {
    for await (const group of opened.groups)
      await host.whole(async () => {
        const recorded = await follower.record(group);
        const lines = follower.answer(group, recorded);
        if (json) host.stdout(lines.map((line) => `${JSON.stringify(asObject(line))}\n`).join(""));
        else if (saysLines) host.stdout(acknowledgementLines(owedIn(lines), hasEmail));
        for (const line of lines)
          if (line.fault !== undefined) host.fail(unreadable(line, line.fault, plan.file, to.reviews));
        warnOf(recorded, to.registry, host);
        lacksEmail ||= recorded.lacksEmail;
        // A few are shown at the end; how many there were is counted.
        barred.push(...recorded.barred.slice(0, Math.max(0, MOST_SHOWN - barred.length)));
        barredCount += recorded.barredCount;
        add(totals, { ...summed(group), ...recorded });
        for (const [label, count] of countsOf(recorded, host)) counts[label] = (counts[label] ?? 0) + count;
      });
  } finally {
    opened.close();
  }
  await follower.beginBoth();
  const { registry: said } = host.sentences;
  if (!quiet) printRead(totals, totals, Object.entries(counts), host);
  const { undated, datesContradict, results } = opened.counted();
  warnOfUnknown(results, words, host);
  if (undated > 0) warn(said.undated(undated), host);
  if (datesContradict) warn(said.datesContradict, host);
  if (lacksEmail) warn(said.lacksEmail(to.acknowledgements!), host);
  warnOfBarred(barred, to.registry, host, { count: barredCount });
  return ExitCode.done;
}

const NOTHING = {
  records: 0,
  help: 0,
  other: 0,
  outbound: 0,
  skipped: 0,
  reviews: 0,
  requests: 0,
  named: 0,
  knownReviews: 0,
};
type Totals = typeof NOTHING;

function add(
  totals: Totals,
  group: Record<Exclude<keyof Totals, "reviews">, number> & Pick<Recorded, "reviews">,
): void {
  for (const name of Object.keys(totals) as (keyof Totals)[]) totals[name] += group[name];
}

/** Returns the acknowledgements that are owed, each a line of its own. */
function owedIn(lines: readonly AnsweredLine[]): Acknowledgement[] {
  return lines.flatMap(({ answers }) => answers.flatMap((answer) => asAcknowledgement(answer) ?? []));
}

function asAcknowledgement({ event, to, channel, language, message, email }: Answer): Acknowledgement | undefined {
  const isOwed = event !== null && to !== null && channel !== null && language !== null && message !== null;
  return isOwed ? { event, to, channel, language, message, email } : undefined;
}

/** Warns on stderr, also where an object says it: whoever watches the log reads it there. */
function unreadable({ line }: AnsweredLine, fault: MessageFault, file: string, reviews: string): ScrubError {
  return new ScrubError(ExitCode.phoneList, "unreadableMessage", [fault, reviews], { file, line });
}
