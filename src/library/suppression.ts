// May this number be contacted? Lists that are loaded once and answer for as long as the program runs.

import { checkCommand } from "../commands/check/check.js";
import { planSuppression, policyOf } from "../commands/scrub/plan.js";
import { ExitCode, ScrubError as Failure } from "../errors.js";
import { splitName } from "../files/list-names.js";
import { readPhoneText } from "../lists/phone-cells.js";
import {
  answerNumber,
  describeDoubt,
  describeReading,
  type NumberAnswer,
  type NumberReading,
} from "../scrub/answer.js";
import { LiveSuppression } from "../suppression/live.js";
import { sentencesIn } from "../text/language.js";
import { failing } from "./errors.js";
import { checkGiven, checkText, checkTexts, type Kinds, kindsOf } from "./given.js";
import { isOfTheCommand, parsed, refuseStreams, type SuppressionOptions, valuesOf } from "./options.js";

/** Suppression lists that stay open. */
export interface Suppression {
  /**
   * Whether the number may be contacted, and why not: microseconds, no file is looked at. Where a list can't be trusted
   * any more (gone, cut or refused at a refresh, or older than `maxAge`) every answer is no, and `not_trusted` says
   * why.
   */
  check(number: string): NumberAnswer;
  /** The answers for several numbers, in their order. */
  checkMany(numbers: Iterable<string>): NumberAnswer[];
  /** Reads what registries gained, and anew what was replaced: before an answer must be as new as the lists. */
  refresh(): Promise<void>;
  /** Closes the lists: from now on every answer is no. */
  close(): void;
}

/** Loads the lists; one that can't be used or trusted is a `ScrubError` with exitCode 4. */
export async function openSuppression(given: SuppressionOptions): Promise<Suppression> {
  return failing(async () => {
    checkGiven("openSuppression", given, suppressionKinds(), ["lists"]);
    const { lists, ...options } = given;
    const files = valuesOf(lists);
    if (files.length === 0) throw new Failure(ExitCode.usage, "noOptOuts", []);
    refuseStreams(files);
    const suppressed = files.map((file) => `--suppress=${file}`);
    const typed = await parsed("check", checkCommand, options, ...suppressed, "--follow");
    const live = await LiveSuppression.open(
      () => planSuppression(typed),
      typed.suppress.map((list) => splitName(list).value),
      typed.channel,
      new Date(),
    );
    const policy = policyOf(typed);
    const sentences = await sentencesIn("en");
    const checkAll = (numbers: readonly string[]) => {
      const { index, lists, notes } = live;
      const doubt = live.doubt(new Date());
      const told = doubt && describeDoubt(doubt, sentences);
      return numbers.map((number) => answerNumber(number, { index, lists, policy, zone: typed.tz, notes }, told));
    };
    return {
      check: (number) => checkAll([checkText("check", number)])[0]!,
      checkMany: (numbers) => checkAll(checkTexts("checkMany", numbers)),
      refresh: () => failing(() => live.look()),
      close: () => live.close(),
    };
  });
}

export function suppressionKinds(): Kinds {
  const options = kindsOf("check", (name) => !isOfTheCommand(name) && name !== "header");
  return { lists: ["string", "string[]", "{ NAME: string }"], ...options };
}

/** What a text says of numbers, however they are written: the certain ones, and those that it could mean. */
export function readNumber(text: string): NumberReading {
  return describeReading(readPhoneText(checkText("readNumber", text)));
}
