// svscrub check: may this number be contacted, and why. Here, and only here and in --removed, numbers are shown whole.

import { ExitCode, ScrubError, type Warning } from "../../errors.js";
import { readLines } from "../../lists/lines.js";
import { readPhoneText } from "../../lists/phone-cells.js";
import { maskNumber } from "../../phone/format.js";
import { everyNumber } from "../../phone/number.js";
import { answerNumber, type NumberAnswer } from "../../scrub/answer.js";
import { storageFor } from "../../scrub/kernel-run.js";
import { loadSuppression } from "../../suppression/load.js";
import { ownNumbers } from "../../suppression/read-list.js";
import { describeInstant } from "../../time/time-zone.js";
import { createProgram, parseWords } from "../arguments.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "../command.js";
import type { ArgumentsOf } from "../options.js";
import { folded, watched } from "../screen.js";
import { operandsOrStdin, planSuppression, policyOfCheck } from "../scrub/plan.js";
import { printWarnings } from "../scrub/summary.js";
import { refuseIdleOptions, refusePhoneListOptions } from "../suppression-arguments.js";
import { describeAnswer } from "./words.js";

export interface CheckArguments extends ArgumentsOf<"check"> {
  /** The numbers as typed; `-` for stdin, one a line. */
  numbers: readonly string[];
}

/** Parses the words after the command's name. */
export function parseCheckArguments(words: readonly string[], setting: HelpSetting): CheckArguments | Shown {
  const program = createProgram("check", setting, words);
  const shown = parseWords(program, words);
  if (shown !== undefined) return shown;
  const typed = program.opts() as Omit<CheckArguments, "numbers">;
  refusePhoneListOptions(program);
  if (typed.suppress.length > 0) refuseIdleOptions(program);
  return { ...typed, numbers: program.args };
}

export const checkCommand: Command<CheckArguments> = {
  parse: parseCheckArguments,
  run: sayingAll(check),
};

/** Exit code 0 where all may be contacted, 1 where one may not. */
async function check(typed: CheckArguments, host: Host): Promise<ExitCode> {
  if (typed.suppress.length === 0) throw new ScrubError(ExitCode.usage, "noOptOuts", []);
  const operands = operandsOrStdin(typed.numbers, typed.suppress);
  if (!typed.follow) return checkAll(operands, typed, host);
  // Loaded for whoever stays: start-up time counts.
  const { followNumbers } = await import("./follow.js");
  return followNumbers(operands, typed, host);
}

async function checkAll(operands: readonly string[], typed: CheckArguments, host: Host): Promise<ExitCode> {
  const now = new Date();
  const { suppression: plan, warnings } = await planSuppression(typed);
  const at = typed.at ?? now;
  const asOf = { now: Math.floor(at.getTime() / 1000), asItStood: typed.at !== undefined };
  const isStream = operands.includes("-");
  const groups = groupsOf(operands, typed.json);
  const { first, areAll } = await firstOf(groups, isStream ? MOST_KNOWN : operands.length);
  // A program that should have written the numbers probably failed: nothing asked is no yes.
  if (first.length === 0) throw new ScrubError(ExitCode.usage, "noNumber", []);
  const options = {
    storage: storageFor(plan.lists),
    // What a long stream will ask nobody knows, and what was answered to it can't be taken back.
    ...(areAll ? { notesOf: new Set(first.flatMap(readingsOf)), provenBy: "run" as const } : STREAMED),
  };
  const suppression = await watched(typed.quiet || typed.json, host, (onProgress) =>
    loadSuppression(plan, typed.channel, now, asOf, { ...options, onProgress }),
  );
  const terms = { ...suppression, policy: policyOfCheck(typed), zone: typed.tz };
  const own = new Set(ownNumbers(suppression.lists));
  const freed = new Set<string>();
  let listWarnings: readonly Warning[] = [];
  let allMay = true;
  for (let numbers = first; numbers.length > 0; numbers = (await groups.next()).value ?? []) {
    const answers = numbers.map((number) => answerNumber(number, terms));
    // Nothing is said before: a number that is not in a list that nothing proves may be in it all the same.
    listWarnings = suppression.warnings();
    if (typed.json) host.stdout(isStream ? jsonLines(answers) : asJson(answers, typed, at));
    else if (!typed.quiet)
      host.stdout(folded(answers.map((answer) => describeAnswer(answer, host.sentences)).join(""), host.tableWidth));
    allMay &&= answers.every(({ may_contact }) => may_contact);
    if (own.size > 0) for (const e164 of numbers.flatMap(readingsOf)) if (own.has(e164)) freed.add(e164);
    // Whoever asks faster than they read waits: answers do not pile up here.
    await host.taken();
  }
  if (typed.at !== undefined && !typed.json && !typed.quiet)
    host.stderr(`${host.sentences.check.asOf(describeInstant(asOf.now, typed.tz))}\n`);
  const ofOwn = [...freed].map((e164): Warning => ({ code: "own-number-free", values: [maskNumber(e164)] }));
  printWarnings([...warnings, ...listWarnings, ...ofOwn], host);
  return allMay ? ExitCode.done : ExitCode.no;
}

const STREAMED = { notesOf: "all", provenBy: "load" } as const;
/** So many numbers of a stream are kept, and looked up by themselves in what lists say of why. */
const MOST_KNOWN = 1000;

type Groups = AsyncGenerator<readonly string[], undefined>;

/**
 * Numbers as they come, never none: a stream may have more of them than memory. A blank line is one too where a program reads the
 * answers (`withBlanks`): whoever pairs them with the lines by counting would take each for another number's.
 */
async function* groupsOf(operands: readonly string[], withBlanks: boolean): Groups {
  if (!operands.includes("-")) yield operands;
  else
    for (const operand of operands)
      for await (const lines of operand === "-" ? readLines("-", ExitCode.phoneList) : [[operand]]) {
        const numbers = withBlanks ? lines : lines.filter((line) => line.trim() !== "");
        if (numbers.length > 0) yield numbers;
      }
}

/** Groups together until there are more than so many numbers, and whether none is left. */
async function firstOf(groups: Groups, most: number): Promise<{ first: readonly string[]; areAll: boolean }> {
  let first: readonly string[] = [];
  while (first.length <= most) {
    const group = await groups.next();
    if (group.done) return { first, areAll: true };
    first = first.concat(group.value);
  }
  return { first, areAll: false };
}

function readingsOf(number: string): string[] {
  return everyNumber(readPhoneText(number));
}

/** Of a stream an object a line, as --follow gives it; of what was typed one document. */
function jsonLines(answers: readonly NumberAnswer[]): string {
  return answers.map((answer) => `${JSON.stringify(answer)}\n`).join("");
}

function asJson(numbers: readonly NumberAnswer[], { channel, at: asked }: CheckArguments, at: Date): string {
  const document = { schema_version: 1, channel, at: at.toISOString(), as_it_stood: asked !== undefined, numbers };
  return `${JSON.stringify(document, null, 2)}\n`;
}
