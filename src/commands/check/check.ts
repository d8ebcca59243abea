// svscrub check: may this number be contacted, and why. Here, and only here and in --removed, numbers are shown whole.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError, type Warning } from "../../errors.js";
import { readLines } from "../../lists/lines.js";
import { readPhoneText } from "../../lists/phone-cells.js";
import { maskNumber } from "../../phone/format.js";
import { everyNumber, type NumberType } from "../../phone/number.js";
import { answerNumber, type NumberAnswer } from "../../scrub/answer.js";
import { storageFor } from "../../scrub/long-lists.js";
import { CHANNELS, type Channel } from "../../suppression/event.js";
import { loadSuppression } from "../../suppression/load.js";
import { ownNumbers } from "../../suppression/read-list.js";
import { describeInstant } from "../../time/time-zone.js";
import { createProgram, parseWords } from "../arguments.js";
import { type Command, type HelpSetting, type Host, type Shown, sayingAll } from "../command.js";
import { folded, watched } from "../screen.js";
import { operandsOrStdin, planSuppression, policyOfCheck } from "../scrub/plan.js";
import { printWarnings } from "../scrub/summary.js";
import {
  addSuppress,
  addSuppressionOptions,
  partOperands,
  refuseIdleOptions,
  refusePhoneListOptions,
  type SuppressionArguments,
} from "../suppression-arguments.js";
import { oneOf, parseMoment, parseTypes } from "../typed-values.js";
import { describeAnswer } from "./words.js";

export interface CheckArguments extends SuppressionArguments {
  /** The numbers as typed; `-` for stdin, one a line. */
  numbers: readonly string[];
  /** An answer a line, for as long as lines come. */
  follow: boolean;
  channel: Channel;
  types: readonly NumberType[];
  keepForeign: boolean;
  /** The moment that is asked about; undefined: now. */
  at: Date | undefined;
  json: boolean;
  quiet: boolean;
}

/** Parses the words after the command's name. */
export function parseCheckArguments(words: readonly string[], setting: HelpSetting): CheckArguments | Shown {
  const program = checkProgram(setting);
  const shown = parseWords(program, partOperands(words, program));
  if (shown !== undefined) return shown;
  const typed = program.opts() as Omit<CheckArguments, "numbers">;
  refusePhoneListOptions(program);
  if (typed.suppress.length > 0) refuseIdleOptions(program);
  return { ...typed, numbers: program.args };
}

export function checkProgram(setting: HelpSetting): Program {
  return createProgram("check", "NUMBER... -s FILE...", "[NUMBER...]", setting, (add, program, begin) => {
    addSuppress(add);
    add("--channel <CHANNEL>", "channel", oneOf(CHANNELS), "any");
    add("--types <TYPES>", "types", parseTypes, ["mobile", "fixed"]);
    add("--keep-foreign", "keep-foreign", undefined, false);
    add("--at <TIME>", "at", parseMoment);
    addSuppressionOptions(add, program, begin);
    add("--follow", "follow", undefined, false);
    add("--json", "json", undefined, false);
  });
}

export const checkCommand: Command<CheckArguments> = {
  program: checkProgram,
  parse: parseCheckArguments,
  run: sayingAll(check),
};

/** Exit code 0 where all may be contacted, 1 where one may not. */
async function check(typed: CheckArguments, host: Host): Promise<ExitCode> {
  if (typed.suppress.length === 0) throw new ScrubError(ExitCode.usage, "checkWithoutList", []);
  const operands = operandsOrStdin(typed.numbers, typed.suppress);
  if (!typed.follow) return checkAll(operands, typed, host);
  // Loaded for whoever stays: start-up time counts.
  const { followNumbers } = await import("./follow.js");
  return followNumbers(operands, typed, host);
}

async function checkAll(operands: readonly string[], typed: CheckArguments, host: Host): Promise<ExitCode> {
  const now = new Date();
  const numbers = await numbersOf(operands);
  const { suppression: plan, warnings } = await planSuppression(typed);
  const at = typed.at ?? now;
  const asOf = { now: Math.floor(at.getTime() / 1000), asItStood: typed.at !== undefined };
  const notesOf = new Set(numbers.flatMap((number) => everyNumber(readPhoneText(number))));
  const storage = await storageFor(plan.lists);
  const suppression = await watched(typed.quiet || typed.json, host, (onProgress) =>
    loadSuppression(plan, typed.channel, now, asOf, { storage, notesOf, provenBy: "run", onProgress }),
  );
  const terms = { ...suppression, policy: policyOfCheck(typed), zone: typed.tz };
  const answers = numbers.map((number) => answerNumber(number, terms));
  // Nothing is said before: a number that is not in a list that nothing proves may be in it all the same.
  const own = ownNumbers(suppression.lists).filter((e164) => notesOf.has(e164));
  const freed = own.map((e164): Warning => ({ code: "own-number-free", values: [maskNumber(e164)] }));
  const all = [...warnings, ...suppression.warnings(), ...freed];
  if (typed.json) host.stdout(`${JSON.stringify(asJson(answers, typed, at), null, 2)}\n`);
  else if (!typed.quiet) {
    host.stdout(folded(answers.map((answer) => describeAnswer(answer, host.sentences)).join(""), host.tableWidth));
    if (typed.at !== undefined) host.stderr(`${host.sentences.check.asOf(describeInstant(asOf.now, typed.tz))}\n`);
  }
  printWarnings(all, host);
  return answers.every(({ may_contact }) => may_contact) ? ExitCode.done : ExitCode.no;
}

async function numbersOf(operands: readonly string[]): Promise<readonly string[]> {
  if (operands.length === 0) throw new ScrubError(ExitCode.usage, "noNumber", []);
  // Not pushed as arguments: a stream may have more numbers than a call may have of these.
  const all = (
    await Promise.all(operands.map((it) => (it === "-" ? readLines("-", ExitCode.phoneList) : [it])))
  ).flat();
  // A program that should have written the numbers probably failed: nothing asked is no yes.
  if (all.length === 0) throw new ScrubError(ExitCode.usage, "noNumber", []);
  return all;
}

function asJson(numbers: readonly NumberAnswer[], { channel, at: asked }: CheckArguments, at: Date) {
  return { schema_version: 1, channel, at: at.toISOString(), as_it_stood: asked !== undefined, numbers };
}
