// svscrub check: tells whether numbers may be contacted, and why. It shows whole numbers.

import { ExitCode, ScrubError, type Warning } from "../../errors.js";
import { linesOfStdin } from "../../lists/lines.js";
import { maskNumber } from "../../phone/format.js";
import { everyNumber } from "../../phone/number.js";
import { readCell } from "../../phone/read.js";
import { answerNumber, type NumberAnswer } from "../../scrub/answer.js";
import { storageFor } from "../../scrub/kernel-run.js";
import { loadSuppression } from "../../suppression/load.js";
import { ownNumbers } from "../../suppression/read-list.js";
import { describeInstant } from "../../time/time-zone.js";
import { commandOf, type TypedOf } from "../arguments.js";
import type { Host } from "../command.js";
import { folded, watched } from "../screen.js";
import { operandsOrStdin, planSuppression, policyOf } from "../scrub/plan.js";
import { printWarnings } from "../scrub/summary.js";
import { refuseIdleOptions, refusePhoneListOptions } from "../suppression-arguments.js";
import { answerLine, describeAnswer } from "./words.js";

export type CheckArguments = TypedOf<"check">;

export const checkCommand = commandOf("check", check, (typed, program) => {
  refusePhoneListOptions(program);
  if (typed.suppress.length > 0) refuseIdleOptions(program);
  return typed;
});

/** Exit code 0 if all numbers may be contacted, 1 if one may not. */
async function check(typed: CheckArguments, host: Host): Promise<ExitCode> {
  if (typed.suppress.length === 0) throw new ScrubError(ExitCode.usage, "noOptOuts", []);
  const operands = operandsOrStdin(typed.operands, typed.suppress);
  const at = typed.at ?? new Date();
  const isStream = operands.includes("-");
  // Loaded when needed: start-up time counts.
  const answering = typed.follow ? (await import("./follow.js")).liveAnswers : loadedAnswers;
  const answers = await answering(operands, typed, at, host);
  let warnings: readonly Warning[] = [];
  let asked = 0;
  let allMay = true;
  for await (const numbers of groupsOf(operands, typed)) {
    const group: NumberAnswer[] = [];
    for (const number of numbers) group.push(await answers.answer(number));
    // Nothing is printed before: an unproven hashed list may hold a number although it was not found in it.
    warnings = answers.warnings();
    if (typed.json) host.stdout(isStream ? jsonLines(group) : asJson(group, typed, at));
    else if (typed.follow) host.stdout(group.map((answer) => `${answerLine(answer, host.sentences)}\n`).join(""));
    else if (!typed.quiet)
      host.stdout(folded(group.map((answer) => describeAnswer(answer, host.sentences)).join(""), host.tableWidth));
    allMay &&= group.every(({ may_contact }) => may_contact);
    asked += group.length;
    // Answers must not pile up if they are read more slowly than questions come.
    await host.taken();
  }
  // The program that should have written numbers probably failed: exit code 0 would look like a yes.
  if (asked === 0) throw new ScrubError(ExitCode.usage, "noNumber", []);
  if (typed.at !== undefined && !typed.json && !typed.quiet)
    host.stderr(`${host.sentences.check.asOf(describeInstant(secondsOf(at), typed.tz))}\n`);
  printWarnings(warnings, host);
  return allMay ? ExitCode.done : ExitCode.no;
}

/** Loads the lists and returns a function that answers. Throws if a list is not trusted. */
async function loadedAnswers(operands: readonly string[], typed: CheckArguments, at: Date, host: Host) {
  const { suppression: plan, warnings } = await planSuppression(typed);
  const numbers = () => new Set(operands.flatMap((number) => everyNumber(readCell(number))));
  // Which numbers a stream will ask about is unknown, and its answers can't be taken back.
  const wanted = operands.includes("-")
    ? ({ notesOf: "all", provenBy: "load" } as const)
    : ({ notesOf: numbers(), provenBy: "run" } as const);
  const asOf = { now: secondsOf(at), excludesLater: typed.at !== undefined };
  const suppression = await watched(typed.quiet || typed.json, host, (onProgress) =>
    loadSuppression(plan, typed.channel, new Date(), { ...wanted, asOf, storage: storageFor(plan.lists), onProgress }),
  );
  const terms = { ...suppression, policy: policyOf(typed), zone: typed.tz };
  const own = ownNumbers(suppression.lists);
  const freed = new Map<string, Warning>();
  const answer = (typed: string) => {
    const answered = answerNumber(typed, terms);
    const { number } = answered;
    if (number !== null && own.includes(number))
      freed.set(number, { code: "own-number-free", values: [maskNumber(number)] });
    return answered;
  };
  return { answer, warnings: () => [...warnings, ...suppression.proveLists(), ...freed.values()] };
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

/**
 * Yields numbers as they come: a stream may exceed memory. In JSON a blank line counts as a question, because programs pair
 * answers and lines by counting.
 */
async function* groupsOf(operands: readonly string[], { json, follow }: CheckArguments) {
  const isQuestion = (line: string) => follow || json || line.trim() !== "";
  if (!operands.includes("-")) yield operands;
  else
    for (const operand of operands)
      for await (const lines of operand === "-" ? linesOfStdin(follow) : [[operand]]) {
        const questions = lines.filter(isQuestion);
        yield* follow ? questions.map((line) => [line]) : [questions];
      }
}

/** Returns one JSON object a line for a stream, as --follow does; otherwise one document. */
function jsonLines(answers: readonly NumberAnswer[]): string {
  return answers.map((answer) => `${JSON.stringify(answer)}\n`).join("");
}

function asJson(numbers: readonly NumberAnswer[], { channel, at: asked }: CheckArguments, at: Date): string {
  const document = { schema_version: 1, channel, at: at.toISOString(), as_it_stood: asked !== undefined, numbers };
  return `${JSON.stringify(document, null, 2)}\n`;
}
