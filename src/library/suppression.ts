// Implements `openSuppression`: lists that are loaded once and answer for as long as the program runs.

import { checkCommand } from "../commands/check/check.js";
import { planSuppression, policyOf } from "../commands/scrub/plan.js";
import { ExitCode, ScrubError as Failure } from "../errors.js";
import { splitName } from "../files/list-names.js";
import { readCell } from "../phone/read.js";
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

export interface Suppression {
  /**
   * Tells whether the number may be contacted, and why not, in microseconds and without reading files. If a list can't be trusted
   * any more (gone, cut or refused at a refresh, or older than `maxAge`), every answer is no, and `not_trusted` says why.
   */
  check(number: string): NumberAnswer;
  /** Returns the answers for several numbers, in their order. */
  checkMany(numbers: Iterable<string>): NumberAnswer[];
  /** Reads new lines of registries and rereads replaced files. Call it when an answer must be as new as the lists. */
  refresh(): Promise<void>;
  /** Closes the lists. Every later answer is no. */
  close(): void;
}

/** Loads the lists. Throws a `ScrubError` with exitCode 4 for one that can't be used or trusted. */
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
      const { index, lists, notes } = live.current;
      const doubt = live.doubt(new Date());
      const described = doubt && describeDoubt(doubt, sentences);
      return numbers.map((number) => answerNumber(number, { index, lists, policy, zone: typed.tz, notes }, described));
    };
    return {
      check: (number) => checkAll([checkText("check", number)])[0]!,
      checkMany: (numbers) => checkAll(checkTexts("checkMany", numbers)),
      refresh: () => failing(() => live.refresh()),
      close: () => live.close(),
    };
  });
}

export function suppressionKinds(): Kinds {
  const options = kindsOf("check", (name) => !isOfTheCommand(name) && name !== "header");
  return { lists: ["string", "string[]", "{ NAME: string }"], ...options };
}

/** Reads the numbers of a text, in any spelling: the certain ones and the candidates. */
export function readNumber(text: string): NumberReading {
  return describeReading(readCell(checkText("readNumber", text)));
}
