// svscrub check - --follow: an answer a line, at once, for as long as lines come, from lists that are looked at before each.

import { ExitCode, ScrubError, type Warning } from "../../errors.js";
import { readLines } from "../../lists/lines.js";
import { answerNumber, describeDoubt } from "../../scrub/answer.js";
import { LiveSuppression } from "../../suppression/live.js";
import { withoutName } from "../../suppression/sources.js";
import type { Host } from "../command.js";
import type { SuppressionArguments } from "../options.js";
import { type CheckPolicy, planSuppression, policyOfCheck } from "../scrub/plan.js";
import { printWarnings } from "../scrub/summary.js";
import { answerLine } from "./words.js";

interface FollowArguments extends SuppressionArguments, CheckPolicy {
  /** It can't be answered for a past moment. */
  at: Date | undefined;
  json: boolean;
}

/** Exit code 0 where all may be contacted, 1 where one may not. */
export async function followNumbers(
  operands: readonly string[],
  typed: FollowArguments,
  host: Host,
): Promise<ExitCode> {
  if (operands.length !== 1 || operands[0] !== "-")
    throw new ScrubError(ExitCode.usage, "needsOption", ["--follow", "-"]);
  if (typed.at !== undefined) throw new ScrubError(ExitCode.usage, "contradiction", ["--at", "--follow"]);
  const lists = await LiveSuppression.open(
    () => planSuppression(typed),
    typed.suppress.map(withoutName),
    typed.channel,
    new Date(),
  );
  const policy = policyOfCheck(typed);
  const warned = new WarnedOnce(host);
  warned.warn(lists.warnings);
  let asked = 0;
  let allMay = true;
  for await (const numbers of readLines("-", ExitCode.phoneList, true)) {
    for (const number of numbers) {
      await lists.look();
      warned.warn(lists.warnings);
      const terms = { index: lists.index, lists: lists.lists, policy, zone: typed.tz, notes: lists.notes };
      const doubt = lists.doubt(new Date());
      const answer = answerNumber(number, terms, doubt && describeDoubt(doubt, host.sentences));
      host.stdout(`${typed.json ? JSON.stringify(answer) : answerLine(answer, host.sentences)}\n`);
      asked++;
      allMay &&= answer.may_contact;
    }
    // Whoever asks faster than they read waits: answers do not pile up here.
    await host.taken();
  }
  // A program that should have written the numbers probably failed: nothing asked is no yes.
  if (asked === 0) throw new ScrubError(ExitCode.usage, "noNumber", []);
  return allMay ? ExitCode.done : ExitCode.no;
}

/** A list that is loaded anew again and again says the same again and again. */
class WarnedOnce {
  readonly #said = new Set<string>();
  #last: readonly Warning[] = [];

  constructor(private readonly host: Host) {}

  warn(warnings: readonly Warning[]): void {
    if (warnings === this.#last) return;
    this.#last = warnings;
    const news = warnings.filter((warning) => !this.#said.has(JSON.stringify(warning)));
    for (const warning of news) this.#said.add(JSON.stringify(warning));
    printWarnings(news, this.host);
  }
}
