// svscrub check: may this number be contacted, and why. Here, and only here and in --removed, numbers are shown whole.

import type { Command as Program } from "commander";
import { ExitCode, ScrubError } from "../errors.js";
import { readLines } from "../lists/lines.js";
import type { CellReading, NumberType, PhoneNumber } from "../phone/number.js";
import { readCell } from "../phone/read.js";
import { type Decision, decide } from "../scrub/decide.js";
import { CHANNELS, type Channel } from "../suppression/event.js";
import { loadSuppression, type Suppression } from "../suppression/load.js";
import type { Note } from "../suppression/notes.js";
import type { Sentences } from "../text/sentences.js";
import { describeInstant } from "../time/time-zone.js";
import { createProgram, type HelpSetting, parseWords, type Shown } from "./arguments.js";
import { type Command, type Host, sayingAll } from "./command.js";
import { operandsOrStdin, planSuppression, policyOf } from "./plan.js";
import { layOut } from "./screen.js";
import { printWarnings } from "./summary.js";
import {
  addSuppress,
  addSuppressionOptions,
  partOperands,
  refuseIdleOptions,
  refusePhoneListOptions,
  type SuppressionArguments,
} from "./suppression-arguments.js";
import { oneOf, parseMoment, parseTypes } from "./typed-values.js";

export interface CheckArguments extends SuppressionArguments {
  /** As typed; `-` for stdin, one a line. */
  numbers: readonly string[];
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
    add("--types <LIST>", "types", parseTypes, ["mobile", "fixed"]);
    add("--keep-foreign", "keep-foreign", undefined, false);
    add("--at <TIME>", "at", parseMoment);
    addSuppressionOptions(add, program, begin);
    add("--json", "json", undefined, false);
  });
}

export const checkCommand: Command<CheckArguments> = {
  program: checkProgram,
  parse: parseCheckArguments,
  run: sayingAll(check),
};

/** Readings of one cell that are shown; a switchboard's range has a hundred. */
const MOST_SHOWN = 8;

/** What is known of one number. */
interface Answer {
  raw: string;
  reading: CellReading;
  decision: Decision;
  mayContact: boolean;
  /** Every opted-out reading, with a list that holds it and what it says of why; `since` is empty where no list tells it. */
  holdings: readonly { e164: string; list: string; record: number; since: string; note: Note | undefined }[];
}

/** Exit code 0 where all may be contacted, 1 where one may not. */
async function check(typed: CheckArguments, host: Host): Promise<ExitCode> {
  const now = new Date();
  if (typed.suppress.length === 0) throw new ScrubError(ExitCode.usage, "checkWithoutList", []);
  const raws = await numbersOf(typed);
  const { suppression: plan, warnings } = await planSuppression(typed);
  const at = typed.at ?? now;
  const asOf = { now: Math.floor(at.getTime() / 1000), asItStood: typed.at !== undefined };
  const suppression = await loadSuppression(plan, typed.channel, now, asOf, { wantsNotes: true });
  const answers = raws.map((raw) => answer(raw, suppression, typed));
  const all = [...warnings, ...suppression.lists.flatMap((list) => list.warnings)];
  if (typed.json) host.stdout(`${JSON.stringify(asJson(answers, typed, at), null, 2)}\n`);
  else {
    host.stdout(answers.map((it) => asText(it, host.sentences)).join(""));
    if (typed.at !== undefined && !typed.quiet)
      host.stderr(`${host.sentences.check.asOf(describeInstant(asOf.now, typed.tz))}\n`);
  }
  printWarnings(all, host);
  return answers.every(({ mayContact }) => mayContact) ? ExitCode.done : ExitCode.no;
}

async function numbersOf({ numbers, suppress }: CheckArguments): Promise<readonly string[]> {
  const typed = operandsOrStdin(numbers, suppress);
  if (typed.length === 0) throw new ScrubError(ExitCode.usage, "noNumber", []);
  // Not pushed as arguments: a stream may have more numbers than a call may have of these.
  const all = (await Promise.all(typed.map((it) => (it === "-" ? readLines("-", ExitCode.phoneList) : [it])))).flat();
  // A program that should have written the numbers probably failed: nothing asked is no yes.
  if (all.length === 0) throw new ScrubError(ExitCode.usage, "noNumber", []);
  return all;
}

/** The number goes the way of a phone list's cell. */
function answer(raw: string, { index, lists, notes }: Suppression, typed: CheckArguments): Answer {
  const policy = policyOf({ ...typed, keepDuplicates: true, phoneFormat: "e164" });
  const reading = readCell(raw);
  const decision = decide([reading], undefined, policy, {
    isSuppressed: (e164) => index.has(e164),
    wasSeen: () => false,
    isWithheld: () => false,
  });
  const holdings = [...new Set(decision.optedOut)].flatMap((e164) =>
    index.holdings(e164).map(({ list, record, since }) => ({
      e164,
      list: lists[list]!.name,
      record,
      since: since === 0 ? "" : describeInstant(since, typed.tz),
      note: notes?.of(list, record),
    })),
  );
  return { raw, reading, decision, mayContact: decision.disposition === "clean", holdings };
}

/** A line with the answer, then how it came about. */
function asText(answer: Answer, sentences: Sentences): string {
  const { check: words } = sentences;
  const { reading, decision, mayContact, holdings } = answer;
  const { disposition, reason } = decision;
  const number: PhoneNumber | undefined = decision.primary ?? reading.numbers[0];
  const subject = number === undefined ? words.noNumber : `${number.e164}  ${words.types[number.type]}`;
  const detail = reason !== undefined && isSaid(reason, words.reasons) ? ` (${words.reasons[reason]})` : "";
  const why = disposition === "clean" || disposition === "duplicate" ? "" : `: ${words.because[disposition]}${detail}`;
  const rows: [string, string][] = [
    [words.typed, printable(answer.raw)],
    [
      words.readsAs,
      shown(
        reading.numbers.map(({ e164 }) => e164),
        sentences,
      ) || words.nothing,
    ],
  ];
  if (reading.doubtful.length > 0) rows.push([words.couldMean, shown(reading.doubtful, sentences)]);
  for (const { e164, list, record, since, note } of holdings) {
    const of = number?.e164 === e164 ? "" : `${e164}: `;
    rows.push([words.optedOut, of + words.holding(list, record, since)]);
    if (note !== undefined && note.reason !== "") rows.push([words.listReason, printable(note.reason)]);
    if (note !== undefined && note.source !== "") rows.push([words.listSource, printable(note.source)]);
  }
  return `${subject}  ${mayContact ? words.may : words.mayNot}${why}\n${layOut(rows, ["left", "left"]).join("\n")}\n`;
}

/** What must not reach a terminal is left out. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "");
}

function isSaid<T extends object>(reason: PropertyKey, reasons: T): reason is keyof T {
  return reason in reasons;
}

function shown(numbers: readonly string[], { check: words }: Sentences): string {
  const first = numbers.slice(0, MOST_SHOWN).join(", ");
  return numbers.length > MOST_SHOWN ? `${first} ${words.andMore(numbers.length - MOST_SHOWN)}` : first;
}

function asJson(answers: readonly Answer[], { channel, at: asked }: CheckArguments, at: Date) {
  return {
    schema_version: 1,
    channel,
    at: at.toISOString(),
    as_it_stood: asked !== undefined,
    numbers: answers.map(({ raw, reading, decision, mayContact, holdings }) => ({
      typed: raw,
      may_contact: mayContact,
      reads_as: reading.numbers.map(({ e164, type }) => ({ number: e164, type })),
      could_mean: reading.doubtful,
      disposition: decision.disposition,
      reason: decision.reason ?? null,
      opted_out: holdings.map(({ e164, list, record, since, note }) => ({
        number: e164,
        list,
        record,
        since: since === "" ? null : since,
        reason: note?.reason || null,
        source: note?.source || null,
      })),
    })),
  };
}
