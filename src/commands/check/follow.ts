// svscrub check - --follow: answers each line at once; the lists are checked for changes before each answer.

import { ExitCode, ScrubError, type Warning } from "../../errors.js";
import { splitName } from "../../files/list-names.js";
import { answerNumber, describeDoubt } from "../../scrub/answer.js";
import { LiveSuppression } from "../../suppression/live.js";
import type { Host } from "../command.js";
import type { ArgumentsOf } from "../options.js";
import { planSuppression, policyOf } from "../scrub/plan.js";
import { printWarnings } from "../scrub/summary.js";

/** Opens the lists and returns a function that answers as of now. Warnings are printed as they come. */
export async function liveAnswers(operands: readonly string[], typed: ArgumentsOf<"check">, now: Date, host: Host) {
  if (operands.length !== 1 || operands[0] !== "-")
    throw new ScrubError(ExitCode.usage, "needsOption", ["--follow", "-"]);
  if (typed.at !== undefined) throw new ScrubError(ExitCode.usage, "contradiction", ["--at", "--follow"]);
  const files = typed.suppress.map((list) => splitName(list).value);
  const lists = await LiveSuppression.open(() => planSuppression(typed), files, typed.channel, now);
  const policy = policyOf(typed);
  // A list that is loaded again repeats its warnings.
  const shown = new Set<string>();
  let last: readonly Warning[] = [];
  const warn = () => {
    if (lists.current.warnings === last) return;
    last = lists.current.warnings;
    const news = last.filter((warning) => !shown.has(JSON.stringify(warning)));
    for (const warning of news) shown.add(JSON.stringify(warning));
    printWarnings(news, host);
  };
  warn();
  return {
    async answer(number: string) {
      await lists.refresh();
      warn();
      const terms = { ...lists.current, policy, zone: typed.tz };
      const doubt = lists.doubt(new Date());
      return answerNumber(number, terms, doubt && describeDoubt(doubt, host.sentences));
    },
    warnings: (): readonly Warning[] => [],
  };
}
